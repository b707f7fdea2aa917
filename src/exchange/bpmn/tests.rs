//! Files in BPMN as documents.

use super::super::{Imported, What};
use super::{import, read};
use crate::exchange::xml;
use crate::model::{Document, Event, NodeKind, undrawn, violations};

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
    let imported = import(&xml::read(&text).unwrap()).unwrap();
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
    assert_eq!(kinds, [("betrag", crate::model::FieldKind::Decimal), ("eilig", crate::model::FieldKind::YesNo)]);
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
