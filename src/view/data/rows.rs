//! The rows of the tree: each object with its fields, nested ones in each place where they stand.

use super::DataState;
use super::filter::wanted;
use crate::model::{DEEPEST, DataField, DataFieldId, Document, ObjectType, ObjectTypeId, Subject, Table};
use crate::scope::Usages;
use crate::view::ViewContext;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Where a row stands: a case object, and from there the way inwards.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Key {
    /// The case object.
    pub root: ObjectTypeId,
    /// Fields from there inwards; empty: the object itself.
    pub way: Vec<DataFieldId>,
}

impl Key {
    /// What the row shows.
    pub fn subject(&self) -> Subject {
        self.way.last().map_or(Subject::ObjectType(self.root), |field| Subject::DataField(*field))
    }

    /// The rows in which it stands, from the outside in.
    pub fn holders(&self) -> impl Iterator<Item = Self> + '_ {
        (0..self.way.len()).filter_map(|length| Some(Self { root: self.root, way: self.way.get(..length)?.to_vec() }))
    }

    /// The row in which it stands.
    pub fn holder(&self) -> Option<Self> {
        let (_, way) = self.way.split_last()?;
        Some(Self { root: self.root, way: way.to_vec() })
    }
}

/// A row of the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    /// Where it stands.
    pub key: Key,
    /// The object type among whose fields it stands; for a case object itself.
    pub object: ObjectTypeId,
    /// Its place among the fields of that object.
    pub index: usize,
    /// The object type whose fields stand under it.
    pub inner: Option<ObjectTypeId>,
    /// Whether they are shown.
    pub is_open: bool,
    /// Whether its object type is a building block that several fields use.
    pub is_shared: bool,
}

impl Row {
    /// How far it stands further in.
    pub fn depth(&self) -> usize {
        self.key.way.len()
    }
}

/// All rows that are unfolded and fit search and filter.
#[derive(Debug, Default)]
pub(super) struct Rows {
    /// In the order of the tree.
    pub all: Vec<Row>,
    /// How many fields fit search and filter.
    pub hits: usize,
}

impl Rows {
    /// The number of the row at this place.
    pub fn place(&self, key: &Key) -> Option<usize> {
        self.all.iter().position(|row| row.key == *key)
    }

    /// The first row that shows this.
    pub fn find(&self, subject: Subject) -> Option<&Row> {
        self.all.iter().find(|row| row.key.subject() == subject)
    }
}

/// Of what the rows were listed; as long as nothing of it changes, they stay.
pub(super) struct Source {
    objects: Table<ObjectTypeId, ObjectType>,
    fields: Table<DataFieldId, DataField>,
    usages: Arc<Usages>,
    query: String,
    filter: super::Filter,
    folds: BTreeMap<Key, bool>,
}

impl Source {
    fn is_current(&self, document: &Document, usages: &Arc<Usages>, state: &DataState) -> bool {
        self.objects.same_as(&document.objects)
            && self.fields.same_as(&document.fields)
            && Arc::ptr_eq(&self.usages, usages)
            && (&self.query, self.filter, &self.folds) == (&state.query, state.filter, &state.folds)
    }
}

impl DataState {
    /// The rows of the document as it is shown; kept from frame to frame.
    pub(super) fn rows(&mut self, context: &ViewContext<'_>, usages: &Arc<Usages>) -> Arc<Rows> {
        let document = context.document;
        if let Some((_, rows)) = self.listed.as_ref().filter(|(source, _)| source.is_current(document, usages, self)) {
            return Arc::clone(rows);
        }
        let wanted = wanted(document, usages, self.filter, &self.query);
        let rows = Arc::new(list(document, &self.folds, wanted.as_ref()));
        let source = Source {
            objects: document.objects.clone(),
            fields: document.fields.clone(),
            usages: Arc::clone(usages),
            query: self.query.clone(),
            filter: self.filter,
            folds: self.folds.clone(),
        };
        self.listed = Some((source, Arc::clone(&rows)));
        rows
    }
}

