//! What cannot be done, and why.

use super::fixture::{Sample, add, append, flow, start_kind};
use crate::edit::*;
use crate::model::*;

fn connect(from: NodeId, to: NodeId) -> Command {
    Command::Flow(FlowCommand::Connect { from: Subject::Node(from), to: Subject::Node(to) })
}

fn kind(node: NodeId, kind: NodeKind) -> Command {
    Command::Flow(FlowCommand::ChangeKind { node, kind })
}

fn after(after: NodeId, kind: NodeKind) -> Command {
    Command::Flow(FlowCommand::Append { after, kind, at: None })
}

fn check(s: &Sample, command: Command, expected: Refusal) {
    let mut editor = s.editor.clone();
    assert_eq!(editor.apply(command.clone()), Err(expected), "{command:?}");
    assert_eq!(editor.document(), s.editor.document());
}

#[test]
fn connections() {
    let mut s = Sample::new();
    let main = s.document().main_process;
    let event_gateway = add(&mut s.editor, main, NodeKind::EventBasedGateway, 200.0, 600.0);
    let event_sub = add(&mut s.editor, main, NodeKind::SubProcess { is_event: true }, 300.0, -400.0);
    let jump = add(&mut s.editor, main, NodeKind::ThrowEvent(Event::Link("a".into())), 900.0, -400.0);
    let target = add(&mut s.editor, main, NodeKind::CatchEvent(Event::Link("a".into())), 1000.0, -400.0);
    let pool = |pool| Subject::Pool(pool);
    let to = |from, to| Command::Flow(FlowCommand::Connect { from, to });
    let main_pool = pool(s.pool);
    for (command, refusal) in [
        (connect(s.task, s.start), Refusal::IntoStart),
        (connect(s.end, s.task), Refusal::OutOfEnd),
        (connect(s.yes, s.boundary), Refusal::IntoBoundary),
        (connect(s.yes, s.yes), Refusal::ToItself),
        (connect(s.start, s.task), Refusal::AlreadyConnected(Subject::Flow(s.way(s.start, s.task)))),
        (connect(s.yes, s.inner), Refusal::CrossesSubProcess),
        (connect(event_gateway, s.yes), Refusal::AfterEventGateway),
        (connect(s.yes, event_sub), Refusal::EventSubProcess),
        (connect(jump, s.yes), Refusal::OutOfLink),
        (connect(s.yes, target), Refusal::IntoLink),
        (connect(s.gateway, s.other_task), Refusal::CannotSend(Subject::Node(s.gateway))),
        (connect(s.other_task, s.gateway), Refusal::CannotReceive(Subject::Node(s.gateway))),
        (to(Subject::Node(s.yes), main_pool), Refusal::MessageInsidePool),
        (to(pool(s.black_box), main_pool), Refusal::PoolShowsProcess(main_pool)),
        (to(pool(s.black_box), Subject::Node(s.task)), Refusal::AlreadyConnected(Subject::MessageFlow(s.message))),
        (to(Subject::Lane(s.lanes[0]), Subject::Node(s.task)), Refusal::NotConnectable),
        (to(Subject::Node(NodeId(9999)), Subject::Node(s.task)), Refusal::NotThere),
    ] {
        check(&s, command, refusal);
    }
    let flow = Subject::Flow(s.way(s.task, s.gateway));
    let end = |end, to| Command::Flow(FlowCommand::Reconnect { connection: flow, end, to: Subject::Node(to) });
    check(&s, end(FlowEnd::Target, s.other_task), Refusal::CrossesPool);
    check(&s, end(FlowEnd::Target, s.start), Refusal::IntoStart);
    check(&s, end(FlowEnd::Source, s.end), Refusal::OutOfEnd);
}

