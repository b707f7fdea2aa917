//! By what the elements of a canvas are coloured. Every colour has a second sign, for those who cannot tell the colours apart.

use super::scene::RoleMark;
use crate::model::{FlowNode, WorkState};
use crate::view::icons::Icon;
use crate::view::theme::Theme;
use egui::{Align2, Color32, FontId, Painter, Pos2};
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
    /// An icon.
    Icon(Icon),
}

/// A colour with its sign.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tint {
    /// The colour.
    pub colour: Color32,
    /// Its sign.
    pub sign: Sign,
}

impl Colouring {
    /// All ways of colouring.
    pub const ALL: [Self; 3] = [Self::None, Self::Role, Self::WorkState];

    /// How a node is coloured, if it is. An event or gateway has a state only if somebody has set it.
    pub fn of_node(self, theme: &Theme, node: &FlowNode, role: Option<RoleMark>) -> Option<Tint> {
        let state = node.details.work_state;
        match self {
            Self::None => None,
            Self::Role => role.map(|role| Tint::of_role(theme, role)),
            Self::WorkState => (node.kind.is_activity() || state != WorkState::Open).then(|| Tint::of_state(theme, state)),
        }
    }

    /// How a lane is coloured, if it is.
    pub fn of_lane(self, theme: &Theme, role: Option<RoleMark>) -> Option<Color32> {
        role.filter(|_| self == Self::Role).map(|role| theme.roles[role.colour])
    }
}

impl Tint {
    /// Colour and letter of a role.
    pub fn of_role(theme: &Theme, role: RoleMark) -> Self {
        Self { colour: theme.roles[role.colour], sign: Sign::Letter(role.letter) }
    }

    /// Colour and icon of a state of work.
    pub fn of_state(theme: &Theme, state: WorkState) -> Self {
        let (number, icon) = match state {
            WorkState::Open => (0, Icon::Circle),
            WorkState::InProgress => (1, Icon::Edit),
            WorkState::ToReview => (2, Icon::Preview),
            WorkState::Done => (3, Icon::Check),
        };
        Self { colour: theme.work[number], sign: Sign::Icon(icon) }
    }

    /// Draws the sign alone, so high.
    pub fn sign(self, painter: &Painter, theme: &Theme, centre: Pos2, height: f32) {
        match self.sign {
            Sign::Letter(letter) => painter.text(centre, Align2::CENTER_CENTER, letter, FontId::proportional(height * 0.7), theme.text),
            Sign::Icon(icon) => painter.text(centre, Align2::CENTER_CENTER, icon.glyph(), Icon::font(height), self.colour),
        };
    }
}
