//! What imports and exports say, printed.

use super::output::Output;
use crate::exchange::{At, Note, Weight};
use crate::model::Document;
use serde_json::{Value, json};

/// How much of it is printed for people. What was not carried over, and what is still to do, is never passed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Extent {
    /// How many lines there are of each weight, and those of the weights that matter.
    Short,
    /// Everything.
    Whole,
}

const WEIGHTS: [(Weight, &str); 5] =
    [(Weight::Taken, "taken"), (Weight::Changed, "changed"), (Weight::Kept, "kept"), (Weight::Todo, "todo"), (Weight::Left, "left")];

/// Prints it, the weightiest last.
pub(super) fn lines(output: &Output<'_>, report: &[Note], extent: Extent) {
    for (weight, _) in WEIGHTS {
        let notes: Vec<&Note> = report.iter().filter(|note| note.what.weight() == weight).collect();
        if notes.is_empty() {
            continue;
        }
        let (name, count) = (output.texts.exchange_weight(weight), notes.len());
        output.line(&output.texts.with("cli-report-count", &[("weight", name.into()), ("count", count.into())]));
        if extent == Extent::Whole || matches!(weight, Weight::Left | Weight::Todo | Weight::Taken) {
            notes.iter().for_each(|note| output.line(&format!("  {}", output.texts.exchange_note(note))));
        }
    }
}

/// The same for machines: of each line its weight, the place in the file, and the element of the document that it is about.
pub(super) fn answer(output: &Output<'_>, document: &Document, report: &[Note]) -> Value {
    let line = |note: &Note| {
        let weight = WEIGHTS.iter().find(|(weight, _)| *weight == note.what.weight()).map(|(_, name)| *name);
        let At { id, name, file, line, subject } = &note.at;
        let element = subject.map(|subject| output.texts.name_of(document, subject));
        let text = output.texts.exchange_note(note);
        json!({ "weight": weight, "id": id, "name": name, "file": file, "line": line, "element": element, "text": text })
    };
    report.iter().map(line).collect()
}
