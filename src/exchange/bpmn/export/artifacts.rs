//! What stands beside the flow: data, annotations, groups, and the dotted lines to them.

use super::super::super::xml::Draft;
use super::writer::Writer;
use crate::model::{ArtifactId, ArtifactKind, AssociationId, NodeId, Subject};

impl Writer<'_> {
    /// Data as a flow element: a reference to it, and what is new with the data itself.
    pub fn data(&mut self, artifact: ArtifactId) -> Vec<Draft> {
        let Some(ArtifactKind::DataObject { name, is_store, object }) = self.document.artifacts.get(artifact).map(|it| &it.kind) else {
            return Vec::new();
        };
        let subject = Subject::Artifact(artifact);
        let own = self.id(subject);
        let is_new = self.kept.element(&own).is_none();
        let local = if *is_store { "dataStoreReference" } else { "dataObjectReference" };
        let mut draft = self.tag(local, subject, name, Vec::new());
        if is_new {
            let (attribute, kind) = if *is_store { ("dataStoreRef", "store") } else { ("dataObjectRef", "object") };
            draft = draft.attribute(attribute, &format!("{own}_{kind}"));
        }
        if let Some(object) = object.and_then(|object| self.document.objects.get(object)) {
            draft = draft.attribute(&self.prefixes.own("object"), &object.key);
        }
        if is_new && !is_store {
            let data = Draft::with(&self.prefixes.bpmn("dataObject"), Vec::new()).attribute("id", &format!("{own}_object"));
            return vec![data, draft];
        }
        vec![draft]
    }

    /// Whether an artifact stands for a flow element of the file that the document does not know.
    pub fn is_frame(&self, artifact: ArtifactId) -> bool {
        let is_group = self.document.artifacts.get(artifact).is_some_and(|it| matches!(it.kind, ArtifactKind::Group { .. }));
        is_group && self.kept.element(&self.id(Subject::Artifact(artifact))).is_some_and(|it| it.name.local != "group")
    }

    /// An annotation or group; data stands among the flow elements.
    pub fn artifact(&mut self, artifact: ArtifactId) -> Option<Draft> {
        let subject = Subject::Artifact(artifact);
        match &self.document.artifacts.get(artifact)?.kind {
            ArtifactKind::Annotation { text } => Some(self.tag("textAnnotation", subject, "", vec![self.text("text", text)])),
            ArtifactKind::Group { name } => {
                let own = self.id(subject);
                // A frame for something else.
                if let Some(element) = self.kept.element(&own).filter(|it| it.name.local != "group") {
                    return Some(self.tag(element.name.local, subject, name, Vec::new()));
                }
                Some(match self.category_value(&own, name) {
                    Some(value) => self.tag("group", subject, "", Vec::new()).attribute("categoryValueRef", &value),
                    None => self.tag("group", subject, name, Vec::new()),
                })
            }
            ArtifactKind::DataObject { .. } => None,
        }
    }

    /// An artifact or association.
    pub fn artifact_of(&mut self, subject: Subject) -> Option<Draft> {
        match subject {
            Subject::Artifact(artifact) => self.artifact(artifact),
            Subject::Association(association) => self.association(association),
            _ => None,
        }
    }

    /// A dotted line.
    pub fn association(&mut self, association: AssociationId) -> Option<Draft> {
        let association = self.document.associations.get(association)?;
        let (from, to) = (self.id(association.from), self.id(association.to));
        let subject = Subject::Association(association.id);
        let kept = self.kept.element(&self.id(subject)).map_or("association", |it| it.name.local);
        let draft = self.tag(kept, subject, "", Vec::new());
        let draft = draft.attribute("sourceRef", &from).attribute("targetRef", &to);
        Some(if association.is_directed && kept == "association" { draft.attribute("associationDirection", "One") } else { draft })
    }

    /// Data that a step reads, then data that it writes. Where it goes in the step itself is the file's matter; what is new gets a property.
    pub fn data_associations(&mut self, node: NodeId) -> Vec<Draft> {
        let all = self.data_of.get(&node).cloned().unwrap_or_default();
        let (mut properties, mut inputs, mut outputs) = (Vec::new(), Vec::new(), Vec::new());
        for association in all.into_iter().filter_map(|id| self.document.associations.get(id)) {
            let subject = Subject::Association(association.id);
            let is_input = matches!(association.from, Subject::Artifact(_));
            let data = self.id(if is_input { association.from } else { association.to });
            let own = self.id(subject);
            let data = self.text(if is_input { "sourceRef" } else { "targetRef" }, &data);
            let inside = if self.kept.element(&own).is_some() || own.is_empty() {
                vec![data]
            } else {
                let property = format!("{own}_data");
                properties.push(Draft::with(&self.prefixes.bpmn("property"), Vec::new()).attribute("id", &property));
                if is_input { vec![data, self.text("targetRef", &property)] } else { vec![self.text("sourceRef", &property), data] }
            };
            let local = if is_input { "dataInputAssociation" } else { "dataOutputAssociation" };
            let list = if is_input { &mut inputs } else { &mut outputs };
            list.push(self.tag(local, subject, "", inside));
        }
        properties.extend(inputs);
        properties.extend(outputs);
        properties
    }
}
