//! Why something stays uncovered.

use super::super::coverage::{Covered, Survey, Target};
use super::super::data::Scene;
use super::super::domain::context_of;
use super::super::trace::StuckReason;
use super::demand::{self, Demand};
use super::knowledge::Knowledge;
use super::search::Search;
use crate::model::{FormId, NodeId, Subject};
use std::collections::BTreeSet;

/// Why a target was not reached.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// No values of the declared data make the conditions come out so.
    NoValue,
    /// No way leads there from where the process begins.
    NoWay,
    /// It lies behind something that is not reached either.
    Behind(Subject),
    /// The time of a timer is not said, so that it never happens.
    NoTime(NodeId),
    /// The play cannot go on there.
    Stuck(NodeId, StuckReason),
    /// No way was found to fill in a form.
    NotFilled(FormId),
    /// Nobody enters this value: it is computed.
    Computed,
    /// It was not found with the tries allowed for it.
    NotFound,
    /// The effort allowed for the whole search was used up before.
    NotTried,
}

/// What the reasons are drawn from.
pub(super) struct Reasons<'a> {
    pub knowledge: &'a Knowledge<'a>,
    pub survey: &'a Survey,
    pub search: &'a Search<'a>,
    pub covered: &'a Covered,
    /// Targets that were not searched for to the end.
    pub untried: &'a BTreeSet<usize>,
    /// To which nodes a way leads from where the process begins.
    reachable: Vec<bool>,
}

impl<'a> Reasons<'a> {
    pub fn new(
        knowledge: &'a Knowledge<'a>,
        survey: &'a Survey,
        search: &'a Search<'a>,
        covered: &'a Covered,
        untried: &'a BTreeSet<usize>,
    ) -> Self {
        let first = knowledge.program.participants.first().map(|level| knowledge.program.level(*level));
        let begins = first.into_iter().flat_map(|level| level.starts.iter().chain(&level.begins)).copied();
        Self { knowledge, survey, search, covered, untried, reachable: search.graph.reachable(begins) }
    }

    /// The reason for the target of this place.
    pub fn of(&self, place: usize) -> Reason {
        match self.found(place) {
            Reason::NotFound if self.untried.contains(&place) => Reason::NotTried,
            reason => reason,
        }
    }

    fn found(&self, place: usize) -> Reason {
        let Self { knowledge, survey, search, covered, .. } = self;
        let Some(target) = survey.targets().get(place) else { return Reason::NotFound };
        let is_covered = |target: Target| survey.place(&target).is_none_or(|place| covered.has(place));
        let goal = super::goal(knowledge, survey, place, target, None);
        if goal.nodes.is_empty() {
            return Reason::Computed;
        }
        if let Target::Step(node) = target {
            return self.of_step(*node, &is_covered);
        }
        if let Some(node) = goal.nodes.iter().find(|_| goal.nodes.iter().all(|node| !is_covered(Target::Step(*node)))) {
            return Reason::Behind(Subject::Node(*node));
        }
        if is_impossible(knowledge, &goal.demands) {
            return Reason::NoValue;
        }
        if let Target::Boundary { path, .. } = target
            && let Some(value) = wanted(knowledge, survey, place)
            && is_outside(knowledge, path, &value)
        {
            return Reason::NoValue;
        }
        if let Some((node, reason)) = goal.nodes.iter().find_map(|node| search.seen.stuck.get_key_value(node)) {
            return Reason::Stuck(*node, reason.clone());
        }
        let unfilled = goal.nodes.iter().find_map(|node| survey.form_at(*node)).filter(|form| search.seen.unfilled.contains(form));
        unfilled.map_or(Reason::NotFound, Reason::NotFilled)
    }

    fn of_step(&self, node: NodeId, is_covered: &dyn Fn(Target) -> bool) -> Reason {
        let (program, seen) = (self.knowledge.program, &self.search.seen);
        let Some(place) = program.places.get(&node) else { return Reason::NoWay };
        if seen.timeless.contains(&node) {
            return Reason::NoTime(node);
        }
        if let Some(reason) = seen.stuck.get(&node) {
            return Reason::Stuck(node, reason.clone());
        }
        if !self.reachable.get(place.place()).is_some_and(|is_reached| *is_reached) {
            return Reason::NoWay;
        }
        let incoming = &program.node(*place).incoming;
        match incoming.first() {
            Some(first) if incoming.iter().all(|flow| !is_covered(Target::Way(program.flow(*flow).id))) => {
                Reason::Behind(Subject::Flow(program.flow(*first).id))
            }
            _ => Reason::NotFound,
        }
    }
}

/// Whether no values at all fulfil the demands together, as far as that can be told.
fn is_impossible(knowledge: &Knowledge<'_>, demands: &[Demand<'_>]) -> bool {
    let environment = knowledge.domains.environment();
    let is_plain = |demand: &Demand<'_>| match demand {
        Demand::Holds(condition, _) => condition.is_plain(environment),
        Demand::Row(table, _) => table.is_plain(environment),
        Demand::Is(..) => true,
    };
    if demands.is_empty() || knowledge.effort.is_used_up() || !demands.iter().all(is_plain) {
        return false;
    }
    let paths: BTreeSet<String> = demands.iter().flat_map(|demand| demand.paths(knowledge)).collect();
    if demand::is_too_much(knowledge, &paths) {
        return false;
    }
    let (blank, now) = (knowledge.blank.data(), knowledge.blank.now());
    let wish = demand::solve(knowledge, demands, &paths, blank, now).unwrap_or_default();
    let data = context_of(&wish, blank);
    let scene = Scene { data: &data, locals: None, now };
    !demands.iter().all(|demand| demand.verdict(&scene) == Some(true))
}

fn wanted(knowledge: &Knowledge<'_>, survey: &Survey, place: usize) -> Option<crate::expr::Value> {
    survey.wanted(place, &Scene { data: knowledge.blank.data(), locals: None, now: knowledge.blank.now() })
}

/// Whether the data field itself forbids the value.
fn is_outside(knowledge: &Knowledge<'_>, path: &str, value: &crate::expr::Value) -> bool {
    use std::cmp::Ordering;
    let [least, most] = knowledge.domains.bounds(path);
    value.compare(&least) == Some(Ordering::Less) || value.compare(&most) == Some(Ordering::Greater)
}
