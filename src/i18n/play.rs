//! Playing through in words: what was done, what happened and why, and why something cannot be done.

use super::Texts;
use super::texts::Argument;
use crate::expr::{DayTimeDuration, Value};
use crate::form::format;
use crate::model::{Document, FlowId, NodeId, NodeKind, Subject};
use crate::sim::{Broken, CompileFault, ExpressionFault, Happening, Misfit, Step, StepRefusal, StuckReason, Why, WriteFault};
use std::sync::Arc;

impl Texts {
    /// Why a procedure cannot be played.
    pub fn compile_fault(&self, document: &Document, fault: &CompileFault) -> String {
        match fault {
            CompileFault::NoProcess(_) => self.get("sim-no-process").to_owned(),
            CompileFault::NoBeginning(process) => {
                self.with("sim-no-beginning", &[("name", self.name_of(document, Subject::Process(*process)).as_str().into())])
            }
        }
    }

    /// What was done in a step.
    pub fn step(&self, document: &Document, step: &Step) -> String {
        match step {
            Step::Start { node, .. } => self.at_node("sim-did-start", document, *node),
            Step::Complete { at, .. } => self.at_node("sim-did-complete", document, at.node),
            Step::Answer { at, .. } => {
                let is_script = document.nodes.get(at.node).is_some_and(|node| matches!(node.kind, NodeKind::ScriptTask(_)));
                self.at_node(if is_script { "sim-did-script" } else { "sim-did-answer" }, document, at.node)
            }
            Step::Fail { at, error } => {
                let name = self.name_of(document, Subject::Node(at.node));
                self.with("sim-did-fail", &[("name", name.as_str().into()), ("error", self.error_name(error).into())])
            }
            Step::Trigger { at, .. } => self.at_node("sim-did-trigger", document, at.node),
            Step::Wait { duration } => match whole_days(duration) {
                Some(days) => self.with("sim-did-wait-days", &[("count", days.into())]),
                None => self.with("sim-did-wait", &[("duration", duration.into())]),
            },
            Step::WaitForDeadline => self.get("sim-did-wait-for-deadline").to_owned(),
            Step::Release { at } => self.at_node("sim-did-release", document, at.node),
            Step::Choose { flow, .. } => self.with("sim-did-choose", &[("way", self.way(document, *flow).as_str().into())]),
        }
    }

    /// What happened, where it is worth a sentence: tokens merely entering and leaving are not.
    pub fn happening(&self, document: &Document, what: &Happening) -> Option<String> {
        Some(match what {
            Happening::FlowTaken { flow, why } => self.why(document, *flow, why)?,
            Happening::ValueSet { path, new, .. } => {
                let value = format::at_path(document, path, new);
                self.with("sim-value-set", &[("field", field_of(document, path).as_str().into()), ("value", value.as_str().into())])
            }
            Happening::LeftEmpty { path, code, .. } => {
                self.with("sim-left-empty", &[("field", field_of(document, path).as_str().into()), ("code", code.into())])
            }
            Happening::Decided { node, .. } => self.at_node("sim-decided", document, *node),
            Happening::MessageSent { message, .. } => self.with("sim-message-sent", &[("message", message.into())]),
            Happening::SignalSent { signal, .. } => self.with("sim-signal-sent", &[("signal", signal.into())]),
            Happening::LetterWritten { letter, .. } => self.with("sim-letter-written", &[("subject", (&letter.subject).into())]),
            Happening::TimerArmed { at, .. } => {
                self.with("sim-timer-armed", &[("at", at.strftime("%d.%m.%Y, %H:%M").to_string().as_str().into())])
            }
            Happening::TimerUnknown { reason, .. } | Happening::Stuck { reason, .. } => self.stuck(document, reason),
            Happening::EventHappened(node) => self.at_node("sim-event", document, *node),
            Happening::ErrorThrown { code, .. } => self.with("sim-error-thrown", &[("code", self.error_name(code).into())]),
            Happening::ErrorCaught { node, .. } => self.at_node("sim-error-caught", document, *node),
            Happening::ErrorUncaught { code } => self.with("sim-error-uncaught", &[("code", self.error_name(code).into())]),
            Happening::EscalationThrown { code, .. } => self.with("sim-escalation", &[("code", code.into())]),
            Happening::Cancelled(node) => self.at_node("sim-cancelled", document, *node),
            Happening::Terminated(_) => self.get("sim-terminated").to_owned(),
            Happening::CaseEnded => self.get("sim-case-ended").to_owned(),
            Happening::RunBegan { node, number } => {
                let name = self.name_of(document, Subject::Node(*node));
                self.with("sim-run-began", &[("name", name.as_str().into()), ("number", (*number).into())])
            }
            _ => return None,
        })
    }

