//! Properties of letters and settings.

use super::pane::Pane;
use crate::check::Aspect;
use crate::edit::Record;
use crate::model::{DocumentTemplate, FieldKind, Setting};
use egui::{RichText, Ui};

pub(super) fn letter_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, letter: &DocumentTemplate) {
    pane.text(ui, "inspector-name", Aspect::Name, &letter.name, 1, |name| {
        Record::DocumentTemplate(DocumentTemplate { name, ..letter.clone() })
    });
    pane.text(ui, "inspector-subject", Aspect::Text, &letter.subject, 1, |subject| {
        Record::DocumentTemplate(DocumentTemplate { subject, ..letter.clone() })
    });
    pane.text(ui, "inspector-body", Aspect::Text, &letter.body, 14, |body| {
        Record::DocumentTemplate(DocumentTemplate { body, ..letter.clone() })
    });
    ui.label(RichText::new(pane.context.texts.get("inspector-body-help")).size(12.0).color(pane.context.theme.text_soft));
    pane.text(ui, "inspector-key", Aspect::Key, &letter.key, 1, |key| Record::DocumentTemplate(DocumentTemplate { key, ..letter.clone() }));
}

pub(super) fn setting_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, setting: &Setting) {
    pane.text(ui, "inspector-name", Aspect::Name, &setting.name, 1, |name| Record::Setting(Setting { name, ..setting.clone() }));
    pane.text(ui, "inspector-description", Aspect::Text, &setting.description, 2, |description| {
        Record::Setting(Setting { description, ..setting.clone() })
    });
    let kinds = [
        FieldKind::Text,
        FieldKind::LongText,
        FieldKind::WholeNumber,
        FieldKind::Decimal,
        FieldKind::Money,
        FieldKind::Date,
        FieldKind::YesNo,
        FieldKind::Email,
    ];
    let kinds = kinds.map(|kind| (kind, pane.context.texts.field_kind(kind)));
    if let Some(kind) = pane.choose(ui, "inspector-field-kind", &setting.kind, &kinds) {
        pane.put(Record::Setting(Setting { kind, ..setting.clone() }));
    }
    pane.feel(ui, "inspector-default-value", Aspect::Value, &setting.default_value, |default_value| {
        Record::Setting(Setting { default_value, ..setting.clone() })
    });
    pane.check(ui, "inspector-setting-required", setting.is_required, |is_required| {
        Record::Setting(Setting { is_required, ..setting.clone() })
    });
    pane.text(ui, "inspector-key", Aspect::Key, &setting.key, 1, |key| Record::Setting(Setting { key, ..setting.clone() }));
}
