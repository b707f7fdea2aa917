//! Layouts as numbers: straight paths, no overlaps, nodes in their lanes, nothing changes the second time.

#![expect(clippy::float_cmp, reason = "coordinates are multiples of five, which are exact")]

use super::*;
use crate::layout::course::Segment;
use crate::layout::fixture::Sketch;
use crate::model::{Artifact, ArtifactKind, Event, LaneId, NodeId, NodeKind};
use proptest::prelude::*;

const START: NodeKind = NodeKind::StartEvent { trigger: Event::None, is_interrupting: true };

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
fn only_the_process_and_its_connections_are_in_the_plan() {
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
    let plan = lay_out(&sketch.document, sketch.document.main_process);
    let subjects: Vec<Subject> = plan.shapes.keys().collect();
    assert_eq!(subjects, [Subject::Pool(pool), Subject::Lane(lane), Subject::Node(step)]);
    assert_eq!(plan.shapes.get(Subject::Pool(pool)).unwrap().bounds.corner(), Point::new(500.0, 300.0));
    let everything = lay_out_all(&sketch.document);
    let place = |pool| everything.shapes.get(Subject::Pool(pool)).unwrap().bounds;
    assert!(!place(pool).overlaps(place(other)));
    assert_eq!(place(pool).width, place(other).width);
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

#[derive(Clone, Debug)]
struct Graph {
    nodes: Vec<(u8, u8)>,
    flows: Vec<(usize, usize)>,
    is_vertical: bool,
}

fn graphs() -> impl Strategy<Value = Graph> {
    (2..28_usize).prop_flat_map(|count| {
        let nodes = prop::collection::vec((0..6_u8, 0..3_u8), count);
        let flows = prop::collection::vec((0..count, 0..count), 0..count + count / 3);
        (nodes, flows, any::<bool>()).prop_map(|(nodes, flows, is_vertical)| Graph { nodes, flows, is_vertical })
    })
}

fn sketch(graph: &Graph) -> (Sketch, Vec<NodeId>) {
    let mut sketch = Sketch::new();
    let orientation = if graph.is_vertical { Orientation::Vertical } else { Orientation::Horizontal };
    let pool = sketch.pool("Amt", orientation);
    let lanes: Vec<LaneId> = ["A", "B", "C"].map(|name| sketch.lane(pool, None, name)).to_vec();
    let mut nodes: Vec<NodeId> = Vec::new();
    for (kind, lane) in &graph.nodes {
        let host = nodes.last().copied().filter(|host| sketch.document.nodes.get(*host).unwrap().kind.is_activity());
        let lane = Some(lanes[*lane as usize]);
        nodes.push(match (kind, host) {
            (0, _) => sketch.node_in(START, "", lane, None),
            (1 | 2, _) => sketch.node_in(NodeKind::ExclusiveGateway, "Was?", lane, None),
            (3, Some(host)) => sketch.boundary(host),
            _ => sketch.node_in(NodeKind::Task, "", lane, None),
        });
    }
    for (from, to) in &graph.flows {
        let is_event = sketch.document.nodes.get(nodes[*to]).unwrap().kind.host().is_some();
        if !is_event {
            sketch.flow_named(nodes[*from], nodes[*to], if from < to { "ja" } else { "" });
        }
    }
    (sketch, nodes)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_layout_is_sound_and_stable(graph in graphs()) {
        let (sketch, nodes) = sketch(&graph);
        let plan = lay_out_all(&sketch.document);
        let document = drawn(&sketch.document, &plan);
        prop_assert!(crate::model::undrawn(&document).is_empty());
        for (index, node) in nodes.iter().enumerate() {
            let node = document.nodes.get(*node).unwrap();
            if node.kind.host().is_some() {
                continue;
            }
            let place = bounds(&plan, node.id);
            let lane = plan.shapes.get(Subject::Lane(node.lane.unwrap())).unwrap().bounds;
            prop_assert!(lane.encloses(place), "{:?} is not in {:?}", place, lane);
            for other in nodes.iter().skip(index + 1).filter(|other| document.nodes.get(**other).unwrap().kind.host().is_none()) {
                prop_assert!(!place.grown(10.0).overlaps(bounds(&plan, *other)));
            }
        }
        prop_assert_eq!(&lay_out_all(&document), &plan, "a second run changes something");
        prop_assert_eq!(&lay_out(&document, document.main_process), &plan, "one process is laid out otherwise");
    }

    #[test]
    fn no_flow_of_an_ordinary_procedure_runs_through_a_step(branches in prop::collection::vec((0..4_u8, 0..5_usize), 1..8)) {
        // A sequence of blocks: step, choice with skip, parallel branches, loop, step with a timer.
        let mut sketch = Sketch::new();
        let mut last = sketch.node(START, "");
        for (kind, length) in branches {
            let first = sketch.node(NodeKind::ExclusiveGateway, "");
            let join = sketch.node(NodeKind::ExclusiveGateway, "");
            sketch.flow(last, first);
            let mut at = first;
            for _ in 0..=length {
                let step = sketch.task("");
                sketch.flow(at, step);
                at = step;
            }
            sketch.flow(at, join);
            match kind {
                0 => { sketch.flow(first, join); }
                1 => { sketch.flow(join, first); }
                2 => { let other = sketch.task(""); sketch.flow(first, other); sketch.flow(other, join); }
                _ => { let timer = sketch.boundary(at); let late = sketch.task(""); sketch.flow(timer, late); }
            }
            last = join;
        }
        let plan = lay_out_all(&sketch.document);
        for (edge, course) in plan.edges.iter() {
            for (shape, place) in plan.shapes.iter() {
                let meets = Segment::all(&course.waypoints).any(|segment| segment.enters(place.bounds.grown(-0.5)));
                let own = crate::layout::connection::ends(&sketch.document, edge).unwrap();
                let host = own.0.node().and_then(|event| sketch.document.nodes.get(event)).and_then(|event| event.kind.host());
                let is_own = shape == own.0 || shape == own.1 || host.map(Subject::Node) == Some(shape);
                prop_assert!(is_own || !meets, "{:?} runs through {:?}", course.waypoints, place.bounds);
            }
        }
    }
}
