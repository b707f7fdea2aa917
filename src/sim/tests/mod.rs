//! Tests of the simulator: traces as data, one table per construct.

mod basics;
mod notation;
mod player;

use notation::document;
use player::{Play, play};
