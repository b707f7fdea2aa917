//! What follows from a change: places, membership, healing, courses, references.

use super::fixture::{Sample, add, append, bounds, content, first, flow, node, rename, start_kind, way};
use crate::edit::*;
use crate::model::*;

fn empty() -> (Editor, ProcessId) {
    let editor = Editor::new(Document::empty("p", "P"));
    let process = editor.document().main_process;
    (editor, process)
}

fn place(editor: &Editor, node: NodeId) -> Bounds {
    bounds(editor.document(), Subject::Node(node))
}

fn remove(editor: &mut Editor, nodes: &[NodeId]) {
    editor.apply(Command::Remove(nodes.iter().map(|node| Subject::Node(*node)).collect())).unwrap();
}

#[test]
fn append_goes_right_on_the_same_line_then_below() {
    let (mut e, process) = empty();
    let start = add(&mut e, process, start_kind(), 100.0, 100.0);
    let first = append(&mut e, start, NodeKind::Task);
    let second = append(&mut e, start, NodeKind::Task);
    assert_eq!(place(&e, first), Bounds::new(188.0, 60.0, 140.0, 80.0));
    assert_eq!(place(&e, second), Bounds::new(188.0, 180.0, 140.0, 80.0));
}

#[test]
fn an_appended_step_has_the_role_of_the_step_before() {
    let (mut e, process) = empty();
    let first = add(&mut e, process, NodeKind::UserTask, 100.0, 100.0);
    let made = content(&mut e, ContentCommand::AddRole { name: "Amt".into(), kind: RoleKind::Caseworker });
    let role = first!(made, Role);
    let mut record = e.document().nodes.get(first).unwrap().clone();
    record.details.role = Some(role);
    e.apply(Command::Put(Record::Node(record))).unwrap();
    let role_of = |e: &Editor, node| e.document().nodes.get(node).unwrap().details.role;
    let second = append(&mut e, first, NodeKind::UserTask);
    let service = append(&mut e, second, NodeKind::ServiceTask);
    assert_eq!((role_of(&e, second), role_of(&e, service)), (Some(role), None));
}

#[test]
fn append_goes_down_where_the_flow_runs_down() {
    let (mut e, process) = empty();
    let start = add(&mut e, process, start_kind(), 100.0, 100.0);
    flow(
        &mut e,
        FlowCommand::AddPool { content: PoolContent::Process(process), name: String::new(), orientation: Orientation::Vertical, at: None },
    );
    let first = append(&mut e, start, NodeKind::Task);
    let second = append(&mut e, start, NodeKind::Task);
    assert_eq!(place(&e, first), Bounds::new(30.0, 188.0, 140.0, 80.0));
    assert_eq!(place(&e, second), Bounds::new(210.0, 188.0, 140.0, 80.0));
}

#[test]
fn inserting_pushes_on_what_stands_behind() {
    let mut s = Sample::new();
    let (task, gateway, sub) = (s.bounds(s.task), s.bounds(s.gateway), s.bounds(s.inner));
    let first = s.way(s.task, s.gateway);
    let made = s.flow(FlowCommand::InsertOnFlow { flow: first, kind: NodeKind::UserTask }).unwrap();
    let new = s.bounds(node(&made.created));
    assert_eq!(new, Bounds::new(task.right() + 40.0, task.y, 140.0, 80.0));
    // 140 wide with 40 on both sides needs 220; there were 70.
    assert_eq!(s.bounds(s.gateway), gateway.moved(Vector::new(150.0, 0.0)));
    assert_eq!(s.bounds(s.inner), sub.moved(Vector::new(150.0, 0.0)));
    assert_eq!(s.bounds(s.task), task);
}

#[test]
fn the_first_half_of_a_split_way_keeps_condition_and_label() {
    let mut s = Sample::new();
    let flow = s.way(s.gateway, s.yes);
    let record = SequenceFlow { name: "ja".into(), condition: "true".into(), ..s.document().flows.get(flow).unwrap().clone() };
    s.put(Record::Flow(record)).unwrap();
    let made = s.flow(FlowCommand::InsertOnFlow { flow, kind: NodeKind::Task }).unwrap();
    let new = node(&made.created);
    let first = s.document().flows.get(s.way(s.gateway, new)).unwrap();
    assert_eq!((first.id, first.name.as_str(), first.condition.as_str()), (flow, "ja", "true"));
    assert_eq!(s.document().flows.get(s.way(new, s.yes)).unwrap().condition, "");
}

