//! Plays a process forward in search of what is not covered yet: the play nearest to the goal goes first.

use super::super::coverage::{Covered, Survey};
use super::super::program::{NodeIx, Program};
use super::super::run::Run;
use super::super::step::{Offer, Step};
use super::super::trace::{Happening, StuckReason};
use super::deed::{Act, Deed, by_hand, is_from_outside, usual};
use super::demand::{self, Demand};
use super::fill::{Wish, fill};
use super::graph::{Distances, Graph};
use super::knowledge::Knowledge;
use crate::expr::Value;
use crate::model::{FormId, NodeId};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// What a demand that fails already counts as, in steps of distance.
const PENALTY: u32 = 6;
/// Most plays that are kept to go on from.
const MOST_PLAYS: usize = 6_000;
/// Most that there is to remember in all of them together, as [`Run::work`] counts it; some 100 MB.
const MOST_KEPT: usize = 1_000_000;

/// A goal: where to go, and what must hold there.
pub(super) struct Goal<'a> {
    pub nodes: Vec<NodeId>,
    pub demands: Vec<Demand<'a>>,
    /// The target to cover; `None`: the end of the case.
    pub place: Option<usize>,
    /// What else is open in forms: brought along where it can be.
    pub also: Vec<Demand<'a>>,
}

/// A play to go on from.
struct Play {
    run: Run,
    /// What can be done there.
    offers: Vec<Offer>,
    /// Where something is or may happen.
    places: BTreeSet<(NodeId, NodeIx)>,
    covered: Covered,
    /// Steps that were tried, as texts.
    tried: BTreeSet<String>,
}

/// What is found on the way, for telling why something was not reached.
#[derive(Default)]
pub(super) struct Seen {
    /// Where plays got stuck.
    pub stuck: BTreeMap<NodeId, StuckReason>,
    /// Timers whose time is not known.
    pub timeless: BTreeSet<NodeId>,
    /// Forms that could not be filled in.
    pub unfilled: BTreeSet<FormId>,
}

/// The search with all plays that it has made.
pub(super) struct Search<'a> {
    knowledge: &'a Knowledge<'a>,
    survey: &'a Survey,
    pub graph: Graph,
    plays: Vec<Play>,
    known: BTreeSet<String>,
    /// What there is to remember in the plays.
    kept: usize,
    pub seen: Seen,
    /// Steps that were tried in all.
    pub tried: usize,
    /// Whether services may fail and ways be chosen by hand.
    pub may_fail: bool,
}

/// What is still to be tried in a play on the way to a goal.
struct Agenda {
    deeds: VecDeque<Deed>,
    /// Whether single values are among them already.
    has_single: bool,
}

impl<'a> Search<'a> {
    pub fn new(knowledge: &'a Knowledge<'a>, survey: &'a Survey, start: Run) -> Self {
        let graph = Graph::of(knowledge.program);
        let first = Play::new(start, Covered::default());
        let (known, seen) = (BTreeSet::new(), Seen::default());
        Self { knowledge, survey, graph, plays: vec![first], known, kept: 0, seen, tried: 0, may_fail: true }
    }

    /// A play that covers the goal's target, after at most so many steps tried.
    pub fn reach(&mut self, goal: &Goal<'_>, effort: usize) -> Option<Run> {
        let from = (0..self.plays.len()).collect();
        self.go(goal, from, effort).map(|play| self.plays[play].run.clone())
    }

    /// The play brought to the end of the case, or as it is where that is not found.
    pub fn finish(&mut self, run: Run, also: Vec<Demand<'_>>, effort: usize) -> Run {
        if run.state().has_ended() {
            return run;
        }
        let program = self.knowledge.program;
        let nodes = program.nodes.iter().filter(|node| node.outgoing.is_empty()).map(|node| node.id).collect();
        let goal = Goal { nodes, demands: Vec::new(), place: None, also };
        let plays = std::mem::take(&mut self.plays);
        let (known, kept) = (std::mem::take(&mut self.known), std::mem::take(&mut self.kept));
        let covered = self.survey.covered(&run);
        self.plays = vec![Play::new(run.clone(), covered.clone())];
        let found = self.straight(&goal);
        self.plays = vec![Play::new(run.clone(), covered)];
        let found = found.or_else(|| self.go(&goal, vec![0], effort).map(|play| self.plays[play].run.clone()));
        self.plays = plays;
        (self.known, self.kept) = (known, kept);
        found.unwrap_or(run)
    }

