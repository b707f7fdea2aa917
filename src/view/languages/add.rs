//! Adds a language: one of those that are asked for most, or any other by its tag.

use super::LanguagesState;
use crate::edit::{Command, ContentCommand};
use crate::view::widgets::{DialogButton, Weight, dialog, field_row, primary_button};
use crate::view::{Action, ViewContext};
use egui::{Popup, TextEdit, Ui};

/// Languages that administrations offer most, by their tags (BCP 47) with their own names.
const USUAL: [(&str, &str); 10] = [
    ("en", "English"),
    ("de-x-leicht", "Leichte Sprache"),
    ("tr", "Türkçe"),
    ("ar", "العربية"),
    ("uk", "Українська"),
    ("ru", "Русский"),
    ("pl", "Polski"),
    ("ro", "Română"),
    ("fr", "Français"),
    ("fa", "فارسی"),
];

/// A language that is being typed.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    tag: String,
    name: String,
}

/// Draws the button with the list of languages.
pub fn button_ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut LanguagesState, actions: &mut Vec<Action>) {
    let texts = context.texts;
    let button = primary_button(ui, context.theme, texts.get("languages-add"));
    let is_there = |tag: &str| context.document.languages.values().any(|language| language.tag == tag);
    Popup::menu(&button).show(|ui| {
        for (tag, own) in USUAL.into_iter().filter(|(tag, _)| !is_there(tag)) {
            if ui.button(texts.get(key_of(tag))).clicked() {
                actions.push(add(tag, own));
            }
        }
        ui.separator();
        if ui.button(texts.get("languages-add-other")).clicked() {
            state.typed = Some(Typed::default());
        }
    });
}

/// What a usual language is called in the studio's language.
fn key_of(tag: &str) -> &'static str {
    match tag {
        "en" => "languages-english",
        "de-x-leicht" => "languages-plain-german",
        "tr" => "languages-turkish",
        "ar" => "languages-arabic",
        "uk" => "languages-ukrainian",
        "ru" => "languages-russian",
        "pl" => "languages-polish",
        "ro" => "languages-romanian",
        "fr" => "languages-french",
        _ => "languages-persian",
    }
}

fn add(tag: &str, name: &str) -> Action {
    Action::Apply(Command::Content(ContentCommand::AddLanguage { tag: tag.to_owned(), name: name.to_owned() }))
}

/// Asks for the tag and name of another language.
pub fn typed_ui(ui: &Ui, context: &ViewContext<'_>, state: &mut LanguagesState, actions: &mut Vec<Action>) {
    let Some(typed) = &mut state.typed else { return };
    let texts = context.texts;
    let is_whole = !typed.tag.trim().is_empty() && !typed.name.trim().is_empty();
    let buttons = [
        DialogButton::new(Weight::Primary, texts.get("languages-add"), true).enabled(is_whole),
        DialogButton::new(Weight::Secondary, texts.get("cancel"), false),
    ];
    let answer = dialog(ui.ctx(), context.theme, texts.get("languages-add-other-title"), &buttons, |ui| {
        for (key, text) in [("languages-name", &mut typed.name), ("languages-tag", &mut typed.tag)] {
            field_row(ui, context.theme, texts.get(key), |ui| {
                let response = ui.add(TextEdit::singleline(text).margin(egui::vec2(8.0, 6.0)).desired_width(f32::INFINITY));
                ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(texts.get(key)));
            });
        }
        ui.label(egui::RichText::new(texts.get("languages-tag-help")).size(12.0).color(context.theme.text_soft));
    });
    match answer {
        Some(true) => {
            actions.push(add(typed.tag.trim(), typed.name.trim()));
            state.typed = None;
        }
        Some(false) => state.typed = None,
        None => {}
    }
}
