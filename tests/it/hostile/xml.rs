//! XML: bombs, depth, size, encodings.

use super::{file, huge, refuse, refuse_path, run, take};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

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
    for begin in ["", "<?xml version=\"1.0\"?><a>"] {
        let (_folder, path) = huge("huge.xml", begin);
        refuse_path(&path, "Zeile 1, Zeichen 1: Die Datei ist größer als 64 MB.");
    }
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
    for (name, model) in READERS {
        let deep = model.replace('@', &"<b>\n".repeat(10_000));
        let (_folder, path) = file(name, deep.as_bytes());
        refuse_path(&path, "Zeile ");
        fs::write(&path, format!("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>{}", model.replace('@', "&b;"))).unwrap();
        refuse_path(&path, "Zeile 1, Zeichen 1: Die Datei erklärt einen Dokumenttyp");
    }
}

/// A flow of BPMN with this in it.
fn flow(inside: &str) -> String {
    format!("<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"p\">{inside}</process></definitions>")
}

#[test]
fn very_many_of_one_thing_cost_no_more_than_they_must() {
    let many = |count: usize, text: &dyn Fn(usize) -> String| (0..count).map(text).collect::<Vec<_>>().concat();
    let chain = many(50_000, &|number| {
        format!("<task id=\"t{number}\"/><sequenceFlow id=\"f{number}\" sourceRef=\"t{number}\" targetRef=\"t{}\"/>", number + 1)
    });
    let notes = many(20_000, &|number| format!("<textAnnotation id=\"n{number}\"/><association sourceRef=\"n{number}\" targetRef=\"a\"/>"));
    for inside in [chain, format!("<task id=\"a\"/>{notes}")] {
        let (_folder, path) = file("many.bpmn", flow(&inside).as_bytes());
        take(&path, &["ohne Platz im Bild sind zu viele"]);
    }
    let library = |inside: &str| {
        format!("<Bibliothek Schluessel=\"a\" Rubrik=\"Vorgangsdefinition\" Version=\"2.5\"><Vorgang>{inside}</Vorgang></Bibliothek>")
    };
    let fields = many(100_000, &|number| format!("<Metadatenfeld Name=\"f{number}\"><Textfeld/></Metadatenfeld>"));
    let steps = "<MeldungAnzeigen/>".repeat(100_000);
    for inside in [
        format!("<Metadatendefinition><Objekt Name=\"a\">{fields}</Objekt></Metadatendefinition>"),
        format!("<Vorgangsworkflow><Startelement>{steps}</Startelement></Vorgangsworkflow>"),
    ] {
        refuse("many.xml", library(&inside).as_bytes(), "Die Datei beschreibt zusammen mehr als 10000 Abläufe, Schritte und Felder");
    }
}

#[test]
fn long_expressions_stay_texts() {
    let condition = |text: String| {
        flow(&format!(
            "<task id=\"a\"/><task id=\"b\"/><sequenceFlow sourceRef=\"a\" targetRef=\"b\"><conditionExpression>{text}</conditionExpression></sequenceFlow>"
        ))
    };
    for text in [format!("${{{}a}}", "a == 1 &amp;&amp; ".repeat(50_000)), format!("{}1", "a + ".repeat(100_000)), "(".repeat(100_000)] {
        let (_folder, path) = file("long.bpmn", condition(text).as_bytes());
        take(&path, &[]);
    }
}

#[test]
fn a_library_of_settings_and_its_procedure_come_in_either_order() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/civento");
    let [settings, procedure] = ["einstellungen.xml", "hundesteuer.xml"].map(|name| data.join(name));
    let out = tempfile::tempdir().unwrap();
    let came = [[&settings, &procedure], [&procedure, &settings]].map(|[first, second]| {
        let ran = run(&[Path::new("import"), first, second, Path::new("--out"), &out.path().join("x.dienstweg.ron")]);
        (ran.code, ran.code == Some(0) || ran.fault.contains(" kann nicht importiert werden. "))
    });
    assert_eq!(came[0], came[1]);
    assert!(came[0].1);
}
