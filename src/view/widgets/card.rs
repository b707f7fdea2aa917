//! A white card on the grey ground.

use crate::view::theme::Theme;
use egui::{Frame, InnerResponse, Stroke, Ui};

/// Draws a card with this content: paper, hairline, corners of 8, 16 points of air.
pub fn card<R>(ui: &mut Ui, theme: &Theme, content: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    card_frame(theme).show(ui, content)
}

/// The frame of a card, for those who need it in another way.
pub fn card_frame(theme: &Theme) -> Frame {
    Frame::new().fill(theme.paper).stroke(Stroke::new(1.0, theme.line)).corner_radius(8).inner_margin(16)
}
