//! How a goal is reached, chosen by the trainer: first the kind, then what it is about.

use super::editor::text_ui;
use crate::edit::{Command, Record};
use crate::model::{Deed, Document, Event, Exercise, Expectation, Goal, Mistake, NodeKind, Reached};
use crate::view::widgets::{choice, field_row};
use crate::view::{Action, ViewContext};
use egui::{Label, RichText, Ui};

/// What kind of goal it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Ended,
    Visited,
    Wrote,
    Holds,
    Passes,
    Condition,
    Due,
    Result,
    Missing,
    Done,
    /// One that was made elsewhere and is not offered here.
    Other,
}

const KINDS: [(Kind, &str); 10] = [
    (Kind::Ended, "teach-kind-ended"),
    (Kind::Visited, "teach-kind-visited"),
    (Kind::Wrote, "teach-kind-wrote"),
    (Kind::Holds, "teach-kind-holds"),
    (Kind::Passes, "teach-kind-passes"),
    (Kind::Condition, "teach-kind-condition"),
    (Kind::Due, "teach-kind-due"),
    (Kind::Result, "teach-kind-result"),
    (Kind::Missing, "teach-kind-missing"),
    (Kind::Done, "teach-kind-done"),
];

impl Kind {
    fn of(reached: &Reached) -> Self {
        match reached {
            Reached::Played(Expectation::Ended(_)) => Self::Ended,
            Reached::Played(Expectation::Visited(_)) => Self::Visited,
            Reached::Played(Expectation::Wrote(_)) => Self::Wrote,
            Reached::Played(Expectation::Holds(_)) => Self::Holds,
            Reached::Played(_) => Self::Other,
            Reached::Passes(_) => Self::Passes,
            Reached::Mended(Mistake::Condition { .. }) => Self::Condition,
            Reached::Mended(Mistake::Due { .. }) => Self::Due,
            Reached::Mended(Mistake::Result { .. }) => Self::Result,
            Reached::Mended(Mistake::Missing(_)) => Self::Missing,
            Reached::Done(_) => Self::Done,
        }
    }

    /// All goals of this kind that the document gives occasion for.
    fn all(self, document: &Document) -> Vec<Reached> {
        let nodes = |is_meant: fn(&NodeKind) -> bool| document.nodes.values().filter(move |node| is_meant(&node.kind));
        let is_end = |kind: &NodeKind| matches!(kind, NodeKind::EndEvent(event) if *event != Event::Terminate);
        match self {
            Self::Ended => nodes(is_end).map(|node| Reached::Played(Expectation::Ended(node.id))).collect(),
            Self::Visited => nodes(NodeKind::is_activity).map(|node| Reached::Played(Expectation::Visited(node.id))).collect(),
            Self::Wrote => document.document_templates.keys().map(|letter| Reached::Played(Expectation::Wrote(letter))).collect(),
            Self::Holds => vec![Reached::Played(Expectation::Holds(String::new()))],
            Self::Passes => document.test_cases.keys().map(Reached::Passes).collect(),
            Self::Condition => {
                let decided = document.flows.values().filter(|flow| !flow.condition.trim().is_empty());
                decided.map(|flow| Reached::Mended(Mistake::Condition { flow: flow.id, condition: flow.condition.clone() })).collect()
            }
            Self::Due => {
                let due = document.nodes.values().filter(|node| node.details.due.is_some());
                due.map(|node| Reached::Mended(Mistake::Due { node: node.id, due: None })).collect()
            }
            Self::Result => results(document),
            Self::Missing => nodes(|kind| kind.host().is_some()).map(|node| Reached::Mended(Mistake::Missing(node.id))).collect(),
            Self::Done => Deed::ALL.map(Reached::Done).to_vec(),
            Self::Other => Vec::new(),
        }
    }
}

/// Every cell among the results of decision tables.
fn results(document: &Document) -> Vec<Reached> {
    let mut found = Vec::new();
    for table in document.decision_tables.values() {
        for (rule, row) in (0..).zip(&table.rules) {
            for (output, result) in (0..).zip(&row.results) {
                found.push(Reached::Mended(Mistake::Result { table: table.id, rule, output, result: result.clone() }));
            }
        }
    }
    found
}

/// The goal that is offered first.
pub(super) fn first(document: &Document) -> Option<Reached> {
    KINDS.iter().find_map(|(kind, _)| kind.all(document).into_iter().next())
}

