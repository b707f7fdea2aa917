//! From levels to the verdict on a process: each level is proved alone, then all that can be entered are put together.

use super::explain;
use super::graph::{self, EventSub, Key, Level, Trigger, Work};
use super::net::{Net, Plan, Sink, net};
use super::reduce::reduce;
use super::search::{Found, search};
use super::{Fault, FaultKind, Undecided, Verdict, all};
use crate::model::{Document, NodeId, NodeKind, ProcessId};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Work that the search of what is left of a net may take.
const WORK: usize = 20_000_000;
/// Work that the search of a level as drawn may take, for the shortest counterexamples.
const WORK_AS_DRAWN: usize = 1_500_000;
/// Levels with more nodes are not searched as drawn.
const LARGE: usize = 300;

/// What a level looks like from outside.
#[derive(Clone, Debug)]
pub(super) struct Inner {
    /// Whether it can be completed at all.
    pub completes: bool,
    /// Codes of errors that leave it.
    pub errors: Vec<String>,
    /// Codes of escalations thrown in it.
    pub escalations: Vec<String>,
    /// Whether a service in it may fail with any error, or nothing in it says which errors there are.
    pub may_fail: bool,
}

/// What is known of a level alone.
pub(super) struct LevelProof {
    option_to_complete: Option<bool>,
    proper_completion: Option<bool>,
    bounded: Option<bool>,
    safe: Option<bool>,
    /// Which nodes are reached in some run; `None` if not decided.
    reached: Option<Vec<bool>>,
    faults: Vec<Fault>,
    undecided: Option<Undecided>,
    inner: Inner,
}

/// Which levels were put together.
#[derive(Default)]
struct Walk {
    /// Those around the one at hand.
    path: Vec<Key>,
    seen: BTreeSet<(Key, bool)>,
}

/// Proves processes of one document.
pub(super) struct Prover<'a> {
    document: &'a Document,
    levels: Rc<BTreeMap<Key, Level>>,
    proofs: BTreeMap<(Key, bool), Rc<LevelProof>>,
    /// Levels that are being proved.
    open: BTreeSet<Key>,
}

impl<'a> Prover<'a> {
    pub fn new(document: &'a Document) -> Self {
        let levels = Rc::new(graph::levels(document));
        Self { document, levels, proofs: BTreeMap::new(), open: BTreeSet::new() }
    }

    pub fn process(&mut self, process: ProcessId) -> Verdict {
        let mut verdict = Verdict {
            process,
            option_to_complete: Some(true),
            proper_completion: Some(true),
            bounded: Some(true),
            safe: Some(true),
            dead: Some(Vec::new()),
            faults: Vec::new(),
            undecided: None,
        };
        self.put_together(&mut verdict, (process, None), true, false, &mut Walk::default());
        if let Some(dead) = &mut verdict.dead {
            dead.sort_unstable();
            dead.dedup();
        }
        verdict.faults.sort_by_key(|fault| fault.kind);
        verdict
    }

    /// Adds a level and all that can be entered from it. `is_freed`: an event around it can always stop it.
    fn put_together(&mut self, verdict: &mut Verdict, key: Key, is_case: bool, is_freed: bool, walk: &mut Walk) {
        if walk.path.contains(&key) {
            verdict.leave_open(Undecided::CallsItself);
            return;
        }
        if !walk.seen.insert((key, is_freed)) {
            return;
        }
        walk.path.push(key);
        let proof = self.level(key, is_case);
        self.take_over(verdict, key, &proof, is_freed, walk);
        walk.path.pop();
    }

    fn take_over(&mut self, verdict: &mut Verdict, key: Key, proof: &LevelProof, is_freed: bool, walk: &mut Walk) {
        let levels = Rc::clone(&self.levels);
        let Some(level) = levels.get(&key) else { return };
        let is_freed = is_freed || self.frees_itself(level);
        let option = if is_freed { Some(true) } else { proof.option_to_complete };
        verdict.option_to_complete = all([verdict.option_to_complete, option]);
        verdict.proper_completion = all([verdict.proper_completion, proof.proper_completion]);
        verdict.bounded = all([verdict.bounded, proof.bounded]);
        verdict.safe = all([verdict.safe, proof.safe]);
        verdict.undecided = verdict.undecided.or(proof.undecided);
        let counts = |fault: &&Fault| !is_freed || !matches!(fault.kind, FaultKind::Deadlock | FaultKind::Livelock);
        verdict.faults.extend(proof.faults.iter().filter(counts).cloned());
        let Some(reached) = &proof.reached else {
            verdict.dead = None;
            return;
        };
        for (index, node) in level.nodes.iter().enumerate() {
            let is_entered = reached[index];
            if !is_entered && node.is_activity {
                self.all_dead(verdict, node.id);
            }
            if let (Work::Inside(inside), true) = (&node.work, is_entered) {
                let frees = node.edges.iter().any(|edge| edge.is_interrupting && edge.trigger == Trigger::Free);
                self.put_together(verdict, *inside, false, is_freed || frees, walk);
            }
        }
        for sub in level.event_subs.iter().filter(|sub| reached[sub.node]) {
            let frees = !sub.is_interrupting && is_freed;
            self.put_together(verdict, sub.inside, true, frees, walk);
        }
    }

