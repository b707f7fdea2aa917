//! What lies on top, what is seen, what a rubber band holds.

use super::*;
use crate::layout::fixture::Sketch;
use crate::model::{FlowId, LaneId, Orientation, PoolId};

struct Scene {
    sketch: Sketch,
    pool: PoolId,
    lane: LaneId,
    outer: NodeId,
    first: NodeId,
    second: NodeId,
    event: NodeId,
    flow: FlowId,
}

/// A pool with one lane; in it a sub-process with two steps and a flow, and an event at its edge.
fn scene() -> Scene {
    let mut sketch = Sketch::new();
    let pool = sketch.pool("Amt", Orientation::Horizontal);
    let lane = sketch.lane(pool, None, "Sachbearbeitung");
    let outer = sketch.node_in(NodeKind::SubProcess { is_event: false }, "", Some(lane), None);
    let first = sketch.node_in(NodeKind::Task, "", None, Some(outer));
    let second = sketch.node_in(NodeKind::Task, "", None, Some(outer));
    let event = sketch.boundary(outer);
    let flow = sketch.flow(first, second);
    sketch.draw(Subject::Pool(pool), Bounds::new(0.0, 0.0, 1000.0, 400.0));
    sketch.draw(Subject::Lane(lane), Bounds::new(30.0, 0.0, 970.0, 400.0));
    sketch.draw(Subject::Node(outer), Bounds::new(100.0, 50.0, 500.0, 200.0));
    sketch.place(first, 200.0, 150.0);
    sketch.place(second, 450.0, 150.0);
    sketch.place(event, 500.0, 250.0);
    sketch.course(flow, &[(270.0, 150.0), (380.0, 150.0)]);
    Scene { sketch, pool, lane, outer, first, second, event, flow }
}

#[test]
fn the_topmost_is_hit() {
    let scene = scene();
    let index = CanvasIndex::of(&scene.sketch.document);
    let at = |x, y| index.at(Point::new(x, y), 5.0);
    assert_eq!(at(10.0, 10.0), Some(Subject::Pool(scene.pool)));
    assert_eq!(at(50.0, 10.0), Some(Subject::Lane(scene.lane)));
    assert_eq!(at(110.0, 60.0), Some(Subject::Node(scene.outer)));
    assert_eq!(at(200.0, 150.0), Some(Subject::Node(scene.first)));
    assert_eq!(at(500.0, 245.0), Some(Subject::Node(scene.event)));
    assert_eq!(at(320.0, 154.0), Some(Subject::Flow(scene.flow)));
    assert_eq!(at(320.0, 156.0), Some(Subject::Node(scene.outer)));
    // The corner of the event's square lies outside its circle.
    assert_eq!(at(484.0, 234.0), Some(Subject::Node(scene.outer)));
    assert_eq!(at(-20.0, 10.0), None);
}

#[test]
fn everything_in_view_comes_in_drawing_order() {
    let scene = scene();
    let index = CanvasIndex::of(&scene.sketch.document);
    let Scene { pool, lane, outer, first, second, event, flow, .. } = scene;
    let nodes = [first, second].map(Subject::Node);
    let expected =
        [Subject::Pool(pool), Subject::Lane(lane), Subject::Node(outer), Subject::Node(event), Subject::Flow(flow), nodes[0], nodes[1]];
    assert_eq!(index.visible(Bounds::new(-10.0, -10.0, 2000.0, 2000.0)), expected);
    assert_eq!(index.visible(Bounds::new(-10.0, -10.0, 50.0, 50.0)), expected[..2]);
    assert_eq!(index.visible(Bounds::new(300.0, 140.0, 20.0, 20.0)), [expected[0], expected[1], expected[2], expected[4]]);
}

#[test]
fn a_rubber_band_takes_what_lies_wholly_inside() {
    let scene = scene();
    let index = CanvasIndex::of(&scene.sketch.document);
    let band = |x, y, width, height| index.inside(Bounds::new(x, y, width, height));
    assert_eq!(band(120.0, 100.0, 300.0, 100.0), [Subject::Flow(scene.flow), Subject::Node(scene.first)]);
    assert_eq!(band(140.0, 120.0, 50.0, 50.0), []);
}

#[test]
fn a_collapsed_sub_process_hides_its_content() {
    let mut scene = scene();
    scene.sketch.document.diagram.shapes.get_mut(Subject::Node(scene.outer)).unwrap().is_expanded = false;
    let index = CanvasIndex::of(&scene.sketch.document);
    assert_eq!(index.at(Point::new(200.0, 150.0), 5.0), Some(Subject::Node(scene.outer)));
    assert_eq!(index.at(Point::new(320.0, 150.0), 5.0), Some(Subject::Node(scene.outer)));
    assert_eq!(index.bounds(Subject::Node(scene.first)), None);
}

#[test]
fn moved_labels_belong_to_their_element() {
    let mut scene = scene();
    let label = Bounds::new(700.0, 300.0, 80.0, 20.0);
    scene.sketch.document.diagram.edges.get_mut(Subject::Flow(scene.flow)).unwrap().label = Some(label);
    let index = CanvasIndex::of(&scene.sketch.document);
    assert_eq!(index.at(label.centre(), 5.0), Some(Subject::Flow(scene.flow)));
    assert_eq!(index.at(Point::new(650.0, 250.0), 5.0), Some(Subject::Lane(scene.lane)));
    assert_eq!(index.connections_of(Subject::Node(scene.first)).collect::<Vec<_>>(), [Subject::Flow(scene.flow)]);
    assert_eq!(index.whole(), Some(Bounds::new(0.0, 0.0, 1000.0, 400.0)));
}
