//! Where something new goes among what is there, and what stands in order already.

use super::Manners;
use crate::exchange::xml::{Draft, Edits, Element};
use std::cell::OnceCell;

/// The elements in an element of the file, and where something new goes among them.
pub(super) struct Row<'m, 'd, 't> {
    place: &'d Element<'t>,
    elements: Vec<&'d Element<'t>>,
    ranks: OnceCell<Vec<usize>>,
    around: &'m str,
    manners: &'m Manners<'m>,
    /// The number of the last one that was passed.
    pub last: Option<usize>,
    /// What was put where nothing was.
    only: Vec<Draft>,
}

impl<'m, 'd, 't> Row<'m, 'd, 't> {
    pub fn new(place: &'d Element<'t>, around: &'m str, manners: &'m Manners<'m>) -> Self {
        Self { place, elements: place.elements().collect(), ranks: OnceCell::new(), around, manners, last: None, only: Vec::new() }
    }

    /// The number of an element that stands directly in the place.
    pub fn index(&self, element: &Element<'t>) -> Option<usize> {
        self.elements.binary_search_by_key(&element.place.start, |it| it.place.start).ok()
    }

    /// Puts a draft behind the last that was passed, or before the next, as far as the ranks allow.
    pub fn put(&mut self, edits: &mut Edits<'t>, name: &str, draft: &Draft, next: Option<&Element<'t>>) {
        let rank = |name: &str| (self.manners.rank)(self.around, name);
        let own = rank(name);
        let ranks = self.ranks.get_or_init(|| self.elements.iter().map(|it| rank(it.name.local)).collect());
        let first = ranks.iter().rposition(|rank| *rank < own).map_or(0, |at| at + 1);
        let last = ranks.iter().position(|rank| *rank > own).unwrap_or(ranks.len()).max(first);
        let wanted = self.last.map(|at| at + 1).or_else(|| self.index(next?));
        let at = wanted.unwrap_or(last).clamp(first, last);
        match (at.checked_sub(1).and_then(|at| self.elements.get(at)), self.elements.first()) {
            (Some(behind), _) => edits.insert_after(behind, draft),
            (None, Some(first)) => edits.insert_before(first, draft),
            (None, None) => self.only.push(draft.clone()),
        }
    }

    /// Writes what was put where nothing was.
    pub fn finish(self, edits: &mut Edits<'t>) {
        if !self.only.is_empty() {
            edits.fill(self.place, &self.only);
        }
    }
}

/// Of paired elements a longest row whose partners stand in the same order: they stay, the others move.
pub(super) fn in_order(pairs: &[Option<usize>]) -> Vec<bool> {
    let mut stays: Vec<bool> = pairs.iter().map(Option::is_some).collect();
    if pairs.iter().flatten().is_sorted() {
        return stays;
    }
    // Patience sorting: `tops` holds for each length the row of that length that ends lowest.
    let mut tops: Vec<usize> = Vec::new();
    let mut behind: Vec<Option<usize>> = vec![None; pairs.len()];
    let pair = |index: usize| pairs.get(index).copied().flatten();
    for (index, number) in pairs.iter().enumerate().filter(|(_, number)| number.is_some()) {
        let length = tops.partition_point(|top| pair(*top) < *number);
        if let Some(slot) = behind.get_mut(index) {
            *slot = length.checked_sub(1).and_then(|at| tops.get(at).copied());
        }
        match tops.get_mut(length) {
            Some(top) => *top = index,
            None => tops.push(index),
        }
    }
    stays.fill(false);
    let mut next = tops.last().copied();
    while let Some(index) = next {
        if let Some(stay) = stays.get_mut(index) {
            *stay = true;
        }
        next = behind.get(index).copied().flatten();
    }
    stays
}
