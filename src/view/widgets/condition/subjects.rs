//! The fields of which conditions can speak, by the names that people read.

use crate::expr::Value;
use crate::i18n::Texts;
use crate::model::{DataPath, Document, ElementKind, FieldKind, Form, FormElement, FormElementId, FormId, ObjectType, Subject};
use crate::rule::{Comparison, Sign};
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
    let id = Id::unique(("condition subjects", at));
    if let Some(kept) = ui.data(|data| data.get_temp::<Kept>(id)).filter(|kept| Arc::ptr_eq(&kept.document, context.document)) {
        return kept.subjects;
    }
    let mut gathering = Gathering { document: context.document, texts: context.texts, found: Vec::new(), known: BTreeSet::new() };
    if let Subject::FormElement(form, element) = at {
        gathering.of_forms(form, element);
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
    fn of_forms(&mut self, form: FormId, element: FormElementId) {
        let Some(own) = self.document.forms.get(form) else { return };
        let rule = own.rules.iter().find(|rule| rule.id == element);
        let element = rule.and_then(|rule| rule.targets.first().copied()).unwrap_or(element);
        let lists = lists_round(own, element);
        let shown = self.document.shown_forms(form);
        for form in std::iter::once(form).chain(shown.into_iter().filter(|shown| *shown != form)) {
            let Some(form) = self.document.forms.get(form) else { continue };
            for element in form.elements() {
                self.of_element(form, element, &lists);
            }
        }
    }

    fn of_element(&mut self, form: &Form, element: &FormElement, lists: &[DataPath]) {
        let ElementKind::Field(field) = &element.kind else { return };
        let Some(data) = field.data.last().and_then(|last| self.document.fields.get(last)) else { return };
        let Some(path) = self.path_from(&field.data, lists) else { return };
        let label = self.texts.name_of(self.document, Subject::FormElement(form.id, element.id));
        self.push(path, bare(&label), data.kind);
    }

    /// The path as a condition inside these lists names it; `None` if it leads through a list that is not round it.
    fn path_from(&self, path: &DataPath, lists: &[DataPath]) -> Option<String> {
        let whole = self.document.path_text(path)?;
        for list in lists {
            if let Some(inner) = path.0.strip_prefix(list.0.as_slice()).filter(|inner| !inner.is_empty()) {
                let entry = self.document.objects.get(self.document.fields.get(list.last()?)?.kind.object()?)?;
                let keys: Option<Vec<&str>> = inner.iter().map(|field| self.document.fields.get(*field).map(|field| field.key.as_str())).collect();
                return Some(format!("{}.{}", entry.key, keys?.join(".")));
            }
        }
        let is_list = |field: &crate::model::DataFieldId| matches!(self.document.fields.get(*field).map(|it| it.kind), Some(FieldKind::List(_)));
        let (_, way) = path.0.split_last()?;
        (!way.iter().any(is_list)).then_some(whole)
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
                FieldKind::Object(inner) if depth < DEEPEST => {
                    if let Some(inner) = self.document.objects.get(inner) {
                        self.of_object(inner, &path, depth + 1);
                    }
                }
                FieldKind::Object(_) => {}
                kind => {
                    let arguments = [("field", field.name.as_str().into()), ("object", object.name.as_str().into())];
                    let label = self.texts.with("palette-field-of", &arguments);
                    self.push(path, &label, kind);
                }
            }
        }
    }

    /// A field, and the parts of a composite one.
    fn push(&mut self, path: String, label: &str, kind: FieldKind) {
        if !self.known.insert(path.clone()) {
            return;
        }
        for part in kind.parts() {
            let label = self.texts.with("condition-part", &[("field", label.into()), ("part", self.texts.part_name(part).into())]);
            let kind = match *part {
                "geburtsdatum" => FieldKind::Date,
                "groesse" => FieldKind::WholeNumber,
                _ => FieldKind::Text,
            };
            let path = format!("{path}.{part}");
            if self.known.insert(path.clone()) {
                self.found.push(ConditionSubject { path, label, kind });
            }
        }
        self.found.push(ConditionSubject { path, label: label.to_owned(), kind });
    }
}

/// The lists of the repeatable groups round an element, from the inside out.
fn lists_round(form: &Form, wanted: FormElementId) -> Vec<DataPath> {
    fn walk(elements: &[FormElement], wanted: FormElementId, found: &mut Vec<DataPath>) -> bool {
        elements.iter().any(|element| {
            if element.id == wanted {
                return true;
            }
            let ElementKind::Group(group) = &element.kind else { return false };
            let is_inside = walk(&group.elements, wanted, found);
            if is_inside {
                found.extend(group.repeat.as_ref().map(|repeat| repeat.list.clone()));
            }
            is_inside
        })
    }
    let mut found = Vec::new();
    for page in &form.pages {
        if walk(&page.elements, wanted, &mut found) {
            break;
        }
    }
    found
}

/// A name without the quotation marks that names have in sentences.
fn bare(name: &str) -> &str {
    name.strip_prefix('„').and_then(|name| name.strip_suffix('“')).unwrap_or(name)
}

/// A value as people type and read it.
pub(super) fn value_text(document: &Document, kind: FieldKind, value: &Value) -> String {
    crate::form::format::text(kind, crate::form::format::codes_of(document, kind), value)
}
