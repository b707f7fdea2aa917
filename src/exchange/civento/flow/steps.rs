//! Steps that hold no others: what is set, thrown, shown, done.

use super::super::super::xml::Element;
use super::super::reading::{End, Place, Reading};
use super::super::remark::Remark;
use super::super::standard::{LINK, TASKS, expression_of, is_active, text_of};
use super::naming::name_and_note;
use super::workflow::never;
use super::{END_OTHERS, STATUS, blocks, functions, pages, service_of, tasks, variables};
use crate::model::{Assignment, Event, NodeId, NodeKind, ServiceUse, Subject};

/// Reads a step and puts it at the end of the flow.
pub(super) fn read(reading: &mut Reading, at: Place, end: &mut End, step: &Element<'_>, id: &str) {
    match step.name.local {
        "VorgangsstatusSetzen" | "EreignisAusloesen" | "AlleWeiterenWorkflowsBeenden" => {
            blocks::switchable(reading, at, end, step, |reading, at, end| throw(reading, at, end, step, id));
        }
        "AufgabeAktivieren" => match step.elements().find(|task| TASKS.contains(&task.name.local)) {
            Some(task) => tasks::read(reading, at, end, (step, task), id),
            None => put(reading, at, end, (step, id), NodeKind::UserTask, "Aufgabe"),
        },
        "BefehlAusfuehren" if service_of(&expression_of(step, "Befehl")).is_some() => {
            put(reading, at, end, (step, id), NodeKind::ServiceTask, "Befehl ausführen");
            let service = service_of(&expression_of(step, "Befehl")).filter(|service| !service.is_empty()).map(str::to_owned);
            let used = service.map(|service| ServiceUse { service, answer: Vec::new() });
            reading.change(end.from, |node| node.details.service = used);
        }
        "DatenvariableSetzen" | "WorkflowvariableSetzen" | "BefehlAusfuehren" => {
            let assignments = assignments(reading, step);
            functions::ask(reading, at, end, id, is_active(step));
            put(reading, at, end, (step, id), NodeKind::ScriptTask(assignments), &variables::usual_name(step));
        }
        LINK => put(reading, at, end, (step, id), NodeKind::ServiceTask, "Mit Hauptvorgang verknüpfen"),
        _ => pages::read(reading, at, end, step, id),
    }
}

/// A step of a kind that nobody knows.
pub(super) fn unknown(reading: &mut Reading, at: Place, end: &mut End, step: &Element<'_>, id: &str) {
    let name = step.name.local.to_owned();
    put(reading, at, end, (step, id), NodeKind::Task, &name);
}

/// A step that is called `usual` where its comment says nothing else.
fn put(reading: &mut Reading, at: Place, end: &mut End, (step, id): (&Element<'_>, &str), kind: NodeKind, usual: &str) {
    let (name, note) = name_and_note(&text_of(step, "Comment"), usual);
    let node = reading.node(at, kind, &name);
    reading.change(node, |node| node.details.note = note);
    reading.remember(Subject::Node(node), id);
    reading.say_words(step, Subject::Node(node));
    switch(reading, step, node);
    reading.lead(end, node);
}

/// Sees to it that a step is never done if the file has it switched off. Activities only.
pub(super) fn switch(reading: &mut Reading, step: &Element<'_>, node: NodeId) {
    if !is_active(step) {
        reading.change(node, |node| node.repetition = never());
        reading.say_of(step, Subject::Node(node), Remark::SwitchedOff);
    }
}

fn throw(reading: &mut Reading, at: Place, end: &mut End, step: &Element<'_>, id: &str) {
    let (signal, usual) = match step.name.local {
        "VorgangsstatusSetzen" => {
            let status = text_of(step, "Status");
            (format!("{STATUS}{status}"), format!("Status „{status}“ setzen"))
        }
        "EreignisAusloesen" => {
            let name = text_of(step, "NameDesEreignisses");
            (name.clone(), format!("Ereignis „{name}“ auslösen"))
        }
        _ => (END_OTHERS.to_owned(), END_OTHERS.to_owned()),
    };
    let (name, note) = name_and_note(&text_of(step, "Comment"), &usual);
    // A signal that began the workflow would begin it again, and so without end.
    let own = Event::Signal(signal.clone());
    let begins_itself = reading.document.start_events(at.process).any(|start| start.kind.event() == Some(&own));
    let event = if begins_itself { Event::Message(signal) } else { own };
    let node = reading.node(at, NodeKind::ThrowEvent(event), &name);
    reading.change(node, |node| node.details.note = note);
    reading.remember(Subject::Node(node), id);
    reading.lead(end, node);
}

fn assignments(reading: &mut Reading, step: &Element<'_>) -> Vec<Assignment> {
    let (target, text) = match step.name.local {
        "DatenvariableSetzen" => (text_of(step, "Datenverweis"), expression_of(step, "Ausdruck")),
        "WorkflowvariableSetzen" => {
            let name = step.first("Workflowvariable").and_then(|variable| variable.attribute("Variablenname"));
            (name.unwrap_or_default().to_owned(), expression_of(step, "Wert"))
        }
        _ => {
            let done = reading.command(&expression_of(step, "Befehl"));
            // What a command does to the platform gives no answer.
            if done.iter().all(|assignment| assignment.target == assignment.value) {
                reading.library.take_asked();
            }
            return done;
        }
    };
    if target.is_empty() {
        return Vec::new();
    }
    let target = reading.target(&target);
    reading.library.take_asked();
    let value = reading.value_for(&target, &text);
    vec![Assignment { target, value }]
}
