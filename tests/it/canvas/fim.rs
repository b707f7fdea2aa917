//! FIM process 99006028261000 as facts to be redrawn: what must stand in the document, however it was drawn.
//!
//! Source: the published Stammprozess (12 steps, 11 gateways, 2 timers, 5 ends, 33 flows, 3 participants, 9 messages). Its
//! gateways without a question are called as in the project's reading of it (M1 to M5); the names of the timers, of the
//! two ends about the fine and the ends of the messages, which that reading leaves open, are chosen here.

use dienstweg::edit::{Command, Editor, FlowCommand, PoolContent, Record};
use dienstweg::model::{
    Bounds, Document, Duration, Event, FlowNode, NodeId, NodeKind, Orientation, Point, PoolId, SequenceFlow, Subject, Timer,
};
use std::collections::{BTreeMap, BTreeSet};

/// What an element of the picture is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Start,
    Step,
    /// Exactly one way goes on; those that bring ways together too.
    Exclusive,
    Parallel,
    End,
    /// Waits for time at the edge of the step of this name.
    TimerAt(&'static str),
}

/// Name of the procedure.
pub const NAME: &str = "Anzeige zur Beschäftigung einer schwangeren oder stillenden Frau bearbeiten";

/// All elements of the flow by their names.
pub const ELEMENTS: [(&str, Kind); 31] = [
    ("Anzeige eingegangen", Kind::Start),
    ("Anzeige empfangen", Kind::Step),
    ("Zuständigkeit prüfen", Kind::Step),
    ("Zuständigkeit liegt vor?", Kind::Exclusive),
    ("Auf zuständige Behörde hinweisen", Kind::Step),
    ("Behörde ist nicht zuständig", Kind::End),
    ("Anzeige formell prüfen", Kind::Step),
    ("Formelle Fehler?", Kind::Exclusive),
    ("Korrektur anfordern", Kind::Step),
    ("Korrektur verfristet", Kind::TimerAt("Korrektur anfordern")),
    ("M3", Kind::Exclusive),
    ("Anzeige fachlich prüfen", Kind::Step),
    ("Ergebnis?", Kind::Exclusive),
    ("Anzeige zurückweisen", Kind::Step),
    ("Anzeige zurückgewiesen", Kind::End),
    ("Zusätzliche Informationen einholen", Kind::Step),
    ("Informationen verfristet", Kind::TimerAt("Zusätzliche Informationen einholen")),
    ("M2", Kind::Exclusive),
    ("Notwendigkeit von Überwachungsmaßnahmen prüfen", Kind::Step),
    ("Überwachungsmaßnahmen gemäß § 29 MuSchG notwendig?", Kind::Exclusive),
    ("M1", Kind::Exclusive),
    ("Überwachungsmaßnahmen einleiten", Kind::Step),
    ("M4", Kind::Exclusive),
    ("Anzeige bearbeitet", Kind::End),
    ("M5", Kind::Exclusive),
    ("Beides", Kind::Parallel),
    ("Über Erhebung einer Geldbuße entscheiden", Kind::Step),
    ("Geldbuße veranlassen?", Kind::Exclusive),
    ("Keine Geldbuße", Kind::End),
    ("Erhebung der Geldbuße veranlassen", Kind::Step),
    ("Geldbuße veranlasst", Kind::End),
];

