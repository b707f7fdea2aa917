//! Making room and taking it away: what lies beyond a line is moved, what holds others and lies across it grows or
//! shrinks.

use super::shapes::shift_all;
use crate::edit::Refusal;
use crate::edit::draft::Draft;
use crate::edit::place::canvas_of;
use crate::layout::auto::HEAD;
use crate::layout::connection::ends;
use crate::layout::course::Segment;
use crate::model::{ArtifactKind, Bounds, Document, Edge, FlowNode, NodeId, NodeKind, Orientation, Point, ProcessId, Subject, Vector};
use std::collections::{BTreeMap, BTreeSet};

/// Least extent of what holds others, in points.
const LEAST: f64 = 60.0;
/// Room that stays between what comes nearer to each other, in points.
const GAP: f64 = 10.0;

pub(super) fn make(draft: &mut Draft, process: ProcessId, from: Point, by: Vector) -> Result<(), Refusal> {
    let line = Line::of(from, by);
    let plan = Plan::of(&draft.document, process, draft.plane, line);
    plan.crushes_nothing(line)?;
    bend_courses(draft, &plan, line);
    for subject in &plan.stretched {
        if let Some(bounds) = draft.bounds(*subject) {
            draft.set_bounds(*subject, line.stretched(bounds));
        }
    }
    shift_all(draft, plan.moved, line.way());
    // What holds an element grew or moved with it.
    draft.keeps_scopes = true;
    Ok(())
}

/// The line beyond which everything is moved.
#[derive(Clone, Copy)]
struct Line {
    orientation: Orientation,
    at: f64,
    by: f64,
}

impl Line {
    fn of(from: Point, by: Vector) -> Self {
        if by.x.abs() >= by.y.abs() {
            Self { orientation: Orientation::Horizontal, at: from.x, by: by.x }
        } else {
            Self { orientation: Orientation::Vertical, at: from.y, by: by.y }
        }
    }

    fn way(self) -> Vector {
        match self.orientation {
            Orientation::Horizontal => Vector::new(self.by, 0.0),
            Orientation::Vertical => Vector::new(0.0, self.by),
        }
    }

    /// From where to where a shape reaches in the direction of the way.
    fn extent(self, bounds: Bounds) -> (f64, f64) {
        match self.orientation {
            Orientation::Horizontal => (bounds.x, bounds.right()),
            Orientation::Vertical => (bounds.y, bounds.bottom()),
        }
    }

    fn stretched(self, bounds: Bounds) -> Bounds {
        match self.orientation {
            Orientation::Horizontal => Bounds { width: bounds.width + self.by, ..bounds },
            Orientation::Vertical => Bounds { height: bounds.height + self.by, ..bounds },
        }
    }

    fn is_beyond(self, point: Point) -> bool {
        let value = if self.orientation == Orientation::Horizontal { point.x } else { point.y };
        value >= self.at
    }

    /// Whether both lie in the same row, seen in the direction of the way.
    fn in_row(self, a: Bounds, b: Bounds) -> bool {
        match self.orientation {
            Orientation::Horizontal => a.y < b.bottom() && b.y < a.bottom(),
            Orientation::Vertical => a.x < b.right() && b.x < a.right(),
        }
    }
}

/// What happens to each shape.
#[derive(Default)]
struct Plan {
    moved: BTreeSet<Subject>,
    stretched: BTreeSet<Subject>,
    /// Shapes that stand for themselves, with their places: those that are moved, and those that stay.
    comers: Vec<(Subject, Bounds)>,
    stayers: Vec<(Subject, Bounds)>,
    /// What grows or shrinks, with its place and the room that its head takes at the front.
    holders: Vec<(Subject, Bounds, f64)>,
}

impl Plan {
    fn of(document: &Document, process: ProcessId, plane: Option<NodeId>, line: Line) -> Self {
        let (processes, has_boxes) = canvas_of(document, process);
        let mut plan = Self::default();
        if plane.is_none() {
            plan.pools(document, line, |process| process.map_or(has_boxes, |process| processes.contains(&process)));
        }
        plan.nodes(document, line, &processes, plane);
        let artifacts = document.artifacts.values().filter(|it| processes.contains(&it.process) && document.plane(it.parent) == plane);
        for artifact in artifacts {
            let holds = matches!(artifact.kind, ArtifactKind::Group { .. });
            plan.put(document, line, Subject::Artifact(artifact.id), None, holds.then_some(0.0));
        }
        plan
    }

    fn pools(&mut self, document: &Document, line: Line, is_here: impl Fn(Option<ProcessId>) -> bool) {
        let place = |subject| document.diagram.shapes.get(subject).map(|shape| shape.bounds);
        let here: BTreeMap<_, _> = document.pools.values().filter(|pool| is_here(pool.process)).map(|pool| (pool.id, pool)).collect();
        for pool in here.values() {
            let head = if pool.orientation == line.orientation { HEAD } else { 0.0 };
            self.put(document, line, Subject::Pool(pool.id), None, Some(head));
        }
        for lane in document.lanes.values() {
            let (Some(pool), Some(bounds)) = (here.get(&lane.pool), place(Subject::Lane(lane.id))) else { continue };
            let subject = Subject::Lane(lane.id);
            if pool.orientation != line.orientation {
                self.put_holder(line, subject, bounds, 0.0);
            } else if self.stretched.contains(&Subject::Pool(pool.id)) {
                // Lanes are as long as their pool, wherever the line crosses it.
                self.stretched.insert(subject);
            } else if self.moved.contains(&Subject::Pool(pool.id)) {
                self.moved.insert(subject);
            }
        }
    }

