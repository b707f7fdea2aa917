//! From what a search found to faults: where each shows, what causes it, and a run that shows it.

use super::graph::{Input, Key, Level, Work};
use super::net::{Net, Sink};
use super::recipe::Act;
use super::replay::Replay;
use super::search::{Fates, Found};
use super::{Counterexample, Fault, FaultKind, Move};
use crate::model::{NodeId, Subject};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// So many faults of one kind are told for each level.
const MOST: usize = 3;
/// A counterexample has no more moves.
const LONGEST: usize = 20_000;

/// All faults of a level.
pub(super) fn faults(level: &Level, key: Key, net: &Net, found: &Found, reached: &[bool]) -> Vec<Fault> {
    let teller = Teller { level, key, net, found };
    let mut faults = Vec::new();
    if let Some((from, to)) = found.growth {
        faults.push(teller.unbounded(from, to));
    } else {
        let fates = found.fates(net);
        faults.extend(teller.deadlocks(&fates));
        faults.extend(teller.livelock(&fates));
    }
    if !found.is_proper() {
        faults.extend(found.ended_twice.and_then(|state| teller.ended_twice(state)));
    }
    if found.is_bounded() {
        faults.extend(teller.dead(reached));
    }
    let has_met = |fault: &Fault| matches!(fault.kind, FaultKind::EndTwice | FaultKind::Unbounded);
    if !faults.iter().any(has_met) {
        faults.extend(found.crowded.and_then(|state| teller.unsafe_flow(state)));
    }
    faults
}

struct Teller<'a> {
    level: &'a Level,
    key: Key,
    net: &'a Net,
    found: &'a Found,
}

impl<'a> Teller<'a> {
    /// The acts that lead to a marking.
    fn acts_to(&self, state: usize) -> Vec<Act> {
        let mut acts = self.net.recipes.acts(self.net.before, LONGEST);
        for place in &self.net.places {
            (0..place.tokens).for_each(|_| acts.extend(self.net.recipes.acts(place.recipe, LONGEST)));
        }
        acts.extend(self.acts_of(&self.found.path(0, state)));
        acts.truncate(LONGEST);
        acts
    }

    fn acts_of(&self, path: &[usize]) -> Vec<Act> {
        let mut acts = Vec::new();
        for transition in path.iter().map(|index| &self.net.transitions[*index]) {
            acts.extend(self.net.recipes.acts(transition.recipe, LONGEST));
            for (place, weight) in &transition.put {
                (0..*weight).for_each(|_| acts.extend(self.net.recipes.acts(self.net.places[*place].recipe, LONGEST)));
            }
            if acts.len() > LONGEST {
                break;
            }
        }
        acts
    }

