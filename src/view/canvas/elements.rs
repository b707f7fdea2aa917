//! What can be put on the canvas, in the groups in which it is offered.

use crate::edit::{FlowCommand, PoolContent};
use crate::i18n::Texts;
use crate::layout::dock::artifact_size;
use crate::model::{Artifact, ArtifactId, ArtifactKind, Bounds, Duration, Event, NodeId, NodeKind, Orientation, Point, ProcessId, Timer};

/// A kind of element that can be put on the canvas.
#[derive(Clone, Debug, PartialEq)]
pub enum NewElement {
    /// A flow node.
    Node(NodeKind),
    /// A participant with a flow, which runs in this direction: round the process, or beside it with a new one if it
    /// has one already.
    Pool(Orientation),
    /// A participant of whom only the messages are known.
    BlackBox,
    /// An annotation, data object, store or group.
    Artifact(ArtifactKind),
}

/// Elements that are offered together.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Key of its heading.
    pub title: &'static str,
    /// What it offers.
    pub elements: Vec<NewElement>,
}

/// A step that a person does with a form: what "Schritt" means unless something else is chosen.
pub const STEP: NodeKind = NodeKind::UserTask;

/// All elements in their groups.
pub fn groups() -> [Group; 4] {
    let nodes = |kinds: Vec<NodeKind>| kinds.into_iter().map(NewElement::Node).collect();
    [
        Group { title: "canvas-group-steps", elements: nodes(steps()) },
        Group { title: "canvas-group-gateways", elements: nodes(gateways()) },
        Group { title: "canvas-group-events", elements: nodes(events()) },
        Group { title: "canvas-group-others", elements: others() },
    ]
}

/// The kinds of steps.
pub fn steps() -> Vec<NodeKind> {
    vec![
        STEP,
        NodeKind::ManualTask,
        NodeKind::ServiceTask,
        NodeKind::BusinessRuleTask(None),
        NodeKind::ScriptTask(Vec::new()),
        NodeKind::SendTask { message: String::new() },
        NodeKind::ReceiveTask { message: String::new() },
        NodeKind::SubProcess { is_event: false },
        NodeKind::CallActivity(None),
        NodeKind::Task,
    ]
}

/// The kinds of gateways.
pub fn gateways() -> Vec<NodeKind> {
    vec![NodeKind::ExclusiveGateway, NodeKind::ParallelGateway, NodeKind::InclusiveGateway, NodeKind::EventBasedGateway]
}

/// The kinds of events.
pub fn events() -> Vec<NodeKind> {
    let start = |trigger| NodeKind::StartEvent { trigger, is_interrupting: true };
    vec![
        start(Event::None),
        start(Event::Message(String::new())),
        start(timer()),
        start(Event::Conditional(String::new())),
        start(Event::Signal(String::new())),
        NodeKind::EndEvent(Event::None),
        NodeKind::EndEvent(Event::Message(String::new())),
        NodeKind::EndEvent(Event::Error(String::new())),
        NodeKind::EndEvent(Event::Escalation(String::new())),
        NodeKind::EndEvent(Event::Signal(String::new())),
        NodeKind::EndEvent(Event::Terminate),
        NodeKind::CatchEvent(timer()),
        NodeKind::CatchEvent(Event::Message(String::new())),
        NodeKind::CatchEvent(Event::Conditional(String::new())),
        NodeKind::CatchEvent(Event::Signal(String::new())),
        NodeKind::ThrowEvent(Event::None),
        NodeKind::ThrowEvent(Event::Message(String::new())),
        NodeKind::ThrowEvent(Event::Signal(String::new())),
        NodeKind::ThrowEvent(Event::Escalation(String::new())),
        NodeKind::ThrowEvent(Event::Link(String::new())),
        NodeKind::CatchEvent(Event::Link(String::new())),
    ]
}

/// What can wait at the edge of a step; `host` is only a place-holder for naming.
pub fn boundary_events(host: NodeId) -> Vec<NodeKind> {
    let at_edge = |trigger| NodeKind::BoundaryEvent { host, trigger, is_interrupting: true };
    vec![
        at_edge(timer()),
        at_edge(Event::Message(String::new())),
        at_edge(Event::Error(String::new())),
        at_edge(Event::Escalation(String::new())),
        at_edge(Event::Conditional(String::new())),
        at_edge(Event::Signal(String::new())),
    ]
}

