//! The form as people will see it, to be tried on three screens, in each of its languages, with an account or without.

use super::fill::{FillState, fill_ui};
use super::{FormsState, Look, Screen};
use crate::expr::{Context, Date, DateTime};
use crate::form::{Account, Filling, Plan, format};
use crate::i18n::{Language, Texts};
use crate::model::{self, Form, FormId, LanguageId};
use crate::view::ViewContext;
use crate::view::icons::Icon;
use crate::view::widgets::{choice, icon_text_button, semibold};
use egui::{Checkbox, Label, RichText, ScrollArea, Ui};
use std::sync::{Arc, LazyLock};

static GERMAN: LazyLock<Texts> = LazyLock::new(|| Texts::new(Language::German));
static ENGLISH: LazyLock<Texts> = LazyLock::new(|| Texts::new(Language::English));

/// Scripts whose lines begin at the right, by the languages that are written in them.
const RIGHT_TO_LEFT: [&str; 6] = ["ar", "fa", "he", "ku", "ps", "ur"];

/// Width of the list of languages, in points.
const LANGUAGE_WIDTH: f32 = 180.0;

/// A trial of a form.
#[derive(Clone, Debug)]
pub struct Preview {
    filling: Filling,
    state: FillState,
    is_sent: bool,
    is_signed_in: bool,
}

impl Preview {
    /// A fresh trial over an empty case, in German; `None` if there is no such form or no day.
    pub fn new(context: &ViewContext<'_>, form: FormId) -> Option<Self> {
        let plan = Plan::of(context.document, form)?;
        Self::of(context, Arc::new(plan))
    }

    fn of(context: &ViewContext<'_>, plan: Arc<Plan>) -> Option<Self> {
        let filling = Filling::new(plan, Context::default(), now(context)?);
        Some(Self { filling, state: FillState::default(), is_sent: false, is_signed_in: false })
    }
}

/// The beginning of today; `None` if the clock gives no day.
pub fn now(context: &ViewContext<'_>) -> Option<DateTime> {
    let (year, month, day) = context.today;
    let today = Date::new(i64::from(year), i64::from(month), i64::from(day))?;
    Some(DateTime::midnight(today, None))
}

/// How wide the paper is on a screen, in points.
pub fn paper_width(screen: Screen) -> f32 {
    match screen {
        Screen::Wide => 760.0,
        Screen::Medium => 600.0,
        Screen::Narrow => 380.0,
    }
}

/// Whether lines of a language begin at the right.
pub fn is_right_to_left(tag: &str) -> bool {
    let first = tag.split('-').next().unwrap_or_default().to_lowercase();
    RIGHT_TO_LEFT.contains(&first.as_str())
}

/// Draws the trial.
pub fn ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut FormsState, form: &Form) {
    state.language = state.language.filter(|language| context.document.languages.contains(*language));
    if state.preview.as_ref().is_none_or(|preview| preview.filling.plan().form != form.id) {
        state.preview = Preview::new(context, form.id);
    }
    let Some(preview) = &mut state.preview else { return };
    renew(context, preview, form.id, state.language);
    let width = paper_width(state.screen);
    ScrollArea::vertical().id_salt("preview").auto_shrink(false).show(ui, |ui| {
        super::design::centred(ui, width, |ui| {
            circumstances_ui(ui, context, preview, form, &mut state.language);
            let language = state.language.and_then(|language| context.document.languages.get(language));
            let look = look_in(context, language);
            look.paper(ui).show(ui, |ui| {
                if preview.is_sent {
                    sent_ui(ui, context, preview);
                } else {
                    preview.is_sent = fill_ui(ui, look, &mut preview.filling, &mut preview.state, look.text("forms-send"));
                }
            });
        });
    });
}

