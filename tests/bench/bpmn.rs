//! BPMN files: read, written anew, and written back into the file that was kept.

use super::stopwatch::Bench;
use dienstweg::exchange::bpmn::remember;
use dienstweg::exchange::{Exported, File, Target, export, import};
use dienstweg::model::Document;
use std::fmt::Write as _;

/// All of it.
pub fn rows(bench: &mut Bench) {
    for size in [1_000, 10_000] {
        bench.row("read_bpmn", size, || {
            let text = bpmn_text(size);
            move || read(&text)
        });
        bench.row("write_bpmn", size, || write(Document { sources: Default::default(), ..read(&bpmn_text(size)) }));
        bench.row("remember_bpmn", size, || {
            let document = reopened(read(&bpmn_text(size)));
            move || remember(&mut document.clone())
        });
        bench.row("write_bpmn_kept", size, || write(read(&bpmn_text(size))));
        bench.row("write_bpmn_changed", size, || write(renamed(read(&bpmn_text(size)))));
        bench.row("write_bpmn_reopened", size, || write(reopened(read(&bpmn_text(size)))));
        bench.row("write_bpmn_reopened_changed", size, || write(reopened(renamed(read(&bpmn_text(size))))));
    }
}

/// As the window and the command line read it: the file is kept, and the report says what has no place in the document.
fn read(text: &str) -> Document {
    import(&[File { name: "a.bpmn", bytes: text.as_bytes() }]).unwrap().document
}

fn write(document: Document) -> impl FnMut() -> Exported {
    move || export(&document, Target::Bpmn).unwrap()
}

/// With another name for the step in the middle.
fn renamed(mut document: Document) -> Document {
    let middle = document.nodes.keys().nth(document.nodes.len() / 2).unwrap();
    "Anders".clone_into(&mut document.nodes.get_mut(middle).unwrap().name);
    document
}

/// As it is when it was saved and read from there by the command line: what the file gave is not remembered. The window reads the file
/// again while it opens the model (`bpmn::remember`).
fn reopened(mut document: Document) -> Document {
    let source = document.sources.keys().next().unwrap();
    document.sources.get_mut(source).unwrap().given = Default::default();
    document
}

/// A BPMN file of so many flow nodes, half of them gateways with conditions, drawn, as modelling tools write it.
fn bpmn_text(size: usize) -> String {
    let (mut nodes, mut shapes) = (String::new(), String::new());
    for number in 0..size {
        let next = number + 1;
        let kind = if number == 0 {
            "startEvent"
        } else if number % 2 == 0 {
            "userTask"
        } else {
            "exclusiveGateway"
        };
        let (x, y) = (number % 100 * 200, number / 100 * 120);
        let _ = writeln!(
            nodes,
            "<bpmn:{kind} id=\"Node_{number}\" name=\"Schritt {number}\"><bpmn:incoming>Flow_{number}</bpmn:incoming>\
             <bpmn:outgoing>Flow_{next}</bpmn:outgoing></bpmn:{kind}>"
        );
        let _ = writeln!(
            shapes,
            "<bpmndi:BPMNShape id=\"Node_{number}_di\" bpmnElement=\"Node_{number}\"><dc:Bounds x=\"{x}\" y=\"{y}\" width=\"100\" height=\"80\" />\
             </bpmndi:BPMNShape>"
        );
        if next < size {
            let _ = writeln!(
                nodes,
                "<bpmn:sequenceFlow id=\"Flow_{next}\" sourceRef=\"Node_{number}\" targetRef=\"Node_{next}\"><bpmn:conditionExpression \
                 xsi:type=\"bpmn:tFormalExpression\">${{betrag &gt; {number}}}</bpmn:conditionExpression></bpmn:sequenceFlow>"
            );
            let _ = writeln!(
                shapes,
                "<bpmndi:BPMNEdge id=\"Flow_{next}_di\" bpmnElement=\"Flow_{next}\"><di:waypoint x=\"{x}\" y=\"{y}\" />\
                 <di:waypoint x=\"{x}\" y=\"{y}\" /></bpmndi:BPMNEdge>"
            );
        }
    }
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<bpmn:definitions xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" \
         xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:bpmndi=\"http://www.omg.org/spec/BPMN/20100524/DI\" \
         xmlns:dc=\"http://www.omg.org/spec/DD/20100524/DC\" xmlns:di=\"http://www.omg.org/spec/DD/20100524/DI\">\
         <bpmn:process id=\"p\" isExecutable=\"true\">\n{nodes}</bpmn:process>\
         <bpmndi:BPMNDiagram id=\"d\"><bpmndi:BPMNPlane id=\"e\" bpmnElement=\"p\">\n{shapes}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></bpmn:definitions>\n"
    )
}
