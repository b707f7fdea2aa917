//! Every kind of change to every file, at several places each: what is written keeps the rules of the schema and is read again as the same
//! document, and nothing of other programs is lost that does not belong to what was taken out.

use super::edits::{FILES, bare, is_first, is_global};
use super::native::said;
use super::round::{file, read, text};
use super::schema::faults;
use dienstweg::edit::{Command, Editor, FlowCommand, PoolContent, Record, Side, copy};
use dienstweg::exchange::bpmn::export;
use dienstweg::exchange::xml;
use dienstweg::layout::auto::Extent;
use dienstweg::model::{
    Artifact, ArtifactId, ArtifactKind, Bounds, Document, Event, FlowNode, NodeId, NodeKind, Orientation, Point, Repetition, Subject,
    Timer, Vector,
};
use std::collections::BTreeMap;

/// A change, and what it is called.
type Change = (&'static str, Command);

/// Up to two of a list, from its beginning and end.
fn some<T: Clone>(all: &[T]) -> Vec<T> {
    let mut places = vec![0, all.len().saturating_sub(1)];
    places.dedup();
    places.into_iter().filter_map(|at| all.get(at).cloned()).collect()
}

/// Nodes that are elements of the file themselves.
fn own(document: &Document, is_wanted: impl Fn(&FlowNode) -> bool) -> Vec<FlowNode> {
    let is_own = |node: &&FlowNode| !is_global(document, node) && stands_alone(document, node) && is_wanted(node);
    document.nodes.values().filter(is_own).cloned().collect()
}

/// Whether no other node came from its element.
fn stands_alone(document: &Document, node: &FlowNode) -> bool {
    let origin = |node: NodeId| document.origins.get(Subject::Node(node)).map(|origin| &origin.id);
    let own = origin(node.id);
    is_first(document, node) && document.nodes.keys().filter(|other| origin(*other) == own).count() == 1
}

fn removals(document: &Document) -> Vec<Change> {
    let mut subjects: Vec<(&'static str, Subject)> = Vec::new();
    let mut take = |name, all: Vec<Subject>| subjects.extend(some(&all).into_iter().map(|subject| (name, subject)));
    take("a step goes", own(document, |node| node.kind.is_activity()).iter().map(|node| Subject::Node(node.id)).collect());
    take("a gateway goes", own(document, |node| node.kind.is_gateway()).iter().map(|node| Subject::Node(node.id)).collect());
    take("an event goes", own(document, |node| node.kind.is_event()).iter().map(|node| Subject::Node(node.id)).collect());
    take("an event at an edge goes", own(document, |node| node.kind.host().is_some()).iter().map(|node| Subject::Node(node.id)).collect());
    let is_own = |subject: &Subject| document.origins.contains(*subject);
    take("a way goes", document.flows.keys().map(Subject::Flow).filter(is_own).collect());
    take("a message goes", document.message_flows.keys().map(Subject::MessageFlow).collect());
    take("an artifact goes", document.artifacts.keys().map(Subject::Artifact).collect());
    take("an association goes", document.associations.keys().map(Subject::Association).collect());
    take("a lane goes", document.lanes.keys().map(Subject::Lane).collect());
    take("a pool goes", document.pools.keys().map(Subject::Pool).collect());
    subjects.into_iter().map(|(name, subject)| (name, Command::Remove(vec![subject]))).collect()
}

fn flows(document: &Document) -> Vec<Change> {
    let mut all: Vec<Change> = Vec::new();
    let mut flow = |name, command| all.push((name, Command::Flow(command)));
    let main = document.main_process;
    flow(
        "a new step",
        FlowCommand::AddNode { process: main, kind: NodeKind::UserTask, name: "Neu".to_owned(), at: Point::new(900.0, 900.0) },
    );
    for node in some(&own(document, |node| node.kind.host().is_none() && !matches!(node.kind, NodeKind::EndEvent(_)))) {
        flow("a step behind", FlowCommand::Append { after: node.id, kind: NodeKind::ServiceTask, at: None });
    }
    for node in some(&own(document, |node| node.kind.is_activity())) {
        let trigger = Event::Timer(Timer::Date("@\"2026-03-02\"".to_owned()));
        flow("an event at the edge", FlowCommand::AddBoundaryEvent { host: node.id, trigger, is_interrupting: false, at: None });
        let bounds = document.diagram.shapes.get(Subject::Node(node.id)).unwrap().bounds;
        flow(
            "a larger step",
            FlowCommand::Resize { subject: Subject::Node(node.id), bounds: Bounds { width: bounds.width + 20.0, ..bounds } },
        );
        let artifact = Artifact {
            id: ArtifactId(0),
            process: node.process,
            parent: node.parent,
            kind: ArtifactKind::Annotation { text: "Hinweis".to_owned() },
        };
        let place = Bounds::new(bounds.x, bounds.y - 90.0, 120.0, 50.0);
        flow("an annotation", FlowCommand::AddArtifact { artifact, bounds: place, about: Some(Subject::Node(node.id)) });
    }
    for node in some(&own(document, |node| matches!(node.kind, NodeKind::SubProcess { .. }))) {
        let is_expanded = document.is_closed(node.id);
        flow("a sub-process opens or closes", FlowCommand::SetExpanded { node: node.id, is_expanded });
    }
    let name = "Nachbar".to_owned();
    flow("a black box", FlowCommand::AddPool { content: PoolContent::BlackBox, name, orientation: Orientation::Horizontal, at: None });
    if document.pool_of(main).is_none() {
        let content = PoolContent::Process(main);
        flow(
            "a pool round the flow",
            FlowCommand::AddPool { content, name: "Amt".to_owned(), orientation: Orientation::Horizontal, at: None },
        );
    }
    for pool in some(&document.pools.values().filter(|pool| pool.process.is_some()).cloned().collect::<Vec<_>>()) {
        flow("a lane", FlowCommand::AddLane { pool: pool.id, parent: None, name: "Neu".to_owned(), role: None });
    }
    for lane in some(&document.lanes.values().cloned().collect::<Vec<_>>()) {
        flow("a lane beside", FlowCommand::AddLaneBeside { lane: lane.id, side: Side::Behind, name: "Daneben".to_owned() });
    }
    for (subject, edge) in some(&document.diagram.edges.iter().map(|(subject, edge)| (subject, edge.clone())).collect::<Vec<_>>()) {
        let (first, last) = (edge.waypoints[0], edge.waypoints[edge.waypoints.len() - 1]);
        let waypoints = Some(vec![first, Point::new(first.x, last.y + 35.0), Point::new(last.x, last.y + 35.0), last]);
        flow("another course", FlowCommand::SetCourse { connection: subject, waypoints });
        let bounds = Some(Bounds::new(first.x, first.y - 30.0, 60.0, 20.0));
        flow("another place of a label", FlowCommand::SetLabelPlace { subject, bounds });
    }
    flow("laid out", FlowCommand::TidyUp { extent: Extent::Process(main), orientation: None });
    flow("laid out upright", FlowCommand::TidyUp { extent: Extent::Everything, orientation: Some(Orientation::Vertical) });
    all
}

/// What is there already at other places: copied, put into ways and taken out, fastened to steps, divided, moved aside.
fn rearranged(document: &Document) -> Vec<Change> {
    let mut all: Vec<Change> = Vec::new();
    let mut flow = |name, command| all.push((name, Command::Flow(command)));
    let main = document.main_process;
    let bounds = |node: &FlowNode| document.diagram.shapes.get(Subject::Node(node.id)).map(|shape| shape.bounds);
    let activities = own(document, |node| node.kind.is_activity() && node.kind.host().is_none());
    let inside = |node: &FlowNode| document.nodes.values().filter(|other| other.parent == Some(node.id)).count();
    let mut copied = some(&activities);
    copied.extend(activities.iter().max_by_key(|node| inside(node)).cloned());
    for node in copied {
        let fragment = copy(document, &[Subject::Node(node.id)]);
        flow("a copy", FlowCommand::Paste { fragment, process: main, at: Point::new(950.0, 1200.0) });
    }
    let everything: Vec<Subject> = own(document, |node| node.process == main).iter().map(|node| Subject::Node(node.id)).collect();
    let fragment = copy(document, &everything);
    flow("a copy of everything", FlowCommand::Paste { fragment, process: main, at: Point::new(0.0, 3000.0) });
    for event in some(&own(document, |node| matches!(node.kind, NodeKind::CatchEvent(_)))) {
        for host in some(&activities) {
            let at = bounds(&host).map(|it| Point::new(it.x + it.width / 2.0, it.y + it.height)).unwrap_or_default();
            flow("fastened", FlowCommand::Attach { event: event.id, host: Some(host.id), at });
        }
    }
    for event in some(&own(document, |node| node.kind.host().is_some())) {
        flow("taken off", FlowCommand::Attach { event: event.id, host: None, at: Point::new(700.0, 1300.0) });
        let other = activities.iter().find(|host| Some(host.id) != event.kind.host());
        if let Some((host, place)) = other.and_then(|host| Some((host.id, bounds(host)?))) {
            flow("at another step", FlowCommand::Attach { event: event.id, host: Some(host), at: Point::new(place.x, place.y) });
        }
    }
    let ways: Vec<_> = document.flows.values().filter(|it| document.origins.contains(Subject::Flow(it.id))).collect();
    for node in some(&activities) {
        flow("taken out of its way", FlowCommand::TakeOut { node: node.id });
        let elsewhere = ways.iter().rev().find(|way| way.from != node.id && way.to != node.id);
        if let Some(way) = elsewhere {
            flow("put into another way", FlowCommand::DropOnFlow { flow: way.id, node: node.id });
        }
    }
    for gateway in some(&own(document, |node| node.kind.is_gateway())) {
        flow("a gateway taken out of its way", FlowCommand::TakeOut { node: gateway.id });
    }
    for way in some(&ways) {
        flow("a step put into a way", FlowCommand::InsertOnFlow { flow: way.id, kind: NodeKind::UserTask });
    }
    for (from, by) in [((150.0, 100.0), (80.0, 0.0)), ((400.0, 250.0), (0.0, 60.0)), ((300.0, 100.0), (-20.0, 0.0))] {
        let (from, by) = (Point::new(from.0, from.1), Vector::new(by.0, by.1));
        flow("room", FlowCommand::MakeRoom { process: main, from, by });
    }
    for pool in some(&document.pools.values().map(|it| it.id).collect::<Vec<_>>()) {
        flow("a pool divided", FlowCommand::Divide { pool, lane: None, parts: 3, name: "Teil".to_owned() });
    }
    for lane in some(&document.lanes.values().collect::<Vec<_>>()) {
        flow("a lane divided", FlowCommand::Divide { pool: lane.pool, lane: Some(lane.id), parts: 2, name: "Teil".to_owned() });
        flow("a lane first", FlowCommand::MoveLane { lane: lane.id, to: 0 });
        flow("a lane last", FlowCommand::MoveLane { lane: lane.id, to: 9 });
    }
    all
}

fn kinds(document: &Document) -> Vec<Change> {
    let mut all: Vec<Change> = Vec::new();
    let mut change =
        |name, node: &FlowNode, kind: NodeKind| all.push((name, Command::Flow(FlowCommand::ChangeKind { node: node.id, kind })));
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for node in own(document, |_| true) {
        // Two of each kind are enough.
        let called = format!("{:?}", std::mem::discriminant(&node.kind)) + &format!("{:?}", node.kind.event().map(std::mem::discriminant));
        let count = seen.entry(called).or_default();
        *count += 1;
        if *count > 2 {
            continue;
        }
        match &node.kind {
            NodeKind::UserTask => change("another kind of step", &node, NodeKind::Task),
            kind if kind.is_activity() => change("another kind of step", &node, NodeKind::UserTask),
            NodeKind::ParallelGateway => change("another kind of gateway", &node, NodeKind::ExclusiveGateway),
            kind if kind.is_gateway() => change("another kind of gateway", &node, NodeKind::ParallelGateway),
            NodeKind::StartEvent { trigger, is_interrupting } => {
                let trigger = if matches!(trigger, Event::Message(_)) { Event::None } else { Event::Message("Post".to_owned()) };
                change("another start", &node, NodeKind::StartEvent { trigger, is_interrupting: *is_interrupting });
            }
            NodeKind::EndEvent(event) => {
                let event = if *event == Event::Terminate { Event::None } else { Event::Terminate };
                change("another end", &node, NodeKind::EndEvent(event));
            }
            NodeKind::CatchEvent(_) => change("another event", &node, NodeKind::ThrowEvent(Event::Signal("Ruf".to_owned()))),
            NodeKind::ThrowEvent(_) => change("another event", &node, NodeKind::CatchEvent(Event::Signal("Ruf".to_owned()))),
            NodeKind::BoundaryEvent { host, .. } => {
                let trigger = Event::Error("Neu".to_owned());
                change("another event at an edge", &node, NodeKind::BoundaryEvent { host: *host, trigger, is_interrupting: true });
            }
            _ => {}
        }
    }
    all
}

fn words(document: &Document) -> Vec<Change> {
    let mut all: Vec<Change> = Vec::new();
    let mut put = |name, record| all.push((name, Command::Put(record)));
    let name = || "Anders".to_owned();
    for it in some(&document.pools.values().cloned().collect::<Vec<_>>()) {
        put("another name of a pool", Record::Pool(dienstweg::model::Pool { name: name(), ..it }));
    }
    for it in some(&document.lanes.values().cloned().collect::<Vec<_>>()) {
        put("another name of a lane", Record::Lane(dienstweg::model::Lane { name: name(), ..it }));
    }
    let own_flows: Vec<_> = document.flows.values().filter(|it| document.origins.contains(Subject::Flow(it.id))).cloned().collect();
    for it in some(&own_flows) {
        put("another name of a way", Record::Flow(dienstweg::model::SequenceFlow { name: name(), ..it.clone() }));
    }
    for it in some(&document.message_flows.values().cloned().collect::<Vec<_>>()) {
        put("another name of a message", Record::MessageFlow(dienstweg::model::MessageFlow { name: name(), ..it }));
    }
    for it in some(&document.artifacts.values().cloned().collect::<Vec<_>>()) {
        let kind = match it.kind {
            ArtifactKind::Annotation { .. } => ArtifactKind::Annotation { text: name() },
            ArtifactKind::Group { .. } => ArtifactKind::Group { name: name() },
            ArtifactKind::DataObject { object, is_store, .. } => ArtifactKind::DataObject { name: name(), object, is_store },
        };
        put("another text beside the flow", Record::Artifact(Artifact { kind, ..it }));
    }
    for it in some(&own(document, |node| node.kind.is_activity())) {
        let once = it.repetition == Repetition::Once;
        let loops = Repetition::Loop { condition: "true".to_owned(), tests_before: true, maximum: Some(4) };
        put("another repetition", Record::Node(FlowNode { repetition: if once { loops } else { Repetition::Once }, ..it.clone() }));
    }
    let named =
        |process: &dienstweg::model::Process| dienstweg::model::Process { name: name(), description: "Neu".to_owned(), ..process.clone() };
    put("another name of the procedure", Record::Process(named(document.main().unwrap())));
    all
}

fn moves(document: &Document) -> Vec<Change> {
    let shapes = document.diagram.shapes.keys().filter(|it| document.origins.contains(*it) && !matches!(it, Subject::Lane(_)));
    let alone = |subject: &Subject| subject.node().and_then(|node| document.nodes.get(node)).is_none_or(|it| stands_alone(document, it));
    let shapes: Vec<Subject> = shapes.filter(alone).collect();
    let shift = |subject: Subject| Command::Flow(FlowCommand::Move { subjects: vec![subject], by: Vector::new(11.0, 7.0) });
    some(&shapes).into_iter().map(|subject| ("moved", shift(subject))).collect()
}

/// Elements of other programs in a text, by name.
fn foreign(text: &str) -> BTreeMap<String, usize> {
    let root = xml::read(text).unwrap();
    let mut found = BTreeMap::new();
    let mut open = vec![&root];
    while let Some(element) = open.pop() {
        if !element.name.namespace.contains("omg.org") && !element.name.namespace.contains("dienstweg") {
            *found.entry(element.name.qualified()).or_default() += 1;
        }
        open.extend(element.elements());
    }
    found
}

#[test]
fn every_kind_of_change_to_every_file() {
    let mut wrong = Vec::new();
    let mut done: BTreeMap<&str, usize> = BTreeMap::new();
    for path in FILES {
        let bytes = file(path);
        let (document, before) = (read(&bytes), text(&bytes));
        let (old, vendor) = (faults(&before), foreign(&before));
        let all =
            [removals(&document), flows(&document), rearranged(&document), kinds(&document), words(&document), moves(&document)].concat();
        for (name, command) in all {
            let mut editor = Editor::new(document.clone());
            // What is not allowed there is not tried.
            if editor.apply(command.clone()).is_err() {
                continue;
            }
            *done.entry(name).or_default() += 1;
            let after = text(&export(editor.document()).bytes);
            let new: Vec<String> = faults(&after).into_iter().filter(|fault| !old.contains(fault)).collect();
            if !new.is_empty() {
                wrong.push(format!("{path}: {name}: {new:?} by {command:?}"));
                continue;
            }
            let (is, wanted) = (said(&bare(&read(&xml::encode(&after)))), said(&bare(editor.document())));
            let only = |these: &[String], those: &[String]| these.iter().filter(|line| !those.contains(line)).cloned().collect::<Vec<_>>();
            // Several pictures stand below each other anew; a process that the file does not draw is laid out anew; of processes that are left
            // without their pools another one may be taken for the procedure; conversations go with those who take part in them.
            let is_place = |line: &String| line.starts_with("shape ") || line.starts_with("edge ");
            let may_differ = |line: &String| match name {
                _ if path == "bpmn/several.bpmn" && is_place(line) => true,
                "another name of a way" => is_place(line),
                "a pool goes" => line.starts_with("main ") || path == "bpmn/conversation.bpmn" && !line.starts_with("role "),
                _ => false,
            };
            let without = |lines: Vec<String>| lines.into_iter().filter(|line| !may_differ(line)).collect::<Vec<_>>();
            let (more, less) = (without(only(&is, &wanted)), without(only(&wanted, &is)));
            if !more.is_empty() || !less.is_empty() {
                wrong.push(format!("{path}: {name}: read again {more:?}, not {less:?} by {command:?}"));
            }
            if !matches!(command, Command::Remove(_)) && !name.contains("kind of step") && foreign(&after) != vendor {
                wrong.push(format!("{path}: {name}: elements of others are lost"));
            }
        }
    }
    assert!(done.len() > 30 && done.values().sum::<usize>() > 250, "{done:?}");
    let part = |line: &String| {
        line.chars().take(300).chain(" … ".chars()).chain(line.chars().skip(300.max(line.chars().count().saturating_sub(900)))).collect()
    };
    let shown: Vec<String> = wrong.iter().map(part).collect();
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), shown.join("\n"));
}
