//! Files in BPMN as documents.

use super::super::{Imported, What};
use super::{export, import, read};
use crate::exchange::xml;
use crate::model::{Document, Event, FieldKind, NodeKind, Repetition, Role, RoleId, Subject, undrawn, violations};

/// A file with this content, as tools write it.
fn file(content: &str) -> String {
    format!(
        "<?xml version='1.0' encoding='UTF-8'?>\n<b:definitions xmlns:b='http://www.omg.org/spec/BPMN/20100524/MODEL' \
         xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'>{content}</b:definitions>"
    )
}

/// A process with this content, read without fault and laid out.
fn process(content: &str) -> Imported {
    let text = file(&format!("<b:process id='p' isExecutable='true'>{content}</b:process>"));
    let imported = import("", &text, &xml::read(&text).unwrap()).unwrap();
    assert_eq!((violations(&imported.document), undrawn(&imported.document)), (Vec::new(), Vec::new()));
    imported
}

/// The flows of a document by the keys of their nodes, with condition, `*` for a default.
fn flows(document: &Document) -> Vec<String> {
    let key = |node| document.nodes.get(node).unwrap().key.clone();
    let text = |flow: &crate::model::SequenceFlow| {
        let default = if flow.is_default { " *" } else { "" };
        let condition = if flow.condition.is_empty() { String::new() } else { format!(" [{}]", flow.condition) };
        format!("{} > {}{condition}{default}", key(flow.from), key(flow.to))
    };
    document.flows.values().map(text).collect()
}

fn kind<'a>(document: &'a Document, key: &str) -> &'a NodeKind {
    &document.nodes.values().find(|node| node.key == key).unwrap().kind
}

fn flow(id: &str, from: &str, to: &str) -> String {
    format!("<b:sequenceFlow id='{id}' sourceRef='{from}' targetRef='{to}'/>")
}

#[test]
fn nodes_flows_and_conditions() {
    let imported = process(
        "<b:startEvent id='s'/><b:exclusiveGateway id='x' default='f3'/><b:userTask id='a' name='Antrag&#10;prüfen'/><b:task id='b'/>
         <b:sequenceFlow id='f1' sourceRef='s' targetRef='x'/>
         <b:sequenceFlow id='f2' sourceRef='x' targetRef='a' name='viel'><b:conditionExpression>${betrag &gt; 100 &amp;&amp; !eilig}</b:conditionExpression></b:sequenceFlow>
         <b:sequenceFlow id='f3' sourceRef='x' targetRef='b'/>",
    );
    let document = &imported.document;
    assert_eq!(flows(document), ["s > x", "x > a [vorgang.betrag > 100 and not(vorgang.eilig)]", "x > b *"]);
    assert_eq!(document.nodes.values().find(|node| node.key == "a").unwrap().name, "Antrag prüfen");
    let kinds: Vec<_> = document.fields.values().map(|field| (field.key.as_str(), field.kind)).collect();
    assert_eq!(kinds, [("betrag", FieldKind::Decimal), ("eilig", FieldKind::YesNo)]);
}

#[test]
fn a_multiple_event_becomes_several_that_mean_the_same() {
    let definitions = "<b:signalEventDefinition signalRef='rot'/><b:signalEventDefinition signalRef='blau'/>";
    let nodes = format!(
        "<b:startEvent id='s'/><b:intermediateCatchEvent id='w'>{definitions}</b:intermediateCatchEvent><b:endEvent id='e'/>{}{}",
        flow("f", "s", "w"),
        flow("g", "w", "e")
    );
    let imported = process(&nodes);
    let mut ways = flows(&imported.document);
    ways.sort();
    assert_eq!(ways, ["s > w_3", "w > w_4", "w_2 > w_4", "w_3 > w", "w_3 > w_2", "w_4 > e"]);
    assert_eq!(kind(&imported.document, "w_2"), &NodeKind::CatchEvent(Event::Signal("blau".into())));
    assert_eq!(kind(&imported.document, "w_3"), &NodeKind::EventBasedGateway);
    assert!(imported.report.iter().any(|note| note.what == What::Split(2)));
}

#[test]
fn what_is_no_bpmn_is_refused() {
    for (text, word) in [("<a/>", "Foreign"), ("<definitions/>", "NoProcess"), ("<definitions><process></definitions>", "Xml")] {
        assert!(format!("{:?}", read(text.as_bytes()).unwrap_err()).starts_with(word), "{text}");
    }
}

#[test]
fn foreign_ids_become_keys() {
    let imported = process("<b:startEvent id='_1'/><b:task id='sid-52-A'/><b:task id='not'/><b:task/>");
    let keys: Vec<&str> = imported.document.nodes.values().map(|node| node.key.as_str()).collect();
    assert_eq!(keys, ["schritt_1", "sid_52_A", "not_2", "schritt"]);
}

