//! Flow nodes: events, activities and gateways (BPMN 2.0, chapter 10) with what the administration adds to a step.

use super::{Assignment, DecisionTableId, DocumentTemplateId, FimReference, FormId, LaneId, LegalBasis, Money, NodeId, ProcessId, RoleId};

/// An event, activity or gateway.
#[derive(Clone, Debug, PartialEq)]
pub struct FlowNode {
    /// Identity.
    pub id: NodeId,
    /// Technical name in formats, unique among flow nodes: `antragPruefen`.
    pub key: String,
    /// Name that people read.
    pub name: String,
    /// The process in which it stands.
    pub process: ProcessId,
    /// The sub-process in which it stands, if any; of the same process.
    pub parent: Option<NodeId>,
    /// The lane in which it stands, if any.
    pub lane: Option<LaneId>,
    /// What it is.
    pub kind: NodeKind,
    /// Whether it is done several times. Activities only.
    pub repetition: Repetition,
    /// What the administration says about it.
    pub details: StepDetails,
}

/// What a flow node is.
#[derive(Clone, Debug, PartialEq)]
pub enum NodeKind {
    /// Begins the process, or an event sub-process.
    StartEvent {
        /// What triggers it.
        trigger: Event,
        /// In an event sub-process: whether the enclosing scope is stopped. Otherwise `true`.
        is_interrupting: bool,
    },
    /// Ends a path.
    EndEvent(Event),
    /// Waits in the flow.
    CatchEvent(Event),
    /// Happens in the flow.
    ThrowEvent(Event),
    /// Waits at the edge of an activity while it runs.
    BoundaryEvent {
        /// The activity to which it is attached.
        host: NodeId,
        /// What it waits for.
        trigger: Event,
        /// Whether the activity is stopped.
        is_interrupting: bool,
    },
    /// A step without closer kind.
    Task,
    /// A person works with a form.
    UserTask,
    /// A person works without the system.
    ManualTask,
    /// A base service or specialist software works.
    ServiceTask,
    /// Data fields are set by expressions, in order.
    ScriptTask(Vec<Assignment>),
    /// A decision table decides.
    BusinessRuleTask(Option<DecisionTableId>),
    /// A message is sent.
    SendTask {
        /// Name of the message.
        message: String,
    },
    /// Waits for a message.
    ReceiveTask {
        /// Name of the message.
        message: String,
    },
    /// Another process of the document runs.
    CallActivity(Option<ProcessId>),
    /// A flow inside the step.
    SubProcess {
        /// Started by an event instead of the flow.
        is_event: bool,
    },
    /// Exactly one way goes on (XOR).
    ExclusiveGateway,
    /// One or more ways go on (OR).
    InclusiveGateway,
    /// All ways go on (AND).
    ParallelGateway,
    /// The first event that happens decides.
    EventBasedGateway,
}

/// What an event is about (BPMN 2.0, 10.5.5 event definitions).
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Event {
    /// Nothing said.
    #[default]
    None,
    /// A message of this name.
    Message(String),
    /// A point in time.
    Timer(Timer),
    /// A signal of this name, heard everywhere.
    Signal(String),
    /// An error of this code; empty catches every error.
    Error(String),
    /// An escalation of this code; empty catches every escalation.
    Escalation(String),
    /// A FEEL condition becomes true.
    Conditional(String),
    /// A jump to the link of the same name.
    Link(String),
    /// Ends the whole process at once. End events only.
    Terminate,
}

/// When a timer event happens.
#[derive(Clone, Debug, PartialEq)]
pub enum Timer {
    /// After a time from arriving.
    Duration(Duration),
    /// At a point in time, a FEEL expression for a date or date-time.
    Date(String),
    /// Again and again after a time, at most so often (`None`: without end).
    Cycle {
        /// Time between two.
        every: Duration,
        /// Greatest number of times.
        times: Option<u32>,
    },
}

/// A length of time.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Duration {
    /// ISO 8601 duration as typed, for instance `P14D` or `PT4H`.
    pub iso: String,
    /// Whether days are working days of the authority.
    pub in_working_days: bool,
}

