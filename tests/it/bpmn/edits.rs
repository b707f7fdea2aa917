//! Each kind of change, made in the studio to a kept file: only that is otherwise in the file, and it is read again as the same document.

use super::facts::differences;
use super::native::{said, same};
use super::round::{file, read, text};
use super::schema::faults;
use dienstweg::edit::{Command, Editor, FlowCommand, FlowEnd, Record};
use dienstweg::exchange::bpmn::export;
use dienstweg::exchange::xml;
use dienstweg::model::{Document, FlowNode, NodeId, NodeKind, SequenceFlow, Subject, Vector};
use std::collections::{BTreeMap, BTreeSet};

pub const FILES: [&str; 12] = [
    "bpmn/process.bpmn",
    "bpmn/events.bpmn",
    "bpmn/conversation.bpmn",
    "bpmn/choreography.bpmn",
    "bpmn/several.bpmn",
    "miwg/A.1.0.bpmn",
    "miwg/A.2.0.bpmn",
    "miwg/A.3.0.bpmn",
    "miwg/A.4.1.bpmn",
    "miwg/B.1.0.bpmn",
    "miwg/C.9.1.bpmn",
    "fim/99006028261000.bpmn",
];

/// What a command makes of a file: the document, and the file that it gives.
fn change(bytes: &[u8], command: impl Fn(&Document) -> Option<Command>) -> Option<(String, String)> {
    changes(bytes, |document| Some(vec![command(document)?]))
}

/// The same of several commands.
fn changes(bytes: &[u8], commands: impl Fn(&Document) -> Option<Vec<Command>>) -> Option<(String, String)> {
    let document = read(bytes);
    let commands = commands(&document)?;
    let mut editor = Editor::new(document);
    for command in commands {
        editor.apply(command).unwrap();
    }
    let after = text(&export(editor.document()).bytes);
    same(&said(&bare(&read(&xml::encode(&after)))), &said(&bare(editor.document())), "read again");
    let before = text(bytes);
    let old = faults(&before);
    let new: Vec<String> = faults(&after).into_iter().filter(|fault| !old.contains(fault)).collect();
    assert_eq!(new, Vec::<String>::new());
    Some((before, after))
}

/// The document without places of what is nowhere drawn in the file: steps of global tasks, and nodes that stand with another one for a
/// single element of the file, with the connections at them.
pub fn bare(document: &Document) -> Document {
    let mut document = document.clone();
    let is_helper = |node: &FlowNode| is_global(&document, node) || !is_first(&document, node);
    let helpers: BTreeSet<NodeId> = document.nodes.values().filter(|node| is_helper(node)).map(|node| node.id).collect();
    let flows: Vec<_> =
        document.flows.values().filter(|it| helpers.contains(&it.from) || helpers.contains(&it.to)).map(|it| it.id).collect();
    for subject in helpers.into_iter().map(Subject::Node).chain(flows.into_iter().map(Subject::Flow)) {
        document.diagram.shapes.remove(subject);
        document.diagram.edges.remove(subject);
    }
    document
}

/// Whether it is the step of a task that is a process of its own.
pub fn is_global(document: &Document, node: &FlowNode) -> bool {
    !document.origins.contains(Subject::Node(node.id)) && document.processes.get(node.process).is_some_and(|it| it.key == node.key)
}

/// Whether it is the first node that came from its element of the file.
pub fn is_first(document: &Document, node: &FlowNode) -> bool {
    let origin = |node: NodeId| document.origins.get(Subject::Node(node)).map(|origin| &origin.id);
    let own = origin(node.id);
    own.is_none() || document.nodes.keys().find(|other| origin(*other) == own) == Some(node.id)
}

