//! Geometry of the diagram without a window: pure functions that take data and return plans. Writes nothing.
//!
//! [`dock`] says where connections meet shapes; [`route`] and [`connection`] lead them, [`reroute`] leads them anew
//! when shapes move, [`unbend`] takes bends out; [`index`] finds what is where, [`mend`] keeps such lists up to date; [`direction`] says which way a process runs;
//! [`snap`], [`align`], [`place`] and [`label`] say where single things come to stand; [`auto`] lays a whole process out.

pub mod align;
pub mod auto;
pub mod connection;
pub mod course;
pub mod direction;
pub mod dock;
mod effort;
#[cfg(test)]
pub(crate) mod fixture;
pub mod index;
pub mod label;
pub mod mend;
pub mod place;
pub mod progress;
pub mod reroute;
pub mod route;
mod search;
mod simple;
pub mod snap;
pub mod unbend;
