//! Whether a file keeps the rules of the schema of BPMN 2.0 (Semantic.xsd, BPMNDI.xsd, DC.xsd, DI.xsd) on order and references, as far as
//! the studio writes its elements. Written from the schema, not from the writer.

use dienstweg::exchange::xml::{self, Element};
use std::collections::{BTreeMap, BTreeSet};

const BASE: &str = "documentation* extensionElements?";
const FLOW_NODE: &str = "auditing? monitoring? categoryValueRef* incoming* outgoing*";
const ACTIVITY: &str = "ioSpecification? property* dataInputAssociation* dataOutputAssociation* RESOURCE* LOOP?";
const CATCH: &str = "property* dataOutput* dataOutputAssociation* outputSet? DEFINITION* eventDefinitionRef*";
const THROW: &str = "property* dataInput* dataInputAssociation* inputSet? DEFINITION* eventDefinitionRef*";
const INSIDE: &str = "laneSet* FLOW* ARTIFACT*";

/// What may stand in an element, in order; `None` for elements that are not judged.
#[expect(clippy::too_many_lines, reason = "a table of the schema")]
fn content(local: &str) -> Option<String> {
    let of = |parts: &[&str]| Some(parts.join(" "));
    match local {
        "definitions" => of(&["import* extension* ROOT* BPMNDiagram* relationship*"]),
        "process" => of(&[
            BASE,
            "supportedInterfaceRef* ioSpecification? ioBinding* auditing? monitoring? property*",
            INSIDE,
            "RESOURCE* correlationSubscription* supports*",
        ]),
        "collaboration" => of(&[
            BASE,
            "participant* messageFlow* ARTIFACT* CONVERSATION* conversationAssociation* participantAssociation* messageFlowAssociation* \
             correlationKey* choreographyRef* conversationLink*",
        ]),
        "laneSet" | "childLaneSet" => of(&[BASE, "lane*"]),
        "lane" => of(&[BASE, "partitionElement? flowNodeRef* childLaneSet?"]),
        "startEvent" | "intermediateCatchEvent" | "boundaryEvent" => of(&[BASE, FLOW_NODE, CATCH]),
        "endEvent" | "intermediateThrowEvent" => of(&[BASE, FLOW_NODE, THROW]),
        "exclusiveGateway" | "inclusiveGateway" | "parallelGateway" | "eventBasedGateway" => of(&[BASE, FLOW_NODE]),
        "complexGateway" => of(&[BASE, FLOW_NODE, "activationCondition?"]),
        "participant" => of(&[BASE, "interfaceRef* endPointRef* participantMultiplicity?"]),
        "messageFlow" | "conversationLink" | "dataObjectReference" | "association" | "group" | "participantMultiplicity" => {
            of(&[BASE, "dataState?"])
        }
        "messageEventDefinition" => of(&[BASE, "operationRef?"]),
        "terminateEventDefinition"
        | "cancelEventDefinition"
        | "signalEventDefinition"
        | "errorEventDefinition"
        | "escalationEventDefinition"
        | "compensateEventDefinition" => of(&[BASE]),
        "conversation" | "callConversation" | "subConversation" => {
            of(&[BASE, "participantRef* messageFlowRef* correlationKey* CONVERSATION* participantAssociation*"])
        }
        "participantAssociation" => of(&[BASE, "innerParticipantRef outerParticipantRef"]),
        "task" | "manualTask" | "serviceTask" | "sendTask" | "receiveTask" | "businessRuleTask" | "callActivity" => {
            of(&[BASE, FLOW_NODE, ACTIVITY])
        }
        "userTask" => of(&[BASE, FLOW_NODE, ACTIVITY, "rendering*"]),
        "scriptTask" => of(&[BASE, FLOW_NODE, ACTIVITY, "script?"]),
        "subProcess" | "transaction" => of(&[BASE, FLOW_NODE, ACTIVITY, INSIDE]),
        "adHocSubProcess" => of(&[BASE, FLOW_NODE, ACTIVITY, INSIDE, "completionCondition?"]),
        "sequenceFlow" => of(&[BASE, "auditing? monitoring? categoryValueRef* conditionExpression?"]),
        "dataInputAssociation" | "dataOutputAssociation" => of(&[BASE, "sourceRef* targetRef transformation? assignment*"]),
        "standardLoopCharacteristics" => of(&[BASE, "loopCondition?"]),
        "multiInstanceLoopCharacteristics" => of(&[
            BASE,
            "loopCardinality? loopDataInputRef? loopDataOutputRef? inputDataItem? outputDataItem? complexBehaviorDefinition* \
             completionCondition?",
        ]),
        "timerEventDefinition" => of(&[BASE, "TIME?"]),
        "conditionalEventDefinition" => of(&[BASE, "condition"]),
        "linkEventDefinition" => of(&[BASE, "source* target?"]),
        "textAnnotation" => of(&[BASE, "text?"]),
        "category" => of(&[BASE, "categoryValue*"]),
        "BPMNDiagram" => of(&["BPMNPlane BPMNLabelStyle*"]),
        "BPMNPlane" => of(&["DRAWN*"]),
        "BPMNShape" => of(&["extension? Bounds BPMNLabel?"]),
        "BPMNEdge" => of(&["extension? waypoint waypoint+ BPMNLabel?"]),
        "BPMNLabel" => of(&["extension? Bounds?"]),
        _ => None,
    }
}