    /// The only play, each time with the step that comes first to mind, for as long as the way to the goal lets expect; nothing else is kept.
    fn straight(&mut self, goal: &Goal<'_>) -> Option<Run> {
        let program = self.knowledge.program;
        let distances = self.graph.distances(program, &goal.nodes);
        let (_, far) = self.plays.first()?.nearest(&distances)?;
        for _ in 0..2 * far + 16 {
            if self.knowledge.effort.is_used_up() {
                return None;
            }
            let mut agenda = self.agenda(0, goal, &distances);
            let deed = self.next_deed(0, &mut agenda, goal, &distances)?;
            self.tried += 1;
            let step = self.step(0, deed)?;
            let Play { mut run, covered, .. } = self.plays.pop()?;
            run.fire(step).ok()?;
            let done = run.history().len() - 1;
            self.knowledge.effort.spend(20 + run.trace_of(done).len() + 8 * run.tokens().len());
            if run.state().has_ended() {
                return Some(run);
            }
            self.plays.push(Play::new(run, covered));
        }
        None
    }

    fn go(&mut self, goal: &Goal<'_>, from: Vec<usize>, effort: usize) -> Option<usize> {
        let effort_left = &self.knowledge.effort;
        effort_left.spend(self.knowledge.program.nodes.len() / 16 + self.plays.len());
        let distances = self.graph.distances(self.knowledge.program, &goal.nodes);
        let mut agendas: BTreeMap<usize, Agenda> = BTreeMap::new();
        let is_there = |play: &Play| match goal.place {
            Some(place) => play.covered.has(place),
            None => play.run.state().has_ended(),
        };
        let mut open: BTreeSet<(u32, usize)> = BTreeSet::new();
        for play in from {
            if is_there(&self.plays[play]) {
                return Some(play);
            }
            open.extend(self.cost(play, goal, &distances).map(|cost| (cost, play)));
        }
        let until = self.tried + effort;
        while let Some((cost, place)) = open.first().copied() {
            if self.tried >= until || effort_left.is_used_up() {
                return None;
            }
            let agenda = agendas.entry(place).or_insert_with(|| self.agenda(place, goal, &distances));
            let Some(deed) = self.next_deed(place, agenda, goal, &distances) else {
                open.remove(&(cost, place));
                continue;
            };
            self.tried += 1;
            let Some(next) = self.does(place, deed) else { continue };
            if is_there(&self.plays[next]) {
                return Some(next);
            }
            open.extend(self.cost(next, goal, &distances).map(|cost| (cost, next)));
        }
        None
    }

    /// How far a play is from the goal, with what already speaks against it; `None` if it cannot get there.
    fn cost(&self, place: usize, goal: &Goal<'_>, distances: &Distances) -> Option<u32> {
        let play = &self.plays[place];
        let (node, distance) = play.nearest(distances)?;
        let (run, scene) = (&play.run, play.run.scene(None));
        let corridor = self.corridor(node, goal, distances);
        self.knowledge.effort.spend(1 + play.places.len() / 4 + corridor.len());
        let against = corridor.iter().filter(|demand| demand.verdict(&scene) == Some(false)).count();
        Some(
            distance + PENALTY * u32::try_from(against).unwrap_or(u32::MAX / PENALTY) + u32::try_from(run.history().len() / 8).unwrap_or(0),
        )
    }

