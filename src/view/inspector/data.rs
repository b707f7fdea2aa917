//! Properties of data: objects, fields, code lists; and of the artifacts that show data on the canvas.

use super::pane::Pane;
use crate::check::Aspect;
use crate::edit::{Command, ContentCommand, Record};
use crate::model::{Artifact, ArtifactKind, CodeEntry, CodeList, Constraints, DataField, Duration, FieldKind, ObjectType, Subject};
use crate::view::inspector::duration;
use crate::view::widgets::{Section, quiet_button, warning_text};
use crate::view::{Action, Selection};
use egui::{RichText, Ui};

/// In bytes.
const MEGABYTE: u64 = 1024 * 1024;

/// Kinds that a field can be given without anything else.
const SIMPLE: [FieldKind; 15] = [
    FieldKind::Text,
    FieldKind::LongText,
    FieldKind::WholeNumber,
    FieldKind::Decimal,
    FieldKind::Money,
    FieldKind::Date,
    FieldKind::Time,
    FieldKind::DateTime,
    FieldKind::YesNo,
    FieldKind::File,
    FieldKind::Person,
    FieldKind::Address,
    FieldKind::BankAccount,
    FieldKind::Email,
    FieldKind::Phone,
];

pub(super) fn annotation_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, artifact: &Artifact) {
    let ArtifactKind::Annotation { text } = &artifact.kind else { return };
    pane.text(ui, "inspector-text", Aspect::Text, text, 4, |text| {
        Record::Artifact(Artifact { kind: ArtifactKind::Annotation { text }, ..artifact.clone() })
    });
}

pub(super) fn artifact_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, artifact: &Artifact) {
    let with = |kind| Record::Artifact(Artifact { kind, ..artifact.clone() });
    match artifact.kind.clone() {
        ArtifactKind::DataObject { name, object, is_store } => {
            pane.text(ui, "inspector-name", Aspect::Name, &name, 1, |name| with(ArtifactKind::DataObject { name, object, is_store }));
            let objects = pane.document().objects.values().map(|object| (object.id, object.name.as_str()));
            if let Some(object) = pane.choose_optional(ui, "inspector-object", object, objects) {
                pane.put(with(ArtifactKind::DataObject { name: name.clone(), object, is_store }));
            }
            pane.check(ui, "inspector-store", is_store, |is_store| with(ArtifactKind::DataObject { name, object, is_store }));
        }
        ArtifactKind::Group { name } => pane.text(ui, "inspector-name", Aspect::Name, &name, 1, |name| with(ArtifactKind::Group { name })),
        ArtifactKind::Annotation { .. } => {}
    }
}

pub(super) fn object_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, object: &ObjectType) {
    pane.text(ui, "inspector-name", Aspect::Name, &object.name, 1, |name| Record::ObjectType(ObjectType { name, ..object.clone() }));
    pane.text(ui, "inspector-description", Aspect::Text, &object.description, 2, |description| {
        Record::ObjectType(ObjectType { description, ..object.clone() })
    });
    Section::new("object-fields", pane.context.texts.get("inspector-fields")).count(object.fields.len()).ui(ui, pane.context.theme, |ui| {
        for field in pane.document().fields_of(object) {
            let title = format!("{} ({})", field.name, pane.context.texts.field_kind(field.kind));
            if quiet_button(ui, None, &title).clicked() {
                pane.actions.push(Action::Select(Selection::only(Subject::DataField(field.id))));
            }
        }
        if pane.add_button(ui, "inspector-add-field") {
            let name = pane.context.texts.get("inspector-new-field").to_owned();
            let field = ContentCommand::AddDataField { object: object.id, name, kind: FieldKind::Text };
            pane.actions.push(Action::Apply(Command::Content(field)));
        }
    });
    Section::new("object-laws", pane.context.texts.get("inspector-laws")).count(object.legal_bases.len()).folded().ui(
        ui,
        pane.context.theme,
        |ui| {
            pane.laws(ui, &object.legal_bases, |legal_bases| Record::ObjectType(ObjectType { legal_bases, ..object.clone() }));
        },
    );
    Section::new("object-more", pane.context.texts.get("inspector-more")).folded().ui(ui, pane.context.theme, |ui| {
        pane.text(ui, "inspector-key", Aspect::Key, &object.key, 1, |key| Record::ObjectType(ObjectType { key, ..object.clone() }));
        pane.text(ui, "inspector-fim-id", Aspect::Key, &object.fim_id, 1, |fim_id| {
            Record::ObjectType(ObjectType { fim_id, ..object.clone() })
        });
    });
}

