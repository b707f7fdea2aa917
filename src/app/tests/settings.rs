//! Settings stay as they were, and damage does no harm.

use super::super::settings::{Panel, Settings};
use super::*;
use crate::i18n::Language;

#[test]
fn what_is_written_is_read_again() {
    let home = Home::new();
    let mut settings =
        Settings { theme: ThemeName::Dark, language: Some(Language::English), scale: 150, has_motion: false, ..Settings::default() };
    settings.panels.inspector = Panel { is_open: false, size: 411.5 };
    settings.remember(Path::new("/tmp/ä/hund.dienstweg.ron"));
    settings.write(&home.paths()).unwrap();
    assert_eq!(Settings::read(&home.paths()), (settings, false));
}

#[test]
fn damaged_settings_are_the_usual_ones_with_a_notice() {
    let home = Home::new();
    for damage in ["", "(theme: Dark", "(theme: Pink)", "\u{0}"] {
        home.write_settings(damage);
        assert_eq!(Settings::read(&home.paths()), (Settings::default(), true), "{damage:?}");
    }
    assert_eq!(failures(&home.start()).len(), 1);
}

#[test]
fn nonsense_is_made_sensible() {
    let home = Home::new();
    home.write_settings("(scale: 9000, panels: (left: (is_open: true, size: NaN), inspector: (is_open: true, size: -4)), later: 1)");
    let (settings, _) = Settings::read(&home.paths());
    assert_eq!(settings.scale, 200);
    assert_eq!(settings.panels, Settings::default().panels);
}

#[test]
fn recent_files_are_few_and_each_stands_once() {
    let mut settings = Settings::default();
    for number in 0..20 {
        settings.remember(Path::new(&format!("/{number}")));
    }
    settings.remember(Path::new("/15"));
    assert_eq!(settings.recent.len(), 8);
    assert_eq!(settings.recent[0], Path::new("/15"));
    assert_eq!(settings.recent.iter().filter(|path| *path == Path::new("/15")).count(), 1);
}

#[test]
fn hidden_panels_stay_hidden_after_a_restart() {
    let home = Home::new();
    let mut harness = home.start_with_procedure();
    click(&mut harness, "Eigenschaften");
    assert!(!harness.state().settings.panels.inspector.is_open);
    let again = home.start();
    assert!(!again.state().settings.panels.inspector.is_open);
    assert!(again.state().settings.panels.left.is_open);
}

/// After how long the window wants to be drawn again by itself.
fn rest(harness: &Harness<'_, App>) -> std::time::Duration {
    harness.output().viewport_output.get(&egui::ViewportId::ROOT).unwrap().repaint_delay
}

/// A studio with a document in which a text field has the focus.
fn typing_studio(home: &Home) -> Harness<'static, App> {
    let mut harness = home.start_with_procedure();
    harness.get_by_role_and_label(egui::Role::TextInput, "Name").focus();
    settle(&mut harness);
    assert!(harness.ctx.text_edit_focused());
    harness
}

#[test]
fn nothing_moves_or_blinks_where_motion_is_switched_off() {
    let home = Home::new();
    home.write_settings("(language: Some(German), has_motion: false)");
    let harness = typing_studio(&home);
    assert!(harness.ctx.global_style().animation_time.abs() < f32::EPSILON);
    assert_eq!(rest(&harness), std::time::Duration::MAX, "{:?}", harness.ctx.repaint_causes());
}

#[test]
fn with_motion_the_cursor_blinks_and_nothing_else_moves() {
    let home = Home::new();
    let mut harness = typing_studio(&home);
    assert!(harness.ctx.global_style().animation_time > 0.0 && harness.ctx.global_style().animation_time <= 0.15);
    assert!(rest(&harness) < std::time::Duration::from_secs(2));
    harness.get_by_role_and_label(egui::Role::Canvas, "Zeichenfläche").focus();
    settle(&mut harness);
    // What was animated has come to its end after so many frames.
    harness.run_steps(30);
    assert_eq!(rest(&harness), std::time::Duration::MAX, "{:?}", harness.ctx.repaint_causes());
}