#[test]
fn a_removed_step_leaves_its_neighbours_connected_by_the_way_in() {
    let mut s = Sample::new();
    let (flow, sub) = (s.way(s.gateway, s.yes), s.sub_process);
    remove(&mut s.editor, &[s.yes]);
    assert_eq!(way(s.document(), s.gateway, sub), Some(flow));
}

#[test]
fn a_removed_chain_is_bridged_even_with_its_inner_ways_chosen() {
    let mut s = Sample::new();
    let inner = Subject::Flow(s.way(s.yes, s.sub_process));
    s.editor.apply(Command::Remove(vec![Subject::Node(s.yes), inner, Subject::Node(s.sub_process)])).unwrap();
    assert!(way(s.document(), s.gateway, s.end).is_some());
    assert!(!s.document().nodes.contains(s.inner) && !s.document().nodes.contains(s.inner_end));
}

#[test]
fn nothing_is_bridged_against_the_rules_or_twice() {
    let (mut e, process) = empty();
    let gateway = add(&mut e, process, NodeKind::EventBasedGateway, 100.0, 100.0);
    let event = append(&mut e, gateway, NodeKind::CatchEvent(Event::Message("m".into())));
    let task = append(&mut e, event, NodeKind::Task);
    remove(&mut e, &[event]);
    assert_eq!(way(e.document(), gateway, task), None);
    let mut s = Sample::new();
    // Both ways to the end remain one: `gateway` leads to `end` already through the removed `no`.
    flow(&mut s.editor, FlowCommand::Connect { from: Subject::Node(s.gateway), to: Subject::Node(s.end) });
    remove(&mut s.editor, &[s.no]);
    assert_eq!(s.document().outgoing(s.gateway).filter(|flow| flow.to == s.end).count(), 1);
}

#[test]
fn a_dropped_step_leaves_its_old_place_healed() {
    let mut s = Sample::new();
    let flow = s.way(s.start, s.task);
    s.flow(FlowCommand::DropOnFlow { flow, node: s.no }).unwrap();
    let d = s.document();
    assert_eq!(way(d, s.start, s.no), Some(flow));
    assert!(way(d, s.no, s.task).is_some() && way(d, s.gateway, s.end).is_some());
    assert_eq!((d.incoming(s.no).count(), d.outgoing(s.no).count()), (1, 1));
}

#[test]
fn a_step_dropped_into_the_way_behind_its_neighbour_is_connected_there() {
    let mut s = Sample::new();
    let before = s.way(s.start, s.task);
    s.flow(FlowCommand::DropOnFlow { flow: before, node: s.yes }).unwrap();
    let d = s.document();
    assert!(way(d, s.start, s.yes).is_some() && way(d, s.yes, s.task).is_some() && way(d, s.gateway, s.sub_process).is_some());
}

#[test]
fn boundary_events_stay_at_the_edge() {
    let mut s = Sample::new();
    let (host, event) = (s.bounds(s.task), s.bounds(s.boundary));
    assert_eq!(event.centre().y, host.bottom());
    s.shift(s.task, 30.0, 50.0).unwrap();
    assert_eq!(s.bounds(s.boundary), event.moved(Vector::new(30.0, 50.0)));
    let host = s.bounds(s.task);
    s.flow(FlowCommand::Resize { subject: Subject::Node(s.task), bounds: Bounds { width: 200.0, height: 100.0, ..host } }).unwrap();
    assert_eq!(s.bounds(s.boundary).centre(), Point::new(host.x + 200.0 * 110.0 / 140.0, host.y + 100.0));
    s.shift(s.boundary, 500.0, -40.0).unwrap();
    let host = s.bounds(s.task);
    assert_eq!(s.bounds(s.boundary).centre().x, host.right());
}

