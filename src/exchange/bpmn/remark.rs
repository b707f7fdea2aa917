//! What is to be said about files in BPMN beyond what every format says.

use super::super::Weight;

/// What the studio has and BPMN has no place for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Missing {
    /// Lanes of pools without a process.
    LanesOfBlackBoxes,
    /// Forms, and which step shows which.
    Forms,
    /// The data model: objects with their fields.
    Data,
    /// Files of other formats from which something came, kept as they were.
    OtherFiles,
    /// Code lists.
    CodeLists,
    /// Decision tables, and which step uses which.
    DecisionTables,
    /// Letters, and which step writes which.
    Letters,
    /// Settings of the authorities.
    Settings,
    /// Test cases.
    TestCases,
    /// Exercises.
    Exercises,
    /// Texts in other languages.
    Languages,
}

/// A remark about a file in BPMN.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// So many elements or attributes of this name have no place in the document; they stay in the kept file.
    NotShown {
        /// The name, prefix included.
        name: String,
        /// How many.
        count: usize,
    },
    /// So many steps, or the process, have extension elements of the studio, which other programs pass over.
    OwnWords(usize),
    /// A step that is done for each entry of this list is written with the number of entries, which all programs know, and with the list in words
    /// of the studio: `SpiffWorkflow` refuses a file with both `loopCardinality` and `loopDataInputRef`, bpmn-engine knows only the first.
    ListAsNumber(String),
    /// So many of these are not in the file.
    NoPlace {
        /// What.
        what: Missing,
        /// How many.
        count: usize,
    },
    /// A change to nodes that stand together for one node of the file: the file stays as it is there.
    StandsForOne,
    /// Something to which a step of the studio's own file refers, by this key, and which BPMN files do not hold.
    NotInFile(String),
    /// An element without id in the file got one, so that the picture and connections can speak of it.
    WithoutId,
    /// An element has the id of one before it; what refers to the id means the first.
    SameId,
    /// The file has participants, conversations or choreographies only: an empty process stands for the flow that it lacks.
    NoFlow,
    /// A participant is drawn without what it does: it is a black box here, and its process has a canvas of its own.
    ClosedPool,
    /// An element of this name has a place in the picture, but no meaning here: it is shown as a frame.
    Frame(String),
}

impl Remark {
    /// How much it matters.
    pub fn weight(&self) -> Weight {
        match self {
            Self::NotShown { .. } | Self::Frame(_) => Weight::Kept,
            Self::OwnWords(_) | Self::ListAsNumber(_) | Self::WithoutId | Self::SameId | Self::NoFlow | Self::ClosedPool => Weight::Changed,
            Self::NoPlace { .. } | Self::StandsForOne | Self::NotInFile(_) => Weight::Left,
        }
    }
}
