//! What a form shows at the moment: the tree that views draw and validation reads.

use super::duties::Duties;
use super::fault::{Fault, Finding};
use super::place::Place;
use super::plan::{FieldPlan, RepeatPlan};
use crate::expr::{Context, Value};
use crate::model::{FieldKind, FormElementId, HintKind, PageKind};
use std::sync::Arc;

/// A page.
#[derive(Clone, Debug)]
pub struct PageState {
    /// Which page.
    pub id: FormElementId,
    /// Its title.
    pub title: Arc<str>,
    /// What it is for.
    pub kind: PageKind,
    /// Whether it is a page of another form, to read only.
    pub is_read_only: bool,
    /// Whether it is shown.
    pub is_visible: bool,
    /// What stands on it.
    pub elements: Vec<ElementState>,
    /// What rules find wrong with the page as a whole.
    pub faults: Vec<Fault>,
    pub(super) duties: Arc<Duties>,
}

/// Something on a page.
#[derive(Clone, Debug)]
pub struct ElementState {
    /// Which element, in which entries.
    pub place: Place,
    /// Widths in columns, 1 to 12, on wide, medium and narrow screens.
    pub widths: [u8; 3],
    /// Whether it is shown; never so inside something hidden.
    pub is_visible: bool,
    /// What it is.
    pub inside: Inside,
    pub(super) duties: Arc<Duties>,
}

/// The kinds of things on a page.
#[derive(Clone, Debug)]
pub enum Inside {
    /// A field to fill in.
    Field(FieldState),
    /// Elements that belong together.
    Group {
        /// Title above them.
        title: Arc<str>,
        /// Help below the title.
        help: Arc<str>,
        /// The elements.
        elements: Vec<ElementState>,
        /// What rules find wrong with the group as a whole.
        faults: Vec<Fault>,
    },
    /// A group that is filled in several times.
    Repeat(RepeatState),
    /// A heading.
    Heading(Arc<str>),
    /// Text to read.
    Text(Arc<str>),
    /// A box that points something out.
    Hint {
        /// How urgent it is.
        kind: HintKind,
        /// What it says.
        text: Arc<str>,
    },
}

/// A field to fill in.
#[derive(Clone, Debug)]
pub struct FieldState {
    /// What is asked.
    pub plan: Arc<FieldPlan>,
    /// Whether it must be filled in at the moment.
    pub is_required: bool,
    /// What stands in its inputs: one text a part of a composite kind, else one.
    pub texts: Vec<String>,
    /// Whether somebody typed in it.
    pub is_typed: bool,
    /// What the texts mean; null where nothing is filled in or a text cannot be read.
    pub value: Value,
    /// What is wrong, with the part's index. Empty for hidden and read-only fields.
    pub faults: Vec<(usize, Fault)>,
    /// What is wrong with the texts themselves.
    pub(super) misread: Vec<(usize, Fault)>,
    /// What the case holds.
    pub(super) held: Value,
}

/// A group that is filled in several times.
#[derive(Clone, Debug)]
pub struct RepeatState {
    /// What is asked, and how often.
    pub plan: Arc<RepeatPlan>,
    /// The entries.
    pub entries: Vec<EntryState>,
    /// Too few or too many entries, and what rules find wrong with the group as a whole.
    pub faults: Vec<Fault>,
    /// What the case holds.
    pub(super) held: Value,
}

/// An entry of a repeatable group.
#[derive(Clone, Debug)]
pub struct EntryState {
    /// What stands in it.
    pub elements: Vec<ElementState>,
    /// What the case holds, parts that the form does not show included.
    pub(super) held: Context,
}

impl PageState {
    /// All faults of the page and of what is on it, in reading order; none while it is hidden.
    pub fn findings(&self) -> Vec<Finding> {
        let mut found = Vec::new();
        if self.is_visible {
            let finding = |fault: &Fault| Finding { place: Place::of(self.id), part: 0, fault: fault.clone() };
            found.extend(self.faults.iter().map(finding));
            self.elements.iter().for_each(|element| element.findings(&mut found));
        }
        found
    }
}

impl Inside {
    /// The texts in the inputs of a field.
    pub fn texts(&self) -> Option<&[String]> {
        if let Self::Field(field) = self { Some(&field.texts) } else { None }
    }
}

impl FieldState {
    /// Whether somebody filled it in, as rules ask: a box that is not ticked is not, and a text that cannot be read is.
    pub fn is_filled_in(&self) -> bool {
        let is_box = self.plan.kind == FieldKind::YesNo && !self.plan.is_question();
        let is_answered = if is_box { self.value.as_boolean() == Some(true) } else { self.value.is_filled() };
        is_answered || !self.misread.is_empty()
    }
}

impl RepeatState {
    /// Whether one more entry is allowed.
    pub fn can_add(&self) -> bool {
        !self.plan.is_read_only && self.plan.most.is_none_or(|most| self.entries.len() < most as usize)
    }

    /// Whether one entry less is allowed.
    pub fn can_remove(&self) -> bool {
        !self.plan.is_read_only && self.entries.len() > self.plan.least as usize
    }
}

impl ElementState {
    /// All faults of the element and of what is in it, in reading order.
    pub fn findings(&self, found: &mut Vec<Finding>) {
        if !self.is_visible {
            return;
        }
        let finding = |(part, fault): (usize, &Fault)| Finding { place: self.place.clone(), part, fault: fault.clone() };
        match &self.inside {
            Inside::Field(field) => found.extend(field.faults.iter().map(|(part, fault)| finding((*part, fault)))),
            Inside::Group { elements, faults, .. } => {
                found.extend(faults.iter().map(|fault| finding((0, fault))));
                elements.iter().for_each(|element| element.findings(found));
            }
            Inside::Repeat(repeat) => {
                found.extend(repeat.faults.iter().map(|fault| finding((0, fault))));
                repeat.entries.iter().flat_map(|entry| &entry.elements).for_each(|element| element.findings(found));
            }
            Inside::Heading(_) | Inside::Text(_) | Inside::Hint { .. } => {}
        }
    }

    /// The element of that place, here or inside.
    pub fn find(&self, place: &Place) -> Option<&Self> {
        if self.place == *place {
            return Some(self);
        }
        match &self.inside {
            Inside::Group { elements, .. } => elements.iter().find_map(|element| element.find(place)),
            Inside::Repeat(repeat) => {
                let entry = repeat.entries.get(*place.entries.get(self.place.entries.len())?)?;
                entry.elements.iter().find_map(|element| element.find(place))
            }
            _ => None,
        }
    }
}
