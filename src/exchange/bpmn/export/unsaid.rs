//! What of a document is not in the file.

use super::super::super::{Note, What};
use super::super::remark::{Missing, Remark};
use crate::expr::{self, Type};
use crate::model::{Document, FlowNode, Lane, NodeKind, Repetition, SourceFormat, StepDetails, Subject};
use crate::scope;

/// A note for each kind of thing that BPMN has no place for, and one for what stands in extension elements.
pub(in crate::exchange) fn unsaid(document: &Document) -> Vec<Note> {
    let counted = [
        (Missing::LanesOfBlackBoxes, document.lanes.values().filter(|lane| is_closed(document, lane)).count()),
        (Missing::Forms, document.forms.len()),
        (Missing::Data, document.fields.len().max(document.objects.len())),
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
    notes.extend(lists(document));
    let own = document.nodes.values().filter(|node| is_own(node)).count();
    if own > 0 {
        notes.insert(0, Note::new("", &name, What::Bpmn(Remark::OwnWords(own))));
    }
    notes
}

/// A note about the kept files of other formats, of which a file in BPMN has nothing.
pub(super) fn other_files(document: &Document) -> Option<Note> {
    let count = document.sources.values().filter(|source| source.format != SourceFormat::Bpmn).count();
    let name = document.main().map(|process| process.name.clone()).unwrap_or_default();
    (count > 0).then(|| Note::new("", &name, What::Bpmn(Remark::NoPlace { what: Missing::OtherFiles, count })))
}

/// A note for each step that is done for the entries of a list and did not come from a file, which has words of its own for it.
fn lists(document: &Document) -> Vec<Note> {
    let is_new = |node: &&FlowNode| !document.origins.contains(Subject::Node(node.id));
    let list = |node: &FlowNode| match &node.repetition {
        Repetition::MultiInstance { collection, .. } if !collection.is_empty() => Some(collection.clone()),
        _ => None,
    };
    let found: Vec<_> = document.nodes.values().filter(is_new).filter_map(|node| Some((node, list(node)?))).collect();
    if found.is_empty() {
        return Vec::new();
    }
    let (names, fields) = (scope::names(document), scope::fields(document));
    let is_number = |text: &str| expr::parse(text, &names).is_ok_and(|tree| expr::type_of(&tree, &fields) == Type::Number);
    let said = |(node, list): (&FlowNode, String)| {
        Note::new(&node.key, &node.name, What::Bpmn(Remark::ListAsNumber(list))).on(Subject::Node(node.id))
    };
    found.into_iter().filter(|(_, list)| !is_number(list)).map(said).collect()
}

/// Whether a lane divides a pool that has no process: BPMN has lanes in processes only.
fn is_closed(document: &Document, lane: &Lane) -> bool {
    document.pools.get(lane.pool).is_some_and(|pool| pool.process.is_none())
}

/// Whether something about a step is for the studio only.
fn is_own(node: &FlowNode) -> bool {
    // Most steps have no details at all.
    let has_own = |details: &StepDetails| {
        let own = StepDetails { note: String::new(), documents: Vec::new(), form: None, ..details.clone() };
        own != StepDetails::default()
    };
    node.details != StepDetails::default() && has_own(&node.details) || matches!(&node.kind, NodeKind::ScriptTask(set) if !set.is_empty())
}
