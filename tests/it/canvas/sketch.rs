//! Documents drawn by hand, with everything that the canvas can draw.

use dienstweg::model::{
    Artifact, ArtifactKind, Association, Bounds, Document, Duration, Edge, Event, Fee, FlowId, FlowNode, FormId, Lane, LegalBasis,
    MessageFlow, Money, NodeId, NodeKind, Orientation, Point, Pool, Repetition, Role, RoleKind, SequenceFlow, Shape, StepDetails, Subject,
    Timer,
};

/// Builds a document element by element.
pub struct Sketch {
    pub document: Document,
}

impl Sketch {
    pub fn new() -> Self {
        Self { document: Document::empty("skizze", "Skizze") }
    }

    pub fn node(&mut self, kind: NodeKind, name: &str, x: f64, y: f64) -> NodeId {
        let id: NodeId = self.document.new_id();
        let (width, height) = kind.usual_size();
        let node = FlowNode {
            id,
            key: format!("knoten{}", id.0),
            name: name.to_owned(),
            process: self.document.main_process,
            parent: None,
            lane: None,
            kind,
            repetition: Repetition::Once,
            details: StepDetails::default(),
        };
        self.document.nodes.insert(id, node);
        self.document.diagram.shapes.insert(Subject::Node(id), Shape::at(Bounds::centred(Point::new(x, y), width, height)));
        id
    }

    pub fn change(&mut self, node: NodeId, change: impl FnOnce(&mut FlowNode)) -> NodeId {
        change(self.document.nodes.get_mut(node).unwrap());
        node
    }

    pub fn flow(&mut self, from: NodeId, to: NodeId, name: &str, points: &[(f64, f64)]) -> FlowId {
        let id: FlowId = self.document.new_id();
        let flow =
            SequenceFlow { id, key: format!("weg{}", id.0), name: name.to_owned(), from, to, condition: String::new(), is_default: false };
        self.document.flows.insert(id, flow);
        self.edge(Subject::Flow(id), points);
        id
    }

    pub fn straight(&mut self, from: NodeId, to: NodeId) -> FlowId {
        let place = |node| self.document.diagram.shapes.get(Subject::Node(node)).unwrap().bounds;
        let (a, b) = (place(from), place(to));
        self.flow(from, to, "", &[(a.right(), a.centre().y), (b.x, b.centre().y)])
    }

    fn edge(&mut self, subject: Subject, points: &[(f64, f64)]) {
        let waypoints = points.iter().map(|(x, y)| Point::new(*x, *y)).collect();
        self.document.diagram.edges.insert(subject, Edge::routed(waypoints));
    }

    fn role(&mut self, name: &str, kind: RoleKind) -> dienstweg::model::RoleId {
        let id = self.document.new_id();
        self.document.roles.insert(id, Role { id, key: format!("rolle{}", id.0), name: name.to_owned(), kind });
        id
    }

    fn lane(&mut self, pool: dienstweg::model::PoolId, name: &str, kind: RoleKind, bounds: Bounds) -> dienstweg::model::LaneId {
        let role = self.role(name, kind);
        let id = self.document.new_id();
        let lane = Lane { id, key: format!("bahn{}", id.0), name: name.to_owned(), pool, parent: None, role: Some(role) };
        self.document.lanes.insert(id, lane);
        self.document.diagram.shapes.insert(Subject::Lane(id), Shape::at(bounds));
        id
    }

    fn pool(&mut self, name: &str, is_open: bool, bounds: Bounds) -> dienstweg::model::PoolId {
        let id = self.document.new_id();
        let process = is_open.then_some(self.document.main_process);
        let pool =
            Pool { id, key: format!("teil{}", id.0), name: name.to_owned(), process, role: None, orientation: Orientation::Horizontal };
        self.document.pools.insert(id, pool);
        self.document.diagram.shapes.insert(Subject::Pool(id), Shape::at(bounds));
        id
    }

    fn artifact(&mut self, kind: ArtifactKind, bounds: Bounds) -> Subject {
        let id = self.document.new_id();
        self.document.artifacts.insert(id, Artifact { id, process: self.document.main_process, parent: None, kind });
        self.document.diagram.shapes.insert(Subject::Artifact(id), Shape::at(bounds));
        Subject::Artifact(id)
    }

    fn association(&mut self, from: Subject, to: Subject, is_directed: bool, points: &[(f64, f64)]) {
        let id = self.document.new_id();
        self.document.associations.insert(id, Association { id, from, to, is_directed });
        self.edge(Subject::Association(id), points);
    }
}

