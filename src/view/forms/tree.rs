//! Where the elements of a form stand: on which page or in which group, and as which of its elements.

use crate::edit::FormPlace;
use crate::model::{ElementKind, Form, FormElement, FormElementId, Page};
use std::collections::{BTreeMap, BTreeSet};

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

/// The place one step before an element: before its neighbour, or before the group that it begins.
pub fn place_before(form: &Form, element: FormElementId) -> Option<FormPlace> {
    let standings = standings(form);
    let own = *standings.get(&element)?;
    match own.index.checked_sub(1) {
        Some(index) => Some(FormPlace { form: form.id, container: own.container, index }),
        None => standings.get(&own.container).map(|group| FormPlace { form: form.id, container: group.container, index: group.index }),
    }
}

/// The place one step behind an element: behind its neighbour, or behind the group that it ends.
pub fn place_after(form: &Form, element: FormElementId) -> Option<FormPlace> {
    let standings = standings(form);
    let own = *standings.get(&element)?;
    let count = standings.values().filter(|other| other.container == own.container).count();
    if own.index + 1 < count {
        // Places are counted before the element is taken out: one further lies behind the next one.
        return Some(FormPlace { form: form.id, container: own.container, index: own.index + 2 });
    }
    place_outside(form, element)
}

/// The place behind the group in which an element stands.
pub fn place_outside(form: &Form, element: FormElementId) -> Option<FormPlace> {
    let standings = standings(form);
    let group = standings.get(&standings.get(&element)?.container)?;
    Some(FormPlace { form: form.id, container: group.container, index: group.index + 1 })
}

/// The end of the group that stands before an element.
pub fn place_inside_before(form: &Form, element: FormElementId) -> Option<FormPlace> {
    let standings = standings(form);
    let own = *standings.get(&element)?;
    let before = own.index.checked_sub(1)?;
    let (id, group) = standings.iter().find(|(_, other)| other.container == own.container && other.index == before)?;
    Some(FormPlace { form: form.id, container: *id, index: group.members? })
}

/// Of these elements those that do not lie in another one of them, in reading order.
pub fn topmost(form: &Form, chosen: &BTreeSet<FormElementId>) -> Vec<FormElementId> {
    let standings = standings(form);
    let is_inside = |id: FormElementId| {
        let mut here = standings.get(&id).map(|own| own.container);
        while let Some(container) = here {
            if chosen.contains(&container) {
                return true;
            }
            here = standings.get(&container).map(|own| own.container);
        }
        false
    };
    form.elements().into_iter().map(|element| element.id).filter(|id| chosen.contains(id) && !is_inside(*id)).collect()
}
