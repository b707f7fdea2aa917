//! What the form shows of an object: in which pages and groups its fields stand, in which order, with which texts between them.

use super::super::super::Matter;
use crate::model::{DataFieldId, DataPath, Document, ElementKind, FieldGroup, Form, FormElement, Page, PageKind};

/// A piece of the form.
#[derive(Clone, Copy)]
enum Piece<'d> {
    Page(&'d Page),
    Element(&'d FormElement),
}

/// The pieces of the form in which an object's fields stand.
#[derive(Clone, Default)]
pub(super) struct Shown<'d> {
    pieces: Vec<Piece<'d>>,
    /// The title of the page, where there is nothing on it but one group, which has one of its own.
    page_title: Option<&'d str>,
}

/// Something that stands there, and has a position in the file.
pub(super) enum Item<'d> {
    /// A field of the object, and what the form shows of it.
    Field(DataFieldId, Shown<'d>),
    /// A text to read.
    Text(&'d FormElement, &'d str),
}

/// What stands in the pieces of an object, in reading order.
#[derive(Default)]
pub(super) struct Contents<'d> {
    pub items: Vec<Item<'d>>,
    /// What the standard has no words for, each with a name.
    pub unsaid: Vec<(Matter, String)>,
}

impl<'d> Shown<'d> {
    /// Of the case object: all pages.
    pub fn whole(form: &'d Form) -> Self {
        Self { pieces: form.pages.iter().map(Piece::Page).collect(), page_title: None }
    }

    /// Of an object that need not be there, or may be there several times: the group alone, not the page around it.
    pub fn without_shell(self) -> Self {
        match self.pieces.as_slice() {
            [Piece::Page(page)] => match only_group(page) {
                Some(group) => Self { pieces: vec![Piece::Element(group)], page_title: Some(&page.title) },
                None => self,
            },
            _ => self,
        }
    }

    /// The title that was changed from the old one, of the group or of the page around it.
    pub fn new_title(&self, old: &str) -> Option<&'d str> {
        let own = self.title()?;
        Some(self.page_title.filter(|_| own == old).unwrap_or(own))
    }

    /// The title above its fields; none if they stand among others, or nowhere.
    pub fn title(&self) -> Option<&'d str> {
        match self.pieces.first()? {
            Piece::Page(page) => Some(&page.title),
            Piece::Element(FormElement { kind: ElementKind::Group(group), .. }) => Some(&group.title),
            Piece::Element(_) => None,
        }
    }

    /// The help of its group, or the text at the top of its page.
    pub fn help(&self) -> Option<&'d str> {
        match self.pieces.first()? {
            Piece::Page(page) => match page.elements.first().map(|element| &element.kind) {
                Some(ElementKind::StaticText(text)) => Some(text),
                _ => None,
            },
            Piece::Element(FormElement { kind: ElementKind::Group(group), .. }) => Some(&group.help),
            Piece::Element(_) => None,
        }
    }

    /// Whether it is a page, whose help is the text at its top.
    pub fn is_page(&self) -> bool {
        matches!(self.pieces.first(), Some(Piece::Page(_)))
    }

    /// Whether there is a condition under which it is shown.
    pub fn is_conditional(&self) -> bool {
        self.pieces.iter().any(|piece| match piece {
            Piece::Page(page) => !page.visible_when.is_empty(),
            Piece::Element(element) => matches!(element.kind, ElementKind::Group(_)) && !element.visible_when.is_empty(),
        })
    }

    /// What stands in it, where the object lies at this path. `hollow`: objects in it with nothing to fill in, and their titles, for nothing else
    /// tells whose their groups are. `is_help`: the first text is none of the object's texts.
    pub fn contents(
        &self,
        document: &'d Document,
        path: &[DataFieldId],
        hollow: Vec<(DataFieldId, String)>,
        is_help: bool,
    ) -> Contents<'d> {
        let mut gathering = Gathering { document, path, title: self.title(), hollow, found: Contents::default() };
        let mut skipped = is_help;
        for piece in &self.pieces {
            match piece {
                Piece::Page(page) if path.is_empty() => gathering.page(page),
                Piece::Page(page) => gathering.elements(page.elements.iter().skip(usize::from(std::mem::take(&mut skipped)))),
                Piece::Element(FormElement { kind: ElementKind::Group(group), .. }) => gathering.elements(group.elements.iter()),
                Piece::Element(element) => gathering.element(element),
            }
        }
        gathering.found
    }
}

