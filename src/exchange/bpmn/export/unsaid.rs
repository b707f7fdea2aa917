//! What of a document is not in the file.

use super::super::super::{Note, What};
use super::super::remark::{Missing, Remark};
use crate::model::{Document, FlowNode, Lane, NodeKind, StepDetails};

/// A note for each kind of thing that BPMN has no place for, and one for what stands in extension elements.
pub(in crate::exchange) fn unsaid(document: &Document) -> Vec<Note> {
    let counted = [
        (Missing::LanesOfBlackBoxes, document.lanes.values().filter(|lane| is_closed(document, lane)).count()),
        (Missing::Forms, document.forms.len()),
        (Missing::Data, document.fields.len()),
        (Missing::CodeLists, document.code_lists.len()),
        (Missing::DecisionTables, document.decision_tables.len()),
        (Missing::Letters, document.document_templates.len()),
        (Missing::Settings, document.settings.len()),
        (Missing::TestCases, document.test_cases.len()),
        (Missing::Exercises, document.exercises.len()),
        (Missing::Languages, document.languages.len()),
    ];
    let name = document.main().map(|process| process.name.clone()).unwrap_or_default();
    let missing = counted.into_iter().filter(|(_, count)| *count > 0);
    let mut notes: Vec<Note> = missing.map(|(what, count)| Note::new("", &name, What::Bpmn(Remark::NoPlace { what, count }))).collect();
    let own = document.nodes.values().filter(|node| is_own(node)).count();
    if own > 0 {
        notes.insert(0, Note::new("", &name, What::Bpmn(Remark::OwnWords(own))));
    }
    notes
}

/// Whether a lane divides a pool that has no process: BPMN has lanes in processes only.
fn is_closed(document: &Document, lane: &Lane) -> bool {
    document.pools.get(lane.pool).is_some_and(|pool| pool.process.is_none())
}

/// Whether something about a step is for the studio only.
fn is_own(node: &FlowNode) -> bool {
    let own = StepDetails { note: String::new(), documents: Vec::new(), form: None, ..node.details.clone() };
    own != StepDetails::default() || matches!(&node.kind, NodeKind::ScriptTask(set) if !set.is_empty())
}
