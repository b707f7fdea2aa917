//! Layouts of graphs at random: sound, stable, nothing through a step.

use super::*;
use crate::layout::course::Segment;
use crate::layout::fixture::{shared_length, tangles};
use crate::model::{Edge, LaneId};
use proptest::prelude::*;

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
        prop_assert_eq!(&lay_out_main(&document, None), &plan, "one process is laid out otherwise");
    }

    #[test]
    fn a_second_layout_of_some_nodes_changes_nothing(graph in graphs(), step in 2..4_usize) {
        let (sketch, nodes) = sketch(&graph);
        let document = drawn(&sketch.document, &lay_out_all(&sketch.document));
        let some: Vec<NodeId> = nodes.iter().copied().step_by(step).collect();
        let extent = Extent::Nodes(some);
        match lay_out(&document, &extent, None, &Progress::default()) {
            Ok(plan) => {
                for (subject, shape) in plan.shapes.iter() {
                    let Some(node) = subject.node().and_then(|node| document.nodes.get(node)).filter(|it| it.kind.host().is_none()) else { continue };
                    let lane = document.diagram.shapes.get(Subject::Lane(node.lane.unwrap())).unwrap().bounds;
                    let across = if graph.is_vertical { (lane.x, lane.right(), shape.bounds.x, shape.bounds.right()) }
                        else { (lane.y, lane.bottom(), shape.bounds.y, shape.bounds.bottom()) };
                    prop_assert!(across.0 <= across.2 && across.3 <= across.1, "{:?} left {:?}", shape.bounds, lane);
                }
                let again = drawn(&document, &plan);
                prop_assert_eq!(lay_out(&again, &extent, None, &Progress::default()), Ok(plan));
            }
            Err(Stopped::Narrow { by, .. }) => prop_assert!(by > 0.0),
            Err(Stopped::Cancelled) => prop_assert!(false, "nobody cancelled"),
        }
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
        let ends = |edge| crate::layout::connection::ends(&sketch.document, edge).unwrap();
        let courses: Vec<(Subject, &Edge)> = plan.edges.iter().collect();
        for (index, (edge, course)) in courses.iter().enumerate() {
            for (other_edge, other) in &courses[index + 1..] {
                let ((from, to), (other_from, other_to)) = (ends(*edge), ends(*other_edge));
                if from == other_from || to == other_to {
                    continue;
                }
                let runs_upon = |a: Segment| Segment::all(&other.waypoints).any(|b| shared_length(a, b, 4.0) > 1.0);
                prop_assert!(!Segment::all(&course.waypoints).any(runs_upon), "{:?} runs upon {:?}", course.waypoints, other.waypoints);
            }
        }
    }

    #[test]
    fn ways_out_of_a_gateway_have_corners_of_their_own(choices in prop::collection::vec((2..5_u8, 0..3_usize, any::<bool>()), 1..5)) {
        // A sequence of choices with two to four ways, one of which may lead past the steps; behind some the ways come together.
        let mut sketch = Sketch::new();
        let mut last = sketch.node(START, "");
        for (ways, length, comes_together) in choices {
            let choice = sketch.node(NodeKind::ExclusiveGateway, "");
            let join = sketch.node(NodeKind::ExclusiveGateway, "");
            sketch.flow(last, choice);
            for way in 0..ways {
                let mut at = choice;
                for _ in 0..usize::from(way) * length {
                    let step = sketch.task("");
                    sketch.flow(at, step);
                    at = step;
                }
                if way == 0 || length > 0 && comes_together {
                    sketch.flow(at, join);
                } else {
                    let end = sketch.node(NodeKind::EndEvent(Event::None), "");
                    sketch.flow(at, end);
                }
            }
            last = join;
        }
        let document = drawn(&sketch.document, &lay_out_all(&sketch.document));
        prop_assert_eq!(tangles(&document), Vec::<String>::new());
    }
}