/// The same for all files. The file says something else only about the elements that the change is about, what is in them, what draws them,
/// and in references to them; `other` says which other sentences may differ.
#[track_caller]
fn check(other: impl Fn(&str) -> bool, command: impl Fn(&Document) -> Option<(Command, Vec<Subject>)>) {
    let mut done = 0;
    for path in FILES {
        let bytes = file(path);
        let document = read(&bytes);
        let Some((_, subjects)) = command(&document) else { continue };
        let (before, after) = change(&bytes, |document| Some(command(document)?.0)).unwrap();
        done += 1;
        let drawn = drawn(&before);
        let touched = inside(&before, subjects.iter().filter_map(|subject| Some(document.origins.get(*subject)?.id.as_str())).collect());
        let (lost, gained) = differences(&before, &after);
        assert!(lost.len() + gained.len() > 0, "{path}");
        assert_eq!(references(&before, &touched), references(&after, &touched), "{path}");
        for line in lost.iter().chain(&gained) {
            let own = line.trim_start_matches('#').split(['/', ' ']).next().unwrap_or_default();
            let id = drawn.get(own).map_or(own, String::as_str);
            let refers = ["/incoming[", "/outgoing[", "/flowNodeRef["].iter().any(|it| line.contains(it));
            let is_about = touched.contains(id) || refers || line.starts_with("waypoint ");
            // What the file does not draw gets a place when something in the picture is changed.
            let is_new = !before.contains(&format!("\"{own}\"")) && ["_di", "_plane", "_diagram"].iter().any(|end| own.ends_with(end));
            assert!(is_about || is_new && gained.contains(line) || other(line), "{path}: {line}");
        }
    }
    assert!(done > 0);
}

/// What references at other elements say, in all: those to what was touched aside.
fn references(text: &str, touched: &BTreeSet<String>) -> Vec<(String, String, String)> {
    let root = xml::read(text).unwrap();
    let mut found = Vec::new();
    let mut open = vec![&root];
    while let Some(element) = open.pop() {
        for inner in element.elements().filter(|it| matches!(it.name.local, "incoming" | "outgoing" | "flowNodeRef")) {
            let of = inner.text().trim().to_owned();
            let owner = element.attribute("id").unwrap_or_default().to_owned();
            if !touched.contains(&of) && !touched.contains(&owner) {
                found.push((owner, inner.name.local.to_owned(), of));
            }
        }
        open.extend(element.elements());
    }
    found.sort();
    found
}

/// These ids and those of all elements in them.
fn inside(text: &str, ids: BTreeSet<&str>) -> BTreeSet<String> {
    let root = xml::read(text).unwrap();
    let mut found = BTreeSet::new();
    let mut open = vec![(false, &root)];
    while let Some((is_inside, element)) = open.pop() {
        let id = element.attribute("id").unwrap_or_default();
        let is_inside = is_inside || ids.contains(id);
        if is_inside {
            found.insert(id.to_owned());
        }
        open.extend(element.elements().map(|inner| (is_inside, inner)));
    }
    found
}

/// A step with the connections, messages and associations at it.
fn with_lines(document: &Document, node: NodeId) -> Vec<Subject> {
    let own = Subject::Node(node);
    let flows = document.flows.values().filter(|it| it.from == node || it.to == node).map(|it| Subject::Flow(it.id));
    let messages = document.message_flows.values().filter(|it| it.from == own || it.to == own).map(|it| Subject::MessageFlow(it.id));
    let beside = document.associations.values().filter(|it| it.from == own || it.to == own).map(|it| Subject::Association(it.id));
    std::iter::once(own).chain(flows).chain(messages).chain(beside).collect()
}

/// What each element of the picture draws.
fn drawn(text: &str) -> BTreeMap<String, String> {
    let root = xml::read(text).unwrap();
    let of = |it: &xml::Element<'_>| Some((it.attribute("id")?.to_owned(), it.attribute("bpmnElement")?.to_owned()));
    let mut found = BTreeMap::new();
    for diagram in root.all("BPMNDiagram") {
        for plane in diagram.all("BPMNPlane") {
            found.extend(plane.elements().chain([plane]).filter_map(of));
            found.extend(of(plane).and_then(|(_, of)| Some((diagram.attribute("id")?.to_owned(), of))));
        }
    }
    found
}

fn steps(document: &Document) -> impl Iterator<Item = &FlowNode> {
    let is_own = |node: &&FlowNode| !is_global(document, node) && is_first(document, node) && node.name != "Bearbeiten";
    document.nodes.values().filter(|node| node.kind.is_activity()).filter(is_own)
}

/// No other sentence.
fn nothing(_: &str) -> bool {
    false
}

