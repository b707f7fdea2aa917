//! Above the paper: the pages as tabs, what can be added, and the switch to the preview.

use super::preview::Preview;
use super::{FormsState, Look, Screen, palette, tree};
use crate::edit::{Command, ContentCommand, FormPlace};
use crate::model::{Form, FormElementId, Page, Subject};
use crate::view::icons::Icon;
use crate::view::widgets::{IconButton, Segment, quiet_button, segmented, semibold};
use crate::view::{Action, Selection, ViewContext};
use egui::{Align, Button, Frame, Layout, Margin, Role, Stroke, Ui, WidgetInfo, vec2};

/// Height of what stands in the bar, in points.
const HEIGHT: f32 = 36.0;

/// Below this width the bar has two rows, in points.
const NARROW: f32 = 560.0;

/// Draws the bar.
pub fn ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut FormsState, form: &Form, page: FormElementId, actions: &mut Vec<Action>) {
    let frame = Frame::new().fill(context.theme.panel).inner_margin(Margin::symmetric(12, 8));
    let bar = frame.show(ui, |ui| {
        let size = vec2(ui.available_width(), HEIGHT);
        let is_narrow = size.x < NARROW;
        if is_narrow {
            ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
                if state.preview.is_none() {
                    palette::button_ui(ui, context, form, page, true, actions);
                }
                left_ui(ui, context, state, form, page, actions);
            });
        }
        ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
            mode_ui(ui, context, state, form, is_narrow);
            if !is_narrow {
                if state.preview.is_none() {
                    palette::button_ui(ui, context, form, page, false, actions);
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| left_ui(ui, context, state, form, page, actions));
            }
        });
    });
    let rect = bar.response.rect;
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, context.theme.line));
    ui.add_space(1.0);
}

/// What the shown form has: pages while it is edited, widths while it is tried.
fn left_ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut FormsState, form: &Form, page: FormElementId, actions: &mut Vec<Action>) {
    if state.preview.is_some() {
        return width_ui(ui, context, state);
    }
    egui::ScrollArea::horizontal().id_salt("pages").show(ui, |ui| {
        ui.horizontal(|ui| pages_ui(ui, context, form, page, actions));
    });
}

/// The switch between editing and trying. It stands in a row from right to left, so its last word is given first.
fn mode_ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut FormsState, form: &Form, is_narrow: bool) {
    let look = Look::of(context);
    let segments = [
        Segment { value: true, text: look.text("forms-preview"), icon: Some(Icon::Preview), tooltip: look.text("forms-preview-help") },
        Segment { value: false, text: look.text("forms-edit"), icon: Some(Icon::Edit), tooltip: look.text("forms-edit-help") },
    ];
    if let Some(is_preview) = segmented(ui, context.theme, &state.preview.is_some(), &segments, is_narrow) {
        state.preview = if is_preview { Preview::new(context, form.id) } else { None };
    }
}

fn width_ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut FormsState) {
    let look = Look::of(context);
    let segments = [
        Segment::word(Screen::Wide, look.text("forms-wide")),
        Segment::word(Screen::Medium, look.text("forms-middle")),
        Segment::word(Screen::Narrow, look.text("forms-narrow")),
    ];
    if let Some(screen) = segmented(ui, context.theme, &state.screen, &segments, false) {
        state.screen = screen;
    }
}

fn pages_ui(ui: &mut Ui, context: &ViewContext<'_>, form: &Form, current: FormElementId, actions: &mut Vec<Action>) {
    let look = Look::of(context);
    for (index, page) in form.pages.iter().enumerate() {
        let title = title_of(look, page, index);
        let is_current = page.id == current;
        let text = if is_current { semibold(&title, 14.0).color(context.theme.accent) } else { egui::RichText::new(&title) };
        let response = if page.visible_when.trim().is_empty() {
            ui.add(Button::selectable(is_current, text).min_size(vec2(0.0, 30.0)))
        } else {
            ui.add(Button::selectable(is_current, (text, Icon::Preview.text(14.0))).min_size(vec2(0.0, 30.0)))
        };
        response.widget_info(|| WidgetInfo::selected(Role::Tab, true, is_current, &title));
        if response.clicked() {
            actions.push(Action::Select(Selection::only(Subject::FormElement(form.id, page.id))));
        }
        response.context_menu(|ui| page_menu_ui(ui, look, form, page, index, actions));
    }
    if quiet_button(ui, Some(Icon::Add), look.text("forms-add-page")).clicked() {
        let title = look.texts.with("forms-page", &[("number", (form.pages.len() + 1).into())]);
        actions.push(Action::Apply(Command::Content(ContentCommand::AddPage { form: form.id, title })));
    }
    let is_removable = form.pages.len() > 1;
    if is_removable && IconButton::new(Icon::Remove, look.text("forms-delete-page")).small().ui(ui, context.theme).clicked() {
        actions.push(Action::Apply(Command::Remove(vec![Subject::FormElement(form.id, current)])));
    }
}

fn page_menu_ui(ui: &mut Ui, look: Look<'_>, form: &Form, page: &Page, index: usize, actions: &mut Vec<Action>) {
    let place = |index: usize| FormPlace { form: form.id, container: page.id, index };
    let mut offer = |ui: &mut Ui, is_possible: bool, key: &'static str, command: Command| {
        if ui.add_enabled(is_possible, Button::new(look.texts.get(key))).clicked() {
            actions.push(Action::ApplyQuietly(command));
        }
    };
    let to = |index: usize| Command::Content(ContentCommand::MoveElement { element: page.id, place: place(index) });
    offer(ui, index > 0, "forms-page-left", to(index.saturating_sub(1)));
    offer(ui, index + 1 < form.pages.len(), "forms-page-right", to(index + 2));
    offer(ui, form.pages.len() > 1, "forms-delete-page", Command::Remove(vec![Subject::FormElement(form.id, page.id)]));
}

/// The title of a page, or its number.
pub fn title_of(look: Look<'_>, page: &Page, index: usize) -> String {
    if page.title.trim().is_empty() { look.texts.with("forms-page", &[("number", (index + 1).into())]) } else { page.title.clone() }
}

/// Where the palette puts what is chosen.
pub fn place_of_new(context: &ViewContext<'_>, form: &Form, page: FormElementId) -> FormPlace {
    tree::place_for_new(form, super::selected_element(context, form.id), page)
}
