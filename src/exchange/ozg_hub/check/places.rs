//! Which element of the document stands at a line of a project's file.

use super::super::folder::{self, Role};
use super::super::import::BUTTONS;
use super::super::json::{Json, read};
use crate::exchange::xml::{self, Element};
use crate::model::{Document, Origin, Subject};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Knows by which ids elements of the document are found in files.
pub(super) struct Places<'a> {
    document: &'a Document,
    /// By file and id; `None` as file for what was made in the studio.
    known: BTreeMap<(Option<&'a str>, String), Subject>,
}

impl<'a> Places<'a> {
    pub fn of(document: &'a Document) -> Self {
        let mut known = BTreeMap::new();
        let file = |origin: &Origin| document.sources.get(origin.source).map(|source| source.name.as_str());
        for (of, origin) in document.origins.iter().filter(|(of, _)| document.has(*of)) {
            // A field, its data and its list come from the same place: one goes to the form. The texts of buttons stand in their list.
            let is_best = if origin.id == BUTTONS { matches!(of, Subject::CodeList(_)) } else { matches!(of, Subject::FormElement(..)) };
            let place = known.entry((file(origin), origin.id.clone())).or_insert(of);
            if is_best {
                *place = of;
            }
        }
        let keyed = document.nodes.values().map(|node| (node.key.clone(), Subject::Node(node.id)));
        let keyed = keyed.chain(document.flows.values().map(|flow| (flow.key.clone(), Subject::Flow(flow.id))));
        for (key, of) in keyed {
            known.entry((None, key)).or_insert(of);
        }
        Self { document, known }
    }

    /// The element of that id in a file.
    fn element(&self, file: &'a str, id: &str) -> Option<Subject> {
        let of = |file: Option<&'a str>| self.known.get(&(file, id.to_owned())).copied();
        of(Some(file)).or_else(|| of(None))
    }

    /// The innermost element at each of these lines of a file.
    pub fn at(&self, file: &'a str, text: &str, lines: &BTreeSet<usize>) -> BTreeMap<usize, Subject> {
        let mut found = Found { lines, starts: text.match_indices('\n').map(|(at, _)| at).collect(), subjects: BTreeMap::new() };
        match folder::role(file) {
            Role::Model => self.in_model(file, text, &mut found),
            Role::Form(_) => self.in_json(file, text, "id", &mut found),
            Role::Parameters => self.in_json(file, text, "name", &mut found),
            Role::Script { task, .. } => {
                let node = self.document.origins.iter().find(|(of, origin)| of.node().is_some() && origin.id == task).map(|(of, _)| of);
                if let Some(node) = node.or_else(|| self.element(file, &task)).filter(|of| self.document.has(*of)) {
                    found.put(&(0..text.len()), node);
                }
            }
            Role::Other => {}
        }
        found.subjects
    }

    fn in_model(&self, file: &'a str, text: &str, found: &mut Found<'_>) {
        let Ok(tree) = xml::read(text) else { return };
        let mut open: Vec<(&Element<'_>, &str)> = vec![(&tree, "")];
        // Outer elements come before those in them, so that the innermost counts.
        while let Some((element, around)) = open.pop() {
            let own = element.attribute("id").unwrap_or_default().trim();
            let subject = match element.name.local {
                "process" => self.element(file, own).or(Some(Subject::Process(self.document.main_process))),
                "field" if own.is_empty() => {
                    self.element(file, &format!("{around}/{}", element.attribute("name").unwrap_or_default().trim()))
                }
                _ => self.element(file, own),
            };
            if let Some(subject) = subject {
                found.put(&element.place, subject);
            }
            let around = if own.is_empty() { around } else { own };
            open.extend(element.elements().filter(|inner| inner.name.local != "BPMNDiagram").map(|inner| (inner, around)));
        }
    }

    /// Parts of forms have ids, parameters names.
    fn in_json(&self, file: &'a str, text: &str, by: &str, found: &mut Found<'_>) {
        let Ok(json) = read(text) else { return };
        let mut open: Vec<(&Json, String)> = vec![(&json, String::new())];
        while let Some((value, group)) = open.pop() {
            let id = value.text(by);
            let subject = self.element(file, &format!("{group}:{id}")).or_else(|| self.element(file, &id));
            if let Some(subject) = subject.filter(|_| !id.is_empty()) {
                found.put(&value.place, subject);
            }
            let around = if value.get("rows").is_some() { id } else { group };
            for member in value.members() {
                if member.key == BUTTONS
                    && let Some(subject) = self.element(file, BUTTONS)
                {
                    found.put(&member.value.place, subject);
                }
                open.push((&member.value, around.clone()));
            }
            open.extend(value.items().iter().map(|item| (item, around.clone())));
        }
    }
}

/// The lines that are looked for, with what was found for them.
struct Found<'l> {
    lines: &'l BTreeSet<usize>,
    /// Where lines end in the text.
    starts: Vec<usize>,
    subjects: BTreeMap<usize, Subject>,
}

impl Found<'_> {
    /// Something stands at this place in the text.
    fn put(&mut self, place: &Range<usize>, subject: Subject) {
        let line = |at: usize| self.starts.partition_point(|end| *end < at) + 1;
        let lines = line(place.start)..=line(place.end.saturating_sub(1));
        if !lines.is_empty() {
            self.subjects.extend(self.lines.range(lines).map(|line| (*line, subject)));
        }
    }
}
