//! Tests of the room.

mod conditions;