/// All sequence flows: source, target, label.
pub const FLOWS: [(&str, &str, &str); 33] = [
    ("Anzeige eingegangen", "Anzeige empfangen", ""),
    ("Anzeige empfangen", "Zuständigkeit prüfen", ""),
    ("Zuständigkeit prüfen", "Zuständigkeit liegt vor?", ""),
    ("Zuständigkeit liegt vor?", "Auf zuständige Behörde hinweisen", "nein"),
    ("Auf zuständige Behörde hinweisen", "Behörde ist nicht zuständig", ""),
    ("Zuständigkeit liegt vor?", "Anzeige formell prüfen", "ja"),
    ("Anzeige formell prüfen", "Formelle Fehler?", ""),
    ("Formelle Fehler?", "Korrektur anfordern", "ja"),
    ("Korrektur anfordern", "M3", ""),
    ("Formelle Fehler?", "M3", "nein"),
    ("M3", "Anzeige fachlich prüfen", ""),
    ("Anzeige fachlich prüfen", "Ergebnis?", ""),
    ("Ergebnis?", "Anzeige zurückweisen", "nicht erforderlich"),
    ("Anzeige zurückweisen", "Anzeige zurückgewiesen", ""),
    ("Ergebnis?", "M2", "fachlich in Ordnung"),
    ("Ergebnis?", "Zusätzliche Informationen einholen", "weitere Infos benötigt"),
    ("Zusätzliche Informationen einholen", "M2", ""),
    ("M2", "Notwendigkeit von Überwachungsmaßnahmen prüfen", ""),
    ("Notwendigkeit von Überwachungsmaßnahmen prüfen", "Überwachungsmaßnahmen gemäß § 29 MuSchG notwendig?", ""),
    ("Überwachungsmaßnahmen gemäß § 29 MuSchG notwendig?", "M4", "nein"),
    ("Überwachungsmaßnahmen gemäß § 29 MuSchG notwendig?", "M1", "ja"),
    ("M1", "Überwachungsmaßnahmen einleiten", ""),
    ("Überwachungsmaßnahmen einleiten", "M4", ""),
    ("M4", "Anzeige bearbeitet", ""),
    ("Korrektur verfristet", "M5", ""),
    ("Informationen verfristet", "M5", ""),
    ("M5", "Beides", ""),
    ("Beides", "M1", ""),
    ("Beides", "Über Erhebung einer Geldbuße entscheiden", ""),
    ("Über Erhebung einer Geldbuße entscheiden", "Geldbuße veranlassen?", ""),
    ("Geldbuße veranlassen?", "Keine Geldbuße", "nein"),
    ("Geldbuße veranlassen?", "Erhebung der Geldbuße veranlassen", "ja"),
    ("Erhebung der Geldbuße veranlassen", "Geldbuße veranlasst", ""),
];

/// The participant in which the flow stands.
pub const AUTHORITY: &str = "Aufsichtsbehörde";

/// The participants that are only seen from outside.
pub const OTHERS: [&str; 2] = ["Arbeitgeber", "Bußgeldstelle"];

/// All messages: from a participant or step to a step or participant.
pub const MESSAGES: [(&str, &str); 9] = [
    ("Arbeitgeber", "Anzeige empfangen"),
    ("Auf zuständige Behörde hinweisen", "Arbeitgeber"),
    ("Korrektur anfordern", "Arbeitgeber"),
    ("Arbeitgeber", "Korrektur anfordern"),
    ("Anzeige zurückweisen", "Arbeitgeber"),
    ("Zusätzliche Informationen einholen", "Arbeitgeber"),
    ("Arbeitgeber", "Zusätzliche Informationen einholen"),
    ("Überwachungsmaßnahmen einleiten", "Arbeitgeber"),
    ("Erhebung der Geldbuße veranlassen", "Bußgeldstelle"),
];

/// Holds the whole picture against the document.
pub fn assert_drawn(document: &Document) {
    assert_elements(document);
    assert_connections(document);
    assert_participants(document);
    assert_picture(document);
}

fn named(document: &Document, id: NodeId) -> &str {
    document.nodes.get(id).map_or("", |node| node.name.as_str())
}

fn assert_elements(document: &Document) {
    let mut names: Vec<&str> = document.nodes.values().map(|node| node.name.as_str()).collect();
    let mut expected = ELEMENTS.map(|(name, _)| name);
    names.sort_unstable();
    expected.sort_unstable();
    assert_eq!(names, expected);
    for (name, kind) in ELEMENTS {
        let node = document.nodes.values().find(|node| node.name == name).unwrap();
        assert!(is_kind(document, node, kind), "{name} is {:?}", node.kind);
    }
}

