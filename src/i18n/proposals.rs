//! Test cases and what they cover in words: their steps and expectations, targets, and why some stay open.

use super::Texts;
use super::play::field_of;
use crate::form::format;
use crate::model::{Document, Expectation, FieldKind, NodeId, Subject, TestStep};
use crate::sim::{Asked, Group, Proposed, Reason, Skipped, Step, Target};

impl Texts {
    /// A step of a test case.
    pub fn test_step(&self, document: &Document, step: &TestStep) -> String {
        let (nth, step) = match step {
            TestStep::Start { node, .. } => (0, Step::Start { node: *node, entries: Vec::new() }),
            TestStep::Complete { node, nth, .. } => (*nth, Step::Complete { at: (*node).into(), entries: Vec::new() }),
            TestStep::Answer { node, nth, .. } => (*nth, Step::Answer { at: (*node).into(), entries: None }),
            TestStep::Fail { node, nth, error } => (*nth, Step::Fail { at: (*node).into(), error: error.clone() }),
            TestStep::Trigger { node, nth, .. } => (*nth, Step::Trigger { at: (*node).into(), entries: Vec::new() }),
            TestStep::Wait { duration } => (0, Step::Wait { duration: duration.clone() }),
            TestStep::Choose { node, flow } => (0, Step::Choose { node: *node, flow: *flow }),
            TestStep::Silent { node } => return self.with("case-silent", &[("name", self.node_name(document, *node).as_str().into())]),
        };
        let sentence = self.step(document, &step);
        if nth == 0 {
            return sentence;
        }
        self.with("case-nth", &[("sentence", (&sentence).into()), ("number", (nth as usize + 1).into())])
    }

    /// What a test case expects.
    pub fn expectation(&self, document: &Document, expectation: &Expectation) -> String {
        let at = |key: &str, node: NodeId| self.with(key, &[("name", self.node_name(document, node).as_str().into())]);
        match expectation {
            Expectation::Ended(node) => at("expect-ended", *node),
            Expectation::Visited(node) => at("expect-visited", *node),
            Expectation::NotVisited(node) => at("expect-not-visited", *node),
            Expectation::VisitedTimes { node, times } => {
                let name = self.node_name(document, *node);
                self.with("expect-times", &[("name", (&name).into()), ("times", (*times as usize).into())])
            }
            Expectation::DoneBy { node, role } => {
                let (name, role) = (self.node_name(document, *node), self.name_of(document, Subject::Role(*role)));
                self.with("expect-role", &[("name", (&name).into()), ("role", (&role).into())])
            }
            Expectation::Holds(condition) => self.with("expect-holds", &[("condition", condition.into())]),
            Expectation::Wrote(letter) => {
                let name = self.name_of(document, Subject::DocumentTemplate(*letter));
                self.with("expect-wrote", &[("name", (&name).into())])
            }
        }
    }

    /// The kinds of targets.
    pub fn target_group(&self, group: Group) -> &str {
        self.get(match group {
            Group::Steps => "cover-steps",
            Group::Ways => "cover-ways",
            Group::Rows => "cover-rows",
            Group::Rules => "cover-rules",
            Group::Boundaries => "cover-boundaries",
        })
    }

    /// Something that test cases can go through.
    pub fn target(&self, document: &Document, target: &Target) -> String {
        let named = |subject| self.name_of(document, subject);
        match target {
            Target::Step(node) => self.node_name(document, *node),
            Target::Way(flow) => {
                let ends = document.flows.get(*flow).map(|flow| (flow.from, flow.to));
                let (from, to) =
                    ends.map_or_else(Default::default, |(from, to)| (self.node_name(document, from), self.node_name(document, to)));
                let way = document.flows.get(*flow).map(|flow| flow.name.trim()).filter(|name| !name.is_empty());
                let key = if way.is_some() { "cover-named-way" } else { "cover-way" };
                self.with(key, &[("from", (&from).into()), ("to", (&to).into()), ("way", way.unwrap_or_default().into())])
            }
            Target::Row { table, row } => {
                let table = named(Subject::DecisionTable(*table));
                self.with("cover-row", &[("table", (&table).into()), ("number", (row + 1).into())])
            }
            Target::Rule { form, element, asked, holds } => {
                let key = match (asked, holds) {
                    (Asked::Visible, true) => "cover-shown",
                    (Asked::Visible, false) => "cover-hidden",
                    (Asked::Required, true) => "cover-required",
                    (Asked::Required, false) => "cover-optional",
                    (Asked::Applies, true) => "cover-applies",
                    (Asked::Applies, false) => "cover-applies-not",
                    (Asked::Own(_), _) => "cover-kept",
                };
                let (form, element) = (named(Subject::Form(*form)), named(Subject::FormElement(*form, *element)));
                self.with(key, &[("form", (&form).into()), ("element", (&element).into())])
            }
            Target::Boundary { path, bound, side, .. } => {
                if let Some(length) = length(document, path, bound) {
                    return self.with("cover-length", &[("field", field_of(document, path).as_str().into()), ("bound", length.into())]);
                }
                let key = match side {
                    0 => "cover-at-bound",
                    side if *side < 0 => "cover-below-bound",
                    _ => "cover-above-bound",
                };
                let bound = self.bound(document, path, bound);
                self.with(key, &[("field", field_of(document, path).as_str().into()), ("bound", (&bound).into())])
            }
        }
    }

