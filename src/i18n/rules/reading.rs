//! What was not understood in the wording of a rule, and what in it is doubtful.

use super::super::Texts;
use crate::rule::fim::{Doubt, Unread, Why};

impl Texts {
    /// Why a wording was not understood, and at which words; with what to do.
    pub fn unread(&self, wording: &str, unread: &Unread) -> String {
        let words = shortened(wording.get(unread.at.clone()).unwrap_or_default().trim());
        let key = match unread.why {
            Why::Empty => "rule-unread-empty",
            _ if words.is_empty() => "rule-unread-end",
            Why::NotUnderstood => "rule-unread-words",
            Why::Ambiguous => "rule-unread-ambiguous",
            Why::UnknownElement => "rule-unread-element",
            Why::NameOfAnother => "rule-unread-name",
            Why::UnknownValue => "rule-unread-value",
            Why::NoDemand => "rule-unread-demand",
        };
        self.with(key, &[("words", (&words).into())])
    }

    /// What in a wording does not agree with the form.
    pub fn doubt(&self, doubt: &Doubt) -> String {
        match doubt {
            Doubt::Name { id, said } => self.with("rule-doubt-name", &[("id", id.into()), ("said", said.into())]),
            Doubt::Code { code, meant: Some(meant), .. } => {
                self.with("rule-doubt-code-meant", &[("code", code.into()), ("meant", meant.into())])
            }
            Doubt::Code { code, meant: None, .. } => self.with("rule-doubt-code", &[("code", code.into())]),
            Doubt::Label { code, said } => self.with("rule-doubt-label", &[("code", code.into()), ("said", said.into())]),
        }
    }
}

fn shortened(words: &str) -> String {
    match words.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", words.get(..end).unwrap_or_default()),
        None => words.to_owned(),
    }
}
