//! The project template of the OZG-Hub: opened, completed in the window by pointer and keys, written again with nothing left to do; and
//! models of the studio as projects.

use crate::main_job::studio::Studio;
use dienstweg::bundle::read_model;
use dienstweg::catalog::samples;
use dienstweg::check::check;
use dienstweg::exchange::ozg_hub::{Exported, Flaw, Platform, Remark, export, findings};
use dienstweg::exchange::{File, Imported, What, import};
use dienstweg::model::{ArtifactKind, Document, NodeKind, TestStep, violations};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use std::path::Path;

/// The files of the template, by their paths in it.
fn template() -> Vec<(String, Vec<u8>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/ozg-hub/template");
    let mut found = Vec::new();
    let mut open = vec![root.clone()];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                found.push((path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/"), std::fs::read(&path).unwrap()));
            }
        }
    }
    found
}

fn taken(files: &[(String, Vec<u8>)]) -> Imported {
    let given: Vec<File<'_>> = files.iter().map(|(name, bytes)| File { name, bytes }).collect();
    let imported = import(&given).unwrap();
    assert_eq!(violations(&imported.document), []);
    imported
}

fn texts(exported: &Exported) -> Vec<(String, String)> {
    exported.files.iter().map(|(path, bytes)| (path.clone(), String::from_utf8(bytes.clone()).unwrap())).collect()
}

fn flaws(exported: &Exported) -> Vec<Flaw> {
    let texts = texts(exported);
    let listed: Vec<(&str, &str)> = texts.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    findings(&listed).into_iter().map(|finding| finding.flaw).collect()
}

/// Finds an element by its name and shows it.
fn find(studio: &mut Studio, name: &str) {
    studio.key(Modifiers::COMMAND, Key::F);
    studio.type_text(name);
    studio.key(Modifiers::NONE, Key::Enter);
}

/// Types a property of what is selected.
fn put(studio: &mut Studio, role: Role, label: &str, text: &str) {
    studio.scroll_to(label);
    studio.type_into(role, label, text);
    // On one line Enter ends typing, on several it is a line more.
    studio.key(Modifiers::NONE, if role == Role::TextInput { Key::Enter } else { Key::Tab });
}

fn rename(studio: &mut Studio, role: Role, old: &str, new: &str) {
    find(studio, old);
    put(studio, role, "Name", new);
}

#[test]
fn the_template_is_completed_in_the_window_and_has_nothing_left_to_do() {
    let mut studio = Studio::start_with(&taken(&template()).document);
    rename(&mut studio, Role::TextInput, "Replace_me_with_a_user_facing_process_name", "Hund anmelden");
    for name in ["Hinweise lesen", "Angaben machen", "Angaben prüfen"] {
        rename(&mut studio, Role::MultilineTextInput, "TODO: Name Anpassen", name);
    }
    rename(&mut studio, Role::MultilineTextInput, "Antrag auf TODO_PROZESSNAME_HIER eingegangen", "Anmeldung des Hundes eingegangen");
    put(&mut studio, Role::MultilineTextInput, "Notiz", "Ihre Anmeldung ist eingegangen. Der Bescheid kommt mit der Post.");
    let value = "Wert, bis die Behörde einen anderen einträgt";
    for (setting, text) in [
        ("Mandant", "\"102\""),
        ("serviceName: Daten an FIT-Connect senden", "\"Hundesteuer\""),
        ("serviceIdentifier: Daten an FIT-Connect senden", "\"urn:de:fim:leika:leistung:99102013104000\""),
        ("mimeType: Daten an FIT-Connect senden", "\"application/json\""),
        ("schemaURI: Daten an FIT-Connect senden", "\"https://schema.fitko.de/fim/s00000000009_1.0.0.schema.json\""),
    ] {
        find(&mut studio, setting);
        put(&mut studio, Role::TextInput, value, text);
    }
    letter(&mut studio);
    buttons(&mut studio);
    for note in [
        "Erwartete Parameter auflisten",
        "Validierungslogik einbauen",
        "Vertrauensniveaus festlegen",
        "Buttons anpassen",
        "Konfigurieren oder entfernen",
        "Transformation der Daten",
        "Properties anpassen",
        "2 Platzhalter in den Attributen",
        "Prozessname im Titel",
    ] {
        find(&mut studio, note);
        studio.key(Modifiers::NONE, Key::Delete);
    }
    let document = studio.document();
    let open = |text: &str| text.contains("TODO");
    let notes = document.artifacts.values().filter(|it| matches!(&it.kind, ArtifactKind::Annotation { text } if open(text)));
    assert_eq!(notes.count(), 0);
    let out = export(document, None);
    assert_eq!(flaws(&out), []);
    for (path, text) in texts(&out) {
        assert!(!text.contains("TODO") && !text.to_ascii_uppercase().contains("REPLACE_ME"), "{path}");
    }
    let again = taken(&out.files).document;
    assert_eq!(again.main().unwrap().name, "Hund anmelden");
    assert_eq!((again.nodes.len(), again.flows.len()), (document.nodes.len(), document.flows.len()));
}

