//! Dienstweg.

#[cfg(feature = "window")]
pub mod app;
pub mod bundle;
pub mod catalog;
pub mod check;
pub mod cli;
pub mod edit;
pub mod expr;
pub mod form;
pub mod i18n;
pub mod layout;
pub mod model;
pub mod scope;
pub mod sim;
pub mod storage;
#[cfg(feature = "window")]
pub mod view;
