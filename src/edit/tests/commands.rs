//! Every command: a preview shows what a commit makes, undo brings the start back, redo the outcome.

use super::fixture::{Sample, start_kind};
use crate::edit::*;
use crate::layout::align::{Alignment, Distribution};
use crate::layout::auto::Extent;
use crate::model::*;

fn flow_commands(s: &Sample) -> Vec<FlowCommand> {
    let document = s.document();
    let main = document.main_process;
    let first = s.way(s.start, s.task);
    let about = Some(Subject::Flow(first));
    let artifact = |kind| Artifact { id: ArtifactId(0), process: main, parent: None, kind };
    let data = ArtifactKind::DataObject { name: "Akte".into(), object: Some(s.object), is_store: false };
    let fragment =
        copy(document, &[Subject::Node(s.task), Subject::Node(s.gateway), Subject::Node(s.sub_process), Subject::Artifact(s.note)]);
    let lane = super::fixture::bounds(document, Subject::Lane(s.lanes[0]));
    let pool = super::fixture::bounds(document, Subject::Pool(s.pool));
    vec![
        FlowCommand::AddNode { process: main, kind: start_kind(), name: "Los".into(), at: Point::new(120.0, 500.0) },
        FlowCommand::AddNode { process: s.other, kind: NodeKind::ManualTask, name: String::new(), at: Point::new(0.0, 0.0) },
        FlowCommand::Append { after: s.task, kind: NodeKind::UserTask, at: None },
        FlowCommand::Append { after: s.boundary, kind: NodeKind::Task, at: Some(Point::new(700.0, 700.0)) },
        FlowCommand::InsertOnFlow { flow: first, kind: NodeKind::ScriptTask(Vec::new()) },
        FlowCommand::DropOnFlow { flow: first, node: s.no },
        FlowCommand::AddBoundaryEvent { host: s.task, trigger: Event::Error(String::new()), is_interrupting: true, at: None },
        FlowCommand::Connect { from: Subject::Node(s.task), to: Subject::Node(s.no) },
        FlowCommand::Connect { from: Subject::Node(s.other_task), to: Subject::Node(s.task) },
        FlowCommand::Connect { from: Subject::Artifact(s.note), to: Subject::Flow(first) },
        FlowCommand::Reconnect { connection: Subject::Flow(s.way(s.gateway, s.no)), end: FlowEnd::Target, to: Subject::Node(s.end) },
        FlowCommand::Reconnect { connection: Subject::MessageFlow(s.message), end: FlowEnd::Target, to: Subject::Node(s.yes) },
        FlowCommand::OwnTail { flow: s.way(s.no, s.end), until: None },
        FlowCommand::Move { subjects: vec![Subject::Node(s.task), Subject::Artifact(s.note)], by: Vector::new(15.0, 40.0) },
        FlowCommand::Move { subjects: vec![Subject::Pool(s.pool)], by: Vector::new(-200.0, 10.0) },
        FlowCommand::Move { subjects: vec![Subject::Lane(s.lanes[1])], by: Vector::new(5.0, 5.0) },
        FlowCommand::Move { subjects: vec![Subject::Node(s.sub_process)], by: Vector::new(80.0, 0.0) },
        FlowCommand::Move { subjects: vec![Subject::Node(s.boundary)], by: Vector::new(-60.0, 3.0) },
        FlowCommand::Resize { subject: Subject::Node(s.task), bounds: s.bounds(s.task).grown(10.0) },
        FlowCommand::Resize { subject: Subject::Lane(s.lanes[0]), bounds: Bounds { height: lane.height + 60.0, ..lane } },
        FlowCommand::Resize { subject: Subject::Pool(s.pool), bounds: pool.grown(50.0) },
        FlowCommand::SetCourse { connection: Subject::Flow(first), waypoints: Some(vec![Point::new(0.0, 0.0), Point::new(5.0, 9.0)]) },
        FlowCommand::SetLabelPlace { subject: Subject::Node(s.gateway), bounds: Some(Bounds::new(1.0, 2.0, 30.0, 10.0)) },
        FlowCommand::SetLabelPlace { subject: Subject::Flow(first), bounds: Some(Bounds::new(1.0, 2.0, 30.0, 10.0)) },
        FlowCommand::ChangeKind { node: s.task, kind: NodeKind::ServiceTask },
        FlowCommand::ChangeKind { node: s.gateway, kind: NodeKind::ParallelGateway },
        FlowCommand::SetExpanded { node: s.sub_process, is_expanded: false },
        FlowCommand::AddPool {
            content: PoolContent::BlackBox,
            name: "Gericht".into(),
            orientation: Orientation::Vertical,
            at: Some(Point::new(9.0, 9.0)),
        },
        FlowCommand::AddLane { pool: s.pool, parent: None, name: "Kasse".into(), role: Some(RoleKind::System) },
        FlowCommand::AddLane { pool: s.pool, parent: Some(s.lanes[0]), name: "Innen".into(), role: None },
        FlowCommand::AddPool { content: PoolContent::NewProcess, name: "Kasse".into(), orientation: Orientation::Vertical, at: None },
        FlowCommand::AddLaneBeside { lane: s.lanes[0], side: Side::Before, name: "Oben".into() },
        FlowCommand::Divide { pool: s.pool, lane: Some(s.lanes[0]), parts: 3, name: "Teil".into() },
        FlowCommand::MoveLane { lane: s.lanes[0], to: 1 },
        FlowCommand::TakeOut { node: s.task },
        FlowCommand::Attach { event: s.boundary, host: Some(s.no), at: s.bounds(s.no).corner() },
        FlowCommand::Attach { event: s.boundary, host: None, at: s.bounds(s.boundary).moved(Vector::new(0.0, 90.0)).centre() },
        FlowCommand::MakeRoom { process: main, from: s.bounds(s.gateway).centre(), by: Vector::new(70.0, 0.0) },
        FlowCommand::MakeRoom { process: main, from: s.bounds(s.gateway).centre(), by: Vector::new(0.0, 70.0) },
        FlowCommand::AddArtifact {
            artifact: artifact(data),
            bounds: Bounds::new(200.0, 200.0, 40.0, 50.0),
            about: Some(Subject::Node(s.yes)),
        },
        FlowCommand::AddArtifact {
            artifact: artifact(ArtifactKind::Group { name: "G".into() }),
            bounds: Bounds::new(9.0, 9.0, 90.0, 90.0),
            about: None,
        },
        FlowCommand::AddArtifact {
            artifact: artifact(ArtifactKind::Annotation { text: "A".into() }),
            bounds: Bounds::new(9.0, 9.0, 90.0, 90.0),
            about,
        },
        FlowCommand::Paste { fragment, process: main, at: Point::new(300.0, 900.0) },
        FlowCommand::AddOutline { process: main, after: Some(s.yes), outline: read_outline("Kasse: Buchen\nMahnen", |_| false).0 },
        FlowCommand::AddOutline { process: main, after: Some(s.task), outline: read_outline("Gut?\n ja: A\n nein: B", |_| false).0 },
        FlowCommand::AddOutline { process: main, after: None, outline: read_outline("Leitung: A\nEnde: B", |_| false).0 },
        FlowCommand::AddOutline { process: s.other, after: Some(s.other_task), outline: read_outline("X: A\nY: B", |_| false).0 },
        FlowCommand::TidyUp { extent: Extent::Process(main), orientation: None },
        FlowCommand::TidyUp { extent: Extent::Process(main), orientation: Some(Orientation::Vertical) },
        FlowCommand::TidyUp { extent: Extent::Everything, orientation: None },
        FlowCommand::TidyUp { extent: Extent::Nodes(vec![s.task, s.gateway, s.sub_process]), orientation: None },
    ]
}

