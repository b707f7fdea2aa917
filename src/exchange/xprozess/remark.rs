//! What an import or export of `XProzess` says that no other format has to say.

use super::super::Weight;

/// What happened to a part of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// So many activity groups are attributes of steps now.
    Groups(usize),
    /// So many participants are roles now.
    Participants(usize),
    /// The form is filled in at a step, because it triggers the process.
    Linked {
        /// What the process says that triggers it.
        trigger: String,
        /// The step.
        step: String,
    },
    /// The form does not trigger the process: nothing was linked.
    NotLinked {
        /// What the process says that triggers it, or empty.
        trigger: String,
    },
    /// An activity group of which the model has no step.
    GroupWithoutStep,
    /// An activity group has another name than its step in the model.
    OtherName(String),
    /// The process class says something else than the process: what, and the class's own word.
    OtherInClass(&'static str, String),
    /// A part that has no place in the studio.
    Kept(String),
    /// Another process of the message.
    OtherProcess,
    /// The message has no model: the steps stand one after the other, by their numbers.
    NoModel,
    /// So many files that the model's archive has besides the model.
    OtherFiles(usize),
    /// A place in the law is written as one in an act (Gesetz), for the studio knows no other kinds.
    WrittenAsAct,
    /// A step without a Referenzaktivitätengruppe stands in the model only.
    StepWithoutGroup,
    /// A role whose part in the process has no code that is known.
    RoleWithoutCode,
    /// Software takes no part in a process of FIM.
    SoftwareRole,
    /// The model was packed anew, because the flow was changed.
    PackedAnew,
    /// A picture or report of the model in the message shows it as it was.
    OldPicture,
    /// So many forms, which `XProzess` has no place for.
    Forms(usize),
    /// The number of a message and its time are new.
    NewMessage,
}

impl Remark {
    /// How much it matters.
    pub fn weight(&self) -> Weight {
        match self {
            Self::Groups(_) | Self::Participants(_) | Self::Linked { .. } => Weight::Taken,
            Self::NoModel | Self::WrittenAsAct | Self::RoleWithoutCode | Self::PackedAnew | Self::NewMessage => Weight::Changed,
            Self::GroupWithoutStep
            | Self::OtherName(_)
            | Self::OtherInClass(..)
            | Self::Kept(_)
            | Self::OtherProcess
            | Self::OtherFiles(_)
            | Self::OldPicture => Weight::Kept,
            Self::NotLinked { .. } | Self::StepWithoutGroup | Self::SoftwareRole | Self::Forms(_) => Weight::Left,
        }
    }
}
