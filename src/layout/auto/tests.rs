//! Layouts as numbers: straight paths, no overlaps, nodes in their lanes, nothing changes the second time.

#![expect(clippy::float_cmp, reason = "coordinates are multiples of five, which are exact")]

use super::*;
use crate::layout::course::Segment;
use crate::layout::fixture::{Sketch, shared_length};
use crate::model::{Artifact, ArtifactKind, Event, NodeId, NodeKind, PoolId};

mod random;

const START: NodeKind = NodeKind::StartEvent { trigger: Event::None, is_interrupting: true };

fn lay_out_all(document: &Document) -> Diagram {
    lay_out(document, &Extent::Everything, None, &Progress::default()).unwrap()
}

fn lay_out_main(document: &Document, orientation: Option<Orientation>) -> Diagram {
    lay_out(document, &Extent::Process(document.main_process), orientation, &Progress::default()).unwrap()
}

fn bounds(plan: &Diagram, node: NodeId) -> Bounds {
    plan.shapes.get(Subject::Node(node)).unwrap().bounds
}

/// The document with the plan drawn.
fn drawn(document: &Document, plan: &Diagram) -> Document {
    let mut document = document.clone();
    plan.shapes.iter().for_each(|(subject, shape)| document.diagram.shapes.insert(subject, shape.clone()));
    plan.edges.iter().for_each(|(subject, edge)| document.diagram.edges.insert(subject, edge.clone()));
    document
}

#[test]
fn the_longest_way_is_one_straight_row_on_the_grid() {
    let mut sketch = Sketch::new();
    let [a, b, c, aside] = ["a", "b", "c", "aside"].map(|name| sketch.task(name));
    let start = sketch.node(START, "");
    let choice = sketch.node(NodeKind::ExclusiveGateway, "");
    let end = sketch.node(NodeKind::EndEvent(Event::None), "");
    for (from, to) in [(start, a), (a, choice), (choice, aside), (choice, b), (b, c), (c, end)] {
        sketch.flow(from, to);
    }
    let plan = lay_out_all(&sketch.document);
    let middle = |node| bounds(&plan, node).centre();
    for node in [a, choice, b, c, end] {
        assert_eq!(middle(node).y, middle(start).y);
    }
    assert_eq!(middle(aside).y, middle(start).y + 120.0);
    assert_eq!(middle(c).x - middle(b).x, 190.0);
    assert_eq!(middle(b).x, middle(aside).x);
    let straight = plan.edges.values().filter(|edge| edge.waypoints.len() == 2).count();
    assert_eq!(straight, 5);
}

#[test]
fn a_correction_loop_runs_back_beside_the_flow() {
    let mut sketch = Sketch::new();
    let start = sketch.node(START, "");
    let [check, correct, decide] = ["check", "correct", "decide"].map(|name| sketch.task(name));
    let choice = sketch.node(NodeKind::ExclusiveGateway, "");
    for (from, to) in [(start, check), (check, choice), (choice, correct), (choice, decide)] {
        sketch.flow(from, to);
    }
    let back = sketch.flow(correct, check);
    let plan = lay_out_all(&sketch.document);
    assert_eq!(bounds(&plan, correct).centre().x, bounds(&plan, choice).centre().x);
    assert_ne!(bounds(&plan, correct).centre().y, bounds(&plan, choice).centre().y);
    assert_eq!(plan.edges.get(Subject::Flow(back)).unwrap().waypoints.len(), 3);
}

#[test]
fn there_and_back_between_two_steps_are_two_lines() {
    let mut sketch = Sketch::new();
    let start = sketch.node(START, "");
    let [check, ask, decide] = ["check", "ask", "decide"].map(|name| sketch.task(name));
    sketch.flow(start, check);
    sketch.flow(check, decide);
    let (there, back) = (sketch.flow(check, ask), sketch.flow(ask, check));
    let plan = lay_out_all(&sketch.document);
    let course = |flow| plan.edges.get(Subject::Flow(flow)).unwrap().waypoints.as_slice();
    let upon = |a| Segment::all(course(back)).map(|b| shared_length(a, b, 1.0)).fold(0.0, f64::max);
    let longest = Segment::all(course(there)).map(upon).fold(0.0, f64::max);
    assert_eq!(longest, 0.0, "{:?} {:?}", course(there), course(back));
    assert_ne!(course(there).first(), course(back).last());
    assert_ne!(course(there).last(), course(back).first());
}

#[test]
fn a_sub_process_grows_round_its_content() {
    let mut sketch = Sketch::new();
    let outer = sketch.node(NodeKind::SubProcess { is_event: false }, "");
    let inner: Vec<NodeId> = (0..4).map(|_| sketch.node_in(NodeKind::Task, "", None, Some(outer))).collect();
    inner.windows(2).for_each(|pair| {
        sketch.flow(pair[0], pair[1]);
    });
    let next = sketch.task("");
    sketch.flow(outer, next);
    let plan = lay_out_all(&sketch.document);
    for node in inner {
        assert!(bounds(&plan, outer).grown(-20.0).encloses(bounds(&plan, node)));
    }
    assert_eq!(bounds(&plan, outer).width, 4.0 * 140.0 + 3.0 * 50.0 + 60.0);
    assert!(bounds(&plan, outer).right() < bounds(&plan, next).x);
}

