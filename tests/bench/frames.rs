//! Frames of the canvas.

use super::desk::{MIDDLE, Screen};
use super::grid::grid;
use super::stopwatch::Bench;
use dienstweg::model::Subject;
use dienstweg::view::Selection;
use egui::{Event, Modifiers, MouseWheelSource, PointerButton, Pos2, TouchPhase, Vec2, vec2};

/// Panning, zooming, dragging and hovering.
pub fn rows(bench: &mut Bench) {
    for size in [100, 1_000, 10_000] {
        bench.row("frame_all_pan", size, || pan(Screen::canvas(grid(size))));
        bench.row("frame_near_pan", size, || pan(Screen::canvas(grid(size)).zoomed(1.0)));
        bench.row("frame_zoom", size, || zoom(size));
        bench.row("frame_all_drag", size, || drag(Screen::canvas(grid(size))));
        bench.row("frame_near_drag", size, || drag(Screen::canvas(grid(size)).zoomed(1.0)));
        bench.row("frame_near_hover", size, || hover(Screen::canvas(grid(size)).zoomed(1.0)));
        bench.row("frame_all_selected", size, || select_all(size));
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

/// A step is held and moved in every frame, which previews a command.
fn drag(mut screen: Screen<super::desk::Desk>) -> impl FnMut() -> usize {
    let from = screen.middle_step();
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

/// Everything visible and selected.
fn select_all(size: usize) -> impl FnMut() -> usize {
    let mut screen = Screen::canvas(grid(size));
    let document = screen.shown.editor.document();
    let nodes = document.nodes.keys().map(Subject::Node);
    screen.shown.selection = Selection::of(nodes.chain(document.flows.keys().map(Subject::Flow)));
    pan(screen)
}
