//! Intervals between two values, open or closed at either end, possibly without an end.

use super::Value;
use super::compare::compare;
use std::cmp::Ordering;

/// An interval. A null end is no end: `< 5` runs from nowhere to 5.
#[derive(Clone, Debug)]
pub struct Range {
    /// Lower end; null for none.
    pub start: Value,
    /// Upper end; null for none.
    pub end: Value,
    /// Whether the lower end belongs to it.
    pub start_included: bool,
    /// Whether the upper end belongs to it.
    pub end_included: bool,
}

impl Range {
    /// Whether the value lies in it; `None` where value and ends cannot be compared.
    pub fn includes(&self, value: &Value) -> Option<bool> {
        if self.start.is_null() && self.end.is_null() {
            return None;
        }
        let above = self.start.is_null() || within(compare(&self.start, value)?, self.start_included);
        let below = self.end.is_null() || within(compare(value, &self.end)?, self.end_included);
        Some(above && below)
    }
}

fn within(order: Ordering, included: bool) -> bool {
    order == Ordering::Less || (included && order == Ordering::Equal)
}
