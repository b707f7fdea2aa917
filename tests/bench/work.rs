//! What happens to a document as a whole: opening, saving, checking, editing, layout.

use super::grid::{grid, random};
use super::stopwatch::Bench;
use dienstweg::bundle::{read_model, write_model};
use dienstweg::check::check;
use dienstweg::edit::{Command, Done, Editor, FlowCommand};
use dienstweg::exchange::bpmn;
use dienstweg::layout::auto::Extent;
use dienstweg::model::Document;
use std::fmt::Write as _;

/// All of it.
pub fn rows(bench: &mut Bench) {
    for size in [100, 1_000, 5_000, 10_000] {
        bench.row("open", size, || {
            let text = write_model(&grid(size)).unwrap();
            move || read_model(text.as_bytes()).unwrap()
        });
        bench.row("save", size, || {
            let document = grid(size);
            move || write_model(&document).unwrap()
        });
    }
    for size in [1_000, 10_000] {
        bench.row("read_bpmn", size, || {
            let text = bpmn_text(size);
            move || bpmn::read(text.as_bytes()).unwrap()
        });
        bench.row("write_bpmn", size, || {
            let document = bpmn::read(bpmn_text(size).as_bytes()).unwrap().document;
            move || bpmn::export(&document)
        });
    }
    for size in [100, 1_000, 10_000] {
        bench.row("check", size, || {
            let document = grid(size);
            move || check(&document)
        });
    }
    for size in [100, 1_000, 5_000, 10_000] {
        bench.row("tidy_up", size, || tidy_up(grid(size)));
    }
    for size in [1_000, 10_000] {
        bench.row("tidy_up_random", size, || tidy_up(random(size)));
    }
}

/// All of a process is laid out anew, as the studio does it beside the window.
fn tidy_up(document: Document) -> impl FnMut() -> Done {
    let editor = Editor::new(document);
    let process = editor.document().main_process;
    move || {
        let extent = Extent::Process(process);
        editor.work(Command::Flow(FlowCommand::TidyUp { extent, orientation: None })).run().unwrap()
    }
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
