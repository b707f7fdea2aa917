//! A map from identity to element whose copy costs one reference count: what makes snapshots cheap.

use std::sync::Arc;

/// Most rows of a page. A change copies one page and the list of pages, a comparison of two tables looks into the pages that
/// they do not share: both are cheapest when a page has about as many rows as a large table has pages.
const MOST: usize = 64;

/// An ordered map of shared elements. Cloning shares everything; writing copies only the page of pointers and the one element
/// that changes.
#[derive(Debug)]
pub struct Table<K, V> {
    /// In order, each with its first key; none is empty.
    pages: Arc<Vec<(K, Page<K, V>)>>,
    len: usize,
}

/// Some rows, in order.
type Page<K, V> = Arc<Vec<Row<K, V>>>;
type Row<K, V> = (K, Arc<V>);

/// Rows that share their memory are equal without a look inside: snapshots compare quickly.
impl<K: Ord + Copy, V: Clone + PartialEq> PartialEq for Table<K, V> {
    fn eq(&self, other: &Self) -> bool {
        let is_equal = |((a_key, a), (b_key, b)): (&Row<K, V>, &Row<K, V>)| a_key == b_key && (Arc::ptr_eq(a, b) || a == b);
        self.same_as(other) || self.len == other.len && self.apart(other).zip(other.apart(self)).all(is_equal)
    }
}

impl<K, V> Clone for Table<K, V> {
    fn clone(&self) -> Self {
        Self { pages: Arc::clone(&self.pages), len: self.len }
    }
}

impl<K, V> Default for Table<K, V> {
    fn default() -> Self {
        Self { pages: Arc::default(), len: 0 }
    }
}

impl<K: Ord + Copy, V: Clone> Table<K, V> {
    /// The element of that identity.
    pub fn get(&self, key: K) -> Option<&V> {
        self.shared(key).map(Arc::as_ref)
    }

    /// The shared pointer to the element, for keeping it beyond the borrow.
    pub fn shared(&self, key: K) -> Option<&Arc<V>> {
        let (_, rows) = self.pages.get(self.page(key)?)?;
        rows.get(place(rows, key).ok()?).map(|(_, value)| value)
    }

    /// The element for writing; copied first if somebody else holds it.
    pub fn get_mut(&mut self, key: K) -> Option<&mut V> {
        let page = self.page(key)?;
        let at = place(&self.pages.get(page)?.1, key).ok()?;
        let (_, rows) = Arc::make_mut(&mut self.pages).get_mut(page)?;
        Arc::make_mut(rows).get_mut(at).map(|(_, value)| Arc::make_mut(value))
    }

    /// Puts the element in, in place of one of the same identity.
    pub fn insert(&mut self, key: K, value: V) {
        let row = (key, Arc::new(value));
        let page = self.page(key).unwrap_or(0);
        let pages = Arc::make_mut(&mut self.pages);
        let is_last = page + 1 >= pages.len();
        let Some((first, rows)) = pages.get_mut(page) else {
            pages.push((key, Arc::new(vec![row])));
            self.len = 1;
            return;
        };
        let rows = Arc::make_mut(rows);
        match place(rows, key) {
            Ok(at) => rows[at] = row,
            Err(at) => {
                rows.insert(at, row);
                self.len += 1;
                *first = key.min(*first);
                if rows.len() > MOST {
                    // What grows at its end fills its pages.
                    let rest = rows.split_off(if is_last && at == MOST { MOST } else { MOST / 2 });
                    pages.insert(page + 1, (rest[0].0, Arc::new(rest)));
                }
            }
        }
    }

    /// Takes the element out.
    pub fn remove(&mut self, key: K) -> Option<Arc<V>> {
        let page = self.page(key)?;
        let at = place(&self.pages.get(page)?.1, key).ok()?;
        let pages = Arc::make_mut(&mut self.pages);
        let (first, rows) = pages.get_mut(page)?;
        let (_, value) = Arc::make_mut(rows).remove(at);
        self.len -= 1;
        match rows.first() {
            Some((key, _)) => *first = *key,
            None => drop(pages.remove(page)),
        }
        Some(value)
    }

    /// Whether an element of that identity is there.
    pub fn contains(&self, key: K) -> bool {
        self.shared(key).is_some()
    }

