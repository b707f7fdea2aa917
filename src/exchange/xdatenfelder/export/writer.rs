//! Goes through the blocks of the file with both sides, and writes what differs.

use super::super::super::xml::{Draft, Edits, Element};
use super::super::super::{Matter, Note, What};
use super::super::standard::{Block, Cardinality, Position};
use super::block::added;
use super::numbers::{New, Numbers};
use super::order::{self, Slot, Want, slots, staying};
use super::pairs::{Side, block_id, simple};
use super::rules::Became;
use super::shown::Shown;
use crate::model::{DataField, DataFieldId, ObjectTypeId, SourceFormat};
use std::collections::BTreeMap;

/// Writes differences into the text of a file.
pub(super) struct Writer<'t> {
    pub edits: Edits<'t>,
    pub format: SourceFormat,
    pub notes: Vec<Note>,
    pub numbers: Numbers,
    text: &'t str,
    /// By id, where each block stands first.
    known: BTreeMap<String, Known<'t>>,
    /// What became of each rule, by its place in the text.
    pub became: BTreeMap<usize, Became>,
}

/// A place in the file with the data that an import makes of it.
#[derive(Clone)]
struct Known<'t> {
    position: Position<'t>,
    path: Vec<DataFieldId>,
    field: DataFieldId,
}

/// Where one stands on both sides.
pub(super) struct Place<'s, 'd> {
    pub old: &'s Side<'d>,
    pub new: &'s Side<'d>,
    pub old_path: Vec<DataFieldId>,
    pub new_path: Vec<DataFieldId>,
}

impl Place<'_, '_> {
    /// One step further inwards on both sides.
    fn field(&self, old: DataFieldId, new: DataFieldId) -> Self {
        Self { old: self.old, new: self.new, old_path: longer(&self.old_path, old), new_path: longer(&self.new_path, new) }
    }

    /// One step further inwards on the new side, for something that is not in the file.
    pub fn new_field(&self, new: DataFieldId) -> Self {
        Self { old: self.old, new: self.new, old_path: Vec::new(), new_path: longer(&self.new_path, new) }
    }
}

fn longer(path: &[DataFieldId], field: DataFieldId) -> Vec<DataFieldId> {
    path.iter().copied().chain([field]).collect()
}

impl<'t> Writer<'t> {
    pub fn new(text: &'t str, root: &Element<'_>, format: SourceFormat) -> Self {
        let numbers = Numbers::new(root, format);
        Self { edits: Edits::new(text), format, notes: Vec::new(), numbers, text, known: BTreeMap::new(), became: BTreeMap::new() }
    }

    pub fn say(&mut self, block: Block<'_>, what: What) {
        self.say_of(&block.id(), &block.name(), what);
    }

    pub fn say_of(&mut self, id: &str, name: &str, what: What) {
        let note = Note::new(id, name, what);
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }

