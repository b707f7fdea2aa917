//! Searches all markings that a net can come to, breadth first, so that the first of a kind is the nearest.

use super::net::{Join, Net, Sink};
use super::space::Space;

/// What a search found.
pub(super) struct Found {
    pub space: Space,
    /// For each marking the one before it and the transition between them.
    parents: Vec<(usize, usize)>,
    depths: Vec<u32>,
    /// From marking to marking by transition.
    pub edges: Vec<(usize, usize, usize)>,
    /// Which transitions happened.
    pub fired: Vec<bool>,
    /// The first marking with two tokens on one flow.
    pub crowded: Option<usize>,
    /// The first marking with two tokens at one end event.
    pub ended_twice: Option<usize>,
    /// The first marking with three tokens on one flow.
    heaped: Option<usize>,
    /// A marking, and a greater one that was come to from it: it can go on so for ever.
    pub growth: Option<(usize, usize)>,
    /// Whether all markings were searched, or enough of them to know that they have no end.
    pub is_done: bool,
}

/// Searches until everything is known, or as long as the work allows: a unit is a place looked at.
pub(super) fn search(net: &Net, work: usize) -> Found {
    let mut search = Search::new(net, work);
    search.run();
    search.found
}

struct Search<'a> {
    net: &'a Net,
    /// Transitions by the first place from which they take.
    starting_at: Vec<Vec<usize>>,
    /// Places of end events with several ways into them.
    shared_ends: Vec<Vec<usize>>,
    found: Found,
    work: usize,
}

impl<'a> Search<'a> {
    fn new(net: &'a Net, work: usize) -> Self {
        let mut starting_at = vec![Vec::new(); net.places.len()];
        for (index, transition) in net.transitions.iter().enumerate() {
            if let Some((place, _)) = transition.take.first() {
                starting_at[*place].push(index);
            }
        }
        let found = Found {
            space: Space::new(net.places.len()),
            parents: Vec::new(),
            depths: Vec::new(),
            edges: Vec::new(),
            fired: vec![false; net.transitions.len()],
            crowded: None,
            ended_twice: None,
            heaped: None,
            growth: None,
            is_done: false,
        };
        Self { net, starting_at, shared_ends: shared_ends(net), found, work }
    }

    fn run(&mut self) {
        let first: Vec<u8> = self.net.places.iter().map(|place| u8::try_from(place.tokens).unwrap_or(u8::MAX)).collect();
        self.meet(&first, None);
        let mut next = 0;
        while next < self.found.space.len() {
            if self.found.growth.is_some() && (self.found.heaped.is_some() || self.net.places.len() > 400) {
                break;
            }
            let marking = self.found.space.get(next).to_vec();
            let enabled = self.enabled(&marking);
            let cost = (enabled.len() + 1) * (self.net.places.len() + 32);
            for transition in enabled {
                let after = fire(self.net, &marking, transition);
                self.found.fired[transition] = true;
                let Some(after) = after else {
                    self.found.is_done = self.found.growth.is_some();
                    return;
                };
                let target = self.meet(&after, Some((next, transition)));
                self.found.edges.push((next, target, transition));
            }
            next += 1;
            let Some(left) = self.work.checked_sub(cost) else {
                self.found.is_done = self.found.growth.is_some();
                return;
            };
            self.work = left;
        }
        self.found.is_done = true;
    }

    /// Takes a marking up; tells its number.
    fn meet(&mut self, marking: &[u8], from: Option<(usize, usize)>) -> usize {
        let (index, is_new) = self.found.space.insert(marking);
        if !is_new {
            return index;
        }
        self.found.parents.push(from.unwrap_or((usize::MAX, 0)));
        self.found.depths.push(from.map_or(0, |(before, _)| self.found.depths[before] + 1));
        let most = marking.iter().copied().max().unwrap_or(0);
        if most >= 2 {
            if self.found.crowded.is_none() && self.is_crowded(marking) {
                self.found.crowded = Some(index);
            }
            if self.found.ended_twice.is_none() && self.ends_twice(marking) {
                self.found.ended_twice = Some(index);
            }
            if self.found.growth.is_none() {
                self.found.growth = self.grown_from(index).map(|from| (from, index));
            }
        } else if self.found.ended_twice.is_none() && !self.shared_ends.is_empty() && self.ends_twice(marking) {
            self.found.ended_twice = Some(index);
        }
        if most >= 3 {
            self.found.heaped.get_or_insert(index);
        }
        index
    }

