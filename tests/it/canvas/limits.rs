//! What is at the limits is drawn, or refused with a sentence: long names, any script, the rim of the world, deep nests.

use super::{Desk, Window, click, drag, key, middle, nowhere, start, type_text, window, window_of_any_text};
use dienstweg::bundle::{read_model, write_model};
use dienstweg::edit::{Command, Editor, FlowCommand, Refusal};
use dienstweg::model::{DEEPEST, Document, NodeKind, Point, Subject, Vector, WORLD, violations};
use dienstweg::view::Selection;
use egui::{Event, Key, Modifiers, vec2};
use egui_kittest::kittest::{NodeT, Queryable};

const TOO_LONG: &str = "Der Text ist zu lang. Erlaubt sind höchstens 10000 Zeichen.";
const OUTSIDE: &str = "Dieser Platz liegt außerhalb der Zeichenfläche.";

fn renaming(mut window: Window) -> Window {
    let place = middle(&window, Subject::Node(window.state().document().nodes.keys().next().unwrap()));
    click(&mut window, place);
    key(&mut window, Modifiers::NONE, Key::F2);
    window
}

/// What a screen reader says besides the label of the name's field; `None` when no name is being edited.
fn description(window: &Window) -> Option<String> {
    let field = window.query_all_by_label("Umbenennen").find(|node| node.accesskit_node().role() == egui::Role::MultilineTextInput)?;
    Some(field.accesskit_node().description().unwrap_or_default())
}

