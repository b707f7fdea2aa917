//! Steps: white cards with the sign of their kind, their name, the stripe of who does them, and small marks.

use super::is_frame;
use super::pen::{Ink, Pen};
use crate::model::{FlowNode, NodeKind, Repetition, Shape, Subject};
use crate::view::canvas::colouring::{Sign, Tint};
use crate::view::canvas::galleys::Wanted;
use crate::view::icons::Icon;
use egui::{Align, Align2, Color32, CornerRadius, Painter, Rect, Shadow, Stroke, StrokeKind, Vec2, pos2, vec2};

/// Rounding of cards at zoom 1.
pub const CORNER: f32 = 8.0;
/// Width of the coloured stripe at zoom 1.
const STRIPE: f32 = 6.0;

/// Draws a step, call or sub-process.
pub fn activity(pen: &mut Pen<'_>, node: &FlowNode, shape: &Shape, tint: Option<Tint>) {
    let rect = pen.camera.rect(shape.bounds);
    let is_frame = is_frame(&node.kind, shape);
    card(pen, rect, node, is_frame);
    if let Some(tint) = tint {
        stripe(pen, rect, tint);
    }
    if is_frame {
        title(pen, node, shape, rect);
    } else {
        name(pen, node, shape, rect);
    }
    if pen.is_near() {
        if let Some(icon) = kind_icon(&node.kind) {
            let place = rect.left_top() + vec2(STRIPE + 4.0, 3.0) * pen.zoom();
            pen.painter.text(place, Align2::LEFT_TOP, icon.glyph(), Icon::font(13.0 * pen.zoom()), pen.theme.text_soft);
        }
        let has_marker = markers(pen, node, rect, is_frame);
        marks(pen, node, rect, if has_marker { 3 } else { 6 });
    }
}

fn card(pen: &Pen<'_>, rect: Rect, node: &FlowNode, is_frame: bool) {
    let corner = CornerRadius::from(CORNER * pen.zoom());
    if pen.camera.zoom > 0.75 && !is_frame && pen.theme.shadow.a() > 0 {
        let shadow = Shadow { offset: [0, 1], blur: 4, spread: 0, color: pen.theme.shadow };
        pen.painter.add(shadow.as_shape(rect, corner));
    }
    let fill = if is_frame { pen.theme.paper.gamma_multiply(0.55) } else { pen.theme.paper };
    let is_event = matches!(node.kind, NodeKind::SubProcess { is_event: true });
    let is_call = matches!(node.kind, NodeKind::CallActivity(_));
    let stroke = if is_call { Stroke::new(pen.width(3.0), pen.theme.stroke) } else { Stroke::new(pen.width(1.0), pen.theme.line_strong) };
    if is_event {
        pen.painter.rect_filled(rect, corner, fill);
        dashed_frame(pen, rect, stroke);
    } else {
        pen.painter.rect(rect, corner, fill, stroke, StrokeKind::Inside);
    }
}

fn dashed_frame(pen: &Pen<'_>, rect: Rect, stroke: Stroke) {
    let corners = [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom(), rect.left_top()];
    super::line::dashed(pen, &corners, Stroke::new(pen.width(1.5), stroke.color), 4.0, 3.0);
}

/// The stripe at the left in the colour of the role or state, and its sign at the top right.
fn stripe(pen: &Pen<'_>, rect: Rect, tint: Tint) {
    let zoom = pen.zoom();
    let inner = rect.shrink(pen.width(1.0));
    let radius = (CORNER * zoom) as u8;
    let corner = CornerRadius { nw: radius, sw: radius, ne: 0, se: 0 };
    let stripe = Rect::from_min_size(inner.left_top(), vec2(STRIPE * zoom, inner.height()));
    pen.painter.rect_filled(stripe, corner, tint.colour);
    if pen.is_near() {
        let tag = Rect::from_min_size(pos2(inner.right() - 16.0 * zoom, inner.top() + 3.0 * zoom), Vec2::splat(13.0 * zoom));
        if matches!(tint.sign, Sign::Letter(_)) {
            let frame = Stroke::new(pen.width(1.0), tint.colour);
            pen.painter.rect_stroke(tag, CornerRadius::from(3.0 * zoom), frame, StrokeKind::Inside);
        }
        tint.sign(pen.painter, pen.theme, tag.center(), tag.height());
    }
}

fn name(pen: &mut Pen<'_>, node: &FlowNode, shape: &Shape, rect: Rect) {
    let wanted = Wanted {
        text: &node.name,
        size: 13.0,
        width: (shape.bounds.width - 22.0).max(20.0),
        rows: 3,
        align: Align::Center,
        is_strong: false,
    };
    if let Some(galley) = pen.text(Subject::Node(node.id), wanted) {
        let middle = rect.center() + vec2(STRIPE / 2.0, 1.5) * pen.zoom();
        pen.painter.galley(pos2(middle.x, middle.y - galley.size().y / 2.0), galley, pen.theme.text);
    }
}

fn title(pen: &mut Pen<'_>, node: &FlowNode, shape: &Shape, rect: Rect) {
    let wanted =
        Wanted { text: &node.name, size: 13.0, width: (shape.bounds.width - 50.0).max(20.0), rows: 1, align: Align::LEFT, is_strong: true };
    if let Some(galley) = pen.text(Subject::Node(node.id), wanted) {
        pen.painter.galley(rect.left_top() + vec2(STRIPE + 8.0, 6.0) * pen.zoom(), galley, pen.theme.text);
    }
}

