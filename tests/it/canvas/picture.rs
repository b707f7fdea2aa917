//! What is exported is what is seen: the canvas and the picture of the same document, pixel by pixel.

use super::sketch::{procedure, sampler};
use super::{Desk, window_of};
use crate::raster;
use dienstweg::drawing::colouring::Colouring;
use dienstweg::drawing::{Picture, ThemeName};
use dienstweg::exchange::picture::{Pixels, pixels};
use dienstweg::model::{Bounds, Document};
use egui::{Color32, ColorImage};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The document as a picture, with notes as signs at their steps, and the part of the diagram that it shows.
fn exported(document: &Document) -> (Pixels, Bounds) {
    let (document, plane) = (Arc::new(document.clone()), document.main_process.into());
    let (subjects, colouring, theme) = (BTreeSet::new(), Colouring::Role, ThemeName::Light);
    let drawing = Picture { document, plane, subjects, colouring, theme, has_notes: false }.drawn().unwrap();
    (pixels(&drawing, 1.0).unwrap(), drawing.area)
}

/// The same part of the canvas on white, and where its corner lies in the image.
fn seen(document: &Document, area: Bounds) -> (ColorImage, [usize; 2]) {
    let mut desk = Desk::new(document.clone());
    desk.theme.canvas = Color32::WHITE;
    desk.theme.grid = Color32::WHITE;
    let mut window = window_of(desk, [area.width as f32 + 400.0, area.height as f32 + 400.0]);
    window.event(egui::Event::PointerGone);
    window.run();
    let corner = window.state().state.rect(area).min;
    (raster::draw(&window.ctx, window.output()), [corner.x.round() as usize, corner.y.round() as usize])
}

/// A pixel's place in the grey of a small square round it: letters may lie half a pixel apart, an outline that is missing does not.
fn grey(at: impl Fn(usize, usize) -> [u8; 3], x: usize, y: usize) -> f64 {
    let sum = |(dx, dy): (usize, usize)| at(x + dx, y + dy).iter().map(|channel| f64::from(*channel)).sum::<f64>() / 3.0;
    (0..SQUARE).flat_map(|dx| (0..SQUARE).map(move |dy| (dx, dy))).map(sum).sum::<f64>() / (SQUARE * SQUARE) as f64
}

/// Side of the squares that are compared.
const SQUARE: usize = 6;

/// Share of squares whose grey differs by more than a tenth of the way from black to white.
fn difference(document: &Document, name: &str) -> f64 {
    let (picture, area) = exported(document);
    let (canvas, [left, top]) = seen(document, area);
    let (width, height) = (picture.width as usize, picture.height as usize);
    let drawn = |x: usize, y: usize| -> [u8; 3] { picture.rgb[3 * (y * width + x)..][..3].try_into().unwrap() };
    let shown = |x: usize, y: usize| {
        let [red, green, blue, _] = canvas.pixels[(top + y) * canvas.size[0] + left + x].to_array();
        [red, green, blue]
    };
    let mut both = ColorImage::filled([width, 2 * height], Color32::WHITE);
    for (x, y) in (0..width).flat_map(|x| (0..height).map(move |y| (x, y))) {
        let colour = |[red, green, blue]: [u8; 3]| Color32::from_rgb(red, green, blue);
        both.pixels[y * width + x] = colour(drawn(x, y));
        both.pixels[(y + height) * width + x] = colour(shown(x, y));
    }
    raster::write(&both, std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("picture-{name}.png")));
    let squares: Vec<(usize, usize)> =
        (0..width / SQUARE).flat_map(|x| (0..height / SQUARE).map(move |y| (x * SQUARE, y * SQUARE))).collect();
    let differs = |(x, y): &&(usize, usize)| (grey(drawn, *x, *y) - grey(shown, *x, *y)).abs() > 25.5;
    squares.iter().filter(differs).count() as f64 / squares.len() as f64
}

#[test]
fn the_picture_is_what_the_canvas_shows() {
    // Of the sampler every tenth element is a circle of dashes, which begin elsewhere.
    for (document, name, most) in [(procedure(), "procedure", 0.004), (sampler(), "sampler", 0.0125)] {
        let share = difference(&document, name);
        assert!(share < most, "{name}: {:.2} % of the squares differ", share * 100.0);
    }
}
