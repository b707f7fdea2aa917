//! Workflows: nested blocks become a flow, and a flow of blocks becomes nested blocks.
//!
//! # What becomes what
//!
//! - Each workflow is a process of its own; the `Erfassungsworkflow` is the procedure. The others begin with an event that says how: a
//!   change of the case's status, an event's name, or the hand of somebody in the office (under a condition, if there is one).
//! - A step is a step, a decision a pair of exclusive gateways whose default way leads past, a `Schleife` a repeated sub-process, a
//!   `SequenzielleListe` a sub-process.
//! - A step that is switched off is repeated as long as `false` holds, which is never: it stands in its place and is never done. Where that
//!   cannot be said of the element itself, a sub-process around it says it. A way that is switched off has a condition that begins
//!   with [`NEVER`].
//! - The name of a step is the first line of its comment, or says what it does; the rest of the comment is its note.
//! - Functions without equal are asked before the step that speaks of them: a service whose double answers; see [`functions`]. Those on
//!   which it depends whether a workflow begins are asked as its first steps.
//! - The variable of a loop is counted by steps before and in it, unless the loop does that itself.

mod blocks;
mod condition;
mod functions;
mod kept;
mod naming;
mod pages;
mod steps;
mod tasks;
mod variables;
mod workflow;
mod write;

pub(super) use functions::answer_first;
pub(super) use kept::say_library;
pub(super) use workflow::read;
pub(super) use write::{Writing, workflows};

/// How a condition begins that never holds, for what is switched off; a closing bracket ends it.
const NEVER: &str = "false and (";
/// Name of the sub-process around what is switched off.
const SWITCHED_OFF: &str = "Abgeschaltet";
/// Signals of a changed status of the case begin so.
const STATUS: &str = "Vorgangsstatus: ";
/// The signal of a closed case.
const CLOSED: &str = "Vorgang abgeschlossen";
/// The function that stands for a base service.
const SERVICE: &str = "Basisdienst";
/// The signal that ends the other workflows of a case.
const END_OTHERS: &str = "Alle weiteren Workflows beenden";

/// How the identity of a decision ends that says under which condition a task is done or a workflow begins.
const UNDER: &str = "/Ausfuehrungsbedingung";

/// The command that stands for a base service.
fn service_call(service: &str) -> String {
    format!("{SERVICE}(\"{service}\")")
}

/// The base service for which a command stands.
fn service_of(command: &str) -> Option<&str> {
    let name = command.trim().strip_prefix(SERVICE)?.trim().strip_prefix("(\"")?.strip_suffix("\")")?;
    name.chars().all(|sign| sign.is_alphanumeric() || sign == '_').then_some(name)
}
