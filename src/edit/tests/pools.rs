//! Lanes added beside others, divided and put in another order; pools that turn and make way.

use super::fixture::{Sample, add, bounds, first, flow};
use crate::edit::*;
use crate::layout::auto::Extent;
use crate::model::*;

fn place(d: &Document, lane: LaneId) -> Bounds {
    bounds(d, Subject::Lane(lane))
}

fn frame(d: &Document, pool: PoolId) -> Bounds {
    bounds(d, Subject::Pool(pool))
}

/// Lanes of a pool in the order in which they lie, which must be without gaps.
fn in_order(d: &Document, pool: PoolId, parent: Option<LaneId>) -> Vec<LaneId> {
    let is_level = d.pools.get(pool).unwrap().orientation == Orientation::Horizontal;
    let across = |at: Bounds| if is_level { (at.y, at.bottom()) } else { (at.x, at.right()) };
    let mut lanes: Vec<LaneId> = d.lanes_in(pool, parent).map(|lane| lane.id).collect();
    lanes.sort_by(|a, b| across(place(d, *a)).0.total_cmp(&across(place(d, *b)).0));
    let round = parent.map_or_else(|| frame(d, pool), |lane| place(d, lane));
    let mut next = across(round).0;
    for lane in &lanes {
        assert!((across(place(d, *lane)).0 - next).abs() < 0.001, "no gap before {lane:?}");
        next = across(place(d, *lane)).1;
    }
    assert!((next - across(round).1).abs() < 0.001, "the last lane ends where the pool does");
    lanes
}

#[test]
fn a_lane_is_added_above_and_below_another() {
    let mut s = Sample::new();
    let [upper, lower] = s.lanes;
    let step = s.bounds(s.task);
    let beside =
        |s: &mut Sample, side| first!(flow(&mut s.editor, FlowCommand::AddLaneBeside { lane: upper, side, name: "Neu".into() }), Lane);
    let behind = beside(&mut s, Side::Behind);
    assert_eq!(in_order(s.document(), s.pool, None), [upper, behind, lower]);
    let before = beside(&mut s, Side::Before);
    assert_eq!(in_order(s.document(), s.pool, None), [before, upper, behind, lower]);
    assert_eq!(s.bounds(s.task), step.moved(Vector::new(0.0, 150.0)), "steps go on with their lane");
    assert_eq!(s.document().nodes.get(s.task).unwrap().lane, Some(upper));
}

#[test]
fn a_lane_is_divided_into_equal_parts_and_its_steps_stay() {
    let mut s = Sample::new();
    let (upper, step) = (place(s.document(), s.lanes[0]), s.bounds(s.task));
    let command = FlowCommand::Divide { pool: s.pool, lane: Some(s.lanes[0]), parts: 3, name: "Teil".into() };
    flow(&mut s.editor, command.clone());
    let parts = in_order(s.document(), s.pool, Some(s.lanes[0]));
    assert_eq!(parts.len(), 3);
    for part in &parts {
        assert!((place(s.document(), *part).height - upper.height / 3.0).abs() < 0.001);
    }
    assert_eq!(s.bounds(s.task), step);
    assert!(parts.contains(&s.document().nodes.get(s.task).unwrap().lane.unwrap()));
    assert_eq!(s.editor.apply(Command::Flow(command)), Err(Refusal::AlreadyDivided));
}

#[test]
fn lanes_change_their_order_with_what_is_in_them() {
    let mut s = Sample::new();
    let [upper, lower] = s.lanes;
    let (step, height) = (s.bounds(s.task), place(s.document(), lower).height);
    let whole = frame(s.document(), s.pool);
    s.flow(FlowCommand::MoveLane { lane: upper, to: 9 }).unwrap();
    assert_eq!(in_order(s.document(), s.pool, None), [lower, upper]);
    assert_eq!(frame(s.document(), s.pool), whole);
    assert_eq!(s.bounds(s.task), step.moved(Vector::new(0.0, height)));
    assert_eq!(s.document().nodes.get(s.task).unwrap().lane, Some(upper));
    assert!(bounds(s.document(), Subject::Node(s.boundary)).y > step.y + height);
    s.flow(FlowCommand::MoveLane { lane: upper, to: 0 }).unwrap();
    assert_eq!((in_order(s.document(), s.pool, None), s.bounds(s.task)), (vec![upper, lower], step));
}

