//! A process as a workflow.

use super::super::super::super::xml::{Draft, Element};
use super::super::super::remark::Remark;
use super::super::condition::{both, without_never};
use super::super::{CLOSED, STATUS, SWITCHED_OFF, UNDER};
use super::{Writing, native};
use crate::model::{Block, BlockWay, Blocks, Event, NodeKind, ObstacleKind, Process, ProcessId, Repetition, Subject, blocks_of};

/// All processes as workflows, the procedure first.
pub(in super::super::super) fn workflows(writing: &mut Writing<'_>) -> Vec<Draft> {
    let document = writing.document;
    let main = document.main_process;
    let mut processes: Vec<&Process> = document.processes.values().collect();
    processes.sort_by_key(|process| process.id != main && writing.kept(Subject::Process(process.id)).is_none());
    if writing.origin(Subject::Process(main)).is_none() {
        processes.sort_by_key(|process| process.id != main);
    }
    let has_flow = |process: &&Process| document.children(process.id, None).next().is_some();
    let drafts = processes.into_iter().filter(has_flow).map(|process| one(writing, process)).collect();
    let pictured = document.pools.keys().map(Subject::Pool).chain(document.message_flows.keys().map(Subject::MessageFlow)).next();
    if let Some(subject) = pictured {
        writing.say(subject, Remark::NoPools);
    }
    drafts
}

fn one(writing: &mut Writing<'_>, process: &Process) -> Draft {
    let subject = Subject::Process(process.id);
    let kept = writing.kept(subject);
    let trigger = trigger(writing, process.id);
    let kind = kept.map_or_else(|| kind_of(writing, process, &trigger), |kept| kept.name.local);
    let all = blocks_of(writing.document, &writing.flows, process.id, None);
    say_obstacles(writing, &all);
    let (mut blocks, mut inside) = (all.blocks, Vec::new());
    if kind == "AdHocWorkflow" {
        let (under, steps) = under_answers(writing, subject, &blocks).unzip();
        inside = called_by_hand(writing, process, &trigger, under);
        blocks = steps.unwrap_or(blocks);
    }
    let flow = definition(writing, process, kept, (kind, &blocks));
    inside.push(flow);
    let mut draft = writing.identified(Draft::with(kind, inside), subject, &process.key);
    match (kind, &trigger) {
        ("Vorgangsworkflow", Event::Signal(name)) => {
            draft = draft.attribute("AutomatischStartenBei", name.strip_prefix(STATUS).unwrap_or(name));
        }
        ("AdHocWorkflow", Event::Signal(name)) => draft = draft.attribute("Name", name),
        ("AdHocWorkflow", _) => draft = draft.attribute("Name", &process.name),
        _ => {}
    }
    draft
}

/// What begins a process.
fn trigger(writing: &Writing<'_>, process: ProcessId) -> Event {
    let start = writing.document.start_events(process).next();
    match start.map(|start| &start.kind) {
        Some(NodeKind::StartEvent { trigger, .. }) => trigger.clone(),
        _ => Event::None,
    }
}

/// The kind of workflow that fits a process that was not imported.
fn kind_of(writing: &Writing<'_>, process: &Process, trigger: &Event) -> &'static str {
    match trigger {
        _ if process.id == writing.document.main_process => "Erfassungsworkflow",
        Event::Signal(name) if name == CLOSED => "AbschlussWorkflow",
        Event::Signal(name) if name.starts_with(STATUS) => "Vorgangsworkflow",
        _ => "AdHocWorkflow",
    }
}

/// The condition of the decision at the beginning that stands for what functions decide, and the steps that it lets be done.
fn under_answers<'a>(writing: &Writing<'a>, process: Subject, blocks: &[Block]) -> Option<(&'a str, Vec<Block>)> {
    let mut steps = blocks.iter().filter(|block| !native::is_border(writing.document, block));
    let (Some(Block::Choice { split, ways, .. }), None) = (steps.next(), steps.next()) else { return None };
    if writing.origin(Subject::Node(*split))?.strip_suffix(UNDER) != writing.origin(process) {
        return None;
    }
    let flow = |way: &BlockWay| writing.document.flows.get(way.flow);
    let (past, through): (Vec<&BlockWay>, Vec<&BlockWay>) = ways.iter().partition(|way| flow(way).is_some_and(|flow| flow.is_default));
    let [through] = through.as_slice() else { return None };
    let is_past = past.iter().all(|way| way.blocks.is_empty());
    is_past.then_some((flow(through)?.condition.as_str(), through.blocks.clone()))
}

