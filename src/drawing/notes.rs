//! How notes of steps are shown in a picture: by a sign, or with numbers under which they are written out below.

use super::list::{Collector, Group, Text};
use super::palette::{Colour, Palette};
use super::scene::Item;
use super::sheet::{Align, Sheet, Wanted};
use crate::model::{Bounds, FlowNode, NodeId, Point};
use std::collections::BTreeMap;

/// Widths of the columns in which notes stand, in points.
const COLUMN: (f64, f64) = (320.0, 560.0);
/// Space beside and below a note, in points.
const GAP: f64 = 24.0;
/// A note longer than this many rows ends in an ellipsis.
const MOST_ROWS: usize = 400;

/// How the notes of steps are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum NoteSigns {
    /// A sign says that there is one, as on the canvas.
    #[default]
    Signs,
    /// Not at all.
    Hidden,
    /// The sign has a number, under which the note is found.
    Numbered(BTreeMap<NodeId, usize>),
}

impl NoteSigns {
    /// Numbers in this order, from 1 on.
    pub(super) fn numbering(noted: &[&FlowNode]) -> Self {
        Self::Numbered(noted.iter().map(|node| node.id).zip(1..).collect())
    }

    /// Whether the sign of a note stands at a node.
    pub(super) fn are_shown(&self, node: &FlowNode) -> bool {
        *self != Self::Hidden && !node.details.note.is_empty()
    }

    /// The number of a note, where they have some.
    pub(super) fn number(&self, node: NodeId) -> Option<usize> {
        match self {
            Self::Numbered(numbers) => numbers.get(&node).copied(),
            _ => None,
        }
    }
}

/// The nodes with notes, as one reads: along the longer side of the picture first.
pub(super) fn noted<'a>(chosen: &[&'a Item], body: Bounds) -> Vec<&'a FlowNode> {
    let place = |item: &Item| {
        let centre = item.shape().map(|shape| shape.bounds.centre()).unwrap_or_default();
        if body.width >= body.height { (centre.x, centre.y) } else { (centre.y, centre.x) }
    };
    let mut noted: Vec<((f64, f64), &FlowNode)> = chosen.iter().filter_map(|item| Some((place(item), item.node()?))).collect();
    noted.retain(|(_, node)| !node.details.note.trim().is_empty());
    noted.sort_by(|(a, _), (b, _)| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    noted.into_iter().map(|(_, node)| node).collect()
}

/// The notes below the picture, in as many columns as there is room for. `None` if there are none.
pub(super) fn listed(noted: &[&FlowNode], palette: &Palette, above: Bounds) -> Option<Group> {
    let columns = (above.width / COLUMN.0).floor().clamp(1.0, noted.len().max(1) as f64);
    let width = (above.width / columns).clamp(COLUMN.0, COLUMN.1);
    let mut ends = vec![above.bottom() + GAP; columns as usize];
    let mut sheet = Collector::default();
    for (node, number) in noted.iter().zip(1..) {
        let (column, end) = ends.iter_mut().enumerate().min_by(|(_, a), (_, b)| a.total_cmp(b))?;
        let corner = Point::new(above.x + width * column as f64, *end);
        *end += entry(&mut sheet, node, number, corner, width, palette) + GAP / 2.0;
    }
    (!noted.is_empty()).then(|| sheet.group(String::new(), None))
}

/// Writes a note: its number, the name of its node, its text. Gives its height.
fn entry(sheet: &mut Collector, node: &FlowNode, number: usize, corner: Point, width: f64, palette: &Palette) -> f64 {
    let mut write = |text: &str, x: f64, y: f64, is_strong: bool, colour: Colour| {
        let wanted = Wanted { text, size: 12.0, width: width - 2.0 * GAP, rows: MOST_ROWS, align: Align::Left, is_strong };
        let text = Text::laid_out(&wanted);
        let (_, height) = text.room();
        sheet.write(text, Point::new(corner.x + x, corner.y + y), false, colour);
        height
    };
    write(&number.to_string(), 0.0, 0.0, true, palette.text_soft);
    let name = node.name.trim();
    let below = if name.is_empty() { 0.0 } else { write(name, GAP, 0.0, true, palette.text) };
    below + write(node.details.note.trim(), GAP, below, false, palette.text)
}
