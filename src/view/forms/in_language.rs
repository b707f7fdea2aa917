//! A form in one of its languages: the plan, the messages that go with it, and the list from which the language is chosen.

use super::Look;
use crate::form::Plan;
use crate::i18n::{Language, Texts};
use crate::model::{self, Document, FormId, LanguageId};
use crate::view::ViewContext;
use crate::view::widgets::choice;
use egui::{RichText, Ui};
use std::sync::LazyLock;

static GERMAN: LazyLock<Texts> = LazyLock::new(|| Texts::new(Language::German));
static ENGLISH: LazyLock<Texts> = LazyLock::new(|| Texts::new(Language::English));

/// Scripts whose lines begin at the right, by the languages that are written in them.
const RIGHT_TO_LEFT: [&str; 6] = ["ar", "fa", "he", "ku", "ps", "ur"];

/// Width of the list of languages, in points.
const WIDTH: f32 = 180.0;

/// The plan of a form in a language; in German where there is none.
pub fn plan_in(document: &Document, form: FormId, language: Option<LanguageId>) -> Option<Plan> {
    match language {
        Some(language) => Plan::in_language(document, form, language),
        None => Plan::of(document, form),
    }
}

/// Citizens' look with the messages that there are in their language: English ones, else German ones.
pub fn look_in<'a>(context: &ViewContext<'a>, language: Option<&model::Language>) -> Look<'a> {
    let is_english = language.is_some_and(|language| is_english(&language.tag));
    let texts = if is_english { &*ENGLISH } else { &*GERMAN };
    Look { is_rtl: language.is_some_and(|language| is_right_to_left(&language.tag)), ..Look::new(texts, context.theme) }
}

/// Draws the list of the languages of a document, German first; nothing where there is German only. `name` tells lists on the screen apart.
pub fn language_ui(ui: &mut Ui, context: &ViewContext<'_>, document: &Document, name: &str, language: &mut Option<LanguageId>) {
    if document.languages.is_empty() {
        return;
    }
    let texts = context.texts;
    let german = (None, texts.get("forms-german"));
    let others = document.languages.values().map(|language| (Some(language.id), language.name.as_str()));
    let all: Vec<(Option<LanguageId>, &str)> = [german].into_iter().chain(others).collect();
    ui.label(texts.get("forms-language"));
    ui.scope(|ui| {
        ui.set_max_width(WIDTH);
        *language = choice(ui, name, texts.get("forms-language"), language, &all).unwrap_or(*language);
    });
}

/// Says in which language the messages are, where they are not in the chosen one.
pub fn messages_ui(ui: &mut Ui, context: &ViewContext<'_>, language: Option<&model::Language>) {
    if language.is_some_and(|language| !is_english(&language.tag)) {
        ui.label(RichText::new(context.texts.get("forms-german-messages")).size(12.0).color(context.theme.text_soft));
    }
}

fn is_english(tag: &str) -> bool {
    tag.split('-').next().is_some_and(|first| first.eq_ignore_ascii_case("en"))
}

/// Whether lines of a language begin at the right.
fn is_right_to_left(tag: &str) -> bool {
    let first = tag.split('-').next().unwrap_or_default().to_lowercase();
    RIGHT_TO_LEFT.contains(&first.as_str())
}

#[cfg(test)]
mod tests {
    use super::is_right_to_left;

    #[test]
    fn the_side_at_which_lines_begin_follows_from_the_tag() {
        assert!(["ar", "AR-EG", "fa", "he"].into_iter().all(is_right_to_left));
        assert!(!["de-x-leicht", "en", "tr", "uk", "arc", ""].into_iter().any(is_right_to_left));
    }
}
