//! Provisional numbers for what is new: the standard demands one of every building block, and only the FIM editors assign it.

use super::super::super::xml::Element;
use crate::model::{DataFieldId, FormElementId, ObjectTypeId, SourceFormat};
use std::collections::{BTreeMap, BTreeSet};

/// What is new.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum New {
    Field(DataFieldId),
    Group(ObjectTypeId),
    Text(FormElementId),
}

/// The numbers given so far.
pub(super) struct Numbers {
    taken: BTreeSet<String>,
    given: BTreeMap<New, String>,
    format: SourceFormat,
}

impl Numbers {
    /// None given yet; those in the file are taken.
    pub fn new(root: &Element<'_>, format: SourceFormat) -> Self {
        let mut taken = BTreeSet::new();
        let mut open = vec![root];
        while let Some(element) = open.pop() {
            open.extend(element.elements());
            if element.name.local == "id" {
                taken.insert(element.text().trim().to_owned());
            }
        }
        Self { taken, given: BTreeMap::new(), format }
    }

    /// The number of something new, the same each time. Its range, the first digits, is the last that there can be: 99 with six digits
    /// behind it in 2.0, 99999 in 3.0.0.
    pub fn of(&mut self, new: New) -> String {
        if let Some(number) = self.given.get(&new) {
            return number.clone();
        }
        let kind = if matches!(new, New::Group(_)) { 'G' } else { 'F' };
        let range = if self.format == SourceFormat::Xdatenfelder2 { "99" } else { "99999" };
        let free = (1..=u32::MAX).map(|number| format!("{kind}{range}{number:06}")).find(|number| !self.taken.contains(number));
        let number = free.unwrap_or_default();
        self.taken.insert(number.clone());
        self.given.insert(new, number.clone());
        number
    }
}
