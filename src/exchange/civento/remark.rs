//! What is to be said about single places of a Bibliothek.

use super::super::Weight;

/// What became of a part of a Bibliothek, or of a model that was written as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// So many workflows, each a process of its own.
    Workflows(usize),
    /// So many steps of workflows.
    Steps(usize),
    /// The outermost element binds a prefix to nothing, which XML forbids. It is read all the same, and written back as it was.
    EmptyPrefix,
    /// A file of another version than the one that is known.
    OtherVersion(String),
    /// A step that is switched off: it stands in the flow, but is never done.
    SwitchedOff,
    /// A way of a decision that is switched off: it is drawn, but never taken.
    WayOff,
    /// A loop whose variable is counted by the platform: here steps before and in it do that.
    Counter(String),
    /// A loop that need not end by itself ends here after so many times.
    AtMost(u32),
    /// Steps that lie deeper in each other than the studio has it stand beside those around them.
    TooDeep,
    /// A task that is done under a condition only: a decision stands before it.
    TaskCondition,
    /// A workflow that begins only where functions answer so: they are asked as its first steps, and a decision follows.
    BeginsUnder,
    /// A date of completion that is no number of days stays in the file only.
    Due(String),
    /// Parts that the studio has no place for; they stay in the file.
    InFileOnly(Vec<String>),
    /// An element that is not known; it stays in the file.
    UnknownElement(String),
    /// An attribute that is not known; it stays in the file.
    UnknownAttribute(String),
    /// A step of a kind that is not known: it stands in the flow as a step that does nothing.
    UnknownStep(String),
    /// A value that does not fit what it is written to: nothing is written there.
    Unfit(String),
    /// An expression that is not understood stays as it is.
    Expression(String),
    /// A function that is taken for the one of the same name in FEEL.
    Assumed(String),
    /// A connection leads into the middle of another way; what follows is written once for each.
    WrittenTwice,
    /// A connection leads back, or beside what goes on; it cannot be written.
    NotInBlocks,
    /// A way leads back behind what is done: a loop with a variable that says whether it is done again.
    WithFlag,
    /// Elements that no block holds: events at edges, other beginnings.
    Beside,
    /// Ways that are taken at the same time are written one after the other.
    OneAfterTheOther,
    /// Several ways of which more than one may be taken are written as one decision each.
    DecisionsApart,
    /// A kind of step that the format does not have; it is written as a task that stops the process.
    AsTask,
    /// A kind of event that the format does not have; it is not written.
    NoSuchEvent,
    /// The name of an element for which the format has no place.
    NameLost,
    /// A decision without a way for all other cases goes on where no answer fits.
    GoesOn,
    /// A decision by table, which the format does not have.
    NoTable,
    /// Pools, messages and lanes, which the format does not have.
    NoPools,
    /// A called process becomes an event that begins it.
    CallAsEvent,
    /// Steps that are repeated for each entry of a list are repeated with a counter.
    EachWithCounter,
    /// An element of a new library has a usual value, or none: the authority decides on it.
    ToDecide(&'static str),
    /// A file that was imported is written as it was.
    Unchanged,
    /// An element was changed in the file.
    Rewritten,
    /// An element was put into the file.
    Added,
    /// An element stands elsewhere in the file.
    Moved,
    /// An element was taken out of the file.
    Removed,
}

impl Remark {
    /// How much it matters.
    pub fn weight(&self) -> Weight {
        match self {
            Self::Workflows(_) | Self::Steps(_) | Self::Unchanged => Weight::Taken,
            Self::EmptyPrefix
            | Self::OtherVersion(_)
            | Self::SwitchedOff
            | Self::WayOff
            | Self::Counter(_)
            | Self::AtMost(_)
            | Self::TooDeep
            | Self::TaskCondition
            | Self::BeginsUnder
            | Self::Assumed(_)
            | Self::WrittenTwice
            | Self::WithFlag
            | Self::OneAfterTheOther
            | Self::DecisionsApart
            | Self::AsTask
            | Self::GoesOn
            | Self::CallAsEvent
            | Self::EachWithCounter
            | Self::Rewritten
            | Self::Added
            | Self::Moved
            | Self::Removed => Weight::Changed,
            Self::Due(_)
            | Self::InFileOnly(_)
            | Self::UnknownElement(_)
            | Self::UnknownAttribute(_)
            | Self::UnknownStep(_)
            | Self::Unfit(_)
            | Self::Expression(_) => Weight::Kept,
            Self::ToDecide(_) => Weight::Todo,
            _ => Weight::Left,
        }
    }
}
