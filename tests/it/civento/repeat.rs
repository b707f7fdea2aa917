//! What is done at least once, and again as long as a way leads back: written as a loop, it is done as often.

use super::{all_end, exported, imported};
use dienstweg::model::{Document, FlowNode, NodeKind, SequenceFlow, Table};

/// A library with a variable that is counted once.
const COUNTING: &str = "<Bibliothek Schluessel=\"z\" Version=\"2.5\"><Vorgang><Name Standard=\"Z\"/><Erfassungsworkflow Id=\"1\">\
    <Startelement Id=\"2\"><Active>true</Active>\
    <WorkflowvariableSetzen Id=\"3\"><Active>true</Active><Wert>0</Wert><Workflowvariable Datentyp=\"INTEGER\" Variablenname=\"i\"/></WorkflowvariableSetzen>\
    <WorkflowvariableSetzen Id=\"4\"><Comment>Zählen</Comment><Active>true</Active><Wert>i + 1</Wert><Workflowvariable Datentyp=\"INTEGER\" Variablenname=\"i\"/></WorkflowvariableSetzen>\
    <WorkflowvariableSetzen Id=\"5\"><Comment>Danach</Comment><Active>true</Active><Wert>i</Wert><Workflowvariable Datentyp=\"INTEGER\" Variablenname=\"i\"/></WorkflowvariableSetzen>\
    </Startelement></Erfassungsworkflow></Vorgang></Bibliothek>";

/// Behind the counting step a way leads back to it under a condition; the step behind it lies on that way if `is_between`.
fn with_way_back(condition: &str, is_between: bool) -> Document {
    let mut document = imported(COUNTING);
    let of = |document: &Document, name: &str| document.nodes.values().find(|node| node.name == name).unwrap().clone();
    let (counts, behind) = (of(&document, "Zählen"), of(&document, "Danach"));
    let split = document.new_id();
    document.nodes.insert(
        split,
        FlowNode { id: split, key: "weiter".into(), name: "Weiter?".into(), kind: NodeKind::ExclusiveGateway, ..counts.clone() },
    );
    let into = document.outgoing(counts.id).next().unwrap().id;
    document.flows.get_mut(into).unwrap().to = split;
    let (back, out) = (document.new_id(), document.new_id());
    let after = document.outgoing(behind.id).next().unwrap().clone();
    let (first, last) = if is_between { (behind.id, after.to) } else { (counts.id, behind.id) };
    let flow = |id, key: &str, to, condition: &str| SequenceFlow {
        id,
        key: key.into(),
        name: String::new(),
        from: split,
        to,
        condition: condition.into(),
        is_default: condition.is_empty(),
    };
    document.flows.insert(back, flow(back, "zurueck", first, condition));
    document.flows.insert(out, flow(out, "weg", last, ""));
    if is_between {
        document.flows.get_mut(after.id).unwrap().to = counts.id;
    }
    // As if it had been drawn here.
    document.sources.keys().collect::<Vec<_>>().into_iter().for_each(|source| drop(document.sources.remove(source)));
    document.origins = Table::default();
    document
}

fn done(document: &Document) -> Vec<String> {
    let played = all_end(document).into_iter().find(|(name, _)| name == "Z").unwrap().1;
    played.into_iter().filter(|name| name == "Zählen" || name == "Danach").collect()
}

#[test]
fn a_way_back_is_written_as_a_loop_that_is_done_as_often() {
    for (condition, is_between, wanted) in [
        ("(ablauf.i < 3) = true", false, "Zählen Zählen Zählen Danach"),
        ("(ablauf.i < 1) = true", false, "Zählen Danach"),
        ("(ablauf.i < 3) = true", true, "Zählen Danach Zählen Danach Zählen"),
    ] {
        let drawn = with_way_back(condition, is_between);
        assert_eq!(done(&drawn).join(" "), wanted);
        let written = exported(&drawn);
        assert_eq!(written.matches("<Schleife ").count(), 1, "{written}");
        assert_eq!(done(&imported(&written)).join(" "), wanted, "{written}");
    }
}
