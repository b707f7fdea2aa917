//! A play becomes a test case.

use super::case::{ends, letters};
use super::program::{Kind, Program};
use super::run::{Played, Run};
use super::state::{At, Owner};
use super::step::{Spot, Step};
use super::trace::Happening;
use crate::expr::Value;
use crate::model::{Assignment, Expectation, NodeId, TestCase, TestCaseId, TestStep};
use std::collections::BTreeMap;

/// Why a play cannot be kept as a test case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RecordRefusal {
    /// A way was chosen by hand; a test case follows the data.
    #[error("a way was chosen by hand")]
    ChosenByHand(NodeId),
    /// Something was entered with the beginning; a test case begins without entries.
    #[error("something was entered at the start event")]
    EnteredAtStart(NodeId),
    /// Of several that waited at a node a younger one was taken; a test case takes the oldest.
    #[error("a younger one was taken")]
    OutOfOrder(NodeId),
}

/// The play as a test case: its steps, and as expectations the ends that it reached, the letters that it wrote, and the values that
/// the procedure itself computed.
pub fn record(run: &Run, id: TestCaseId, name: &str) -> Result<TestCase, RecordRefusal> {
    let program = run.program();
    let mut steps = Vec::new();
    let mut moments = run.history().iter().map(|played| played.at).skip(1).chain([run.state().now()]);
    for played in run.history() {
        let after = moments.next().unwrap_or(played.at);
        steps.extend(step(program, played, after)?);
    }
    let ended = ends(run).into_iter().map(Expectation::Ended);
    let wrote = letters(run).into_iter().map(Expectation::Wrote);
    Ok(TestCase {
        id,
        name: name.to_owned(),
        description: String::new(),
        process: program.process(),
        begins_at: run.begins_at().to_string(),
        steps,
        expectations: ended.chain(wrote).chain(computed(run)).collect(),
    })
}

fn step(program: &Program, played: &Played, after: jiff::civil::DateTime) -> Result<Option<TestStep>, RecordRefusal> {
    let waited = |duration: &str| TestStep::Wait { duration: duration.to_owned() };
    Ok(Some(match &played.step {
        Step::Start { node, entries } if entries.is_empty() => TestStep::Start { node: *node },
        Step::Start { node, .. } => return Err(RecordRefusal::EnteredAtStart(*node)),
        Step::Choose { node, .. } => return Err(RecordRefusal::ChosenByHand(*node)),
        Step::Wait { duration } => waited(duration),
        Step::WaitForDeadline => waited(&after.since(played.at).map_or_else(|_| String::new(), |span| span.to_string())),
        Step::Complete { at, entries } => TestStep::Complete { node: oldest(program, played, at)?, entries: entries.clone() },
        Step::Answer { at, entries } => {
            let entries = entries.clone().unwrap_or_else(|| usual_answer(program, at.node));
            TestStep::Answer { node: oldest(program, played, at)?, entries }
        }
        Step::Fail { at, error } => TestStep::Fail { node: oldest(program, played, at)?, error: error.clone() },
        Step::Trigger { at, entries } => TestStep::Trigger { node: oldest(program, played, at)?, entries: entries.clone() },
        // Nobody looks on while a test case runs.
        Step::Release { .. } => return Ok(None),
    }))
}

fn usual_answer(program: &Program, node: NodeId) -> Vec<Assignment> {
    match program.places.get(&node).map(|place| &program.node(*place).kind) {
        Some(Kind::Service { answer, .. }) => answer.clone(),
        _ => Vec::new(),
    }
}

/// The node, if the oldest that waited there was meant.
fn oldest(program: &Program, played: &Played, spot: &Spot) -> Result<NodeId, RecordRefusal> {
    let (Some(wanted), Some(place)) = (spot.owner, program.places.get(&spot.node)) else { return Ok(spot.node) };
    let state = played.before();
    let mut working = state.tokens.iter().filter(|(_, token)| match &token.at {
        At::Task { node, .. } | At::Service(node) => node == place,
        _ => false,
    });
    let first_task = working.next().map(|(id, _)| Owner::Token(*id));
    let first_wait = state.waits.keys().find(|(_, node)| node == place).map(|(owner, _)| *owner);
    let is_trigger = matches!(played.step, Step::Trigger { .. });
    if (if is_trigger { first_wait } else { first_task }) == Some(wanted) {
        Ok(spot.node)
    } else {
        Err(RecordRefusal::OutOfOrder(spot.node))
    }
}

/// The last values of fields that scripts and tables wrote; composite values and lists left out.
fn computed(run: &Run) -> Vec<Expectation> {
    let mut last = BTreeMap::<&str, (&Value, bool)>::new();
    for event in run.trace() {
        if let Happening::ValueSet { path, new, by, .. } = &event.what {
            let place = run.program().places.get(by);
            let is_computed = place.is_some_and(|place| matches!(run.program().node(*place).kind, Kind::Script(_) | Kind::Decision(_)));
            last.insert(path, (new, is_computed));
        }
    }
    let simple = |value: &Value| !matches!(value, Value::Null | Value::List(_) | Value::Context(_));
    let kept = last.into_iter().filter(|(_, (value, is_computed))| *is_computed && simple(value));
    kept.map(|(path, (value, _))| Expectation::Holds(format!("{path} = {}", value.to_feel()))).collect()
}
