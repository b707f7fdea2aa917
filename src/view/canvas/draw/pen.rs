//! What all drawing of elements shares: where, in which colours, with which texts.

use super::places::Places;
use crate::model::{Bounds, Subject};
use crate::view::canvas::camera::Camera;
use crate::view::canvas::colouring::Colouring;
use crate::view::canvas::galleys::{Galleys, Wanted};
use crate::view::canvas::scene::Scene;
use crate::view::theme::Theme;
use egui::{Color32, Galley, Painter, Stroke};
use std::sync::Arc;

/// Line and ground of a sign.
#[derive(Clone, Copy, Debug)]
pub struct Ink {
    /// Its lines; filled parts take the colour.
    pub stroke: Stroke,
    /// What is inside its lines.
    pub ground: Color32,
}

/// Draws in the diagram's coordinates.
pub struct Pen<'a> {
    /// Paints on the screen.
    pub painter: &'a Painter,
    /// Where the diagram is.
    pub camera: &'a Camera,
    /// Colours.
    pub theme: &'a Theme,
    /// By what elements are coloured.
    pub colouring: Colouring,
    /// Kept texts.
    pub galleys: &'a mut Galleys,
    /// Where labels were drawn, in the diagram; filled while drawing, for hitting them.
    pub labels: &'a mut Vec<(Subject, Bounds)>,
    /// All elements, for finding free places.
    pub scene: &'a Scene,
    /// Where labels stand.
    pub places: &'a mut Places,
    /// The element whose name is being edited and therefore not drawn.
    pub renamed: Option<Subject>,
}

impl Pen<'_> {
    /// Zoom as a factor for screen lengths.
    pub fn zoom(&self) -> f32 {
        self.camera.zoom as f32
    }

    /// The width on the screen of a line that is this wide at zoom 1; thin lines stay visible.
    pub fn width(&self, width: f32) -> f32 {
        (width * self.zoom().clamp(0.6, 1.6)).max(0.75)
    }

    /// The usual line of the canvas.
    pub fn stroke(&self) -> Stroke {
        Stroke::new(self.width(1.5), self.theme.stroke)
    }

    /// Line and ground of events and gateways.
    pub fn ink(&self) -> Ink {
        Ink { stroke: self.stroke(), ground: self.theme.paper }
    }

    /// The laid-out text of an element, if it can be read at this zoom and is not being edited.
    pub fn text(&mut self, subject: Subject, wanted: Wanted<'_>) -> Option<Arc<Galley>> {
        if self.renamed == Some(subject) {
            return None;
        }
        self.galleys.get(self.painter.ctx(), subject, wanted, self.camera.zoom)
    }

    /// Whether small things such as marks and the grid are worth drawing.
    pub fn is_near(&self) -> bool {
        self.camera.zoom >= 0.55
    }
}
