//! What all drawing on the canvas shares: where, in which colours, with which texts.

use super::screen::Screen;
use crate::drawing::colouring::Colouring;
use crate::drawing::scene::{Item, Scene};
use crate::drawing::{NoteSigns, Palette, Pencil, Places};
use crate::model::{Bounds, Subject};
use crate::view::canvas::camera::Camera;
use crate::view::canvas::galleys::Galleys;
use crate::view::theme::Theme;
use egui::{Color32, Painter, Stroke};

/// Line and ground of a sign on a button.
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
    /// Draws one element in full.
    pub fn item(&mut self, item: &Item) {
        let mut screen = Screen { painter: self.painter, camera: *self.camera, galleys: Some(self.galleys), renamed: self.renamed };
        let mut pencil = Pencil {
            sheet: &mut screen,
            palette: Palette::named(self.theme.name),
            colouring: self.colouring,
            scene: self.scene,
            places: self.places,
            labels: self.labels,
            notes: &NoteSigns::Signs,
        };
        pencil.item(item);
    }

    /// Zoom as a factor for screen lengths.
    pub fn zoom(&self) -> f32 {
        self.camera.zoom as f32
    }

    /// The width on the screen of a line that is this wide at zoom 1; thin lines stay visible.
    pub fn width(&self, width: f32) -> f32 {
        (width * self.zoom().clamp(0.6, 1.6)).max(0.75)
    }

    /// Whether small things such as marks are worth drawing.
    pub fn is_near(&self) -> bool {
        self.camera.zoom >= 0.55
    }
}
