//! Which kind of value a field of the platform takes.

use super::super::super::json::Json;
use super::FormReader;
use crate::model::{CodeEntry, CodeListId, FieldKind};

/// What is shown and takes no value.
pub(super) const SHOWN: [&str; 11] =
    ["TEXT", "H1", "H2", "HINTBOX", "PLACEHOLDER", "VIDEO", "IMAGE", "DOWNLOAD", "PDF", "GEO_MAP", "GDIK_MAP"];

impl FormReader<'_> {
    /// The kind of value; `None` for what takes none.
    pub(super) fn kind(&mut self, field: &Json, group: &str) -> Option<FieldKind> {
        let written = field.text("type");
        let has = |validator: &str| field.list("validationRules").iter().any(|rule| rule.text("@type") == validator);
        let is_number = ["NumberValidator", "MinNumberValueValidator", "MaxNumberValueValidator"].into_iter().any(has);
        Some(match written.as_str() {
            shown if SHOWN.contains(&shown) => return None,
            "STRING" if is_number => FieldKind::Decimal,
            "TEXTAREA" => FieldKind::LongText,
            "MULTIPLE_FILE" | "FILE" => FieldKind::File,
            "BOOLEAN" | "SINGLE_CHECKBOX" | "SUBMITTED_WITH_NPA_INFO" => FieldKind::YesNo,
            "RADIO_BUTTONS" | "DROPDOWN_SINGLE_SELECT" | "DROPDOWN_SINGLE_SELECT_AJAX" => FieldKind::Choice(self.codes(field, group)),
            "CHECKBOX" | "DROPDOWN_MULTIPLE_SELECT" | "TWO_LIST_SELECT" => FieldKind::MultipleChoice(self.codes(field, group)),
            "DATE" => FieldKind::Date,
            "TIME" => FieldKind::Time,
            "EURO_BETRAG" => FieldKind::Money,
            _ => FieldKind::Text,
        })
    }

    fn codes(&mut self, field: &Json, group: &str) -> CodeListId {
        let entries: Vec<CodeEntry> =
            field.list("possibleValues").iter().map(|entry| CodeEntry::new(&entry.text("value"), &entry.text("label"))).collect();
        let (id, label) = (field.text("id"), field.text("label"));
        let name = if label.is_empty() { &id } else { &label };
        let list = self.import.data.list(&mut self.import.document, &id, name, entries);
        self.came_from(crate::model::Subject::CodeList(list), &format!("{group}:{id}"));
        list
    }
}
