//! Files that would do harm, given to the command line: each is refused with place and reason, within two seconds and little memory.

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};
use std::{fs, str};

/// Longest time for a refusal. Without optimization the program takes several times as long.
const LONGEST: Duration = Duration::from_secs(if cfg!(debug_assertions) { 10 } else { 2 });

/// The program with these arguments, in an address space of so many kilobytes where the system can bound it.
fn bounded(arguments: &[&str]) -> Command {
    let program = env!("CARGO_BIN_EXE_dienstweg");
    let mut command = if cfg!(target_os = "linux") {
        let mut shell = Command::new("sh");
        shell.args(["-c", "ulimit -v 500000; exec \"$0\" \"$@\"", program]);
        shell
    } else {
        Command::new(program)
    };
    command.args(arguments).env("RUST_BACKTRACE", "0");
    command
}

#[track_caller]
fn refuse(name: &str, bytes: &[u8], reason: &str) {
    let folder = tempfile::tempdir().unwrap();
    let (file, out) = (folder.path().join(name), folder.path().join("x.dienstweg.ron"));
    fs::write(&file, bytes).unwrap();
    refuse_file(&file, &out, reason);
}

#[track_caller]
fn refuse_file(file: &Path, out: &Path, reason: &str) {
    let start = Instant::now();
    let output = bounded(&["import", file.to_str().unwrap(), "--out", out.to_str().unwrap(), "--lang", "de"]).output().unwrap();
    let took = start.elapsed();
    let fault = str::from_utf8(&output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{fault}");
    let name = file.file_name().unwrap().to_str().unwrap();
    let sentence = fault.strip_prefix(&format!("„{name}“ kann nicht importiert werden. ")).unwrap_or_else(|| panic!("{fault}"));
    assert!(sentence.starts_with(reason), "{sentence}");
    assert!(!out.exists());
    assert!(took < LONGEST, "{took:?}");
}

#[test]
fn entity_bombs() {
    let mut bomb = String::from("<?xml version=\"1.0\"?>\n<!DOCTYPE lolz [\n<!ENTITY lol0 \"lol\">\n");
    for level in 1..=20 {
        let _ = writeln!(bomb, "<!ENTITY lol{level} \"{}\">", format!("&lol{};", level - 1).repeat(10));
    }
    bomb += "]>\n<lolz>&lol20;</lolz>";
    let reason = "Zeile 2, Zeichen 1: Die Datei erklärt einen Dokumenttyp oder Kürzel (DOCTYPE).";
    refuse("bomb.xml", bomb.as_bytes(), reason);
    refuse("wide.xml", format!("<?xml version=\"1.0\"?>\n<!DOCTYPE a [<!ENTITY b \"{}\">]><a/>", "x".repeat(10 << 20)).as_bytes(), reason);
}

#[test]
fn external_entities() {
    let reason = "Zeile 1, Zeichen 1: Die Datei erklärt einen Dokumenttyp oder Kürzel (DOCTYPE).";
    refuse("file.xml", b"<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>", reason);
    refuse("net.xml", b"<!DOCTYPE a SYSTEM \"http://example.org/a.dtd\"><a/>", reason);
    refuse("unknown.xml", b"<a>\n&b;</a>", "Zeile 2, Zeichen 1: Das Kürzel „&b;“ ist nicht bekannt.");
}

#[test]
fn ten_thousand_levels() {
    refuse("deep.xml", "<a>\n".repeat(10_000).as_bytes(), "Zeile 257, Zeichen 1: Mehr als 256 Elemente liegen ineinander.");
    refuse("deepest.xml", "<a>".repeat(10_000_000).as_bytes(), "Zeile 1, Zeichen 769: Mehr als 256 Elemente liegen ineinander.");
}

#[test]
fn two_hundred_megabytes() {
    let folder = tempfile::tempdir().unwrap();
    let (file, out) = (folder.path().join("huge.xml"), folder.path().join("x.dienstweg.ron"));
    // A file with a hole in it takes no room on the disk.
    fs::File::create(&file).unwrap().set_len(200 << 20).unwrap();
    refuse_file(&file, &out, "Zeile 1, Zeichen 1: Die Datei ist größer als 64 MB.");
}

#[test]
fn many_elements_within_the_size() {
    let text = format!("<a>{}</a>", "<b/>".repeat(10 << 20));
    refuse("wide.xml", text.as_bytes(), "Zeile 1, Zeichen 4000004: Die Datei enthält mehr Elemente oder Angaben, als gelesen werden.");
}

#[test]
fn wrong_encodings() {
    let reason = "Zeile 2, Zeichen 1: Dort stehen Bytes, die in ihrem Zeichensatz nichts bedeuten.";
    refuse("latin.xml", b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\xe4<a/>", reason);
    refuse("half.xml", b"\xff\xfe<\0a\0/\0>", "Zeile 1, Zeichen");
    refuse("ebcdic.xml", b"<?xml version=\"1.0\" encoding=\"EBCDIC\"?><a/>", "Zeile 1, Zeichen 1: Der Zeichensatz „EBCDIC“");
}

#[test]
fn two_byte_order_marks() {
    refuse("marks.xml", "\u{feff}\u{feff}<a/>".as_bytes(), "Zeile 1, Zeichen 2: Dort steht ein Zeichen, das XML nicht erlaubt.");
}

#[test]
fn truncated_files() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/fim/S00000094V1.0_xdf2.xml");
    let real = fs::read(path).unwrap();
    for share in [1, 3, 7, 9] {
        refuse("cut.xml", &real[..real.len() * share / 10], "Zeile ");
    }
}

#[test]
fn random_bytes() {
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut random = |_| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 32) as u8
    };
    let bytes: Vec<u8> = (0..1 << 20).map(&mut random).collect();
    refuse("random.xml", &bytes, "Zeile 1, Zeichen");
    refuse("random.csv", &bytes, "Es ist weder XML noch eine Tabelle mit Schlüsseln.");
}

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
    let folder = tempfile::tempdir().unwrap();
    let (file, out) = (folder.path().join("a.xml"), folder.path().join("x.dienstweg.ron"));
    fs::write(&file, message(&packed(&[("modell.bpmn", model)]))).unwrap();
    let start = Instant::now();
    let output = bounded(&["import", file.to_str().unwrap(), "--out", out.to_str().unwrap(), "--lang", "de"]).output().unwrap();
    assert!(start.elapsed() < LONGEST, "{:?}", start.elapsed());
    let fault = str::from_utf8(&output.stderr).unwrap();
    let sentence = fault.strip_prefix("„a.xml › modell.bpmn“ kann nicht importiert werden. ").unwrap_or_else(|| panic!("{fault}"));
    assert!(sentence.starts_with(reason), "{sentence}");
    assert!(!out.exists());
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

