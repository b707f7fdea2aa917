//! What data a case has: the document's data model in flat arrays, for reading, writing and checking values by path.

use super::path::{Part, Path};
use crate::model::{CodeEntry, CodeListId, Document, FieldKind, ObjectTypeId};
use crate::scope::SETTINGS;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The shape of a case's data.
#[derive(Debug, Default)]
pub struct Schema {
    /// Case objects by key, in the order of the document.
    roots: Vec<(Arc<str>, ObjectTypeId)>,
    objects: BTreeMap<ObjectTypeId, Vec<Field>>,
    codes: BTreeMap<CodeListId, Vec<CodeEntry>>,
    settings: BTreeMap<Arc<str>, FieldKind>,
}

/// A field of an object.
#[derive(Clone, Debug)]
pub(super) struct Field {
    pub key: Arc<str>,
    pub kind: FieldKind,
}

/// What may stand at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A value of this kind.
    Value(FieldKind),
    /// An object with the fields of this type.
    Object(ObjectTypeId),
}

/// A path that leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{name:?} is not known in {path:?}")]
pub struct UnknownPath {
    /// The path as a whole.
    pub path: String,
    /// The part that is not known.
    pub name: String,
    /// What could be meant: the most similar known name.
    pub suggestion: Option<String>,
}

impl Schema {
    /// The shape of a document's data.
    pub fn of(document: &Document) -> Self {
        let key = |text: &str| Arc::<str>::from(text);
        let field = |field: &crate::model::DataField| Field { key: key(&field.key), kind: field.kind };
        Self {
            roots: document.case_objects().map(|object| (key(&object.key), object.id)).collect(),
            objects: document.objects.values().map(|object| (object.id, document.fields_of(object).map(field).collect())).collect(),
            codes: document.code_lists.values().map(|list| (list.id, list.entries.clone())).collect(),
            settings: document.settings.values().map(|setting| (key(&setting.key), setting.kind)).collect(),
        }
    }

    /// Keys and types of the case objects.
    pub(super) fn roots(&self) -> impl Iterator<Item = (&Arc<str>, ObjectTypeId)> {
        self.roots.iter().map(|(key, object)| (key, *object))
    }

    /// Fields of an object type in order.
    pub(super) fn fields(&self, object: ObjectTypeId) -> &[Field] {
        self.objects.get(&object).map_or(&[], Vec::as_slice)
    }

    /// The codes of a choice; none for other kinds.
    pub(super) fn codes_of(&self, kind: FieldKind) -> &[CodeEntry] {
        kind.code_list().and_then(|list| self.codes.get(&list)).map_or(&[], Vec::as_slice)
    }

    /// What may stand at a path from a case object or, for reading, from the settings.
    pub fn shape(&self, path: &Path) -> Result<Shape, UnknownPath> {
        let unknown = |name: &str, known: Vec<&Arc<str>>| UnknownPath {
            path: path.to_string(),
            name: name.to_owned(),
            suggestion: similar(name, known.into_iter().map(AsRef::as_ref)),
        };
        if path.root.as_ref() == SETTINGS {
            let name = match path.parts.first() {
                Some(Part::Field(name)) => name,
                _ => &path.root,
            };
            return self.setting(path).ok_or_else(|| unknown(name, self.settings.keys().collect()));
        }
        let root = self.roots.iter().find(|(key, _)| *key == path.root);
        let Some((_, object)) = root else {
            return Err(unknown(&path.root, self.roots.iter().map(|(key, _)| key).collect()));
        };
        let mut shape = Shape::Object(*object);
        for part in &path.parts {
            shape = self.inner(shape, part).ok_or_else(|| match part {
                Part::Field(name) => unknown(name, self.keys_in(shape)),
                Part::Entry(place) => unknown(&format!("[{}]", place + 1), Vec::new()),
            })?;
        }
        Ok(shape)
    }

    fn setting(&self, path: &Path) -> Option<Shape> {
        match path.parts.first()? {
            Part::Field(key) if path.parts.len() == 1 => self.settings.get(key).map(|kind| Shape::Value(*kind)),
            _ => None,
        }
    }

    /// What stands inside at this part.
    pub(super) fn inner(&self, shape: Shape, part: &Part) -> Option<Shape> {
        match (shape, part) {
            (Shape::Object(object) | Shape::Value(FieldKind::Object(object)), Part::Field(key)) => {
                self.fields(object).iter().find(|field| field.key == *key).map(|field| Shape::Value(field.kind))
            }
            (Shape::Value(FieldKind::List(object)), Part::Entry(_)) => Some(Shape::Object(object)),
            (Shape::Value(kind), Part::Field(key)) => part_of(kind, key),
            _ => None,
        }
    }

    fn keys_in(&self, shape: Shape) -> Vec<&Arc<str>> {
        match shape {
            Shape::Object(object) | Shape::Value(FieldKind::Object(object)) => self.fields(object).iter().map(|field| &field.key).collect(),
            Shape::Value(_) => Vec::new(),
        }
    }
}

/// The shape of a part of a person, address, bank account or file.
fn part_of(kind: FieldKind, key: &str) -> Option<Shape> {
    let part = kind.parts().iter().find(|part| **part == key)?;
    Some(Shape::Value(if *part == "geburtsdatum" { FieldKind::Date } else { FieldKind::Text }))
}

/// The known name that differs least from this one, if it differs little.
pub(super) fn similar<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<String> {
    let most = (name.chars().count() / 3).max(1);
    let nearest = known.map(|candidate| (distance(name, candidate), candidate)).min()?;
    (nearest.0 <= most).then(|| nearest.1.to_owned())
}

/// Letters to change, add or take away, upper and lower case and umlauts counted as the same (Levenshtein).
fn distance(left: &str, right: &str) -> usize {
    let plain = |text: &str| text.to_lowercase().replace('ä', "ae").replace('ö', "oe").replace('ü', "ue").replace('ß', "ss");
    let (left, right): (Vec<char>, Vec<char>) = (plain(left).chars().collect(), plain(right).chars().collect());
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (line, letter) in left.iter().enumerate() {
        let mut diagonal = line;
        let mut before = line + 1;
        for (cell, other) in row.iter_mut().skip(1).zip(&right) {
            let best = (diagonal + usize::from(letter != other)).min(*cell + 1);
            diagonal = *cell;
            before = best.min(before + 1);
            *cell = before;
        }
        if let Some(first) = row.first_mut() {
            *first = line + 1;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_suggested() {
        let known = ["gebühr", "betrag", "name"];
        assert_eq!(similar("gebuehr", known.into_iter()), Some("gebühr".to_owned()));
        assert_eq!(similar("betarg", known.into_iter()), Some("betrag".to_owned()));
        assert_eq!(similar("Name", known.into_iter()), Some("name".to_owned()));
        assert_eq!(similar("anschrift", known.into_iter()), None);
    }

    #[test]
    fn distance_counts_changes() {
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("abc", "abc"), 0);
    }
}
