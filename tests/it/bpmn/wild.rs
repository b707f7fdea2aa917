//! Files as other programs write them, with all that the standard forbids: read with a word about it, played, and given back to the letter.

use super::facts::differences;
use super::round::text;
use dienstweg::edit::{Command, Editor, FlowCommand, Record};
use dienstweg::exchange::bpmn::{Remark, export};
use dienstweg::exchange::{File, Imported, What, import, xml};
use dienstweg::model::{Document, FlowNode, SequenceFlow, Subject, Vector, undrawn, violations};
use dienstweg::sim::{Ending, Program, play_alone};
use std::sync::Arc;

/// A file with this inside of its outermost element.
fn file(inside: &str) -> String {
    let spaces = "xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:di='http://www.omg.org/spec/BPMN/20100524/DI' \
        xmlns:dc='http://www.omg.org/spec/DD/20100524/DC' xmlns:w='http://www.omg.org/spec/DD/20100524/DI' xmlns:v='urn:vendor'";
    format!("<?xml version='1.0' encoding='UTF-8'?>\n<definitions {spaces}>\n{inside}\n</definitions>\n")
}

/// A process from `s` by `a` to `e`, with this in it too.
fn process(inside: &str) -> String {
    format!(
        "<process id='p' isExecutable='true'>\n<startEvent id='s'/>\n<task id='a' name='A'/>\n<endEvent id='e'/>\n\
         <sequenceFlow id='f' sourceRef='s' targetRef='a'/>\n<sequenceFlow id='g' sourceRef='a' targetRef='e'/>\n{inside}\n</process>"
    )
}

/// Reads a file, and writes it unchanged.
#[track_caller]
fn unchanged(bytes: &[u8]) -> Imported {
    let imported = import(&[File { name: "wild.bpmn", bytes }]).unwrap();
    assert_eq!((violations(&imported.document), undrawn(&imported.document)), (Vec::new(), Vec::new()));
    assert!(export(&imported.document).bytes == bytes);
    imported
}

fn ending(document: &Document) -> Ending {
    let program = Arc::new(Program::compile(document, document.main_process).unwrap());
    play_alone(program, jiff::civil::date(2026, 3, 2).at(9, 0, 0, 0), Vec::new()).unwrap().1
}

/// The same of a text that can be played; that something is said about it.
#[track_caller]
fn plays(text: &str, is_said: impl Fn(&What) -> bool) -> Document {
    let imported = unchanged(text.as_bytes());
    assert_eq!(ending(&imported.document), Ending::Ended);
    assert!(imported.report.iter().any(|note| is_said(&note.what)), "{:?}", imported.report);
    imported.document
}

fn dangles(to: &str) -> impl Fn(&What) -> bool {
    move |what| matches!(what, What::Dangling { name, .. } if name == to)
}

fn is_unknown(wanted: &str) -> impl Fn(&What) -> bool {
    move |what| matches!(what, What::Bpmn(Remark::NotShown { name, .. }) if name == wanted)
}

fn is_counted(what: &What) -> bool {
    matches!(what, What::Steps(_))
}

#[test]
fn references_that_lead_nowhere() {
    plays(&file(&process("<sequenceFlow id='x' sourceRef='a'/>")), dangles(""));
    plays(&file(&process("<sequenceFlow id='x' sourceRef='a' targetRef='weg'/>")), dangles("weg"));
    plays(&file(&process("<boundaryEvent id='x' attachedToRef='weg'/>")), dangles("weg"));
    plays(&file(&process("<textAnnotation id='t'/><association id='x' sourceRef='t' targetRef='weg'/>")), dangles("weg"));
    let lanes = "<laneSet id='n'><lane id='l'><flowNodeRef>a</flowNodeRef><flowNodeRef>weg</flowNodeRef><flowNodeRef/></lane></laneSet>";
    plays(&file(&process(lanes)), dangles("weg"));
    let participants = "<collaboration id='c'><participant id='q' processRef='p'/><participant id='r' processRef='weg'/></collaboration>";
    plays(&file(&format!("{participants}{}", process(""))), dangles("weg"));
}

#[test]
fn ids_that_are_missing_or_stand_twice() {
    let same = |what: &What| *what == What::Bpmn(Remark::SameId);
    let document = plays(&file(&process("<task id='a' name='B'/>")), same);
    assert_eq!(document.nodes.len(), 4);
    plays(&file(&process("<sequenceFlow id='f' sourceRef='s' targetRef='e'/>")), same);
    let without = file(&process("").replace(" id='f'", "").replace(" id='g'", " id=''").replace("<process id='p'", "<process"));
    let document = plays(&without, is_counted);
    assert_eq!((document.nodes.len(), document.flows.len()), (3, 2));
}

