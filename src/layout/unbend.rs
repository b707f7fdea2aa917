//! Takes a bend out of a course without making a piece slanted.

use super::course::{Segment, straightened};
use crate::model::Point;

/// The course without a bend. If all its pieces are level or upright, they stay so: a piece at the bend is left out, and the
/// line on one side of it is shifted into the line on the other. `None` if there is no such bend, or if that cannot be
/// done without moving an end or leaving it backwards.
pub fn without_bend(points: &[Point], bend: usize) -> Option<Vec<Point>> {
    if bend == 0 || bend + 1 >= points.len() {
        return None;
    }
    let plain = straightened(&[points.get(..bend)?, points.get(bend + 1..)?].concat());
    if !is_square(points) || is_square(&plain) {
        return Some(plain);
    }
    let backwards: Vec<Point> = points.iter().rev().copied().collect();
    let mirrored = backwards.len() - 1 - bend;
    let forwards = [bend - 1, bend].map(|piece| without_piece(points, piece));
    let back = [mirrored - 1, mirrored].map(|piece| without_piece(&backwards, piece));
    let back = back.into_iter().flatten().map(|(course, shift)| (course.into_iter().rev().collect(), shift));
    let shifted = forwards.into_iter().flatten().chain(back);
    shifted.min_by(|(_, a), (_, b)| a.total_cmp(b)).map(|(course, _)| course)
}

fn is_square(points: &[Point]) -> bool {
    Segment::all(points).all(|piece| piece.is_level() || piece.is_upright())
}

/// The course without the piece that begins at this point, the line before it shifted by the piece's length, which is told too.
/// `None` for a piece at an end, where the course would dock at another side.
fn without_piece(points: &[Point], piece: usize) -> Option<(Vec<Point>, f64)> {
    let (held, before) = (piece.checked_sub(2)?, piece - 1);
    points.get(piece + 2)?;
    let [from, to] = [*points.get(piece)?, *points.get(piece + 1)?];
    let [held, old] = [*points.get(held)?, *points.get(before)?];
    let shifted = old.moved(to.from(from));
    let (was, is) = (old.from(held), shifted.from(held));
    let keeps_direction = was.x * is.x + was.y * is.y > 0.01;
    // Once more, as a piece that led there and back has left its end twice.
    let course = straightened(&straightened(&[points.get(..before)?, &[shifted], points.get(piece + 1..)?].concat()));
    (keeps_direction && is_square(&course)).then_some((course, from.distance(to)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn course(points: &[(f64, f64)]) -> Vec<Point> {
        points.iter().map(|(x, y)| Point::new(*x, *y)).collect()
    }

    /// Stairs of three steps down to the right.
    const STAIRS: [(f64, f64); 6] = [(0.0, 0.0), (50.0, 0.0), (50.0, 40.0), (90.0, 40.0), (90.0, 70.0), (150.0, 70.0)];

    #[test]
    fn of_stairs_a_step_goes_and_the_others_stay_square() {
        for bend in 1..5 {
            let left = without_bend(&course(&STAIRS), bend).unwrap();
            assert!(is_square(&left), "{left:?}");
            assert_eq!(left.len(), 4, "{left:?}");
            assert_eq!((left[0], left[3]), (Point::new(0.0, 0.0), Point::new(150.0, 70.0)));
        }
        // The shortest piece at the bend goes.
        assert_eq!(without_bend(&course(&STAIRS), 4), Some(course(&[(0.0, 0.0), (50.0, 0.0), (50.0, 70.0), (150.0, 70.0)])));
    }

    #[test]
    fn a_way_there_and_back_goes_as_a_whole() {
        let round = course(&[(0.0, 0.0), (20.0, 0.0), (20.0, 40.0), (60.0, 40.0), (60.0, 0.0), (90.0, 0.0)]);
        assert_eq!(without_bend(&round, 2), Some(course(&[(0.0, 0.0), (90.0, 0.0)])));
    }

    #[test]
    fn what_would_become_slanted_or_leave_a_shape_backwards_is_not_done() {
        assert_eq!(without_bend(&course(&[(0.0, 0.0), (50.0, 0.0), (50.0, 40.0)]), 1), None);
        assert_eq!(without_bend(&course(&[(0.0, 0.0), (50.0, 0.0), (50.0, 40.0), (90.0, 40.0)]), 1), None);
        // The way round a step: without its first bend it would leave to the left.
        let round = course(&[(0.0, 0.0), (20.0, 0.0), (20.0, 40.0), (-90.0, 40.0), (-90.0, 0.0), (-70.0, 0.0)]);
        assert_eq!(without_bend(&round, 2), None);
        assert_eq!(without_bend(&round, 0), None);
        assert_eq!(without_bend(&round, 5), None);
    }

    #[test]
    fn a_course_that_is_slanted_already_only_loses_the_bend() {
        assert_eq!(without_bend(&course(&[(0.0, 0.0), (50.0, 10.0), (50.0, 40.0)]), 1), Some(course(&[(0.0, 0.0), (50.0, 40.0)])));
    }
}
