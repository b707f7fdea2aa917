//! Draws the elements of a page in their grid, and gathers what was done to them.

use super::super::grid::{GAP, grid_ui};
use super::super::look::Look;
use super::{FillState, field};
use crate::expr::Date;
use crate::form::{ElementState, Fault, Filling, Inside, Place, RepeatState};
use crate::model::{FormElementId, HintKind};
use crate::view::icons::Icon;
use crate::view::widgets::{icon_text_button, quiet_button, semibold};
use egui::{Frame, Label, Layout, RichText, Sense, Stroke, Ui};

/// What was done in a form.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// A text was typed or chosen.
    Text(Place, usize, String),
    /// An input was left.
    Left(Place, usize),
    /// An entry is wanted.
    Add(Place),
    /// An entry is to go.
    Remove(Place, usize),
    /// The focus has come where it was sent.
    Arrived,
}

impl Edit {
    /// Does it.
    pub fn perform(self, filling: &mut Filling, state: &mut FillState) {
        match self {
            Self::Text(place, part, text) => drop(filling.type_text(&place, part, &text)),
            Self::Left(place, part) => drop(state.left.insert((place, part))),
            Self::Add(place) => drop(filling.add_entry(&place)),
            Self::Remove(place, index) => {
                filling.remove_entry(&place, index);
                // The places behind it have moved up.
                state.left.retain(|(other, _)| other.entries.len() <= place.entries.len());
            }
            Self::Arrived => state.jump = None,
        }
    }
}

/// What the designer does with each element once it is drawn: its panel senses clicks and drags.
pub type AfterDrawing<'a> = dyn FnMut(&mut Ui, &ElementState) + 'a;

/// Draws elements.
pub struct Drawing<'a> {
    /// Texts and colours.
    pub look: Look<'a>,
    page: FormElementId,
    today: Date,
    state: Option<&'a FillState>,
    edits: Vec<Edit>,
    after: Option<&'a mut AfterDrawing<'a>>,
}

impl<'a> Drawing<'a> {
    /// For filling in.
    pub fn live(look: Look<'a>, page: FormElementId, today: Date, state: &'a FillState) -> Self {
        Self { look, page, today, state: Some(state), edits: Vec::new(), after: None }
    }

    /// For showing only: hidden elements too.
    pub fn still(look: Look<'a>, page: FormElementId, today: Date, after: &'a mut AfterDrawing<'a>) -> Self {
        Self { look, page, today, state: None, edits: Vec::new(), after: Some(after) }
    }

    /// Whether it is for showing only.
    pub fn is_still(&self) -> bool {
        self.after.is_some()
    }

    /// The day that the form holds for today.
    pub fn today(&self) -> Date {
        self.today
    }

    /// What was done.
    pub fn into_edits(self) -> Vec<Edit> {
        self.edits
    }

    /// Notes what was done.
    pub fn push(&mut self, edit: Edit) {
        self.edits.push(edit);
    }

    /// Whether the faults of an input are to be shown.
    pub fn shows_faults(&self, place: &Place, part: usize) -> bool {
        self.state.is_some_and(|state| state.shows_faults(self.page, place, part))
    }

    /// Whether the focus is sent to an input.
    pub fn is_sent(&self, place: &Place, part: usize) -> bool {
        self.state.and_then(|state| state.jump.as_ref()).is_some_and(|(to, to_part)| to == place && *to_part == part)
    }

    /// Draws elements one after the other in the grid.
    pub fn elements_ui(&mut self, ui: &mut Ui, elements: &[ElementState]) {
        let shown: Vec<&ElementState> = elements.iter().filter(|element| element.is_visible || self.is_still()).collect();
        let sense = if self.is_still() { Sense::click_and_drag() } else { Sense::hover() };
        grid_ui(
            ui,
            sense,
            &shown,
            |element| element.widths[0],
            |ui, element| {
                self.element_ui(ui, element);
                if let Some(after) = &mut self.after {
                    after(ui, element);
                }
            },
        );
    }

