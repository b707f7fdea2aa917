//! Pictures of a flow for other programs, from the one [`Drawing`] that the canvas shows too: SVG, and pixels for PNG and the clipboard.
//!
//! The same drawing gives the same bytes. An SVG has its texts as texts, refers to nothing outside of itself and holds no script.

mod pixels;
mod png;
mod shape;
mod svg;

pub use pixels::{Pixels, pixels};
pub use png::png;
pub use svg::{Caption, svg};

use crate::drawing::Drawing;
use crate::model::Bounds;
use thiserror::Error;

/// The scales that are offered: pixels for each point of the diagram.
pub const SCALES: [u8; 4] = [1, 2, 3, 4];
/// A picture in pixels is nowhere longer than this.
pub const LONGEST_SIDE: u32 = 32_000;
/// A picture in pixels has no more of them.
pub const MOST_PIXELS: u64 = 400_000_000;

/// A picture would have more pixels than other programs can open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("{width} × {height} pixels are too many")]
pub struct TooLarge {
    /// Its width, in pixels.
    pub width: u64,
    /// Its height, in pixels.
    pub height: u64,
}

/// Width and height in pixels.
///
/// # Errors
/// [`TooLarge`].
pub fn size(drawing: &Drawing, scale: f64) -> Result<(u32, u32), TooLarge> {
    size_of(drawing.area, scale)
}

/// Width and height in pixels of a picture of this part of the diagram.
///
/// # Errors
/// [`TooLarge`].
pub fn size_of(area: Bounds, scale: f64) -> Result<(u32, u32), TooLarge> {
    let side = |length: f64| (length * scale).round().max(1.0) as u64;
    let (width, height) = (side(area.width), side(area.height));
    let is_small = width.max(height) <= u64::from(LONGEST_SIDE) && width * height <= MOST_PIXELS;
    if is_small { Ok((width as u32, height as u32)) } else { Err(TooLarge { width, height }) }
}
