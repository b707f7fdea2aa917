//! Own files that together hold every element and attribute that the schema of BPMN 2.0 has for processes, collaborations, conversations,
//! choreographies and their pictures: they come in, are drawn, and go out to the letter.

use super::round::{file, text};
use dienstweg::bundle::{read_model, write_model};
use dienstweg::exchange::bpmn::{Remark, export};
use dienstweg::exchange::{File, Imported, What, import, xml};
use dienstweg::model::{Bounds, Document, Subject, undrawn, violations};
use std::collections::{BTreeMap, BTreeSet};

pub const FILES: [&str; 5] =
    ["bpmn/process.bpmn", "bpmn/events.bpmn", "bpmn/conversation.bpmn", "bpmn/choreography.bpmn", "bpmn/several.bpmn"];

/// Every element of Semantic.xsd, BPMN20.xsd, BPMNDI.xsd, DI.xsd and DC.xsd that a file can hold, with its attributes but `id`. Copied by
/// hand from the element tables of the specification (formal/2011-01-03).
const SCHEMA: &str = "
    definitions name targetNamespace expressionLanguage typeLanguage exporter exporterVersion
    import namespace location importType
    extension definition mustUnderstand
    relationship type direction
    source; target; documentation textFormat
    extensionElements; itemDefinition itemKind structureRef isCollection
    message name itemRef
    error name errorCode structureRef
    escalation name escalationCode structureRef
    signal name structureRef
    interface name implementationRef
    operation name implementationRef
    inMessageRef; outMessageRef; errorRef; endPoint; resource name
    resourceParameter name type isRequired
    resourceRole name
    performer; humanPerformer; potentialOwner; resourceRef; resourceParameterBinding parameterRef
    resourceAssignmentExpression; formalExpression language evaluatesToTypeRef
    category name
    categoryValue value
    categoryValueRef; dataStore name capacity isUnlimited itemSubjectRef
    dataState name
    globalTask name
    globalUserTask implementation
    globalManualTask; globalScriptTask scriptLanguage
    globalBusinessRuleTask implementation
    globalConversation; globalChoreographyTask initiatingParticipantRef
    supportedInterfaceRef; ioBinding operationRef inputDataRef outputDataRef
    ioSpecification; dataInput name itemSubjectRef isCollection
    dataOutput name itemSubjectRef isCollection
    inputSet name
    outputSet name
    dataInputRefs; optionalInputRefs; whileExecutingInputRefs; outputSetRefs
    dataOutputRefs; optionalOutputRefs; whileExecutingOutputRefs; inputSetRefs
    process name processType isClosed isExecutable definitionalCollaborationRef
    auditing; monitoring; property name itemSubjectRef
    supports; correlationSubscription correlationKeyRef
    correlationPropertyBinding correlationPropertyRef
    dataPath; correlationProperty name type
    correlationPropertyRetrievalExpression messageRef
    messagePath; correlationKey name
    correlationPropertyRef; laneSet name
    lane name partitionElementRef
    partitionElement; flowNodeRef; childLaneSet; incoming; outgoing
    startEvent name isInterrupting parallelMultiple
    endEvent; intermediateCatchEvent parallelMultiple
    intermediateThrowEvent; boundaryEvent attachedToRef cancelActivity parallelMultiple
    event name
    eventDefinitionRef; messageEventDefinition messageRef
    operationRef; timerEventDefinition; timeDate; timeDuration; timeCycle
    conditionalEventDefinition; condition; signalEventDefinition signalRef
    errorEventDefinition errorRef
    escalationEventDefinition escalationRef
    compensateEventDefinition activityRef waitForCompletion
    cancelEventDefinition; terminateEventDefinition; linkEventDefinition name
    task name isForCompensation startQuantity completionQuantity
    userTask implementation
    rendering; manualTask; serviceTask implementation operationRef default
    sendTask implementation messageRef operationRef
    receiveTask implementation instantiate messageRef operationRef
    scriptTask scriptFormat
    script; businessRuleTask implementation
    callActivity calledElement
    subProcess triggeredByEvent
    transaction method
    adHocSubProcess cancelRemainingInstances ordering
    completionCondition; standardLoopCharacteristics testBefore loopMaximum
    loopCondition; multiInstanceLoopCharacteristics isSequential behavior oneBehaviorEventRef noneBehaviorEventRef
    loopCardinality; loopDataInputRef; loopDataOutputRef; inputDataItem name itemSubjectRef isCollection
    outputDataItem; complexBehaviorDefinition; exclusiveGateway gatewayDirection default
    inclusiveGateway gatewayDirection
    parallelGateway gatewayDirection
    complexGateway default
    activationCondition; eventBasedGateway instantiate eventGatewayType
    sequenceFlow name sourceRef targetRef isImmediate
    conditionExpression language evaluatesToTypeRef
    dataObject name itemSubjectRef isCollection
    dataObjectReference name dataObjectRef itemSubjectRef
    dataStoreReference name dataStoreRef itemSubjectRef
    dataInputAssociation; dataOutputAssociation; sourceRef; targetRef; transformation language
    assignment; from; to; textAnnotation textFormat
    text; association sourceRef targetRef associationDirection
    group categoryValueRef
    collaboration name isClosed
    participant name processRef
    interfaceRef; endPointRef; participantMultiplicity minimum maximum
    partnerEntity name
    partnerRole name
    participantRef; messageFlow name sourceRef targetRef messageRef
    messageFlowRef; messageFlowAssociation innerMessageFlowRef outerMessageFlowRef
    participantAssociation; innerParticipantRef; outerParticipantRef
    conversation name
    subConversation name
    callConversation name calledCollaborationRef
    conversationLink name sourceRef targetRef
    conversationAssociation innerConversationNodeRef outerConversationNodeRef
    choreography name isClosed
    choreographyRef; choreographyTask name initiatingParticipantRef loopType
    subChoreography initiatingParticipantRef
    callChoreography calledChoreographyRef initiatingParticipantRef
    BPMNDiagram name documentation resolution
    BPMNPlane bpmnElement
    BPMNShape bpmnElement isHorizontal isExpanded isMarkerVisible isMessageVisible participantBandKind choreographyActivityShape
    BPMNEdge bpmnElement sourceElement targetElement messageVisibleKind
    BPMNLabel labelStyle
    BPMNLabelStyle; Font name size isBold isItalic isUnderline isStrikeThrough
    Bounds x y width height
    waypoint x y
