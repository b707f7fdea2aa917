//! Buttons: one primary per place, secondary ones beside it, quiet ones in rows, icons in bars.

use super::semibold;
use crate::view::icons::Icon;
use crate::view::theme::Theme;
use egui::{Button, Color32, Response, RichText, Role, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

/// Height of buttons and width of icon buttons, in points.
pub const BUTTON_HEIGHT: f32 = 32.0;

/// The one button that a place or dialog leads up to.
pub fn primary_button(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    filled_button(ui, text, theme.accent, theme.on_accent)
}

/// The button that does what cannot be undone.
pub fn danger_button(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    filled_button(ui, text, theme.error, theme.paper)
}

fn filled_button(ui: &mut Ui, text: &str, fill: Color32, on_fill: Color32) -> Response {
    styled(ui, |ui| {
        let widgets = &mut ui.style_mut().visuals.widgets;
        for (state, edge) in [(&mut widgets.inactive, fill), (&mut widgets.hovered, on_fill), (&mut widgets.active, on_fill)] {
            state.weak_bg_fill = fill;
            state.bg_stroke = Stroke::new(1.0, edge);
            state.fg_stroke.color = on_fill;
        }
        let response = ui.add(Button::new(semibold(text, 14.0).color(on_fill)).min_size(vec2(0.0, BUTTON_HEIGHT)));
        if response.has_focus() {
            ui.painter().rect_stroke(response.rect.expand(2.0), 6, Stroke::new(2.0, fill), StrokeKind::Outside);
        }
        response
    })
}

/// A button beside the primary one.
pub fn secondary_button(ui: &mut Ui, text: &str) -> Response {
    ui.add(Button::new(text).min_size(vec2(0.0, BUTTON_HEIGHT)))
}

/// A secondary button with an icon before its text.
pub fn icon_text_button(ui: &mut Ui, icon: Icon, text: &str) -> Response {
    icon_text_button_if(ui, true, icon, text)
}

/// A secondary button with an icon, which can be used only if `is_enabled`.
pub fn icon_text_button_if(ui: &mut Ui, is_enabled: bool, icon: Icon, text: &str) -> Response {
    let button = Button::new((icon.text(18.0), text)).min_size(vec2(0.0, BUTTON_HEIGHT));
    let response = flat(ui, |ui| ui.add_enabled(is_enabled, button));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, is_enabled, text));
    response
}

/// A button without frame until the pointer is over it: for rows and lists.
pub fn quiet_button(ui: &mut Ui, icon: Option<Icon>, text: &str) -> Response {
    let button = match icon {
        Some(icon) => Button::new((icon.text(18.0), text)),
        None => Button::new(text),
    };
    let response = flat(ui, |ui| ui.add(button.frame_when_inactive(false).min_size(vec2(0.0, BUTTON_HEIGHT))));
    named(ui, response, text)
}

/// Lets a button with an icon be no higher than one without: lines of the icon font are high.
fn flat(ui: &mut Ui, button: impl FnOnce(&mut Ui) -> Response) -> Response {
    styled(ui, |ui| {
        ui.spacing_mut().button_padding.y = 2.0;
        button(ui)
    })
}

/// Draws with a style of its own. Not a scope: in one, a button does not wrap to the next row.
fn styled(ui: &mut Ui, draw: impl FnOnce(&mut Ui) -> Response) -> Response {
    let style = std::sync::Arc::clone(ui.style());
    let response = draw(ui);
    ui.set_style(style);
    response
}

/// An icon that is a button; its word is the tooltip and what the screen reader says.
#[derive(Clone, Copy, Debug)]
pub struct IconButton<'a> {
    icon: Icon,
    label: &'a str,
    tooltip: Option<&'a str>,
    is_enabled: bool,
    is_selected: Option<bool>,
    size: f32,
}

impl<'a> IconButton<'a> {
    /// A button with this icon that does what the label says.
    pub fn new(icon: Icon, label: &'a str) -> Self {
        Self { icon, label, tooltip: None, is_enabled: true, is_selected: None, size: BUTTON_HEIGHT }
    }

    /// Says more than the label, for instance the shortcut.
    #[must_use]
    pub fn tooltip(mut self, tooltip: &'a str) -> Self {
        self.tooltip = Some(tooltip);
        self
    }

    /// Whether it can be used now.
    #[must_use]
    pub fn enabled(mut self, is_enabled: bool) -> Self {
        self.is_enabled = is_enabled;
        self
    }

    /// Makes it a switch that is on or off.
    #[must_use]
    pub fn selected(mut self, is_selected: bool) -> Self {
        self.is_selected = Some(is_selected);
        self
    }

    /// For dense rows: 28 points instead of 32.
    #[must_use]
    pub fn small(mut self) -> Self {
        self.size = 28.0;
        self
    }

    /// For corners: 24 points.
    #[must_use]
    pub fn tiny(mut self) -> Self {
        self.size = 24.0;
        self
    }

    /// Draws it.
    pub fn ui(self, ui: &mut Ui, theme: &Theme) -> Response {
        let is_on = self.is_selected.unwrap_or(false);
        let colour = if is_on { theme.accent } else { theme.text };
        let icon = self.icon.text((self.size * 0.625).round());
        let icon = if self.is_enabled { icon.color(colour) } else { icon };
        let button = Button::new(icon).frame_when_inactive(is_on).selected(is_on).min_size(vec2(self.size, self.size));
        // Not in a scope of its own: that would not go into the next row where there is no room.
        let (padding, size) = (ui.spacing().button_padding, ui.spacing().interact_size);
        (ui.spacing_mut().button_padding, ui.spacing_mut().interact_size) = (vec2(2.0, 0.0), vec2(self.size, self.size));
        let response = ui.add_enabled(self.is_enabled, button);
        (ui.spacing_mut().button_padding, ui.spacing_mut().interact_size) = (padding, size);
        response.widget_info(|| match self.is_selected {
            Some(is_on) => WidgetInfo::selected(Role::Button, self.is_enabled, is_on, self.label),
            None => WidgetInfo::labeled(Role::Button, self.is_enabled, self.label),
        });
        let tooltip = self.tooltip.unwrap_or(self.label);
        response.on_hover_text(tooltip).on_disabled_hover_text(tooltip)
    }
}

/// A link-like button within text.
pub fn link_button(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    ui.add(Button::new(RichText::new(text).color(theme.accent).underline()).frame_when_inactive(false))
}

fn named(ui: &Ui, response: Response, label: &str) -> Response {
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), label));
    response
}
