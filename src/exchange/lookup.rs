//! What stands behind each id of a file: asked for very often, never gone through.

use foldhash::fast::RandomState;
use std::borrow::Borrow;
#[expect(clippy::disallowed_types, reason = "nothing here goes through it, so its order cannot be seen; it is several times as fast")]
use std::collections::HashMap;
use std::hash::Hash;

/// A map that gives and takes single values only.
#[derive(Clone, Debug)]
#[expect(clippy::disallowed_types, reason = "nothing here goes through it, so its order cannot be seen; it is several times as fast")]
pub(super) struct Lookup<K, V>(HashMap<K, V, RandomState>);

impl<K, V> Default for Lookup<K, V> {
    fn default() -> Self {
        Self(Default::default())
    }
}

impl<K: Eq + Hash, V> Lookup<K, V> {
    /// With room for so many: to grow takes as long as to fill.
    pub fn with_room(count: usize) -> Self {
        #[expect(clippy::disallowed_types, reason = "as above")]
        Self(HashMap::with_capacity_and_hasher(count, RandomState::default()))
    }

    /// What stands behind it, for writing.
    pub fn at(&mut self, key: K) -> &mut V
    where
        V: Default,
    {
        self.0.entry(key).or_default()
    }

    /// What stands behind it.
    pub fn get<Q: Eq + Hash + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        self.0.get(key)
    }

    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether something does.
    pub fn contains<Q: Eq + Hash + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.0.contains_key(key)
    }

    /// Puts it in, unless something stands there already; whether it was put in.
    pub fn put(&mut self, key: K, value: V) -> bool {
        let before = self.0.len();
        self.0.entry(key).or_insert(value);
        self.0.len() > before
    }
}

impl<K: Eq + Hash, V> FromIterator<(K, V)> for Lookup<K, V> {
    /// Of several with one key the first stays.
    fn from_iter<I: IntoIterator<Item = (K, V)>>(pairs: I) -> Self {
        let pairs = pairs.into_iter();
        let mut lookup = Self::with_room(pairs.size_hint().0);
        for (key, value) in pairs {
            lookup.put(key, value);
        }
        lookup
    }
}
