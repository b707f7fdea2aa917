//! Steps: white cards with the sign of their kind, their name, the stripe of who does them, and small marks.

use super::{Sheet, activity_group, frame, inside, is_frame, note_number, type_in};
use crate::drawing::colouring::{Sign, Tint};
use crate::drawing::{Align, Colour, Corners, Ink, Line, Pencil, Pictogram, Wanted};
use crate::model::{Bounds, FlowNode, NodeKind, Point, Repetition, Shape, Subject};

/// Rounding of cards, in points.
pub const CORNER: f64 = 8.0;
/// Width of the coloured stripe.
const STRIPE: f64 = 6.0;
/// Sides of a marker.
const SIDE: f64 = 13.0;

/// Draws a step, call or sub-process.
pub fn activity<S: Sheet>(pencil: &mut Pencil<'_, S>, node: &FlowNode, shape: &Shape, tint: Option<Tint>) {
    let bounds = shape.bounds;
    let is_frame = is_frame(&node.kind, shape);
    card(pencil, bounds, node, is_frame);
    if let Some(tint) = tint {
        stripe(pencil, bounds, tint);
    }
    if is_frame {
        title(pencil, node, bounds);
    } else {
        name(pencil, node, bounds);
    }
    if pencil.is_near() {
        let mut corner = Point::new(bounds.x + STRIPE + 4.0, bounds.y + 3.0);
        if let Some(pictogram) = kind_sign(&node.kind) {
            at_corner(pencil, pictogram, corner, 13.0, pencil.palette.text_soft);
            corner.x += 18.0;
        }
        if let Some(fim) = node.details.fim.as_ref().filter(|_| !is_frame) {
            activity_group::draw(pencil, fim, corner);
        }
        let has_marker = markers(pencil, node, bounds, is_frame);
        marks(pencil, node, bounds, if has_marker { 3 } else { 6 });
    }
}

/// A pictogram whose row has its upper left corner there.
fn at_corner<S: Sheet>(pencil: &mut Pencil<'_, S>, pictogram: Pictogram, corner: Point, size: f64, colour: Colour) {
    pencil.sheet.pictogram(pictogram, Point::new(corner.x + size * 0.5, corner.y + size * 0.6), size, colour);
}

fn card<S: Sheet>(pencil: &mut Pencil<'_, S>, bounds: Bounds, node: &FlowNode, is_frame: bool) {
    let palette = pencil.palette;
    if pencil.sheet.zoom() > 0.75 && !is_frame && !palette.shadow.is_clear() {
        pencil.sheet.shadow(bounds, CORNER, palette.shadow);
    }
    let fill = if is_frame { palette.paper.faded(0.55) } else { palette.paper };
    let is_event = matches!(node.kind, NodeKind::SubProcess { is_event: true });
    let is_call = matches!(node.kind, NodeKind::CallActivity(_));
    let line = if is_call { Line::new(pencil.width(3.0), palette.stroke) } else { pencil.frame() };
    if is_event {
        pencil.sheet.rect(bounds, Corners::all(CORNER), fill, Line::NONE);
        let dashed = Line::new(pencil.width(1.5), line.colour).dashed(pencil.width(4.0), pencil.width(3.0));
        pencil.sheet.course(&frame(bounds), dashed);
    } else {
        pencil.sheet.rect(bounds, Corners::all(CORNER), fill, line);
    }
}

/// The stripe at the left in the colour of the role or state, and its sign at the top right.
fn stripe<S: Sheet>(pencil: &mut Pencil<'_, S>, bounds: Bounds, tint: Tint) {
    let inner = bounds.grown(-pencil.width(1.0));
    let stripe = Bounds { width: STRIPE, ..inner };
    pencil.sheet.rect(stripe, Corners { left: CORNER, right: 0.0 }, tint.colour, Line::NONE);
    if pencil.is_near() {
        let tag = Bounds::new(inner.right() - 16.0, inner.y + 3.0, 13.0, 13.0);
        if matches!(tint.sign, Sign::Letter(_)) {
            let line = Line::new(pencil.width(1.0), tint.colour);
            pencil.sheet.rect(tag, Corners::all(3.0), Colour::CLEAR, line);
        }
        tint.draw_sign(pencil.sheet, pencil.palette, tag.centre(), tag.height);
    }
}

/// The name in the middle, above the markers; where a step is small for its name, in smaller type.
fn name<S: Sheet>(pencil: &mut Pencil<'_, S>, node: &FlowNode, bounds: Bounds) {
    let has_marker = matches!(node.kind, NodeKind::SubProcess { .. }) || node.repetition != Repetition::Once;
    let room = Bounds { height: bounds.height - if has_marker { SIDE } else { 0.0 }, ..bounds };
    let width = (bounds.width - 22.0).max(20.0);
    let (size, rows) = type_in((width, room.height - 8.0), &node.name, &[(13.0, 3), (11.0, 4)]);
    let wanted = Wanted { text: &node.name, size, width, rows, align: Align::Middle, is_strong: false };
    if let Some((text, (_, height))) = pencil.sheet.lay_out(Subject::Node(node.id), wanted) {
        // Where there is room, names stand in the middle of the whole, as those of steps without markers do.
        let is_roomy = height <= bounds.height - 2.0 * SIDE - 8.0;
        let middle = if is_roomy { bounds.centre() } else { room.centre() };
        let top = Point::new(middle.x + STRIPE / 2.0, middle.y + 1.5 - height / 2.0);
        pencil.sheet.write(text, top, false, pencil.palette.text);
    }
}

