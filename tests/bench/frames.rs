//! Frames of the canvas.

use super::desk::{Desk, MIDDLE, Screen};
use super::grid::grid;
use super::stopwatch::Bench;
use dienstweg::model::Subject;
use dienstweg::view::Selection;
use egui::{Event, Modifiers, MouseWheelSource, PointerButton, Pos2, TouchPhase, Vec2, pos2, vec2};

/// Panning, zooming, dragging and hovering.
pub fn rows(bench: &mut Bench) {
    for size in [100, 1_000, 5_000, 10_000] {
        bench.row("frame_all_pan", size, || pan(Screen::canvas(grid(size))));
        bench.row("frame_near_pan", size, || pan(Screen::canvas(grid(size)).zoomed(1.0)));
        bench.row("frame_zoom", size, || zoom(size));
        bench.row("frame_all_drag", size, || drag(Screen::canvas(grid(size)), 1));
        bench.row("frame_all_drag_500", size, || drag(Screen::canvas(grid(size)), 500));
        bench.row("frame_near_drag", size, || drag(Screen::canvas(grid(size)).zoomed(1.0), 1));
        bench.row("frame_near_hover", size, || hover(Screen::canvas(grid(size)).zoomed(1.0)));
        bench.row("frame_after_rest", size, || after_rest(Screen::canvas(grid(size)).zoomed(1.0)));
        bench.row("frame_all_selected", size, || all_selected(size));
        bench.row("frame_rubber_band", size, || rubber_band(Screen::canvas(grid(size))));
    }
}

/// The wheel moves the picture to and fro.
pub fn pan<T>(mut screen: Screen<T>) -> impl FnMut() -> usize {
    let mut frame = 0u32;
    move || {
        frame += 1;
        let delta = vec2(if (frame / 20).is_multiple_of(2) { 2.0 } else { -2.0 }, 0.0);
        let wheel = Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta,
            phase: TouchPhase::Move,
            modifiers: Modifiers::NONE,
            source: MouseWheelSource::Wheel,
        };
        screen.pass(vec![Event::PointerMoved(MIDDLE), wheel])
    }
}

/// From half size to full size and back.
fn zoom(size: usize) -> impl FnMut() -> usize {
    let mut screen = Screen::canvas(grid(size)).zoomed(0.5);
    let mut frame = 0u32;
    move || {
        frame += 1;
        screen.pass(vec![Event::Zoom(if (frame / 20).is_multiple_of(2) { 1.035 } else { 1.0 / 1.035 })])
    }
}

/// A step is held and moved in every frame, with so many others as are selected; this previews a command.
fn drag(mut screen: Screen<Desk>, count: usize) -> impl FnMut() -> usize {
    let from = screen.middle_step();
    if count > 1 {
        screen.select_round_middle(count);
    }
    let press = Event::PointerButton { pos: from, button: PointerButton::Primary, pressed: true, modifiers: Modifiers::NONE };
    screen.pass(vec![Event::PointerMoved(from)]);
    screen.pass(vec![press]);
    let mut frame = 0u32;
    let mut seen = screen.shown.editor.revision();
    move || {
        frame += 1;
        // Farther than the grid on which it comes to rest, so that each frame shows another place.
        let corners = screen.pass(vec![Event::PointerMoved(from + Vec2::angled(frame as f32 * 0.7) * 60.0)]);
        let revision = screen.shown.editor.revision();
        assert!(frame < 3 || revision > seen, "nothing moved in frame {frame}");
        seen = revision;
        corners
    }
}

/// The pointer wanders over the picture.
fn hover<T>(mut screen: Screen<T>) -> impl FnMut() -> usize {
    let mut frame = 0u32;
    move || {
        frame += 1;
        let place: Pos2 = MIDDLE + Vec2::angled(frame as f32 * 0.1) * 200.0;
        screen.pass(vec![Event::PointerMoved(place)])
    }
}

/// The pointer moves for the first time in a second, upon which a screen reader is told of everything again.
fn after_rest(mut screen: Screen<Desk>) -> impl FnMut() -> usize {
    screen.rest(10.0);
    let mut frame = 0u32;
    move || {
        frame += 1;
        screen.wait(1.0);
        screen.pass(vec![Event::PointerMoved(MIDDLE + Vec2::angled(frame as f32 * 0.1) * 200.0)])
    }
}

/// A rubber band over everything, drawn from the corner; its end moves in every frame.
fn rubber_band(mut screen: Screen<Desk>) -> impl FnMut() -> usize {
    let from = pos2(3.0, 3.0);
    let press = Event::PointerButton { pos: from, button: PointerButton::Primary, pressed: true, modifiers: Modifiers::NONE };
    screen.pass(vec![Event::PointerMoved(from)]);
    screen.pass(vec![press]);
    let mut frame = 0u32;
    move || {
        frame += 1;
        screen.pass(vec![Event::PointerMoved(pos2(1_595.0 - (frame % 7) as f32, 895.0))])
    }
}

/// Everything visible and selected.
fn all_selected(size: usize) -> impl FnMut() -> usize {
    let mut screen = Screen::canvas(grid(size));
    let document = screen.shown.editor.document();
    let nodes = document.nodes.keys().map(Subject::Node);
    screen.shown.selection = Selection::of(nodes.chain(document.flows.keys().map(Subject::Flow)));
    pan(screen)
}
