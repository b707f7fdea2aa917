//! Steps in the order of the file, and those that hold others: decisions, loops, lists.

use super::super::super::xml::Element;
use super::super::reading::{End, Place, Reading};
use super::super::remark::Remark;
use super::super::standard::{WORKFLOWS, expression_of, id_of, is_active, is_step, text_of};
use super::condition::never;
use super::naming::{name_and_note, short};
use super::workflow::never as never_done;
use super::{SWITCHED_OFF, functions, steps, variables};
use crate::model::{Assignment, DEEPEST, Event, NodeId, NodeKind, Repetition, Subject};

/// A loop that need not end by itself ends after so many times: one that lies in none, in one, in two, in more of its kind. All of them in
/// each other stay far below what the simulator takes for endless.
const AT_MOST: [u32; 4] = [50, 10, 4, 2];

/// Reads the steps in an element, one behind the other. As deep as the file nests, which its reader bounds.
pub(super) fn read(reading: &mut Reading, at: Place, end: &mut End, holder: &Element<'_>) {
    for step in holder.elements() {
        if is_step(step.name.local) {
            one(reading, at, end, step, id_of(step));
        } else if is_unknown_step(holder, step) {
            unknown(reading, at, end, step, id_of(step));
        }
    }
}

/// A step of a kind that nobody knows; one that holds steps is a list of them.
fn unknown(reading: &mut Reading, at: Place, end: &mut End, step: &Element<'_>, id: &str) {
    reading.say(step, step.name.local, Remark::UnknownStep(step.name.local.to_owned()));
    if step.elements().any(|inner| is_step(inner.name.local)) {
        reading.steps += 1;
        list(reading, at, end, step, id);
    } else {
        steps::unknown(reading, at, end, step, id);
    }
}

/// Something with an identity or a switch, among steps: a step that nobody knows.
fn is_unknown_step(holder: &Element<'_>, element: &Element<'_>) -> bool {
    let looks_so = !id_of(element).is_empty() || element.first("Active").is_some();
    looks_so && element.name.local != "Entscheidungszweig" && !WORKFLOWS.contains(&holder.name.local)
}

/// Reads the steps in an element into a sub-process, with a beginning and an end of their own.
pub(super) fn within(reading: &mut Reading, at: Place, sub_process: NodeId, holder: &Element<'_>) {
    let (inside, mut end) = open(reading, at, sub_process);
    read(reading, inside, &mut end, holder);
    close(reading, inside, &mut end);
}

fn open(reading: &mut Reading, at: Place, sub_process: NodeId) -> (Place, End) {
    let inside = Place { parent: Some(sub_process), depth: at.depth + 1, ..at };
    let begin = reading.node(inside, NodeKind::StartEvent { trigger: Event::None, is_interrupting: true }, "");
    (inside, End::behind(begin))
}

fn close(reading: &mut Reading, inside: Place, end: &mut End) {
    let last = reading.node(inside, NodeKind::EndEvent(Event::None), "");
    reading.lead(end, last);
}

fn one(reading: &mut Reading, at: Place, end: &mut End, step: &Element<'_>, id: &str) {
    reading.steps += 1;
    match step.name.local {
        "Entscheidungselement" => switchable(reading, at, end, step, |reading, at, end| decision(reading, at, end, step, id)),
        "Schleife" => repeated(reading, at, end, step, id),
        "SequenzielleListe" => list(reading, at, end, step, id),
        _ => steps::read(reading, at, end, step, id),
    }
}

/// Puts what cannot be switched off itself into a sub-process that is never done, if the file has it switched off.
pub(super) fn switchable(
    reading: &mut Reading,
    at: Place,
    end: &mut End,
    step: &Element<'_>,
    put: impl FnOnce(&mut Reading, Place, &mut End),
) {
    if is_active(step) || at.depth + 1 >= DEEPEST {
        return put(reading, at, end);
    }
    let around = reading.node(at, NodeKind::SubProcess { is_event: false }, SWITCHED_OFF);
    reading.change(around, |node| node.repetition = never_done());
    reading.say_of(step, Subject::Node(around), Remark::SwitchedOff);
    reading.lead(end, around);
    let (inside, mut inner) = open(reading, at, around);
    put(reading, inside, &mut inner);
    close(reading, inside, &mut inner);
}

/// A split and a join; where no way's condition holds, the flow goes on.
fn decision(reading: &mut Reading, at: Place, end: &mut End, step: &Element<'_>, id: &str) {
    let (name, _) = name_and_note(&text_of(step, "Comment"), "");
    let split = reading.node(at, NodeKind::ExclusiveGateway, &name);
    reading.remember(Subject::Node(split), id);
    let mut has_default = false;
    let mut ways = Vec::new();
    for way in step.all("Entscheidungszweig") {
        let begun = begin_way(reading, split, way, &mut has_default);
        ways.push((way, begun));
    }
    functions::ask(reading, at, end, id, true);
    reading.lead(end, split);
    let join = reading.node(at, NodeKind::ExclusiveGateway, "");
    for (way, mut inner) in ways {
        read(reading, at, &mut inner, way);
        reading.lead(&mut inner, join);
    }
    if !has_default {
        reading.lead(&mut End { is_default: true, ..End::behind(split) }, join);
    }
    *end = End::behind(join);
}