";

/// All elements of a file, with their attributes.
fn held(text: &str, found: &mut BTreeMap<String, BTreeSet<String>>) {
    let root = xml::read(text).unwrap();
    let mut open = vec![&root];
    while let Some(element) = open.pop() {
        let attributes = found.entry(element.name.local.to_owned()).or_default();
        attributes.extend(element.attributes.iter().map(|it| it.name.local.to_owned()));
        open.extend(element.elements());
    }
}

#[test]
fn together_the_files_hold_every_element_and_attribute_of_the_schema() {
    let mut found = BTreeMap::new();
    FILES.iter().for_each(|path| held(&text(&file(path)), &mut found));
    let entries: Vec<&str> = SCHEMA.split(['\n', ';']).map(str::trim).filter(|it| !it.is_empty()).collect();
    assert!(entries.len() > 170, "{}", entries.len());
    for entry in entries {
        let mut words = entry.split_whitespace();
        let element = words.next().unwrap();
        let attributes = found.get(element).unwrap_or_else(|| panic!("no {element}"));
        words.for_each(|attribute| assert!(attributes.contains(attribute), "no {element}/@{attribute}"));
    }
}

fn imported(path: &str) -> Imported {
    let imported = import(&[File { name: path, bytes: &file(path) }]).unwrap();
    assert_eq!((violations(&imported.document), undrawn(&imported.document)), (Vec::new(), Vec::new()), "{path}");
    imported
}

#[test]
fn what_nobody_changed_comes_out_to_the_letter_also_by_way_of_the_studios_own_file() {
    for path in FILES {
        let document = imported(path).document;
        assert!(export(&document).bytes == file(path), "{path}");
        let again = read_model(write_model(&document).unwrap().as_bytes()).unwrap().document;
        assert_eq!(again, document, "{path}");
        assert!(export(&again).bytes == file(path), "{path}");
    }
}

/// Where something with that id of the file stands.
fn place(document: &Document, id: &str) -> Bounds {
    let subject = document.origins.iter().find(|(_, origin)| origin.id == id).unwrap().0;
    document.diagram.shapes.get(subject).unwrap().bounds
}

#[test]
fn what_a_file_draws_stays_where_it_is_whatever_else_has_no_place() {
    for path in ["bpmn/process.bpmn", "bpmn/events.bpmn"] {
        let (document, text) = (imported(path).document, text(&file(path)));
        let root = xml::read(&text).unwrap();
        let plane = root.first("BPMNDiagram").unwrap().first("BPMNPlane").unwrap();
        let mut seen = BTreeSet::new();
        for shape in plane.all("BPMNShape") {
            let id = shape.attribute("bpmnElement").unwrap();
            let Some((subject, _)) = document.origins.iter().find(|(_, origin)| origin.id == id) else { continue };
            let (there, here) = (shape.first("Bounds").unwrap(), document.diagram.shapes.get(subject).unwrap().bounds);
            let number = |name| there.attribute(name).unwrap().parse::<f64>().unwrap();
            assert_eq!(here, Bounds::new(number("x"), number("y"), number("width"), number("height")), "{path} {id}");
            seen.insert(subject);
        }
        assert!(seen.len() > 30, "{path}: {}", seen.len());
    }
}

