//! A drawing: a flat list of outlines and texts with their colours, to be written as a picture.

use super::lettering::{self, ROW, Row};
use super::palette::Colour;
use super::pictogram::Pictogram;
use super::sheet::{Align, Corners, Line, Sheet, Wanted};
use crate::model::{Bounds, NodeId, Point, Subject, Vector};
use std::collections::BTreeSet;

/// A finished drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// What it shows of the diagram, in its points.
    pub area: Bounds,
    /// Colour of the ground.
    pub ground: Colour,
    /// What it is a picture of.
    pub title: String,
    /// The elements, back to front.
    pub groups: Vec<Group>,
}

/// What belongs to one element.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The name of the element; empty if it has none.
    pub name: String,
    /// Which element; `None` for what is written below the picture.
    pub subject: Option<Subject>,
    /// The smallest rectangle round its outlines and texts.
    pub extent: Bounds,
    /// Outlines and texts, back to front.
    pub primitives: Vec<Primitive>,
}

/// An outline or a text. Lengths are points of the diagram.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names of the parts say what they are")]
pub enum Primitive {
    /// A rectangle; its line runs inside it.
    Rect { bounds: Bounds, corners: Corners, fill: Colour, line: Line },
    /// A circle; half of its line runs outside.
    Circle { centre: Point, radius: f64, fill: Colour, line: Line },
    /// Straight lines from point to point.
    Path { points: Vec<Point>, is_closed: bool, fill: Colour, line: Line },
    /// A sign; the place is the left end of the line on which it stands.
    Pictogram { pictogram: Pictogram, at: Point, size: f64, colour: Colour },
    /// A text.
    Text(Text),
}

/// A text that is laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// Its rows.
    pub rows: Vec<Row>,
    /// Height of type.
    pub size: f64,
    /// Semibold instead of regular.
    pub is_strong: bool,
    /// Where the rows are aligned.
    pub align: Align,
    /// The top of its first row, at the left or in the middle as it is aligned.
    pub at: Point,
    /// Turned round `at`, to be read from below.
    pub is_upright: bool,
    /// Colour.
    pub colour: Colour,
}

impl Drawing {
    /// The nodes that it shows.
    pub fn nodes(&self) -> BTreeSet<NodeId> {
        self.groups.iter().filter_map(|group| group.subject?.node()).collect()
    }

    /// The letters of its texts that its typeface lacks, each once.
    pub fn missing_letters(&self) -> BTreeSet<char> {
        let texts = self.groups.iter().flat_map(|group| &group.primitives).filter_map(|primitive| match primitive {
            Primitive::Text(text) => Some(text),
            _ => None,
        });
        texts.flat_map(|text| &text.rows).flat_map(|row| lettering::missing(&row.text)).collect()
    }
}

impl Text {
    /// Breaks a text into rows; where it stands is not known yet.
    pub fn laid_out(wanted: &Wanted<'_>) -> Self {
        let (size, is_strong, align) = (wanted.size, wanted.is_strong, wanted.align);
        Self { rows: lettering::rows(wanted), size, is_strong, align, at: Point::default(), is_upright: false, colour: Colour::CLEAR }
    }

    /// Its width and height.
    pub fn room(&self) -> (f64, f64) {
        (self.rows.iter().map(|row| row.width).fold(0.0, f64::max), self.rows.len() as f64 * ROW * self.size)
    }

    /// The left end of the line on which a row stands, before the text is turned.
    pub fn start(&self, number: usize) -> Point {
        let width = self.rows.get(number).map_or(0.0, |row| row.width);
        let x = if self.align == Align::Middle { self.at.x - width / 2.0 } else { self.at.x };
        Point::new(x, self.at.y + self.size * (ROW * number as f64 + lettering::BASELINE))
    }

    fn extent(&self) -> Bounds {
        let (width, height) = self.room();
        let before = if self.align == Align::Middle { width / 2.0 } else { 0.0 };
        if self.is_upright {
            Bounds::new(self.at.x, self.at.y + before - width, height, width)
        } else {
            Bounds::new(self.at.x - before, self.at.y, width, height)
        }
    }
}