/// Lists the tree; with `wanted` only those fields and what holds them, all unfolded.
pub(super) fn list(document: &Document, folds: &BTreeMap<Key, bool>, wanted: Option<&BTreeSet<DataFieldId>>) -> Rows {
    let mut users: BTreeMap<ObjectTypeId, usize> = BTreeMap::new();
    document.fields.values().filter_map(|field| field.kind.object()).for_each(|object| *users.entry(object).or_default() += 1);
    let holding = wanted.map(|wanted| holding(document, wanted));
    let mut lister = Lister { document, folds, wanted, holding, users, seen: BTreeSet::new(), rows: Vec::new() };
    for object in document.case_objects() {
        lister.root(object);
    }
    Rows { all: lister.rows, hits: wanted.map_or(document.fields.len(), BTreeSet::len) }
}

/// The object types in which, at any depth, a wanted field lies.
fn holding(document: &Document, wanted: &BTreeSet<DataFieldId>) -> BTreeSet<ObjectTypeId> {
    let mut users: BTreeMap<ObjectTypeId, Vec<ObjectTypeId>> = BTreeMap::new();
    for field in document.fields.values() {
        if let Some(inner) = field.kind.object() {
            users.entry(inner).or_default().push(field.object);
        }
    }
    let mut open: Vec<ObjectTypeId> = wanted.iter().filter_map(|field| document.fields.get(*field)).map(|field| field.object).collect();
    let mut found = BTreeSet::new();
    while let Some(object) = open.pop() {
        if found.insert(object) {
            open.extend(users.get(&object).into_iter().flatten());
        }
    }
    found
}

struct Lister<'a> {
    document: &'a Document,
    folds: &'a BTreeMap<Key, bool>,
    wanted: Option<&'a BTreeSet<DataFieldId>>,
    holding: Option<BTreeSet<ObjectTypeId>>,
    users: BTreeMap<ObjectTypeId, usize>,
    /// Object types that were unfolded in an earlier place: in later ones they are folded unless somebody unfolds them.
    seen: BTreeSet<ObjectTypeId>,
    rows: Vec<Row>,
}

impl Lister<'_> {
    fn holds(&self, object: ObjectTypeId) -> bool {
        self.holding.as_ref().is_none_or(|holding| holding.contains(&object))
    }

    fn root(&mut self, object: &ObjectType) {
        if self.holds(object.id) {
            let key = Key { root: object.id, way: Vec::new() };
            self.row(Row { key, object: object.id, index: 0, inner: Some(object.id), is_open: false, is_shared: false });
        }
    }

    fn row(&mut self, mut row: Row) {
        let is_first = row.inner.is_some_and(|inner| self.seen.insert(inner));
        let is_deepest = row.depth() >= DEEPEST;
        let is_open = self.folds.get(&row.key).copied().unwrap_or(is_first) || self.holding.is_some();
        row.is_open = is_open && !is_deepest;
        let inner = row.inner.filter(|_| row.is_open).and_then(|inner| self.document.objects.get(inner));
        let key = row.key.clone();
        self.rows.push(row);
        if let Some(inner) = inner {
            self.fields(inner, &key);
        }
    }

    fn fields(&mut self, object: &ObjectType, holder: &Key) {
        for (index, field) in object.fields.iter().enumerate() {
            let Some(inner) = self.document.fields.get(*field).map(|field| field.kind.object()) else { continue };
            let is_wanted = self.wanted.is_none_or(|wanted| wanted.contains(field));
            if !is_wanted && !inner.is_some_and(|inner| self.holds(inner)) {
                continue;
            }
            let mut key = holder.clone();
            key.way.push(*field);
            let is_shared = inner.and_then(|inner| self.users.get(&inner)).is_some_and(|users| *users > 1);
            self.row(Row { key, object: object.id, index, inner, is_open: false, is_shared });
        }
    }
}

