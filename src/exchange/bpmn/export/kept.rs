//! What the kept file says, looked up by its ids while the document is written.

use super::super::super::lookup::Lookup;
use super::super::super::xml::Element;
use super::super::picture::{Drawn, bounds, drawn, planes};
use super::super::standard::id;
use crate::model::{Bounds, Document, FlowNode, Process, SequenceFlow, SourceId, Subject, Vector};
use std::{cell::OnceCell, collections::BTreeMap};

/// A picture of the file.
#[derive(Clone, Copy)]
pub(super) struct Picture<'k> {
    pub diagram: &'k Element<'k>,
    pub plane: &'k Element<'k>,
    /// How far from there the document has its elements, beside those of other pictures.
    pub shift: Vector,
}

/// The kept file, or nothing.
#[derive(Default)]
pub(super) struct Kept<'k> {
    pub root: Option<&'k Element<'k>>,
    /// Elements of the standard by their ids, each with the one around it.
    elements: Lookup<&'k str, (&'k Element<'k>, &'k Element<'k>)>,
    /// The ids of the picture.
    drawing: Lookup<&'k str, ()>,
    /// What draws each element, once that is asked for.
    drawn: OnceCell<Lookup<&'k str, Drawn<'k>>>,
    pub planes: Vec<Picture<'k>>,
    /// The document that the file gives, with its elements by their ids.
    fresh: Option<(&'k Document, Lookup<&'k str, Subject>)>,
}

/// Kinds of elements that events refer to by name, with the attributes that may say it.
const NAMED: [(&str, &[&str]); 4] =
    [("message", &["name"]), ("signal", &["name"]), ("error", &["errorCode", "name"]), ("escalation", &["escalationCode", "name"])];

impl<'k> Kept<'k> {
    /// A file with the document that it gives, which keeps it at `fresh_source`.
    pub fn new(root: &'k Element<'k>, fresh: &'k Document, fresh_source: SourceId) -> Self {
        let mut by_id = Lookup::with_room(fresh.origins.len());
        for (subject, origin) in fresh.origins.iter().filter(|(_, origin)| origin.source == fresh_source) {
            by_id.put(origin.id.as_str(), subject);
        }
        let (elements, drawing) = (Lookup::with_room(fresh.origins.len()), Lookup::with_room(fresh.origins.len()));
        let mut kept = Self { root: Some(root), elements, drawing, fresh: Some((fresh, by_id)), ..Self::default() };
        kept.gather(root);
        kept.pictures(root);
        kept
    }

    fn gather(&mut self, root: &'k Element<'k>) {
        let mut open = vec![root];
        while let Some(parent) = open.pop() {
            for element in parent.elements() {
                match element.name.local {
                    "extensionElements" => continue,
                    "BPMNDiagram" => {
                        self.drawing.put(id(element), ());
                        for plane in element.all("BPMNPlane") {
                            self.drawing.put(id(plane), ());
                            for drawn in plane.elements() {
                                self.drawing.put(id(drawn), ());
                            }
                        }
                        continue;
                    }
                    _ => {}
                }
                let id = id(element);
                if !id.is_empty() && !self.drawing.contains(id) {
                    self.elements.put(id, (element, parent));
                }
                open.push(element);
            }
        }
    }

    /// Where the planes stand in the document.
    fn pictures(&mut self, root: &'k Element<'k>) {
        let Some((document, by_id)) = &self.fresh else { return };
        let drawn = if planes(root).nth(1).is_some() { self.all_drawn() } else { Vec::new() };
        let mut shifts: BTreeMap<usize, Vector> = BTreeMap::new();
        for (id, Drawn { element, plane }) in drawn.iter().filter(|(_, drawn)| drawn.plane > 0) {
            let here = by_id.get(id).and_then(|subject| document.diagram.shapes.get(*subject)).map(|shape| shape.bounds.corner());
            if let (Some(here), Some(there)) = (here, bounds(element)) {
                shifts.entry(*plane).or_insert_with(|| here.from(there.corner()));
            }
        }
        let shift = |plane| shifts.get(&plane).map(|by: &Vector| Vector::new(by.x.round(), by.y.round())).unwrap_or_default();
        self.planes = planes(root).enumerate().map(|(at, (diagram, plane))| Picture { diagram, plane, shift: shift(at) }).collect();
    }

    fn all_drawn(&self) -> Vec<(&'k str, Drawn<'k>)> {
        match (self.root, &self.fresh) {
            (Some(root), Some((document, by_id))) => drawn(root, document, |id| by_id.get(id).copied()),
            _ => Vec::new(),
        }
    }

    /// Whether the file uses the id.
    pub fn has_id(&self, id: &str) -> bool {
        self.elements.contains(id) || self.drawing.contains(id)
    }

    /// The element of that id.
    pub fn element(&self, id: &str) -> Option<&'k Element<'k>> {
        self.elements.get(id).map(|(element, _)| *element)
    }

    /// What stands round the element of that id.
    pub fn parent(&self, id: &str) -> Option<&'k Element<'k>> {
        self.elements.get(id).map(|(_, parent)| *parent)
    }

    /// How the element of that id is drawn.
    pub fn drawn(&self, id: &str) -> Option<Drawn<'k>> {
        self.drawn.get_or_init(|| self.all_drawn().into_iter().collect()).get(id).copied()
    }

    /// The elements of that name directly below the outermost one.
    pub fn roots<'n>(&self, local: &'n str) -> impl Iterator<Item = &'k Element<'k>> + use<'k, 'n> {
        self.root.into_iter().flat_map(Element::elements).filter(move |element| element.name.local == local)
    }

    /// The messages, signals, errors and escalations of the file: kind, what it is called, id.
    pub fn named(&self) -> BTreeMap<(&'static str, String), String> {
        let mut named = BTreeMap::new();
        for (kind, attributes) in NAMED {
            for element in self.roots(kind).filter(|element| !id(element).is_empty()) {
                let said = attributes.iter().find_map(|it| element.attribute(it).map(str::trim).filter(|it| !it.is_empty()));
                named.entry((kind, said.unwrap_or(id(element)).to_owned())).or_insert_with(|| id(element).to_owned());
            }
        }
        named
    }

    /// The element of the document that the file itself gives.
    fn fresh(&self, id: &str) -> Option<(&'k Document, Subject)> {
        let (document, by_id) = self.fresh.as_ref()?;
        Some((*document, *by_id.get(id)?))
    }

    /// The node that the file gives for that id.
    pub fn fresh_node(&self, id: &str) -> Option<&'k FlowNode> {
        let (document, subject) = self.fresh(id)?;
        document.nodes.get(subject.node()?)
    }

    /// Where the file draws what has that id.
    pub fn fresh_bounds(&self, id: &str) -> Option<Bounds> {
        let (document, subject) = self.fresh(id)?;
        document.diagram.shapes.get(subject).map(|shape| shape.bounds)
    }

    /// The sequence flow that the file gives for that id.
    pub fn fresh_flow(&self, id: &str) -> Option<&'k SequenceFlow> {
        match self.fresh(id)? {
            (document, Subject::Flow(flow)) => document.flows.get(flow),
            _ => None,
        }
    }

    /// Whether the file gives that very process.
    pub fn is_fresh(&self, process: &Process) -> bool {
        self.fresh.as_ref().is_some_and(|(document, _)| document.processes.get(process.id) == Some(process))
    }

    /// What the file gives for that id.
    pub fn subject(&self, id: &str) -> Option<Subject> {
        self.fresh(id).map(|(_, subject)| subject)
    }
}
