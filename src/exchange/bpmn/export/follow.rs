//! What a change has as consequences in parts of the file that the document does not know: what refers to an element that is gone loses the
//! reference, or goes too where the schema demands one; what another kind of step may not have goes.

use super::super::super::xml::{self, Deed, Edits, Element, Merged};
use super::super::flow::is_global_task;
use super::super::standard::{id, local};
use std::collections::{BTreeMap, BTreeSet};

/// Attributes that refer to other elements beside those whose name ends with `Ref`.
const REFERENCES: [&str; 7] =
    ["default", "calledElement", "bpmnElement", "sourceElement", "targetElement", "choreographyActivityShape", "labelStyle"];
/// References without which an element may not be.
const NEEDED: [&str; 15] = [
    "sourceRef",
    "targetRef",
    "attachedToRef",
    "bpmnElement",
    "choreographyActivityShape",
    "innerMessageFlowRef",
    "outerMessageFlowRef",
    "innerConversationNodeRef",
    "outerConversationNodeRef",
    "initiatingParticipantRef",
    "correlationPropertyRef",
    "correlationKeyRef",
    "inputDataRef",
    "outputDataRef",
    "parameterRef",
];
/// Elements that need so many of the references in them.
const LEAST: [(&str, &str, usize); 12] = [
    ("dataInputAssociation", "sourceRef", 1),
    ("dataInputAssociation", "targetRef", 1),
    ("dataOutputAssociation", "sourceRef", 1),
    ("dataOutputAssociation", "targetRef", 1),
    ("participantAssociation", "innerParticipantRef", 1),
    ("participantAssociation", "outerParticipantRef", 1),
    ("conversation", "participantRef", 2),
    ("subConversation", "participantRef", 2),
    ("callConversation", "participantRef", 2),
    ("choreographyTask", "participantRef", 2),
    ("choreographyTask", "messageFlowRef", 1),
    ("operation", "inMessageRef", 1),
];
const ACTIVITIES: &str = " task userTask manualTask serviceTask scriptTask businessRuleTask sendTask receiveTask callActivity subProcess \
    transaction adHocSubProcess ";
const GATEWAYS: &str = " exclusiveGateway inclusiveGateway parallelGateway eventBasedGateway complexGateway ";
const CATCHING: &str = " startEvent intermediateCatchEvent boundaryEvent ";
const THROWING: &str = " endEvent intermediateThrowEvent ";
/// Attributes and elements that only some kinds of flow nodes may have, and which.
const OWN: [(&str, &[&str]); 34] = [
    ("implementation", &[" userTask serviceTask sendTask receiveTask businessRuleTask "]),
    ("operationRef", &[" serviceTask sendTask receiveTask "]),
    ("messageRef", &[" sendTask receiveTask "]),
    ("instantiate", &[" receiveTask eventBasedGateway "]),
    ("eventGatewayType", &[" eventBasedGateway "]),
    ("scriptFormat", &[" scriptTask "]),
    ("script", &[" scriptTask "]),
    ("rendering", &[" userTask "]),
    ("calledElement", &[" callActivity "]),
    ("triggeredByEvent", &[" subProcess transaction adHocSubProcess "]),
    ("method", &[" transaction "]),
    ("ordering", &[" adHocSubProcess "]),
    ("cancelRemainingInstances", &[" adHocSubProcess "]),
    ("completionCondition", &[" adHocSubProcess "]),
    ("laneSet", &[" subProcess transaction adHocSubProcess "]),
    ("isForCompensation", &[ACTIVITIES]),
    ("startQuantity", &[ACTIVITIES]),
    ("completionQuantity", &[ACTIVITIES]),
    ("ioSpecification", &[ACTIVITIES]),
    ("resourceRole", &[ACTIVITIES]),
    ("performer", &[ACTIVITIES]),
    ("humanPerformer", &[ACTIVITIES]),
    ("potentialOwner", &[ACTIVITIES]),
    ("default", &[ACTIVITIES, " exclusiveGateway inclusiveGateway complexGateway "]),
    ("gatewayDirection", &[GATEWAYS]),
    ("activationCondition", &[" complexGateway "]),
    ("isInterrupting", &[" startEvent "]),
    ("cancelActivity", &[" boundaryEvent "]),
    ("parallelMultiple", &[CATCHING]),
    ("dataOutput", &[CATCHING]),
    ("outputSet", &[CATCHING]),
    ("dataOutputAssociation", &[CATCHING, ACTIVITIES]),
    ("dataInput", &[THROWING]),
    ("inputSet", &[THROWING]),
];

