//! A workflow becomes a process: how it begins, its steps, its end.

use super::super::super::xml::Element;
use super::super::reading::{End, Place, Reading};
use super::super::remark::Remark;
use super::super::standard::{VERSION, WORKFLOWS, expression_of, id_of, is_active, is_no_condition, text_of};
use super::{CLOSED, STATUS, SWITCHED_OFF, UNDER, blocks, condition, functions, kept, variables};
use crate::model::{Event, NodeKind, ProcessId, Repetition, Subject};

/// Reads the workflows of a procedure of this name; the first is the procedure itself.
pub(in super::super) fn read(reading: &mut Reading, procedure: &Element<'_>, name: &str) {
    let mut workflows: Vec<&Element<'_>> = procedure.elements().filter(|it| WORKFLOWS.contains(&it.name.local)).collect();
    workflows.sort_by_key(|it| it.name.local != "Erfassungsworkflow");
    variables::declare(reading, &workflows);
    let blank = reading.document.main_process;
    for (place, workflow) in workflows.iter().enumerate() {
        let process = one(reading, workflow, name, place == 0);
        if place == 0 {
            reading.document.main_process = process;
            reading.document.processes.remove(blank);
        }
    }
    let file = procedure.attribute("Version").unwrap_or(VERSION).to_owned();
    reading.say(procedure, &file, Remark::Workflows(workflows.len()));
    reading.say(procedure, &file, Remark::Steps(reading.steps));
}

fn one(reading: &mut Reading, workflow: &Element<'_>, procedure: &str, is_main: bool) -> ProcessId {
    let id = id_of(workflow);
    let name = if is_main && workflow.name.local == "Erfassungsworkflow" { procedure.to_owned() } else { name_of(workflow) };
    let process = reading.process(&name, text_of(workflow, "Beschreibung"));
    reading.remember(Subject::Process(process), id);
    reading.words.enter(workflow.place.start);
    let (mut trigger, label) = beginning(reading, workflow);
    reading.say_words(workflow, Subject::Process(process));
    let asked = reading.library.take_asked();
    let definition = workflow.first("Workflowdefinition").unwrap_or(workflow);
    let at = Place { process, parent: None, depth: 0, unbound: 0 };
    let starts: Vec<&Element<'_>> = definition.all("Startelement").collect();
    let may_ask = matches!(starts.as_slice(), [only] if is_active(only));
    let under = if may_ask { condition::of_answers(&mut trigger, &asked) } else { None };
    for start in starts.iter().map(|start| Some(*start)).chain(starts.is_empty().then_some(None)) {
        let event = NodeKind::StartEvent { trigger: trigger.clone(), is_interrupting: true };
        let begin = reading.node(at, event, &label);
        let mut end = End::behind(begin);
        if let Some(start) = start {
            reading.remember(Subject::Node(begin), id_of(start));
            match &under {
                Some(condition) => decided(reading, at, &mut end, (workflow, start), (condition, &asked)),
                None => inside(reading, at, &mut end, start),
            }
        }
        let last = reading.node(at, NodeKind::EndEvent(Event::None), "");
        reading.lead(&mut end, last);
    }
    kept::say(reading, workflow, process);
    process
}

/// The steps of a workflow that begins only where functions answer so. Nobody can be asked before it begins: the questions are its first
/// steps, and a decision behind them leads past all others.
fn decided(
    reading: &mut Reading,
    at: Place,
    end: &mut End,
    (workflow, start): (&Element<'_>, &Element<'_>),
    (condition, asked): (&str, &[String]),
) {
    let id = id_of(workflow);
    functions::again(reading, at, end, asked, &format!("{id}/Funktion"));
    let split = reading.node(at, NodeKind::ExclusiveGateway, "");
    reading.remember(Subject::Node(split), &format!("{id}{UNDER}"));
    reading.say_of(workflow, Subject::Node(split), Remark::BeginsUnder);
    reading.lead(end, split);
    let join = reading.node(at, NodeKind::ExclusiveGateway, "");
    let mut way = End { condition: condition.to_owned(), ..End::behind(split) };
    inside(reading, at, &mut way, start);
    reading.lead(&mut way, join);
    reading.lead(&mut End { is_default: true, ..End::behind(split) }, join);
    *end = End::behind(join);
}

/// The steps of a workflow; all of them in a sub-process if it is switched off as a whole.
fn inside(reading: &mut Reading, at: Place, end: &mut End, start: &Element<'_>) {
    if is_active(start) {
        return blocks::read(reading, at, end, start);
    }
    let whole = reading.node(at, NodeKind::SubProcess { is_event: false }, SWITCHED_OFF);
    reading.change(whole, |node| node.repetition = never());
    reading.say_of(start, Subject::Node(whole), Remark::SwitchedOff);
    reading.lead(end, whole);
    blocks::within(reading, at, whole, start);
}

/// How what is switched off is repeated: never.
pub(super) fn never() -> Repetition {
    Repetition::Loop { condition: "false".to_owned(), tests_before: true, maximum: None }
}

fn name_of(workflow: &Element<'_>) -> String {
    let given = workflow.attribute("Name").unwrap_or_default().trim();
    match workflow.name.local {
        _ if !given.is_empty() => given.to_owned(),
        "Vorgangsworkflow" => format!("Bei Status „{}“", workflow.attribute("AutomatischStartenBei").unwrap_or_default()),
        "AbschlussWorkflow" => "Abschluss".to_owned(),
        "Erfassungsworkflow" => "Erfassung".to_owned(),
        _ => "Ohne Namen".to_owned(),
    }
}

/// What begins a workflow, and the name of its start event.
fn beginning(reading: &mut Reading, workflow: &Element<'_>) -> (Event, String) {
    match workflow.name.local {
        "Vorgangsworkflow" => {
            let status = workflow.attribute("AutomatischStartenBei").unwrap_or_default().trim();
            (Event::Signal(format!("{STATUS}{status}")), format!("Status ist „{status}“"))
        }
        "AbschlussWorkflow" => (Event::Signal(CLOSED.to_owned()), CLOSED.to_owned()),
        "AdHocWorkflow" if text_of(workflow, "Typ").eq_ignore_ascii_case("Ereignis") => {
            let name = name_of(workflow);
            (Event::Signal(name.clone()), format!("Ereignis „{name}“"))
        }
        "AdHocWorkflow" => match expression_of(workflow, "Ausfuehrungsbedingung") {
            text if is_no_condition(&text) => (Event::None, "Sachbearbeitung beginnt".to_owned()),
            text => (Event::Conditional(reading.condition(&text)), "Sachbearbeitung beginnt".to_owned()),
        },
        _ => (Event::None, "Antrag wird gestellt".to_owned()),
    }
}
