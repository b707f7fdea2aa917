//! What is said after files came in or went out: by weight, gathered, with ways to the elements, by pointer and by keys.

use super::studio::Studio;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use std::path::Path;

fn data(file: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(file)
}

/// A studio with the report of this file in front.
fn reported(file: &str) -> Studio {
    let mut studio = Studio::start();
    studio.drop_files(&[data(file)]);
    studio.wait_for("Bericht des Einlesens");
    studio
}

/// The links of the report, as the screen reader says them.
fn links(studio: &Studio) -> Vec<String> {
    studio.labels(Role::Link)
}

#[test]
fn a_link_selects_its_element_and_brings_it_into_view() {
    let mut studio = reported("ozg-hub/template");
    let label = links(&studio).into_iter().find(|label| label.contains("„")).unwrap();
    let name = label.split('„').nth(1).unwrap().split('“').next().unwrap().to_owned();
    studio.scroll_to(&label);
    studio.click_first(&label);
    assert!(!studio.shows("Bericht des Einlesens"));
    let is_named = |label: &String| label.contains(&name);
    let buttons = studio.selected(Role::Button);
    assert!(buttons.iter().any(is_named) || studio.shows(&name) || studio.mentions(&name), "{label}: {buttons:?}");
}

#[test]
fn a_link_to_a_step_out_of_view_scrolls_to_it() {
    let mut studio = reported("fim/99006028261000_xprozess.xml");
    let steps: Vec<String> = studio.document().nodes.values().map(|node| node.name.clone()).collect();
    let about = |label: &&String| steps.iter().any(|step| !step.is_empty() && label.contains(&format!("„{step}“")));
    let label = links(&studio).iter().rfind(about).cloned().unwrap_or_else(|| panic!("{:?}", links(&studio)));
    let step = steps.iter().find(|step| !step.is_empty() && label.contains(&format!("„{step}“"))).unwrap().clone();
    studio.scroll_to(&label);
    studio.click_first(&label);
    let place = studio.find_element(&step).unwrap_or_else(|| panic!("{step} is not in view"));
    assert!(egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(1280.0, 720.0)).contains(place.center()));
    assert!(studio.selected(Role::Button).iter().any(|label| label.contains(&step)), "{step} is not selected");
}

#[test]
fn the_report_is_walked_and_left_by_keys_and_comes_back() {
    let mut studio = reported("ozg-hub/template");
    assert_eq!(studio.focused(), "Schließen", "Enter goes on with the work");
    studio.key(Modifiers::NONE, Key::Enter);
    assert!(!studio.shows("Bericht des Einlesens"));
    studio.click("Datei");
    studio.click("Letzter Bericht");
    assert!(studio.shows("Bericht des Einlesens"));
    let label = links(&studio).first().cloned().unwrap();
    studio.tab_to(&label);
    studio.key(Modifiers::NONE, Key::Enter);
    assert!(!studio.shows("Bericht des Einlesens"), "Enter on a line leads to its element");
    studio.click("Datei");
    studio.click("Letzter Bericht");
    studio.key(Modifiers::NONE, Key::Escape);
    assert!(!studio.shows("Bericht des Einlesens"));
}

#[test]
fn one_weight_can_be_looked_at_alone() {
    let mut studio = reported("ozg-hub/template");
    assert!(studio.shows("Nicht übernommen") && studio.shows("Übernommen"));
    studio.click_role_starting(Role::Button, "Übernommen ");
    assert!(!studio.shows("Nicht übernommen") && studio.shows("Übernommen"));
    studio.click_role_starting(Role::Button, "Alle ");
    assert!(studio.shows("Nicht übernommen") && studio.shows("Übernommen"));
}

#[test]
fn every_weight_stands_in_the_report_of_some_file() {
    let mut seen = std::collections::BTreeSet::new();
    for file in [
        "ozg-hub/template",
        "fim/99006028261000_xprozess.xml",
        "miwg/C.9.1.bpmn",
        "civento/sondernutzung.xml",
        "fim/S00000094V1.0_xdf2.xml",
    ] {
        let mut studio = Studio::start();
        studio.drop_files(&[data(file)]);
        studio.wait_for_part("Übernommen");
        for weight in ["Nicht übernommen", "Geändert", "Aufbewahrt, aber nicht angezeigt", "Übernommen"] {
            if studio.shows(weight) {
                seen.insert(weight);
            }
        }
    }
    assert_eq!(seen.len(), 4, "{seen:?}");
}

#[test]
fn everything_in_the_dialogs_has_a_name_for_the_screen_reader() {
    let mut studio = reported("ozg-hub/template");
    assert_eq!(studio.nameless(), Vec::<String>::new(), "report of an import");
    studio.key(Modifiers::NONE, Key::Escape);
    studio.key(Modifiers::COMMAND, Key::E);
    assert_eq!(studio.nameless(), Vec::<String>::new(), "export");
    studio.key(Modifiers::NONE, Key::Escape);
    studio.key(Modifiers::COMMAND | Modifiers::SHIFT, Key::I);
    studio.wait_for_folder_dialog();
    assert_eq!(studio.nameless(), Vec::<String>::new(), "folder");
    studio.key(Modifiers::NONE, Key::Escape);
    studio.key(Modifiers::COMMAND, Key::I);
    studio.wait_for_path_dialog();
    assert_eq!(studio.nameless(), Vec::<String>::new(), "files");
    studio.key(Modifiers::NONE, Key::Escape);
    studio.key(Modifiers::COMMAND, Key::K);
    studio.type_text("Als Bild speichern");
    studio.key(Modifiers::NONE, Key::Enter);
    studio.wait_for_part("Vorschau des Bildes");
    assert_eq!(studio.nameless(), Vec::<String>::new(), "picture");
    studio.key(Modifiers::NONE, Key::Escape);
    studio.drop_files(&[data("fim/S00000094V1.0_xdf2.xml")]);
    studio.wait_for("In das offene Verfahren");
    assert_eq!(studio.nameless(), Vec::<String>::new(), "where an import goes");
    studio.key(Modifiers::NONE, Key::Enter);
    assert_eq!(studio.nameless(), Vec::<String>::new(), "rules to be confirmed");
}
