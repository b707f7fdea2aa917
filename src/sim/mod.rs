//! Plays a procedure through: a pure function of program, state and step, without clock and randomness.
//!
//! [`Program::compile`] makes a document's process ready; a [`Run`] plays a case of it: [`Run::enabled`] tells what can be done,
//! [`Run::fire`] does a step and all that follows by itself, [`Run::back`] takes it back. Semantics are those of BPMN 2.0, chapter 13,
//! for the elements of [`model`](crate::model); what the standard leaves open is said where it is decided:
//!
//! - Messages and signals are thrown when everything else has come to rest, so who is on the way to listen does hear them. A message that
//!   nobody receives waits for its receiver, a signal does not.
//! - A terminate end event ends its own process, sub-process or called process; what is around it goes on.
//! - An error that nobody catches ends the case's process if an end event threw it, and stops the token if a base service failed.
//! - Conditions must come to true or false. Anything else, null included, stops the token there with the reason; so does an exclusive
//!   choice without a condition. The player may then choose a way by hand.
//! - A conditional event happens when its condition becomes true, also if it is true when the waiting begins; null is not true.
//! - A catching timer with a cycle lets one token go each time.
//! - A sub-process in which nothing is drawn is a step that somebody does as a whole, as the activity groups of FIM are meant.
//! - A called process works on the data of the case. Processes that exchange messages with the one played take part in the case.

mod alone;
mod calendar;
mod case;
mod compile;
mod coverage;
mod data;
mod decision;
mod desk;
mod domain;
mod doubles;
mod engine;
mod feel;
mod filling;
mod holidays;
mod lead_in;
mod ledger;
mod letter;
mod offers;
mod path;
mod program;
mod propose;
mod record;
mod run;
mod schema;
mod showing;
pub mod soundness;
mod state;
mod step;
mod stops;
#[cfg(test)]
mod tests;
mod timeline;
mod trace;
mod values;
mod wiring;

pub use alone::{Ending, MOST_ALONE, play_alone};
pub use calendar::{Calendar, Length};
pub use case::{CaseResult, Difference, Found, compare, run_case};
pub use compile::CompileFault;
pub use coverage::{Asked, Covered, Group, Survey, Target};
pub use data::{Scene, WriteFault};
pub use desk::{Desk, Item, desks};
pub use domain::{Domain, Domains, combinations, context_of};
pub use doubles::{Answerer, Double, Doubles, answered, by_itself};
pub use engine::{DEEPEST_CALL, MOST_MOVES, MOST_RUNS};
pub use feel::{Broken, ExpressionFault};
pub use filling::FormRefusal;
pub use holidays::{easter_sunday, is_holiday, is_national_holiday};
pub use ledger::{Writing, ledger};
pub use letter::Letter;
pub use path::{Part, Path, PathError};
pub use program::Program;
pub use propose::{Proposal, Proposed, Reason, Skipped, play_through, propose, usual_beginning};
pub use record::record;
pub use run::{Played, Run, Standing, Undone};
pub use schema::{Schema, Shape, UnknownPath};
pub use showing::show;
pub use state::{Owner, ScopeId, State, TokenId};
pub use step::{EventKind, Offer, Spot, Step, StepRefusal};
pub use stops::Stops;
pub use timeline::Timeline;
pub use trace::{Happening, StuckReason, TraceEvent, Why};
pub use values::Misfit;
