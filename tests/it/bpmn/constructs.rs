//! Constructs of the standard that reference files of other tools use, each in a file of its own: in and out to the letter; after one change
//! nothing else is lost; without the kept text the facts of the document.

use super::edits::bare;
use super::facts::differences;
use super::native::{said, same};
use super::round::{read, text};
use super::schema::faults;
use dienstweg::edit::{Command, Editor, FlowCommand, Record};
use dienstweg::exchange::bpmn::export;
use dienstweg::exchange::xml;
use dienstweg::model::{Document, FlowNode, Point, Subject, Vector};

/// A file with this inside of its outermost element.
fn file(inside: &str) -> String {
    let spaces = "xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:di='http://www.omg.org/spec/BPMN/20100524/DI' \
        xmlns:dc='http://www.omg.org/spec/DD/20100524/DC' xmlns:dd='http://www.omg.org/spec/DD/20100524/DI' xmlns:v='urn:vendor' \
        xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xmlns:t='urn:types' targetNamespace='urn:types'";
    format!("<?xml version='1.0' encoding='UTF-8'?>\n<definitions id='defs' {spaces}>\n{inside}\n</definitions>\n")
}

fn flow(id: &str, from: &str, to: &str) -> String {
    format!("<sequenceFlow id='{id}' sourceRef='{from}' targetRef='{to}'/>\n")
}

fn shape(element: &str, x: u32, y: u32, width: u32, height: u32) -> String {
    format!(
        "<di:BPMNShape id='{element}_di' bpmnElement='{element}'><dc:Bounds x='{x}' y='{y}' width='{width}' height='{height}'/></di:BPMNShape>\n"
    )
}

fn edge(element: &str, points: &[(u32, u32)]) -> String {
    let points = points.iter().map(|(x, y)| format!("<dd:waypoint x='{x}' y='{y}'/>")).collect::<Vec<_>>().concat();
    format!("<di:BPMNEdge id='{element}_di' bpmnElement='{element}'>{points}</di:BPMNEdge>\n")
}

fn diagram(id: &str, of: &str, inside: &str) -> String {
    format!(
        "<di:BPMNDiagram id='{id}' name='{id}'><di:BPMNPlane id='{id}_plane' bpmnElement='{of}'>\n{inside}</di:BPMNPlane></di:BPMNDiagram>\n"
    )
}

/// A process from `s` by `a` to `e`, with this before its flows.
fn process(inside: &str) -> String {
    format!(
        "<process id='p' name='Ablauf' isExecutable='true'>\n{inside}<startEvent id='s'/><task id='a' name='A'/><endEvent id='e'/>\n{}{}</process>\n",
        flow("f", "s", "a"),
        flow("g", "a", "e")
    )
}

fn upright_pools() -> String {
    let pools = "<collaboration id='c'><participant id='pa' name='Amt' processRef='p'><participantMultiplicity minimum='1' maximum='3'/></participant>\
        <participant id='pb' name='Bank'/><messageFlow id='m' sourceRef='a' targetRef='pb'/></collaboration>\n";
    let lanes = "<laneSet id='ls'><lane id='l1' name='Eins'><flowNodeRef>s</flowNodeRef><flowNodeRef>a</flowNodeRef></lane>\
        <lane id='l2' name='Zwei'><flowNodeRef>e</flowNodeRef></lane></laneSet>\n";
    let upright = |id: &str, x, width| shape(id, x, 80, width, 500).replace("><dc:Bounds", " isHorizontal='false'><dc:Bounds");
    let pictures = [
        upright("pa", 100, 400),
        upright("l1", 100, 200).replace("y='80'", "y='110'").replace("height='500'", "height='470'"),
        upright("l2", 300, 200).replace("y='80'", "y='110'").replace("height='500'", "height='470'"),
        upright("pb", 600, 60),
        shape("s", 182, 140, 36, 36),
        shape("a", 150, 240, 100, 80),
        shape("e", 382, 440, 36, 36),
        edge("f", &[(200, 176), (200, 240)]),
        edge("g", &[(200, 320), (200, 458), (382, 458)]),
        edge("m", &[(250, 280), (600, 280)]),
    ]
    .concat();
    file(&[pools.to_owned(), process(lanes), diagram("d", "c", &pictures)].concat())
}

