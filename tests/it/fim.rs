//! FIM's released process: on the command line, and in the window with its form, its signs and its conventions.

use dienstweg::bundle::read_model;
use std::path::PathBuf;
use std::process::Command;
use std::{fs, str};

const PROCESS: &str = "99006028261000_xprozess.xml";
const SCHEMA: &str = "S00000094V1.0_xdf2.xml";

fn data(file: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/fim").join(file)
}

/// What the program says, with this exit code.
#[track_caller]
fn said(arguments: &[&str], code: i32) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_dienstweg")).args(arguments).args(["--lang", "de"]).output().unwrap();
    let text = format!("{}{}", str::from_utf8(&output.stdout).unwrap(), str::from_utf8(&output.stderr).unwrap());
    assert_eq!(output.status.code(), Some(code), "{text}");
    text
}

#[test]
fn process_and_schema_come_in_together_are_checked_and_go_out_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (model, out, fresh) = (path("a.dienstweg.ron"), path("out.xml"), path("fresh.xml"));
    let (process, schema) = (data(PROCESS), data(SCHEMA));
    let report = said(&["import", process.to_str().unwrap(), schema.to_str().unwrap(), "--out", &model, "--report"], 0);
    assert!(
        report.contains("Das Formular löst den Prozess aus (D00000094). Es wird beim Schritt „Anzeige empfangen“ ausgefüllt."),
        "{report}"
    );
    assert!(report.contains("„Verwaltungspolitische Kodierung“ bleibt in der Datei"), "{report}");
    let document = read_model(&fs::read(&model).unwrap()).unwrap().document;
    assert_eq!(document.nodes.values().filter(|node| node.details.form.is_some()).count(), 1);
    let report = said(&["export", &model, "--to", "xprozess", "--out", &out, "--report"], 0);
    assert!(report.contains("Nichts wurde geändert."), "{report}");
    assert!(fs::read(&out).unwrap() == fs::read(&process).unwrap(), "to the byte");
    // Out of a model that was drawn here, and in again.
    let sample = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("sample-models/mutterschutz.dienstweg.ron");
    let report = said(&["export", sample.to_str().unwrap(), "--to", "xprozess", "--out", &fresh, "--report"], 0);
    assert!(report.contains("Formulare werden nicht ausgegeben") || report.contains("Ein Formular wird nicht ausgegeben"), "{report}");
    let report = said(&["import", &fresh, "--out", &model, "--report"], 0);
    assert!(report.contains("Aktivitätengruppen stehen jetzt"), "{report}");
}

#[test]
fn fims_own_process_keeps_its_conventions_but_for_the_result() {
    let folder = tempfile::tempdir().unwrap();
    let model = folder.path().join("a.dienstweg.ron");
    said(&["import", data(PROCESS).to_str().unwrap(), "--out", model.to_str().unwrap()], 0);
    let document = read_model(&fs::read(&model).unwrap()).unwrap().document;
    let problems = dienstweg::check::check(&document);
    let found: Vec<&str> = problems.iter().map(|problem| problem.kind).filter(|kind| kind.starts_with("check-fim")).collect();
    assert_eq!(found, ["check-fim-result"]);
    let empty: Vec<_> = problems.iter().filter(|problem| problem.kind == "check-empty-scope").flat_map(|problem| &problem.at).collect();
    assert!(empty.iter().all(|at| at.node().is_none()), "steps of FIM are closed: {empty:?}");
}

#[cfg(feature = "window")]
mod window {
    use super::{PROCESS, SCHEMA, data};
    use crate::main_job::studio::Studio;
    use dienstweg::model::FimReference;
    use egui::{Key, Modifiers, accesskit::Role};

    /// The process with its schema, taken in by the window.
    fn opened() -> Studio {
        let mut studio = Studio::start();
        studio.key(Modifiers::COMMAND, Key::I);
        studio.wait_for_path_dialog();
        let paths = format!("{}; {}", data(PROCESS).display(), data(SCHEMA).display());
        studio.type_into(Role::MultilineTextInput, "Dateinamen, je Zeile einer oder durch Semikolon getrennt", &paths);
        studio.key(Modifiers::NONE, Key::Enter);
        studio.wait_for("Bericht des Einlesens");
        studio.key(Modifiers::NONE, Key::Escape);
        studio
    }

    fn step(studio: &Studio, name: &str) -> FimReference {
        studio.document().nodes.values().find(|node| node.name == name).unwrap().details.fim.clone().unwrap()
    }

    #[test]
    fn steps_tell_their_group_and_number_and_are_changed_in_the_inspector() {
        let mut studio = opened();
        assert!(studio.mentions("FIM-Gruppe 1 Information empfangen, Schritt 01"));
        assert!(studio.mentions("FIM-Gruppe 7 Beteiligung durchführen, Schritt 09"));
        studio.select("Teilablauf: Über Erhebung einer Geldbuße entscheiden");
        assert!(studio.mentions("Entschließungsermessen"));
        studio.scroll_to("Hilfsmittel");
        studio.type_into(Role::TextInput, "Hilfsmittel", "Bußgeldkatalog");
        studio.key(Modifiers::NONE, Key::Enter);
        assert_eq!(step(&studio, "Über Erhebung einer Geldbuße entscheiden").aids, "Bußgeldkatalog");
        studio.key(Modifiers::COMMAND, Key::Z);
        assert_eq!(step(&studio, "Über Erhebung einer Geldbuße entscheiden").aids, "keine");
        studio.shot("fim-step");
    }

    #[test]
    fn codes_of_fim_have_names_where_a_public_source_gives_them() {
        let mut studio = opened();
        studio.scroll_to("Detaillierungsstufe (Schlüssel)");
        assert!(studio.mentions("Stammprozess"));
        studio.scroll_to("Handlungsform (Schlüssel)");
        assert!(studio.mentions("Schlüssel 310 (Liste „handlungsform“ von FIM)"));
    }

    #[test]
    fn a_procedure_that_follows_fim_is_held_to_its_conventions() {
        let mut studio = Studio::start();
        studio.open_sample();
        assert!(!studio.mentions("zugeklappte Teilabläufe"));
        studio.scroll_to("FIM");
        studio.click("FIM");
        studio.scroll_to("Der Prozess folgt FIM");
        studio.click("Der Prozess folgt FIM");
        assert!(studio.document().main().unwrap().fim.is_some());
        studio.wait_for_part("Es ist nicht gesagt, was den Prozess auslöst.");
        studio.scroll_to("Der Prozess folgt FIM");
        studio.click("Der Prozess folgt FIM");
        assert!(studio.document().main().unwrap().fim.is_none());
    }
}
