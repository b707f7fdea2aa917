//! Goes through the blocks of the file with both sides, and writes what differs.

use super::super::super::xml::{Draft, Edits, Element};
use super::super::super::{Matter, Note, What};
use super::super::standard::{Block, Cardinality, Position};
use super::block::added;
use super::drafts::Drafter;
use super::pairs::Side;
use crate::model::{DataFieldId, FieldKind, ObjectTypeId, SourceFormat};

/// Writes differences into the text of a file.
pub(super) struct Writer<'t> {
    pub edits: Edits<'t>,
    pub format: SourceFormat,
    pub notes: Vec<Note>,
    /// Groups of both sides that belong to a block already.
    pub taken: [Vec<usize>; 2],
}

/// Where one stands on both sides.
pub(super) struct Place<'s, 'd> {
    pub old: &'s Side<'d>,
    pub new: &'s Side<'d>,
    pub old_path: Vec<DataFieldId>,
    pub new_path: Vec<DataFieldId>,
}

impl Place<'_, '_> {
    fn field(&self, old: DataFieldId, new: DataFieldId) -> Self {
        let longer = |path: &[DataFieldId], field| path.iter().copied().chain([field]).collect();
        Self { old: self.old, new: self.new, old_path: longer(&self.old_path, old), new_path: longer(&self.new_path, new) }
    }
}

impl<'t> Writer<'t> {
    pub fn new(text: &'t str, format: SourceFormat) -> Self {
        Self { edits: Edits::new(text), format, notes: Vec::new(), taken: Default::default() }
    }

    pub fn say(&mut self, block: Block<'_>, what: What) {
        let note = Note::new(&block.id(), &block.name(), what);
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }

    /// The schema and everything in it.
    pub fn schema(&mut self, block: Block<'t>, old: &Side<'_>, new: &Side<'_>) {
        let id = block.id();
        let (Some(old_root), Some(new_root)) = (old.root(&id), new.root(&id)) else { return };
        if old.form.name != new.form.name {
            self.set(block, "bezeichnungEingabe", &new.form.name);
        }
        if old.form.description != new.form.description {
            self.set(block, "hilfetext", &new.form.description);
        }
        let place = Place { old, new, old_path: Vec::new(), new_path: Vec::new() };
        self.object(block, &place, (old_root, new_root));
        self.positions(block, old_root, new_root, &place);
        self.rules(block, old, new);
    }

    /// What stands in a schema or group.
    fn positions(&mut self, block: Block<'t>, old_object: ObjectTypeId, new_object: ObjectTypeId, place: &Place<'_, '_>) {
        let old_fields = place.old.numbered(old_object);
        let mut new_fields = place.new.numbered(new_object);
        let positions = block.positions().filter(|position| !position.block.is_field() || position.block.field_kind() != "label");
        let last: Option<&'t Element<'t>> = block.positions().last().map(|position| position.element);
        for (position, (number, old)) in positions.zip(old_fields) {
            if let Some(at) = new_fields.iter().position(|(other, _)| *other == number) {
                let (_, new) = new_fields.remove(at);
                self.position(position, &place.field(old, new), (old, new));
            } else {
                self.edits.remove(position.element);
                self.say(position.block, What::Removed);
            }
        }
        for (_, field) in new_fields {
            let Some(draft) = self.new_position(block, place, field) else { continue };
            match last {
                Some(element) => self.edits.insert_after(element, &draft),
                None => self.edits.append(block.0, &draft),
            }
        }
    }

    fn position(&mut self, position: Position<'t>, place: &Place<'_, '_>, (old, new): (DataFieldId, DataFieldId)) {
        let (Some(old), Some(new)) = (place.old.field(old), place.new.field(new)) else { return };
        self.cardinality(position, place, new.kind);
        if position.block.is_field() {
            return self.field(position, place, old, new);
        }
        let (Some(old_object), Some(new_object)) = (old.kind.object(), new.kind.object()) else {
            return self.say(position.block, What::NotExpressible(Matter::Kind));
        };
        if old.legal_bases != new.legal_bases {
            self.references(position.element, position.block, &new.legal_bases, &added(&old.legal_bases, &new.legal_bases));
        }
        if old.name != new.name {
            self.set(position.block, "name", &new.name);
        }
        self.object(position.block, place, (old_object, new_object));
        let [old_taken, new_taken] = &mut self.taken;
        let titles = (place.old.group(&place.old_path, old_taken), place.new.group(&place.new_path, new_taken));
        if let (Some((old_title, old_help)), Some((new_title, new_help))) = titles {
            if old_title != new_title {
                self.set(position.block, "bezeichnungEingabe", new_title);
            }
            if old_help != new_help {
                self.set(position.block, "hilfetextEingabe", new_help);
            }
        }
        self.positions(position.block, old_object, new_object, place);
    }

    /// How often: what the form demands of a field, and the bounds of a list.
    fn cardinality(&mut self, position: Position<'t>, place: &Place<'_, '_>, kind: FieldKind) {
        let Ok(old) = position.cardinality() else { return };
        let mut new = old;
        let demands = |side: &Side<'_>, path: &[DataFieldId]| side.form_field(path).map(|field| field.is_required);
        let bounds = |side: &Side<'_>, path: &[DataFieldId]| side.repeat(path).map(|repeat| (repeat.least, repeat.most));
        match kind {
            FieldKind::List(_) => {
                let was = bounds(place.old, &place.old_path);
                if let Some((least, most)) = bounds(place.new, &place.new_path).filter(|now| Some(*now) != was) {
                    // Inside an optional group the form demands less than the file.
                    let kept = was.is_some_and(|(before, _)| before == least);
                    new = Cardinality { least: if kept { old.least } else { least }, most };
                }
            }
            FieldKind::MultipleChoice(_) => {}
            FieldKind::Object(_) => new.most = Some(1),
            _ => {
                let now = demands(place.new, &place.new_path);
                if demands(place.old, &place.old_path) != now
                    && let Some(is_required) = now
                {
                    new.least = u32::from(is_required);
                }
                new.most = if old.is_list() { Some(1) } else { old.most };
            }
        }
        new.least = new.most.map_or(new.least, |most| new.least.min(most));
        if new != old
            && let Some(element) = position.element.first("anzahl")
        {
            self.edits.set_text(element, &new.to_string());
            self.say(position.block, What::Rewritten);
        }
    }

    /// A position for a field that was not in the file.
    fn new_position(&mut self, around: Block<'t>, place: &Place<'_, '_>, field: DataFieldId) -> Option<Draft> {
        let data = place.new.field(field)?;
        let path: Vec<DataFieldId> = place.new_path.iter().copied().chain([field]).collect();
        let draft = Drafter::new(self.format, around).position(place.new, data, &path);
        let what = match &draft {
            None => What::NotExpressible(Matter::Kind),
            Some(_) if data.fim_id.is_empty() => What::AddedWithoutNumber,
            Some(_) => What::Added,
        };
        self.notes.push(Note::new(&data.fim_id, &data.name, what));
        draft
    }
}
