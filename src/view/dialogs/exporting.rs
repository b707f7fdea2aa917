//! Asks in which format a procedure is written, and says what each is good for.

use crate::exchange::Target;
use crate::view::shell::{Answer, ShellContext};
use crate::view::widgets::{DialogButton, Weight, enter_confirms, semibold, wide_dialog};
use egui::{Button, ComboBox, Frame, Label, Margin, RadioButton, RichText, Role, Sense, Ui, WidgetInfo};

/// What can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writing {
    /// The procedure or a part of it, in a format of others.
    Foreign(Target),
    /// A picture of the flow, about which there is more to choose.
    Picture,
    /// The bundle, which is delivered where the procedure is checked.
    Bundle,
}

/// A format in which a procedure can be written.
#[derive(Clone, Debug, PartialEq)]
pub struct Format {
    /// Its name.
    pub name: String,
    /// What it is good for, or why it cannot be written now.
    pub purpose: String,
    /// What is written, if there are several of a kind: a form, a platform; with what the others are told apart by.
    pub choices: Vec<(String, Writing)>,
    /// The number of the one that is chosen.
    pub choice: usize,
}

impl Format {
    /// What is written; `None` if it cannot be written now.
    pub fn writing(&self) -> Option<Writing> {
        self.choices.get(self.choice).map(|(_, writing)| *writing)
    }
}

/// The formats, and the number of the one that is chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct ExportQuestion {
    /// All of them.
    pub formats: Vec<Format>,
    /// Which one.
    pub chosen: usize,
}

pub(super) fn ui(ui: &mut Ui, context: &ShellContext<'_>, question: &mut ExportQuestion) -> Option<Answer> {
    let texts = context.texts;
    let writing = question.formats.get(question.chosen).and_then(Format::writing);
    let verb = if matches!(writing, Some(Writing::Foreign(_)) | None) { "export-where" } else { "export-next" };
    let answer = writing.map_or(Answer::Cancel, Answer::Export);
    let buttons = [
        DialogButton::new(Weight::Primary, texts.get(verb), answer).enabled(writing.is_some()),
        DialogButton::new(Weight::Secondary, texts.get("cancel"), Answer::Cancel),
    ];
    wide_dialog(ui.ctx(), context.theme, texts.get("export-title"), &buttons, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for number in 0..question.formats.len() {
            format_ui(ui, context, question, number);
            ui.add_space(8.0);
        }
    })
}

/// A format as a radio button, its purpose below, and what there is to choose if it is chosen.
fn format_ui(ui: &mut Ui, context: &ShellContext<'_>, question: &mut ExportQuestion, number: usize) {
    let ExportQuestion { formats, chosen } = question;
    let Some(format) = formats.get_mut(number) else { return };
    let is_there = format.writing().is_some();
    let radio = ui.add_enabled(is_there, RadioButton::new(*chosen == number, semibold(&format.name, 14.0)));
    ui.ctx().accesskit_node_builder(radio.id, |node| node.set_description(format.purpose.as_str()));
    if *chosen == number {
        enter_confirms(ui, &radio);
        if ui.memory(|memory| memory.focused().is_none()) {
            radio.request_focus();
        }
    }
    if radio.clicked() {
        *chosen = number;
    }
    Frame::new().inner_margin(Margin { left: 24, ..Margin::ZERO }).show(ui, |ui| {
        let purpose = RichText::new(&format.purpose).color(context.theme.text_soft);
        let clicked = ui.add(Label::new(purpose).wrap().selectable(false).sense(Sense::CLICK)).clicked();
        if clicked && is_there {
            *chosen = number;
        }
        if *chosen == number && format.choices.len() > 1 {
            ui.add_space(4.0);
            choice_ui(ui, context, format, number);
        }
    });
}

/// Which of several is written.
fn choice_ui(ui: &mut Ui, context: &ShellContext<'_>, format: &mut Format, number: usize) {
    let shown = format.choices.get(format.choice).map(|(name, _)| name.clone()).unwrap_or_default();
    let combo = ComboBox::from_id_salt(("format", number)).selected_text(&shown).width(320.0).show_ui(ui, |ui| {
        for (at, (name, _)) in format.choices.iter().enumerate() {
            if ui.add(Button::selectable(format.choice == at, name)).clicked() {
                format.choice = at;
            }
        }
    });
    let label = context.texts.with("export-choice", &[("name", (&format.name).into()), ("chosen", (&shown).into())]);
    combo.response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, &label));
}
