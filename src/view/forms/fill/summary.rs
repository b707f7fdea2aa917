//! Everything that was filled in on the pages before, to read once more; each line leads back to its field.

use super::super::look::{Look, Screen};
use super::{FillState, button};
use crate::form::{Filling, SummaryLine, SummaryPart};
use crate::model::FormElementId;
use crate::view::widgets::semibold;
use egui::{Align, Frame, Label, Layout, RichText, Stroke, Ui, vec2};

/// Draws the summary on the page of this index.
pub fn summary_ui(ui: &mut Ui, look: Look<'_>, filling: &Filling, state: &mut FillState, index: usize) {
    let pages = filling.pages();
    let Some(own) = pages.get(index).map(|page| page.id) else { return };
    let parts = filling.summary(index);
    if parts.is_empty() {
        look.soft_ui(ui, look.text("fill-summary-empty"));
    }
    for part in &parts {
        let Some(page) = pages.get(part.page) else { continue };
        let frame = Frame::new().fill(look.theme.paper).stroke(Stroke::new(1.0, look.theme.line)).corner_radius(4).inner_margin(14);
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 6.0;
            let title = title_of(look, part);
            if !title.is_empty() {
                look.title_ui(ui, &title, look.sizes().group);
            }
            for line in &part.lines {
                if line_ui(ui, look, line, !page.is_read_only) {
                    change(filling, state, own, page.id, line);
                }
            }
        });
        ui.add_space(8.0);
    }
}

fn title_of(look: Look<'_>, part: &SummaryPart) -> String {
    match part.entry {
        Some(number) => look.texts.with("fill-entry", &[("title", (&part.title).into()), ("number", number.into())]),
        None => part.title.clone(),
    }
}

/// Leads to a field, and back to the summary from there.
fn change(filling: &Filling, state: &mut FillState, summary: FormElementId, page: FormElementId, line: &SummaryLine) {
    state.page = Some(page);
    state.returns_to = Some(summary);
    state.go_to(filling, &line.place, line.part);
}

/// Label, value and the link behind them; on narrow screens one below the other. Answers whether the link was pressed.
fn line_ui(ui: &mut Ui, look: Look<'_>, line: &SummaryLine, can_change: bool) -> bool {
    let label = semibold(&line.label, look.sizes().text).color(look.theme.text);
    let value = if line.text.is_empty() { look.text("fill-summary-nothing") } else { &line.text };
    let value = RichText::new(value).color(if line.text.is_empty() { look.theme.text_soft } else { look.theme.text });
    let link = |ui: &mut Ui| {
        let name = look.texts.with("fill-change-of", &[("field", (&line.label).into())]);
        can_change && button::link_ui(ui, look, look.text("fill-change"), &name).clicked()
    };
    if Screen::of(ui.available_width()) == Screen::Narrow {
        ui.add(Label::new(label).wrap());
        ui.add(Label::new(value).wrap());
        return link(ui);
    }
    let width = ui.available_width();
    ui.horizontal_top(|ui| {
        let column = |ui: &mut Ui, share: f32, text: RichText| {
            ui.allocate_ui_with_layout(vec2(width * share, 0.0), look.column(), |ui| {
                ui.set_width(width * share);
                ui.add(Label::new(text).wrap());
            });
        };
        column(ui, 0.38, label);
        column(ui, 0.42, value);
        let layout = if look.is_rtl { Layout::left_to_right(Align::Min) } else { Layout::right_to_left(Align::Min) };
        ui.with_layout(layout, link).inner
    })
    .inner
}
