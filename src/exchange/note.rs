//! What an import or export says about single places: taken, changed, kept, left out.

use super::json_schema::Demanded;
use super::{bpmn, civento, ozg_hub, xprozess};
use crate::model::Subject;

/// A line of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What is to be said.
    pub what: What,
    /// About what.
    pub at: At,
}

/// What a note is about.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct At {
    /// Id in the foreign format (FIM: `F00000462`), or empty.
    pub id: String,
    /// Name that people read: of an element, or of a file.
    pub name: String,
    /// The file of several in which it stands, or empty.
    pub file: String,
    /// The line on which it stands, counted from 1.
    pub line: Option<usize>,
    /// The element of the document that is meant.
    pub subject: Option<Subject>,
}

/// How much a note matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// It was taken as it is.
    Taken,
    /// It was taken, but is now another way.
    Changed,
    /// It stays in the kept file, and so in what is exported, but is not shown.
    Kept,
    /// Somebody still has to decide or fill in something before it can be used.
    Todo,
    /// It was not carried over.
    Left,
}

/// What a change is about for which a format has no words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Matter {
    /// The kind of value.
    Kind,
    /// A bound that is computed.
    Bound,
    /// A prefilled value that is computed.
    Prefill,
    /// Kinds and sizes of files.
    Files,
    /// The codes of a list: the file only names the list.
    Codes,
    /// A condition under which something is shown.
    Visibility,
    /// A condition under which a field must be filled in.
    Demand,
    /// Checks of a field with conditions of their own.
    Checks,
    /// That a value comes from the applicant's account.
    Account,
    /// That the form does not ask for a field any more.
    Unasked,
    /// Pages, groups and places of fields that are so in the form only: the standard's groups are groups of data.
    Arrangement,
    /// Headings and hint boxes.
    Look,
    /// Purpose, personal data and how long they are kept.
    Protection,
    /// Texts in other languages.
    Languages,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// Something about a project folder of the OZG-Hub.
    OzgHub(ozg_hub::Remark),
    /// So many groups stand at places of their own.
    Groups(usize),
    /// So many fields stand at places of their own.
    Fields(usize),
    /// So many code lists, with so many codes.
    Lists {
        /// Lists.
        lists: usize,
        /// Codes in them.
        codes: usize,
    },
    /// So many places in the law.
    LegalBases(usize),
    /// So many rules, each at every place where it applies. They wait for being confirmed.
    Rules(usize),
    /// A group that occurs several times is one object type.
    Reused(usize),
    /// A simple field that can be filled in several times became a list of objects with one field.
    Listed,
    /// A group may stay empty: what it demands counts once something in it is filled in.
    OptionalGroup,
    /// So many entries are demanded, but only where the group around is filled in at all: at least one is demanded then.
    LeastEntries(u32),
    /// The same id stands for two different contents; both were taken.
    TwoContents,
    /// A kind of value that the studio does not tell apart: it became the nearest.
    NearestKind(String),
    /// A hidden field: it is there, but never shown.
    Hidden,
    /// A size of files, understood as megabytes.
    Megabytes(u64),
    /// The value should come from the applicant's account; which attribute has to be chosen.
    Prefill {
        /// Whether it must be prefilled.
        is_must: bool,
    },
    /// Another version of the code list was given than the one that is asked for.
    OtherVersion {
        /// Asked for.
        asked: String,
        /// Given.
        given: String,
    },
    /// Texts for output, status, validity and the like stay in the kept file only.
    KeptInFile,
    /// A rule has a script, which is not executed.
    Script,
    /// The file of a code list was not given: the list is empty.
    MissingList(String),
    /// A code list was given that the schema does not use; it was taken all the same.
    UnusedList,
    /// A pattern that the studio cannot read; it was kept, but demands nothing.
    Pattern(String),
    /// A least or greatest value or length that is no number or date.
    Bound(String),
    /// A cardinality that cannot be read; "at most once" was taken.
    Cardinality(String),
    /// A kind of field or value that is not known; text was taken.
    UnknownKind(String),
    /// An element that the standard does not have; it stays in the kept file.
    UnknownElement {
        /// Its name.
        name: String,
        /// The line on which it stands.
        line: usize,
    },
    /// An element stands twice that may stand once; the first counts, the other stays in the kept file.
    Twice {
        /// Its name.
        name: String,
        /// The line of the second.
        line: usize,
    },
    /// What an optional group demands is not demanded, for it has too many fields to say when something in it is filled in.
    WideGroup,
    /// A building block without id.
    WithoutId,
    /// A group without anything in it.
    EmptyGroup,
    /// The file is too long to be kept with the procedure, and so cannot be exported again.
    FileTooLong,
    /// Letters of a picture that its font lacks.
    MissingLetters {
        /// The letters.
        letters: Vec<char>,
        /// Whether they are boxes in the file; else they are shown where a font has them.
        are_boxes: bool,
    },
    /// So many elements have no place in the picture: too many to lay them out.
    NotDrawn(usize),
    /// A code list with so many rows, more than are taken; it was not taken.
    TooManyCodes(usize),
    /// Rows of a code list without code.
    RowsWithoutCode {
        /// How many.
        count: usize,
        /// The first, counted from 1.
        first: usize,
    },
    /// Rows of a code list whose code was there already.
    DuplicateCodes {
        /// How many.
        count: usize,
        /// The first such code.
        first: String,
    },
    /// An element was changed in the file.
    Rewritten,
    /// An element was put into the file.
    Added,
    /// An element was put into the file under this number, which is provisional.
    AddedWithNumber(String),
    /// An element stands at another place in the file.
    Moved,
    /// An element was taken out of the file.
    Removed,
    /// The file is as it was imported.
    Unchanged,
    /// Rules that were made here have no number, and are not written.
    RulesWithoutNumber(usize),
    /// A change for which the standard has no words.
    NotExpressible(Matter),
    /// A demand of a form that its JSON Schema does not make: its kind, and its condition, bound or pattern.
    Unsaid(Demanded, String),
    /// Columns of a code list for which there is no place.
    Columns(Vec<String>),
    /// So many flow nodes.
    Steps(usize),
    /// So many sequence flows.
    Ways(usize),
    /// So many variables of expressions, now declared as fields.
    Variables(usize),
    /// So many ids cannot be keys as they are.
    MendedKeys(usize),
    /// An event with so many definitions became events with one each.
    Split(usize),
    /// An event at an edge that waits for several things at once; here the first of them will do.
    AnyInsteadOfAll,
    /// An ad-hoc sub-process: each of its steps is done once.
    AdHoc,
    /// A step that needs or leaves several tokens got nodes that count or multiply them.
    Quantity,
    /// So many steps that need or leave 0 tokens by the file; one was taken.
    NoQuantities(usize),
    /// Lanes without a pool around them got one.
    PoolForLanes,
    /// An expression that is not understood.
    KeptAsText(String),
    /// A script that is not understood; it stands in the note of the step.
    ScriptInNote,
    /// An element or attribute for which there is no place.
    NotCarried {
        /// Its name.
        name: String,
        /// Where it stands.
        line: usize,
    },
    /// A reference to something that is not there, or not where it should be; what needs it was not taken.
    Dangling {
        /// What is referred to.
        name: String,
        /// Where.
        line: usize,
    },
    /// What only `XProzess` has to say.
    Xprozess(xprozess::Remark),
    /// A value that cannot be right.
    Invalid {
        /// Of which attribute or element.
        name: String,
        /// The value.
        value: String,
        /// Where.
        line: usize,
    },
    /// What is to be said about a part of a Bibliothek.
    Civento(civento::Remark),
    /// What the format of civento has to say of data, forms and settings.
    CiventoData(civento::data::Remark),
    /// About a file in BPMN.
    Bpmn(bpmn::Remark),
}

