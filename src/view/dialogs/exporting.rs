//! Asks in which format a procedure is written, and says what each is good for.

use crate::exchange::Target;
use crate::view::shell::{Answer, ShellContext};
use crate::view::widgets::{DialogButton, Weight, semibold, wide_dialog};
use egui::{Button, ComboBox, Frame, Label, Margin, RichText, Role, Sense, Ui, WidgetInfo};

/// A format in which a procedure can be written.
#[derive(Clone, Debug, PartialEq)]
pub struct Format {
    /// Its name.
    pub name: String,
    /// What it is good for, or why it cannot be written now.
    pub purpose: String,
    /// What is written, if there are several of a kind: a form, a platform; with what the others are told apart by.
    pub choices: Vec<(String, Target)>,
    /// The number of the one that is chosen.
    pub choice: usize,
}

impl Format {
    /// What is written; `None` if it cannot be written now.
    pub fn target(&self) -> Option<Target> {
        self.choices.get(self.choice).map(|(_, target)| *target)
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
    let target = question.formats.get(question.chosen).and_then(Format::target);
    let answer = target.map_or(Answer::Cancel, Answer::Export);
    let buttons = [
        DialogButton::new(Weight::Primary, texts.get("export-where"), answer).enabled(target.is_some()),
        DialogButton::new(Weight::Secondary, texts.get("cancel"), Answer::Cancel),
    ];
    wide_dialog(ui.ctx(), context.theme, texts.get("export-title"), &buttons, |ui| {
        for number in 0..question.formats.len() {
            format_ui(ui, context, question, number);
            ui.add_space(6.0);
        }
    })
}

/// A format as a radio button, its purpose below, and what there is to choose if it is chosen.
fn format_ui(ui: &mut Ui, context: &ShellContext<'_>, question: &mut ExportQuestion, number: usize) {
    let ExportQuestion { formats, chosen } = question;
    let Some(format) = formats.get_mut(number) else { return };
    let is_there = format.target().is_some();
    let name = semibold(&format.name, 15.0);
    let radio = ui.add_enabled(is_there, egui::RadioButton::new(*chosen == number, name));
    if radio.clicked() {
        *chosen = number;
    }
    Frame::new().inner_margin(Margin { left: 24, ..Margin::ZERO }).show(ui, |ui| {
        let purpose = RichText::new(&format.purpose).color(context.theme.text_soft);
        let clicked = ui.add(Label::new(purpose).wrap().selectable(false).sense(Sense::click())).clicked();
        if clicked && is_there {
            *chosen = number;
        }
        if *chosen == number && format.choices.len() > 1 {
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
    });
}
