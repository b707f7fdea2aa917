//! What happened in a case, for people and for machines.

use super::output::Output;
use crate::expr;
use crate::model::{Document, NodeId};
use crate::sim::{Happening, Run, Why};
use serde_json::{Map, Value, json};

/// Keys of nodes.
pub(super) fn keys(document: &Document, nodes: &[NodeId]) -> Vec<String> {
    nodes.iter().filter_map(|node| document.nodes.get(*node)).map(|node| node.key.clone()).collect()
}

/// Every event with its time, its node and, where there is one, its sentence; with the flow taken and why, the value set, the code thrown.
pub(super) fn answer(output: &Output<'_>, document: &Document, run: &Run) -> Value {
    let one = |event: &crate::sim::TraceEvent| {
        let (what, node) = named(&event.what);
        let key = node.and_then(|node| document.nodes.get(node)).map(|node| node.key.clone());
        let mut answer =
            json!({ "at": event.at.to_string(), "event": what, "key": key, "text": output.texts.happening(document, &event.what) });
        match &event.what {
            Happening::ValueSet { path, new, .. } => {
                answer["path"] = json!(path);
                answer["value"] = plain(new);
            }
            Happening::FlowTaken { flow, why } => {
                answer["flow"] = json!(document.flows.get(*flow).map(|flow| &flow.key));
                answer["why"] = json!(reason(why));
            }
            Happening::ErrorThrown { code, .. } | Happening::EscalationThrown { code, .. } => answer["code"] = json!(code),
            _ => {}
        }
        answer
    };
    run.trace().iter().map(one).collect()
}

/// The same, a line each.
pub(super) fn lines(output: &Output<'_>, document: &Document, run: &Run) {
    for event in run.trace() {
        let (what, node) = named(&event.what);
        let key = node.and_then(|node| document.nodes.get(node)).map(|node| node.key.as_str()).unwrap_or_default();
        let text = output.texts.happening(document, &event.what).unwrap_or_default();
        output.line(format!("{}  {what:<15} {key}  {text}", event.at).trim_end());
    }
}

/// The values of the case at its end.
pub(super) fn values(run: &Run) -> Value {
    run.state().data().entries().iter().map(|(name, value)| (name.to_string(), plain(value))).collect::<Map<_, _>>().into()
}

/// A value as JSON; what JSON lacks is written as FEEL.
fn plain(value: &expr::Value) -> Value {
    match value {
        expr::Value::Null => Value::Null,
        expr::Value::Boolean(truth) => json!(truth),
        expr::Value::Text(text) => json!(text.as_ref()),
        expr::Value::Number(number) => serde_json::from_str(&number.to_string()).unwrap_or_else(|_| json!(number.to_string())),
        expr::Value::List(list) => list.items().iter().map(plain).collect(),
        expr::Value::Context(context) => {
            context.entries().iter().map(|(name, value)| (name.to_string(), plain(value))).collect::<Map<_, _>>().into()
        }
        other => json!(other.to_string()),
    }
}

/// Why a flow was taken, for machines.
const fn reason(why: &Why) -> &'static str {
    match why {
        Why::OnlyWay => "only_way",
        Why::Parallel => "parallel",
        Why::Condition { .. } => "condition",
        Why::Default => "default",
        Why::FirstEvent => "first_event",
        Why::ByHand => "by_hand",
    }
}

/// The name of an event for machines, the same in every language, and the node that it is about.
fn named(what: &Happening) -> (&'static str, Option<NodeId>) {
    match what {
        Happening::ProcessBegan(_) => ("process_began", None),
        Happening::ProcessEnded(_) => ("process_ended", None),
        Happening::CaseEnded => ("case_ended", None),
        Happening::Entered(node) => ("entered", Some(*node)),
        Happening::Left(node) => ("left", Some(*node)),
        Happening::Cancelled(node) => ("cancelled", Some(*node)),
        Happening::RunBegan { node, .. } => ("run_began", Some(*node)),
        Happening::RunEnded(node) => ("run_ended", Some(*node)),
        Happening::FlowTaken { .. } => ("flow_taken", None),
        Happening::ValueSet { by, .. } => ("value_set", Some(*by)),
        Happening::LeftEmpty { by, .. } => ("left_empty", Some(*by)),
        Happening::Decided { node, .. } => ("decided", Some(*node)),
        Happening::MessageSent { node, .. } => ("message_sent", Some(*node)),
        Happening::SignalSent { node, .. } => ("signal_sent", Some(*node)),
        Happening::LetterWritten { node, .. } => ("letter_written", Some(*node)),
        Happening::TimerArmed { node, .. } => ("timer_armed", Some(*node)),
        Happening::TimerUnknown { node, .. } => ("timer_unknown", Some(*node)),
        Happening::EventHappened(node) => ("event_happened", Some(*node)),
        Happening::ErrorThrown { node, .. } => ("error_thrown", Some(*node)),
        Happening::ErrorCaught { node, .. } => ("error_caught", Some(*node)),
        Happening::ErrorUncaught { .. } => ("error_uncaught", None),
        Happening::EscalationThrown { node, .. } => ("escalation_thrown", Some(*node)),
        Happening::Terminated(node) => ("terminated", Some(*node)),
        Happening::TimePassed { .. } => ("time_passed", None),
        Happening::Stuck { node, .. } => ("stuck", Some(*node)),
    }
}
