//! Plays steps written as text, and writes what happens as text.

use super::notation::assignments;
use crate::model::{Document, FlowId, NodeId};
use crate::sim::{Happening, Offer, Program, Run, Step, StepRefusal, StuckReason, TraceEvent};
use std::sync::Arc;

/// A case of a test.
pub struct Play {
    pub document: Document,
    pub run: Run,
}

/// Plays a procedure: each step, and what is to happen in it. See [`Play::step`] and [`Play::text`].
pub fn play(text: &str, steps: &[(&str, &str)]) -> Play {
    let mut play = Play::new(text);
    for (step, expected) in steps {
        let happened = play.step(step).unwrap_or_else(|refusal| panic!("{step}: {refusal:?}"));
        assert_eq!(play.text(&happened), *expected, "\n  in: {step}");
    }
    play
}

impl Play {
    pub fn new(text: &str) -> Self {
        let document = super::document(text);
        let program = Program::compile(&document, document.main_process).unwrap();
        let begins_at = jiff::civil::date(2026, 3, 2).at(9, 0, 0, 0);
        Self { document, run: Run::start(Arc::new(program), begins_at) }
    }

    pub fn node(&self, key: &str) -> NodeId {
        self.document.nodes.values().find(|node| node.key == key).unwrap_or_else(|| panic!("no node {key}")).id
    }

    fn flow(&self, key: &str) -> FlowId {
        self.document.flows.values().find(|flow| flow.key == key).unwrap_or_else(|| panic!("no flow {key}")).id
    }

    /// `start s`, `do a v.n = 1`, `answer a`, `answer a v.n = 2`, `fail a E`, `trigger e`, `wait P1D`, `deadline`, `choose x x-b`,
    /// `back`. With `a#2` the second of several waiting at `a` is meant.
    pub fn step(&mut self, text: &str) -> Result<Vec<TraceEvent>, StepRefusal> {
        let (word, rest) = text.split_once(' ').unwrap_or((text, ""));
        let (key, more) = rest.split_once(' ').unwrap_or((rest, ""));
        if word == "back" {
            self.run.back();
            return Ok(Vec::new());
        }
        let step = match word {
            "wait" => Step::Wait { duration: key.to_owned() },
            "deadline" => Step::WaitForDeadline,
            "start" => Step::Start { node: self.node(key), entries: assignments(more) },
            "choose" => Step::Choose { node: self.node(key), flow: self.flow(more) },
            _ => {
                let (key, number) = key.split_once('#').unwrap_or((key, "1"));
                let node = self.node(key);
                let spots = self.run.enabled().into_iter().filter_map(|offer| match offer {
                    Offer::Task { at, .. }
                    | Offer::Service { at, .. }
                    | Offer::Event { at, .. }
                    | Offer::Held { at, .. }
                    | Offer::Timer { at, .. } => Some(at),
                    _ => None,
                });
                let at = spots.filter(|at| at.node == node).nth(number.parse::<usize>().unwrap() - 1).unwrap_or(node.into());
                match word {
                    "do" => Step::Complete { at, entries: assignments(more) },
                    "answer" => Step::Answer { at, entries: (!more.is_empty()).then(|| assignments(more)) },
                    "go" => Step::Release { at },
                    "fail" => Step::Fail { at, error: more.to_owned() },
                    "trigger" => Step::Trigger { at, entries: assignments(more) },
                    other => panic!("what is {other}?"),
                }
            }
        };
        let before = self.run.trace().len();
        self.run.fire(step)?;
        Ok(self.run.trace()[before..].to_vec())
    }

    /// What happened: entered nodes by key, `!a` stopped, `a#2` second run, `v.n=1` value set, `x?` stuck, `a->b` message,
    /// `a^E` error or escalation thrown, `b:E` caught, `(10:00)` the clock, `[text]` a letter, `.` a process ended.
    pub fn text(&self, happened: &[TraceEvent]) -> String {
        happened.iter().filter_map(|event| self.word(event)).collect::<Vec<_>>().join(" ")
    }

    /// Keys of the nodes that were entered, in order.
    pub fn entered(&self, happened: &[TraceEvent]) -> Vec<String> {
        let key = |event: &TraceEvent| match event.what {
            Happening::Entered(node) => Some(self.document.nodes.get(node).unwrap().key.clone()),
            _ => None,
        };
        happened.iter().filter_map(key).collect()
    }

    fn word(&self, event: &TraceEvent) -> Option<String> {
        let key = |node: &NodeId| self.document.nodes.get(*node).unwrap().key.clone();
        Some(match &event.what {
            Happening::Entered(node) => key(node),
            Happening::Cancelled(node) => format!("!{}", key(node)),
            Happening::RunBegan { node, number } => format!("{}#{number}", key(node)),
            Happening::ValueSet { path, new, .. } => format!("{path}={new}"),
            Happening::LeftEmpty { path, code, .. } => format!("{path}!{code}"),
            Happening::Decided { rules, .. } => format!("{rules:?}"),
            Happening::MessageSent { node, to, .. } => format!("{}->{}", key(node), to.as_ref().map_or_else(String::new, key)),
            Happening::SignalSent { node, .. } => format!("{}->*", key(node)),
            Happening::ErrorThrown { node, code } | Happening::EscalationThrown { node, code, .. } => format!("{}^{code}", key(node)),
            Happening::ErrorCaught { node, code } => format!("{}:{code}", key(node)),
            Happening::ErrorUncaught { code } => format!("uncaught:{code}"),
            Happening::Stuck { node, .. } => format!("{}?", key(node)),
            Happening::TimerUnknown { node, .. } => format!("{}??", key(node)),
            Happening::LetterWritten { letter, .. } => format!("[{}]", letter.body),
            Happening::TimePassed { .. } => format!("({})", event.at.strftime("%d.%H:%M")),
            Happening::ProcessEnded(_) => ".".to_owned(),
            _ => return None,
        })
    }

    /// The reason of the last standstill.
    pub fn stuck(&self) -> StuckReason {
        let reason = |event: &TraceEvent| match &event.what {
            Happening::Stuck { reason, .. } => Some(reason.clone()),
            _ => None,
        };
        self.run.trace().iter().rev().find_map(reason).unwrap()
    }

    /// Keys of the nodes where something is offered, in order.
    pub fn offers(&self) -> String {
        let spot = |offer: Offer| match offer {
            Offer::Start { node } => node,
            Offer::Task { at, .. }
            | Offer::Service { at, .. }
            | Offer::Event { at, .. }
            | Offer::Timer { at, .. }
            | Offer::Held { at, .. }
            | Offer::Stuck { at, .. } => at.node,
        };
        let keys: Vec<String> =
            self.run.enabled().into_iter().map(|offer| self.document.nodes.get(spot(offer)).unwrap().key.clone()).collect();
        keys.join(" ")
    }
}
