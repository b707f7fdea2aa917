//! How a form stands on the platform: sections of groups of fields, no groups in groups, each part with its id.

use super::super::ids::{Ids, legal};
use super::super::import::BUTTONS;
use crate::model::{Document, ElementKind, FieldKind, Form, FormElement, FormField, Page, PageKind, Repeat, Subject};

/// A page as a section.
pub(super) struct Section<'a> {
    pub page: &'a Page,
    pub groups: Vec<Group<'a>>,
}

/// A group of fields.
pub(super) struct Group<'a> {
    pub id: String,
    pub title: &'a str,
    pub fim_id: &'a str,
    pub repeat: Option<&'a Repeat>,
    /// All must hold for it to be shown.
    pub visible: Vec<&'a str>,
    /// Its element; `None` for what stands on the page itself.
    pub element: Option<&'a FormElement>,
    pub items: Vec<Item<'a>>,
    /// Whether its fields only show what another form asked.
    pub is_shown_only: bool,
}

/// Something in a group.
pub(super) struct Item<'a> {
    pub id: String,
    pub element: &'a FormElement,
    /// All must hold for it to be shown.
    pub visible: Vec<&'a str>,
    /// Which part of a field of several parts.
    pub part: Option<&'static str>,
    /// Its path in FEEL; in a repeatable group that of the entry. Empty for what takes no value.
    pub path: String,
}

/// The form in sections, with what of it changes its shape.
pub(super) struct Layout<'a> {
    pub sections: Vec<Section<'a>>,
    /// The choice that is the buttons.
    pub buttons: Option<&'a FormField>,
    /// Groups that became headings, fields that became several, pages that show everything again.
    pub flattened: Vec<&'a FormElement>,
    pub split: Vec<&'a FormElement>,
    pub summaries: Vec<&'a Page>,
}

/// Lays out a form; first come the pages of the forms that it shows.
pub(super) fn layout<'a>(document: &'a Document, form: &'a Form) -> Layout<'a> {
    let layout = Layout { sections: Vec::new(), buttons: None, flattened: Vec::new(), split: Vec::new(), summaries: Vec::new() };
    let mut laying = Laying { document, form, layout, group_ids: Ids::default(), field_ids: Ids::default(), is_shown_only: false };
    laying.reserve();
    for shown in document.shown_forms(form.id).into_iter().filter_map(|shown| document.forms.get(shown)) {
        laying.is_shown_only = true;
        laying.form = shown;
        laying.pages(shown);
    }
    laying.is_shown_only = false;
    laying.form = form;
    laying.pages(form);
    laying.layout
}

struct Laying<'a> {
    document: &'a Document,
    form: &'a Form,
    layout: Layout<'a>,
    group_ids: Ids,
    field_ids: Ids,
    is_shown_only: bool,
}

