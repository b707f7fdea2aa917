//! The window's icon, drawn: a flow of two steps on a blue card.

use egui::IconData;

/// Width and height in pixels.
const SIZE: u32 = 64;
const BLUE: [u8; 4] = [0x1a, 0x5f, 0xb4, 0xff];
const WHITE: [u8; 4] = [0xff, 0xff, 0xff, 0xff];

/// The icon.
pub(super) fn icon() -> IconData {
    let pixels = (0..SIZE).flat_map(|y| (0..SIZE).map(move |x| pixel(f64::from(x) + 0.5, f64::from(y) + 0.5)));
    IconData { rgba: pixels.flatten().collect(), width: SIZE, height: SIZE }
}

fn pixel(x: f64, y: f64) -> [u8; 4] {
    if !in_rounded((x, y), (2.0, 2.0, 60.0, 60.0), 12.0) {
        return [0; 4];
    }
    let is_event = (x - 16.0).hypot(y - 22.0) < 6.5;
    let is_step = in_rounded((x, y), (30.0, 14.0, 24.0, 16.0), 4.0) || in_rounded((x, y), (30.0, 38.0, 24.0, 16.0), 4.0);
    let is_way = (20.0..32.0).contains(&x) && (y - 22.0).abs() < 1.5 || (30.0..39.0).contains(&y) && (x - 42.0).abs() < 1.5;
    if is_event || is_step || is_way { WHITE } else { BLUE }
}

/// Whether the point lies in a rectangle (left, top, width, height) with rounded corners.
fn in_rounded((x, y): (f64, f64), (left, top, width, height): (f64, f64, f64, f64), radius: f64) -> bool {
    let beyond = |at: f64, from: f64, length: f64| (from + radius - at).max(at - (from + length - radius)).max(0.0);
    beyond(x, left, width).hypot(beyond(y, top, height)) <= radius
}