/// What each reader takes its files by, with places for something that does harm.
const READERS: [(&str, &str); 5] = [
    ("a.bpmn", "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"a\">@</process></definitions>"),
    (
        "a.xml",
        "<x:alleInhalte.export.0303 xmlns:x=\"http://www.regierung-mv.de/xprozess/2\"><x:prozesskatalog>@</x:prozesskatalog></x:alleInhalte.export.0303>",
    ),
    (
        "a.xml",
        "<x:xdatenfelder.stammdatenschema.0102 xmlns:x=\"urn:xoev-de:fim:standard:xdatenfelder_2\"><x:stammdatenschema>@</x:stammdatenschema></x:xdatenfelder.stammdatenschema.0102>",
    ),
    ("a.gc", "<gc:CodeList xmlns:gc=\"http://docs.oasis-open.org/codelist/ns/genericode/1.0/\">@</gc:CodeList>"),
    ("a.xml", "<bibliothek>@</bibliothek>"),
];

#[test]
fn every_reader_bounds_depth_and_entities() {
    for (name, file) in READERS {
        let deep = file.replace('@', &"<b>\n".repeat(10_000));
        let folder = tempfile::tempdir().unwrap();
        let (path, out) = (folder.path().join(name), folder.path().join("x.dienstweg.ron"));
        fs::write(&path, &deep).unwrap();
        refuse_file(&path, &out, "Zeile ");
        fs::write(&path, format!("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>{}", file.replace('@', "&b;"))).unwrap();
        refuse_file(&path, &out, "Zeile 1, Zeichen 1: Die Datei erklärt einen Dokumenttyp");
    }
}
