//! Steps that may be tried in a search: by what is offered.

use super::super::feel::ExpressionFault;
use super::super::run::Run;
use super::super::step::{EventKind, Offer};
use super::super::trace::StuckReason;
use super::fill::Wish;
use crate::model::{FlowId, NodeId};

/// A step that may be tried.
pub(super) struct Deed {
    /// Told apart by it from all others that may be tried there.
    pub name: String,
    pub offer: Offer,
    pub act: Act,
}

/// What is done with what is offered.
pub(super) enum Act {
    /// Fill in, answer, trigger with these wishes.
    With(Wish),
    Fail(String),
    Wait,
    Choose(FlowId),
}

impl Deed {
    fn new(offer: &Offer, name: &str, act: Act) -> Self {
        let at = match offer {
            Offer::Start { node } => format!("{node:?}"),
            Offer::Task { at, .. }
            | Offer::Service { at, .. }
            | Offer::Event { at, .. }
            | Offer::Timer { at, .. }
            | Offer::Held { at, .. }
            | Offer::Stuck { at, .. } => format!("{at:?}"),
        };
        Self { name: format!("{at} {name}"), offer: offer.clone(), act }
    }

    pub fn with(offer: &Offer, wish: Wish) -> Self {
        let name: Vec<String> = wish.iter().map(|(path, value)| format!("{path}={}", value.to_feel())).collect();
        Self::new(offer, &name.join(";"), Act::With(wish))
    }
}

/// What can be done without any wish.
pub(super) fn usual(run: &Run, offers: &[Offer]) -> Vec<Deed> {
    let own_process = |node: NodeId| run.program().is_of_played(node);
    let mut deeds = Vec::new();
    for offer in offers {
        match offer {
            Offer::Start { node } if own_process(*node) || run.history().is_empty() => deeds.insert(0, Deed::with(offer, Wish::new())),
            Offer::Start { .. } | Offer::Task { .. } => deeds.push(Deed::with(offer, Wish::new())),
            Offer::Service { catches, .. } => {
                deeds.push(Deed::with(offer, Wish::new()));
                let code = |code: &String| if code.is_empty() { "fehler".to_owned() } else { code.clone() };
                deeds.extend(catches.iter().map(|error| Deed::new(offer, &format!("fails {error}"), Act::Fail(code(error)))));
            }
            Offer::Event { kind, .. } if is_from_outside(kind) => deeds.push(Deed::with(offer, Wish::new())),
            Offer::Timer { .. } => deeds.push(Deed::new(offer, "waits", Act::Wait)),
            Offer::Stuck { reason, ways, .. } => {
                let ways = by_hand(reason, ways);
                deeds.extend(ways.iter().map(|flow| Deed::new(offer, &format!("takes {flow:?}"), Act::Choose(*flow))));
            }
            Offer::Event { .. } | Offer::Held { .. } => {}
        }
    }
    deeds
}

/// Messages and signals come from outside; conditions follow the data, errors and escalations are thrown inside.
pub(super) const fn is_from_outside(kind: &EventKind) -> bool {
    matches!(kind, EventKind::Message(_) | EventKind::Signal(_))
}

/// Ways to choose by hand where no data could decide: there is no condition, or it speaks of data that are not declared.
pub(super) fn by_hand<'a>(reason: &StuckReason, ways: &'a [FlowId]) -> &'a [FlowId] {
    let is_undecidable = match reason {
        StuckReason::NoWayOut { used } => used.is_empty(),
        StuckReason::Expression(broken) => {
            matches!(broken.fault, ExpressionFault::UnknownName { .. } | ExpressionFault::Unreadable(_))
        }
        _ => false,
    };
    if is_undecidable { ways } else { &[] }
}
