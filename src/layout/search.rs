//! The search for a course through narrow places: A* over a sparse grid of lines beside the obstacles.

use super::course::{BEND, LINE_GAP, MARGIN, Scene, Segment, gap, straightened};
use super::dock::Side;
use crate::model::{Bounds, Point, WORLD};
use std::cmp::Ordering;
use std::collections::BinaryHeap;

/// Grids with more places than this are not searched: the scene is too crowded to be worth the time.
const MOST_PLACES: usize = 40_000;

/// The cheapest course that meets nothing and costs less than `limit`; `None` if there is none.
pub(super) fn cheaper(scene: &Scene<'_>, limit: f64) -> Option<Vec<Point>> {
    let grid = Grid::of(scene, limit)?;
    Some(straightened(&grid.path(scene, limit)?))
}

/// Lines at which a course may run, and what its steps cost.
struct Grid {
    xs: Vec<f64>,
    ys: Vec<f64>,
    /// Cost of the step to the right from each place.
    right: Vec<f64>,
    /// Cost of the step downwards from each place.
    down: Vec<f64>,
    /// What the lines cost that are crossed just at each place by a course from side to side, and by one up or down: it belongs to neither
    /// of the steps that meet there, so a straight course pays it once.
    crossed: Vec<[f64; 2]>,
}

/// A place of the grid reached in a direction.
#[derive(Clone, Copy, PartialEq)]
struct Reached {
    estimate: f64,
    cost: f64,
    state: usize,
}

impl Eq for Reached {}

impl Ord for Reached {
    fn cmp(&self, other: &Self) -> Ordering {
        // The heap gives its greatest first: the least estimate, and among equals the first state.
        other.estimate.total_cmp(&self.estimate).then(other.state.cmp(&self.state))
    }
}

impl PartialOrd for Reached {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Grid {
    /// The lines that a course below `limit` can reach.
    fn of(scene: &Scene<'_>, limit: f64) -> Option<Self> {
        let (mut xs, mut ys) = (Vec::new(), Vec::new());
        let mut around = |bounds: Bounds| {
            xs.extend([bounds.x, bounds.right()]);
            ys.extend([bounds.y, bounds.bottom()]);
        };
        for outline in [scene.from, scene.to] {
            around(outline.bounds.grown(scene.reach()));
        }
        for side in Side::ALL {
            around(Bounds::spanning(scene.start(side), scene.start(side)));
            around(Bounds::spanning(scene.end(side), scene.end(side)));
        }
        around(Bounds::spanning(between(scene.from.bounds, scene.to.bounds), between(scene.from.bounds, scene.to.bounds)));
        for obstacle in scene.obstacles {
            around(scene.kept_clear(*obstacle).grown(0.5));
        }
        // Room beside lines that stand in the way, so that parallel courses get a distance.
        for line in scene.lines.iter().filter(|line| line.length() > MARGIN) {
            if line.is_lateral() {
                ys.extend([line.from.y - LINE_GAP - 2.0, line.from.y + LINE_GAP + 2.0]);
            } else {
                xs.extend([line.from.x - LINE_GAP - 2.0, line.from.x + LINE_GAP + 2.0]);
            }
        }
        let reach = reachable(scene, limit);
        let (xs, ys) = (ordered(xs, reach.x, reach.right()), ordered(ys, reach.y, reach.bottom()));
        let places = xs.len() * ys.len();
        if places > MOST_PLACES {
            return None;
        }
        if let Some(effort) = scene.effort {
            effort.spend(places);
        }
        Some(Self::priced(scene, xs, ys))
    }

    fn priced(scene: &Scene<'_>, xs: Vec<f64>, ys: Vec<f64>) -> Self {
        let (mut right, mut down) = (Vec::with_capacity(xs.len() * ys.len()), Vec::with_capacity(xs.len() * ys.len()));
        let step = |places: &[f64], index: usize| places.get(index + 1).map_or(f64::INFINITY, |next| next - places[index]);
        for row in 0..ys.len() {
            for column in 0..xs.len() {
                right.push(step(&xs, column));
                down.push(step(&ys, row));
            }
        }
        let crossed = vec![[0.0; 2]; right.len()];
        let mut grid = Self { xs, ys, right, down, crossed };
        let own = scene.reach() - 0.5;
        if gap(scene.from.bounds, scene.to.bounds) > 0.0 {
            grid.block(scene.from.bounds.grown(own));
            grid.block(scene.to.bounds.grown(own));
        }
        for obstacle in scene.obstacles {
            grid.block(scene.kept_clear(*obstacle));
        }
        for line in scene.lines {
            grid.disturb(*line, scene);
        }
        grid
    }

