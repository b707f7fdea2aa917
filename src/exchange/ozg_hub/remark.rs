//! What is said about single places of a project folder, beside what all formats say.

use super::check::Flaw;
use crate::exchange::{Unfit, Weight};

/// A remark about a project folder of the OZG-Hub.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// So many forms.
    Forms(usize),
    /// So many parameters, now settings.
    Parameters(usize),
    /// So many Groovy scripts, which stay as they are.
    Scripts(usize),
    /// A file that stays in the project as it is.
    FileKept,
    /// A second model of the flow; only the first that can be read is shown.
    OtherModel,
    /// A model that cannot be read beside one that can, or beside forms: why.
    Damaged(Unfit),
    /// A form that no step of any model asks for.
    UnusedForm,
    /// A form that is there in this language only, and not in German.
    NoGerman(String),
    /// A file that is no text, and so cannot be kept with the procedure.
    NoText,
    /// Definitions of parameters that are no JSON from this line on; of forms [`Flaw::NoJson`] says it.
    NoJson,
    /// A member of a form for which there is no place here.
    MemberKept(String),
    /// A validator for which there is no place here.
    ValidatorKept(String),
    /// A condition that is not understood.
    ConditionKept(String),
    /// A kind of field that became the nearest.
    NearestField(String),
    /// Several files may be uploaded; here it is one.
    OneFile,
    /// The IBAN is checked by a rule of the field.
    IbanRule,
    /// The form was found by the name of its file: its id is another than the step asks for.
    FoundByFile(String),
    /// The buttons of a form became a choice at its end.
    Buttons,
    /// A parameter of a service.
    FieldKept(String),
    /// What the file asks to be filled in became a setting.
    Asked(String),
    /// The script of the step stays as it is and is not run: its double sets what it sets.
    ScriptKept {
        /// Its file; empty if it stands in the model.
        path: String,
        /// The names of what it sets; empty if that is nothing known.
        sets: String,
    },
    /// The script of the step is not in the project.
    ScriptMissing {
        /// Where it should be.
        path: String,
        /// The names of what it has to set, as conditions behind it ask for it; empty if they ask for nothing.
        sets: String,
    },
    /// A condition asks for this variable, which no form, script or service sets.
    NobodySets(String),
    /// What the file says of the user became a role.
    RoleOf(String),
    /// The kinds of values in a filled-in form were guessed.
    Guessed,
    /// Somebody has to decide this before the project can be used: what it is.
    Placeholder(String),
    /// An id that the platform does not allow became another.
    Renamed(String),
    /// A condition that JUEL cannot say.
    NoJuel(String),
    /// An assignment that was not translated to Groovy.
    NoGroovy(String),
    /// A condition of visibility that the platform's forms cannot say.
    NoVisibility(String),
    /// A condition of being required that the platform's forms cannot say.
    NoDemand(String),
    /// A rule of a form that the platform's forms cannot say.
    NoRule(String),
    /// A prefilled value that is computed.
    NoPrefill(String),
    /// The platform has no service of this kind.
    NoService(String),
    /// A page that shows everything again.
    NoSummary,
    /// A group in a group became a heading.
    GroupFlattened,
    /// A field of several parts became several fields.
    Split,
    /// A kind of value became text.
    AsText,
    /// A step that computes nothing that could be written, and has no script.
    NoScript,
    /// Something else that a project folder has no place for.
    NoPlace,
    /// A setting of the model was written as a parameter of the project.
    Written(String),
    /// Something that stands in the way of deploying the project.
    Flaw(Flaw),
}

impl Remark {
    /// Whether it says nothing that this one, of an earlier report, did not say.
    pub fn repeats(&self, said: &Self) -> bool {
        match (self, said) {
            (Self::ScriptMissing { path, .. }, Self::ScriptMissing { path: known, .. }) => path == known,
            _ => self == said,
        }
    }

    /// How much it matters.
    pub const fn weight(&self) -> Weight {
        match self {
            Self::Forms(_) | Self::Parameters(_) => Weight::Taken,
            Self::Scripts(_)
            | Self::FileKept
            | Self::OtherModel
            | Self::MemberKept(_)
            | Self::ValidatorKept(_)
            | Self::ConditionKept(_)
            | Self::FieldKept(_)
            | Self::ScriptKept { .. } => Weight::Kept,
            Self::NearestField(_)
            | Self::OneFile
            | Self::IbanRule
            | Self::FoundByFile(_)
            | Self::Buttons
            | Self::Asked(_)
            | Self::RoleOf(_)
            | Self::Guessed
            | Self::Renamed(_)
            | Self::GroupFlattened
            | Self::Split
            | Self::AsText
            | Self::Written(_) => Weight::Changed,
            Self::Placeholder(_)
            | Self::NoJuel(_)
            | Self::NoGroovy(_)
            | Self::Flaw(_)
            | Self::ScriptMissing { .. }
            | Self::NobodySets(_)
            | Self::Damaged(_)
            | Self::UnusedForm
            | Self::NoGerman(_)
            | Self::NoJson => Weight::Todo,
            _ => Weight::Left,
        }
    }
}