    /// What must hold on the way from a node to the goal, and there.
    fn corridor<'g>(&self, from: NodeIx, goal: &Goal<'g>, distances: &Distances) -> Vec<Demand<'g>>
    where
        'a: 'g,
    {
        let program: &'g Program = self.knowledge.program;
        let ways = distances.flows(program, from).into_iter().flat_map(|flow| demand::way(program, flow));
        ways.chain(goal.demands.iter().copied()).collect()
    }

    /// What to try in a play towards the goal: what is made for it, then the usual.
    fn agenda(&self, place: usize, goal: &Goal<'_>, distances: &Distances) -> Agenda {
        let play = &self.plays[place];
        let demands = play.nearest(distances).map(|(node, _)| self.corridor(node, goal, distances)).unwrap_or_default();
        let made = self.made_for(&play.run, &play.offers, &demands, &goal.also);
        Agenda { deeds: made.into_iter().chain(usual(&play.run, &play.offers)).collect(), has_single: false }
    }

    /// The next step of the agenda that was not tried yet; when there is none, single values.
    fn next_deed(&mut self, place: usize, agenda: &mut Agenda, goal: &Goal<'_>, distances: &Distances) -> Option<Deed> {
        loop {
            while let Some(deed) = agenda.deeds.pop_front() {
                let is_wanted = self.may_fail || !matches!(deed.act, Act::Fail(_) | Act::Choose(_));
                if is_wanted && self.plays[place].tried.insert(deed.name.clone()) {
                    return Some(deed);
                }
            }
            if std::mem::replace(&mut agenda.has_single, true) {
                return None;
            }
            let play = &self.plays[place];
            let (node, _) = play.nearest(distances)?;
            agenda.deeds.extend(self.single(&play.offers, &self.corridor(node, goal, distances)));
        }
    }

    fn made_for(&self, run: &Run, offers: &[Offer], demands: &[Demand<'_>], also: &[Demand<'_>]) -> Vec<Deed> {
        let mut deeds = Vec::new();
        for offer in offers {
            let Some(free) = self.free(offer) else { continue };
            let (data, now) = (run.state().data(), run.state().now());
            let wish = demand::solve(self.knowledge, demands, &free, data, now);
            if let Offer::Task { form: Some(_), .. } = offer {
                // A form may not take all of it at once; then one half, then the other.
                let (first, second) = also.split_at(also.len() / 2);
                let base = wish.clone().unwrap_or_default();
                let more = [also, first, second].map(|also| demand::enriched(self.knowledge, &base, also, &free, data, now));
                deeds.extend(more.into_iter().filter(|more| more.len() > base.len()).map(|more| Deed::with(offer, more)));
            }
            if let Some(wish) = wish {
                deeds.push(Deed::with(offer, wish));
            }
            // Other values that the goal itself asks for, the way there left to chance.
            if let Some(own) = demands.last()
                && let Some(wish) = demand::solve(self.knowledge, &[*own], &free, data, now)
            {
                deeds.push(Deed::with(offer, wish));
            }
        }
        deeds
    }

    /// One value at a time of what the demands look at or are computed from, and entries of lists.
    fn single(&self, offers: &[Offer], demands: &[Demand<'_>]) -> Vec<Deed> {
        let paths: BTreeSet<String> = demands.iter().flat_map(|demand| demand.paths(self.knowledge)).collect();
        let paths = self.knowledge.sources(&paths);
        let mut deeds = Vec::new();
        for offer in offers {
            let Some(free) = self.free(offer) else { continue };
            for path in paths.intersection(&free) {
                for value in self.knowledge.values(path) {
                    deeds.push(Deed::with(offer, vec![(path.clone(), value)]));
                }
            }
            if let Offer::Task { form, .. } = offer {
                deeds.extend(self.knowledge.lists(*form).into_iter().map(|wish| Deed::with(offer, wish)));
            }
        }
        deeds
    }

    /// The paths that whoever takes an offer decides on; `None` if nothing can be brought there.
    fn free(&self, offer: &Offer) -> Option<BTreeSet<String>> {
        match offer {
            Offer::Task { form, .. } => Some(self.knowledge.free(*form).clone()),
            Offer::Service { at, .. } => Some(self.knowledge.free_at_service(at.node)),
            Offer::Event { kind, .. } if is_from_outside(kind) => Some(self.knowledge.free(None).clone()),
            Offer::Start { .. } => Some(self.knowledge.free(None).clone()),
            _ => None,
        }
    }

    /// Does it; gives the new play, unless it cannot be done or leads where another play already was.
    fn does(&mut self, place: usize, deed: Deed) -> Option<usize> {
        let step = self.step(place, deed)?;
        let play = &self.plays[place];
        self.knowledge.effort.spend(20 + play.run.work() / 8);
        let mut run = play.run.clone();
        run.fire(step).ok()?;
        let mut covered = play.covered.clone();
        let last = run.history().len() - 1;
        self.survey.observe(&run, last, &mut covered);
        self.knowledge.effort.spend(run.work() / 8 + 2 * run.trace_of(last).len());
        for event in run.trace_of(last) {
            match &event.what {
                Happening::TimerUnknown { node, .. } => {
                    self.seen.timeless.insert(*node);
                }
                Happening::Stuck { node, reason } => {
                    self.seen.stuck.entry(*node).or_insert_with(|| reason.clone());
                }
                _ => {}
            }
        }
        let brings = covered.beyond(&play.covered) > 0;
        let next = Play::new(run, covered);
        let is_dead =
            next.offers.iter().any(|offer| matches!(offer, Offer::Stuck { reason, ways, .. } if by_hand(reason, ways).is_empty()));
        let run = &next.run;
        let waits_forever =
            run.trace_of(last).iter().any(|event| matches!(event.what, Happening::Stuck { reason: StuckReason::WaitsForever, .. }));
        let has_room = self.plays.len() < MOST_PLAYS && self.kept < MOST_KEPT;
        let is_new = !is_dead && !waits_forever && has_room;
        let is_known = !self.known.insert(self.key(&next));
        (is_new && (brings || !is_known)).then(|| {
            self.kept += next.run.work();
            self.plays.push(next);
            self.plays.len() - 1
        })
    }

    /// The step with what is filled in; `None` if the form does not take it.
    fn step(&mut self, place: usize, deed: Deed) -> Option<Step> {
        let run = &self.plays[place].run;
        let entries = |wish: &Wish| {
            let entry = |(target, value): &(String, Value)| crate::model::Assignment { target: target.clone(), value: value.to_feel() };
            wish.iter().map(entry).collect::<Vec<_>>()
        };
        Some(match (deed.offer, deed.act) {
            (Offer::Start { node }, Act::With(wish)) => Step::Start { node, entries: entries(&wish) },
            (Offer::Task { at, form, .. }, Act::With(wish)) => {
                let entries = match form.and_then(|form| self.knowledge.plans.get(&form)) {
                    None => entries(&wish),
                    Some(plan) => {
                        let now = run.state().feel_now()?;
                        self.knowledge.effort.spend(100 + 10 * self.knowledge.free(form).len());
                        let filled = fill(&self.knowledge.domains, plan, run.state().data(), &now, &wish);
                        if filled.is_none() && wish.is_empty() {
                            self.seen.unfilled.extend(form);
                        }
                        filled?
                    }
                };
                Step::Complete { at, entries }
            }
            (Offer::Service { at, answer, .. }, Act::With(wish)) => {
                let kept = answer.into_iter().filter(|entry| !wish.iter().any(|(path, _)| *path == entry.target.trim()));
                Step::Answer { at, entries: Some(kept.chain(entries(&wish)).collect()) }
            }
            (Offer::Service { at, .. }, Act::Fail(error)) => Step::Fail { at, error },
            (Offer::Event { at, .. }, Act::With(wish)) => Step::Trigger { at, entries: entries(&wish) },
            (Offer::Timer { due, .. }, Act::Wait) => Step::Wait { duration: due.since(run.state().now()).ok()?.to_string() },
            (Offer::Stuck { at, .. }, Act::Choose(flow)) => Step::Choose { node: at.node, flow },
            _ => return None,
        })
    }

    /// What two plays have in common that go on alike: where their tokens are, how far repeated steps have come, the data that matter.
    fn key(&self, play: &Play) -> String {
        let run = &play.run;
        let tokens = run.tokens();
        let standing: BTreeSet<NodeId> = tokens.iter().filter_map(|token| token.node).collect();
        let ended = run.trace().iter().filter(|event| matches!(event.what, Happening::RunEnded(node) if standing.contains(&node))).count();
        let mut places: Vec<_> = tokens.iter().map(|token| (token.node, token.flow)).collect();
        places.sort();
        let waits = play.offers.len();
        let paths = self.knowledge.looked_at();
        let scene = run.scene(None);
        let data: Vec<String> = paths.map(|path| scene.look_up(path).unwrap_or_default().to_feel()).collect();
        format!("{places:?} {ended} {waits} {data:?}")
    }
}

impl Play {
    fn new(run: Run, covered: Covered) -> Self {
        let offers = run.enabled();
        let offered = offers.iter().filter_map(|offer| match offer {
            Offer::Start { node } => Some(*node),
            Offer::Event { at, .. } | Offer::Timer { at, .. } => Some(at.node),
            _ => None,
        });
        let nodes = run.tokens().into_iter().filter_map(|token| token.node).chain(offered);
        let places = nodes.filter_map(|node| Some((node, *run.program().places.get(&node)?))).collect();
        Self { run, offers, places, covered, tried: BTreeSet::new() }
    }

    /// The place that is nearest to the goal, with its distance.
    fn nearest(&self, distances: &Distances) -> Option<(NodeIx, u32)> {
        let near = self.places.iter().filter_map(|(node, place)| Some((distances.from(*place)?, *node, *place)));
        near.min().map(|(distance, _, place)| (place, distance))
    }
}
