//! The procedure goes out in every format of the export dialog, by pointer and by keys; what was written is read again.

use super::studio::Studio;
use dienstweg::bundle::{read_model, verify};
use dienstweg::exchange::{File, Imported, import};
use dienstweg::model::Document;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use std::path::{Path, PathBuf};

const NAME: &str = "Dateiname oder ganzer Pfad";
const FOLDER: &str = "Neuer Ordner darin; leer lassen, um den gezeigten zu nehmen";

fn sample() -> Document {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-models/mutterschutz.dienstweg.ron");
    read_model(&std::fs::read(path).unwrap()).unwrap().document
}

/// Chooses a format in the export dialog.
fn choose(studio: &mut Studio, format: &str) {
    studio.key(Modifiers::COMMAND, Key::E);
    studio.scroll_to(format);
    studio.click_role(Role::RadioButton, format);
}

/// Chooses a format and goes on to the place.
fn begin(studio: &mut Studio, format: &str) {
    choose(studio, format);
    studio.click("Speichern unter …");
}

/// Writes to a file of this name in the folder of the test.
fn export(studio: &mut Studio, format: &str, name: &str) -> PathBuf {
    begin(studio, format);
    let path = studio.folder().join(name);
    put(studio, &path);
    studio.wait_for_part("Gespeichert:");
    path
}

/// Types where a file goes.
fn put(studio: &mut Studio, path: &Path) {
    studio.wait_for_path_dialog();
    studio.type_into(Role::TextInput, NAME, path.to_str().unwrap());
    studio.key(Modifiers::NONE, Key::Enter);
}

/// Types which folder is to be made for it.
fn put_folder(studio: &mut Studio, path: &Path) {
    studio.wait_for_folder_dialog();
    studio.type_into(Role::TextInput, FOLDER, path.to_str().unwrap());
    studio.key(Modifiers::NONE, Key::Enter);
}

fn read(path: &Path) -> Imported {
    let bytes = std::fs::read(path).unwrap();
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    import(&[File { name: &name, bytes: &bytes }]).unwrap_or_else(|error| panic!("{error:?}"))
}

/// All files in a folder and the folders in it.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    dienstweg::storage::read_folder(folder).unwrap()
}

fn steps(document: &Document) -> usize {
    document.nodes.values().filter(|node| node.kind.is_activity()).count()
}

#[test]
fn flows_go_out_as_bpmn_bibliothek_and_xprozess_and_are_read_again() {
    let sample = sample();
    for (format, name) in [("BPMN 2.0", "a.bpmn"), ("Bibliothek 2.5", "a.xml"), ("XProzess 2.0 (FIM)", "b.xml")] {
        let mut studio = Studio::start_with(&sample);
        let path = export(&mut studio, format, name);
        let document = read(&path).document;
        assert!(steps(&document) >= 8, "{format}: {} steps", steps(&document));
        assert_eq!(*studio.document(), sample, "{format}: nothing changes here");
    }
}

#[test]
fn a_project_folder_goes_out_for_each_platform() {
    for (platform, is_service_bw) in [("OZG-Hub", false), ("service-bw oder Amt24", true)] {
        let mut studio = Studio::start_with(&sample());
        choose(&mut studio, "Projektordner (OZG-Hub, service-bw, Amt24)");
        studio.click_role_starting(Role::ComboBox, "Projektordner");
        studio.click_last(platform);
        studio.click("Speichern unter …");
        let folder = studio.folder().join("projekt");
        put_folder(&mut studio, &folder);
        studio.wait_for_part("Gespeichert:");
        let files = files(&folder);
        let has = |part: &str| files.iter().any(|(path, _)| path.starts_with(part));
        assert!(has("models/") && has("forms/"), "{platform}");
        let given: Vec<File<'_>> = files.iter().map(|(name, bytes)| File { name, bytes }).collect();
        assert!(steps(&import(&given).unwrap().document) >= 8, "{platform}");
        let all: String = files.iter().map(|(_, bytes)| String::from_utf8_lossy(bytes)).collect();
        assert_eq!(all.contains("SERVICEKONTO"), is_service_bw, "{platform}");
        assert!(studio.shows("Bericht des Exports"), "what an authority must fill in is told");
    }
}

