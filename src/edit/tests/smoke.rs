//! The first steps of a new procedure.

use crate::edit::*;
use crate::model::*;

#[test]
fn a_small_procedure_is_drawn() {
    let mut editor = Editor::new(Document::empty("p", "P"));
    let process = editor.document().main_process;
    let start = NodeKind::StartEvent { trigger: Event::None, is_interrupting: true };
    let made = editor
        .apply(Command::Flow(FlowCommand::AddNode { process, kind: start, name: String::new(), at: Point::new(100.0, 100.0) }))
        .unwrap();
    let Subject::Node(start) = made.created[0] else { panic!() };
    let made = editor.apply(Command::Flow(FlowCommand::Append { after: start, kind: NodeKind::UserTask, at: None })).unwrap();
    let Subject::Node(task) = made.created[0] else { panic!() };
    editor
        .apply(Command::Flow(FlowCommand::AddPool {
            process: Some(process),
            name: "Amt".into(),
            orientation: Orientation::Horizontal,
            at: None,
        }))
        .unwrap();
    let pool = *editor.document().pools.keys().collect::<Vec<_>>().first().unwrap();
    for name in ["Antragsteller", "Sachbearbeitung"] {
        editor
            .apply(Command::Flow(FlowCommand::AddLane { pool, parent: None, name: name.into(), role: Some(RoleKind::Caseworker) }))
            .unwrap();
    }
    let form = editor.apply(Command::Content(ContentCommand::AddForm { name: "Antrag".into(), step: Some(task) })).unwrap();
    let (Subject::Form(form), Subject::FormElement(_, page)) = (form.created[0], form.created[1]) else { panic!() };
    let place = FormPlace { form, container: page, index: 9 };
    for (label, kind) in
        [("Name", NewFieldKind::Simple(FieldKind::Text)), ("Rasse", NewFieldKind::Choice(None)), ("Hunde", NewFieldKind::List)]
    {
        editor.apply(Command::Content(ContentCommand::AddField { place, label: label.into(), kind })).unwrap();
    }
    editor.apply(Command::Flow(FlowCommand::Move { subjects: vec![Subject::Node(task)], by: Vector::new(100.0, 150.0) })).unwrap();
    assert_eq!(editor.document().lanes.len(), 2);
    assert!(editor.document().nodes.get(task).unwrap().lane.is_some());
    while editor.undo().is_some() {}
    assert_eq!(**editor.document(), Document::empty("p", "P"));
    while editor.redo().is_some() {}
    assert_eq!(editor.document().fields.len(), 3);
}
