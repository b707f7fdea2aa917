//! Versions of a code list: a new one keeps the old one, and one click moves fields over.

use super::users_of;
use crate::edit::{Command, CommandName, ContentCommand, Record};
use crate::model::{CodeList, DataField, FieldKind, Subject};
use crate::view::data::{Model, usage};
use crate::view::widgets::{link_button, secondary_button};
use crate::view::{Action, Selection};
use egui::{RichText, Ui};

/// So many users are shown; the others are counted.
const SHOWN: usize = 6;

/// Whether two lists are versions of the same: by their address, else by their name.
fn is_version_of(list: &CodeList, other: &CodeList) -> bool {
    if list.uri.is_empty() || other.uri.is_empty() { list.name == other.name } else { list.uri == other.uri }
}

/// The version after this one: the number counted up if it ends with one.
fn next_version(version: &str) -> String {
    let digits = version.len() - version.trim_end_matches(|sign: char| sign.is_ascii_digit()).len();
    let (head, number) = version.split_at(version.len() - digits);
    let is_date = digits > 6 || version.contains('-');
    match number.parse::<u64>() {
        Ok(number) if !is_date => format!("{head}{}", number + 1),
        _ if version.trim().is_empty() => "2".to_owned(),
        _ => format!("{version} (2)"),
    }
}

impl Model<'_, '_> {
    /// Copies the list as its next version; the old one stays.
    pub(in crate::view::data) fn new_version(&mut self, list: &CodeList) {
        let next = CodeList { version: next_version(&list.version), ..list.clone() };
        self.content(ContentCommand::AddReadyCodeList(next));
    }

    /// Who uses the list, and its other versions.
    pub(super) fn versions_ui(&mut self, ui: &mut Ui, list: &CodeList) {
        let (document, texts, theme) = (self.context.document, self.context.texts, self.context.theme);
        let users: Vec<Subject> = users_of(document, list.id).collect();
        ui.horizontal_wrapped(|ui| {
            if users.is_empty() {
                ui.label(RichText::new(texts.get("codes-unused")).color(theme.text_soft));
                return;
            }
            ui.label(RichText::new(texts.get("codes-used-by")).color(theme.text_soft));
            for user in users.iter().take(SHOWN) {
                if link_button(ui, theme, &usage::title(self.context, *user)).clicked() {
                    self.actions.push(Action::Reveal(*user, None));
                }
            }
            if users.len() > SHOWN {
                ui.label(texts.with("data-more-users", &[("count", (users.len() - SHOWN).into())]));
            }
        });
        for other in document.code_lists.values().filter(|other| other.id != list.id && is_version_of(list, other)) {
            self.version_ui(ui, list, other);
        }
        ui.add_space(4.0);
    }

    fn version_ui(&mut self, ui: &mut Ui, list: &CodeList, other: &CodeList) {
        let (document, texts) = (self.context.document, self.context.texts);
        let fields: Vec<DataField> = document.fields.values().filter(|field| field.kind.code_list() == Some(other.id)).cloned().collect();
        ui.horizontal_wrapped(|ui| {
            let title = texts.with("codes-other-version", &[("version", (&other.version).into()), ("fields", fields.len().into())]);
            if link_button(ui, self.context.theme, &title).clicked() {
                self.actions.push(Action::Select(Selection::only(Subject::CodeList(other.id))));
            }
            if !fields.is_empty() && secondary_button(ui, texts.get("codes-move-fields")).clicked() {
                let moved = fields.iter().map(|field| Command::Put(Record::DataField(with_list(field, list))));
                let commands = moved.collect();
                self.actions.push(Action::ApplyQuietly(Command::Batch { name: CommandName::ChangeData, commands }));
            }
        });
    }
}

/// The field with this list in place of its own.
fn with_list(field: &DataField, list: &CodeList) -> DataField {
    let kind = match field.kind {
        FieldKind::MultipleChoice(_) => FieldKind::MultipleChoice(list.id),
        _ => FieldKind::Choice(list.id),
    };
    DataField { kind, ..field.clone() }
}

#[cfg(test)]
mod tests {
    use super::next_version;

    #[test]
    fn versions_count_on() {
        for (version, next) in [("1", "2"), ("v9", "v10"), ("1.2", "1.3"), ("", "2"), ("2024-06-30", "2024-06-30 (2)"), ("alt", "alt (2)")]
        {
            assert_eq!(next_version(version), next);
        }
    }
}