#[test]
fn another_name() {
    for path in FILES {
        let (before, after) = change(&file(path), |document| {
            let step = steps(document).next()?;
            Some(Command::Put(Record::Node(FlowNode { name: "Größe & <Maß>".to_owned(), ..step.clone() })))
        })
        .unwrap_or_default();
        if before.is_empty() {
            continue;
        }
        let (lost, gained) = differences(&before, &after);
        assert_eq!((lost.len(), gained.len()), (1, 1), "{path}: {lost:?} {gained:?}");
        assert!(lost[0].contains("@{}name = ") && gained[0].ends_with("@{}name = Größe & <Maß>"), "{path}: {lost:?} {gained:?}");
    }
}

#[test]
fn a_note_and_a_law() {
    for path in FILES {
        let (before, after) = change(&file(path), |document| {
            let mut step = steps(document).next()?.clone();
            step.details.note = "Wichtig".to_owned();
            step.details.effort = "PT20M".to_owned();
            Some(Command::Put(Record::Node(step)))
        })
        .unwrap_or_default();
        if before.is_empty() {
            continue;
        }
        let (lost, gained) = differences(&before, &after);
        let is_own = |line: &&String| line.contains("says Wichtig") || line.contains("effort = PT20M");
        assert_eq!(gained.iter().filter(is_own).count(), 2, "{path}: {gained:?}");
        assert!(lost.iter().all(|line| line.contains("documentation") || line.starts_with("#Doc_t1 says")), "{path}: {lost:?}");
    }
}

#[test]
fn another_kind() {
    check(nothing, |document| {
        let step = steps(document).find(|node| node.kind == NodeKind::Task)?;
        Some((Command::Flow(FlowCommand::ChangeKind { node: step.id, kind: NodeKind::UserTask }), vec![Subject::Node(step.id)]))
    });
}

#[test]
fn a_new_step() {
    for path in FILES {
        let (before, after) = change(&file(path), |document| {
            let flow = document.flows.values().find(|flow| document.origins.contains(Subject::Flow(flow.id)))?;
            Some(Command::Flow(FlowCommand::InsertOnFlow { flow: flow.id, kind: NodeKind::UserTask }))
        })
        .unwrap_or_default();
        if before.is_empty() {
            continue;
        }
        let (lost, gained) = differences(&before, &after);
        assert!(gained.iter().any(|line| line.ends_with("userTask") && line.contains(" is ")), "{path}: {gained:?}");
        assert!(lost.iter().all(|line| !line.contains(" is ") || line.contains("waypoint") || line.contains("ing[")), "{path}: {lost:?}");
    }
}

#[test]
fn a_step_taken_out() {
    check(nothing, |document| {
        let step = steps(document).find(|node| document.boundary_events(node.id).next().is_none())?;
        Some((Command::Remove(vec![Subject::Node(step.id)]), with_lines(document, step.id)))
    });
}

#[test]
fn a_place_moved() {
    for path in FILES {
        let Some((before, after)) = change(&file(path), |document| {
            let step =
                document.nodes.values().rfind(|node| node.kind.host().is_none() && node.parent.is_none() && is_first(document, node))?;
            Some(Command::Flow(FlowCommand::Move { subjects: vec![Subject::Node(step.id)], by: Vector::new(3.0, 2.0) }))
        }) else {
            continue;
        };
        let (lost, gained) = differences(&before, &after);
        let is_picture = |line: &String| {
            ["Bounds", "waypoint", "isHorizontal", "BPMN", "_di", "_plane", "_diagram"].iter().any(|word| line.contains(word))
                || line.contains("Label")
        };
        // What the file does not draw gets a place when something in the picture is moved.
        assert!(lost.len() + gained.len() > 0 && lost.iter().chain(&gained).all(is_picture), "{path}: {lost:?} {gained:?}");
    }
}

#[test]
fn a_connection_led_elsewhere() {
    check(nothing, |document| {
        let flows: Vec<&SequenceFlow> = document.flows.values().filter(|flow| document.origins.contains(Subject::Flow(flow.id))).collect();
        let other = |flow: &SequenceFlow| {
            let from = document.nodes.get(flow.from)?;
            steps(document)
                .find(|node| node.id != flow.to && node.id != flow.from && (node.process, node.parent) == (from.process, from.parent))
        };
        let (flow, to) = flows.iter().find_map(|flow| Some((flow.id, other(flow)?.id)))?;
        let connection = Subject::Flow(flow);
        Some((Command::Flow(FlowCommand::Reconnect { connection, end: FlowEnd::Target, to: Subject::Node(to) }), vec![connection]))
    });
}