    /// Why a way was taken; nothing where there was no choice.
    fn why(&self, document: &Document, flow: FlowId, why: &Why) -> Option<String> {
        let way = self.way(document, flow);
        let way = ("way", Argument::Text(&way));
        Some(match why {
            Why::OnlyWay | Why::Parallel | Why::FirstEvent => return None,
            Why::Condition { text, used } => {
                let because = self.because(document, text, used);
                self.with("sim-because", &[way, ("reason", (&because).into())])
            }
            Why::Default => self.with("sim-default", &[way]),
            Why::ByHand => self.with("sim-by-hand", &[way]),
        })
    }

    /// Data with their values: "Alter = 17, Anzahl = 2".
    pub(super) fn used(&self, document: &Document, used: &[(Arc<str>, Value)]) -> String {
        let word = |(path, value): &(Arc<str>, Value)| {
            let value =
                if matches!(value, Value::Null) { self.get("sim-nothing").to_owned() } else { format::at_path(document, path, value) };
            format!("{} = {value}", field_of(document, path))
        };
        used.iter().map(word).collect::<Vec<_>>().join(", ")
    }

    /// A way as people call it: its label, or where it leads.
    pub fn way(&self, document: &Document, flow: FlowId) -> String {
        match document.flows.get(flow) {
            Some(flow) if flow.name.trim().is_empty() => {
                self.with("sim-way-to", &[("name", self.name_of(document, Subject::Node(flow.to)).as_str().into())])
            }
            _ => self.name_of(document, Subject::Flow(flow)),
        }
    }

    /// The name of the data field at a path; the path itself if it is none.
    pub fn field_at(&self, document: &Document, path: &str) -> String {
        field_of(document, path)
    }

    /// Why a token cannot go on.
    pub fn stuck(&self, document: &Document, reason: &StuckReason) -> String {
        match reason {
            StuckReason::NoWayOut { used } if used.is_empty() => self.get("sim-no-way-out-at-all").to_owned(),
            StuckReason::NoWayOut { used } => self.with("sim-no-way-out", &[("values", self.used(document, used).as_str().into())]),
            StuckReason::Expression(broken) => self.broken(broken),
            StuckReason::Write(fault) => self.write_fault(fault),
            StuckReason::NotAList { text, .. } => self.with("sim-not-a-list", &[("text", text.as_ref().into())]),
            StuckReason::TooManyRuns(most) => self.with("sim-too-many-runs", &[("most", (*most).into())]),
            StuckReason::SeveralRules(_) => self.get("sim-several-rules").to_owned(),
            StuckReason::DifferingRules(_) => self.get("sim-differing-rules").to_owned(),
            StuckReason::CallsNothing => self.get("sim-calls-nothing").to_owned(),
            StuckReason::NoBeginning => self.get("sim-no-beginning-inside").to_owned(),
            StuckReason::CallsTooDeep => self.get("sim-calls-too-deep").to_owned(),
            StuckReason::ErrorUncaught(code) => self.with("sim-error-uncaught", &[("code", self.error_name(code).into())]),
            StuckReason::NoLinkTarget => self.get("sim-no-link-target").to_owned(),
            StuckReason::NoTime(text) => self.with("sim-no-time", &[("text", text.into())]),
            StuckReason::RunsInCircle(nodes) => {
                let names: Vec<String> = nodes.iter().map(|node| self.name_of(document, Subject::Node(*node))).collect();
                self.with("sim-circle", &[("steps", names.join(", ").as_str().into())])
            }
            StuckReason::WaitsForever => self.get("sim-waits-forever").to_owned(),
        }
    }

