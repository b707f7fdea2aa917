//! Pictures in words: what one shows, and why there is none.

use super::{Language, Texts};
use crate::edit::{Line, reading_order};
use crate::exchange::picture::{Caption, TooLarge};
use crate::model::{Document, FlowIndex, NodeId, ProcessId, Subject};
use std::collections::BTreeSet;

/// So many letters are named.
const MOST_LETTERS: usize = 12;
/// So many elements of a picture are named; a list that is longer helps nobody.
const MOST_NAMED: usize = 1_000;

impl Texts {
    /// A picture would have too many pixels.
    pub fn picture_too_large(&self, fault: &TooLarge) -> String {
        self.with(
            "picture-too-large",
            &[("width", self.count(fault.width).as_str().into()), ("height", self.count(fault.height).as_str().into())],
        )
    }

    /// The size of a picture in pixels.
    pub fn picture_size(&self, (width, height): (u32, u32)) -> String {
        let (width, height) = (self.count(width.into()), self.count(height.into()));
        self.with("picture-size", &[("width", width.as_str().into()), ("height", height.as_str().into())])
    }

    /// Which letters of a picture are boxes in pixels; `None` if all of them can be drawn.
    pub fn picture_boxes(&self, missing: &[char]) -> Option<String> {
        let missing: Vec<String> = missing.iter().take(MOST_LETTERS).copied().map(String::from).collect();
        (!missing.is_empty()).then(|| self.with("picture-boxes", &[("letters", missing.join(" ").as_str().into())]))
    }

    /// What a picture shows, for those who cannot see it: events, steps and branches with their kinds, in the order of the flow.
    pub fn picture_caption(&self, document: &Document, title: &str, shown: &BTreeSet<NodeId>) -> Caption {
        let order = in_order(document, shown);
        let said = |node: &NodeId| {
            let name = document.nodes.get(*node).map_or("", |node| node.name.trim());
            let kind = self.kind_of(document, Subject::Node(*node));
            if name.is_empty() { kind.to_owned() } else { self.with("picture-element", &[("kind", kind.into()), ("name", name.into())]) }
        };
        let mut elements: Vec<String> = order.iter().take(MOST_NAMED).map(said).collect();
        if let Some(more) = order.len().checked_sub(MOST_NAMED).filter(|more| *more > 0) {
            elements.push(self.with("picture-more", &[("count", more.into())]));
        }
        let (title, elements) = (title.trim(), elements.join("; "));
        let description = self
            .with("picture-described", &[("name", title.into()), ("count", order.len().into()), ("elements", elements.as_str().into())]);
        let language = match self.language() {
            Language::German => "de",
            Language::English => "en",
        };
        Caption { language, description }
    }

    /// A count with marks for thousands.
    fn count(&self, count: u64) -> String {
        let digits = count.to_string();
        let mark = if self.language() == Language::German { '.' } else { ',' };
        let mut out = String::new();
        for (place, digit) in digits.char_indices() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                out.push(mark);
            }
            out.push(digit);
        }
        out
    }
}

/// These nodes as one reads: the procedure itself first, then the others.
fn in_order(document: &Document, shown: &BTreeSet<NodeId>) -> Vec<NodeId> {
    let flows = FlowIndex::of(document);
    let others = document.processes.keys().filter(|process| *process != document.main_process);
    let processes: Vec<ProcessId> = std::iter::once(document.main_process).chain(others).collect();
    let lines = processes.into_iter().flat_map(|process| reading_order(document, process, &flows));
    let node = |line| match line {
        Line::Node { node, .. } => Some(node),
        Line::Way { .. } | Line::Jump { .. } => None,
    };
    lines.filter_map(node).filter(|node| shown.contains(node)).collect()
}