#[test]
fn nodes() {
    let mut s = Sample::new();
    let lonely = {
        let main = s.document().main_process;
        add(&mut s.editor, main, NodeKind::EventBasedGateway, 200.0, 600.0)
    };
    append(&mut s.editor, lonely, NodeKind::CatchEvent(Event::Message("m".into())));
    let first = s.way(s.start, s.task);
    let boundary = |host| NodeKind::BoundaryEvent { host, trigger: Event::None, is_interrupting: true };
    let add_boundary = |host| Command::Flow(FlowCommand::AddBoundaryEvent { host, trigger: Event::None, is_interrupting: true, at: None });
    let expand = |node| Command::Flow(FlowCommand::SetExpanded { node, is_expanded: true });
    for (command, refusal) in [
        (after(s.end, NodeKind::Task), Refusal::OutOfEnd),
        (after(s.task, start_kind()), Refusal::CannotFollow),
        (after(lonely, NodeKind::UserTask), Refusal::AfterEventGateway),
        (after(s.task, NodeKind::SubProcess { is_event: true }), Refusal::EventSubProcess),
        (Command::Flow(FlowCommand::InsertOnFlow { flow: first, kind: NodeKind::EndEvent(Event::None) }), Refusal::OutOfEnd),
        (Command::Flow(FlowCommand::DropOnFlow { flow: first, node: s.task }), Refusal::AlreadyConnected(Subject::Flow(first))),
        (Command::Flow(FlowCommand::DropOnFlow { flow: first, node: s.inner }), Refusal::CrossesSubProcess),
        (add_boundary(s.gateway), Refusal::NotAnActivity),
        (kind(s.task, start_kind()), Refusal::HasIncoming),
        (kind(s.task, NodeKind::EndEvent(Event::None)), Refusal::HasOutgoing),
        (kind(s.task, NodeKind::ParallelGateway), Refusal::HasBoundaryEvents),
        (kind(s.task, NodeKind::SendTask { message: String::new() }), Refusal::HasMessages),
        (kind(s.sub_process, NodeKind::Task), Refusal::HasContent),
        (kind(s.gateway, NodeKind::EventBasedGateway), Refusal::AfterEventGateway),
        (kind(s.yes, boundary(s.task)), Refusal::BoundaryStaysBoundary),
        (kind(s.boundary, NodeKind::Task), Refusal::BoundaryStaysBoundary),
        (expand(s.task), Refusal::NotASubProcess),
    ] {
        check(&s, command, refusal);
    }
}

#[test]
fn pictures() {
    let s = Sample::new();
    let resize = |subject, bounds| Command::Flow(FlowCommand::Resize { subject, bounds });
    let course = |points: &[Point]| {
        Command::Flow(FlowCommand::SetCourse { connection: Subject::Flow(s.way(s.start, s.task)), waypoints: Some(points.to_vec()) })
    };
    let shift = |subjects: Vec<Subject>, x| Command::Flow(FlowCommand::Move { subjects, by: Vector::new(x, 0.0) });
    let lane = |pool| Command::Flow(FlowCommand::AddLane { pool, parent: None, name: String::new(), role: None });
    let pool = FlowCommand::AddPool {
        content: PoolContent::Process(s.other),
        name: String::new(),
        orientation: Orientation::Horizontal,
        at: None,
    };
    let nowhere = Point::new(f64::NAN, 0.0);
    let at = |at| Command::Flow(FlowCommand::AddNode { process: s.other, kind: NodeKind::Task, name: String::new(), at });
    for (command, refusal) in [
        (resize(Subject::Node(s.start), Bounds::new(0.0, 0.0, 90.0, 90.0)), Refusal::FixedSize),
        (resize(Subject::Node(s.yes), Bounds::new(0.0, 0.0, 9.0, 90.0)), Refusal::TooSmall { width: 60, height: 40 }),
        (resize(Subject::Node(s.yes), Bounds::new(0.0, f64::INFINITY, 90.0, 90.0)), Refusal::OutsideWorld),
        (course(&[Point::default()]), Refusal::TooFewPoints),
        (course(&[nowhere, nowhere]), Refusal::OutsideWorld),
        (at(nowhere), Refusal::OutsideWorld),
        (shift(vec![Subject::Node(s.yes)], 1e7), Refusal::OutsideWorld),
        (shift(vec![Subject::Pool(s.black_box)], WORLD - 1.0), Refusal::OutsideWorld),
        (shift(vec![Subject::Flow(s.way(s.start, s.task))], 1.0), Refusal::NothingToDo),
        (shift(vec![Subject::Node(s.inner)], 800.0), Refusal::CrossesSubProcess),
        (lane(s.black_box), Refusal::BlackBox),
        (Command::Flow(pool), Refusal::HasPool(Subject::Pool(s.document().pool_of(s.other).unwrap()))),
        (Command::Flow(FlowCommand::Paste { fragment: Fragment::default(), process: s.other, at: Point::default() }), Refusal::NothingToDo),
    ] {
        check(&s, command, refusal);
    }
}

