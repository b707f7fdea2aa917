//! Flow nodes: their elements, what they refer to, how often they are done.

use super::super::super::xml::{Draft, Element};
use super::super::standard::FEEL;
use super::writer::Writer;
use crate::model::{FlowNode, NodeId, NodeKind, Repetition, Subject};

/// Elements of the kept file that are no other kind of node here than the one that the studio would write.
const SYNONYMS: [(&str, &[&str]); 2] = [("subProcess", &["transaction", "adHocSubProcess"]), ("inclusiveGateway", &["complexGateway"])];

/// The element for a kind of node.
pub(super) fn element_of(kind: &NodeKind) -> &'static str {
    match kind {
        NodeKind::StartEvent { .. } => "startEvent",
        NodeKind::EndEvent(_) => "endEvent",
        NodeKind::CatchEvent(_) => "intermediateCatchEvent",
        NodeKind::ThrowEvent(_) => "intermediateThrowEvent",
        NodeKind::BoundaryEvent { .. } => "boundaryEvent",
        NodeKind::Task => "task",
        NodeKind::UserTask => "userTask",
        NodeKind::ManualTask => "manualTask",
        NodeKind::ServiceTask => "serviceTask",
        NodeKind::ScriptTask(_) => "scriptTask",
        NodeKind::BusinessRuleTask(_) => "businessRuleTask",
        NodeKind::SendTask { .. } => "sendTask",
        NodeKind::ReceiveTask { .. } => "receiveTask",
        NodeKind::CallActivity(_) => "callActivity",
        NodeKind::SubProcess { .. } => "subProcess",
        NodeKind::ExclusiveGateway => "exclusiveGateway",
        NodeKind::InclusiveGateway => "inclusiveGateway",
        NodeKind::ParallelGateway => "parallelGateway",
        NodeKind::EventBasedGateway => "eventBasedGateway",
    }
}

impl<'a> Writer<'a> {
    /// A flow node with all that is in it.
    pub fn node(&mut self, node: NodeId) -> Option<Draft> {
        let node = self.document.nodes.get(node)?;
        let own = self.id(Subject::Node(node.id));
        let kept = self.kept.element(&own);
        let usual = element_of(&node.kind);
        let is_synonym = |it: &&Element<'_>| SYNONYMS.iter().any(|(of, others)| *of == usual && others.contains(&it.name.local));
        let local = kept.filter(is_synonym).map_or(usual, |it| it.name.local);
        let mut inside = self.head(node, kept);
        inside.extend(self.ends(node.id, kept));
        inside.extend(self.data_associations(node.id));
        if let Some(event) = node.kind.event() {
            inside.extend(self.event_definition(node, event, &own));
        }
        inside.extend(self.repetition(node, kept));
        if let NodeKind::SubProcess { .. } = node.kind {
            inside.extend(self.content((node.process, Some(node.id))));
        }
        if let NodeKind::ScriptTask(_) = node.kind {
            inside.extend(self.script(node, kept));
        }
        let draft = self.tag(local, Subject::Node(node.id), &node.name, inside);
        let draft = match self.default_of(node.id) {
            Some(default) => draft.attribute("default", &default),
            None => draft,
        };
        Some(self.attributes(draft, node))
    }

    /// What is said in words, and what only the studio says.
    fn head(&mut self, node: &FlowNode, kept: Option<&Element<'_>>) -> Vec<Draft> {
        let mut inside = Vec::new();
        // The note of an imported script task ends with its script, which stands elsewhere in the file.
        let is_script = matches!(node.kind, NodeKind::ScriptTask(_));
        let script = kept.filter(|_| is_script).and_then(|element| super::super::standard::text_of(element, "script")).unwrap_or_default();
        let note = node.details.note.strip_suffix(&script).unwrap_or(&node.details.note).trim_end();
        if !note.is_empty() {
            inside.push(self.text("documentation", note));
        }
        inside.extend(self.step(node, kept));
        inside
    }

    fn attributes(&mut self, draft: Draft, node: &FlowNode) -> Draft {
        match &node.kind {
            NodeKind::StartEvent { is_interrupting: false, .. } => draft.attribute("isInterrupting", "false"),
            NodeKind::BoundaryEvent { host, is_interrupting, .. } => {
                let draft = draft.attribute("attachedToRef", &self.id(Subject::Node(*host)));
                if *is_interrupting { draft } else { draft.attribute("cancelActivity", "false") }
            }
            NodeKind::SubProcess { is_event: true } => draft.attribute("triggeredByEvent", "true"),
            NodeKind::SendTask { message } | NodeKind::ReceiveTask { message } if !message.is_empty() => {
                let message = self.reference("message", message);
                draft.attribute("messageRef", &message)
            }
            NodeKind::CallActivity(Some(process)) => draft.attribute("calledElement", &self.id(Subject::Process(*process))),
            NodeKind::ScriptTask(_) if !self.is_script_kept(node) => draft.attribute("scriptFormat", FEEL),
            _ => draft,
        }
    }

    /// Whether the script of the kept file still says what the task does.
    pub fn is_script_kept(&self, node: &FlowNode) -> bool {
        self.kept.fresh_node(&self.id(Subject::Node(node.id))).is_some_and(|fresh| fresh.kind == node.kind)
    }

