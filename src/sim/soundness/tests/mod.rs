//! Tests of the proof.

mod flow;
mod large;
mod made;
mod random;
mod reference;
mod samples;