impl Primitive {
    /// The smallest rectangle round it.
    pub fn extent(&self) -> Bounds {
        match self {
            Self::Rect { bounds, .. } => *bounds,
            Self::Circle { centre, radius, line, .. } => {
                let side = 2.0 * radius + line.width;
                Bounds::centred(*centre, side, side)
            }
            Self::Path { points, line, .. } => {
                let first = points.first().copied().unwrap_or_default();
                let around = |bounds: Bounds, point: &Point| bounds.union(Bounds::spanning(*point, *point));
                points.iter().fold(Bounds::spanning(first, first), around).grown(line.width)
            }
            Self::Pictogram { at, size, .. } => Bounds::new(at.x, at.y - size * 1.1, *size, size * 1.2),
            Self::Text(text) => text.extent(),
        }
    }
}

/// Collects outlines and texts.
#[derive(Clone, Debug, Default)]
pub struct Collector {
    /// What was drawn, back to front.
    pub primitives: Vec<Primitive>,
}

impl Collector {
    /// What was drawn since, as a group.
    pub fn group(&mut self, name: String, subject: Option<Subject>) -> Group {
        let primitives = std::mem::take(&mut self.primitives);
        let extent = primitives.iter().map(Primitive::extent).reduce(Bounds::union).unwrap_or_default();
        Group { name, subject, extent, primitives }
    }

    fn outline(&mut self, points: &[Point], is_closed: bool, fill: Colour, line: Line) {
        if points.len() > 1 {
            self.primitives.push(Primitive::Path { points: points.to_vec(), is_closed, fill, line });
        }
    }
}

impl Sheet for Collector {
    type Text = Text;

    fn zoom(&self) -> f64 {
        1.0
    }

    fn rect(&mut self, bounds: Bounds, corners: Corners, fill: Colour, line: Line) {
        self.primitives.push(Primitive::Rect { bounds, corners, fill, line });
    }

    fn circle(&mut self, centre: Point, radius: f64, fill: Colour, line: Line) {
        self.primitives.push(Primitive::Circle { centre, radius, fill, line });
    }

    fn polygon(&mut self, points: &[Point], fill: Colour, line: Line) {
        self.outline(points, true, fill, line);
    }

    fn figure(&mut self, points: &[Point], _: &[[u32; 3]], fill: Colour, line: Line) {
        self.outline(points, true, fill, line);
    }

    fn course(&mut self, points: &[Point], line: Line) {
        self.outline(points, false, Colour::CLEAR, line);
    }

    /// Two pale rims stand for the window's blur, which grows faint over two points.
    fn shadow(&mut self, bounds: Bounds, corner: f64, colour: Colour) {
        for rim in [4.0 / 3.0, 2.0 / 3.0] {
            let below = bounds.moved(Vector::new(0.0, 1.0)).grown(rim);
            self.rect(below, Corners::all(corner + rim), colour.faded(0.25), Line::NONE);
        }
    }

    fn pictogram(&mut self, pictogram: Pictogram, centre: Point, size: f64, colour: Colour) {
        // In the window's icon font a row is 1.2 high, and its signs stand 1.15 below its top.
        let at = Point::new(centre.x - size * 0.5, centre.y + size * 0.55);
        self.primitives.push(Primitive::Pictogram { pictogram, at, size, colour });
    }

    fn letter(&mut self, text: &str, centre: Point, size: f64, colour: Colour) {
        let row = Row { text: text.to_owned(), width: lettering::width(text, size, false) };
        let at = Point::new(centre.x, centre.y - size * ROW / 2.0);
        let text = Text { rows: vec![row], size, is_strong: false, align: Align::Middle, at, is_upright: false, colour };
        self.primitives.push(Primitive::Text(text));
    }

    fn lay_out(&mut self, _: Subject, wanted: Wanted<'_>) -> Option<(Text, (f64, f64))> {
        let text = Text::laid_out(&wanted);
        let room = text.room();
        (!wanted.text.is_empty()).then_some((text, room))
    }

    fn write(&mut self, text: Text, at: Point, is_upright: bool, colour: Colour) {
        self.primitives.push(Primitive::Text(Text { at, is_upright, colour, ..text }));
    }
}
