//! What follows from a rule, as the clause after "wenn …,".

use super::super::Texts;
use crate::model::{Consequence, Document, ElementKind, Form, FormElementId, FormRule, Subject};

impl Texts {
    /// What follows, as it goes on after the condition: "muss „Termin“ ausgefüllt werden".
    pub(super) fn consequence(&self, document: &Document, form: &Form, rule: &FormRule, then: Consequence) -> String {
        let names = self.targets(document, form, &rule.targets, "rule-target-group", "rule-target-page");
        let count = names.len();
        if names.is_empty() {
            return self.get("rule-no-target").to_owned();
        }
        let with = |key: &str, targets: &str| self.with(key, &[("targets", targets.into()), ("count", count.into())]);
        let all = || self.and_list(&names);
        let is_always = rule.when.trim().is_empty();
        match then {
            Consequence::RequiredElseNotAllowed if !is_always => with("rule-required-else", &all()),
            Consequence::Required | Consequence::RequiredElseNotAllowed => with("rule-required", &all()),
            Consequence::NotAllowed => with("rule-not-allowed", &all()),
            Consequence::Visible if is_always => with("rule-visible", &all()),
            Consequence::Visible => with("rule-visible-else", &all()),
            Consequence::AtLeastOne | Consequence::ExactlyOne if count == 1 => with("rule-required", &all()),
            Consequence::AtLeastOne => with("rule-at-least-one", &self.either_list(&names)),
            Consequence::ExactlyOne if count == 2 => with("rule-either", &self.either_list(&names)),
            Consequence::ExactlyOne => with("rule-exactly-one", &self.either_list(&names)),
            Consequence::ValidPartialDate => with("rule-partial-date", &all()),
            Consequence::Message => {
                let targets = self.targets(document, form, &rule.targets, "rule-target-group-dative", "rule-target-page-dative");
                let targets = self.and_list(&targets);
                let message = rule.message.trim();
                if message.is_empty() {
                    return with("rule-fault", &targets);
                }
                self.with("rule-message", &[("targets", (&targets).into()), ("message", message.into())])
            }
        }
    }

    /// The targets by name; a group or page with the word for it: "die Feldgruppe „Anschrift“".
    fn targets(&self, document: &Document, form: &Form, targets: &[FormElementId], group: &str, page: &str) -> Vec<String> {
        let name = |id: &FormElementId| {
            let subject = Subject::FormElement(form.id, *id);
            let name = document.name_of(subject).map(str::trim)?;
            let key = if form.pages.iter().any(|page| page.id == *id) {
                page
            } else if form.elements().iter().any(|element| element.id == *id && matches!(element.kind, ElementKind::Group(_))) {
                group
            } else {
                return Some(self.name_of(document, subject));
            };
            Some(if name.is_empty() { self.name_of(document, subject) } else { self.with(key, &[("name", name.into())]) })
        };
        targets.iter().filter_map(name).collect()
    }

    /// What may follow, as one chooses it in a list: "muss ausgefüllt werden".
    pub fn consequence_name(&self, then: Consequence) -> &str {
        self.get(match then {
            Consequence::Required => "rule-then-required",
            Consequence::RequiredElseNotAllowed => "rule-then-required-else",
            Consequence::NotAllowed => "rule-then-not-allowed",
            Consequence::Visible => "rule-then-visible",
            Consequence::AtLeastOne => "rule-then-at-least-one",
            Consequence::ExactlyOne => "rule-then-exactly-one",
            Consequence::ValidPartialDate => "rule-then-partial-date",
            Consequence::Message => "rule-then-message",
        })
    }
}