    /// Whether an event sub-process can always stop the level and then be completed.
    fn frees_itself(&mut self, level: &Level) -> bool {
        let free = |sub: &&EventSub| sub.is_interrupting && sub.trigger == Trigger::Free;
        level.event_subs.iter().filter(free).any(|sub| self.level(sub.inside, true).inner.completes)
    }

    /// An activity that is never entered, and all that is inside it.
    fn all_dead(&self, verdict: &mut Verdict, node: NodeId) {
        let inside = self.document.nodes.values().filter(|other| other.kind.is_activity() && self.document.is_inside(other.id, node));
        let is_sub = self.document.nodes.get(node).is_some_and(|node| matches!(node.kind, NodeKind::SubProcess { .. }));
        if let Some(dead) = &mut verdict.dead {
            dead.push(node);
            if is_sub {
                dead.extend(inside.map(|other| other.id));
            }
        }
    }

    /// The proof of a level, made once.
    fn level(&mut self, key: Key, is_case: bool) -> Rc<LevelProof> {
        if let Some(proof) = self.proofs.get(&(key, is_case)) {
            return Rc::clone(proof);
        }
        let levels = Rc::clone(&self.levels);
        let proof = match levels.get(&key) {
            _ if !self.open.insert(key) => return Rc::new(LevelProof::unknown(Undecided::CallsItself)),
            Some(level) => self.prove(level, key, is_case),
            None => LevelProof::unknown(Undecided::NoBeginning),
        };
        self.open.remove(&key);
        let proof = Rc::new(proof);
        self.proofs.insert((key, is_case), Rc::clone(&proof));
        proof
    }

    fn prove(&mut self, level: &Level, key: Key, is_case: bool) -> LevelProof {
        let begins = if is_case && !level.starts.is_empty() { &level.starts } else { &level.begins };
        if begins.is_empty() {
            return LevelProof::unknown(Undecided::NoBeginning);
        }
        if let Some(node) = level.nodes.iter().find(|node| node.is_too_wide) {
            return LevelProof::unknown(Undecided::TooManyWays(node.id));
        }
        let inner: Vec<Option<Inner>> = level.nodes.iter().map(|node| self.inner(&node.work)).collect();
        let mut small = net(level, &inner, Plan { is_fused: true, is_case });
        let has_joins = !small.joins.is_empty();
        if !has_joins {
            reduce(&mut small);
            let found = search(&small, WORK);
            let reading = Reading::of(level, &small, &found);
            if (reading.is_good() && all_reached(level, &reading.reached)) || level.nodes.len() > LARGE {
                return self.proof(level, key, &inner, &small, &found, reading);
            }
            let drawn = net(level, &inner, Plan { is_fused: false, is_case });
            let found_drawn = search(&drawn, WORK_AS_DRAWN);
            if !found_drawn.is_done {
                return self.proof(level, key, &inner, &small, &found, reading);
            }
            let reading = Reading::of(level, &drawn, &found_drawn);
            return self.proof(level, key, &inner, &drawn, &found_drawn, reading);
        }
        let drawn = net(level, &inner, Plan { is_fused: false, is_case });
        let found = search(&drawn, WORK);
        let reading = Reading::of(level, &drawn, &found);
        self.proof(level, key, &inner, &drawn, &found, reading)
    }

    fn inner(&mut self, work: &Work) -> Option<Inner> {
        match work {
            Work::Inside(key) => Some(self.level(*key, false).inner.clone()),
            _ => None,
        }
    }

    fn proof(&mut self, level: &Level, key: Key, inner: &[Option<Inner>], net: &Net, found: &Found, reading: Reading) -> LevelProof {
        if !found.is_done {
            return LevelProof::unknown(Undecided::TooLarge);
        }
        let mut reached = reading.reached;
        let thrown = thrown(level, inner, &reached);
        let mut outside = thrown.clone();
        let mut completes = reading.completes;
        for sub in &level.event_subs {
            let happens = match &sub.trigger {
                Trigger::Free => true,
                Trigger::Error(code) => thrown.errors.iter().any(|thrown| code.is_empty() || thrown == code),
                Trigger::Escalation(code) => thrown.escalations.iter().any(|thrown| code.is_empty() || thrown == code),
            };
            if happens {
                reached[sub.node] = true;
                let seen = self.level(sub.inside, true).inner.clone();
                completes |= sub.is_interrupting && seen.completes;
                outside.errors.extend(seen.errors);
                outside.escalations.extend(seen.escalations);
            }
            if let Trigger::Error(code) = &sub.trigger {
                outside.errors.retain(|thrown| !(code.is_empty() || thrown == code));
            }
        }
        let may_fail = thrown.may_fail || self.has_service(level);
        LevelProof {
            option_to_complete: Some(found.is_bounded() && reading.always_completes),
            proper_completion: Some(found.is_proper()),
            bounded: Some(found.is_bounded()),
            safe: Some(found.crowded.is_none()),
            faults: explain::faults(level, key, net, found, &reached),
            reached: (found.is_bounded() || all_reached(level, &reached)).then_some(reached),
            undecided: None,
            inner: Inner { completes, may_fail, ..outside },
        }
    }