/// Whether and how an activity is repeated (BPMN 2.0, 10.3.8 loop characteristics).
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Repetition {
    /// Done once.
    #[default]
    Once,
    /// Done while a condition holds.
    Loop {
        /// FEEL condition to go on.
        condition: String,
        /// Whether it is tested before the first time.
        tests_before: bool,
        /// Greatest number of times.
        maximum: Option<u32>,
    },
    /// Done for each element of a list.
    MultiInstance {
        /// One after the other instead of all at once.
        is_sequential: bool,
        /// FEEL expression for the list, or for the number of instances.
        collection: String,
        /// Name of the element in the step's expressions.
        element: String,
        /// FEEL condition that ends the rest, or empty.
        completion_condition: String,
    },
}

/// What the administration says about a step.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StepDetails {
    /// Who does it, if not the role of its lane.
    pub role: Option<RoleId>,
    /// The form to fill in.
    pub form: Option<FormId>,
    /// By when it is to be done.
    pub due: Option<Duration>,
    /// Working time that it takes, ISO 8601, or empty.
    pub effort: String,
    /// What it costs the applicant.
    pub fee: Option<Fee>,
    /// Laws that prescribe it.
    pub legal_bases: Vec<LegalBasis>,
    /// Base service or software that it uses.
    pub service: Option<ServiceUse>,
    /// Letters that it writes.
    pub documents: Vec<DocumentTemplateId>,
    /// Free note of the modeller.
    pub note: String,
    /// How far the modeller has come with it.
    pub work_state: WorkState,
    /// Where FIM describes it.
    pub fim: Option<FimReference>,
}

/// How far the work on a step of the model has come. Says nothing of how it runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum WorkState {
    /// Nobody has said anything yet.
    #[default]
    Open,
    /// Somebody is at it.
    InProgress,
    /// Somebody else is to look at it.
    ToReview,
    /// As it is to be.
    Done,
}

impl WorkState {
    /// All of them, in the order of the work.
    pub const ALL: [Self; 4] = [Self::Open, Self::InProgress, Self::ToReview, Self::Done];
}

/// A fee.
#[derive(Clone, Debug, PartialEq)]
pub enum Fee {
    /// A fixed amount.
    Fixed(Money),
    /// A FEEL expression for the amount in euros.
    Computed(String),
}

/// Use of a base service (Basisdienst).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ServiceUse {
    /// Key in the table `assets/services.ron`: `ePayment`.
    pub service: String,
    /// What its double answers in simulation when the player sets nothing else.
    pub answer: Vec<Assignment>,
}

impl ServiceUse {
    /// Key of what stands in for a script that is kept as it is and never run.
    pub const SCRIPT: &str = "skript";
    /// How the key begins where no base service is asked, but a function of the platform from which the procedure came; the function's name
    /// stands behind it.
    pub const FUNCTION: &str = "Funktion ";

    /// Whether a function of a platform is asked, of which the studio knows nothing but its name.
    pub fn is_function(&self) -> bool {
        self.service.starts_with(Self::FUNCTION)
    }
}

impl NodeKind {
    /// Start, end, catch, throw or boundary event.
    pub fn is_event(&self) -> bool {
        self.event().is_some()
    }

    /// One of the four gateways.
    pub fn is_gateway(&self) -> bool {
        matches!(self, Self::ExclusiveGateway | Self::InclusiveGateway | Self::ParallelGateway | Self::EventBasedGateway)
    }

    /// Task, call activity or sub-process: what takes time and can have boundary events.
    pub fn is_activity(&self) -> bool {
        !self.is_event() && !self.is_gateway()
    }

    /// Its event definition, if it is an event.
    pub fn event(&self) -> Option<&Event> {
        match self {
            Self::StartEvent { trigger, .. } | Self::BoundaryEvent { trigger, .. } => Some(trigger),
            Self::EndEvent(event) | Self::CatchEvent(event) | Self::ThrowEvent(event) => Some(event),
            _ => None,
        }
    }

    /// The activity to which it is attached, if it is a boundary event.
    pub fn host(&self) -> Option<NodeId> {
        match self {
            Self::BoundaryEvent { host, .. } => Some(*host),
            _ => None,
        }
    }

    /// Size of its shape when nothing else is said, width and height in points.
    pub fn usual_size(&self) -> (f64, f64) {
        match self {
            kind if kind.is_event() => (36.0, 36.0),
            kind if kind.is_gateway() => (50.0, 50.0),
            Self::SubProcess { .. } => (320.0, 180.0),
            _ => (140.0, 80.0),
        }
    }
}