#[test]
fn a_form_goes_out_as_xdatenfelder_and_json_schema() {
    let mut studio = Studio::start();
    studio.drop_files(&[Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/fim/S00000094V1.0_xdf2.xml")]);
    studio.wait_for("Als neues Verfahren");
    studio.click("Als neues Verfahren");
    studio.key(Modifiers::NONE, Key::Escape);
    let path = export(&mut studio, "XDatenfelder (FIM)", "a.xml");
    assert!(read(&path).document.fields.len() > 40);
    assert!(studio.shows("Bericht des Exports"));
    studio.key(Modifiers::NONE, Key::Enter);
    assert!(!studio.shows("Bericht des Exports"));
    studio.click("Datei");
    studio.click("Letzter Bericht");
    assert!(studio.shows("Bericht des Exports"), "it can be looked at again");
    studio.key(Modifiers::NONE, Key::Escape);
    let path = export(&mut studio, "JSON Schema", "a.json");
    let schema: serde_json::Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    assert!(jsonschema::draft202012::meta::is_valid(&schema));
}

#[test]
fn pictures_go_out_from_the_same_dialog() {
    for (ending, head) in [("SVG", "<?xml".as_bytes()), ("PNG", b"\x89PNG")] {
        let mut studio = Studio::start_with(&sample());
        choose(&mut studio, "Bild (SVG oder PNG)");
        studio.click("Weiter …");
        studio.click_role(Role::Tab, ending);
        studio.click("Speichern unter …");
        let path = studio.folder().join(format!("bild.{}", ending.to_lowercase()));
        put(&mut studio, &path);
        studio.wait_for_part("Das Bild ist gespeichert");
        assert!(std::fs::read(&path).unwrap().starts_with(head), "{ending}");
    }
}

#[test]
fn the_bundle_is_reached_from_the_same_dialog() {
    let mut studio = Studio::start_with(&sample());
    choose(&mut studio, "Bündel");
    studio.click("Weiter …");
    studio.click("Bündel speichern …");
    let path = studio.folder().join("a.bundle.ron");
    put(&mut studio, &path);
    studio.wait_for_part("ist gespeichert");
    assert_eq!(verify(&std::fs::read(&path).unwrap()).unwrap().document, *studio.document());
}

#[test]
fn a_format_is_chosen_and_confirmed_by_keys_alone() {
    let mut studio = Studio::start_with(&sample());
    studio.key(Modifiers::COMMAND, Key::E);
    assert_eq!(studio.focused(), "BPMN 2.0", "the focus begins at what is chosen");
    studio.tab_to("Bibliothek 2.5");
    studio.key(Modifiers::NONE, Key::Enter);
    assert!(studio.shows("Exportieren"), "the first Enter chooses");
    studio.key(Modifiers::NONE, Key::Enter);
    studio.wait_for_path_dialog();
    assert!(studio.mentions(NAME), "the second confirms");
    studio.key(Modifiers::NONE, Key::Escape);
    assert!(!studio.mentions(NAME));
    studio.key(Modifiers::COMMAND, Key::E);
    studio.key(Modifiers::NONE, Key::Escape);
    assert!(!studio.shows("Exportieren"), "Escape leaves it");
    assert!(studio.focused().starts_with("Zeichenfläche"), "the focus is back on the canvas: {}", studio.focused());
}

#[test]
fn a_file_that_is_there_is_replaced_only_when_agreed() {
    let mut studio = Studio::start_with(&sample());
    let path = studio.folder().join("a.bpmn");
    std::fs::write(&path, "precious").unwrap();
    begin(&mut studio, "BPMN 2.0");
    put(&mut studio, &path);
    studio.wait_for("Vorhandene Datei ersetzen?");
    studio.key(Modifiers::NONE, Key::Escape);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "precious");
    begin(&mut studio, "BPMN 2.0");
    put(&mut studio, &path);
    studio.wait_for("Vorhandene Datei ersetzen?");
    studio.click("Unter anderem Namen speichern");
    let other = studio.folder().join("b.bpmn");
    put(&mut studio, &other);
    studio.wait_for_part("Gespeichert:");
    assert!(std::fs::read_to_string(&other).unwrap().contains("definitions"));
    studio.key(Modifiers::NONE, Key::Escape);
    begin(&mut studio, "BPMN 2.0");
    put(&mut studio, &path);
    studio.wait_for("Vorhandene Datei ersetzen?");
    studio.click("Überschreiben");
    studio.wait_for_part("a.bpmn");
    assert!(std::fs::read_to_string(&path).unwrap().contains("definitions"));
}

#[test]
fn files_in_a_folder_are_replaced_only_when_agreed_and_others_stay() {
    let mut studio = Studio::start_with(&sample());
    let folder = studio.folder().join("projekt");
    begin(&mut studio, "Projektordner (OZG-Hub, service-bw, Amt24)");
    put_folder(&mut studio, &folder);
    studio.wait_for_part("Gespeichert:");
    studio.key(Modifiers::NONE, Key::Escape);
    let (model, _) = files(&folder).into_iter().find(|(path, _)| path.starts_with("models/")).unwrap();
    std::fs::write(folder.join(&model), "precious").unwrap();
    std::fs::write(folder.join("notizen.txt"), "meine").unwrap();
    begin(&mut studio, "Projektordner (OZG-Hub, service-bw, Amt24)");
    put_folder(&mut studio, &folder);
    studio.wait_for("Vorhandene Dateien ersetzen?");
    assert!(studio.mentions(&model) && !studio.mentions("notizen.txt"));
    studio.key(Modifiers::NONE, Key::Escape);
    assert_eq!(std::fs::read_to_string(folder.join(&model)).unwrap(), "precious");
    begin(&mut studio, "Projektordner (OZG-Hub, service-bw, Amt24)");
    put_folder(&mut studio, &folder);
    studio.wait_for("Vorhandene Dateien ersetzen?");
    studio.click("Überschreiben");
    studio.wait_for("Bericht des Exports");
    assert!(std::fs::read_to_string(folder.join(&model)).unwrap().contains("definitions"));
    assert_eq!(std::fs::read_to_string(folder.join("notizen.txt")).unwrap(), "meine");
}

#[test]
fn a_place_that_cannot_be_written_is_told_and_nothing_is_lost() {
    let mut studio = Studio::start_with(&sample());
    let before = studio.document().clone();
    // A folder where a file is asked for is looked into.
    let folder = studio.folder().join("ordner.bpmn");
    std::fs::create_dir(&folder).unwrap();
    begin(&mut studio, "BPMN 2.0");
    put(&mut studio, &folder);
    studio.wait_for_path_dialog();
    assert!(studio.mentions("ordner.bpmn"), "the folder is shown");
    studio.key(Modifiers::NONE, Key::Escape);
    // A folder that is not there, a device without room.
    for (path, said) in
        [(studio.folder().join("fehlt/a.bpmn"), "gibt es nicht"), (PathBuf::from("/proc/a.bpmn"), "kann nicht gespeichert werden")]
    {
        begin(&mut studio, "BPMN 2.0");
        put(&mut studio, &path);
        studio.wait_for_part(said);
        assert!(studio.mentions("Ihre Arbeit bleibt im Fenster erhalten"));
    }
    // A file where the folder is to be.
    let file = studio.folder().join("datei");
    std::fs::write(&file, "precious").unwrap();
    begin(&mut studio, "Projektordner (OZG-Hub, service-bw, Amt24)");
    put_folder(&mut studio, &file);
    studio.wait_for_part("„");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "precious");
    assert_eq!(*studio.document(), before);
}

#[test]
fn a_read_only_file_stays_as_it_is() {
    let mut studio = Studio::start_with(&sample());
    let path = studio.folder().join("a.bpmn");
    std::fs::write(&path, "precious").unwrap();
    let mut permissions = std::fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&path, permissions).unwrap();
    begin(&mut studio, "BPMN 2.0");
    put(&mut studio, &path);
    studio.wait_for("Vorhandene Datei ersetzen?");
    studio.click("Überschreiben");
    studio.wait_for_part("fehlt die Berechtigung");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "precious");
}