    fn nodes(&mut self, document: &Document, line: Line, processes: &BTreeSet<ProcessId>, plane: Option<NodeId>) {
        let is_open = |id: NodeId| {
            let is_sub_process = document.nodes.get(id).is_some_and(|node| matches!(node.kind, NodeKind::SubProcess { .. }));
            is_sub_process && !document.is_closed(id) && document.diagram.shapes.contains(Subject::Node(id))
        };
        let is_here = |node: &&FlowNode| processes.contains(&node.process) && document.plane(node.parent) == plane;
        for node in document.nodes.values().filter(is_here) {
            let anchor = node.kind.host().filter(|host| !is_open(*host)).map(Subject::Node);
            self.put(document, line, Subject::Node(node.id), anchor, is_open(node.id).then_some(0.0));
        }
    }

    /// Decides about a shape by its own place or by that of what it hangs on.
    fn put(&mut self, document: &Document, line: Line, subject: Subject, anchor: Option<Subject>, holds: Option<f64>) {
        let Some(bounds) = document.diagram.shapes.get(anchor.unwrap_or(subject)).map(|shape| shape.bounds) else { return };
        if let Some(head) = holds {
            return self.put_holder(line, subject, bounds, head);
        }
        let is_moved = line.is_beyond(bounds.centre());
        if is_moved {
            self.moved.insert(subject);
        }
        let is_at_edge = subject.node().and_then(|id| document.nodes.get(id)).is_some_and(|node| node.kind.host().is_some());
        if anchor.is_none() && !is_at_edge {
            if is_moved { self.comers.push((subject, bounds)) } else { self.stayers.push((subject, bounds)) }
        }
    }

    /// What ends at the line grows too, so that lanes stay without gaps.
    fn put_holder(&mut self, line: Line, subject: Subject, bounds: Bounds, head: f64) {
        let (low, high) = line.extent(bounds);
        if low >= line.at {
            self.moved.insert(subject);
            self.comers.push((subject, bounds));
        } else if high >= line.at {
            self.stretched.insert(subject);
            self.holders.push((subject, bounds, head));
        } else {
            self.stayers.push((subject, bounds));
        }
    }

    /// Nothing becomes smaller than it may be, comes to lie outside of what holds it, or upon something else.
    fn crushes_nothing(&self, line: Line) -> Result<(), Refusal> {
        if line.by >= 0.0 {
            return Ok(());
        }
        let near_stayers: Vec<_> = self.stayers.iter().filter(|(_, it)| line.extent(*it).1 + GAP > line.at + line.by).collect();
        let near_comers: Vec<_> = self.comers.iter().filter(|(_, it)| line.extent(*it).0 < line.at - line.by + GAP).collect();
        for (subject, bounds, head) in &self.holders {
            let (low, high) = line.extent(*bounds);
            if high - low + line.by < LEAST {
                return Err(Refusal::NoRoom(*subject));
            }
            let squeezed = near_stayers.iter().find(|(_, it)| bounds.encloses(*it) && line.extent(*it).1 + GAP > high + line.by);
            let pushed_out = near_comers.iter().find(|(_, it)| bounds.encloses(*it) && line.extent(*it).0 + line.by < low + head + GAP);
            if let Some((subject, _)) = squeezed.or(pushed_out) {
                return Err(Refusal::NoRoom(*subject));
            }
        }
        for (_, comer) in &near_comers {
            let (low, high) = line.extent(*comer);
            let is_hit = |it: Bounds| line.extent(it).1 + GAP > low + line.by && line.extent(it).0 < high && line.in_row(it, *comer);
            if let Some((subject, _)) = near_stayers.iter().find(|(_, it)| is_hit(*it) && !it.overlaps(*comer)) {
                return Err(Refusal::NoRoom(*subject));
            }
        }
        Ok(())
    }
}

/// The bends of a course go with their side of the line, where one of its ends goes and the other stays. Courses that
/// nobody drew are left to upkeep where room is taken, or where they would become slanted.
fn bend_courses(draft: &mut Draft, plan: &Plan, line: Line) {
    let connections = draft.document.diagram.edges.keys();
    let with_ends = connections.filter_map(|subject| Some((subject, ends(&draft.document, subject)?)));
    let split: Vec<_> = with_ends.filter(|(_, (from, to))| plan.moved.contains(from) != plan.moved.contains(to)).collect();
    for (subject, ends) in split {
        let Some(edge) = draft.document.diagram.edges.get(subject) else { continue };
        let waypoints = bent(&edge.waypoints, ends, plan, line);
        if !edge.is_manual && (line.by < 0.0 || !Segment::all(&waypoints).all(|piece| piece.is_level() || piece.is_upright())) {
            continue;
        }
        let label = edge.label.map(|label| if line.is_beyond(label.centre()) { label.moved(line.way()) } else { label });
        let is_manual = edge.is_manual;
        draft.document.diagram.edges.insert(subject, Edge { waypoints, label, is_manual });
    }
}

/// A course whose ends go with their shapes and whose bends go with their side of the line.
fn bent(waypoints: &[Point], (from, to): (Subject, Subject), plan: &Plan, line: Line) -> Vec<Point> {
    let last = waypoints.len().saturating_sub(1);
    let goes = |number: usize, point: Point| {
        let end = [(0, from), (last, to)].into_iter().find(|(place, _)| *place == number).map(|(_, end)| end);
        end.filter(|end| !plan.stretched.contains(end)).map_or_else(|| line.is_beyond(point), |end| plan.moved.contains(&end))
    };
    waypoints.iter().enumerate().map(|(number, point)| if goes(number, *point) { point.moved(line.way()) } else { *point }).collect()
}
