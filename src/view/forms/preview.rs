//! The form as people will see it, to be tried at three widths.

use super::fill::{FillState, fill_ui};
use super::{FormsState, Look, plan_for};
use crate::expr::{Context, Date, DateTime};
use crate::form::{Filling, Plan, format};
use crate::model::Form;
use crate::view::ViewContext;
use crate::view::icons::Icon;
use crate::view::widgets::{icon_text_button, semibold};
use egui::{Label, RichText, ScrollArea, Ui};
use std::sync::Arc;

/// How wide the paper is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Width {
    /// As on a desk.
    #[default]
    Wide,
    /// As on a tablet.
    Middle,
    /// As on a telephone.
    Narrow,
}

impl Width {
    /// In points.
    fn points(self) -> f32 {
        match self {
            Self::Wide => 760.0,
            Self::Middle => 560.0,
            Self::Narrow => 380.0,
        }
    }
}

/// A trial of a form.
#[derive(Clone, Debug)]
pub struct Preview {
    filling: Filling,
    state: FillState,
    is_sent: bool,
}

impl Preview {
    /// A fresh trial over an empty case.
    pub fn new(context: &ViewContext<'_>, plan: Arc<Plan>) -> Option<Self> {
        let filling = Filling::new(plan, Context::default(), now(context)?);
        Some(Self { filling, state: FillState::default(), is_sent: false })
    }
}

/// The beginning of today; `None` if the clock gives no day.
pub fn now(context: &ViewContext<'_>) -> Option<DateTime> {
    let (year, month, day) = context.today;
    let today = Date::new(i64::from(year), i64::from(month), i64::from(day))?;
    Some(DateTime::midnight(today, None))
}

/// Draws the trial.
pub fn ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut FormsState, form: &Form) {
    let look = Look::of(context);
    let width = state.width.points();
    let at_hand = state.preview.as_ref().map(|preview| Arc::clone(preview.filling.plan()));
    let Some(plan) = plan_for(context, form.id, at_hand.as_ref()) else { return };
    if at_hand.is_none_or(|at_hand| at_hand.form != plan.form) {
        state.preview = Preview::new(context, Arc::clone(&plan));
    }
    let Some(preview) = &mut state.preview else { return };
    if !Arc::ptr_eq(&plan, preview.filling.plan()) {
        preview.filling.change_plan(plan);
    }
    ScrollArea::vertical().id_salt("preview").auto_shrink(false).show(ui, |ui| {
        super::design::centred(ui, width, |ui| {
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

/// What the form would give to the case.
fn sent_ui(ui: &mut Ui, context: &ViewContext<'_>, preview: &mut Preview) {
    let look = Look::of(context);
    ui.set_width(ui.available_width());
    ui.horizontal(|ui| {
        ui.add(Label::new(Icon::Check.text(24.0).color(look.theme.success)).selectable(false));
        look.title_ui(ui, look.text("forms-sent"), 16.0);
    });
    look.soft_ui(ui, look.text("forms-sent-help"));
    ui.add_space(8.0);
    for (path, value) in preview.filling.changes() {
        let name =
            context.document.find_path(&path).and_then(|path| context.document.fields.get(path.last()?)).map(|field| field.name.clone());
        let name = name.unwrap_or(path.clone());
        ui.horizontal_wrapped(|ui| {
            ui.label(semibold(&name, 14.0));
            ui.label(RichText::new(format::at_path(context.document, &path, &value)).color(look.theme.text));
        });
    }
    ui.add_space(12.0);
    if icon_text_button(ui, Icon::Restart, look.text("forms-again")).clicked() {
        let plan = Arc::clone(preview.filling.plan());
        *preview = Preview::new(context, plan).unwrap_or_else(|| preview.clone());
    }
}