    fn replayed(&self, acts: &[Act]) -> Replay<'a> {
        let mut replay = Replay::new(self.level);
        acts.iter().for_each(|act| replay.act(*act));
        replay
    }

    fn id(&self, index: usize) -> NodeId {
        self.level.nodes[index].id
    }

    fn counterexample(&self, acts: &[Act], repeats_from: Option<usize>) -> Counterexample {
        let flows = |act: &Act| {
            let way = self.level.nodes[act.node].ways.get(act.way).map(Vec::as_slice).unwrap_or_default();
            way.iter().filter_map(|line| self.level.lines[*line].flow).collect()
        };
        let moves = acts.iter().map(|act| Move { node: self.id(act.node), flows: flows(act) }).collect();
        let (process, inside) = self.key;
        Counterexample { process, inside, moves, marking: self.marking(&self.replayed(acts)), repeats_from }
    }

    /// Flows and activities with a token, an entry for each.
    fn marking(&self, replay: &Replay<'_>) -> Vec<Subject> {
        let tokens = replay.lines.iter().zip(&self.level.lines);
        let subject = |line: &super::graph::Line| line.flow.map_or(Subject::Node(self.id(line.to)), Subject::Flow);
        tokens.flat_map(|(tokens, line)| std::iter::repeat_n(subject(line), tokens.len())).collect()
    }

    fn fault(&self, kind: FaultKind, at: usize, cause: Option<usize>, acts: &[Act]) -> Fault {
        let counterexample = self.counterexample(acts, None);
        let involved = counterexample.marking.clone();
        let cause = cause.map(|cause| self.id(cause));
        Fault { kind, at: self.id(at), cause, meets: None, involved, counterexample: Some(counterexample) }
    }

    /// For each set of nodes that wait in vain the nearest marking.
    fn deadlocks(&self, fates: &Fates) -> Vec<Fault> {
        let mut told = BTreeSet::new();
        let mut faults = Vec::new();
        for state in (0..self.found.space.len()).filter(|state| fates.dead[*state]) {
            let marking = self.found.space.get(state);
            let places: Vec<usize> =
                (0..marking.len()).filter(|place| marking[*place] > 0 && self.net.places[*place].sink == Sink::None).collect();
            let waiting: Vec<usize> = places.iter().flat_map(|place| self.takers(*place)).collect();
            if faults.len() < MOST && told.insert(if waiting.is_empty() { places } else { waiting }) {
                faults.extend(self.deadlock(state));
            }
        }
        faults
    }

    fn takers(&self, place: usize) -> Vec<usize> {
        let takes = |take: &[(usize, u32)]| take.iter().any(|(other, _)| *other == place);
        let transitions = self.net.transitions.iter().enumerate();
        transitions.filter(|(_, transition)| takes(&transition.take)).map(|(index, _)| index).collect()
    }

    /// A marking in which nothing goes on: a join waits, or a token stands in a step that never ends. Where a smaller net lost a
    /// circle that changes nothing, it is one without end.
    fn deadlock(&self, state: usize) -> Option<Fault> {
        let mut acts = self.acts_to(state);
        let replay = self.replayed(&acts);
        let nodes = &self.level.nodes;
        let waits = |index: &usize| {
            let node = &nodes[*index];
            node.input != Input::Each && node.incoming.iter().any(|line| !replay.lines[*line].is_empty())
        };
        if let Some(join) = (0..nodes.len()).find(waits) {
            let missing = nodes[join].incoming.iter().filter(|line| replay.lines[**line].is_empty());
            let cause = missing.clone().find_map(|line| self.last_chance(&acts, *line, join));
            return Some(self.fault(FaultKind::Deadlock, join, cause, &acts));
        }
        let rests = (0..nodes.len()).find(|index| replay.could_act(*index))?;
        if matches!(nodes[rests].work, Work::Stuck) {
            return Some(self.fault(FaultKind::Deadlock, rests, None, &acts));
        }
        if matches!(nodes[rests].work, Work::Inside(_)) && !self.comes_to_an_end(rests) {
            // It never comes to its end; what is inside is told as a fault of its own.
            return None;
        }
        let from = acts.len();
        self.go_round(&mut acts, replay);
        Some(self.circle(&acts, from, rests))
    }

    /// Whether what runs inside the node can be completed: then the net, however small it was made, knows the node to act.
    fn comes_to_an_end(&self, index: usize) -> bool {
        let mut acts = vec![false; self.level.nodes.len()];
        let transitions = self.net.transitions.iter().flat_map(|transition| [transition.recipe, transition.also]);
        let places = self.net.places.iter().flat_map(|place| [place.recipe, place.also]);
        self.net.recipes.mark(transitions.chain(places), &mut acts);
        acts[index]
    }

    /// Lets the first node that can act go on until the tokens stand as before.
    fn go_round(&self, acts: &mut Vec<Act>, mut replay: Replay<'a>) {
        let begin = self.standing(&replay);
        for _ in 0..self.level.nodes.len() {
            let Some(node) = (0..self.level.nodes.len()).find(|node| replay.could_act(*node)) else { break };
            acts.push(Act { node, way: 0 });
            replay.act(Act { node, way: 0 });
            if self.standing(&replay) == begin {
                break;
            }
        }
    }

    /// The last act before which a token could still have come to the line, and after which none can.
    fn last_chance(&self, acts: &[Act], line: usize, join: usize) -> Option<usize> {
        let nodes = self.level.before(self.level.lines[line].from, join);
        let mut replay = Replay::new(self.level);
        let mut could = true;
        let mut last = None;
        for act in acts {
            replay.act(*act);
            let can = replay.can_come(&nodes);
            if could && !can {
                last = Some(act.node);
            }
            could = can;
        }
        last
    }

    /// A circle that is never left.
    fn livelock(&self, fates: &Fates) -> Option<Fault> {
        let caught: Vec<bool> = fates.completes.iter().zip(&fates.sticks).map(|(completes, sticks)| !completes && !sticks).collect();
        let mut next = vec![Vec::new(); caught.len()];
        let inner = self.found.edges.iter().filter(|(from, _, _)| caught[*from]);
        inner.for_each(|(from, to, transition)| next[*from].push((*to, *transition)));
        let begins = (0..caught.len()).filter(|state| caught[*state]);
        let (state, circle) = begins.take(200).find_map(|state| Some((state, circle(&next, state)?)))?;
        let mut acts = self.acts_to(state);
        let before = acts.len();
        acts.extend(self.acts_of(&circle));
        let (from, to) = self.first_round(&acts).filter(|(_, to)| *to > before).unwrap_or((before, acts.len()));
        acts.truncate(to);
        let first = acts.get(from).or(acts.last())?.node;
        Some(self.circle(&acts, from, first))
    }

    /// The first two moments between which nothing has changed: it may come back to a node by another way than it came first.
    fn first_round(&self, acts: &[Act]) -> Option<(usize, usize)> {
        let mut replay = Replay::new(self.level);
        let mut seen = BTreeMap::new();
        acts.iter().enumerate().find_map(|(place, act)| {
            replay.act(*act);
            seen.insert(self.standing(&replay), place + 1).map(|earlier| (earlier, place + 1))
        })
    }

    /// How many tokens stand on each line; those before a node that takes each alone are counted on one line.
    fn standing(&self, replay: &Replay<'_>) -> Vec<usize> {
        let mut standing = vec![0; self.level.lines.len()];
        for (index, line) in self.level.lines.iter().enumerate() {
            let node = &self.level.nodes[line.to];
            let counted = node.incoming.first().filter(|_| node.input == Input::Each).copied().unwrap_or(index);
            standing[counted] += replay.lines[index].len();
        }
        standing
    }

    fn circle(&self, acts: &[Act], from: usize, at: usize) -> Fault {
        let counterexample = self.counterexample(acts, Some(from));
        let around: BTreeSet<NodeId> = acts[from..].iter().map(|act| self.id(act.node)).collect();
        let activity = acts[from..].iter().find(|act| self.level.nodes[act.node].is_activity).map_or(at, |act| act.node);
        let cause = acts[..from].iter().rev().find(|act| self.level.nodes[act.node].ways.len() > 1).map(|act| self.id(act.node));
        let involved = around.into_iter().map(Subject::Node).collect();
        Fault { kind: FaultKind::Livelock, at: self.id(activity), cause, meets: None, involved, counterexample: Some(counterexample) }
    }

    fn unbounded(&self, from: usize, to: usize) -> Fault {
        // What piles up before an end event is seen only if the event does not take it.
        let waits = |act: &Act| self.level.nodes[act.node].ways.iter().any(|way| !way.is_empty());
        let [before, acts] = [from, to].map(|state| self.acts_to(state).into_iter().filter(waits).collect::<Vec<Act>>());
        let (earlier, later) = (self.replayed(&before), self.replayed(&acts));
        let grown = (0..self.level.lines.len()).find(|line| later.lines[*line].len() > earlier.lines[*line].len());
        let at = grown.map_or(0, |line| self.level.lines[line].to);
        let forks = |act: &&Act| self.level.nodes[act.node].ways.get(act.way).is_some_and(|way| way.len() > 1);
        let cause = acts.get(before.len()..).unwrap_or_default().iter().find(forks).map(|act| self.id(act.node));
        let counterexample = self.counterexample(&acts, Some(before.len()));
        let involved = counterexample.marking.clone();
        Fault { kind: FaultKind::Unbounded, at: self.id(at), cause, meets: None, involved, counterexample: Some(counterexample) }
    }

    fn ended_twice(&self, state: usize) -> Option<Fault> {
        let acts = self.acts_to(state);
        let replay = self.replayed(&acts);
        let is_end = |work: &Work| matches!(work, Work::End | Work::Escalate { .. });
        let mut ends = (0..self.level.nodes.len()).filter(|node| is_end(&self.level.nodes[*node].work));
        let end = ends.find(|node| replay.ended[*node].len() > 1)?;
        let (fork, meets) = replay.parting(replay.ended[end][0], replay.ended[end][1]);
        let fault = self.fault(FaultKind::EndTwice, end, fork, &acts);
        Some(Fault { meets: meets.map(|meets| self.id(meets)), ..fault })
    }

    fn unsafe_flow(&self, state: usize) -> Option<Fault> {
        let acts = self.acts_to(state);
        let replay = self.replayed(&acts);
        let line = replay.lines.iter().position(|tokens| tokens.len() > 1)?;
        let (fork, meets) = replay.parting(replay.lines[line][0], replay.lines[line][1]);
        let fault = self.fault(FaultKind::Unsafe, self.level.lines[line].to, fork, &acts);
        Some(Fault { meets: meets.map(|meets| self.id(meets)), ..fault })
    }

    fn dead(&self, reached: &[bool]) -> Option<Fault> {
        let nodes = self.level.nodes.iter().zip(reached);
        let mut dead = nodes.filter(|(node, reached)| !**reached && node.is_activity && node.work != Work::Stuck).map(|(node, _)| node.id);
        let at = dead.next()?;
        let involved = dead.map(Subject::Node).collect();
        Some(Fault { kind: FaultKind::Dead, at, cause: None, meets: None, involved, counterexample: None })
    }
}

/// The shortest way from a marking back to itself, by transitions.
fn circle(next: &[Vec<(usize, usize)>], from: usize) -> Option<Vec<usize>> {
    let mut before: Vec<Option<(usize, usize)>> = vec![None; next.len()];
    let mut open = VecDeque::from([from]);
    while let Some(state) = open.pop_front() {
        for (to, transition) in &next[state] {
            if before[*to].is_some() {
                continue;
            }
            before[*to] = Some((state, *transition));
            if *to == from {
                return Some(walk(&before, from));
            }
            open.push_back(*to);
        }
    }
    None
}

fn walk(before: &[Option<(usize, usize)>], from: usize) -> Vec<usize> {
    let mut path = Vec::new();
    let mut at = from;
    while let Some((earlier, transition)) = before[at] {
        path.push(transition);
        at = earlier;
        if at == from {
            break;
        }
    }
    path.reverse();
    path
}
