//! The data of a document as elements of a Bibliothek: every fact that can be changed here, in the order of the document.

mod actions;
mod definition;
mod dynamic;
mod parts;
mod widget;

use super::super::super::xml::Draft;
use super::super::super::{Note, What};
use super::super::expression::References;
use super::definition::MASK;
use super::remark::Remark;
use crate::model::{
    DataPath, Document, ElementKind, FieldGroup, FieldKind, Form, FormElement, FormElementId, FormField, FormId, SourceId, Subject,
};
use actions::Actions;
pub use definition::Objects;
use std::collections::{BTreeMap, BTreeSet};

/// Writes data, forms and settings.
pub struct Drafting<'d> {
    document: &'d Document,
    references: &'d dyn References,
    source: Option<SourceId>,
    /// What is to be said, in the order of the file.
    pub notes: Vec<Note>,
    /// References of the texts that are choices in the kept file.
    pub choices: BTreeSet<String>,
    /// Where each field is shown: in the form of all widgets, else in the first form that has it.
    shown: BTreeMap<DataPath, Shown<'d>>,
    /// The same for objects and lists.
    groups: BTreeMap<DataPath, (FormId, &'d FormElement, &'d FieldGroup)>,
    /// Whether there is a form of all widgets.
    mask: Option<&'d Form>,
    /// What the fields of the form that is being written hide.
    actions: Actions,
}

/// A field in a form.
#[derive(Clone, Copy)]
struct Shown<'d> {
    form: FormId,
    element: &'d FormElement,
    field: &'d FormField,
}

impl<'d> Drafting<'d> {
    /// Over a document whose kept file is `source`; `references` says how expressions are written there.
    pub fn new(document: &'d Document, references: &'d dyn References, source: Option<SourceId>) -> Self {
        let origin = |form: &Form| {
            document.origins.get(Subject::Form(form.id)).is_some_and(|origin| Some(origin.source) == source && origin.id == MASK)
        };
        let mask = document.forms.values().find(|form| origin(form));
        let mut made = Self {
            document,
            references,
            source,
            notes: Vec::new(),
            choices: BTreeSet::new(),
            shown: BTreeMap::new(),
            groups: BTreeMap::new(),
            mask,
            actions: Actions::default(),
        };
        let forms: Vec<&Form> = mask.map_or_else(|| document.forms.values().collect(), |mask| vec![mask]);
        forms.into_iter().for_each(|form| made.learn(form));
        made
    }

    fn learn(&mut self, form: &'d Form) {
        for element in form.elements() {
            match &element.kind {
                ElementKind::Field(field) => {
                    self.shown.entry(field.data.clone()).or_insert(Shown { form: form.id, element, field });
                }
                ElementKind::Group(group) => {
                    if let Some(path) = self.path_of_group(form, element, group) {
                        self.groups.entry(path).or_insert((form.id, element, group));
                    }
                }
                _ => {}
            }
        }
    }

    /// The list or object that a group of the form of all widgets stands for.
    fn path_of_group(&self, form: &Form, element: &FormElement, group: &FieldGroup) -> Option<DataPath> {
        if let Some(repeat) = &group.repeat {
            return Some(repeat.list.clone());
        }
        let id = self.origin(Subject::FormElement(form.id, element.id))?;
        let reference = id.split_once('#').map_or(id, |(reference, _)| reference);
        let field = self.document.fields.values().find(|field| self.origin(Subject::DataField(field.id)) == Some(reference))?;
        self.shown.keys().find_map(|path| {
            let at = path.0.iter().position(|step| *step == field.id)?;
            Some(DataPath(path.0.get(..=at)?.to_vec()))
        })
    }

    /// By what an element is found again in the kept file.
    fn origin(&self, subject: Subject) -> Option<&'d str> {
        self.document.origins.get(subject).filter(|origin| Some(origin.source) == self.source).map(|origin| origin.id.as_str())
    }

    /// The widget of a kind of value: the choice of the kept file for a text that came from it.
    fn widget_for(&self, subject: Subject, kind: FieldKind) -> &'static str {
        let is_choice = self.origin(subject).is_some_and(|origin| self.choices.contains(origin));
        match widget::element_for(kind) {
            ("Textfeld", _) if is_choice => "Auswahlfeld",
            (name, _) => name,
        }
    }

    fn say(&mut self, subject: Subject, remark: Remark) {
        let name = self.document.name_of(subject).unwrap_or_default().to_owned();
        let id = self.origin(subject).unwrap_or_default().to_owned();
        self.notes.push(Note::new(&id, &name, What::CiventoData(remark)).on(subject));
    }

    /// The identity in the file of an element of a form, if it has one there.
    fn id_in_file(&self, form: FormId, element: FormElementId) -> Option<String> {
        let id = self.origin(Subject::FormElement(form, element))?;
        match id.split_once('#') {
            Some((_, own)) => Some(own.to_owned()),
            None if id.is_empty() || id.contains('/') || id.starts_with("V.Z.") => None,
            None => Some(id.to_owned()),
        }
    }
}

/// An element with words that people read.
fn words(name: &str, words: &str) -> Draft {
    Draft::text(name, "").attribute("Standard", words)
}
