//! The archive in a message of FIM: bombs, ways out, damage.

use super::{file, refuse, refuse_naming, take};

/// A message of FIM with this as its packed model.
fn message(model: &str) -> String {
    format!(
        "<x:alleInhalte.export.0303 xmlns:x=\"http://www.regierung-mv.de/xprozess/2\">\n<x:prozessbibliothek><x:prozess><x:id>1</x:id>\
         <x:prozessmodell><x:prozessmodelldatei><x:inhalt>{model}</x:inhalt></x:prozessmodelldatei></x:prozessmodell></x:prozess>\
         </x:prozessbibliothek></x:alleInhalte.export.0303>"
    )
}

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in files {
        let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
        writer.start_file(*name, options).unwrap();
        std::io::Write::write_all(&mut writer, bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn packed(files: &[(&str, &[u8])]) -> String {
    base64::Engine::encode(&base64::engine::general_purpose::STANDARD, zipped(files))
}

#[test]
fn archives_that_blow_up() {
    // 300 MB of blanks in about 300 kB.
    let blanks = vec![b' '; 300 << 20];
    let bomb = message(&packed(&[("modell.bpmn", &blanks)]));
    drop(blanks);
    refuse("bomb.xml", bomb.as_bytes(), "Die Datei „modell.bpmn“ im Archiv mit dem Prozessmodell wird beim Auspacken ungewöhnlich groß");
    let inner = zipped(&[("noch.zip", b"PK\x03\x04")]);
    let nested = message(&packed(&[("innen.zip", &inner)]));
    refuse("nested.xml", nested.as_bytes(), "Im Archiv mit dem Prozessmodell liegt ein weiteres Archiv: „innen.zip“.");
    let many: Vec<String> = (0..10_000).map(|number| format!("{number}.xml")).collect();
    let files: Vec<(&str, &[u8])> = many.iter().map(|name| (name.as_str(), b"<a/>".as_slice())).collect();
    refuse("many.xml", message(&packed(&files)).as_bytes(), "Im Archiv mit dem Prozessmodell liegen mehr als 100 Dateien.");
}

#[test]
fn archives_that_lead_out_or_are_none() {
    for name in ["../../etc/passwd", "/etc/passwd"] {
        let path = message(&packed(&[(name, b"<a/>")]));
        let reason = format!("Im Archiv mit dem Prozessmodell steht ein Dateiname, der aus dem Archiv hinausführt: „{name}“.");
        refuse("path.xml", path.as_bytes(), &reason);
    }
    refuse("text.xml", message("Das ist kein Base64!").as_bytes(), "Das Prozessmodell in der Datei ist beschädigt: Es ist kein Base64.");
    let long = message(&"A".repeat(34 << 20));
    refuse("long.xml", long.as_bytes(), "Das Archiv mit dem Prozessmodell ist größer als 16 MB");
    refuse("cut.xml", message("UEsDBBQAAAAIAF2idV2lOEXWJxoAAD66").as_bytes(), "Das Archiv mit dem Prozessmodell ist beschädigt");
}

/// The import is refused because of the model inside the message.
#[track_caller]
fn refuse_inside(model: &[u8], reason: &str) {
    let (_folder, path) = file("a.xml", message(&packed(&[("modell.bpmn", model)])).as_bytes());
    refuse_naming(&path, "a.xml › modell.bpmn", reason);
}

#[test]
fn models_in_messages_are_read_as_carefully() {
    refuse_inside(
        b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
        "Zeile 1, Zeichen 1: Die Datei erklärt einen Dokumenttyp oder Kürzel (DOCTYPE).",
    );
    refuse_inside("<a>\n".repeat(10_000).as_bytes(), "Zeile 257, Zeichen 1: Mehr als 256 Elemente liegen ineinander.");
    refuse_inside(
        b"<definitions><process id='a'></definitions>",
        "Zeile 1, Zeichen 30: Offen ist „process“, geschlossen wird „definitions“.",
    );
}

const MODEL: &[u8] =
    b"<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"p\"><task id=\"a\"/></process></definitions>";
const DAMAGED: &str = "Das Archiv mit dem Prozessmodell ist beschädigt, verschlüsselt oder auf eine Art gepackt, die nicht gelesen wird.";

/// An archive with the model, in which these bytes stand instead: places from the entry's own head and from the one in the list at the end.
fn damaged(own: usize, listed: usize, bytes: &[u8]) -> String {
    let mut archive = zipped(&[("modell.bpmn", MODEL)]);
    let list = archive.windows(4).position(|four| four == b"PK\x01\x02").unwrap();
    for at in [own, list + listed] {
        archive[at..at + bytes.len()].copy_from_slice(bytes);
    }
    message(&base64::Engine::encode(&base64::engine::general_purpose::STANDARD, archive))
}

#[test]
fn archives_that_are_damaged_or_locked() {
    // By the format's note (APPNOTE 4.3): check sum, the bit for encryption.
    refuse("sum.xml", damaged(14, 16, &[1, 2, 3, 4]).as_bytes(), DAMAGED);
    refuse("locked.xml", damaged(6, 8, &[1]).as_bytes(), DAMAGED);
    // It says that 4 GB come out.
    refuse(
        "size.xml",
        damaged(22, 24, &[0xff, 0xff, 0xff, 0xfe]).as_bytes(),
        "Die Datei „modell.bpmn“ im Archiv mit dem Prozessmodell wird beim Auspacken",
    );
}

#[test]
fn seventy_thousand_entries() {
    let names: Vec<String> = (0..70_000).map(|number| format!("{number}.xml")).collect();
    let files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), b"".as_slice())).collect();
    refuse("entries.xml", message(&packed(&files)).as_bytes(), "Im Archiv mit dem Prozessmodell liegen mehr als 100 Dateien.");
}

#[test]
fn folders_in_an_archive_are_passed_over() {
    let (_folder, path) = file("folders.xml", message(&packed(&[("a/", b""), ("a/b/", b""), ("a/b/modell.bpmn", MODEL)])).as_bytes());
    take(&path, &["Ein Schritt"]);
}
