//! The buttons of citizens' forms.

use super::super::look::Look;
use crate::view::icons::Icon;
use crate::view::widgets::semibold;
use egui::{Button, Color32, Response, RichText, Role, Stroke, Ui, WidgetInfo, vec2};

/// The button that leads on.
pub fn primary_ui(ui: &mut Ui, look: Look<'_>, text: &str) -> Response {
    let theme = look.theme;
    button_ui(ui, look, None, text, theme.accent, theme.on_accent, theme.accent)
}

/// Another button.
pub fn secondary_ui(ui: &mut Ui, look: Look<'_>, icon: Option<Icon>, text: &str) -> Response {
    let theme = look.theme;
    button_ui(ui, look, icon, text, theme.paper, theme.accent, theme.accent)
}

fn button_ui(ui: &mut Ui, look: Look<'_>, icon: Option<Icon>, text: &str, fill: Color32, ink: Color32, edge: Color32) -> Response {
    let sizes = look.sizes();
    let response = ui
        .scope(|ui| {
            ui.spacing_mut().button_padding = vec2(sizes.space, 2.0);
            let soft = if fill == look.theme.paper { look.theme.accent_soft } else { fill };
            let widgets = &mut ui.visuals_mut().widgets;
            for (widget, fill) in [(&mut widgets.inactive, fill), (&mut widgets.hovered, soft), (&mut widgets.active, soft)] {
                (widget.weak_bg_fill, widget.bg_stroke) = (fill, Stroke::new(1.0, edge));
            }
            let text = semibold(text, sizes.text).color(ink);
            let button = match icon {
                Some(icon) => Button::new((icon.text(20.0).color(ink), text)),
                None => Button::new(text),
            };
            ui.add(button.corner_radius(sizes.radius as u8).min_size(vec2(0.0, sizes.control)))
        })
        .inner;
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), text));
    focus_ui(ui, look, &response);
    response
}

/// A word that leads somewhere. `name` is what the screen reader says.
pub fn link_ui(ui: &mut Ui, look: Look<'_>, text: &str, name: &str) -> Response {
    let response = ui
        .scope(|ui| {
            ui.spacing_mut().button_padding = vec2(2.0, 3.0);
            let widgets = &mut ui.visuals_mut().widgets;
            for widget in [&mut widgets.hovered, &mut widgets.active] {
                (widget.weak_bg_fill, widget.bg_stroke) = (look.theme.accent_soft, Stroke::NONE);
            }
            let text = RichText::new(text).color(look.theme.accent).underline();
            ui.add(Button::new(text).frame_when_inactive(false).wrap().min_size(vec2(0.0, 24.0)))
        })
        .inner;
    response.widget_info(|| WidgetInfo::labeled(Role::Link, ui.is_enabled(), name));
    focus_ui(ui, look, &response);
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// What is drawn round a button that has the focus.
fn focus_ui(ui: &Ui, look: Look<'_>, response: &Response) {
    if response.has_focus() {
        let sizes = look.sizes();
        let stroke = Stroke::new(sizes.focus_stroke, look.kern.focus);
        ui.painter().rect_stroke(response.rect.expand(2.0), sizes.radius, stroke, egui::StrokeKind::Outside);
    }
}