/// The message to the applicant is a letter of its own.
fn letter(studio: &mut Studio) {
    let letter = studio.document().document_templates.values().next().unwrap().clone();
    find(studio, &letter.name);
    if !studio.shows("Betreff") {
        // The step that sends it has the same name.
        studio.key(Modifiers::COMMAND, Key::F);
        studio.type_text(&letter.name);
        studio.key(Modifiers::NONE, Key::ArrowDown);
        studio.key(Modifiers::NONE, Key::Enter);
    }
    put(studio, Role::TextInput, "Betreff", "Anmeldung Ihres Hundes");
    put(studio, Role::MultilineTextInput, "Text", "Guten Tag,\n\nIhre Anmeldung ist eingegangen ({{vorgang.fitConnectCaseId}}).");
}

/// Label and help of a button stand in a list of codes.
fn buttons(studio: &mut Studio) {
    find(studio, "Schaltflächen: Zusammenfassung");
    studio.click_role(Role::Cell, "Schlüssel: continue");
    studio.key(Modifiers::NONE, Key::Tab);
    studio.type_text("Anmeldung einreichen");
    studio.key(Modifiers::NONE, Key::Tab);
    studio.type_text("Ihre Anmeldung geht an die zuständige Stelle.");
    studio.key(Modifiers::NONE, Key::Enter);
}

#[test]
fn a_page_that_is_only_shown_is_missed_no_form() {
    let mut document = taken(&template()).document;
    let missed = |document: &Document| check(document).iter().filter(|problem| problem.kind == "check-step-form").count();
    assert_eq!(missed(&document), 0);
    let page = document.nodes.values().find(|node| node.key == "finalPage").unwrap().id;
    document.nodes.get_mut(page).unwrap().details.service = None;
    assert_eq!(missed(&document), 1);
}

#[test]
fn models_of_the_studio_go_out_as_projects_and_come_back() {
    for sample in samples() {
        let document = read_model(sample.text.as_bytes()).unwrap().document;
        for platform in [Platform::OzgHub, Platform::ServiceBw] {
            let out = export(&document, Some(platform));
            judge(sample.file, &document, &out);
        }
    }
}

/// Nothing may be wrong with the project but what an authority has to decide, and what comes back has the same shape.
fn judge(name: &str, document: &Document, out: &Exported) {
    let is_undecided = |flaw: &Flaw| match flaw {
        Flaw::Open(text) => text.contains("REPLACE_ME"),
        Flaw::WrongId(id) => id.contains("REPLACE_ME"),
        _ => false,
    };
    let wrong: Vec<Flaw> = flaws(out).into_iter().filter(|flaw| !is_undecided(flaw)).collect();
    assert_eq!(wrong, [], "{name}");
    assert!(out.report.iter().any(|note| matches!(&note.what, What::OzgHub(Remark::Placeholder(_)))), "{name}: what is open is said");
    let back = taken(&out.files).document;
    assert_eq!(back.nodes.len(), document.nodes.len(), "{name}");
    assert_eq!(back.flows.len(), document.flows.len(), "{name}");
    assert_eq!(back.forms.len(), document.forms.len(), "{name}");
    let conditions = |document: &Document| document.flows.values().filter(|flow| !flow.condition.is_empty()).count();
    assert_eq!(conditions(&back), conditions(document), "{name}");
    let scripts = |document: &Document| {
        document.nodes.values().filter(|node| matches!(&node.kind, NodeKind::ScriptTask(set) if !set.is_empty())).count()
    };
    let written = out.files.iter().filter(|(path, _)| path.starts_with("scripts/")).count();
    assert_eq!(written, scripts(document), "{name}");
}

#[test]
fn no_file_leads_out_of_the_folder() {
    let mut files = template();
    files.push(("models/../../boese.groovy".to_owned(), b"x".to_vec()));
    files.push(("/etc/boese".to_owned(), b"x".to_vec()));
    let document = taken(&files).document;
    let out = export(&document, None);
    assert_eq!(out.files.len(), template().len());
}

/// Clicks what may lie further down.
fn press(studio: &mut Studio, label: &str) {
    studio.scroll_to(label);
    studio.click(label);
}

