//! Scripts: assignments become those of a script task, all else stays in the note of the step.

use super::super::What;
use super::super::xml::Element;
use super::expression::Assigned;
use super::reading::Reading;
use super::standard::text_of;
use crate::model::{Assignment, NodeKind};

impl<'a> Reading<'a> {
    /// A script task: what its script sets, if it does nothing else.
    pub fn script(&mut self, element: &'a Element<'a>) -> NodeKind {
        let Some(script) = text_of(element, "script") else { return NodeKind::ScriptTask(Vec::new()) };
        if let Some(kind) = self.suite_kind(&script) {
            return kind;
        }
        let assignments = self.assignments(&script);
        if assignments.is_none() {
            self.say(element, What::ScriptInNote);
        }
        NodeKind::ScriptTask(assignments.unwrap_or_default())
    }

    fn assignments(&mut self, script: &str) -> Option<Vec<Assignment>> {
        let lines = script.split(['\n', ';']).map(str::trim).filter(|line| !line.is_empty());
        let read: Option<Vec<Assigned>> = lines.map(Assigned::read).collect();
        read?.iter().map(|assigned| self.variables.assignment(assigned)).collect()
    }
}
