//! `simulate` without test cases: a procedure that goes on by itself, with what it executed and how it ended.

use super::{Verdict, output::Output, trace};
use crate::exchange::Note;
use crate::model::{Assignment, Document, FieldKind, NodeId, Process, ProcessId, Subject};
use crate::sim::{Ending, Happening, Program, Run, StepRefusal, play_alone, play_through};
use jiff::civil::{DateTime, date};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::Arc;

/// What is to be played.
pub(super) struct Play<'a> {
    pub document: &'a Document,
    /// What an import said of it.
    pub import: Option<&'a [Note]>,
    /// What was set: `name=value`.
    pub set: &'a [String],
    pub with_trace: bool,
}

impl Play<'_> {
    /// The id in the file, else the key.
    fn id_of(&self, node: NodeId) -> String {
        let id = self.document.origins.get(Subject::Node(node)).map(|origin| origin.id.clone());
        id.or_else(|| self.document.nodes.get(node).map(|node| node.key.clone())).unwrap_or_default()
    }
}

/// When it begins: a Monday morning, so that working days count from a working day.
fn begins_at() -> DateTime {
    date(2026, 3, 2).at(9, 0, 0, 0)
}

/// Plays it through and says what came of it.
pub(super) fn run(output: &Output<'_>, play: &Play<'_>) -> Verdict {
    if let Some(fault) = play.import.and_then(|report| report.iter().find(|note| note.is_fault())) {
        output.fault(&output.texts.exchange_note(fault));
        return Verdict::CouldNot;
    }
    let (entries, unknown) = match entries(play.document, play.set) {
        Ok(found) => found,
        Err(wrong) => {
            output.fault(&output.texts.with("cli-set-wrong", &[("text", wrong.into())]));
            return Verdict::CouldNot;
        }
    };
    let program = match Program::compile(play.document, play.document.main_process) {
        Ok(program) => Arc::new(program),
        Err(fault) => {
            output.fault(&output.texts.compile_fault(play.document, &fault));
            return Verdict::CouldNot;
        }
    };
    match play_alone(program, begins_at(), entries) {
        Ok((run, ending)) => match filled(play, ending) {
            Some(run) => {
                output.line(output.texts.get("cli-alone-filled"));
                told(output, play, &run, Ending::Ended, &unknown)
            }
            None => told(output, play, &run, ending, &unknown),
        },
        Err(refusal) => refused(output, play.document, &refusal),
    }
}

/// Where a case could not go on because nobody filled in a form: one in which forms are filled in with examples, if that leads to an end.
fn filled(play: &Play<'_>, ending: Ending) -> Option<Run> {
    let may_help = ending == Ending::Stuck && play.set.is_empty() && !play.document.forms.is_empty();
    may_help.then(|| play_through(play.document, play.document.main_process, begins_at()).ok().flatten()).flatten()
}

fn refused(output: &Output<'_>, document: &Document, refusal: &StepRefusal) -> Verdict {
    output.fault(&output.texts.step_refusal(document, refusal));
    Verdict::CouldNot
}

/// Entries at the beginning, and names that no field has. A name without dot is that of the first field that is called so; texts may do
/// without quotation marks.
fn entries<'a>(document: &Document, set: &'a [String]) -> Result<(Vec<Assignment>, Vec<&'a str>), &'a str> {
    let (mut entries, mut unknown) = (Vec::new(), Vec::new());
    for text in set {
        let (name, value) = text.split_once('=').ok_or(text.as_str())?;
        let (name, value) = (name.trim(), value.trim());
        let Some((target, kind)) = field(document, name) else {
            unknown.push(name);
            continue;
        };
        let is_bare = matches!(kind, Some(FieldKind::Text | FieldKind::LongText)) && !value.starts_with('"') && value != "null";
        let value = if is_bare { format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\"")) } else { value.to_owned() };
        entries.push(Assignment { target, value });
    }
    Ok((entries, unknown))
}

