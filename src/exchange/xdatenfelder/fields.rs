//! Small questions about fields that import and export answer alike.

use super::standard::Cardinality;
use crate::model::{DataField, FieldKind};

/// How many codes of a multiple choice: what the cardinality says.
pub(super) fn constraints_of_list(field: &mut DataField, cardinality: Cardinality) {
    if matches!(field.kind, FieldKind::MultipleChoice(_)) {
        field.constraints.min_items = Some(cardinality.least).filter(|least| *least > 0);
        field.constraints.max_items = cardinality.most;
    }
}
