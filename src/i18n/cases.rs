//! Test cases in words: what is not as it should be.

use super::Texts;
use super::play::field_of;
use crate::form::format;
use crate::model::{Document, NodeId, Subject};
use crate::sim::{Difference, FormRefusal, Found};

impl Texts {
    /// The first thing that is not as a test case wants it, as a sentence.
    pub fn difference(&self, document: &Document, difference: &Difference) -> String {
        let at =
            |place: usize, sentence: String| self.with("case-at-step", &[("number", (place + 1).into()), ("sentence", (&sentence).into())]);
        match difference {
            Difference::CannotPlay(fault) => self.compile_fault(document, fault),
            Difference::BeginsAt(text) => self.with("case-begins-at", &[("text", text.into())]),
            Difference::Step { place, refusal } => at(*place, self.step_refusal(document, refusal)),
            Difference::Form { place, refusal } => at(*place, self.form_refusal(document, refusal)),
            Difference::Stuck { place, node, reason } => {
                let name = self.name_of(document, Subject::Node(*node));
                let reason = self.stuck(document, reason);
                at(*place, self.with("case-stuck", &[("name", (&name).into()), ("reason", (&reason).into())]))
            }
            Difference::Expectation { found, .. } => self.found(document, found),
        }
    }

    fn found(&self, document: &Document, found: &Found) -> String {
        match found {
            Found::Ends { reached, waiting } => {
                let (reached, waiting) = (self.names(document, reached), self.names(document, waiting));
                self.with("case-ends", &[("reached", (&reached).into()), ("waiting", (&waiting).into())])
            }
            Found::Visited { node, times } => {
                let name = self.name_of(document, Subject::Node(*node));
                self.with("case-visited", &[("name", (&name).into()), ("times", (*times).into())])
            }
            Found::Role { node, role } => {
                let name = self.name_of(document, Subject::Node(*node));
                let role = role.map_or_else(|| self.get("sim-nobody").to_owned(), |role| self.name_of(document, Subject::Role(role)));
                self.with("case-role", &[("name", (&name).into()), ("role", (&role).into())])
            }
            Found::Value { value, used } => {
                let values = self.used(document, used);
                let values = if values.is_empty() { format::plain(value) } else { values };
                self.with("case-value", &[("values", (&values).into())])
            }
            Found::Broken(broken) => self.broken(broken),
            Found::Letters(letters) => {
                let names: Vec<String> = letters.iter().map(|letter| self.name_of(document, Subject::DocumentTemplate(*letter))).collect();
                let names = if names.is_empty() { self.get("sim-nothing").to_owned() } else { names.join(", ") };
                self.with("case-letters", &[("letters", (&names).into())])
            }
        }
    }

    fn names(&self, document: &Document, nodes: &[NodeId]) -> String {
        let names: Vec<String> = nodes.iter().map(|node| self.name_of(document, Subject::Node(*node))).collect();
        if names.is_empty() { self.get("sim-nothing").to_owned() } else { names.join(", ") }
    }

    fn form_refusal(&self, document: &Document, refusal: &FormRefusal) -> String {
        match refusal {
            FormRefusal::Findings { form, findings } => {
                let faults: Vec<String> = findings
                    .iter()
                    .map(|finding| {
                        let field = self.name_of(document, Subject::FormElement(*form, finding.place.element));
                        format!("{field}: {}", self.fault(&finding.fault))
                    })
                    .collect();
                faults.join(" ")
            }
            FormRefusal::NotAsked { target, .. } => self.with("case-not-asked", &[("field", field_of(document, target).as_str().into())]),
        }
    }
}