pub(super) fn field_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, field: &DataField) {
    let theme = pane.context.theme;
    pane.text(ui, "inspector-name", Aspect::Name, &field.name, 1, |name| Record::DataField(DataField { name, ..field.clone() }));
    kind_ui(ui, pane, field);
    pane.text(ui, "inspector-description", Aspect::Text, &field.description, 2, |description| {
        Record::DataField(DataField { description, ..field.clone() })
    });
    pane.text(ui, "inspector-purpose", Aspect::Data, &field.purpose, 2, |purpose| {
        Record::DataField(DataField { purpose, ..field.clone() })
    });
    protection_ui(ui, pane, field);
    Section::new("field-laws", pane.context.texts.get("inspector-laws")).count(field.legal_bases.len()).ui(ui, theme, |ui| {
        pane.laws(ui, &field.legal_bases, |legal_bases| Record::DataField(DataField { legal_bases, ..field.clone() }));
    });
    limits_ui(ui, pane, field);
    Section::new("field-more", pane.context.texts.get("inspector-more")).folded().ui(ui, theme, |ui| {
        pane.text(ui, "inspector-key", Aspect::Key, &field.key, 1, |key| Record::DataField(DataField { key, ..field.clone() }));
        pane.text(ui, "inspector-fim-id", Aspect::Key, &field.fim_id, 1, |fim_id| Record::DataField(DataField { fim_id, ..field.clone() }));
    });
}

/// Whether it is personal data, and how long it is kept.
fn protection_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, field: &DataField) {
    let with = |retention| Record::DataField(DataField { retention, ..field.clone() });
    pane.check(ui, "inspector-personal", field.is_personal, |is_personal| Record::DataField(DataField { is_personal, ..field.clone() }));
    if !field.is_personal && field.retention.is_none() {
        return;
    }
    let usual = Duration { iso: "P10Y".to_owned(), in_working_days: false };
    pane.check(ui, "inspector-has-retention", field.retention.is_some(), |is_kept| with(is_kept.then_some(usual)));
    if let Some(retention) = &field.retention {
        duration::ui(ui, pane, "inspector-retention", Aspect::Data, retention, |retention| with(Some(retention)));
        let time = duration::text(pane.context.texts, retention);
        let sentence = pane.context.texts.with("inspector-retention-words", &[("time", time.as_str().into())]);
        ui.label(RichText::new(sentence).size(12.0).color(pane.context.theme.text_soft));
    } else if field.is_personal {
        warning_text(ui, pane.context.theme, pane.context.texts.get("inspector-retention-missing"));
    }
}

/// What a value must satisfy, as far as the kind of the field asks for it.
fn limits_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, field: &DataField) {
    let is_text = matches!(field.kind, FieldKind::Text | FieldKind::LongText | FieldKind::Email | FieldKind::Phone);
    let is_many = matches!(field.kind, FieldKind::List(_) | FieldKind::MultipleChoice(_));
    let has_size = matches!(
        field.kind,
        FieldKind::WholeNumber | FieldKind::Decimal | FieldKind::Money | FieldKind::Date | FieldKind::Time | FieldKind::DateTime
    );
    let is_file = field.kind == FieldKind::File;
    if !(is_text || is_many || has_size || is_file) {
        return;
    }
    let section = Section::new("field-limits", pane.context.texts.get("inspector-limits")).count(field.constraints.count());
    section.ui(ui, pane.context.theme, |ui| {
        let limits = &field.constraints;
        let with = |constraints| Record::DataField(DataField { constraints, ..field.clone() });
        if is_text {
            pane.count(ui, "inspector-min-length", limits.min_length.map(u64::from), |least| {
                with(Constraints { min_length: least.and_then(|it| it.try_into().ok()), ..limits.clone() })
            });
            pane.count(ui, "inspector-max-length", limits.max_length.map(u64::from), |most| {
                with(Constraints { max_length: most.and_then(|it| it.try_into().ok()), ..limits.clone() })
            });
            pane.text(ui, "inspector-pattern", Aspect::Constraint, &limits.pattern, 1, |pattern| {
                with(Constraints { pattern, ..limits.clone() })
            });
            pane.text(ui, "inspector-pattern-message", Aspect::Constraint, &limits.pattern_message, 1, |pattern_message| {
                with(Constraints { pattern_message, ..limits.clone() })
            });
        }
        if has_size {
            pane.feel(ui, "inspector-minimum", Aspect::Constraint, &limits.minimum, |minimum| {
                with(Constraints { minimum, ..limits.clone() })
            });
            pane.feel(ui, "inspector-maximum", Aspect::Constraint, &limits.maximum, |maximum| {
                with(Constraints { maximum, ..limits.clone() })
            });
        }
        if is_many {
            pane.count(ui, "inspector-min-items", limits.min_items.map(u64::from), |least| {
                with(Constraints { min_items: least.and_then(|it| it.try_into().ok()), ..limits.clone() })
            });
            pane.count(ui, "inspector-max-items", limits.max_items.map(u64::from), |most| {
                with(Constraints { max_items: most.and_then(|it| it.try_into().ok()), ..limits.clone() })
            });
        }
        if is_file {
            pane.text(ui, "inspector-file-kinds", Aspect::Constraint, &limits.file_kinds.join(", "), 1, |kinds| {
                let kinds = kinds.split(',').map(|kind| kind.trim().trim_start_matches('.').to_owned()).filter(|kind| !kind.is_empty());
                with(Constraints { file_kinds: kinds.collect(), ..limits.clone() })
            });
            pane.count(ui, "inspector-file-size", limits.max_file_size.map(|size| size / MEGABYTE), |size| {
                with(Constraints { max_file_size: size.map(|size| size.saturating_mul(MEGABYTE)), ..limits.clone() })
            });
        }
    });
}