#[expect(clippy::too_many_lines, reason = "a drawing is a list")]
/// A procedure with two lanes, as an authority would draw it.
pub fn procedure() -> Document {
    let mut sketch = Sketch::new();
    let pool = sketch.pool("Stadt Musterhausen", true, Bounds::new(0.0, 0.0, 1180.0, 480.0));
    let office = sketch.lane(pool, "Sachbearbeitung", RoleKind::Caseworker, Bounds::new(30.0, 0.0, 1150.0, 280.0));
    let cash = sketch.lane(pool, "Stadtkasse", RoleKind::OtherAuthority, Bounds::new(30.0, 280.0, 1150.0, 200.0));
    let citizen = sketch.pool("Antragstellende Person", false, Bounds::new(0.0, -120.0, 1180.0, 70.0));
    let start = sketch.node(
        NodeKind::StartEvent { trigger: Event::Message(String::new()), is_interrupting: true },
        "Antrag eingegangen",
        125.0,
        110.0,
    );
    let check = sketch.node(NodeKind::UserTask, "Antrag auf Vollständigkeit prüfen", 260.0, 110.0);
    let complete = sketch.node(NodeKind::ExclusiveGateway, "Unterlagen vollständig?", 410.0, 110.0);
    let ask = sketch.node(NodeKind::SendTask { message: String::new() }, "Unterlagen nachfordern", 410.0, 225.0);
    let fee = sketch.node(NodeKind::BusinessRuleTask(None), "Gebühr nach Satzung ermitteln", 580.0, 110.0);
    let pay = sketch.node(NodeKind::ServiceTask, "Zahlung anfordern", 580.0, 380.0);
    let wait = sketch.node(NodeKind::CatchEvent(Event::Message(String::new())), "Zahlung eingegangen", 730.0, 380.0);
    let notice = sketch.node(NodeKind::UserTask, "Mutterschutzmeldebescheinigung ausstellen", 880.0, 110.0);
    let end = sketch.node(NodeKind::EndEvent(Event::None), "Bescheid erteilt", 1060.0, 110.0);
    let late = sketch.node(
        NodeKind::BoundaryEvent {
            host: check,
            trigger: Event::Timer(Timer::Duration(Duration { iso: "P14D".into(), in_working_days: false })),
            is_interrupting: false,
        },
        "",
        310.0,
        150.0,
    );
    for node in [start, check, complete, ask, fee, notice, end, late] {
        sketch.change(node, |node| node.lane = Some(office));
    }
    for node in [pay, wait] {
        sketch.change(node, |node| node.lane = Some(cash));
    }
    sketch.change(check, |node| {
        node.details.form = Some(FormId(900));
        node.details.due = Some(Duration { iso: "P3D".into(), in_working_days: true });
        node.details.legal_bases.push(LegalBasis::default());
    });
    sketch.change(notice, |node| {
        node.details.fee = Some(Fee::Fixed(Money { cents: 1_250 }));
        node.details.note = "Zweitschrift".into();
    });
    sketch.straight(start, check);
    sketch.straight(check, complete);
    sketch.flow(complete, fee, "ja", &[(435.0, 110.0), (510.0, 110.0)]);
    let no = sketch.flow(complete, ask, "nein", &[(410.0, 135.0), (410.0, 185.0)]);
    sketch.document.flows.get_mut(no).unwrap().is_default = true;
    sketch.flow(ask, check, "", &[(340.0, 225.0), (260.0, 225.0), (260.0, 150.0)]);
    sketch.flow(fee, pay, "Gebühr fällig", &[(580.0, 150.0), (580.0, 340.0)]);
    sketch.straight(pay, wait);
    sketch.flow(wait, notice, "", &[(748.0, 380.0), (800.0, 380.0), (800.0, 110.0), (810.0, 110.0)]);
    sketch.straight(notice, end);
    let id = sketch.document.new_id();
    let message =
        MessageFlow { id, key: "nachricht".into(), name: "Antrag".into(), from: Subject::Pool(citizen), to: Subject::Node(start) };
    sketch.document.message_flows.insert(id, message);
    sketch.edge(Subject::MessageFlow(id), &[(125.0, -50.0), (125.0, 92.0)]);
    let note = sketch.artifact(
        ArtifactKind::Annotation { text: "Gilt auch für Anträge über das Nutzerkonto.".into() },
        Bounds::new(920.0, 200.0, 170.0, 50.0),
    );
    sketch.association(note, Subject::Node(notice), false, &[(920.0, 225.0), (880.0, 225.0), (880.0, 150.0)]);
    let data = sketch.artifact(
        ArtifactKind::DataObject { name: "Gebührensatzung".into(), object: None, is_store: false },
        Bounds::new(700.0, 190.0, 40.0, 50.0),
    );
    sketch.association(data, Subject::Node(fee), true, &[(700.0, 215.0), (620.0, 215.0), (620.0, 150.0)]);
    sketch.document
}

