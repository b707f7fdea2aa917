//! What citizens read, in other languages than German.

use super::{LanguageId, Subject};
use std::collections::BTreeMap;

/// A language besides German, with the texts that were translated so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Language {
    /// Identity.
    pub id: LanguageId,
    /// Tag after BCP 47, unique among languages: `en`, `tr`, `de-x-leicht` for plain German (Leichte Sprache).
    pub tag: String,
    /// Name that people read.
    pub name: String,
    /// Translations by the place of the German text.
    pub texts: BTreeMap<TextPlace, Translation>,
}

/// Where a text stands that citizens read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextPlace {
    /// The element.
    pub at: Subject,
    /// Which of its texts.
    pub part: TextPart,
}

/// Which text of an element.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TextPart {
    /// Name or title of a form, page, group or data field.
    Name,
    /// Description of a form.
    Description,
    /// Label of a form's field.
    Label,
    /// Help of a field or group.
    Help,
    /// A heading, text or hint of a form; the message of a form's rule.
    Text,
    /// What a data field says about its pattern.
    PatternMessage,
    /// Message of a field's own rule, by its place in the list.
    RuleMessage(u32),
    /// Meaning of a code.
    Code(String),
    /// Explanation of a code.
    CodeHelp(String),
}

/// A translated text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Translation {
    /// The translation.
    pub text: String,
    /// The German text that it translates. Where the present one differs, the translation is out of date.
    pub of: String,
}
