//! A kept file brought up to date with the document that came from it.

use super::super::super::xml::{self, Deed, Draft, Element, Manners, Merged};
use super::super::super::{Note, What};
use super::super::order::rank;
use super::super::remark::Remark;
use super::super::standard::{id, name};
use super::super::{first_source, import_again};
use super::follow::followed;
use super::given::given;
use super::ids::Ids;
use super::kept::Kept;
use super::touched::touched;
use super::writer::Writer;
use crate::model::{Document, FlowNode, NodeId, NodeKind, Source, SourceId, Subject, Table};
use std::collections::{BTreeMap, BTreeSet};

/// How elements of BPMN files are told apart. Elements of the picture without id are known by what they draw.
const MANNERS: Manners<'static> = Manners {
    id: "id",
    by_text: &["incoming", "outgoing", "flowNodeRef", "eventDefinitionRef"],
    by_name: "bpmnElement",
    by_child: &[],
    rank: &rank,
};

/// A kept file, and the document that it gives when it is imported again.
pub(in crate::exchange) struct KeptFile<'k> {
    /// Its text.
    pub text: &'k str,
    /// Its tree.
    pub root: &'k Element<'k>,
    /// Where the document that is to be written keeps it.
    pub source: SourceId,
    /// What it gives when it is imported.
    pub fresh: &'k Document,
    /// Where that document keeps it.
    pub fresh_source: SourceId,
}

/// Writes the document into its source; `None` if that cannot be read any more.
pub(super) fn into_source(document: &Document, source: &Source) -> Option<(String, Vec<Note>)> {
    let given = source.given.document();
    if given.is_some_and(|given| is_same(document, given)) {
        return Some(unchanged(document, &source.text));
    }
    let root = xml::read(&source.text).ok()?;
    let again = if given.is_none() || cfg!(debug_assertions) { Some(import_again(&root).ok()?) } else { None };
    debug_assert!(given.is_none_or(|given| Some(given) == again.as_ref()), "a file always gives the same");
    let fresh = given.or(again.as_ref())?;
    Some(rewrite(document, &KeptFile { text: &source.text, root: &root, source: source.id, fresh, fresh_source: first_source() }))
}

/// The text of the file with all that is otherwise in the document, and what was done.
pub(in crate::exchange) fn rewrite(document: &Document, file: &KeptFile<'_>) -> (String, Vec<Note>) {
    if is_same(document, file.fresh) {
        return unchanged(document, file.text);
    }
    if let Some(given) = given(document, file)
        && let Ok(root) = xml::read(&given.text)
    {
        let (text, mut notes) = difference(&given.document, &KeptFile { text: &given.text, root: &root, fresh: &given.fresh, ..*file });
        notes.extend(given.notes);
        return (text, notes);
    }
    difference(document, file)
}

/// The same once it is known that there is something to write.
fn difference(document: &Document, file: &KeptFile<'_>) -> (String, Vec<Note>) {
    let written = compared(document, file, true);
    debug_assert_eq!(written, compared(document, file, false), "what is not touched is the same");
    written
}

/// The same by comparing what is touched, or everything.
fn compared(document: &Document, file: &KeptFile<'_>, is_brief: bool) -> (String, Vec<Note>) {
    let kept = Kept::new(file.root, file.fresh, file.fresh_source);
    let ids = Ids::new(file.fresh, &kept, Some(file.fresh_source));
    let is_same = is_brief && ids.are_kept() && has_same_elements(document, file);
    let own_ids = if is_same { ids.clone() } else { Ids::new(document, &kept, Some(file.source)) };
    let mut was = Writer::new(file.fresh, &kept, ids);
    let mut writer = Writer::new(document, &kept, own_ids);
    writer.draws_all = document.diagram != file.fresh.diagram;
    writer.touched = if is_brief { touched(document, file, [&was, &writer]) } else { None };
    was.touched.clone_from(&writer.touched);
    let before = was.definitions(None);
    let after = writer.definitions(Some(&was.uses()));
    let has_helpers = [&was, &writer].iter().any(|writer| writer.ids.all_beside().next().is_some());
    let mut notes = if has_helpers { lost_helpers(document, file) } else { Vec::new() };
    if before == after {
        let (text, unchanged) = unchanged(document, file.text);
        notes.extend(unchanged);
        return (text, notes);
    }
    let merged = xml::merge(file.text, file.root, &writer.declared(before), &writer.declared(after), &MANNERS);
    if merged.misses && is_brief {
        return compared(document, file, false);
    }
    let merged = followed(merged, file.root);
    notes.extend(said(document, file, &merged, &writer));
    (merged.text, notes)
}

/// The file as it is.
fn unchanged(document: &Document, text: &str) -> (String, Vec<Note>) {
    (text.to_owned(), vec![Note::new("", document.main().map_or("", |process| &process.name), What::Unchanged)])
}

/// Whether nothing of what BPMN says was changed since the import: the tables are those that the file gives.
fn is_same(document: &Document, fresh: &Document) -> bool {
    document.nodes == fresh.nodes && document.flows == fresh.flows && document.diagram == fresh.diagram && has_same_frame(document, fresh)
}

/// The same of all but nodes, flows and the picture.
pub(super) fn has_same_frame(document: &Document, fresh: &Document) -> bool {
    document.processes == fresh.processes
        && document.main_process == fresh.main_process
        && document.roles == fresh.roles
        && document.pools == fresh.pools
        && document.lanes == fresh.lanes
        && document.message_flows == fresh.message_flows
        && document.artifacts == fresh.artifacts
        && document.associations == fresh.associations
}