/// Where something stands in the tree, also if it is folded away: the first place.
pub(super) fn way_to(document: &Document, subject: Subject) -> Option<Key> {
    let (mut object, mut way) = match subject {
        Subject::ObjectType(object) => (object, Vec::new()),
        Subject::DataField(field) => (document.fields.get(field)?.object, vec![field]),
        _ => return None,
    };
    for _ in 0..DEEPEST {
        let Some(holder) = document.fields.values().find(|field| field.kind.object() == Some(object)) else {
            way.reverse();
            return Some(Key { root: object, way });
        };
        way.push(holder.id);
        object = holder.object;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{Key, list, way_to};
    use crate::model::{DataField, DataFieldId, Document, FieldKind, ObjectType, ObjectTypeId, Subject};
    use std::collections::{BTreeMap, BTreeSet};

    /// `antrag` with `a: Object(person)`, `b: Object(person)`; `person` with `name` and `ort: Object(ort)`; `ort` with `plz`.
    fn document() -> Document {
        let mut document = Document::empty("p", "P");
        let [antrag, person, ort]: [ObjectTypeId; 3] = ["antrag", "person", "ort"].map(|key| {
            let id = document.new_id();
            document.objects.insert(id, ObjectType::new(id, key, key));
            id
        });
        for (object, key, kind) in [
            (antrag, "a", FieldKind::Object(person)),
            (antrag, "b", FieldKind::Object(person)),
            (person, "name", FieldKind::Text),
            (person, "ort", FieldKind::Object(ort)),
            (ort, "plz", FieldKind::Text),
        ] {
            let id: DataFieldId = document.new_id();
            document.fields.insert(id, DataField::new(id, object, key, key, kind));
            document.objects.get_mut(object).unwrap().fields.push(id);
        }
        document
    }

    fn field(document: &Document, path: &str) -> DataFieldId {
        document.find_path(path).unwrap().last().unwrap()
    }

    fn shown(document: &Document, folds: &BTreeMap<Key, bool>, wanted: Option<&BTreeSet<DataFieldId>>) -> String {
        let rows = list(document, folds, wanted).all;
        let names = rows.iter().map(|row| {
            let star = if row.is_shared { "*" } else { "" };
            format!("{}{}{star}", "-".repeat(row.depth()), document.name_of(row.key.subject()).unwrap())
        });
        names.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn building_blocks_stand_in_each_place_and_are_unfolded_in_the_first() {
        let document = document();
        assert_eq!(shown(&document, &BTreeMap::new(), None), "antrag -a* --name --ort ---plz -b*");
        let root = document.case_objects().next().unwrap().id;
        let fold = |path: &str, is_open| (Key { root, way: document.find_path(path).unwrap().0 }, is_open);
        let folds = BTreeMap::from([fold("antrag.a", false), fold("antrag.b", true)]);
        assert_eq!(shown(&document, &folds, None), "antrag -a* -b* --name --ort ---plz", "the first that is shown");
    }

    #[test]
    fn what_is_wanted_stands_in_what_holds_it() {
        let document = document();
        let wanted = BTreeSet::from([field(&document, "antrag.a.ort.plz")]);
        assert_eq!(shown(&document, &BTreeMap::new(), Some(&wanted)), "antrag -a* --ort ---plz -b* --ort ---plz");
        assert_eq!(shown(&document, &BTreeMap::new(), Some(&BTreeSet::new())), "");
    }

    #[test]
    fn the_way_to_a_field_is_known_though_it_is_folded_away() {
        let document = document();
        let plz = field(&document, "antrag.a.ort.plz");
        let key = way_to(&document, Subject::DataField(plz)).unwrap();
        assert_eq!(key.way, document.find_path("antrag.a.ort.plz").unwrap().0);
        assert_eq!(key.holders().count(), 3);
    }
}