fn is_kind(document: &Document, node: &FlowNode, kind: Kind) -> bool {
    match (kind, &node.kind) {
        (Kind::Start, NodeKind::StartEvent { .. })
        | (Kind::Exclusive, NodeKind::ExclusiveGateway)
        | (Kind::Parallel, NodeKind::ParallelGateway)
        | (Kind::End, NodeKind::EndEvent(_)) => true,
        (Kind::Step, kind) => kind.is_activity(),
        (Kind::TimerAt(step), NodeKind::BoundaryEvent { host, trigger: Event::Timer(_), .. }) => named(document, *host) == step,
        _ => false,
    }
}

fn assert_connections(document: &Document) {
    let flows: BTreeSet<(&str, &str, &str)> =
        document.flows.values().map(|flow| (named(document, flow.from), named(document, flow.to), flow.name.as_str())).collect();
    assert_eq!(flows, BTreeSet::from(FLOWS));
    assert_eq!(document.flows.len(), FLOWS.len());
    let end = |subject| document.name_of(subject).unwrap_or_default();
    let messages: BTreeSet<(&str, &str)> = document.message_flows.values().map(|flow| (end(flow.from), end(flow.to))).collect();
    assert_eq!(messages, BTreeSet::from(MESSAGES));
    assert_eq!(document.message_flows.len(), MESSAGES.len());
}

fn assert_participants(document: &Document) {
    assert_eq!(document.main().unwrap().name, NAME);
    let pools: BTreeSet<(&str, bool)> = document.pools.values().map(|pool| (pool.name.as_str(), pool.process.is_some())).collect();
    assert_eq!(pools, BTreeSet::from([(AUTHORITY, true), (OTHERS[0], false), (OTHERS[1], false)]));
}

/// Every shape has its place, nothing lies on anything else, the flow stands in its participant, each connection
/// begins and ends at its shapes, and ways out of a gateway have corners of their own.
fn assert_picture(document: &Document) {
    let place = |subject| document.diagram.shapes.get(subject).unwrap_or_else(|| panic!("{subject:?} is not drawn")).bounds;
    let own: PoolId = document.pool_of(document.main_process).unwrap();
    let nodes: Vec<(&FlowNode, Bounds)> = document.nodes.values().map(|node| (node, place(Subject::Node(node.id)))).collect();
    for (number, (node, bounds)) in nodes.iter().enumerate() {
        assert!(place(Subject::Pool(own)).encloses(*bounds), "{} stands outside of its participant", node.name);
        for (other, beside) in &nodes[number + 1..] {
            let hangs = node.kind.host() == Some(other.id) || other.kind.host() == Some(node.id);
            assert!(hangs || !bounds.overlaps(*beside), "{} lies on {}", node.name, other.name);
        }
    }
    let pools: Vec<Bounds> = document.pools.keys().map(|pool| place(Subject::Pool(pool))).collect();
    for (number, pool) in pools.iter().enumerate() {
        assert!(pools[number + 1..].iter().all(|other| !pool.overlaps(*other)), "participants lie on one another");
    }
    for flow in document.flows.values() {
        let edge = document.diagram.edges.get(Subject::Flow(flow.id)).unwrap();
        let (first, last) = (edge.waypoints[0], edge.waypoints[edge.waypoints.len() - 1]);
        let touches = |node, point| place(Subject::Node(node)).grown(1.0).contains(point);
        let ends = (named(document, flow.from), named(document, flow.to));
        assert!(touches(flow.from, first) && touches(flow.to, last), "{ends:?} hangs loose");
    }
    assert_corners(document);
}

/// The ways out of a gateway begin at corners of their own: none of these has more than three.
fn assert_corners(document: &Document) {
    for gateway in document.nodes.values().filter(|node| node.kind.is_gateway()) {
        let begin = |flow: &SequenceFlow| document.diagram.edges.get(Subject::Flow(flow.id)).unwrap().waypoints[0];
        let docks: Vec<Point> = document.outgoing(gateway.id).map(begin).collect();
        let is_alone = |(number, dock): (usize, &Point)| docks[number + 1..].iter().all(|other| other.distance(*dock) > 1.0);
        assert!(docks.iter().enumerate().all(is_alone), "ways out of {} begin at one corner: {docks:?}", gateway.name);
    }
}

