//! Steps that hold no others.

use super::super::super::super::xml::Draft;
use super::super::super::expression::References;
use super::super::super::remark::Remark;
use super::super::super::standard::LINK;
use super::super::naming::comment;
use super::super::{END_OTHERS, STATUS, variables};
use super::choices::{expression, head};
use super::{Writing, native};
use crate::model::{Assignment, Event, FlowNode, NodeId, NodeKind, Repetition, Subject};

impl Writing<'_> {
    /// A node as steps of the file; several where it sets several things, none for beginnings and ends.
    pub(super) fn step(&mut self, id: NodeId) -> Vec<Draft> {
        let document = self.document;
        let Some(node) = document.nodes.get(id) else { return Vec::new() };
        let subject = Subject::Node(id);
        let drafts = match &node.kind {
            NodeKind::StartEvent { .. } | NodeKind::EndEvent(Event::None) | NodeKind::BoundaryEvent { .. } => return Vec::new(),
            NodeKind::SubProcess { is_event: false } => return self.sub_process(node),
            NodeKind::ServiceTask if native::is_question(node) => return Vec::new(),
            NodeKind::ScriptTask(assignments) => self.script(node, assignments),
            NodeKind::ThrowEvent(Event::Signal(name) | Event::Message(name))
            | NodeKind::EndEvent(Event::Signal(name) | Event::Message(name))
            | NodeKind::SendTask { message: name } => vec![self.throw(node, name)],
            NodeKind::CallActivity(process) => {
                self.say(subject, Remark::CallAsEvent);
                let name = process.and_then(|process| document.processes.get(process)).map(|process| process.name.as_str());
                vec![self.throw(node, name.unwrap_or_default())]
            }
            kind if kind.is_event() || kind.is_gateway() || matches!(kind, NodeKind::SubProcess { .. }) => {
                self.say(subject, Remark::NoSuchEvent);
                return Vec::new();
            }
            kind => vec![self.work(node, kind)],
        };
        self.again(node, drafts)
    }

    /// A step that is repeated lies in a loop of its own.
    fn again(&mut self, node: &FlowNode, drafts: Vec<Draft>) -> Vec<Draft> {
        let feel = match &node.repetition {
            Repetition::Loop { condition, .. } if native::is_active(node) => condition,
            Repetition::MultiInstance { .. } => {
                self.say(Subject::Node(node.id), Remark::EachWithCounter);
                return drafts;
            }
            _ => return drafts,
        };
        let (text, is_active) = super::workflow::condition(self, Subject::Node(node.id), feel);
        let mut inside = head("", is_active);
        inside.push(expression(None, "Ausdruck", &text));
        inside.extend(drafts);
        vec![self.identified_as(Draft::with("Schleife", inside), None, &format!("{}_schleife", node.key))]
    }

    fn work(&mut self, node: &FlowNode, kind: &NodeKind) -> Draft {
        let kept = self.kept_name(node.id);
        match kept {
            Some("AufgabeAktivieren") => return self.task(node, None),
            Some(LINK) => {
                let inside = head(&comment(&node.name, &node.details.note, "Mit Hauptvorgang verknüpfen"), native::is_active(node));
                return self.identified(Draft::with(LINK, inside), Subject::Node(node.id), &node.key);
            }
            Some(name) if name.ends_with("Anzeigen") || name.ends_with("Anfordern") => return self.page(node),
            Some(name) if !super::super::super::standard::is_step(name) => {
                let inside = head(&comment(&node.name, &node.details.note, name), native::is_active(node));
                return self.identified(Draft::with(name, inside), Subject::Node(node.id), &node.key);
            }
            _ => {}
        }
        match kind {
            NodeKind::UserTask if node.details.form.is_some() => self.page(node),
            NodeKind::ServiceTask => self.service(node),
            NodeKind::UserTask => self.task(node, None),
            NodeKind::BusinessRuleTask(_) => {
                self.say(Subject::Node(node.id), Remark::NoTable);
                self.task(node, None)
            }
            _ => {
                self.say(Subject::Node(node.id), Remark::AsTask);
                self.task(node, None)
            }
        }
    }

    /// A base service as a command that names it.
    fn service(&mut self, node: &FlowNode) -> Draft {
        let service = node.details.service.as_ref().map(|service| service.service.as_str()).unwrap_or_default();
        let mut inside = head(&comment(&node.name, &node.details.note, "Befehl ausführen"), native::is_active(node));
        inside.push(expression(None, "Befehl", &super::super::service_call(service)));
        self.identified(Draft::with("BefehlAusfuehren", inside), Subject::Node(node.id), &node.key)
    }

    fn throw(&mut self, node: &FlowNode, name: &str) -> Draft {
        let (element, inner, usual) = match name.strip_prefix(STATUS) {
            Some(status) => ("VorgangsstatusSetzen", Some(("Status", status)), format!("Status „{status}“ setzen")),
            None if name == END_OTHERS => ("AlleWeiterenWorkflowsBeenden", None, END_OTHERS.to_owned()),
            None => ("EreignisAusloesen", Some(("NameDesEreignisses", name)), format!("Ereignis „{name}“ auslösen")),
        };
        let mut inside = head(&comment(&node.name, &node.details.note, &usual), native::is_active(node));
        inside.extend(inner.map(|(inner, text)| Draft::text(inner, text)));
        self.identified(Draft::with(element, inside), Subject::Node(node.id), &node.key)
    }

    fn script(&mut self, node: &FlowNode, assignments: &[Assignment]) -> Vec<Draft> {
        let subject = Subject::Node(node.id);
        let commands: Option<Vec<String>> = assignments.iter().map(|assignment| self.speech.command(assignment)).collect();
        let is_command = self.kept_name(node.id).is_none_or(|name| name == "BefehlAusfuehren");
        if let Some(commands) = commands.filter(|commands| is_command && !commands.is_empty()) {
            let kept = self.kept(subject);
            let mut inside = head(&comment(&node.name, &node.details.note, "Befehl ausführen"), native::is_active(node));
            inside.push(expression(kept, "Befehl", &commands.join("; ")));
            return vec![self.identified(Draft::with("BefehlAusfuehren", inside), subject, &node.key)];
        }
        if assignments.is_empty() {
            self.say(subject, Remark::AsTask);
            return vec![self.task(node, None)];
        }
        assignments.iter().enumerate().map(|(number, assignment)| self.assignment(node, number, assignment)).collect()
    }

    fn assignment(&mut self, node: &FlowNode, number: usize, assignment: &Assignment) -> Draft {
        let subject = Subject::Node(node.id);
        let kept = self.kept(subject).filter(|_| number == 0);
        let value = self.speech.value(&assignment.value, &assignment.target).unwrap_or_else(|text| {
            self.say(subject, Remark::Expression(text.clone()));
            text
        });
        let value = if value == "null" { String::new() } else { value };
        let variable = self.speech.variable(&assignment.target);
        let reference = variable.clone().or_else(|| self.speech.reference(&assignment.target));
        let reference = reference.unwrap_or_else(|| {
            self.say(subject, Remark::Expression(assignment.target.clone()));
            assignment.target.clone()
        });
        let (name, note) = if number == 0 { (node.name.as_str(), node.details.note.as_str()) } else { ("", "") };
        let usual = kept.map(variables::usual_name).filter(|usual| usual == name).unwrap_or_else(|| variables::set(&reference));
        let mut inside = head(&comment(name, note, &usual), native::is_active(node));
        let element = if let Some(name) = variable {
            let has_value = kept.is_none_or(|kept| kept.first("Wert").is_some()) || !value.is_empty();
            inside.extend(has_value.then(|| Draft::text("Wert", &value)));
            let kind = kept.and_then(|kept| kept.first("Workflowvariable")?.attribute("Datentyp"));
            let kind = kind.map_or_else(|| self.speech.kind_word(&assignment.target), str::to_owned);
            inside.push(Draft::text("Workflowvariable", "").attribute("Datentyp", &kind).attribute("Variablenname", &name));
            "WorkflowvariableSetzen"
        } else {
            inside.push(expression(kept, "Ausdruck", &value));
            inside.push(Draft::text("Datenverweis", &reference));
            "DatenvariableSetzen"
        };
        let draft = Draft::with(element, inside);
        if number == 0 {
            self.identified(draft, subject, &node.key)
        } else {
            self.identified_as(draft, None, &format!("{}_{}", node.key, number + 1))
        }
    }
}
