//! The tree by keyboard: arrows walk and unfold, F2 renames, Ctrl with an arrow moves the field.

use super::Model;
use super::rows::Row;
use crate::edit::{Command, ContentCommand};
use crate::model::{FieldKind, Subject};
use crate::view::Action;
use egui::{EventFilter, InputState, Key, Modifiers, Ui};

/// Rows that a page has.
const PAGE: isize = 15;

/// What a key wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wish {
    Walk(isize),
    Unfold,
    Fold,
    Rename,
    Remove,
    Add,
    Duplicate,
    Shift(isize),
    In,
    Out,
}

const KEYS: [(Modifiers, Key, Wish); 15] = [
    (Modifiers::COMMAND, Key::ArrowUp, Wish::Shift(-1)),
    (Modifiers::COMMAND, Key::ArrowDown, Wish::Shift(1)),
    (Modifiers::COMMAND, Key::ArrowRight, Wish::In),
    (Modifiers::COMMAND, Key::ArrowLeft, Wish::Out),
    (Modifiers::COMMAND, Key::D, Wish::Duplicate),
    (Modifiers::NONE, Key::ArrowUp, Wish::Walk(-1)),
    (Modifiers::NONE, Key::ArrowDown, Wish::Walk(1)),
    (Modifiers::NONE, Key::PageUp, Wish::Walk(-PAGE)),
    (Modifiers::NONE, Key::PageDown, Wish::Walk(PAGE)),
    (Modifiers::NONE, Key::Home, Wish::Walk(isize::MIN)),
    (Modifiers::NONE, Key::End, Wish::Walk(isize::MAX)),
    (Modifiers::NONE, Key::ArrowRight, Wish::Unfold),
    (Modifiers::NONE, Key::ArrowLeft, Wish::Fold),
    (Modifiers::NONE, Key::F2, Wish::Rename),
    (Modifiers::NONE, Key::Delete, Wish::Remove),
];

impl Model<'_, '_> {
    /// Does what the keys of this frame want of the row that has the focus.
    pub(super) fn keys(&mut self, ui: &Ui, row: &Row) {
        let filter = EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: false };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(super::row_id(&row.key), filter));
        for wish in ui.input_mut(wishes) {
            self.grant(row, wish);
        }
    }

    fn grant(&mut self, row: &Row, wish: Wish) {
        match wish {
            Wish::Walk(by) => self.walk(row, by),
            Wish::Unfold if row.inner.is_some() && !row.is_open => self.fold(&row.key, true),
            Wish::Unfold => self.walk(row, 1),
            Wish::Fold if row.is_open => self.fold(&row.key, false),
            Wish::Fold => {
                if let Some(holder) = row.key.holder() {
                    self.go_to(&holder);
                }
            }
            Wish::Rename => self.state.renaming = Some(row.key.subject()),
            Wish::Remove => self.remove(row),
            Wish::Add => {
                let name = self.context.texts.get("inspector-new-field").to_owned();
                self.add_field(row.inner.unwrap_or(row.object), FieldKind::Text, name);
            }
            Wish::Duplicate => self.content(ContentCommand::DuplicateData { subject: row.key.subject() }),
            Wish::Shift(by) => self.shift(row, by),
            Wish::In => self.shift_in(row),
            Wish::Out => self.shift_out(row),
        }
    }

    fn go_to(&mut self, key: &super::Key) {
        self.select(key);
        self.state.wants_focus = true;
        self.state.wants_view = true;
    }

    fn walk(&mut self, row: &Row, by: isize) {
        let Some(place) = self.rows.place(&row.key) else { return };
        let target = place.saturating_add_signed(by).min(self.rows.all.len().saturating_sub(1));
        if let Some(key) = self.rows.all.get(target).map(|row| row.key.clone()) {
            self.go_to(&key);
        }
    }

    /// Moves a field one place up or down in its object.
    fn shift(&mut self, row: &Row, by: isize) {
        let count = self.context.document.objects.get(row.object).map_or(0, |object| object.fields.len());
        let index = if by < 0 { row.index.checked_sub(1) } else { Some(row.index + 2).filter(|index| *index <= count) };
        match index {
            Some(index) => self.move_to(row, super::drag::Target { object: row.object, index }),
            None => self.say("data-not-moved"),
        }
    }

    /// Moves a field to the end of the nested object that stands before it.
    fn shift_in(&mut self, row: &Row) {
        let document = self.context.document;
        let before = row.index.checked_sub(1).and_then(|index| document.objects.get(row.object)?.fields.get(index));
        let inner = before.and_then(|field| document.fields.get(*field)).and_then(|field| field.kind.object());
        match inner.filter(|_| !row.key.way.is_empty()) {
            Some(object) => self.move_to(row, super::drag::Target { object, index: usize::MAX }),
            None => self.say("data-not-moved-in"),
        }
    }

    /// Moves a field out of the nested object in which it lies, behind it.
    fn shift_out(&mut self, row: &Row) {
        let holder = row.key.holder().and_then(|key| self.rows.all.get(self.rows.place(&key)?).cloned());
        match holder.filter(|holder| !holder.key.way.is_empty()) {
            Some(holder) => self.move_to(row, super::drag::Target { object: holder.object, index: holder.index + 1 }),
            None => self.say("data-not-moved-out"),
        }
    }

    pub(super) fn say(&mut self, key: &str) {
        self.actions.push(Action::Say(self.context.texts.get(key).to_owned()));
    }

    /// Moves the field of a row, or says why not. The cursor stays on it.
    pub(super) fn move_to(&mut self, row: &Row, target: super::drag::Target) {
        let Subject::DataField(field) = row.key.subject() else { return self.say("data-not-moved") };
        let command = Command::Content(ContentCommand::MoveDataField { field, object: target.object, index: target.index });
        if let Err(refusal) = self.context.editor.try_command(&command) {
            self.actions.push(Action::Say(self.context.texts.refusal(&refusal)));
        } else {
            self.actions.push(Action::ApplyQuietly(command));
            self.state.moved = Some((field, target.object));
        }
    }
}

/// What the keys of this frame want, taken out of the input.
fn wishes(input: &mut InputState) -> Vec<Wish> {
    let keys = KEYS.into_iter().chain([(Modifiers::NONE, Key::Insert, Wish::Add)]);
    keys.filter(|(modifiers, key, _)| input.consume_key(*modifiers, *key)).map(|(_, _, wish)| wish).collect()
}
