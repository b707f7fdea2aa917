//! A code list: its codes as a table that is edited in its cells, its versions, and what can be taken from elsewhere.

mod cell;
mod keys;
mod offer;
mod table;
mod versions;

use super::Model;
use crate::edit::{Command, Record};
use crate::exchange::code_list::Listing;
use crate::model::{CodeEntry, CodeList, CodeListId, Document, Subject};
use crate::view::Action;
use crate::view::icons::Icon;
use crate::view::widgets::{Section, TextField, field_row, icon_text_button, semibold};
use egui::{CentralPanel, Frame, Id, Label, Margin, RichText, Ui, vec2};
use offer::Offer;

/// A column of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Column {
    Code,
    Label,
    Help,
}

impl Column {
    const ALL: [Self; 3] = [Self::Code, Self::Label, Self::Help];

    fn title(self) -> &'static str {
        match self {
            Self::Code => "inspector-code",
            Self::Label => "inspector-code-label",
            Self::Help => "codes-help",
        }
    }

    fn of(self, entry: &CodeEntry) -> &str {
        match self {
            Self::Code => &entry.code,
            Self::Label => &entry.label,
            Self::Help => &entry.help,
        }
    }

    fn set(self, entry: &mut CodeEntry, text: String) {
        match self {
            Self::Code => entry.code = text,
            Self::Label => entry.label = text,
            Self::Help => entry.help = text,
        }
    }
}

/// A property of a list: the key of its label, its text, its share of the row, and what puts a text into it.
type Property<'a> = (&'static str, &'a str, f32, fn(&mut CodeList, String));

/// Below this width the properties stand in two rows, in points.
const NARROW: f32 = 640.0;
/// Below this height they can be folded, so that the codes have room, in points.
const LOW: f32 = 420.0;

/// A cell of the table: a row and a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Cell {
    row: usize,
    column: Column,
}

/// What the table of codes remembers between frames.
#[derive(Default)]
pub(super) struct CodesState {
    list: Option<CodeListId>,
    cursor: Option<Cell>,
    wants_focus: bool,
    wants_view: bool,
    edit: Option<cell::Edit>,
    offer: Option<Offer>,
    /// The row whose handle is being dragged.
    dragged: Option<usize>,
}

impl CodesState {
    /// Shows what a file or the clipboard holds for a list, to be taken or not.
    pub fn offer(&mut self, list: CodeListId, listing: Listing) {
        self.offer = Some(Offer::of(list, listing));
    }
}

/// Fields and settings that use a code list.
pub(super) fn users_of(document: &Document, list: CodeListId) -> impl Iterator<Item = Subject> {
    let fields = document.fields.values().filter(move |field| field.kind.code_list() == Some(list));
    let settings = document.settings.values().filter(move |setting| setting.kind.code_list() == Some(list));
    fields.map(|field| Subject::DataField(field.id)).chain(settings.map(|setting| Subject::Setting(setting.id)))
}

impl Model<'_, '_> {
    /// Draws a list in the middle.
    pub(super) fn codes_ui(&mut self, ui: &mut Ui, list: &CodeList) {
        if self.state.codes.list != Some(list.id) {
            let offer = self.state.codes.offer.take().filter(|offer| offer.list == list.id);
            self.state.codes = CodesState { list: Some(list.id), offer, ..CodesState::default() };
        }
        CentralPanel::no_frame().frame(Frame::new().fill(self.context.theme.paper)).show(ui, |ui| {
            Frame::new().inner_margin(Margin { left: 16, right: 16, top: 12, bottom: 8 }).show(ui, |ui| {
                let is_low = ui.available_height() < LOW;
                self.codes_heading_ui(ui, list);
                if is_low {
                    let section = Section::new(("code list", list.id), self.context.texts.get("codes-properties")).folded();
                    section.ui(ui, self.context.theme, |ui| self.about_ui(ui, list));
                } else {
                    self.about_ui(ui, list);
                }
                self.codes_bar_ui(ui, list, is_low);
            });
            self.table_ui(ui, list);
        });
        self.offer_ui(ui, list);
    }