    fn is_crowded(&self, marking: &[u8]) -> bool {
        let is_flow = |sink: Sink| sink == Sink::None || self.net.joins.is_empty();
        self.net.places.iter().zip(marking).any(|(place, tokens)| *tokens >= 2 && is_flow(place.sink))
    }

    fn ends_twice(&self, marking: &[u8]) -> bool {
        let alone = self.net.places.iter().zip(marking).any(|(place, tokens)| matches!(place.sink, Sink::End(_)) && *tokens >= 2);
        alone || self.shared_ends.iter().any(|places| places.iter().map(|place| u32::from(marking[*place])).sum::<u32>() >= 2)
    }

    /// A marking on the way here that this one exceeds, if what led from there to here can be done again.
    fn grown_from(&self, index: usize) -> Option<usize> {
        let marking = self.found.space.get(index);
        let mut before = self.found.parents[index].0;
        while before != usize::MAX {
            let smaller = self.found.space.get(before);
            let is_less = smaller.iter().zip(marking).all(|(less, more)| less <= more);
            if is_less && self.piles_up(smaller, marking) && self.repeats(before, index) {
                return Some(before);
            }
            before = self.found.parents[before].0;
        }
        None
    }

    /// Whether there is more than the count of ends.
    fn piles_up(&self, less: &[u8], more: &[u8]) -> bool {
        self.net.joins.is_empty()
            || self.net.places.iter().zip(less.iter().zip(more)).any(|(place, (less, more))| less < more && place.sink == Sink::None)
    }

    /// With more tokens the same can be done again, but for inclusive joins: then it is tried.
    fn repeats(&self, from: usize, to: usize) -> bool {
        if self.net.joins.is_empty() {
            return true;
        }
        let mut marking = self.found.space.get(to).to_vec();
        self.found.path(from, to).into_iter().all(|transition| {
            let next = self.enabled(&marking).contains(&transition).then(|| fire(self.net, &marking, transition)).flatten();
            next.is_some_and(|next| {
                marking = next;
                true
            })
        })
    }

    /// What can happen. Where there are inclusive joins, what goes on by itself comes first and the joins when that has come to
    /// rest, as the engine does it.
    fn enabled(&self, marking: &[u8]) -> Vec<usize> {
        let marked = marking.iter().enumerate().filter(|(_, tokens)| **tokens > 0).map(|(place, _)| place);
        let starting = marked.flat_map(|place| &self.starting_at[place]).copied();
        let can = |index: &usize| self.net.transitions[*index].take.iter().all(|(place, weight)| u32::from(marking[*place]) >= *weight);
        let plain: Vec<usize> = starting.filter(can).collect();
        if self.net.joins.is_empty() {
            return plain;
        }
        let automatic: Vec<usize> = plain.iter().copied().filter(|index| self.net.transitions[*index].is_automatic).collect();
        if !automatic.is_empty() {
            return automatic;
        }
        let ready = self.net.joins.iter().filter(|join| is_ready(join, marking));
        let joins: Vec<usize> = ready.flat_map(|join| &join.transitions).copied().collect();
        if joins.is_empty() { plain } else { joins }
    }
}

/// Whether an inclusive join has a token and waits for no other.
fn is_ready(join: &Join, marking: &[u8]) -> bool {
    let (filled, empty): (Vec<_>, Vec<_>) = join.sides.iter().partition(|side| marking[side.place] > 0);
    let reached = |side: &super::net::Side, place: &usize| side.reached_from.contains(place);
    let is_own = |place: &usize| join.sides.iter().any(|side| side.place == *place);
    let awaited = |place: &usize| marking[*place] > 0 && !is_own(place) && !filled.iter().any(|side| reached(side, place));
    !filled.is_empty() && !empty.iter().any(|side| side.reached_from.iter().any(awaited))
}