#[test]
fn boundary_events_find_free_places() {
    let (mut e, process) = empty();
    let task = add(&mut e, process, NodeKind::Task, 100.0, 100.0);
    for _ in 0..5 {
        flow(&mut e, FlowCommand::AddBoundaryEvent { host: task, trigger: Event::None, is_interrupting: true, at: None });
    }
    let places: Vec<Bounds> = e.document().boundary_events(task).map(|event| place(&e, event.id)).collect();
    for (index, a) in places.iter().enumerate() {
        assert!(places.iter().skip(index + 1).all(|b| !a.overlaps(*b)), "{places:?}");
    }
}

#[test]
fn a_step_moved_over_a_sub_process_goes_into_it_and_out_again() {
    let (mut e, process) = empty();
    let sub = add(&mut e, process, NodeKind::SubProcess { is_event: false }, 500.0, 100.0);
    let task = add(&mut e, process, NodeKind::Task, 100.0, 100.0);
    let shift = |e: &mut Editor, x| {
        flow(e, FlowCommand::Move { subjects: vec![Subject::Node(task)], by: Vector::new(x, 0.0) });
    };
    shift(&mut e, 400.0);
    assert_eq!(e.document().nodes.get(task).unwrap().parent, Some(sub));
    // Over the edge, with its middle still inside: the sub-process grows.
    shift(&mut e, 120.0);
    assert_eq!(e.document().nodes.get(task).unwrap().parent, Some(sub));
    assert_eq!(place(&e, sub).right(), place(&e, task).right() + 20.0);
    shift(&mut e, -500.0);
    assert_eq!(e.document().nodes.get(task).unwrap().parent, None);
}

#[test]
fn what_is_in_a_sub_process_goes_with_it() {
    let mut s = Sample::new();
    let (inner, flow) = (s.bounds(s.inner), s.way(s.inner, s.inner_end));
    let course = s.document().diagram.edges.get(Subject::Flow(flow)).unwrap().waypoints.clone();
    let by = Vector::new(33.0, -7.0);
    s.flow(FlowCommand::Move { subjects: vec![Subject::Node(s.sub_process), Subject::Node(s.inner)], by }).unwrap();
    assert_eq!(s.bounds(s.inner), inner.moved(by));
    let moved: Vec<Point> = course.iter().map(|point| point.moved(by)).collect();
    assert_eq!(s.document().diagram.edges.get(Subject::Flow(flow)).unwrap().waypoints, moved);
    assert_eq!(s.document().nodes.get(s.inner).unwrap().parent, Some(s.sub_process));
}

#[test]
fn a_sub_process_keeps_its_left_middle_when_it_closes_and_opens() {
    let mut s = Sample::new();
    let (open, inner) = (s.bounds(s.sub_process), s.bounds(s.inner));
    s.flow(FlowCommand::SetExpanded { node: s.sub_process, is_expanded: false }).unwrap();
    let closed = s.bounds(s.sub_process);
    assert_eq!((closed.x, closed.centre().y, closed.width, closed.height), (open.x, open.centre().y, 140.0, 80.0));
    s.flow(FlowCommand::SetExpanded { node: s.sub_process, is_expanded: true }).unwrap();
    let again = s.bounds(s.sub_process);
    assert_eq!((again.x, again.centre().y), (open.x, open.centre().y));
    assert!(again.encloses(s.bounds(s.inner)) && again.encloses(s.bounds(s.inner_end)));
    assert_eq!(s.bounds(s.inner).width, inner.width);
}

#[test]
fn a_manual_course_keeps_its_inner_points() {
    let mut s = Sample::new();
    let connection = Subject::Flow(s.way(s.start, s.task));
    let (start, task) = (s.bounds(s.start), s.bounds(s.task));
    let points = vec![
        Point::new(start.centre().x, start.y),
        Point::new(start.centre().x, 40.0),
        Point::new(task.centre().x, 40.0),
        Point::new(task.centre().x, task.y),
    ];
    s.flow(FlowCommand::SetCourse { connection, waypoints: Some(points.clone()) }).unwrap();
    s.shift(s.task, 0.0, 20.0).unwrap();
    let edge = s.document().diagram.edges.get(connection).unwrap();
    assert!(edge.is_manual && edge.waypoints.contains(&points[1]));
    assert_eq!(edge.waypoints.first(), points.first());
    assert_eq!(edge.waypoints.last(), Some(&points[3].moved(Vector::new(0.0, 20.0))));
    s.flow(FlowCommand::SetCourse { connection, waypoints: None }).unwrap();
    assert!(!s.document().diagram.edges.get(connection).unwrap().is_manual);
}