#[test]
fn conditions_are_translated_or_kept() {
    for (written, feel, is_kept) in [
        ("test.contains(\"a\")", "contains(vorgang.test, \"a\")", false),
        ("!test.contains('a')", "not(contains(vorgang.test, \"a\"))", false),
        ("integerVariable &lt; 3", "vorgang.integerVariable < 3", false),
        (
            "${antrag.art == 'neu' || (betrag &gt;= 10 and not eilig)}",
            "antrag.art = \"neu\" or vorgang.betrag >= 10 and not(vorgang.eilig)",
            false,
        ),
        ("#{(a || b) &amp;&amp; c}", "(vorgang.a or vorgang.b) and vorgang.c", false),
        ("${a - (b - c) gt 0}", "vorgang.a - (vorgang.b - vorgang.c) > 0", false),
        ("${execution.getVariable('betrag') % 2 eq 0}", "modulo(vorgang.betrag, 2) = 0", false),
        ("${empty name ? false : name.equals(\"x\")}", "if not(is filled(vorgang.name)) then false else vorgang.name = \"x\"", false),
        ("=betrag &gt; 3", "vorgang.betrag > 3", false),
        ("Antrag ist vollständig", "Antrag ist vollständig", true),
        ("ja", "ja", true),
        ("${bean.check(x)}", "bean.check(x)", true),
    ] {
        let xml = format!(
            "<b:task id='a'/><b:task id='c'/><b:sequenceFlow id='f' sourceRef='a' targetRef='c'><b:conditionExpression>{written}</b:conditionExpression></b:sequenceFlow>"
        );
        let imported = process(&xml);
        assert_eq!(imported.document.flows.values().next().unwrap().condition, feel, "{written}");
        assert_eq!(imported.report.iter().any(|note| matches!(note.what, What::KeptAsText(_))), is_kept, "{written}");
    }
}

#[test]
fn scripts_that_set_variables_are_assignments() {
    let script = |text: &str| process(&format!("<b:scriptTask id='a'><b:script>{text}</b:script></b:scriptTask>"));
    let imported = script("var n = n + 1;\nexecution.setVariable(\"art\", 'neu')");
    let NodeKind::ScriptTask(assignments) = kind(&imported.document, "a") else { panic!() };
    let written: Vec<String> = assignments.iter().map(|it| format!("{} := {}", it.target, it.value)).collect();
    assert_eq!(written, ["vorgang.n := vorgang.n + 1", "vorgang.art := \"neu\""]);
    let other = script("print(1)");
    assert_eq!(kind(&other.document, "a"), &NodeKind::ScriptTask(Vec::new()));
    assert!(other.report.iter().any(|note| note.what == What::ScriptInNote));
}

#[test]
fn what_only_a_script_in_richer_feel_sets_is_declared() {
    let feel = super::standard::FEEL;
    let script = "vorgang.tag = today()\nvorgang.stufe = if is filled(antrag.name) then \"hoch\" else \"tief\"\nvorgang.summe = count([1, 2]) + 1\n\
                  vorgang.offen = every x in [1, 2] satisfies x &gt; 1\nvorgang.ergebnis = get value(antrag.liste, \"a\")";
    let text = format!("<b:scriptTask id='a' scriptFormat='{feel}'><b:script>{script}</b:script></b:scriptTask>");
    let document = process(&text).document;
    let kinds: Vec<_> = document.fields.values().map(|field| (field.key.as_str(), field.kind)).collect();
    let (day, text, number, truth) = (FieldKind::Date, FieldKind::Text, FieldKind::Decimal, FieldKind::YesNo);
    let antrag = [("liste", text), ("name", text)];
    assert_eq!(kinds, [&antrag[..], &[("ergebnis", text), ("offen", truth), ("stufe", text), ("summe", number), ("tag", day)]].concat());
}