fn called_by_hand(writing: &mut Writing<'_>, process: &Process, trigger: &Event, under: Option<&str>) -> Vec<Draft> {
    let condition = match (trigger, under) {
        (Event::Conditional(condition), None) => writing.speech.condition(condition),
        (Event::Conditional(condition), Some(under)) => writing.speech.condition(&both(condition, under)),
        (_, Some(under)) => writing.speech.condition(under),
        _ => Ok(String::new()),
    };
    let condition = condition.unwrap_or_else(|text| {
        writing.say(Subject::Process(process.id), Remark::Expression(text.clone()));
        text
    });
    let kind = if matches!(trigger, Event::Signal(_)) { "Ereignis" } else { "Sachbearbeitung" };
    let mut inside = Vec::new();
    // An event's workflow may have a condition in the file, for which its process has no place.
    let is_shown = !matches!(trigger, Event::Signal(_));
    inside.extend(is_shown.then(|| Draft::text("Ausfuehrungsbedingung", &condition)));
    inside.extend((!process.description.is_empty()).then(|| Draft::text("Beschreibung", &process.description)));
    inside.push(Draft::text("Typ", kind));
    inside
}

/// The steps of a process, in a `Workflowdefinition` where that kind of workflow has one.
fn definition(writing: &mut Writing<'_>, process: &Process, kept: Option<&Element<'_>>, (kind, blocks): (&str, &[Block])) -> Draft {
    let start = writing.document.start_events(process.id).next().map(|start| start.id);
    let (steps, is_active) = match switched_off(writing, blocks) {
        Some(inner) => (writing.list(&inner), false),
        None => (writing.list(blocks), true),
    };
    let mut inside = vec![Draft::text("Active", if is_active { "true" } else { "false" })];
    inside.extend(steps);
    let startelement = Draft::with("Startelement", inside);
    let key = format!("{}_start", process.key);
    let startelement = match start {
        Some(start) => writing.identified(startelement, Subject::Node(start), &key),
        None => writing.identified_as(startelement, None, &key),
    };
    let definition = kept.and_then(|kept| kept.first("Workflowdefinition"));
    let is_wrapped = kept.map_or(matches!(kind, "AdHocWorkflow" | "Vorgangsworkflow"), |_| definition.is_some());
    if is_wrapped {
        writing.identified_as(Draft::with("Workflowdefinition", vec![startelement]), definition, &format!("{}_ablauf", process.key))
    } else {
        startelement
    }
}

/// What lies in the one sub-process that switches off a whole workflow.
fn switched_off(writing: &Writing<'_>, blocks: &[Block]) -> Option<Vec<Block>> {
    let mut steps = blocks.iter().filter(|block| !native::is_border(writing.document, block));
    let (Some(Block::Step(only)), None) = (steps.next(), steps.next()) else { return None };
    let node = writing.document.nodes.get(*only)?;
    let is_off = matches!(&node.repetition, Repetition::Loop { condition, .. } if condition == "false") && node.name == SWITCHED_OFF;
    let is_around =
        is_off && writing.origin(Subject::Node(*only)).is_none() && matches!(node.kind, NodeKind::SubProcess { is_event: false });
    is_around.then(|| blocks_of(writing.document, &writing.flows, node.process, Some(*only)).blocks)
}

/// Says what of a flow does not lie in blocks.
pub(super) fn say_obstacles(writing: &mut Writing<'_>, blocks: &Blocks) {
    for obstacle in &blocks.obstacles {
        let remark = if matches!(obstacle.kind, ObstacleKind::SharedTail { .. }) { Remark::WrittenTwice } else { Remark::NotInBlocks };
        writing.say(Subject::Flow(obstacle.flow), remark);
    }
    for node in &blocks.beside {
        writing.say(Subject::Node(*node), Remark::Beside);
    }
}

/// A condition as the file writes it, and whether what it decides is switched on.
pub(super) fn condition(writing: &mut Writing<'_>, subject: Subject, feel: &str) -> (String, bool) {
    let (feel, is_off) = without_never(feel);
    let text = writing.speech.condition(feel).unwrap_or_else(|text| {
        writing.say(subject, Remark::Expression(text.clone()));
        text
    });
    (text, !is_off)
}
