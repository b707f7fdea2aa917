//! Which kind of node an element is, and how often it is done.

use super::super::What;
use super::super::xml::Element;
use super::details::own;
use super::expression::item_name;
use super::flow::Place;
use super::reading::Reading;
use super::script::is_own_script;
use super::standard::{id, is_false, is_true, local, name, reference, text_of};
use crate::model::{NodeKind, Repetition, Subject};

impl<'a> Reading<'a> {
    /// The kind of a flow node; `None` for what is none, or cannot be one here. Boundary events have a way of their own.
    pub fn kind(&mut self, place: Place, element: &'a Element<'a>) -> Option<NodeKind> {
        let local = element.name.local;
        if is_true(element, "isForCompensation") {
            // Nothing leads to it: it stands in the picture as a frame.
            if !self.is_stranger(element) {
                self.leave(element, "isForCompensation");
            }
            return None;
        }
        Some(match local {
            "startEvent" => {
                NodeKind::StartEvent { trigger: self.first_event(place, element), is_interrupting: !is_false(element, "isInterrupting") }
            }
            "endEvent" => NodeKind::EndEvent(self.first_event(place, element)),
            "intermediateCatchEvent" => NodeKind::CatchEvent(self.first_event(place, element)),
            "intermediateThrowEvent" => NodeKind::ThrowEvent(self.first_event(place, element)),
            "task" => NodeKind::Task,
            "userTask" => NodeKind::UserTask,
            "manualTask" => NodeKind::ManualTask,
            "serviceTask" => NodeKind::ServiceTask,
            "scriptTask" => self.script(element),
            "businessRuleTask" => NodeKind::BusinessRuleTask(None),
            "sendTask" => NodeKind::SendTask { message: self.message(element) },
            "receiveTask" => NodeKind::ReceiveTask { message: self.message(element) },
            "callActivity" => self.call(element),
            "subProcess" => NodeKind::SubProcess { is_event: is_true(element, "triggeredByEvent") },
            "transaction" => self.nearest(element, NodeKind::SubProcess { is_event: false }),
            "adHocSubProcess" => {
                self.say(element, What::AdHoc);
                NodeKind::SubProcess { is_event: false }
            }
            "exclusiveGateway" => NodeKind::ExclusiveGateway,
            "inclusiveGateway" => NodeKind::InclusiveGateway,
            "parallelGateway" => NodeKind::ParallelGateway,
            "eventBasedGateway" => NodeKind::EventBasedGateway,
            "complexGateway" => self.nearest(element, NodeKind::InclusiveGateway),
            _ => return None,
        })
    }

    /// A global task as the one step of its process.
    pub fn global_kind(&mut self, element: &'a Element<'a>) -> NodeKind {
        match element.name.local {
            "globalUserTask" => NodeKind::UserTask,
            "globalManualTask" => NodeKind::ManualTask,
            "globalScriptTask" => self.script(element),
            "globalBusinessRuleTask" => NodeKind::BusinessRuleTask(None),
            _ => NodeKind::Task,
        }
    }

    fn nearest(&mut self, element: &Element<'_>, kind: NodeKind) -> NodeKind {
        self.say(element, What::NearestKind(element.name.local.to_owned()));
        kind
    }

    fn call(&mut self, element: &'a Element<'a>) -> NodeKind {
        let called = reference(element, "calledElement");
        let process = match called.and_then(|called| self.subjects.get(called)) {
            Some(Subject::Process(process)) => Some(*process),
            _ => None,
        };
        if let (Some(called), None) = (called, process) {
            self.dangling(element, called);
        }
        NodeKind::CallActivity(process)
    }

    /// What is said about the element in words, and its script.
    pub fn note_of(element: &Element<'_>) -> String {
        // A script that the studio wrote is in the task itself.
        let script = if is_own_script(element) { None } else { text_of(element, "script") };
        let texts = [text_of(element, "documentation"), script];
        texts.into_iter().flatten().collect::<Vec<_>>().join("\n\n")
    }