#[test]
fn pools_lanes_messages_and_data() {
    let text = file(
        "<b:collaboration id='c'><b:participant id='amt' name='Amt' processRef='p'/><b:participant id='buerger' name='Bürgerin'/>
         <b:messageFlow id='m' sourceRef='buerger' targetRef='s'/><b:messageFlow id='x' sourceRef='weg' targetRef='s'/></b:collaboration>
         <b:process id='p'><b:laneSet><b:lane id='l' name='Sachbearbeitung'><b:flowNodeRef>s</b:flowNodeRef><b:childLaneSet>
         <b:lane id='k' name='Leitung'><b:flowNodeRef>t</b:flowNodeRef></b:lane></b:childLaneSet></b:lane></b:laneSet>
         <b:startEvent id='s'/><b:task id='t'><b:dataInputAssociation><b:sourceRef>d</b:sourceRef></b:dataInputAssociation></b:task>
         <b:dataObjectReference id='d' name='Antrag'/><b:textAnnotation id='n'><b:text>Wichtig</b:text></b:textAnnotation>
         <b:association id='o' sourceRef='n' targetRef='t'/></b:process>",
    );
    let imported = import("", &text, &xml::read(&text).unwrap()).unwrap();
    let document = &imported.document;
    assert_eq!((violations(document), undrawn(document)), (Vec::new(), Vec::new()));
    let counts =
        [document.pools.len(), document.lanes.len(), document.message_flows.len(), document.artifacts.len(), document.associations.len()];
    assert_eq!(counts, [2, 2, 1, 2, 2]);
    let node = |key: &str| document.nodes.values().find(|node| node.key == key).unwrap();
    assert_eq!(document.role_of(node("t").id).unwrap().name, "Leitung");
    assert_eq!(document.role_of(node("s").id).unwrap().name, "Sachbearbeitung");
    assert!(imported.report.iter().any(|note| matches!(&note.what, What::Dangling { name, .. } if name == "weg")));
}

#[test]
fn the_picture_of_the_file_stays() {
    let text = file(
        "<b:process id='p'><b:startEvent id='s'/><b:endEvent id='e'/><b:sequenceFlow id='f' sourceRef='s' targetRef='e'/></b:process>
         <BPMNDiagram><BPMNPlane bpmnElement='p'><BPMNShape bpmnElement='s'><Bounds x='10' y='20' width='36' height='36'/></BPMNShape>
         <BPMNShape bpmnElement='e'><Bounds x='110' y='20' width='36' height='36'/></BPMNShape>
         <BPMNEdge bpmnElement='f'><waypoint x='46' y='38'/><waypoint x='110' y='38'/></BPMNEdge></BPMNPlane></BPMNDiagram>",
    );
    let document = import("", &text, &xml::read(&text).unwrap()).unwrap().document;
    let corners: Vec<(f64, f64)> = document.diagram.shapes.iter().map(|(_, shape)| (shape.bounds.x, shape.bounds.y)).collect();
    assert_eq!(corners, [(10.0, 20.0), (110.0, 20.0)]);
    assert_eq!(document.diagram.edges.iter().next().unwrap().1.waypoints.len(), 2);
}

#[test]
fn what_cannot_be_right_is_said_with_its_line() {
    let imported =
        process("<b:task id='a'>\n<b:standardLoopCharacteristics loopMaximum='-1'/></b:task><b:boundaryEvent id='y' attachedToRef='z'/>");
    let faults: Vec<&What> = imported.report.iter().filter(|note| note.is_fault()).map(|note| &note.what).collect();
    assert_eq!(faults, [&What::Invalid { name: "loopMaximum".into(), value: "-1".into(), line: 2 }]);
    assert!(imported.report.iter().any(|note| matches!(&note.what, What::Dangling { name, .. } if name == "z")));
}

#[test]
fn too_many_levels_are_refused() {
    let deep = format!("{}{}", "<b:subProcess>".repeat(40), "</b:subProcess>".repeat(40));
    assert!(matches!(
        read(file(&format!("<b:process id='p'>{deep}</b:process>")).as_bytes()),
        Err(crate::exchange::Unfit::TooDeep { line: 2 })
    ));
}

#[test]
fn a_step_that_is_done_so_many_times_is_written_with_that_number() {
    let feel = super::standard::FEEL;
    let times = format!(
        "<b:multiInstanceLoopCharacteristics><b:loopCardinality language='{feel}'>antrag.zahl + 1</b:loopCardinality></b:multiInstanceLoopCharacteristics>"
    );
    let mut document = process(&format!("<b:startEvent id='s'/><b:userTask id='t'>{times}</b:userTask>{}", flow("f", "s", "t"))).document;
    (document.sources, document.origins) = Default::default();
    let written = |document: &Document| String::from_utf8(export(document).bytes).unwrap();
    assert!(written(&document).contains(">antrag.zahl + 1</bpmn:loopCardinality>"), "a number is none of a list");
    let step = document.nodes.values().find(|node| node.key == "t").unwrap().id;
    let Repetition::MultiInstance { collection, .. } = &mut document.nodes.get_mut(step).unwrap().repetition else {
        panic!("no multi-instance")
    };
    *collection = "[1, 2]".to_owned();
    assert!(written(&document).contains(">count([1, 2])</bpmn:loopCardinality>"), "a list as many times as it has entries");
}

