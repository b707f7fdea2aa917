//! Geometry of the diagram without a window: pure functions that take data and return plans. Writes nothing.
//!
//! [`dock`] says where connections meet shapes; [`route`] and [`connection`] lead them, [`reroute`] leads them anew
//! when shapes move; [`index`] finds what is where.

pub mod connection;
pub mod course;
pub mod dock;
#[cfg(test)]
mod fixture;
pub mod index;
pub mod reroute;
pub mod route;
mod search;
mod simple;
