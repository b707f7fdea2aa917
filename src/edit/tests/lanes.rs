//! Pools and lanes: they tile without gaps, and nothing lies outside.

use super::fixture::{Sample, bounds, first, flow};
use crate::edit::*;
use crate::model::*;

fn lane(s: &mut Sample, parent: Option<LaneId>, name: &str) -> LaneId {
    let command = FlowCommand::AddLane { pool: s.pool, parent, name: name.into(), role: Some(RoleKind::Caseworker) };
    first!(flow(&mut s.editor, command), Lane)
}

fn place(s: &Sample, lane: LaneId) -> Bounds {
    bounds(s.document(), Subject::Lane(lane))
}

fn pool(s: &Sample) -> Bounds {
    bounds(s.document(), Subject::Pool(s.pool))
}

/// The lanes of a pool lie below each other without gaps, as broad as the pool without its head.
fn tiles(s: &Sample) {
    let frame = pool(s);
    let mut lanes: Vec<Bounds> = s.document().lanes_in(s.pool, None).map(|lane| place(s, lane.id)).collect();
    lanes.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut y = frame.y;
    for lane in lanes {
        assert_eq!((lane.x, lane.y, lane.right()), (frame.x + 30.0, y, frame.right()));
        y = lane.bottom();
    }
    assert_eq!(y, frame.bottom());
    let main = s.document().main_process;
    for node in s.document().children(main, None) {
        assert!(frame.encloses(s.bounds(node.id)), "{:?} in {frame:?}", s.bounds(node.id));
    }
}

#[test]
fn the_first_lane_fills_the_pool_and_others_come_below() {
    let s = Sample::new();
    tiles(&s);
    assert_eq!(place(&s, s.lanes[1]).height, 150.0);
    assert!(place(&s, s.lanes[0]).height > 150.0);
    assert_eq!(s.document().nodes.get(s.task).unwrap().lane, Some(s.lanes[0]));
    assert_eq!(s.document().role_of(s.inner).unwrap().name, "Antragstelle");
}

#[test]
fn a_role_of_the_same_name_and_kind_is_taken() {
    let mut s = Sample::new();
    let count = s.document().roles.len();
    lane(&mut s, None, "Antragstelle");
    assert_eq!(s.document().roles.len(), count);
}

#[test]
fn a_step_moved_to_another_lane_belongs_to_it() {
    let mut s = Sample::new();
    let by = place(&s, s.lanes[1]).centre().y - s.bounds(s.yes).centre().y;
    s.shift(s.yes, 0.0, by).unwrap();
    assert_eq!(s.document().nodes.get(s.yes).unwrap().lane, Some(s.lanes[1]));
    tiles(&s);
}

#[test]
fn a_pool_grows_with_what_is_moved_over_its_edge() {
    let mut s = Sample::new();
    for (x, y) in [(900.0, 0.0), (0.0, 900.0), (-3000.0, 0.0), (0.0, -2000.0)] {
        s.shift(s.yes, x, y).unwrap();
        tiles(&s);
    }
}

#[test]
fn lanes_in_a_lane_push_the_others_on_with_their_content() {
    let mut s = Sample::new();
    let by = place(&s, s.lanes[1]).centre().y - s.bounds(s.yes).centre().y;
    s.shift(s.yes, 0.0, by).unwrap();
    let (yes, lower) = (s.bounds(s.yes), place(&s, s.lanes[1]));
    let outer = s.lanes[0];
    let upper = lane(&mut s, Some(outer), "Innen");
    assert_eq!(place(&s, upper).height, place(&s, s.lanes[0]).height);
    assert_eq!(s.document().nodes.get(s.task).unwrap().lane, Some(upper));
    assert_eq!(s.bounds(s.yes), yes);
    lane(&mut s, Some(outer), "Außen");
    assert_eq!(s.bounds(s.yes), yes.moved(Vector::new(0.0, 150.0)));
    assert_eq!(place(&s, s.lanes[1]).y, lower.y + 150.0);
    assert_eq!(s.document().nodes.get(s.yes).unwrap().lane, Some(s.lanes[1]));
    tiles(&s);
}

