//! What one report says after another: only what is new.

use super::{Note, What, ozg_hub};
use crate::model::Subject;
use std::collections::BTreeMap;

/// Of which element a note speaks: element of the document, id and name in the file.
type Of<'a> = (Option<Subject>, &'a str, &'a str);

/// The notes of a report that those of an earlier one about the same document do not say already. A note without a line says the same as one
/// with a line.
pub fn news(report: &[Note], said: &[Note]) -> Vec<Note> {
    let mut known: BTreeMap<Of<'_>, BTreeMap<Option<usize>, Vec<&Note>>> = BTreeMap::new();
    for note in said {
        known.entry(of(note)).or_default().entry(note.at.line).or_default().push(note);
    }
    let is_known = |note: &Note| {
        let Some(own) = known.get(&of(note)) else { return false };
        let says = |lines: &Vec<&Note>| lines.iter().any(|old| is_same(&old.what, &note.what) && is_same_file(old, note));
        match note.at.line {
            Some(_) => own.get(&note.at.line).is_some_and(says) || own.get(&None).is_some_and(says),
            None => own.values().any(says),
        }
    };
    report.iter().filter(|note| !is_known(note)).cloned().collect()
}

fn of(note: &Note) -> Of<'_> {
    (note.at.subject, &note.at.id, &note.at.name)
}

fn is_same(old: &What, new: &What) -> bool {
    match (old, new) {
        (What::OzgHub(old), What::OzgHub(new)) => ozg_hub::Remark::repeats(new, old),
        _ => old == new,
    }
}

fn is_same_file(old: &Note, new: &Note) -> bool {
    old.at.file == new.at.file || old.at.file.is_empty() || new.at.file.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::NodeId;
    use ozg_hub::Remark;

    fn note(what: Remark, line: usize) -> Note {
        Note::new("", "", What::OzgHub(what)).file("models/a.bpmn").line(line).on(Subject::Node(NodeId(1)))
    }

    #[test]
    fn only_what_was_said_at_the_same_place_is_left_out() {
        let said = [note(Remark::OneFile, 3), note(Remark::AsText, 4)];
        let now = [
            note(Remark::OneFile, 3),
            note(Remark::OneFile, 4),
            note(Remark::OneFile, 3).file("models/b.bpmn"),
            note(Remark::OneFile, 3).on(None),
        ];
        assert_eq!(news(&now, &said), now[1..]);
    }

    #[test]
    fn a_note_without_a_place_is_known_by_its_element() {
        let missing = |sets: &str| Remark::ScriptMissing { path: "scripts/a/b.groovy".to_owned(), sets: sets.to_owned() };
        let unplaced = |what: Remark| Note::new("", "", What::OzgHub(what)).on(Subject::Node(NodeId(1)));
        let said = [note(missing("Betrag"), 3)];
        assert!(news(&[unplaced(missing(""))], &said).is_empty());
        assert_eq!(news(&[unplaced(Remark::ScriptMissing { path: String::new(), sets: String::new() })], &said).len(), 1);
    }
}
