//! Tasks of the platform: who does them, by when, under which condition.

use super::super::super::xml::Element;
use super::super::reading::{End, Place, Reading};
use super::super::remark::Remark;
use super::super::standard::{expression_of, is_active, is_no_condition, text_of, words_of};
use super::{UNDER, functions, steps};
use crate::model::{Duration, NodeId, NodeKind, RoleKind, Subject};

/// Reads a task; one that is done under a condition gets a decision before it.
pub(super) fn read(reading: &mut Reading, at: Place, end: &mut End, (step, task): (&Element<'_>, &Element<'_>), id: &str) {
    let text = expression_of(task, "Ausfuehrungsbedingung");
    if is_no_condition(&text) {
        return put(reading, at, end, (step, task), id);
    }
    let condition = reading.condition(&text);
    functions::ask(reading, at, end, id, is_active(step));
    let split = reading.node(at, NodeKind::ExclusiveGateway, "");
    reading.remember(Subject::Node(split), &format!("{id}{UNDER}"));
    reading.say_words(step, Subject::Node(split));
    reading.say_of(step, Subject::Node(split), Remark::TaskCondition);
    reading.lead(end, split);
    let join = reading.node(at, NodeKind::ExclusiveGateway, "");
    let mut way = End { condition, ..End::behind(split) };
    put(reading, at, &mut way, (step, task), id);
    reading.lead(&mut way, join);
    reading.lead(&mut End { is_default: true, ..End::behind(split) }, join);
    *end = End::behind(join);
}

fn put(reading: &mut Reading, at: Place, end: &mut End, (step, task): (&Element<'_>, &Element<'_>), id: &str) {
    let kind = if task.name.local == "ProzessAnhaltenSystemaufgabe" { NodeKind::UserTask } else { NodeKind::ServiceTask };
    let named = words_of(task, "Name").trim().to_owned();
    let name = if named.is_empty() { usual_name(task.name.local).to_owned() } else { named };
    let node = reading.node(at, kind, &name);
    let role = Some(text_of(task, "Zustaendigkeit")).filter(|role| !role.is_empty());
    let role = role.map(|role| reading.role(&role, RoleKind::Caseworker));
    let due = due(reading, task, node);
    let comment = text_of(step, "Comment");
    let note = if comment.is_empty() { text_of(task, "Beschreibung") } else { comment };
    reading.change(node, |node| {
        node.details.role = role;
        node.details.due = due;
        node.details.note = note;
    });
    reading.remember(Subject::Node(node), id);
    steps::switch(reading, step, node);
    reading.lead(end, node);
}

fn due(reading: &mut Reading, task: &Element<'_>, node: NodeId) -> Option<Duration> {
    let text = expression_of(task, "Standardfaelligkeit");
    let found = duration(&text);
    if found.is_none() && !text.is_empty() {
        reading.say_of(task, Subject::Node(node), Remark::Due(text));
    }
    found
}

/// A time as the file says it: a number of days, or an ISO 8601 duration.
fn duration(text: &str) -> Option<Duration> {
    let is_number = !text.is_empty() && text.len() <= 5 && text.bytes().all(|digit| digit.is_ascii_digit());
    let is_iso = || text.len() > 2 && text.len() <= 30 && text.starts_with('P') && text.bytes().all(|sign| sign.is_ascii_alphanumeric());
    let iso = if is_number { format!("P{text}D") } else { Some(text.to_owned()).filter(|_| is_iso())? };
    Some(Duration { iso, in_working_days: false })
}

/// A time as the file says it: days as their number.
pub(super) fn duration_text(duration: &Duration) -> String {
    let days = duration.iso.strip_prefix('P').and_then(|rest| rest.strip_suffix('D'));
    let days = days.filter(|days| !days.is_empty() && days.len() <= 5 && days.bytes().all(|digit| digit.is_ascii_digit()));
    days.unwrap_or(&duration.iso).to_owned()
}

/// What a task without name is called.
pub(super) fn usual_name(task: &str) -> &'static str {
    match task {
        "ProzessAnhaltenSystemaufgabe" => "Prozess anhalten",
        "VorgangLoeschenSystemaufgabe" => "Vorgang löschen",
        "EreignisseAusloesenSystemaufgabe" => "Ereignisse auslösen",
        "VorgangErzeugenSystemaufgabe" => "Vorgang erzeugen",
        _ => "Aufgabe",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_and_written() {
        for (text, iso) in
            [("14", Some("P14D")), ("P2W", Some("P2W")), ("PT4H", Some("PT4H")), ("", None), ("dateAdd(…)", None), ("-3", None)]
        {
            let read = duration(text);
            assert_eq!(read.as_ref().map(|it| it.iso.as_str()), iso, "{text}");
            assert!(read.is_none_or(|it| duration_text(&it) == text));
        }
    }
}
