//! How forms behave when they are filled in, without a window: for the preview, for playing through, for the command line and test
//! cases alike.
//!
//! A [`Plan`] is a form made ready once: paths, codes and expressions looked up and parsed. A [`Filling`] is a form being filled in:
//! a plan, the case's data, and the texts that were typed. From these and the time everything else follows anew with each keystroke:
//! what is visible, required and prefilled, what the texts mean ([`read()`]) and what is wrong ([`Fault`]). The same inputs give the
//! same results; there is no clock.
//!
//! What expressions of a form see ([`Filling::data`]):
//! - the case objects by key (`antrag.gebuehr`) and the settings (`einstellungen.key`), with what is typed laid over them;
//! - inside a repeatable group also the entry itself, by the key of the list's object type: in the group of `antrag.hunde`, a list of
//!   objects `hund`, the entry's fields are `hund.name`, `hund.rasse`. In groups within groups all entries round an element are there.
//!
//! # Rules across fields
//!
//! A rule of the form stands with its targets and is judged there, inside a repeatable group once in each entry, seeing the entry; rules
//! about several elements together are judged in the innermost repeatable group round all of them. Only what is visible counts, and a
//! group is filled in when a field in it is, fields that only show a value apart. A box is filled in when it is ticked.
//!
//! # What is hidden, prefilled, read-only
//!
//! What is hidden is not looked at and gives no data; the case keeps what it has there. Prefilled values are there until somebody types
//! in their field; a read-only field with a prefill always shows the present value. A condition for being visible or required must be
//! true; null, which FEEL gives where data are missing, is not. An own rule is broken where it is false, and undecided where it is
//! null. A yes/no that need not be answered is a box, and unticked means no.
//!
//! [`format`](mod@format) writes values as Germany does, for letters and histories too.

mod account;
mod block;
mod duties;
mod fault;
mod filling;
pub mod format;
mod formula;
mod joint;
mod judge;
pub mod language;
mod overlay;
mod place;
mod plan;
mod planner;
mod read;
mod reading;
mod settle;
mod sheet;
mod state;
mod summary;
#[cfg(test)]
mod tests;

pub use account::Account;
pub use fault::{Fault, Finding};
pub use filling::Filling;
pub use place::Place;
pub use plan::{FieldPlan, Plan, RepeatPlan, shown_forms};
pub use planner::usual_demand;
pub use read::{CODE_SEPARATOR, IBAN_LENGTHS, is_german_postcode, read, read_iban};
pub use state::{ElementState, EntryState, FieldState, Inside, PageState, RepeatState};
pub use summary::{SummaryLine, SummaryPart};
