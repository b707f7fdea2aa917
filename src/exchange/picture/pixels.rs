//! Draws a drawing into pixels, in bands, so that a large picture takes no more memory than a small one.

use super::shape::{FLATNESS, course, inner, letter, outline};
use super::{TooLarge, size};
use crate::drawing::lettering::{self, Cut, Piece};
use crate::drawing::{Colour, Corners, Drawing, Line, Primitive, Text};
use crate::model::{Bounds, Point};
use std::collections::BTreeMap;
use std::f64::consts::FRAC_PI_2;
use vello_cpu::color::{AlphaColor, Srgb};
use vello_cpu::kurbo::{Affine, BezPath, Cap, Circle, Join, Shape, Stroke};
use vello_cpu::{Pixmap, RenderContext, Resources};

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
    let (mut letters, mut resources, mut rgb) = (Letters::default(), Resources::new(), Vec::new());
    for top in (0..height).step_by(BAND as usize) {
        let rows = BAND.min(height - top);
        // [`size`] has seen to it that both are small enough.
        let (width, rows) = (width as u16, rows as u16);
        let first = drawing.area.y + f64::from(top) / scale;
        let seen = Bounds { y: first, height: f64::from(rows) / scale, ..drawing.area };
        let transform = Affine::scale(scale) * Affine::translate((-drawing.area.x, -first));
        let mut band = Band { context: RenderContext::new(width, rows), transform, letters: &mut letters };
        band.fill(&outline(seen.grown(RIM), Corners::SHARP), drawing.ground);
        for group in drawing.groups.iter().filter(|group| group.extent.overlaps(seen.grown(RIM))) {
            group.primitives.iter().for_each(|primitive| band.draw(primitive));
        }
        let mut pixmap = Pixmap::new(width, rows);
        band.context.flush();
        band.context.render(&mut pixmap, &mut resources);
        let pixels = pixmap.data_as_u8_slice().as_chunks::<4>().0;
        rgb.resize(pixels.len() * 3, 0);
        for (to, [red, green, blue, _]) in rgb.as_chunks_mut::<3>().0.iter_mut().zip(pixels) {
            *to = [*red, *green, *blue];
        }
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
    context: RenderContext,
    transform: Affine,
    letters: &'a mut Letters,
}

impl Band<'_> {
    fn draw(&mut self, primitive: &Primitive) {
        match primitive {
            Primitive::Rect { bounds, corners, fill, line } => {
                let (bounds, corners) = inner(*bounds, *corners, *line);
                self.paint(&outline(bounds, corners), *fill, *line);
            }
            Primitive::Circle { centre, radius, fill, line } => {
                self.paint(&Circle::new((centre.x, centre.y), *radius).to_path(FLATNESS), *fill, *line);
            }
            Primitive::Path { points, is_closed, fill, line } => self.paint(&course(points, *is_closed), *fill, *line),
            Primitive::Pictogram { pictogram, at, size, colour } => {
                self.write(Cut::Pictograms, &[(pictogram.glyph(), *at)], *size, *colour, Affine::IDENTITY);
            }
            Primitive::Text(text) => self.text(text),
        }
    }

    fn fill(&mut self, path: &BezPath, colour: Colour) {
        if !colour.is_clear() {
            self.context.set_paint(paint(colour));
            self.context.set_transform(self.transform);
            self.context.fill_path(path);
        }
    }

    fn paint(&mut self, path: &BezPath, fill: Colour, line: Line) {
        self.fill(path, fill);
        if line.is_none() {
            return;
        }
        let stroke = Stroke::new(line.width).with_join(Join::Miter).with_caps(Cap::Butt);
        self.context.set_stroke(match line.dashes {
            Some((dash, gap)) => stroke.with_dashes(0.0, [dash, gap]),
            None => stroke,
        });
        self.context.set_paint(paint(line.colour));
        self.context.set_transform(self.transform);
        self.context.stroke_path(path);
    }

    fn text(&mut self, text: &Text) {
        let cut = if text.is_strong { Cut::Strong } else { Cut::Regular };
        let rows: Vec<(&str, Point)> = text.rows.iter().enumerate().map(|(number, row)| (row.text.as_str(), text.start(number))).collect();
        let turned = if text.is_upright { Affine::rotate_about(-FRAC_PI_2, (text.at.x, text.at.y)) } else { Affine::IDENTITY };
        self.write(cut, &rows, text.size, text.colour, turned);
    }

    /// Fills the outlines of rows of letters at once.
    fn write(&mut self, cut: Cut, rows: &[(&str, Point)], size: f64, colour: Colour, turned: Affine) {
        let mut path = BezPath::new();
        for (text, start) in rows {
            for glyph in lettering::glyphs(cut, text) {
                let at = Point::new(start.x + glyph.x * size, start.y - glyph.y * size);
                letter(&mut path, self.letters.outline(cut, glyph.id), at, size);
            }
        }
        path.apply_affine(turned);
        self.fill(&path, colour);
    }
}

fn paint(colour: Colour) -> AlphaColor<Srgb> {
    let [red, green, blue, alpha] = colour.channels;
    AlphaColor::from_rgba8(red, green, blue, alpha)
}
