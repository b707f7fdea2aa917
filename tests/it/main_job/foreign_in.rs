//! Files of other programs come in through the window: by Open, by Read in, by dropping, by pointer and by keys alone.

use super::drawn;
use super::studio::Studio;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use std::path::{Path, PathBuf};

const NAMES: &str = "Dateiname oder ganzer Pfad";

fn data(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(file)
}

/// Opens a file by Open, its path typed.
fn open(studio: &mut Studio, path: &Path) {
    studio.key(Modifiers::COMMAND, Key::O);
    studio.wait_for_path_dialog();
    studio.type_into(Role::TextInput, NAMES, path.to_str().unwrap());
    studio.key(Modifiers::NONE, Key::Enter);
}

/// Puts a copy of a file under another name into the folder of the test.
fn copied(studio: &Studio, file: &str, name: &str) -> PathBuf {
    let path = studio.folder().join(name);
    std::fs::copy(data(file), &path).unwrap();
    path
}

#[test]
fn opening_sees_what_a_file_is_by_what_is_in_it() {
    for (file, name) in [
        ("miwg/A.1.0.bpmn", "ablauf.bpmn"),
        ("miwg/A.1.0.bpmn", "ablauf.json"),
        ("miwg/A.1.0.bpmn", "ablauf"),
        ("civento/hundesteuer.xml", "bibliothek.xml"),
        ("civento/hundesteuer.xml", "bibliothek.dienstweg.ron"),
        ("fim/99006028261000_xprozess.xml", "prozess.xml"),
        ("fim/99006028261000_xprozess.xml", "prozess.dat"),
    ] {
        let mut studio = Studio::start();
        let path = copied(&studio, file, name);
        open(&mut studio, &path);
        studio.wait_for("Bericht des Einlesens");
        studio.key(Modifiers::NONE, Key::Escape);
        assert!(studio.document().nodes.len() > 3, "{name}");
        assert!(studio.shows("Zeichenfläche"), "{name}");
    }
}

#[test]
fn opening_asks_where_data_without_a_flow_goes() {
    for (file, name) in [
        ("fim/S00000094V1.0_xdf2.xml", "schema.txt"),
        ("fim/S00000094V1.0_xdf2.xml", "schema.dat"),
        ("fim/C60000006_genericode.xml", "liste.xml"),
        ("ozg-hub/alle-feldarten-v1.0-de.json", "formular.json"),
    ] {
        let mut studio = Studio::start();
        let path = copied(&studio, file, name);
        open(&mut studio, &path);
        studio.wait_for("Als neues Verfahren");
        studio.key(Modifiers::NONE, Key::Enter);
        studio.wait_for("Bericht des Einlesens");
        let document = studio.document();
        assert!(document.forms.len() + document.code_lists.len() > 0, "{name}");
    }
}

#[test]
fn a_model_of_the_studio_opens_whatever_its_name_ends_with() {
    for name in ["modell.xml", "modell.bpmn", "modell.json"] {
        let mut studio = Studio::start();
        let path = studio.folder().join(name);
        std::fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-models/hundesteuer.dienstweg.ron"), &path).unwrap();
        open(&mut studio, &path);
        studio.wait_for("Zeichenfläche");
        assert!(!studio.shows("Bericht des Einlesens"));
        studio.drop_files(std::slice::from_ref(&path));
        assert!(studio.document().nodes.len() > 3, "{name}");
    }
}

#[test]
fn a_damaged_file_says_where_and_what_to_do() {
    let text = String::from_utf8(std::fs::read(data("miwg/A.1.0.bpmn")).unwrap()).unwrap();
    let half = &text[..text.len() / 2];
    for (name, content, said) in [
        ("halb.bpmn", half.to_owned(), "Speichern Sie sie in dem Programm neu"),
        ("halb.dat", half.to_owned(), "Zeile 35"),
        ("fremd.xml", "<?xml version=\"1.0\"?>\n<rezept/>".to_owned(), "Mit „rezept“ beginnt kein Format"),
        ("kaputt.xml", "<a>\n<b></a>".to_owned(), "Zeile 2"),
    ] {
        let mut studio = Studio::start();
        let path = studio.folder().join(name);
        std::fs::write(&path, content).unwrap();
        open(&mut studio, &path);
        studio.wait_for_part(said);
        assert!(studio.mentions(name), "the sentence names the file");
        assert!(studio.shows("Beispiele"), "{name}: nothing was opened: {:?}", studio.labels(Role::Label));
    }
}

#[test]
fn what_was_drawn_stays_where_a_file_is_opened_beside_it() {
    let mut studio = drawn();
    let before = studio.document().clone();
    open(&mut studio, &data("miwg/A.1.0.bpmn"));
    studio.wait_for("Bericht des Einlesens");
    studio.key(Modifiers::NONE, Key::Enter);
    assert_ne!(studio.document().main().unwrap().name, "Zuschuss beantragen");
    studio.key(Modifiers::COMMAND | Modifiers::SHIFT, Key::Tab);
    assert_eq!(*studio.document(), before);
    studio.key(Modifiers::COMMAND, Key::Z);
    assert_ne!(*studio.document(), before, "its steps can still be undone");
}

