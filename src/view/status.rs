//! What the studio says: briefly at the lower left, beside an exercise, and to the screen reader. A failure stays until it is dismissed.

use super::icons::Icon;
use super::shell::{Notice, ShellAction, ShellContext};
use super::widgets::{IconButton, secondary_button};
use egui::accesskit::Live;
use egui::{Align2, Area, Frame, Id, Label, Layout, Order, Role, Sense, Stroke, Ui, vec2};

/// Width of a notice, in points.
const WIDTH: f32 = 360.0;

/// Draws the notices, the newest at the bottom; nothing left of `left` is covered.
pub fn ui(ui: &mut Ui, context: &ShellContext<'_>, left: f32, notices: &[Notice], actions: &mut Vec<ShellAction>) {
    let area = Area::new(Id::unique("notices")).order(Order::Foreground).anchor(Align2::LEFT_BOTTOM, vec2(left + 16.0, -16.0));
    if notices.is_empty() {
        return;
    }
    area.show(ui.ctx(), |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        for notice in notices {
            notice_ui(ui, context, notice, actions);
        }
    });
}

fn notice_ui(ui: &mut Ui, context: &ShellContext<'_>, notice: &Notice, actions: &mut Vec<ShellAction>) {
    let theme = context.theme;
    let (icon, colour, fill, live) = if notice.is_failure {
        (Icon::Error, theme.error, theme.error_soft, Live::Assertive)
    } else {
        (Icon::Information, theme.information, theme.paper, Live::Polite)
    };
    let frame = Frame::popup(ui.style()).fill(fill).stroke(Stroke::new(1.0, colour)).inner_margin(12);
    let width = WIDTH.min(ui.ctx().content_rect().width() - 64.0);
    frame.show(ui, |ui| {
        ui.set_width(width);
        ui.with_layout(Layout::right_to_left(egui::Align::Min), |ui| {
            let label = context.texts.get("notice-dismiss");
            if notice.is_failure && IconButton::new(Icon::Close, label).small().ui(ui, theme).clicked() {
                actions.push(ShellAction::DismissNotice(notice.number));
            }
            ui.with_layout(Layout::left_to_right(egui::Align::Min), |ui| {
                ui.add(Label::new(icon.text(20.0).color(colour)).selectable(false));
                let text = ui.add(Label::new(&notice.text).wrap());
                ui.ctx().accesskit_node_builder(text.id, |node| {
                    node.set_role(if notice.is_failure { Role::Alert } else { Role::Status });
                    // The value of a text is its name, that of an alert is not.
                    node.set_label(notice.text.as_str());
                    node.set_live(live);
                });
            });
        });
    });
}

/// What was done last, to be said by the screen reader; nothing is drawn.
pub fn told_ui(ui: &Ui, sentence: &str) {
    let id = Id::unique("told");
    ui.interact(egui::Rect::from_min_size(ui.max_rect().min, egui::Vec2::ZERO), id, Sense::hover());
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_role(Role::Status);
        node.set_label(sentence);
        node.set_live(Live::Polite);
    });
}

/// At the foot of the window, above the buttons of the canvas: what is being done, how far it has come, and the button that gives
/// it up.
pub fn work_ui(ui: &mut Ui, context: &ShellContext<'_>, what: &str, share: f32, actions: &mut Vec<ShellAction>) {
    let area = Area::new(Id::unique("work")).order(Order::Foreground).anchor(Align2::CENTER_BOTTOM, vec2(0.0, -64.0));
    area.show(ui.ctx(), |ui| {
        let frame = Frame::popup(ui.style()).fill(context.theme.paper).stroke(Stroke::new(1.0, context.theme.line_strong)).inner_margin(12);
        frame.show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.label(what);
                progress_ui(ui, context, what, share);
                if secondary_button(ui, context.texts.get("cancel")).clicked() {
                    actions.push(ShellAction::CancelWork);
                }
            });
        });
    });
}

/// A bar that fills from left to right, and the share in percent.
fn progress_ui(ui: &mut Ui, context: &ShellContext<'_>, what: &str, share: f32) {
    let (theme, percent) = (context.theme, (share.clamp(0.0, 1.0) * 100.0).floor());
    let (rect, _) = ui.allocate_exact_size(vec2(160.0, 8.0), Sense::hover());
    ui.painter().rect(rect, 4, theme.ground, Stroke::new(1.0, theme.line_strong), egui::StrokeKind::Inside);
    // Shorter than it is high the filling would not fit into the round end.
    let filled = egui::Rect::from_min_size(rect.min, vec2((rect.width() * share).max(rect.height()), rect.height()));
    if share > 0.0 {
        ui.painter().rect_filled(filled.intersect(rect), 4, theme.accent);
    }
    let text = context.texts.with("scale-value", &[("scale", (percent as usize).into())]);
    let lettering = ui.add_sized(vec2(44.0, 20.0), Label::new(&text).selectable(false));
    ui.ctx().accesskit_node_builder(lettering.id, |node| {
        node.set_role(Role::ProgressIndicator);
        node.set_label(what);
        node.set_numeric_value(percent.into());
        node.set_min_numeric_value(0.0);
        node.set_max_numeric_value(100.0);
        node.set_value(text.as_str());
    });
}

/// While a file is held over the window: says what letting it fall does.
pub fn drop_hint_ui(ui: &mut Ui, context: &ShellContext<'_>) {
    if ui.input(|input| input.raw.hovered_files.is_empty()) {
        return;
    }
    let theme = context.theme;
    let rect = ui.ctx().content_rect();
    let painter = ui.ctx().layer_painter(egui::LayerId::new(Order::Foreground, Id::unique("drop hint")));
    painter.rect(rect.shrink(8.0), 8, theme.accent_soft.gamma_multiply(0.9), Stroke::new(2.0, theme.accent), egui::StrokeKind::Inside);
    painter.text(rect.center(), Align2::CENTER_CENTER, context.texts.get("drop-here"), super::widgets::semibold_font(20.0), theme.text);
}