    fn codes_heading_ui(&self, ui: &mut Ui, list: &CodeList) {
        let texts = self.context.texts;
        ui.label(RichText::new(texts.get("word-code-list")).size(12.0).color(self.context.theme.text_soft));
        let name = if list.name.trim().is_empty() { texts.get("inspector-nameless") } else { &list.name };
        ui.add(Label::new(semibold(name, 20.0)).truncate());
        ui.add_space(4.0);
    }

    /// What the list is, and who uses it.
    fn about_ui(&mut self, ui: &mut Ui, list: &CodeList) {
        let first: [Property<'_>; 2] = [
            ("inspector-name", &list.name, 0.68, |list, text| list.name = text),
            ("inspector-version", &list.version, 0.32, |list, text| list.version = text),
        ];
        let second: [Property<'_>; 2] = [
            ("inspector-key", &list.key, 0.4, |list, text| list.key = text),
            ("inspector-uri", &list.uri, 0.6, |list, text| list.uri = text),
        ];
        if ui.available_width() < NARROW {
            self.properties_ui(ui, list, &first);
            self.properties_ui(ui, list, &second);
        } else {
            let all: Vec<Property<'_>> =
                first.into_iter().chain(second).map(|(key, value, share, set)| (key, value, share / 2.0, set)).collect();
            self.properties_ui(ui, list, &all);
        }
        self.versions_ui(ui, list);
    }

    /// Properties in one row.
    fn properties_ui(&mut self, ui: &mut Ui, list: &CodeList, properties: &[Property<'_>]) {
        let gaps = properties.len().saturating_sub(1) as f32 * ui.spacing().item_spacing.x;
        let width = ui.available_width() - gaps;
        ui.horizontal_top(|ui| {
            for &(key, value, share, set) in properties {
                ui.allocate_ui(vec2((width * share).floor(), 50.0), |ui| {
                    let (label, id) = (self.context.texts.get(key), Id::unique(("code list", list.id, key)));
                    field_row(ui, self.context.theme, label, |ui| {
                        TextField { id, label, value, hint: "", lines: 1 }.ui(ui, self.context, self.actions, |text| {
                            let mut changed = list.clone();
                            set(&mut changed, text);
                            Command::Put(Record::CodeList(changed))
                        })
                    });
                });
            }
        });
    }

    /// What can be done with the list.
    fn codes_bar_ui(&mut self, ui: &mut Ui, list: &CodeList, is_low: bool) {
        let texts = self.context.texts;
        ui.horizontal_wrapped(|ui| {
            if icon_text_button(ui, Icon::Add, texts.get("inspector-add-code")).clicked() {
                self.insert_code(list, list.entries.len());
            }
            if icon_text_button(ui, Icon::Open, texts.get("codes-import")).on_hover_text(texts.get("codes-import-help")).clicked() {
                self.actions.push(Action::ImportCodes(list.id));
            }
            if icon_text_button(ui, Icon::Export, texts.get("codes-export")).clicked() {
                self.actions.push(Action::ExportCodes(list.id));
            }
            if icon_text_button(ui, Icon::Duplicate, texts.get("codes-new-version"))
                .on_hover_text(texts.get("codes-new-version-help"))
                .clicked()
            {
                self.new_version(list);
            }
        });
        if !is_low {
            ui.label(RichText::new(texts.get("codes-paste-hint")).size(12.0).color(self.context.theme.text_soft));
        }
    }

    /// Makes a changed list a step of the history.
    fn put_codes(&mut self, list: &CodeList, entries: Vec<CodeEntry>) {
        self.actions.push(Action::ApplyQuietly(Command::Put(Record::CodeList(CodeList { entries, ..list.clone() }))));
    }

    /// A new empty row, to be typed into at once.
    fn insert_code(&mut self, list: &CodeList, at: usize) {
        let mut entries = list.entries.clone();
        let at = at.min(entries.len());
        entries.insert(at, CodeEntry::default());
        self.put_codes(list, entries);
        let cell = Cell { row: at, column: Column::Code };
        self.state.codes.cursor = Some(cell);
        self.state.codes.wants_view = true;
        self.state.codes.edit = Some(cell::Edit::of(cell, None));
    }
}
