//! Dienstweg: a desktop studio for procedures of the German administration. One draws the flow of a procedure and the fields
//! of its forms, plays it through with filled-in forms, checks it, and delivers it as a portable bundle.
//!
//! This text is the map for those who read the source; there is no second one.
//!
//! # The idea in five sentences
//!
//! 1. A [`model::Document`] is plain data; it is changed in one place only, by an [`edit::Command`] through the [`edit::Editor`].
//! 2. A gesture is a command not yet committed: while dragging, each frame previews one command computed from the gesture's start;
//!    release commits, Escape forgets. Text fields are the same. Preview and outcome cannot differ, and one gesture is one undo step.
//! 3. Undo puts the old snapshot back; [`model::Table`]s share what did not change, so a snapshot costs a few pointers.
//! 4. Three questions live in three rooms: *may I?* (`edit::rules`, answered by a [`edit::Refusal`]), *what follows?* (`edit::upkeep`, an
//!    explicit list in order), *is it good?* ([`check`]).
//! 5. Core types are not the file format ([`bundle`] has frozen shapes of its own), meaning is apart from the diagram, and simulation,
//!    checks and formats know no window.
//!
//! # Rooms, in reading order
//!
//! | room | what it is | may name |
//! |---|---|---|
//! | [`model`] | what a document is; names of BPMN 2.0, DMN and FIM | – |
//! | [`expr`] | FEEL: text → syntax tree → value, with types and faults | – |
//! | [`catalog`] | tables that come with the product: base services, FIM's activity groups | – |
//! | [`scope`] | what expressions of a document can speak of, and where each field is used | expr, model |
//! | [`rule`] | conditions and rules as sentences: built by choosing, stored as FEEL; FIM's rule texts read | scope, expr, model |
//! | [`layout`] | geometry of the diagram: docking, routing, snapping, automatic layout, spatial index | model |
//! | [`drawing`] | how a flow looks: every element as outlines and texts, for the canvas and for pictures | layout, model |
//! | [`edit`] | the only room that changes a document | layout, scope, expr, model |
//! | [`form`] | how a form behaves when it is filled in | scope, expr, model |
//! | [`sim`] | playing a procedure through: tokens, time, data, test cases | form, scope, expr, model |
//! | [`teach`] | exercises: the learner's copy with its mistakes, what is reached, the result | sim, edit, model |
//! | [`check`] | what is wrong with a document, one check per file | sim, form, edit, catalog, rule, scope, expr, model |
//! | [`bundle`] | the file: models and bundles in RON, digest, versions | model |
//! | [`exchange`] | formats of others, read and written: XML safely, XDatenfelder, genericode, CSV, JSON Schema, pictures | rule, form, drawing, layout, scope, expr, model |
//! | [`storage`] | writing files whole or not at all | – |
//! | [`i18n`] | texts of users, German first, and the values of other rooms put into words | all above |
//! | [`cli`] | the abilities without a window | all above |
//! | `view` | egui: panels that read a shared context and answer with actions | all above but bundle, storage, cli |
//! | `app` | the shell: tabs, files, settings, and the one match where actions take effect | all above |
//!
//! `tests/it/architecture.rs` holds this table, and that `egui`, `ron`, the clock and the disk stay in their rooms;
//! `tests/it/tidy.rs` holds the habits.
//!
//! # From the mouse to the screen
//!
//! `app::App` builds a `view::ViewContext` of shared references; panels draw with it and push `view::Action`s. After the pass
//! `app::perform` hands them to the editor: copy the tables' pointers, ask the rules, apply, run the upkeep, and in debug builds demand that
//! [`model::violations`] finds nothing. The next frame draws [`edit::Editor::shown`]. Nothing repaints when nothing happens.
//!
//! # Taking a bundle up
//!
//! A platform needs no window: with `default-features = false` there is no egui in the tree, and [`bundle::verify`] reads a bundle, checks
//! its digest and gives the document; [`sim`] can then run its test cases.

pub mod model;
pub mod expr;
pub mod catalog;
pub mod scope;
pub mod rule;
pub mod layout;
pub mod drawing;
pub mod edit;
pub mod form;
pub mod sim;
pub mod teach;
pub mod check;
pub mod bundle;
pub mod exchange;
pub mod storage;
pub mod i18n;
pub mod cli;
#[cfg(feature = "window")]
pub mod view;
#[cfg(feature = "window")]
pub mod app;
