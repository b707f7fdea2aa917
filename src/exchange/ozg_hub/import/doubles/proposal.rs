//! Which value the double of a script gives first: the one with which the gateway behind it leads on to the end.

use super::super::condition;
use crate::expr::Names;
use crate::expr::Value;
use crate::model::{DataFieldId, Document, FieldKind, FlowId, FlowIndex, NodeId, Subject};
use crate::rule::{Comparison, Condition, Operand, Sign, Term};
use crate::scope;
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// Most nodes that are looked at around one step, and in all.
const MOST_NODES: usize = 2_000;
const MOST_IN_ALL: usize = 1_000_000;

/// Knows the ways of the flow.
pub(super) struct Proposer {
    index: FlowIndex,
    ends: BTreeMap<FlowId, (NodeId, NodeId)>,
    conditions: BTreeMap<FlowId, Condition>,
    /// Paths and kinds of the fields, and the first code of their lists.
    fields: BTreeMap<DataFieldId, (String, FieldKind, Option<String>)>,
    /// Nodes that may still be looked at.
    rest: Cell<usize>,
}

impl Proposer {
    pub fn new(document: &Document) -> Self {
        let names: Names = scope::names(document);
        let read = |condition: &str| Condition::of_feel(condition, &names).filter(|condition| !condition.terms.is_empty());
        let first_code = |kind: FieldKind| {
            let list = kind.code_list().and_then(|list| document.code_lists.get(list))?;
            list.entries.first().map(|entry| Value::text(&entry.code).to_feel())
        };
        let field =
            |field: &crate::model::DataField| (field.id, (super::data::path(document, field.id), field.kind, first_code(field.kind)));
        Self {
            index: FlowIndex::of(document),
            ends: document.flows.values().map(|flow| (flow.id, (flow.from, flow.to))).collect(),
            conditions: document.flows.values().filter_map(|flow| Some((flow.id, read(&flow.condition)?))).collect(),
            fields: document.fields.values().map(field).collect(),
            rest: Cell::new(MOST_IN_ALL),
        }
    }

    /// Whether one more node may be looked at, beside so many.
    fn may_look(&self, beside: usize) -> bool {
        self.rest.set(self.rest.get().saturating_sub(1));
        beside < MOST_NODES && self.rest.get() > 0
    }

    /// The nearest of these steps on each way to a step, or to where a connection begins.
    pub fn before(&self, place: Subject, is_it: &dyn Fn(NodeId) -> bool) -> Vec<NodeId> {
        let from = match place {
            Subject::Flow(flow) => self.ends.get(&flow).map(|(from, _)| *from),
            place => place.node(),
        };
        let Some(from) = from else { return Vec::new() };
        let mut found = Vec::new();
        let mut seen = BTreeSet::from([from]);
        let mut open = VecDeque::from([from]);
        while let Some(node) = open.pop_front().filter(|_| self.may_look(seen.len())) {
            if is_it(node) {
                found.push(node);
                continue;
            }
            let befores = self.index.incoming(node).iter().filter_map(|flow| self.ends.get(flow)).map(|(from, _)| *from);
            open.extend(befores.filter(|node| seen.insert(*node)));
        }
        found
    }

    /// A value in FEEL for what the step sets.
    pub fn value(&self, step: NodeId, field: DataFieldId, literals: &[String]) -> String {
        let Some((path, kind, first_code)) = self.fields.get(&field) else { return "null".to_owned() };
        let usual = || sample(*kind, first_code.as_deref());
        let literal = || literals.iter().find_map(|text| fitting(*kind, text));
        let asked = self.asked(step, path).and_then(|comparison| wanted(&comparison, *kind));
        asked.or_else(literal).unwrap_or_else(usual)
    }

