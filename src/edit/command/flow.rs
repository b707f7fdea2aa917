//! Changes of the flow and its picture: what is drawn, connected, moved, and how pools and lanes divide it.

use crate::edit::fragment::Fragment;
use crate::edit::outline::Outline;
use crate::layout::auto::Extent;
use crate::model::{
    Artifact, Bounds, Event, FlowId, LaneId, NodeId, NodeKind, Orientation, Point, PoolId, ProcessId, RoleKind, Subject, Vector,
};

/// Changes of the flow and its picture. Points and bounds are those of the diagram.
#[derive(Clone, Debug, PartialEq)]
pub enum FlowCommand {
    /// A new node with its middle there; in the sub-process or lane that lies there.
    AddNode {
        /// Its process.
        process: ProcessId,
        /// What it is.
        kind: NodeKind,
        /// Its name.
        name: String,
        /// Its middle.
        at: Point,
    },
    /// A new node behind another, connected, at the next free place (or with its middle at `at`); a person's step
    /// has the same role.
    Append {
        /// The node before it.
        after: NodeId,
        /// What it is.
        kind: NodeKind,
        /// Its middle, if it is not to choose itself.
        at: Option<Point>,
    },
    /// A new node in the middle of a connection, which is split.
    InsertOnFlow {
        /// The connection.
        flow: FlowId,
        /// What it is.
        kind: NodeKind,
    },
    /// An existing node is put into a connection, which is split; its own connections are healed.
    DropOnFlow {
        /// The connection.
        flow: FlowId,
        /// The node.
        node: NodeId,
    },
    /// Typed steps with their roles, lanes, ways and ends. In a process that has no more than its beginning they become the
    /// whole flow, with lanes if several act.
    AddOutline {
        /// The process.
        process: ProcessId,
        /// The node behind which they come; `None`: from the beginning of the process, or a new one.
        after: Option<NodeId>,
        /// The steps.
        outline: Outline,
    },
    /// A node leaves the flow but stays on the canvas; what stood before and behind it is connected.
    TakeOut {
        /// The node.
        node: NodeId,
    },
    /// A boundary event at an activity, at the free place of its edge nearest to `at`.
    AddBoundaryEvent {
        /// The activity.
        host: NodeId,
        /// What it waits for.
        trigger: Event,
        /// Whether it stops the activity.
        is_interrupting: bool,
        /// Where about.
        at: Option<Point>,
    },
    /// A waiting event becomes a boundary event of an activity, or of another one, and keeps its ways out; without
    /// a host a boundary event becomes one that waits in the flow.
    Attach {
        /// The event.
        event: NodeId,
        /// The activity; `None` takes the event off.
        host: Option<NodeId>,
        /// Its new middle; at a host, the place of the edge nearest to it.
        at: Point,
    },
    /// Connects two elements with what fits: sequence flow, message flow or association.
    Connect {
        /// Source.
        from: Subject,
        /// Target.
        to: Subject,
    },
    /// Leads an end of a connection to another element.
    Reconnect {
        /// The connection.
        connection: Subject,
        /// Which end.
        end: FlowEnd,
        /// Where to.
        to: Subject,
    },
    /// A flow that leads into the middle of another way gets a copy of its own of what lies from there up to `until`, or up to the ends.
    /// The process is laid out anew.
    OwnTail {
        /// The flow.
        flow: FlowId,
        /// Where the ways come together, if they do.
        until: Option<NodeId>,
    },
    /// Moves shapes with all that is in or at them; lanes and sub-processes are found anew by place.
    Move {
        /// The shapes.
        subjects: Vec<Subject>,
        /// How far.
        by: Vector,
    },
    /// Gives a shape other bounds.
    Resize {
        /// The shape.
        subject: Subject,
        /// Its new bounds.
        bounds: Bounds,
    },
    /// Gives a connection a course by hand; `None` lets the router choose again.
    SetCourse {
        /// The connection.
        connection: Subject,
        /// All points from source to target.
        waypoints: Option<Vec<Point>>,
    },
    /// Puts a label elsewhere; `None` puts it to the usual place.
    SetLabelPlace {
        /// Whose label.
        subject: Subject,
        /// Where.
        bounds: Option<Bounds>,
    },
    /// Makes a node another kind, keeping name, connections and all properties that still apply.
    ChangeKind {
        /// The node.
        node: NodeId,
        /// What it becomes.
        kind: NodeKind,
    },
    /// Shows or hides what is in a sub-process.
    SetExpanded {
        /// The sub-process.
        node: NodeId,
        /// Whether it is shown.
        is_expanded: bool,
    },
    /// Makes room, or takes it away: all on the canvas of a process that lies beyond a line is moved, and what holds
    /// others and lies across the line grows or shrinks.
    MakeRoom {
        /// The process.
        process: ProcessId,
        /// A point of the line.
        from: Point,
        /// How far; the longer part counts, the line runs across it. Negative takes room away.
        by: Vector,
    },
    /// A new pool.
    AddPool {
        /// What is in it.
        content: PoolContent,
        /// Its name.
        name: String,
        /// Direction.
        orientation: Orientation,
        /// Where its corner is, if it does not take in what is there.
        at: Option<Point>,
    },
    /// A new lane in a pool or lane, behind the others; the first divides off the whole place for itself.
    AddLane {
        /// The pool.
        pool: PoolId,
        /// The lane that is divided, if any.
        parent: Option<LaneId>,
        /// Its name.
        name: String,
        /// Kind of the role that is made for it, or taken if one of this name and kind is there.
        role: Option<RoleKind>,
    },
    /// A new lane directly beside another, in the same pool or lane.
    AddLaneBeside {
        /// The other.
        lane: LaneId,
        /// On which side of it.
        side: Side,
        /// Its name.
        name: String,
    },
    /// Divides a pool or lane that is not divided into lanes of the same breadth.
    Divide {
        /// The pool.
        pool: PoolId,
        /// The lane, or the pool itself.
        lane: Option<LaneId>,
        /// How many lanes, 2 to 9.
        parts: u8,
        /// Name of all of them.
        name: String,
    },
    /// Puts a lane with its content at another place among those of the same pool or lane.
    MoveLane {
        /// The lane.
        lane: LaneId,
        /// Its number among them, from 0, when it is taken out of their row; too great means the last.
        to: usize,
    },
    /// An annotation, data object or group, connected with `about` if given.
    AddArtifact {
        /// What it is.
        artifact: Artifact,
        /// Its bounds.
        bounds: Bounds,
        /// What it speaks of.
        about: Option<Subject>,
    },
    /// Elements of a copy, their top left corner there.
    Paste {
        /// The copy.
        fragment: Fragment,
        /// The process that receives it.
        process: ProcessId,
        /// Top left corner.
        at: Point,
    },
    /// Lays out anew: everything, a process with its pool, or some nodes.
    TidyUp {
        /// What.
        extent: Extent,
        /// The direction in which it is to run; `None`: as it runs now. Pools that are laid out are turned.
        orientation: Option<Orientation>,
    },
    /// Does a command on the own canvas of a closed sub-process: what it puts somewhere goes into that, and what it
    /// lays out or makes way is only what stands there.
    Within {
        /// The sub-process.
        sub_process: NodeId,
        /// The command.
        command: Box<FlowCommand>,
    },
}

impl FlowCommand {
    /// The command, done on the own canvas of a closed sub-process if one is given.
    #[must_use]
    pub fn on(self, plane: Option<NodeId>) -> Self {
        match plane {
            Some(sub_process) => Self::Within { sub_process, command: Box::new(self) },
            None => self,
        }
    }

    /// As [`Command::extent`](super::Command::extent).
    pub(super) fn extent(&self) -> usize {
        match self {
            Self::Within { command, .. } => command.extent(),
            Self::Move { subjects, .. } => subjects.len(),
            Self::Paste { fragment, .. } => fragment.nodes.len() + fragment.artifacts.len(),
            _ => 1,
        }
    }
}

/// An end of a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FlowEnd {
    /// Where it comes from.
    Source,
    /// Where it leads to.
    Target,
}

/// What a new pool holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PoolContent {
    /// Nothing that is known: it only sends and receives messages.
    BlackBox,
    /// A process that has no pool yet, with all that is drawn of it.
    Process(ProcessId),
    /// A new process, empty, of the pool's name.
    NewProcess,
}

/// A side of a lane, seen in the order of the lanes: from top to bottom, or from left to right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// Above it, or left of it.
    Before,
    /// Below it, or right of it.
    Behind,
}