fn content_commands(s: &Sample) -> Vec<ContentCommand> {
    let place = FormPlace { form: s.form, container: s.page, index: 1 };
    let heading = FormElement::new(FormElementId(0), ElementKind::Heading("Angaben".into()));
    let group = FieldGroup::new("Gruppe", vec![heading.clone()]);
    let group = FormElement { kind: ElementKind::Group(group), ..heading.clone() };
    let last = s.document().forms.get(s.form).unwrap().pages[0].elements[2].id;
    let case = s.document().test_cases.get(s.case).unwrap().clone();
    let whole = copy_of_forms(s.editor.document(), &[Subject::Form(s.form)]).unwrap();
    let page = copy_of_forms(s.editor.document(), &[Subject::FormElement(s.form, s.page)]).unwrap();
    vec![
        ContentCommand::AddProcess { name: "Zweites".into() },
        ContentCommand::AddRole { name: "Kasse".into(), kind: RoleKind::System },
        ContentCommand::AddObjectType { name: "Hund".into() },
        ContentCommand::AddDataField { object: s.object, name: "Größe".into(), kind: FieldKind::Decimal },
        ContentCommand::AddCodeList { name: "Farben".into() },
        ContentCommand::AddReadyCodeList(s.document().code_lists.get(s.list).unwrap().clone()),
        ContentCommand::AddNestedObject { object: s.object, name: "Ort".into(), is_list: false },
        ContentCommand::AddNestedObject { object: s.object, name: "Orte".into(), is_list: true },
        ContentCommand::MoveDataField { field: s.name_field, object: s.object, index: usize::MAX },
        ContentCommand::DuplicateData { subject: Subject::DataField(s.name_field) },
        ContentCommand::DuplicateData { subject: Subject::ObjectType(s.object) },
        ContentCommand::AddForm { name: "Zweites".into(), step: Some(s.inner) },
        ContentCommand::AddPage { form: s.form, title: "Anlagen".into() },
        ContentCommand::AddElement { place, element: heading },
        ContentCommand::AddElement { place, element: group },
        ContentCommand::AddField { place, label: "Alter".into(), kind: NewFieldKind::Simple(FieldKind::WholeNumber) },
        ContentCommand::AddField { place, label: "Farbe".into(), kind: NewFieldKind::MultipleChoice(Some(s.list)) },
        ContentCommand::AddField { place: FormPlace { container: last, ..place }, label: "Farbe".into(), kind: NewFieldKind::Choice(None) },
        ContentCommand::MoveElement { element: last, place: FormPlace { index: 0, ..place } },
        ContentCommand::DuplicateForm { form: s.form },
        ContentCommand::AddRule { form: s.form, rule: FormRule { targets: vec![last], ..FormRule::new(FormElementId(0), "Regel") } },
        ContentCommand::AddLanguage { tag: "en".into(), name: "English".into() },
        ContentCommand::AddSummary { form: s.form, title: "Zusammenfassung".into() },
        ContentCommand::DeriveForm { form: s.form, wanted: super::form_parts::derivation() },
        ContentCommand::PasteInForm { fragment: whole, place: None },
        ContentCommand::PasteInForm { fragment: page, place: Some(place) },
        ContentCommand::AddDecisionTable { name: "Gebühr".into() },
        ContentCommand::AddDocumentTemplate { name: "Bescheid".into() },
        ContentCommand::AddSetting { name: "Satz".into(), kind: FieldKind::Choice(s.list) },
        ContentCommand::AddTestCase(case),
        ContentCommand::AddExercise(s.document().exercises.get(s.exercise).unwrap().clone()),
        ContentCommand::TakeUp(Box::new(s.document().clone())),
    ]
}

