//! Tests of the room: every command, refusals, random walks.

mod smoke;
