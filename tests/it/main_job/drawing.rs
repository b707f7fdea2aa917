//! Drawing the flow and making its form.

use super::{STEPS, drawn, steps, way, with_form};
use dienstweg::check::{check, may_be_released};
use dienstweg::i18n::{Language, Texts};
use dienstweg::model::{FieldKind, NodeKind};
use egui::accesskit::Role;
use egui::{Key, Modifiers};

#[test]
fn a_procedure_is_drawn_with_pad_and_keyboard() {
    let studio = drawn();
    let document = studio.document();
    assert_eq!(document.main().unwrap().name, "Zuschuss beantragen");
    assert_eq!(steps(document), STEPS);
    let ends = document.nodes.values().filter(|node| matches!(node.kind, NodeKind::EndEvent(_)));
    assert_eq!(ends.map(|node| node.name.as_str()).collect::<Vec<_>>(), ["Abgelehnt", "Bewilligt"]);
    for (from, to) in [
        ("", "Antrag erfassen"),
        ("Antrag erfassen", "Antrag prüfen"),
        ("Antrag prüfen", "Wie geht es weiter?"),
        ("Wie geht es weiter?", "Leitung beteiligen"),
        ("Wie geht es weiter?", "Abgelehnt"),
        ("Wie geht es weiter?", "Bescheid schreiben"),
        ("Leitung beteiligen", "Bescheid schreiben"),
        ("Bescheid schreiben", "Geld auszahlen"),
        ("Geld auszahlen", "Bewilligt"),
    ] {
        way(document, from, to);
    }
    assert_eq!(document.flows.len(), 9);
}

#[test]
fn renaming_is_undone_and_done_again() {
    let mut studio = drawn();
    studio.select("Schritt mit Formular: Geld auszahlen");
    studio.key(Modifiers::NONE, Key::F2);
    studio.name_element("Betrag überweisen", Key::Enter);
    assert_eq!(steps(studio.document())[4], "Betrag überweisen");
    studio.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(steps(studio.document()), STEPS);
    studio.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(studio.document().flows.len(), 8, "the connection is taken back too");
    studio.click_role(Role::Button, "Wiederholen");
    studio.key(Modifiers::COMMAND, Key::Y);
    assert_eq!(studio.document().flows.len(), 9);
    assert_eq!(steps(studio.document())[4], "Betrag überweisen");
}

#[test]
fn form_conditions_and_role_make_the_procedure_ready() {
    let studio = with_form();
    let document = studio.document();
    let form = document.forms.values().next().unwrap();
    let step = document.nodes.values().find(|node| node.details.form == Some(form.id)).unwrap();
    assert_eq!(step.name, "Antrag erfassen");
    let fields: Vec<(&str, FieldKind, bool)> = form
        .fields()
        .map(|(_, shown)| (document.fields.get(shown.data.last().unwrap()).unwrap(), shown.is_required))
        .map(|(field, is_required)| (field.name.as_str(), field.kind, is_required))
        .collect();
    assert_eq!(fields, [("Zweck", FieldKind::Text, false), ("Betrag", FieldKind::Money, true), ("Vollständig", FieldKind::YesNo, true)]);
    let role = document.roles.values().next().unwrap();
    assert_eq!(role.name, "Sachbearbeitung");
    assert!(document.nodes.values().filter(|node| node.kind.is_activity()).all(|node| node.details.role == Some(role.id)));
    assert!(way(document, "Wie geht es weiter?", "Bescheid schreiben").is_default);
    assert_eq!(way(document, "Wie geht es weiter?", "Leitung beteiligen").condition, "antragErfassen.betrag > 1000");
    assert_eq!(way(document, "Wie geht es weiter?", "Abgelehnt").condition, "not(antragErfassen.vollstaendig)");
    let (problems, texts) = (check(document), Texts::new(Language::German));
    let sentences: Vec<String> = problems.iter().map(|problem| texts.problem(document, problem)).collect();
    assert!(may_be_released(&problems), "{sentences:#?}");
}
