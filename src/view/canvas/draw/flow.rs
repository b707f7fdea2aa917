//! Connections: sequence flows, message flows and associations (BPMN 2.0, table 7.2).

use super::label;
use super::line::{along, dashed, filled_head, open_head, rounded, shorten};
use super::pen::Pen;
use crate::model::{Association, Edge, MessageFlow, SequenceFlow, Subject};
use crate::view::canvas::camera::direction;
use egui::{Pos2, Shape, Stroke};

/// A sequence flow: a filled head; a slash for the default, a diamond for a condition at a step.
pub fn sequence_flow(pen: &mut Pen<'_>, flow: &SequenceFlow, edge: &Edge, leaves_gateway: bool) {
    let stroke = pen.stroke();
    let mut points = rounded(pen, &edge.waypoints);
    let head = shorten(&mut points, pen.width(7.0));
    if flow.is_default {
        slash(pen, &points, stroke);
    } else if !leaves_gateway && !flow.condition.is_empty() {
        diamond(pen, &mut points, stroke);
    }
    pen.painter.add(Shape::line(points, stroke));
    if let Some((tip, way)) = head {
        filled_head(pen, tip, way, stroke.color);
    }
    label::beside(pen, Subject::Flow(flow.id), &flow.name, edge);
}

fn slash(pen: &Pen<'_>, points: &[Pos2], stroke: Stroke) {
    if let [first, second, ..] = points {
        let way = direction(*first, *second);
        let middle = *first + way * 10.0 * pen.zoom();
        let arm = (way + way.rot90()) * 4.5 * pen.zoom();
        pen.painter.line_segment([middle - arm, middle + arm], stroke);
    }
}

fn diamond(pen: &Pen<'_>, points: &mut [Pos2], stroke: Stroke) {
    if let [first, second, ..] = points {
        let way = direction(*first, *second);
        let (long, side) = (way * 8.0 * pen.zoom(), way.rot90() * 4.5 * pen.zoom());
        let corners = vec![*first, *first + long + side, *first + long * 2.0, *first + long - side];
        *first += long * 2.0;
        pen.painter.add(Shape::convex_polygon(corners, pen.theme.paper, stroke));
    }
}

/// A message flow: dashed, from a circle to an open head.
pub fn message_flow(pen: &mut Pen<'_>, flow: &MessageFlow, edge: &Edge) {
    let stroke = pen.stroke();
    let mut points = rounded(pen, &edge.waypoints);
    let start = points.first().copied();
    let head = shorten(&mut points, pen.width(9.0));
    dashed(pen, &points, stroke, 6.0, 4.0);
    if let Some(start) = start {
        pen.painter.circle(start, pen.width(4.0), pen.theme.paper, stroke);
    }
    if let Some((tip, way)) = head {
        open_head(pen, tip, way, stroke, Some(pen.theme.paper));
    }
    label::beside(pen, Subject::MessageFlow(flow.id), &flow.name, edge);
}

/// An association: dotted, with an open head if data flows along it.
pub fn association(pen: &mut Pen<'_>, association: &Association, edge: &Edge) {
    let stroke = Stroke::new(pen.width(1.5), pen.theme.text_faint);
    let points = rounded(pen, &edge.waypoints);
    dashed(pen, &points, stroke, 1.5, 4.0);
    if let (true, Some((tip, way))) = (association.is_directed, along(&points, 1.0)) {
        open_head(pen, tip, way, stroke, None);
    }
}