#[test]
fn what_an_edge_event_leads_to_stands_below_its_host() {
    let mut sketch = Sketch::new();
    let [first, second, late] = ["", "", ""].map(|name| sketch.task(name));
    let timer = sketch.boundary(first);
    sketch.flow(first, second);
    let escalation = sketch.flow(timer, late);
    let plan = lay_out_all(&sketch.document);
    assert_eq!(bounds(&plan, timer).centre().y, bounds(&plan, first).bottom());
    assert!(bounds(&plan, late).y > bounds(&plan, first).bottom());
    let course = &plan.edges.get(Subject::Flow(escalation)).unwrap().waypoints;
    assert_eq!(course[0], Point::new(bounds(&plan, timer).centre().x, bounds(&plan, timer).bottom()));
    assert!(course[1].y > course[0].y);
}

#[test]
fn black_boxes_are_as_wide_as_the_only_process_that_has_a_pool_and_stand_apart_from_it() {
    let mut sketch = Sketch::new();
    let pool = sketch.pool("Amt", Orientation::Horizontal);
    let lane = sketch.lane(pool, None, "Eingang");
    let step = sketch.node_in(NodeKind::Task, "", Some(lane), None);
    let other: PoolId = sketch.document.new_id();
    let black_box = crate::model::Pool {
        id: other,
        key: "b".into(),
        name: "B".into(),
        process: None,
        role: None,
        orientation: Orientation::Horizontal,
    };
    sketch.document.pools.insert(other, black_box);
    sketch.draw(Subject::Pool(pool), Bounds::new(500.0, 300.0, 10.0, 10.0));
    let plan = lay_out_main(&sketch.document, None);
    let subjects: Vec<Subject> = plan.shapes.keys().collect();
    assert_eq!(subjects, [Subject::Pool(pool), Subject::Pool(other), Subject::Lane(lane), Subject::Node(step)]);
    let place = |pool| plan.shapes.get(Subject::Pool(pool)).unwrap().bounds;
    assert_eq!(place(pool).corner(), Point::new(500.0, 300.0));
    assert!(place(other).y > place(pool).bottom());
    assert_eq!(place(pool).width, place(other).width);
    assert_eq!(lay_out_main(&drawn(&sketch.document, &plan), None), plan, "a second run changes nothing");
}

#[test]
fn a_group_goes_round_what_it_held() {
    let mut sketch = Sketch::new();
    let [first, second] = ["", ""].map(|name| sketch.task(name));
    sketch.flow(first, second);
    sketch.place(first, 700.0, 700.0);
    sketch.place(second, 100.0, 100.0);
    let group = sketch.document.new_id();
    let process = sketch.document.main_process;
    let artifact = Artifact { id: group, process, parent: None, kind: ArtifactKind::Group { name: String::new() } };
    sketch.document.artifacts.insert(group, artifact);
    sketch.draw(Subject::Artifact(group), Bounds::new(0.0, 0.0, 300.0, 300.0));
    let plan = lay_out_all(&sketch.document);
    assert_eq!(plan.shapes.get(Subject::Artifact(group)).unwrap().bounds, bounds(&plan, second).grown(20.0));
}

#[test]
fn lanes_without_steps_are_laid_out() {
    let mut sketch = Sketch::new();
    let pool = sketch.pool("Amt", Orientation::Horizontal);
    let lanes = ["A", "B"].map(|name| sketch.lane(pool, None, name));
    let plan = lay_out_all(&sketch.document);
    let place = |lane| plan.shapes.get(Subject::Lane(lane)).unwrap().bounds;
    assert_eq!(place(lanes[0]).bottom(), place(lanes[1]).y);
    assert!(place(lanes[0]).height >= 60.0 && place(lanes[1]).height >= 60.0);
}

#[test]
fn a_lane_in_a_lane_lies_in_it() {
    for orientation in [Orientation::Horizontal, Orientation::Vertical] {
        let mut sketch = Sketch::new();
        let pool = sketch.pool("Amt", orientation);
        let outer = sketch.lane(pool, None, "Abteilung");
        let inner = ["A", "B"].map(|name| sketch.lane(pool, Some(outer), name));
        let nodes = inner.map(|lane| sketch.node_in(NodeKind::Task, "", Some(lane), None));
        sketch.flow(nodes[0], nodes[1]);
        let plan = lay_out_all(&sketch.document);
        let place = |subject| plan.shapes.get(subject).unwrap().bounds;
        assert!(place(Subject::Pool(pool)).encloses(place(Subject::Lane(outer))));
        for (lane, node) in inner.into_iter().zip(nodes) {
            assert!(place(Subject::Lane(outer)).encloses(place(Subject::Lane(lane))));
            assert!(place(Subject::Lane(lane)).encloses(bounds(&plan, node)));
        }
        assert!(!place(Subject::Lane(inner[0])).overlaps(place(Subject::Lane(inner[1]))));
    }
}

