//! What stands round the fields: title, progress, and the buttons that lead on.

use super::super::look::Look;
use super::FillState;
use crate::form::{Filling, PageState};
use crate::model::FormElementId;
use crate::view::widgets::{primary_button, secondary_button};
use egui::{Layout, RichText, Sense, Ui, vec2};

/// Where a button leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Back,
    Next,
    Submit,
}

/// Title, description on the first page, and progress.
pub fn head_ui(ui: &mut Ui, look: Look<'_>, filling: &Filling, page: &PageState) {
    let visible: Vec<&PageState> = filling.pages().iter().filter(|page| page.is_visible).collect();
    let number = visible.iter().position(|candidate| candidate.id == page.id).unwrap_or(0);
    look.title_ui(ui, &filling.plan().title, 20.0);
    if number == 0 && !filling.plan().description.is_empty() {
        look.soft_ui(ui, &filling.plan().description);
    }
    if visible.len() > 1 {
        ui.add_space(8.0);
        let progress = look.texts.with("fill-progress", &[("number", (number + 1).into()), ("count", visible.len().into())]);
        ui.label(RichText::new(progress).size(12.0).color(look.theme.text_soft));
        bar_ui(ui, look, number, visible.len());
        ui.add_space(8.0);
        if !page.title.is_empty() {
            look.title_ui(ui, &page.title, 16.0);
        }
    }
    ui.add_space(12.0);
}

/// One stretch a page; those up to this one are filled.
fn bar_ui(ui: &mut Ui, look: Look<'_>, number: usize, count: usize) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 6.0), Sense::hover());
    let length = (rect.width() - 4.0 * (count - 1) as f32) / count as f32;
    for index in 0..count {
        let left = rect.left() + index as f32 * (length + 4.0);
        let stretch = egui::Rect::from_min_size(egui::pos2(left, rect.top()), vec2(length, 6.0));
        let colour = if index <= number { look.theme.accent } else { look.theme.line };
        ui.painter().rect_filled(stretch, 3, colour);
    }
}

/// The buttons at the foot of a page.
pub fn foot_ui(ui: &mut Ui, look: Look<'_>, pages: &[PageState], page: FormElementId, submit: &str) -> Option<Step> {
    let visible: Vec<FormElementId> = pages.iter().filter(|page| page.is_visible).map(|page| page.id).collect();
    let number = visible.iter().position(|candidate| *candidate == page).unwrap_or(0);
    let is_last = number + 1 >= visible.len();
    ui.horizontal(|ui| {
        let mut wanted = None;
        if number > 0 && secondary_button(ui, look.text("fill-back")).clicked() {
            wanted = Some(Step::Back);
        }
        ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
            let text = if is_last { submit } else { look.text("fill-next") };
            if primary_button(ui, look.theme, text).clicked() {
                wanted = Some(if is_last { Step::Submit } else { Step::Next });
            }
        });
        wanted
    })
    .inner
}

/// Leads to another page, or to the first fault that stands in the way. Answers whether the form is sent.
pub fn go(ui: &Ui, filling: &Filling, state: &mut FillState, page: FormElementId, step: Step) -> bool {
    let visible: Vec<FormElementId> = filling.pages().iter().filter(|page| page.is_visible).map(|page| page.id).collect();
    let number = visible.iter().position(|candidate| *candidate == page).unwrap_or(0);
    let in_the_way: &[FormElementId] = match step {
        Step::Back => &[],
        Step::Next => &[page],
        Step::Submit => &visible,
    };
    for page in in_the_way {
        state.tried.insert(*page);
        if let Some(finding) = filling.validate_page(*page).into_iter().next() {
            state.page = Some(*page);
            state.jump = Some((finding.place, finding.part));
            ui.ctx().request_repaint();
            return false;
        }
    }
    match step {
        Step::Back => state.page = number.checked_sub(1).and_then(|before| visible.get(before)).copied(),
        Step::Next => state.page = visible.get(number + 1).copied(),
        Step::Submit => return true,
    }
    false
}
