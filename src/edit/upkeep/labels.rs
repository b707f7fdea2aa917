//! A label that was put somewhere by hand keeps its distance from its shape.

use super::changed;
use crate::edit::draft::Draft;
use crate::model::{Document, Vector};

pub(super) fn follow(before: &Document, draft: &mut Draft) {
    for subject in changed(&before.diagram.shapes, &draft.document.diagram.shapes) {
        let (Some(old), Some(new)) = (before.diagram.shapes.get(subject), draft.document.diagram.shapes.get(subject)) else { continue };
        let by = new.bounds.centre().from(old.bounds.centre());
        if new.label.is_some()
            && new.label == old.label
            && by != Vector::default()
            && let Some(shape) = draft.document.diagram.shapes.get_mut(subject)
        {
            shape.label = shape.label.map(|label| label.moved(by));
        }
    }
}
