//! What was not understood in typed steps. `i18n` puts each into a sentence.

/// Something in a line that was not understood, or cannot be meant so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong with it.
    pub kind: FaultKind,
}

/// What can be wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// A question without answers beneath it.
    NoAnswers,
    /// A line beneath a question that begins with no answer; it is taken for a way without answer.
    NoAnswer,
    /// A second answer that leads straight on, as another does.
    SameWay,
    /// A line that ends with a colon, but has nothing beneath it.
    NothingInside,
    /// A line that stands further in without being beneath a question or a sub-process; it is taken for the next step.
    Indented,
    /// The flow never comes here: all ways before it end.
    Unreachable,
    /// A jump to a step that is not there.
    UnknownTarget {
        /// The name that was typed.
        name: String,
    },
    /// Questions and sub-processes lie in each other too deeply; the line is taken for a step.
    TooDeep,
}