#[test]
fn pictures_that_are_not_whole() {
    let shape = |of: &str, inside: &str| format!("<di:BPMNShape bpmnElement='{of}'>{inside}</di:BPMNShape>");
    let bounds = |x: i32| format!("<dc:Bounds x='{x}' y='80' width='100' height='80'/>");
    let diagram = |inside: &str| format!("<di:BPMNDiagram><di:BPMNPlane bpmnElement='p'>{inside}</di:BPMNPlane></di:BPMNDiagram>");
    for picture in [
        diagram(&shape("a", "")),
        diagram(&shape("a", "<dc:Bounds x='NaN' y='80' width='-5' height='80'/>")),
        diagram(&shape("a", "<dc:Bounds x='1e300' y='80' width='100' height='80'/>")),
        diagram(&format!("{}{}", shape("a", &bounds(200)), shape("weg", &bounds(0)))),
        diagram("<di:BPMNEdge bpmnElement='f'><w:waypoint x='1' y='2'/></di:BPMNEdge>"),
        "<di:BPMNDiagram/>".to_owned(),
        "<di:BPMNDiagram><di:BPMNPlane/></di:BPMNDiagram>".to_owned(),
        format!("{}{}", diagram(&shape("a", &bounds(200))), diagram(&format!("{}{}", shape("a", &bounds(900)), shape("e", &bounds(500))))),
    ] {
        plays(&file(&format!("{}{picture}", process(""))), is_counted);
        // The picture may stand before what it draws.
        plays(&file(&format!("{picture}{}", process(""))), is_counted);
    }
}

#[test]
fn orders_prefixes_and_words_of_other_programs() {
    let lines: Vec<String> = process("").lines().map(str::to_owned).collect();
    let (first, last) = (lines[0].clone(), lines[lines.len() - 1].clone());
    let backwards: Vec<String> = lines[1..lines.len() - 1].iter().rev().cloned().collect();
    plays(&file(&format!("{first}{}{last}", backwards.concat())), is_counted);
    plays(&file(&process("<v:note v:by='x'>Text</v:note>")), is_unknown("v:note"));
    plays(&file(&process("").replace("<task id='a'", "<task id='a' v:colour='red'")), is_unknown("v:colour"));
    plays(&file(&process("<extensionElements><v:a><v:b/></v:a></extensionElements>")), is_unknown("v:a"));
    plays(&format!("<definitions>{}</definitions>", process("")), is_counted);
    for prefix in ["bpmn", "bpmn2", "semantic"] {
        let named = file(&process(""))
            .replace("xmlns=", &format!("xmlns:{prefix}="))
            .replace("</", &format!("</{prefix}:"))
            .replace("<definitions", &format!("<{prefix}:definitions"));
        let named = ["process", "startEvent", "task", "endEvent", "sequenceFlow"]
            .iter()
            .fold(named, |text, local| text.replace(&format!("<{local} "), &format!("<{prefix}:{local} ")));
        plays(&named, is_counted);
    }
}

#[test]
fn what_stands_beside_a_process() {
    let choreography = "<choreography id='h'><choreographyTask id='k' initiatingParticipantRef='q'/></choreography>";
    plays(&file(&format!("{choreography}{}", process(""))), is_unknown("choreography"));
    let conversation = "<collaboration id='c'><participant id='q' processRef='p'/><conversation id='k'/></collaboration>";
    plays(&file(&format!("{conversation}{}", process(""))), is_unknown("conversation"));
    let black = "<collaboration id='c' name='Austausch'><participant id='q' name='Amt'/><participant id='r' name='Bürgerin'/>\
                 <messageFlow id='m' sourceRef='r' targetRef='q'/></collaboration>";
    let imported = unchanged(file(black).as_bytes());
    assert_eq!((imported.document.pools.len(), imported.document.message_flows.len()), (2, 1));
    assert_eq!(imported.document.main().unwrap().name, "Austausch");
    assert!(imported.report.iter().any(|note| note.what == What::Bpmn(Remark::NoFlow)));
    assert!(unchanged(file(choreography).as_bytes()).report.iter().any(|note| note.what == What::Bpmn(Remark::NoFlow)));
    assert!(import(&[File { name: "x", bytes: file("").as_bytes() }]).is_err());
}

