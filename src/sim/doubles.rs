//! How base services behave while a procedure is played: they ask, answer, fail or stay silent; and what goes on by itself.

use super::run::Run;
use super::step::{Offer, Step};
use crate::model::{NodeId, ServiceUse};
use std::collections::BTreeMap;

/// What the double of a base service does when it is asked.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Double {
    /// The player is asked each time.
    #[default]
    Ask,
    /// It gives its usual answer.
    Answers,
    /// It fails with this error code.
    Fails(String),
    /// It never answers, so that time runs out.
    Silent,
}

/// Who answers: a base service is the same in all its steps, a script is that of its step.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Answerer {
    /// A base service, by its key.
    Service(String),
    /// The script of this step.
    Script(NodeId),
}

impl Answerer {
    /// Who answers in a step that uses this service.
    pub fn of(node: NodeId, service: &str) -> Self {
        if service == ServiceUse::SCRIPT { Self::Script(node) } else { Self::Service(service.to_owned()) }
    }
}

/// How each base service and each script behaves; those not named are asked for.
pub type Doubles = BTreeMap<Answerer, Double>;

/// The answer or failure that a double gives now, of the oldest service that waits for one.
pub fn answered(run: &Run, doubles: &Doubles) -> Option<Step> {
    run.enabled().into_iter().find_map(|offer| match offer {
        Offer::Service { at, service, .. } => match doubles.get(&Answerer::of(at.node, &service))? {
            Double::Answers => Some(Step::Answer { at, entries: None }),
            Double::Fails(error) => Some(Step::Fail { at, error: error.clone() }),
            Double::Ask | Double::Silent => None,
        },
        _ => None,
    })
}

/// What comes next without any person: a beginning if there is only one, the answer of a service (the usual one where the player would
/// be asked), a token that is held, and when only time is waited for, time. `None` where a person, somebody outside or a choice is needed.
pub fn by_itself(run: &Run, doubles: &Doubles) -> Option<Step> {
    let offers = run.enabled();
    if let [Offer::Start { node }] = offers[..] {
        return Some(Step::Start { node, entries: Vec::new() });
    }
    let held = offers.iter().find_map(|offer| match offer {
        Offer::Held { at, .. } => Some(Step::Release { at: *at }),
        _ => None,
    });
    let usual = || {
        offers.iter().find_map(|offer| match offer {
            Offer::Service { at, service, .. }
                if doubles.get(&Answerer::of(at.node, service)).is_none_or(|double| *double == Double::Ask) =>
            {
                Some(Step::Answer { at: *at, entries: None })
            }
            _ => None,
        })
    };
    let only_time = || {
        let needs_somebody = |offer: &Offer| matches!(offer, Offer::Task { .. } | Offer::Stuck { .. } | Offer::Start { .. });
        let is_timed = offers.iter().any(|offer| matches!(offer, Offer::Timer { .. }));
        (is_timed && !offers.iter().any(needs_somebody)).then_some(Step::WaitForDeadline)
    };
    held.or_else(|| answered(run, doubles)).or_else(usual).or_else(only_time)
}