#[test]
fn of_several_pictures_those_that_belong_together_are_shown() {
    let imported = imported("bpmn/several.bpmn");
    let document = &imported.document;
    // The office as its own picture draws it, below the overview; what stands in it keeps its distance.
    let (office, begin) = (place(document, "Office"), place(document, "begin"));
    assert_eq!((office.width, office.height), (500.0, 500.0));
    assert_eq!((begin.x - office.x, begin.y - office.y), (107.0, 80.0));
    assert!(office.y >= place(document, "Citizen").bottom());
    // The court is drawn without its flow: a black box, and a canvas of its own.
    assert_eq!(place(document, "Court"), Bounds::new(100.0, 200.0, 600.0, 60.0));
    assert!(imported.report.iter().any(|note| note.what == What::Bpmn(Remark::ClosedPool)));
    let court = document.processes.values().find(|process| process.name == "Gericht").unwrap();
    assert_eq!((document.pool_of(court.id), document.children(court.id, None).count()), (None, 3));
    // The closed sub-process has its own picture.
    let check = document.nodes.values().find(|node| node.name == "Prüfen").unwrap();
    assert!(document.is_closed(check.id));
    assert_eq!(place(document, "in_t"), Bounds::new(200.0, 78.0, 100.0, 80.0));
    assert_eq!(document.main().unwrap().name, "Amt");
}

#[test]
fn a_file_without_a_process_comes_in_with_an_empty_one_and_says_so() {
    for (path, name, pools) in [("bpmn/conversation.bpmn", "Kreis und Leute", 3), ("bpmn/choreography.bpmn", "Ämter stimmen sich ab", 0)] {
        let imported = imported(path);
        let document = &imported.document;
        assert_eq!((document.main().unwrap().name.as_str(), document.nodes.len(), document.pools.len()), (name, 0, pools), "{path}");
        assert!(imported.report.iter().any(|note| note.what == What::Bpmn(Remark::NoFlow)), "{path}");
    }
    let orders = "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'><message id='m' name='Antrag'/></definitions>";
    let imported = import(&[File { name: "x.bpmn", bytes: orders.as_bytes() }]).unwrap();
    assert_eq!(export(&imported.document).bytes, orders.as_bytes());
}

#[test]
fn each_own_file_has_its_subjects() {
    let counts = |path| {
        let document = imported(path).document;
        let is_of = |subject: &Subject| document.origins.contains(*subject);
        let nodes = document.nodes.keys().map(Subject::Node).filter(is_of).count();
        (nodes, document.flows.len(), document.lanes.len(), document.message_flows.len(), document.artifacts.len())
    };
    assert_eq!(counts("bpmn/several.bpmn"), (10, 7, 2, 2, 0));
    // An annotation, a group, and three conversations as frames.
    assert_eq!(counts("bpmn/conversation.bpmn"), (0, 0, 0, 2, 5));
    assert_eq!(counts("bpmn/choreography.bpmn"), (0, 0, 0, 0, 6));
}

#[test]
fn what_the_document_does_not_know_stands_in_the_picture_as_a_frame() {
    let imported = imported("bpmn/process.bpmn");
    let document = &imported.document;
    assert_eq!(place(document, "Task_undo"), Bounds::new(935.0, 230.0, 110.0, 80.0));
    assert!(
        imported.report.iter().any(|note| note.what == What::Bpmn(Remark::Frame("serviceTask".to_owned())) && note.at.subject.is_some())
    );
    let subject = |id: &str| document.origins.iter().find(|(_, origin)| origin.id == id).unwrap().0;
    let line = document.associations.values().find(|line| Subject::Association(line.id) == subject("Assoc_undo")).unwrap();
    assert_eq!((line.from, line.to), (subject("Boundary_1"), subject("Task_undo")));
    // Taken out, it is gone from the file, with what belongs to it.
    let mut editor = dienstweg::edit::Editor::new(document.clone());
    editor.apply(dienstweg::edit::Command::Remove(vec![subject("Task_undo")])).unwrap();
    let after = text(&export(editor.document()).bytes);
    assert!(!after.contains("Task_undo") && after.contains("Boundary_1"));
}
