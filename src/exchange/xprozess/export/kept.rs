//! A kept message brought up to date.

use super::super::Remark;
use super::super::archive::{pack, unpack};
use super::super::groups::Steps;
use super::super::importing::import;
use super::super::message::{Message, is_model};
use super::super::standard::{find, text};
use super::drafts::Prefix;
use super::parts::{Parts, rank};
use super::{flow, number_of};
use crate::exchange::xml::{self, Deed, Draft, Element, Manners};
use crate::exchange::{Note, What};
use crate::model::{Document, NodeId, Source, Subject};
use std::collections::BTreeMap;

/// How the elements of messages are told apart: steps and those who take part by an element in them, all others by their number.
const MANNERS: Manners<'static> = Manners {
    id: "id",
    by_text: &["fachverfahren"],
    by_name: "",
    by_child: &[("aktivitaetengruppe", "subProzessID"), ("prozessteilnehmer", "name"), ("handlungsgrundlage", "name")],
    rank: &rank,
};

/// The text of the kept message with all that is otherwise in the document, and what was done; `None` if it cannot be read any more.
pub(super) fn export(document: &Document, source: &Source, at: jiff::Timestamp) -> Option<(String, Vec<Note>)> {
    let root = xml::read(&source.text).ok()?;
    let fresh = import(&source.name, &source.text, &root, None).ok()?.document;
    let message = Message::of(&root).ok()?;
    let prefix = Prefix(root.name.prefix.to_owned());
    let old = flow::into_kept(&fresh, &fresh).unwrap_or_else(|| flow::anew(&fresh));
    let new = flow::into_kept(document, &fresh).unwrap_or_else(|| flow::anew(document));
    let packed = if old.text == new.text { String::new() } else { repacked(&message, document, &new.text) };
    let old_ids = ids(&message, &fresh, old.ids);
    let new_ids = same_ids(&old_ids, &fresh, document, new.ids);
    let of_flow = new.notes;
    let before = Parts { document: &fresh, main: fresh.main()?, prefix: &prefix, ids: &old_ids, file: "", packed: "", state: None };
    let after = Parts { document, main: document.main()?, ids: &new_ids, packed: &packed, ..before };
    let mut writing = Writing { text: source.text.clone(), notes: Vec::new(), document, ids: &new_ids };
    if message.process.is_some() {
        writing.merge("prozess", &text(message.process?, "id"), &before.process(), &after.process());
    }
    if message.class.is_some() {
        writing.merge("prozessklasse", &text(message.class?, "id"), &before.class(), &after.class());
    }
    let mut notes = writing.notes;
    notes.extend(of_flow);
    if writing.text == source.text {
        notes.push(Note::new("", &after.main.name, What::Unchanged));
        return Some((writing.text, notes));
    }
    if !packed.is_empty() {
        notes.push(Note::new("", &after.main.name, What::Xprozess(Remark::PackedAnew)));
        notes.extend(old_pictures(&message));
    }
    if laws(document) != laws(&fresh) {
        notes.push(Note::new("", &after.main.name, What::Xprozess(Remark::WrittenAsAct)));
    }
    notes.push(Note::new("", &after.main.name, What::Xprozess(Remark::NewMessage)));
    Some((renumbered(&writing.text, &prefix, at), notes))
}

/// The text as far as it is written.
struct Writing<'a> {
    text: String,
    notes: Vec<Note>,
    document: &'a Document,
    ids: &'a BTreeMap<NodeId, String>,
}

impl Writing<'_> {
    /// Brings the element of that name and id up to date.
    fn merge(&mut self, local: &str, id: &str, before: &Draft, after: &Draft) {
        if before == after {
            return;
        }
        let Ok(root) = xml::read(&self.text) else { return };
        let Some(place) = named(&root, local, id) else { return };
        let merged = xml::merge(&self.text, place, before, after, &MANNERS);
        if !merged.deeds.is_empty() {
            self.notes.extend(self.said(before, after));
        }
        self.text = merged.text;
    }

    /// What was done, by steps; what is said of the process as a whole is one line.
    fn said(&self, before: &Draft, after: &Draft) -> Vec<Note> {
        let (old, new) = (groups(before), groups(after));
        let by_id: BTreeMap<&str, NodeId> = self.ids.iter().map(|(node, id)| (id.as_str(), *node)).collect();
        let note = |id: &str, draft: &Draft, deed: Deed| {
            let what = match deed {
                Deed::Added => What::Added,
                Deed::Removed => What::Removed,
                Deed::Changed | Deed::Moved => What::Rewritten,
            };
            let of = |local: &str| draft.elements().iter().find(|it| it.local_name() == local).map(Draft::content).unwrap_or_default();
            Note::new(of("id"), of("name"), what).on(by_id.get(id).map(|node| Subject::Node(*node)))
        };
        let mut notes = Vec::new();
        for (id, draft) in &new {
            match old.get(id) {
                None => notes.push(note(id, draft, Deed::Added)),
                Some(was) if was != draft => notes.push(note(id, draft, Deed::Changed)),
                Some(_) => {}
            }
        }
        notes.extend(old.iter().filter(|(id, _)| !new.contains_key(*id)).map(|(id, draft)| note(id, draft, Deed::Removed)));
        if notes.is_empty() {
            let main = self.document.main();
            let name = main.map_or("", |main| &main.name);
            notes.push(Note::new("", name, What::Rewritten).on(main.map(|main| Subject::Process(main.id))));
        }
        notes
    }
}

