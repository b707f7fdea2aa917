//! What is to be said about parts of a Bibliothek.

use super::super::Texts;
use crate::exchange::civento::Remark;

impl Texts {
    /// A remark as a sentence.
    pub(super) fn civento_remark(&self, remark: &Remark) -> String {
        let count = |key, count: usize| self.with(key, &[("count", count.into())]);
        let named = |key, name: &str| self.with(key, &[("name", name.into())]);
        match remark {
            Remark::Workflows(workflows) => count("civento-workflows", *workflows),
            Remark::Steps(steps) => count("civento-steps", *steps),
            Remark::OtherVersion(version) => named("civento-other-version", version),
            Remark::Counter(name) => named("civento-counter", name),
            Remark::AtMost(most) => count("civento-at-most", *most as usize),
            Remark::Due(text) => named("civento-due", text),
            Remark::InFileOnly(names) => named("civento-in-file-only", &names.join(", ")),
            Remark::UnknownElement(name) => named("civento-unknown-element", name),
            Remark::UnknownAttribute(name) => named("civento-unknown-attribute", name),
            Remark::UnknownStep(name) => named("civento-unknown-step", name),
            Remark::Expression(text) => named("civento-expression", text),
            Remark::Unfit(value) => named("civento-unfit", value),
            Remark::ToDecide(name) => named("civento-to-decide", name),
            Remark::Assumed(name) => named("civento-assumed", name),
            plain => self.get(plain_key(plain)).to_owned(),
        }
    }
}

fn plain_key(remark: &Remark) -> &'static str {
    match remark {
        Remark::EmptyPrefix => "civento-empty-prefix",
        Remark::SwitchedOff => "civento-switched-off",
        Remark::WayOff => "civento-way-off",
        Remark::TooDeep => "civento-too-deep",
        Remark::TaskCondition => "civento-task-condition",
        Remark::BeginsUnder => "civento-begins-under",
        Remark::WrittenTwice => "civento-written-twice",
        Remark::WithFlag => "civento-with-flag",
        Remark::NotInBlocks => "civento-not-in-blocks",
        Remark::Beside => "civento-beside",
        Remark::OneAfterTheOther => "civento-one-after-the-other",
        Remark::DecisionsApart => "civento-decisions-apart",
        Remark::AsTask => "civento-as-task",
        Remark::NoSuchEvent => "civento-no-such-event",
        Remark::NameLost => "civento-name-lost",
        Remark::GoesOn => "civento-goes-on",
        Remark::NoTable => "civento-no-table",
        Remark::NoPools => "civento-no-pools",
        Remark::CallAsEvent => "civento-call-as-event",
        Remark::EachWithCounter => "civento-each-with-counter",
        Remark::Rewritten => "exchange-rewritten",
        Remark::Added => "exchange-added",
        Remark::Moved => "exchange-moved",
        Remark::Removed => "exchange-removed",
        _ => "exchange-unchanged",
    }
}
