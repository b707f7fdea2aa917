//! Words that stand for scripts in the engine-neutral models of the betsy conformance suite (uniba-dsg/betsy), so that its traces can be
//! compared. Its own runner puts code of each engine in their place.

use super::super::xml::Element;
use super::flow::Place;
use super::reading::Reading;
use super::standard::{id, name, reference, text_of};
use crate::model::{Assignment, Duration, Event, FlowNode, NodeId, NodeKind, StepDetails, Timer};

/// The variable that the suite's processes count in.
const COUNTER: &str = "integerVariable";
/// The code of the error that its scripts throw.
const ERROR: &str = "ERR_CODE";

impl<'a> Reading<'a> {
    /// What a script of one of its words is; `None` for all others.
    pub fn suite_kind(&mut self, script: &str) -> Option<NodeKind> {
        Some(match script {
            "INCREMENT_INTEGER_VARIABLE" | "INCREMENT_INTEGER_VARIABLE_AND_LOG" => {
                let target = self.variables.number(COUNTER)?;
                let value = format!("{target} + 1");
                NodeKind::ScriptTask(vec![Assignment { target, value }])
            }
            "WAIT_TEN_SECONDS" | "THROW_ERROR" => NodeKind::SubProcess { is_event: false },
            _ if script.starts_with("SCRIPT_") => NodeKind::ScriptTask(Vec::new()),
            "CREATE_LOG_FILE"
            | "CREATE_MARKER_FILE"
            | "SET_STRING_DATA"
            | "LOG_DATA"
            | "CREATE_TIMESTAMP_LOG_1"
            | "CREATE_TIMESTAMP_LOG_2" => NodeKind::ScriptTask(Vec::new()),
            _ => return None,
        })
    }

    /// A script that takes time or fails, as a flow inside the step.
    pub fn suite_step(&mut self, place: Place, element: &'a Element<'a>, step: NodeId) {
        let script = text_of(element, "script").unwrap_or_default();
        let kind = match script.as_str() {
            "WAIT_TEN_SECONDS" => {
                NodeKind::CatchEvent(Event::Timer(Timer::Duration(Duration { iso: "PT10S".to_owned(), in_working_days: false })))
            }
            "THROW_ERROR" => NodeKind::EndEvent(Event::Error(ERROR.to_owned())),
            _ => return,
        };
        let inside = Place { parent: Some(step), ..place };
        let mut put = |kind| {
            let node = FlowNode { name: String::new(), details: StepDetails::default(), ..self.node(inside, element, kind) };
            let made = node.id;
            self.put_beside(element, node);
            made
        };
        let start = put(NodeKind::StartEvent { trigger: Event::None, is_interrupting: true });
        let work = put(kind);
        self.connect(id(element), start, work);
    }

    /// A script that writes a text into the data that its step gives out.
    pub fn suite_output(&mut self, step: NodeId, element: &Element<'_>, output: &str) {
        if text_of(element, "script").as_deref() != Some("SET_STRING_DATA") {
            return;
        }
        let data = self.data_references.get(output).copied();
        let object = data.and_then(|data| reference(data, "dataObjectRef")).and_then(|id| self.data_objects.get(id)).copied().or(data);
        let Some(target) = object.map(name).and_then(|name| self.variables.text(&name)) else { return };
        if let Some(node) = self.document.nodes.get_mut(step) {
            node.kind = NodeKind::ScriptTask(vec![Assignment { target, value: "\"String\"".to_owned() }]);
        }
    }
}