struct Gathering<'d, 'p> {
    document: &'d Document,
    path: &'p [DataFieldId],
    title: Option<&'d str>,
    hollow: Vec<(DataFieldId, String)>,
    found: Contents<'d>,
}

impl<'d> Gathering<'d, '_> {
    fn page(&mut self, page: &'d Page) {
        if page.kind != PageKind::Questions {
            return self.found.unsaid.push((Matter::Arrangement, page.title.clone()));
        }
        if let Some(field) = self.object_of(&page.elements, &page.title) {
            return self.field(field, Piece::Page(page), &page.title);
        }
        self.elements(page.elements.iter());
        if let (Some(_), Some(Item::Field(_, shown))) = (only_group(page), self.found.items.last_mut()) {
            shown.page_title = Some(&page.title);
        }
    }

    fn elements(&mut self, elements: impl Iterator<Item = &'d FormElement>) {
        elements.for_each(|element| self.element(element));
    }

    fn element(&mut self, element: &'d FormElement) {
        match &element.kind {
            ElementKind::StaticText(text) => self.found.items.push(Item::Text(element, text)),
            ElementKind::Heading(text) | ElementKind::Hint { text, .. } => self.found.unsaid.push((Matter::Look, text.clone())),
            ElementKind::Field(field) => self.data(&field.data, element),
            ElementKind::Group(group) => match &group.repeat {
                Some(repeat) => self.data(&repeat.list, element),
                None => self.group(group, element),
            },
        }
    }

    /// A group that is not repeated: of one object, or an arrangement that the format does not know.
    fn group(&mut self, group: &'d FieldGroup, element: &'d FormElement) {
        if let Some(field) = self.object_of(&group.elements, &group.title) {
            return self.field(field, Piece::Element(element), &group.title);
        }
        if self.title != Some(&group.title) {
            self.found.unsaid.push((Matter::Arrangement, group.title.clone()));
        }
        self.elements(group.elements.iter());
    }

    /// An element that shows data, if they are of this object.
    fn data(&mut self, data: &DataPath, element: &'d FormElement) {
        let own = data.0.strip_prefix(self.path).and_then(|rest| rest.first());
        let name = data.last().and_then(|last| self.document.fields.get(last)).map_or("", |field| &field.name);
        match own {
            Some(field) => self.field(*field, Piece::Element(element), name),
            None => self.found.unsaid.push((Matter::Arrangement, name.to_owned())),
        }
    }

    fn field(&mut self, field: DataFieldId, piece: Piece<'d>, name: &str) {
        let known = self.found.items.iter_mut().find_map(|item| match item {
            Item::Field(known, shown) if *known == field => Some(shown),
            _ => None,
        });
        match known {
            // Apart from the first in the form, together in the data.
            Some(shown) => {
                shown.pieces.push(piece);
                self.found.unsaid.push((Matter::Arrangement, name.to_owned()));
            }
            None => self.found.items.push(Item::Field(field, Shown { pieces: vec![piece], page_title: None })),
        }
    }

    /// The field whose object holds all that these elements show, if it is one.
    fn object_of(&mut self, elements: &[FormElement], title: &str) -> Option<DataFieldId> {
        let paths = paths(elements);
        let Some(first) = paths.first() else {
            let known = self.hollow.iter().position(|(_, own)| own == title)?;
            return Some(self.hollow.remove(known).0);
        };
        let field = *first.0.get(self.path.len())?;
        let is_inside =
            |path: &&DataPath| path.0.strip_prefix(self.path).is_some_and(|rest| rest.len() > 1 && rest.first() == Some(&field));
        paths.iter().all(is_inside).then_some(field)
    }
}

/// The group that is all there is on a page.
fn only_group(page: &Page) -> Option<&FormElement> {
    let [only] = page.elements.as_slice() else { return None };
    matches!(only.kind, ElementKind::Group(_)).then_some(only)
}

/// The data of all fields and lists among these elements.
fn paths(elements: &[FormElement]) -> Vec<&DataPath> {
    let mut found = Vec::new();
    for element in elements {
        match &element.kind {
            ElementKind::Field(field) => found.push(&field.data),
            ElementKind::Group(group) => match &group.repeat {
                Some(repeat) => found.push(&repeat.list),
                None => found.extend(paths(&group.elements)),
            },
            _ => {}
        }
    }
    found
}
