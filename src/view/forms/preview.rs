//! The form as people will see it, to be tried on three screens, in each of its languages, with an account or without.

use super::fill::{FillState, fill_ui};
use super::in_language::{language_ui, look_in, messages_ui, plan_in};
use super::{FormsState, Look, Screen};
use crate::expr::{Context, Date, DateTime};
use crate::form::{Account, Filling, Plan, format};
use crate::model::{Form, FormId, LanguageId};
use crate::view::ViewContext;
use crate::view::icons::Icon;
use crate::view::widgets::{icon_text_button, semibold};
use egui::{Checkbox, Label, RichText, ScrollArea, Ui};
use std::sync::Arc;

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
    plan_in(context.document, form, language).into_iter().for_each(|plan| preview.filling.change_plan(Arc::new(plan)));
}

/// Above the paper: in which language, and whether as somebody who has signed in.
fn circumstances_ui(ui: &mut Ui, context: &ViewContext<'_>, preview: &mut Preview, form: &Form, language: &mut Option<LanguageId>) {
    let has_account = form.fields().any(|(_, field)| field.account.is_some());
    if context.document.languages.is_empty() && !has_account {
        return;
    }
    let texts = context.texts;
    ui.horizontal_wrapped(|ui| {
        language_ui(ui, context, context.document, "preview language", language);
        if has_account && ui.add(Checkbox::new(&mut preview.is_signed_in, texts.get("forms-signed-in"))).changed() {
            preview.filling.sign_in(if preview.is_signed_in { Account::specimen() } else { Account::default() });
        }
    });
    messages_ui(ui, context, language.and_then(|language| context.document.languages.get(language)));
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
