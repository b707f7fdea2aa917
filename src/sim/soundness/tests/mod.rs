//! Tests of the proof.

pub(in crate::sim) mod flow;
mod large;
mod made;
pub(in crate::sim) mod random;
mod reference;
mod samples;
