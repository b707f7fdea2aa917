//! Proposes test cases: searches for what must be entered, answered and waited for so that everything in a process is gone through.
//!
//! From the conditions, decision tables, rules and declared data follow the values that make a difference ([`knowledge`]). For each
//! target that is not covered the play nearest to it goes on first ([`search`]), with values that make the conditions on the way come
//! true ([`demand`]); forms are filled in as a person would ([`fill`]). Few plays that cover all that was reached become test cases.
//! Effort is counted, not timed, so that the outcome is always the same; when it is used up, what was not searched for is named.

mod deed;
mod demand;
mod effort;
mod fill;
mod graph;
mod knowledge;
mod naming;
mod pattern;
mod reason;
mod sample;
mod search;
mod skipped;
#[cfg(test)]
mod tests;

pub use reason::Reason;
pub use skipped::Skipped;

use super::case::run_case;
use super::compile::CompileFault;
use super::coverage::{Covered, Group, Survey, Target};
use super::data::Scene;
use super::domain::Domains;
use super::feel::environment;
use super::program::{Kind, Program};
use super::record::record;
use super::run::Run;
use crate::model::{Document, NodeId, ProcessId, TestCase, TestCaseId};
use demand::Demand;
use effort::Effort;
use jiff::civil::DateTime;
use knowledge::Knowledge;
use reason::Reasons;
use search::{Goal, Search};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Steps that are tried for one target.
const EFFORT: usize = 300;
/// Steps that are tried for bringing a play to its end.
const EFFORT_TO_END: usize = 150;
/// Steps that are tried for a play from the beginning to an end.
const EFFORT_THROUGH: usize = 1_000;
/// Work that is done in all, in the units of [`Effort`]; some seconds.
const MOST_EFFORT: usize = 4_000_000;
/// Work that is done to find out why something was not reached.
const EFFORT_FOR_REASONS: usize = 500_000;

/// What is proposed for a process.
pub struct Proposal {
    /// What there is to cover.
    pub survey: Survey,
    /// The cases, those that cover most first. All of them pass.
    pub cases: Vec<Proposed>,
    /// What was covered before, and by the cases.
    pub covered: Covered,
    /// What stays open of it, and why.
    pub open: Vec<(Target, Reason)>,
    /// Steps that were tried.
    pub tried: usize,
    /// For how many targets the search was not begun or broken off, because the effort allowed in all was used up.
    pub untried: usize,
}

/// A case that is proposed.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposed {
    /// The case, without identity.
    pub case: TestCase,
    /// What it covers that nothing before it does.
    pub covers: Vec<Target>,
    /// Checks that it shows not to be repeated.
    pub skipped: Vec<Skipped>,
}

/// Searches for cases that cover what is not covered yet, or only what is `wanted` of it. `told` hears how much is done, from 0 to 1, and says whether the rest is
/// still wanted; `None` if it is not.
///
/// # Errors
/// The process cannot be played.
pub fn propose(
    document: &Document,
    process: ProcessId,
    begins_at: DateTime,
    before: &Covered,
    wanted: Option<&Target>,
    told: &dyn Fn(f64) -> bool,
) -> Result<Option<Proposal>, CompileFault> {
    with_effort(document, process, begins_at, (before, wanted), told, MOST_EFFORT)
}

