//! Steps drawn into files that have no flow: what was there stays to the letter, what was drawn is there. Every file as a bundle.

use super::facts::differences;
use super::native::{said, same};
use super::round::{file, files, read, text};
use super::schema::faults;
use dienstweg::bundle::{Release, ReleaseState, Version, verify, write_bundle};
use dienstweg::edit::{Command, Editor, FlowCommand};
use dienstweg::exchange::bpmn::export;
use dienstweg::exchange::xml;
use dienstweg::model::{Document, Event, NodeId, NodeKind, Point, Subject};

const BLACK_BOXES: &str = "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:di='http://www.omg.org/spec/BPMN/20100524/DI'
    xmlns:dc='http://www.omg.org/spec/DD/20100524/DC' xmlns:dd='http://www.omg.org/spec/DD/20100524/DI' xmlns:v='urn:vendor' targetNamespace='urn:x'>
  <collaboration id='c' v:colour='red'><participant id='a' name='Amt'><extensionElements><v:x/></extensionElements></participant>
    <participant id='b' name='Bank'/><messageFlow id='m' name='Zahlung' sourceRef='a' targetRef='b'/></collaboration>
  <di:BPMNDiagram id='d'><di:BPMNPlane id='l' bpmnElement='c'>
    <di:BPMNShape id='sa' bpmnElement='a'><dc:Bounds x='100' y='100' width='600' height='60'/></di:BPMNShape>
    <di:BPMNShape id='sb' bpmnElement='b'><dc:Bounds x='100' y='300' width='600' height='60'/></di:BPMNShape>
    <di:BPMNEdge id='em' bpmnElement='m'><dd:waypoint x='400' y='160'/><dd:waypoint x='400' y='300'/></di:BPMNEdge>
  </di:BPMNPlane></di:BPMNDiagram>
</definitions>
";

/// A flow of a beginning, a step and an end, drawn below everything.
fn draw(document: &Document) -> Document {
    let mut editor = Editor::new(document.clone());
    let process = document.main_process;
    let mut add = |kind: NodeKind, name: &str, x: f64| {
        let known: Vec<NodeId> = editor.document().nodes.keys().collect();
        let node = FlowCommand::AddNode { process, kind, name: name.to_owned(), at: Point::new(x, 1500.0) };
        editor.apply(Command::Flow(node)).unwrap();
        editor.document().nodes.keys().find(|node| !known.contains(node)).unwrap()
    };
    let start = add(NodeKind::StartEvent { trigger: Event::None, is_interrupting: true }, "Beginn", 150.0);
    let step = add(NodeKind::UserTask, "Prüfen", 350.0);
    let end = add(NodeKind::EndEvent(Event::None), "Ende", 550.0);
    for (from, to) in [(start, step), (step, end)] {
        editor.apply(Command::Flow(FlowCommand::Connect { from: Subject::Node(from), to: Subject::Node(to) })).unwrap();
    }
    Document::clone(editor.document())
}

#[test]
fn a_flow_drawn_into_a_file_without_one() {
    for (name, bytes) in [
        ("choreography", file("bpmn/choreography.bpmn")),
        ("conversation", file("bpmn/conversation.bpmn")),
        ("black boxes", BLACK_BOXES.as_bytes().to_vec()),
        ("nothing", b"<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='urn:x'><message id='m' name='Brief'/></definitions>".to_vec()),
    ] {
        let document = read(&bytes);
        assert!(export(&document).bytes == bytes, "{name}");
        let count = document.nodes.len();
        let drawn = draw(&document);
        let exported = export(&drawn);
        let (before, after) = (text(&bytes), text(&exported.bytes));
        let (lost, _) = differences(&before, &after);
        assert_eq!(lost, Vec::<String>::new(), "{name}: {after}");
        let old = faults(&before);
        assert_eq!(faults(&after).into_iter().filter(|fault| !old.contains(fault)).collect::<Vec<_>>(), Vec::<String>::new(), "{name}: {after}");
        let again = read(&xml::encode(&after));
        assert_eq!((again.nodes.len(), again.flows.len()), (count + 3, drawn.flows.len()), "{name}: {after}");
        // A process without a name is called by its id when it is read.
        let but_name = |document: &Document| said(document).into_iter().filter(|line| !line.starts_with("process ")).collect::<Vec<_>>();
        same(&but_name(&again), &but_name(&drawn), name);
        assert!(export(&again).bytes == exported.bytes, "{name}: read and written again");
    }
}

#[test]
fn every_file_becomes_a_bundle_that_is_the_same() {
    let release = Release {
        version: Version { major: 1, minor: 0, patch: 0 },
        state: ReleaseState::Draft,
        valid_from: None,
        created_with: "Dienstweg".to_owned(),
    };
    for folder in ["bpmn", "miwg", "fim", "control-flow", "ozg-hub"] {
        for path in files(folder) {
            let bytes = std::fs::read(&path).unwrap();
            let document = read(&bytes);
            let bundle = write_bundle(&document, &release).unwrap();
            let verified = verify(bundle.as_bytes()).unwrap();
            same(&said(&verified.document), &said(&document), &path.display().to_string());
            assert!(export(&verified.document).bytes == bytes, "{}", path.display());
        }
    }
}
