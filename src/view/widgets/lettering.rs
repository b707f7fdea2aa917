//! Text in the cuts and sizes of the studio.

use crate::view::theme::SEMIBOLD;
use egui::{FontFamily, FontId, RichText};

/// Emphasised text of this size in points.
pub fn semibold(text: &str, size: f32) -> RichText {
    RichText::new(text).font(semibold_font(size))
}

/// The emphasised cut in this size in points.
pub fn semibold_font(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(SEMIBOLD.into()))
}
