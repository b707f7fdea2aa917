//! Above the paper: what can be added, for which screen it is, the rules, and the switch to the preview.

use super::deeds::Desk;
use super::preview::Preview;
use super::{FormsState, Look, Screen, palette};
use crate::model::{Form, FormRule, Page};
use crate::view::icons::Icon;
use crate::view::widgets::{Segment, Words, segmented_with};
use crate::view::{Action, ViewContext};
use egui::{Align, Button, Frame, Layout, Margin, Role, Stroke, Ui, WidgetInfo, vec2};

/// Height of what stands in the bar, in points.
const HEIGHT: f32 = 36.0;

/// Below this width the switches of the bar show icons without words, in points.
const NARROW: f32 = 690.0;
/// Below this width what can be added is an icon too.
const NARROWER: f32 = 580.0;
/// Below this width nothing shows its word.
const NARROWEST: f32 = 470.0;

/// Draws the bar.
pub fn ui(ui: &mut Ui, desk: &Desk<'_, '_>, state: &mut FormsState, actions: &mut Vec<Action>) {
    let context = desk.context;
    let frame = Frame::new().fill(context.theme.panel).inner_margin(Margin::symmetric(12, 8));
    let bar = frame.show(ui, |ui| {
        let size = vec2(ui.available_width(), HEIGHT);
        let is_narrow = size.x < NARROW;
        let words = match size.x {
            width if width < NARROWEST => Words::None,
            width if width < NARROW => Words::Chosen,
            _ => Words::All,
        };
        ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
            mode_ui(ui, context, state, desk.form, words);
            if state.preview.is_none() {
                rules_button_ui(ui, desk, state, is_narrow);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                if state.preview.is_none() {
                    let opens = std::mem::take(&mut state.opens_palette);
                    palette::button_ui(ui, desk, state, (size.x < NARROWER, opens), actions);
                }
                width_ui(ui, context, state, words);
            });
        });
    });
    let rect = bar.response.rect;
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, context.theme.line));
    ui.add_space(1.0);
}

/// Shows or hides the rules, and says how many there are.
fn rules_button_ui(ui: &mut Ui, desk: &Desk<'_, '_>, state: &mut FormsState, is_narrow: bool) {
    let texts = desk.context.texts;
    let word = texts.with("rules-button", &[("count", desk.form.rules.len().into())]);
    let shown = if is_narrow { desk.form.rules.len().to_string() } else { word.clone() };
    let open = desk.form.rules.iter().any(FormRule::is_open);
    let icon = if open { Icon::Warning } else { Icon::Rule };
    let button = Button::selectable(state.shows_rules, (icon.text(18.0), shown)).min_size(vec2(0.0, 32.0));
    let response = ui.add(button).on_hover_text(texts.get(if open { "rules-button-open" } else { "rules-button-help" }));
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, state.shows_rules, &word));
    if response.clicked() {
        state.shows_rules = !state.shows_rules;
    }
}

/// The switch between editing and trying. It stands in a row from right to left, so its last word is given first.
fn mode_ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut FormsState, form: &Form, words: Words) {
    let look = Look::of(context);
    let segments = [
        Segment { value: true, text: look.text("forms-preview"), icon: Some(Icon::Preview), tooltip: look.text("forms-preview-help") },
        Segment { value: false, text: look.text("forms-edit"), icon: Some(Icon::Edit), tooltip: look.text("forms-edit-help") },
    ];
    if let Some(is_preview) = segmented_with(ui, context.theme, &state.preview.is_some(), &segments, words) {
        state.preview = if is_preview { Preview::new(context, form.id) } else { None };
    }
}

fn width_ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut FormsState, words: Words) {
    let look = Look::of(context);
    let segment =
        |value, key: &'static str, icon| Segment { value, text: look.texts.get(key), icon: Some(icon), tooltip: look.texts.get(key) };
    let segments = [
        segment(Screen::Wide, "forms-wide", Icon::ScreenWide),
        segment(Screen::Medium, "forms-middle", Icon::ScreenMedium),
        segment(Screen::Narrow, "forms-narrow", Icon::ScreenNarrow),
    ];
    let words = if words == Words::All && ui.available_width() < 292.0 { Words::Chosen } else { words };
    if let Some(screen) = segmented_with(ui, context.theme, &state.screen, &segments, words) {
        state.screen = screen;
    }
}

/// The title of a page, or its number.
pub fn title_of(look: Look<'_>, page: &Page, index: usize) -> String {
    if page.title.trim().is_empty() { look.texts.with("forms-page", &[("number", (index + 1).into())]) } else { page.title.clone() }
}