/// The merged file with what follows of the changes to it.
pub(super) fn followed(merged: Merged, root: &Element<'_>) -> Merged {
    if !merged.loses {
        return merged;
    }
    let Ok(now) = xml::read(&merged.text) else { return merged };
    let (before, after) = (named(root), named(&now));
    let mut following = Following { gone: BTreeSet::new(), removed: BTreeSet::new(), edits: Edits::new(&merged.text), deeds: Vec::new() };
    following.gone.extend(before.keys().filter(|id| !after.contains_key(*id)).map(|id| (*id).to_owned()));
    for (id, element) in &after {
        let is_global = is_global_task(element);
        if !is_global && before.get(id).is_some_and(|was| was.name.local != element.name.local) {
            following.kind(element);
        }
    }
    if !following.gone.is_empty() {
        while following.round(&now) {}
    }
    let Following { edits, deeds, .. } = following;
    let text = if edits.is_empty() { None } else { Some(edits.finish()) };
    Merged { deeds: [merged.deeds, deeds].concat(), text: text.unwrap_or(merged.text), ..merged }
}

/// Elements by their ids; of several with one id the first.
fn named<'a, 't>(root: &'a Element<'t>) -> BTreeMap<&'a str, &'a Element<'t>> {
    let mut found = BTreeMap::new();
    let mut open = vec![root];
    while let Some(element) = open.pop() {
        if !id(element).is_empty() {
            found.entry(id(element)).or_insert(element);
        }
        open.extend(element.elements().filter(|inner| inner.name.local != "extensionElements").rev());
    }
    found
}

struct Following<'t> {
    /// Ids that are no more.
    gone: BTreeSet<String>,
    /// What is taken out of the text here, by where it begins.
    removed: BTreeSet<usize>,
    edits: Edits<'t>,
    deeds: Vec<(Deed, String)>,
}

impl<'t> Following<'t> {
    /// What a node of another kind than before may not have.
    fn kind(&mut self, element: &Element<'t>) {
        let kind = format!(" {} ", element.name.local);
        let is_stranger = |name: &str| OWN.iter().any(|(own, kinds)| *own == name && !kinds.iter().any(|list| list.contains(&kind)));
        for it in element.attributes.iter().filter(|it| it.name.prefix.is_empty() && is_stranger(it.name.local)) {
            self.edits.remove_attribute(it);
        }
        for inner in element.elements().filter(|inner| is_stranger(inner.name.local)) {
            self.take_out(inner);
        }
    }

    /// Takes an element out, and remembers the ids in it.
    fn take_out(&mut self, element: &Element<'t>) {
        if !self.removed.insert(element.place.start) {
            return;
        }
        self.edits.remove(element);
        self.gone.extend(named(element).into_keys().map(str::to_owned));
        if !id(element).is_empty() {
            self.deeds.push((Deed::Removed, id(element).to_owned()));
        }
    }

    fn is_gone(&self, reference: &str) -> bool {
        self.gone.contains(local(reference))
    }

    /// Looks once at all references. Whether something had to go, so that others may follow.
    fn round(&mut self, root: &Element<'t>) -> bool {
        let before = self.removed.len();
        let mut open = vec![root];
        while let Some(element) = open.pop() {
            for inner in element.elements().filter(|inner| inner.name.local != "extensionElements") {
                if self.removed.contains(&inner.place.start) {
                    continue;
                }
                // A diagram without what it is of.
                let plane = inner.first("BPMNPlane").filter(|_| inner.name.local == "BPMNDiagram");
                if self.must_go(inner) || plane.is_some_and(|plane| self.must_go(plane)) {
                    self.take_out(inner);
                } else {
                    open.push(inner);
                }
            }
        }
        self.removed.len() > before
    }

    /// Whether an element may not be without what it refers to; if it may, it loses the reference.
    fn must_go(&mut self, element: &Element<'t>) -> bool {
        let is_reference = |name: &str| name.ends_with("Ref") || REFERENCES.contains(&name);
        for it in element.attributes.iter().filter(|it| it.name.prefix.is_empty() && is_reference(it.name.local)) {
            if !self.is_gone(&it.value) {
                continue;
            }
            if NEEDED.contains(&it.name.local) {
                return true;
            }
            // Once: the next round sees the text as it was.
            if self.removed.insert(it.place.start) {
                self.edits.remove_attribute(it);
            }
        }
        let of = |name: &str| element.all(name).filter(|inner| !self.is_gone(&inner.text())).count();
        let lacks = |(outer, inner, least): &(&str, &str, usize)| {
            *outer == element.name.local && element.all(inner).count() >= *least && of(inner) < *least
        };
        LEAST.iter().any(lacks) || is_plain_reference(element) && self.is_gone(&element.text())
    }
}

/// Whether an element is nothing but a reference.
fn is_plain_reference(element: &Element<'_>) -> bool {
    let name = element.name.local;
    let refers =
        name.ends_with("Ref") || name.ends_with("Refs") || matches!(name, "incoming" | "outgoing" | "source" | "target" | "supports");
    refers && element.elements().next().is_none()
}
