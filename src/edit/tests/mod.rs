//! Tests of the room: every command there and back, refusals, what follows from a change, random walks.

mod commands;
mod fixture;
mod followed;
mod history;
mod lanes;
mod refusals;
mod walks;
