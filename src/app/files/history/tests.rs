//! Random sessions: whenever the log was brought up to date, it holds the history of the editor, document by document.

use super::*;
use crate::catalog::samples;
use crate::edit::{Command, Editor, FlowCommand, Record, STEPS_KEPT};
use crate::layout::auto::Extent;
use crate::model::{NodeId, Subject, Vector};

/// A linear congruential generator (Knuth's MMIX constants): the same seed, the same session.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }
}

fn sample() -> Editor {
    Editor::new(bundle::read_model(samples()[0].text.as_bytes()).unwrap().document)
}

/// Some command that speaks of what is there.
fn command(dice: &mut Dice, document: &Document) -> Option<Command> {
    let nodes: Vec<NodeId> = document.nodes.keys().collect();
    let id = *nodes.get(dice.below(nodes.len().max(1)))?;
    let mut node = document.nodes.get(id)?.clone();
    Some(match dice.below(6) {
        0 => Command::Remove(vec![Subject::Node(id)]),
        1 => Command::Flow(FlowCommand::Append { after: id, kind: node.kind, at: None }),
        2 => {
            node.name.push_str("\n„neu“");
            Command::Put(Record::Node(node))
        }
        3 if dice.below(20) == 0 => Command::Flow(FlowCommand::TidyUp { extent: Extent::Process(node.process), orientation: None }),
        _ => Command::Flow(FlowCommand::Move { subjects: vec![Subject::Node(id)], by: Vector::new(dice.below(80) as f64, -10.0) }),
    })
}

fn act(dice: &mut Dice, editor: &mut Editor) {
    match dice.below(10) {
        0 => drop(editor.undo()),
        1 => drop(editor.redo()),
        2 => {
            let count = editor.history().steps().len();
            editor.jump_to(dice.below(count + 1));
        }
        _ => {
            // Many are refused; that is no matter here.
            let _ = command(dice, editor.document()).map(|command| editor.apply(command));
        }
    }
}

#[track_caller]
fn check_same(read: &History, written: &History) {
    assert_eq!(read.position(), written.position());
    assert!(documents(read).eq(documents(written)));
    let names = |history: &History| history.steps().map(|step| (step.name, step.about)).collect::<Vec<_>>();
    assert_eq!(names(read), names(written));
}

#[test]
fn a_random_session_is_read_back_whole() {
    for seed in 1..=4 {
        let folder = tempfile::tempdir().unwrap();
        let (mut dice, mut editor) = (Dice(seed), sample());
        let mut log = Log::new(folder.path().join("1.history"));
        for _ in 0..25 {
            for _ in 0..=dice.below(8) {
                act(&mut dice, &mut editor);
            }
            log.keep(editor.history()).unwrap();
            let read = history_of(&log.file, editor.document()).unwrap();
            check_same(&read, editor.history());
        }
        let mut again = Editor::with_history(history_of(&log.file, editor.document()).unwrap());
        while again.undo().is_some() {}
        assert_eq!(bundle::write_model(again.document()).unwrap(), samples()[0].text, "back to the first byte");
    }
}

#[test]
fn only_what_is_new_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let mut editor = sample();
    let mut log = Log::new(folder.path().join("1.history"));
    log.keep(editor.history()).unwrap();
    let length = || fs::metadata(folder.path().join("1.history")).unwrap().len();
    let first = length();
    let node = editor.document().nodes.keys().next().unwrap();
    let by = Vector::new(0.0, 200.0);
    editor.apply(Command::Flow(FlowCommand::Move { subjects: vec![Subject::Node(node)], by })).unwrap();
    log.keep(editor.history()).unwrap();
    assert!(length() - first < 6_000, "{} bytes for a move", length() - first);
    assert_eq!(log.bytes as u64, length());
}

#[test]
fn more_steps_than_are_kept_are_forgotten_from_the_oldest() {
    let folder = tempfile::tempdir().unwrap();
    let mut editor = Editor::new(Document::empty("hund", "Hund"));
    let mut log = Log::new(folder.path().join("1.history"));
    for number in 0..STEPS_KEPT + 40 {
        let mut process = editor.document().main().unwrap().clone();
        process.name = format!("Hund {number}");
        editor.apply(Command::Put(Record::Process(process))).unwrap();
        if number % 15 == 0 {
            log.keep(editor.history()).unwrap();
        }
    }
    log.keep(editor.history()).unwrap();
    check_same(&history_of(&log.file, editor.document()).unwrap(), editor.history());
    assert_eq!(log.written.len(), STEPS_KEPT + 1, "what cannot be undone any more is not held");
}

#[test]
fn too_long_a_history_loses_what_is_far_from_the_current_place() {
    let mut editor = sample();
    let mut dice = Dice(5);
    while editor.history().steps().len() < 60 {
        let _ = command(&mut dice, editor.document()).map(|command| editor.apply(command));
    }
    editor.jump_to(30);
    let start = history_start(editor.document()).len();
    let all = whole(editor.history(), usize::MAX).unwrap();
    assert_eq!(all.0, 0..60);
    let (steps, text) = whole(editor.history(), start + (all.1.len() - start) / 2).unwrap();
    assert!(steps.start > 0 && steps.end < 60 && steps.contains(&30), "{steps:?}");
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("1.history");
    fs::write(&file, text).unwrap();
    let read = history_of(&file, editor.document()).unwrap();
    assert!(documents(&read).eq(documents(editor.history()).skip(steps.start).take(steps.len() + 1)));
    assert_eq!(whole(editor.history(), start / 2), None);
}

#[test]
fn old_histories_are_forgotten() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["a", "b"] {
        fs::write(folder.path().join(name), "x").unwrap();
    }
    forget_old(folder.path(), SystemTime::now());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    forget_old(folder.path(), SystemTime::now() + LONGEST + Duration::from_mins(1));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}