#[test]
fn changed_copies() {
    let s = Sample::new();
    let d = s.document();
    let node = d.nodes.get(s.yes).unwrap().clone();
    let flow = d.flows.get(s.way(s.start, s.task)).unwrap().clone();
    let field = d.fields.get(s.name_field).unwrap().clone();
    let form = d.forms.get(s.form).unwrap().clone();
    let mut fewer = form.clone();
    fewer.pages[0].elements.pop();
    let mut wide = form.clone();
    wide.pages[0].elements[0].width = 13;
    let mut pathless = form;
    if let ElementKind::Field(field) = &mut pathless.pages[0].elements[0].kind {
        field.data.0.clear();
    }
    let object = d.objects.get(s.object).unwrap().clone();
    let task_key = d.nodes.get(s.task).unwrap().key.clone();
    for (record, refusal) in [
        (Record::Node(FlowNode { key: "1".into(), ..node.clone() }), Refusal::KeyNotLegal { key: "1".into() }),
        (Record::Node(FlowNode { key: task_key.clone(), ..node.clone() }), Refusal::KeyTaken { key: task_key, by: Subject::Node(s.task) }),
        (Record::Node(FlowNode { name: "x".repeat(10_001), ..node.clone() }), Refusal::TooLong { limit: 10_000 }),
        (Record::Node(FlowNode { parent: Some(s.sub_process), ..node.clone() }), Refusal::Structure(Subject::Node(s.yes))),
        (Record::Node(FlowNode { kind: NodeKind::UserTask, ..node.clone() }), Refusal::Structure(Subject::Node(s.yes))),
        (Record::Node(FlowNode { id: NodeId(9999), ..node.clone() }), Refusal::NotThere),
        (Record::Flow(SequenceFlow { is_default: true, ..flow.clone() }), Refusal::NotASplit),
        (Record::Flow(SequenceFlow { to: s.end, ..flow.clone() }), Refusal::Structure(Subject::Flow(flow.id))),
        (Record::DataField(DataField { kind: FieldKind::Object(s.object), ..field.clone() }), Refusal::ObjectInItself),
        (
            Record::DataField(DataField { key: "rasse".into(), ..field.clone() }),
            Refusal::KeyTaken { key: "rasse".into(), by: Subject::DataField(d.find_path("antrag.rasse").unwrap().last().unwrap()) },
        ),
        (Record::ObjectType(ObjectType { fields: Vec::new(), ..object.clone() }), Refusal::Structure(Subject::ObjectType(s.object))),
        (
            Record::ObjectType(ObjectType { key: "satz".into(), ..object }),
            Refusal::KeyTaken { key: "satz".into(), by: Subject::Setting(s.setting) },
        ),
        (Record::Form(fewer), Refusal::Structure(Subject::Form(s.form))),
        (Record::Form(wide), Refusal::Width),
        (Record::Form(pathless), Refusal::BrokenPath),
    ] {
        check(&s, Command::Put(record), refusal);
    }
}

#[test]
fn removal_and_forms() {
    let mut s = Sample::new();
    let form = s.document().forms.get(s.form).unwrap().clone();
    let [name, choice, list] = [0, 1, 2].map(|index| form.pages[0].elements[index].id);
    let users = [name, choice, list].map(|element| Subject::FormElement(s.form, element)).to_vec();
    let rasse = s.document().find_path("antrag.rasse").unwrap().last().unwrap();
    let group = FieldGroup::new("", Vec::new());
    let group = FormElement::new(FormElementId(0), ElementKind::Group(group));
    let place = FormPlace { form: s.form, container: s.page, index: 0 };
    let made = s.editor.apply(Command::Content(ContentCommand::AddElement { place, element: group })).unwrap();
    let Subject::FormElement(_, group) = made.created[0] else { panic!() };
    let move_to = |element, container| Command::Content(ContentCommand::MoveElement { element, place: FormPlace { container, ..place } });
    for (command, refusal) in [
        (Command::Remove(Vec::new()), Refusal::NothingToDo),
        (Command::Remove(vec![Subject::Process(s.document().main_process)]), Refusal::MainProcess),
        (Command::Remove(vec![Subject::ObjectType(s.object)]), Refusal::InUse { by: users }),
        (Command::Remove(vec![Subject::DataField(s.name_field)]), Refusal::InUse { by: vec![Subject::FormElement(s.form, name)] }),
        (Command::Remove(vec![Subject::CodeList(s.list)]), Refusal::InUse { by: vec![Subject::DataField(rasse)] }),
        (Command::Remove(vec![Subject::FormElement(s.form, s.page)]), Refusal::LastPage),
        (move_to(group, group), Refusal::IntoItself),
        (move_to(name, list), Refusal::OutsideItsList),
        (move_to(name, choice), Refusal::NotAPlace),
        (Command::Content(ContentCommand::AddForm { name: String::new(), step: Some(s.gateway) }), Refusal::NoFormHere),
        (Command::Content(ContentCommand::AddSetting { name: String::new(), kind: FieldKind::Person }), Refusal::NotSimple),
    ] {
        check(&s, command, refusal);
    }
}

#[test]
fn a_batch_is_refused_as_a_whole() {
    let mut s = Sample::new();
    let before = s.document().clone();
    let commands = vec![Command::Remove(vec![Subject::Node(s.yes)]), connect(s.end, s.task)];
    let batch = Command::Batch { name: CommandName::Fix, commands };
    assert_eq!(s.editor.apply(batch), Err(Refusal::OutOfEnd));
    assert_eq!(*s.document(), before);
}

#[test]
fn an_element_in_a_collapsed_sub_process_stays_there() {
    let mut s = Sample::new();
    flow(&mut s.editor, FlowCommand::SetExpanded { node: s.sub_process, is_expanded: false });
    s.shift(s.sub_process, 100.0, 0.0).unwrap();
    assert_eq!(s.document().nodes.get(s.inner).unwrap().parent, Some(s.sub_process));
}