#[test]
fn the_wish_of_the_system_goes_before_the_setting() {
    let home = Home::new();
    let mut harness = typing_studio(&home);
    harness.state_mut().wants_less_motion = true;
    let context = harness.ctx.clone();
    harness.state_mut().show_look(&context);
    settle(&mut harness);
    assert_eq!(rest(&harness), std::time::Duration::MAX);
    press(&mut harness, egui::Modifiers::COMMAND, egui::Key::Comma);
    harness.get_by_label_contains("auf weniger Bewegung eingestellt");
    assert!(harness.query_by_label("Bewegungen zeigen").is_none());
}

#[test]
fn the_colours_of_the_canvas_stay_after_a_restart() {
    use crate::drawing::colouring::Colouring;
    let home = Home::new();
    let mut harness = home.start_with_procedure();
    click(&mut harness, "Farben");
    click(&mut harness, "Nach Bearbeitungsstand");
    drop(harness);
    let again = home.start_with_procedure();
    assert_eq!(again.state().workspace().unwrap().canvas.colouring, Colouring::WorkState);
}

/// How wide the canvas is.
fn middle(harness: &Harness<'_, App>) -> f32 {
    harness.get_by_role_and_label(egui::Role::Canvas, "Zeichenfläche").rect().width()
}

#[test]
fn at_every_scale_the_canvas_has_room() {
    let home = Home::new();
    let mut harness = home.start_with_procedure();
    for scale in crate::view::dialogs::SCALES {
        harness.set_size(egui::vec2(1280.0, 720.0) * 100.0 / f32::from(scale));
        settle(&mut harness);
        harness.run_steps(3);
        assert!(middle(&harness) >= 300.0, "{} points at {scale} %", middle(&harness));
    }
    assert!(harness.query_by_label("Auswählen").is_none(), "the tools wait at 200 %");
    press(&mut harness, egui::Modifiers::NONE, egui::Key::F7);
    harness.run_steps(3);
    harness.get_by_label("Auswählen");
    assert!(middle(&harness) >= 300.0, "the inspector has made room");
    press(&mut harness, egui::Modifiers::NONE, egui::Key::F9);
    harness.run_steps(3);
    assert!(harness.query_by_label("Auswählen").is_none());
    harness.set_size(egui::vec2(1280.0, 720.0));
    settle(&mut harness);
    harness.get_by_label("Auswählen");
}

#[test]
fn a_panel_is_as_wide_as_before_when_the_window_is_large_again() {
    let home = Home::new();
    home.write_settings("(language: Some(German), panels: (inspector: (is_open: true, size: 420.0)))");
    let mut harness = home.start_with_procedure();
    harness.run_steps(3);
    let wide = middle(&harness);
    harness.set_size(egui::vec2(800.0, 450.0));
    settle(&mut harness);
    harness.run_steps(3);
    assert!((harness.state().settings.panels.inspector.size - 420.0).abs() < 1.0);
    harness.set_size(egui::vec2(1280.0, 720.0));
    settle(&mut harness);
    harness.run_steps(3);
    assert!((middle(&harness) - wide).abs() < 1.0, "{} instead of {wide}", middle(&harness));
}

#[test]
fn the_picture_is_seen_although_the_window_gets_its_size_late() {
    let home = Home::new();
    let context = egui::Context::default();
    let mut app = App::new(&context, home.paths());
    app.add_workspace(super::super::Workspace::of_name("Hundesteuer anmelden"));
    // Before it knows its window, egui draws into ten thousand points.
    let mut harness = Harness::builder()
        .with_size([10_000.0, 10_000.0])
        .with_context_setup(install_fonts)
        .build_ui_state(|ui, app: &mut App| app.ui_root(ui), app);
    harness.set_size(egui::vec2(640.0, 360.0));
    settle(&mut harness);
    let workspace = harness.state().workspace().unwrap();
    let start = workspace.editor.document().diagram.shapes.values().next().unwrap().bounds;
    let (start, canvas) = (workspace.canvas.rect(start), harness.get_by_role_and_label(egui::Role::Canvas, "Zeichenfläche").rect());
    assert!(canvas.contains_rect(start), "{start} lies outside of {canvas}");
}