#[test]
fn the_border_between_lanes_moves_but_not_over_steps() {
    let mut s = Sample::new();
    let (upper, lower, frame) = (place(&s, s.lanes[0]), place(&s, s.lanes[1]), pool(&s));
    let resize =
        |s: &mut Sample, index: usize, bounds| s.flow(FlowCommand::Resize { subject: Subject::Lane(s.lanes[index]), bounds }).unwrap();
    resize(&mut s, 0, Bounds { height: upper.height + 40.0, ..upper });
    assert_eq!((place(&s, s.lanes[0]).height, place(&s, s.lanes[1]).height), (upper.height + 40.0, lower.height - 40.0));
    assert_eq!(pool(&s), frame);
    // The lower lane keeps its least breadth.
    resize(&mut s, 0, Bounds { height: upper.height + 500.0, ..upper });
    assert_eq!(place(&s, s.lanes[1]).height, 60.0);
    // The lowest border is that of the pool.
    let now = place(&s, s.lanes[1]);
    resize(&mut s, 1, Bounds { height: 200.0, ..now });
    assert_eq!(pool(&s).height, frame.height + 140.0);
    // Steps of the upper lane stop its border.
    let now = place(&s, s.lanes[0]);
    resize(&mut s, 0, Bounds { height: 80.0, ..now });
    let main = s.document().main_process;
    let in_upper = s.document().children(main, None).filter(|node| node.lane == Some(s.lanes[0]) && node.kind.host().is_none());
    let lowest = in_upper.map(|node| s.bounds(node.id).bottom()).fold(f64::MIN, f64::max);
    assert_eq!(place(&s, s.lanes[0]).bottom(), lowest + 10.0);
    tiles(&s);
}

#[test]
fn a_removed_lane_leaves_its_place_to_its_neighbour() {
    let mut s = Sample::new();
    let frame = pool(&s);
    s.editor.apply(Command::Remove(vec![Subject::Lane(s.lanes[0])])).unwrap();
    assert_eq!(place(&s, s.lanes[1]), Bounds { x: frame.x + 30.0, width: frame.width - 30.0, ..frame });
    assert_eq!(s.document().nodes.get(s.task).unwrap().lane, Some(s.lanes[1]));
    s.editor.apply(Command::Remove(vec![Subject::Lane(s.lanes[1])])).unwrap();
    assert_eq!((pool(&s), s.document().nodes.get(s.task).unwrap().lane), (frame, None));
}

#[test]
fn a_removed_pool_leaves_its_flow() {
    let mut s = Sample::new();
    s.editor.apply(Command::Remove(vec![Subject::Pool(s.pool)])).unwrap();
    let d = s.document();
    assert!(d.lanes.is_empty() && d.nodes.contains(s.task) && d.nodes.get(s.task).unwrap().lane.is_none());
}

#[test]
fn a_resized_pool_keeps_its_content() {
    let mut s = Sample::new();
    let frame = pool(&s);
    s.flow(FlowCommand::Resize { subject: Subject::Pool(s.pool), bounds: Bounds::new(frame.x, frame.y, 200.0, 100.0) }).unwrap();
    tiles(&s);
    s.flow(FlowCommand::Resize { subject: Subject::Pool(s.pool), bounds: frame.grown(70.0) }).unwrap();
    assert_eq!(pool(&s), frame.grown(70.0));
    tiles(&s);
}

#[test]
fn a_step_without_connections_goes_over_to_another_pool() {
    let mut s = Sample::new();
    let target = s.bounds(s.other_task).centre();
    let main = s.document().main_process;
    let lonely = super::fixture::add(&mut s.editor, main, NodeKind::Task, 400.0, 300.0);
    s.shift(lonely, target.x - 400.0 + 200.0, target.y - 300.0).unwrap();
    assert_eq!(s.document().nodes.get(lonely).unwrap().process, s.other);
    let by = target.y - s.bounds(s.yes).centre().y;
    assert_eq!(s.shift(s.yes, target.x + 200.0 - s.bounds(s.yes).centre().x, by), Err(Refusal::CrossesPool));
}

#[test]
fn lanes_of_a_pool_that_runs_down_stand_beside_each_other() {
    let mut editor = Editor::new(Document::empty("p", "P"));
    let process = editor.document().main_process;
    let at = Some(Point::new(0.0, 0.0));
    let pool = first!(
        flow(
            &mut editor,
            FlowCommand::AddPool { content: PoolContent::Process(process), name: String::new(), orientation: Orientation::Vertical, at }
        ),
        Pool
    );
    let mut lane = |name: &str| first!(flow(&mut editor, FlowCommand::AddLane { pool, parent: None, name: name.into(), role: None }), Lane);
    let (a, b) = (lane("A"), lane("B"));
    let d = editor.document();
    assert_eq!(bounds(d, Subject::Pool(pool)), Bounds::new(0.0, 0.0, 350.0, 600.0));
    assert_eq!(bounds(d, Subject::Lane(a)), Bounds::new(0.0, 30.0, 200.0, 570.0));
    assert_eq!(bounds(d, Subject::Lane(b)), Bounds::new(200.0, 30.0, 150.0, 570.0));
}
