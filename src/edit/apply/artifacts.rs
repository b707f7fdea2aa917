//! Annotations, data objects and groups.

use super::connect::add_association;
use crate::edit::draft::Draft;
use crate::edit::place::Scopes;
use crate::model::{Artifact, ArtifactId, ArtifactKind, Bounds, Shape, Subject};
use std::collections::BTreeSet;

pub(super) fn add(draft: &mut Draft, artifact: &Artifact, bounds: Bounds, about: Option<Subject>) {
    let scope = Scopes::of(&draft.document).at(artifact.process, draft.plane, bounds.centre(), &BTreeSet::new());
    let id: ArtifactId = draft.document.new_id();
    let is_directed = matches!(artifact.kind, ArtifactKind::DataObject { .. });
    draft.document.artifacts.insert(id, Artifact { id, process: scope.process, parent: scope.parent, kind: artifact.kind.clone() });
    draft.document.diagram.shapes.insert(Subject::Artifact(id), Shape::at(bounds));
    draft.created.push(Subject::Artifact(id));
    if let Some(about) = about {
        add_association(draft, Subject::Artifact(id), about, is_directed);
    }
}
