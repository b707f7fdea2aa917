//! Draws a drawing into pixels, in bands, so that a large picture takes no more memory than a small one.

use super::shape;
use super::{TooLarge, size};
use crate::drawing::lettering::{self, Cut, Piece};
use crate::drawing::{Colour, Drawing, Line, Primitive, Text};
use crate::model::{Bounds, Point};
use std::collections::BTreeMap;
use tiny_skia::{Color, FillRule, Paint, Path, PathBuilder, Pixmap, Stroke, StrokeDash, Transform};

/// Rows of pixels that are drawn at a time.
const BAND: u32 = 512;
/// How far soft edges may reach beyond an element, in points.
const RIM: f64 = 4.0;

/// A picture in pixels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pixels {
    /// Pixels in a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// Red, green, blue of each pixel, row by row.
    pub rgb: Vec<u8>,
}

/// Draws all of it at a scale.
///
/// # Errors
/// [`TooLarge`].
pub fn pixels(drawing: &Drawing, scale: f64) -> Result<Pixels, TooLarge> {
    let (width, height) = size(drawing, scale)?;
    let mut rgb = Vec::with_capacity(width as usize * height as usize * 3);
    bands(drawing, scale, (width, height), |band| rgb.extend_from_slice(band));
    Ok(Pixels { width, height, rgb })
}

/// Draws band by band, from the top down, and hands over red, green and blue of the pixels of each.
pub(super) fn bands(drawing: &Drawing, scale: f64, (width, height): (u32, u32), mut take: impl FnMut(&[u8])) {
    let mut letters = Letters::default();
    let mut rgb = Vec::new();
    for top in (0..height).step_by(BAND as usize) {
        let rows = BAND.min(height - top);
        let Some(mut pixmap) = Pixmap::new(width, rows) else { return };
        pixmap.fill(color(drawing.ground));
        let first = drawing.area.y + f64::from(top) / scale;
        let seen = Bounds { y: first, height: f64::from(rows) / scale, ..drawing.area }.grown(RIM);
        let move_to = ((-drawing.area.x * scale) as f32, (-first * scale) as f32);
        let transform = Transform::from_row(scale as f32, 0.0, 0.0, scale as f32, move_to.0, move_to.1);
        let mut band = Band { pixmap: &mut pixmap, transform, letters: &mut letters };
        for group in drawing.groups.iter().filter(|group| group.extent.overlaps(seen)) {
            group.primitives.iter().for_each(|primitive| band.draw(primitive));
        }
        rgb.clear();
        rgb.extend(pixmap.data().as_chunks::<4>().0.iter().flat_map(|[red, green, blue, _]| [*red, *green, *blue]));
        take(&rgb);
    }
}

/// The outlines of letters and signs that were needed, each once.
#[derive(Default)]
struct Letters {
    kept: BTreeMap<(Cut, u32), Vec<Piece>>,
}

impl Letters {
    fn outline(&mut self, cut: Cut, glyph: u32) -> &[Piece] {
        self.kept.entry((cut, glyph)).or_insert_with(|| lettering::outline(cut, glyph))
    }
}

/// A part of the picture that is being drawn.
struct Band<'a> {
    pixmap: &'a mut Pixmap,
    transform: Transform,
    letters: &'a mut Letters,
}

impl Band<'_> {
    fn draw(&mut self, primitive: &Primitive) {
        match primitive {
            Primitive::Rect { bounds, corners, fill, line } => {
                let (bounds, corners) = shape::inner(*bounds, *corners, *line);
                self.paint(shape::rect(bounds, corners), *fill, *line);
            }
            Primitive::Circle { centre, radius, fill, line } => {
                self.paint(PathBuilder::from_circle(centre.x as f32, centre.y as f32, *radius as f32), *fill, *line);
            }
            Primitive::Path { points, is_closed, fill, line } => self.paint(shape::course(points, *is_closed), *fill, *line),
            Primitive::Pictogram { pictogram, at, size, colour } => {
                self.write(Cut::Pictograms, &[(pictogram.glyph(), *at)], *size, *colour, Transform::identity());
            }
            Primitive::Text(text) => self.text(text),
        }
    }

    fn paint(&mut self, path: Option<Path>, fill: Colour, line: Line) {
        let Some(path) = path else { return };
        if !fill.is_clear() {
            self.pixmap.fill_path(&path, &paint(fill), FillRule::Winding, self.transform, None);
        }
        if !line.is_none() {
            let dash = line.dashes.and_then(|(dash, gap)| StrokeDash::new(vec![dash as f32, gap as f32], 0.0));
            let stroke = Stroke { width: line.width as f32, dash, ..Stroke::default() };
            self.pixmap.stroke_path(&path, &paint(line.colour), &stroke, self.transform, None);
        }
    }

    fn text(&mut self, text: &Text) {
        let cut = if text.is_strong { Cut::Strong } else { Cut::Regular };
        let rows: Vec<(&str, Point)> = text.rows.iter().enumerate().map(|(number, row)| (row.text.as_str(), text.start(number))).collect();
        let turned = if text.is_upright { Transform::from_rotate_at(-90.0, text.at.x as f32, text.at.y as f32) } else { Transform::identity() };
        self.write(cut, &rows, text.size, text.colour, turned);
    }

    /// Fills the outlines of rows of letters at once.
    fn write(&mut self, cut: Cut, rows: &[(&str, Point)], size: f64, colour: Colour, turned: Transform) {
        let mut path = PathBuilder::new();
        for (text, start) in rows {
            for glyph in lettering::glyphs(cut, text) {
                let at = Point::new(start.x + glyph.x * size, start.y - glyph.y * size);
                shape::letter(&mut path, self.letters.outline(cut, glyph.id), at, size);
            }
        }
        if let Some(path) = path.finish() {
            self.pixmap.fill_path(&path, &paint(colour), FillRule::Winding, turned.post_concat(self.transform), None);
        }
    }
}

fn color(colour: Colour) -> Color {
    let [red, green, blue, alpha] = colour.channels;
    Color::from_rgba8(red, green, blue, alpha)
}

fn paint(colour: Colour) -> Paint<'static> {
    let mut paint = Paint::default();
    paint.set_color(color(colour));
    paint
}
