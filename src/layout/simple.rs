//! Courses with few bends: straight, L, Z and U. Most connections need nothing else.

use super::course::{Scene, straightened};
use super::dock::{Figure, Outline, Side};
use crate::model::Point;

/// A course with its sides.
pub(super) struct Candidate {
    pub points: Vec<Point>,
    pub leave: Side,
    pub enter: Side,
}

/// What a line that does not meet the middle of a side costs, per point.
const OFF_MIDDLE: f64 = 1.0;

/// The cheapest course with few bends that meets nothing, and its cost.
pub(super) fn cheapest(scene: &Scene<'_>) -> Option<(Vec<Point>, f64)> {
    let mut best: Option<(Vec<Point>, f64)> = None;
    for leave in scene.bias.leave.allowed() {
        for enter in scene.bias.enter.allowed() {
            for candidate in candidates(scene, leave, enter) {
                let cost = cost(scene, &candidate);
                if best.as_ref().is_none_or(|(_, least)| cost < *least) && scene.is_free(&candidate.points) {
                    best = Some((candidate.points, cost));
                }
            }
        }
    }
    best
}

/// The cheapest course with few bends whatever it meets: better than none.
pub(super) fn regardless(scene: &Scene<'_>) -> Vec<Point> {
    let all = scene.bias.leave.allowed().flat_map(|leave| scene.bias.enter.allowed().map(move |enter| (leave, enter)));
    let all = all.flat_map(|(leave, enter)| candidates(scene, leave, enter));
    let cheapest = all.min_by(|a, b| cost(scene, a).total_cmp(&cost(scene, b)));
    cheapest.map_or_else(|| straight_line(scene), |candidate| candidate.points)
}

fn straight_line(scene: &Scene<'_>) -> Vec<Point> {
    vec![scene.from.towards(scene.to.bounds.centre()), scene.to.towards(scene.from.bounds.centre())]
}

fn cost(scene: &Scene<'_>, candidate: &Candidate) -> f64 {
    let off = |middle: Point, point: Option<&Point>| point.map_or(0.0, |point| point.distance(middle));
    let (start, end) = (scene.start(candidate.leave), scene.end(candidate.enter));
    let off_middle = off(start, candidate.points.first()) + off(end, candidate.points.last());
    scene.cost(&candidate.points, candidate.leave, candidate.enter) + off_middle * OFF_MIDDLE
}

fn candidates(scene: &Scene<'_>, leave: Side, enter: Side) -> Vec<Candidate> {
    let points = if leave == enter {
        u_courses(scene, leave)
    } else if leave == enter.opposite() {
        let mut found = z_courses(scene, leave);
        found.extend(straight(scene, leave));
        found
    } else {
        l_course(scene, leave, enter).into_iter().collect()
    };
    points.into_iter().map(|points| Candidate { points: straightened(&points), leave, enter }).collect()
}

/// How far a point lies beyond another in the direction of a side.
fn beyond(side: Side, point: Point, origin: Point) -> f64 {
    let (way, outward) = (point.from(origin), side.outward());
    way.x * outward.x + way.y * outward.y
}

/// One line, where the sides face each other and overlap.
fn straight(scene: &Scene<'_>, leave: Side) -> Option<Vec<Point>> {
    let (from, to) = (scene.from, scene.to);
    let (a, b) = (scene.start(leave), scene.end(leave.opposite()));
    if beyond(leave, b, a) <= 0.0 {
        return None;
    }
    let along = |point: Point| if leave.is_lateral() { point.y } else { point.x };
    let size = |outline: Outline| if leave.is_lateral() { outline.bounds.height } else { outline.bounds.width };
    // The middle of the figure that docks in its middle only, else of the smaller one.
    let rigid = |outline: Outline| matches!(outline.figure, Figure::Circle | Figure::Diamond);
    let at = match (rigid(from), rigid(to)) {
        (true, false) => along(a),
        (false, true) => along(b),
        _ if size(from) <= size(to) => along(a),
        _ => along(b),
    };
    let (start, end) = (from.on_side(leave, at), to.on_side(leave.opposite(), at));
    let meets = |outline: Outline, middle: Point| {
        let tolerance = if rigid(outline) { 0.5 } else { (size(outline) / 2.0 - 15.0).max(0.5) };
        (at - along(middle)).abs() <= tolerance
    };
    (meets(from, a) && meets(to, b)).then(|| vec![start, end])
}

/// One bend, where the sides stand at a right angle.
fn l_course(scene: &Scene<'_>, leave: Side, enter: Side) -> Option<Vec<Point>> {
    let (a, b) = (scene.start(leave), scene.end(enter));
    let corner = if leave.is_lateral() { Point::new(b.x, a.y) } else { Point::new(a.x, b.y) };
    let reach = scene.reach();
    (beyond(leave, corner, a) >= reach && beyond(enter, corner, b) >= reach).then(|| vec![a, corner, b])
}

/// Two bends between sides that face each other: half way, or close to either.
fn z_courses(scene: &Scene<'_>, leave: Side) -> Vec<Vec<Point>> {
    let (a, b) = (scene.start(leave), scene.end(leave.opposite()));
    let distance = beyond(leave, b, a);
    let reach = scene.reach();
    if distance < reach {
        return Vec::new();
    }
    let mut places = vec![distance / 2.0];
    if distance > 4.0 * reach {
        places.extend([reach + 5.0, distance - reach - 5.0]);
    }
    let course = |place: f64| {
        let outward = leave.outward();
        let (across, down) = (a.x + outward.x * place, a.y + outward.y * place);
        if leave.is_lateral() {
            vec![a, Point::new(across, a.y), Point::new(across, b.y), b]
        } else {
            vec![a, Point::new(a.x, down), Point::new(b.x, down), b]
        }
    };
    places.into_iter().map(course).collect()
}

/// Two bends between equal sides: just outside of both, and outside of all that stands between.
fn u_courses(scene: &Scene<'_>, side: Side) -> Vec<Vec<Point>> {
    let (a, b) = (scene.start(side), scene.end(side));
    let farther = if beyond(side, b, a) > 0.0 { b } else { a };
    let outward = side.outward();
    let course = |depth: f64| {
        let bottom = Point::new(farther.x + outward.x * depth, farther.y + outward.y * depth);
        if side.is_lateral() {
            vec![a, Point::new(bottom.x, a.y), Point::new(bottom.x, b.y), b]
        } else {
            vec![a, Point::new(a.x, bottom.y), Point::new(b.x, bottom.y), b]
        }
    };
    let depth = scene.reach() + 10.0;
    let between = |middle: Point| {
        let (low, high) = if side.is_lateral() { (a.y.min(b.y), a.y.max(b.y)) } else { (a.x.min(b.x), a.x.max(b.x)) };
        let place = if side.is_lateral() { middle.y } else { middle.x };
        (low..=high).contains(&place)
    };
    let deepest = scene
        .obstacles
        .iter()
        .map(|obstacle| Outline::rectangle(*obstacle).middle(side))
        .filter(|middle| between(*middle))
        .map(|middle| beyond(side, middle, farther) + depth)
        .fold(depth, f64::max);
    if deepest > depth { vec![course(depth), course(deepest)] } else { vec![course(depth)] }
}
