//! Forms: pages of groups, fields and texts in a grid of twelve columns.

use super::{DataFieldId, FormElementId, FormId};

/// A form. One form may serve several steps.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    /// Identity.
    pub id: FormId,
    /// Technical name, unique among forms.
    pub key: String,
    /// Title that people read.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// Its pages in order; at least one.
    pub pages: Vec<Page>,
}

/// A page of a form.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// Identity.
    pub id: FormElementId,
    /// Title at its top.
    pub title: String,
    /// FEEL condition under which it is shown; empty: always.
    pub visible_when: String,
    /// What stands on it, in reading order.
    pub elements: Vec<FormElement>,
}

/// Something on a page.
#[derive(Clone, Debug, PartialEq)]
pub struct FormElement {
    /// Identity.
    pub id: FormElementId,
    /// Width in columns of the grid, 1 to 12.
    pub width: u8,
    /// FEEL condition under which it is shown; empty: always.
    pub visible_when: String,
    /// What it is.
    pub kind: ElementKind,
}

/// The kinds of form elements.
#[derive(Clone, Debug, PartialEq)]
pub enum ElementKind {
    /// A field to fill in.
    Field(FormField),
    /// Elements that belong together.
    Group(FieldGroup),
    /// A heading.
    Heading(String),
    /// Text to read.
    StaticText(String),
    /// A box that points something out.
    Hint {
        /// How urgent it is.
        kind: HintKind,
        /// What it says.
        text: String,
    },
}

/// How urgent a hint box is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum HintKind {
    /// Good to know.
    #[default]
    Information,
    /// Everything is fine.
    Success,
    /// To be careful about.
    Warning,
    /// Something goes wrong otherwise.
    Error,
}

/// A field of a form: shows one data field.
#[derive(Clone, Debug, PartialEq)]
pub struct FormField {
    /// The data field that it shows, from the case data inwards: a field of a case object, then, inside
    /// nested objects and lists, a field of theirs.
    pub data: DataPath,
    /// Label, if not the data field's name.
    pub label: String,
    /// Help below the field.
    pub help: String,
    /// Whether it must be filled in when shown.
    pub is_required: bool,
    /// FEEL condition under which it must be filled in besides; empty: never.
    pub required_when: String,
    /// Shown but not to be changed.
    pub is_read_only: bool,
    /// FEEL expression for the value to begin with; empty: none.
    pub prefill: String,
    /// Own rules, each with its message.
    pub rules: Vec<FieldRule>,
}

/// A rule of a form field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FieldRule {
    /// FEEL condition that must be true for a filled-in value.
    pub condition: String,
    /// What to say when it is not.
    pub message: String,
}

/// Elements that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldGroup {
    /// Title above it.
    pub title: String,
    /// If it can be filled in several times: the list of objects that its fields lie in, and how often.
    pub repeat: Option<Repeat>,
    /// What stands in it.
    pub elements: Vec<FormElement>,
}

/// How often a group can be filled in.
#[derive(Clone, Debug, PartialEq)]
pub struct Repeat {
    /// The data field of kind list; the paths of the fields inside begin with this path.
    pub list: DataPath,
    /// Least number of entries.
    pub least: u32,
    /// Greatest number of entries.
    pub most: Option<u32>,
}

/// A way through the data model, outermost field first. Never empty.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DataPath(pub Vec<DataFieldId>);

impl DataPath {
    /// The path to a field of a case object.
    pub fn field(field: DataFieldId) -> Self {
        Self(vec![field])
    }

    /// The data field at its end.
    pub fn last(&self) -> Option<DataFieldId> {
        self.0.last().copied()
    }
}

impl Form {
    /// All elements with their depth-first order: a group comes before what is in it.
    pub fn elements(&self) -> Vec<&FormElement> {
        let mut found = Vec::new();
        let mut open: Vec<&FormElement> = self.pages.iter().rev().flat_map(|page| page.elements.iter().rev()).collect();
        while let Some(element) = open.pop() {
            found.push(element);
            if let ElementKind::Group(group) = &element.kind {
                open.extend(group.elements.iter().rev());
            }
        }
        found
    }

    /// An element for writing, wherever it stands.
    pub fn element_mut(&mut self, id: FormElementId) -> Option<&mut FormElement> {
        fn search(elements: &mut [FormElement], id: FormElementId) -> Option<&mut FormElement> {
            elements.iter_mut().find_map(|element| {
                if element.id == id {
                    return Some(element);
                }
                let ElementKind::Group(group) = &mut element.kind else { return None };
                search(&mut group.elements, id)
            })
        }
        self.pages.iter_mut().find_map(|page| search(&mut page.elements, id))
    }

    /// All fields with the identity of their element, in reading order.
    pub fn fields(&self) -> impl Iterator<Item = (FormElementId, &FormField)> {
        self.elements().into_iter().filter_map(|element| match &element.kind {
            ElementKind::Field(field) => Some((element.id, field)),
            _ => None,
        })
    }
}
