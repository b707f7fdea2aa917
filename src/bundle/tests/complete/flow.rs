//! Every variant of what is drawn.

use super::{law, set, text};
use crate::model::*;

pub(super) fn participants(document: &mut Document) {
    processes(document);
    let mut roles = Vec::new();
    for kind in [RoleKind::Applicant, RoleKind::Caseworker, RoleKind::OtherAuthority, RoleKind::System] {
        let id: RoleId = document.new_id();
        document.roles.insert(id, Role { id, key: format!("rolle{}", id.0), name: text("Sachbearbeitung"), kind });
        roles.push(id);
    }
    let mut place = Bounds::new(0.0, 0.0, 1600.5, 300.25);
    for (process, orientation) in [(Some(document.main_process), Orientation::Horizontal), (None, Orientation::Vertical)] {
        let id: PoolId = document.new_id();
        let role = process.is_some().then_some(roles[0]);
        document.pools.insert(id, Pool { id, key: format!("pool{}", id.0), name: text("Stadt"), process, role, orientation });
        document.diagram.shapes.insert(Subject::Pool(id), Shape::at(place));
        let mut parent = None;
        for name in ["Steueramt", "Team"] {
            let lane: LaneId = document.new_id();
            let key = format!("bahn{}", lane.0);
            document.lanes.insert(lane, Lane { id: lane, key, name: text(name), pool: id, parent, role });
            let label = parent.map(|_| Bounds::new(-0.1, 1e-7, 30.0, 100.0));
            document.diagram.shapes.insert(Subject::Lane(lane), Shape { bounds: place.grown(-1.0), label, is_expanded: true });
            parent = Some(lane);
        }
        place.y += 400.0;
    }
}

fn profile(kind_of_service: KindOfService) -> Option<FimProfile> {
    let trigger = match kind_of_service {
        KindOfService::Application => return None,
        KindOfService::Notification => FimLink::Form(text("D00000094")),
        KindOfService::Information => FimLink::Process(text("99006028261000")),
        _ => FimLink::Words(text("Anruf")),
    };
    Some(FimProfile {
        trigger,
        result: FimLink::Words(text("Bescheid")),
        level: text("101"),
        form_of_action: text("310"),
        kind_of_procedure: text("501"),
        purpose: text("6"),
        goal: text("314"),
        released_by: text("Ministerium"),
    })
}

pub(super) fn nodes(document: &mut Document) {
    let parent = add_node(document, NodeKind::SubProcess { is_event: false }, None);
    let host = add_node(document, NodeKind::Task, Some(parent));
    for kind in node_kinds(document, host) {
        add_node(document, kind, Some(parent));
    }
    let repetitions = [
        Repetition::Loop { condition: text("hund.anzahl > 0"), tests_before: true, maximum: Some(3) },
        Repetition::Loop { condition: text("true"), tests_before: false, maximum: None },
        Repetition::MultiInstance {
            is_sequential: true,
            collection: text("hund.impfungen"),
            element: text("impfung"),
            completion_condition: text("false"),
        },
    ];
    for (repetition, work_state) in repetitions.into_iter().zip([WorkState::InProgress, WorkState::ToReview, WorkState::Done]) {
        let id = add_node(document, NodeKind::UserTask, None);
        let node = document.nodes.get_mut(id).unwrap();
        node.repetition = repetition;
        node.details.work_state = work_state;
    }
    let fees = [Fee::Fixed(Money { cents: -2550 }), Fee::Computed(text("hund.steuer"))];
    for fee in fees {
        let id = add_node(document, NodeKind::ServiceTask, None);
        let details = details(document, fee);
        document.nodes.get_mut(id).unwrap().details = details;
        document.diagram.shapes.get_mut(Subject::Node(id)).unwrap().is_expanded = false;
    }
}

fn details(document: &Document, fee: Fee) -> StepDetails {
    StepDetails {
        role: document.roles.keys().next(),
        form: document.forms.keys().next(),
        due: Some(Duration { iso: text("P14D"), in_working_days: true }),
        effort: text("PT15M"),
        fee: Some(fee),
        legal_bases: vec![law("HStS")],
        service: Some(ServiceUse { service: text("ePayment"), answer: vec![set("hund.bezahlt", "true")] }),
        documents: document.document_templates.keys().collect(),
        note: text("Notiz"),
        work_state: WorkState::Open,
        fim: Some(fim()),
    }
}

fn fim() -> FimReference {
    let ways = [FimWay::Incoming, FimWay::Outgoing, FimWay::Received, FimWay::Provided];
    FimReference {
        activity_group: Some(3),
        id: text("03"),
        description: text("Zuständigkeit und Form"),
        data: ways.map(|way| FimData { way, name: FimLink::Form(text("D00000094")), partner: text("Halter") }).to_vec(),
        software: vec![text("Steuerverfahren")],
        codes: vec![text("1"), text("2")],
        aids: text("keine"),
        must_cooperate: true,
    }
}

fn events() -> Vec<Event> {
    let every = || Duration { iso: text("PT4H"), in_working_days: false };
    vec![
        Event::None,
        Event::Message(text("Nachweis")),
        Event::Timer(Timer::Duration(every())),
        Event::Timer(Timer::Date(text("date(\"2026-12-31\")"))),
        Event::Timer(Timer::Cycle { every: every(), times: None }),
        Event::Timer(Timer::Cycle { every: every(), times: Some(3) }),
        Event::Signal(text("Frist")),
        Event::Error(text("abgelehnt")),
        Event::Escalation(text("")),
        Event::Conditional(text("hund.anzahl > 1")),
        Event::Link(text("A")),
        Event::Terminate,
    ]
}

