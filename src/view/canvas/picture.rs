//! A picture of the selection, or of all there is, for the clipboard: light, on white, twice as fine as the screen at 100 %.

use super::camera::Camera;
use super::colouring::Colouring;
use super::draw::{self, Pen, Places};
use super::galleys::Galleys;
use super::scene::{Item, Plane, Scene, course_bounds};
use crate::model::{Bounds, Document, Subject};
use crate::view::raster;
use crate::view::theme::{Theme, ThemeName, install_fonts};
use egui::{Color32, ColorImage, Context, Pos2, RawInput, Rect, Ui, vec2};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Pixels for each point of the diagram.
const SCALE: f32 = 2.0;
/// Free ground round the picture, in points of the diagram.
const MARGIN: f64 = 16.0;
/// A picture has no more pixels than this on a side; larger ones are made smaller.
const MOST_PIXELS: f64 = 6_000.0;

/// A picture yet to be drawn. A large one takes a while, so it can be handed to a thread.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    pub(super) document: Arc<Document>,
    pub(super) plane: Plane,
    pub(super) colouring: Colouring,
    /// The elements that are wanted; none: everything.
    pub(super) subjects: BTreeSet<Subject>,
}

impl Picture {
    /// Draws the elements with what is in and between them. `None` if there is nothing to draw.
    pub fn drawn(&self) -> Option<ColorImage> {
        let (document, subjects) = (&*self.document, &self.subjects);
        let mut scene = Scene::default();
        scene.update(&self.document, self.plane);
        let chosen: Vec<&Item> = scene.items().iter().filter(|item| subjects.is_empty() || is_meant(document, item, subjects)).collect();
        let body = chosen.iter().filter_map(|item| extent(item)).reduce(Bounds::union)?;
        let context = Context::default();
        install_fonts(&context);
        let mut sketch = Sketch { context, theme: Theme::named(ThemeName::Light), colouring: self.colouring, scene: &scene, chosen };
        // Only drawing tells where labels stand.
        let (labels, output) = sketch.draw(body, 1.0);
        output.drop_without_applying_deltas();
        let area = labels.into_iter().fold(body, Bounds::union).grown(MARGIN);
        let zoom = (MOST_PIXELS / f64::from(SCALE) / area.width.max(area.height)).min(1.0);
        let (_, output) = sketch.draw(area, zoom);
        let image = raster::draw(&sketch.context, &output);
        output.drop_without_applying_deltas();
        Some(image)
    }
}

struct Sketch<'a> {
    context: Context,
    theme: Theme,
    colouring: Colouring,
    scene: &'a Scene,
    chosen: Vec<&'a Item>,
}

impl Sketch<'_> {
    /// Draws an area in a window of its own, without a screen. Gives the places of labels with it.
    fn draw(&mut self, area: Bounds, zoom: f64) -> (Vec<Bounds>, egui::FullOutput) {
        let size = vec2((area.width * zoom).ceil() as f32, (area.height * zoom).ceil() as f32);
        let screen = Rect::from_min_size(Pos2::ZERO, size);
        let camera = Camera { origin: area.corner(), zoom, screen };
        let mut input = RawInput { screen_rect: Some(screen), ..RawInput::default() };
        if let Some(viewport) = input.viewports.get_mut(&input.viewport_id) {
            viewport.native_pixels_per_point = Some(SCALE);
        }
        let mut places = Vec::new();
        let context = self.context.clone();
        let output = context.run_ui(input, |ui| places = self.paint(ui, &camera));
        (places, output)
    }

    fn paint(&self, ui: &Ui, camera: &Camera) -> Vec<Bounds> {
        self.theme.apply(ui.ctx());
        let painter = ui.painter().with_clip_rect(camera.screen);
        painter.rect_filled(camera.screen, 0.0, Color32::WHITE);
        let (mut galleys, mut labels, mut places) = (Galleys::default(), Vec::new(), Places::default());
        galleys.begin(ui.ctx());
        let mut pen = Pen {
            painter: &painter,
            camera,
            theme: &self.theme,
            colouring: self.colouring,
            galleys: &mut galleys,
            labels: &mut labels,
            scene: self.scene,
            places: &mut places,
            renamed: None,
        };
        for item in &self.chosen {
            draw::item(&mut pen, item);
        }
        labels.into_iter().map(|(_, bounds)| bounds).collect()
    }
}

fn extent(item: &Item) -> Option<Bounds> {
    item.shape().map(|shape| shape.bounds).or_else(|| course_bounds(&item.edge()?.waypoints))
}

/// Whether an element belongs to a picture of these: itself, what holds it or is its host, or both its ends.
fn is_meant(document: &Document, item: &Item, subjects: &BTreeSet<Subject>) -> bool {
    if item.subject.is_edge() {
        let ends = crate::layout::connection::ends(document, item.subject);
        return subjects.contains(&item.subject)
            || ends.is_some_and(|(from, to)| is_within(document, from, subjects) && is_within(document, to, subjects));
    }
    is_within(document, item.subject, subjects)
}

fn is_within(document: &Document, subject: Subject, subjects: &BTreeSet<Subject>) -> bool {
    let mut next = Some(subject);
    for _ in 0..=document.nodes.len() {
        let Some(here) = next else { return false };
        if subjects.contains(&here) {
            return true;
        }
        next = holder(document, here);
    }
    false
}

/// What an element stands in or at.
fn holder(document: &Document, subject: Subject) -> Option<Subject> {
    match subject {
        Subject::Node(id) => {
            let node = document.nodes.get(id)?;
            let outer = node.kind.host().or(node.parent).map(Subject::Node);
            outer.or_else(|| node.lane.map(Subject::Lane)).or_else(|| document.pool_of(node.process).map(Subject::Pool))
        }
        Subject::Artifact(id) => {
            let artifact = document.artifacts.get(id)?;
            artifact.parent.map(Subject::Node).or_else(|| document.pool_of(artifact.process).map(Subject::Pool))
        }
        Subject::Lane(id) => {
            let lane = document.lanes.get(id)?;
            Some(lane.parent.map_or(Subject::Pool(lane.pool), Subject::Lane))
        }
        Subject::Flow(id) => Some(Subject::Node(document.flows.get(id)?.from)),
        _ => None,
    }
}
