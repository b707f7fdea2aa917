//! Tests of the studio as a whole, driven by pointer and keys through the accessibility tree.

mod closing;
mod drawer;
mod exchange;
mod files;
mod picture;
mod regions;
mod rescue;
mod settings;
mod typing;
mod working;

use super::files::Picked;
use super::{App, Paths};
use crate::drawing::ThemeName;
use crate::edit::{Command, Record};
use crate::model::Document;
use crate::view::Action;
use crate::view::theme::{Theme, install_fonts};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use std::path::Path;

/// Folders of a studio that are gone after the test.
struct Home {
    folder: tempfile::TempDir,
}

impl Home {
    fn new() -> Self {
        let home = Self { folder: tempfile::tempdir().unwrap() };
        // German, whatever the machine speaks.
        home.write_settings("(language: Some(German))");
        home
    }

    fn paths(&self) -> Paths {
        Paths { config: self.folder.path().join("config"), data: self.folder.path().join("data") }
    }

    fn path(&self, name: &str) -> std::path::PathBuf {
        self.folder.path().join(name)
    }

    fn write_settings(&self, text: &str) {
        std::fs::create_dir_all(self.paths().config).unwrap();
        std::fs::write(self.paths().config.join("settings.ron"), text).unwrap();
    }

    /// Starts a studio in this home, as `run` does.
    fn start(&self) -> Harness<'static, App> {
        let context = egui::Context::default();
        let mut app = App::new(&context, self.paths());
        app.pick = |_| Picked::NoDialog;
        app.open_at_start(&context, Vec::new());
        let mut is_first = true;
        let mut harness =
            Harness::builder().with_size([1280.0, 720.0]).with_max_steps(60).with_context_setup(install_fonts).build_ui_state(
                move |ui, app: &mut App| {
                    if std::mem::take(&mut is_first) {
                        Theme::named(ThemeName::Light).apply(ui.ctx());
                    }
                    app.ui_root(ui);
                },
                app,
            );
        settle(&mut harness);
        harness
    }

    /// Starts a studio with a new procedure open in it.
    fn start_with_procedure(&self) -> Harness<'static, App> {
        let mut harness = self.start();
        harness.state_mut().add_workspace(super::Workspace::of_name("Hundesteuer anmelden"));
        settle(&mut harness);
        harness
    }
}

/// Lets the studio come to rest, threads included.
fn settle(harness: &mut Harness<'_, App>) {
    harness.run();
    while harness.state().events.is_awaiting() {
        std::thread::yield_now();
        harness.run();
    }
    harness.run();
}

fn click(harness: &mut Harness<'_, App>, label: &str) {
    harness.get_by_label(label).click();
    settle(harness);
}

fn press(harness: &mut Harness<'_, App>, modifiers: egui::Modifiers, key: egui::Key) {
    harness.key_press_modifiers(modifiers, key);
    settle(harness);
}

/// Gives the procedure another name, as its text field would.
fn rename(harness: &mut Harness<'_, App>, name: &str) {
    let workspace = harness.state().workspace().unwrap();
    let mut process = workspace.editor.document().main().unwrap().clone();
    process.name = name.to_owned();
    let context = harness.ctx.clone();
    harness.state_mut().perform(&context, Action::Apply(Command::Put(Record::Process(process))));
    settle(harness);
}

fn document(harness: &Harness<'_, App>) -> Document {
    harness.state().workspace().unwrap().editor.shown().as_ref().clone()
}

fn name(harness: &Harness<'_, App>) -> String {
    document(harness).main().unwrap().name.clone()
}

fn is_changed(harness: &Harness<'_, App>) -> bool {
    harness.state().workspace().unwrap().is_changed()
}

/// What the studio says has gone wrong.
fn failures(harness: &Harness<'_, App>) -> Vec<String> {
    harness.state().notices.standing().iter().filter(|notice| notice.is_failure).map(|notice| notice.text.clone()).collect()
}

/// Saves the shown document to this file, as if it had been chosen.
fn save_to(harness: &mut Harness<'_, App>, path: &Path) {
    let number = harness.state().workspace().unwrap().number;
    let context = harness.ctx.clone();
    harness.state_mut().save_to(&context, number, path.to_owned(), super::errands::Then::Stay, false);
    settle(harness);
}

#[test]
fn a_new_procedure_begins_with_a_start_event_and_is_not_changed() {
    let home = Home::new();
    let mut harness = home.start();
    click(&mut harness, "Neues Verfahren");
    harness.get_by_role_and_label(egui::Role::TextInput, "Name des Verfahrens").type_text("Hundesteuer anmelden");
    settle(&mut harness);
    press(&mut harness, egui::Modifiers::NONE, egui::Key::Enter);
    let document = document(&harness);
    assert_eq!(document.main().unwrap().name, "Hundesteuer anmelden");
    assert_eq!(document.main().unwrap().key, "hundesteuerAnmelden");
    assert_eq!(document.nodes.len(), 1);
    assert_eq!(harness.state().workspace().unwrap().selection.subjects.len(), 1, "the start event is selected");
    assert!(!is_changed(&harness));
    assert_eq!(harness.state().title, "Hundesteuer anmelden – Dienstweg");
}

