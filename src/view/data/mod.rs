//! The data model: objects with their fields as a tree, beside it what is known of the chosen one and where it is used; code lists.
//!
//! What is selected are the document's own elements. [`DataState`] remembers what is unfolded, searched for and being renamed.

mod add;
mod bar;
mod codes;
mod detail;
mod drag;
mod filter;
mod keys;
mod lists;
mod row;
mod rows;
mod tree;
mod usage;

use super::inspector::InspectorState;
use super::widgets::{Segment, segmented};
use super::{Action, Selection, ViewContext};
use crate::edit::{Command, ContentCommand};
use crate::exchange::code_list::Listing;
use crate::model::{CodeListId, DataFieldId, Document, ObjectTypeId, Subject};
use crate::scope::Usages;
use egui::{Align, Frame, Id, Layout, Margin, Ui};
use filter::Filter;
use rows::{Key, Rows};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Least and usual breadth of the tree, in points.
const LEAST: f32 = 264.0;
const USUAL: f32 = 360.0;

/// What of the data model stands at the left.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Part {
    /// Objects and fields.
    #[default]
    Fields,
    /// Code lists.
    Lists,
}

/// What the view of the data remembers between frames.
#[derive(Default)]
pub struct DataState {
    part: Part,
    codes: codes::CodesState,
    query: String,
    filter: Filter,
    /// What was folded or unfolded by hand.
    folds: BTreeMap<Key, bool>,
    /// The row on which the keys work.
    cursor: Option<Key>,
    wants_focus: bool,
    wants_view: bool,
    renaming: Option<Subject>,
    drag: drag::Drag,
    /// The field that was moved, and the object into which.
    moved: Option<(DataFieldId, ObjectTypeId)>,
    /// While something is being added: the number that it has at least.
    awaited: Option<u32>,
    /// The selected element that was brought into view last.
    seen: Option<Subject>,
    /// The rows as they were listed last, and of what.
    listed: Option<(rows::Source, Arc<Rows>)>,
    /// Where everything is used, and in which document.
    usages: Option<(Arc<Document>, Arc<Usages>)>,
}

impl DataState {
    /// Shows what a file holds for a code list, to be taken or not.
    pub fn offer_codes(&mut self, list: CodeListId, listing: Listing) {
        self.codes.offer(list, listing);
    }

    /// Where everything is used in the committed document.
    fn usages(&mut self, context: &ViewContext<'_>) -> Arc<Usages> {
        let document = context.editor.document();
        if let Some((_, usages)) = self.usages.as_ref().filter(|(of, _)| Arc::ptr_eq(of, document)) {
            return Arc::clone(usages);
        }
        let usages = Arc::new(Usages::of(document));
        self.usages = Some((Arc::clone(document), Arc::clone(&usages)));
        usages
    }
}

/// The data model on its way to the screen.
struct Model<'a, 'c> {
    context: &'a ViewContext<'c>,
    state: &'a mut DataState,
    usages: Arc<Usages>,
    rows: Arc<Rows>,
    actions: &'a mut Vec<Action>,
}

/// Draws the view: the tree at the left, what is chosen in it in the middle.
pub fn ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut DataState, inspector: &mut InspectorState, actions: &mut Vec<Action>) {
    let usages = state.usages(context);
    select_one(context, actions);
    let rows = state.rows(context, &usages);
    let mut model = Model { context, state, usages, rows, actions };
    model.follow();
    let frame = Frame::new().fill(context.theme.panel).inner_margin(Margin { left: 12, right: 8, top: 8, bottom: 8 });
    let greatest = (ui.available_width() * 0.55).max(LEAST);
    let usual = (ui.available_width() * 0.42).clamp(LEAST, USUAL);
    let panel = egui::Panel::left("data model").default_size(usual).size_range(LEAST..=greatest).frame(frame);
    panel.show(ui, |ui| {
        model.part_ui(ui);
        match model.state.part {
            Part::Fields => {
                model.bar_ui(ui);
                model.tree_ui(ui);
            }
            Part::Lists => model.lists_ui(ui),
        }
    });
    match context.selection.single() {
        Some(Subject::CodeList(list)) if let Some(list) = context.document.code_lists.get(list) => model.codes_ui(ui, list),
        _ => model.detail_ui(ui, inspector),
    }
    let is_adding = |action: &Action| matches!(action, Action::Apply(Command::Content(_) | Command::Batch { .. }));
    if model.actions.iter().any(is_adding) {
        model.state.awaited = Some(context.document.next_id);
    }
}

