//! What all drawing of elements shares: on what, in which colours, beside which other elements.

use super::colouring::Colouring;
use super::notes::NoteSigns;
use super::palette::{Colour, Palette};
use super::places::Places;
use super::scene::Scene;
use super::sheet::{Line, Sheet};
use crate::model::{Bounds, Subject};

/// Line and ground of a sign.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ink {
    /// Its lines; filled parts take the colour.
    pub line: Line,
    /// What is inside its lines.
    pub ground: Colour,
}

impl Ink {
    /// A line that is this many times as broad.
    pub(super) fn broad(self, times: f64) -> Line {
        Line { width: self.line.width * times, ..self.line }
    }

    /// The thin lines inside of signs.
    pub(super) fn thin(self) -> Line {
        self.broad(0.8)
    }
}

/// Draws elements.
pub struct Pencil<'a, S> {
    /// On what.
    pub sheet: &'a mut S,
    /// In which colours.
    pub palette: &'a Palette,
    /// By what elements are coloured.
    pub colouring: Colouring,
    /// All elements, for finding free places.
    pub scene: &'a Scene,
    /// Where labels stand.
    pub places: &'a mut Places,
    /// Where labels were drawn; filled while drawing.
    pub labels: &'a mut Vec<(Subject, Bounds)>,
    /// How notes are shown.
    pub notes: &'a NoteSigns,
}

impl<S: Sheet> Pencil<'_, S> {
    /// A breadth, such that thin lines stay visible and broad ones do not become bars.
    pub(super) fn width(&self, width: f64) -> f64 {
        let zoom = self.sheet.zoom();
        (width * zoom.clamp(0.6, 1.6)).max(0.75) / zoom
    }

    /// The usual line of the canvas.
    pub(super) fn line(&self) -> Line {
        Line::new(self.width(1.5), self.palette.stroke)
    }

    /// The line round cards and bands.
    pub(super) fn frame(&self) -> Line {
        Line::new(self.width(1.0), self.palette.line_strong)
    }

    /// Line and ground of events and gateways.
    pub(super) fn ink(&self) -> Ink {
        Ink { line: self.line(), ground: self.palette.paper }
    }

    /// Whether small things such as marks are worth drawing.
    pub(super) fn is_near(&self) -> bool {
        self.sheet.zoom() >= 0.55
    }
}
