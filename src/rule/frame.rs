//! From where the paths of conditions are named: the case, or the entry of a repeatable group.

use crate::expr::Type;
use crate::model::{DataFieldId, DataPath, Document, ElementKind, FieldKind, Form, FormElement, FormElementId, Subject};
use crate::scope;
use std::sync::Arc;

/// The place in whose terms a condition speaks.
#[derive(Clone, Debug)]
pub struct Frame<'a> {
    document: &'a Document,
    form: &'a Form,
    /// The list of the repeatable group within which it stands; empty outside of all.
    list: Vec<DataFieldId>,
}

/// A field of the form, or a part of one, as a condition can name it.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// Its path in FEEL.
    pub path: String,
    /// The element that asks for it.
    pub element: FormElementId,
    /// What its value is.
    pub kind: FieldKind,
    /// Of a composite field, the part.
    pub part: Option<&'static str>,
}

impl<'a> Frame<'a> {
    /// The frame of a rule about these targets: the innermost repeatable group round all of them, else the case.
    pub fn of(document: &'a Document, form: &'a Form, targets: &[FormElementId]) -> Self {
        let mut shared: Option<Vec<&DataPath>> = None;
        for target in targets {
            let around = lists_round(form, *target);
            shared = Some(match shared {
                None => around,
                Some(before) => before.into_iter().zip(around).take_while(|(left, right)| left == right).map(|(list, _)| list).collect(),
            });
        }
        let list = shared.unwrap_or_default().last().map(|list| list.0.clone()).unwrap_or_default();
        Self { document, form, list }
    }

    /// The path of a data field in FEEL; `None` where it lies in a list whose entries cannot be told apart from here.
    pub fn path(&self, data: &DataPath) -> Option<String> {
        let inner = data.0.strip_prefix(self.list.as_slice()).filter(|inner| !self.list.is_empty() && !inner.is_empty());
        let (from, head) = match inner {
            Some(inner) => (inner, self.entry_key()?),
            None => (data.0.as_slice(), self.document.objects.get(self.document.fields.get(*data.0.first()?)?.object)?.key.clone()),
        };
        let (last, before) = from.split_last()?;
        let is_list = |field: &DataFieldId| self.document.fields.get(*field).is_some_and(|field| matches!(field.kind, FieldKind::List(_)));
        if before.iter().any(is_list) {
            return None;
        }
        let mut path = head;
        for field in before.iter().chain([last]) {
            path.push('.');
            path.push_str(&self.document.fields.get(*field)?.key);
        }
        Some(path)
    }

    /// Name by which the entry is reached: the key of the list's object type.
    fn entry_key(&self) -> Option<String> {
        let object = self.document.fields.get(*self.list.last()?)?.kind.object()?;
        Some(self.document.objects.get(object)?.key.clone())
    }

    /// The name of the entry with its type, where there is one: what expressions see besides the case.
    pub fn entry(&self) -> Option<(Arc<str>, Type)> {
        let object = self.document.objects.get(self.document.fields.get(*self.list.last()?)?.kind.object()?)?;
        Some((Arc::from(object.key.as_str()), scope::type_of_object(self.document, object)))
    }

    /// All fields of the form, and of the forms that it shows, that a condition can name here, with the parts of composite ones.
    pub fn asked(&self) -> Vec<Asked> {
        let mut found = Vec::new();
        let mut form = Some(self.form);
        for _ in 0..=self.document.forms.len() {
            let Some(here) = form else { break };
            for (element, field) in here.fields() {
                let kind = field.data.last().and_then(|last| self.document.fields.get(last)).map(|field| field.kind);
                if let (Some(path), Some(kind)) = (self.path(&field.data), kind) {
                    let part =
                        |part: &&'static str| Asked { path: format!("{path}.{part}"), element, kind: kind_of_part(part), part: Some(part) };
                    let parts: Vec<Asked> = kind.parts().iter().map(part).collect();
                    found.push(Asked { path, element, kind, part: None });
                    found.extend(parts);
                }
            }
            form = here.shows.and_then(|shown| self.document.forms.get(shown));
        }
        found
    }

    /// The kind of value at a path, also where the form does not ask for it.
    pub fn kind(&self, path: &str) -> Option<FieldKind> {
        if let Some((_, kind, part)) = self.declared(path) {
            return Some(part.map_or(kind, kind_of_part));
        }
        let key = path.strip_prefix(scope::SETTINGS)?.strip_prefix('.')?;
        self.document.settings.values().find(|setting| setting.key == key).map(|setting| setting.kind)
    }

    /// What people call the value at a path: the label on the form, else the name of the data field or setting; and the part of a composite
    /// field.
    pub fn name(&self, path: &str) -> Option<(String, Option<&'static str>)> {
        if let Some(asked) = self.asked().into_iter().find(|asked| asked.path == path) {
            let mut forms = std::iter::once(self.form).chain(self.document.forms.values());
            let name = forms.find_map(|form| self.document.name_of(Subject::FormElement(form.id, asked.element)))?;
            return Some((name.to_owned(), asked.part));
        }
        if let Some((field, _, part)) = self.declared(path) {
            return Some((self.document.fields.get(field)?.name.clone(), part));
        }
        let key = path.strip_prefix(scope::SETTINGS)?.strip_prefix('.')?;
        self.document.settings.values().find(|setting| setting.key == key).map(|setting| (setting.name.clone(), None))
    }

    fn declared(&self, path: &str) -> Option<(DataFieldId, FieldKind, Option<&'static str>)> {
        let kind = |path: &DataPath| Some((path.last()?, self.document.fields.get(path.last()?)?.kind));
        if let Some((field, kind)) = self.document.find_path(path).as_ref().and_then(kind) {
            return Some((field, kind, None));
        }
        let (whole, part) = path.rsplit_once('.')?;
        let (field, kind) = self.document.find_path(whole).as_ref().and_then(kind)?;
        let part = kind.parts().iter().find(|own| **own == part)?;
        Some((field, kind, Some(part)))
    }
}

fn kind_of_part(part: &str) -> FieldKind {
    match part {
        "geburtsdatum" => FieldKind::Date,
        "groesse" => FieldKind::WholeNumber,
        _ => FieldKind::Text,
    }
}

/// The lists of the repeatable groups round an element, outermost first.
pub fn lists_round(form: &Form, target: FormElementId) -> Vec<&DataPath> {
    fn search<'f>(elements: &'f [FormElement], target: FormElementId, around: &mut Vec<&'f DataPath>) -> bool {
        for element in elements {
            if element.id == target {
                return true;
            }
            if let ElementKind::Group(group) = &element.kind {
                let depth = around.len();
                around.extend(group.repeat.as_ref().map(|repeat| &repeat.list));
                if search(&group.elements, target, around) {
                    return true;
                }
                around.truncate(depth);
            }
        }
        false
    }
    let mut around = Vec::new();
    form.pages.iter().any(|page| search(&page.elements, target, &mut around));
    around
}
