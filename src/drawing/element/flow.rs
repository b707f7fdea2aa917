//! Connections: sequence flows, message flows and associations (BPMN 2.0, table 7.2).

use super::{Sheet, label};
use crate::drawing::course::{along, aside, direction, onward, rounded, shorten};
use crate::drawing::{Line, Pencil};
use crate::model::{Association, Edge, MessageFlow, Point, SequenceFlow, Subject, Vector};

/// A sequence flow: a filled head; a slash for the default, a diamond for a condition at a step.
pub fn sequence_flow<S: Sheet>(pencil: &mut Pencil<'_, S>, flow: &SequenceFlow, edge: &Edge, leaves_gateway: bool) {
    let line = pencil.line();
    let mut points = rounded(&edge.waypoints, pencil.sheet.zoom());
    let head = shorten(&mut points, pencil.width(7.0));
    if flow.is_default {
        slash(pencil, &points, line);
    } else if !leaves_gateway && !flow.condition.is_empty() {
        diamond(pencil, &mut points, line);
    }
    pencil.sheet.course(&points, line);
    if let Some((tip, way)) = head {
        let corners = head_corners(tip, way, pencil.width(9.0), pencil.width(4.5));
        pencil.sheet.polygon(&corners, line.colour, Line::NONE);
    }
    label::beside(pencil, Subject::Flow(flow.id), &flow.name, edge);
}

fn slash<S: Sheet>(pencil: &mut Pencil<'_, S>, points: &[Point], line: Line) {
    if let [first, second, ..] = points {
        let way = direction(*first, *second);
        let middle = onward(*first, way, 10.0);
        let arm = |length: f64| onward(onward(middle, way, length), aside(way), length);
        pencil.sheet.course(&[arm(-4.5), arm(4.5)], line);
    }
}

fn diamond<S: Sheet>(pencil: &mut Pencil<'_, S>, points: &mut [Point], line: Line) {
    if let [first, second, ..] = points {
        let way = direction(*first, *second);
        let (middle, end) = (onward(*first, way, 8.0), onward(*first, way, 16.0));
        let corners = [*first, onward(middle, aside(way), 4.5), end, onward(middle, aside(way), -4.5)];
        *first = end;
        pencil.sheet.polygon(&corners, pencil.palette.paper, line);
    }
}

/// A message flow: dashed, from a circle to an open head.
pub fn message_flow<S: Sheet>(pencil: &mut Pencil<'_, S>, flow: &MessageFlow, edge: &Edge) {
    let (line, paper) = (pencil.line(), pencil.palette.paper);
    let mut points = rounded(&edge.waypoints, pencil.sheet.zoom());
    let start = points.first().copied();
    let head = shorten(&mut points, pencil.width(9.0));
    pencil.sheet.course(&points, line.dashed(pencil.width(6.0), pencil.width(4.0)));
    if let Some(start) = start {
        pencil.sheet.circle(start, pencil.width(4.0), paper, line);
    }
    if let Some((tip, way)) = head {
        pencil.sheet.polygon(&open_head(pencil, tip, way), paper, line);
    }
    label::beside(pencil, Subject::MessageFlow(flow.id), &flow.name, edge);
}

/// An association: dotted, with an open head if data flows along it.
pub fn association<S: Sheet>(pencil: &mut Pencil<'_, S>, association: &Association, edge: &Edge) {
    let line = Line::new(pencil.width(1.5), pencil.palette.text_faint);
    let points = rounded(&edge.waypoints, pencil.sheet.zoom());
    pencil.sheet.course(&points, line.dashed(pencil.width(1.5), pencil.width(4.0)));
    if let (true, Some((tip, way))) = (association.is_directed, along(&points, 1.0)) {
        pencil.sheet.course(&open_head(pencil, tip, way), line);
    }
}

fn open_head<S: Sheet>(pencil: &Pencil<'_, S>, tip: Point, way: Vector) -> [Point; 3] {
    head_corners(tip, way, pencil.width(10.0), pencil.width(5.0))
}

/// One side of a head, its tip, and the other side.
fn head_corners(tip: Point, way: Vector, length: f64, half: f64) -> [Point; 3] {
    let base = onward(tip, way, -length);
    [onward(base, aside(way), half), tip, onward(base, aside(way), -half)]
}