fn kind_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, field: &DataField) {
    let (document, texts) = (pane.document(), pane.context.texts);
    let lists = document.code_lists.values().flat_map(|list| {
        [(FieldKind::Choice(list.id), "inspector-choice-of"), (FieldKind::MultipleChoice(list.id), "inspector-choices-of")]
            .map(|(kind, key)| (kind, texts.with(key, &[("list", list.name.as_str().into())])))
    });
    let objects = document.objects.values().filter(|object| object.id != field.object).flat_map(|object| {
        [(FieldKind::Object(object.id), "inspector-object-of"), (FieldKind::List(object.id), "inspector-list-of")]
            .map(|(kind, key)| (kind, texts.with(key, &[("object", object.name.as_str().into())])))
    });
    let composed: Vec<(FieldKind, String)> = lists.chain(objects).collect();
    let options: Vec<(FieldKind, &str)> = SIMPLE
        .iter()
        .map(|kind| (*kind, texts.field_kind(*kind)))
        .chain(composed.iter().map(|(kind, text)| (*kind, text.as_str())))
        .collect();
    if let Some(kind) = pane.choose(ui, "inspector-field-kind", &field.kind, &options) {
        pane.put(Record::DataField(DataField { kind, ..field.clone() }));
    }
}

pub(super) fn codes_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, list: &CodeList) {
    pane.text(ui, "inspector-name", Aspect::Name, &list.name, 1, |name| Record::CodeList(CodeList { name, ..list.clone() }));
    entries_ui(ui, pane, list);
    Section::new("codes-more", pane.context.texts.get("inspector-more")).folded().ui(ui, pane.context.theme, |ui| {
        pane.text(ui, "inspector-version", Aspect::Version, &list.version, 1, |version| {
            Record::CodeList(CodeList { version, ..list.clone() })
        });
        pane.text(ui, "inspector-uri", Aspect::Key, &list.uri, 1, |uri| Record::CodeList(CodeList { uri, ..list.clone() }));
        pane.text(ui, "inspector-key", Aspect::Key, &list.key, 1, |key| Record::CodeList(CodeList { key, ..list.clone() }));
    });
}

/// The codes with their labels.
pub(super) fn entries_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, list: &CodeList) {
    let with = |entries: Vec<CodeEntry>| Record::CodeList(CodeList { entries, ..list.clone() });
    Section::new("codes", pane.context.texts.get("inspector-codes")).count(list.entries.len()).ui(ui, pane.context.theme, |ui| {
        for (index, entry) in list.entries.iter().enumerate() {
            let changed = |change: &dyn Fn(&mut CodeEntry)| {
                let mut entries = list.entries.clone();
                entries.get_mut(index).into_iter().for_each(change);
                with(entries)
            };
            ui.horizontal(|ui| {
                let width = (ui.available_width() - 44.0).max(80.0);
                let label = pane.context.texts.get("inspector-code");
                ui.allocate_ui(egui::vec2(width * 0.35, 30.0), |ui| {
                    pane.cell(ui, label, &format!("code-{index}"), &entry.code, label, |text| {
                        changed(&|entry| entry.code.clone_from(&text))
                    });
                });
                let label = pane.context.texts.get("inspector-code-label");
                ui.allocate_ui(egui::vec2(width * 0.65, 30.0), |ui| {
                    pane.cell(ui, label, &format!("label-{index}"), &entry.label, label, |text| {
                        changed(&|entry| entry.label.clone_from(&text))
                    });
                });
                if pane.remove_button(ui) {
                    let mut entries = list.entries.clone();
                    entries.remove(index);
                    pane.put(with(entries));
                }
            });
        }
        if pane.add_button(ui, "inspector-add-code") {
            let mut entries = list.entries.clone();
            entries.push(CodeEntry::default());
            pane.put(with(entries));
        }
    });
}
