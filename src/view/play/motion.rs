//! How tokens move on the picture after a step: along each flow that was taken, one after the other, those of several ways beside each
//! other.

use crate::model::{Document, FlowId, NodeId, Subject};
use crate::sim::{Happening, Standing, TraceEvent};
use crate::view::canvas::Token;
use std::collections::BTreeMap;

/// The longest that a movement takes, in seconds; many flows are gone along the faster.
const LONGEST: f32 = 6.0;

/// How fast tokens move.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Pace {
    Slow,
    #[default]
    Usual,
    Fast,
    /// They are there at once.
    AtOnce,
}

impl Pace {
    pub const ALL: [(Self, &'static str); 4] = [
        (Self::Slow, "play-pace-slow"),
        (Self::Usual, "play-pace-usual"),
        (Self::Fast, "play-pace-fast"),
        (Self::AtOnce, "play-pace-at-once"),
    ];

    /// Flows in a second; `None` if nothing moves.
    fn flows_a_second(self) -> Option<f32> {
        match self {
            Self::Slow => Some(0.8),
            Self::Usual => Some(2.0),
            Self::Fast => Some(5.0),
            Self::AtOnce => None,
        }
    }
}

/// A movement that goes on; time is counted in flows.
#[derive(Clone, Debug, Default)]
pub(super) struct Motion {
    /// Flows with when a token sets out on them, and the node to which they lead.
    moves: Vec<(FlowId, f32, NodeId)>,
    /// When the last token comes to a node.
    arrivals: BTreeMap<NodeId, f32>,
    end: f32,
    at: f32,
}

impl Motion {
    /// The movement of what happened in a step.
    pub fn of(document: &Document, trace: &[TraceEvent]) -> Self {
        let mut motion = Self::default();
        let mut latest = 0.0;
        for event in trace {
            let Happening::FlowTaken { flow, .. } = event.what else { continue };
            let Some(flow) = document.flows.get(flow) else { continue };
            // What was thrown or begun elsewhere sets out when the move before has come to its end.
            let begin = *motion.arrivals.entry(flow.from).or_insert(latest);
            latest = begin + 1.0;
            motion.moves.push((flow.id, begin, flow.to));
            motion.arrivals.insert(flow.to, latest);
            motion.end = motion.end.max(latest);
        }
        motion
    }

    /// Whether something still moves.
    pub fn goes_on(&self) -> bool {
        self.at < self.end
    }

    /// Lets so many seconds pass.
    pub fn advance(&mut self, seconds: f32, pace: Pace) {
        self.at = match pace.flows_a_second() {
            Some(flows) => self.at + seconds * flows.max(self.end / LONGEST),
            None => self.end,
        };
    }

    /// Tokens as they are seen now: those that move, and those that have come to where they stand.
    pub fn tokens(&self, standing: &[Standing]) -> Vec<Token> {
        let rests = |standing: &&Standing| {
            let arrival = standing.node.and_then(|node| self.arrivals.get(&node));
            arrival.is_none_or(|arrival| *arrival <= self.at)
        };
        let place = |standing: &Standing| match (standing.node, standing.flow) {
            (Some(node), _) => Some(Token { on: Subject::Node(node), progress: 0.0 }),
            // A token that waits before a join stands near its end.
            (None, Some(flow)) => Some(Token { on: Subject::Flow(flow), progress: 0.85 }),
            _ => None,
        };
        let resting = standing.iter().filter(rests).filter_map(place);
        let is_under_way = |begin: &f32| self.goes_on() && (*begin..*begin + 1.0).contains(&self.at);
        let moving = self.moves.iter().filter(|(_, begin, _)| is_under_way(begin));
        resting.chain(moving.map(|(flow, begin, _)| Token { on: Subject::Flow(*flow), progress: self.at - begin })).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Motion, Pace};
    use crate::model::{Document, FlowId, NodeId, SequenceFlow, Subject};
    use crate::sim::{Happening, TraceEvent, Why};
    use jiff::civil::date;

    /// A gateway (1) from which ways lead to 2 and 3; from 2 one leads to 4.
    fn motion() -> Motion {
        let mut document = Document::empty("a", "A");
        for (id, from, to) in [(11, 1, 2), (12, 1, 3), (13, 2, 4)] {
            let flow = SequenceFlow {
                id: FlowId(id),
                key: format!("f{id}"),
                name: String::new(),
                from: NodeId(from),
                to: NodeId(to),
                condition: String::new(),
                is_default: false,
            };
            document.flows.insert(FlowId(id), flow);
        }
        let taken =
            |flow| TraceEvent { at: date(2026, 3, 2).at(9, 0, 0, 0), what: Happening::FlowTaken { flow: FlowId(flow), why: Why::OnlyWay } };
        Motion::of(&document, &[taken(11), taken(12), taken(13)])
    }

    fn seen(motion: &Motion) -> Vec<(Subject, u32)> {
        motion.tokens(&[]).iter().map(|token| (token.on, (token.progress * 100.0).round() as u32)).collect()
    }

    #[test]
    fn ways_from_one_gateway_are_gone_beside_each_other_and_the_next_after_them() {
        let mut motion = motion();
        assert!(motion.goes_on());
        motion.advance(0.25, Pace::Usual);
        assert_eq!(seen(&motion), [(Subject::Flow(FlowId(11)), 50), (Subject::Flow(FlowId(12)), 150 - 100)], "half of both");
        motion.advance(0.5, Pace::Usual);
        assert_eq!(seen(&motion), [(Subject::Flow(FlowId(13)), 50)]);
        motion.advance(1.0, Pace::Usual);
        assert!(!motion.goes_on());
        assert_eq!(seen(&motion), []);
    }

    #[test]
    fn at_once_nothing_moves() {
        let mut motion = motion();
        motion.advance(0.0, Pace::AtOnce);
        assert!(!motion.goes_on());
    }
}
