//! What happens to a document as a whole: opening, saving, checking, editing, layout.

use super::grid::{grid, random};
use super::stopwatch::Bench;
use dienstweg::bundle::{read_model, write_model};
use dienstweg::check::check;
use dienstweg::edit::{Command, Done, Editor, FlowCommand};
use dienstweg::layout::auto::Extent;
use dienstweg::model::Document;

/// All of it.
pub fn rows(bench: &mut Bench) {
    for size in [100, 1_000, 5_000, 10_000] {
        bench.row("open", size, || {
            let text = write_model(&grid(size)).unwrap();
            move || read_model(text.as_bytes()).unwrap()
        });
        bench.row("save", size, || {
            let document = grid(size);
            move || write_model(&document).unwrap()
        });
    }
    for size in [100, 1_000, 10_000] {
        bench.row("check", size, || {
            let document = grid(size);
            move || check(&document)
        });
    }
    for size in [100, 1_000, 5_000, 10_000] {
        bench.row("tidy_up", size, || tidy_up(grid(size)));
    }
    for size in [1_000, 10_000] {
        bench.row("tidy_up_random", size, || tidy_up(random(size)));
    }
}

/// All of a process is laid out anew, as the studio does it beside the window.
fn tidy_up(document: Document) -> impl FnMut() -> Done {
    let editor = Editor::new(document);
    let process = editor.document().main_process;
    move || {
        let extent = Extent::Process(process);
        editor.work(Command::Flow(FlowCommand::TidyUp { extent, orientation: None })).run().unwrap()
    }
}
