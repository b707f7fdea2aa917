//! What must hold so that a play goes a certain way, and values that make it so.

use super::super::data::Scene;
use super::super::decision::Table;
use super::super::domain::{combinations, context_of};
use super::super::feel::Expression;
use super::super::program::{Flow, Kind, NodeIx, Program};
use super::fill::Wish;
use super::knowledge::Knowledge;
use crate::expr::{Context, Value};
use crate::model::FlowId;
use jiff::civil::DateTime;
use std::collections::BTreeSet;

/// Most combinations of values that are tried at once.
const MOST_COMBINATIONS: usize = 4_096;

/// Something that must hold.
#[derive(Clone, Copy)]
pub(super) enum Demand<'a> {
    /// A condition comes to this.
    Holds(&'a Expression, bool),
    /// This row of a table counts.
    Row(&'a Table, usize),
    /// A path has this value.
    Is(&'a str, &'a Value),
}

impl Demand<'_> {
    /// Whether it holds with these data; `None` while that is not known.
    pub fn verdict(&self, scene: &Scene<'_>) -> Option<bool> {
        match self {
            Self::Holds(condition, wanted) => Some(condition.value(scene).ok()?.as_boolean()? == *wanted),
            Self::Row(table, row) => Some(table.decide(scene).ok()?.rules.contains(row)),
            Self::Is(path, value) => {
                let found = scene.look_up(path).filter(|value| !value.is_null())?;
                Some(found.is(value) || found.equals(value) == Some(true))
            }
        }
    }

    /// Paths of the data that it looks at.
    pub fn paths(&self, knowledge: &Knowledge<'_>) -> BTreeSet<String> {
        match self {
            Self::Holds(condition, _) => condition.atoms(knowledge.domains.environment()).into_iter().map(|atom| atom.path).collect(),
            Self::Row(table, _) => table.inputs().flat_map(|input| input.paths()).collect(),
            Self::Is(path, _) => BTreeSet::from([(*path).to_owned()]),
        }
    }
}

/// What must hold so that a connection is taken from where it begins. Nothing where it is taken anyway or by hand only.
pub(super) fn way(program: &Program, flow: FlowId) -> Vec<Demand<'_>> {
    let Some(flow) = program.flow_places.get(&flow).map(|place| program.flow(*place)) else { return Vec::new() };
    let from = program.node(flow.from);
    let mut demands = Vec::new();
    let siblings = || siblings(program, flow.from).filter(|other| other.id != flow.id);
    if flow.is_default {
        demands.extend(siblings().filter_map(|other| other.condition.as_ref()).map(|condition| Demand::Holds(condition, false)));
    } else if let Some(condition) = &flow.condition {
        if matches!(from.kind, Kind::Exclusive) {
            let before = siblings().take_while(|other| other.id < flow.id).filter(|other| !other.is_default);
            demands.extend(before.filter_map(|other| other.condition.as_ref()).map(|condition| Demand::Holds(condition, false)));
        }
        demands.push(Demand::Holds(condition, true));
    }
    demands
}

fn siblings(program: &Program, node: NodeIx) -> impl Iterator<Item = &Flow> {
    program.node(node).outgoing.iter().map(|flow| program.flow(*flow))
}