fn title<S: Sheet>(pencil: &mut Pencil<'_, S>, node: &FlowNode, bounds: Bounds) {
    let width = (bounds.width - 50.0).max(20.0);
    let wanted = Wanted { text: &node.name, size: 13.0, width, rows: 1, align: Align::Left, is_strong: true };
    if let Some((text, _)) = pencil.sheet.lay_out(Subject::Node(node.id), wanted) {
        pencil.sheet.write(text, Point::new(bounds.x + STRIPE + 8.0, bounds.y + 6.0), false, pencil.palette.text);
    }
}

/// Sub-process, loop and multi-instance markers in the middle of the lower edge. Whether there was any.
fn markers<S: Sheet>(pencil: &mut Pencil<'_, S>, node: &FlowNode, bounds: Bounds, is_frame: bool) -> bool {
    let is_closed = matches!(node.kind, NodeKind::SubProcess { .. }) && !is_frame;
    let repetition = match &node.repetition {
        Repetition::Once => None,
        Repetition::Loop { .. } => Some(Marker::Loop),
        Repetition::MultiInstance { is_sequential, .. } => Some(if *is_sequential { Marker::Sequential } else { Marker::Parallel }),
    };
    let line = Line::new(pencil.width(1.3), pencil.palette.stroke);
    let all = [repetition, is_closed.then_some(Marker::Plus)];
    let count = all.iter().flatten().count();
    let mut x = bounds.centre().x - SIDE * count as f64 / 2.0;
    for marker in all.into_iter().flatten() {
        let place = Bounds::new(x, bounds.bottom() - SIDE - 3.0, SIDE, SIDE);
        marker.draw(pencil.sheet, place.grown(-1.5), line);
        x += SIDE;
    }
    count > 0
}

#[derive(Clone, Copy)]
enum Marker {
    Loop,
    Sequential,
    Parallel,
    Plus,
}

impl Marker {
    fn draw(self, sheet: &mut impl Sheet, place: Bounds, line: Line) {
        let mut stroke = |from: (f64, f64), to: (f64, f64)| {
            sheet.course(&[inside(place, from.0, from.1), inside(place, to.0, to.1)], line);
        };
        match self {
            Self::Loop => sheet.pictogram(Pictogram::Loop, place.centre(), place.height * 1.25, line.colour),
            Self::Sequential => [0.15, 0.5, 0.85].into_iter().for_each(|y| stroke((0.0, y), (1.0, y))),
            Self::Parallel => [0.15, 0.5, 0.85].into_iter().for_each(|x| stroke((x, 0.0), (x, 1.0))),
            Self::Plus => {
                stroke((0.5, 0.2), (0.5, 0.8));
                stroke((0.2, 0.5), (0.8, 0.5));
                sheet.rect(place, Corners::SHARP, Colour::CLEAR, line);
            }
        }
    }
}

/// What a step has, as small signs along the lower edge.
fn marks<S: Sheet>(pencil: &mut Pencil<'_, S>, node: &FlowNode, bounds: Bounds, most: usize) {
    const SIZE: f64 = 12.0;
    let details = &node.details;
    let present = [
        (details.form.is_some(), Pictogram::Form),
        (details.due.is_some(), Pictogram::Due),
        (details.fee.is_some(), Pictogram::Fee),
        (!details.legal_bases.is_empty(), Pictogram::Law),
        (!details.documents.is_empty(), Pictogram::Letter),
        (pencil.notes.are_shown(node), Pictogram::Note),
    ];
    let mut corner = Point::new(bounds.x + STRIPE + 4.0, bounds.bottom() - 2.0 - SIZE * 1.2);
    for (_, pictogram) in present.into_iter().filter(|(is_there, _)| *is_there).take(most) {
        at_corner(pencil, pictogram, corner, SIZE, pencil.palette.text_faint);
        corner.x += SIZE + 2.0;
        if pictogram == Pictogram::Note {
            note_number(pencil, node, Point::new(corner.x + 3.0, corner.y + SIZE * 0.6));
        }
    }
}

/// The pictogram that says of which kind a step is.
fn kind_sign(kind: &NodeKind) -> Option<Pictogram> {
    Some(match kind {
        NodeKind::UserTask => Pictogram::Person,
        NodeKind::ManualTask => Pictogram::Manual,
        NodeKind::ServiceTask => Pictogram::Machine,
        NodeKind::ScriptTask(_) => Pictogram::Calculate,
        NodeKind::BusinessRuleTask(_) => Pictogram::Table,
        NodeKind::SendTask { .. } => Pictogram::Send,
        NodeKind::ReceiveTask { .. } => Pictogram::Receive,
        NodeKind::CallActivity(_) => Pictogram::Call,
        _ => return None,
    })
}

/// A small picture of a step for buttons.
pub fn sign(sheet: &mut impl Sheet, place: Bounds, kind: &NodeKind, ink: Ink) {
    let card = Bounds::centred(place.centre(), place.width, place.height * 0.86);
    let line = if matches!(kind, NodeKind::CallActivity(_)) { ink.broad(2.0) } else { ink.line };
    sheet.rect(card, Corners::all(3.0), ink.ground, line);
    let (centre, size) = (card.centre(), card.height * 0.72);
    if matches!(kind, NodeKind::SubProcess { .. }) {
        let plus = Bounds::centred(Point::new(centre.x, card.bottom() - size * 0.45), size * 0.6, size * 0.6);
        Marker::Plus.draw(sheet, plus, Line::new(1.0, ink.line.colour));
    } else if let Some(pictogram) = kind_sign(kind) {
        sheet.pictogram(pictogram, centre, size, ink.line.colour);
    }
}
