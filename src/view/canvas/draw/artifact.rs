//! Annotations, data objects, data stores and groups.

use super::label;
use super::line::dashed;
use super::pen::{Ink, Pen};
use crate::model::{Artifact, ArtifactKind, Shape, Subject};
use crate::view::canvas::galleys::Wanted;
use egui::{Align, Painter, Pos2, Rect, Shape as Painted, Stroke, Vec2, pos2, vec2};
use std::f32::consts::PI;

/// Draws an artifact.
pub fn artifact(pen: &mut Pen<'_>, artifact: &Artifact, shape: &Shape) {
    let rect = pen.camera.rect(shape.bounds);
    let subject = Subject::Artifact(artifact.id);
    match &artifact.kind {
        ArtifactKind::Annotation { text } => annotation(pen, subject, text, shape, rect),
        ArtifactKind::DataObject { name, is_store, .. } => {
            let ink = pen.ink();
            if *is_store {
                store(pen.painter, rect, ink);
            } else {
                sheet(pen.painter, rect, ink);
            }
            label::at_node(pen, subject, name, shape);
        }
        ArtifactKind::Group { name } => group(pen, subject, name, shape, rect),
    }
}

fn annotation(pen: &mut Pen<'_>, subject: Subject, text: &str, shape: &Shape, rect: Rect) {
    let stroke = pen.stroke();
    let tick = 10.0 * pen.zoom();
    let bracket = vec![rect.left_top() + vec2(tick, 0.0), rect.left_top(), rect.left_bottom(), rect.left_bottom() + vec2(tick, 0.0)];
    pen.painter.add(Painted::line(bracket, stroke));
    let rows = ((shape.bounds.height - 8.0) / 15.0).floor().max(1.0) as usize;
    let wanted = Wanted { text, size: 12.0, width: (shape.bounds.width - 14.0).max(20.0), rows, align: Align::LEFT, is_strong: false };
    if let Some(galley) = pen.text(subject, wanted) {
        pen.painter.galley(rect.left_top() + vec2(8.0, 4.0) * pen.zoom(), galley, pen.theme.text_soft);
    }
}

fn group(pen: &mut Pen<'_>, subject: Subject, name: &str, shape: &Shape, rect: Rect) {
    let corners = [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom(), rect.left_top()];
    dashed(pen, &corners, Stroke::new(pen.width(1.5), pen.theme.text_faint), 8.0, 4.0);
    let wanted =
        Wanted { text: name, size: 12.0, width: (shape.bounds.width - 16.0).max(20.0), rows: 1, align: Align::LEFT, is_strong: true };
    if let Some(galley) = pen.text(subject, wanted) {
        pen.painter.galley(rect.left_top() + vec2(8.0, 5.0) * pen.zoom(), galley, pen.theme.text_soft);
    }
}

/// A sheet with a folded corner.
fn sheet(painter: &Painter, rect: Rect, ink: Ink) {
    let fold = rect.width() * 0.3;
    let (right, top) = (rect.right(), rect.top());
    let outline = vec![rect.left_top(), pos2(right - fold, top), pos2(right, top + fold), rect.right_bottom(), rect.left_bottom()];
    painter.add(Painted::convex_polygon(outline, ink.ground, ink.stroke));
    painter.add(Painted::line(vec![pos2(right - fold, top), pos2(right - fold, top + fold), pos2(right, top + fold)], ink.stroke));
}

/// A cylinder.
fn store(painter: &Painter, rect: Rect, ink: Ink) {
    let tilt = rect.height() * 0.16;
    let arc = |y: f32, is_front: bool| -> Vec<Pos2> {
        let sign = if is_front { 1.0 } else { -1.0 };
        (0..=16u8)
            .map(|step| {
                let angle = PI * f32::from(step) / 16.0;
                pos2(rect.center().x - angle.cos() * rect.width() / 2.0, y + sign * angle.sin() * tilt)
            })
            .collect()
    };
    let (top, bottom) = (rect.top() + tilt, rect.bottom() - tilt);
    let mut outline = arc(top, false);
    outline.extend(arc(bottom, true).into_iter().rev());
    painter.add(Painted::convex_polygon(outline, ink.ground, ink.stroke));
    painter.add(Painted::line(arc(top, true), ink.stroke));
}

/// A small picture of an artifact for buttons.
pub fn sign(painter: &Painter, rect: Rect, kind: &ArtifactKind, ink: Ink) {
    match kind {
        ArtifactKind::Annotation { .. } => {
            let frame = rect.shrink2(vec2(2.0, 1.0));
            let bracket =
                vec![frame.left_top() + vec2(5.0, 0.0), frame.left_top(), frame.left_bottom(), frame.left_bottom() + vec2(5.0, 0.0)];
            painter.add(Painted::line(bracket, ink.stroke));
            for row in [0.3, 0.5, 0.7] {
                let y = frame.top() + frame.height() * row;
                painter.hline(frame.left() + 5.0..=frame.right(), y, Stroke::new(1.0, ink.stroke.color));
            }
        }
        ArtifactKind::DataObject { is_store: true, .. } => {
            store(painter, Rect::from_center_size(rect.center(), Vec2::splat(rect.height())), ink);
        }
        ArtifactKind::DataObject { .. } => {
            sheet(painter, Rect::from_center_size(rect.center(), vec2(rect.height() * 0.76, rect.height())), ink);
        }
        ArtifactKind::Group { .. } => {
            let frame = rect.shrink(1.0);
            let corners = [frame.left_top(), frame.right_top(), frame.right_bottom(), frame.left_bottom(), frame.left_top()];
            painter.extend(Painted::dashed_line(&corners, ink.stroke, 3.0, 2.0));
        }
    }
}
