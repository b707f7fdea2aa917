//! Files that would cost too much: refused early, in little time.

use super::complete;
use crate::bundle::{ReadError, read_model, write_model};
use crate::model::*;

fn with_name(length: usize) -> Vec<u8> {
    let text = write_model(&Document::empty("neu", "Name")).unwrap();
    text.replace("\"Name\"", &format!("\"{}\"", "x".repeat(length))).into_bytes()
}

#[test]
fn size() {
    let bytes = with_name(100 << 20);
    assert_eq!(read_model(&bytes), Err(ReadError::TooLarge { bytes: bytes.len(), limit: 64 << 20 }));
}

#[test]
fn length_of_a_text() {
    assert!(read_model(&with_name(1_000_000)).is_ok());
    assert!(matches!(read_model(&with_name(1_000_001)), Err(ReadError::TextTooLong(place)) if place.line == 9));
    assert!(matches!(read_model(&with_name(30 << 20)), Err(ReadError::TextTooLong(_))));
}

#[test]
fn length_of_a_kept_file() {
    let with_source = |length: usize| {
        let mut document = Document::empty("neu", "Name");
        let (key, name, format) = ("quelle".to_owned(), "schema.xml".to_owned(), SourceFormat::Xdatenfelder2);
        // Quotation marks stand in the file with a mark before them.
        let text = "\"x".repeat(length / 2);
        document.sources.insert(SourceId(2), Source { id: SourceId(2), key, name, format, text, given: Default::default() });
        document.next_id = 3;
        document
    };
    let longest = with_source(LONGEST_SOURCE);
    let text = write_model(&longest).unwrap();
    assert_eq!(read_model(text.as_bytes()).unwrap().document, longest);
    assert!(matches!(write_model(&with_source(LONGEST_SOURCE + 2)).unwrap_err().0, ReadError::TextTooLong(_)));
}

#[test]
fn depth_of_brackets() {
    for bracket in ["(", "[", "{", "Some(", "/*", "Group((elements:[(kind:"] {
        let mut text = String::from("(format: \"dienstweg\", version: 1, needs: \"\", document: ");
        text.extend(std::iter::repeat_n(bracket, 200_000));
        assert!(read_model(text.as_bytes()).is_err(), "{bracket}");
    }
}

/// A form with so many groups in each other, the innermost with a field.
fn nested_groups(depth: usize) -> Document {
    let mut document = complete::document();
    let form = document.forms.keys().next().unwrap();
    let innermost = document.forms.get(form).unwrap().pages[0].elements[0].clone();
    let mut element = innermost;
    for _ in 0..depth {
        let group = FieldGroup::new("", vec![element]);
        element = FormElement::new(document.new_id(), ElementKind::Group(group));
    }
    document.forms.get_mut(form).unwrap().pages[0].elements = vec![element];
    document
}

#[test]
fn depth_of_groups() {
    assert!(write_model(&nested_groups(32)).is_ok());
    for depth in [33, 100] {
        assert!(matches!(write_model(&nested_groups(depth)).unwrap_err().0, ReadError::NestedTooDeep(Subject::FormElement(..))));
    }
    let text = write_model(&nested_groups(32)).unwrap();
    assert_eq!(read_model(text.as_bytes()).unwrap().document, nested_groups(32));
    let group = r#"elements: [(id: 1, width: 1, width_medium: None, width_narrow: None, visible_when: "", kind: Group((title: "", help: "", repeat: None, "#;
    for more in [1, 100_000] {
        let deeper = text.replacen("elements: [", &(group.repeat(more) + "elements: ["), 1);
        assert!(matches!(read_model(deeper.as_bytes()), Err(ReadError::TooDeep(place)) if place.line > 5));
    }
}

/// Sub-processes in each other.
fn nested_steps(count: u32) -> Document {
    let mut document = Document::empty("neu", "Neu");
    let mut parent = None;
    for _ in 0..count {
        let id: NodeId = document.new_id();
        let (process, kind) = (document.main_process, NodeKind::SubProcess { is_event: false });
        let (key, name, repetition, details) = Default::default();
        document.nodes.insert(id, FlowNode { id, key, name, process, parent, lane: None, kind, repetition, details });
        parent = Some(id);
    }
    document
}

#[test]
fn depth_of_steps() {
    assert!(write_model(&nested_steps(32)).is_ok());
    let deepest = Subject::Node(NodeId(34));
    assert_eq!(write_model(&nested_steps(33)).unwrap_err().0, ReadError::NestedTooDeep(deepest));
}

#[test]
fn number_of_elements() {
    let mut document = Document::empty("neu", "Neu");
    for _ in 0..200_000 {
        let id = document.new_id();
        document.roles.insert(id, Role { id, key: String::new(), name: String::new(), kind: RoleKind::System });
    }
    assert_eq!(write_model(&document).unwrap_err().0, ReadError::TooMany { count: 200_001, limit: 200_000 });
    document.roles.remove(RoleId(2));
    assert!(write_model(&document).is_ok());
}
