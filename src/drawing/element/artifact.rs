//! Annotations, data objects, data stores and groups.

use super::{Sheet, corners, frame, inside, label, type_in};
use crate::drawing::{Align, Ink, Line, Pencil, Wanted};
use crate::model::{Artifact, ArtifactKind, Bounds, Point, Shape, Subject};
use std::f64::consts::PI;

/// Groups narrower than this have their names below, in points.
const SMALL: f64 = 60.0;

/// Draws an artifact.
pub fn artifact<S: Sheet>(pencil: &mut Pencil<'_, S>, artifact: &Artifact, shape: &Shape) {
    let subject = Subject::Artifact(artifact.id);
    match &artifact.kind {
        ArtifactKind::Annotation { text } => annotation(pencil, subject, text, shape.bounds),
        ArtifactKind::DataObject { name, is_store, .. } => {
            let ink = pencil.ink();
            if *is_store {
                store(pencil.sheet, shape.bounds, ink);
            } else {
                paper(pencil.sheet, shape.bounds, ink);
            }
            label::at_node(pencil, subject, name, shape);
        }
        ArtifactKind::Group { name } if shape.bounds.width < SMALL => {
            group(pencil, subject, "", shape.bounds);
            label::at_node(pencil, subject, name, shape);
        }
        ArtifactKind::Group { name } => group(pencil, subject, name, shape.bounds),
    }
}

fn annotation<S: Sheet>(pencil: &mut Pencil<'_, S>, subject: Subject, text: &str, bounds: Bounds) {
    let line = pencil.line();
    pencil.sheet.course(&bracket(bounds, 10.0), line);
    let width = (bounds.width - 12.0).max(20.0);
    let (size, rows) = type_in((width, bounds.height - 6.0), text, &[(12.0, usize::MAX), (10.0, usize::MAX)]);
    let wanted = Wanted { text, size, width, rows, align: Align::Left, is_strong: false };
    if let Some((text, _)) = pencil.sheet.lay_out(subject, wanted) {
        pencil.sheet.write(text, Point::new(bounds.x + 8.0, bounds.y + 4.0), false, pencil.palette.text_soft);
    }
}

/// An upright line at the left with feet of this length.
fn bracket(bounds: Bounds, foot: f64) -> [Point; 4] {
    let [upper, _, _, lower] = corners(bounds);
    [Point::new(upper.x + foot, upper.y), upper, lower, Point::new(lower.x + foot, lower.y)]
}

fn group<S: Sheet>(pencil: &mut Pencil<'_, S>, subject: Subject, name: &str, bounds: Bounds) {
    let line = Line::new(pencil.width(1.5), pencil.palette.text_faint).dashed(pencil.width(8.0), pencil.width(4.0));
    pencil.sheet.course(&frame(bounds), line);
    let width = (bounds.width - 16.0).max(20.0);
    let wanted = Wanted { text: name, size: 12.0, width, rows: 1, align: Align::Left, is_strong: true };
    if let Some((text, _)) = pencil.sheet.lay_out(subject, wanted) {
        pencil.sheet.write(text, Point::new(bounds.x + 8.0, bounds.y + 5.0), false, pencil.palette.text_soft);
    }
}

/// A sheet of paper with a folded corner.
fn paper(sheet: &mut impl Sheet, bounds: Bounds, ink: Ink) {
    let fold = bounds.width * 0.3;
    let [left_top, right_top, right_bottom, left_bottom] = corners(bounds);
    let (before, below) = (Point::new(right_top.x - fold, right_top.y), Point::new(right_top.x, right_top.y + fold));
    sheet.polygon(&[left_top, before, below, right_bottom, left_bottom], ink.ground, ink.line);
    sheet.course(&[before, Point::new(before.x, below.y), below], ink.line);
}

/// A cylinder.
fn store(sheet: &mut impl Sheet, bounds: Bounds, ink: Ink) {
    let tilt = bounds.height * 0.16;
    let arc = |y: f64, bulge: f64| -> Vec<Point> {
        let point = |step: u8| {
            let (sine, cosine) = (PI * f64::from(step) / 16.0).sin_cos();
            Point::new(bounds.centre().x - cosine * bounds.width / 2.0, y + sine * bulge)
        };
        (0..=16).map(point).collect()
    };
    let (top, bottom) = (bounds.y + tilt, bounds.bottom() - tilt);
    let mut outline = arc(top, -tilt);
    outline.extend(arc(bottom, tilt).into_iter().rev());
    sheet.polygon(&outline, ink.ground, ink.line);
    sheet.course(&arc(top, tilt), ink.line);
}

/// A small picture of an artifact for buttons.
pub fn sign(sheet: &mut impl Sheet, place: Bounds, kind: &ArtifactKind, ink: Ink) {
    match kind {
        ArtifactKind::Annotation { .. } => {
            let frame = Bounds::centred(place.centre(), place.width - 4.0, place.height - 2.0);
            sheet.course(&bracket(frame, 5.0), ink.line);
            for row in [0.3, 0.5, 0.7] {
                let end = inside(frame, 1.0, row);
                sheet.course(&[Point::new(frame.x + 5.0, end.y), end], Line::new(1.0, ink.line.colour));
            }
        }
        ArtifactKind::DataObject { is_store: true, .. } => store(sheet, Bounds::centred(place.centre(), place.height, place.height), ink),
        ArtifactKind::DataObject { .. } => paper(sheet, Bounds::centred(place.centre(), place.height * 0.76, place.height), ink),
        ArtifactKind::Group { .. } => sheet.course(&frame(place.grown(-1.0)), ink.line.dashed(3.0, 2.0)),
    }
}