#[test]
fn a_pool_turns_with_its_lanes_and_steps_as_one_step_back() {
    let mut s = Sample::new();
    let start = s.document().clone();
    let pool = s.document().pools.get(s.pool).unwrap().clone();
    let turned = Command::Put(Record::Pool(Pool { orientation: Orientation::Vertical, ..pool }));
    assert_eq!(s.editor.apply(turned).unwrap().name, CommandName::TurnPool);
    let d = s.document();
    assert_eq!(in_order(d, s.pool, None), s.lanes);
    let head = frame(d, s.pool);
    assert!(s.lanes.iter().all(|lane| place(d, *lane).y == head.y + 30.0), "heads lie at the top");
    assert!(s.bounds(s.start).bottom() < s.bounds(s.task).y && s.bounds(s.task).bottom() < s.bounds(s.gateway).y, "it runs down");
    assert_eq!(d.nodes.get(s.task).unwrap().lane, Some(s.lanes[0]));
    for other in [s.black_box, d.pool_of(s.other).unwrap()] {
        assert!(!frame(d, other).overlaps(head), "others have made way");
    }
    s.editor.undo();
    assert_eq!(*s.document(), start);
}

#[test]
fn pools_below_make_way_for_one_that_grows_and_push_on() {
    let mut s = Sample::new();
    let other = s.document().pool_of(s.other).unwrap();
    let gaps = |d: &Document| {
        let [a, b, c] = [s.pool, s.black_box, other].map(|pool| frame(d, pool));
        (b.y - a.bottom(), c.y - b.bottom())
    };
    let (before, inner) = (gaps(s.document()), s.bounds(s.other_task));
    let by = frame(s.document(), s.pool).bottom() - s.bounds(s.yes).bottom() + 300.0;
    s.editor.apply(Command::Flow(FlowCommand::Move { subjects: vec![Subject::Node(s.sub_process)], by: Vector::new(0.0, by) })).unwrap();
    assert_eq!(gaps(s.document()), before);
    assert!(s.bounds(s.other_task).y > inner.y + 200.0, "with what is in them");
}

#[test]
fn a_pool_that_does_not_reach_another_moves_nothing() {
    let mut s = Sample::new();
    let before = frame(s.document(), s.black_box);
    s.shift(s.end, 600.0, 0.0).unwrap();
    assert_eq!(frame(s.document(), s.black_box), before);
}

#[test]
fn a_second_pool_has_a_process_of_its_own() {
    let mut editor = Sample::new().editor;
    let at = Some(Point::new(0.0, 2000.0));
    let made = flow(
        &mut editor,
        FlowCommand::AddPool { content: PoolContent::NewProcess, name: "Kasse".into(), orientation: Orientation::Vertical, at },
    );
    let (process, pool) = (first!(made, Process), first!(made, Pool));
    assert_eq!(editor.document().processes.get(process).unwrap().name, "Kasse");
    let middle = frame(editor.document(), pool).centre();
    let main = editor.document().main_process;
    let step = add(&mut editor, main, NodeKind::Task, middle.x, middle.y);
    assert_eq!(editor.document().nodes.get(step).unwrap().process, process, "a step put there belongs to it");
}

#[test]
fn an_empty_pool_with_lanes_is_laid_out() {
    let mut editor = Editor::new(Document::empty("p", "P"));
    let process = editor.document().main_process;
    let content = PoolContent::Process(process);
    let pool = first!(
        flow(&mut editor, FlowCommand::AddPool { content, name: String::new(), orientation: Orientation::Horizontal, at: None }),
        Pool
    );
    flow(&mut editor, FlowCommand::Divide { pool, lane: None, parts: 2, name: "Bahn".into() });
    flow(&mut editor, FlowCommand::TidyUp { extent: Extent::Process(process), orientation: None });
    assert_eq!(in_order(editor.document(), pool, None).len(), 2);
}