#[test]
fn a_process_without_pool_can_run_downwards_and_does_so_from_then_on() {
    let mut sketch = Sketch::new();
    let start = sketch.node(START, "");
    let [a, b, c] = ["a", "b", "c"].map(|name| sketch.task(name));
    let choice = sketch.node(NodeKind::ExclusiveGateway, "");
    for (from, to) in [(start, a), (a, choice), (choice, b), (choice, c)] {
        sketch.flow(from, to);
    }
    let document = drawn(&sketch.document, &lay_out_all(&sketch.document));
    let plan = lay_out_main(&document, Some(Orientation::Vertical));
    for (before, after) in [(start, a), (a, choice), (choice, b)] {
        assert_eq!(bounds(&plan, before).centre().x, bounds(&plan, after).centre().x);
        assert!(bounds(&plan, before).bottom() < bounds(&plan, after).y);
    }
    assert!(bounds(&plan, c).x > bounds(&plan, b).right());
    let document = drawn(&document, &plan);
    assert_eq!(lay_out_main(&document, None), plan);
    let level = lay_out_main(&document, Some(Orientation::Horizontal));
    assert_eq!(bounds(&level, start).centre().y, bounds(&level, b).centre().y);
}

#[test]
fn pools_that_are_turned_are_put_beside_each_other() {
    let mut sketch = Sketch::new();
    let pool = sketch.pool("Amt", Orientation::Horizontal);
    let lanes = ["A", "B"].map(|name| sketch.lane(pool, None, name));
    let nodes = lanes.map(|lane| sketch.node_in(NodeKind::Task, "", Some(lane), None));
    sketch.flow(nodes[0], nodes[1]);
    let other: PoolId = sketch.document.new_id();
    let row = crate::model::Pool {
        id: other,
        key: "b".into(),
        name: "B".into(),
        process: None,
        role: None,
        orientation: Orientation::Horizontal,
    };
    sketch.document.pools.insert(other, row);
    let document = drawn(&sketch.document, &lay_out_all(&sketch.document));
    let plan = lay_out_main(&document, Some(Orientation::Vertical));
    let place = |subject| plan.shapes.get(subject).unwrap().bounds;
    let (mine, theirs) = (place(Subject::Pool(pool)), place(Subject::Pool(other)));
    assert!(mine.height > mine.width && theirs.height > theirs.width);
    assert!(mine.right() < theirs.x || theirs.right() < mine.x);
    assert!(place(Subject::Lane(lanes[0])).right() <= place(Subject::Lane(lanes[1])).x);
    assert!(bounds(&plan, nodes[0]).bottom() < bounds(&plan, nodes[1]).y);
}

#[test]
fn some_nodes_are_laid_out_where_nothing_else_stands() {
    let mut sketch = Sketch::new();
    let [a, b, c, other] = ["a", "b", "c", "other"].map(|name| sketch.task(name));
    sketch.flow(a, b);
    sketch.flow(b, c);
    for (node, x, y) in [(a, 0.0, 0.0), (b, 30.0, 200.0), (c, 400.0, 40.0), (other, 190.0, 100.0)] {
        sketch.place(node, x, y);
    }
    let extent = Extent::Nodes(vec![a, b, c]);
    let plan = lay_out(&sketch.document, &extent, None, &Progress::default()).unwrap();
    assert_eq!(plan.shapes.keys().collect::<Vec<_>>(), [a, b, c].map(Subject::Node));
    assert_eq!(bounds(&plan, a).centre().y, bounds(&plan, c).centre().y);
    assert_eq!(bounds(&plan, b).centre().x, bounds(&plan, a).centre().x + 190.0);
    let stays = sketch.document.diagram.shapes.get(Subject::Node(other)).unwrap().bounds;
    assert!([a, b, c].iter().all(|node| !bounds(&plan, *node).grown(9.0).overlaps(stays)));
    let document = drawn(&sketch.document, &plan);
    assert_eq!(lay_out(&document, &extent, None, &Progress::default()), Ok(plan));
}

#[test]
fn a_cancelled_layout_is_none() {
    let mut sketch = Sketch::new();
    let [a, b] = ["a", "b"].map(|name| sketch.task(name));
    sketch.flow(a, b);
    let progress = Progress::default();
    progress.cancel();
    assert_eq!(lay_out(&sketch.document, &Extent::Everything, None, &progress), Err(Stopped::Cancelled));
}
