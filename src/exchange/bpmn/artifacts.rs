//! What stands beside the flow: annotations, data objects, groups, and the dotted lines to them.

use super::super::What;
use super::super::xml::Element;
use super::flow::Place;
use super::reading::Reading;
use super::remark::Remark;
use super::standard::{id, local, name, reference, text_of};
use crate::model::{Artifact, ArtifactId, ArtifactKind, Association, AssociationId, Subject};

impl<'a> Reading<'a> {
    /// All artifacts, then all associations.
    pub fn artifacts(&mut self) {
        let elements = std::mem::take(&mut self.later);
        for (place, element) in &elements {
            self.artifact(*place, element);
        }
        for (_, element) in elements {
            match element.name.local {
                "association" => self.association(element),
                // Between strangers: a way of a choreography, a link of a conversation.
                "sequenceFlow" | "conversationLink" => self.line(element),
                _ => {}
            }
        }
        self.data_associations();
    }

    fn artifact(&mut self, place: Place, element: &'a Element<'a>) {
        let is_store = element.name.local == "dataStoreReference";
        let kind = match element.name.local {
            "textAnnotation" => ArtifactKind::Annotation { text: text_of(element, "text").unwrap_or_default() },
            "group" => ArtifactKind::Group { name: self.category(element) },
            // The object itself is not drawn, only references to it.
            "dataObjectReference" | "dataStoreReference" => {
                ArtifactKind::DataObject { name: self.data_name(element), object: None, is_store }
            }
            "sequenceFlow" | "conversationLink" | "association" => return,
            _ => ArtifactKind::Group { name: name(element) },
        };
        let is_frame = matches!(kind, ArtifactKind::Group { .. }) && element.name.local != "group";
        let made: ArtifactId = self.document.new_id();
        // What stands on the canvas between pools belongs to the canvas of some process.
        let process = if self.document.processes.contains(place.process) {
            place.process
        } else {
            let pooled = self.document.pools.values().find_map(|pool| pool.process);
            let Some(first) = pooled.or_else(|| self.document.processes.keys().next()) else { return };
            first
        };
        self.document.artifacts.insert(made, Artifact { id: made, process, parent: place.parent, kind });
        self.remember(element, Subject::Artifact(made));
        if is_frame {
            self.say(element, What::Bpmn(Remark::Frame(element.name.local.to_owned())));
        }
    }

    /// Whether an element of the file has a place in its picture, and the document nothing for it: a compensating step, what belongs to a
    /// conversation or choreography. The participants of a choreography are drawn with its steps.
    pub fn is_stranger(&self, element: &Element<'_>) -> bool {
        !matches!(
            element.name.local,
            "participant" | "laneSet" | "sequenceFlow" | "messageFlow" | "dataObject" | "dataInput" | "dataOutput"
        ) && self.drawn.contains(id(element))
            && !self.subjects.contains(id(element))
    }

    fn category(&self, element: &Element<'_>) -> String {
        let wanted = reference(element, "categoryValueRef").unwrap_or_default();
        let values = self.root.all("category").flat_map(|category| category.all("categoryValue"));
        let value = values.into_iter().find(|value| id(value) == wanted);
        value.and_then(|value| value.attribute("value")).map_or_else(|| name(element), str::to_owned)
    }

    /// The name of a reference to data, else that of the data.
    fn data_name(&self, element: &Element<'_>) -> String {
        let own = name(element);
        if !own.is_empty() {
            return own;
        }
        let store = self.root_element(reference(element, "dataStoreRef"), "dataStore").map(name);
        store.or_else(|| self.data_objects.get(reference(element, "dataObjectRef")?).map(|object| name(object))).unwrap_or_default()
    }

    fn association(&mut self, element: &'a Element<'a>) {
        let end = |attribute| {
            let id = reference(element, attribute).unwrap_or_default();
            let subject = self.subjects.get(id).copied();
            subject.filter(|it| it.is_shape() || it.is_edge()).ok_or(id)
        };
        match (end("sourceRef"), end("targetRef")) {
            (Ok(from), Ok(to)) => {
                let is_directed = element.attribute("associationDirection").is_some_and(|it| matches!(it, "One" | "Both"));
                self.associate(element, from, to, is_directed);
            }
            (Err(missing), _) | (_, Err(missing)) => self.dangling(element, missing),
        }
    }

    /// A line between elements that are there.
    fn line(&mut self, element: &'a Element<'a>) {
        let end = |attribute| {
            let subject = self.subjects.get(reference(element, attribute)?).copied();
            subject.filter(|it| it.is_shape())
        };
        if let (Some(from), Some(to)) = (end("sourceRef"), end("targetRef")) {
            self.associate(element, from, to, element.name.local == "sequenceFlow");
        }
    }

    fn associate(&mut self, element: &'a Element<'a>, from: Subject, to: Subject, is_directed: bool) {
        let made: AssociationId = self.document.new_id();
        self.document.associations.insert(made, Association { id: made, from, to, is_directed });
        self.remember(element, Subject::Association(made));
    }

    /// Data that a step reads or writes.
    fn data_associations(&mut self) {
        for (node, element) in std::mem::take(&mut self.steps) {
            for inner in element.elements() {
                let is_input = inner.name.local == "dataInputAssociation";
                if !is_input && inner.name.local != "dataOutputAssociation" {
                    continue;
                }
                let data = text_of(inner, if is_input { "sourceRef" } else { "targetRef" }).unwrap_or_default();
                if !is_input {
                    self.suite_output(node, element, local(&data));
                }
                let Some(data @ Subject::Artifact(_)) = self.subjects.get(local(&data)).copied() else { continue };
                let (from, to) = if is_input { (data, Subject::Node(node)) } else { (Subject::Node(node), data) };
                self.associate(inner, from, to, true);
            }
        }
    }
}