/// The activity groups of a process by the ids of their steps.
fn groups(process: &Draft) -> BTreeMap<&str, &Draft> {
    let structure = process.elements().iter().find(|it| it.local_name() == "prozessstrukturbeschreibung");
    let fim = structure.into_iter().flat_map(Draft::elements).find(|it| it.local_name() == "strukturbeschreibungFIM");
    let groups = fim.into_iter().flat_map(Draft::elements);
    groups.filter_map(|group| Some((group.elements().iter().find(|it| it.local_name() == "subProzessID")?.content(), group))).collect()
}

/// The element of that name whose id is this.
fn named<'a>(root: &'a Element<'a>, local: &'a str, id: &str) -> Option<&'a Element<'a>> {
    let container = find(root, if local == "prozess" { "prozessbibliothek" } else { "prozesskatalog" })?;
    container.all(local).find(|element| text(element, "id") == id)
}

/// The ids by which the message's groups name the steps: what the group itself says, else the id in the model.
fn ids(message: &Message<'_>, fresh: &Document, in_model: BTreeMap<NodeId, String>) -> BTreeMap<NodeId, String> {
    let steps = Steps::new(fresh, in_model.iter().map(|(node, id)| (id.clone(), *node)).collect());
    let mut ids = in_model;
    for group in message.groups() {
        if let Some(node) = steps.of(group) {
            ids.insert(node, text(group, "subProzessID"));
        }
    }
    ids
}

/// The same ids for the steps of the present document that came from those.
fn same_ids(
    old: &BTreeMap<NodeId, String>,
    fresh: &Document,
    document: &Document,
    new: BTreeMap<NodeId, String>,
) -> BTreeMap<NodeId, String> {
    let origin = |document: &Document, node: NodeId| document.origins.get(Subject::Node(node)).map(|origin| origin.id.clone());
    let by_origin: BTreeMap<String, &String> = old.iter().filter_map(|(node, id)| Some((origin(fresh, *node)?, id))).collect();
    let same = |node: NodeId| origin(document, node).and_then(|origin| by_origin.get(&origin).map(|id| (*id).clone()));
    new.into_iter().map(|(node, id)| (node, same(node).unwrap_or(id))).collect()
}

/// The archive of the message with another model in it; other files stay.
fn repacked(message: &Message<'_>, document: &Document, model: &str) -> String {
    let mut files = message.model().and_then(|content| unpack(&content.text()).ok()).unwrap_or_default();
    let name = || document.main().map(|main| format!("{}.bpmn", main.key)).unwrap_or_default();
    match files.iter_mut().find(|file| is_model(file)) {
        Some(file) => {
            file.bytes = xml::encode(model);
            if file.name.is_empty() {
                file.name = name();
            }
        }
        None => files.push(super::super::archive::Packed { name: name(), bytes: xml::encode(model) }),
    }
    pack(&files).unwrap_or_default()
}

/// Notes for picture and report of the model, which are not written anew.
fn old_pictures(message: &Message<'_>) -> Vec<Note> {
    let model = message.process.and_then(|process| process.first("prozessmodell")).into_iter();
    let old =
        model.flat_map(Element::elements).filter(|element| matches!(element.name.local, "visualisierungsdatei" | "beschreibungsdatei"));
    old.map(|element| Note::new("", &text(element, "dateiname"), What::Xprozess(Remark::OldPicture)).line(element.position.line)).collect()
}

/// All names of places in the law.
fn laws(document: &Document) -> std::collections::BTreeSet<String> {
    let steps = document.nodes.values().flat_map(|node| &node.details.legal_bases);
    let own = document.main().into_iter().flat_map(|main| &main.legal_bases);
    steps.chain(own).map(super::super::profile::law_name).collect()
}

/// The message with a number and time of its own.
fn renumbered(content: &str, prefix: &Prefix, at: jiff::Timestamp) -> String {
    let Ok(root) = xml::read(content) else { return content.to_owned() };
    let Some(head) = root.first("nachrichtenkopf") else { return content.to_owned() };
    let draft = |number: &str, at: &str| {
        prefix.with("nachrichtenkopf", vec![prefix.text("nachrichtUUID", number), prefix.text("erstellungszeitpunkt", at)])
    };
    let before = draft(&text(head, "nachrichtUUID"), &text(head, "erstellungszeitpunkt"));
    xml::merge(content, head, &before, &draft(&number_of(content), &at.to_string()), &MANNERS).text
}