/// Whether the document has the elements that the file gives, all from the same places of the file.
fn has_same_elements(document: &Document, file: &KeptFile<'_>) -> bool {
    let fresh = file.fresh;
    file.source == file.fresh_source
        && document.origins == fresh.origins
        && has_same_frame(document, fresh)
        && has_same_keys(&document.nodes, &fresh.nodes)
        && has_same_keys(&document.flows, &fresh.flows)
}

fn has_same_keys<K: Ord + Copy, V: Clone + PartialEq>(now: &Table<K, V>, was: &Table<K, V>) -> bool {
    now.len() == was.len() && now.removed_since(was).next().is_none()
}

/// Changes to nodes that stand beside another one for a single node of the file: they are not in it.
fn lost_helpers(document: &Document, file: &KeptFile<'_>) -> Vec<Note> {
    let (now, was) = (nodes_by_id(document, file.source), nodes_by_id(file.fresh, file.fresh_source));
    let (ways, ways_before) = (inner_ways(document, &now), inner_ways(file.fresh, &was));
    let mut notes = Vec::new();
    for (id, before) in was {
        if let (Some(nodes), false) = (now.get(id), ways.get(id) == ways_before.get(id)) {
            let subject = nodes.first().map(|node| Subject::Node(*node));
            let name = subject.and_then(|subject| document.name_of(subject)).unwrap_or_default();
            notes.push(Note::new(id, name, What::Bpmn(Remark::StandsForOne)).on(subject));
            continue;
        }
        let Some(nodes) = now.get(id) else { continue };
        for (place, was) in before.iter().enumerate().skip(1) {
            let node = nodes.get(place).and_then(|node| document.nodes.get(*node));
            let is_same = file.fresh.nodes.get(*was).zip(node).is_some_and(|(was, is)| is_alike(was, is));
            if !is_same {
                let at = node.or_else(|| document.nodes.get(*nodes.first()?));
                let note = Note::new(id, at.map_or("", |node| &node.name), What::Bpmn(Remark::StandsForOne));
                notes.push(note.on(at.map(|node| Subject::Node(node.id))));
            }
        }
    }
    notes
}

/// The nodes that came from each id of a file.
fn nodes_by_id(document: &Document, source: SourceId) -> BTreeMap<&str, Vec<NodeId>> {
    let mut found: BTreeMap<&str, Vec<NodeId>> = BTreeMap::new();
    for (subject, origin) in document.origins.iter().filter(|(_, origin)| origin.source == source) {
        if let Subject::Node(node) = subject {
            found.entry(&origin.id).or_default().push(node);
        }
    }
    found
}

/// How many flows lead between nodes that stand for one element, by its id.
fn inner_ways<'a>(document: &Document, beside: &BTreeMap<&'a str, Vec<NodeId>>) -> BTreeMap<&'a str, usize> {
    let several = beside.iter().filter(|(_, nodes)| nodes.len() > 1);
    let owner: BTreeMap<NodeId, &str> = several.flat_map(|(id, nodes)| nodes.iter().map(move |node| (*node, *id))).collect();
    let mut counts = BTreeMap::new();
    if owner.is_empty() {
        return counts;
    }
    for flow in document.flows.values() {
        if let Some(id) = owner.get(&flow.from).filter(|id| owner.get(&flow.to) == Some(id)) {
            *counts.entry(*id).or_default() += 1;
        }
    }
    counts
}

/// Whether two nodes say the same, whatever their identities and what they refer to.
fn is_alike(was: &FlowNode, is: &FlowNode) -> bool {
    let refers = matches!(was.kind, NodeKind::BoundaryEvent { .. } | NodeKind::CallActivity(_));
    was.name == is.name && was.repetition == is.repetition && was.details == is.details && (refers || was.kind == is.kind)
}

/// What was done, by elements of the document.
fn said(document: &Document, file: &KeptFile<'_>, merged: &Merged, writer: &Writer<'_>) -> Vec<Note> {
    let done: BTreeSet<&str> = merged.deeds.iter().map(|(_, id)| id.as_str()).collect();
    let mut by_id: BTreeMap<&str, Subject> = BTreeMap::new();
    writer.ids.all(document).filter(|(_, id)| done.contains(id)).for_each(|(subject, id)| {
        by_id.entry(id).or_insert(subject);
    });
    let mut seen = BTreeSet::new();
    let mut notes = Vec::new();
    for (deed, own) in &merged.deeds {
        let subject = by_id.get(own.as_str()).copied();
        // The picture follows what it draws; that something in it was changed is said with that.
        if subject.is_none() && *deed != Deed::Removed || !seen.insert((own, *deed as u8)) {
            continue;
        }
        let kept = writer.kept.element(own);
        if subject.is_none() && kept.is_none() {
            continue;
        }
        let what = match deed {
            Deed::Changed => What::Rewritten,
            Deed::Added => What::Added,
            Deed::Moved => What::Moved,
            Deed::Removed => What::Removed,
        };
        let called = subject
            .and_then(|subject| document.name_of(subject))
            .map_or_else(|| kept.map(|it| name(it)).unwrap_or_default(), str::to_owned);
        notes.push(Note::new(own, &called, what).on(subject));
    }
    if notes.is_empty() {
        notes.push(Note::new(id(file.root), &name(file.root), What::Rewritten));
    }
    notes
}

impl Writer<'_> {
    /// With the namespaces that the file may lack; only those of which something is written are declared.
    fn declared(&self, draft: Draft) -> Draft {
        self.prefixes.missing().into_iter().fold(draft, |draft, (name, namespace)| draft.attribute(&name, namespace))
    }
}
