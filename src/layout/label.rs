//! Where labels stand: below events and gateways, beside the first piece of a connection; aside where a
//! line would run through. The view measures the text.

use super::course::Segment;
use crate::model::{Bounds, Point};

/// Room between a shape or line and its label, in points.
const GAP: f64 = 4.0;

/// Label of an event or gateway of this size: below its middle; where a line runs there, above, beside one of its upper or
/// lower corners, at the right or at the left; the labels of its ways out mostly stand at the lower right. `lines` are
/// those of the connections near.
pub fn node_label(shape: Bounds, (width, height): (f64, f64), lines: &[Segment]) -> Bounds {
    let centre = shape.centre();
    let below = shape.bottom() + GAP;
    let above = shape.y - GAP - height;
    let corner = |x: f64, y: f64| Bounds::new(x, y, width, height);
    let places = [
        corner(centre.x - width / 2.0, below),
        corner(centre.x - width / 2.0, above),
        corner(centre.x + GAP, above),
        corner(centre.x - GAP - width, above),
        corner(centre.x - GAP - width, below),
        corner(centre.x + GAP, below),
        corner(shape.right() + GAP, centre.y - height / 2.0),
        corner(shape.x - GAP - width, centre.y - height / 2.0),
    ];
    first_free(&places, lines)
}

/// A shape, or a label that has its place, as lines close enough for no label to be put over it.
pub fn occupied(bounds: Bounds) -> impl Iterator<Item = Segment> {
    let inner = bounds.grown(-1.0);
    let level = [inner.y, inner.centre().y, inner.bottom()].map(|y| (Point::new(inner.x, y), Point::new(inner.right(), y)));
    let upright = [inner.x, inner.centre().x, inner.right()].map(|x| (Point::new(x, inner.y), Point::new(x, inner.bottom())));
    level.into_iter().chain(upright).map(|(from, to)| Segment { from, to })
}

/// Label of a connection: beside its first piece, close to where it begins; where a line runs there,
/// on the other side, or beside a later piece. `lines` are those of other connections near. A course
/// without length has its label at its first point.
pub fn flow_label(course: &[Point], size: (f64, f64), lines: &[Segment]) -> Bounds {
    let places: Vec<Bounds> = Segment::all(course).filter(|piece| piece.length() > 1.0).flat_map(|piece| beside(piece, size)).collect();
    if places.is_empty() {
        let start = course.first().copied().unwrap_or_default();
        return Bounds::new(start.x + GAP, start.y + GAP, size.0, size.1);
    }
    let all: Vec<Segment> = lines.iter().copied().chain(Segment::all(course)).collect();
    first_free(&places, &all)
}

/// Above and below a level piece, right and left of an upright one, near its beginning.
fn beside(piece: Segment, (width, height): (f64, f64)) -> [Bounds; 2] {
    let way = piece.to.from(piece.from);
    if piece.is_lateral() {
        let room = (way.x.abs() - width).max(0.0);
        let inset = (room / 2.0).min(2.0 * GAP);
        let x = if way.x >= 0.0 { piece.from.x + inset } else { piece.from.x - inset - width };
        let y = piece.from.y.min(piece.to.y);
        [Bounds::new(x, y - GAP - height, width, height), Bounds::new(x, piece.from.y.max(piece.to.y) + GAP, width, height)]
    } else {
        let inset = ((way.y.abs() - height).max(0.0) / 2.0).min(2.0 * GAP);
        let y = if way.y >= 0.0 { piece.from.y + inset } else { piece.from.y - inset - height };
        let x = piece.from.x;
        [Bounds::new(x + GAP, y, width, height), Bounds::new(x - GAP - width, y, width, height)]
    }
}

/// The first place that no line enters, else the first of all.
fn first_free(places: &[Bounds], lines: &[Segment]) -> Bounds {
    let is_free = |place: &&Bounds| !lines.iter().any(|line| line.enters(**place));
    places.iter().find(is_free).or_else(|| places.first()).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const GATEWAY: Bounds = Bounds::new(0.0, 0.0, 50.0, 50.0);

    fn line(points: &[(f64, f64)]) -> Vec<Segment> {
        let points: Vec<Point> = points.iter().map(|(x, y)| Point::new(*x, *y)).collect();
        Segment::all(&points).collect()
    }

    #[test]
    fn labels_of_gateways_stand_below_unless_a_line_does() {
        assert_eq!(node_label(GATEWAY, (80.0, 16.0), &[]), Bounds::new(-15.0, 54.0, 80.0, 16.0));
        let down = line(&[(25.0, 50.0), (25.0, 200.0)]);
        assert_eq!(node_label(GATEWAY, (80.0, 16.0), &down), Bounds::new(-15.0, -20.0, 80.0, 16.0));
        let both = [down, line(&[(25.0, 0.0), (25.0, -200.0)])].concat();
        assert_eq!(node_label(GATEWAY, (80.0, 16.0), &both), Bounds::new(29.0, -20.0, 80.0, 16.0));
        let along = [line(&[(-200.0, -10.0), (200.0, -10.0)]), line(&[(-200.0, 60.0), (200.0, 60.0)])].concat();
        assert_eq!(node_label(GATEWAY, (80.0, 16.0), &along), Bounds::new(54.0, 17.0, 80.0, 16.0));
        let right = [along, line(&[(50.0, 25.0), (200.0, 25.0)])].concat();
        assert_eq!(node_label(GATEWAY, (80.0, 16.0), &right), Bounds::new(-84.0, 17.0, 80.0, 16.0));
    }

    #[test]
    fn labels_of_edge_events_stand_beside_their_step() {
        let event = Bounds::new(100.0, 62.0, 36.0, 36.0);
        let around: Vec<Segment> = occupied(Bounds::new(0.0, 0.0, 140.0, 80.0)).chain(line(&[(118.0, 98.0), (118.0, 200.0)])).collect();
        assert_eq!(node_label(event, (60.0, 16.0), &around), Bounds::new(54.0, 102.0, 60.0, 16.0));
    }

    #[test]
    fn labels_of_flows_stand_at_the_first_piece() {
        let course = [(50.0, 25.0), (150.0, 25.0), (150.0, 200.0)].map(|(x, y)| Point::new(x, y));
        assert_eq!(flow_label(&course, (20.0, 16.0), &[]), Bounds::new(58.0, 5.0, 20.0, 16.0));
        let above = line(&[(40.0, 10.0), (200.0, 10.0)]);
        assert_eq!(flow_label(&course, (20.0, 16.0), &above), Bounds::new(58.0, 29.0, 20.0, 16.0));
        let upwards = [Point::new(0.0, 0.0), Point::new(0.0, -100.0)];
        assert_eq!(flow_label(&upwards, (20.0, 16.0), &[]), Bounds::new(4.0, -24.0, 20.0, 16.0));
        assert_eq!(flow_label(&[Point::new(1.0, 1.0)], (20.0, 16.0), &[]).corner(), Point::new(5.0, 5.0));
    }
}