    /// A line for each field that is set. None at all is a script too: engines refuse a task without one.
    fn script(&self, node: &FlowNode, kept: Option<&Element<'_>>) -> Option<Draft> {
        let NodeKind::ScriptTask(assignments) = &node.kind else { return None };
        if self.is_script_kept(node) {
            return kept.and_then(|element| element.first("script")).map(|script| self.text("script", &script.text()));
        }
        let lines: Vec<String> = assignments.iter().map(|it| format!("{} = {}", it.target, it.value)).collect();
        Some(self.text("script", &lines.join("\n")))
    }

    fn repetition(&mut self, node: &'a FlowNode, kept: Option<&'a Element<'a>>) -> Option<Draft> {
        let fresh = self.kept.fresh_node(&self.id(Subject::Node(node.id))).map(|node| &node.repetition);
        match &node.repetition {
            Repetition::Once => None,
            Repetition::Loop { condition, tests_before, maximum } => {
                let marker = kept.and_then(|element| element.first("standardLoopCharacteristics"));
                let before = match fresh {
                    Some(Repetition::Loop { condition, .. }) => Some(condition.as_str()),
                    _ => None,
                };
                let written = marker.and_then(|marker| marker.first("loopCondition"));
                // Without a condition the file means "true".
                let is_unsaid = before == Some(condition) && written.is_none() && marker.is_some();
                let inside = if is_unsaid { Vec::new() } else { vec![self.condition("loopCondition", condition, before, written)] };
                let mut draft = Draft::with(&self.prefixes.bpmn("standardLoopCharacteristics"), inside);
                if *tests_before {
                    draft = draft.attribute("testBefore", "true");
                }
                Some(match maximum {
                    Some(maximum) => draft.attribute("loopMaximum", &maximum.to_string()),
                    None => draft,
                })
            }
            Repetition::MultiInstance { .. } => Some(self.multi_instance(node, kept, fresh)),
        }
    }

    fn multi_instance(&mut self, node: &FlowNode, kept: Option<&Element<'_>>, fresh: Option<&Repetition>) -> Draft {
        let local = "multiInstanceLoopCharacteristics";
        let Repetition::MultiInstance { is_sequential, collection, element, completion_condition } = &node.repetition else {
            return Draft::with(&self.prefixes.bpmn(local), Vec::new());
        };
        let marker = kept.and_then(|element| element.first(local));
        let (old_collection, old_condition) = match fresh {
            Some(Repetition::MultiInstance { collection, completion_condition, .. }) => {
                (Some(collection.as_str()), Some(completion_condition.as_str()))
            }
            _ => (None, None),
        };
        let foreign =
            |name: &str| marker.and_then(|marker| marker.attributes.iter().find(|it| it.name.local == name)).map(|it| it.name.qualified());
        let number = marker.and_then(|marker| marker.first("loopCardinality"));
        let in_attribute = foreign("collection").filter(|_| number.is_none());
        let input = marker.and_then(|marker| marker.first("loopDataInputRef")).filter(|_| number.is_none());
        let item = marker.and_then(|marker| marker.first("inputDataItem")).filter(|_| foreign("elementVariable").is_none());
        let mut inside = Vec::new();
        let mut attributes = Vec::new();
        if let (Some(name), false) = (&in_attribute, collection.is_empty()) {
            attributes.push((name.clone(), collection.clone()));
        } else if let (Some(list), Some(true)) = (input, old_collection.map(|old| old == collection)) {
            inside.push(self.text("loopDataInputRef", list.text().trim()));
        } else if !collection.is_empty() {
            let is_number = number.is_some() || self.is_number(collection);
            let times = if is_number { collection.clone() } else { format!("count({collection})") };
            let before = old_collection.filter(|before| *before == collection).map(|_| times.as_str());
            inside.push(self.condition("loopCardinality", &times, before, number));
            if !is_number {
                attributes.push((self.prefixes.own("collection").to_string(), collection.clone()));
            }
        }
        if let Some(item) = item.filter(|_| !element.is_empty()) {
            let said = if super::super::expression::item_name(item) == *element { item.attribute("name") } else { Some(element.as_str()) };
            let draft = Draft::with(&self.prefixes.bpmn("inputDataItem"), Vec::new()).attribute("id", super::super::standard::id(item));
            inside.push(match said {
                Some(said) => draft.attribute("name", said),
                None => draft,
            });
        } else if !element.is_empty() {
            attributes
                .push((foreign("elementVariable").unwrap_or_else(|| self.prefixes.own("elementVariable").to_string()), element.clone()));
        }
        if !completion_condition.is_empty() {
            let written = marker.and_then(|marker| marker.first("completionCondition"));
            inside.push(self.condition("completionCondition", completion_condition, old_condition, written));
        }
        let draft =
            Draft::with(&self.prefixes.bpmn(local), inside).attribute("isSequential", if *is_sequential { "true" } else { "false" });
        attributes.into_iter().fold(draft, |draft, (name, value)| draft.attribute(&name, &value))
    }
}
