//! What a bundle says about itself: which procedure, which release, what is inside, and the digest.

use super::Digest;
use crate::model::Document;
use jiff::civil::Date;
use std::{fmt, str::FromStr};

/// The manifest of a bundle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Manifest {
    /// Key of the procedure, the main process.
    pub key: String,
    /// Name of the procedure.
    pub name: String,
    /// Which release it is, and who made it with what.
    pub release: Release,
    /// Digest over the canonical text of the document.
    pub digest: Digest,
    /// What is inside, one row per kind, also for kinds of which there is nothing.
    pub contents: Vec<Contents>,
}

/// A release of a procedure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Release {
    /// Version of the released procedure.
    pub version: Version,
    /// How far the release has come.
    pub state: ReleaseState,
    /// First day on which the procedure is to be used; `None`: at once.
    pub valid_from: Option<Date>,
    /// Program and version that wrote the bundle: `Dienstweg 0.1.0`.
    pub created_with: String,
}

/// How far a release has come. FIM's `freigabestatus` (xDatenfelder 3) is finer: 1 to 4 are drafts,
/// 5 and 6 released, 7 and 8 retired.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReleaseState {
    /// For trial; not for real cases.
    Draft,
    /// For real cases.
    #[default]
    Released,
    /// No longer for new cases.
    Retired,
}

/// A semantic version (`SemVer` 2.0) without additions: `1.4.0`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version {
    /// Raised when running cases cannot go over.
    pub major: u32,
    /// Raised when something is added.
    pub minor: u32,
    /// Raised when something is mended.
    pub patch: u32,
}

/// The text is not three numbers with dots between.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a version is three numbers, such as 1.0.0")]
pub struct NoVersion;

impl FromStr for Version {
    type Err = NoVersion;

    fn from_str(text: &str) -> Result<Self, NoVersion> {
        let parts: Vec<u32> = text.split('.').map(str::parse).collect::<Result<_, _>>().map_err(|_| NoVersion)?;
        let [major, minor, patch] = parts[..] else { return Err(NoVersion) };
        let version = Self { major, minor, patch };
        // Only one way to write it: no `01`, no `+1`.
        if version.to_string() == text { Ok(version) } else { Err(NoVersion) }
    }
}

impl fmt::Display for Version {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}.{}.{}", self.major, self.minor, self.patch)
    }
}

/// What a bundle holds of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contents {
    /// The kind.
    pub kind: ContentKind,
    /// Names that people read, in order of creation.
    pub names: Vec<String>,
}

/// The kinds that a manifest lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ContentKind {
    /// Processes.
    Processes,
    /// Steps: activities of all processes.
    Steps,
    /// Forms.
    Forms,
    /// Data fields.
    Fields,
    /// Code lists.
    CodeLists,
    /// Decision tables.
    DecisionTables,
    /// Letters: document templates.
    Letters,
    /// Settings that the authority fills in.
    Settings,
    /// Test cases.
    TestCases,
}

/// The list of contents of a document.
pub fn contents(document: &Document) -> Vec<Contents> {
    macro_rules! names {
        ($elements:expr) => {
            $elements.map(|element| element.name.clone()).collect()
        };
    }
    let steps = document.nodes.values().filter(|node| node.kind.is_activity());
    [
        (ContentKind::Processes, names!(document.processes.values())),
        (ContentKind::Steps, names!(steps)),
        (ContentKind::Forms, names!(document.forms.values())),
        (ContentKind::Fields, names!(document.fields.values())),
        (ContentKind::CodeLists, names!(document.code_lists.values())),
        (ContentKind::DecisionTables, names!(document.decision_tables.values())),
        (ContentKind::Letters, names!(document.document_templates.values())),
        (ContentKind::Settings, names!(document.settings.values())),
        (ContentKind::TestCases, names!(document.test_cases.values())),
    ]
    .into_iter()
    .map(|(kind, names)| Contents { kind, names })
    .collect()
}