    /// The schema and everything in it.
    pub fn schema<'d>(&mut self, block: Block<'t>, old: &Side<'d>, new: &Side<'d>) {
        let id = block.id();
        let (Some(old_root), Some(new_root)) = (old.root(&id), new.root(&id)) else { return };
        self.learn(block, old_root, old, &[]);
        self.compare_rules(block, old, new);
        let place = Place { old, new, old_path: Vec::new(), new_path: Vec::new() };
        self.object(block, &place, (old_root, new_root));
        self.label(block, new.object(new_root).map_or("", |object| &object.name), &new.form.name);
        if old.form.description != new.form.description {
            self.set(block, "hilfetext", &new.form.description);
        }
        self.positions(block, (old_root, new_root), &place, Some(&Shown::whole(new.form)));
        self.rules(block);
        self.unsaid(block, new);
    }

    /// Notes where each block stands, for those that come to stand elsewhere too.
    fn learn(&mut self, block: Block<'t>, object: ObjectTypeId, old: &Side<'_>, path: &[DataFieldId]) {
        for Slot { position, field } in slots(block, object, old) {
            let Some(field) = field else { continue };
            let path = longer(path, field);
            if let Some(inner) = old.field(field).and_then(|field| field.kind.object()).filter(|_| !position.block.is_field()) {
                self.learn(position.block, inner, old, &path);
            }
            self.known.entry(position.block.id()).or_insert(Known { position, path, field });
        }
    }

    /// What stands in a schema or group.
    fn positions<'d>(
        &mut self,
        block: Block<'t>,
        (old, new): (ObjectTypeId, ObjectTypeId),
        place: &Place<'_, 'd>,
        shown: Option<&Shown<'d>>,
    ) {
        let slots = slots(block, old, place.old);
        let contents =
            shown.map(|shown| shown.contents(place.new.document, &place.new_path, self.hollow(place.new, new), has_help(block, shown)));
        for (matter, name) in contents.iter().flat_map(|contents| &contents.unsaid) {
            self.say_of("", name, What::NotExpressible(*matter));
        }
        let wanted = order::wanted(&slots, (place.old, old), (place.new, new), contents);
        for (at, slot) in slots.iter().enumerate() {
            if !wanted.iter().any(|want| want.at == Some(at)) {
                self.edits.remove(slot.position.element);
                self.say(slot.position.block, What::Removed);
            }
        }
        let stay = staying(&wanted.iter().filter_map(|want| want.at).collect::<Vec<_>>());
        let element = |at: &usize| slots.get(*at).map(|slot| slot.position.element);
        let mut anchor = match stay.first().and_then(element) {
            Some(first) => Anchor::Before(first),
            None => slots.last().map_or(Anchor::In(block.0), |slot| Anchor::Behind(slot.position.element)),
        };
        for want in wanted {
            match want.at.and_then(|at| slots.get(at)) {
                Some(slot) if want.at.is_some_and(|at| stay.contains(&at)) => {
                    self.slot(slot, want, place);
                    anchor = Anchor::Behind(slot.position.element);
                }
                Some(slot) => {
                    let draft = self.apart(slot.position.element, |writer| writer.slot(slot, want, place));
                    self.edits.remove(slot.position.element);
                    self.say(slot.position.block, What::Moved);
                    self.insert(&anchor, &draft);
                }
                None => {
                    let draft = self.new_position(block, place, want.what);
                    draft.into_iter().for_each(|draft| self.insert(&anchor, &draft));
                }
            }
        }
    }

    /// The fields of an object that hold objects with nothing to fill in, with their titles.
    fn hollow(&self, side: &Side<'_>, object: ObjectTypeId) -> Vec<(DataFieldId, String)> {
        let title = |field: &DataField| {
            let known = self.known.get(&block_id(side, field));
            (field.id, known.map_or_else(|| field.name.clone(), |known| known.position.block.title()))
        };
        let fields = side.object(object).into_iter().flat_map(|object| side.document.fields_of(object));
        fields.filter(|field| is_hollow(side, field)).map(title).collect()
    }

    fn insert(&mut self, anchor: &Anchor<'t>, draft: &Draft) {
        match anchor {
            Anchor::Before(element) => self.edits.insert_before(element, draft),
            Anchor::Behind(element) => self.edits.insert_after(element, draft),
            Anchor::In(parent) => self.edits.append(parent, draft),
        }
    }

    /// An element as it is written with the changes that are made meanwhile, to stand elsewhere.
    fn apart(&mut self, element: &'t Element<'t>, change: impl FnOnce(&mut Self)) -> Draft {
        let edits = std::mem::replace(&mut self.edits, Edits::new(self.text));
        change(self);
        let changed = std::mem::replace(&mut self.edits, edits);
        Draft::as_written(changed.part(element.place.clone()))
    }

    /// What stands in a slot already.
    fn slot<'d>(&mut self, slot: &Slot<'t>, want: Want<'d>, place: &Place<'_, 'd>) {
        match want.what {
            order::What::Field(new, shown) => {
                let Some(old) = slot.field else { return };
                self.position(slot.position, &place.field(old, new), (old, new), shown);
            }
            order::What::Text(_, text) => self.text(slot.position.block, text),
            order::What::Same => self.rules(slot.position.block),
        }
    }

    fn position<'d>(
        &mut self,
        position: Position<'t>,
        place: &Place<'_, 'd>,
        (old, new): (DataFieldId, DataFieldId),
        shown: Option<Shown<'d>>,
    ) {
        let (Some(old), Some(new)) = (place.old.field(old), place.new.field(new)) else { return };
        self.cardinality(position, place, (old, new));
        self.rules(position.block);
        if position.block.is_field() {
            return self.field(position, place, old, new);
        }
        let (Some(old_object), Some(new_object)) = (old.kind.object(), new.kind.object()) else {
            return self.say(position.block, What::NotExpressible(Matter::Kind));
        };
        if old.legal_bases != new.legal_bases {
            self.references(position.element, position.block, &new.legal_bases, &added(&old.legal_bases, &new.legal_bases));
        }
        let is_page = position.cardinality() == Ok(Cardinality::ONCE);
        let shown = shown.map(|shown| if is_page { shown } else { shown.without_shell() });
        let objects = (old_object, new_object);
        self.object(position.block, place, objects);
        // Group and field have one name in the file: the one that is another now.
        let names = [(place.old, old_object), (place.new, new_object)].map(|(side, object)| side.object(object).map_or("", |it| &it.name));
        let name = if names[0] == names[1] { &new.name } else { names[1] };
        if names[0] == names[1] && old.name != new.name {
            self.set(position.block, "name", name);
        }
        self.group_texts(position.block, name, shown.as_ref());
        self.positions(position.block, objects, place, shown.as_ref());
    }

    /// A position for something that has no place here in the file; taken from another place there, if it has one.
    fn new_position<'d>(&mut self, around: Block<'t>, place: &Place<'_, 'd>, what: order::What<'d>) -> Option<Draft> {
        let (field, shown) = match what {
            order::What::Field(field, shown) => (place.new.field(field)?, shown),
            order::What::Text(element, text) => {
                let number = self.numbers.of(New::Text(element.id));
                self.say_of("", text, What::AddedWithNumber(number.clone()));
                return Some(self.drafter(around).text_position(&number, text));
            }
            order::What::Same => return None,
        };
        let id = block_id(place.new, field);
        let is_field = simple(place.new, field).is_some();
        let known = self.known.get(&id).filter(|known| !id.is_empty() && known.position.block.is_field() == is_field).cloned();
        if let Some(Known { position, path, field: old }) = known {
            let place = Place { old: place.old, new: place.new, old_path: path, new_path: longer(&place.new_path, field.id) };
            self.say(position.block, What::Added);
            return Some(self.apart(position.element, |writer| writer.position(position, &place, (old, field.id), shown)));
        }
        let draft = self.draft(around, &place.new_field(field.id), field, shown);
        if draft.is_none() {
            self.say_of(&field.fim_id, &field.name, What::NotExpressible(Matter::Kind));
        }
        draft
    }

    /// What is to stand in a group that is not in the file, each as a new position.
    pub fn new_positions<'d>(
        &mut self,
        around: Block<'t>,
        object: ObjectTypeId,
        place: &Place<'_, 'd>,
        shown: Option<&Shown<'d>>,
    ) -> Vec<Draft> {
        let contents = shown.map(|shown| shown.contents(place.new.document, &place.new_path, self.hollow(place.new, object), false));
        // Nothing on the side of the file: everything is new.
        let wanted = order::wanted(&[], (place.new, object), (place.new, object), contents);
        wanted.into_iter().filter_map(|want| self.new_position(around, place, want.what)).collect()
    }
}

/// Whether a field holds objects in which there is nothing to fill in, however deep.
fn is_hollow(side: &Side<'_>, field: &DataField) -> bool {
    let inner = field.kind.object().and_then(|inner| side.object(inner));
    inner.is_some_and(|inner| side.document.fields_of(inner).all(|field| is_hollow(side, field)))
}

/// Where new things stand.
enum Anchor<'t> {
    Before(&'t Element<'t>),
    Behind(&'t Element<'t>),
    /// At the end.
    In(&'t Element<'t>),
}

/// Whether the first text on the page of a group is the group's help, and not one of its texts.
pub(super) fn has_help(block: Block<'_>, shown: &Shown<'_>) -> bool {
    let help = block.text("hilfetextEingabe");
    let is_own = |text: &str| block.positions().any(|inner| inner.block.is_text() && super::super::form::text_of(inner.block) == text);
    let Some(text) = shown.help().filter(|_| shown.is_page() && !help.is_empty()) else { return false };
    text.trim() == help || !is_own(text.trim())
}
