//! The file from all sides: complete, random, hostile; and the manifest.

mod complete;
mod history;
mod hostile;
mod limits;
mod manifest;
mod quick;
mod random;
mod round_trip;