#[test]
fn every_encoding() {
    for encoding in ["UTF-8", "UTF-16"] {
        let plain = file(&process("").replace("name='A'", "name='Größe'")).replace("UTF-8", encoding);
        let marked = format!("\u{feff}{plain}");
        let mut files: Vec<Vec<u8>> = Vec::new();
        for text in [&plain, &marked] {
            files.push(text.encode_utf16().flat_map(u16::to_le_bytes).collect());
            files.push(text.encode_utf16().flat_map(u16::to_be_bytes).collect());
            if encoding == "UTF-8" {
                files.push(text.clone().into_bytes());
            }
        }
        for bytes in files {
            assert!(unchanged(&bytes).document.nodes.values().any(|node| node.name == "Größe"));
        }
    }
    for encoding in ["ISO-8859-1", "windows-1252"] {
        let latin: Vec<u8> = file(&process("").replace("name='A'", "name='Größe'"))
            .replace("UTF-8", encoding)
            .chars()
            .map(|sign| u8::try_from(u32::from(sign)).unwrap())
            .collect();
        assert!(unchanged(&latin).document.nodes.values().any(|node| node.name == "Größe"));
    }
}

/// What a command makes of a text.
fn changed(before: &str, command: impl Fn(&Document) -> Command) -> (String, Vec<What>, Document) {
    let document = unchanged(before.as_bytes()).document;
    let command = command(&document);
    let mut editor = Editor::new(document);
    editor.apply(command).unwrap();
    let written = export(editor.document());
    let whats = written.report.into_iter().map(|note| note.what).collect();
    (text(&written.bytes), whats, editor.document().as_ref().clone())
}

fn named<'d>(document: &'d Document, name: &str) -> &'d FlowNode {
    document.nodes.values().find(|node| node.name == name).unwrap()
}

#[test]
fn what_has_no_id_gets_one_when_the_picture_needs_it() {
    let before = file(&process("<task name='Ohne'/>").replace(" id='f'", ""));
    let (after, whats, document) = changed(&before, |document| {
        let step = named(document, "Ohne").id;
        Command::Flow(FlowCommand::Move { subjects: vec![Subject::Node(step)], by: Vector::new(0.0, 60.0) })
    });
    assert_eq!(whats.iter().filter(|what| **what == What::Bpmn(Remark::WithoutId)).count(), 2, "{whats:?}");
    let again = unchanged(after.as_bytes()).document;
    let place = |document: &Document| document.diagram.shapes.get(Subject::Node(named(document, "Ohne").id)).map(|shape| shape.bounds);
    assert_eq!(place(&again), place(&document));
    let ways = |document: &Document| {
        let mut ways: Vec<_> =
            document.flows.values().filter_map(|flow| document.diagram.edges.get(Subject::Flow(flow.id))).collect::<Vec<_>>();
        ways.sort_by(|a, b| a.waypoints[0].x.total_cmp(&b.waypoints[0].x));
        ways.into_iter().map(|edge| edge.waypoints.clone()).collect::<Vec<_>>()
    };
    assert_eq!(ways(&again), ways(&document));
    // A name alone needs no id.
    let (after, whats, _) =
        changed(&before, |document| Command::Put(Record::Node(FlowNode { name: "Neu".to_owned(), ..named(document, "Ohne").clone() })));
    assert_eq!(after, before.replace("'Ohne'", "'Neu'"));
    assert!(!whats.contains(&What::Bpmn(Remark::WithoutId)));
}

#[test]
fn no_element_is_taken_for_another() {
    // The first connection without id leads nowhere, so that the second is the first of the document.
    let before = file(
        &process("<sequenceFlow sourceRef='a' targetRef='weg'/>\n<task id='a' name='B'/>\n<task name='C'/>")
            .replace("<sequenceFlow id='g'", "<sequenceFlow sourceRef='weg' targetRef='a'/>\n<sequenceFlow"),
    );
    let (after, _, _) = changed(&before, |document| {
        let flow = document.flows.values().find(|flow| flow.from == named(document, "A").id).unwrap();
        Command::Put(Record::Flow(SequenceFlow { name: "ja".to_owned(), ..flow.clone() }))
    });
    let (lost, gained) = differences(&before, &after);
    assert!(gained.iter().any(|line| line.ends_with("name = ja")), "{gained:?}");
    let root = xml::read(&after).unwrap();
    let flow = root.first("process").unwrap().all("sequenceFlow").find(|it| it.attribute("name") == Some("ja")).unwrap();
    assert_eq!((flow.attribute("sourceRef"), flow.attribute("targetRef")), (Some("a"), Some("e")), "{lost:?}");
    for name in ["B", "C"] {
        let (after, _, _) =
            changed(&before, |document| Command::Put(Record::Node(FlowNode { name: "Neu".to_owned(), ..named(document, name).clone() })));
        let root = xml::read(&after).unwrap();
        let names: Vec<_> = root.first("process").unwrap().all("task").filter_map(|it| it.attribute("name")).collect();
        let expected: Vec<_> = ["A", "B", "C"].into_iter().map(|it| if it == name { "Neu" } else { it }).collect();
        assert_eq!(names, expected);
    }
}