/// Whether an element is of a kind.
fn is_of(kind: &str, local: &str) -> bool {
    let node = |local: &str| {
        local.ends_with("Event")
            || local.ends_with("Gateway")
            || local.ends_with("ask") && !local.starts_with("global")
            || local.ends_with("ubProcess")
    };
    match kind {
        "FLOW" => {
            node(local)
                || ["callActivity", "transaction", "sequenceFlow", "dataObject", "dataObjectReference", "dataStoreReference"]
                    .contains(&local)
        }
        "ARTIFACT" => ["association", "group", "textAnnotation"].contains(&local),
        "RESOURCE" => ["resourceRole", "performer", "humanPerformer", "potentialOwner"].contains(&local),
        "LOOP" => local.ends_with("LoopCharacteristics"),
        "DEFINITION" => local.ends_with("EventDefinition"),
        "CONVERSATION" => ["conversation", "subConversation", "callConversation"].contains(&local),
        "TIME" => ["timeDate", "timeDuration", "timeCycle"].contains(&local),
        "DRAWN" => ["BPMNShape", "BPMNEdge"].contains(&local),
        "ROOT" => !["import", "extension", "BPMNDiagram", "relationship"].contains(&local) && !node(local),
        _ => kind == local,
    }
}

/// Whether these elements stand in this order.
fn fits(content: &str, elements: &[&str]) -> bool {
    let mut rest = elements;
    for part in content.split_whitespace() {
        let kind = part.trim_end_matches(['*', '?', '+']);
        let count = rest.iter().take_while(|local| is_of(kind, local)).count();
        let taken = match part.strip_prefix(kind) {
            Some("*") => count,
            Some("+") if count > 0 => count,
            Some("?") => count.min(1),
            Some("") if count > 0 => 1,
            _ => return false,
        };
        rest = &rest[taken..];
    }
    rest.is_empty()
}

/// Attributes and elements that refer to something in the file.
const REFERENCES: [&str; 33] = [
    "activityRef",
    "participantRef",
    "initiatingParticipantRef",
    "innerParticipantRef",
    "outerParticipantRef",
    "messageFlowRef",
    "innerMessageFlowRef",
    "outerMessageFlowRef",
    "innerConversationNodeRef",
    "outerConversationNodeRef",
    "calledCollaborationRef",
    "calledChoreographyRef",
    "choreographyRef",
    "operationRef",
    "definitionalCollaborationRef",
    "partitionElementRef",
    "correlationKeyRef",
    "sourceRef",
    "targetRef",
    "attachedToRef",
    "default",
    "processRef",
    "calledElement",
    "messageRef",
    "signalRef",
    "errorRef",
    "escalationRef",
    "dataObjectRef",
    "dataStoreRef",
    "categoryValueRef",
    "bpmnElement",
    "flowNodeRef",
    "incoming",
];