/// The picture as commands draw it, without a window.
fn drawn_by_commands() -> Document {
    let mut editor = Editor::new(Document::empty("anzeige", NAME));
    let process = editor.document().main_process;
    let mut made: BTreeMap<&str, Subject> = BTreeMap::new();
    for (number, (name, kind)) in ELEMENTS.into_iter().enumerate() {
        let at = Point::new(100.0 + 200.0 * (number % 8) as f64, 100.0 + 200.0 * (number / 8) as f64);
        let node = |kind| FlowCommand::AddNode { process, kind, name: name.to_owned(), at };
        let timer = Event::Timer(Timer::Duration(Duration { iso: "P14D".to_owned(), in_working_days: false }));
        let command = match kind {
            Kind::Start => node(NodeKind::StartEvent { trigger: Event::None, is_interrupting: true }),
            Kind::Step => node(NodeKind::UserTask),
            Kind::Exclusive => node(NodeKind::ExclusiveGateway),
            Kind::Parallel => node(NodeKind::ParallelGateway),
            Kind::End => node(NodeKind::EndEvent(Event::None)),
            Kind::TimerAt(step) => {
                FlowCommand::AddBoundaryEvent { host: made[step].node().unwrap(), trigger: timer, is_interrupting: true, at: None }
            }
        };
        let subject = editor.apply(Command::Flow(command)).unwrap().created[0];
        if let Some(Record::Node(node)) = Record::of(editor.document(), subject) {
            editor.apply(Command::Put(Record::Node(FlowNode { name: name.to_owned(), ..node }))).unwrap();
        }
        made.insert(name, subject);
    }
    let pool = |content, name: &str, at| FlowCommand::AddPool { content, name: name.to_owned(), orientation: Orientation::Horizontal, at };
    let mut apply = |command| editor.apply(Command::Flow(command)).unwrap().created[0];
    apply(pool(PoolContent::Process(process), AUTHORITY, None));
    for (name, y) in [(OTHERS[0], -400.0), (OTHERS[1], 1400.0)] {
        made.insert(name, apply(pool(PoolContent::BlackBox, name, Some(Point::new(100.0, y)))));
    }
    let labelled = FLOWS.map(|(from, to, label)| (apply(FlowCommand::Connect { from: made[from], to: made[to] }), label));
    for (from, to) in MESSAGES {
        apply(FlowCommand::Connect { from: made[from], to: made[to] });
    }
    for (flow, label) in labelled {
        let Some(Record::Flow(flow)) = Record::of(editor.document(), flow) else { continue };
        editor.apply(Command::Put(Record::Flow(SequenceFlow { name: label.to_owned(), ..flow }))).unwrap();
    }
    editor.document().as_ref().clone()
}

#[test]
fn the_table_counts_as_published() {
    let count = |is_it: fn(Kind) -> bool| ELEMENTS.iter().filter(|(_, kind)| is_it(*kind)).count();
    assert_eq!(count(|kind| kind == Kind::Step), 12);
    assert_eq!(count(|kind| matches!(kind, Kind::Exclusive | Kind::Parallel)), 11);
    assert_eq!(count(|kind| matches!(kind, Kind::TimerAt(_))), 2);
    assert_eq!(count(|kind| kind == Kind::End), 5);
}

#[test]
fn the_facts_hold_for_a_right_picture() {
    assert_drawn(&drawn_by_commands());
}

#[test]
#[should_panic(expected = "Beides")]
fn the_facts_do_not_hold_where_a_flow_is_missing() {
    let mut editor = Editor::new(drawn_by_commands());
    let both = editor.document().nodes.values().find(|node| node.name == "Beides").unwrap().id;
    let flow = editor.document().outgoing(both).next().unwrap().id;
    editor.apply(Command::Remove(vec![Subject::Flow(flow)])).unwrap();
    assert_drawn(editor.document());
}
