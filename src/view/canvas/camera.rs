//! Which part of the diagram is seen, and how large.

use crate::model::{Bounds, Point, Vector};
use egui::{Pos2, Rect, Vec2, vec2};

/// Smallest zoom.
const LEAST: f64 = 0.01;
/// Names of steps can be read from this zoom on.
const READABLE: f64 = 0.6;
/// Greatest zoom.
const MOST: f64 = 4.0;
/// Free ground left round the content when it is fitted, in screen points.
const MARGIN: f64 = 48.0;
/// Where the content is too high for the canvas: free ground above it, in screen points.
const LEAST_MARGIN: f32 = 12.0;
/// Height that the buttons at the lower edge take, in screen points.
const BUTTONS: f32 = 56.0;

/// Maps the diagram to the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// The point of the diagram at the top left corner of the canvas.
    pub origin: Point,
    /// Screen points per point of the diagram.
    pub zoom: f64,
    /// Where the canvas is on the screen.
    pub screen: Rect,
}

impl Default for Camera {
    fn default() -> Self {
        Self { origin: Point::new(-MARGIN, -MARGIN), zoom: 1.0, screen: Rect::from_min_size(Pos2::ZERO, vec2(800.0, 600.0)) }
    }
}

impl Camera {
    /// Where a point of the diagram is on the screen.
    pub fn screen_from_diagram(&self, point: Point) -> Pos2 {
        let (x, y) = ((point.x - self.origin.x) * self.zoom, (point.y - self.origin.y) * self.zoom);
        self.screen.min + vec2(x as f32, y as f32)
    }

    /// Which point of the diagram is there on the screen.
    pub fn diagram_from_screen(&self, position: Pos2) -> Point {
        let way = position - self.screen.min;
        Point::new(self.origin.x + f64::from(way.x) / self.zoom, self.origin.y + f64::from(way.y) / self.zoom)
    }

    /// Where bounds of the diagram are on the screen.
    pub fn rect(&self, bounds: Bounds) -> Rect {
        let size = vec2((bounds.width * self.zoom) as f32, (bounds.height * self.zoom) as f32);
        Rect::from_min_size(self.screen_from_diagram(bounds.corner()), size)
    }

    /// A length on the screen in the diagram.
    pub fn reach(&self, length: f32) -> f64 {
        f64::from(length) / self.zoom
    }

    /// The part of the diagram that is seen.
    pub fn visible(&self) -> Bounds {
        let size = self.screen.size();
        Bounds::new(self.origin.x, self.origin.y, self.reach(size.x), self.reach(size.y))
    }

    /// Moves the picture by this much on the screen.
    pub fn pan(&mut self, by: Vec2) {
        self.origin = self.origin.moved(Vector::new(-self.reach(by.x), -self.reach(by.y)));
    }

    /// Makes everything larger by the factor; what is at `fixed` on the screen stays there.
    pub fn zoom_at(&mut self, fixed: Pos2, factor: f64) {
        let before = self.diagram_from_screen(fixed);
        self.zoom = (self.zoom * factor).clamp(LEAST, MOST);
        let after = self.diagram_from_screen(fixed);
        self.origin = self.origin.moved(before.from(after));
    }

    /// Shows all of `content`, in the middle, not larger than at zoom 1.
    pub fn fit(&mut self, content: Bounds) {
        let size = self.screen.size();
        let room = |length: f32| (f64::from(length) - 2.0 * MARGIN).max(MARGIN);
        let zoom = (room(size.x) / content.width.max(1.0)).min(room(size.y) / content.height.max(1.0));
        self.zoom = zoom.clamp(LEAST, 1.0);
        self.centre_on(content.centre());
    }

    /// Shows all of `content` if it can be read then; else its beginning, as large as can be read.
    pub fn begin(&mut self, content: Bounds) {
        self.fit(content);
        if self.zoom < READABLE {
            self.zoom = READABLE;
            let spare = self.reach(self.screen.height() - BUTTONS) - content.height;
            let above = if spare < 0.0 { self.reach(LEAST_MARGIN) } else { spare / 2.0 };
            self.origin = Point::new(content.x - MARGIN, content.y - above);
        }
    }

