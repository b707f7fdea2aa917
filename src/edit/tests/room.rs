//! Making room and taking it away.

use super::fixture::{Sample, add, append, bounds, flow};
use crate::edit::*;
use crate::model::*;

fn make(s: &mut Sample, from: Point, x: f64, y: f64) -> Result<(), Refusal> {
    let process = s.document().main_process;
    s.flow(FlowCommand::MakeRoom { process, from, by: Vector::new(x, y) }).map(drop)
}

#[test]
fn what_lies_beyond_moves_and_what_holds_it_grows() {
    let mut s = Sample::new();
    let d = s.document().clone();
    let line = Point::new(s.bounds(s.gateway).x - 5.0, 0.0);
    make(&mut s, line, 100.0, 3.0).unwrap();
    let by = Vector::new(100.0, 0.0);
    let old = |node| bounds(&d, Subject::Node(node));
    for stays in [s.start, s.task, s.boundary] {
        assert_eq!(s.bounds(stays), old(stays));
    }
    for goes in [s.gateway, s.yes, s.no, s.sub_process, s.inner, s.inner_end, s.end] {
        assert_eq!(s.bounds(goes), old(goes).moved(by));
    }
    for subject in [Subject::Pool(s.pool), Subject::Pool(s.black_box), Subject::Lane(s.lanes[0]), Subject::Lane(s.lanes[1])] {
        let then = bounds(&d, subject);
        assert_eq!(bounds(s.document(), subject), Bounds { width: then.width + 100.0, ..then });
    }
    let flow = s.way(s.task, s.gateway);
    let course = &s.document().diagram.edges.get(Subject::Flow(flow)).unwrap().waypoints;
    assert_eq!(course.last().unwrap().x, s.bounds(s.gateway).x, "connections reach what they connect");
}

#[test]
fn courses_across_the_line_are_stretched_and_keep_their_bends() {
    let mut s = Sample::new();
    for (from, x, y) in [(s.bounds(s.gateway).centre(), 100.0, 0.0), (Point::new(0.0, s.bounds(s.gateway).bottom() + 5.0), 0.0, 100.0)] {
        let before = s.document().clone();
        make(&mut s, from, x, y).unwrap();
        let courses = |document: &Document| -> Vec<Vec<Point>> {
            document.flows.keys().map(|flow| document.diagram.edges.get(Subject::Flow(flow)).unwrap().waypoints.clone()).collect()
        };
        let mut stretched = 0;
        for (then, now) in courses(&before).into_iter().zip(courses(s.document())) {
            assert_eq!(then.len(), now.len(), "{then:?} {now:?}");
            let ways: Vec<Vector> = then.iter().zip(&now).map(|(then, now)| now.from(*then)).collect();
            assert!(ways.iter().all(|way| [Vector::default(), Vector::new(x, y)].contains(way)), "{then:?} {now:?}");
            stretched += usize::from(ways.iter().any(|way| *way != ways[0]));
        }
        assert!(stretched > 0, "some course lies across the line");
    }
}

#[test]
fn a_detour_across_the_line_stays_a_detour() {
    let s = Sample::new();
    let mut document = Document::clone(s.document());
    let way = Subject::Flow(s.way(s.task, s.gateway));
    let course = document.diagram.edges.get(way).unwrap().waypoints.clone();
    let (first, last) = (course[0], course[course.len() - 1]);
    // Up, along and down again.
    let detour = |beyond: f64| {
        let (near, far, above) = (first.x + 10.0, last.x - 10.0 + beyond, first.y - 300.0);
        let there = [(first.x, first.y), (near, first.y), (near, above), (far, above), (far, last.y), (last.x + beyond, last.y)];
        there.map(|(x, y)| Point::new(x, y)).to_vec()
    };
    document.diagram.edges.insert(way, Edge::routed(detour(0.0)));
    let mut editor = Editor::new(document);
    let (process, from) = (s.document().main_process, Point::new(first.x + 15.0, first.y));
    editor.apply(Command::Flow(FlowCommand::MakeRoom { process, from, by: Vector::new(100.0, 0.0) })).unwrap();
    assert_eq!(editor.document().diagram.edges.get(way).unwrap().waypoints, detour(100.0));
}

#[test]
fn room_made_and_taken_away_again_is_as_before() {
    let mut s = Sample::new();
    let shapes = s.document().diagram.shapes.clone();
    for (x, y) in [(120.0, 0.0), (0.0, 80.0)] {
        for from in [s.bounds(s.gateway).corner(), s.bounds(s.task).centre(), s.bounds(s.inner).centre(), Point::new(-5000.0, -5000.0)] {
            make(&mut s, from, x, y).unwrap();
            make(&mut s, from, -x, -y).unwrap();
            assert_eq!(s.document().diagram.shapes, shapes, "at {from:?} by {x} {y}");
        }
    }
}

