//! Typed lines and back: what is read, what becomes of it, what is written again.

use super::{Fault, FaultKind, Line, Wording, read_outline, reading_order, write_outline};
use crate::edit::{Command, Editor, FlowCommand};
use crate::model::{Document, Event, FlowIndex, NodeKind, Point, Subject, key_from_name, undrawn, violations};

const WORDS: Wording<'static> =
    Wording { start: "Start", end: "Ende", all: "Gleichzeitig", several: "(mehrere)", otherwise: "sonst", nameless: "Schritt" };

/// What the lines become in a process with nothing but a start event.
fn drawn(text: &str) -> Document {
    let mut editor = Editor::new(Document::empty(&key_from_name("probe"), "Probe"));
    let process = editor.document().main_process;
    let kind = NodeKind::StartEvent { trigger: Event::None, is_interrupting: true };
    editor.apply(Command::Flow(FlowCommand::AddNode { process, kind, name: String::new(), at: Point::new(100.0, 100.0) })).unwrap();
    let (outline, _) = read_outline(text, |_| false);
    editor.apply(Command::Flow(FlowCommand::AddOutline { process, after: None, outline })).unwrap();
    let document = Document::clone(editor.document());
    assert_eq!((violations(&document), undrawn(&document)), (Vec::new(), Vec::new()), "{text}");
    document
}

fn written(document: &Document) -> String {
    write_outline(document, document.main_process, &WORDS)
}

/// So many lines, or groups of lines, made of their numbers.
fn numbered(count: usize, line: impl Fn(usize) -> String) -> String {
    (0..count).map(line).collect::<Vec<_>>().join("\n")
}

/// The ways of a document as `source -answer> target`, in order of their making; unnamed gateways are `+`.
fn ways(document: &Document) -> Vec<String> {
    let name = |node| {
        let node = document.nodes.get(node).unwrap();
        match node.kind {
            NodeKind::StartEvent { .. } if node.name.is_empty() => "(",
            NodeKind::EndEvent(_) if node.name.is_empty() => ")",
            _ if node.name.is_empty() => "+",
            _ => node.name.as_str(),
        }
    };
    document.flows.values().map(|flow| format!("{} -{}> {}", name(flow.from), flow.name, name(flow.to))).collect()
}

const FIVE: &str =
    "Bürgerin: Antrag stellen\nSachbearbeitung: Antrag prüfen\nBescheid schreiben\nBürgerin: Bescheid lesen\nGebühr zahlen\n";

#[test]
fn five_lines_make_five_steps_in_two_lanes() {
    let document = drawn(FIVE);
    assert_eq!(
        ways(&document),
        [
            "( -> Antrag stellen",
            "Antrag stellen -> Antrag prüfen",
            "Antrag prüfen -> Bescheid schreiben",
            "Bescheid schreiben -> Bescheid lesen",
            "Bescheid lesen -> Gebühr zahlen",
            "Gebühr zahlen -> )"
        ]
    );
    let lanes: Vec<&str> = document.lanes.values().map(|lane| lane.name.as_str()).collect();
    assert_eq!(lanes, ["Bürgerin", "Sachbearbeitung"]);
    for node in document.nodes.values().filter(|node| node.kind.is_activity()) {
        let lane = document.lanes.get(node.lane.unwrap()).unwrap();
        let expected = if matches!(node.name.as_str(), "Antrag prüfen" | "Bescheid schreiben") { "Sachbearbeitung" } else { "Bürgerin" };
        assert_eq!((lane.name.as_str(), document.role_of(node.id).unwrap().name.as_str()), (expected, expected), "{}", node.name);
    }
    assert_eq!(document.roles.values().next().unwrap().kind, crate::model::RoleKind::Applicant);
}

