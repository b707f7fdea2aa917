//! Tests of the room.

mod conditions;
mod rules;
pub mod sample;
