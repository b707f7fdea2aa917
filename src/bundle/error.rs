//! Why a file cannot be read or written, as data; `i18n` puts it into words for users.

use super::Digest;
use crate::model::{Subject, Violation};
use std::fmt;

/// A place in a file, both numbers counted from 1; columns are characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Line.
    pub line: usize,
    /// Column.
    pub column: usize,
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "line {}, column {}", self.line, self.column)
    }
}

/// Why a file cannot be read. Nothing of it has been taken over.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// It is larger than a file may be; nothing was read.
    #[error("the file has {bytes} bytes; at most {limit} are read")]
    TooLarge {
        /// Its size in bytes.
        bytes: usize,
        /// The greatest size in bytes.
        limit: usize,
    },
    /// It is not text in UTF-8.
    #[error("{0}: not text in UTF-8")]
    NotText(Place),
    /// It is something else.
    #[error("this is {0}, not a file of Dienstweg")]
    Foreign(Foreign),
    /// It is a file of Dienstweg, but of the other kind.
    #[error("this is {found}, not {wanted}", wanted = found.other())]
    OtherKind {
        /// What it is.
        found: FileKind,
    },
    /// A later version of the program wrote it.
    #[error("the file has format version {version}, this program reads up to {known}; it needs Dienstweg {needs} or later")]
    Newer {
        /// Version of its format.
        version: u64,
        /// The latest version that this program reads.
        known: u64,
        /// The first version of the program that reads it, as the file says; may be empty.
        needs: String,
    },
    /// It ends too early.
    #[error("{0}: the file ends too early")]
    Truncated(Place),
    /// Something in it is not as the format has it.
    #[error("{0}: {1}")]
    Damaged(Place, Fault),
    /// Parts lie in each other too deeply.
    #[error("{0}: nested too deeply")]
    TooDeep(Place),
    /// A text is too long.
    #[error("{0}: a text is too long")]
    TextTooLong(Place),
    /// There are too many elements.
    #[error("the file has {count} elements; at most {limit} are read")]
    TooMany {
        /// How many there are.
        count: usize,
        /// How many there may be.
        limit: usize,
    },
    /// Two elements of a kind have the same identity.
    #[error("{0:?} occurs twice")]
    Twice(Subject),
    /// A group of a form, sub-process or lane lies in others too deeply.
    #[error("{0:?} lies in too many others")]
    NestedTooDeep(Subject),
    /// Parts do not fit together: references lead nowhere, coordinates cannot be drawn … Never empty.
    #[error("{} parts do not fit together, the first: {:?}", .0.len(), .0.first())]
    Unsound(Vec<Violation>),
    /// Part of a bundle's manifest is ill written or does not fit its document.
    #[error("the manifest's {0} is ill written or does not fit the document")]
    Manifest(ManifestPart),
    /// The document of a bundle was changed after its release, or damaged.
    #[error("the document does not fit its digest: stated {stated}, computed {computed}")]
    Digest {
        /// As the manifest says.
        stated: Digest,
        /// As the document has it.
        computed: Digest,
    },
}

/// What a file is that is none of Dienstweg, told by its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// BPMN 2.0 XML.
    Bpmn,
    /// Other XML or HTML.
    Xml,
    /// JSON.
    Json,
    /// A ZIP archive; office documents are such, too.
    Zip,
    /// A PDF document.
    Pdf,
    /// A picture: PNG, JPEG or GIF.
    Picture,
    /// Something unknown.
    Other,
}

impl fmt::Display for Foreign {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Bpmn => "a BPMN file",
            Self::Xml => "an XML file",
            Self::Json => "a JSON file",
            Self::Zip => "a ZIP archive",
            Self::Pdf => "a PDF document",
            Self::Picture => "a picture",
            Self::Other => "something else",
        })
    }
}

/// The two kinds of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// Work in progress, `*.dienstweg.ron`.
    Model,
    /// Released, `*.bundle.ron`.
    Bundle,
}

impl FileKind {
    /// The kind that it is not.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Model => Self::Bundle,
            Self::Bundle => Self::Model,
        }
    }
}

impl fmt::Display for FileKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Model => "a model",
            Self::Bundle => "a bundle",
        })
    }
}

/// What is not as the format has it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// A bracket, comma or quotation mark is missing or too many.
    #[error("ill written")]
    Syntax,
    /// A value is of the wrong kind or too large.
    #[error("a value of the wrong kind")]
    Value,
    /// A field that the format does not know.
    #[error("unknown field {0}")]
    UnknownField(String),
    /// A field is missing.
    #[error("field {0} is missing")]
    MissingField(&'static str),
    /// A field occurs twice.
    #[error("field {0} occurs twice")]
    RepeatedField(&'static str),
    /// A choice that the format does not know.
    #[error("unknown choice {0}")]
    UnknownChoice(String),
}

/// Part of a manifest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ManifestPart {
    /// Key or name of the procedure.
    Procedure,
    /// Version of the release.
    Version,
    /// First day of use.
    ValidFrom,
    /// List of contents.
    Contents,
    /// Digest.
    Digest,
}

impl fmt::Display for ManifestPart {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Procedure => "procedure",
            Self::Version => "version",
            Self::ValidFrom => "first day of use",
            Self::Contents => "list of contents",
            Self::Digest => "digest",
        })
    }
}

/// Why a document is not written: what would be written could not be read again. Nothing was written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the file could not be read again: {0}")]
pub struct WriteError(#[from] pub ReadError);
