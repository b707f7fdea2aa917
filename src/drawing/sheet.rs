//! What can be drawn upon: the window's canvas, or a list of outlines and texts.

use super::palette::Colour;
use super::pictogram::Pictogram;
use crate::model::{Bounds, Point, Subject};

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    /// Breadth, in points of the diagram.
    pub width: f64,
    /// Colour.
    pub colour: Colour,
    /// Lengths of dashes and of the gaps between them, in points of the diagram; `None`: unbroken.
    pub dashes: Option<(f64, f64)>,
}

impl Line {
    /// No line.
    pub const NONE: Self = Self::new(0.0, Colour::CLEAR);

    /// An unbroken line.
    pub const fn new(width: f64, colour: Colour) -> Self {
        Self { width, colour, dashes: None }
    }

    /// This line in dashes.
    #[must_use]
    pub const fn dashed(self, dash: f64, gap: f64) -> Self {
        Self { dashes: Some((dash, gap)), ..self }
    }

    /// Whether nothing is seen of it.
    pub fn is_none(self) -> bool {
        self.width <= 0.0 || self.colour.is_clear()
    }
}

/// How round the corners of a rectangle are: radii in points of the diagram.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Corners {
    /// Of both corners at the left.
    pub left: f64,
    /// Of both corners at the right.
    pub right: f64,
}

impl Corners {
    /// Right angles.
    pub const SHARP: Self = Self { left: 0.0, right: 0.0 };

    /// All the same.
    pub const fn all(radius: f64) -> Self {
        Self { left: radius, right: radius }
    }
}

/// Where the rows of a text are aligned; also the place in it that is given when it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// At the left.
    Left,
    /// In the middle.
    Middle,
}

/// What a text should look like, in points of the diagram.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wanted<'a> {
    /// The words.
    pub text: &'a str,
    /// Height of type.
    pub size: f64,
    /// Width at which it wraps.
    pub width: f64,
    /// Most rows; the rest becomes an ellipsis.
    pub rows: usize,
    /// Where the rows are aligned.
    pub align: Align,
    /// Semibold instead of regular.
    pub is_strong: bool,
}

/// Something to draw upon. All places and lengths are in points of the diagram.
pub trait Sheet {
    /// A text that is laid out.
    type Text;

    /// How many points of the screen one of the diagram takes; small things are left out where it is little.
    fn zoom(&self) -> f64;

    /// A rectangle; its line runs inside it.
    fn rect(&mut self, bounds: Bounds, corners: Corners, fill: Colour, line: Line);

    /// A circle; half of its line runs outside.
    fn circle(&mut self, centre: Point, radius: f64, fill: Colour, line: Line);

    /// A closed outline without dents.
    fn polygon(&mut self, points: &[Point], fill: Colour, line: Line);

    /// A closed outline of any form; the triangles, of numbers of its points, fill it.
    fn figure(&mut self, points: &[Point], triangles: &[[u32; 3]], fill: Colour, line: Line);

    /// An open line.
    fn course(&mut self, points: &[Point], line: Line);

    /// The soft shadow of a rectangle that will lie upon it.
    fn shadow(&mut self, bounds: Bounds, corner: f64, colour: Colour);

    /// A sign in the middle of its row, whose height is 1.2 times its size.
    fn pictogram(&mut self, pictogram: Pictogram, centre: Point, size: f64, colour: Colour);

    /// A letter or number in the middle of its row.
    fn letter(&mut self, text: &str, centre: Point, size: f64, colour: Colour);

    /// Lays out the text of an element and tells its width and height; `None` if it is not to be read here.
    fn lay_out(&mut self, subject: Subject, wanted: Wanted<'_>) -> Option<(Self::Text, (f64, f64))>;

    /// Writes a text. `at` is the top of its first row, at the left or in the middle as it is aligned; upright, it is turned
    /// round that place to be read from below.
    fn write(&mut self, text: Self::Text, at: Point, is_upright: bool, colour: Colour);
}
