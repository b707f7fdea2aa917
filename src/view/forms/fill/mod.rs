//! A form as the people see it who fill it in: pages, progress, fields, and what is to be mended.

mod block;
mod chrome;
mod date;
mod elements;
mod faults;
mod field;
mod input;
mod options;

pub use elements::{Drawing, Edit};

use super::look::Look;
use crate::form::{ElementState, Filling, Inside, PageState, Place};
use crate::model::FormElementId;
use egui::Ui;
use std::collections::BTreeSet;

/// What the view remembers of a form that is being filled in.
#[derive(Clone, Debug, Default)]
pub struct FillState {
    page: Option<FormElementId>,
    /// Pages that somebody wanted to leave: all their faults are shown.
    tried: BTreeSet<FormElementId>,
    /// Inputs that were left: their faults are shown.
    left: BTreeSet<(Place, usize)>,
    /// The input that is to get the focus.
    jump: Option<(Place, usize)>,
}

impl FillState {
    /// A form that was just laid before somebody: its first input gets the focus.
    pub fn at_first_input(filling: &Filling) -> Self {
        let shown = filling.pages().iter().find(|page| page.is_visible);
        Self { jump: shown.and_then(|page| first_input(&page.elements)).map(|place| (place, 0)), ..Self::default() }
    }

    /// Whether the faults of an input are shown already.
    fn shows_faults(&self, page: FormElementId, place: &Place, part: usize) -> bool {
        self.tried.contains(&page) || self.left.contains(&(place.clone(), part))
    }

    /// The page that is shown: the remembered one, or the nearest that is visible.
    fn current<'a>(&self, pages: &'a [PageState]) -> Option<&'a PageState> {
        let remembered = pages.iter().position(|page| Some(page.id) == self.page).unwrap_or(0);
        let after = pages.iter().skip(remembered).find(|page| page.is_visible);
        after.or_else(|| pages.iter().take(remembered).rfind(|page| page.is_visible))
    }
}

/// The first field that takes an input.
fn first_input(elements: &[ElementState]) -> Option<Place> {
    elements.iter().filter(|element| element.is_visible).find_map(|element| match &element.inside {
        Inside::Field(field) => (!field.plan.is_read_only).then(|| element.place.clone()),
        Inside::Group { elements, .. } => first_input(elements),
        _ => None,
    })
}

/// Draws a form that is being filled in. Answers whether it was sent just now, which happens only without faults;
/// `submit` is what the button for it says.
pub fn fill_ui(ui: &mut Ui, look: Look<'_>, filling: &mut Filling, state: &mut FillState, submit: &str) -> bool {
    let Some(page) = state.current(filling.pages()).cloned() else {
        look.soft_ui(ui, look.text("fill-no-page"));
        return false;
    };
    state.page = Some(page.id);
    chrome::head_ui(ui, look, filling, &page);
    if state.tried.contains(&page.id) {
        faults::summary_ui(ui, look, filling, state, page.id);
    }
    let mut drawing = Drawing::live(look, page.id, filling.today(), state);
    drawing.elements_ui(ui, &page.elements);
    let edits = drawing.into_edits();
    ui.add_space(28.0);
    let wanted = chrome::foot_ui(ui, look, filling.pages(), page.id, submit);
    for edit in edits {
        edit.perform(filling, state);
    }
    wanted.is_some_and(|step| chrome::go(ui, filling, state, page.id, step))
}