impl<'a> Laying<'a> {
    fn kept(&self, element: &FormElement) -> Option<&'a str> {
        let of = Subject::FormElement(self.form.id, element.id);
        self.document.origins.get(of).map(|origin| origin.id.as_str())
    }

    /// Ids of the file are taken first, so that nothing new gets one of them.
    fn reserve(&mut self) {
        for element in self.form.elements() {
            match self.kept(element).map(|id| id.split_once(':').ok_or(id)) {
                Some(Ok((_, field))) => drop(self.field_ids.take(field)),
                Some(Err(group)) => drop(self.group_ids.take(group)),
                None => {}
            }
        }
    }

    fn pages(&mut self, form: &'a Form) {
        for page in &form.pages {
            if page.kind == PageKind::Summary {
                self.layout.summaries.push(page);
                continue;
            }
            let groups = self.groups(page);
            self.layout.sections.push(Section { page, groups });
        }
    }

    fn groups(&mut self, page: &'a Page) -> Vec<Group<'a>> {
        let mut groups: Vec<Group<'a>> = Vec::new();
        for element in &page.elements {
            match &element.kind {
                ElementKind::Group(_) => self.group(element, Vec::new(), &mut groups),
                ElementKind::Field(field) if self.kept(element) == Some(BUTTONS) => self.layout.buttons = Some(field),
                _ => {
                    if groups.last().is_none_or(|group| group.element.is_some()) {
                        let name = if page.title.trim().is_empty() { &self.form.key } else { &page.title };
                        let id = self.group_ids.take(&crate::model::key_from_name(name));
                        groups.push(self.empty(id, "", Vec::new()));
                    }
                    let items = self.items(element, Vec::new(), "");
                    if let Some(group) = groups.last_mut() {
                        group.items.extend(items);
                    }
                }
            }
        }
        groups
    }

    fn empty(&self, id: String, title: &'a str, visible: Vec<&'a str>) -> Group<'a> {
        Group { id, title, fim_id: "", repeat: None, visible, element: None, items: Vec::new(), is_shown_only: self.is_shown_only }
    }

    fn group(&mut self, element: &'a FormElement, mut visible: Vec<&'a str>, groups: &mut Vec<Group<'a>>) {
        let ElementKind::Group(own) = &element.kind else { return };
        visible.push(&element.visible_when);
        let entry = own.repeat.as_ref().and_then(|repeat| self.document.fields.get(repeat.list.last()?));
        let id = self.kept(element).map(str::to_owned);
        let id = id.unwrap_or_else(|| {
            let list = entry.map(|field| field.key.clone());
            let title = Some(own.title.as_str()).filter(|title| !title.trim().is_empty()).unwrap_or("gruppe");
            self.group_ids.take(&list.unwrap_or_else(|| crate::model::key_from_name(title)))
        });
        let object = entry.and_then(|field| self.document.objects.get(field.kind.object()?));
        let mut made = self.empty(id, &own.title, visible);
        made.element = Some(element);
        made.repeat = own.repeat.as_ref();
        made.fim_id = object.map_or("", |object| &object.fim_id);
        let at = groups.len();
        groups.push(made);
        let mut behind = Vec::new();
        let entry_key = object.map_or("", |object| object.key.as_str());
        let items: Vec<Item<'a>> = own.elements.iter().flat_map(|inner| self.inner(inner, entry_key, &mut behind)).collect();
        if let Some(group) = groups.get_mut(at) {
            group.items = items;
        }
        for (inner, visible) in behind {
            self.group(inner, visible, groups);
        }
    }

    /// What stands in a group: groups in it that cannot be repeated become a heading with their fields, others follow behind.
    fn inner(&mut self, element: &'a FormElement, entry: &str, behind: &mut Vec<(&'a FormElement, Vec<&'a str>)>) -> Vec<Item<'a>> {
        let mut found = Vec::new();
        let mut open: Vec<(&'a FormElement, Vec<&'a str>)> = vec![(element, Vec::new())];
        while let Some((element, visible)) = open.pop() {
            let ElementKind::Group(group) = &element.kind else {
                found.extend(self.items(element, visible, entry));
                continue;
            };
            self.layout.flattened.push(element);
            let mut visible = visible;
            if group.repeat.is_some() {
                behind.push((element, visible));
                continue;
            }
            visible.push(&element.visible_when);
            if !group.title.trim().is_empty() {
                let id = self.field_ids.take("ueberschrift");
                found.push(Item { id, element, visible: visible.clone(), part: None, path: String::new() });
            }
            open.extend(group.elements.iter().rev().map(|inner| (inner, visible.clone())));
        }
        found
    }

    fn items(&mut self, element: &'a FormElement, mut visible: Vec<&'a str>, entry: &str) -> Vec<Item<'a>> {
        if let ElementKind::Field(field) = &element.kind
            && self.kept(element) == Some(BUTTONS)
        {
            self.layout.buttons = Some(field);
            return Vec::new();
        }
        visible.push(&element.visible_when);
        let data = match &element.kind {
            ElementKind::Field(field) => field.data.last().and_then(|last| self.document.fields.get(last)).map(|data| (field, data)),
            _ => None,
        };
        let path = data.map(|(field, data)| match entry {
            "" => self.document.path_text(&field.data).unwrap_or_default(),
            entry => format!("{entry}.{}", data.key),
        });
        let path = path.unwrap_or_default();
        let parts: &[&'static str] = match data.map(|(_, data)| data.kind) {
            Some(kind @ (FieldKind::Person | FieldKind::Address | FieldKind::BankAccount)) => kind.parts(),
            _ => &[],
        };
        let id = self.kept(element).map(|id| id.split_once(':').map_or(id, |(_, field)| field).to_owned());
        let id = id.unwrap_or_else(|| {
            let base = match &element.kind {
                ElementKind::Heading(_) => "ueberschrift",
                ElementKind::StaticText(_) => "text",
                ElementKind::Hint { .. } => "hinweis",
                _ => data.map_or("feld", |(_, data)| data.key.as_str()),
            };
            self.field_ids.take(base)
        });
        if parts.is_empty() {
            return vec![Item { id, element, visible, part: None, path }];
        }
        self.layout.split.push(element);
        let item = |part: &&'static str| Item {
            id: format!("{id}_{}", legal(part)),
            element,
            visible: visible.clone(),
            part: Some(*part),
            path: format!("{path}.{part}"),
        };
        parts.iter().map(item).collect()
    }
}
