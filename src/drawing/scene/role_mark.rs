//! How a role is told apart at a glance: a colour, and a letter for those who cannot tell the colours.

use crate::model::{Document, Role, RoleId};
use std::collections::BTreeMap;

/// The signs of a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoleMark {
    /// Number among the six role colours of the theme.
    pub colour: usize,
    /// A letter, unlike those of the other roles where the names allow it.
    pub letter: char,
}

/// The signs of all roles of a document.
pub fn marks(document: &Document) -> BTreeMap<RoleId, RoleMark> {
    let mut taken = Vec::new();
    let mut mark = |(place, role): (usize, &Role)| {
        let letters = || role.name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_uppercase);
        let letter = letters().find(|letter| !taken.contains(letter)).or_else(|| letters().next()).unwrap_or('?');
        taken.push(letter);
        (role.id, RoleMark { colour: place % 6, letter })
    };
    document.roles.values().enumerate().map(&mut mark).collect()
}