/// Texts in the form in which they are written.
const CANONICAL: &[&str] = &[
    "Antrag prüfen\n",
    FIVE,
    "Start: Antrag liegt vor\nAmt: Antrag prüfen [§ 3 (1) KAG; § 27 MuSchG]\nEnde: Erledigt\n",
    "Amt: Prüfen\nVollständig?\n  ja: Bescheid schreiben\n  nein: Unterlagen nachfordern\n    Warten\nAblegen\n",
    "Amt: Prüfen\nVollständig?\n  ja:\n  nein: Nachfordern\n    → Prüfen\nAblegen\n",
    "Prüfen\nZulässig?\n  nein: Ende: Abgelehnt\n  ja: Begründet?\n      ja: Bescheid\n        Ende: Bewilligt\n      nein: Ende: Versagt\n",
    "Amt: Prüfen\nGleichzeitig:\n  Stelle A hören\n    Antwort lesen\n  Gericht: Stelle B hören\nEntscheiden\n",
    "Was fehlt? (mehrere)\n  Ausweis: Ausweis holen\n  sonst: Nachfragen\nAblegen\n",
    "Prüfen\nAnhörung:\n    Einladen\n    Anhören\nEntscheiden\n",
    ": Bin ich ein Schritt?\n: Prüfen: formell\n: Ende\n",
    "A?\n  ja: B?\n      ja: C\n      nein: D\n    E\n  nein: F\nG\n",
];

#[test]
fn what_is_written_is_what_was_typed() {
    for text in CANONICAL {
        let (_, faults) = read_outline(text, |_| false);
        assert_eq!(faults, [], "{text}");
        assert_eq!(written(&drawn(text)), *text);
    }
}

#[test]
fn ways_join_behind_the_question_and_jumps_lead_back() {
    let text = "Prüfen\nVollständig?\n  ja:\n  nein: Nachfordern\n    -> prüfen\nVollständig genug?\nja: Gut\nAblegen";
    assert_eq!(
        ways(&drawn(text)),
        [
            "( -> Prüfen",
            "Prüfen -> Vollständig?",
            "Vollständig? -ja> Vollständig genug?",
            "Vollständig? -nein> Nachfordern",
            "Nachfordern -> Prüfen",
            "Vollständig genug? -ja> Gut",
            "Gut -> Ablegen",
            "Vollständig genug? -nein> Ablegen",
            "Ablegen -> )",
        ]
    );
}

#[test]
fn questions_behind_a_join_get_a_gateway_that_joins() {
    let text = "A?\n  ja: B\n  nein: C\nD?\n  ja: E\n  nein: F";
    let document = drawn(text);
    assert!(ways(&document).contains(&"+ -> D?".to_owned()), "{:?}", ways(&document));
    assert_eq!(written(&document), "A?\n  ja: B\n  nein: C\nD?\n  ja: E\n  nein: F\n");
}

#[test]
fn what_others_write_is_understood() {
    for (typed, canonical) in [
        ("1. Prüfen\n2. Schreiben\n", "Prüfen\nSchreiben\n"),
        ("- Prüfen\n\n\n• Schreiben", "Prüfen\nSchreiben\n"),
        ("\tPrüfen\r\n\tSchreiben\r\n", "Prüfen\nSchreiben\n"),
        ("Gut?\nja: A\nnein: B\nC", "Gut?\n  ja: A\n  nein: B\nC\n"),
        ("Gut?\n\tja: A\n\tnein: B", "Gut?\n  ja: A\n  nein: B\n"),
        ("Good?\n yes: A\n otherwise: End: Bad", "Good?\n  yes: A\n  otherwise: Ende: Bad\n"),
        ("Parallel:\n A\n B", "Gleichzeitig:\n  A\n  B\n"),
    ] {
        let (_, faults) = read_outline(typed, |_| false);
        assert_eq!(faults, [], "{typed}");
        assert_eq!(written(&drawn(typed)), canonical, "{typed}");
    }
}

