//! Geometry of the diagram without a window: pure functions that take data and return plans. Writes nothing.
//!
//! [`dock`] says where connections meet shapes, [`route`] and [`connection`] lead them.

pub mod connection;
pub mod course;
pub mod dock;
pub mod route;
mod search;
mod simple;
