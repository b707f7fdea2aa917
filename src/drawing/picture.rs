//! A picture that is wanted: of which elements, in which colours, with or without notes.

use super::colouring::Colouring;
use super::list::{Collector, Drawing};
use super::notes::{NoteSigns, listed, noted};
use super::palette::{Colour, Palette, ThemeName};
use super::pencil::Pencil;
use super::places::Places;
use super::scene::{Item, Plane, Scene, course_bounds};
use crate::layout::connection::ends;
use crate::model::{Bounds, Document, Point, Subject};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Free ground round the picture, in points.
const MARGIN: f64 = 16.0;

/// A picture yet to be drawn. A large one takes a while, so it can be handed to a thread.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// The document.
    pub document: Arc<Document>,
    /// Which part of it.
    pub plane: Plane,
    /// The elements that are wanted, with what is in and between them; none: everything.
    pub subjects: BTreeSet<Subject>,
    /// By what elements are coloured.
    pub colouring: Colouring,
    /// In which colours.
    pub theme: ThemeName,
    /// Whether notes are shown: with numbers, and written out below.
    pub has_notes: bool,
}

impl Picture {
    /// Draws it. `None` if there is nothing to draw.
    pub fn drawn(&self) -> Option<Drawing> {
        let mut scene = Scene::default();
        scene.update(&self.document, self.plane);
        let is_wanted = |item: &&Item| self.subjects.is_empty() || is_meant(&self.document, item, &self.subjects);
        let chosen: Vec<&Item> = scene.items().iter().filter(is_wanted).collect();
        let body = chosen.iter().filter_map(|item| extent(item)).reduce(Bounds::union)?;
        let palette = self.palette();
        let notes = if self.has_notes { noted(&chosen, body) } else { Vec::new() };
        let signs = if self.has_notes { NoteSigns::numbering(&notes) } else { NoteSigns::Hidden };
        let (mut sheet, mut places, mut labels) = (Collector::default(), Places::default(), Vec::new());
        let mut groups = Vec::with_capacity(chosen.len() + 1);
        for item in &chosen {
            let (palette, colouring) = (&palette, self.colouring);
            let (sheet, places, labels) = (&mut sheet, &mut places, &mut labels);
            Pencil { sheet, palette, colouring, scene: &scene, places, labels, notes: &signs }.item(item);
            let name = self.document.name_of(item.subject).unwrap_or_default().to_owned();
            groups.push(sheet.group(name, Some(item.subject)));
        }
        let drawn = labels.iter().fold(body, |body, (_, label)| body.union(*label));
        let mut area = drawn;
        if let Some(list) = listed(&notes, &palette, drawn) {
            area = area.union(list.extent);
            groups.push(list);
        }
        let title = self.title();
        Some(Drawing { area: whole(area.grown(MARGIN)), ground: palette.canvas, title, groups })
    }

    /// Light pictures stand on white, as the papers do into which they go.
    fn palette(&self) -> Palette {
        let palette = Palette::named(self.theme);
        let canvas = if self.theme == ThemeName::Dark { palette.canvas } else { Colour::WHITE };
        Palette { canvas, ..palette.clone() }
    }

    /// The name of what is shown: of the entered sub-process, else of the process.
    fn title(&self) -> String {
        let inside = self.plane.inside.and_then(|node| self.document.name_of(Subject::Node(node)));
        let process = self.document.name_of(Subject::Process(self.plane.process));
        let name = inside.or(process).filter(|name| !name.trim().is_empty());
        name.unwrap_or_default().to_owned()
    }
}

/// The rectangle on whole points, so that lines fall upon pixels.
fn whole(area: Bounds) -> Bounds {
    let corner = Point::new(area.x.floor(), area.y.floor());
    Bounds::spanning(corner, Point::new(area.right().ceil(), area.bottom().ceil()))
}

fn extent(item: &Item) -> Option<Bounds> {
    item.shape().map(|shape| shape.bounds).or_else(|| course_bounds(&item.edge()?.waypoints))
}

/// Whether an element belongs to a picture of these: itself, what holds it or is its host, or both its ends.
fn is_meant(document: &Document, item: &Item, subjects: &BTreeSet<Subject>) -> bool {
    if item.subject.is_edge() {
        return subjects.contains(&item.subject)
            || ends(document, item.subject)
                .is_some_and(|(from, to)| is_within(document, from, subjects) && is_within(document, to, subjects));
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
