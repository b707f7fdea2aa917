//! Courses as numbers.

use super::*;
use crate::layout::course::MARGIN;
use crate::model::Vector;
use proptest::prelude::*;

fn step(x: f64, y: f64) -> Outline {
    Outline { figure: Figure::Rounded, bounds: Bounds::centred(Point::new(x, y), 140.0, 80.0) }
}

fn gateway(x: f64, y: f64) -> Outline {
    Outline { figure: Figure::Diamond, bounds: Bounds::centred(Point::new(x, y), 50.0, 50.0) }
}

fn course(from: Outline, to: Outline, obstacles: &[Bounds]) -> Vec<(f64, f64)> {
    let bias = RouteBias::flow(Orientation::Horizontal, from.figure, to.figure);
    route(from, to, obstacles, bias).into_iter().map(|point| (point.x, point.y)).collect()
}

#[test]
fn aligned_steps_are_joined_by_one_line() {
    assert_eq!(course(step(0.0, 0.0), step(190.0, 0.0), &[]), [(70.0, 0.0), (120.0, 0.0)]);
    // A little aside is no reason for a bend, and a gateway is met at its corner.
    assert_eq!(course(gateway(0.0, 0.0), step(190.0, 20.0), &[]), [(25.0, 0.0), (120.0, 0.0)]);
    assert_eq!(course(step(0.0, 20.0), gateway(190.0, 0.0), &[]), [(70.0, 0.0), (165.0, 0.0)]);
}

#[test]
fn steps_in_different_rows_get_two_bends_half_way() {
    assert_eq!(course(step(0.0, 0.0), step(190.0, 120.0), &[]), [(70.0, 0.0), (95.0, 0.0), (95.0, 120.0), (120.0, 120.0)]);
}

#[test]
fn gateways_branch_and_join_at_their_corners() {
    assert_eq!(course(gateway(0.0, 0.0), step(190.0, 120.0), &[]), [(0.0, 25.0), (0.0, 120.0), (120.0, 120.0)]);
    assert_eq!(course(step(0.0, 120.0), gateway(190.0, 0.0), &[]), [(70.0, 120.0), (190.0, 120.0), (190.0, 25.0)]);
    let skipped = step(190.0, 0.0).bounds;
    let skip = course(gateway(0.0, 0.0), gateway(380.0, 0.0), &[skipped]);
    assert_eq!(skip, [(0.0, 25.0), (0.0, 65.0), (380.0, 65.0), (380.0, 25.0)]);
}

#[test]
fn back_edges_go_round_below() {
    let between = step(190.0, 0.0).bounds;
    let back = course(step(380.0, 0.0), step(0.0, 0.0), &[between]);
    assert_eq!(back, [(380.0, 40.0), (380.0, 65.0), (0.0, 65.0), (0.0, 40.0)]);
    let at_itself = course(step(0.0, 0.0), step(0.0, 0.0), &[]);
    assert_eq!(at_itself, [(70.0, 0.0), (90.0, 0.0), (90.0, 60.0), (0.0, 60.0), (0.0, 40.0)]);
}

#[test]
fn narrow_places_are_searched() {
    // A wall with a door above: neither an L nor a Z nor a U is free.
    let wall = [Bounds::new(150.0, -100.0, 30.0, 400.0), Bounds::new(150.0, -500.0, 30.0, 340.0)];
    let bias = RouteBias { leave: SideCosts::only(Side::Right), enter: SideCosts::only(Side::Left) };
    let points = route(step(0.0, 0.0), step(350.0, 0.0), &wall, bias);
    assert!(points.iter().any(|point| (-145.0..=-115.0).contains(&point.y)), "{points:?}");
    assert!(points.len() == 6, "{points:?}");
}

#[test]
fn a_second_course_keeps_off_the_first() {
    let (from, to) = (step(0.0, 0.0), step(300.0, 120.0));
    let first = [Point::new(70.0, 0.0), Point::new(150.0, 0.0), Point::new(150.0, 300.0)];
    let lines: Vec<Segment> = Segment::all(&first).collect();
    let points = route_among(from, to, &[], &lines, RouteBias::default());
    let shared = Segment::all(&points).filter(|it| !it.is_lateral() && (it.from.x - 150.0).abs() < 8.0).count();
    assert_eq!(shared, 0, "{points:?}");
}

