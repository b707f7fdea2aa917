//! What of a file has no place in the document: it is counted by name, and stays in the kept text.

use super::super::lookup::Lookup;
use super::super::xml::Element;
use super::super::{Note, What};
use super::remark::Remark;
use super::standard::{OWN, XSI};
use crate::model::Document;
use std::{cell::LazyCell, collections::BTreeMap};

/// Elements of the standard that become something, or that are read with the one around them.
const SHOWN: &str = " definitions process collaboration participant messageFlow laneSet childLaneSet lane flowNodeRef startEvent endEvent \
    intermediateCatchEvent intermediateThrowEvent boundaryEvent task userTask manualTask serviceTask scriptTask businessRuleTask sendTask \
    receiveTask callActivity subProcess transaction adHocSubProcess exclusiveGateway inclusiveGateway parallelGateway eventBasedGateway \
    complexGateway globalTask globalUserTask globalManualTask globalScriptTask globalBusinessRuleTask sequenceFlow conditionExpression \
    incoming outgoing documentation script messageEventDefinition signalEventDefinition errorEventDefinition escalationEventDefinition \
    conditionalEventDefinition condition linkEventDefinition terminateEventDefinition timerEventDefinition timeDuration timeDate timeCycle \
    cancelEventDefinition compensateEventDefinition eventDefinitionRef message signal error escalation standardLoopCharacteristics \
    loopCondition multiInstanceLoopCharacteristics loopCardinality loopDataInputRef inputDataItem completionCondition dataInputAssociation dataOutputAssociation \
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

fn words(list: &'static str) -> Lookup<&'static str, ()> {
    list.split_whitespace().map(|word| (word, ())).collect()
}

/// How often something stands in the file, and in which line first.
#[derive(Default)]
struct Seen {
    count: usize,
    line: usize,
}

/// A note for each name. What has something in the document, though it be a frame, is shown.
pub(super) fn unshown(root: &Element<'_>, document: &Document) -> Vec<Note> {
    let (elements, attributes) = (words(SHOWN), words(SHOWN_ATTRIBUTES));
    let shown = LazyCell::new(|| document.origins.values().map(|origin| (origin.id.as_str(), ())).collect::<Lookup<&str, ()>>());
    let mut seen: BTreeMap<String, Seen> = BTreeMap::new();
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
        let is_known = elements.contains(element.name.local);
        if !is_known && element.attribute("id").is_some_and(|id| shown.contains(id)) {
            continue;
        }
        if !is_known {
            count(element.name.qualified());
            continue;
        }
        for it in &element.attributes {
            let name = &it.name;
            let is_said = match name.prefix {
                "" => name.local == "xmlns" || attributes.contains(name.local) || USUAL.contains(&it.value.as_ref()),
                "xmlns" => true,
                _ => matches!(&*name.namespace, OWN | XSI),
            };
            if !is_said {
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
