//! Pictures to look at, in the target folder; the tests hold only that drawing settles and leaves ink.

use super::sketch::{procedure, sampler};
use super::{Desk, Window, window_of};
use crate::raster;
use dienstweg::check::{Problem, Severity};
use dienstweg::drawing::ThemeName;
use dienstweg::model::{Document, Subject};
use dienstweg::view::Selection;
use dienstweg::view::canvas::{Mark, Overlay, Token};
use dienstweg::view::theme::Theme;
use egui_kittest::kittest::Queryable;

fn picture(window: &Window, name: &str) {
    raster::shot(window, std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("canvas-{name}.png")));
}

fn look(document: Document, name: &str, prepare: impl FnOnce(&mut Desk)) {
    let mut desk = Desk::new(document);
    prepare(&mut desk);
    let window = window_of(desk, [1280.0, 720.0]);
    picture(&window, name);
}

fn problem(at: Subject, severity: Severity) -> Problem {
    Problem::new(severity, "check-no-end", at)
}

#[test]
fn a_procedure_in_each_theme() {
    for (theme, name) in [(ThemeName::Light, "light"), (ThemeName::Dark, "dark"), (ThemeName::HighContrast, "contrast")] {
        look(procedure(), name, |desk| {
            desk.theme = Theme::named(theme);
            let step = desk.node("Gebühr nach Satzung ermitteln");
            desk.selection = Selection::only(step);
            desk.problems = vec![
                problem(desk.node("Antrag auf Vollständigkeit prüfen"), Severity::Error),
                problem(desk.node("Unterlagen vollständig?"), Severity::Warning),
                problem(desk.node("Zahlung anfordern"), Severity::Hint),
            ];
        });
    }
}

#[test]
fn every_element_with_the_palette() {
    look(sampler(), "sampler", |desk| desk.has_palette = true);
}

#[test]
fn an_empty_canvas_offers_a_beginning() {
    look(Document::empty("leer", "Leer"), "empty", |_| {});
}

#[test]
fn playing_through_lays_tokens_over_the_picture() {
    look(procedure(), "play", |desk| {
        let flow = desk.document().flows.values().next().unwrap().id;
        let (visited, active) = (desk.node("Antrag eingegangen"), desk.node("Antrag auf Vollständigkeit prüfen"));
        let tokens = vec![Token { on: Subject::Flow(flow), progress: 0.6 }, Token { on: active, progress: 0.0 }];
        let marks = vec![(visited, Mark::Visited), (active, Mark::Active), (active, Mark::Text("2×".into()))];
        desk.overlay = Some(Overlay { tokens, marks, ..Overlay::default() });
    });
}

#[test]
fn the_pad_shows_a_ghost_and_its_menus_fit() {
    let mut desk = Desk::new(procedure());
    let end = desk.node("Zahlung eingegangen");
    desk.selection = Selection::only(end);
    let mut window = window_of(desk, [1280.0, 720.0]);
    window.get_by_label("Verzweigung anhängen").hover();
    window.run();
    picture(&window, "ghost");
    window.get_by_label("Anderes anhängen").click();
    window.run();
    picture(&window, "append");
    let place = window.get_by_label("Warten auf Zeit").rect();
    assert!(window.ctx.content_rect().contains_rect(place), "{place:?}");
    let place = super::middle(&window, end);
    super::press(&mut window, place, egui::PointerButton::Secondary, true);
    super::press(&mut window, place, egui::PointerButton::Secondary, false);
    picture(&window, "menu");
}

#[test]
fn a_name_is_edited_where_it_stands() {
    let mut desk = Desk::new(procedure());
    let step = desk.node("Zahlung anfordern");
    desk.selection = Selection::only(step);
    let mut window = window_of(desk, [1280.0, 720.0]);
    let place = super::middle(&window, step);
    super::click(&mut window, place);
    super::key(&mut window, egui::Modifiers::NONE, egui::Key::F2);
    picture(&window, "rename");
    assert!(window.query_by_label("Umbenennen").is_some());
}
