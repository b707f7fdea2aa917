//! The data model and foreign formats: a tree of a thousand fields, lists of ten thousand codes, schemas read and written.

use super::desk::Screen;
use super::sketch;
use super::stopwatch::Bench;
use dienstweg::drawing::ThemeName;
use dienstweg::edit::Editor;
use dienstweg::exchange::code_list::read_table;
use dienstweg::exchange::{File, import, xdatenfelder};
use dienstweg::expr::{Context as Data, DateTime};
use dienstweg::form::{Filling, Plan};
use dienstweg::i18n::{Language, Texts};
use dienstweg::model::{CodeEntry, CodeList, CodeListId, Document, FieldKind, FormId, Subject};
use dienstweg::view::data::{self, DataState};
use dienstweg::view::forms::{FillState, Look, fill_ui};
use dienstweg::view::inspector::InspectorState;
use dienstweg::view::theme::{Theme, install_fonts};
use dienstweg::view::{Selection, ViewContext};
use egui::{CentralPanel, Context, Event, Modifiers, PointerButton, Pos2, Ui, pos2};
use std::fmt::Write as _;
use std::sync::Arc;

/// How far to the right one searches in the tree of data.
const SEARCH: f32 = 60.0;
/// How far to the right the only choice of a form stands.
const CHOICE: f32 = 600.0;

/// Opening, typing into the search, reading, writing and pasting.
pub fn rows(bench: &mut Bench) {
    bench.row_undone("data_open", 1_000, || Desk::screen(fields(1_000), None), |screen| screen.pass(Vec::new()), Desk::close);
    bench.row("data_search_key", 1_000, || {
        let mut screen = Desk::screen(fields(1_000), None);
        settle(&mut screen);
        typing(screen, SEARCH)
    });
    bench.row_undone("codes_open", 10_000, || codes_screen(10_000), |screen| screen.pass(Vec::new()), Desk::close);
    bench.row("codes_key", 10_000, || walking(codes_screen(10_000)));
    bench.row("choice_search_key", 10_000, || {
        let mut screen = Asked::screen(10_000);
        settle(&mut screen);
        typing(screen, CHOICE)
    });
    bench.row("codes_paste", 100_000, || {
        let text = (0..100_000).map(|number| format!("{number}\tEintrag {number}\n")).collect::<Vec<_>>().concat();
        move || {
            let listing = read_table(&text);
            listing.entries(listing.chosen).1.len()
        }
    });
    foreign(bench);
}

/// A schema read, written as it is, and written with a change.
fn foreign(bench: &mut Bench) {
    let text = schema(1_000);
    let read = |text: &str| import(&[File { name: "schema.xml", bytes: text.as_bytes() }]).unwrap().document;
    bench.row("schema_import", 1_000, || || read(&text));
    let document = read(&text);
    let form = document.forms.keys().next().unwrap();
    bench.row("schema_export", 1_000, || || xdatenfelder::export(&document, form).unwrap().bytes);
    let mut changed = document.clone();
    let object = changed.objects.keys().nth(1).unwrap();
    changed.objects.get_mut(object).unwrap().fields.reverse();
    bench.row("schema_export_changed", 1_000, || || xdatenfelder::export(&changed, form).unwrap().bytes);
}

/// Groups of twenty fields, each with a rule.
fn schema(fields: usize) -> String {
    let mut text = String::from(
        "<x:xdatenfelder.stammdatenschema.0102 xmlns:x=\"urn:xoev-de:fim:standard:xdatenfelder_2\"><x:stammdatenschema>\
         <x:identifikation><x:id>S1</x:id><x:version>1.0</x:version></x:identifikation><x:name>Antrag</x:name>",
    );
    let block = |kind: &str, id: String, name: String| {
        format!(
            "\n<x:struktur><x:anzahl>1:1</x:anzahl><x:bezug/><x:enthaelt><x:{kind}><x:identifikation><x:id>{id}</x:id>\
             <x:version>1.0</x:version></x:identifikation><x:name>{name}</x:name>"
        )
    };
    for group in 0..fields / 20 {
        text += &block("datenfeldgruppe", format!("G{group:08}"), format!("Gruppe {group}"));
        for field in 0..20 {
            text += &block("datenfeld", format!("F{:08}", group * 20 + field), format!("Feld {field}"));
            let _ = write!(
                text,
                "<x:feldart><code>input</code></x:feldart><x:datentyp><code>text</code></x:datentyp>\
                 <x:praezisierung>{{\"maxLength\":\"{}\"}}</x:praezisierung></x:datenfeld></x:enthaelt></x:struktur>",
                field + 10
            );
        }
        let _ = write!(
            text,
            "<x:regel><x:identifikation><x:id>R{group:08}</x:id><x:version>1.0</x:version></x:identifikation><x:name>Regel</x:name>\
             <x:definition>Es gilt etwas.</x:definition></x:regel></x:datenfeldgruppe></x:enthaelt></x:struktur>"
        );
    }
    text + "</x:stammdatenschema></x:xdatenfelder.stammdatenschema.0102>"
}

