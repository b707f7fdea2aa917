//! Why a text cannot be taken as XML.

use super::Position;

/// What is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where it was noticed.
    pub at: Position,
    /// What is wrong.
    pub reason: Reason,
}

/// What is wrong with a text that should be XML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// More bytes than are read.
    TooLarge,
    /// It names an encoding that is not known, or that it cannot have.
    UnknownEncoding(String),
    /// Bytes that give no character in its encoding.
    NotText,
    /// It has no element.
    Empty,
    /// It is not well-formed.
    Malformed(Malformed),
    /// It declares a document type or entities, which could fetch other files or blow it up without measure.
    DocumentType,
    /// It uses an entity that XML itself does not have.
    UnknownEntity(String),
    /// More elements inside each other than [`DEEPEST`](super::DEEPEST).
    TooDeep,
    /// More elements, texts and comments than [`MOST_NODES`](super::MOST_NODES), or attributes at one element than
    /// [`MOST_ATTRIBUTES`](super::MOST_ATTRIBUTES).
    TooMany,
    /// An element has this attribute twice.
    DuplicateAttribute(String),
    /// A prefix without namespace.
    UndeclaredPrefix(String),
}

/// How the rules of XML 1.0 are broken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Malformed {
    /// The text ends before this element is closed.
    Unclosed(String),
    /// Another element is closed than the one that is open.
    WrongEnd {
        /// What is open.
        open: String,
        /// What is closed.
        closed: String,
    },
    /// An element is closed that was not opened.
    EndWithoutStart(String),
    /// A tag, comment or instruction that does not end, or that cannot be understood.
    Markup,
    /// An attribute without value or quotation marks, or with `<` in it.
    Attribute,
    /// A name that cannot be one.
    Name(String),
    /// A character that XML does not allow.
    Character,
    /// `&` without a reference behind it, or a reference to no character.
    Reference,
    /// Text or a second element beside the outermost one.
    Outside,
}