#[test]
fn what_a_file_gave_is_remembered_and_once_forgotten_read_again() {
    let imported =
        process(&format!("<b:startEvent id='s'/><b:task id='a'/><b:endEvent id='e'/>{}{}", flow("f", "s", "a"), flow("g", "a", "e")));
    let forgetful = |document: &Document| {
        let mut document = document.clone();
        let source = document.sources.keys().next().unwrap();
        document.sources.get_mut(source).unwrap().given = crate::model::Given::default();
        document
    };
    let source = imported.document.sources.values().next().unwrap();
    assert_eq!(source.given.document().unwrap().nodes, imported.document.nodes);
    assert_eq!(forgetful(&imported.document), imported.document, "it is no part of what the document says");
    assert_eq!(export(&forgetful(&imported.document)).bytes, source.text.as_bytes());
    let mut opened = forgetful(&imported.document);
    super::remember(&mut opened);
    let again = opened.sources.values().next().unwrap().given.document().unwrap();
    assert_eq!(again, source.given.document().unwrap());
    let mut changed = imported.document.clone();
    let step = changed.nodes.keys().nth(1).unwrap();
    changed.nodes.get_mut(step).unwrap().name = "Anders".to_owned();
    let written = export(&changed).bytes;
    assert_eq!(String::from_utf8(written.clone()).unwrap(), source.text.replace("<b:task id='a'/>", "<b:task name=\"Anders\" id='a'/>"));
    assert_eq!(export(&forgetful(&changed)).bytes, written);
}

#[test]
fn a_picture_of_nothing_stays_the_only_one_when_something_in_it_is_moved() {
    for of in ["", " bpmnElement=''", " bpmnElement='gone'"] {
        let text = file(&format!(
            "<b:process id='p'><b:startEvent id='s'/><b:endEvent id='e'/></b:process><d:BPMNDiagram \
             xmlns:d='http://www.omg.org/spec/BPMN/20100524/DI' xmlns:c='http://www.omg.org/spec/DD/20100524/DC'><d:BPMNPlane{of}>\
             <d:BPMNShape id='x' bpmnElement='s'><c:Bounds x='10' y='20' width='36' height='36'/></d:BPMNShape>\
             <d:BPMNShape id='y' bpmnElement='e'><c:Bounds x='90' y='20' width='36' height='36'/></d:BPMNShape>\
             </d:BPMNPlane></d:BPMNDiagram>"
        ));
        let mut document = crate::exchange::import(&[crate::exchange::File { name: "a.bpmn", bytes: text.as_bytes() }]).unwrap().document;
        let end = document.nodes.values().find(|node| node.key == "e").unwrap().id;
        document.diagram.shapes.get_mut(Subject::Node(end)).unwrap().bounds.x += 7.0;
        assert_eq!(String::from_utf8(export(&document).bytes).unwrap(), text.replace("x='90'", "x='97'"));
    }
}

#[test]
fn roles_are_declared_where_pools_do_not_say_them() {
    let taken = |text: &str| crate::exchange::import(&[crate::exchange::File { name: "a.bpmn", bytes: text.as_bytes() }]).unwrap().document;
    let written = |document: &Document| String::from_utf8(export(document).bytes).unwrap();
    let document = taken(&file(
        "<b:process id='p'><b:laneSet id='s'><b:lane id='l' name='Amt'><b:flowNodeRef>t</b:flowNodeRef></b:lane></b:laneSet><b:task id='t'/></b:process>",
    ));
    let task = document.nodes.keys().next().unwrap();
    let office = document.roles.values().find(|role| role.name == "Amt").unwrap().clone();
    let declares = |text: &str, name: &str| text.contains(&format!("name=\"{name}\" kind="));
    // Nobody says this one.
    let mut more = document.clone();
    let other = Role { id: RoleId(99), key: "kasse".to_owned(), name: "Kasse".to_owned(), ..office.clone() };
    more.roles.insert(other.id, other);
    assert!(declares(&written(&more), "Kasse") && !declares(&written(&more), "Amt"));
    // A step of its own needs this one, and once the file has it, it stays.
    let mut done = document;
    done.nodes.get_mut(task).unwrap().details.role = Some(office.id);
    let text = written(&done);
    assert!(declares(&text, "Amt"), "{text}");
    let mut again = taken(&text);
    assert_eq!(again.roles.values().filter(|role| role.name == "Amt").count(), 1);
    let task = again.nodes.keys().next().unwrap();
    again.nodes.get_mut(task).unwrap().details.role = None;
    assert!(declares(&written(&again), "Amt"));
}
