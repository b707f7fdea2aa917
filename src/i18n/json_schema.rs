//! What a JSON Schema could not say, in words.

use super::Texts;
use crate::exchange::json_schema::{Demanded, Unsaid};
use crate::model::Document;

impl Texts {
    /// What the schema of a form does not demand although the form does.
    pub fn unsaid(&self, document: &Document, unsaid: &Unsaid) -> String {
        let key = match unsaid.what {
            Demanded::Visible => "schema-unsaid-visible",
            Demanded::Required if unsaid.text.is_empty() => "schema-unsaid-required-if-shown",
            Demanded::Required => "schema-unsaid-required",
            Demanded::OwnRule => "schema-unsaid-own-rule",
            Demanded::Rule => "schema-unsaid-rule",
            Demanded::Bound => "schema-unsaid-bound",
            Demanded::Pattern => "schema-unsaid-pattern",
            Demanded::CheckDigits => "schema-unsaid-check-digits",
        };
        let name = self.name_of(document, unsaid.at);
        self.with(key, &[("name", (&name).into()), ("text", (&unsaid.text).into())])
    }
}
