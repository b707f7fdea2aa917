//! Pictures for the clipboard, drawn, encoded and handed over beside the window: a large one takes longer than a frame may.

use crate::drawing::Picture;
use crate::exchange::picture::{Pixels, pixels};
use arboard::{Clipboard, ImageData};
use egui::ColorImage;

/// Pixels for each point of the diagram.
const SCALE: f64 = 2.0;
/// A copied picture has no more pixels than this on a side; larger ones are made smaller.
const MOST_PIXELS: f64 = 6_000.0;

/// What became of a picture that was to be copied.
pub(super) enum Copied {
    /// There was nothing to draw.
    Nothing,
    /// It lies on the clipboard of the system.
    Put,
    /// It was drawn; the window is to put it on the clipboard.
    Drawn(ColorImage),
}

/// Draws a picture and puts it on the clipboard of the system, if that is to be used and takes it.
pub(super) fn copy(picture: &Picture, uses_system: bool) -> Copied {
    match drawn(picture) {
        None => Copied::Nothing,
        Some(drawn) if uses_system && put(&drawn).is_ok() => Copied::Put,
        Some(drawn) => Copied::Drawn(ColorImage::from_rgb([drawn.width as usize, drawn.height as usize], &drawn.rgb)),
    }
}

fn drawn(picture: &Picture) -> Option<Pixels> {
    let drawing = picture.drawn()?;
    let scale = (MOST_PIXELS / drawing.area.width.max(drawing.area.height)).min(SCALE);
    pixels(&drawing, scale).ok()
}

/// The window has a clipboard of its own by then, and with it serves what is put here for as long as it is open.
fn put(drawn: &Pixels) -> Result<(), arboard::Error> {
    let bytes: Vec<u8> = drawn.rgb.as_chunks::<3>().0.iter().flat_map(|[red, green, blue]| [*red, *green, *blue, 255]).collect();
    Clipboard::new()?.set_image(ImageData { width: drawn.width as usize, height: drawn.height as usize, bytes: bytes.into() })
}
