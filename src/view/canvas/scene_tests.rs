//! The scene that follows a gesture is the one that is made anew.

use crate::drawing::scene::Scene;
use crate::edit::tests::walks;
use crate::edit::{Command, Editor, FlowCommand, Holder};
use crate::model::{Bounds, Document, Event, FlowNode, NodeId, NodeKind, Point, Shape, Subject, Vector};

/// Five steps in a row, the last two in a sub-process; all nodes in the order in which they were made.
fn drawn() -> (Editor, Vec<Subject>) {
    let mut editor = Editor::new(Document::empty("a", "A"));
    let process = editor.document().main_process;
    let mut nodes = Vec::new();
    let mut add = |kind: NodeKind, x: f64, y: f64| {
        let command = FlowCommand::AddNode { process, kind, name: format!("Knoten {x}"), at: Point::new(x, y) };
        nodes.push(editor.apply(Command::Flow(command)).unwrap().created[0]);
    };
    add(NodeKind::StartEvent { trigger: Event::None, is_interrupting: true }, 100.0, 100.0);
    add(NodeKind::UserTask, 300.0, 100.0);
    add(NodeKind::ExclusiveGateway, 500.0, 100.0);
    add(NodeKind::SubProcess { is_event: false }, 900.0, 100.0);
    add(NodeKind::UserTask, 850.0, 110.0);
    for pair in nodes[..4].windows(2) {
        editor.apply(Command::Flow(FlowCommand::Connect { from: pair[0], to: pair[1] })).unwrap();
    }
    (editor, nodes)
}

fn assert_same(kept: &Scene, document: &Document) {
    let mut anew = Scene::default();
    anew.update(document, document.main_process);
    let items = |scene: &Scene| scene.items().iter().map(|item| format!("{item:?}")).collect::<Vec<_>>();
    assert_eq!(items(kept), items(&anew));
    assert_eq!(kept.content(), anew.content());
    for step in 0..40 {
        let area = Bounds::new(f64::from(step % 8) * 200.0 - 200.0, f64::from(step / 8) * 150.0 - 300.0, 150.0, 120.0);
        let seen = |scene: &Scene| scene.within(area).iter().map(|item| item.subject).collect::<Vec<_>>();
        assert_eq!(seen(kept), seen(&anew), "{area:?}");
    }
}

#[test]
fn a_scene_follows_a_gesture() {
    let (mut editor, nodes) = drawn();
    let process = editor.document().main_process;
    let mut scene = Scene::default();
    scene.update(editor.shown(), process);
    let is_there = |scene: &Scene| scene.get(nodes[4]).is_some();
    for (subject, by) in [(nodes[1], Vector::new(30.0, 250.0)), (nodes[3], Vector::new(100.0, 40.0)), (nodes[4], Vector::new(10.0, 10.0))] {
        editor.preview(Holder(1), Command::Flow(FlowCommand::Move { subjects: vec![subject], by })).unwrap();
        scene.update(editor.shown(), process);
        assert_same(&scene, editor.shown());
    }
    editor.cancel();
    scene.update(editor.shown(), process);
    assert_same(&scene, editor.shown());
    assert!(is_there(&scene));
    let Subject::Node(node) = nodes[3] else { panic!() };
    editor.apply(Command::Flow(FlowCommand::SetExpanded { node, is_expanded: false })).unwrap();
    scene.update(editor.shown(), process);
    assert_same(&scene, editor.shown());
    assert!(!is_there(&scene));
}

#[test]
fn a_scene_follows_random_walks() {
    for seed in 0..12 {
        let mut scene = Scene::default();
        for document in walks::passed(seed, 60) {
            scene.update(&document, document.main_process);
            assert_same(&scene, &document);
            for item in scene.items() {
                assert_eq!(scene.get(item.subject).map(|found| found.subject), Some(item.subject));
            }
        }
    }
}

#[test]
fn a_scene_follows_when_much_comes_moves_and_goes() {
    let (editor, nodes) = drawn();
    let Subject::Node(pattern) = nodes[1] else { panic!() };
    let mut document = Document::clone(editor.document());
    let mut scene = Scene::default();
    scene.update(&document, document.main_process);
    let row = document.nodes.get(pattern).unwrap().clone();
    let shape = document.diagram.shapes.get(nodes[1]).unwrap().clone();
    let new: Vec<NodeId> = (1..400).map(|number| NodeId(1_000 + number)).collect();
    for (id, x) in new.iter().zip(0..) {
        document.nodes.insert(*id, FlowNode { id: *id, ..row.clone() });
        let bounds = shape.bounds.moved(Vector::new(f64::from(x % 20) * 110.0 - 500.0, f64::from(x / 20) * 90.0 - 400.0));
        document.diagram.shapes.insert(Subject::Node(*id), Shape { bounds, ..shape.clone() });
    }
    scene.update(&document, document.main_process);
    assert_same(&scene, &document);
    for id in &new {
        document.diagram.shapes.get_mut(Subject::Node(*id)).unwrap().bounds.x += 70.0;
    }
    scene.update(&document, document.main_process);
    assert_same(&scene, &document);
    for id in new.iter().skip(1).step_by(2) {
        document.nodes.remove(*id);
        document.diagram.shapes.remove(Subject::Node(*id));
    }
    scene.update(&document, document.main_process);
    assert_same(&scene, &document);
    scene.update(editor.document(), document.main_process);
    assert_same(&scene, editor.document());
}
