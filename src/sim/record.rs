//! A play becomes a test case.

use super::case::{ends, letters};
use super::program::{Kind, Program};
use super::run::{Played, Run};
use super::state::{At, State};
use super::step::{Spot, Step};
use super::trace::Happening;
use crate::expr::Value;
use crate::model::{Assignment, Expectation, NodeId, TestCase, TestCaseId, TestStep};
use std::collections::{BTreeMap, BTreeSet};

/// The play as a test case: its steps, and as expectations the ends that it reached, the activities that it went through with who
/// had to do them, the letters that it wrote, and the values that the procedure itself computed.
pub fn record(run: &Run, id: TestCaseId, name: &str) -> TestCase {
    let program = run.program();
    let moments = run.history().iter().map(|played| played.at).skip(1).chain([run.state().now()]);
    let mut steps: Vec<TestStep> = silent(run).map(|node| TestStep::Silent { node }).collect();
    for (played, after) in run.history().iter().zip(moments) {
        let Some(step) = step(program, played, after) else { continue };
        // Nothing is held in a test case: what was chosen for a token that was held there must stand before what led it there.
        let place = if is_chosen_for_held(program, played) { steps.len().saturating_sub(1) } else { steps.len() };
        steps.insert(place, step);
    }
    let ended = ends(run).into_iter().map(Expectation::Ended);
    let wrote = letters(run).into_iter().map(Expectation::Wrote);
    TestCase {
        id,
        name: name.to_owned(),
        description: String::new(),
        process: program.process(),
        begins_at: run.begins_at().to_string(),
        steps,
        expectations: ended.chain(visited(run)).chain(wrote).chain(computed(run)).collect(),
    }
}

fn step(program: &Program, played: &Played, after: jiff::civil::DateTime) -> Option<TestStep> {
    let waited = |duration: &str| TestStep::Wait { duration: duration.to_owned() };
    let nth = |at: &Spot| nth(program, played, at);
    Some(match &played.step {
        Step::Start { node, entries } => TestStep::Start { node: *node, entries: entries.clone() },
        Step::Choose { node, flow } => TestStep::Choose { node: *node, flow: *flow },
        Step::Wait { duration } => waited(duration),
        Step::WaitForDeadline => waited(&after.since(played.at).map_or_else(|_| String::new(), |span| span.to_string())),
        Step::Complete { at, entries } => TestStep::Complete { node: at.node, nth: nth(at), entries: entries.clone() },
        Step::Answer { at, entries } => {
            let entries = entries.clone().unwrap_or_else(|| usual_answer(program, at.node));
            TestStep::Answer { node: at.node, nth: nth(at), entries }
        }
        Step::Fail { at, error } => TestStep::Fail { node: at.node, nth: nth(at), error: error.clone() },
        Step::Trigger { at, entries } => TestStep::Trigger { node: at.node, nth: nth(at), entries: entries.clone() },
        // Nobody looks on while a test case runs.
        Step::Release { .. } => return None,
    })
}

/// Services that were asked and never answered after it: a test case must not let them answer by itself.
fn silent(run: &Run) -> impl Iterator<Item = NodeId> {
    let mut asked = BTreeSet::new();
    let mut befores: Vec<&State> = run.history().iter().skip(1).map(Played::before).collect();
    befores.push(run.state());
    for (played, after) in run.history().iter().zip(befores) {
        if let Step::Answer { at, .. } | Step::Fail { at, .. } = &played.step {
            asked.remove(&at.node);
        }
        asked.extend(after.tokens.values().filter_map(|token| match token.at {
            At::Service(node) => Some(run.program().node(node).id),
            _ => None,
        }));
    }
    asked.into_iter()
}

fn is_chosen_for_held(program: &Program, played: &Played) -> bool {
    let Step::Choose { node, .. } = &played.step else { return false };
    let place = program.places.get(node);
    played.before().tokens.values().any(|token| matches!(&token.at, At::Node(at) if Some(at) == place))
}

fn usual_answer(program: &Program, node: NodeId) -> Vec<Assignment> {
    match program.places.get(&node).map(|place| &program.node(*place).kind) {
        Some(Kind::Service { answer, .. }) => answer.clone(),
        _ => Vec::new(),
    }
}

/// The age, among all that waited at the node, of the one that was meant: the oldest 0.
fn nth(program: &Program, played: &Played, spot: &Spot) -> u32 {
    let (Some(wanted), Some(place)) = (spot.owner, program.places.get(&spot.node)) else { return 0 };
    let waiting = played.before().waiting_at(*place, matches!(played.step, Step::Trigger { .. }));
    let nth = waiting.iter().position(|owner| *owner == wanted).and_then(|nth| u32::try_from(nth).ok());
    nth.unwrap_or(0)
}

/// Activities that were gone through, each once, in the order of the first time.
fn visited(run: &Run) -> impl Iterator<Item = Expectation> {
    let mut seen = BTreeSet::new();
    run.trace().iter().filter_map(move |event| {
        let Happening::Entered(node) = event.what else { return None };
        let place = *run.program().places.get(&node).filter(|_| seen.insert(node))?;
        let place = run.program().node(place);
        match (&place.kind, place.role) {
            (Kind::Person, Some(role)) => Some(Expectation::DoneBy { node, role }),
            (kind, _) => kind.is_activity().then_some(Expectation::Visited(node)),
        }
    })
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
