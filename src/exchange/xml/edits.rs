//! Changes to single places of a text; all the rest stays to the letter.

use super::{Attribute, Draft, Element, escape};
use std::{cmp::Reverse, collections::BTreeMap, ops::Range};

/// Changes to a text whose tree was read. A change inside a place that another removes or replaces as a whole is dropped.
#[derive(Clone, Debug)]
pub struct Edits<'t> {
    text: &'t str,
    changes: Vec<(Range<usize>, String)>,
    /// New names of elements, by where they begin.
    renamed: BTreeMap<usize, String>,
}

impl<'t> Edits<'t> {
    /// No change yet.
    pub fn new(text: &'t str) -> Self {
        Self { text, changes: Vec::new(), renamed: BTreeMap::new() }
    }

    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// The element has this text in it and nothing else.
    pub fn set_text(&mut self, element: &Element<'t>, text: &str) {
        let text = escape::text(text);
        if let Some(inside) = &element.inside {
            return self.change(inside.clone(), text);
        }
        self.open(element, &text);
    }

    /// The attribute has this value.
    pub fn set_value(&mut self, attribute: &Attribute<'t>, value: &str) {
        // Good between marks of either kind.
        self.change(attribute.place.clone(), escape::attribute(value).replace('\'', "&apos;"));
    }

    /// The element has one more attribute, which it did not have.
    pub fn add_attribute(&mut self, element: &Element<'t>, name: &str, value: &str) {
        let at = element.place.start + 1 + element.name.qualified().len();
        self.change(at..at, format!(" {name}=\"{}\"", escape::attribute(value)));
    }

    /// The attribute goes, with the blank before it.
    pub fn remove_attribute(&mut self, attribute: &Attribute<'t>) {
        let before = self.text.get(..attribute.place.start).unwrap_or_default();
        let name = attribute.name.qualified();
        let start = before.rfind(&name).unwrap_or(before.len());
        let start = before.get(..start).unwrap_or_default().trim_end().len();
        self.change(start..attribute.place.end + 1, String::new());
    }

    /// The element has another name, prefix included.
    pub fn rename(&mut self, element: &Element<'t>, name: &str) {
        let length = element.name.qualified().len();
        let start = element.place.start + 1;
        self.change(start..start + length, name.to_owned());
        self.renamed.insert(element.place.start, name.to_owned());
        if let Some(inside) = &element.inside {
            let end = inside.end + 2;
            self.change(end..end + length, name.to_owned());
        }
    }

    /// The draft stands where the element stood.
    pub fn replace(&mut self, element: &Element<'t>, draft: &Draft) {
        let line = self.line_of(element);
        let written = draft.written(&line);
        let written = written.strip_prefix(line.as_str()).unwrap_or(&written).to_owned();
        self.change(element.place.clone(), written);
    }

    /// Whether a new text holds this.
    pub fn writes(&self, part: &str) -> bool {
        self.changes.iter().any(|(_, text)| text.contains(part))
    }

    /// The element goes, with the line on which it stands alone.
    pub fn remove(&mut self, element: &Element<'t>) {
        let start = element.place.start - self.blank_before(element.place.start).len();
        self.change(start..element.place.end, String::new());
    }

    /// The draft stands behind the element, indented like it.
    pub fn insert_after(&mut self, element: &Element<'t>, draft: &Draft) {
        let line = self.line_of(element);
        self.change(element.place.end..element.place.end, draft.written(&line));
    }

    /// The draft stands before the element, indented like it.
    pub fn insert_before(&mut self, element: &Element<'t>, draft: &Draft) {
        let line = self.line_of(element);
        let at = element.place.start - line.len();
        // Without a line of its own the element follows on the draft.
        self.change(at..at, draft.written(&line));
    }

    /// The draft stands at the end of the element, behind what is in it.
    pub fn append(&mut self, parent: &Element<'t>, draft: &Draft) {
        match parent.elements().next_back() {
            Some(last) => self.insert_after(last, draft),
            None => self.fill(parent, std::slice::from_ref(draft)),
        }
    }

    /// The drafts stand in the element, behind what is in it; there were no elements in it.
    pub fn fill(&mut self, parent: &Element<'t>, drafts: &[Draft]) {
        let outside = self.line_of(parent);
        let line = if outside.is_empty() { String::new() } else { format!("{outside}  ") };
        let mut written: String = drafts.iter().map(|draft| draft.written(&line)).collect();
        written.push_str(&outside);
        match &parent.inside {
            Some(inside) => {
                let kept = self.text.get(inside.clone()).unwrap_or_default().trim_end().len();
                self.change(inside.start + kept..inside.end, written);
            }
            None => self.open(parent, &written),
        }
    }

    /// Makes two tags of one, with this between them.
    fn open(&mut self, element: &Element<'t>, inside: &str) {
        let closed = self.text.get(element.place.clone()).unwrap_or_default();
        let open = closed.strip_suffix("/>").unwrap_or(closed).trim_end();
        let name = self.renamed.get(&element.place.start).cloned().unwrap_or_else(|| element.name.qualified());
        self.change(element.place.start + open.len()..element.place.end, format!(">{inside}</{name}>"));
    }

    /// The text with all changes.
    pub fn finish(self) -> String {
        let all = 0..self.text.len();
        self.part(all)
    }

    /// A part of the text with the changes in it. No change crosses its borders.
    pub fn part(mut self, part: Range<usize>) -> String {
        // Stable, so that insertions at one place keep their order. They go before what begins there, and wider changes before narrower.
        self.changes.sort_by_key(|(place, _)| (place.start, !place.is_empty(), Reverse(place.end)));
        let mut out = String::with_capacity(part.len());
        let mut done = part.start;
        for (place, text) in &self.changes {
            if place.start < done {
                continue;
            }
            out.push_str(self.text.get(done..place.start).unwrap_or_default());
            out.push_str(text);
            done = place.end;
        }
        out.push_str(self.text.get(done..part.end).unwrap_or_default());
        out
    }

    fn change(&mut self, place: Range<usize>, text: String) {
        self.changes.push((place, text));
    }

    /// The blanks before a place back to the end of the line before, that included; empty if other things stand there.
    fn blank_before(&self, at: usize) -> &'t str {
        let before = self.text.get(..at).unwrap_or_default();
        let blank = before.get(before.trim_end_matches([' ', '\t', '\r', '\n']).len()..).unwrap_or_default();
        blank.rfind('\n').map_or("", |newline| {
            let start = if blank.get(..newline).is_some_and(|rest| rest.ends_with('\r')) { newline - 1 } else { newline };
            blank.get(start..).unwrap_or_default()
        })
    }

    fn line_of(&self, element: &Element<'t>) -> String {
        self.blank_before(element.place.start).to_owned()
    }
}
