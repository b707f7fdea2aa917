//! Translations beside their German, and forms seen in another language.

use super::{Sketch, click, key, type_into};
use crate::desk::{Desk, window};
use dienstweg::drawing::ThemeName;
use dienstweg::edit::{Command, ContentCommand};
use dienstweg::model::{Document, ElementKind, FieldKind};
use dienstweg::view::forms::{FormsState, ui as forms_ui};
use dienstweg::view::languages::{self, LanguagesState};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

/// The places of forms and of languages with an editor behind them.
pub(super) struct Studio {
    desk: Desk,
    forms: FormsState,
    languages: LanguagesState,
    shows_languages: bool,
}

pub(super) fn studio(document: Document, size: [f32; 2], theme: ThemeName) -> Harness<'static, Studio> {
    let desk = Desk::new(document, theme);
    let studio = Studio { desk, forms: FormsState::default(), languages: LanguagesState::default(), shows_languages: true };
    window(studio, size, 1.0, |ui, Studio { desk, forms, languages, shows_languages }| {
        desk.draw(ui, |ui, context, actions| {
            if *shows_languages {
                languages::ui(ui, context, languages, actions);
            } else {
                let ground = egui::Frame::new().fill(context.theme.canvas);
                egui::CentralPanel::no_frame().frame(ground).show(ui, |ui| forms_ui(ui, context, forms, actions));
            }
        });
    })
}

/// A form with a field that must be filled in and a text.
pub(super) fn small() -> Document {
    let mut sketch = Sketch::new();
    let name = sketch.field("name", "Nachname", FieldKind::Text, |field| field.is_required = true);
    let text = sketch.element(ElementKind::StaticText("Bitte **alles** ausfüllen.".to_owned()));
    sketch.form(vec![("Person", vec![text, name])]).0
}

fn tag_of(harness: &Harness<'static, Studio>) -> dienstweg::model::Language {
    harness.state().desk.editor.shown().languages.values().next().unwrap().clone()
}

#[test]
fn a_language_is_added_translated_by_keys_and_seen_in_the_preview() {
    let mut harness = studio(small(), [1280.0, 720.0], ThemeName::Light);
    click(&mut harness, "Sprache hinzufügen");
    click(&mut harness, "Englisch");
    assert_eq!(tag_of(&harness).tag, "en");
    assert!(harness.query_by_label("0 von 4 Texten fertig").is_some());
    key(&mut harness, Modifiers::COMMAND, Key::Enter);
    for translation in ["Application for a permit", "Person", "Please fill in **everything**.", "Family name"] {
        harness.event(egui::Event::Text(translation.to_owned()));
        harness.run();
        key(&mut harness, Modifiers::COMMAND, Key::Enter);
    }
    assert!(harness.query_by_label("4 von 4 Texten fertig").is_some());
    assert_eq!(harness.state().desk.said, ["Alle Texte sind übersetzt."]);
    harness.state_mut().shows_languages = false;
    harness.run();
    click(&mut harness, "Vorschau");
    harness.get_by_role_and_label(Role::ComboBox, "Sprache").click();
    harness.run();
    harness.get_by_role_and_label(Role::Button, "English").click();
    harness.run();
    assert!(harness.query_by_label("Application for a permit").is_some());
    assert!(harness.query_by_role_and_label(Role::TextInput, "Family name").is_some());
    click(&mut harness, "Send");
    assert!(harness.query_by_label("Please check one entry.").is_some(), "messages in English too");
}

#[test]
fn what_changed_in_german_is_out_of_date_until_it_is_looked_at() {
    let mut harness = studio(small(), [1280.0, 720.0], ThemeName::Light);
    let add = ContentCommand::AddLanguage { tag: "tr".to_owned(), name: "Türkçe".to_owned() };
    harness.state_mut().desk.editor.apply(Command::Content(add)).unwrap();
    harness.run();
    type_into(&mut harness, "Übersetzung von: Nachname", "Soyadı");
    key(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(harness.query_by_label("1 von 4 Texten fertig").is_some());
    let mut field = harness.state().desk.editor.shown().fields.values().next().unwrap().clone();
    field.name = "Familienname".to_owned();
    harness.state_mut().desk.editor.apply(Command::Put(dienstweg::edit::Record::DataField(field))).unwrap();
    harness.run();
    assert!(harness.query_by_label("veraltet").is_some());
    click(&mut harness, "Veraltete (1)");
    assert!(harness.query_by_label("fehlt").is_none(), "only what is out of date");
    click(&mut harness, "Passt noch");
    assert!(harness.query_by_label("Veraltete (0)").is_some());
    assert!(tag_of(&harness).texts.values().any(|own| own.of == "Familienname" && own.text == "Soyadı"));
}

#[test]
fn a_table_goes_out_and_comes_back_translated() {
    let mut harness = studio(small(), [1280.0, 720.0], ThemeName::Light);
    let add = ContentCommand::AddLanguage { tag: "uk".to_owned(), name: "Українська".to_owned() };
    harness.state_mut().desk.editor.apply(Command::Content(add)).unwrap();
    harness.run();
    click(&mut harness, "Tabelle kopieren");
    let copied = "Deutsch\tУкраїнська\nAntrag auf Erlaubnis\t\nPerson\t\nBitte **alles** ausfüllen.\t\nNachname\t\n";
    assert_eq!(harness.state().desk.copied, copied);
    click(&mut harness, "Tabelle einfügen");
    harness.get_by_role_and_label(Role::MultilineTextInput, "Übersetzte Tabelle einfügen").focus();
    harness.run();
    harness.event(egui::Event::Paste("Nachname\tПрізвище\nUnbekannt\tx\nPerson\tОсоба".to_owned()));
    harness.run();
    click(&mut harness, "Übernehmen");
    assert_eq!(harness.state().desk.said.last().unwrap(), "2 Übersetzungen wurden übernommen.");
    let texts: Vec<String> = tag_of(&harness).texts.values().map(|own| own.text.clone()).collect();
    assert!(texts.len() == 2 && texts.contains(&"Прізвище".to_owned()) && texts.contains(&"Особа".to_owned()), "{texts:?}");
}

#[test]
fn arabic_begins_at_the_right() {
    let mut sketch = Sketch::new();
    let mut fields = [("a", "Eins"), ("b", "Zwei")].map(|(key, name)| sketch.field(key, name, FieldKind::Text, |_| {}));
    fields.iter_mut().for_each(|field| field.width = 6);
    let (document, _) = sketch.form(vec![("Seite", fields.to_vec())]);
    let mut harness = studio(document, [1280.0, 720.0], ThemeName::Light);
    click(&mut harness, "Sprache hinzufügen");
    click(&mut harness, "Arabisch");
    harness.state_mut().shows_languages = false;
    harness.run();
    click(&mut harness, "Vorschau");
    let left = |harness: &Harness<'static, Studio>, label: &str| harness.get_by_role_and_label(Role::TextInput, label).rect().left();
    assert!(left(&harness, "Eins") < left(&harness, "Zwei"), "German");
    harness.get_by_role_and_label(Role::ComboBox, "Sprache").click();
    harness.run();
    harness.get_by_role_and_label(Role::Button, "العربية").click();
    harness.run();
    assert!(left(&harness, "Eins") > left(&harness, "Zwei"), "Arabic");
    let german = "Meldungen zum Ausfüllen gibt es auf Deutsch und Englisch; hier stehen sie auf Deutsch.";
    assert!(harness.query_by_label(german).is_some());
}