/// The marking after a transition; `None` if a place would hold more tokens than can be counted.
fn fire(net: &Net, marking: &[u8], transition: usize) -> Option<Vec<u8>> {
    let mut after = marking.to_vec();
    if let Some(join) = net.joins.iter().find(|join| join.transitions.contains(&transition)) {
        join.sides.iter().for_each(|side| after[side.place] = after[side.place].saturating_sub(1));
    }
    let transition = &net.transitions[transition];
    if transition.clears {
        let cells = after.iter_mut().zip(&net.places);
        cells.filter(|(_, place)| place.sink == Sink::None).for_each(|(tokens, _)| *tokens = 0);
    } else {
        for (place, weight) in &transition.take {
            after[*place] = after[*place].checked_sub(u8::try_from(*weight).ok()?)?;
        }
    }
    for (place, weight) in &transition.put {
        after[*place] = after[*place].checked_add(u8::try_from(*weight).ok()?)?;
        if !net.joins.is_empty() && net.places[*place].sink != Sink::None {
            // Where ends take their tokens, more than two say no more than two.
            after[*place] = after[*place].min(2);
        }
    }
    Some(after)
}

fn shared_ends(net: &Net) -> Vec<Vec<usize>> {
    let mut ends = std::collections::BTreeMap::<usize, Vec<usize>>::new();
    for (index, place) in net.places.iter().enumerate() {
        if let Sink::End(end) = place.sink {
            ends.entry(end).or_default().push(index);
        }
    }
    ends.into_values().filter(|places| places.len() > 1).collect()
}

impl Found {
    /// Whether the net was found to have an end to its markings.
    pub fn is_bounded(&self) -> bool {
        self.growth.is_none()
    }

    /// Whether no end event is reached twice; where markings have no end, before three tokens stand on one flow.
    pub fn is_proper(&self) -> bool {
        match (self.ended_twice, self.heaped) {
            (None, _) => true,
            // The two tokens still have to be taken by the end event.
            (Some(twice), Some(heaped)) if !self.is_bounded() => self.depths[twice] + 2 > self.depths[heaped],
            _ => false,
        }
    }

    /// Transitions from one marking to a later one on its way.
    pub fn path(&self, from: usize, to: usize) -> Vec<usize> {
        let mut path = Vec::new();
        let mut at = to;
        while at != from && self.parents[at].0 != usize::MAX {
            let (before, transition) = self.parents[at];
            path.push(transition);
            at = before;
        }
        path.reverse();
        path
    }

    /// For each marking whether the flow can still be completed, those that are without way on, and whether one can be come to.
    pub fn fates(&self, net: &Net) -> Fates {
        let count = self.space.len();
        let mut leaves = vec![false; count];
        self.edges.iter().for_each(|(from, _, _)| leaves[*from] = true);
        let is_completed = |marking: &[u8]| marking.iter().zip(&net.places).all(|(tokens, place)| *tokens == 0 || place.sink != Sink::None);
        let completed: Vec<bool> = (0..count).map(|index| is_completed(self.space.get(index))).collect();
        let dead: Vec<bool> = (0..count).map(|index| !leaves[index] && !completed[index]).collect();
        let into = Backwards::of(count, &self.edges);
        Fates { completes: into.closure(&completed), sticks: into.closure(&dead), completed, dead }
    }
}

/// What can become of each marking.
pub(super) struct Fates {
    pub completed: Vec<bool>,
    pub dead: Vec<bool>,
    /// Whether a completed marking can be come to.
    pub completes: Vec<bool>,
    /// Whether a dead marking can be come to.
    pub sticks: Vec<bool>,
}

/// Edges by their target.
struct Backwards {
    begins: Vec<usize>,
    sources: Vec<usize>,
}

impl Backwards {
    fn of(count: usize, edges: &[(usize, usize, usize)]) -> Self {
        let mut begins = vec![0; count + 1];
        edges.iter().for_each(|(_, to, _)| begins[to + 1] += 1);
        (0..count).for_each(|index| begins[index + 1] += begins[index]);
        let mut at = begins.clone();
        let mut sources = vec![0; edges.len()];
        for (from, to, _) in edges {
            sources[at[*to]] = *from;
            at[*to] += 1;
        }
        Self { begins, sources }
    }

    fn closure(&self, goals: &[bool]) -> Vec<bool> {
        let mut reached = goals.to_vec();
        let mut open: Vec<usize> = goals.iter().enumerate().filter(|(_, goal)| **goal).map(|(index, _)| index).collect();
        while let Some(index) = open.pop() {
            for source in &self.sources[self.begins[index]..self.begins[index + 1]] {
                if !std::mem::replace(&mut reached[*source], true) {
                    open.push(*source);
                }
            }
        }
        reached
    }
}