/// Path and kind of a field.
fn field(document: &Document, name: &str) -> Option<(String, Option<FieldKind>)> {
    if name.contains('.') {
        let path = document.find_path(name)?;
        let kind = path.0.last().and_then(|field| document.fields.get(*field)).map(|field| field.kind);
        return Some((name.to_owned(), kind));
    }
    let mut fields = document.case_objects().flat_map(|object| document.fields_of(object).map(move |field| (object, field)));
    let (object, field) = fields.find(|(_, field)| field.key == name)?;
    Some((format!("{}.{}", object.key, field.key), Some(field.kind)))
}

fn told(output: &Output<'_>, play: &Play<'_>, run: &Run, ending: Ending, unknown: &[&str]) -> Verdict {
    let texts = output.texts;
    let executed: Vec<String> = run.executed().into_iter().map(|node| play.id_of(node)).collect();
    if play.with_trace {
        trace::lines(output, play.document, run);
    }
    output.line(&texts.with("cli-executed", &[("keys", executed.join(", ").as_str().into())]));
    for name in unknown {
        output.line(&texts.with("cli-set-unknown", &[("name", (*name).into())]));
    }
    let (faults, warnings) = (faults(output, play, run), warnings(output, play, run));
    warnings.iter().chain(&faults).for_each(|said| output.line(said["text"].as_str().unwrap_or_default()));
    output.line(texts.get(match ending {
        Ending::Ended => "cli-alone-ended",
        Ending::Waiting => "cli-alone-waiting",
        Ending::Stuck => "cli-alone-stuck",
        Ending::Endless => "cli-alone-endless",
    }));
    let others = others(play, run);
    if !others.is_empty() {
        let names: Vec<String> = others.iter().map(|process| texts.with("word-quoted", &[("name", (&process.name).into())])).collect();
        output.line(&texts.with("cli-alone-others", &[("names", names.join(", ").as_str().into())]));
    }
    let is_good = faults.is_empty() && ending == Ending::Ended;
    let mut answer = json!({
        "good": is_good,
        "ending": match ending {
            Ending::Ended => "ended",
            Ending::Waiting => "waiting",
            Ending::Stuck => "stuck",
            Ending::Endless => "endless",
        },
        "executed": executed,
        "faults": faults,
        "warnings": warnings,
        "values": trace::values(run),
        "unknown": unknown,
        "others": others.iter().map(|process| json!({ "key": process.key, "name": process.name })).collect::<Vec<_>>(),
    });
    if play.with_trace {
        answer["trace"] = trace::answer(output, play.document, run);
    }
    output.json(&answer);
    if is_good { Verdict::Good } else { Verdict::Faults }
}

/// Processes with a flow in which nothing happened.
fn others<'a>(play: &Play<'a>, run: &Run) -> Vec<&'a Process> {
    let document = play.document;
    let played: BTreeSet<ProcessId> = run.executed().into_iter().filter_map(|node| Some(document.nodes.get(node)?.process)).collect();
    let is_other = |process: &&Process| !played.contains(&process.id) && document.children(process.id, None).next().is_some();
    document.processes.values().filter(is_other).collect()
}

/// Tokens that cannot go on, and errors that nobody caught.
fn faults(output: &Output<'_>, play: &Play<'_>, run: &Run) -> Vec<Value> {
    let fault = |what: &Happening| {
        let (kind, node) = match what {
            Happening::Stuck { node, .. } => ("stuck", Some(*node)),
            Happening::TimerUnknown { node, .. } => ("timer", Some(*node)),
            Happening::ErrorUncaught { .. } => ("error", None),
            _ => return None,
        };
        let key = node.map(|node| play.id_of(node));
        Some(json!({ "kind": kind, "key": key, "text": output.texts.happening(play.document, what) }))
    };
    run.trace().iter().filter_map(|event| fault(&event.what)).collect()
}

/// Fields that stay empty where a code was to be written that is not in their lists.
fn warnings(output: &Output<'_>, play: &Play<'_>, run: &Run) -> Vec<Value> {
    let warning = |what: &Happening| {
        let Happening::LeftEmpty { by, .. } = what else { return None };
        Some(json!({ "kind": "left_empty", "key": play.id_of(*by), "text": output.texts.happening(play.document, what) }))
    };
    run.trace().iter().filter_map(|event| warning(&event.what)).collect()
}
