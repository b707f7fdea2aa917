//! Rules in words: what they say as one sentence, what can be chosen in them, and where a wording was not understood.

mod conditions;
mod consequences;
mod reading;
#[cfg(test)]
mod tests;

use super::Texts;
use crate::model::{Document, Form, FormRule};
use crate::rule::Frame;

impl Texts {
    /// What a rule says: "Wenn „Status“ gleich „schwanger“ ist, muss „Termin“ ausgefüllt werden." One that stands in words only is quoted.
    pub fn rule(&self, document: &Document, form: &Form, rule: &FormRule) -> String {
        let frame = Frame::of(document, form, &rule.targets);
        let Some(then) = rule.then else {
            let wording = rule.wording.trim();
            return if wording.is_empty() {
                self.get("rule-nothing").to_owned()
            } else {
                self.with("rule-words-only", &[("wording", wording.into())])
            };
        };
        let is_always = rule.when.trim().is_empty();
        let then = self.consequence(document, form, rule, then);
        if is_always {
            return self.with("rule-always", &[("then", (&then).into())]);
        }
        let condition = self.condition(document, &frame, &rule.when);
        self.with("rule-if", &[("condition", (&condition).into()), ("then", (&then).into())])
    }

    /// `A, B und C`.
    fn and_list(&self, parts: &[String]) -> String {
        self.list("rule-and", parts)
    }

    /// `A, B oder C`.
    fn either_list(&self, parts: &[String]) -> String {
        self.list("rule-or", parts)
    }

    fn list(&self, key: &str, parts: &[String]) -> String {
        match parts {
            [] => String::new(),
            [only] => only.clone(),
            [before @ .., last] => self.with(key, &[("before", (&before.join(", ")).into()), ("last", last.into())]),
        }
    }

    fn quoted(&self, text: &str) -> String {
        self.with("word-quoted", &[("name", text.into())])
    }
}
