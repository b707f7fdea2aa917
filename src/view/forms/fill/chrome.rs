//! What stands round the fields: title, progress, and the buttons that lead on.

use super::super::look::{Look, Screen};
use super::{FillState, button};
use crate::form::{Filling, PageState};
use crate::model::FormElementId;
use egui::accesskit::Role;
use egui::{Align, Layout, RichText, Sense, Ui, vec2};

/// Where a button leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Back,
    Next,
    /// To the summary from which somebody came to mend something.
    Return(FormElementId),
    Submit,
}

/// Title, description on the first page, and progress.
pub fn head_ui(ui: &mut Ui, look: Look<'_>, filling: &Filling, page: &PageState) {
    let visible: Vec<&PageState> = filling.pages().iter().filter(|page| page.is_visible).collect();
    let number = visible.iter().position(|candidate| candidate.id == page.id).unwrap_or(0);
    let sizes = look.sizes();
    let is_narrow = Screen::of(ui.available_width()) == Screen::Narrow;
    if !filling.plan().title.is_empty() {
        look.title_ui(ui, &filling.plan().title, if is_narrow { sizes.title_narrow } else { sizes.title });
    }
    if number == 0 && !filling.plan().description.is_empty() {
        look.soft_ui(ui, &filling.plan().description);
    }
    if visible.len() > 1 {
        ui.add_space(sizes.space_small);
        progress_ui(ui, look, number, &visible);
        ui.add_space(sizes.space_small);
        if !page.title.is_empty() {
            look.title_ui(ui, &page.title, if is_narrow { sizes.page_narrow } else { sizes.page });
        }
    }
    if page.is_read_only {
        look.soft_ui(ui, look.text("fill-read-only-page"));
    }
    ui.add_space(sizes.space);
}

/// How far one has come: in words, and as a bar.
fn progress_ui(ui: &mut Ui, look: Look<'_>, number: usize, visible: &[&PageState]) {
    let title = visible.get(number).map_or("", |page| &page.title);
    let (own, count) = ((number + 1).into(), visible.len().into());
    let words = if title.is_empty() {
        look.texts.with("fill-progress", &[("number", own), ("count", count)])
    } else {
        look.texts.with("fill-progress-of", &[("number", own), ("count", count), ("title", title.into())])
    };
    ui.label(RichText::new(&words).size(look.sizes().small).color(look.theme.text_soft));
    let height = look.sizes().progress_bar;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::ProgressIndicator);
        node.set_label(words.as_str());
        node.set_numeric_value((number + 1) as f64);
        node.set_max_numeric_value(visible.len() as f64);
    });
    let share = (number + 1) as f32 / visible.len() as f32;
    let mut done = rect;
    if look.is_rtl {
        done.set_left(rect.right() - rect.width() * share);
    } else {
        done.set_right(rect.left() + rect.width() * share);
    }
    ui.painter().rect_filled(rect, look.sizes().radius_small, look.kern.progress_ground);
    ui.painter().rect_filled(done, look.sizes().radius_small, look.kern.progress);
}

/// The buttons at the foot of a page.
pub fn foot_ui(ui: &mut Ui, look: Look<'_>, filling: &Filling, state: &FillState, page: FormElementId, submit: &str) -> Option<Step> {
    let visible = visible(filling);
    let number = visible.iter().position(|candidate| *candidate == page).unwrap_or(0);
    let is_last = number + 1 >= visible.len();
    let returns = state.returns_to.filter(|to| *to != page && visible.contains(to));
    let (text, on) = match returns {
        Some(to) => (look.text("fill-return"), Step::Return(to)),
        None if is_last => (submit, Step::Submit),
        None => (look.text("fill-next"), Step::Next),
    };
    let mut wanted = None;
    ui.horizontal(|ui| {
        if number > 0 && button::secondary_ui(ui, look, None, look.text("fill-back")).clicked() {
            wanted = Some(Step::Back);
        }
        let layout = if look.is_rtl { Layout::left_to_right(Align::Center) } else { Layout::right_to_left(Align::Center) };
        ui.with_layout(layout, |ui| {
            if button::primary_ui(ui, look, text).clicked() {
                wanted = Some(on);
            }
        });
    });
    wanted
}

fn visible(filling: &Filling) -> Vec<FormElementId> {
    filling.pages().iter().filter(|page| page.is_visible).map(|page| page.id).collect()
}

/// Leads to another page, or to the first fault that stands in the way. Answers whether the form is sent.
pub fn go(ui: &Ui, filling: &Filling, state: &mut FillState, page: FormElementId, step: Step) -> bool {
    let visible = visible(filling);
    let number = visible.iter().position(|candidate| *candidate == page).unwrap_or(0);
    let in_the_way: &[FormElementId] = match step {
        Step::Back => &[],
        Step::Next | Step::Return(_) => &[page],
        Step::Submit => &visible,
    };
    ui.ctx().request_repaint();
    for page in in_the_way {
        state.tried.insert(*page);
        if let Some(finding) = filling.validate_page(*page).into_iter().next() {
            state.page = Some(*page);
            state.go_to(filling, &finding.place, finding.part);
            return false;
        }
    }
    let other = match step {
        Step::Back => number.checked_sub(1).and_then(|before| visible.get(before)).copied(),
        Step::Next => visible.get(number + 1).copied(),
        Step::Return(to) => Some(to),
        Step::Submit => return true,
    };
    if let Some(other) = other {
        state.turn_to(filling, other);
    }
    false
}
