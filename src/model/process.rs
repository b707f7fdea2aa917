//! The procedure itself, its pools, lanes and the connections between flow nodes.

use super::{
    AssociationId, FimProfile, FlowId, Land, LaneId, LegalBasis, MessageFlowId, NodeId, OfficeHours, PoolId, ProcessId, RoleId, Subject,
};

/// A process (BPMN 2.0, chapter 10): one flow from its start events to its end events. The main
/// process of a document is the procedure; others are called by it.
#[derive(Clone, Debug, PartialEq)]
pub struct Process {
    /// Identity.
    pub id: ProcessId,
    /// Technical name in formats and expressions, unique among processes: `hundesteuerAnmeldung`.
    pub key: String,
    /// Name that people read.
    pub name: String,
    /// Semantic version, `major.minor.patch`.
    pub version: String,
    /// What it is for, in sentences.
    pub description: String,
    /// Kind of service, as the citizen would call it: application, notification …
    pub kind_of_service: KindOfService,
    /// Leistungsschlüssel (LeiKa): 14 digits, or empty.
    pub leistungsschluessel: String,
    /// Laws on which the procedure rests.
    pub legal_bases: Vec<LegalBasis>,
    /// Words under which it is to be found.
    pub keywords: Vec<String>,
    /// The Land whose holidays count where the procedure counts working days; without one, those of all Germany. Only the main
    /// process's counts, also in the processes that it calls.
    pub land: Option<Land>,
    /// When the office works; empty means Monday to Friday all day. Only the main process's count.
    pub office_hours: Vec<OfficeHours>,
    /// That it follows FIM, and what FIM says of it; `None` if it does not claim to.
    pub fim: Option<FimProfile>,
}

/// What kind of service a procedure gives (after FIM's Verfahrensart).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum KindOfService {
    /// The citizen asks for something (Antrag).
    #[default]
    Application,
    /// The citizen has to tell something (Anzeige).
    Notification,
    /// The citizen enters something in a register (Anmeldung).
    Registration,
    /// The citizen asks to know something (Auskunft).
    Information,
    /// The citizen complains about a decision (Widerspruch).
    Objection,
    /// The authority acts of itself (von Amts wegen).
    ExOfficio,
}

/// Who acts: lanes and steps point to a role.
#[derive(Clone, Debug, PartialEq)]
pub struct Role {
    /// Identity.
    pub id: RoleId,
    /// Technical name, unique among roles.
    pub key: String,
    /// Name that people read: "Sachbearbeitung Hundesteuer".
    pub name: String,
    /// What kind of actor it is.
    pub kind: RoleKind,
}

/// The kinds of actors of an administrative procedure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum RoleKind {
    /// Citizen or company that applies.
    Applicant,
    /// Person in the authority who works on the case.
    #[default]
    Caseworker,
    /// Another authority that takes part.
    OtherAuthority,
    /// Software without a person.
    System,
}

/// A participant of the collaboration (BPMN 2.0, 9.2), drawn as a large frame.
#[derive(Clone, Debug, PartialEq)]
pub struct Pool {
    /// Identity.
    pub id: PoolId,
    /// Technical name, unique among pools.
    pub key: String,
    /// Name at its head.
    pub name: String,
    /// The process inside; `None` is a black box that only sends and receives messages.
    pub process: Option<ProcessId>,
    /// Who it is.
    pub role: Option<RoleId>,
    /// Direction of its flow.
    pub orientation: Orientation,
}

/// Direction in which a pool, its lanes and its flow run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Orientation {
    /// From left to right; the head is at the left.
    #[default]
    Horizontal,
    /// From top to bottom, as FIM draws; the head is at the top.
    Vertical,
}

/// A band of a pool (BPMN 2.0, 10.7): the steps in it are done by its role.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    /// Identity.
    pub id: LaneId,
    /// Technical name, unique among lanes.
    pub key: String,
    /// Name at its head.
    pub name: String,
    /// The pool that it divides.
    pub pool: PoolId,
    /// The lane that it divides further, if any.
    pub parent: Option<LaneId>,
    /// Who acts in it.
    pub role: Option<RoleId>,
}

/// A connection in the flow (BPMN 2.0, 8.4.13).
#[derive(Clone, Debug, PartialEq)]
pub struct SequenceFlow {
    /// Identity.
    pub id: FlowId,
    /// Technical name, unique among sequence flows.
    pub key: String,
    /// Label beside the line: "ja", "Unterlagen fehlen".
    pub name: String,
    /// Where it comes from.
    pub from: NodeId,
    /// Where it leads to; in the same process and sub-process as `from`.
    pub to: NodeId,
    /// FEEL condition as typed, or empty.
    pub condition: String,
    /// Taken when no other condition of its source holds. At most one per source.
    pub is_default: bool,
}

/// A message between two pools (BPMN 2.0, 9.3). Its ends are nodes or black-box pools.
#[derive(Clone, Debug, PartialEq)]
pub struct MessageFlow {
    /// Identity.
    pub id: MessageFlowId,
    /// Technical name, unique among message flows.
    pub key: String,
    /// Name of the message.
    pub name: String,
    /// Sender: [`Subject::Node`] or [`Subject::Pool`].
    pub from: Subject,
    /// Receiver: [`Subject::Node`] or [`Subject::Pool`] of another pool.
    pub to: Subject,
}

/// A dotted line from an artifact to what it speaks of (BPMN 2.0, 8.4.1).
#[derive(Clone, Debug, PartialEq)]
pub struct Association {
    /// Identity.
    pub id: AssociationId,
    /// One end: an artifact, a node or a flow.
    pub from: Subject,
    /// Other end.
    pub to: Subject,
    /// Whether an arrow shows that data goes from `from` to `to`.
    pub is_directed: bool,
}
