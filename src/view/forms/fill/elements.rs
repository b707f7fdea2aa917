//! Draws the elements of a page in their grid, and gathers what was done to them.

use super::super::grid::grid_ui;
use super::super::look::{Look, Screen};
use super::markdown::markdown_ui;
use super::{FillState, field, repeat};
use crate::expr::Date;
use crate::form::{ElementState, Fault, Filling, Inside, Place};
use crate::model::{FormElementId, HintKind};
use crate::view::icons::Icon;
use egui::{Frame, Label, Sense, Stroke, Ui};

/// What was done in a form.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// A text was typed or chosen.
    Text(Place, usize, String),
    /// An input was left.
    Left(Place, usize),
    /// An entry is wanted at the end of a repeatable group.
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
            Self::Add(place) => {
                if filling.add_entry(&place) {
                    state.go_to_last_entry(filling, &place);
                }
            }
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

/// The row of a table that is being drawn.
#[derive(Clone, Debug)]
pub struct Row {
    /// The repeatable group.
    pub group: Place,
    /// Its index.
    pub index: usize,
    /// Whether it is the last one.
    pub is_last: bool,
}

/// Draws elements.
pub struct Drawing<'a> {
    /// Texts, colours and measures.
    pub look: Look<'a>,
    /// The row of a table in which the next fields stand as cells.
    pub row: Option<Row>,
    page: FormElementId,
    today: Date,
    screen: Option<Screen>,
    state: Option<&'a FillState>,
    edits: Vec<Edit>,
    after: Option<&'a mut AfterDrawing<'a>>,
}

impl<'a> Drawing<'a> {
    /// For filling in.
    pub fn live(look: Look<'a>, page: FormElementId, today: Date, state: &'a FillState) -> Self {
        Self { look, row: None, page, today, screen: None, state: Some(state), edits: Vec::new(), after: None }
    }

    /// For showing only: hidden elements too.
    pub fn still(look: Look<'a>, page: FormElementId, today: Date, after: &'a mut AfterDrawing<'a>) -> Self {
        Self { look, row: None, page, today, screen: None, state: None, edits: Vec::new(), after: Some(after) }
    }

    /// As on a screen of this breadth, however much room there is.
    #[must_use]
    pub fn on(mut self, screen: Screen) -> Self {
        self.screen = Some(screen);
        self
    }

    /// Whether it is for showing only.
    pub fn is_still(&self) -> bool {
        self.after.is_some()
    }

    /// Whether fields stand in cells of a table.
    pub fn is_in_table(&self) -> bool {
        self.row.is_some()
    }

