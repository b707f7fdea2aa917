//! FIM's Referenzaktivitätengruppe of a step: a sign of its kind in lines, and the number of the step. Groups without a name that is
//! known (6 and 8) have their number for a sign.

use super::inside;
use crate::drawing::{Line, Pencil, Sheet};
use crate::model::{Bounds, FimReference, Point};

/// Side of the sign.
const SIDE: f64 = 14.0;

/// Lines of a sign, by shares of its square.
type Stroke = &'static [(f64, f64)];

/// A tray that is open at the top.
const TRAY: Stroke = &[(0.05, 0.6), (0.05, 0.95), (0.95, 0.95), (0.95, 0.6)];
/// A sheet of paper.
const PAPER: Stroke = &[(0.1, 0.05), (0.65, 0.05), (0.65, 0.4)];
const PAPER_BELOW: Stroke = &[(0.4, 0.95), (0.1, 0.95), (0.1, 0.05)];
/// The foot of a balance.
const FOOT: Stroke = &[(0.5, 0.1), (0.5, 0.95), (0.25, 0.95), (0.75, 0.95)];

/// The lines of a group's sign; none for groups without a known name.
fn strokes(group: u8) -> &'static [Stroke] {
    match group {
        // Into a tray, and out of it.
        1 => &[TRAY, &[(0.5, 0.0), (0.5, 0.7)], &[(0.25, 0.45), (0.5, 0.7), (0.75, 0.45)]],
        2 => &[TRAY, &[(0.5, 0.75), (0.5, 0.05)], &[(0.25, 0.3), (0.5, 0.05), (0.75, 0.3)]],
        // A paper with a tick.
        3 => &[PAPER, PAPER_BELOW, &[(0.25, 0.3), (0.5, 0.3)], &[(0.4, 0.7), (0.6, 0.9), (1.0, 0.5)]],
        // A balance: in a straight line, or with play.
        4 => &[FOOT, &[(0.0, 0.3), (1.0, 0.3)], &[(0.0, 0.6), (0.0, 0.3)], &[(1.0, 0.3), (1.0, 0.6)]],
        5 => &[FOOT, &[(0.0, 0.45), (1.0, 0.15)], &[(0.0, 0.75), (0.0, 0.45)], &[(1.0, 0.15), (1.0, 0.45)]],
        // To and from the other side.
        7 => &[
            &[(0.0, 0.3), (1.0, 0.3)],
            &[(0.75, 0.08), (1.0, 0.3), (0.75, 0.52)],
            &[(1.0, 0.75), (0.0, 0.75)],
            &[(0.25, 0.53), (0.0, 0.75), (0.25, 0.97)],
        ],
        _ => &[],
    }
}

/// Draws the sign of a step's group with its upper left corner there, and the number of the step behind it.
pub(super) fn draw<S: Sheet>(pencil: &mut Pencil<'_, S>, fim: &FimReference, corner: Point) {
    let Some(group) = fim.activity_group else { return };
    let place = Bounds::new(corner.x, corner.y, SIDE, SIDE);
    let colour = pencil.palette.text_soft;
    let line = Line::new(pencil.width(1.3), colour);
    let strokes = strokes(group);
    for stroke in strokes {
        let points: Vec<Point> = stroke.iter().map(|(x, y)| inside(place, *x, *y)).collect();
        pencil.sheet.course(&points, line);
    }
    if strokes.is_empty() {
        pencil.sheet.circle(place.centre(), SIDE / 2.0, pencil.palette.paper, line);
        pencil.sheet.letter(&group.to_string(), place.centre(), 10.0, colour);
    }
    if !fim.id.is_empty() {
        let shown: String = fim.id.chars().take(4).collect();
        let width = 6.5 * shown.chars().count() as f64;
        pencil.sheet.letter(&shown, Point::new(place.right() + 4.0 + width / 2.0, place.centre().y), 11.0, colour);
    }
}

#[cfg(test)]
mod tests {
    use super::strokes;

    #[test]
    fn every_named_group_has_a_sign_of_its_own_and_the_others_none() {
        let named = [1, 2, 3, 4, 5, 7];
        for number in 1..=8 {
            assert_eq!(!strokes(number).is_empty(), named.contains(&number), "{number}");
            assert!((1..number).all(|other| strokes(number).is_empty() || strokes(other) != strokes(number)), "{number}");
        }
    }
}
