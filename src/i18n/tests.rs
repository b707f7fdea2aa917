//! Tests of sentences that name fields and what could be meant.

use super::{Language, Texts};
use crate::check::check;
use crate::edit::{Command, ContentCommand, Editor, FlowCommand, Record};
use crate::model::{Document, Event, FieldKind, NodeKind, Point, SequenceFlow, Subject};

/// Sentences about the expressions of a document with a start, a gateway and two ways, one under this condition.
fn problems_of_condition(condition: &str) -> Vec<String> {
    let mut editor = Editor::new(Document::empty("a", "A"));
    let process = editor.document().main_process;
    let mut add = |kind: NodeKind, name: &str, x: f64, y: f64| {
        let command = FlowCommand::AddNode { process, kind, name: name.to_owned(), at: Point::new(x, y) };
        editor.apply(Command::Flow(command)).unwrap().created[0]
    };
    let start = add(NodeKind::StartEvent { trigger: Event::None, is_interrupting: true }, "Start", 100.0, 100.0);
    let gateway = add(NodeKind::ExclusiveGateway, "Gebühr?", 300.0, 100.0);
    let ends = [100.0, 300.0].map(|y| add(NodeKind::EndEvent(Event::None), "Ende", 500.0, y));
    for (from, to) in [(start, gateway), (gateway, ends[0]), (gateway, ends[1])] {
        editor.apply(Command::Flow(FlowCommand::Connect { from, to })).unwrap();
    }
    let object = editor.apply(Command::Content(ContentCommand::AddObjectType { name: "Antrag".to_owned() })).unwrap().created[0];
    let Subject::ObjectType(object) = object else { panic!("an object type") };
    let field = ContentCommand::AddDataField { object, name: "Gebühr".to_owned(), kind: FieldKind::Money };
    editor.apply(Command::Content(field)).unwrap();
    let flows: Vec<SequenceFlow> = editor.document().flows.values().filter(|flow| Subject::Node(flow.from) == gateway).cloned().collect();
    let conditional = SequenceFlow { condition: condition.to_owned(), ..flows[0].clone() };
    editor.apply(Command::Put(Record::Flow(conditional))).unwrap();
    editor.apply(Command::Put(Record::Flow(SequenceFlow { is_default: true, ..flows[1].clone() }))).unwrap();
    let texts = Texts::new(Language::German);
    check(editor.document())
        .iter()
        .filter(|problem| problem.kind == "check-expression-way")
        .map(|problem| texts.problem(editor.document(), problem))
        .collect()
}

#[test]
fn a_sound_condition_has_no_problem() {
    assert_eq!(problems_of_condition("antrag.gebuehr > 100"), Vec::<String>::new());
}

#[test]
fn an_unknown_field_is_named_with_what_is_meant() {
    let found = problems_of_condition("antrag.gebür > 100");
    assert_eq!(found.len(), 1);
    assert!(found[0].starts_with("Beim Weg zu "), "{}", found[0]);
    assert!(found[0].ends_with("Das Feld „gebür“ gibt es nicht. Gemeint: „gebuehr“?"), "{}", found[0]);
}

#[test]
fn a_condition_that_is_no_condition_says_so() {
    let found = problems_of_condition("antrag.gebuehr + 1");
    assert!(found[0].ends_with("Erwartet wird ja oder nein, heraus kommt eine Zahl."), "{found:?}");
}

#[test]
fn half_typed_conditions_are_problems_not_panics() {
    for text in ["antrag.", "antrag.gebuehr >", "\"offen", "((((", "antrag.gebuehr > \"viel\""] {
        assert_eq!(problems_of_condition(text).len(), 1, "{text}");
    }
}
