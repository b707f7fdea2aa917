//! The fields of which conditions can speak, by the names that people read.

use crate::expr::Value;
use crate::form::format;
use crate::i18n::Texts;
use crate::model::{Document, FieldKind, FormElementId, FormId, ObjectType, Subject};
use crate::rule::{Comparison, Frame, Sign};
use crate::view::ViewContext;
use egui::{Id, Ui};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Objects nested deeper than this are left to FEEL.
const DEEPEST: usize = 4;

/// A field of which a condition can speak.
#[derive(Clone, Debug, PartialEq)]
pub struct ConditionSubject {
    /// As FEEL names it from where the condition stands.
    pub path: String,
    /// As people read it.
    pub label: String,
    /// What kind of values it holds.
    pub kind: FieldKind,
}

impl ConditionSubject {
    /// The comparison to begin with.
    pub fn comparison(&self) -> Comparison {
        Comparison::new(&self.path, Sign::fitting(self.kind).first().copied().unwrap_or(Sign::Filled))
    }
}

/// Kept from frame to frame as long as neither document nor place changes.
#[derive(Clone)]
struct Kept {
    document: Arc<Document>,
    subjects: Arc<[ConditionSubject]>,
}

/// The fields of which a condition of this element can speak: those of its form in their order, then all other data of the case.
pub fn condition_subjects(ui: &Ui, context: &ViewContext<'_>, at: Subject) -> Arc<[ConditionSubject]> {
    let id = Id::unique(("condition subjects", at, context.texts.language() as u8));
    if let Some(kept) = ui.data(|data| data.get_temp::<Kept>(id)).filter(|kept| Arc::ptr_eq(&kept.document, context.document)) {
        return kept.subjects;
    }
    let mut gathering = Gathering { document: context.document, texts: context.texts, found: Vec::new(), known: BTreeSet::new() };
    if let Subject::FormElement(form, element) = at {
        gathering.of_form(form, element);
    }
    gathering.of_case();
    let kept = Kept { document: Arc::clone(context.document), subjects: gathering.found.into() };
    ui.data_mut(|data| data.insert_temp(id, kept.clone()));
    kept.subjects
}

struct Gathering<'a> {
    document: &'a Document,
    texts: &'a Texts,
    found: Vec<ConditionSubject>,
    known: BTreeSet<String>,
}

impl Gathering<'_> {
    /// What the form of an element, or of a rule, asks for.
    fn of_form(&mut self, id: FormId, element: FormElementId) {
        let Some(form) = self.document.forms.get(id) else { return };
        let rule = form.rules.iter().find(|rule| rule.id == element);
        let targets = rule.map_or_else(|| vec![element], |rule| rule.targets.clone());
        let owners = std::iter::once(id).chain(self.document.shown_forms(id));
        let owners: Vec<FormId> = owners.collect();
        for asked in Frame::of(self.document, form, &targets).asked() {
            let name = |owner: &FormId| self.document.name_of(Subject::FormElement(*owner, asked.element));
            let label = owners.iter().find_map(name).unwrap_or_default().to_owned();
            self.push(asked.path, &label, asked.part, asked.kind);
        }
    }

    fn of_case(&mut self) {
        let objects: Vec<&ObjectType> = self.document.case_objects().collect();
        for object in objects {
            self.of_object(object, &object.key, 0);
        }
    }

    fn of_object(&mut self, object: &ObjectType, path: &str, depth: usize) {
        for field in self.document.fields_of(object) {
            let path = format!("{path}.{}", field.key);
            match field.kind {
                FieldKind::Object(inner) => {
                    if let Some(inner) = self.document.objects.get(inner).filter(|_| depth < DEEPEST) {
                        self.of_object(inner, &path, depth + 1);
                    }
                }
                kind => {
                    let arguments = [("field", field.name.as_str().into()), ("object", object.name.as_str().into())];
                    let label = self.texts.with("palette-field-of", &arguments);
                    self.push(path, &label, None, kind);
                }
            }
        }
    }

    fn push(&mut self, path: String, label: &str, part: Option<&str>, kind: FieldKind) {
        if self.known.insert(path.clone()) {
            let label = match part {
                Some(part) => self.texts.with("condition-part", &[("field", label.into()), ("part", self.texts.part_name(part).into())]),
                None => label.to_owned(),
            };
            self.found.push(ConditionSubject { path, label, kind });
        }
    }
}

/// A value as people type and read it.
pub(super) fn value_text(document: &Document, kind: FieldKind, value: &Value) -> String {
    format::text(kind, format::codes_of(document, kind), value)
}
