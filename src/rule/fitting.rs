//! Which comparisons fit which kind of field, and what each is compared with.

use super::condition::{Sign, Values};
use crate::model::FieldKind;

impl Sign {
    /// The comparisons that make sense for fields of a kind, in the order in which they are offered.
    pub fn fitting(kind: FieldKind) -> Vec<Self> {
        Self::ALL.into_iter().filter(|sign| sign.fits(kind)).collect()
    }

    /// Whether the comparison makes sense for fields of the kind.
    pub fn fits(self, kind: FieldKind) -> bool {
        match self {
            Self::Filled | Self::Empty => true,
            Self::Yes | Self::No => kind == FieldKind::YesNo,
            Self::Includes => matches!(kind, FieldKind::MultipleChoice(_)),
            Self::Contains => is_text(kind),
            Self::Less | Self::LessOrEqual | Self::Greater | Self::GreaterOrEqual => is_number(kind) || is_moment(kind),
            Self::OneOf => is_text(kind) || is_number(kind) || matches!(kind, FieldKind::Choice(_)),
            Self::Equal | Self::Unequal => is_text(kind) || is_number(kind) || is_moment(kind) || matches!(kind, FieldKind::Choice(_)),
        }
    }

    /// As which kind of field its values are entered; `None` where it needs none.
    pub fn input(self, kind: FieldKind) -> Option<FieldKind> {
        match (self.values(), kind) {
            (Values::None, _) => None,
            (_, FieldKind::MultipleChoice(list)) => Some(FieldKind::Choice(list)),
            (_, FieldKind::LongText | FieldKind::Email | FieldKind::Phone) => Some(FieldKind::Text),
            (_, other) => Some(other),
        }
    }

    /// Whether a field of this kind may be compared with the value of a field of the other.
    pub fn joins(self, kind: FieldKind, other: FieldKind) -> bool {
        let is_alike = match kind {
            FieldKind::Choice(_) => kind == other,
            FieldKind::MultipleChoice(list) => other == FieldKind::Choice(list),
            kind if is_text(kind) => is_text(other),
            kind if is_number(kind) => is_number(other),
            kind => is_moment(kind) && kind == other,
        };
        is_alike && self.values() == Values::One && self.fits(kind)
    }

    /// Whether a field of this kind may be compared with the day on which the form is filled in.
    pub fn joins_today(self, kind: FieldKind) -> bool {
        kind == FieldKind::Date && self.values() == Values::One && self.fits(kind)
    }
}

fn is_text(kind: FieldKind) -> bool {
    matches!(kind, FieldKind::Text | FieldKind::LongText | FieldKind::Email | FieldKind::Phone)
}

fn is_number(kind: FieldKind) -> bool {
    matches!(kind, FieldKind::WholeNumber | FieldKind::Decimal | FieldKind::Money)
}

fn is_moment(kind: FieldKind) -> bool {
    matches!(kind, FieldKind::Date | FieldKind::Time | FieldKind::DateTime)
}
