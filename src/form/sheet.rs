//! What was typed into a form, or into one entry of a repeatable group.

use super::place::Place;
use super::plan::{ElementPlan, KindPlan};
use crate::expr::{Context, List, Value};
use crate::model::FormElementId;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Typed texts and entries, with the data that were there before.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// The data that were there before: the case, or the entry of its list.
    pub held: Context,
    /// Texts of the fields that somebody typed in.
    pub typed: BTreeMap<FormElementId, Vec<String>>,
    /// Entries of the repeatable groups.
    pub groups: BTreeMap<FormElementId, Vec<Sheet>>,
}

impl Sheet {
    /// A sheet with nothing typed in over these data.
    pub fn over(held: Context) -> Self {
        Self { held, ..Self::default() }
    }

    /// Makes the entries of all repeatable groups that have none yet: those of the case, and more up to the least number.
    pub fn open_groups(&mut self, elements: &[ElementPlan]) {
        for element in elements {
            match &element.kind {
                KindPlan::Group { elements, .. } => self.open_groups(elements),
                KindPlan::Repeat(repeat) => {
                    let held = &self.held;
                    let entries = self.groups.entry(element.id).or_insert_with(|| entries_of(&at(held, &repeat.keys)));
                    while entries.len() < repeat.least as usize {
                        entries.push(Self::default());
                    }
                    for entry in entries {
                        entry.open_groups(&repeat.elements);
                    }
                }
                _ => {}
            }
        }
    }
}

/// Entries over the contexts of a list.
pub fn entries_of(list: &Value) -> Vec<Sheet> {
    let items = list.as_list().map_or(&[][..], List::items);
    items.iter().map(|item| Sheet::over(item.as_context().cloned().unwrap_or_default())).collect()
}

/// The value that lies there; null where there is none.
pub fn at(held: &Context, keys: &[Arc<str>]) -> Value {
    let Some((last, outer)) = keys.split_last() else { return Value::Null };
    let mut context = held;
    for key in outer {
        match context.get(key) {
            Some(Value::Context(inner)) => context = inner,
            _ => return Value::Null,
        }
    }
    context.get(last).cloned().unwrap_or_default()
}

impl Sheet {
    /// The sheet of the entries round a place.
    pub fn around(&mut self, groups: &[FormElementId], place: &Place) -> Option<&mut Self> {
        groups.iter().zip(&place.entries).try_fold(self, |sheet, (group, index)| sheet.groups.get_mut(group)?.get_mut(*index))
    }
}
