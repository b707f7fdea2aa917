//! Before which nodes tokens are held, so that one can look: nowhere, at break points, or everywhere for single steps.

use super::program::{Kind, Node};
use crate::model::NodeId;
use std::collections::BTreeSet;

/// Where tokens are held until they are released.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Stops {
    /// Nowhere: a step of the player goes on until everything waits.
    #[default]
    Nowhere,
    /// Before these.
    At(BTreeSet<NodeId>),
    /// Before every node, for single steps.
    Everywhere,
}

impl Stops {
    /// Whether a token is held before this node. At a person's step it waits anyway; at the beginning it has just set out.
    pub(super) fn hold(&self, node: &Node) -> bool {
        let is_wished = match self {
            Self::Nowhere => false,
            Self::At(nodes) => nodes.contains(&node.id),
            Self::Everywhere => true,
        };
        is_wished && !matches!(node.kind, Kind::Person | Kind::Start { .. } | Kind::Boundary { .. })
    }
}