    /// All elements in the order of their identities, which is the order of their creation.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (K, &V)> + Clone {
        self.rows().map(|(key, value)| (*key, value.as_ref()))
    }

    /// All identities in order.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = K> + Clone {
        self.rows().map(|(key, _)| *key)
    }

    /// All elements in order.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &V> + Clone {
        self.rows().map(|(_, value)| value.as_ref())
    }

    /// How many elements there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Elements that are new or may differ since then, in order; those that share their memory with the one before are passed over.
    pub fn changed_since<'a>(&'a self, before: &'a Self) -> impl Iterator<Item = (K, &'a V)> {
        let mut old = before.apart(self).peekable();
        self.apart(before).filter_map(move |(key, value)| {
            while old.next_if(|(other, _)| other < key).is_some() {}
            let is_shared = old.next_if(|(other, _)| other == key).is_some_and(|(_, other)| Arc::ptr_eq(value, other));
            (!is_shared).then_some((*key, value.as_ref()))
        })
    }

    /// Identities that were there then and are not any more, in order.
    pub fn removed_since<'a>(&'a self, before: &'a Self) -> impl Iterator<Item = K> + 'a {
        let mut now = self.apart(before).map(|(key, _)| *key).peekable();
        before.apart(self).map(|(key, _)| *key).filter(move |key| {
            while now.next_if(|other| other < key).is_some() {}
            now.next_if_eq(key).is_none()
        })
    }

    /// Whether both share the very same memory, so that nothing can differ. Cheap; for caches.
    pub fn same_as(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.pages, &other.pages)
    }

    /// The place of the page on which a key stands or would stand; `None` if it would stand before all.
    fn page(&self, key: K) -> Option<usize> {
        self.pages.partition_point(|(first, _)| *first <= key).checked_sub(1)
    }

    fn rows(&self) -> impl DoubleEndedIterator<Item = &Row<K, V>> + Clone {
        self.pages.iter().flat_map(|(_, rows)| rows.iter())
    }

    /// The rows of the pages that the two do not share.
    fn apart<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = &'a Row<K, V>> {
        let is_same = self.same_as(other);
        let mut theirs = other.pages.iter().peekable();
        let pages = self.pages.iter().filter(move |_| !is_same).filter(move |(first, rows)| {
            while theirs.next_if(|(other, _)| other < first).is_some() {}
            !theirs.peek().is_some_and(|(_, other)| Arc::ptr_eq(rows, other))
        });
        pages.flat_map(|(_, rows)| rows.iter())
    }
}

/// Where a key stands among rows, or would stand.
fn place<K: Ord, V>(rows: &[Row<K, V>], key: K) -> Result<usize, usize> {
    rows.binary_search_by(|(other, _)| other.cmp(&key))
}

impl<K: Ord + Copy, V: Clone> FromIterator<(K, V)> for Table<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(rows: I) -> Self {
        let mut table = Self::default();
        for (key, value) in rows {
            table.insert(key, value);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::{MOST, Table};
    use std::collections::BTreeMap;

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

    /// Numbers that look random, the same in each run.
    fn numbers() -> impl Iterator<Item = u32> {
        std::iter::successors(Some(1u32), |last| Some(last.wrapping_mul(1_664_525).wrapping_add(1_013_904_223))).map(|number| number >> 8)
    }

    #[test]
    fn many_rows_come_and_go_as_in_any_map() {
        let (mut table, mut map) = (Table::<u32, u32>::default(), BTreeMap::new());
        let mut numbers = numbers();
        let mut next = |below: u32| numbers.next().unwrap() % below;
        for round in 0..60 {
            let (old_table, old_map) = (table.clone(), map.clone());
            for _ in 0..=next(if round % 7 == 0 { 900 } else { 5 }) {
                let (key, value) = (next(1_200), next(3));
                match next(if round < 30 { 3 } else { 6 }) {
                    0 | 1 => {
                        table.insert(key, value);
                        map.insert(key, value);
                    }
                    2 => {
                        assert_eq!(table.get(key), map.get(&key));
                        table.get_mut(key).into_iter().chain(map.get_mut(&key)).for_each(|it| *it = value);
                    }
                    _ => assert_eq!(table.remove(key).as_deref().copied(), map.remove(&key)),
                }
            }
            assert!(table.iter().eq(map.iter().map(|(key, value)| (*key, value))), "round {round}");
            assert!(table.keys().rev().eq(map.keys().rev().copied()), "round {round}, backwards");
            assert_eq!((table.len(), table.is_empty()), (map.len(), map.is_empty()));
            assert!(old_table.iter().eq(old_map.iter().map(|(key, value)| (*key, value))), "the copy stays as it was, round {round}");
            let gone: Vec<u32> = old_map.keys().copied().filter(|key| !map.contains_key(key)).collect();
            assert_eq!(table.removed_since(&old_table).collect::<Vec<_>>(), gone, "round {round}");
            let differs: Vec<u32> = map.iter().filter(|(key, value)| old_map.get(key) != Some(value)).map(|(key, _)| *key).collect();
            let named: Vec<u32> = table.changed_since(&old_table).map(|(key, _)| key).collect();
            assert!(differs.iter().all(|key| named.contains(key)), "round {round}");
            assert_eq!(table == old_table, map == old_map, "round {round}");
            assert_eq!(table, map.clone().into_iter().collect(), "however its pages are cut, round {round}");
        }
    }

    #[test]
    fn a_change_copies_one_page() {
        let before: Table<u32, u32> = (0..10_000).map(|key| (key, key)).collect();
        assert_eq!(before.pages.len(), 10_000usize.div_ceil(MOST), "what grows at its end has full pages");
        let mut after = before.clone();
        *after.get_mut(5_000).unwrap() = 1;
        after.insert(5_001, 2);
        assert_eq!(after.apart(&before).count(), MOST);
        after.remove(5_002);
        assert_eq!(before.apart(&after).count(), MOST);
        assert_eq!(before.get(5_001), Some(&5_001));
    }
}
