//! What names in expressions stand for, in either language.

use crate::model::FieldKind;

/// What kind of value something has, as far as it is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Nothing is known.
    #[default]
    Unknown,
    /// A number.
    Number,
    /// A text, or a code of a list.
    Text,
    /// Yes or no.
    Truth,
    /// A date.
    Date,
    /// Several objects.
    List,
    /// Something with parts.
    Object,
}

/// What the names of a civento expression stand for in the document.
pub trait Names {
    /// The path in FEEL of a reference as civento writes it; `kind` is what the expression takes its value for, so that what nobody declared can
    /// be. `None` where it can be nothing.
    fn path(&mut self, reference: &str, kind: Kind) -> Option<String>;

    /// What kind of value a path leads to.
    fn kind(&self, path: &str) -> Kind;

    /// The path of what stands for a call of a function without equal; `call` is the whole call as civento writes it.
    fn double(&mut self, function: &str, call: &str, kind: Kind) -> Option<String>;
}

/// How civento writes what FEEL paths lead to.
pub trait References {
    /// The reference, or the call for which a double stands; `None` where civento knows nothing like it.
    fn reference(&self, path: &str) -> Option<String>;

    /// What kind of value a path leads to.
    fn kind(&self, path: &str) -> Kind;
}

impl From<FieldKind> for Kind {
    fn from(kind: FieldKind) -> Self {
        match kind {
            FieldKind::WholeNumber | FieldKind::Decimal | FieldKind::Money => Self::Number,
            FieldKind::Date => Self::Date,
            FieldKind::YesNo => Self::Truth,
            FieldKind::List(_) | FieldKind::MultipleChoice(_) => Self::List,
            FieldKind::Time | FieldKind::DateTime => Self::Unknown,
            FieldKind::Person | FieldKind::Address | FieldKind::BankAccount | FieldKind::File | FieldKind::Object(_) => Self::Object,
            FieldKind::Text | FieldKind::LongText | FieldKind::Choice(_) | FieldKind::Email | FieldKind::Phone => Self::Text,
        }
    }
}
