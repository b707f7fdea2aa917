//! Activity groups: what FIM says of the single steps.

use super::super::xml::Element;
use super::super::{Note, What};
use super::Remark;
use super::message::Message;
use super::profile::laws;
use super::standard::{code, code_in, codes_of, text, text_of_group};
use crate::model::{Document, FimData, FimLink, FimReference, FimWay, NodeId, Subject};
use std::collections::{BTreeMap, BTreeSet};

/// Gives each step what its activity group says. `nodes`: the steps by their ids in the model.
pub(super) fn apply(document: &mut Document, message: &Message<'_>, nodes: BTreeMap<String, NodeId>, notes: &mut Vec<Note>) {
    let steps = Steps::new(document, nodes);
    let outer: BTreeSet<NodeId> = document.nodes.values().filter_map(|node| node.parent).collect();
    for group in message.groups() {
        let name = text(group, "name");
        let note = |remark| Note::new(&text(group, "id"), &name, What::Xprozess(remark)).line(group.position.line);
        let Some(id) = steps.of(group) else {
            notes.push(note(Remark::GroupWithoutStep));
            continue;
        };
        let Some(node) = document.nodes.get_mut(id) else { continue };
        if node.name.trim().is_empty() {
            node.name.clone_from(&name);
        } else if node.name.trim() != name {
            notes.push(note(Remark::OtherName(node.name.clone())).on(Subject::Node(id)));
        }
        node.details.fim = Some(read(group));
        node.details.legal_bases = laws(group);
        close(document, id, &outer);
    }
}

/// FIM draws steps closed; some programs write that they are open, though there is nothing in them.
fn close(document: &mut Document, step: NodeId, outer: &BTreeSet<NodeId>) {
    if let Some(shape) = document.diagram.shapes.get_mut(Subject::Node(step)).filter(|_| !outer.contains(&step)) {
        shape.is_expanded = false;
    }
}

/// The steps of a model, to be found by what groups say of them.
pub(super) struct Steps {
    by_id: BTreeMap<String, NodeId>,
    /// By name; `None` if several have it.
    by_name: BTreeMap<String, Option<NodeId>>,
}

impl Steps {
    /// The activities of the document; `by_id`: the nodes by their ids in the model.
    pub fn new(document: &Document, by_id: BTreeMap<String, NodeId>) -> Self {
        let mut by_name = BTreeMap::new();
        for node in document.nodes.values().filter(|node| node.kind.is_activity() && !node.name.trim().is_empty()) {
            by_name.entry(node.name.trim().to_owned()).and_modify(|only| *only = None).or_insert(Some(node.id));
        }
        Self { by_id, by_name }
    }

    /// The step of a group: by the id of the model's sub-process, else the only one of its name.
    pub fn of(&self, group: &Element<'_>) -> Option<NodeId> {
        let by_id = self.by_id.get(&text(group, "subProzessID")).copied();
        by_id.or_else(|| self.by_name.get(&text(group, "name")).copied().flatten())
    }
}

/// What a group says.
pub(super) fn read(group: &Element<'_>) -> FimReference {
    let number = code(group, "referenzaktivitaetengruppeTyp").parse().ok().filter(|number| (1..=8).contains(number));
    // There is one of them, by the number of the group.
    let specific = group.first("spezifischeAttribute").and_then(|attributes| attributes.elements().next());
    let mut data = data_of(group, "eingehendeDaten", FimWay::Incoming);
    data.extend(data_of(group, "ausgehendeDaten", FimWay::Outgoing));
    let specific_text = |local: Option<&str>| local.zip(specific).map(|(local, specific)| text(specific, local)).unwrap_or_default();
    if let Some(specific) = specific {
        data.extend(specific.all("empfangeneDaten").map(|element| transfer(element, FimWay::Received, "sender")));
        data.extend(specific.all("bereitgestellteDaten").map(|element| transfer(element, FimWay::Provided, "empfaenger")));
    }
    let codes = number.and_then(codes_of).zip(specific);
    FimReference {
        activity_group: number,
        id: text(group, "id"),
        description: text(group, "beschreibung"),
        data,
        software: group.all("fachverfahren").map(software).filter(|name| !name.is_empty()).collect(),
        codes: codes.map(|((local, _), specific)| specific.all(local).map(code_in).collect()).unwrap_or_default(),
        aids: specific_text(number.and_then(text_of_group)),
        must_cooperate: matches!(specific_text(Some("mitwirkungspflicht")).as_str(), "true" | "1"),
    }
}

/// The data of a group that are named without partner; one element may name several.
fn data_of(group: &Element<'_>, local: &str, way: FimWay) -> Vec<FimData> {
    let named = group.all(local).flat_map(Element::elements);
    named.filter_map(reference).map(|name| FimData { way, name, partner: String::new() }).collect()
}

fn transfer(element: &Element<'_>, way: FimWay, partner: &str) -> FimData {
    let name = element.first("formularverweis").and_then(|outer| outer.elements().find_map(reference));
    FimData { way, name: name.unwrap_or_default(), partner: text(element, partner) }
}

/// A form by its id, or words.
fn reference(element: &Element<'_>) -> Option<FimLink> {
    match element.name.local {
        "formularverweis" => Some(FimLink::Form(text(element, "formularsteckbriefID"))),
        "textuelleBeschreibung" => Some(FimLink::Words(element.text().trim().to_owned())),
        _ => None,
    }
}

fn software(element: &Element<'_>) -> String {
    let name = text(element, "name");
    if name.is_empty() { element.text().trim().to_owned() } else { name }
}