#[test]
fn connections_of_what_did_not_move_keep_their_course() {
    let mut s = Sample::new();
    let before = s.document().diagram.edges.clone();
    s.shift(s.end, 0.0, 40.0).unwrap();
    for (edge, course) in before.iter() {
        let touched = [s.way(s.sub_process, s.end), s.way(s.no, s.end)].map(Subject::Flow).contains(&edge);
        assert_eq!(s.document().diagram.edges.get(edge) != Some(course), touched, "{edge:?}");
    }
}

#[test]
fn a_default_way_needs_a_split() {
    let mut s = Sample::new();
    let default = |s: &mut Sample, flow| {
        let record = SequenceFlow { is_default: true, ..s.document().flows.get(flow).unwrap().clone() };
        s.put(Record::Flow(record)).unwrap();
    };
    let (yes, no) = (s.way(s.gateway, s.yes), s.way(s.gateway, s.no));
    default(&mut s, yes);
    default(&mut s, no);
    let is_default = |s: &Sample, flow| s.document().flows.get(flow).unwrap().is_default;
    assert!(!is_default(&s, yes) && is_default(&s, no));
    s.flow(FlowCommand::ChangeKind { node: s.gateway, kind: NodeKind::ParallelGateway }).unwrap();
    assert!(!is_default(&s, no));
    s.editor.undo();
    s.editor.apply(Command::Remove(vec![Subject::Flow(yes)])).unwrap();
    assert!(!is_default(&s, no));
}

#[test]
fn removed_parts_are_forgotten_where_they_were_used() {
    let mut s = Sample::new();
    let node = FlowNode { ..s.document().nodes.get(s.task).unwrap().clone() };
    let mut details = node.details.clone();
    details.documents = vec![s.letter];
    details.role = s.document().roles.keys().next();
    s.put(Record::Node(FlowNode { details, ..node })).unwrap();
    s.flow(FlowCommand::ChangeKind { node: s.yes, kind: NodeKind::BusinessRuleTask(Some(s.table)) }).unwrap();
    let roles: Vec<Subject> = s.document().roles.keys().map(Subject::Role).collect();
    let parts = [Subject::Form(s.form), Subject::DocumentTemplate(s.letter), Subject::DecisionTable(s.table), Subject::Node(s.end)];
    s.editor.apply(Command::Remove(roles.into_iter().chain(parts).collect())).unwrap();
    let d = s.document();
    let details = &d.nodes.get(s.task).unwrap().details;
    assert_eq!((details.form, details.role, details.documents.len()), (None, None, 0));
    assert_eq!(d.nodes.get(s.yes).unwrap().kind, NodeKind::BusinessRuleTask(None));
    assert_eq!(d.lanes.get(s.lanes[0]).unwrap().role, None);
    assert_eq!(d.test_cases.get(s.case).unwrap().expectations, [Expectation::Visited(s.task)]);
}

#[test]
fn another_kind_keeps_what_still_applies() {
    let mut s = Sample::new();
    let old = s.document().nodes.get(s.task).unwrap().clone();
    let mut changed = old.clone();
    changed.details.note = "Merken".into();
    changed.repetition = Repetition::Loop { condition: "true".into(), tests_before: true, maximum: None };
    s.put(Record::Node(changed)).unwrap();
    s.flow(FlowCommand::ChangeKind { node: s.task, kind: NodeKind::ServiceTask }).unwrap();
    let new = s.document().nodes.get(s.task).unwrap();
    assert_eq!((&new.name, &new.key, new.details.note.as_str(), new.details.form), (&old.name, &old.key, "Merken", None));
    assert!(matches!(new.repetition, Repetition::Loop { .. }));
    let centre = s.bounds(s.yes).centre();
    s.flow(FlowCommand::ChangeKind { node: s.yes, kind: NodeKind::ParallelGateway }).unwrap();
    assert_eq!(s.bounds(s.yes), Bounds::centred(centre, 50.0, 50.0));
}