fn removals(s: &Sample) -> Vec<Vec<Subject>> {
    let element = s.document().forms.get(s.form).unwrap().pages[0].elements[0].id;
    vec![
        vec![Subject::Node(s.task)],
        vec![Subject::Node(s.sub_process), Subject::Node(s.gateway)],
        vec![Subject::Node(s.boundary)],
        vec![Subject::Flow(s.way(s.task, s.gateway))],
        vec![Subject::MessageFlow(s.message)],
        vec![Subject::Artifact(s.note)],
        vec![Subject::Pool(s.pool)],
        vec![Subject::Pool(s.black_box)],
        vec![Subject::Lane(s.lanes[0])],
        vec![Subject::Process(s.other)],
        vec![Subject::Role(s.document().roles.keys().next().unwrap())],
        vec![Subject::Form(s.form)],
        vec![Subject::FormElement(s.form, element)],
        vec![Subject::Form(s.form), Subject::ObjectType(s.object), Subject::CodeList(s.list)],
        vec![Subject::FormElement(s.form, element), Subject::DataField(s.name_field)],
        vec![Subject::DecisionTable(s.table), Subject::DocumentTemplate(s.letter), Subject::Setting(s.setting), Subject::TestCase(s.case)],
        vec![Subject::Exercise(s.exercise)],
    ]
}