/// Whether two goals are about the same place, whatever is wrong there.
fn is_about(one: &Reached, other: &Reached) -> bool {
    match (one, other) {
        (Reached::Mended(Mistake::Condition { flow, .. }), Reached::Mended(Mistake::Condition { flow: other, .. })) => flow == other,
        (Reached::Mended(Mistake::Due { node, .. }), Reached::Mended(Mistake::Due { node: other, .. })) => node == other,
        (
            Reached::Mended(Mistake::Result { table, rule, output, .. }),
            Reached::Mended(Mistake::Result { table: other, rule: other_rule, output: other_output, .. }),
        ) => (table, rule, output) == (other, other_rule, other_output),
        (Reached::Played(Expectation::Holds(_)), Reached::Played(Expectation::Holds(_))) => true,
        _ => one == other,
    }
}

/// Draws the choices.
pub(super) fn ui(ui: &mut Ui, context: &ViewContext<'_>, goal: &Goal, actions: &mut Vec<Action>, with: impl Fn(Goal) -> Exercise) {
    let (texts, document) = (context.texts, context.document);
    let put = |reached_when| Action::ApplyQuietly(Command::Put(Record::Exercise(with(Goal { reached_when, ..goal.clone() }))));
    let kind = Kind::of(&goal.reached_when);
    let offered: Vec<(Kind, &str)> =
        KINDS.iter().filter(|(kind, _)| !kind.all(document).is_empty()).map(|(kind, key)| (*kind, texts.get(key))).collect();
    let chosen = field_row(ui, context.theme, texts.get("teach-goal-kind"), |ui| {
        choice(ui, ui.scope_id().with("kind"), texts.get("teach-goal-kind"), &kind, &offered)
    });
    if let Some(first) = chosen.and_then(|kind| kind.all(document).into_iter().next()) {
        actions.push(put(first));
    }
    let all = kind.all(document);
    if all.len() > 1 {
        let words: Vec<String> = all.iter().map(|reached| about(context, reached)).collect();
        let places: Vec<(usize, &str)> = words.iter().enumerate().map(|(place, word)| (place, word.as_str())).collect();
        let now = all.iter().position(|reached| is_about(reached, &goal.reached_when)).unwrap_or(usize::MAX);
        let label = texts.get("teach-goal-about");
        let chosen = field_row(ui, context.theme, label, |ui| choice(ui, ui.scope_id().with("about"), label, &now, &places));
        if let Some(reached) = chosen.and_then(|place| all.get(place)) {
            actions.push(put(reached.clone()));
        }
    }
    wrong_ui(ui, context, goal, actions, with);
    ui.add(Label::new(RichText::new(texts.reached_when(document, &goal.reached_when)).size(12.0).color(context.theme.text_soft)).wrap());
}

/// The expression that is wrong on purpose, or that must hold.
fn wrong_ui(ui: &mut Ui, context: &ViewContext<'_>, goal: &Goal, actions: &mut Vec<Action>, with: impl Fn(Goal) -> Exercise) {
    let (key, shown) = match &goal.reached_when {
        Reached::Played(Expectation::Holds(text)) => ("teach-goal-holds", text),
        Reached::Mended(Mistake::Condition { condition: text, .. }) => ("teach-goal-wrong-condition", text),
        Reached::Mended(Mistake::Result { result: text, .. }) => ("teach-goal-wrong-result", text),
        _ => return,
    };
    text_ui(ui, context, actions, key, (shown, 1), |typed| {
        with(Goal { reached_when: with_text(&goal.reached_when, typed), ..goal.clone() })
    });
}

/// The same goal with another expression.
fn with_text(reached: &Reached, typed: String) -> Reached {
    match reached {
        Reached::Played(Expectation::Holds(_)) => Reached::Played(Expectation::Holds(typed)),
        Reached::Mended(Mistake::Condition { flow, .. }) => Reached::Mended(Mistake::Condition { flow: *flow, condition: typed }),
        Reached::Mended(Mistake::Result { table, rule, output, .. }) => {
            Reached::Mended(Mistake::Result { table: *table, rule: *rule, output: *output, result: typed })
        }
        other => other.clone(),
    }
}

/// What a goal is about, among those of its kind.
fn about(context: &ViewContext<'_>, reached: &Reached) -> String {
    let (texts, document) = (context.texts, context.document);
    match reached {
        Reached::Mended(Mistake::Condition { flow, .. }) => texts.way(document, *flow),
        Reached::Mended(Mistake::Result { table, rule, output, .. }) => {
            let table = document.decision_tables.get(*table);
            let column = table.and_then(|table| table.outputs.get(*output as usize)).map_or("", |output| &output.name);
            let name = table.map_or("", |table| &table.name);
            texts.with("teach-goal-cell", &[("table", name.into()), ("row", (*rule as usize + 1).into()), ("column", column.into())])
        }
        Reached::Done(deed) => texts.deed(*deed).to_owned(),
        other => {
            let goal = Goal { text: String::new(), reached_when: other.clone(), hints: Vec::new() };
            goal.subjects().next().map(|subject| texts.name_of(document, subject)).unwrap_or_default()
        }
    }
}
