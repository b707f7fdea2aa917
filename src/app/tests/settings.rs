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

#[test]
fn nothing_moves_where_motion_is_switched_off() {
    let home = Home::new();
    let context = egui::Context::default();
    let mut app = App::new(&context, home.paths());
    assert!(context.global_style().animation_time > 0.0 && context.global_style().animation_time <= 0.15);
    let look = crate::view::shell::Look { has_motion: false, ..app.settings.look() };
    app.set_look(&context, look);
    assert!(context.global_style().animation_time.abs() < f32::EPSILON);
}

#[test]
fn the_colours_of_the_canvas_stay_after_a_restart() {
    use crate::view::canvas::Colouring;
    let home = Home::new();
    let mut harness = home.start_with_procedure();
    click(&mut harness, "Farben");
    click(&mut harness, "Nach Bearbeitungsstand");
    drop(harness);
    let again = home.start_with_procedure();
    assert_eq!(again.state().workspace().unwrap().canvas.colouring, Colouring::WorkState);
}