/// Every kind of record with a changed name and, where it has one, key.
fn records(s: &Sample) -> Vec<Record> {
    let d = s.document();
    macro_rules! changed {
        ($($table:ident $record:ident),*) => { vec![$({
            let mut row = d.$table.values().next().unwrap().clone();
            row.name = "Anders".into();
            row.key = "anders".into();
            Record::$record(row)
        }),*] };
    }
    let mut records = changed!(processes Process, roles Role, pools Pool, lanes Lane, nodes Node, flows Flow, message_flows MessageFlow);
    records.extend(changed!(objects ObjectType, fields DataField, code_lists CodeList, forms Form, decision_tables DecisionTable));
    records.extend(changed!(document_templates DocumentTemplate, settings Setting));
    let mut note = d.artifacts.values().next().unwrap().clone();
    note.kind = ArtifactKind::Annotation { text: "Anders".into() };
    let mut association = d.associations.values().next().unwrap().clone();
    association.is_directed = true;
    let mut case = d.test_cases.values().next().unwrap().clone();
    let mut exercise = d.exercises.get(s.exercise).unwrap().clone();
    exercise.goals.pop();
    case.steps.push(TestStep::Wait { duration: "P1D".into() });
    let mut default = d.flows.get(s.way(s.gateway, s.yes)).unwrap().clone();
    default.is_default = true;
    records.extend([
        Record::Artifact(note),
        Record::Association(association),
        Record::TestCase(case),
        Record::Exercise(exercise),
        Record::Flow(default),
    ]);
    records
}

fn all_commands(s: &Sample) -> Vec<Command> {
    let batch = Command::Batch {
        name: CommandName::Fix,
        commands: vec![
            Command::Remove(vec![Subject::Node(s.no)]),
            Command::Content(ContentCommand::AddRole { name: "Neu".into(), kind: RoleKind::System }),
        ],
    };
    let nodes = [s.task, s.yes, s.gateway].map(Subject::Node);
    let composed = [
        align(s.document(), &nodes, Alignment::Top).unwrap(),
        distribute(s.document(), &[s.start, s.task, s.yes].map(Subject::Node), Distribution::Horizontal).unwrap(),
        cut(s.document(), &nodes).1,
        duplicate(s.document(), &nodes, Vector::new(0.0, 300.0)).unwrap(),
    ];
    let flows = flow_commands(s).into_iter().map(Command::Flow);
    let contents = content_commands(s).into_iter().map(Command::Content);
    let removed = removals(s).into_iter().map(Command::Remove);
    let put = records(s).into_iter().map(Command::Put);
    flows.chain(contents).chain(removed).chain(put).chain([batch]).chain(composed).collect()
}

#[test]
fn every_command_goes_there_and_back() {
    let sample = Sample::new();
    for command in all_commands(&sample) {
        let mut editor = sample.editor.clone();
        let start = Document::clone(editor.document());
        assert_eq!(editor.try_command(&command), Ok(()), "{command:?}");
        let committed = editor.apply(command.clone()).unwrap();
        let outcome = Document::clone(editor.document());
        assert_ne!(outcome, start, "changes something: {command:?}");
        assert!(committed.created.iter().all(|subject| outcome.has(*subject)), "{command:?}");
        assert_eq!(editor.undo(), Some(committed.name));
        assert_eq!(**editor.document(), start, "undone: {command:?}");
        assert_eq!(editor.redo(), Some(committed.name));
        assert_eq!(**editor.document(), outcome, "done again: {command:?}");

        let mut editor = sample.editor.clone();
        editor.preview(Holder(1), command.clone()).unwrap();
        assert_eq!(**editor.shown(), outcome, "shown: {command:?}");
        assert_eq!(editor.commit(), Some(committed), "{command:?}");
        assert_eq!(**editor.document(), outcome, "committed: {command:?}");
    }
}

#[test]
fn every_outcome_keeps_the_invariants() {
    let sample = Sample::new();
    assert_eq!((violations(sample.document()), undrawn(sample.document())), (Vec::new(), Vec::new()));
    for command in all_commands(&sample) {
        let mut editor = sample.editor.clone();
        editor.apply(command.clone()).unwrap();
        assert_eq!((violations(editor.document()), undrawn(editor.document())), (Vec::new(), Vec::new()), "{command:?}");
    }
}
