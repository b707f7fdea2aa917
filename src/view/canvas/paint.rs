//! Paints a frame of the canvas: ground, elements, lights, handles, and what the gesture shows.

use super::camera::{Camera, direction};
use super::draw::{self, FAR, Far, Light, Pen};
use super::hit::{HANDLES, Hit, can_resize, ports};
use super::interaction::{Connecting, Gesture, HOLDER, Hint, Machine, Moving, Placing, Reconnecting};
use super::{CanvasState, Mode, Stage, Tool};
use crate::drawing::scene::Item;
use crate::edit::FlowEnd;
use crate::i18n::Texts;
use crate::layout::connection::ends;
use crate::layout::dock::Outline;
use crate::layout::snap::{Guide, GuideKind};
use crate::model::{Document, Orientation, Point, Subject};
use crate::view::ViewContext;
use crate::view::theme::Theme;
use egui::{
    Align2, Color32, CornerRadius, CursorIcon, FontId, Mesh, Painter, Pos2, Rect, Response, Shape, Stroke, StrokeKind, Ui, Vec2, pos2, vec2,
};

/// Distance of the dots of the ground, in points of the diagram.
const DOTS: f64 = 20.0;

/// Paints everything.
pub fn paint(ui: &Ui, context: &ViewContext<'_>, response: &Response, state: &mut CanvasState, stage: Stage<'_>) {
    let painter = ui.painter().with_clip_rect(response.rect.intersect(ui.clip_rect()));
    painter.rect_filled(response.rect, 0.0, context.theme.canvas);
    if state.camera.zoom >= 0.7 {
        dots(&painter, &state.camera, context.theme);
    }
    let CanvasState { camera, machine, scene, galleys, labels, places, troubles, rename, hover, colouring, kept, .. } = state;
    labels.clear();
    let renamed = rename.as_ref().map(|rename| rename.subject);
    let mut pen = Pen { painter: &painter, camera, theme: context.theme, colouring: *colouring, galleys, labels, scene, places, renamed };
    let visible = scene.within(camera.visible());
    elements(&mut pen, &visible);
    draw::selected(&pen, &selected(context, &visible));
    draw::kept(&pen, kept.iter().filter_map(|subject| scene.get(*subject)));
    draw::badges(&pen, visible.iter().filter_map(|item| Some((*item, item.shape()?.bounds, troubles.get(&item.subject)?.worst))));
    if let Some(overlay) = stage.overlay {
        draw::overlay(&pen, scene, context.document, overlay);
    }
    lights(&pen, context, machine, *hover);
    ghost(&mut pen, machine.ghost.items());
    if stage.mode == Mode::Edit {
        if let Some(item) = context.selection.single().and_then(|subject| scene.get(subject)) {
            handles(&pen, item, machine.gesture.is_idle());
        }
        gesture_marks(&pen, context.document, &machine.gesture, !machine.ghost.items().is_empty());
        cursor(ui, response, machine, *hover);
    }
    let hint = hint(machine, context.texts).or_else(|| refused(context, &machine.gesture));
    if let (Some(hint), Some(pointer)) = (hint, ui.input(|input| input.pointer.interact_pos())) {
        say(&painter, context.theme, pointer, &hint);
    }
}

