//! Under which prefixes the namespaces of a file are known.

use super::super::super::xml::{Element, Prefixed};
use super::super::standard::{BPMN, BPMNDI, DC, DI, OWN, XSI};

/// A namespace with the prefix that it has in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Bound {
    prefix: String,
    namespace: &'static str,
    /// Whether the file lacks a declaration at its outermost element.
    is_missing: bool,
}

impl Bound {
    fn name<'n>(&'n self, local: &'n str) -> Prefixed<'n> {
        Prefixed { prefix: &self.prefix, local }
    }
}

/// The prefixes of a file, for elements that are to be written into it.
#[derive(Clone, Debug)]
pub(super) struct Prefixes {
    bpmn: Bound,
    bpmndi: Bound,
    dc: Bound,
    di: Bound,
    xsi: Bound,
    own: Bound,
}

impl Prefixes {
    /// Those of a file that the studio writes anew.
    pub fn usual() -> Self {
        let bound = |prefix: &str, namespace| Bound { prefix: prefix.to_owned(), namespace, is_missing: true };
        Self {
            bpmn: bound("bpmn", BPMN),
            bpmndi: bound("bpmndi", BPMNDI),
            dc: bound("dc", DC),
            di: bound("di", DI),
            xsi: bound("xsi", XSI),
            own: bound("dw", OWN),
        }
    }

    /// Those of a file that is there. Elements of the picture show theirs, for some files declare it only there, or never.
    pub fn of(root: &Element<'_>) -> Self {
        let usual = Self::usual();
        let diagram = root.first("BPMNDiagram");
        let drawn = diagram.and_then(|it| it.first("BPMNPlane")).into_iter().flat_map(Element::elements);
        let bounds = drawn.clone().find_map(|shape| shape.first("Bounds"));
        let waypoint = drawn.clone().find_map(|edge| edge.first("waypoint"));
        let shown = |bound: Bound, element: Option<&Element<'_>>| match element {
            Some(element) => Bound { prefix: element.name.prefix.to_owned(), is_missing: false, ..bound },
            None => declared(bound, root),
        };
        Self {
            bpmn: shown(usual.bpmn, Some(root)),
            bpmndi: shown(usual.bpmndi, diagram),
            dc: shown(usual.dc, bounds),
            di: shown(usual.di, waypoint),
            xsi: declared(usual.xsi, root),
            own: declared(usual.own, root),
        }
    }

    /// The name of an element of the standard.
    pub fn bpmn<'n>(&'n self, local: &'n str) -> Prefixed<'n> {
        self.bpmn.name(local)
    }

    /// The name of an element of the picture.
    pub fn bpmndi<'n>(&'n self, local: &'n str) -> Prefixed<'n> {
        self.bpmndi.name(local)
    }

    /// The name of a rectangle.
    pub fn dc<'n>(&'n self, local: &'n str) -> Prefixed<'n> {
        self.dc.name(local)
    }

    /// The name of a point of a line.
    pub fn di<'n>(&'n self, local: &'n str) -> Prefixed<'n> {
        self.di.name(local)
    }

    /// The name of an attribute that says what an element is an instance of.
    pub fn xsi<'n>(&'n self, local: &'n str) -> Prefixed<'n> {
        self.xsi.name(local)
    }

    /// The name of an element or attribute of the studio.
    pub fn own<'n>(&'n self, local: &'n str) -> Prefixed<'n> {
        self.own.name(local)
    }

    /// Declarations that the file lacks: attribute and namespace.
    pub fn missing(&self) -> Vec<(String, &'static str)> {
        let all = [&self.bpmn, &self.bpmndi, &self.dc, &self.di, &self.xsi, &self.own];
        all.into_iter().filter(|bound| bound.is_missing).map(|bound| (format!("xmlns:{}", bound.prefix), bound.namespace)).collect()
    }
}

/// With the prefix that the outermost element declares for the namespace, else a prefix that it leaves free.
fn declared(bound: Bound, root: &Element<'_>) -> Bound {
    let declarations = || root.attributes.iter().filter(|it| it.name.prefix == "xmlns");
    if let Some(found) = declarations().find(|it| it.value == bound.namespace) {
        return Bound { prefix: found.name.local.to_owned(), is_missing: false, ..bound };
    }
    let is_taken = |prefix: &str| declarations().any(|it| it.name.local == prefix);
    let numbered = (2_u32..).map(|number| format!("{}{number}", bound.prefix));
    let prefix = std::iter::once(bound.prefix.clone()).chain(numbered).find(|prefix| !is_taken(prefix));
    Bound { prefix: prefix.unwrap_or_else(|| bound.prefix.clone()), ..bound }
}