/// All rules that a file breaks.
pub fn faults(text: &str) -> Vec<String> {
    let root = xml::read(text).unwrap();
    let mut found = Vec::new();
    let mut all = Vec::new();
    let mut open = vec![&root];
    while let Some(element) = open.pop() {
        all.push(element);
        open.extend(element.elements().filter(|inner| inner.name.local != "extensionElements"));
    }
    let mut ids = BTreeSet::new();
    for id in all.iter().filter_map(|element| element.attribute("id")) {
        let is_name = id.starts_with(|sign: char| sign.is_alphabetic() || sign == '_')
            && id.chars().all(|sign| sign.is_alphanumeric() || "_-.".contains(sign));
        if !ids.insert(id) || !is_name {
            found.push(format!("id {id}"));
        }
    }
    for element in &all {
        let inner: Vec<&str> = element.elements().map(|inner| inner.name.local).collect();
        if content(element.name.local).is_some_and(|content| !fits(&content, &inner)) {
            found.push(format!("order in {} {:?}: {inner:?}", element.name.local, element.attribute("id")));
        }
        let attributes = REFERENCES.iter().filter_map(|it| element.attribute(it)).map(str::to_owned);
        let texts =
            REFERENCES.iter().flat_map(|it| element.all(it)).chain(element.all("outgoing")).map(|inner| inner.text().trim().to_owned());
        for reference in attributes.chain(texts) {
            if !ids.contains(reference.rsplit_once(':').map_or(reference.as_str(), |(_, local)| local)) {
                found.push(format!("{} {:?} refers to {reference}", element.name.local, element.attribute("id")));
            }
        }
    }
    found.extend(ends(&all));
    found.extend(lanes(&all));
    found
}

/// Sequence flows and what nodes say of them agree.
fn ends(all: &[&Element<'_>]) -> Vec<String> {
    let said = |local: &str| -> BTreeSet<(String, String)> {
        let of = |element: &&Element<'_>| {
            let own = element.attribute("id").unwrap_or_default().to_owned();
            element.all(local).map(move |inner| (own.clone(), inner.text().trim().to_owned())).collect::<Vec<_>>()
        };
        all.iter().flat_map(of).collect()
    };
    let drawn = |attribute: &str| -> BTreeSet<(String, String)> {
        let flows = all.iter().filter(|element| element.name.local == "sequenceFlow");
        flows.filter_map(|flow| Some((flow.attribute(attribute)?.to_owned(), flow.attribute("id")?.to_owned()))).collect()
    };
    let mut found = Vec::new();
    for (local, attribute) in [("incoming", "targetRef"), ("outgoing", "sourceRef")] {
        found.extend(said(local).symmetric_difference(&drawn(attribute)).map(|(node, flow)| format!("{local} {node} {flow}")));
    }
    found
}

/// No node stands in two lanes.
fn lanes(all: &[&Element<'_>]) -> Vec<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for reference in all.iter().flat_map(|element| element.all("flowNodeRef")) {
        *counts.entry(reference.text().trim().to_owned()).or_default() += 1;
    }
    counts.into_iter().filter(|(_, count)| *count > 1).map(|(node, count)| format!("{node} stands in {count} lanes")).collect()
}

#[test]
fn broken_rules_are_found() {
    let good = "<definitions><process id='p'><laneSet><lane id='l'><flowNodeRef>a</flowNodeRef></lane></laneSet>\
                <task id='a'><outgoing>f</outgoing></task><task id='b'><incoming>f</incoming></task>\
                <sequenceFlow id='f' sourceRef='a' targetRef='b'/><association id='o' sourceRef='a' targetRef='b'/></process></definitions>";
    assert_eq!(faults(good), Vec::<String>::new());
    for (part, instead, fault) in [
        ("id='b'", "id='a'", "id a"),
        ("id='p'", "id='1p'", "id 1p"),
        ("targetRef='b'/><association", "targetRef='c'/><association", "sequenceFlow Some(\"f\") refers to c"),
        ("<outgoing>f</outgoing>", "", "outgoing a f"),
        ("<flowNodeRef>a</flowNodeRef>", "<flowNodeRef>a</flowNodeRef><flowNodeRef>a</flowNodeRef>", "a stands in 2 lanes"),
        (
            "<outgoing>f</outgoing>",
            "<outgoing>f</outgoing><documentation/>",
            "order in task Some(\"a\"): [\"outgoing\", \"documentation\"]",
        ),
        ("</process>", "<task id='c'/></process>", "order in process"),
    ] {
        let broken = faults(&good.replace(part, instead));
        assert!(broken.iter().any(|found| found.starts_with(fault)), "{fault}: {broken:?}");
    }
}
