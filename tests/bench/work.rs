//! What happens to a document as a whole: opening, saving, checking, editing, layout.

use super::grid::grid;
use super::stopwatch::Bench;
use dienstweg::bundle::{read_model, write_model};
use dienstweg::check::check;
use dienstweg::edit::{Command, Editor, FlowCommand};
use dienstweg::model::{NodeId, NodeKind};

/// All of it.
pub fn rows(bench: &mut Bench) {
    for size in [1_000, 10_000] {
        bench.row("open", size, || {
            let text = write_model(&grid(size)).unwrap();
            move || read_model(text.as_bytes()).unwrap()
        });
        bench.row("save", size, || {
            let document = grid(size);
            move || write_model(&document).unwrap()
        });
        bench.row("append_and_undo", size, || append_and_undo(size));
    }
    for size in [100, 1_000, 10_000] {
        bench.row("check", size, || {
            let document = grid(size);
            move || check(&document)
        });
    }
    for size in [100, 1_000] {
        bench.row("layout", size, || layout(size));
    }
}

/// A step behind one in the middle, and back.
fn append_and_undo(size: usize) -> impl FnMut() {
    let mut editor = Editor::new(grid(size));
    let after: NodeId = editor.document().nodes.keys().nth(size / 2).unwrap();
    move || {
        let made = editor.apply(Command::Flow(FlowCommand::Append { after, kind: NodeKind::UserTask, at: None })).unwrap();
        assert!(made.created.len() >= 2);
        editor.undo().unwrap();
    }
}

/// All of a process is drawn anew, and back.
fn layout(size: usize) -> impl FnMut() {
    let mut editor = Editor::new(grid(size));
    let process = editor.document().main_process;
    move || {
        editor.apply(Command::Flow(FlowCommand::TidyUp { process })).unwrap();
        editor.undo().unwrap();
    }
}