/// One case object with so many fields.
fn fields(count: usize) -> Document {
    let mut document = Document::empty("daten", "Daten");
    sketch::object(&mut document, "antrag", (0..count).map(|number| format!("feld{number}")));
    document
}

fn with_codes(document: &mut Document, count: usize) -> CodeListId {
    let id: CodeListId = document.new_id();
    let entries = (0..count).map(|number| CodeEntry::new(&number.to_string(), &format!("Eintrag Nummer {number}"))).collect();
    let (key, name, version) = ("liste".to_owned(), "Liste".to_owned(), "1".to_owned());
    document.code_lists.insert(id, CodeList { id, key, name, version, uri: String::new(), entries });
    id
}

fn codes_screen(count: usize) -> Screen<Desk> {
    let mut document = Document::empty("daten", "Daten");
    let list = with_codes(&mut document, count);
    Desk::screen(document, Some(Subject::CodeList(list)))
}

fn settle<T>(screen: &mut Screen<T>) {
    for _ in 0..3 {
        screen.pass(Vec::new());
    }
}

fn press<T>(screen: &mut Screen<T>, at: Pos2) {
    screen.pass(vec![Event::PointerMoved(at)]);
    for pressed in [true, false] {
        screen.pass(vec![Event::PointerButton { pos: at, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE }]);
    }
}

/// A letter in each frame, typed into the first field that there is from above.
fn typing<T>(mut screen: Screen<T>, x: f32) -> impl FnMut() -> usize {
    let takes_letters = |y: u8| {
        press(&mut screen, pos2(x, f32::from(y) * 8.0));
        let before = screen.pass(Vec::new());
        screen.pass(vec![Event::Text("7".to_owned())]) != before
    };
    assert!((4..100).any(takes_letters), "the letter arrives");
    let mut count = 0;
    move || {
        count += 1;
        let event = if count % 3 == 0 { Event::Text("7".to_owned()) } else { key(egui::Key::Backspace) };
        screen.pass(vec![event])
    }
}

fn key(key: egui::Key) -> Event {
    Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE }
}

/// A cell further down in each frame.
fn walking(mut screen: Screen<Desk>) -> impl FnMut() -> usize {
    settle(&mut screen);
    press(&mut screen, pos2(700.0, 400.0));
    move || screen.pass(vec![key(egui::Key::ArrowDown)])
}

/// The view of the data.
struct Desk {
    editor: Editor,
    selection: Selection,
    state: DataState,
    inspector: InspectorState,
    texts: Texts,
    theme: Theme,
}

impl Desk {
    fn screen(document: Document, selected: Option<Subject>) -> Screen<Self> {
        let context = Context::default();
        install_fonts(&context);
        let theme = Theme::named(ThemeName::Light);
        theme.apply(&context);
        let selection = selected.map(Selection::only).unwrap_or_default();
        let desk = Self {
            editor: Editor::new(document),
            selection,
            state: DataState::default(),
            inspector: InspectorState::default(),
            texts: Texts::new(Language::German),
            theme,
        };
        Screen::new(context, desk, Self::ui)
    }

    /// As it was before it was opened.
    fn close(screen: &mut Screen<Self>) {
        screen.shown.state = DataState::default();
    }

    fn ui(&mut self, ui: &mut Ui) {
        let mut actions = Vec::new();
        let document = Arc::clone(self.editor.shown());
        let context = ViewContext {
            document: &document,
            editor: &self.editor,
            problems: &[],
            texts: &self.texts,
            theme: &self.theme,
            selection: &self.selection,
            refusal: None,
            today: (2026, 11, 21),
            hides: &[],
            coverage: None,
        };
        CentralPanel::no_frame().show(ui, |ui| data::ui(ui, &context, &mut self.state, &mut self.inspector, &mut actions));
    }
}

/// A form with one choice, being filled in.
struct Asked {
    filling: Filling,
    state: FillState,
    texts: Texts,
    theme: Theme,
}

impl Asked {
    fn screen(codes: usize) -> Screen<Self> {
        let context = Context::default();
        install_fonts(&context);
        let theme = Theme::named(ThemeName::Light);
        theme.apply(&context);
        let (document, form) = Self::form(codes);
        let now = DateTime::read("2026-11-21T09:00:00").unwrap();
        let filling = Filling::new(Arc::new(Plan::of(&document, form).unwrap()), Data::default(), now);
        Screen::new(context, Self { filling, state: FillState::default(), texts: Texts::new(Language::German), theme }, Self::ui)
    }

    fn form(codes: usize) -> (Document, FormId) {
        let mut document = Document::empty("daten", "Daten");
        let list = with_codes(&mut document, codes);
        let field = sketch::object(&mut document, "antrag", std::iter::once("wahl".to_owned()))[0];
        document.fields.get_mut(field).unwrap().kind = FieldKind::Choice(list);
        let element = sketch::element(&mut document, field, |_, _| ());
        let form = sketch::form(&mut document, vec![element]);
        (document, form)
    }

    fn ui(&mut self, ui: &mut Ui) {
        let look = Look::new(&self.texts, &self.theme);
        CentralPanel::no_frame().show(ui, |ui| fill_ui(ui, look, &mut self.filling, &mut self.state, "Absenden"));
    }
}