    /// A boundary as people write it; expressions stay as they are.
    fn bound(&self, document: &Document, path: &str, bound: &str) -> String {
        let is_today = bound.replace(' ', "") == "today()";
        let kind =
            document.find_path(path).and_then(|path| path.last()).and_then(|field| document.fields.get(field)).map(|field| field.kind);
        let value = crate::expr::parse(bound, &crate::expr::Names::new())
            .map(|tree| tree.evaluate(&crate::expr::Context::default(), &crate::expr::Environment::default()).value);
        match value {
            _ if is_today => self.get("cover-today").to_owned(),
            Ok(value) if !value.is_null() && !matches!(kind, Some(FieldKind::Text | FieldKind::LongText)) => {
                format::at_path(document, path, &value)
            }
            _ => bound.to_owned(),
        }
    }

    /// Why something stays open.
    pub fn reason(&self, document: &Document, reason: &Reason) -> String {
        match reason {
            Reason::NoValue => self.get("open-no-value").to_owned(),
            Reason::NoWay => self.get("open-no-way").to_owned(),
            Reason::Behind(subject) => {
                let name = match subject {
                    Subject::Flow(flow) => self.target(document, &Target::Way(*flow)),
                    subject => self.name_of(document, *subject),
                };
                self.with("open-behind", &[("name", (&name).into())])
            }
            Reason::NoTime(node) => self.with("open-no-time", &[("name", self.node_name(document, *node).as_str().into())]),
            Reason::Stuck(node, reason) => {
                let (name, reason) = (self.node_name(document, *node), self.stuck(document, reason));
                self.with("case-stuck", &[("name", (&name).into()), ("reason", (&reason).into())])
            }
            Reason::NotFilled(form) => {
                self.with("open-not-filled", &[("form", self.name_of(document, Subject::Form(*form)).as_str().into())])
            }
            Reason::Computed => self.get("open-computed").to_owned(),
            Reason::NotFound => self.get("open-not-found").to_owned(),
            Reason::NotTried => self.get("open-not-tried").to_owned(),
        }
    }

    /// A check that a play did not repeat.
    pub fn skipped(&self, document: &Document, skipped: Skipped) -> String {
        let [check, after, then] = [skipped.check, skipped.after, skipped.then].map(|node| self.node_name(document, node));
        self.with("case-skipped", &[("check", (&check).into()), ("after", (&after).into()), ("then", (&then).into())])
    }

    /// What a proposed case is to show.
    pub fn proposed(&self, document: &Document, proposed: &Proposed) -> String {
        if let Some(first) = proposed.skipped.first() {
            return self.skipped(document, *first);
        }
        let ways = || proposed.covers.iter().filter(|target| target.group() == Group::Ways);
        let shown: Vec<&Target> = if ways().next().is_some() { ways().collect() } else { proposed.covers.iter().collect() };
        let mut told: Vec<String> = shown.iter().take(3).map(|target| self.target(document, target)).collect();
        if shown.len() > told.len() {
            told.push(self.with("cover-more", &[("count", (shown.len() - told.len()).into())]));
        }
        self.with("case-covers", &[("targets", told.join("; ").as_str().into())])
    }

    fn node_name(&self, document: &Document, node: NodeId) -> String {
        self.name_of(document, Subject::Node(node))
    }
}

/// So many characters a text at that path is to have, if the boundary is about its length.
fn length(document: &Document, path: &str, bound: &str) -> Option<usize> {
    let field = document.fields.get(document.find_path(path)?.last()?)?;
    matches!(field.kind, FieldKind::Text | FieldKind::LongText).then(|| bound.parse().ok())?
}
