//! Scripts: assignments become those of a script task, all else stays in the note of the step.

use super::super::What;
use super::super::xml::Element;
use super::expression::Assigned;
use super::reading::Reading;
use super::standard::{FEEL, text_of};
use crate::model::{Assignment, NodeKind};

/// Whether a script is one that the studio wrote: assignments in FEEL, a line each.
pub(super) fn is_own_script(element: &Element<'_>) -> bool {
    element.attribute("scriptFormat") == Some(FEEL)
}

impl<'a> Reading<'a> {
    /// A script task: what its script sets, if it does nothing else.
    pub fn script(&mut self, element: &'a Element<'a>) -> NodeKind {
        let Some(script) = text_of(element, "script") else { return NodeKind::ScriptTask(Vec::new()) };
        if is_own_script(element) {
            return NodeKind::ScriptTask(self.own_assignments(&script));
        }
        if let Some(kind) = self.suite_kind(&script) {
            return kind;
        }
        let assignments = self.assignments(&script);
        if assignments.is_none() {
            self.say(element, What::ScriptInNote);
        }
        NodeKind::ScriptTask(assignments.unwrap_or_default())
    }

    /// The lines as they stand; what they use is declared.
    fn own_assignments(&mut self, script: &str) -> Vec<Assignment> {
        for line in script.lines() {
            if Assigned::read(line).and_then(|assigned| self.variables.assignment(&assigned)).is_none() {
                self.own_assignment(line);
            }
        }
        let assignment = |line: &str| line.split_once('=').map(|(target, value)| (target.trim().to_owned(), value.trim().to_owned()));
        script.lines().filter_map(assignment).map(|(target, value)| Assignment { target, value }).collect()
    }

    /// What a line sets and uses that only FEEL can say.
    fn own_assignment(&mut self, line: &str) {
        let Some((target, value)) = line.split_once('=') else { return };
        let kind = self.declare_value(value.trim());
        let target: Vec<String> = target.trim().split('.').map(str::to_owned).collect();
        self.variables.use_path(&target, kind);
    }

    fn assignments(&mut self, script: &str) -> Option<Vec<Assignment>> {
        let lines = script.split(['\n', ';']).map(str::trim).filter(|line| !line.is_empty());
        let read: Option<Vec<Assigned>> = lines.map(Assigned::read).collect();
        read?.iter().map(|assigned| self.variables.assignment(assigned)).collect()
    }
}
