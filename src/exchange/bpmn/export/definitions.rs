//! The file as a whole: its outermost element, what events refer to, collaborations, processes, pictures.

use super::super::super::xml::Draft;
use super::super::standard::id;
use super::writer::Writer;
use crate::model::{ArtifactKind, Subject};

/// What the writing counted, for the next one to compare with.
pub(super) type Uses = Vec<((&'static str, String), usize)>;

impl Writer<'_> {
    /// The whole file. `before`: what the kept file itself uses of what events refer to; what is used more often now is written if the file
    /// lacks it.
    pub fn definitions(&mut self, before: Option<&Uses>) -> Draft {
        let document = self.document;
        let mut parts: Vec<Draft> = self.collaborations();
        parts.extend(self.choreographies());
        for process in document.processes.keys() {
            parts.extend(self.process(process));
        }
        let mut inside = self.named_roots(before);
        inside.extend(self.data_roots());
        inside.extend(parts);
        inside.extend(self.pictures());
        let draft = Draft::with(&self.prefixes.bpmn("definitions"), inside);
        self.outermost(draft)
    }

    fn outermost(&mut self, mut draft: Draft) -> Draft {
        let document = self.document;
        if let Some(root) = self.kept.root {
            return if id(root).is_empty() { draft } else { draft.attribute("id", id(root)) };
        }
        for (name, namespace) in self.prefixes.missing() {
            draft = draft.attribute(&name, namespace);
        }
        let (key, name) = document.main().map(|process| (process.key.as_str(), process.name.as_str())).unwrap_or_default();
        let id = self.ids.take("Definitions", self.kept);
        let draft = draft.attribute("id", &id).attribute("name", name).attribute("targetNamespace", &format!("urn:dienstweg:{key}"));
        draft.attribute("exporter", "Dienstweg").attribute("exporterVersion", env!("CARGO_PKG_VERSION"))
    }

    /// How often each message, signal, error and escalation is used.
    pub fn uses(&self) -> Uses {
        self.named.iter().map(|(key, named)| (key.clone(), named.uses)).collect()
    }

    fn named_roots(&self, before: Option<&Uses>) -> Vec<Draft> {
        let used =
            |key: &(&'static str, String)| before.and_then(|uses| uses.iter().find(|(it, _)| it == key)).map_or(0, |(_, uses)| *uses);
        let roots = self
            .named
            .iter()
            .filter(|(key, named)| named.is_kept || (self.kept.root.is_none() || before.is_some()) && named.uses > used(key));
        let root = |((kind, name), named): (&(&'static str, String), &super::writer::Named)| {
            let draft = Draft::with(&self.prefixes.bpmn(kind), Vec::new()).attribute("id", &named.id);
            let draft = if *named.id == **name { draft } else { draft.attribute("name", name) };
            match *kind {
                "error" => draft.attribute("errorCode", name),
                "escalation" => draft.attribute("escalationCode", name),
                _ => draft,
            }
        };
        roots.map(root).collect()
    }

    /// Categories, which name groups, and stores of data.
    fn data_roots(&mut self) -> Vec<Draft> {
        let document = self.document;
        let (mut categories, mut stores) = (Vec::new(), Vec::new());
        for artifact in document.artifacts.values() {
            let own = self.id(Subject::Artifact(artifact.id));
            match &artifact.kind {
                ArtifactKind::Group { name } => categories.extend(self.category(&own, name)),
                ArtifactKind::DataObject { name, is_store: true, .. } if self.kept.element(&own).is_none() => {
                    let store = Draft::with(&self.prefixes.bpmn("dataStore"), Vec::new()).attribute("id", &format!("{own}_store"));
                    stores.push(store.attribute("name", name));
                }
                _ => {}
            }
        }
        categories.extend(stores);
        categories
    }

    /// The category whose value is the name of a group: that of the kept file, else a new one.
    fn category(&self, group: &str, name: &str) -> Option<Draft> {
        let value = self.category_value(group, name)?;
        let kept = self.kept.parent(&value);
        let category = kept.map_or_else(|| format!("{group}_category"), |category| id(category).to_owned());
        let value = Draft::with(&self.prefixes.bpmn("categoryValue"), Vec::new()).attribute("id", &value).attribute("value", name);
        let draft = Draft::with(&self.prefixes.bpmn("category"), vec![value]);
        Some(if category.is_empty() { draft } else { draft.attribute("id", &category) })
    }

    /// The id of the value that names a group; `None` if it is named otherwise or not at all.
    pub fn category_value(&self, group: &str, name: &str) -> Option<String> {
        if let Some(element) = self.kept.element(group) {
            let value = super::super::standard::reference(element, "categoryValueRef").filter(|value| self.kept.element(value).is_some());
            if value.is_some() || element.attribute("name").is_some() {
                return value.map(str::to_owned);
            }
        }
        (!name.is_empty()).then(|| format!("{group}_value"))
    }
}
