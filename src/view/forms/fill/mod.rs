//! A form as the people see it who fill it in: pages, progress, fields, and what is to be mended.

mod block;
mod button;
mod chrome;
mod date;
mod elements;
mod faults;
mod field;
mod file;
mod input;
pub mod markdown;
mod options;
mod repeat;
mod search;
mod summary;

pub use elements::{Drawing, Edit};

use super::look::Look;
use crate::form::{ElementState, Filling, Inside, PageState, Place};
use crate::model::{FormElementId, PageKind};
use egui::{Align, Rect, Ui, UiBuilder, vec2};
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
    /// The summary from which somebody came to mend something.
    returns_to: Option<FormElementId>,
    /// Whether another page was turned to, so that its head is to be seen.
    is_page_turned: bool,
}

impl FillState {
    /// A form that was just laid before somebody: its first input gets the focus.
    pub fn at_first_input(filling: &Filling) -> Self {
        let shown = filling.pages().iter().find(|page| page.is_visible);
        Self { jump: shown.and_then(|page| first_input(&page.elements)), ..Self::default() }
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

    /// Turns to another page; the focus goes to its first input.
    fn turn_to(&mut self, filling: &Filling, page: FormElementId) {
        let other = filling.pages().iter().find(|candidate| candidate.id == page);
        if self.returns_to == Some(page) {
            self.returns_to = None;
        }
        self.jump = other.and_then(|other| first_input(&other.elements));
        self.page = Some(page);
        self.is_page_turned = true;
    }

    /// Sends the focus to an input; for a group to the first one in it.
    fn go_to(&mut self, filling: &Filling, place: &Place, part: usize) {
        let inside = match filling.element(place).map(|element| &element.inside) {
            Some(Inside::Group { elements, .. }) => first_input(elements),
            Some(Inside::Repeat(repeat)) => repeat.entries.iter().find_map(|entry| first_input(&entry.elements)),
            Some(_) => None,
            None => filling.pages().iter().find(|page| page.id == place.element).and_then(|page| first_input(&page.elements)),
        };
        self.jump = inside.or_else(|| Some((place.clone(), part)));
    }

    /// Sends the focus to the first input of the last entry of a repeatable group.
    fn go_to_last_entry(&mut self, filling: &Filling, place: &Place) {
        if let Some(Inside::Repeat(repeat)) = filling.element(place).map(|element| &element.inside) {
            self.jump = repeat.entries.last().and_then(|entry| first_input(&entry.elements));
        }
    }
}

/// The first input, with its part.
fn first_input(elements: &[ElementState]) -> Option<(Place, usize)> {
    elements.iter().filter(|element| element.is_visible).find_map(|element| match &element.inside {
        Inside::Field(field) => (!field.plan.is_read_only).then(|| (element.place.clone(), field.plan.first_part())),
        Inside::Group { elements, .. } => first_input(elements),
        Inside::Repeat(repeat) => repeat.entries.iter().find_map(|entry| first_input(&entry.elements)),
        _ => None,
    })
}

/// Draws a form that is being filled in. Answers whether it was sent just now, which happens only without faults;
/// `submit` is what the button for it says.
pub fn fill_ui(ui: &mut Ui, look: Look<'_>, filling: &mut Filling, state: &mut FillState, submit: &str) -> bool {
    let place = UiBuilder::new().layout(look.column());
    ui.scope_builder(place, |ui| {
        look.kern.dress(ui);
        ui.set_width(ui.available_width());
        page_ui(ui, look, filling, state, submit)
    })
    .inner
}

fn page_ui(ui: &mut Ui, look: Look<'_>, filling: &mut Filling, state: &mut FillState, submit: &str) -> bool {
    let Some(page) = state.current(filling.pages()).cloned() else {
        look.soft_ui(ui, look.text("fill-no-page"));
        return false;
    };
    state.page = Some(page.id);
    if state.is_page_turned {
        let head = Rect::from_min_size(ui.cursor().min - vec2(0.0, look.sizes().space_x_large), vec2(1.0, 1.0));
        ui.scroll_to_rect(head, Some(Align::TOP));
    }
    chrome::head_ui(ui, look, filling, &page);
    if state.tried.contains(&page.id) {
        faults::faults_ui(ui, look, filling, state, page.id);
    }
    if page.kind == PageKind::Summary {
        let index = filling.pages().iter().position(|candidate| candidate.id == page.id).unwrap_or(0);
        summary::summary_ui(ui, look, filling, state, index);
    }
    let mut drawing = Drawing::live(look, page.id, filling.today(), state);
    drawing.elements_ui(ui, &page.elements);
    let edits = drawing.into_edits();
    ui.add_space(look.sizes().space_x_large);
    let wanted = chrome::foot_ui(ui, look, filling, state, page.id, submit);
    state.is_page_turned = false;
    for edit in edits {
        edit.perform(filling, state);
    }
    wanted.is_some_and(|step| chrome::go(ui, filling, state, page.id, step))
}