#[test]
fn too_long_a_name_says_why_and_stays_to_be_mended() {
    let mut window = renaming(window(start()));
    type_text(&mut window, &"x".repeat(42_000));
    assert_eq!(description(&window).as_deref(), Some(TOO_LONG));
    key(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(description(&window).as_deref(), Some(TOO_LONG), "Enter does not throw away what was typed");
    key(&mut window, Modifiers::COMMAND, Key::A);
    type_text(&mut window, "Antrag eingegangen");
    assert_eq!(description(&window).as_deref(), Some(""));
    key(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(description(&window), None);
    window.state().node("Antrag eingegangen");
}

#[test]
fn leaving_too_long_a_name_says_why_it_was_not_taken() {
    let mut window = renaming(window(start()));
    type_text(&mut window, &"x".repeat(42_000));
    click(&mut window, nowhere());
    assert_eq!(window.state().said.as_deref(), Some(TOO_LONG));
    window.state().node("Beginn");
}

#[test]
fn too_long_a_name_that_is_ended_in_the_same_frame_says_why() {
    let mut window = renaming(window(start()));
    let enter = Event::Key { key: Key::Enter, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE };
    window.input_mut().events.extend([Event::Text("x".repeat(42_000)), enter]);
    window.run();
    assert_eq!(description(&window).as_deref(), Some(TOO_LONG));
}

#[test]
fn a_name_of_ten_thousand_letters_is_taken_and_drawn() {
    let name = "Straßenverkehrsordnungswidrigkeit".repeat(400)[..10_000 / 2].to_owned() + &"Ämter ".repeat(833);
    assert!(name.chars().count() <= 10_000 && name.len() > 9_900);
    let mut window = renaming(window(start()));
    type_text(&mut window, &name);
    let below = middle(&window, Subject::Node(window.state().document().nodes.keys().next().unwrap())) + vec2(0.0, 260.0);
    click(&mut window, below);
    assert_eq!(description(&window), None, "the field does not cover the picture, so a click below it leads out");
    window.state().node(name.trim_end());
    for zoom in [0.05, 0.3, 4.0, 4.0, 4.0] {
        window.event(Event::Zoom(zoom));
        window.run();
    }
    write_model(window.state().document()).unwrap();
}

#[test]
fn names_of_any_script_are_taken_drawn_and_kept() {
    let mut window = window_of_any_text(Desk::new(start()), [1000.0, 700.0]);
    for name in [
        "👩🏽‍⚖️ 🇩🇪 📄",
        "طلب إعانة البلدية",
        "בקשה לרשות המקומית",
        "e\u{301}\u{323}a\u{308}\u{304}\u{301}o\u{30b}\u{30b}",
        "住民登録の申請",
        "\u{202e}verkehrt\u{202c} und \u{200f}zurück",
        "Zeile 1\nZeile 2",
    ] {
        window = renaming(window);
        type_text(&mut window, name);
        key(&mut window, Modifiers::NONE, Key::Enter);
        let node = window.state().node(name);
        let text = write_model(window.state().document()).unwrap();
        assert_eq!(read_model(text.as_bytes()).unwrap().document.name_of(node), Some(name));
        key(&mut window, Modifiers::NONE, Key::F2);
        key(&mut window, Modifiers::NONE, Key::ArrowLeft);
        key(&mut window, Modifiers::NONE, Key::Backspace);
        key(&mut window, Modifiers::NONE, Key::Escape);
        assert_eq!(window.state().document().name_of(node), Some(name));
    }
}

/// A start event in the farthest corner of the world.
fn at_the_rim() -> Window {
    let mut editor = Editor::new(start());
    let node = Subject::Node(editor.document().nodes.keys().next().unwrap());
    let by = Vector::new(WORLD - 35.0 - 100.0, WORLD - 35.0 - 200.0);
    editor.apply(Command::Flow(FlowCommand::Move { subjects: vec![node], by })).unwrap();
    window(editor.document().as_ref().clone())
}

#[test]
fn an_arrow_does_not_lead_over_the_rim_of_the_world() {
    let mut window = at_the_rim();
    let node = window.state().node("Beginn");
    let place = middle(&window, node);
    click(&mut window, place);
    let first = window.state().bounds(node);
    for _ in 0..20 {
        key(&mut window, Modifiers::SHIFT, Key::ArrowRight);
    }
    let last = window.state().bounds(node);
    assert_eq!(window.state().said.as_deref(), Some(OUTSIDE));
    assert!(last.x > first.x && last.is_drawable(), "{first:?} {last:?}");
}

#[test]
fn a_drag_ends_at_the_rim_of_the_world() {
    let mut window = at_the_rim();
    let node = window.state().node("Beginn");
    let from = middle(&window, node);
    drag(&mut window, &[from, from + vec2(120.0, 0.0)]);
    let bounds = window.state().bounds(node);
    assert!(bounds.is_drawable() && bounds.right() > WORLD - 40.0, "{bounds:?}");
    assert!(violations(window.state().document()).is_empty());
}

#[test]
fn appending_at_the_rim_of_the_world_says_that_there_is_no_place() {
    let mut window = at_the_rim();
    let place = middle(&window, window.state().node("Beginn"));
    click(&mut window, place);
    window.get_by_label("Schritt anhängen").click();
    window.run();
    assert_eq!(window.state().said.as_deref(), Some(OUTSIDE));
    assert_eq!(window.state().document().nodes.len(), 1);
}

fn sub_process_at(editor: &mut Editor, at: Point) -> Result<(), Refusal> {
    let process = editor.document().main_process;
    let kind = NodeKind::SubProcess { is_event: false };
    editor.apply(Command::Flow(FlowCommand::AddNode { process, kind, name: String::new(), at })).map(drop)
}

/// Sub-processes in each other as deep as can be.
fn nest() -> Editor {
    let mut editor = Editor::new(Document::empty("nest", "Nest"));
    for depth in 0..DEEPEST {
        sub_process_at(&mut editor, Point::new(0.0, 0.0)).unwrap();
        assert_eq!(editor.document().nodes.len(), depth + 1);
    }
    editor
}

#[test]
fn sub_processes_in_each_other_end_where_a_file_could_not_hold_them() {
    let mut editor = nest();
    write_model(editor.document()).unwrap();
    assert_eq!(sub_process_at(&mut editor, Point::new(0.0, 0.0)), Err(Refusal::TooDeep { limit: DEEPEST }));
    assert_eq!(editor.document().nodes.len(), DEEPEST);
}

#[test]
fn a_thousand_selected_elements_in_a_nest_are_moved_copied_and_removed() {
    let mut editor = nest();
    while editor.document().nodes.len() < 1_000 {
        let all: Vec<Subject> = editor.document().nodes.keys().map(Subject::Node).collect();
        let below = Vector::new(0.0, 800.0 * all.len() as f64);
        let copy = dienstweg::edit::duplicate(editor.document(), &all, below).unwrap();
        editor.apply(copy).unwrap();
    }
    let mut window = window(editor.document().as_ref().clone());
    let count = window.state().document().nodes.len();
    let before = write_model(window.state().document()).unwrap();
    click(&mut window, nowhere());
    key(&mut window, Modifiers::COMMAND, Key::A);
    assert!(window.state().selection.subjects.len() >= 1_000);
    key(&mut window, Modifiers::SHIFT, Key::ArrowDown);
    key(&mut window, Modifiers::COMMAND, Key::D);
    assert_eq!(window.state().document().nodes.len(), 2 * count);
    key(&mut window, Modifiers::NONE, Key::Delete);
    assert_eq!(window.state().document().nodes.len(), count);
    while window.state_mut().editor.undo().is_some() {}
    assert_eq!(write_model(window.state().document()).unwrap(), before);
    window.state_mut().selection = Selection::default();
    window.run();
}