#[test]
fn what_is_not_understood_is_named_by_its_line() {
    for (text, line, kind) in [
        ("A\nGut?\nB", 2, FaultKind::NoAnswers),
        ("Gut?\n  A\n  nein: B", 2, FaultKind::NoAnswer),
        ("Gut?\n  ja:\n  nein:\nB", 3, FaultKind::SameWay),
        ("A\n\nAnhörung:\nB", 3, FaultKind::NothingInside),
        ("A\n  B", 2, FaultKind::Indented),
        ("A\nEnde\nB\nC", 3, FaultKind::Unreachable),
        ("Gut?\n  ja: Ende\n  nein: Ende: Schade\nB", 4, FaultKind::Unreachable),
        ("A\n→ X", 2, FaultKind::UnknownTarget { name: "X".into() }),
    ] {
        assert_eq!(read_outline(text, |_| false).1, [Fault { line, kind }], "{text}");
        drawn(text);
    }
    assert_eq!(read_outline("A\n→ X", |name| name == "X").1, []);
}

#[test]
fn nothing_that_is_typed_breaks_anything() {
    let nested = numbered(60, |depth| format!("{}{}?", "  ".repeat(depth), depth));
    let ways = numbered(40, |depth| format!("{}ja: {depth}?", " ".repeat(depth)));
    for text in
        ["?", ":", "::", "→", "ja:", " : : ", "?\n :", "[§]", "- ", "1.", "Gleichzeitig:", "Start:", "Ende:", "(mehrere)", &nested, &ways]
    {
        let (outline, _) = read_outline(text, |_| false);
        if !outline.blocks.is_empty() {
            drawn(text);
        }
    }
}

#[test]
fn plain_steps_fit_between_two_others_without_moving_what_lies_before() {
    let mut editor = Editor::new(drawn("Amt: A\nB\n"));
    let process = editor.document().main_process;
    let node = |document: &Document, name: &str| document.nodes.values().find(|node| node.name == name).unwrap().id;
    let a = node(editor.document(), "A");
    let place = |editor: &Editor| editor.document().diagram.shapes.get(Subject::Node(a)).unwrap().bounds;
    let before = place(&editor);
    let (outline, _) = read_outline("X\nLeitung: Y [§ 1 KAG]", |_| false);
    editor.apply(Command::Flow(FlowCommand::AddOutline { process, after: Some(a), outline })).unwrap();
    assert_eq!(written(editor.document()), "Amt: A\nX\nLeitung: Y [§ 1 KAG]\nAmt: B\n");
    assert_eq!(place(&editor), before);
    editor.undo();
    assert_eq!(written(editor.document()), "Amt: A\nB\n");
}

#[test]
fn every_node_is_read_exactly_once_even_in_a_tangle() {
    // Every node leads to three others, back and forth.
    let mut document = drawn(&numbered(40, |number| format!("S{number}")));
    let steps: Vec<_> = document.nodes.values().filter(|node| node.kind.is_activity()).map(|node| node.id).collect();
    for (index, from) in steps.iter().enumerate() {
        for leap in [3, 7, 31] {
            let (id, to) = (document.new_id(), steps[(index * leap + 5) % steps.len()]);
            let key = format!("x{index}_{leap}");
            let flow =
                crate::model::SequenceFlow { id, key, name: String::new(), from: *from, to, condition: String::new(), is_default: false };
            document.flows.insert(id, flow);
        }
    }
    let lines = reading_order(&document, document.main_process, &FlowIndex::of(&document));
    let mut read: Vec<_> = lines.iter().filter_map(|line| if let Line::Node { node, .. } = line { Some(*node) } else { None }).collect();
    read.sort_unstable();
    assert_eq!(read, document.nodes.keys().collect::<Vec<_>>());
}

#[test]
fn a_long_flow_with_many_questions_is_read_in_time() {
    let text = numbered(1_000, |number| format!("F{number}?\n  ja: A{number}\n  nein: Ende"));
    let (outline, faults) = read_outline(&text, |_| false);
    assert_eq!((outline.steps(), faults.len()), (1_000, 0));
}
