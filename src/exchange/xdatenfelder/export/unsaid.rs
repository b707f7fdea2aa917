//! What the studio knows and the standard has no words for.

use super::super::super::{Matter, What};
use super::super::standard::Block;
use super::fields::{file_parts, plain};
use super::pairs::Side;
use super::writer::Writer;
use crate::model::{CodeList, DataField, FormElement, FormField, SourceFormat};

impl Writer<'_> {
    /// Of a field that is new in the file.
    pub fn unsaid_of_new(&mut self, id: &str, field: &DataField, shown: Option<(&FormElement, &FormField)>, list: Option<&CodeList>) {
        let (constraints, is_two) = (&field.constraints, self.format == SourceFormat::Xdatenfelder2);
        let has_files = !constraints.file_kinds.is_empty() || constraints.max_file_size.is_some();
        let has = [
            (Matter::Bound, plain(&constraints.minimum).is_none() || plain(&constraints.maximum).is_none()),
            (Matter::Files, has_files && file_parts(self.format, constraints).is_none()),
            (Matter::Prefill, shown.is_some_and(|(_, shown)| plain(&shown.prefill).is_none())),
            (Matter::Account, is_two && shown.is_some_and(|(_, shown)| shown.account.is_some())),
            (Matter::Codes, is_two && list.is_some_and(|list| list.uri.is_empty())),
        ];
        has.into_iter().filter(|it| it.1).for_each(|(matter, _)| self.say_of(id, &field.name, What::NotExpressible(matter)));
        shown.into_iter().for_each(|shown| self.unsaid_of_field(id, &field.name, shown));
    }

    /// Of a field on the form.
    pub fn unsaid_of_field(&mut self, id: &str, name: &str, (element, field): (&FormElement, &FormField)) {
        let has = [
            (Matter::Visibility, !element.visible_when.is_empty() && element.visible_when != "false"),
            (Matter::Demand, !field.required_when.is_empty()),
            (Matter::Checks, !field.rules.is_empty()),
        ];
        has.into_iter().filter(|it| it.1).for_each(|(matter, _)| self.say_of(id, name, What::NotExpressible(matter)));
    }

    /// Of the form as a whole.
    pub fn unsaid(&mut self, schema: Block<'_>, new: &Side<'_>) {
        let fields = || new.shown_fields().filter_map(|field| new.field(field));
        let has = [
            (Matter::Protection, fields().any(|field| field.is_personal || field.retention.is_some() || !field.purpose.is_empty())),
            (Matter::Languages, new.document.languages.values().any(|language| !language.texts.is_empty())),
        ];
        has.into_iter().filter(|it| it.1).for_each(|(matter, _)| self.say(schema, What::NotExpressible(matter)));
    }
}
