//! Forms: pages of groups, fields and texts in a grid of twelve columns.

use super::{DataFieldId, FormElementId, FormId, FormRule, SourceId};

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
    /// Form whose pages stand before its own, to read only: a caseworker's form over the applicant's. They are looked
    /// up, never copied, and so always in step.
    pub shows: Option<FormId>,
    /// Its pages in order; at least one.
    pub pages: Vec<Page>,
    /// Rules across its fields, in order.
    pub rules: Vec<FormRule>,
    /// File from which it was imported.
    pub source: Option<SourceId>,
}

/// A page of a form.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// Identity.
    pub id: FormElementId,
    /// Title at its top.
    pub title: String,
    /// What it is for.
    pub kind: PageKind,
    /// FEEL condition under which it is shown; empty: always.
    pub visible_when: String,
    /// What stands on it, in reading order.
    pub elements: Vec<FormElement>,
}

/// What a page is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum PageKind {
    /// Its elements are to be filled in.
    #[default]
    Questions,
    /// Everything that was filled in on the pages before it, to read and go back to; its own elements stand below.
    Summary,
}

/// Something on a page.
#[derive(Clone, Debug, PartialEq)]
pub struct FormElement {
    /// Identity.
    pub id: FormElementId,
    /// Width in columns of the grid, 1 to 12.
    pub width: u8,
    /// Width on screens of medium breadth, if not as the studio has it by itself.
    pub width_medium: Option<u8>,
    /// Width on narrow screens, if not the whole.
    pub width_narrow: Option<u8>,
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
    /// What the applicant's account offers for it, which goes before the expression.
    pub account: Option<AccountAttribute>,
    /// How a choice is offered.
    pub choice_style: ChoiceStyle,
    /// What is asked of the parts of a composite kind; for parts that are not named, the usual.
    pub parts: Vec<PartDemand>,
    /// Own rules, each with its message.
    pub rules: Vec<FieldRule>,
}

/// How a choice is offered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChoiceStyle {
    /// By the number of codes: buttons, a list to open, a search.
    #[default]
    Automatic,
    /// A list to open.
    List,
    /// All codes one below the other.
    Radio,
    /// A text to search by.
    Search,
}

/// What is asked of one part of a composite field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartDemand {
    /// The part, as in [`FieldKind::parts`](super::FieldKind::parts).
    pub part: String,
    /// What is asked.
    pub demand: Demand,
}

/// Whether something is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Demand {
    /// It may stay empty.
    Optional,
    /// It must be filled in once anything of the whole is, or the whole is required.
    Required,
    /// It is not asked for.
    Absent,
}

/// What an applicant's account (Nutzerkonto: `BundID`, Mein Unternehmenskonto) hands over after signing in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AccountAttribute {
    /// Form of address.
    Salutation,
    /// Academic title.
    Title,
    /// Given names.
    GivenNames,
    /// Family name.
    FamilyName,
    /// Name at birth.
    BirthName,
    /// Date of birth.
    DateOfBirth,
    /// Place of birth.
    PlaceOfBirth,
    /// Nationality.
    Nationality,
    /// The person as a whole: address, names, date of birth.
    Person,
    /// The postal address as a whole.
    Address,
    /// E-mail address.
    Email,
    /// Telephone number.
    Phone,
    /// Name of the company.
    CompanyName,
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
    /// Help below the title.
    pub help: String,
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
    /// How the entries stand.
    pub layout: RepeatLayout,
}

/// How the entries of a repeatable group stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum RepeatLayout {
    /// One below the other, each with all its fields.
    #[default]
    Cards,
    /// An entry a row, a field a column.
    Table,
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

impl Page {
    /// An empty page.
    pub fn new(id: FormElementId, title: &str) -> Self {
        let title = title.to_owned();
        Self { id, title, kind: PageKind::Questions, visible_when: String::new(), elements: Vec::new() }
    }
}

impl FormElement {
    /// An element over the whole width that is always shown.
    pub fn new(id: FormElementId, kind: ElementKind) -> Self {
        Self { id, width: 12, width_medium: None, width_narrow: None, visible_when: String::new(), kind }
    }

    /// All widths that are given.
    pub fn widths(&self) -> impl Iterator<Item = u8> {
        [Some(self.width), self.width_medium, self.width_narrow].into_iter().flatten()
    }
}

impl FormField {
    /// A field that may stay empty and shows what the data field says.
    pub fn of(data: DataPath) -> Self {
        Self {
            data,
            label: String::new(),
            help: String::new(),
            is_required: false,
            required_when: String::new(),
            is_read_only: false,
            prefill: String::new(),
            account: None,
            choice_style: ChoiceStyle::Automatic,
            parts: Vec::new(),
            rules: Vec::new(),
        }
    }

    /// What is asked of a part of a composite kind; `None`: the usual.
    pub fn demand(&self, part: &str) -> Option<Demand> {
        self.parts.iter().find(|own| own.part == part).map(|own| own.demand)
    }
}

impl FieldGroup {
    /// A group that is filled in once.
    pub fn new(title: &str, elements: Vec<FormElement>) -> Self {
        Self { title: title.to_owned(), help: String::new(), repeat: None, elements }
    }
}

impl Form {
    /// A form of these pages.
    pub fn new(id: FormId, key: &str, name: &str, pages: Vec<Page>) -> Self {
        let (key, name) = (key.to_owned(), name.to_owned());
        Self { id, key, name, description: String::new(), shows: None, pages, rules: Vec::new(), source: None }
    }

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
