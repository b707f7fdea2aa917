//! Every kind becomes every other, where BPMN allows it, and keeps what it had.

use super::fixture::{add, flow};
use crate::edit::*;
use crate::model::*;

fn triggers() -> Vec<Event> {
    let timer = Timer::Duration(Duration { iso: "P3D".into(), in_working_days: true });
    let named = [Event::Message, Event::Signal, Event::Error, Event::Escalation, Event::Conditional, Event::Link];
    let mut all: Vec<Event> = named.into_iter().map(|event| event("x".to_owned())).collect();
    all.extend([Event::None, Event::Timer(timer)]);
    all
}

/// Every kind that stands in the flow.
fn kinds() -> Vec<NodeKind> {
    let mut all = vec![
        NodeKind::Task,
        NodeKind::UserTask,
        NodeKind::ManualTask,
        NodeKind::ServiceTask,
        NodeKind::ScriptTask(Vec::new()),
        NodeKind::BusinessRuleTask(None),
        NodeKind::SendTask { message: String::new() },
        NodeKind::ReceiveTask { message: String::new() },
        NodeKind::CallActivity(None),
        NodeKind::SubProcess { is_event: false },
        NodeKind::SubProcess { is_event: true },
        NodeKind::ExclusiveGateway,
        NodeKind::InclusiveGateway,
        NodeKind::ParallelGateway,
        NodeKind::EventBasedGateway,
        NodeKind::EndEvent(Event::Terminate),
    ];
    for trigger in triggers() {
        all.push(NodeKind::StartEvent { trigger: trigger.clone(), is_interrupting: true });
        all.extend([NodeKind::EndEvent(trigger.clone()), NodeKind::CatchEvent(trigger.clone()), NodeKind::ThrowEvent(trigger)]);
    }
    all
}

/// Whether BPMN lets a sequence flow end at it (8.4.13, 10.5.2, 10.5.4; 10.3.5 for event sub-processes).
fn is_reached(kind: &NodeKind) -> bool {
    let never = matches!(kind, NodeKind::StartEvent { .. } | NodeKind::SubProcess { is_event: true });
    !never && !matches!(kind, NodeKind::CatchEvent(Event::Link(_)))
}

fn is_left(kind: &NodeKind) -> bool {
    let never = matches!(kind, NodeKind::EndEvent(_) | NodeKind::SubProcess { is_event: true });
    !never && !matches!(kind, NodeKind::ThrowEvent(Event::Link(_)))
}

fn change(node: NodeId, kind: &NodeKind) -> Command {
    Command::Flow(FlowCommand::ChangeKind { node, kind: kind.clone() })
}

#[test]
fn a_node_alone_becomes_every_other_kind_and_keeps_its_name_and_notes() {
    for old in kinds() {
        let mut editor = Editor::new(Document::empty("p", "P"));
        let process = editor.document().main_process;
        let node = add(&mut editor, process, old.clone(), 300.0, 300.0);
        let mut record = editor.document().nodes.get(node).unwrap().clone();
        (record.name, record.details.note) = ("Prüfen".into(), "Merke".into());
        editor.apply(Command::Put(Record::Node(record))).unwrap();
        let middle = editor.document().diagram.shapes.get(Subject::Node(node)).unwrap().bounds.centre();
        for new in kinds() {
            let changed = editor.what_if(&change(node, &new)).unwrap_or_else(|refusal| panic!("{old:?} to {new:?}: {refusal:?}"));
            let it = changed.nodes.get(node).unwrap();
            assert_eq!(std::mem::discriminant(&it.kind), std::mem::discriminant(&new));
            assert_eq!((it.name.as_str(), it.details.note.as_str()), ("Prüfen", "Merke"), "{old:?} to {new:?}");
            assert_eq!(changed.diagram.shapes.get(Subject::Node(node)).unwrap().bounds.centre(), middle);
        }
    }
}

#[test]
fn a_node_in_the_flow_keeps_its_flows_or_says_why_it_cannot_change() {
    for old in kinds().iter().filter(|kind| is_reached(kind) && is_left(kind) && **kind != NodeKind::EventBasedGateway) {
        let mut editor = Editor::new(Document::empty("p", "P"));
        let process = editor.document().main_process;
        let [a, node, b] = [(NodeKind::Task, 100.0), (old.clone(), 300.0), (NodeKind::Task, 500.0)]
            .map(|(kind, x)| add(&mut editor, process, kind, x, 300.0));
        for (from, to) in [(a, node), (node, b)] {
            flow(&mut editor, FlowCommand::Connect { from: Subject::Node(from), to: Subject::Node(to) });
        }
        for new in kinds() {
            let expected = match (is_reached(&new), is_left(&new)) {
                (false, _) => Err(Refusal::HasIncoming),
                (_, false) => Err(Refusal::HasOutgoing),
                _ if new == NodeKind::EventBasedGateway => Err(Refusal::AfterEventGateway),
                _ => Ok(()),
            };
            let changed = editor.what_if(&change(node, &new));
            assert_eq!(changed.as_ref().map(drop).map_err(Clone::clone), expected, "{old:?} to {new:?}");
            if let Ok(changed) = changed {
                assert_eq!(changed.flows, editor.document().flows);
            }
        }
    }
}

#[test]
fn what_an_event_or_task_waits_for_is_kept() {
    let mut editor = Editor::new(Document::empty("p", "P"));
    let process = editor.document().main_process;
    let node = add(&mut editor, process, NodeKind::SendTask { message: "Bescheid".into() }, 100.0, 100.0);
    for new in [
        NodeKind::ReceiveTask { message: String::new() },
        NodeKind::CatchEvent(Event::Message(String::new())),
        NodeKind::EndEvent(Event::Message(String::new())),
    ] {
        editor.apply(change(node, &new)).unwrap();
        let kind = &editor.document().nodes.get(node).unwrap().kind;
        let said = match kind {
            NodeKind::ReceiveTask { message }
            | NodeKind::CatchEvent(Event::Message(message))
            | NodeKind::EndEvent(Event::Message(message)) => message,
            other => panic!("{other:?}"),
        };
        assert_eq!(said, "Bescheid");
    }
    let timer = |iso: &str| Event::Timer(Timer::Duration(Duration { iso: iso.into(), in_working_days: false }));
    let node = add(&mut editor, process, NodeKind::CatchEvent(timer("P3D")), 300.0, 100.0);
    editor.apply(change(node, &NodeKind::StartEvent { trigger: timer("P14D"), is_interrupting: true })).unwrap();
    assert_eq!(editor.document().nodes.get(node).unwrap().kind.event(), Some(&timer("P3D")));
}

#[test]
fn an_event_at_the_edge_keeps_to_the_edge() {
    let mut editor = Editor::new(Document::empty("p", "P"));
    let process = editor.document().main_process;
    let host = add(&mut editor, process, NodeKind::Task, 100.0, 100.0);
    for old in triggers() {
        let made = flow(&mut editor, FlowCommand::AddBoundaryEvent { host, trigger: old, is_interrupting: true, at: None });
        let event = made[0].node().unwrap();
        for trigger in triggers() {
            let new = NodeKind::BoundaryEvent { host, trigger: trigger.clone(), is_interrupting: false };
            let changed = editor.what_if(&change(event, &new)).unwrap();
            assert_eq!(changed.nodes.get(event).unwrap().kind, new);
        }
        assert_eq!(editor.try_command(&change(event, &NodeKind::Task)), Err(Refusal::BoundaryStaysBoundary));
    }
}