impl What {
    /// How much it matters.
    pub fn weight(&self) -> Weight {
        match self {
            Self::Civento(remark) => remark.weight(),
            Self::CiventoData(remark) => remark.weight(),
            Self::OzgHub(remark) => remark.weight(),
            Self::Groups(_)
            | Self::Fields(_)
            | Self::Lists { .. }
            | Self::LegalBases(_)
            | Self::Rules(_)
            | Self::Reused(_)
            | Self::Steps(_)
            | Self::Ways(_)
            | Self::Unchanged => Weight::Taken,
            Self::Listed
            | Self::OptionalGroup
            | Self::LeastEntries(_)
            | Self::TwoContents
            | Self::NearestKind(_)
            | Self::Hidden
            | Self::Megabytes(_)
            | Self::OtherVersion { .. }
            | Self::Rewritten
            | Self::Added
            | Self::AddedWithNumber(_)
            | Self::Moved
            | Self::Removed
            | Self::UnusedList
            | Self::Variables(_)
            | Self::MendedKeys(_)
            | Self::Split(_)
            | Self::AnyInsteadOfAll
            | Self::AdHoc
            | Self::Quantity
            | Self::MissingLetters { are_boxes: false, .. }
            | Self::NoQuantities(_)
            | Self::PoolForLanes => Weight::Changed,
            Self::Xprozess(remark) => remark.weight(),
            Self::KeptInFile | Self::UnknownElement { .. } | Self::Twice { .. } | Self::Script => Weight::Kept,
            Self::Bpmn(remark) => remark.weight(),
            _ => Weight::Left,
        }
    }
}

impl Note {
    /// Whether what it speaks of cannot be right in the file, so that playing it would show something else than the file says.
    pub fn is_fault(&self) -> bool {
        matches!(self.what, What::Invalid { .. })
    }

    /// About an element with id and name.
    pub fn new(id: &str, name: &str, what: What) -> Self {
        Self { what, at: At { id: id.to_owned(), name: name.trim().to_owned(), ..At::default() } }
    }

    /// That it stands on this line.
    #[must_use]
    pub fn line(mut self, line: usize) -> Self {
        self.at.line = Some(line);
        self
    }

    /// That it stands in this file of several.
    #[must_use]
    pub fn file(mut self, file: &str) -> Self {
        file.clone_into(&mut self.at.file);
        self
    }

    /// That this element of the document is meant.
    #[must_use]
    pub fn on(mut self, subject: impl Into<Option<Subject>>) -> Self {
        self.at.subject = subject.into();
        self
    }
}