#[test]
fn another_lane() {
    // The studio makes room for the step, and other lines go round it: elsewhere only places are others.
    check(
        |line| line.contains("/waypoint[") || line.contains("/BPMNLabel[") || line.contains("/Bounds["),
        |document| {
            let lanes: Vec<_> = document.lanes.values().collect();
            let node = document
                .nodes
                .values()
                .find(|node| node.lane.is_some() && node.parent.is_none() && node.kind.is_event() && node.kind.host().is_none())?;
            let bounds = |subject| document.diagram.shapes.get(subject).map(|shape| shape.bounds.centre());
            let mine = document.lanes.get(node.lane?)?;
            let other = lanes.iter().find(|lane| lane.id != mine.id && lane.pool == mine.pool)?;
            let by = bounds(Subject::Lane(other.id))?.from(bounds(Subject::Node(node.id))?);
            Some((Command::Flow(FlowCommand::Move { subjects: vec![Subject::Node(node.id)], by }), with_lines(document, node.id)))
        },
    );
}

#[test]
fn into_a_sub_process() {
    let (before, after) = changes(&file("miwg/A.4.1.bpmn"), |document| {
        let named = |name: &str| document.nodes.values().find(|node| node.name == name);
        let (sub_process, step) = (named("Expanded Sub-Process 1")?, named("Task 5")?);
        let flows = document.flows.values().filter(|flow| flow.from == step.id || flow.to == step.id).map(|flow| Subject::Flow(flow.id));
        let centre = |node: &FlowNode| document.diagram.shapes.get(Subject::Node(node.id)).map(|shape| shape.bounds.centre());
        let by = centre(sub_process)?.from(centre(step)?);
        let shift = Command::Flow(FlowCommand::Move { subjects: vec![Subject::Node(step.id)], by });
        Some(vec![Command::Remove(flows.collect()), shift])
    })
    .unwrap();
    let (lost, gained) = differences(&before, &after);
    let (step, inside) = ("#sid-485E1184-9951-4B41-9794-A9AFD42A3249", "#sid-00A82BF4-1D0A-48DC-8389-C8AAF3E7F754");
    assert!(gained.contains(&format!("{step} in {inside}")), "{gained:?}");
    // What the studio does not know went along.
    assert!(!lost.iter().any(|line| line.starts_with(step) && line.contains("signavio")), "{lost:?}");
}

const JUEL: &str = "<?xml version='1.0'?>\n<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:a='urn:a'>\n  <process id='p' a:x='1'>\n    \
    <startEvent id='s'/><exclusiveGateway id='g' default='h'/><endEvent id='e'/><endEvent id='f'/>\n    \
    <sequenceFlow id='i' sourceRef='s' targetRef='g'/>\n    \
    <sequenceFlow id='j' sourceRef='g' targetRef='e'><conditionExpression>${betrag &gt; 100}</conditionExpression></sequenceFlow>\n    \
    <sequenceFlow id='h' sourceRef='g' targetRef='f'/>\n  </process>\n</definitions>\n";

#[test]
fn another_condition() {
    let (before, after) = change(JUEL.as_bytes(), |document| {
        let flow = document.flows.values().find(|flow| !flow.condition.is_empty())?;
        assert_eq!(flow.condition, "vorgang.betrag > 100");
        Some(Command::Put(Record::Flow(SequenceFlow { condition: "vorgang.betrag > 200".to_owned(), ..flow.clone() })))
    })
    .unwrap();
    let (lost, gained) = differences(&before, &after);
    assert_eq!(lost, ["#j/conditionExpression[0] says ${betrag > 100}"]);
    assert_eq!(
        gained,
        [
            "#j/conditionExpression[0] @{http://www.w3.org/2001/XMLSchema-instance}type = tFormalExpression",
            "#j/conditionExpression[0] @{}language = https://www.omg.org/spec/DMN/20191111/FEEL/",
            "#j/conditionExpression[0] says vorgang.betrag > 200"
        ]
    );
}

#[test]
fn a_file_without_picture_gets_one_when_something_is_moved() {
    let (_, after) = change(JUEL.as_bytes(), |document| {
        let node = document.nodes.values().next()?;
        Some(Command::Flow(FlowCommand::Move { subjects: vec![Subject::Node(node.id)], by: Vector::new(0.0, -60.0) }))
    })
    .unwrap();
    assert!(after.contains("BPMNShape"), "{after}");
}
