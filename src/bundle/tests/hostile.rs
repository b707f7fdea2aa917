//! Files that are empty, cut off, foreign, newer, altered: always an error with its place, never a panic.

use super::{complete, random::Dice};
use crate::bundle::{Fault, Foreign, Place, ReadError, read_bundle, read_model, verify, write_bundle, write_model};
use crate::model::{Document, Subject, Violation};

#[track_caller]
fn check(bytes: &[u8], error: &ReadError) {
    assert_eq!(read_model(bytes).as_ref(), Err(error));
}

/// The complete model with one change, and what reading says to it.
#[track_caller]
fn changed(from: &str, to: &str) -> ReadError {
    let text = write_model(&complete::document()).unwrap();
    assert!(text.contains(from), "{from} is not in the file");
    read_model(text.replacen(from, to, 1).as_bytes()).unwrap_err()
}

#[test]
fn nothing() {
    for bytes in ["", "\n", " \t\r\n", "\u{feff}"] {
        check(bytes.as_bytes(), &ReadError::Empty);
    }
}

#[test]
fn no_text() {
    check(b"(\n format: \"d\xfcnst\"", &ReadError::NotText(Place { line: 2, column: 12 }));
    check(b"\xff\xfe(\0", &ReadError::NotText(Place { line: 1, column: 1 }));
}

#[test]
fn foreign_files() {
    let bpmn = br#"<?xml version="1.0"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"/>"#;
    for (bytes, foreign) in [
        (&b"PK\x03\x04\x14\0\x08\x08"[..], Foreign::Zip),
        (b"%PDF-1.7\n\xff", Foreign::Pdf),
        (b"\x89PNG\r\n\x1a\n", Foreign::Picture),
        (bpmn, Foreign::Bpmn),
        (b"\xef\xbb\xbf <html>", Foreign::Xml),
        (b" {\"format\": 1}", Foreign::Json),
        (b"[]", Foreign::Json),
        (b"Sehr geehrte Damen und Herren", Foreign::Other),
        (b"(a: 1, b: 2)", Foreign::Other),
        (b"(format: \"theme\", version: 1, colours: [])", Foreign::Other),
        (b"(format: \"dienstweg\", version: 0)", Foreign::Other),
    ] {
        check(bytes, &ReadError::Foreign(foreign));
    }
}

#[test]
fn a_newer_file_names_the_program_that_reads_it() {
    let newer = |needs: &str| ReadError::Newer { version: 2, known: 1, needs: needs.to_owned() };
    check(b"(format: \"dienstweg\", version: 2, needs: \"0.9.0\", novelty: {1: 2}, ", &newer("0.9.0"));
    check(b"(format: \"dienstweg\", version: 2)", &newer(""));
    check(b"(format: \"dienstweg-bundle\", version: 2, needs: 7)", &newer(""));
}

#[test]
fn damage_has_its_place() {
    let damaged = |line, column, fault| ReadError::Damaged(Place { line, column }, fault);
    check(b"(\n    format: \"dienstweg\",\n    version: x,\n)", &damaged(3, 14, Fault::Value));
    assert_eq!(changed("next_id", "naechste"), damaged(6, 9, Fault::UnknownField("naechste".to_owned())));
    assert!(matches!(
        changed("        next_id", "        main_process: 1,\n        next_id"),
        ReadError::Damaged(_, Fault::RepeatedField("main_process"))
    ));
    assert!(matches!(
        changed("leistungsschluessel: \"99102019002000\", ", ""),
        ReadError::Damaged(_, Fault::MissingField("leistungsschluessel"))
    ));
    assert!(
        matches!(changed("Registration", "Register"), ReadError::Damaged(Place { line: 9, .. }, Fault::UnknownChoice(name)) if name == "Register")
    );
    assert!(matches!(changed("width: 6", "width: 600"), ReadError::Damaged(_, Fault::Value)));
    assert!(matches!(changed("kind: DateTime", "kind DateTime"), ReadError::Damaged(_, Fault::Syntax)));
}

#[test]
fn what_does_not_fit_together() {
    let at = |found: &ReadError| match found {
        ReadError::Unsound(violations) => violations.clone(),
        other => panic!("{other}"),
    };
    let document = complete::document();
    let first = document.nodes.keys().next().unwrap();
    let circle = changed("process: 1, parent: None, lane", &format!("process: 1, parent: Some({}), lane", first.0));
    assert_eq!(at(&circle), [Violation::Circle(Subject::Node(first))]);
    assert!(matches!(at(&changed("main_process: 1,", "main_process: 77777,"))[..], [Violation::Dangling { .. }]));
    assert!(matches!(at(&changed("next_id: ", "next_id: 1, //"))[..], [Violation::Identity(_), ..]));
    for number in ["NaN", "inf", "-inf", "1e300", "-1000001.0"] {
        let found = changed("width: 1600.5", &format!("width: {number}"));
        assert!(matches!(at(&found)[..], [Violation::Picture(_)]), "{number}");
    }
    let role = document.roles.keys().next().unwrap();
    let twice = changed(&format!("(id: {}, key", role.0 + 1), &format!("(id: {}, key", role.0));
    assert_eq!(twice, ReadError::Twice(Subject::Role(role)));
}

#[test]
fn cut_off_at_every_byte() {
    let model = write_model(&Document::empty("neu", "Prüfung")).unwrap();
    let bundle = write_bundle(&Document::empty("neu", "Prüfung"), &complete::release()).unwrap();
    // The last two bytes are the closing bracket and the end of the line, which may be missing.
    for end in 0..model.len() - 2 {
        assert!(read_model(&model.as_bytes()[..end]).is_err(), "{end}");
    }
    for end in 0..bundle.len() - 2 {
        assert!(verify(&bundle.as_bytes()[..end]).is_err(), "{end}");
    }
    let place = Place { line: 5, column: 16 };
    assert_eq!(read_model(model.split_once("next_id").unwrap().0.as_bytes()), Err(ReadError::Truncated(place)));
}

#[test]
fn altered_bytes_never_panic() {
    let bundle = write_bundle(&complete::document(), &complete::release()).unwrap().into_bytes();
    let model = write_model(&complete::document()).unwrap().into_bytes();
    let mut dice = Dice(7);
    for _ in 0..400 {
        let mut bytes = if dice.below(2) == 0 { model.clone() } else { bundle.clone() };
        for _ in 0..=dice.below(3) {
            let at = dice.below(bytes.len());
            match dice.below(3) {
                0 => bytes[at] = dice.below(256) as u8,
                1 => drop(bytes.drain(at..(at + dice.below(40)).min(bytes.len()))),
                _ => bytes.splice(at..at, b"((((\"".iter().copied()).for_each(drop),
            }
        }
        // Either is fine; what is read must be sound enough to be written again.
        if let Ok(model) = read_model(&bytes) {
            assert!(write_model(&model.document).is_ok());
        }
        let _ = read_bundle(&bytes).map(|bundle| write_model(&bundle.document).unwrap());
        let _ = verify(&bytes).map_err(|error| error.to_string());
    }
}
