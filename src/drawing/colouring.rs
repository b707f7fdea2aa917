//! By what the elements of a flow are coloured. Every colour has a second sign, for those who cannot tell the colours apart.

use super::palette::{Colour, Palette};
use super::pictogram::Pictogram;
use super::scene::RoleMark;
use super::sheet::Sheet;
use crate::model::{FlowNode, Point, WorkState};
use serde::{Deserialize, Serialize};

/// By what the elements are coloured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Colouring {
    /// By nothing.
    None,
    /// By who does a step.
    #[default]
    Role,
    /// By how far the work on it has come.
    WorkState,
}

/// What stands beside a colour.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Sign {
    /// A letter.
    Letter(char),
    /// A pictogram.
    Pictogram(Pictogram),
}

/// A colour with its sign.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tint {
    /// The colour.
    pub colour: Colour,
    /// Its sign.
    pub sign: Sign,
}

impl Colouring {
    /// All ways of colouring.
    pub const ALL: [Self; 3] = [Self::None, Self::Role, Self::WorkState];

    /// How a node is coloured, if it is. An event or gateway has a state only if somebody has set it.
    pub fn of_node(self, palette: &Palette, node: &FlowNode, role: Option<RoleMark>) -> Option<Tint> {
        let state = node.details.work_state;
        match self {
            Self::None => None,
            Self::Role => role.map(|role| Tint::of_role(palette, role)),
            Self::WorkState => (node.kind.is_activity() || state != WorkState::Open).then(|| Tint::of_state(palette, state)),
        }
    }

    /// How a lane is coloured, if it is.
    pub fn of_lane(self, palette: &Palette, role: Option<RoleMark>) -> Option<Colour> {
        role.filter(|_| self == Self::Role).map(|role| palette.roles[role.colour])
    }
}

impl Tint {
    /// Colour and letter of a role.
    pub fn of_role(palette: &Palette, role: RoleMark) -> Self {
        Self { colour: palette.roles[role.colour], sign: Sign::Letter(role.letter) }
    }

    /// Colour and pictogram of a state of work.
    pub fn of_state(palette: &Palette, state: WorkState) -> Self {
        let (number, pictogram) = match state {
            WorkState::Open => (0, Pictogram::Open),
            WorkState::InProgress => (1, Pictogram::InProgress),
            WorkState::ToReview => (2, Pictogram::ToReview),
            WorkState::Done => (3, Pictogram::Done),
        };
        Self { colour: palette.work[number], sign: Sign::Pictogram(pictogram) }
    }

    /// Draws the sign alone, so high.
    pub fn draw_sign(self, sheet: &mut impl Sheet, palette: &Palette, centre: Point, height: f64) {
        match self.sign {
            Sign::Letter(letter) => sheet.letter(letter.encode_utf8(&mut [0; 4]), centre, height * 0.7, palette.text),
            Sign::Pictogram(pictogram) => sheet.pictogram(pictogram, centre, height, self.colour),
        }
    }
}