/// A way without condition is that for all other cases.
fn begin_way(reading: &mut Reading, split: NodeId, way: &Element<'_>, has_default: &mut bool) -> End {
    let text = expression_of(way, "Ausdruck");
    let is_default =
        text.is_empty() && is_active(way) && !std::mem::replace(has_default, *has_default || text.is_empty() && is_active(way));
    let known = reading.library.take_asked();
    let mut condition = match text.as_str() {
        _ if is_default => String::new(),
        "" => "true".to_owned(),
        text => reading.condition(text),
    };
    if !is_active(way) {
        condition = never(&condition);
        reading.library.take_asked();
        reading.say_of(way, Subject::Node(split), Remark::WayOff);
    }
    reading.library.ask_too(known);
    reading.say_words(way, Subject::Node(split));
    let name = short(&text_of(way, "Comment"));
    End { name, condition, is_default, origin: Some(id_of(way).to_owned()), ..End::behind(split) }
}

/// A sub-process that is repeated, with steps that count its variable where it does not do that itself.
fn repeated(reading: &mut Reading, at: Place, end: &mut End, step: &Element<'_>, id: &str) {
    if at.depth + 1 >= DEEPEST {
        reading.say(step, step.name.local, Remark::TooDeep);
        return read(reading, at, end, step);
    }
    let text = expression_of(step, "Ausdruck");
    let condition = if text.is_empty() { "false".to_owned() } else { reading.condition(&text) };
    let counter = reading.counter(&text_of(step, "NameDerZaehlervariable"));
    let counts_itself = counter.as_ref().is_none_or(|counter| variables::is_set_in(step, &counter.name));
    let asked = functions::ask(reading, at, end, id, is_active(step));
    if let Some(counter) = counter.as_ref().filter(|counter| !reading.words.is_set_before(&counter.name, step.place.start)) {
        count(reading, at, end, &counter.path, "0", &format!("{} beginnt bei 0", counter.name), &format!("{id}/Beginn"));
    }
    let (name, note) = name_and_note(&text_of(step, "Comment"), variables::LOOP);
    let node = reading.node(at, NodeKind::SubProcess { is_event: false }, &name);
    // Only a counter that is counted each time and has to stay below something ends by itself.
    let is_bound = counter.as_ref().is_some_and(|counter| {
        let is_counted = !counts_itself || variables::is_surely_counted(step, &counter.name);
        is_counted && condition.contains(&format!("{} <", counter.path)) && !condition.contains(" or ")
    });
    let maximum = AT_MOST.get(at.unbound).or(AT_MOST.last()).copied().filter(|_| !is_bound && condition != "false");
    let condition = if is_active(step) { condition } else { never(&condition) };
    reading.change(node, |node| {
        node.details.note = note;
        node.repetition = Repetition::Loop { condition, tests_before: true, maximum };
    });
    reading.remember(Subject::Node(node), id);
    reading.say_words(step, Subject::Node(node));
    if !is_active(step) {
        reading.say_of(step, Subject::Node(node), Remark::SwitchedOff);
    }
    if let Some(most) = maximum {
        reading.say_of(step, Subject::Node(node), Remark::AtMost(most));
    }
    reading.lead(end, node);
    let around = Place { unbound: at.unbound + usize::from(maximum.is_some()), ..at };
    let (inside, mut inner) = open(reading, around, node);
    read(reading, inside, &mut inner, step);
    if let Some(counter) = counter.filter(|_| !counts_itself) {
        let next = format!("{} + 1", counter.path);
        count(reading, inside, &mut inner, &counter.path, &next, &format!("{} zählen", counter.name), &format!("{id}/Zaehlen"));
        reading.say_of(step, Subject::Node(node), Remark::Counter(counter.name));
    }
    functions::again(reading, inside, &mut inner, &asked, &format!("{id}/Funktion am Ende"));
    close(reading, inside, &mut inner);
}

fn count(reading: &mut Reading, at: Place, end: &mut End, target: &str, value: &str, name: &str, id: &str) {
    let assignment = Assignment { target: target.to_owned(), value: value.to_owned() };
    let node = reading.node(at, NodeKind::ScriptTask(vec![assignment]), name);
    reading.remember(Subject::Node(node), id);
    reading.lead(end, node);
}

/// A sub-process.
fn list(reading: &mut Reading, at: Place, end: &mut End, step: &Element<'_>, id: &str) {
    if at.depth + 1 >= DEEPEST {
        reading.say(step, step.name.local, Remark::TooDeep);
        return read(reading, at, end, step);
    }
    let usual = if is_step(step.name.local) { variables::LIST } else { step.name.local };
    let (name, note) = name_and_note(&text_of(step, "Comment"), usual);
    let node = reading.node(at, NodeKind::SubProcess { is_event: false }, &name);
    reading.change(node, |node| node.details.note = note);
    reading.remember(Subject::Node(node), id);
    steps::switch(reading, step, node);
    reading.lead(end, node);
    within(reading, at, node, step);
}