/// The same with that effort in all.
fn with_effort(
    document: &Document,
    process: ProcessId,
    begins_at: DateTime,
    (before, wanted): (&Covered, Option<&Target>),
    told: &dyn Fn(f64) -> bool,
    effort: usize,
) -> Result<Option<Proposal>, CompileFault> {
    let program = Arc::new(Program::compile(document, process)?);
    let survey = Survey::of(document, process);
    let start = Run::start(Arc::clone(&program), begins_at);
    let blank = start.state().clone();
    let knowledge = Knowledge::new(document, &program, &blank, Domains::new(document, environment(begins_at)), Effort::new(effort));
    let mut search = Search::new(&knowledge, &survey, start);
    let mut reached = before.clone();
    let mut found: Vec<Candidate> = Vec::new();
    let mut untried = BTreeSet::new();
    let order = wanted.map_or_else(|| order(&survey), |wanted| survey.place(wanted).into_iter().collect());
    for (number, place) in order.iter().enumerate() {
        if !told(number as f64 / order.len() as f64) {
            return Ok(None);
        }
        if reached.has(*place) {
            continue;
        }
        let candidate =
            if knowledge.effort.is_used_up() { None } else { reach(document, &knowledge, &survey, &mut search, &reached, *place) };
        if let Some(candidate) = candidate {
            reached.join(&candidate.covered);
            found.push(candidate);
        } else if knowledge.effort.is_used_up() {
            untried.insert(*place);
        }
    }
    let cases = chosen(document, &survey, before, found);
    let covered = reached;
    let open = survey.open(&covered).filter(|(_, target)| wanted.is_none_or(|wanted| wanted == *target));
    knowledge.effort.renew(EFFORT_FOR_REASONS);
    untried.retain(|place| !covered.has(*place));
    let reasons = Reasons::new(&knowledge, &survey, &search, &covered, &untried);
    let open = open.map(|(place, target)| (target.clone(), reasons.of(place))).collect();
    let (tried, untried) = (search.tried, untried.len());
    Ok(Some(Proposal { survey, cases, covered, open, tried, untried }))
}

/// A play from the beginning to an end, in which forms are filled in as a person would and services answer as it suits, but do not fail;
/// `None` if none was found.
///
/// # Errors
/// The process cannot be played.
pub fn play_through(document: &Document, process: ProcessId, begins_at: DateTime) -> Result<Option<Run>, CompileFault> {
    let program = Arc::new(Program::compile(document, process)?);
    let survey = Survey::of(document, process);
    let start = Run::start(Arc::clone(&program), begins_at);
    let blank = start.state().clone();
    let knowledge = Knowledge::new(document, &program, &blank, Domains::new(document, environment(begins_at)), Effort::new(MOST_EFFORT));
    let mut search = Search::new(&knowledge, &survey, start.clone());
    search.may_fail = false;
    let run = search.finish(start, Vec::new(), EFFORT_THROUGH);
    Ok(run.state().has_ended().then_some(run))
}

/// When proposed cases begin: as the document's first test case does, else on a Monday morning.
pub fn usual_beginning(document: &Document) -> DateTime {
    let first = document.test_cases.values().next().and_then(|case| case.begins_at.trim().parse().ok());
    first.unwrap_or_else(|| jiff::civil::date(2026, 3, 2).at(9, 0, 0, 0))
}

/// A play that covers something, as a test case.
struct Candidate {
    case: TestCase,
    run: Run,
    covered: Covered,
}

/// Connections first: who takes them all has been at most places; then what is inside of steps.
fn order(survey: &Survey) -> Vec<usize> {
    let groups = [Group::Ways, Group::Steps, Group::Rows, Group::Rules, Group::Boundaries];
    let of_group = |group: Group| survey.targets().iter().enumerate().filter(move |(_, target)| target.group() == group);
    groups.into_iter().flat_map(of_group).map(|(place, _)| place).collect()
}

fn reach<'a>(
    document: &Document,
    knowledge: &'a Knowledge<'a>,
    survey: &'a Survey,
    search: &mut Search<'a>,
    reached: &Covered,
    place: usize,
) -> Option<Candidate> {
    let target = survey.targets().get(place)?;
    let scene = Scene { data: knowledge.blank.data(), locals: None, now: knowledge.blank.now() };
    let value = survey.wanted(place, &scene);
    let values = wanted(knowledge, survey, reached, place);
    knowledge.effort.spend(values.len() * values.len() / 8);
    let also: Vec<Demand<'_>> = also(survey, reached, &values).collect();
    let goal = Goal { also: also.clone(), ..goal(knowledge, survey, place, target, value.as_ref()) };
    let run = search.reach(&goal, EFFORT)?;
    let run = search.finish(run, also, EFFORT_TO_END);
    let case = record(&run, TestCaseId(0), "");
    knowledge.effort.spend(2 * run.trace().len());
    let result = run_case(document, &case);
    let run = result.run.as_ref().filter(|_| result.passed())?.clone();
    let covered = survey.covered(&run);
    covered.has(place).then_some(Candidate { case, run, covered })
}

