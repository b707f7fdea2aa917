//! Files in BPMN 2.0: written by the rules of the schema, read again, and brought up to date without a loss.

mod constructs;
mod drawn;
mod edits;
mod facts;
mod native;
mod round;
mod schema;
mod standard;
mod sweep;
mod wild;
