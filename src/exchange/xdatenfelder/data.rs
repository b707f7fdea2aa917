//! Schema and groups as object types with their fields.

use super::super::What;
use super::super::naming::Keys;
use super::super::xml::Element;
use super::importing::{Importing, legal_bases};
use super::standard::{Block, Cardinality, Position};
use super::value;
use crate::model::{DataField, DataFieldId, FieldKind, ObjectType, ObjectTypeId};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Which building blocks are there already.
#[derive(Default)]
pub(super) struct Blocks<'a> {
    /// What each group is made of, by the place where it begins.
    contents: BTreeMap<usize, Content>,
    /// Object types by the content of their group, whose id and version are part of it.
    objects: BTreeMap<Content, ObjectTypeId>,
    /// Keys of object types.
    object_keys: Keys,
    /// Keys of the fields of each object type.
    field_keys: BTreeMap<ObjectTypeId, Keys>,
    /// By id, how many contents it stands for, and at how many places.
    ids: BTreeMap<String, (usize, usize, Option<Block<'a>>)>,
    /// The field of each position of an object, in the order of the positions; none for texts.
    fields: BTreeMap<ObjectTypeId, Vec<Option<DataFieldId>>>,
    groups: usize,
    places: usize,
}

/// What a block is made of, blanks apart, as a digest: two blocks with the same content are one.
type Content = [u8; 32];

impl<'a> Blocks<'a> {
    /// None made yet.
    pub fn of(schema: Block<'a>) -> Self {
        let mut contents = BTreeMap::new();
        content(schema.0, &mut contents);
        Self { contents, ..Self::default() }
    }

    /// How many places have groups, and how many fields.
    pub fn counts(&self) -> (usize, usize) {
        (self.groups, self.places)
    }

    /// Counts a place on the form.
    pub fn count(&mut self, block: Block<'a>) {
        if block.is_field() {
            self.places += 1;
        } else {
            self.groups += 1;
        }
    }

    /// The positions of a group with the fields that they became; none for texts.
    pub fn positions(&self, block: Block<'a>, object: ObjectTypeId) -> Vec<(Position<'a>, Option<DataFieldId>)> {
        let fields = self.fields.get(&object).cloned().unwrap_or_default();
        block.positions().zip(fields).collect()
    }
}

impl<'a> Importing<'a> {
    /// The object type of a schema or group: the one of a group with the same content, else a new one.
    pub fn object(&mut self, block: Block<'a>) -> ObjectTypeId {
        let content = self.blocks.contents.get(&block.0.place.start).copied().unwrap_or_default();
        let entry = self.blocks.ids.entry(block.id()).or_insert((0, 0, Some(block)));
        entry.1 += 1;
        if let Some(object) = self.blocks.objects.get(&content) {
            return *object;
        }
        entry.0 += 1;
        if entry.0 > 1 {
            self.say(block, What::TwoContents);
        }
        let name = block.name();
        let id: ObjectTypeId = self.document.new_id();
        let key = self.blocks.object_keys.take(&name, "objekt");
        let mut object = ObjectType::new(id, &key, &name);
        object.description = block.description();
        object.fim_id = block.id();
        // The schema's own references stand at the process.
        let is_schema = self.document.objects.is_empty();
        object.legal_bases = if is_schema { Vec::new() } else { legal_bases(block.references()) };
        self.document.objects.insert(id, object);
        self.blocks.objects.insert(content, id);
        let fields: Vec<Option<DataFieldId>> = block.positions().map(|position| self.data_field(id, position)).collect();
        if fields.is_empty() && !is_schema {
            self.say(block, What::EmptyGroup);
        }
        if let Some(object) = self.document.objects.get_mut(id) {
            object.fields = fields.iter().copied().flatten().collect();
        }
        self.blocks.fields.insert(id, fields);
        id
    }

    /// The data field of a position; `None` for a text to read.
    fn data_field(&mut self, object: ObjectTypeId, position: Position<'a>) -> Option<DataFieldId> {
        let block = position.block;
        if block.id().is_empty() {
            self.say(block, What::WithoutId);
        }
        let cardinality = position.cardinality().unwrap_or_else(|text| {
            self.say(block, What::Cardinality(text));
            Cardinality::OPTIONAL
        });
        if block.is_text() {
            return None;
        }
        let id = if block.is_field() {
            self.simple_field(object, position, cardinality)
        } else {
            let inner = self.object(block);
            let kind = if cardinality.is_list() { FieldKind::List(inner) } else { FieldKind::Object(inner) };
            self.new_field(object, position, kind)
        };
        Some(id)
    }