    /// Forbids all steps through the inside of a rectangle.
    fn block(&mut self, bounds: Bounds) {
        let columns = reaching(&self.xs, bounds.x, bounds.right());
        let rows = reaching(&self.ys, bounds.y, bounds.bottom());
        let width = self.xs.len();
        for row in rows {
            for column in columns.clone() {
                let place = row * width + column;
                if bounds.y < self.ys[row] && self.ys[row] < bounds.bottom() {
                    self.right[place] = f64::INFINITY;
                }
                if bounds.x < self.xs[column] && self.xs[column] < bounds.right() {
                    self.down[place] = f64::INFINITY;
                }
            }
        }
    }

    /// Makes steps dearer that cross or cover another connection, and places at which it is crossed.
    fn disturb(&mut self, line: Segment, scene: &Scene<'_>) {
        let bounds = line.bounds().grown(LINE_GAP);
        let width = self.xs.len();
        for row in reaching(&self.ys, bounds.y, bounds.bottom()) {
            for column in reaching(&self.xs, bounds.x, bounds.right()) {
                let here = Point::new(self.xs[column], self.ys[row]);
                let crossing = line.crossing(here);
                let charge = |next: Option<Point>, is_across: bool, price: &mut f64| {
                    let is_at_end = |next| is_across && crossing + line.crossing(next) > 0.0;
                    if let Some(next) = next.filter(|next| price.is_finite() && !is_at_end(*next)) {
                        *price += Scene { lines: &[line], ..*scene }.nuisance(&[here, next]);
                    }
                };
                let place = row * width + column;
                charge(self.xs.get(column + 1).map(|x| Point::new(*x, here.y)), !line.is_lateral(), &mut self.right[place]);
                charge(self.ys.get(row + 1).map(|y| Point::new(here.x, *y)), line.is_lateral(), &mut self.down[place]);
                self.crossed[place][usize::from(line.is_lateral())] += crossing;
            }
        }
    }

    /// The place at a point, if the grid has one there.
    fn place(&self, point: Point) -> Option<usize> {
        let find = |places: &[f64], at: f64| {
            let index = places.partition_point(|place| *place < at - 0.01);
            places.get(index).filter(|place| (**place - at).abs() <= 0.02).map(|_| index)
        };
        Some(find(&self.ys, point.y)? * self.xs.len() + find(&self.xs, point.x)?)
    }

    fn point(&self, place: usize) -> Point {
        Point::new(self.xs[place % self.xs.len()], self.ys[place / self.xs.len()])
    }

    /// The neighbouring place in a direction and the cost of going there.
    fn step(&self, place: usize, direction: Side) -> Option<(usize, f64)> {
        let width = self.xs.len();
        let (next, cost) = match direction {
            Side::Left => (place.checked_sub(1).filter(|_| !place.is_multiple_of(width))?, self.right[place - 1]),
            Side::Right => (place + 1, self.right[place]),
            Side::Top => (place.checked_sub(width)?, self.down[place - width]),
            Side::Bottom => (place + width, self.down[place]),
        };
        cost.is_finite().then_some((next, cost))
    }

    /// What it costs to be at a place on a course in a direction.
    fn crossing(&self, place: usize, direction: Side) -> f64 {
        self.crossed[place][usize::from(!direction.is_lateral())]
    }

    /// A*: states are places with the direction in which they were reached.
    fn path(&self, scene: &Scene<'_>, limit: f64) -> Option<Vec<Point>> {
        let stub = |dock: Point, side: Side| {
            let outward = side.outward();
            Point::new(dock.x + outward.x * scene.reach(), dock.y + outward.y * scene.reach())
        };
        let goals: Vec<(usize, Side)> =
            scene.bias.enter.allowed().filter_map(|side| Some((self.place(stub(scene.end(side), side))?, side))).collect();
        let near = scene.to.bounds.grown(scene.reach());
        let estimate = |place: usize, heading: Side| at_least(self.point(place), heading, near);
        let states = self.xs.len() * self.ys.len() * 4;
        let mut least = vec![f64::INFINITY; states + 1];
        let mut origin = vec![usize::MAX; states + 1];
        let mut heap = BinaryHeap::new();
        for side in scene.bias.leave.allowed() {
            let Some(place) = self.place(stub(scene.start(side), side)) else { continue };
            let (state, cost) = (place * 4 + side as usize, scene.bias.leave.of(side) + scene.reach() + self.crossing(place, side));
            least[state] = cost;
            heap.push(Reached { estimate: cost + estimate(place, side), cost, state });
        }
        let arrived = states;
        while let Some(Reached { cost, state, .. }) = heap.pop() {
            if state == arrived {
                return Some(self.retraced(scene, &origin, arrived));
            }
            if cost > least[state] {
                continue;
            }
            let (place, heading) = (state / 4, Side::ALL[state % 4]);
            let mut reach = |next: usize, cost: f64, estimate: f64| {
                if cost < least[next] && cost + estimate < limit {
                    least[next] = cost;
                    origin[next] = state;
                    heap.push(Reached { estimate: cost + estimate, cost, state: next });
                }
            };
            for (_, side) in goals.iter().filter(|(goal, side)| *goal == place && *side != heading) {
                let turn = if side.opposite() == heading { 0.0 } else { BEND + self.crossing(place, *side) };
                reach(arrived, cost + turn + scene.bias.enter.of(*side) + scene.reach(), 0.0);
            }
            for direction in Side::ALL.into_iter().filter(|direction| *direction != heading.opposite()) {
                if let Some((next, length)) = self.step(place, direction) {
                    let turn = if direction == heading { 0.0 } else { BEND + self.crossing(place, direction) };
                    let cost = cost + turn + length + self.crossing(next, direction);
                    reach(next * 4 + direction as usize, cost, estimate(next, direction));
                }
            }
        }
        None
    }

