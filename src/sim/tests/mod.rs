//! Tests of the simulator: traces as data, one table per construct.

mod basics;
mod bounds;
mod cases;
mod events;
mod gateways;
mod looking;
pub(super) mod notation;
mod pieces;
mod player;
mod random;
mod reference;
mod repetition;
mod scopes;
mod showing;
mod time;

use notation::document;
use player::{Play, play};
