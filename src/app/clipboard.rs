//! Pictures for the clipboard, drawn, encoded and handed over beside the window: a large one takes longer than a frame may.

use crate::view::canvas::Picture;
use arboard::{Clipboard, ImageData};
use egui::{Color32, ColorImage};

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
    match picture.drawn() {
        None => Copied::Nothing,
        Some(image) if uses_system && put(&image).is_ok() => Copied::Put,
        Some(image) => Copied::Drawn(image),
    }
}

/// The window has a clipboard of its own by then, and with it serves what is put here for as long as it is open.
fn put(image: &ColorImage) -> Result<(), arboard::Error> {
    let bytes: Vec<u8> = image.pixels.iter().flat_map(Color32::to_srgba_unmultiplied).collect();
    Clipboard::new()?.set_image(ImageData { width: image.width(), height: image.height(), bytes: bytes.into() })
}
