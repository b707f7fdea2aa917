//! Pools and lanes: pale bands with a header, at the left and rotated or, when vertical, at the top.

use super::{Sheet, inside};
use crate::drawing::scene::RoleMark;
use crate::drawing::{Align, Colour, Corners, Ink, Pencil, Wanted};
use crate::model::{Bounds, Lane, Orientation, Point, Pool, Shape, Subject};

/// Breadth of the headers of pools and lanes, in points; the same as in `edit`.
const HEAD: f64 = 30.0;

/// The part of a pool's or lane's bounds that is its header.
pub fn head(bounds: Bounds, orientation: Orientation) -> Bounds {
    match orientation {
        Orientation::Horizontal => Bounds { width: HEAD.min(bounds.width), ..bounds },
        Orientation::Vertical => Bounds { height: HEAD.min(bounds.height), ..bounds },
    }
}

/// Draws a pool: its frame and header. One without a process has its name in the middle.
pub fn pool<S: Sheet>(pencil: &mut Pencil<'_, S>, pool: &Pool, shape: &Shape) {
    let (line, palette) = (pencil.frame(), pencil.palette);
    let is_closed = pool.process.is_none();
    let ground = if is_closed { palette.panel } else { palette.paper.faded(0.6) };
    pencil.sheet.rect(shape.bounds, Corners::SHARP, ground, line);
    let place = if is_closed { shape.bounds } else { head(shape.bounds, pool.orientation) };
    if !is_closed {
        pencil.sheet.rect(place, Corners::SHARP, palette.ground, line);
    }
    name(pencil, Subject::Pool(pool.id), &pool.name, place, true);
}

/// Draws a lane: a band in the palest tint of its role, and its header.
pub fn lane<S: Sheet>(pencil: &mut Pencil<'_, S>, lane: &Lane, shape: &Shape, orientation: Orientation, role: Option<RoleMark>) {
    let line = pencil.frame();
    let colour = pencil.colouring.of_lane(pencil.palette, role).unwrap_or(Colour::CLEAR);
    let place = head(shape.bounds, orientation);
    pencil.sheet.rect(shape.bounds, Corners::SHARP, colour.faded(0.035), line);
    pencil.sheet.rect(place, Corners::SHARP, colour.faded(0.12), line);
    name(pencil, Subject::Lane(lane.id), &lane.name, place, false);
}

/// The name in the middle of the header, turned where it is upright.
fn name<S: Sheet>(pencil: &mut Pencil<'_, S>, subject: Subject, text: &str, place: Bounds, is_strong: bool) {
    let is_upright = place.height > place.width;
    let width = (place.width.max(place.height) - 12.0).max(20.0);
    let wanted = Wanted { text, size: 13.0, width, rows: 1, align: Align::Middle, is_strong };
    if let Some((text, (_, height))) = pencil.sheet.lay_out(subject, wanted) {
        let centre = place.centre();
        let (x, y) = if is_upright { (centre.x - height / 2.0, centre.y) } else { (centre.x, centre.y - height / 2.0) };
        pencil.sheet.write(text, Point::new(x, y), is_upright, pencil.palette.text);
    }
}

/// A small picture of a pool for buttons; without direction, of a black box.
pub fn sign(sheet: &mut impl Sheet, place: Bounds, orientation: Option<Orientation>, ink: Ink) {
    let is_vertical = orientation == Some(Orientation::Vertical);
    let (width, height) = if is_vertical { (place.width * 0.75, place.height) } else { (place.width, place.height * 0.8) };
    let frame = Bounds::centred(place.centre(), width, height);
    sheet.rect(frame, Corners::all(1.0), ink.ground, ink.line);
    let ends = match orientation {
        Some(Orientation::Horizontal) => [inside(frame, 0.25, 0.0), inside(frame, 0.25, 1.0)],
        Some(Orientation::Vertical) => [inside(frame, 0.0, 0.25), inside(frame, 1.0, 0.25)],
        None => {
            let inner = frame.grown(-4.0);
            [inside(inner, 0.0, 0.5), inside(inner, 1.0, 0.5)]
        }
    };
    sheet.course(&ends, ink.line);
}