fn several_diagrams() -> String {
    let sub = "<subProcess id='u' name='Unter'><startEvent id='us'/><task id='ua' name='Darin'/><sequenceFlow id='uf' sourceRef='us' targetRef='ua'/></subProcess>\n";
    let call =
        "<callActivity id='k' name='Ruft' calledElement='t:q'><ioSpecification><inputSet/><outputSet/></ioSpecification></callActivity>\n";
    let other =
        format!("<process id='q' name='Gerufen'><startEvent id='qs'/><task id='qa' name='Arbeit'/>{}</process>\n", flow("qf", "qs", "qa"));
    let main = [
        shape("s", 100, 100, 36, 36),
        shape("a", 200, 80, 100, 80),
        shape("e", 400, 100, 36, 36),
        edge("f", &[(136, 118), (200, 118)]),
        edge("g", &[(300, 118), (400, 118)]),
        shape("u", 200, 200, 100, 80).replace("><dc", " isExpanded='false'><dc"),
        shape("k", 400, 200, 100, 80),
    ];
    let inner = [shape("us", 50, 50, 36, 36), shape("ua", 150, 28, 100, 80), edge("uf", &[(86, 68), (150, 68)])];
    let called = [shape("qs", 60, 60, 36, 36), shape("qa", 160, 38, 100, 80), edge("qf", &[(96, 78), (160, 78)])];
    file(
        &[
            process(&[sub, call].concat()),
            other,
            diagram("d1", "p", &main.concat()),
            diagram("d2", "u", &inner.concat()),
            diagram("d3", "q", &called.concat()),
        ]
        .concat(),
    )
}

fn transaction() -> String {
    let inside = format!(
        "<transaction id='t' name='Zahlen' method='##Compensate'><startEvent id='ts'/><serviceTask id='pay' name='Abbuchen' implementation='##WebService'/>\
         <boundaryEvent id='undo' attachedToRef='pay'><compensateEventDefinition id='undo_d' waitForCompletion='true'/></boundaryEvent>\
         <serviceTask id='back' name='Erstatten' isForCompensation='true'/><endEvent id='tx'><cancelEventDefinition id='tx_d'/></endEvent>\n{}{}\
         <association id='ca' associationDirection='One' sourceRef='undo' targetRef='back'/></transaction>\n\
         <boundaryEvent id='cancelled' attachedToRef='t'><cancelEventDefinition id='cancelled_d'/></boundaryEvent>\
         <boundaryEvent id='failed' attachedToRef='t'><errorEventDefinition id='failed_d' errorRef='err'/></boundaryEvent>\
         <endEvent id='end_c'><compensateEventDefinition id='end_cd' activityRef='pay'/></endEvent><endEvent id='end_e'><escalationEventDefinition id='end_ed' escalationRef='esc'/></endEvent>\n{}{}\
         <subProcess id='ev' name='Zwischenfall' triggeredByEvent='true'><startEvent id='evs' isInterrupting='false'><signalEventDefinition id='evs_d' signalRef='sig'/></startEvent>\
         <task id='eva' name='Merken'/>{}</subProcess>\n",
        flow("tf1", "ts", "pay"),
        flow("tf2", "pay", "tx"),
        flow("cf", "cancelled", "end_c"),
        flow("ff", "failed", "end_e"),
        flow("ef", "evs", "eva"),
    );
    let roots = "<itemDefinition id='item' itemKind='Information' structureRef='t:Zahlung' isCollection='false'/>\n\
        <error id='err' name='Kein Geld' errorCode='E1' structureRef='item'/><escalation id='esc' name='Meldung' escalationCode='M1'/><signal id='sig' name='Alarm' structureRef='item'/>\n";
    file(&[roots.to_owned(), process(&inside)].concat())
}