#[test]
fn data_taken_into_what_is_open_goes_away_with_one_undo() {
    let mut studio = drawn();
    let before = studio.document().clone();
    open(&mut studio, &data("fim/S00000094V1.0_xdf2.xml"));
    studio.wait_for("In das offene Verfahren");
    studio.key(Modifiers::NONE, Key::Enter);
    studio.wait_for("Bericht des Einlesens");
    assert!(studio.document().fields.len() > 40);
    studio.key(Modifiers::NONE, Key::Escape);
    studio.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(*studio.document(), before);
}

#[test]
fn a_question_that_is_left_takes_nothing_in() {
    let mut studio = drawn();
    let before = studio.document().clone();
    open(&mut studio, &data("fim/S00000094V1.0_xdf2.xml"));
    studio.wait_for("In das offene Verfahren");
    studio.key(Modifiers::NONE, Key::Escape);
    assert!(!studio.shows("In das offene Verfahren"));
    assert_eq!(*studio.document(), before);
}

#[test]
fn a_project_folder_is_chosen_by_keys_alone() {
    let mut studio = Studio::start_with(&dienstweg::model::Document::empty("probe", "Probe"));
    let project = studio.folder().join("projekte/antrag");
    for part in ["config", "forms", "models"] {
        let to = project.join(part);
        std::fs::create_dir_all(&to).unwrap();
        for file in std::fs::read_dir(data("ozg-hub/template").join(part)).unwrap() {
            let file = file.unwrap();
            std::fs::copy(file.path(), to.join(file.file_name())).unwrap();
        }
    }
    studio.key(Modifiers::COMMAND | Modifiers::SHIFT, Key::I);
    studio.wait_for_folder_dialog();
    for folder in ["projekte", "antrag"] {
        studio.tab_to(folder);
        studio.key(Modifiers::NONE, Key::Enter);
    }
    assert!(studio.shows("models"), "what is in the folder is shown");
    studio.tab_to("Diesen Ordner nehmen");
    studio.key(Modifiers::NONE, Key::Enter);
    studio.wait_for("Bericht des Einlesens");
    assert!(studio.document().forms.len() >= 3);
    assert!(studio.mentions("REPLACE_ME") || studio.mentions("TODO"), "the report tells what is left to do");
}

#[test]
fn a_folder_that_is_no_project_says_so() {
    let mut studio = Studio::start();
    let folder = studio.folder().join("leer");
    std::fs::create_dir_all(&folder).unwrap();
    studio.drop_files(&[folder]);
    studio.wait_for_part("Es wurde keine Datei angegeben");
    assert!(studio.shows("Beispiele"));
}

#[test]
fn one_file_is_dropped() {
    let mut studio = Studio::start();
    studio.drop_files(&[data("miwg/B.1.0.bpmn")]);
    studio.wait_for("Bericht des Einlesens");
    assert!(studio.document().nodes.len() > 3);
}

#[test]
fn a_project_folder_is_dropped() {
    let mut studio = Studio::start();
    studio.drop_files(&[data("ozg-hub/template")]);
    studio.wait_for("Bericht des Einlesens");
    assert!(studio.document().forms.len() >= 3);
}

#[test]
fn files_that_belong_together_are_dropped_together() {
    let mut studio = Studio::start();
    studio.drop_files(&[data("fim/99006028261000_xprozess.xml"), data("fim/S00000094V1.0_xdf2.xml")]);
    studio.wait_for("Bericht des Einlesens");
    let document = studio.document();
    assert!(document.nodes.len() > 3 && document.forms.len() == 1, "the process has the form of the schema");
}

#[test]
fn files_that_do_not_belong_together_open_each_by_itself() {
    let mut studio = Studio::start();
    let model = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-models/hundesteuer.dienstweg.ron");
    studio.drop_files(&[data("miwg/A.1.0.bpmn"), data("miwg/A.2.0.bpmn"), data("fim/S00000094V1.0_xdf2.xml"), model]);
    studio.wait_for("Bericht des Einlesens");
    studio.key(Modifiers::NONE, Key::Escape);
    studio.wait_for("Als neues Verfahren");
    studio.click("Als neues Verfahren");
    studio.key(Modifiers::NONE, Key::Escape);
    let mut seen = Vec::new();
    for _ in 0..5 {
        studio.key(Modifiers::COMMAND, Key::Tab);
        if !studio.shows("Beispiele") {
            seen.push(studio.document().nodes.len());
        }
    }
    assert_eq!(seen.len(), 4, "two flows, the data and the model have a tab each: {seen:?}");
}

/// What is half done in a dialog is not lost because files fall on the window.
#[test]
fn what_is_dropped_while_something_is_asked_waits() {
    let mut studio = Studio::start();
    studio.drop_files(&[data("fim/S00000094V1.0_xdf2.xml")]);
    studio.wait_for("Als neues Verfahren");
    studio.drop_files(&[data("miwg/B.1.0.bpmn")]);
    studio.wait_for_part("Dateien können nicht abgelegt werden, solange ein Dialog offen ist.");
    assert!(studio.shows("Als neues Verfahren"));
    studio.click("Als neues Verfahren");
    studio.wait_for("Bericht des Einlesens");
    assert!(studio.document().nodes.len() < 3 && studio.document().forms.len() == 1);
    // A report only tells: it makes room.
    studio.drop_files(&[data("miwg/B.1.0.bpmn")]);
    for _ in 0..400 {
        if studio.document().nodes.len() > 3 {
            break;
        }
        studio.settle();
    }
    assert!(studio.document().nodes.len() > 3);
}