    /// The points from dock to dock, walked back from the goal.
    fn retraced(&self, scene: &Scene<'_>, origin: &[usize], arrived: usize) -> Vec<Point> {
        let mut points = Vec::new();
        let mut state = origin[arrived];
        let mut first_heading = Side::Right;
        while state != usize::MAX {
            points.push(self.point(state / 4));
            first_heading = Side::ALL[state % 4];
            state = origin[state];
        }
        // The goal is the stub of one side only, unless both shapes stand in one place.
        let end = points.first().copied().unwrap_or_default();
        let nearest = Side::ALL.map(|side| scene.end(side)).into_iter().min_by(|a, b| a.distance(end).total_cmp(&b.distance(end)));
        points.reverse();
        points.insert(0, scene.start(first_heading));
        points.extend(nearest);
        points
    }
}

/// What the way from a point to a rectangle costs at least for one who goes in this direction: length, and bends that cannot be
/// spared.
fn at_least(point: Point, heading: Side, near: Bounds) -> f64 {
    let (left, right) = ((point.x - near.right()).max(0.0), (near.x - point.x).max(0.0));
    let (up, down) = ((point.y - near.bottom()).max(0.0), (near.y - point.y).max(0.0));
    let (on, back, aside) = match heading {
        Side::Left => (left, right, up + down),
        Side::Right => (right, left, up + down),
        Side::Top => (up, down, left + right),
        Side::Bottom => (down, up, left + right),
    };
    let bends = if back > 0.0 { 2.0 } else { f64::from(u8::from(aside > 0.0)) };
    on + back + aside + bends * BEND
}

/// The middle between two rectangles.
fn between(a: Bounds, b: Bounds) -> Point {
    let middle = |a_low: f64, a_high: f64, b_low: f64, b_high: f64| {
        if a_high <= b_low {
            f64::midpoint(a_high, b_low)
        } else if b_high <= a_low {
            f64::midpoint(b_high, a_low)
        } else {
            f64::midpoint(a_low.max(b_low), a_high.min(b_high))
        }
    };
    Point::new(middle(a.x, a.right(), b.x, b.right()), middle(a.y, a.bottom(), b.y, b.bottom()))
}

/// What a course below a limit cannot leave: whoever goes out has to come back.
fn reachable(scene: &Scene<'_>, limit: f64) -> Bounds {
    let (from, to) = (scene.from.bounds.grown(scene.reach()), scene.to.bounds.grown(scene.reach()));
    let apart = |low: f64, high: f64, other_low: f64, other_high: f64| (other_low - high).max(low - other_high).max(0.0);
    let least = apart(from.x, from.right(), to.x, to.right()) + apart(from.y, from.bottom(), to.y, to.bottom());
    from.union(to).grown(((limit - least) / 2.0).clamp(0.0, WORLD))
}

/// Sorted, each once, and only those within these bounds.
fn ordered(mut places: Vec<f64>, low: f64, high: f64) -> Vec<f64> {
    places.retain(|place| (low - 0.01..=high + 0.01).contains(place));
    places.sort_by(f64::total_cmp);
    places.dedup_by(|a, b| (*a - *b).abs() < 0.01);
    places
}

/// Indexes of the places whose step onwards reaches into the open range.
fn reaching(places: &[f64], low: f64, high: f64) -> std::ops::Range<usize> {
    let first = places.partition_point(|place| *place <= low).saturating_sub(1);
    first..places.partition_point(|place| *place < high)
}