    fn simple_field(&mut self, object: ObjectTypeId, position: Position<'a>, cardinality: Cardinality) -> DataFieldId {
        let block = position.block;
        let kind = self.value_kind(block, cardinality);
        let mut said = Vec::new();
        let constraints = value::constraints(block, kind, &mut |what| said.push(what));
        said.into_iter().for_each(|what| self.say(block, what));
        if !cardinality.is_list() || matches!(kind, FieldKind::MultipleChoice(_)) {
            let id = self.new_field(object, position, kind);
            self.change(id, |field| {
                field.constraints = constraints;
                field.description = block.description();
                constraints_of_list(field, cardinality);
            });
            return id;
        }
        self.say(block, What::Listed);
        let entry = self.entry_of(block);
        let inner = self.new_field(entry, position, kind);
        self.change(inner, |field| {
            field.constraints = constraints;
            field.description = block.description();
            field.legal_bases = Vec::new();
        });
        if let Some(object) = self.document.objects.get_mut(entry) {
            object.fields = vec![inner];
        }
        self.new_field(object, position, FieldKind::List(entry))
    }

    /// The object type for the entries of a simple field that can be filled in several times.
    fn entry_of(&mut self, block: Block<'a>) -> ObjectTypeId {
        let id: ObjectTypeId = self.document.new_id();
        let key = self.blocks.object_keys.take(&block.name(), "eintrag");
        self.document.objects.insert(id, ObjectType::new(id, &key, &block.name()));
        id
    }

    fn value_kind(&mut self, block: Block<'a>, cardinality: Cardinality) -> FieldKind {
        let is_choice = block.field_kind() == "select" || block.list().is_some() || block.values().next().is_some();
        if !is_choice {
            let mut said = Vec::new();
            let kind = value::kind(block, &mut |what| said.push(what));
            said.into_iter().for_each(|what| self.say(block, what));
            return kind;
        }
        let list = self.lists.of(block, &mut self.document, &mut self.notes);
        if cardinality.is_list() { FieldKind::MultipleChoice(list) } else { FieldKind::Choice(list) }
    }

    /// A field of that object, with what a position and its block say of it.
    fn new_field(&mut self, object: ObjectTypeId, position: Position<'a>, kind: FieldKind) -> DataFieldId {
        let block = position.block;
        let id: DataFieldId = self.document.new_id();
        let key = self.blocks.field_keys.entry(object).or_default().take(&block.name(), "feld");
        let mut field = DataField::new(id, object, &key, &block.name(), kind);
        field.fim_id = block.id();
        // A group's own references stand at its object type.
        let own = if block.is_field() { legal_bases(block.references()) } else { Vec::new() };
        field.legal_bases = legal_bases(position.element.all("bezug"));
        let new: Vec<_> = own.into_iter().filter(|basis| !field.legal_bases.contains(basis)).collect();
        field.legal_bases.extend(new);
        self.document.fields.insert(id, field);
        id
    }

    fn change(&mut self, field: DataFieldId, change: impl FnOnce(&mut DataField)) {
        if let Some(field) = self.document.fields.get_mut(field) {
            change(field);
        }
    }

    /// What was said of blocks that occur several times.
    pub fn say_reused(&mut self) {
        let reused: Vec<(Block<'a>, usize)> = self
            .blocks
            .ids
            .values()
            .filter(|(contents, places, _)| *contents == 1 && *places > 1)
            .filter_map(|it| Some((it.2?, it.1)))
            .collect();
        reused.into_iter().for_each(|(block, places)| self.say(block, What::Reused(places)));
    }
}

/// How many codes of a multiple choice: what the cardinality says.
fn constraints_of_list(field: &mut DataField, cardinality: Cardinality) {
    if matches!(field.kind, FieldKind::MultipleChoice(_)) {
        field.constraints.min_items = Some(cardinality.least).filter(|least| *least > 0);
        field.constraints.max_items = cardinality.most;
    }
}

/// The digest of an element; those of groups are noted. As deep as XML may be.
fn content(element: &Element<'_>, noted: &mut BTreeMap<usize, Content>) -> Content {
    let mut digest = Sha256::new();
    let mut add = |part: &str| {
        digest.update(part.len().to_le_bytes());
        digest.update(part);
    };
    add(element.name.local);
    for attribute in &element.attributes {
        add(attribute.name.local);
        add(&attribute.value);
    }
    add(element.text().trim());
    for inner in element.elements() {
        digest.update(content(inner, noted));
    }
    let content = digest.finalize().into();
    if element.name.local == "datenfeldgruppe" {
        noted.insert(element.place.start, content);
    }
    content
}