#[test]
fn a_search_with_a_limit_goes_as_far_round_as_the_limit_lets_it() {
    let wall = [Bounds::new(150.0, -500.0, 30.0, 800.0)];
    let bias = RouteBias { leave: SideCosts::only(Side::Right), enter: SideCosts::only(Side::Left) };
    let scene = Scene { from: step(0.0, 0.0), to: step(350.0, 0.0), obstacles: &wall, lines: &[], bias, effort: None };
    let best = search::cheaper(&scene, f64::INFINITY).unwrap();
    assert!(best.iter().any(|point| point.y > 300.0), "{best:?}");
    let least = price(&scene, &best);
    assert_eq!(search::cheaper(&scene, least + 1.0), Some(best));
    assert_eq!(search::cheaper(&scene, least - 1.0), None);
}

/// What a course costs in a scene.
fn price(scene: &Scene<'_>, points: &[Point]) -> f64 {
    let (first, last) = (points[0], points[points.len() - 1]);
    scene.cost(points, scene.from.side_of(first), scene.to.side_of(last))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn a_search_with_a_limit_finds_what_is_below_it(
        places in prop::collection::vec((0..5_i32, 0..4_i32), 4..14),
        lines in prop::collection::vec((0..40_i32, 0..30_i32, 1..20_i32, any::<bool>()), 0..8),
        share in 0.3..1.5_f64,
    ) {
        let shapes: Vec<Outline> = places.iter().map(|(column, row)| step(f64::from(*column) * 190.0, f64::from(*row) * 130.0)).collect();
        let (from, to) = (shapes[0], shapes[1]);
        prop_assume!(from != to);
        let obstacles: Vec<Bounds> = shapes[2..].iter().map(|it| it.bounds).filter(|it| !it.overlaps(from.bounds) && !it.overlaps(to.bounds)).collect();
        let lines: Vec<Segment> = lines.into_iter().map(|(x, y, length, is_level)| {
            let (begin, length) = (Point::new(f64::from(x) * 20.0, f64::from(y) * 13.0), f64::from(length) * 20.0);
            let way = if is_level { Vector::new(length, 0.0) } else { Vector::new(0.0, length) };
            Segment { from: begin, to: begin.moved(way) }
        }).collect();
        let scene = Scene { from, to, obstacles: &obstacles, lines: &lines, bias: RouteBias::default(), effort: None };
        let best = search::cheaper(&scene, f64::INFINITY);
        prop_assume!(best.is_some());
        let least = price(&scene, &best.unwrap());
        let limit = least * share;
        match search::cheaper(&scene, limit) {
            Some(found) => prop_assert!((price(&scene, &found) - least).abs() < 0.5, "{} instead of {least}", price(&scene, &found)),
            None => prop_assert!(limit <= least + 0.5, "nothing below {limit}, but there is {least}"),
        }
    }

    #[test]
    fn no_course_enters_a_shape(
        places in prop::collection::vec((0..6_i32, 0..6_i32), 2..24),
        diamonds in prop::collection::vec(any::<bool>(), 24),
    ) {
        // Steps on a grid with 50 points of room between them: every course is possible.
        let mut places = places;
        places.sort_unstable();
        places.dedup();
        prop_assume!(places.len() >= 2);
        let shapes: Vec<Outline> = places.iter().zip(diamonds).map(|((column, row), is_diamond)| {
            let (x, y) = (f64::from(*column) * 190.0, f64::from(*row) * 130.0);
            if is_diamond { gateway(x, y) } else { step(x, y) }
        }).collect();
        let (from, to) = (shapes[0], shapes[shapes.len() - 1]);
        for (from, to) in [(from, to), (to, from)] {
            let obstacles: Vec<Bounds> = shapes.iter().filter(|it| **it != from && **it != to).map(|it| it.bounds).collect();
            let bias = RouteBias::flow(Orientation::Horizontal, from.figure, to.figure);
            let points = route(from, to, &obstacles, bias);
            prop_assert_eq!(&points, &route(from, to, &obstacles, bias));
            for segment in Segment::all(&points) {
                prop_assert!(segment.is_level() || segment.is_upright(), "slanting: {:?}", points);
                for obstacle in &obstacles {
                    prop_assert!(!segment.enters(obstacle.grown(MARGIN - 1.0)), "{:?} meets {:?}", points, obstacle);
                }
                for own in [from, to] {
                    prop_assert!(!segment.enters(own.bounds), "{:?} meets its own end", points);
                }
            }
            prop_assert_eq!(from.middle(from.side_of(points[0])), points[0]);
        }
    }
}