    /// Whether a step of the level is done by a service or process that may fail of itself.
    fn has_service(&self, level: &Level) -> bool {
        let kinds = level.nodes.iter().filter_map(|node| self.document.nodes.get(node.id));
        let mut kinds = kinds.map(|node| &node.kind);
        kinds.any(|kind| matches!(kind, NodeKind::ServiceTask | NodeKind::CallActivity(None)))
            || !level.nodes.iter().any(|node| matches!(node.work, Work::Error(_)))
    }
}

/// What leaves a level but for its end.
fn thrown(level: &Level, inner: &[Option<Inner>], reached: &[bool]) -> Inner {
    let mut thrown = Inner { completes: false, errors: Vec::new(), escalations: Vec::new(), may_fail: false };
    for (index, node) in level.nodes.iter().enumerate().filter(|(index, _)| reached[*index]) {
        match &node.work {
            Work::Error(code) => thrown.errors.push(code.clone()),
            Work::Escalate { code, .. } => thrown.escalations.push(code.clone()),
            _ => {}
        }
        if let Some(inner) = &inner[index] {
            let caught = |code: &String| node.edges.iter().any(|edge| edge.catches_error(code));
            thrown.errors.extend(inner.errors.iter().filter(|code| !caught(code)).cloned());
            thrown.escalations.extend(inner.escalations.iter().cloned());
            thrown.may_fail |= inner.may_fail && inner.errors.is_empty();
        }
    }
    thrown
}

impl LevelProof {
    fn unknown(why: Undecided) -> Self {
        let inner = Inner { completes: true, errors: Vec::new(), escalations: Vec::new(), may_fail: true };
        Self {
            option_to_complete: None,
            proper_completion: None,
            bounded: None,
            safe: None,
            reached: None,
            faults: Vec::new(),
            undecided: Some(why),
            inner,
        }
    }
}

/// What a search says of the level.
struct Reading {
    is_done: bool,
    is_clean: bool,
    always_completes: bool,
    completes: bool,
    /// Which nodes a token comes to in some run.
    reached: Vec<bool>,
}

impl Reading {
    fn of(level: &Level, net: &Net, found: &Found) -> Self {
        let fates = found.fates(net);
        let exits = |marking: &[u8]| marking.iter().zip(&net.places).any(|(tokens, place)| *tokens > 0 && place.sink == Sink::Exit);
        let completes = (0..found.space.len()).any(|index| fates.completed[index] && !exits(found.space.get(index)));
        Self {
            is_done: found.is_done,
            is_clean: found.is_bounded() && found.is_proper() && found.crowded.is_none(),
            always_completes: fates.completes.iter().all(|completes| *completes),
            completes,
            reached: reached(level, net, found),
        }
    }

    fn is_good(&self) -> bool {
        self.is_done && self.is_clean && self.always_completes
    }
}

/// Whether some run comes to each activity; those that are started by events are not looked at.
fn all_reached(level: &Level, reached: &[bool]) -> bool {
    level.nodes.iter().zip(reached).all(|(node, reached)| *reached || !node.is_activity || node.work == Work::Stuck)
}

/// Nodes that act in some run, and activities that a token comes to though it never leaves them.
fn reached(level: &Level, net: &Net, found: &Found) -> Vec<bool> {
    let mut acts = vec![false; level.nodes.len()];
    let happened = net.transitions.iter().zip(&found.fired).filter(|(_, fired)| **fired).map(|(transition, _)| transition);
    let begun = net.places.iter().filter(|place| place.tokens > 0);
    let arrived = happened.clone().flat_map(|transition| transition.put.iter().map(|(place, _)| &net.places[*place]));
    let at_places = begun.chain(arrived).flat_map(|place| [place.recipe, place.also]);
    let by_transitions = happened.flat_map(|transition| [transition.recipe, transition.also]);
    net.recipes.mark(at_places.chain(by_transitions).chain([net.before]), &mut acts);
    let comes = |node: &graph::Node| node.incoming.iter().any(|line| acts[level.lines[*line].from]);
    let entered: Vec<usize> = (0..acts.len()).filter(|index| level.nodes[*index].is_activity && comes(&level.nodes[*index])).collect();
    entered.into_iter().for_each(|index| acts[index] = true);
    if level.starts.is_empty() {
        level.begins.iter().filter(|index| level.nodes[**index].is_activity).for_each(|index| acts[*index] = true);
    }
    acts
}