/// Sub-process, loop and multi-instance markers in the middle of the lower edge. Whether there was any.
fn markers(pen: &Pen<'_>, node: &FlowNode, rect: Rect, is_frame: bool) -> bool {
    let zoom = pen.zoom();
    let is_closed = matches!(node.kind, NodeKind::SubProcess { .. }) && !is_frame;
    let repetition = match &node.repetition {
        Repetition::Once => None,
        Repetition::Loop { .. } => Some(Marker::Loop),
        Repetition::MultiInstance { is_sequential, .. } => Some(if *is_sequential { Marker::Sequential } else { Marker::Parallel }),
    };
    let all: Vec<Marker> = repetition.into_iter().chain(is_closed.then_some(Marker::Plus)).collect();
    let side = 13.0 * zoom;
    let mut x = rect.center().x - side * all.len() as f32 / 2.0;
    for marker in &all {
        let place = Rect::from_min_size(pos2(x, rect.bottom() - side - 3.0 * zoom), Vec2::splat(side));
        marker.draw(pen.painter, place.shrink(1.5 * zoom), Stroke::new(pen.width(1.3), pen.theme.stroke));
        x += side;
    }
    !all.is_empty()
}

#[derive(Clone, Copy)]
enum Marker {
    Loop,
    Sequential,
    Parallel,
    Plus,
}

impl Marker {
    fn draw(self, painter: &Painter, rect: Rect, stroke: Stroke) {
        let line = |from: (f32, f32), to: (f32, f32)| {
            painter.line_segment([rect.lerp_inside(vec2(from.0, from.1)), rect.lerp_inside(vec2(to.0, to.1))], stroke);
        };
        match self {
            Self::Loop => {
                painter.text(rect.center(), Align2::CENTER_CENTER, Icon::Restart.glyph(), Icon::font(rect.height() * 1.25), stroke.color);
            }
            Self::Sequential => [0.15, 0.5, 0.85].into_iter().for_each(|y| line((0.0, y), (1.0, y))),
            Self::Parallel => [0.15, 0.5, 0.85].into_iter().for_each(|x| line((x, 0.0), (x, 1.0))),
            Self::Plus => {
                painter.rect_stroke(rect, 0.0, stroke, StrokeKind::Inside);
                line((0.5, 0.2), (0.5, 0.8));
                line((0.2, 0.5), (0.8, 0.5));
            }
        }
    }
}

/// What a step has, as small signs along the lower edge.
fn marks(pen: &Pen<'_>, node: &FlowNode, rect: Rect, most: usize) {
    let details = &node.details;
    let present = [
        (details.form.is_some(), Icon::Form),
        (details.due.is_some(), Icon::Due),
        (details.fee.is_some(), Icon::Fee),
        (!details.legal_bases.is_empty(), Icon::Law),
        (!details.documents.is_empty(), Icon::Letter),
        (!details.note.is_empty(), Icon::Note),
    ];
    let zoom = pen.zoom();
    let mut place = rect.left_bottom() + vec2(STRIPE + 4.0, -2.0) * zoom;
    for (_, icon) in present.iter().filter(|(is_there, _)| *is_there).take(most) {
        pen.painter.text(place, Align2::LEFT_BOTTOM, icon.glyph(), Icon::font(12.0 * zoom), pen.theme.text_faint);
        place.x += 14.0 * zoom;
    }
}

/// The icon that says of which kind a step is.
pub fn kind_icon(kind: &NodeKind) -> Option<Icon> {
    Some(match kind {
        NodeKind::UserTask => Icon::Person,
        NodeKind::ManualTask => Icon::Manual,
        NodeKind::ServiceTask => Icon::Machine,
        NodeKind::ScriptTask(_) => Icon::Calculate,
        NodeKind::BusinessRuleTask(_) => Icon::Table,
        NodeKind::SendTask { .. } => Icon::Send,
        NodeKind::ReceiveTask { .. } => Icon::Receive,
        NodeKind::CallActivity(_) => Icon::Call,
        _ => return None,
    })
}

/// A small picture of a step for buttons.
pub fn sign(painter: &Painter, rect: Rect, kind: &NodeKind, ink: Ink) {
    let card = Rect::from_center_size(rect.center(), vec2(rect.width(), rect.height() * 0.86));
    let stroke = if matches!(kind, NodeKind::CallActivity(_)) { Stroke::new(ink.stroke.width * 2.0, ink.stroke.color) } else { ink.stroke };
    painter.rect(card, 3.0, ink.ground, stroke, StrokeKind::Inside);
    let centre = card.center();
    let size = card.height() * 0.72;
    if matches!(kind, NodeKind::SubProcess { .. }) {
        let plus = Rect::from_center_size(pos2(centre.x, card.bottom() - size * 0.45), Vec2::splat(size * 0.6));
        Marker::Plus.draw(painter, plus, Stroke::new(1.0, ink.stroke.color));
    } else if let Some(icon) = kind_icon(kind) {
        let colour: Color32 = ink.stroke.color;
        painter.text(centre, Align2::CENTER_CENTER, icon.glyph(), Icon::font(size), colour);
    }
}
