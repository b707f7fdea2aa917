//! Proving the drawn procedure and delivering it.

use super::playing::played;
use super::studio::Studio;
use dienstweg::bundle::{ReleaseState, verify};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use std::path::Path;

/// Goes to the place and saves the bundle to this file.
fn deliver(studio: &mut Studio, file: &Path) {
    studio.click("Bündel speichern …");
    studio.wait_for_path_dialog();
    studio.type_into(Role::TextInput, "Dateiname oder ganzer Pfad", file.to_str().unwrap());
    studio.key(Modifiers::NONE, Key::Enter);
}

#[test]
fn a_kept_case_passes_and_the_bundle_is_what_was_drawn() {
    let mut studio = played();
    assert_eq!(studio.document().test_cases.len(), 1);
    studio.click_role(Role::Tab, "Prüfen & Ausliefern");
    studio.click("Alle ausführen");
    assert!(studio.shows("1 von 1 bestanden"));
    let file = studio.folder().join("zuschuss.bundle.ron");
    deliver(&mut studio, &file);
    assert!(studio.shows(&format!("Das Bündel {} ist gespeichert.", file.display())));
    let verified = verify(&std::fs::read(&file).unwrap()).unwrap();
    assert_eq!(verified.manifest.key, "zuschussBeantragen");
    assert_eq!(verified.manifest.release.state, ReleaseState::Released);
    assert_eq!(verified.document, *studio.document());
}

#[test]
fn a_delivered_bundle_is_not_written_over() {
    let mut studio = played();
    studio.click_role(Role::Tab, "Prüfen & Ausliefern");
    let file = studio.folder().join("zuschuss.bundle.ron");
    std::fs::write(&file, "precious").unwrap();
    deliver(&mut studio, &file);
    assert!(studio.mentions("ein ausgeliefertes Bündel wird nicht überschrieben"));
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "precious");
}

#[test]
fn a_draft_says_from_when_it_is_valid() {
    let mut studio = played();
    studio.click_role(Role::Tab, "Prüfen & Ausliefern");
    studio.choose("Stand", "Entwurf zur Erprobung");
    studio.type_into(Role::TextInput, "Gültig ab", "31.02.2027");
    assert!(studio.shows("Das ist kein Datum. Schreiben Sie zum Beispiel 01.04.2027."));
    studio.click("Bündel speichern …");
    assert!(!studio.shows("Dateiname oder ganzer Pfad") && !studio.shows("Ort selbst eingeben"), "nothing is asked");
    studio.type_into(Role::TextInput, "Gültig ab", "1.4.2027");
    let file = studio.folder().join("zuschuss.bundle.ron");
    deliver(&mut studio, &file);
    let release = verify(&std::fs::read(&file).unwrap()).unwrap().manifest.release;
    assert_eq!(release.state, ReleaseState::Draft);
    assert_eq!(release.valid_from.map(|day| day.to_string()).as_deref(), Some("2027-04-01"));
}

#[test]
fn a_case_that_goes_another_way_fails_and_says_where() {
    let mut studio = played();
    studio.click_role(Role::Tab, "Ablauf");
    studio.select("Verzweigung: genau ein Weg: Wie geht es weiter?");
    studio.click_role(Role::Button, "→ „Leitung beteiligen“");
    studio.click("Bedingung als FEEL");
    studio.type_into(Role::TextInput, "Bedingung", "antragErfassen.betrag > 100");
    studio.key(Modifiers::NONE, Key::Enter);
    for place in ["Prüfen & Ausliefern", "Durchspielen"] {
        studio.click_role(Role::Tab, place);
        assert!(!studio.shows("1 von 1 bestanden"), "what was proved before the change does not count");
        studio.click("Alle ausführen");
        assert!(studio.shows("0 von 1 bestanden"), "{place}");
    }
    studio.click_role(Role::Tab, "Ablauf");
    studio.key(Modifiers::COMMAND, Key::Z);
    studio.click_role(Role::Tab, "Prüfen & Ausliefern");
    studio.click("Alle ausführen");
    assert!(studio.shows("1 von 1 bestanden"));
}