/// The step that waits for its values, and lets them be set.
fn set(studio: &mut Studio, step: &str) {
    assert!(studio.shows(&format!("{step}, wartet: Was setzt das Skript?")), "{step}");
    press(studio, "Werte setzen");
}

#[test]
fn the_template_is_played_through_in_the_window_and_kept_as_a_test_case() {
    let mut studio = Studio::start_with(&taken(&template()).document);
    studio.click_role(Role::Tab, "Durchspielen");
    studio.click_first("Fall beginnen");
    press(&mut studio, "Absenden");
    set(&mut studio, "Vorschaltseite validieren");
    press(&mut studio, "Weiter zur Zusammenfassung");
    press(&mut studio, "Absenden");
    // What the script sets can be another value: then the form comes back.
    press(&mut studio, "Nein");
    set(&mut studio, "Formular validieren");
    press(&mut studio, "Weiter zur Zusammenfassung");
    press(&mut studio, "Absenden");
    press(&mut studio, "Ja");
    set(&mut studio, "Formular validieren");
    press(&mut studio, "TODO: Anpassen \"Antrag einreichen\" oder \"Zur Bezahlung\"");
    press(&mut studio, "Absenden");
    press(&mut studio, "Schritt erledigt");
    press(&mut studio, "Dienst antwortet");
    press(&mut studio, "Dienst antwortet");
    set(&mut studio, "FIT-Connect Resultat verarbeiten");
    press(&mut studio, "Dienst antwortet");
    press(&mut studio, "Schritt erledigt");
    assert!(studio.shows("Der Fall ist abgeschlossen."));
    assert!(studio.shows("Werte des Skripts gesetzt: „Formular validieren“"));
    studio.click("Als Testfall aufheben");
    let document = studio.document();
    let case = document.test_cases.values().next().unwrap();
    assert!(dienstweg::sim::run_case(document, case).passed());
    let step = document.nodes.values().find(|node| node.key == "validateForm").unwrap().id;
    let answers: Vec<&str> = (case.steps.iter())
        .filter_map(|it| match it {
            TestStep::Answer { node, entries, .. } if *node == step => entries.first().map(|entry| entry.value.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(answers, ["false", "true"]);
}

#[test]
fn the_two_platforms_differ_in_signing_in_and_in_messages_alone() {
    for sample in samples() {
        let document = read_model(sample.text.as_bytes()).unwrap().document;
        let [hub, land] = [Platform::OzgHub, Platform::ServiceBw].map(|platform| texts(&export(&document, Some(platform))));
        assert_eq!(hub.len(), land.len());
        for ((path, hub), (own, land)) in hub.iter().zip(&land) {
            assert_eq!(path, own);
            let differing = |one: &str, other: &str| {
                one.lines().filter(|line| !other.lines().any(|own| own == *line)).map(str::to_owned).collect::<Vec<_>>()
            };
            let [of_hub, of_land] = [differing(hub, land), differing(land, hub)].map(|lines| lines.join("\n"));
            if path.starts_with("metadata/") {
                assert!(of_hub.contains("BUND_ID") && of_hub.contains("MUK") && !of_hub.contains("SERVICEKONTO"), "{of_hub}");
                assert!(of_land.contains("SERVICEKONTO") && !of_land.contains("BUND_ID"), "{of_land}");
            } else if path.starts_with("models/") && !of_hub.is_empty() {
                assert!(
                    of_hub.lines().all(|line| line.contains("NachrichtVersendenService")
                        || line.contains("empfaenger")
                        || line.contains("postfachHandle")),
                    "{of_hub}"
                );
                assert!(
                    of_land
                        .lines()
                        .all(|line| line.contains("NachrichtAnMSBWService") || line.contains("empfaengerId") || line.contains("userId")),
                    "{of_land}"
                );
            } else {
                assert_eq!((of_hub, of_land), (String::new(), String::new()), "{path}");
            }
        }
    }
}

#[test]
fn what_stands_in_for_one_script_is_set_without_the_others() {
    let mut studio = Studio::start_with(&taken(&template()).document);
    studio.click_role(Role::Tab, "Durchspielen");
    studio.click_first("Fall beginnen");
    studio.click("Dienste");
    studio.scroll_to("Skript „Vorschaltseite validieren“: Antwortet");
    studio.click("Skript „Vorschaltseite validieren“: Antwortet");
    studio.key(Modifiers::NONE, Key::Escape);
    press(&mut studio, "Absenden");
    assert!(studio.shows("Weiter zur Zusammenfassung"), "the first script was not asked for");
    press(&mut studio, "Weiter zur Zusammenfassung");
    press(&mut studio, "Absenden");
    set(&mut studio, "Formular validieren");
}