fn resources() -> String {
    let roots = "<import namespace='urn:other' location='other.xsd' importType='http://www.w3.org/2001/XMLSchema'/>\n\
        <itemDefinition id='item' structureRef='t:Antrag'/>\n<message id='msg' name='Antrag' itemRef='item'/>\n\
        <interface id='i' name='Dienst' implementationRef='t:wsdl'><operation id='o' name='senden' implementationRef='t:op'><inMessageRef>msg</inMessageRef><errorRef>err</errorRef></operation></interface>\n\
        <error id='err' errorCode='X'/>\n\
        <resource id='r' name='Sachbearbeitung'><resourceParameter id='rp' name='Stelle' isRequired='true' type='item'/></resource>\n\
        <correlationProperty id='cp' name='Aktenzeichen' type='item'><correlationPropertyRetrievalExpression id='cpr' messageRef='msg'><messagePath xsi:type='tFormalExpression'>az</messagePath></correlationPropertyRetrievalExpression></correlationProperty>\n\
        <globalUserTask id='gu' name='Anhören'><ioSpecification><inputSet/><outputSet/></ioSpecification></globalUserTask>\n\
        <globalScriptTask id='gs' name='Rechnen' scriptLanguage='text/x-groovy'><script>x = 1</script></globalScriptTask>\n\
        <category id='cat' name='Abschnitte'><categoryValue id='cv' value='Prüfung'/></category>\n\
        <dataStore id='ds' name='Register' capacity='10' isUnlimited='false' itemSubjectRef='item'/>\n";
    let inside = format!(
        "<property id='prop' name='stand' itemSubjectRef='item'/>\n<dataObject id='do' name='Akte' isCollection='true' itemSubjectRef='item'/>\
         <dataObjectReference id='dor' name='Akte' dataObjectRef='do'><dataState id='st' name='geprüft'/></dataObjectReference>\
         <dataStoreReference id='dsr' name='Register' dataStoreRef='ds'/>\n\
         <userTask id='u' name='Bearbeiten' implementation='##unspecified'>\
         <ioSpecification id='io'><dataInput id='in' name='akte' itemSubjectRef='item'/><dataOutput id='out' name='bescheid'/><inputSet id='is'><dataInputRefs>in</dataInputRefs><outputSetRefs>os</outputSetRefs></inputSet>\
         <outputSet id='os'><dataOutputRefs>out</dataOutputRefs></outputSet></ioSpecification>\
         <dataInputAssociation id='dia'><sourceRef>dor</sourceRef><targetRef>in</targetRef><assignment><from xsi:type='tFormalExpression'>a</from><to xsi:type='tFormalExpression'>b</to></assignment></dataInputAssociation>\
         <dataOutputAssociation id='doa'><sourceRef>out</sourceRef><targetRef>dsr</targetRef></dataOutputAssociation>\
         <potentialOwner id='po'><resourceRef>r</resourceRef><resourceParameterBinding parameterRef='rp'><formalExpression>'II'</formalExpression></resourceParameterBinding></potentialOwner>\
         <performer id='pf'><resourceAssignmentExpression><formalExpression>leitung()</formalExpression></resourceAssignmentExpression></performer>\
         <rendering id='ren'/></userTask>\n\
         <callActivity id='k1' name='Anhören' calledElement='gu'/><callActivity id='k2' name='Rechnen' calledElement='gs'/>\n\
         <sendTask id='se' name='Senden' operationRef='o' messageRef='msg'/><receiveTask id='re' name='Empfangen' instantiate='true' messageRef='msg'/>\n\
         <adHocSubProcess id='ad' name='Nach Bedarf' ordering='Sequential' cancelRemainingInstances='false'><task id='ad1' name='Dies'/><completionCondition xsi:type='tFormalExpression'>fertig</completionCondition></adHocSubProcess>\n\
         <complexGateway id='cg' name='Drei von vieren' default='cgf'><activationCondition xsi:type='tFormalExpression'>n &gt; 2</activationCondition></complexGateway>\n{}{}{}{}",
        flow("h1", "u", "se"),
        flow("h2", "re", "cg"),
        flow("cgf", "cg", "k1"),
        flow("h3", "cg", "k2"),
    );
    let end = "<group id='gr' categoryValueRef='cv'/><textAnnotation id='ta' textFormat='text/html'><text>&lt;b&gt;Achtung&lt;/b&gt;</text></textAnnotation><association id='as' sourceRef='u' targetRef='ta'/>\
        <correlationSubscription id='cs' correlationKeyRef='ck'><correlationPropertyBinding id='cpb' correlationPropertyRef='cp'><dataPath xsi:type='tFormalExpression'>az</dataPath></correlationPropertyBinding></correlationSubscription>\n</process>";
    let collaboration = "<collaboration id='c'><participant id='pa' name='Amt' processRef='p'><interfaceRef>i</interfaceRef></participant><participant id='pb' name='Bürgerin'/>\
        <messageFlow id='mf' name='Antrag' messageRef='msg' sourceRef='pb' targetRef='re'/><conversation id='cv1' name='Gespräch'><participantRef>pa</participantRef><participantRef>pb</participantRef><messageFlowRef>mf</messageFlowRef></conversation>\
        <correlationKey id='ck' name='Schlüssel'><correlationPropertyRef>cp</correlationPropertyRef></correlationKey></collaboration>\n";
    file(&[roots.to_owned(), process(&inside).replace("</process>", end), collaboration.to_owned()].concat())
}