    /// What the nearest gateway behind a step asks of a path on the way that leads to the end without coming back to the step.
    fn asked(&self, step: NodeId, path: &str) -> Option<Comparison> {
        let mut seen = BTreeSet::from([step]);
        let mut open = VecDeque::from([step]);
        while let Some(node) = open.pop_front().filter(|_| self.may_look(seen.len())) {
            let flows = self.index.outgoing(node);
            let asked: Vec<(FlowId, Comparison)> =
                flows.iter().filter_map(|flow| Some((*flow, about(self.conditions.get(flow)?, path)?))).collect();
            if !asked.is_empty() {
                let onward = asked.iter().filter_map(|(flow, comparison)| Some((self.way_to_end(*flow, step)?, comparison)));
                let best = onward.min_by_key(|(length, _)| *length).map(|(_, comparison)| comparison.clone());
                return best.or_else(|| asked.into_iter().next().map(|(_, comparison)| comparison));
            }
            let behind = flows.iter().filter_map(|flow| self.ends.get(flow)).map(|(_, to)| *to);
            open.extend(behind.filter(|node| seen.insert(*node)));
        }
        None
    }

    /// How many connections it is from the end of one to where nothing leads on, without the step.
    fn way_to_end(&self, flow: FlowId, without: NodeId) -> Option<usize> {
        let (_, to) = self.ends.get(&flow)?;
        let mut seen = BTreeSet::from([without, *to]);
        let mut open = VecDeque::from([(*to, 0)]);
        while let Some((node, length)) = open.pop_front().filter(|(node, _)| *node != without && self.may_look(seen.len())) {
            let flows = self.index.outgoing(node);
            if flows.is_empty() {
                return Some(length);
            }
            let behind = flows.iter().filter_map(|flow| self.ends.get(flow)).map(|(_, to)| *to);
            open.extend(behind.filter(|node| seen.insert(*node)).map(|node| (node, length + 1)));
        }
        None
    }
}

/// The part of a condition that asks a path.
fn about(condition: &Condition, path: &str) -> Option<Comparison> {
    let parts = condition.terms.iter().flat_map(|term| match term {
        Term::One(comparison) => std::slice::from_ref(comparison),
        Term::Group(comparisons) => comparisons.as_slice(),
    });
    parts.into_iter().find(|comparison| comparison.path == path).cloned()
}

/// A value of which the comparison holds.
fn wanted(comparison: &Comparison, kind: FieldKind) -> Option<String> {
    let value = || match comparison.values.first() {
        Some(Operand::Value(value)) => Some(value.clone()),
        _ => None,
    };
    let number = |by: f64| value().and_then(|value| value.to_feel().parse::<f64>().ok()).map(|number| (number + by).to_string());
    match comparison.sign {
        Sign::Equal | Sign::OneOf | Sign::LessOrEqual | Sign::GreaterOrEqual | Sign::Contains => value().map(|value| value.to_feel()),
        Sign::Includes => value().map(|value| format!("[{}]", value.to_feel())),
        Sign::Yes => Some("true".to_owned()),
        Sign::No => Some("false".to_owned()),
        Sign::Unequal => match value()? {
            Value::Boolean(truth) => Some((!truth).to_string()),
            _ => None,
        },
        Sign::Less if is_number(kind) => number(-1.0),
        Sign::Greater if is_number(kind) => number(1.0),
        Sign::Empty => Some("null".to_owned()),
        Sign::Less | Sign::Greater | Sign::Filled => None,
    }
}

/// A value that stands in the script, where the field can take it.
fn fitting(kind: FieldKind, text: &str) -> Option<String> {
    let bare = text.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or(text);
    let found = condition::literal(kind, bare);
    let is_text = found.starts_with('"');
    match kind {
        FieldKind::Text | FieldKind::LongText | FieldKind::Choice(_) => Some(found),
        FieldKind::YesNo | FieldKind::Date => (!is_text).then_some(found),
        kind if is_number(kind) => (!is_text).then_some(found),
        _ => None,
    }
}

const fn is_number(kind: FieldKind) -> bool {
    matches!(kind, FieldKind::WholeNumber | FieldKind::Decimal | FieldKind::Money)
}

/// A usual value of a kind.
fn sample(kind: FieldKind, first_code: Option<&str>) -> String {
    match kind {
        FieldKind::Text | FieldKind::LongText => "\"Beispiel\"".to_owned(),
        FieldKind::YesNo => "true".to_owned(),
        FieldKind::Date => "@\"2026-03-02\"".to_owned(),
        FieldKind::Choice(_) => first_code.unwrap_or("null").to_owned(),
        FieldKind::MultipleChoice(_) => first_code.map_or_else(|| "null".to_owned(), |code| format!("[{code}]")),
        kind if is_number(kind) => "1".to_owned(),
        _ => "null".to_owned(),
    }
}
