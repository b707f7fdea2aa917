//! What test cases go through: steps, connections, rows of decision tables, rules of forms, boundary values.

mod observe;
mod survey;

pub use survey::Survey;

use crate::model::{DecisionTableId, FlowId, FormElementId, FormId, NodeId, Subject};

/// Something that a test case can go through.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// An event, activity or gateway is reached.
    Step(NodeId),
    /// A connection is taken.
    Way(FlowId),
    /// A row of a decision table counts.
    Row {
        /// The table.
        table: DecisionTableId,
        /// The row, from 0.
        row: usize,
    },
    /// A condition of a form comes true or not.
    Rule {
        /// The form.
        form: FormId,
        /// The field, group, page or rule.
        element: FormElementId,
        /// Which of its conditions.
        asked: Asked,
        /// Whether it comes true.
        holds: bool,
    },
    /// A value at a boundary, or next to it, is entered or computed.
    Boundary {
        /// Whose condition or field it is.
        at: Subject,
        /// Path of the data.
        path: String,
        /// The boundary as FEEL.
        bound: String,
        /// Steps from the boundary: -1 just below it, 0 the boundary itself, 1 just above it.
        side: i8,
    },
}

/// A condition of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Asked {
    /// Whether it is shown.
    Visible,
    /// Whether it must be filled in.
    Required,
    /// When a rule of the form applies.
    Applies,
    /// A field's own rule, by its place from 0.
    Own(usize),
}

/// The kinds of targets, in the order in which they are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// [`Target::Step`]
    Steps,
    /// [`Target::Way`]
    Ways,
    /// [`Target::Row`]
    Rows,
    /// [`Target::Rule`]
    Rules,
    /// [`Target::Boundary`]
    Boundaries,
}

impl Group {
    /// All of them in order.
    pub const ALL: [Self; 5] = [Self::Steps, Self::Ways, Self::Rows, Self::Rules, Self::Boundaries];
    /// Those that lie inside of a step rather than on the picture.
    pub const INSIDE: [Self; 3] = [Self::Rows, Self::Rules, Self::Boundaries];
}

impl Target {
    /// Its kind.
    pub const fn group(&self) -> Group {
        match self {
            Self::Step(_) => Group::Steps,
            Self::Way(_) => Group::Ways,
            Self::Row { .. } => Group::Rows,
            Self::Rule { .. } => Group::Rules,
            Self::Boundary { .. } => Group::Boundaries,
        }
    }

    /// The element to jump to.
    pub const fn subject(&self) -> Subject {
        match self {
            Self::Step(node) => Subject::Node(*node),
            Self::Way(flow) => Subject::Flow(*flow),
            Self::Row { table, .. } => Subject::DecisionTable(*table),
            Self::Rule { form, element, .. } => Subject::FormElement(*form, *element),
            Self::Boundary { at, .. } => *at,
        }
    }
}

/// Which targets of a survey are covered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Covered(Vec<bool>);

impl Covered {
    /// Whether the target of this place is covered.
    pub fn has(&self, place: usize) -> bool {
        self.0.get(place).copied().unwrap_or(false)
    }

    /// Counts a target as covered; tells whether it was not before.
    pub fn insert(&mut self, place: usize) -> bool {
        if self.0.len() <= place {
            self.0.resize(place + 1, false);
        }
        let is_new = !self.has(place);
        self.0[place] = true;
        is_new
    }

    /// Adds what another covers.
    pub fn join(&mut self, other: &Self) {
        for place in other.places() {
            self.insert(place);
        }
    }

    /// Places of the targets that are covered.
    pub fn places(&self) -> impl Iterator<Item = usize> {
        self.0.iter().enumerate().filter(|(_, is_covered)| **is_covered).map(|(place, _)| place)
    }

    /// How many this covers that the other does not.
    pub fn beyond(&self, other: &Self) -> usize {
        self.places().filter(|place| !other.has(*place)).count()
    }
}
