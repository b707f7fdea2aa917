//! The dialog that asks what a picture should be like shows it, with its size, and says what a picture cannot have.

use super::studio::Studio;
use dienstweg::bundle::read_model;
use dienstweg::model::{Document, Subject};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use std::path::Path;

fn sample() -> Document {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-models/hundesteuer.dienstweg.ron");
    read_model(&std::fs::read(path).unwrap()).unwrap().document
}

/// Opens the dialog by keys.
fn ask(studio: &mut Studio) {
    studio.key(Modifiers::COMMAND, Key::K);
    studio.type_text("Als Bild speichern");
    studio.key(Modifiers::NONE, Key::Enter);
    studio.wait_for_part("Vorschau des Bildes");
}

/// Width and height that the dialog tells.
fn told(studio: &Studio) -> (u32, u32) {
    let label = studio.labels(Role::Image).into_iter().find(|label| label.starts_with("Vorschau des Bildes")).unwrap();
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>().parse().unwrap();
    let (width, height) = label.split_once('×').unwrap();
    (digits(width), digits(height))
}

#[test]
fn the_size_that_is_told_is_that_of_the_file() {
    let mut studio = Studio::start_with(&sample());
    ask(&mut studio);
    studio.click_role(Role::Tab, "PNG");
    let twice = told(&studio);
    studio.click_role(Role::Tab, "3-fach");
    let (width, height) = told(&studio);
    assert_eq!((2 * width, 2 * height), (3 * twice.0, 3 * twice.1));
    studio.click("Speichern unter …");
    studio.wait_for_path_dialog();
    let path = studio.folder().join("bild.png");
    studio.type_into(Role::TextInput, "Dateiname oder ganzer Pfad", path.to_str().unwrap());
    studio.key(Modifiers::NONE, Key::Enter);
    studio.wait_for_part("Das Bild ist gespeichert");
    let file = std::io::BufReader::new(std::fs::File::open(&path).unwrap());
    let info = png::Decoder::new(file).read_info().unwrap().info().clone();
    assert_eq!((info.width, info.height), (width, height));
}

#[test]
fn the_preview_follows_the_selection_and_the_notes() {
    let mut document = sample();
    let step = document.nodes.values().find(|node| node.kind.is_activity()).unwrap().id;
    let mut node = document.nodes.get(step).unwrap().clone();
    "Nur montags".clone_into(&mut node.details.note);
    let name = node.name.clone();
    document.nodes.insert(step, node);
    let mut studio = Studio::start_with(&document);
    let bounds = document.diagram.shapes.get(Subject::Node(step)).unwrap().bounds;
    let place = studio.place_of_element(&name);
    studio.click_at(place.center());
    ask(&mut studio);
    studio.click_role(Role::Tab, "PNG");
    studio.click_role(Role::Tab, "1-fach");
    let whole = told(&studio);
    studio.click_role(Role::Tab, "Nur die Auswahl");
    studio.settle();
    let part = told(&studio);
    assert!(f64::from(part.0) >= bounds.width && part.0 * 2 < whole.0, "{part:?} of {whole:?}");
    studio.click("Notizen der Schritte unter dem Bild aufführen");
    studio.settle();
    assert!(told(&studio).1 > part.1, "the note stands below");
}

#[test]
fn a_picture_that_would_be_too_large_is_told_before_it_is_written() {
    let mut document = sample();
    let far = document.nodes.keys().last().map(Subject::Node).unwrap();
    let mut shape = document.diagram.shapes.get(far).unwrap().clone();
    shape.bounds.x += 12_000.0;
    document.diagram.shapes.insert(far, shape);
    let mut studio = Studio::start_with(&document);
    ask(&mut studio);
    studio.click_role(Role::Tab, "PNG");
    studio.click_role(Role::Tab, "4-fach");
    studio.wait_for_part("So große Bilder öffnen andere Programme nicht.");
    studio.key(Modifiers::NONE, Key::Escape);
    assert!(!studio.mentions("Vorschau des Bildes"));
}

#[test]
fn letters_that_the_typeface_lacks_are_told() {
    let mut document = sample();
    let step = document.nodes.values().find(|node| node.kind.is_activity()).unwrap().id;
    let mut node = document.nodes.get(step).unwrap().clone();
    "Prüfung 漢字".clone_into(&mut node.name);
    document.nodes.insert(step, node);
    let mut studio = Studio::start();
    studio.draw_boxes();
    studio.open_document(&document);
    ask(&mut studio);
    assert!(studio.mentions("Der Schrift des Bildes fehlen: 字 漢"));
    let mut studio = Studio::start_with(&sample());
    ask(&mut studio);
    assert!(!studio.mentions("Der Schrift des Bildes fehlen"));
}

#[test]
fn the_dialog_is_walked_by_keys() {
    let mut studio = Studio::start_with(&sample());
    ask(&mut studio);
    assert_eq!(studio.focused(), "Speichern unter …");
    for label in ["PNG", "4-fach", "Dunkel", "Notizen der Schritte unter dem Bild aufführen"] {
        studio.tab_to(label);
        studio.key(Modifiers::NONE, Key::Space);
    }
    assert!(studio.selected(Role::Tab).iter().filter(|label| ["PNG", "4-fach", "Dunkel"].contains(&label.as_str())).count() == 3);
    studio.tab_to("Speichern unter …");
    studio.key(Modifiers::NONE, Key::Enter);
    studio.wait_for_path_dialog();
}
