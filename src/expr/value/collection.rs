//! Lists and contexts. Both are shared when cloned, and refuse to grow beyond a bound.

use super::super::limits::{LARGEST_WEIGHT, VALUE_DEPTH};
use super::{Extent, Value};
use std::collections::BTreeSet;
use std::sync::Arc;

/// A list or context would nest deeper or hold more than [`limits`](super::super::limits) allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the value is too large: a list or context holds at most {LARGEST_WEIGHT} values, {VALUE_DEPTH} levels deep")]
pub struct TooLarge;

/// Values in order.
#[derive(Clone, Debug)]
pub struct List {
    inner: Arc<Items>,
}

#[derive(Debug)]
struct Items {
    values: Vec<Value>,
    extent: Extent,
}

impl List {
    /// A list of these values.
    ///
    /// # Errors
    /// [`TooLarge`], so that no walk over a value can run away.
    pub fn new(items: Vec<Value>) -> Result<Self, TooLarge> {
        let extent = bounded(Extent::around(&items))?;
        Ok(Self { inner: Arc::new(Items { values: items, extent }) })
    }

    /// The values.
    pub fn items(&self) -> &[Value] {
        &self.inner.values
    }

    /// Number of values.
    pub fn len(&self) -> usize {
        self.inner.values.len()
    }

    /// Whether there is no value.
    pub fn is_empty(&self) -> bool {
        self.inner.values.is_empty()
    }

    pub(super) fn extent(&self) -> Extent {
        self.inner.extent
    }
}

impl Default for List {
    fn default() -> Self {
        Self { inner: Arc::new(Items { values: Vec::new(), extent: Extent { depth: 1, weight: 1 } }) }
    }
}

fn bounded(extent: Extent) -> Result<Extent, TooLarge> {
    if extent.depth > VALUE_DEPTH || extent.weight > LARGEST_WEIGHT { Err(TooLarge) } else { Ok(extent) }
}

/// Named values in the order in which they were put in; each name once.
#[derive(Clone, Debug)]
pub struct Context {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    entries: Vec<(Arc<str>, Value)>,
    /// Places in `entries`, by name.
    by_name: Arc<[usize]>,
    extent: Extent,
}

impl Context {
    /// A context of these entries; of several with one name the last value counts, at the first's place.
    ///
    /// # Errors
    /// [`TooLarge`], so that no walk over a value can run away.
    pub fn new(entries: impl IntoIterator<Item = (Arc<str>, Value)>) -> Result<Self, TooLarge> {
        let mut kept: Vec<(Arc<str>, Value)> = entries.into_iter().collect();
        let mut by_name: Vec<usize> = (0..kept.len()).collect();
        let name_of = |place: &usize| kept.get(*place).map(|(name, _)| name);
        by_name.sort_by(|left, right| name_of(left).cmp(&name_of(right)));
        if by_name.windows(2).any(|pair| pair.first().and_then(name_of) == pair.last().and_then(name_of)) {
            kept = without_doubles(kept);
            return Self::new(kept);
        }
        let extent = bounded(Extent::around(kept.iter().map(|(_, value)| value)))?;
        Ok(Self { inner: Arc::new(Inner { entries: kept, by_name: by_name.into(), extent }) })
    }

    /// The value of a name.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.inner.entries.get(self.place(name)?).map(|(_, value)| value)
    }

    /// Where the entry of a name stands.
    fn place(&self, name: &str) -> Option<usize> {
        let name_at = |place: &usize| self.inner.entries.get(*place).map_or("", |(key, _)| key);
        let found = self.inner.by_name.binary_search_by(|place| name_at(place).cmp(name)).ok()?;
        self.inner.by_name.get(found).copied()
    }

    /// Names and values in order.
    pub fn entries(&self) -> &[(Arc<str>, Value)] {
        &self.inner.entries
    }

    /// The same with one entry added, or replaced at its place.
    ///
    /// # Errors
    /// [`TooLarge`].
    pub fn with(&self, name: &str, value: Value) -> Result<Self, TooLarge> {
        let Some(place) = self.place(name) else {
            return Self::new(self.entries().iter().cloned().chain([(Arc::from(name), value)]));
        };
        let mut entries = self.inner.entries.clone();
        if let Some((_, old)) = entries.get_mut(place) {
            *old = value;
        }
        let extent = bounded(Extent::around(entries.iter().map(|(_, value)| value)))?;
        Ok(Self { inner: Arc::new(Inner { entries, by_name: Arc::clone(&self.inner.by_name), extent }) })
    }

    /// Number of entries.
    pub fn len(&self) -> usize {
        self.inner.entries.len()
    }

    /// Whether there is no entry.
    pub fn is_empty(&self) -> bool {
        self.inner.entries.is_empty()
    }

    pub(super) fn extent(&self) -> Extent {
        self.inner.extent
    }
}

impl Default for Context {
    fn default() -> Self {
        let inner = Inner { entries: Vec::new(), by_name: Arc::default(), extent: Extent { depth: 1, weight: 1 } };
        Self { inner: Arc::new(inner) }
    }
}

fn without_doubles(entries: Vec<(Arc<str>, Value)>) -> Vec<(Arc<str>, Value)> {
    let mut last: std::collections::BTreeMap<Arc<str>, Value> = entries.iter().cloned().collect();
    let mut seen = BTreeSet::new();
    let first_places = entries.into_iter().filter(|(name, _)| seen.insert(Arc::clone(name)));
    first_places.map(|(name, _)| (Arc::clone(&name), last.remove(&name).unwrap_or_default())).collect()
}
