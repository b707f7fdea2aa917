//! Data of the case with what is typed laid over them.

use super::state::{ElementState, EntryState, Inside, PageState};
use crate::expr::{Context, List, Value};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The case's data with the values of all visible elements laid over them. What is hidden leaves the data as they are.
pub fn data(pages: &[PageState], case: &Context) -> Context {
    let mut draft = Draft::over(case);
    for page in pages {
        lay(&page.elements, &mut draft);
    }
    draft.close()
}

/// The data of an entry, likewise.
pub fn entry_data(entry: &EntryState) -> Context {
    let mut draft = Draft::over(&entry.held);
    lay(&entry.elements, &mut draft);
    draft.close()
}

/// The entries of a repeatable group as a list of contexts.
pub fn list_data(entries: &[EntryState]) -> Value {
    let items = entries.iter().map(|entry| Value::from(entry_data(entry))).collect();
    Value::from(List::new(items).ok())
}

fn lay(elements: &[ElementState], draft: &mut Draft) {
    for element in elements.iter().filter(|element| element.is_visible) {
        match &element.inside {
            Inside::Field(field) => draft.put(&field.plan.keys, field.value.clone()),
            Inside::Group { elements, .. } => lay(elements, draft),
            Inside::Repeat(repeat) => draft.put(&repeat.plan.keys, list_data(&repeat.entries)),
            Inside::Heading(_) | Inside::Text(_) | Inside::Hint { .. } => {}
        }
    }
}

/// A context opened for writing, only as deep as is written.
struct Draft(BTreeMap<Arc<str>, Leaf>);

enum Leaf {
    Closed(Value),
    Open(Draft),
}

impl Draft {
    fn over(context: &Context) -> Self {
        Self(context.entries().iter().map(|(key, value)| (Arc::clone(key), Leaf::Closed(value.clone()))).collect())
    }

    /// Puts a value there, making the contexts on the way; null takes out what is there.
    fn put(&mut self, keys: &[Arc<str>], value: Value) {
        let Some((key, inner)) = keys.split_first() else { return };
        if inner.is_empty() {
            if value.is_null() {
                self.0.remove(key);
            } else {
                self.0.insert(Arc::clone(key), Leaf::Closed(value));
            }
            return;
        }
        let leaf = self.0.entry(Arc::clone(key)).or_insert_with(|| Leaf::Closed(Value::Null));
        if let Leaf::Closed(value) = leaf {
            *leaf = Leaf::Open(value.as_context().map_or_else(|| Self(BTreeMap::new()), Self::over));
        }
        if let Leaf::Open(draft) = leaf {
            draft.put(inner, value);
        }
    }

    /// The context; empty where it would be larger than values may be.
    fn close(self) -> Context {
        let close = |leaf| match leaf {
            Leaf::Closed(value) => value,
            Leaf::Open(draft) => Value::from(draft.close()),
        };
        Context::new(self.0.into_iter().map(|(key, leaf)| (key, close(leaf)))).unwrap_or_default()
    }
}
