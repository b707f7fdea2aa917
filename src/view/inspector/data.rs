//! Properties of data: objects, fields, code lists; and of the artifacts that show data on the canvas.

use super::pane::Pane;
use crate::check::Aspect;
use crate::edit::{Command, ContentCommand, Record};
use crate::model::{Artifact, ArtifactKind, CodeEntry, CodeList, DataField, FieldKind, ObjectType, Subject};
use crate::view::widgets::{Section, quiet_button};
use crate::view::{Action, Selection};
use egui::Ui;

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
    Section::new("object-more", pane.context.texts.get("inspector-more")).folded().ui(ui, pane.context.theme, |ui| {
        pane.text(ui, "inspector-key", Aspect::Key, &object.key, 1, |key| Record::ObjectType(ObjectType { key, ..object.clone() }));
        pane.text(ui, "inspector-fim-id", Aspect::Key, &object.fim_id, 1, |fim_id| {
            Record::ObjectType(ObjectType { fim_id, ..object.clone() })
        });
    });
}

pub(super) fn field_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, field: &DataField) {
    pane.text(ui, "inspector-name", Aspect::Name, &field.name, 1, |name| Record::DataField(DataField { name, ..field.clone() }));
    kind_ui(ui, pane, field);
    pane.text(ui, "inspector-description", Aspect::Text, &field.description, 2, |description| {
        Record::DataField(DataField { description, ..field.clone() })
    });
    pane.check(ui, "inspector-personal", field.is_personal, |is_personal| Record::DataField(DataField { is_personal, ..field.clone() }));
    Section::new("field-limits", pane.context.texts.get("inspector-limits")).folded().ui(ui, pane.context.theme, |ui| {
        let with = |change: &dyn Fn(&mut DataField)| {
            let mut field = field.clone();
            change(&mut field);
            Record::DataField(field)
        };
        let limits = &field.constraints;
        pane.feel(ui, "inspector-minimum", Aspect::Constraint, &limits.minimum, |text| {
            with(&|field| field.constraints.minimum.clone_from(&text))
        });
        pane.feel(ui, "inspector-maximum", Aspect::Constraint, &limits.maximum, |text| {
            with(&|field| field.constraints.maximum.clone_from(&text))
        });
        pane.text(ui, "inspector-pattern", Aspect::Constraint, &limits.pattern, 1, |text| {
            with(&|field| field.constraints.pattern.clone_from(&text))
        });
        pane.text(ui, "inspector-pattern-message", Aspect::Constraint, &limits.pattern_message, 1, |text| {
            with(&|field| field.constraints.pattern_message.clone_from(&text))
        });
    });
    Section::new("field-laws", pane.context.texts.get("inspector-laws")).count(field.legal_bases.len()).folded().ui(
        ui,
        pane.context.theme,
        |ui| {
            pane.laws(ui, &field.legal_bases, |legal_bases| Record::DataField(DataField { legal_bases, ..field.clone() }));
        },
    );
    Section::new("field-more", pane.context.texts.get("inspector-more")).folded().ui(ui, pane.context.theme, |ui| {
        pane.text(ui, "inspector-key", Aspect::Key, &field.key, 1, |key| Record::DataField(DataField { key, ..field.clone() }));
        pane.text(ui, "inspector-fim-id", Aspect::Key, &field.fim_id, 1, |fim_id| Record::DataField(DataField { fim_id, ..field.clone() }));
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
