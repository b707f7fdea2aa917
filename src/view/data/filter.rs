//! Which fields are shown: those that fit what is searched for and the chosen filter.

use crate::model::{DataField, DataFieldId, Document, Subject};
use crate::scope::Usages;
use crate::view::finding::folded;
use std::collections::BTreeSet;

/// What fields are looked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Filter {
    /// All.
    #[default]
    All,
    /// No form asks for it.
    NeverAsked,
    /// Nothing uses it.
    Unused,
    /// Personal data.
    Personal,
    /// No law allows asking for it.
    Lawless,
}

impl Filter {
    /// All of them with their words.
    pub const ALL: [(Self, &'static str); 5] = [
        (Self::All, "data-filter-all"),
        (Self::NeverAsked, "data-filter-never-asked"),
        (Self::Unused, "data-filter-unused"),
        (Self::Personal, "data-filter-personal"),
        (Self::Lawless, "data-filter-lawless"),
    ];

    fn takes(self, document: &Document, usages: &Usages, field: &DataField) -> bool {
        match self {
            Self::All => true,
            Self::NeverAsked => !usages.is_asked(field.id),
            Self::Unused => !usages.is_used(field.id),
            Self::Personal => field.is_personal,
            Self::Lawless => is_lawless(document, field),
        }
    }
}

/// Whether neither the field nor its object names a law. What only holds others needs none.
pub(super) fn is_lawless(document: &Document, field: &DataField) -> bool {
    let of_object = document.objects.get(field.object).is_some_and(|object| !object.legal_bases.is_empty());
    field.kind.object().is_none() && field.legal_bases.is_empty() && !of_object
}

/// The fields that fit; `None` if nothing is looked for, so that all are shown.
pub(super) fn wanted(document: &Document, usages: &Usages, filter: Filter, query: &str) -> Option<BTreeSet<DataFieldId>> {
    let query = folded(query.trim());
    if query.is_empty() && filter == Filter::All {
        return None;
    }
    let says = |text: &str| folded(text).contains(&query);
    let fits = |field: &&DataField| {
        let object = document.name_of(Subject::ObjectType(field.object)).unwrap_or_default();
        filter.takes(document, usages, field)
            && (query.is_empty() || says(&field.name) || says(&field.key) || says(&field.fim_id) || says(object))
    };
    Some(document.fields.values().filter(fits).map(|field| field.id).collect())
}