#[test]
fn nothing_is_crushed() {
    let mut s = Sample::new();
    let line = Point::new(s.bounds(s.gateway).x - 5.0, 0.0);
    assert_eq!(make(&mut s, line, -65.0, 0.0), Err(Refusal::NoRoom(Subject::Node(s.task))));
    assert_eq!(make(&mut s, line, -60.0, 0.0), Ok(()), "a gap of ten stays of seventy");
    let inside = Point::new(s.bounds(s.inner_end).x - 1.0, 0.0);
    assert!(matches!(make(&mut s, inside, -500.0, 0.0), Err(Refusal::NoRoom(_))));
}

#[test]
fn a_line_on_the_border_of_lanes_leaves_no_gap() {
    let mut s = Sample::new();
    let (upper, lower) = (bounds(s.document(), Subject::Lane(s.lanes[0])), bounds(s.document(), Subject::Lane(s.lanes[1])));
    make(&mut s, Point::new(0.0, upper.bottom()), 0.0, 50.0).unwrap();
    assert_eq!(bounds(s.document(), Subject::Lane(s.lanes[0])), Bounds { height: upper.height + 50.0, ..upper });
    assert_eq!(bounds(s.document(), Subject::Lane(s.lanes[1])), lower.moved(Vector::new(0.0, 50.0)));
    assert!(matches!(make(&mut s, Point::new(0.0, lower.y + 60.0), 0.0, -200.0), Err(Refusal::NoRoom(_))));
}

#[test]
fn what_a_closed_sub_process_hides_stays_on_its_own_canvas() {
    let mut s = Sample::new();
    s.flow(FlowCommand::SetExpanded { node: s.sub_process, is_expanded: false }).unwrap();
    let (inner, outer) = (s.bounds(s.inner), s.bounds(s.sub_process));
    make(&mut s, Point::new(outer.centre().x - 1.0, 0.0), 40.0, 0.0).unwrap();
    assert_eq!((s.bounds(s.sub_process), s.bounds(s.inner)), (outer.moved(Vector::new(40.0, 0.0)), inner));
    let inside = FlowCommand::MakeRoom {
        process: s.document().main_process,
        from: Point::new(inner.centre().x - 1.0, 0.0),
        by: Vector::new(30.0, 0.0),
    };
    s.flow(inside.on(Some(s.sub_process))).unwrap();
    assert_eq!((s.bounds(s.sub_process), s.bounds(s.inner)), (outer.moved(Vector::new(40.0, 0.0)), inner.moved(Vector::new(30.0, 0.0))));
    assert_eq!(s.document().nodes.get(s.inner).unwrap().parent, Some(s.sub_process));
}

#[test]
fn bends_put_by_hand_go_with_their_side() {
    let mut editor = Editor::new(Document::empty("p", "P"));
    let process = editor.document().main_process;
    let a = add(&mut editor, process, NodeKind::Task, 100.0, 100.0);
    let b = append(&mut editor, a, NodeKind::Task);
    let connection = Subject::Flow(editor.document().flows.keys().next().unwrap());
    let (from, to) = (bounds(editor.document(), Subject::Node(a)), bounds(editor.document(), Subject::Node(b)));
    let course = [(from.right(), 100.0), (190.0, 100.0), (190.0, 250.0), (220.0, 250.0), (220.0, 100.0), (to.x, 100.0)];
    let waypoints = Some(course.map(|(x, y)| Point::new(x, y)).to_vec());
    flow(&mut editor, FlowCommand::SetCourse { connection, waypoints });
    flow(&mut editor, FlowCommand::MakeRoom { process, from: Point::new(205.0, 0.0), by: Vector::new(100.0, 0.0) });
    let bent = &editor.document().diagram.edges.get(connection).unwrap().waypoints;
    let shifted = course.map(|(x, y)| Point::new(if x > 205.0 { x + 100.0 } else { x }, y));
    assert_eq!(bent.as_slice(), shifted);
}

#[test]
fn another_canvas_is_left_alone() {
    let mut editor = Editor::new(Document::empty("p", "P"));
    let main = editor.document().main_process;
    let here = add(&mut editor, main, NodeKind::Task, 100.0, 100.0);
    editor.apply(Command::Content(ContentCommand::AddProcess { name: "Zweites".into() })).unwrap();
    let other = editor.document().processes.keys().last().unwrap();
    let there = add(&mut editor, other, NodeKind::Task, 100.0, 100.0);
    flow(&mut editor, FlowCommand::MakeRoom { process: main, from: Point::default(), by: Vector::new(50.0, 0.0) });
    assert_eq!(bounds(editor.document(), Subject::Node(here)).centre().x, 150.0);
    assert_eq!(bounds(editor.document(), Subject::Node(there)).centre().x, 100.0);
}
