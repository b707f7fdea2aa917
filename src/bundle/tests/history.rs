//! A kept history is read as it was written, shares what did not change, and ends where it is damaged.

use super::{complete, random};
use crate::bundle::*;
use crate::model::*;
use proptest::prelude::*;
use std::sync::Arc;

/// Documents that have little in common, and between them small changes of each.
fn documents(seed: u64) -> Vec<Arc<Document>> {
    let mut documents = Vec::new();
    for seed in [seed, seed.wrapping_add(1)] {
        let mut document = random::document(seed);
        documents.push(Arc::new(document.clone()));
        let main = document.main_process;
        document.processes.get_mut(main).unwrap().name.push_str(" \"neu\"\n\u{2028}");
        documents.push(Arc::new(document.clone()));
        let role: RoleId = document.new_id();
        document.roles.insert(role, Role { id: role, key: "neu".into(), name: "Neu".into(), kind: RoleKind::System });
        documents.push(Arc::new(document.clone()));
        document.roles.remove(role);
        documents.push(Arc::new(document));
    }
    documents.push(Arc::new(complete::document()));
    documents
}

fn text(documents: &[Arc<Document>]) -> String {
    let mut text = history_start(&documents[0]);
    for (at, pair) in documents.windows(2).enumerate() {
        text.push_str(&history_step(at, "Move", Some(Subject::Node(NodeId(at as u32))), &pair[0], &pair[1]));
    }
    text
}

fn read(text: &str) -> KeptHistory {
    read_history(text.as_bytes()).unwrap()
}

/// Ends of lines before a byte.
fn ends(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count()
}

fn documents_of(history: &KeptHistory) -> Vec<&Document> {
    std::iter::once(&history.start).chain(history.steps.iter().map(|step| &step.after)).map(AsRef::as_ref).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]
    #[test]
    fn what_is_written_is_read(seed: u64) {
        let documents = documents(seed);
        let history = read(&text(&documents));
        prop_assert_eq!(documents_of(&history), documents.iter().map(AsRef::as_ref).collect::<Vec<_>>());
        prop_assert_eq!(history.position, documents.len() - 1);
        prop_assert!(history.steps.iter().all(|step| step.name == "Move" && step.about.is_some()));
    }
}

#[test]
fn what_did_not_change_is_shared() {
    let documents = documents(3);
    let history = read(&text(&documents));
    let (first, second) = (&history.start, &history.steps[0].after);
    assert!(first.nodes.same_as(&second.nodes) && !first.processes.same_as(&second.processes));
    let one_step = history_step(0, "Rename", None, &documents[0], &documents[1]);
    assert!(one_step.len() < 1_000, "a step is as long as what it changes: {one_step}");
}

#[test]
fn undone_steps_stay_until_another_is_done() {
    let documents = documents(3);
    let all = text(&documents);
    let back = all.clone() + &history_place(2);
    assert_eq!((read(&back).position, read(&back).steps.len()), (2, documents.len() - 1));
    let other = back + &history_step(2, "Fix", None, &documents[2], &documents[0]);
    let history = read(&other);
    assert_eq!((history.position, history.steps.len(), history.steps[2].name.as_str()), (3, 3, "Fix"));
    assert_eq!(*history.steps[2].after, *documents[0]);
    for nowhere in [history_place(99), history_step(99, "Fix", None, &documents[0], &documents[1]), history_start(&documents[0])] {
        assert_eq!(read(&(all.clone() + &nowhere)), read(&all), "a line that cannot be ends the history");
    }
}

#[test]
fn a_cut_leaves_the_steps_before_it() {
    let documents = documents(3);
    let text = text(&documents);
    let start = history_start(&documents[0]).len();
    for end in (0..text.len()).step_by(61).chain(start - 2..start + 2) {
        match read_history(&text.as_bytes()[..end]) {
            None => assert!(end < start, "{end}"),
            Some(history) => {
                assert!(end >= start, "{end}");
                let whole = ends(&text, end) - 2;
                assert_eq!(history.steps.len(), whole, "{end}");
                assert_eq!(*history.steps.last().map_or(&history.start, |step| &step.after), documents[whole]);
            }
        }
    }
}

#[test]
fn an_altered_line_ends_the_history() {
    let documents = documents(3);
    let text = text(&documents);
    for at in (0..text.len()).step_by(97) {
        let mut bytes = text.clone().into_bytes();
        bytes[at] ^= 1;
        // Whatever is read is what was written, up to the altered line.
        if let Some(history) = read_history(&bytes) {
            let before = ends(&text, at).saturating_sub(2);
            assert_eq!(history.steps.len(), before, "{at}");
        }
    }
    for foreign in ["", "\n", "(format: \"dienstweg-history\", version: 2, needs: \"0.9.0\")\n", &history_place(0)] {
        assert_eq!(read_history(foreign.as_bytes()), None);
    }
}