/// What is selected of the elements in view.
fn selected<'a>(context: &ViewContext<'_>, visible: &[&'a Item]) -> Vec<&'a Item> {
    if context.selection.subjects.is_empty() {
        return Vec::new();
    }
    visible.iter().copied().filter(|item| context.selection.has(item.subject)).collect()
}

/// The elements in view: in full, or as one flat mesh when seen from far away.
fn elements(pen: &mut Pen<'_>, visible: &[&Item]) {
    if pen.camera.zoom >= FAR {
        for item in visible {
            pen.item(item);
        }
        return;
    }
    let mut far = Far::new(pen.camera, pen.theme, pen.colouring, visible.len());
    for item in visible {
        far.add(item);
    }
    pen.painter.add(far.finish());
}

/// The element under the pointer, and those on which a connection may end.
fn lights(pen: &Pen<'_>, context: &ViewContext<'_>, machine: &Machine, hover: Option<Hit>) {
    let gesture = &machine.gesture;
    let lit = machine
        .preview
        .obstacle()
        .map(|subject| (subject, Light::Refused))
        .or_else(|| lit(gesture))
        .or_else(|| hover.map(|hit| (hit.subject(), Light::Hovered)));
    for (subject, light) in lit.into_iter().chain(candidates(gesture)) {
        let is_plain = light != Light::Hovered || !context.selection.has(subject);
        if let Some(item) = pen.scene.get(subject).filter(|_| is_plain) {
            draw::highlight(pen, item, light);
        }
    }
}

/// What would be made, pale.
fn ghost(pen: &mut Pen<'_>, items: &[Item]) {
    let mut pale = pen.painter.clone();
    pale.set_opacity(0.55);
    let mut pen = Pen { painter: &pale, galleys: &mut *pen.galleys, labels: &mut *pen.labels, places: &mut *pen.places, ..*pen };
    for item in items {
        pen.item(item);
    }
}

/// The ground's dots, as one mesh.
fn dots(painter: &Painter, camera: &Camera, theme: &Theme) {
    let seen = camera.visible();
    let scale = painter.pixels_per_point();
    let side = (1.4 * camera.zoom as f32 * scale).round().max(1.0) / scale;
    let whole = |at: f32| (at * scale).floor() / scale;
    let first = Point::new((seen.x / DOTS).ceil() * DOTS, (seen.y / DOTS).ceil() * DOTS);
    let (columns, rows) = ((seen.width / DOTS) as u32, (seen.height / DOTS) as u32);
    let mut mesh = Mesh::default();
    for column in 0..=columns.min(400) {
        for row in 0..=rows.min(400) {
            let place = Point::new(first.x + f64::from(column) * DOTS, first.y + f64::from(row) * DOTS);
            let corner = camera.screen_from_diagram(place);
            mesh.add_colored_rect(Rect::from_min_size(pos2(whole(corner.x), whole(corner.y)), Vec2::splat(side)), theme.grid);
        }
    }
    painter.add(mesh);
}

/// The element in a gesture's light.
fn lit(gesture: &Gesture) -> Option<(Subject, Light)> {
    let target = match gesture {
        Gesture::Moving(moving) => return moving.target.map(|target| (target.subject(), Light::Allowed)),
        Gesture::Placing(placing) => return placing.target.map(|target| (target.subject(), Light::Allowed)),
        Gesture::Connecting(connecting) => &connecting.target,
        Gesture::Reconnecting(reconnecting) => &reconnecting.target,
        _ => return None,
    };
    Some((target.subject?, if target.refusal.is_none() { Light::Allowed } else { Light::Refused }))
}

/// Elements on which a connection may end.
fn candidates(gesture: &Gesture) -> Vec<(Subject, Light)> {
    match gesture {
        Gesture::Connecting(Connecting { candidates, .. }) | Gesture::Reconnecting(Reconnecting { candidates, .. }) => {
            candidates.iter().map(|subject| (*subject, Light::Candidate)).collect()
        }
        Gesture::Moving(moving) => moving.hosts.iter().map(|subject| (*subject, Light::Candidate)).collect(),
        _ => Vec::new(),
    }
}

fn handles(pen: &Pen<'_>, item: &Item, is_idle: bool) {
    let stroke = Stroke::new(1.5, pen.theme.accent);
    let square = |place: Pos2| {
        pen.painter.rect(Rect::from_center_size(place, Vec2::splat(7.0)), 1.5, pen.theme.paper, stroke, StrokeKind::Middle);
    };
    if let Some(edge) = item.edge() {
        let last = edge.waypoints.len().saturating_sub(1);
        for (place, point) in edge.waypoints.iter().enumerate() {
            let at = pen.camera.screen_from_diagram(*point);
            if place == 0 || place == last {
                pen.painter.circle(at, 4.5, pen.theme.paper, stroke);
            } else {
                square(at);
            }
        }
    }
    let ports = if is_idle { ports(item, pen.camera) } else { Vec::new() };
    for (port, way) in ports {
        let (at, way) = (pen.camera.screen_from_diagram(port), vec2(way.x as f32, way.y as f32));
        pen.painter.circle(at, 6.0, pen.theme.paper, Stroke::new(1.0, pen.theme.accent));
        let arrow = vec![at + way * 3.5, at + way.rot90() * 2.5 - way * 1.5, at - way.rot90() * 2.5 - way * 1.5];
        pen.painter.add(Shape::convex_polygon(arrow, pen.theme.accent, Stroke::NONE));
    }
    if let Some(shape) = item.shape().filter(|_| can_resize(item)) {
        let rect = pen.camera.rect(shape.bounds);
        let corners_only = rect.width() < 60.0 || rect.height() < 40.0;
        for handle in HANDLES.iter().filter(|handle| !corners_only || handle.x != 0 && handle.y != 0) {
            square(pen.camera.screen_from_diagram(handle.place(shape.bounds)));
        }
    }
}

/// Rubber band, guides, and the loose end of a connection.
fn gesture_marks(pen: &Pen<'_>, document: &Document, gesture: &Gesture, is_shown: bool) {
    let accent = Stroke::new(1.0, pen.theme.accent);
    match gesture {
        Gesture::Brushing(brushing) => {
            let fill = pen.theme.accent.gamma_multiply(0.08);
            pen.painter.rect(pen.camera.rect(brushing.area), 2.0, fill, accent, StrokeKind::Inside);
        }
        Gesture::Spacing(spacing) => draw::room(pen, spacing),
        Gesture::Moving(Moving { guides, .. }) | Gesture::Placing(Placing { guides, .. }) => {
            guides.iter().for_each(|guide| guide_line(pen, guide, accent));
        }
        Gesture::Connecting(connecting) if !is_shown => loose_end(pen, document, connecting.from, connecting.pointer),
        Gesture::Reconnecting(Reconnecting { connection, end, pointer, target, .. }) if target.allowed().is_none() => {
            if let Some((from, to)) = ends(document, *connection) {
                loose_end(pen, document, if *end == FlowEnd::Source { to } else { from }, *pointer);
            }
        }
        _ => {}
    }
}

/// A line of the snapping: dashed where things are in line, with ends like those of a measure where gaps are equal.
fn guide_line(pen: &Pen<'_>, guide: &Guide, stroke: Stroke) {
    let [from, to] = [guide.from, guide.to].map(|point| pen.camera.screen_from_diagram(point));
    if guide.kind != GuideKind::Distance {
        pen.painter.extend(Shape::dashed_line(&[from, to], stroke, 5.0, 3.0));
        return;
    }
    let tick = direction(from, to).rot90() * 5.0;
    pen.painter.line_segment([from, to], stroke);
    for end in [from, to] {
        pen.painter.line_segment([end - tick, end + tick], stroke);
    }
}

/// The line from a shape to the pointer while no target is found.
fn loose_end(pen: &Pen<'_>, document: &Document, from: Subject, pointer: Pos2) {
    if let Some(outline) = Outline::of(document, from) {
        let dock = outline.towards(pen.camera.diagram_from_screen(pointer));
        let ends = [pen.camera.screen_from_diagram(dock), pointer];
        pen.painter.extend(Shape::dashed_line(&ends, Stroke::new(1.5, pen.theme.accent), 6.0, 4.0));
    }
}

/// A refusal of what is shown comes first.
fn hint(machine: &Machine, texts: &Texts) -> Option<Hint> {
    if let Some(refusal) = machine.preview.hint(texts) {
        return Some(refusal);
    }
    match &machine.gesture {
        Gesture::Moving(moving) => moving.hint.clone(),
        Gesture::Spacing(spacing) => spacing.hint.clone(),
        Gesture::Connecting(connecting) => connecting.target.hint(),
        Gesture::Reconnecting(reconnecting) => reconnecting.target.hint(),
        Gesture::Placing(placing) => placing.hint.clone(),
        _ => None,
    }
}

/// Why the picture does not follow the hand.
fn refused(context: &ViewContext<'_>, gesture: &Gesture) -> Option<Hint> {
    let (_, refusal) = context.refusal.filter(|(by, _)| *by == HOLDER && !gesture.is_idle())?;
    Some(Hint { text: context.texts.refusal(refusal), is_refusal: true })
}

/// A sentence beside the pointer.
pub fn say(painter: &Painter, theme: &Theme, pointer: Pos2, hint: &Hint) {
    let colour = if hint.is_refusal { theme.error } else { theme.text };
    let ground = if hint.is_refusal { theme.error_soft } else { theme.paper };
    let galley = painter.layout(hint.text.clone(), FontId::proportional(13.0), colour, 280.0);
    let mut rect = Align2::LEFT_TOP.anchor_size(pointer + vec2(16.0, 16.0), galley.size() + vec2(16.0, 10.0));
    let clip = painter.clip_rect();
    rect = rect.translate(vec2((clip.right() - 8.0 - rect.right()).min(0.0), (clip.bottom() - 8.0 - rect.bottom()).min(0.0)));
    painter.rect(rect, CornerRadius::same(4), ground, Stroke::new(1.0, colour), StrokeKind::Inside);
    painter.galley(rect.min + vec2(8.0, 5.0), galley, Color32::PLACEHOLDER);
}

fn cursor(ui: &Ui, response: &Response, machine: &Machine, hover: Option<Hit>) {
    let gesture = &machine.gesture;
    let icon = match gesture {
        _ if machine.preview.is_refused() => CursorIcon::NotAllowed,
        Gesture::Spacing(spacing) if spacing.orientation == Orientation::Horizontal => CursorIcon::ResizeHorizontal,
        Gesture::Spacing(_) => CursorIcon::ResizeVertical,
        Gesture::Idle if machine.tool == Tool::Room && response.contains_pointer() => CursorIcon::AllScroll,
        Gesture::Idle if matches!(machine.tool, Tool::Lasso | Tool::Connect) && response.contains_pointer() => CursorIcon::Crosshair,
        Gesture::Moving(_) | Gesture::MovingLabel(_) | Gesture::Ordering(_) => CursorIcon::Grabbing,
        Gesture::Connecting(_) | Gesture::Reconnecting(_) if lit(gesture).is_some_and(|(_, light)| light == Light::Refused) => {
            CursorIcon::NotAllowed
        }
        Gesture::Connecting(_) | Gesture::Reconnecting(_) | Gesture::Brushing(_) => CursorIcon::Crosshair,
        Gesture::Placing(placing) if placing.hint.is_some() => CursorIcon::NotAllowed,
        Gesture::Placing(_) => CursorIcon::Copy,
        Gesture::Idle if response.contains_pointer() => match hover {
            Some(Hit::Handle(_, handle)) => match (handle.x * handle.y, handle.x) {
                (1, _) => CursorIcon::ResizeNwSe,
                (-1, _) => CursorIcon::ResizeNeSw,
                (_, 0) => CursorIcon::ResizeVertical,
                _ => CursorIcon::ResizeHorizontal,
            },
            Some(Hit::Bend(..) | Hit::Segment(..) | Hit::Label(_)) => CursorIcon::Move,
            Some(Hit::End(..) | Hit::Port(_)) => CursorIcon::Crosshair,
            Some(Hit::Body(subject)) if subject.is_shape() => CursorIcon::Move,
            Some(Hit::Body(_)) => CursorIcon::PointingHand,
            _ => return,
        },
        _ => return,
    };
    ui.ctx().set_cursor_icon(icon);
}

/// The corner of a rectangle that keeps clear of the canvas's edge.
pub fn kept_inside(rect: Rect, inside: Rect) -> Rect {
    let x = rect.left().clamp(inside.left(), (inside.right() - rect.width()).max(inside.left()));
    let y = rect.top().clamp(inside.top(), (inside.bottom() - rect.height()).max(inside.top()));
    Rect::from_min_size(pos2(x, y), rect.size())
}