#[expect(clippy::too_many_lines, reason = "a drawing is a list")]
/// One of each: every event, gateway, step and artifact with its marker.
pub fn sampler() -> Document {
    let mut sketch = Sketch::new();
    let text = String::new;
    let timer = || Event::Timer(Timer::Duration(Duration::default()));
    let triggers = [
        Event::None,
        Event::Message(text()),
        timer(),
        Event::Signal(text()),
        Event::Error(text()),
        Event::Escalation(text()),
        Event::Conditional(text()),
        Event::Link(text()),
    ];
    for (column, trigger) in triggers.iter().enumerate() {
        let x = 40.0 + 80.0 * column as f64;
        sketch.node(NodeKind::StartEvent { trigger: trigger.clone(), is_interrupting: true }, "Start", x, 40.0);
        sketch.node(NodeKind::StartEvent { trigger: trigger.clone(), is_interrupting: false }, "", x, 110.0);
        sketch.node(NodeKind::CatchEvent(trigger.clone()), "", x, 160.0);
        sketch.node(NodeKind::ThrowEvent(trigger.clone()), "", x, 210.0);
        sketch.node(NodeKind::EndEvent(trigger.clone()), "", x, 260.0);
    }
    sketch.node(NodeKind::EndEvent(Event::Terminate), "Abbruch", 680.0, 260.0);
    let gateways = [NodeKind::ExclusiveGateway, NodeKind::ParallelGateway, NodeKind::InclusiveGateway, NodeKind::EventBasedGateway];
    for (column, kind) in gateways.into_iter().enumerate() {
        sketch.node(kind, "Welcher Weg?", 760.0 + 100.0 * column as f64, 60.0);
    }
    let kinds = [
        NodeKind::Task,
        NodeKind::UserTask,
        NodeKind::ManualTask,
        NodeKind::ServiceTask,
        NodeKind::ScriptTask(Vec::new()),
        NodeKind::BusinessRuleTask(None),
        NodeKind::SendTask { message: text() },
        NodeKind::ReceiveTask { message: text() },
        NodeKind::CallActivity(None),
    ];
    for (place, kind) in kinds.into_iter().enumerate() {
        let (column, row) = (place % 6, place / 6);
        let node = sketch.node(kind, "Unterlagen und Nachweise prüfen", 90.0 + 170.0 * column as f64, 360.0 + 110.0 * row as f64);
        if row == 1 {
            sketch.change(node, |node| node.repetition = Repetition::Loop { condition: text(), tests_before: false, maximum: None });
        }
    }
    for (place, is_sequential) in [false, true].into_iter().enumerate() {
        let node = sketch.node(NodeKind::UserTask, "Stellungnahme einholen", 600.0 + 170.0 * place as f64, 470.0);
        sketch.change(node, |node| {
            node.repetition =
                Repetition::MultiInstance { is_sequential, collection: text(), element: text(), completion_condition: text() };
        });
    }
    let closed = sketch.node(NodeKind::SubProcess { is_event: false }, "Anhörung", 940.0, 470.0);
    sketch
        .document
        .diagram
        .shapes
        .insert(Subject::Node(closed), Shape { bounds: Bounds::new(870.0, 430.0, 140.0, 80.0), label: None, is_expanded: false });
    let open = sketch.node(NodeKind::SubProcess { is_event: false }, "Widerspruch bearbeiten", 180.0, 640.0);
    let inner = sketch.node(NodeKind::UserTask, "Widerspruch prüfen", 200.0, 640.0);
    sketch.change(inner, |node| node.parent = Some(open));
    sketch.node(NodeKind::SubProcess { is_event: true }, "Bei Rücknahme", 530.0, 640.0);
    sketch.artifact(
        ArtifactKind::Annotation { text: "Eine Anmerkung, die über zwei Zeilen geht.".into() },
        Bounds::new(720.0, 560.0, 150.0, 50.0),
    );
    sketch
        .artifact(ArtifactKind::DataObject { name: "Antrag".into(), object: None, is_store: false }, Bounds::new(900.0, 560.0, 40.0, 50.0));
    sketch.artifact(
        ArtifactKind::DataObject { name: "Register".into(), object: None, is_store: true },
        Bounds::new(970.0, 560.0, 50.0, 50.0),
    );
    sketch.artifact(ArtifactKind::Group { name: "Vorverfahren".into() }, Bounds::new(720.0, 650.0, 300.0, 80.0));
    sketch.document
}