    /// Why a step cannot be done.
    pub fn step_refusal(&self, document: &Document, refusal: &StepRefusal) -> String {
        match refusal {
            StepRefusal::UnknownNode(node) => self.at_node("sim-unknown-node", document, *node),
            StepRefusal::CannotStart(node) => self.at_node("sim-cannot-start", document, *node),
            StepRefusal::NotWaiting { node, waiting } => {
                let names: Vec<String> = waiting.iter().map(|node| self.name_of(document, Subject::Node(*node))).collect();
                let waiting = if names.is_empty() { self.get("sim-nothing").to_owned() } else { names.join(", ") };
                let name = self.name_of(document, Subject::Node(*node));
                self.with("sim-not-waiting", &[("name", name.as_str().into()), ("waiting", waiting.as_str().into())])
            }
            StepRefusal::Entry { target, fault } => {
                let fault = self.write_fault(fault);
                self.with("sim-entry", &[("field", field_of(document, target).as_str().into()), ("fault", fault.as_str().into())])
            }
            StepRefusal::Duration(text) => self.with("sim-no-time", &[("text", text.into())]),
            StepRefusal::NoDeadline => self.get("sim-no-deadline").to_owned(),
            StepRefusal::ForeignFlow { node, .. } => self.at_node("sim-foreign-flow", document, *node),
        }
    }

    fn at_node(&self, key: &str, document: &Document, node: NodeId) -> String {
        self.with(key, &[("name", self.name_of(document, Subject::Node(node)).as_str().into())])
    }

    pub(super) fn broken(&self, broken: &Broken) -> String {
        let fault = match &broken.fault {
            ExpressionFault::Unreadable(error) => self.syntax_fault(&error.fault),
            ExpressionFault::UnknownName { name, suggestion } => self.unknown_name(name, suggestion.as_deref()),
            ExpressionFault::NotBoolean { value, .. } => self.with("sim-not-boolean", &[("value", value.into())]),
        };
        self.with("sim-broken", &[("text", broken.text.as_ref().into()), ("fault", fault.as_str().into())])
    }

    /// A field that is not there, and what could be meant.
    pub fn unknown_name(&self, name: &str, suggestion: Option<&str>) -> String {
        match suggestion {
            Some(suggestion) => self.with("expr-unknown-name-meant", &[("name", name.into()), ("meant", suggestion.into())]),
            None => self.with("expr-unknown-name", &[("name", name.into())]),
        }
    }

    fn write_fault(&self, fault: &WriteFault) -> String {
        match fault {
            WriteFault::Path(_) => self.get("sim-path").to_owned(),
            WriteFault::Unknown(unknown) => self.unknown_name(&unknown.name, unknown.suggestion.as_deref()),
            WriteFault::Misfit { misfit, .. } => match misfit {
                Misfit::Kind { value, .. } => self.with("sim-misfit-kind", &[("value", value.into())]),
                Misfit::Code { code, .. } => self.with("sim-misfit-code", &[("code", code.into())]),
                Misfit::Field { name, suggestion } => self.unknown_name(name, suggestion.as_deref()),
                Misfit::TooLarge => self.get("sim-misfit-too-large").to_owned(),
            },
            WriteFault::NoSuchEntry { length, .. } => self.with("sim-no-such-entry", &[("count", (*length).into())]),
            WriteFault::Setting(name) => self.with("sim-setting", &[("name", name.into())]),
            WriteFault::Value(broken) => self.broken(broken),
        }
    }
}

/// The name of the data field at a path; the path itself if it is none.
pub(super) fn field_of(document: &Document, path: &str) -> String {
    let field = document.find_path(path).and_then(|path| document.fields.get(path.last()?));
    field.filter(|field| !field.name.is_empty()).map_or_else(|| path.to_owned(), |field| field.name.clone())
}

/// How many days a duration of nothing else has.
fn whole_days(duration: &str) -> Option<usize> {
    match DayTimeDuration::read(duration)?.parts() {
        [days, 0, 0, 0, 0] => usize::try_from(days).ok(),
        _ => None,
    }
}