    /// How often an activity is done.
    pub fn repetition(&mut self, element: &'a Element<'a>, kind: &NodeKind) -> Repetition {
        if !kind.is_activity() {
            return Repetition::Once;
        }
        if let Some(marker) = element.first("standardLoopCharacteristics") {
            return self.standard_loop(element, marker);
        }
        element.first("multiInstanceLoopCharacteristics").map_or(Repetition::Once, |marker| self.multi_instance(element, marker))
    }

    fn standard_loop(&mut self, element: &'a Element<'a>, marker: &'a Element<'a>) -> Repetition {
        let condition = marker.first("loopCondition").map(|text| self.condition(element, text)).unwrap_or_default();
        let maximum = marker.attribute("loopMaximum").and_then(|text| {
            let number = text.trim().parse().ok();
            if number.is_none() {
                self.invalid(element, "loopMaximum", text);
            }
            number
        });
        // Without a condition the standard goes on for ever, or up to the maximum.
        let condition = if condition.is_empty() { "true".to_owned() } else { condition };
        Repetition::Loop { condition, tests_before: is_true(marker, "testBefore"), maximum }
    }

    fn multi_instance(&mut self, element: &'a Element<'a>, marker: &'a Element<'a>) -> Repetition {
        let foreign = |local: &str| marker.attributes.iter().find(|it| it.name.local == local).map(|it| it.value.trim().to_owned());
        let collection = match (own(marker, "collection"), marker.first("loopCardinality")) {
            (Some(list), _) => list.to_owned(),
            (None, Some(text)) => self.amount(element, text),
            (None, None) => foreign("collection").or_else(|| self.data_input(element, marker)).unwrap_or_default(),
        };
        if collection.parse::<f64>().is_ok_and(|number| number < 0.0) {
            self.invalid(element, "loopCardinality", &collection);
        }
        let completion_condition = marker.first("completionCondition").map(|text| self.condition(element, text)).unwrap_or_default();
        Repetition::MultiInstance {
            is_sequential: is_true(marker, "isSequential"),
            collection,
            element: foreign("elementVariable").or_else(|| marker.first("inputDataItem").map(item_name)).unwrap_or_default(),
            completion_condition,
        }
    }

    /// The list that the standard's `loopDataInputRef` means (BPMN 2.0, 10.3.8): an input of the step, which the data of an association fills,
    /// or data around it. It is declared under its name.
    fn data_input(&mut self, element: &'a Element<'a>, marker: &'a Element<'a>) -> Option<String> {
        let reference = text_of(marker, "loopDataInputRef")?;
        let input = local(&reference);
        let own = element.first("ioSpecification").into_iter().flat_map(|io| io.all("dataInput")).find(|it| id(it) == input);
        let filled = element.all("dataInputAssociation").find(|it| text_of(it, "targetRef").is_some_and(|target| local(&target) == input));
        let source = filled.and_then(|it| text_of(it, "sourceRef"));
        let data = source.as_deref().map_or(input, local);
        let named = self.data_named(data).or_else(|| own.map(name).filter(|name| !name.is_empty()));
        let name = named.unwrap_or_else(|| data.to_owned());
        let path = self.variables.list(&name).or_else(|| self.variables.list(input));
        if path.is_none() {
            self.say(element, What::KeptAsText(name.clone()));
        }
        Some(path.unwrap_or(name))
    }

    /// The name of data objects, references to them, or stores.
    fn data_named(&self, wanted: &str) -> Option<String> {
        let mut open = vec![self.root];
        while let Some(element) = open.pop() {
            if element.name.local.starts_with("data") && id(element) == wanted {
                return Some(name(element)).filter(|name| !name.is_empty());
            }
            open.extend(element.elements().filter(|inner| inner.name.local != "BPMNDiagram"));
        }
        None
    }

    /// Says that a value cannot be right.
    pub fn invalid(&mut self, element: &Element<'_>, name: &str, value: &str) {
        let line = element.position.line;
        self.say(element, What::Invalid { name: name.to_owned(), value: value.trim().to_owned(), line });
    }
}
