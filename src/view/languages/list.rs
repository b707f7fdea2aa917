//! The languages with how far each has come.

use super::rows::{Section, progress};
use super::{LanguagesState, add};
use crate::edit::Command;
use crate::model::{Language, Subject};
use crate::view::icons::Icon;
use crate::view::widgets::{IconButton, semibold};
use crate::view::{Action, Selection, ViewContext};
use egui::{Frame, Label, Popup, Rect, RichText, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, vec2};

/// Draws the column.
pub fn ui(
    ui: &mut Ui,
    context: &ViewContext<'_>,
    state: &mut LanguagesState,
    sections: &[Section],
    current: &Language,
    actions: &mut Vec<Action>,
) {
    ui.label(semibold(context.texts.get("languages-title"), 16.0));
    ui.add_space(4.0);
    ScrollArea::vertical().id_salt("languages").max_height(ui.available_height() - 48.0).show(ui, |ui| {
        for language in context.document.languages.values() {
            card_ui(ui, context, sections, language, language.id == current.id, actions);
        }
    });
    ui.add_space(4.0);
    add::button_ui(ui, context, state, actions);
    add::typed_ui(ui, context, state, actions);
}

fn card_ui(ui: &mut Ui, context: &ViewContext<'_>, sections: &[Section], language: &Language, is_current: bool, actions: &mut Vec<Action>) {
    let theme = context.theme;
    let progress = progress(sections, language);
    let words = context.texts.with("languages-progress", &[("current", progress.current.into()), ("all", progress.all.into())]);
    let place = UiBuilder::new().id_salt(language.id.0).sense(Sense::click());
    let card = ui.scope_builder(place, |ui| {
        let fill = if is_current { theme.accent_soft } else { theme.panel };
        Frame::new().fill(fill).corner_radius(4).inner_margin(10).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 4.0;
            ui.horizontal(|ui| {
                let name = if is_current { semibold(&language.name, 14.0) } else { RichText::new(&language.name) };
                ui.add(Label::new(name.color(theme.text)).selectable(false).truncate());
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    more_ui(ui, context, language, actions);
                    ui.add(Label::new(RichText::new(&language.tag).size(12.0).color(theme.text_soft)).selectable(false));
                });
            });
            bar_ui(ui, context, progress.current, progress.outdated, progress.all);
            ui.add(Label::new(RichText::new(&words).size(12.0).color(theme.text_soft)).selectable(false).wrap());
        });
    });
    let response = card.response;
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, is_current, format!("{}, {words}", language.name)));
    if is_current || response.hovered() || response.has_focus() {
        ui.painter().rect_stroke(response.rect, 4, Stroke::new(1.0, theme.accent), StrokeKind::Inside);
    }
    if response.clicked() {
        actions.push(Action::Select(Selection::only(Subject::Language(language.id))));
    }
}

fn more_ui(ui: &mut Ui, context: &ViewContext<'_>, language: &Language, actions: &mut Vec<Action>) {
    let label = context.texts.with("languages-more", &[("language", (&language.name).into())]);
    let button = IconButton::new(Icon::More, &label).tiny().ui(ui, context.theme);
    Popup::menu(&button).show(|ui| {
        if ui.button(context.texts.get("languages-remove")).clicked() {
            actions.push(Action::Apply(Command::Remove(vec![Subject::Language(language.id)])));
        }
    });
}

/// What is done, and what is out of date, as shares of all.
fn bar_ui(ui: &mut Ui, context: &ViewContext<'_>, current: usize, outdated: usize, all: usize) {
    let theme = context.theme;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 6.0), Sense::hover());
    let share = |count: usize| rect.width() * count as f32 / all.max(1) as f32;
    let part = |from: f32, width: f32| Rect::from_min_size(rect.min + vec2(from, 0.0), vec2(width, rect.height()));
    ui.painter().rect_filled(rect, 3, theme.line);
    ui.painter().rect_filled(part(0.0, share(current)), 3, theme.success);
    ui.painter().rect_filled(part(share(current), share(outdated)), 3, theme.warning);
}