    fn element_ui(&mut self, ui: &mut Ui, element: &ElementState) {
        match &element.inside {
            Inside::Field(state) => {
                ui.scope(|ui| {
                    if self.is_still() {
                        ui.visuals_mut().disabled_alpha = 1.0;
                        ui.disable();
                    }
                    field::field_ui(self, ui, &element.place, state);
                });
            }
            Inside::Group { title, elements, faults, .. } => {
                self.group_ui(ui, title, elements);
                self.faults_ui(ui, &element.place, faults);
            }
            Inside::Repeat(repeat) => self.repeat_ui(ui, &element.place, repeat),
            Inside::Heading(text) => self.look.title_ui(ui, text, 16.0),
            Inside::Text(text) => drop(ui.add(Label::new(RichText::new(&**text).color(self.look.theme.text)).wrap())),
            Inside::Hint { kind, text } => hint_ui(ui, self.look, *kind, text),
        }
    }

    fn group_ui(&mut self, ui: &mut Ui, title: &str, elements: &[ElementState]) {
        if !title.is_empty() {
            self.look.title_ui(ui, title, 16.0);
            ui.add_space(4.0);
        }
        self.elements_ui(ui, elements);
    }

    fn faults_ui(&self, ui: &mut Ui, place: &Place, faults: &[Fault]) {
        for fault in faults.iter().filter(|_| self.shows_faults(place, 0)) {
            field::fault_ui(ui, self.look, &self.look.texts.fault(fault));
        }
    }

    fn repeat_ui(&mut self, ui: &mut Ui, place: &Place, repeat: &RepeatState) {
        for (index, entry) in repeat.entries.iter().enumerate() {
            self.card().show(ui, |ui| {
                ui.push_id(index, |ui| {
                    self.entry_head_ui(ui, place, repeat, index);
                    self.elements_ui(ui, &entry.elements);
                });
            });
            ui.add_space(4.0);
        }
        self.faults_ui(ui, place, &repeat.faults);
        if self.is_still() {
            return;
        }
        let text = self.look.texts.with("fill-add-entry", &[("title", (&repeat.plan.title).into())]);
        if repeat.can_add() && icon_text_button(ui, Icon::Add, &text).clicked() {
            self.push(Edit::Add(place.clone()));
        }
    }

    fn entry_head_ui(&mut self, ui: &mut Ui, place: &Place, repeat: &RepeatState, index: usize) {
        ui.horizontal(|ui| {
            let title = look_entry(self.look, &repeat.plan.title, index);
            ui.label(semibold(&title, 14.0).color(self.look.theme.text));
            ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                let text = self.look.texts.with("fill-remove-entry", &[("title", (&title).into())]);
                let is_wanted = repeat.can_remove()
                    && !self.is_still()
                    && quiet_button(ui, Some(Icon::Remove), self.look.text("fill-remove")).on_hover_text(text).clicked();
                if is_wanted {
                    self.push(Edit::Remove(place.clone(), index));
                }
            });
        });
        ui.add_space(4.0);
    }

    fn card(&self) -> Frame {
        Frame::new().fill(self.look.theme.panel).stroke(Stroke::new(1.0, self.look.theme.line)).corner_radius(8).inner_margin(GAP)
    }
}

fn look_entry(look: Look<'_>, title: &str, index: usize) -> String {
    look.texts.with("fill-entry", &[("title", title.into()), ("number", (index + 1).into())])
}

fn hint_ui(ui: &mut Ui, look: Look<'_>, kind: HintKind, text: &str) {
    let theme = look.theme;
    let (icon, colour, soft) = match kind {
        HintKind::Information => (Icon::Information, theme.information, theme.information_soft),
        HintKind::Success => (Icon::Check, theme.success, theme.success_soft),
        HintKind::Warning => (Icon::Warning, theme.warning, theme.warning_soft),
        HintKind::Error => (Icon::Error, theme.error, theme.error_soft),
    };
    Frame::new().fill(soft).stroke(Stroke::new(1.0, colour)).corner_radius(4).inner_margin(12).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_top(|ui| {
            ui.add(Label::new(icon.text(20.0).color(colour)).selectable(false));
            ui.vertical(|ui| {
                ui.add_space(3.0);
                ui.add(Label::new(RichText::new(text).color(theme.text)).wrap());
            });
        });
    });
}
