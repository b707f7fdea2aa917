//! Which connections follow a moved shape, and how.

use super::*;
use crate::layout::fixture::Sketch;
use crate::model::{FlowId, NodeId};

/// Three steps in a row, joined by two flows.
fn row() -> (Sketch, [NodeId; 3], [FlowId; 2]) {
    let mut sketch = Sketch::new();
    let steps = ["a", "b", "c"].map(|name| sketch.task(name));
    for (step, x) in steps.into_iter().zip([0.0, 190.0, 380.0]) {
        sketch.place(step, x, 0.0);
    }
    let flows = [sketch.flow(steps[0], steps[1]), sketch.flow(steps[1], steps[2])];
    for flow in flows {
        sketch.lead(flow);
    }
    (sketch, steps, flows)
}

fn after_move(sketch: &Sketch, nodes: &[NodeId], by: Vector) -> Vec<(Subject, Edge)> {
    let before = sketch.document.clone();
    let mut after = before.clone();
    for node in nodes {
        let shape = after.diagram.shapes.get_mut(Subject::Node(*node)).unwrap();
        shape.bounds = shape.bounds.moved(by);
    }
    rerouted(&before, &after, &CanvasIndex::of(&before))
}

fn points(edge: &Edge) -> Vec<(f64, f64)> {
    edge.waypoints.iter().map(|point| (point.x, point.y)).collect()
}

#[test]
fn flows_of_a_moved_step_are_led_anew() {
    let (sketch, steps, flows) = row();
    let plan = after_move(&sketch, &steps[2..], Vector::new(0.0, 120.0));
    assert_eq!(plan.len(), 1);
    assert_eq!(plan[0].0, Subject::Flow(flows[1]));
    assert_eq!(points(&plan[0].1), [(260.0, 0.0), (285.0, 0.0), (285.0, 120.0), (310.0, 120.0)]);
}

#[test]
fn without_effort_left_a_course_goes_round_nothing() {
    let (mut sketch, steps, flows) = row();
    let between = sketch.task("d");
    sketch.place(between, 570.0, 0.0);
    let before = sketch.document.clone();
    let mut after = before.clone();
    let shape = after.diagram.shapes.get_mut(Subject::Node(steps[2])).unwrap();
    shape.bounds = shape.bounds.moved(Vector::new(380.0, 0.0));
    let led = |most| {
        let plan = rerouted_with(&before, &after, &CanvasIndex::of(&before), Effort::of(most));
        points(&plan.iter().find(|(subject, _)| *subject == Subject::Flow(flows[1])).unwrap().1)
    };
    assert_eq!(led(0), [(260.0, 0.0), (690.0, 0.0)], "straight through the step between");
    assert_eq!(led(1_000).len(), 4, "{:?}", led(1_000));
    assert_eq!(led(MOST_LOOKS), led(1_000));
}

#[test]
fn a_course_moves_along_with_both_ends() {
    let (mut sketch, steps, flows) = row();
    let edge = sketch.document.diagram.edges.get_mut(Subject::Flow(flows[1])).unwrap();
    edge.is_manual = true;
    edge.label = Some(Bounds::new(270.0, -20.0, 30.0, 16.0));
    let plan = after_move(&sketch, &steps[1..], Vector::new(10.0, 300.0));
    let (_, moved) = plan.iter().find(|(subject, _)| *subject == Subject::Flow(flows[1])).unwrap();
    assert_eq!(points(moved), [(270.0, 300.0), (320.0, 300.0)]);
    assert_eq!(moved.label, Some(Bounds::new(280.0, 280.0, 30.0, 16.0)));
    assert!(moved.is_manual);
}

#[test]
fn a_step_put_upon_a_foreign_flow_pushes_it_aside() {
    let (mut sketch, _, flows) = row();
    let loose = sketch.task("d");
    sketch.place(loose, 285.0, 300.0);
    // A small event fits between the steps but stands upon the line.
    sketch.draw(Subject::Node(loose), Bounds::new(275.0, 300.0, 20.0, 20.0));
    assert_eq!(after_move(&sketch, &[loose], Vector::new(0.0, -150.0)), []);
    let plan = after_move(&sketch, &[loose], Vector::new(0.0, -310.0));
    assert_eq!(plan.iter().map(|(subject, _)| *subject).collect::<Vec<_>>(), [Subject::Flow(flows[1])]);
    let stands = Bounds::new(275.0, -10.0, 20.0, 20.0);
    assert!(Segment::all(&plan[0].1.waypoints).all(|segment| !segment.enters(stands)), "{plan:?}");
}

#[test]
fn a_course_drawn_by_hand_keeps_its_inner_points() {
    let (mut sketch, steps, flows) = row();
    sketch.course(flows[1], &[(190.0, 40.0), (190.0, 200.0), (380.0, 200.0), (380.0, 40.0)]);
    sketch.document.diagram.edges.get_mut(Subject::Flow(flows[1])).unwrap().is_manual = true;
    let redocked = |by| points(&after_move(&sketch, &steps[2..], by)[0].1);
    // Still above the inner point: docked where the line meets the side.
    assert_eq!(redocked(Vector::new(30.0, 10.0)), [(190.0, 40.0), (190.0, 200.0), (380.0, 200.0), (380.0, 50.0)]);
    // Far to the right: the last piece keeps its direction and gets a bend.
    assert_eq!(redocked(Vector::new(200.0, 0.0)), [(190.0, 40.0), (190.0, 200.0), (380.0, 200.0), (380.0, 0.0), (510.0, 0.0)]);
}
