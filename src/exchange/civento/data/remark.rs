//! What is to be said about single places of a library's data.

use super::super::super::Weight;

/// What became of a part of the data, the forms or the settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// So many fields of objects.
    Fields(usize),
    /// So many settings.
    Settings(usize),
    /// So many parts that the file only speaks of (data of the applicant, of the main case …); they were declared.
    Spoken(usize),
    /// Settings of which a procedure speaks while their library was not given.
    SettingsMissing(Vec<String>),
    /// So many calls of functions without equal; each is asked before the step that needs it.
    Doubles(usize),
    /// Parts of an element stay in the kept file only.
    InFileOnly(Vec<String>),
    /// An element that is not known; it stays in the file.
    UnknownElement(String),
    /// An attribute that is not known; it stays in the file.
    UnknownAttribute(String),
    /// A word that is not known in this place; the usual was taken.
    UnknownWord {
        /// The element.
        element: String,
        /// What stands in it.
        word: String,
    },
    /// A name that cannot be a key as it is.
    MendedName(String),
    /// A kind of value that is not known; what the widget shows counts.
    UnknownKind(String),
    /// A field without a widget, or with one that is not known: a text.
    NoWidget,
    /// A width above 12 was read as percent.
    Percent(u32),
    /// A file's value that is computed, or does not fit the field.
    Prefill(String),
    /// A bound that is no number.
    Bound(String),
    /// A pattern that the studio cannot read; it was kept, but demands nothing.
    Pattern(String),
    /// The choices are computed, or come from a catalogue: here the field takes a text.
    ComputedChoices(String),
    /// A code that stands twice in its list; the first counts.
    DoubleCode(String),
    /// Several files may be uploaded; here one is.
    SeveralFiles(u32),
    /// The parts of a person that became fields of their own.
    PersonParts(Vec<String>),
    /// An organisation is a person here.
    Organisation,
    /// Objects lie deeper in each other than documents can have them.
    TooDeep,
    /// A setting of a kind that settings cannot have.
    SettingKind,
    /// Formatting of a text was left away.
    Formatting,
    /// What a text shows at this place is not known.
    UnknownPlace(String),
    /// A field of a form that does not say which data it shows got data of its own.
    OwnData,
    /// An action that hides what is not there.
    NothingToHide(String),
    /// A condition of hiding whose operator is not known.
    Operator(String),
    /// A kind of value that the format does not have; it is written as the nearest.
    NearestKind,
    /// A condition under which something is shown that is no comparison of a field of the form.
    Visibility(String),
    /// So many settings, which the format keeps in a library of their own.
    SettingsApart(usize),
    /// Rules of a form or field, which the format does not have.
    Rules,
    /// The form calls it otherwise than the data do; the form's name is written.
    TwoNames(String),
    /// Parts of the model for which the format has no place.
    NoPlace(Vec<Matter>),
}

/// Parts of fields, forms and settings that the format does not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Matter {
    /// What it holds, and what it is needed for.
    Description,
    /// Laws.
    Law,
    /// Personal data, and how long they are kept.
    Protection,
    /// A condition under which it must be filled in.
    Demand,
    /// Explanations of codes.
    CodeHelp,
    /// Least lengths and numbers.
    LeastLength,
    /// A bound that is computed.
    Bound,
    /// Headings and hint boxes.
    Look,
    /// That a value comes from the applicant's account.
    Account,
    /// That another form stands before this one.
    Shown,
    /// How often a group can be filled in.
    Entries,
}

impl Remark {
    /// How much it matters.
    pub fn weight(&self) -> Weight {
        match self {
            Self::Fields(_) | Self::Settings(_) => Weight::Taken,
            Self::Spoken(_)
            | Self::Doubles(_)
            | Self::SettingsMissing(_)
            | Self::MendedName(_)
            | Self::NoWidget
            | Self::Percent(_)
            | Self::ComputedChoices(_)
            | Self::SeveralFiles(_)
            | Self::PersonParts(_)
            | Self::Organisation
            | Self::OwnData
            | Self::TwoNames(_)
            | Self::NearestKind => Weight::Changed,
            Self::Visibility(_) | Self::Rules | Self::SettingsApart(_) | Self::NoPlace(_) => Weight::Left,
            _ => Weight::Kept,
        }
    }
}
