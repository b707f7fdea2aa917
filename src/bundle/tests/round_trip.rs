//! What is written is read as the same document, and written again as the same bytes.

use super::{complete, random};
use crate::bundle::{FileKind, kind, read_bundle, read_model, verify, write_bundle, write_model};
use crate::model::{Document, violations};
use proptest::prelude::*;

#[track_caller]
fn check(document: &Document) {
    assert_eq!(violations(document), []);
    let text = write_model(document).unwrap();
    assert_eq!(kind(text.as_bytes()), Ok(FileKind::Model));
    let read = read_model(text.as_bytes()).unwrap().document;
    assert_eq!(&read, document);
    assert_eq!(write_model(&read).unwrap(), text);
    assert!(!text.contains('\r'));
    let bundle = write_bundle(document, &complete::release()).unwrap();
    assert_eq!(kind(bundle.as_bytes()), Ok(FileKind::Bundle));
    assert_eq!(&read_bundle(bundle.as_bytes()).unwrap().document, document);
    assert_eq!(&verify(bundle.as_bytes()).unwrap().document, document);
}

#[test]
fn an_empty_document() {
    check(&Document::empty("neu", "Neues Verfahren"));
}

#[test]
fn a_complete_document() {
    check(&complete::document());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(128) })]
    #[test]
    fn random_documents(seed: u64) {
        check(&random::document(seed));
    }
}

#[test]
fn each_element_has_its_line() {
    let document = complete::document();
    let text = write_model(&document).unwrap();
    let lines_with = |part: &str| text.lines().filter(|line| line.trim_start().starts_with(part)).count();
    for node in document.nodes.keys() {
        assert_eq!(lines_with(&format!("(id: {}, key: ", node.0)), 1);
        assert_eq!(lines_with(&format!("(of: Node({}), bounds: ", node.0)), 1);
    }
    for (_, element) in document.forms.values().flat_map(|form| form.elements()).map(|element| (&element.kind, element.id)) {
        assert_eq!(lines_with(&format!("(id: {}, width: ", element.0)), 1);
    }
    assert_eq!(lines_with("(tests: "), 8, "two rules in each of four decision tables");
}

#[test]
fn a_small_change_is_a_small_difference() {
    let document = complete::document();
    let mut changed = document.clone();
    let node = changed.nodes.keys().next_back().unwrap();
    changed.nodes.get_mut(node).unwrap().name = "Bescheid erteilen".to_owned();
    let (before, after) = (write_model(&document).unwrap(), write_model(&changed).unwrap());
    assert_eq!(before.lines().count(), after.lines().count());
    assert_eq!(before.lines().zip(after.lines()).filter(|(before, after)| before != after).count(), 1);
}

#[test]
fn other_layouts_are_read_and_written_canonically() {
    let document = complete::document();
    let text = write_model(&document).unwrap();
    let windows = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    let commented = text.replacen("(\n", "// von Hand\n( /* Kopf */\n", 1).replace(",\n)", "\n)");
    for other in [windows, commented] {
        let read = read_model(other.as_bytes()).unwrap().document;
        assert_eq!(write_model(&read).unwrap(), text);
    }
}