/// Goes on with the form as it is now, in the chosen language.
fn renew(context: &ViewContext<'_>, preview: &mut Preview, form: FormId, language: Option<LanguageId>) {
    let at_hand = preview.filling.plan();
    if at_hand.language == language && at_hand.is_current(context.document) {
        return;
    }
    let plan = match language {
        Some(language) => Plan::in_language(context.document, form, language),
        None => Plan::of(context.document, form),
    };
    plan.into_iter().for_each(|plan| preview.filling.change_plan(Arc::new(plan)));
}

/// Citizens' look with the messages that there are in their language: English ones, else German ones.
fn look_in<'a>(context: &ViewContext<'a>, language: Option<&model::Language>) -> Look<'a> {
    let is_english = language.is_some_and(|language| is_english(&language.tag));
    let texts = if is_english { &*ENGLISH } else { &*GERMAN };
    Look { is_rtl: language.is_some_and(|language| is_right_to_left(&language.tag)), ..Look::new(texts, context.theme) }
}

fn is_english(tag: &str) -> bool {
    tag.split('-').next().is_some_and(|first| first.eq_ignore_ascii_case("en"))
}

/// Above the paper: in which language, and whether as somebody who has signed in.
fn circumstances_ui(ui: &mut Ui, context: &ViewContext<'_>, preview: &mut Preview, form: &Form, language: &mut Option<LanguageId>) {
    let has_account = form.fields().any(|(_, field)| field.account.is_some());
    if context.document.languages.is_empty() && !has_account {
        return;
    }
    let texts = context.texts;
    ui.horizontal_wrapped(|ui| {
        if !context.document.languages.is_empty() {
            let german = (None, texts.get("forms-german").to_owned());
            let others = context.document.languages.values().map(|language| (Some(language.id), language.name.clone()));
            let all: Vec<(Option<LanguageId>, String)> = [german].into_iter().chain(others).collect();
            let all: Vec<(Option<LanguageId>, &str)> = all.iter().map(|(id, name)| (*id, name.as_str())).collect();
            ui.label(texts.get("forms-language"));
            ui.scope(|ui| {
                ui.set_max_width(LANGUAGE_WIDTH);
                if let Some(chosen) = choice(ui, "preview language", texts.get("forms-language"), language, &all) {
                    *language = chosen;
                }
            });
        }
        if has_account && ui.add(Checkbox::new(&mut preview.is_signed_in, texts.get("forms-signed-in"))).changed() {
            preview.filling.sign_in(if preview.is_signed_in { Account::specimen() } else { Account::default() });
        }
    });
    let chosen = language.and_then(|language| context.document.languages.get(language));
    if chosen.is_some_and(|language| !is_english(&language.tag)) {
        ui.label(RichText::new(texts.get("forms-german-messages")).size(12.0).color(context.theme.text_soft));
    }
    ui.add_space(8.0);
}

/// What the form would give to the case.
fn sent_ui(ui: &mut Ui, context: &ViewContext<'_>, preview: &mut Preview) {
    let look = Look::of(context);
    look.kern.dress(ui);
    ui.set_width(ui.available_width());
    ui.horizontal(|ui| {
        ui.add(Label::new(Icon::Check.text(24.0).color(look.theme.success)).selectable(false));
        look.title_ui(ui, look.text("forms-sent"), look.sizes().page);
    });
    look.soft_ui(ui, look.text("forms-sent-help"));
    ui.add_space(8.0);
    for (path, value) in preview.filling.changes() {
        let name =
            context.document.find_path(&path).and_then(|path| context.document.fields.get(path.last()?)).map(|field| field.name.clone());
        let name = name.unwrap_or(path.clone());
        ui.horizontal_wrapped(|ui| {
            ui.label(semibold(&name, look.sizes().text));
            ui.label(RichText::new(format::at_path(context.document, &path, &value)).color(look.theme.text));
        });
    }
    ui.add_space(12.0);
    if icon_text_button(ui, Icon::Restart, look.text("forms-again")).clicked() {
        let plan = Arc::clone(preview.filling.plan());
        *preview = Preview::of(context, plan).unwrap_or_else(|| preview.clone());
    }
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
