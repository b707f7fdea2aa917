//! The summary of what is to be mended, above the fields; each line leads to its field.

use super::super::look::Look;
use super::{FillState, button};
use crate::form::{Filling, Inside, Place};
use crate::model::FormElementId;
use crate::view::icons::Icon;
use crate::view::widgets::semibold;
use egui::accesskit::{Live, Role};
use egui::{Frame, Label, Stroke, Ui};

/// Draws the faults of a page, if there are any. The screen reader says how many there are as soon as they are shown.
pub fn faults_ui(ui: &mut Ui, look: Look<'_>, filling: &Filling, state: &mut FillState, page: FormElementId) {
    let found = filling.validate_page(page);
    if found.is_empty() {
        return;
    }
    let (theme, sizes) = (look.theme, look.sizes());
    let stroke = Stroke::new(sizes.stroke, theme.error);
    let frame = Frame::new().fill(theme.error_soft).stroke(stroke).corner_radius(sizes.radius as u8).inner_margin(12);
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.horizontal_top(|ui| {
            ui.add(Label::new(Icon::Error.text(24.0).color(theme.error)).selectable(false));
            ui.with_layout(look.column(), |ui| {
                ui.add_space(2.0);
                let head = look.texts.with("fill-faults", &[("count", found.len().into())]);
                let response = ui.add(Label::new(semibold(&head, sizes.text).color(theme.text)).wrap());
                ui.ctx().accesskit_node_builder(response.id, |node| {
                    node.set_role(Role::Alert);
                    node.set_label(head.as_str());
                    node.set_live(Live::Assertive);
                });
                for finding in &found {
                    let name = name_of(look, filling, &finding.place, finding.part);
                    let fault = look.texts.fault(&finding.fault);
                    let line = look.texts.with("fill-fault", &[("field", (&name).into()), ("fault", (&fault).into())]);
                    if button::link_ui(ui, look, &line, &line).clicked() {
                        state.go_to(filling, &finding.place, finding.part);
                    }
                }
            });
        });
    });
    ui.add_space(sizes.space);
}

/// The label of a field, with its part and the number of its entry.
fn name_of(look: Look<'_>, filling: &Filling, place: &Place, part: usize) -> String {
    let name = match filling.element(place).map(|element| &element.inside) {
        Some(Inside::Field(field)) => match super::block::part_label(look, field.plan.kind, part) {
            Some(part) => format!("{}, {part}", field.plan.label),
            None => field.plan.label.clone(),
        },
        Some(Inside::Group { title, .. }) => title.to_string(),
        Some(Inside::Repeat(repeat)) => repeat.plan.title.clone(),
        Some(_) => String::new(),
        None => filling.pages().iter().find(|page| page.id == place.element).map(|page| page.title.to_string()).unwrap_or_default(),
    };
    match place.entries.last() {
        Some(index) => look.texts.with("fill-in-entry", &[("field", (&name).into()), ("number", (index + 1).into())]),
        None => name,
    }
}