fn node_kinds(document: &Document, host: NodeId) -> Vec<NodeKind> {
    let start = |is_interrupting| NodeKind::StartEvent { trigger: Event::None, is_interrupting };
    let at_edge = |is_interrupting| NodeKind::BoundaryEvent { host, trigger: Event::Signal(text("Frist")), is_interrupting };
    let mut kinds = vec![start(true), start(false), at_edge(true), at_edge(false)];
    kinds.extend(events().into_iter().map(NodeKind::EndEvent));
    kinds.extend([
        NodeKind::CatchEvent(Event::Message(text("Nachweis"))),
        NodeKind::ThrowEvent(Event::Link(text("A"))),
        NodeKind::UserTask,
        NodeKind::ManualTask,
        NodeKind::ServiceTask,
        NodeKind::ScriptTask(vec![set("hund.steuer", "96"), set("hund.frei", "false")]),
        NodeKind::BusinessRuleTask(None),
        NodeKind::BusinessRuleTask(document.decision_tables.keys().next()),
        NodeKind::SendTask { message: text("Bescheid") },
        NodeKind::ReceiveTask { message: text("Nachweis") },
        NodeKind::CallActivity(None),
        NodeKind::CallActivity(document.processes.keys().next_back()),
        NodeKind::SubProcess { is_event: true },
        NodeKind::ExclusiveGateway,
        NodeKind::InclusiveGateway,
        NodeKind::ParallelGateway,
        NodeKind::EventBasedGateway,
    ]);
    kinds
}

fn add_node(document: &mut Document, kind: NodeKind, parent: Option<NodeId>) -> NodeId {
    let id: NodeId = document.new_id();
    let (width, height) = kind.usual_size();
    let bounds = Bounds::new(f64::from(id.0) * 10.0, 50.0, width, height);
    let node = FlowNode {
        id,
        key: format!("schritt{}", id.0),
        name: text("Antrag prüfen"),
        process: document.main_process,
        parent,
        lane: document.lanes.keys().next(),
        kind,
        repetition: Repetition::Once,
        details: StepDetails::default(),
    };
    document.nodes.insert(id, node);
    document.diagram.shapes.insert(Subject::Node(id), Shape::at(bounds));
    id
}

pub(super) fn connections(document: &mut Document) {
    let inside: Vec<NodeId> = document.nodes.values().filter(|node| node.parent.is_some()).map(|node| node.id).collect();
    let way = vec![Point::new(0.0, 0.5), Point::new(12.25, 0.5), Point::new(12.25, -3.0)];
    for (from, to, is_default) in [(inside[0], inside[1], true), (inside[0], inside[2], false)] {
        let id: FlowId = document.new_id();
        let (key, condition) = (format!("weg{}", id.0), text("hund.name = \"Bello\""));
        document.flows.insert(id, SequenceFlow { id, key, name: text("ja"), from, to, condition, is_default });
        document.diagram.edges.insert(Subject::Flow(id), Edge::routed(way.clone()));
    }
    let pool = document.pools.keys().next_back().unwrap();
    let id: MessageFlowId = document.new_id();
    let (from, to) = (Subject::Node(inside[0]), Subject::Pool(pool));
    document.message_flows.insert(id, MessageFlow { id, key: text("nachricht"), name: text("Anfrage"), from, to });
    let edge = Edge { waypoints: way, label: Some(Bounds::new(1.0, 2.0, 30.0, 12.0)), is_manual: true };
    document.diagram.edges.insert(Subject::MessageFlow(id), edge);
}

pub(super) fn artifacts(document: &mut Document) {
    let object = document.objects.keys().next();
    let data = |object, is_store| ArtifactKind::DataObject { name: text("Hunderegister"), object, is_store };
    let kinds = [
        ArtifactKind::Annotation { text: text("Nur bei Zweithund") },
        data(object, false),
        data(None, true),
        ArtifactKind::Group { name: text("Prüfung") },
    ];
    let mut ids = Vec::new();
    for kind in kinds {
        let id: ArtifactId = document.new_id();
        let parent = ids.first().and(document.nodes.keys().next());
        document.artifacts.insert(id, Artifact { id, process: document.main_process, parent, kind });
        document.diagram.shapes.insert(Subject::Artifact(id), Shape::at(Bounds::new(5.0, 5.0, 100.0, 50.0)));
        ids.push(id);
    }
    let ends = [
        Subject::Node(document.nodes.keys().next().unwrap()),
        Subject::Flow(document.flows.keys().next().unwrap()),
        Subject::Lane(document.lanes.keys().next().unwrap()),
        Subject::MessageFlow(document.message_flows.keys().next().unwrap()),
    ];
    for (to, is_directed) in ends.into_iter().zip([true, false, true, false]) {
        let id: AssociationId = document.new_id();
        document.associations.insert(id, Association { id, from: Subject::Artifact(ids[0]), to, is_directed });
        document.diagram.edges.insert(Subject::Association(id), Edge::routed(vec![Point::new(1.0, 1.0), Point::new(2.0, 2.0)]));
    }
}

fn processes(document: &mut Document) {
    for kind_of_service in [
        KindOfService::Application,
        KindOfService::Notification,
        KindOfService::Information,
        KindOfService::Objection,
        KindOfService::ExOfficio,
    ] {
        let id: ProcessId = document.new_id();
        let main = document.main().unwrap().clone();
        let key = format!("prozess{}", id.0);
        let fim = profile(kind_of_service);
        document.processes.insert(id, Process { id, key, name: text("Bescheid zustellen"), kind_of_service, fim, ..main });
    }
}
