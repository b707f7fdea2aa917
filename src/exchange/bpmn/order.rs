//! The order in which the schema of BPMN 2.0 wants elements inside others.

/// What stands at the beginning of every element.
const HEAD: [&str; 2] = ["documentation", "extensionElements"];
const PROCESS: [&str; 12] = [
    "supportedInterfaceRef",
    "ioSpecification",
    "ioBinding",
    "auditing",
    "monitoring",
    "property",
    "laneSet",
    FLOW_ELEMENT,
    ARTIFACT,
    "resourceRole",
    "correlationSubscription",
    "supports",
];
/// Events, activities and gateways: what only some of them have stands where those have it.
const NODE: [&str; 21] = [
    "auditing",
    "monitoring",
    "categoryValueRef",
    "incoming",
    "outgoing",
    "ioSpecification",
    "property",
    "dataInput",
    "dataOutput",
    "dataInputAssociation",
    "dataOutputAssociation",
    "inputSet",
    "outputSet",
    "resourceRole",
    LOOP,
    DEFINITION,
    "eventDefinitionRef",
    "laneSet",
    FLOW_ELEMENT,
    ARTIFACT,
    "script",
];
const COLLABORATION: [&str; 10] = [
    "participant",
    "messageFlow",
    ARTIFACT,
    CONVERSATION,
    "conversationAssociation",
    "participantAssociation",
    "messageFlowAssociation",
    "correlationKey",
    "choreographyRef",
    "conversationLink",
];
const LANE: [&str; 3] = ["partitionElement", "flowNodeRef", "childLaneSet"];
const MULTI_INSTANCE: [&str; 7] = [
    "loopCardinality",
    "loopDataInputRef",
    "loopDataOutputRef",
    "inputDataItem",
    "outputDataItem",
    "complexBehaviorDefinition",
    "completionCondition",
];
const DATA_ASSOCIATION: [&str; 4] = ["sourceRef", "targetRef", "transformation", "assignment"];
const DEFINITIONS: [&str; 5] = ["import", "extension", ROOT, "BPMNDiagram", "relationship"];
const DIAGRAM: [&str; 2] = ["BPMNPlane", "BPMNLabelStyle"];
const SHAPE: [&str; 4] = ["extension", "Bounds", "waypoint", "BPMNLabel"];

// Stand for all elements of a kind.
const FLOW_ELEMENT: &str = "a flow element";
const ARTIFACT: &str = "an artifact";
const LOOP: &str = "loop characteristics";
const DEFINITION: &str = "an event definition";
const CONVERSATION: &str = "a conversation node";
const ROOT: &str = "a root element";

/// The place of an element in the order of what is in another one.
pub(super) fn rank(outer: &str, inner: &str) -> usize {
    if let Some(at) = HEAD.iter().position(|head| *head == inner) {
        return at;
    }
    let (order, other): (&[&str], &str) = match outer {
        "definitions" => (&DEFINITIONS, ROOT),
        "process" => (&PROCESS, FLOW_ELEMENT),
        "collaboration" => (&COLLABORATION, CONVERSATION),
        "lane" => (&LANE, ""),
        "multiInstanceLoopCharacteristics" => (&MULTI_INSTANCE, ""),
        "dataInputAssociation" | "dataOutputAssociation" => (&DATA_ASSOCIATION, ""),
        "BPMNDiagram" => (&DIAGRAM, ""),
        "BPMNShape" | "BPMNEdge" => (&SHAPE, ""),
        _ => (&NODE, FLOW_ELEMENT),
    };
    let kind = match inner {
        "association" | "group" | "textAnnotation" => ARTIFACT,
        "performer" | "humanPerformer" | "potentialOwner" => "resourceRole",
        "standardLoopCharacteristics" | "multiInstanceLoopCharacteristics" => LOOP,
        "rendering" => "script",
        _ if inner.ends_with("EventDefinition") && outer != "definitions" => DEFINITION,
        _ => inner,
    };
    let at = |name: &str| order.iter().position(|it| *it == name);
    HEAD.len() + at(kind).or_else(|| at(other)).unwrap_or(order.len())
}