/// A fortnight: the delay that administrations grant most often, to be changed in the inspector.
fn timer() -> Event {
    Event::Timer(Timer::Duration(Duration { iso: "P14D".to_owned(), in_working_days: false }))
}

fn others() -> Vec<NewElement> {
    let data = |is_store| ArtifactKind::DataObject { name: String::new(), object: None, is_store };
    vec![
        NewElement::Pool(Orientation::Horizontal),
        NewElement::Pool(Orientation::Vertical),
        NewElement::BlackBox,
        NewElement::Artifact(ArtifactKind::Annotation { text: String::new() }),
        NewElement::Artifact(data(false)),
        NewElement::Artifact(data(true)),
        NewElement::Artifact(ArtifactKind::Group { name: String::new() }),
    ]
}

impl NewElement {
    /// What it is called.
    pub fn name<'a>(&self, texts: &'a Texts) -> &'a str {
        match self {
            Self::Node(kind) => texts.node_kind(kind),
            Self::Pool(Orientation::Horizontal) => texts.get("canvas-pool-horizontal"),
            Self::Pool(Orientation::Vertical) => texts.get("canvas-pool-vertical"),
            Self::BlackBox => texts.get("canvas-black-box"),
            Self::Artifact(ArtifactKind::Annotation { .. }) => texts.get("word-annotation"),
            Self::Artifact(ArtifactKind::DataObject { is_store: true, .. }) => texts.get("word-data-store"),
            Self::Artifact(ArtifactKind::DataObject { .. }) => texts.get("word-data-object"),
            Self::Artifact(ArtifactKind::Group { .. }) => texts.get("word-group"),
        }
    }

    /// What it is called under the heading of its group.
    pub fn short_name<'a>(&self, texts: &'a Texts) -> &'a str {
        match self {
            Self::Node(NodeKind::ExclusiveGateway) => texts.get("canvas-exclusive"),
            Self::Node(NodeKind::ParallelGateway) => texts.get("canvas-parallel"),
            Self::Node(NodeKind::InclusiveGateway) => texts.get("canvas-inclusive"),
            Self::Node(NodeKind::EventBasedGateway) => texts.get("canvas-event-based"),
            _ => self.name(texts),
        }
    }

    /// Its size on the canvas, width and height in points; a pool takes in what is there.
    pub fn size(&self) -> (f64, f64) {
        match self {
            Self::Node(kind) => kind.usual_size(),
            Self::Pool(Orientation::Horizontal) => (600.0, 200.0),
            Self::Pool(Orientation::Vertical) => (200.0, 600.0),
            Self::BlackBox => (600.0, 100.0),
            Self::Artifact(kind) => artifact_size(kind),
        }
    }

    /// The command that puts it on free ground, its middle at `at`.
    pub fn placed(&self, texts: &Texts, process: ProcessId, has_pool: bool, at: Point) -> FlowCommand {
        match self {
            Self::Node(kind) => FlowCommand::AddNode { process, kind: kind.clone(), name: String::new(), at },
            Self::Pool(orientation) => {
                let content = if has_pool { PoolContent::NewProcess } else { PoolContent::Process(process) };
                let at = has_pool.then(|| Bounds::centred(at, self.size().0, self.size().1).corner());
                FlowCommand::AddPool { content, name: texts.get("word-pool").to_owned(), orientation: *orientation, at }
            }
            Self::BlackBox => {
                let corner = Bounds::centred(at, self.size().0, self.size().1).corner();
                let name = texts.get("word-pool").to_owned();
                let orientation = Orientation::Horizontal;
                FlowCommand::AddPool { content: PoolContent::BlackBox, name, orientation, at: Some(corner) }
            }
            Self::Artifact(kind) => {
                let (width, height) = self.size();
                // The document gives the identity; this one only fills the place.
                let artifact = Artifact { id: ArtifactId(0), process, parent: None, kind: kind.clone() };
                FlowCommand::AddArtifact { artifact, bounds: Bounds::centred(at, width, height), about: None }
            }
        }
    }
}
