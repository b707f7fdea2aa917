//! What is to be said about parts of a project folder of the OZG-Hub.

use super::super::{Language, Texts};
use crate::catalog::{Service, service};
use crate::exchange::ozg_hub::{Flaw, Remark};

impl Texts {
    /// A remark as a sentence.
    pub(super) fn ozg_hub_remark(&self, remark: &Remark) -> String {
        let count = |key, count: usize| self.with(key, &[("count", count.into())]);
        let named = |key, name: &str| self.with(key, &[("name", name.into())]);
        match remark {
            Remark::Forms(forms) => count("ozg-forms", *forms),
            Remark::Parameters(parameters) => count("ozg-parameters", *parameters),
            Remark::Scripts(scripts) => count("ozg-scripts", *scripts),
            Remark::MemberKept(name) => named("ozg-member-kept", name),
            Remark::ValidatorKept(name) => named("ozg-validator-kept", name),
            Remark::ConditionKept(name) => named("ozg-condition-kept", name),
            Remark::NearestField(name) => named("ozg-nearest-field", name),
            Remark::FoundByFile(name) => named("ozg-found-by-file", name),
            Remark::FieldKept(name) => named("ozg-field-kept", name),
            Remark::Asked(name) => named("ozg-asked", name),
            Remark::ScriptKept { path, sets } => self.script_remark("ozg-script-kept", path, sets),
            Remark::ScriptMissing { path, sets } => self.script_remark("ozg-script-missing", path, sets),
            Remark::Damaged(unfit) => self.with("ozg-damaged", &[("reason", self.unfit(unfit).as_str().into())]),
            Remark::NoGerman(language) => named("ozg-no-german", language),
            Remark::NobodySets(name) => named("ozg-nobody-sets", name),
            Remark::RoleOf(name) => named("ozg-role-of", name),
            Remark::Placeholder(name) => named("ozg-placeholder", name),
            Remark::Renamed(name) => named("ozg-renamed", name),
            Remark::NoJuel(text) => named("ozg-no-juel", text),
            Remark::NoGroovy(text) => named("ozg-no-groovy", text),
            Remark::NoVisibility(text) => named("ozg-no-visibility", text),
            Remark::NoDemand(text) => named("ozg-no-demand", text),
            Remark::NoRule(text) => named("ozg-no-rule", text),
            Remark::NoPrefill(text) => named("ozg-no-prefill", text),
            Remark::NoService(name) => {
                let is_german = self.language() == Language::German;
                let called = |service: &'static Service| if is_german { service.german.as_str() } else { service.english.as_str() };
                named("ozg-no-service", service(name).map_or(name.as_str(), called))
            }
            Remark::Written(name) => named("ozg-written", name),
            Remark::Flaw(flaw) => self.project_flaw(flaw),
            plain => self.get(plain_key(plain)).to_owned(),
        }
    }

    /// About a script that is not run, and what its double sets instead.
    fn script_remark(&self, key: &str, path: &str, sets: &str) -> String {
        let said = self.with(key, &[("name", if path.is_empty() { self.get("ozg-script-inside") } else { path }.into())]);
        if sets.is_empty() { said } else { format!("{said} {}", self.with("ozg-script-sets", &[("name", sets.into())])) }
    }

    /// What is wrong in a project folder, as a sentence.
    pub fn project_flaw(&self, flaw: &Flaw) -> String {
        let named = |key, name: &str| self.with(key, &[("name", name.into())]);
        match flaw {
            Flaw::Open(text) => named("ozg-flaw-open", text),
            Flaw::WrongId(id) => named("ozg-flaw-id", id),
            Flaw::NoForm(id) => named("ozg-flaw-form", id),
            Flaw::Dangling(field) => named("ozg-flaw-dangling", field),
            Flaw::Untranslated(text) => named("ozg-flaw-untranslated", text),
            Flaw::OtherwiseMade(path) => named("ozg-flaw-otherwise", path),
            Flaw::SameId(id) => named("ozg-flaw-same-id", id),
            Flaw::NotShown(field) => named("ozg-flaw-not-shown", field),
            Flaw::Changeable(field) => named("ozg-flaw-changeable", field),
            Flaw::SameProcess(id) => named("ozg-flaw-same-process", id),
            Flaw::NoJson => self.get("ozg-no-json").to_owned(),
        }
    }
}

fn plain_key(remark: &Remark) -> &'static str {
    match remark {
        Remark::FileKept => "ozg-file-kept",
        Remark::OtherModel => "ozg-other-model",
        Remark::UnusedForm => "ozg-unused-form",
        Remark::NoText => "ozg-no-text",
        Remark::NoJson => "ozg-no-json",
        Remark::OneFile => "ozg-one-file",
        Remark::IbanRule => "ozg-iban-rule",
        Remark::Buttons => "ozg-buttons",
        Remark::Guessed => "ozg-guessed",
        Remark::NoSummary => "ozg-no-summary",
        Remark::GroupFlattened => "ozg-group-flattened",
        Remark::Split => "ozg-split",
        Remark::AsText => "ozg-as-text",
        Remark::NoScript => "ozg-no-script",
        _ => "ozg-no-place",
    }
}
