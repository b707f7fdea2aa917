//! Refusals in words.

use super::Texts;
use crate::edit::Refusal;

impl Texts {
    /// Why a change cannot be made, as a sentence with its remedy.
    pub fn refusal(&self, refusal: &Refusal) -> String {
        match refusal {
            Refusal::TooLong { limit } => self.with("refusal-too-long", &[("limit", (*limit).into())]),
            Refusal::KeyNotLegal { key } => self.with("refusal-key-not-legal", &[("key", key.into())]),
            Refusal::NotALanguage { tag } => self.with("refusal-not-a-language", &[("tag", tag.into())]),
            Refusal::KeyTaken { key, .. } => self.with("refusal-key-taken", &[("key", key.into())]),
            Refusal::TooSmall { width, height } => {
                self.with("refusal-too-small", &[("width", (*width as usize).into()), ("height", (*height as usize).into())])
            }
            Refusal::TooDeep { limit } => self.with("refusal-too-deep", &[("limit", (*limit).into())]),
            Refusal::InUse { by } => self.with("refusal-in-use", &[("count", by.len().into())]),
            other => self.get(plain_key(other)).to_owned(),
        }
    }
}

#[expect(clippy::too_many_lines, reason = "a table")]
/// The text of a refusal that needs no arguments.
fn plain_key(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::NothingToDo => "refusal-nothing-to-do",
        Refusal::Structure(_) => "refusal-structure",
        Refusal::IntoStart => "refusal-into-start",
        Refusal::OutOfEnd => "refusal-out-of-end",
        Refusal::IntoBoundary => "refusal-into-boundary",
        Refusal::ToItself => "refusal-to-itself",
        Refusal::AlreadyConnected(_) => "refusal-already-connected",
        Refusal::CrossesSubProcess => "refusal-crosses-sub-process",
        Refusal::PoolInside => "refusal-pool-inside",
        Refusal::CrossesPool => "refusal-crosses-pool",
        Refusal::OtherProcess => "refusal-other-process",
        Refusal::EventSubProcess => "refusal-event-sub-process",
        Refusal::AfterEventGateway => "refusal-after-event-gateway",
        Refusal::OutOfLink => "refusal-out-of-link",
        Refusal::IntoLink => "refusal-into-link",
        Refusal::MessageInsidePool => "refusal-message-inside-pool",
        Refusal::CannotSend(_) => "refusal-cannot-send",
        Refusal::CannotReceive(_) => "refusal-cannot-receive",
        Refusal::PoolShowsProcess(_) => "refusal-pool-shows-process",
        Refusal::NotConnectable => "refusal-not-connectable",
        Refusal::NotASplit => "refusal-not-a-split",
        Refusal::CannotFollow => "refusal-cannot-follow",
        Refusal::NotAnActivity => "refusal-not-an-activity",
        Refusal::BoundaryStaysBoundary => "refusal-boundary-stays-boundary",
        Refusal::HasIncoming => "refusal-has-incoming",
        Refusal::HasOutgoing => "refusal-has-outgoing",
        Refusal::HasBoundaryEvents => "refusal-has-boundary-events",
        Refusal::HasContent => "refusal-has-content",
        Refusal::HasMessages => "refusal-has-messages",
        Refusal::NotASubProcess => "refusal-not-a-sub-process",
        Refusal::IntoItself => "refusal-into-itself",
        Refusal::CallsItself => "refusal-calls-itself",
        Refusal::NoFormHere => "refusal-no-form-here",
        Refusal::OutsideWorld => "refusal-outside-world",
        Refusal::FixedSize => "refusal-fixed-size",
        Refusal::NotDrawn(_) => "refusal-not-drawn",
        Refusal::TooFewPoints => "refusal-too-few-points",
        Refusal::Cancelled => "refusal-cancelled",
        Refusal::HasPool(_) => "refusal-has-pool",
        Refusal::NoRoom(_) => "refusal-no-room",
        Refusal::NotAWaitingEvent => "refusal-not-a-waiting-event",
        Refusal::OnlyAtEdge => "refusal-only-at-edge",
        Refusal::NotInFlow => "refusal-not-in-flow",
        Refusal::AlreadyDivided => "refusal-already-divided",
        Refusal::BlackBox => "refusal-black-box",
        Refusal::LastPage => "refusal-last-page",
        Refusal::NotAPlace => "refusal-not-a-place",
        Refusal::OutsideItsList => "refusal-outside-its-list",
        Refusal::BrokenPath => "refusal-broken-path",
        Refusal::Width => "refusal-width",
        Refusal::NotAList => "refusal-not-a-list",
        Refusal::ObjectInItself => "refusal-object-in-itself",
        Refusal::NotSimple => "refusal-not-simple",
        Refusal::SharedObject => "refusal-shared-object",
        Refusal::OutOfItsList => "refusal-out-of-its-list",
        Refusal::PathNotFollowed => "refusal-path-not-followed",
        Refusal::MainProcess => "refusal-main-process",
        // Those with arguments have been put into words before.
        Refusal::NotThere
        | Refusal::TooLong { .. }
        | Refusal::KeyNotLegal { .. }
        | Refusal::KeyTaken { .. }
        | Refusal::NotALanguage { .. }
        | Refusal::TooDeep { .. }
        | Refusal::TooSmall { .. }
        | Refusal::InUse { .. } => "refusal-not-there",
    }
}