/// Values for these free paths with which as many of the demands hold as possible; `None` if none of them hangs on a free path.
pub(super) fn solve(
    knowledge: &Knowledge<'_>,
    demands: &[Demand<'_>],
    free: &BTreeSet<String>,
    data: &Context,
    now: DateTime,
) -> Option<Wish> {
    let mine: Vec<(&Demand<'_>, BTreeSet<String>)> = demands
        .iter()
        .map(|demand| (demand, demand.paths(knowledge).intersection(free).cloned().collect::<BTreeSet<_>>()))
        .filter(|(_, paths)| !paths.is_empty())
        .collect();
    let paths: BTreeSet<&String> = mine.iter().flat_map(|(_, paths)| paths).collect();
    let domains: Vec<(String, Vec<Value>)> =
        paths.into_iter().map(|path| (path.clone(), values(knowledge, demands, path))).filter(|(_, values)| !values.is_empty()).collect();
    if domains.is_empty() {
        return None;
    }
    let size = domains.iter().map(|(_, values)| values.len()).try_fold(1_usize, |all, own| all.checked_mul(own));
    if size.is_none_or(|size| size > MOST_COMBINATIONS) && mine.len() > 1 {
        return Some(one_by_one(knowledge, &mine, free, data, now));
    }
    let mut best: Option<(usize, Wish)> = None;
    for wish in combinations(&domains, MOST_COMBINATIONS) {
        knowledge.effort.spend(2 + 4 * mine.len());
        let data = context_of(&wish, data);
        let scene = Scene { data: &data, locals: None, now };
        let held = mine.iter().filter(|(demand, _)| demand.verdict(&scene) == Some(true)).count();
        if best.as_ref().is_none_or(|(most, _)| held > *most) {
            let is_all = held == mine.len();
            best = Some((held, wish));
            if is_all {
                break;
            }
        }
    }
    best.filter(|(held, _)| *held > 0).map(|(_, wish)| wish)
}

/// The wish with values for as many more demands as free paths are left for.
pub(super) fn enriched(
    knowledge: &Knowledge<'_>,
    wish: &Wish,
    also: &[Demand<'_>],
    free: &BTreeSet<String>,
    data: &Context,
    now: DateTime,
) -> Wish {
    let mut wish = wish.clone();
    let mut left: BTreeSet<String> = free.iter().filter(|path| !wish.iter().any(|(taken, _)| taken == *path)).cloned().collect();
    for demand in also {
        if demand.paths(knowledge).is_disjoint(&left) {
            continue;
        }
        let before = context_of(&wish, data);
        let Some(more) = solve(knowledge, &[*demand], &left, &before, now) else { continue };
        let after = context_of(&more, &before);
        if demand.verdict(&Scene { data: &after, locals: None, now }) == Some(true) {
            left.retain(|path| !more.iter().any(|(taken, _)| taken == path));
            wish.extend(more);
        }
    }
    wish
}

/// Whether these paths have more combinations of values than are tried, or values that are not known.
pub(super) fn is_too_much(knowledge: &Knowledge<'_>, paths: &BTreeSet<String>) -> bool {
    let is_unknown = |path: &String| knowledge.domains.kind(path).is_some() && knowledge.values(path).is_empty();
    if paths.iter().any(is_unknown) {
        return true;
    }
    let size = paths.iter().map(|path| knowledge.values(path).len().max(1)).try_fold(1_usize, |all, own| all.checked_mul(own));
    size.is_none_or(|size| size > MOST_COMBINATIONS)
}

/// Where there are too many combinations: one demand after the other, values found for one kept for the next.
fn one_by_one(
    knowledge: &Knowledge<'_>,
    demands: &[(&Demand<'_>, BTreeSet<String>)],
    free: &BTreeSet<String>,
    data: &Context,
    now: DateTime,
) -> Wish {
    let mut wish = Wish::new();
    let mut left = free.clone();
    for (demand, _) in demands.iter().rev() {
        let data = context_of(&wish, data);
        if let Some(more) = solve(knowledge, &[**demand], &left, &data, now) {
            left.retain(|path| !more.iter().any(|(taken, _)| taken == path));
            wish.extend(more);
        }
    }
    wish
}

fn values(knowledge: &Knowledge<'_>, demands: &[Demand<'_>], path: &str) -> Vec<Value> {
    let asked = demands.iter().filter_map(|demand| match demand {
        Demand::Is(own, value) if *own == path => Some((*value).clone()),
        _ => None,
    });
    asked.chain(knowledge.values(path)).collect()
}