    /// Puts a point of the diagram into the middle of the screen.
    pub fn centre_on(&mut self, point: Point) {
        let half = self.screen.size() / 2.0;
        self.origin = Point::new(point.x - self.reach(half.x), point.y - self.reach(half.y));
    }

    /// Pans as little as needed for `bounds` to be seen.
    pub fn reveal(&mut self, bounds: Bounds) {
        let margin = self.reach(24.0).min(self.visible().width / 4.0);
        let (seen, wanted) = (self.visible(), bounds.grown(margin));
        let shift = |low: f64, high: f64, from: f64, to: f64| if from < low { from - low } else { (to - high).max(0.0).min(from - low) };
        let by =
            Vector::new(shift(seen.x, seen.right(), wanted.x, wanted.right()), shift(seen.y, seen.bottom(), wanted.y, wanted.bottom()));
        self.origin = self.origin.moved(by);
    }
}

/// The nearest point of a grid of this width.
pub fn on_grid(point: Point, grid: f64) -> Point {
    Point::new((point.x / grid).round() * grid, (point.y / grid).round() * grid)
}

/// The way between two points of the screen as a unit vector; zero for equal points.
pub fn direction(from: Pos2, to: Pos2) -> Vec2 {
    let way = to - from;
    let length = way.length();
    if length > f32::EPSILON { way / length } else { Vec2::ZERO }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::pos2;

    fn close(a: Point, b: Point) -> bool {
        a.distance(b) < 1e-3
    }

    #[test]
    fn zooming_keeps_the_point_under_the_pointer() {
        let mut camera = Camera { origin: Point::new(100.0, 40.0), ..Camera::default() };
        let pointer = pos2(312.0, 207.0);
        let before = camera.diagram_from_screen(pointer);
        camera.zoom_at(pointer, 1.7);
        assert!(close(before, camera.diagram_from_screen(pointer)));
        assert!((camera.zoom - 1.7).abs() < 1e-9);
    }

    #[test]
    fn zoom_has_limits() {
        let mut camera = Camera::default();
        camera.zoom_at(pos2(0.0, 0.0), 1e9);
        assert!((camera.zoom - MOST).abs() < 1e-9);
        camera.zoom_at(pos2(0.0, 0.0), 1e-9);
        assert!((camera.zoom - LEAST).abs() < 1e-9);
    }

    #[test]
    fn fitting_shows_everything_and_does_not_enlarge() {
        let mut camera = Camera::default();
        camera.fit(Bounds::new(-5000.0, 300.0, 20_000.0, 4000.0));
        assert!(camera.visible().encloses(Bounds::new(-5000.0, 300.0, 20_000.0, 4000.0)));
        camera.fit(Bounds::new(0.0, 0.0, 36.0, 36.0));
        assert!((camera.zoom - 1.0).abs() < 1e-9);
        assert!(close(camera.visible().centre(), Point::new(18.0, 18.0)));
    }

    #[test]
    fn what_is_too_wide_begins_clear_of_the_buttons_at_the_lower_edge() {
        let mut camera = Camera { screen: Rect::from_min_size(Pos2::ZERO, vec2(500.0, 150.0)), ..Camera::default() };
        let content = Bounds::new(0.0, 0.0, 2000.0, 140.0);
        camera.begin(content);
        let seen = camera.rect(content);
        assert!(seen.left() > 0.0 && seen.top() >= 4.0 && seen.bottom() <= 150.0 - BUTTONS, "{seen}");
        camera.begin(Bounds::new(0.0, 0.0, 2000.0, 1400.0));
        assert!((camera.rect(content).top() - LEAST_MARGIN).abs() < 0.01, "what is too high begins at its top");
    }

    #[test]
    fn revealing_moves_only_what_is_hidden() {
        let mut camera = Camera { origin: Point::new(0.0, 0.0), ..Camera::default() };
        camera.reveal(Bounds::new(100.0, 100.0, 50.0, 50.0));
        assert!(close(camera.origin, Point::new(0.0, 0.0)));
        camera.reveal(Bounds::new(900.0, 100.0, 50.0, 50.0));
        assert!(camera.visible().encloses(Bounds::new(900.0, 100.0, 50.0, 50.0)));
        assert!(camera.origin.y.abs() < 1e-9);
    }
}