#[test]
fn a_made_key_follows_the_name_and_a_chosen_one_stays() {
    let mut s = Sample::new();
    let key = |s: &Sample, node| s.document().nodes.get(node).unwrap().key.clone();
    assert_eq!(key(&s, s.task), "antragPruefen");
    rename(&mut s.editor, s.yes, "Antrag prüfen");
    assert_eq!(key(&s, s.yes), "antragPruefen2");
    let chosen = FlowNode { key: "bewilligen".into(), ..s.document().nodes.get(s.yes).unwrap().clone() };
    s.put(Record::Node(chosen)).unwrap();
    rename(&mut s.editor, s.yes, "Ablehnen");
    assert_eq!(key(&s, s.yes), "bewilligen");
}

#[test]
fn a_copy_gets_new_identities_and_keys_and_keeps_references() {
    let mut s = Sample::new();
    let fragment =
        copy(s.document(), &[Subject::Node(s.task), Subject::Node(s.gateway), Subject::Node(s.sub_process), Subject::Node(s.boundary)]);
    // The step's boundary event and the content of the sub-process are copied along.
    assert_eq!((fragment.nodes.len(), fragment.flows.len()), (6, 2));
    let main = s.document().main_process;
    let made = s.flow(FlowCommand::Paste { fragment: fragment.clone(), process: main, at: Point::new(0.0, -900.0) }).unwrap();
    let copies: Vec<&FlowNode> = made.created.iter().filter_map(|it| s.document().nodes.get(it.node()?)).collect();
    let task = copies.iter().find(|node| node.name == "Antrag prüfen").unwrap();
    assert_eq!((task.key.as_str(), task.details.form), ("antragPruefen2", Some(s.form)));
    let shapes = copies.iter().map(|node| bounds(s.document(), Subject::Node(node.id))).reduce(Bounds::union).unwrap();
    assert_eq!(shapes.corner(), Point::new(0.0, -900.0));
    // Another document has no such form.
    let (mut e, process) = empty();
    flow(&mut e, FlowCommand::Paste { fragment, process, at: Point::default() });
    assert!(e.document().nodes.values().all(|node| node.details.form.is_none() && node.details.role.is_none()));
}

#[test]
fn a_field_finds_the_object_of_its_neighbours_or_makes_one() {
    let mut s = Sample::new();
    let made = content(&mut s.editor, ContentCommand::AddForm { name: "Größe des Hundes".into(), step: None });
    let (Subject::Form(form), Subject::FormElement(_, page)) = (made[0], made[1]) else { panic!() };
    let place = FormPlace { form, container: page, index: 0 };
    let kind = NewFieldKind::Simple(FieldKind::Text);
    content(&mut s.editor, ContentCommand::AddField { place, label: "Höhe".into(), kind });
    assert!(s.document().find_path("groesseDesHundes.hoehe").is_some());
    let first = s.document().forms.get(s.form).unwrap().pages[0].elements[2].id;
    let inside = FormPlace { form: s.form, container: first, index: 0 };
    content(&mut s.editor, ContentCommand::AddField { place: inside, label: "Rufname".into(), kind });
    assert!(s.document().find_path("antrag.hunde.rufname").is_some());
}

#[test]
fn elements_are_moved_before_the_counted_one() {
    let mut s = Sample::new();
    let order = |s: &Sample| s.document().forms.get(s.form).unwrap().pages[0].elements.iter().map(|it| it.id).collect::<Vec<_>>();
    let [a, b, c] = order(&s)[..] else { panic!() };
    let place = |index| FormPlace { form: s.form, container: s.page, index };
    for (element, index, expected) in [(a, 2, [b, a, c]), (b, 3, [a, c, b]), (c, 0, [c, a, b])] {
        let to = place(index);
        s.editor.apply(Command::Content(ContentCommand::MoveElement { element, place: to })).unwrap();
        assert_eq!(order(&s), expected);
        let back = [a, b, c].map(|element| Command::Content(ContentCommand::MoveElement { element, place: place(9) }));
        s.editor.apply(Command::Batch { name: CommandName::ChangeForm, commands: back.to_vec() }).unwrap();
    }
}
