//! Tasks of the platform.

use super::super::super::super::xml::{Draft, Element};
use super::super::super::remark::Remark;
use super::super::super::standard::{TASKS, expression_of, is_no_condition, text_of};
use super::super::naming::comment;
use super::super::tasks::{duration_text, usual_name};
use super::choices::{expression, head};
use super::{Writing, native};
use crate::model::{FlowNode, NodeId, Subject};

impl Writing<'_> {
    /// A task that is done under a condition.
    pub(super) fn task_under(&mut self, node: NodeId, condition: &str) -> Vec<Draft> {
        let Some(node) = self.document.nodes.get(node) else { return Vec::new() };
        vec![self.task(node, Some(condition))]
    }

    /// A step as a task; one that was not imported stops the process until it is done.
    pub(super) fn task(&mut self, node: &FlowNode, condition: Option<&str>) -> Draft {
        let step = self.kept(Subject::Node(node.id));
        let kept = step.and_then(|step| step.elements().find(|task| TASKS.contains(&task.name.local)));
        let kind = kept.map_or("ProzessAnhaltenSystemaufgabe", |kept| kept.name.local);
        let has_comment = step.is_some_and(|step| !text_of(step, "Comment").is_empty());
        let note = node.details.note.as_str();
        let (own_comment, description) = if has_comment { (note.to_owned(), "") } else { (String::new(), note) };
        let outer_comment = if kept.is_none() && step.is_some() { comment(&node.name, note, "Aufgabe") } else { own_comment };
        let mut inside = head(&outer_comment, native::is_active(node));
        if kept.is_some() || step.is_none() {
            let shown = self.shown(node, kept, condition, (description, kind));
            inside.push(Draft::with(kind, shown));
        }
        self.identified(Draft::with("AufgabeAktivieren", inside), Subject::Node(node.id), &node.key)
    }

    fn shown(
        &mut self,
        node: &FlowNode,
        kept: Option<&Element<'_>>,
        condition: Option<&str>,
        (description, kind): (&str, &str),
    ) -> Vec<Draft> {
        let name = if node.name == usual_name(kind) && kept.is_some() { "" } else { &node.name };
        let mut inside = vec![Draft::text("Name", "").attribute("Standard", name)];
        inside.extend((!description.is_empty()).then(|| Draft::text("Beschreibung", description)));
        // A deadline that could not be read has no place here, and stays as it is until another is given.
        let text = kept.map(|kept| expression_of(kept, "Standardfaelligkeit")).unwrap_or_default();
        let due = node.details.due.as_ref().map(duration_text);
        match (due, kept) {
            (Some(due), Some(_)) => inside.push(expression(kept, "Standardfaelligkeit", &due)),
            (Some(due), None) => inside.push(Draft::text("Standardfaelligkeit", &due)),
            (None, _) => inside.extend((kept.is_none() || text.is_empty()).then(|| Draft::text("Standardfaelligkeit", ""))),
        }
        if node.details.due.as_ref().is_some_and(|due| due.in_working_days) {
            self.say(Subject::Node(node.id), Remark::NameLost);
        }
        let role = node.details.role.and_then(|role| self.document.roles.get(role)).map(|role| role.name.clone());
        inside.push(Draft::text("Zustaendigkeit", &role.unwrap_or_default()));
        // A condition that always holds has no decision here, and stays as it is.
        let always = kept.map(|kept| expression_of(kept, "Ausfuehrungsbedingung")).filter(|text| is_no_condition(text));
        let condition = condition.map(str::to_owned).or(always).unwrap_or_default();
        inside.push(Draft::text("Ausfuehrungsbedingung", &condition));
        inside
    }
}
