//! What of a file has no place in the document: it is counted by name, and stays in the kept text.

use super::super::xml::Element;
use super::super::{Note, What};
use super::remark::Remark;
use super::standard::{OWN, XSI};
use crate::model::Document;
use std::collections::{BTreeMap, BTreeSet};

/// Elements of the standard that become something, or that are read with the one around them.
const SHOWN: &str = " definitions process collaboration participant messageFlow laneSet childLaneSet lane flowNodeRef startEvent endEvent \
    intermediateCatchEvent intermediateThrowEvent boundaryEvent task userTask manualTask serviceTask scriptTask businessRuleTask sendTask \
    receiveTask callActivity subProcess transaction adHocSubProcess exclusiveGateway inclusiveGateway parallelGateway eventBasedGateway \
    complexGateway globalTask globalUserTask globalManualTask globalScriptTask globalBusinessRuleTask sequenceFlow conditionExpression \
    incoming outgoing documentation script messageEventDefinition signalEventDefinition errorEventDefinition escalationEventDefinition \
    conditionalEventDefinition condition linkEventDefinition terminateEventDefinition timerEventDefinition timeDuration timeDate timeCycle \
    cancelEventDefinition compensateEventDefinition eventDefinitionRef message signal error escalation standardLoopCharacteristics \
    loopCondition multiInstanceLoopCharacteristics loopCardinality completionCondition dataInputAssociation dataOutputAssociation \
    sourceRef targetRef dataObject dataObjectReference dataStore dataStoreReference textAnnotation text association group category \
    categoryValue extensionElements BPMNDiagram BPMNPlane BPMNShape BPMNEdge BPMNLabel Bounds waypoint ioSpecification dataInput dataOutput \
    inputSet outputSet dataInputRefs dataOutputRefs property interface operation inMessageRef ";

/// Attributes of which the same is true.
const SHOWN_ATTRIBUTES: &str = " id name sourceRef targetRef attachedToRef cancelActivity isInterrupting default processRef calledElement \
    messageRef signalRef errorRef escalationRef dataObjectRef dataStoreRef categoryValueRef triggeredByEvent isSequential testBefore \
    loopMaximum startQuantity completionQuantity scriptFormat language expressionLanguage associationDirection isExecutable value errorCode \
    escalationCode operationRef parallelMultiple isForCompensation bpmnElement isHorizontal isExpanded x y width height targetNamespace \
    exporter exporterVersion ";

/// Values that say what the standard means anyway, or nothing.
const USUAL: [&str; 9] = ["", "false", "1", "None", "Unspecified", "##WebService", "##unspecified", "true", "text/plain"];

fn is_among(list: &str, word: &str) -> bool {
    list.match_indices(word).any(|(at, _)| {
        let is_blank = |byte: Option<&u8>| byte.is_none_or(|byte| *byte == b' ');
        is_blank(at.checked_sub(1).and_then(|before| list.as_bytes().get(before))) && is_blank(list.as_bytes().get(at + word.len()))
    })
}

/// How often something stands in the file, and in which line first.
#[derive(Default)]
struct Seen {
    count: usize,
    line: usize,
}

/// A note for each name. What has something in the document, though it be a frame, is shown.
pub(super) fn unshown(root: &Element<'_>, document: &Document) -> Vec<Note> {
    let shown: BTreeSet<&str> = document.origins.values().map(|origin| origin.id.as_str()).collect();
    let mut seen: BTreeMap<String, Seen> = BTreeMap::new();
    let mut judged: BTreeMap<&str, bool> = BTreeMap::new();
    let mut open = vec![root];
    while let Some(element) = open.pop() {
        let mut count = |name: String| {
            let seen = seen.entry(name).or_default();
            seen.count += 1;
            let line = element.position.line;
            seen.line = if seen.count == 1 { line } else { seen.line.min(line) };
        };
        if &*element.name.namespace == OWN {
            continue;
        }
        let is_known = *judged.entry(element.name.local).or_insert_with(|| is_among(SHOWN, element.name.local));
        if !is_known && element.attribute("id").is_some_and(|id| shown.contains(id)) {
            continue;
        }
        if !is_known {
            count(element.name.qualified());
            continue;
        }
        for it in &element.attributes {
            let name = &it.name;
            let is_said = name.prefix == "xmlns" || name.local == "xmlns" || matches!(&*name.namespace, OWN | XSI);
            let is_foreign = !name.prefix.is_empty();
            if !is_said && (is_foreign || !USUAL.contains(&it.value.as_ref()) && !is_among(SHOWN_ATTRIBUTES, name.local)) {
                count(name.qualified());
            }
        }
        if element.name.local == "extensionElements" {
            element.elements().filter(|inner| &*inner.name.namespace != OWN).for_each(|inner| count(inner.name.qualified()));
        } else {
            open.extend(element.elements());
        }
    }
    let note = |(name, seen): (String, Seen)| Note::new("", "", What::Bpmn(Remark::NotShown { name, count: seen.count })).line(seen.line);
    seen.into_iter().map(note).collect()
}
