//! A modal dialog: title, content, buttons at the lower right, Escape leaves it.

use super::{danger_button, primary_button, secondary_button, semibold};
use crate::view::theme::Theme;
use egui::{Align, Context, Frame, Id, Key, Layout, Modal, Response, Role, TextWrapMode, Ui, vec2};

/// In which pass something had the focus on which Enter confirms.
const CONFIRMS: &str = "enter confirms";

/// What a button of a dialog stands for, in looks and keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// What Enter does.
    Primary,
    /// Another way.
    Secondary,
    /// Loses something for good.
    Danger,
}

/// A button of a dialog: its text, its weight, whether it can be used, and what it answers.
pub struct DialogButton<'a, T> {
    /// A verb.
    pub text: &'a str,
    /// Looks and keys.
    pub weight: Weight,
    /// Whether it can be used now.
    pub is_enabled: bool,
    /// What it answers.
    pub answer: T,
}

impl<'a, T> DialogButton<'a, T> {
    /// A button that can be used.
    pub fn new(weight: Weight, text: &'a str, answer: T) -> Self {
        Self { text, weight, is_enabled: true, answer }
    }

    /// Whether it can be used now.
    #[must_use]
    pub fn enabled(mut self, is_enabled: bool) -> Self {
        self.is_enabled = is_enabled;
        self
    }
}

/// Draws a dialog. The buttons come in order of weight and stand from the right; the last one is the
/// way out, which Escape takes too. Enter takes the primary one.
pub fn dialog<T: Clone>(
    context: &Context,
    theme: &Theme,
    title: &str,
    buttons: &[DialogButton<'_, T>],
    content: impl FnOnce(&mut Ui),
) -> Option<T> {
    dialog_of(context, theme, title, buttons, 520.0, content)
}

/// A dialog for lists and sentences that need more breadth.
pub fn wide_dialog<T: Clone>(
    context: &Context,
    theme: &Theme,
    title: &str,
    buttons: &[DialogButton<'_, T>],
    content: impl FnOnce(&mut Ui),
) -> Option<T> {
    dialog_of(context, theme, title, buttons, 760.0, content)
}

fn dialog_of<T: Clone>(
    context: &Context,
    theme: &Theme,
    title: &str,
    buttons: &[DialogButton<'_, T>],
    broadest: f32,
    content: impl FnOnce(&mut Ui),
) -> Option<T> {
    let frame = Frame::popup(&context.global_style()).inner_margin(24);
    let width = (context.content_rect().width() - 80.0).clamp(200.0, broadest);
    let height = (context.content_rect().height() - 200.0).max(80.0);
    let mut answer = None;
    let modal = Modal::new(Id::unique(("dialog", title))).frame(frame).show(context, |ui| {
        ui.set_width(width);
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            node.set_role(Role::Dialog);
            node.set_label(title);
            node.set_modal();
        });
        ui.label(semibold(title, 20.0));
        ui.add_space(8.0);
        let shown = egui::ScrollArea::vertical().max_height(height).show(ui, content);
        // A dialog knows its size only when it was drawn once.
        if shown.content_size.y.min(height) > shown.inner_rect.height() + 1.0 {
            ui.ctx().request_repaint();
        }
        ui.add_space(16.0);
        answer = buttons_ui(ui, theme, buttons);
    });
    if answer.is_none() && modal.should_close() {
        return buttons.last().map(|button| button.answer.clone());
    }
    answer
}

fn buttons_ui<T: Clone>(ui: &mut Ui, theme: &Theme, buttons: &[DialogButton<'_, T>]) -> Option<T> {
    let (mut answer, mut first) = (None, None);
    let row = vec2(ui.available_width(), super::BUTTON_HEIGHT);
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center).with_main_wrap(true), |ui| {
        // A button without room goes into the next row; its word is not broken.
        ui.style_mut().wrap_mode = Some(TextWrapMode::Extend);
        for button in buttons {
            let response = ui
                .add_enabled_ui(button.is_enabled, |ui| match button.weight {
                    Weight::Primary => primary_button(ui, theme, button.text),
                    Weight::Secondary => secondary_button(ui, button.text),
                    Weight::Danger => danger_button(ui, theme, button.text),
                })
                .inner;
            let by_enter = button.weight == Weight::Primary && button.is_enabled && enter_pressed(ui);
            if response.clicked() || by_enter {
                answer = Some(button.answer.clone());
            }
            first.get_or_insert((response.id, button.is_enabled));
        }
    });
    // The focus is somewhere in the dialog, or the screen reader would not speak of it.
    if let Some((first, true)) = first.filter(|_| ui.memory(|memory| memory.focused().is_none())) {
        ui.memory_mut(|memory| memory.request_focus(first));
    }
    answer
}

/// Lets Enter mean the primary button while this has the focus.
pub fn enter_confirms(ui: &Ui, response: &Response) {
    if response.has_focus() {
        let pass = ui.ctx().cumulative_pass_nr();
        ui.data_mut(|data| data.insert_temp(Id::unique(CONFIRMS), pass));
    }
}

fn enter_pressed(ui: &Ui) -> bool {
    // Enter on a focused button is that button's click, not the primary one's.
    let is_free = ui.memory(|memory| memory.focused().is_none()) || ui.ctx().text_edit_focused();
    let confirms = ui.data(|data| data.get_temp::<u64>(Id::unique(CONFIRMS))) == Some(ui.ctx().cumulative_pass_nr());
    (is_free || confirms) && ui.input(|input| input.key_pressed(Key::Enter))
}
