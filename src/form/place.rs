//! Where something stands in a form that is being filled in.

use crate::model::FormElementId;

/// Identity of an element while a form is filled in: the element, and in which entries of the repeatable groups round it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The element.
    pub element: FormElementId,
    /// Index of the entry in each repeatable group round the element, outermost group first.
    pub entries: Vec<usize>,
}

impl Place {
    /// The place of an element that no repeatable group holds.
    pub const fn of(element: FormElementId) -> Self {
        Self { element, entries: Vec::new() }
    }

    /// The place of an element in these entries of the repeatable groups round it.
    pub const fn within(element: FormElementId, entries: Vec<usize>) -> Self {
        Self { element, entries }
    }
}
