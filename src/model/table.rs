//! A map from identity to element whose copy costs one reference count: what makes snapshots cheap.

use std::collections::BTreeMap;
use std::sync::Arc;

/// An ordered map of shared elements. Cloning shares everything; writing copies only the map of
/// pointers and the one element that changes.
#[derive(Debug)]
pub struct Table<K, V> {
    rows: Arc<BTreeMap<K, Arc<V>>>,
}

/// Rows that share their memory are equal without a look inside: snapshots compare quickly.
impl<K: PartialEq, V: PartialEq> PartialEq for Table<K, V> {
    fn eq(&self, other: &Self) -> bool {
        let is_equal = |(a, b): (&Arc<V>, &Arc<V>)| Arc::ptr_eq(a, b) || a == b;
        Arc::ptr_eq(&self.rows, &other.rows)
            || self.rows.len() == other.rows.len()
                && self.rows.keys().eq(other.rows.keys())
                && self.rows.values().zip(other.rows.values()).all(is_equal)
    }
}

impl<K, V> Clone for Table<K, V> {
    fn clone(&self) -> Self {
        Self { rows: Arc::clone(&self.rows) }
    }
}

impl<K, V> Default for Table<K, V> {
    fn default() -> Self {
        Self { rows: Arc::new(BTreeMap::new()) }
    }
}

impl<K: Ord + Copy, V: Clone> Table<K, V> {
    /// The element of that identity.
    pub fn get(&self, key: K) -> Option<&V> {
        self.rows.get(&key).map(Arc::as_ref)
    }

    /// The shared pointer to the element, for keeping it beyond the borrow.
    pub fn shared(&self, key: K) -> Option<&Arc<V>> {
        self.rows.get(&key)
    }

    /// The element for writing; copied first if somebody else holds it.
    pub fn get_mut(&mut self, key: K) -> Option<&mut V> {
        if !self.rows.contains_key(&key) {
            return None;
        }
        Arc::make_mut(&mut self.rows).get_mut(&key).map(Arc::make_mut)
    }

    /// Puts the element in, in place of one of the same identity.
    pub fn insert(&mut self, key: K, value: V) {
        Arc::make_mut(&mut self.rows).insert(key, Arc::new(value));
    }

    /// Takes the element out.
    pub fn remove(&mut self, key: K) -> Option<Arc<V>> {
        if !self.rows.contains_key(&key) {
            return None;
        }
        Arc::make_mut(&mut self.rows).remove(&key)
    }

    /// Whether an element of that identity is there.
    pub fn contains(&self, key: K) -> bool {
        self.rows.contains_key(&key)
    }

    /// All elements in the order of their identities, which is the order of their creation.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (K, &V)> + Clone {
        self.rows.iter().map(|(key, value)| (*key, value.as_ref()))
    }

    /// All identities in order.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = K> + Clone {
        self.rows.keys().copied()
    }

    /// All elements in order.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &V> + Clone {
        self.rows.values().map(Arc::as_ref)
    }

    /// How many elements there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Elements that are new or may differ since then, in order; those that share their memory with the one before are passed over.
    pub fn changed_since<'a>(&'a self, before: &'a Self) -> impl Iterator<Item = (K, &'a V)> {
        let is_same = self.same_as(before);
        let mut old = before.rows.iter().peekable();
        self.rows.iter().filter(move |_| !is_same).filter_map(move |(key, value)| {
            while old.next_if(|(other, _)| *other < key).is_some() {}
            let is_shared = old.next_if(|(other, _)| *other == key).is_some_and(|(_, other)| Arc::ptr_eq(value, other));
            (!is_shared).then_some((*key, value.as_ref()))
        })
    }

    /// Identities that were there then and are not any more, in order.
    pub fn removed_since(&self, before: &Self) -> impl Iterator<Item = K> {
        let is_same = self.same_as(before);
        let mut now = self.rows.keys().peekable();
        before.rows.keys().copied().filter(move |_| !is_same).filter(move |key| {
            while now.next_if(|other| *other < key).is_some() {}
            now.next_if_eq(&key).is_none()
        })
    }

    /// Whether both share the very same map, so that nothing can differ. Cheap; for caches.
    pub fn same_as(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.rows, &other.rows)
    }
}

impl<K: Ord + Copy, V: Clone> FromIterator<(K, V)> for Table<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(rows: I) -> Self {
        Self { rows: Arc::new(rows.into_iter().map(|(key, value)| (key, Arc::new(value))).collect()) }
    }
}

#[cfg(test)]
mod tests {
    use super::Table;

    fn changed(before: &Table<u32, &str>, after: &Table<u32, &str>) -> Vec<u32> {
        after.changed_since(before).map(|(key, _)| key).collect()
    }

    #[test]
    fn only_what_is_new_or_was_written_has_changed() {
        let before: Table<u32, &str> = [(1, "a"), (2, "b"), (4, "d"), (5, "e")].into_iter().collect();
        let mut after = before.clone();
        assert!(changed(&before, &after).is_empty());
        after.insert(0, "new at the front");
        after.insert(3, "new between");
        after.insert(9, "new at the end");
        after.remove(2);
        *after.get_mut(4).unwrap() = "other";
        assert_eq!(changed(&before, &after), [0, 3, 4, 9]);
        assert_eq!(changed(&after, &before), [2, 4]);
        assert_eq!(after.removed_since(&before).collect::<Vec<_>>(), [2]);
        assert_eq!(before.removed_since(&after).collect::<Vec<_>>(), [0, 3, 9]);
        assert_eq!(changed(&Table::default(), &before), [1, 2, 4, 5]);
    }
}
