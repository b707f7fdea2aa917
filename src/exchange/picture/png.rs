//! Writes a drawing as PNG, with its title and its size on paper.

use super::pixels::bands;
use super::{TooLarge, size};
use crate::drawing::Drawing;
use png::{ColorType, Compression, Encoder, PixelDimensions, Unit};
use std::io::Write;

/// Points of the diagram in a metre, as for the screen: 96 in an inch.
const POINTS: f64 = 96.0 / 0.0254;

/// The bytes of the file. At a greater scale it has more pixels and the same size on paper.
///
/// # Errors
/// [`TooLarge`].
pub fn png(drawing: &Drawing, scale: f64) -> Result<Vec<u8>, TooLarge> {
    let (width, height) = size(drawing, scale)?;
    let mut bytes = Vec::new();
    // Writing to memory does not fail, and the sizes fit: an error would leave a file without its end.
    let _ = write(drawing, scale, (width, height), &mut bytes);
    Ok(bytes)
}

fn write(drawing: &Drawing, scale: f64, (width, height): (u32, u32), bytes: &mut Vec<u8>) -> Result<(), png::EncodingError> {
    let mut encoder = Encoder::new(bytes, width, height);
    encoder.set_color(ColorType::Rgb);
    encoder.set_compression(Compression::Fastest);
    let density = (POINTS * scale).round() as u32;
    encoder.set_pixel_dims(Some(PixelDimensions { xppu: density, yppu: density, unit: Unit::Meter }));
    if !drawing.title.is_empty() {
        encoder.add_itxt_chunk("Title".to_owned(), drawing.title.clone())?;
    }
    let mut writer = encoder.write_header()?;
    let mut stream = writer.stream_writer()?;
    let mut fault = None;
    bands(drawing, scale, (width, height), |band| fault = stream.write_all(band).err().or(fault.take()));
    stream.finish()?;
    fault.map_or_else(|| writer.finish(), |fault| Err(fault.into()))
}
