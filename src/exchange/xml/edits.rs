//! Changes to single places of a text; all the rest stays to the letter.

use super::{Attribute, Draft, Element, escape};
use std::{cmp::Reverse, ops::Range};

/// Changes to a text whose tree was read. A change inside a place that another removes or replaces as a whole is dropped.
#[derive(Clone, Debug)]
pub struct Edits<'t> {
    text: &'t str,
    changes: Vec<(Range<usize>, String)>,
}

impl<'t> Edits<'t> {
    /// No change yet.
    pub fn new(text: &'t str) -> Self {
        Self { text, changes: Vec::new() }
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
        let closed = self.text.get(element.place.clone()).unwrap_or_default();
        let open = closed.strip_suffix("/>").unwrap_or(closed).trim_end();
        self.change(element.place.clone(), format!("{open}>{text}</{}>", element.name.qualified()));
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
        if let Some(last) = parent.elements().next_back() {
            return self.insert_after(last, draft);
        }
        let outside = self.line_of(parent);
        let line = if outside.is_empty() { String::new() } else { format!("{outside}  ") };
        let written = format!("{}{outside}", draft.written(&line));
        if let Some(inside) = &parent.inside {
            return self.change(inside.clone(), written);
        }
        let closed = self.text.get(parent.place.clone()).unwrap_or_default();
        let open = closed.strip_suffix("/>").unwrap_or(closed).trim_end();
        self.change(parent.place.clone(), format!("{open}>{written}</{}>", parent.name.qualified()));
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
