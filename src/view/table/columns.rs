//! The columns of the table: what they are called, how wide they are, to which steps they apply.

use crate::model::{FlowNode, NodeKind};

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Column {
    /// Number and kind.
    Kind,
    /// Name.
    Name,
    /// Who does it.
    Who,
    /// The form that is filled in.
    Form,
    /// By when it is to be done.
    Due,
    /// Laws on which it rests.
    Law,
    /// Where the flow goes on.
    Next,
    /// Note and problems.
    Notes,
}

impl Column {
    /// All of them from the left.
    pub const ALL: [Self; 8] = [Self::Kind, Self::Name, Self::Who, Self::Form, Self::Due, Self::Law, Self::Next, Self::Notes];

    /// Key of its heading.
    pub fn title(self) -> &'static str {
        match self {
            Self::Kind => "table-kind",
            Self::Name => "table-name",
            Self::Who => "table-who",
            Self::Form => "table-form",
            Self::Due => "table-due",
            Self::Law => "table-law",
            Self::Next => "table-next",
            Self::Notes => "table-notes",
        }
    }

    /// Whether a step has such a property.
    pub fn applies(self, kind: &NodeKind) -> bool {
        match self {
            Self::Kind | Self::Name | Self::Notes => true,
            Self::Who | Self::Due | Self::Law => kind.is_activity(),
            Self::Form => matches!(kind, NodeKind::UserTask | NodeKind::ManualTask | NodeKind::Task),
            Self::Next => !matches!(kind, NodeKind::EndEvent(_)),
        }
    }

    /// Whether it is edited as text in its cell; else something opens beneath it.
    pub fn is_text(self) -> bool {
        matches!(self, Self::Name | Self::Due | Self::Law)
    }

    /// Least width in points, and the share of what is left.
    fn breadth(self) -> (f32, f32) {
        match self {
            Self::Kind => (56.0, 0.0),
            Self::Name => (146.0, 3.0),
            Self::Who => (92.0, 1.0),
            Self::Form => (80.0, 1.0),
            Self::Due => (76.0, 0.3),
            Self::Law => (122.0, 1.0),
            Self::Next => (100.0, 2.0),
            Self::Notes => (48.0, 0.0),
        }
    }

    /// Left edge and width of each column in a table that has so much room; it takes more if it must.
    pub fn layout(available: f32) -> [(f32, f32); 8] {
        let least: f32 = Self::ALL.iter().map(|column| column.breadth().0).sum();
        let shares: f32 = Self::ALL.iter().map(|column| column.breadth().1).sum();
        let left = (available - least).max(0.0);
        let mut at = 0.0;
        Self::ALL.map(|column| {
            let (least, share) = column.breadth();
            let width = (least + left * share / shares).floor();
            at += width;
            (at - width, width)
        })
    }

    /// The column so many further to the right.
    pub fn beside(self, by: isize) -> Option<Self> {
        let place = Self::ALL.iter().position(|column| *column == self)?;
        Self::ALL.get(place.checked_add_signed(by)?).copied()
    }

    /// The next column to a side that the step has.
    pub fn next_of(self, node: &FlowNode, by: isize) -> Option<Self> {
        let mut column = self.beside(by)?;
        while !column.applies(&node.kind) {
            column = column.beside(by)?;
        }
        Some(column)
    }
}

#[cfg(test)]
mod tests {
    use super::Column;

    #[test]
    fn the_columns_fill_the_room_and_no_more() {
        for available in [400.0, 720.0, 1600.0_f32] {
            let layout = Column::layout(available);
            let (left, width) = layout[7];
            assert!(left + width <= available.max(720.0) && left + width > available - 9.0, "{available}: {layout:?}");
            assert!(layout.windows(2).all(|pair| (pair[0].0 + pair[0].1 - pair[1].0).abs() < 0.1), "{layout:?}");
        }
    }
}
