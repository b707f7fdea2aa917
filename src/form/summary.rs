//! What was filled in, to read and go back to: the content of a summary page.

use super::format;
use super::place::Place;
use super::state::{ElementState, FieldState, Inside, PageState};

/// What was filled in on a page, in a group, or in one entry of a repeatable group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SummaryPart {
    /// Index of its page.
    pub page: usize,
    /// Title of the page or group.
    pub title: String,
    /// Number of the entry, counted from 1, in a repeatable group.
    pub entry: Option<usize>,
    /// Its fields in reading order.
    pub lines: Vec<SummaryLine>,
}

/// What was filled in in a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SummaryLine {
    /// Label of the field.
    pub label: String,
    /// The value as it is written in Germany; empty where nothing is filled in.
    pub text: String,
    /// Where to go back to.
    pub place: Place,
    /// The input to go back to.
    pub part: usize,
}

/// What was filled in on all visible pages before this one. Fields that are not shown are left out, and so is what has none.
pub fn summary(pages: &[PageState], page: usize) -> Vec<SummaryPart> {
    let mut parts = Vec::new();
    for (index, page) in pages.iter().enumerate().take(page).filter(|(_, page)| page.is_visible) {
        let part = SummaryPart { page: index, title: page.title.to_string(), entry: None, lines: Vec::new() };
        collect(part, page.elements.iter(), &mut parts);
    }
    parts.retain(|part| !part.lines.is_empty());
    parts
}

/// Adds a part of these elements; what stands in groups becomes parts of its own behind it.
fn collect<'a>(mut part: SummaryPart, elements: impl Iterator<Item = &'a ElementState>, parts: &mut Vec<SummaryPart>) {
    let page = part.page;
    let own = parts.len();
    let mut lines = Vec::new();
    let mut inner = Vec::new();
    for element in elements.filter(|element| element.is_visible) {
        match &element.inside {
            Inside::Field(field) => lines.push(line(&element.place, field)),
            Inside::Group { title, elements, .. } => {
                collect(SummaryPart { page, title: title.to_string(), entry: None, lines: Vec::new() }, elements.iter(), &mut inner);
            }
            Inside::Repeat(repeat) => {
                for (entry, number) in repeat.entries.iter().zip(1..) {
                    let part = SummaryPart { page, title: repeat.plan.title.clone(), entry: Some(number), lines: Vec::new() };
                    collect(part, entry.elements.iter(), &mut inner);
                }
            }
            Inside::Heading(_) | Inside::Text(_) | Inside::Hint { .. } => {}
        }
    }
    part.lines = lines;
    parts.insert(own, part);
    parts.append(&mut inner);
}

fn line(place: &Place, field: &FieldState) -> SummaryLine {
    let plan = &field.plan;
    let text = if field.misread.is_empty() { format::text(plan.kind, &plan.codes, &field.value) } else { field.texts.join(" ") };
    SummaryLine { label: plan.label.clone(), text, place: place.clone(), part: plan.first_part() }
}
