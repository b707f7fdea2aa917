//! Where the elements of a form stand: on which page or in which group, and as which of its elements.

use crate::edit::FormPlace;
use crate::model::{ElementKind, Form, FormElement, FormElementId, Page};
use std::collections::BTreeMap;

/// Where an element stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The page, for elements at any depth.
    pub page: FormElementId,
    /// The page or group.
    pub container: FormElementId,
    /// Which of its elements it is.
    pub index: usize,
    /// How many elements are in it, if it is a group.
    pub members: Option<usize>,
}

/// Where all elements of a form stand.
pub fn standings(form: &Form) -> BTreeMap<FormElementId, Standing> {
    let mut found = BTreeMap::new();
    for page in &form.pages {
        walk(page.id, page.id, &page.elements, &mut found);
    }
    found
}

fn walk(page: FormElementId, container: FormElementId, elements: &[FormElement], found: &mut BTreeMap<FormElementId, Standing>) {
    for (index, element) in elements.iter().enumerate() {
        let inner = match &element.kind {
            ElementKind::Group(group) => Some(group.elements.as_slice()),
            _ => None,
        };
        found.insert(element.id, Standing { page, container, index, members: inner.map(<[FormElement]>::len) });
        walk(page, element.id, inner.unwrap_or_default(), found);
    }
}

/// The page on which an element stands, or which it is.
pub fn page_of(form: &Form, element: Option<FormElementId>) -> Option<&Page> {
    let page = element.map(|element| standings(form).get(&element).map_or(element, |standing| standing.page));
    form.pages.iter().find(|candidate| Some(candidate.id) == page)
}

/// Where a new element goes: behind the selected one, into a selected group, else to the end of the page.
pub fn place_for_new(form: &Form, selected: Option<FormElementId>, page: FormElementId) -> FormPlace {
    let standing = selected.and_then(|selected| Some((selected, *standings(form).get(&selected)?)));
    let (container, index) = match standing {
        Some((group, Standing { members: Some(members), .. })) => (group, members),
        Some((_, standing)) => (standing.container, standing.index + 1),
        None => (page, usize::MAX),
    };
    FormPlace { form: form.id, container, index }
}

/// The place one step before (`-1`) or behind (`1`) in the same container, if there is one.
pub fn neighbour_place(form: &Form, element: FormElementId, step: isize) -> Option<FormPlace> {
    let standing = *standings(form).get(&element)?;
    let count = standings(form).values().filter(|other| other.container == standing.container).count();
    // Places are counted before the element is taken out: one further lies behind the next one.
    let index = if step < 0 { standing.index.checked_sub(1)? } else { standing.index + 2 };
    (index <= count).then_some(FormPlace { form: form.id, container: standing.container, index })
}
