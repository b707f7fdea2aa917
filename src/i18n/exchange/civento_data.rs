//! What is to be said about data, forms and settings of a Bibliothek.

use super::super::Texts;
use crate::exchange::civento::data::{Matter, Remark};

impl Texts {
    /// A remark as a sentence.
    pub(super) fn civento_data_remark(&self, remark: &Remark) -> String {
        let count = |key, count: usize| self.with(key, &[("count", count.into())]);
        let named = |key, name: &str| self.with(key, &[("name", name.into())]);
        match remark {
            Remark::Fields(fields) => count("exchange-fields", *fields),
            Remark::Settings(settings) => count("civento-data-settings", *settings),
            Remark::SettingsApart(settings) => count("civento-data-settings-apart", *settings),
            Remark::Spoken(parts) => count("civento-data-spoken", *parts),
            Remark::Doubles(calls) => count("civento-data-doubles", *calls),
            Remark::SettingsMissing(names) => named("civento-data-settings-missing", &names.join(", ")),
            Remark::InFileOnly(names) => named("civento-in-file-only", &names.join(", ")),
            Remark::UnknownElement(name) => named("civento-unknown-element", name),
            Remark::UnknownAttribute(name) => named("civento-unknown-attribute", name),
            Remark::UnknownWord { element, word } => {
                self.with("civento-data-unknown-word", &[("name", element.into()), ("word", word.into())])
            }
            Remark::MendedName(key) => named("civento-data-mended-name", key),
            Remark::UnknownKind(name) => named("civento-data-unknown-kind", name),
            Remark::Percent(percent) => count("civento-data-percent", *percent as usize),
            Remark::Prefill(text) => named("civento-data-prefill", text),
            Remark::Bound(text) => named("exchange-bound", text),
            Remark::Pattern(text) => named("exchange-pattern", text),
            Remark::ComputedChoices(text) => named("civento-data-computed-choices", text),
            Remark::DoubleCode(code) => named("civento-data-double-code", code),
            Remark::SeveralFiles(files) => count("civento-data-several-files", *files as usize),
            Remark::PersonParts(names) => named("civento-data-person-parts", &names.join(", ")),
            Remark::UnknownPlace(name) => named("civento-data-unknown-place", name),
            Remark::NothingToHide(name) => named("civento-data-nothing-to-hide", name),
            Remark::Operator(name) => named("civento-data-operator", name),
            Remark::Visibility(text) => named("civento-data-visibility", text),
            Remark::TwoNames(name) => named("civento-data-two-names", name),
            Remark::NoPlace(matters) => {
                let names: Vec<&str> = matters.iter().map(|matter| self.get(matter_key(*matter))).collect();
                named("civento-data-no-place", &names.join(", "))
            }
            plain => self.get(plain_key(plain)).to_owned(),
        }
    }
}

fn plain_key(remark: &Remark) -> &'static str {
    match remark {
        Remark::NoWidget => "civento-data-no-widget",
        Remark::Organisation => "civento-data-organisation",
        Remark::TooDeep => "civento-too-deep",
        Remark::SettingKind => "civento-data-setting-kind",
        Remark::Formatting => "civento-data-formatting",
        Remark::OwnData => "civento-data-own-data",
        Remark::NearestKind => "civento-data-nearest-kind",
        _ => "civento-data-rules",
    }
}

fn matter_key(matter: Matter) -> &'static str {
    match matter {
        Matter::Description => "civento-data-matter-description",
        Matter::Law => "civento-data-matter-law",
        Matter::Protection => "civento-data-matter-protection",
        Matter::Demand => "civento-data-matter-demand",
        Matter::CodeHelp => "civento-data-matter-code-help",
        Matter::LeastLength => "civento-data-matter-least-length",
        Matter::Bound => "civento-data-matter-bound",
        Matter::Look => "civento-data-matter-look",
        Matter::Account => "civento-data-matter-account",
        Matter::Shown => "civento-data-matter-shown",
        Matter::Entries => "civento-data-matter-entries",
    }
}