/// The values that open boundaries ask for, with their paths.
fn wanted<'s>(knowledge: &Knowledge<'_>, survey: &'s Survey, reached: &'s Covered, but: usize) -> Vec<(&'s str, crate::expr::Value)> {
    let scene = Scene { data: knowledge.blank.data(), locals: None, now: knowledge.blank.now() };
    let open = survey.open(reached).filter(|(place, _)| *place != but);
    open.filter_map(|(place, target)| match target {
        Target::Boundary { path, .. } => Some((path.as_str(), survey.wanted(place, &scene)?)),
        _ => None,
    })
    .collect()
}

/// Open rules and boundaries of forms as demands.
fn also<'g>(survey: &'g Survey, reached: &'g Covered, values: &'g [(&'g str, crate::expr::Value)]) -> impl Iterator<Item = Demand<'g>> {
    let rules = survey.open(reached).filter_map(|(_, target)| match target {
        Target::Rule { holds, .. } => survey.condition_of(target).map(|condition| Demand::Holds(condition, *holds)),
        _ => None,
    });
    rules.chain(values.iter().map(|(path, value)| Demand::Is(path, value)))
}

/// Where to go for a target, and what must hold there.
fn goal<'g>(
    knowledge: &'g Knowledge<'_>,
    survey: &'g Survey,
    place: usize,
    target: &'g Target,
    value: Option<&'g crate::expr::Value>,
) -> Goal<'g> {
    let program = knowledge.program;
    let nodes_with = |is: &dyn Fn(&Kind) -> bool| program.nodes.iter().filter(|node| is(&node.kind)).map(|node| node.id).collect();
    let (nodes, demands): (Vec<NodeId>, Vec<Demand<'g>>) = match target {
        Target::Step(node) => (vec![*node], Vec::new()),
        Target::Way(flow) => {
            let from = program.flow_places.get(flow).map(|place| program.node(program.flow(*place).from).id);
            (from.into_iter().collect(), demand::way(program, *flow))
        }
        Target::Row { table, row } => {
            let is_table = |kind: &Kind| matches!(kind, Kind::Decision(own) if own.id == *table);
            let own = program.nodes.iter().find_map(|node| match &node.kind {
                Kind::Decision(own) if own.id == *table => Some(Demand::Row(own, *row)),
                _ => None,
            });
            (nodes_with(&is_table), own.into_iter().collect())
        }
        Target::Rule { form, holds, .. } => {
            let condition = survey.condition_of(target).map(|condition| Demand::Holds(condition, *holds));
            (survey.nodes_of(*form), condition.into_iter().collect())
        }
        Target::Boundary { path, .. } => {
            let demand = value.map(|value| Demand::Is(path, value));
            (knowledge.deciders(path), demand.into_iter().collect())
        }
    };
    Goal { nodes, demands, place: Some(place), also: Vec::new() }
}

/// Few of the candidates that together cover as much as all: always the one next that covers most that is new, of equals the shortest.
fn chosen(document: &Document, survey: &Survey, before: &Covered, mut found: Vec<Candidate>) -> Vec<Proposed> {
    let mut covered = before.clone();
    let mut proposed: Vec<Proposed> = Vec::new();
    let mut names: BTreeSet<String> = document.test_cases.values().map(|case| case.name.clone()).collect();
    loop {
        let gain = |candidate: &Candidate| (candidate.covered.beyond(&covered), std::cmp::Reverse(candidate.case.steps.len()));
        let best = (0..found.len()).rev().max_by_key(|place| gain(&found[*place]));
        let Some(best) = best.filter(|place| gain(&found[*place]).0 > 0) else { return proposed };
        let Candidate { mut case, run, covered: own } = found.swap_remove(best);
        let covers: Vec<Target> =
            own.places().filter(|place| !covered.has(*place)).filter_map(|place| survey.targets().get(place)).cloned().collect();
        covered.join(&own);
        case.name = naming::name(document, &run, &covers, &mut names);
        let skipped = skipped::skipped(document, &run);
        let once = skipped
            .iter()
            .map(|skipped| crate::model::Expectation::VisitedTimes { node: skipped.check, times: times(&run, skipped.check) });
        case.expectations.extend(once);
        proposed.push(Proposed { case, covers, skipped });
    }
}

fn times(run: &Run, node: NodeId) -> u32 {
    let entered = run.trace().iter().filter(|event| event.what == super::trace::Happening::Entered(node)).count();
    u32::try_from(entered).unwrap_or(u32::MAX)
}
