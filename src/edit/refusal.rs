//! Why a command cannot be done. `i18n` puts each into a sentence with its remedy.

use crate::model::Subject;

/// The reason for a refusal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// An element that it needs is not there (any more).
    NotThere,
    /// There is nothing that it could be done to.
    NothingToDo,

    /// A text is longer than this many characters.
    TooLong {
        /// Greatest number of characters.
        limit: usize,
    },
    /// A key must begin with a letter and hold only letters, digits and `_`.
    KeyNotLegal {
        /// The key.
        key: String,
    },
    /// A tag of a language has words of letters and digits, with hyphens between them (BCP 47).
    NotALanguage {
        /// The tag.
        tag: String,
    },
    /// The key already belongs to another element of its kind.
    KeyTaken {
        /// The key.
        key: String,
        /// Who has it.
        by: Subject,
    },
    /// A changed copy differs in what only its own command may change (process, parent, lane, host, kind, ends, page tree).
    Structure(Subject),

    /// Nothing leads into a start event.
    IntoStart,
    /// Nothing leads out of an end event.
    OutOfEnd,
    /// A boundary event is reached only through its activity.
    IntoBoundary,
    /// An element is not connected with itself.
    ToItself,
    /// These two are connected already, by this connection.
    AlreadyConnected(Subject),
    /// A connection stays inside its sub-process.
    CrossesSubProcess,
    /// A sub-process holds no participants.
    PoolInside,
    /// A sequence flow stays inside its pool; between pools go messages.
    CrossesPool,
    /// The elements belong to different processes that are not drawn as pools.
    OtherProcess,
    /// An event sub-process is started by its event and has no connections.
    EventSubProcess,
    /// An event-based gateway leads only to waiting events and receive tasks.
    AfterEventGateway,
    /// A link that jumps away has nothing behind it.
    OutOfLink,
    /// A link that is jumped to has nothing before it.
    IntoLink,
    /// A message goes from one pool to another.
    MessageInsidePool,
    /// This element sends no messages.
    CannotSend(Subject),
    /// This element receives no messages.
    CannotReceive(Subject),
    /// A message ends at a step of the pool, not at the pool as a whole, since its process is known.
    PoolShowsProcess(Subject),
    /// These two kinds of elements are not connected with each other.
    NotConnectable,
    /// A default way needs a decision: a gateway or step with at least two ways out.
    NotASplit,

    /// A start event or boundary event does not follow another step.
    CannotFollow,
    /// A boundary event sits at an activity.
    NotAnActivity,
    /// Only an event that waits (message, timer, signal, condition) can change between flow and edge.
    NotAWaitingEvent,
    /// An event of this trigger waits only at the edge of an activity.
    OnlyAtEdge,
    /// The node has no connections from which it could be taken out.
    NotInFlow,
    /// A boundary event is made at its activity, and no other kind becomes one or comes from one.
    BoundaryStaysBoundary,
    /// The kind allows nothing to lead in, but something does.
    HasIncoming,
    /// The kind allows nothing to lead out, but something does.
    HasOutgoing,
    /// The kind allows no boundary events, but there are some.
    HasBoundaryEvents,
    /// The sub-process has content that the kind cannot hold.
    HasContent,
    /// The kind allows no messages, but some begin or end here.
    HasMessages,
    /// Only a sub-process can be expanded or collapsed.
    NotASubProcess,
    /// Something would lie in itself.
    IntoItself,
    /// A process cannot call itself directly.
    CallsItself,
    /// A form belongs to a step or a start event.
    NoFormHere,

    /// The place lies outside the drawable world or is no number.
    OutsideWorld,
    /// More sub-processes, lanes or groups of a form would lie in each other than a file can hold.
    TooDeep {
        /// Greatest number that may lie in each other.
        limit: usize,
    },
    /// The bounds are smaller than the element may be.
    TooSmall {
        /// Least width in points.
        width: u32,
        /// Least height in points.
        height: u32,
    },
    /// Events and gateways have one size.
    FixedSize,
    /// The element has no place in the picture.
    NotDrawn(Subject),
    /// A course needs at least two points.
    TooFewPoints,

    /// It was not wanted any more while it was being done.
    Cancelled,

    /// The process is drawn in a pool already.
    HasPool(Subject),
    /// It is divided into lanes already.
    AlreadyDivided,
    /// This would be crushed: there is no room to be taken away.
    NoRoom(Subject),
    /// A black box shows nothing of its inside.
    BlackBox,

    /// A form has at least one page.
    LastPage,
    /// Pages stand in the form itself, other elements on pages and in groups.
    NotAPlace,
    /// A field of a list's entries stands in a repeatable group of that list, and only such fields stand in it.
    OutsideItsList,
    /// The way through the data model is broken: each part must be a field of the object before it.
    BrokenPath,
    /// A width is 1 to 12 columns.
    Width,
    /// Repeatable groups show a list of objects.
    NotAList,
    /// An object type would hold itself.
    ObjectInItself,
    /// A setting has a simple kind.
    NotSimple,
    /// The field is used in a form or expression, and the object in which it lies or is to lie stands in several places, so that nobody
    /// can say what the new path is.
    SharedObject,
    /// The field is used in a form or expression, and would come into a list or out of one.
    OutOfItsList,
    /// An expression speaks of the field without writing its whole path, so it could not follow.
    PathNotFollowed,

    /// Others use it still.
    InUse {
        /// Who uses it.
        by: Vec<Subject>,
    },
    /// The procedure itself stays.
    MainProcess,
}