/// What is shown here: one object, field or code list.
fn is_here(subject: Subject) -> bool {
    matches!(subject, Subject::ObjectType(_) | Subject::DataField(_) | Subject::CodeList(_))
}

/// Here one thing is selected at a time, of what a command made the field; and never something that is shown elsewhere.
fn select_one(context: &ViewContext<'_>, actions: &mut Vec<Action>) {
    let selection = context.selection;
    if selection.primary.is_some_and(|primary| !is_here(primary)) {
        actions.push(Action::Select(Selection::default()));
    } else if let Some(primary) = selection.primary.filter(|_| selection.subjects.len() > 1) {
        let object = selection.subjects.iter().find(|subject| matches!(subject, Subject::ObjectType(_)));
        let is_copy =
            matches!(primary, Subject::DataField(field) if object.is_some_and(|object| lies_in(context.document, field, *object)));
        let one = object.copied().filter(|_| is_copy).unwrap_or(primary);
        actions.push(Action::Select(Selection::only(one)));
    }
}

fn lies_in(document: &Document, field: DataFieldId, object: Subject) -> bool {
    document.fields.get(field).is_some_and(|field| Subject::ObjectType(field.object) == object)
}

impl Model<'_, '_> {
    /// The switch between fields and code lists, and the button that adds to what is shown.
    fn part_ui(&mut self, ui: &mut Ui) {
        let texts = self.context.texts;
        let parts = [Segment::word(Part::Fields, texts.get("data-part-fields")), Segment::word(Part::Lists, texts.get("data-part-lists"))];
        ui.horizontal(|ui| {
            if let Some(part) = segmented(ui, self.context.theme, &self.state.part, &parts, false) {
                self.state.part = part;
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| match self.state.part {
                Part::Fields => self.add_ui(ui),
                Part::Lists => self.add_list_ui(ui),
            });
        });
        ui.add_space(4.0);
    }

    /// What follows from changes elsewhere: what was added is named, what was selected elsewhere comes into view.
    fn follow(&mut self) {
        self.follow_moved();
        let selected = self.context.selection.single();
        if let (Some(awaited), Some(subject)) = (self.state.awaited, selected) {
            let is_new = match subject {
                Subject::ObjectType(id) => id.0 >= awaited,
                Subject::DataField(id) => id.0 >= awaited,
                _ => false,
            };
            if is_new {
                self.state.awaited = None;
                self.state.renaming = Some(subject);
            }
        }
        if self.state.seen == selected {
            return;
        }
        self.state.seen = selected;
        if let Some(subject) = selected {
            self.state.part = if matches!(subject, Subject::CodeList(_)) { Part::Lists } else { Part::Fields };
        }
        let Some(subject) = selected.filter(|subject| self.state.cursor.as_ref().is_none_or(|key| key.subject() != *subject)) else {
            return;
        };
        let key = self.rows.find(subject).map(|row| row.key.clone()).or_else(|| rows::way_to(self.context.document, subject));
        for holder in key.iter().flat_map(Key::holders) {
            self.state.folds.insert(holder, true);
        }
        self.state.cursor = key;
        self.state.wants_view = true;
    }

    /// The cursor stays on a field that was moved.
    fn follow_moved(&mut self) {
        let Some((field, object)) = self.state.moved else { return };
        let is_there = self.context.document.fields.get(field).is_some_and(|field| field.object == object);
        if !is_there {
            return;
        }
        self.state.moved = None;
        let key = rows::way_to(self.context.document, Subject::DataField(field));
        for holder in key.iter().flat_map(Key::holders) {
            self.state.folds.insert(holder, true);
        }
        self.state.cursor = key;
        self.state.wants_focus = true;
        self.state.wants_view = true;
    }

    fn select(&mut self, key: &Key) {
        let subject = key.subject();
        self.state.cursor = Some(key.clone());
        self.state.seen = Some(subject);
        if self.context.selection.single() != Some(subject) {
            self.actions.push(Action::Select(Selection::only(subject)));
        }
    }

    /// The object into which new fields go: the selected one, that of the selected nested object, or that of the selected field.
    fn target(&self) -> Option<ObjectTypeId> {
        let document = self.context.document;
        match self.context.selection.single() {
            Some(Subject::ObjectType(object)) => Some(object),
            Some(Subject::DataField(field)) => document.fields.get(field).map(|field| field.kind.object().unwrap_or(field.object)),
            _ => document.case_objects().next().map(|object| object.id),
        }
    }

    fn content(&mut self, command: ContentCommand) {
        self.actions.push(Action::Apply(Command::Content(command)));
    }
}

fn row_id(key: &Key) -> Id {
    Id::unique(("data row", key))
}
