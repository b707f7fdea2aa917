//! The one integration crate, so that egui is linked once.

mod architecture;
#[cfg(feature = "window")]
mod canvas;
mod cli;
#[cfg(feature = "window")]
mod raster;
#[cfg(feature = "window")]
mod raster_tests;
mod texts;
mod tidy;
#[cfg(feature = "window")]
mod ui_forms;
