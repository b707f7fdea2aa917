//! What the targets share: what must hold of whatever a reader took in.

use dienstweg::check::check;
use dienstweg::edit::{Command, Editor, Record};
use dienstweg::exchange::{Exported, File, Files, Imported, Target, export, import};
use dienstweg::i18n::{Language, Texts};
use dienstweg::model::{Document, FlowNode, Process, SourceFormat, Subject, Table, violations};
use dienstweg::sim::{Offer, Program, Run, Step};
use std::sync::Arc;

/// Larger documents are neither checked nor played: it would only make the fuzzer slow.
const MOST_CHECKED: usize = 60;
/// So far a case is played.
const STEPS: usize = 12;

thread_local! {
    static TEXTS: Texts = Texts::new(Language::German);
}

/// What a reader makes of files; `None` if it refuses them, with a sentence. A document is sound, its report has sentences, and it can be
/// checked and played.
pub fn taken(files: &[File<'_>]) -> Option<Imported> {
    match import(files) {
        Ok(imported) => {
            assert_eq!(violations(&imported.document), []);
            let has_sentence = |note| !TEXTS.with(|texts| texts.exchange_note(note)).trim().is_empty();
            assert!(imported.report.iter().all(has_sentence));
            if imported.document.nodes.len() <= MOST_CHECKED {
                tried(&imported.document);
            }
            Some(imported)
        }
        Err(error) => {
            assert!(!TEXTS.with(|texts| texts.import_error(&error)).trim().is_empty());
            None
        }
    }
}

/// As [`taken`], of one file.
pub fn taken_one(name: &str, bytes: &[u8]) -> Option<Imported> {
    taken(&[File { name, bytes }])
}

/// The checks say what they find, and each process is played a few steps.
fn tried(document: &Document) {
    for problem in check(document) {
        assert!(!TEXTS.with(|texts| texts.problem(document, &problem)).trim().is_empty());
    }
    for process in document.processes.keys().take(3) {
        if let Ok(program) = Program::compile(document, process) {
            play(program);
        }
    }
}

fn play(program: Program) {
    let mut run = Run::start(Arc::new(program), "2026-01-05T09:00:00".parse().unwrap());
    for _ in 0..STEPS {
        let Some(step) = run.enabled().into_iter().find_map(step) else { break };
        if run.fire(step).is_err() {
            break;
        }
    }
    while run.back().is_some() {}
}

fn step(offer: Offer) -> Option<Step> {
    Some(match offer {
        Offer::Start { node } => Step::Start { node, entries: Vec::new() },
        Offer::Task { at, .. } => Step::Complete { at, entries: Vec::new() },
        Offer::Service { at, .. } => Step::Answer { at, entries: None },
        Offer::Event { at, .. } => Step::Trigger { at, entries: Vec::new() },
        Offer::Timer { .. } => Step::WaitForDeadline,
        Offer::Stuck { at, ways, .. } | Offer::Held { at, ways } => Step::Choose { node: at.node, flow: *ways.first()? },
    })
}

/// A document in the format of a target, with sentences about what could not be carried; `None` if it cannot be written.
pub fn written(document: &Document, target: Target) -> Option<Exported> {
    match export(document, target) {
        Ok(exported) => {
            assert!(exported.report.iter().all(|note| !TEXTS.with(|texts| texts.exchange_note(note)).trim().is_empty()));
            Some(exported)
        }
        Err(error) => {
            assert!(!TEXTS.with(|texts| texts.export_error(&error)).trim().is_empty());
            None
        }
    }
}

/// As [`written`], where the format is one file.
pub fn written_one(document: &Document, target: Target) -> Option<Vec<u8>> {
    match written(document, target)?.files {
        Files::One(bytes) => Some(bytes),
        Files::Folder(_) => None,
    }
}

/// Nothing was changed, so the file gives the very bytes back.
pub fn unchanged(imported: &Imported, target: Target, bytes: &[u8]) {
    let written = written_one(&imported.document, target).unwrap();
    assert!(written == bytes, "{}", String::from_utf8_lossy(&written));
}

/// Whether a file of that format was taken in and kept. All formats are known by their content, and each has a target of its own.
pub fn is_kept(document: &Document, format: SourceFormat) -> bool {
    document.sources.values().any(|source| source.format == format && !source.text.is_empty())
}

/// The document as if it had been made in the studio.
pub fn native(document: &Document) -> Document {
    Document { sources: Table::default(), origins: Table::default(), ..document.clone() }
}

/// The document after a change by a command, of the kind that the number chooses: a node renamed, one taken out, the process renamed.
/// `None` where the rules forbid it.
pub fn changed(document: &Document, choice: usize) -> Option<Document> {
    let node = document.nodes.values().nth(choice / 3 % document.nodes.len().max(1));
    let command = match (choice % 3, node) {
        (0, Some(node)) => Command::Put(Record::Node(FlowNode { name: "Ä & <neu>".to_owned(), ..node.clone() })),
        (1, Some(node)) => Command::Remove(vec![Subject::Node(node.id)]),
        _ => {
            let process = document.main()?;
            Command::Put(Record::Process(Process { name: "Ä & <neu>".to_owned(), ..process.clone() }))
        }
    };
    let mut editor = Editor::new(document.clone());
    editor.apply(command).ok()?;
    assert_eq!(violations(editor.document()), []);
    Some(Document::clone(editor.document()))
}

/// What is written of a document can be read again, and what is read of that comes out as the same bytes.
pub fn stands_again(document: &Document, target: Target, name: &str) {
    let Some(bytes) = written_one(document, target) else { return };
    let again = taken_one(name, &bytes).unwrap_or_else(|| panic!("{}", String::from_utf8_lossy(&bytes)));
    unchanged(&again, target, &bytes);
}