    /// How broad the screen is.
    pub fn screen(&self) -> Screen {
        self.screen.unwrap_or_default()
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

    /// What the screen reader calls an input with this label: in a table with the number of the row.
    pub fn name_of(&self, label: &str) -> String {
        match &self.row {
            Some(row) => self.look.texts.with("fill-in-entry", &[("field", label.into()), ("number", (row.index + 1).into())]),
            None => label.to_owned(),
        }
    }

    /// Whether the faults of an input are to be shown.
    pub fn shows_faults(&self, place: &Place, part: usize) -> bool {
        self.state.is_some_and(|state| state.shows_faults(self.page, place, part))
    }

    /// Whether the focus is sent to an input.
    pub fn is_sent(&self, place: &Place, part: usize) -> bool {
        self.state.and_then(|state| state.jump.as_ref()).is_some_and(|(to, to_part)| to == place && *to_part == part)
    }

    /// Whether a page was just turned, so that its head is to be seen.
    pub fn is_page_turned(&self) -> bool {
        self.state.is_some_and(|state| state.is_page_turned)
    }

    /// What is shown of these elements.
    pub fn shown<'e>(&self, elements: &'e [ElementState]) -> Vec<&'e ElementState> {
        elements.iter().filter(|element| element.is_visible || self.is_still()).collect()
    }

    /// What the place of an element senses.
    pub fn sense(&self) -> Sense {
        if self.is_still() { Sense::click_and_drag() } else { Sense::hover() }
    }

    /// Draws elements one after the other in the grid.
    pub fn elements_ui(&mut self, ui: &mut Ui, elements: &[ElementState]) {
        let screen = *self.screen.get_or_insert_with(|| Screen::of(ui.available_width()));
        let shown = self.shown(elements);
        let (look, sense) = (self.look, self.sense());
        grid_ui(
            ui,
            look,
            sense,
            &shown,
            |element| width_on(screen, element.widths),
            |ui, element| {
                self.element_ui(ui, element);
                self.after_ui(ui, element);
            },
        );
    }

    /// Lets the designer do what is to be done with an element that was drawn.
    pub fn after_ui(&mut self, ui: &mut Ui, element: &ElementState) {
        if let Some(after) = &mut self.after {
            after(ui, element);
        }
    }

    fn element_ui(&mut self, ui: &mut Ui, element: &ElementState) {
        match &element.inside {
            Inside::Field(state) => self.quiet(ui, |drawing, ui| field::field_ui(drawing, ui, &element.place, state)),
            Inside::Group { title, help, elements, faults } => {
                self.head_ui(ui, title, help);
                self.faults_ui(ui, &element.place, faults);
                self.elements_ui(ui, elements);
            }
            Inside::Repeat(state) => repeat::repeat_ui(self, ui, &element.place, state),
            Inside::Heading(text) => self.look.title_ui(ui, text, self.look.sizes().group),
            Inside::Text(text) => markdown_ui(ui, self.look, text),
            Inside::Hint { kind, text } => hint_ui(ui, self.look, *kind, text),
        }
    }

    /// Draws an input, which takes no part in anything while the form is only shown.
    pub fn quiet(&mut self, ui: &mut Ui, draw: impl FnOnce(&mut Self, &mut Ui)) {
        ui.scope(|ui| {
            if self.is_still() {
                ui.visuals_mut().disabled_alpha = 1.0;
                ui.disable();
            }
            draw(self, ui);
        });
    }

    /// Title and help of a group.
    pub fn head_ui(&self, ui: &mut Ui, title: &str, help: &str) {
        ui.spacing_mut().item_spacing.y = 4.0;
        if !title.is_empty() {
            self.look.title_ui(ui, title, self.look.sizes().group);
        }
        if !help.is_empty() {
            self.look.soft_ui(ui, help);
        }
        if !title.is_empty() || !help.is_empty() {
            ui.add_space(8.0);
        }
    }

    /// What is wrong with a group as a whole.
    pub fn faults_ui(&self, ui: &mut Ui, place: &Place, faults: &[Fault]) {
        for fault in faults.iter().filter(|_| self.shows_faults(place, 0)) {
            field::fault_ui(ui, self.look, &self.look.texts.fault(fault));
        }
    }
}

/// The width on a screen, of those for wide, medium and narrow ones.
fn width_on(screen: Screen, widths: [u8; 3]) -> u8 {
    let [wide, medium, narrow] = widths;
    match screen {
        Screen::Wide => wide,
        Screen::Medium => medium,
        Screen::Narrow => narrow,
    }
}

/// A box that points something out.
pub fn hint_ui(ui: &mut Ui, look: Look<'_>, kind: HintKind, text: &str) {
    let theme = look.theme;
    let (icon, colour, soft) = match kind {
        HintKind::Information => (Icon::Information, theme.information, theme.information_soft),
        HintKind::Success => (Icon::Check, theme.success, theme.success_soft),
        HintKind::Warning => (Icon::Warning, theme.warning, theme.warning_soft),
        HintKind::Error => (Icon::Error, theme.error, theme.error_soft),
    };
    let sizes = look.sizes();
    let frame = Frame::new().fill(soft).stroke(Stroke::new(sizes.stroke, colour)).corner_radius(sizes.radius as u8).inner_margin(12);
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_top(|ui| {
            ui.add(Label::new(icon.text(24.0).color(colour)).selectable(false));
            ui.with_layout(look.column(), |ui| {
                ui.add_space(2.0);
                markdown_ui(ui, look, text);
            });
        });
    });
}
