//! What stands on a form and where its data lie.

use super::condition::Terms;
use crate::model::{
    DataField, DataFieldId, DataPath, Document, ElementKind, FieldKind, Form, FormElement, FormElementId, FormField, Repeat,
};
use std::collections::BTreeMap;

/// Where something stands: the lists in whose entries it lies, outermost first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Around {
    /// Keys of each list, from the case or the entry round it.
    pub lists: Vec<Vec<String>>,
    /// Name by which expressions reach the entry of each list.
    pub names: Vec<String>,
}

/// Something on a form.
pub struct Item<'a> {
    pub around: Around,
    /// All that must hold for it to be shown, conditions of what is round it included.
    pub shown: Terms,
    /// Of these, its own.
    pub own_shown: Terms,
    pub kind: ItemKind<'a>,
}

pub enum ItemKind<'a> {
    Field {
        field: &'a FormField,
        data: &'a DataField,
        keys: Vec<String>,
        /// Whether it is a yes/no that may stay unticked.
        is_box: bool,
    },
    /// A group or page.
    Group {
        members: Vec<FormElementId>,
    },
    List {
        keys: Vec<String>,
        least: u32,
        most: Option<u32>,
        members: Vec<FormElementId>,
    },
}

/// All pages, groups and fields of a form, in reading order.
pub struct Outline<'a> {
    pub order: Vec<FormElementId>,
    pub items: BTreeMap<FormElementId, Item<'a>>,
}

/// Walks a form. `shown` answers what must hold for an element to be shown, by its own conditions; `is_asked` whether a rule asks for it.
pub struct Walk<'a, 'b> {
    pub document: &'a Document,
    pub shown: &'b mut dyn FnMut(FormElementId, &str, &Around) -> Terms,
    pub is_asked: &'b dyn Fn(FormElementId) -> bool,
    pub outline: Outline<'a>,
}

impl<'a> Walk<'a, '_> {
    pub fn form(mut self, form: &'a Form) -> Outline<'a> {
        for page in &form.pages {
            let around = Around::default();
            let own = (self.shown)(page.id, &page.visible_when, &around);
            self.outline.order.push(page.id);
            let members = self.elements(&page.elements, &around, &[], &own);
            let kind = ItemKind::Group { members };
            self.outline.items.insert(page.id, Item { around, shown: own.clone(), own_shown: own, kind });
        }
        self.outline
    }

    fn elements(&mut self, elements: &'a [FormElement], around: &Around, list: &[DataFieldId], outer: &Terms) -> Vec<FormElementId> {
        let mut members = Vec::new();
        for element in elements {
            if matches!(element.kind, ElementKind::Heading(_) | ElementKind::StaticText(_) | ElementKind::Hint { .. }) {
                continue;
            }
            let own = (self.shown)(element.id, &element.visible_when, around);
            let shown = outer.and(&own);
            self.outline.order.push(element.id);
            let Some(kind) = self.kind(element, around, list, &shown) else { continue };
            members.push(element.id);
            self.outline.items.insert(element.id, Item { around: around.clone(), shown, own_shown: own, kind });
        }
        members
    }

    fn kind(&mut self, element: &'a FormElement, around: &Around, list: &[DataFieldId], shown: &Terms) -> Option<ItemKind<'a>> {
        match &element.kind {
            ElementKind::Field(field) => {
                let data = self.document.fields.get(field.data.last()?)?;
                let is_question = field.is_required || !field.required_when.trim().is_empty() || (self.is_asked)(element.id);
                let is_box = data.kind == FieldKind::YesNo && !is_question;
                Some(ItemKind::Field { field, data, keys: self.keys(&field.data, list)?, is_box })
            }
            ElementKind::Group(group) => match &group.repeat {
                None => Some(ItemKind::Group { members: self.elements(&group.elements, around, list, shown) }),
                Some(repeat) => self.list(repeat, &group.elements, around, list, shown),
            },
            _ => None,
        }
    }

    fn list(
        &mut self,
        repeat: &Repeat,
        elements: &'a [FormElement],
        around: &Around,
        list: &[DataFieldId],
        shown: &Terms,
    ) -> Option<ItemKind<'a>> {
        let data = self.document.fields.get(repeat.list.last()?)?;
        let object = self.document.objects.get(data.kind.object()?)?;
        let keys = self.keys(&repeat.list, list)?;
        let most = [repeat.most, data.constraints.max_items].into_iter().flatten().min();
        let least = repeat.least.max(data.constraints.min_items.unwrap_or(0));
        let inner = Around {
            lists: [around.lists.as_slice(), std::slice::from_ref(&keys)].concat(),
            names: [around.names.as_slice(), std::slice::from_ref(&object.key)].concat(),
        };
        let members = self.elements(elements, &inner, &repeat.list.0, shown);
        Some(ItemKind::List { keys, least: most.map_or(least, |most| least.min(most)), most, members })
    }

    /// Keys of a path from the innermost entry, or from the case object; `None` for data that lie elsewhere, which the form does not yield.
    fn keys(&self, path: &DataPath, list: &[DataFieldId]) -> Option<Vec<String>> {
        let inner = path.0.strip_prefix(list).filter(|inner| !inner.is_empty())?;
        let first = self.document.fields.get(*inner.first()?)?;
        let object = if list.is_empty() { Some(self.document.objects.get(first.object)?.key.clone()) } else { None };
        let fields = inner.iter().map(|field| self.document.fields.get(*field).map(|field| field.key.clone()));
        object.map(Some).into_iter().chain(fields).collect()
    }
}
