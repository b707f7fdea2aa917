//! Tests of the room: every command there and back, refusals, what follows from a change, random walks.
#![expect(clippy::float_cmp, reason = "coordinates are whole numbers here and must come out exactly")]
#![expect(clippy::too_many_lines, reason = "tables of commands and refusals, and one document with everything")]

mod commands;
mod data;
mod fixture;
mod followed;
mod form_parts;
mod form_rules;
mod healing;
mod history;
mod inside;
mod kinds;
mod lanes;
mod limits;
mod pools;
mod refusals;
mod take_up;
mod room;
pub(crate) mod walks;
mod ways;
