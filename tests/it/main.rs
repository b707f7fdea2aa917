//! The one integration crate, so that egui is linked once.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod architecture;
mod bpmn;
mod bpmn_play;
#[cfg(feature = "window")]
mod canvas;
mod civento;
mod cli;
mod control_flow;
mod every_sample;
#[cfg(feature = "window")]
mod data;
#[cfg(feature = "window")]
mod desk;
mod fim;
#[cfg(feature = "window")]
mod finding;
#[cfg(feature = "window")]
mod form_editor;
mod hostile;
#[cfg(feature = "window")]
mod main_job;
mod picture;
#[cfg(feature = "window")]
mod ozg_hub;
mod ozg_hub_play;
#[cfg(feature = "window")]
mod raster;
#[cfg(feature = "window")]
mod raster_tests;
mod samples;
mod schemas;
#[cfg(feature = "window")]
mod table;
mod teaching;
mod texts;
mod tidy;
#[cfg(feature = "window")]
mod ui_citizen;
#[cfg(feature = "window")]
mod ui_forms;