#[test]
fn a_change_shows_in_the_title_until_it_is_undone() {
    let home = Home::new();
    let mut harness = home.start_with_procedure();
    rename(&mut harness, "Hund anmelden");
    assert_eq!(harness.state().title, "Hund anmelden – geändert – Dienstweg");
    press(&mut harness, egui::Modifiers::COMMAND, egui::Key::Z);
    assert_eq!(harness.state().title, "Hundesteuer anmelden – Dienstweg");
    press(&mut harness, egui::Modifiers::COMMAND, egui::Key::Y);
    assert_eq!(harness.state().title, "Hund anmelden – geändert – Dienstweg");
}

#[test]
fn each_place_has_its_key() {
    use crate::view::Place;
    let home = Home::new();
    let mut harness = home.start_with_procedure();
    let keys = [egui::Key::Num2, egui::Key::Num3, egui::Key::Num4, egui::Key::Num1];
    for (key, place) in keys.into_iter().zip([Place::Forms, Place::Play, Place::Deliver, Place::Flow]) {
        press(&mut harness, egui::Modifiers::COMMAND, key);
        assert_eq!(harness.state().workspace().unwrap().place, place);
    }
}

#[test]
fn tabs_go_round() {
    let home = Home::new();
    let mut harness = home.start_with_procedure();
    harness.state_mut().add_workspace(super::Workspace::of_name("Zweites"));
    settle(&mut harness);
    assert_eq!(harness.state().shown, Some(1));
    for expected in [None, Some(0), Some(1)] {
        press(&mut harness, egui::Modifiers::COMMAND, egui::Key::Tab);
        assert_eq!(harness.state().shown, expected);
    }
    press(&mut harness, egui::Modifiers::COMMAND, egui::Key::W);
    assert_eq!(harness.state().shown, Some(0));
    assert_eq!(harness.state().workspaces.len(), 1);
}

#[test]
fn the_language_changes_at_run_time() {
    let home = Home::new();
    let mut harness = home.start();
    click(&mut harness, "EN");
    harness.get_by_label("New procedure");
    click(&mut harness, "DE");
    harness.get_by_label("Neues Verfahren");
}

#[test]
fn all_fits_at_the_greatest_scale() {
    let home = Home::new();
    let mut harness = home.start_with_procedure();
    harness.set_size(egui::vec2(640.0, 360.0));
    settle(&mut harness);
    let tabs = ["Ablauf", "Formulare", "Durchspielen", "Prüfen & Ausliefern"].map(|label| (egui::Role::Tab, label));
    let buttons = ["Menü", "Speichern", "Rückgängig", "Eigenschaften"].map(|label| (egui::Role::Button, label));
    let labels: Vec<(egui::Role, &str)> = tabs.into_iter().chain(buttons).collect();
    let rects: Vec<egui::Rect> = labels.iter().map(|(role, label)| harness.get_by_role_and_label(*role, label).rect()).collect();
    let window = egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(640.0, 360.0));
    for (index, rect) in rects.iter().enumerate() {
        assert!(window.contains_rect(*rect), "{} lies outside: {rect}", labels[index].1);
        for (other, label) in rects[index + 1..].iter().zip(&labels[index + 1..]) {
            assert!(!rect.shrink(1.0).intersects(*other), "{} and {} overlap", labels[index].1, label.1);
        }
    }
}

#[test]
fn a_sample_opens_as_a_copy_without_a_file() {
    let home = Home::new();
    let mut harness = home.start();
    let sample = harness.state().samples.first().expect("there are samples").clone();
    click(&mut harness, &sample.name);
    assert_eq!(document(&harness), *sample.document);
    assert_eq!(harness.state().workspace().unwrap().path, None);
    assert!(!is_changed(&harness));
    assert!(failures(&harness).is_empty());
}

#[test]
fn a_problem_leads_to_its_element_and_place() {
    use crate::check::Aspect;
    use crate::model::Subject;
    use crate::view::Place;
    let home = Home::new();
    let mut harness = home.start();
    harness.state_mut().open_sample(0);
    settle(&mut harness);
    let form = *document(&harness).forms.keys().collect::<Vec<_>>().first().unwrap();
    let context = harness.ctx.clone();
    harness.state_mut().perform(&context, Action::Reveal(Subject::Form(form), Some(Aspect::Name)));
    settle(&mut harness);
    let workspace = harness.state().workspace().unwrap();
    assert_eq!(workspace.place, Place::Forms);
    assert_eq!(workspace.selection.primary, Some(Subject::Form(form)));
}
