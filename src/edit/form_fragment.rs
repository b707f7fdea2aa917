//! Parts of forms taken out of a document, to be pasted into the same or another form of this or another document.

use crate::model::{Document, ElementKind, Form, FormElement, FormElementId, FormId, FormRule, Page, Subject};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Copied parts of forms with the document from which they come, whose data they show.
#[derive(Clone, Debug, PartialEq)]
pub struct FormFragment {
    /// Where it comes from; shares everything with the document of that moment.
    pub source: Arc<Document>,
    /// What was copied.
    pub parts: FormParts,
    /// Rules that speak only of what was copied.
    pub rules: Vec<FormRule>,
}

/// What was copied, in reading order.
#[derive(Clone, Debug, PartialEq)]
pub enum FormParts {
    /// Whole forms.
    Forms(Vec<Form>),
    /// Pages with what stands on them.
    Pages(Vec<Page>),
    /// Groups, fields and texts.
    Elements(Vec<FormElement>),
}

impl FormFragment {
    /// The names of what was copied, as people read them.
    pub fn names(&self) -> Vec<&str> {
        let name_in = |id: FormElementId| {
            let holder = self.source.forms.values().find(|form| form.elements().into_iter().any(|element| element.id == id))?;
            self.source.name_of(Subject::FormElement(holder.id, id))
        };
        match &self.parts {
            FormParts::Forms(forms) => forms.iter().map(|form| form.name.as_str()).collect(),
            FormParts::Pages(pages) => pages.iter().map(|page| page.title.as_str()).collect(),
            FormParts::Elements(elements) => elements.iter().filter_map(|element| name_in(element.id)).collect(),
        }
    }
}

/// Copies forms; if there are none among the subjects, pages; if there are none of these either, elements with all that is in them.
/// `None` if there is nothing of a form among the subjects.
pub fn copy_of_forms(document: &Arc<Document>, subjects: &[Subject]) -> Option<FormFragment> {
    let chosen: BTreeSet<Subject> = subjects.iter().copied().collect();
    let forms: Vec<&Form> = document.forms.values().filter(|form| chosen.contains(&Subject::Form(form.id))).collect();
    let (parts, rules) = if forms.is_empty() {
        let of_form = |form: &Form| chosen.iter().any(|subject| matches!(subject, Subject::FormElement(of, _) if *of == form.id));
        let form = document.forms.values().find(|form| of_form(form))?;
        let parts = parts_of(form, &chosen)?;
        let inside = inside_of(&parts);
        let is_inside = |rule: &&FormRule| !rule.targets.is_empty() && rule.targets.iter().all(|target| inside.contains(target));
        (parts, form.rules.iter().filter(is_inside).cloned().collect())
    } else {
        (FormParts::Forms(forms.into_iter().cloned().collect()), Vec::new())
    };
    Some(FormFragment { source: Arc::clone(document), parts, rules })
}

fn parts_of(form: &Form, chosen: &BTreeSet<Subject>) -> Option<FormParts> {
    let is_chosen = |id: FormElementId| chosen.contains(&Subject::FormElement(form.id, id));
    let pages: Vec<Page> = form.pages.iter().filter(|page| is_chosen(page.id)).cloned().collect();
    if !pages.is_empty() {
        return Some(FormParts::Pages(pages));
    }
    let mut elements = Vec::new();
    form.pages.iter().for_each(|page| gather(form.id, &page.elements, chosen, &mut elements));
    (!elements.is_empty()).then_some(FormParts::Elements(elements))
}

/// The chosen elements; of what lies in a chosen one, nothing is taken apart.
fn gather(form: FormId, elements: &[FormElement], chosen: &BTreeSet<Subject>, found: &mut Vec<FormElement>) {
    for element in elements {
        if chosen.contains(&Subject::FormElement(form, element.id)) {
            found.push(element.clone());
        } else if let ElementKind::Group(group) = &element.kind {
            gather(form, &group.elements, chosen, found);
        }
    }
}

fn inside_of(parts: &FormParts) -> BTreeSet<FormElementId> {
    fn walk(elements: &[FormElement], found: &mut BTreeSet<FormElementId>) {
        for element in elements {
            found.insert(element.id);
            if let ElementKind::Group(group) = &element.kind {
                walk(&group.elements, found);
            }
        }
    }
    let mut found = BTreeSet::new();
    match parts {
        FormParts::Forms(_) => {}
        FormParts::Pages(pages) => pages.iter().for_each(|page| walk(&page.elements, &mut found)),
        FormParts::Elements(elements) => walk(elements, &mut found),
    }
    found
}