/// Steps for the entries of a list, as the standard says it and as vendors do.
fn lists() -> String {
    let inside = "<dataObject id='do'/><dataObjectReference id='dor' name='stellen' dataObjectRef='do'/>\n\
        <userTask id='each' name='Anhören'><extensionElements><v:form key='f'/></extensionElements>\
        <ioSpecification><dataInput id='each_in' name='liste' isCollection='true'/><inputSet><dataInputRefs>each_in</dataInputRefs></inputSet><outputSet/></ioSpecification>\
        <dataInputAssociation id='dia'><sourceRef>dor</sourceRef><targetRef>each_in</targetRef></dataInputAssociation>\
        <multiInstanceLoopCharacteristics id='mi' isSequential='true'><loopDataInputRef>each_in</loopDataInputRef><inputDataItem id='mi_item' name='stelle'/></multiInstanceLoopCharacteristics></userTask>\n\
        <task id='vendor' name='Jedes'><multiInstanceLoopCharacteristics v:collection='anlagen' v:elementVariable='anlage'><completionCondition xsi:type='tFormalExpression'>genug</completionCondition></multiInstanceLoopCharacteristics></task>\n";
    file(&process(inside))
}

fn all() -> [(&'static str, String); 6] {
    [
        ("upright pools", upright_pools()),
        ("several diagrams", several_diagrams()),
        ("transaction", transaction()),
        ("resources", resources()),
        ("lists", lists()),
        ("nothing but a process", file(&process(""))),
    ]
}

#[test]
fn unchanged_they_come_out_to_the_letter() {
    for (name, before) in all() {
        let document = read(before.as_bytes());
        assert_eq!(text(&export(&document).bytes), before, "{name}");
    }
}

/// Changes of single things.
fn changes(document: &Document) -> Vec<(&'static str, Command)> {
    let mut all = Vec::new();
    let own: Vec<&FlowNode> = document.nodes.values().filter(|node| document.origins.contains(Subject::Node(node.id))).collect();
    for node in &own {
        all.push(("name", Command::Put(Record::Node(FlowNode { name: "Anders".to_owned(), ..FlowNode::clone(node) }))));
        let shift = FlowCommand::Move { subjects: vec![Subject::Node(node.id)], by: Vector::new(3.0, 5.0) };
        all.push(("place", Command::Flow(shift)));
    }
    let process = document.main_process;
    let kind = dienstweg::model::NodeKind::UserTask;
    all.push(("step", Command::Flow(FlowCommand::AddNode { process, kind, name: "Neu".to_owned(), at: Point::new(900.0, 900.0) })));
    all
}

#[test]
fn after_one_change_nothing_else_is_lost() {
    let mut wrong = Vec::new();
    for (name, before) in all() {
        let document = read(before.as_bytes());
        let old = faults(&before);
        for (what, command) in changes(&document) {
            let mut editor = Editor::new(document.clone());
            if editor.apply(command.clone()).is_err() {
                continue;
            }
            let after = text(&export(editor.document()).bytes);
            let (lost, _) = differences(&before, &after);
            let may_go = |line: &String| match what {
                "name" => line.contains(" @{}name = "),
                "place" | "step" => ["Bounds", "waypoint", "flowNodeRef"].iter().any(|part| line.contains(part)),
                _ => false,
            };
            let lost: Vec<&String> = lost.iter().filter(|line| !may_go(line)).collect();
            let new: Vec<String> = faults(&after).into_iter().filter(|fault| !old.contains(fault)).collect();
            if !lost.is_empty() || !new.is_empty() {
                wrong.push(format!("{name}: {what}: lost {lost:?}, against the schema {new:?} by {command:?}"));
            }
            // A new name gives a new key, which no file holds.
            if what == "name" {
                continue;
            }
            let again = bare(&read(&xml::encode(&after)));
            let (is, wanted) = (said(&again), said(&bare(editor.document())));
            let only = |these: &[String], those: &[String]| these.iter().filter(|line| !those.contains(line)).cloned().collect::<Vec<_>>();
            let (more, less) = (only(&is, &wanted), only(&wanted, &is));
            if !more.is_empty() || !less.is_empty() {
                wrong.push(format!("{name}: {what}: read again {more:?}, not {less:?}"));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} wrong:\n{}",
        wrong.len(),
        wrong.iter().map(|line| line.chars().take(900).collect::<String>()).collect::<Vec<_>>().join("\n")
    );
}

#[test]
fn without_the_kept_text_the_facts_of_the_document_are_written() {
    for (name, before) in all() {
        let mut document = read(before.as_bytes());
        (document.sources, document.origins) = Default::default();
        let first = text(&export(&document).bytes);
        assert_eq!(faults(&first), Vec::<String>::new(), "{name}");
        let again = read(first.as_bytes());
        same(&said(&again), &said(&document), name);
        let second = text(&export(&again).bytes);
        assert_eq!(differences(&first, &second), (Vec::new(), Vec::new()), "{name}");
    }
}
