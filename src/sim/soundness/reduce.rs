//! Makes a net smaller without changing the verdict.
//!
//! Each rule keeps, for every net and not only for good ones: whether the flow can be completed from wherever it comes to, which
//! ends can be reached twice, whether tokens pile up, whether two can come together on one flow, and, through the recipes, which
//! nodes can act (Berthelot's and Murata's fusions of places and transitions). Each application takes a place or a transition away,
//! and only what is near it is looked at again, so that the whole takes about linear time.
//!
//! Not for nets with inclusive joins: those look at where tokens are.

use super::net::{Net, Sink, Stands, Transition};
use super::queue::Queue;
use super::recipe::RecipeId;

/// Applies the rules until none fits.
pub(super) fn reduce(net: &mut Net) {
    let mut reducer = Reducer::new(net);
    while reducer.step() {}
    reducer.sweep();
}

struct Reducer<'a> {
    net: &'a mut Net,
    /// Transitions that put tokens on a place.
    producers: Vec<Vec<usize>>,
    /// Transitions that take tokens from a place.
    consumers: Vec<Vec<usize>>,
    gone_places: Vec<bool>,
    gone_transitions: Vec<bool>,
    places: Queue,
    transitions: Queue,
    /// Whether the end of a sink has no other place.
    lonely: Vec<bool>,
}

impl<'a> Reducer<'a> {
    fn new(net: &'a mut Net) -> Self {
        let (places, transitions) = (net.places.len(), net.transitions.len());
        let mut producers = vec![Vec::new(); places];
        let mut consumers = vec![Vec::new(); places];
        for (index, transition) in net.transitions.iter().enumerate() {
            transition.take.iter().for_each(|(place, _)| consumers[*place].push(index));
            transition.put.iter().for_each(|(place, _)| producers[*place].push(index));
        }
        let lonely = lonely(net);
        Self {
            net,
            producers,
            consumers,
            gone_places: vec![false; places],
            gone_transitions: vec![false; transitions],
            places: Queue::full(places),
            transitions: Queue::full(transitions),
            lonely,
        }
    }

    fn step(&mut self) -> bool {
        if let Some(place) = self.places.pop() {
            if !self.gone_places[place] {
                self.at_place(place);
            }
            return true;
        }
        let Some(transition) = self.transitions.pop() else { return false };
        if !self.gone_transitions[transition] {
            self.merge_equal_places(transition);
        }
        true
    }

    fn at_place(&mut self, place: usize) {
        self.merge_equal_transitions(place);
        self.drop_idle(place);
        let _ = self.fuse_places(place) || self.fuse_transitions(place) || self.choose_at_once(place);
    }

    /// Of transitions that do the same one is enough.
    fn merge_equal_transitions(&mut self, place: usize) {
        if self.consumers[place].len() < 2 {
            return;
        }
        let mut sorted = self.consumers[place].clone();
        let key = |net: &Net, index: usize| {
            let transition: &Transition = &net.transitions[index];
            (transition.clears, transition.take.clone(), transition.put.clone())
        };
        sorted.sort_by_cached_key(|index| key(self.net, *index));
        let mut kept = sorted[0];
        for other in sorted.into_iter().skip(1) {
            let (one, two) = (&self.net.transitions[kept], &self.net.transitions[other]);
            if one.clears == two.clears && one.take == two.take && one.put == two.put {
                let also = self.done_by(other);
                self.add_also(kept, also);
                self.remove_transition(other);
            } else {
                kept = other;
            }
        }
    }

    /// A transition that puts back just what it took changes nothing.
    fn drop_idle(&mut self, place: usize) {
        let idle = |index: &usize| {
            let transition = &self.net.transitions[*index];
            !transition.clears && transition.take == [(place, 1)] && transition.put == transition.take
        };
        let found: Vec<usize> = self.consumers[place].iter().copied().filter(idle).collect();
        for transition in found {
            let done = self.done_by(transition);
            let also = self.net.places[place].also;
            self.net.places[place].also = self.net.recipes.then(also, done);
            self.remove_transition(transition);
        }
    }

    /// A place whose tokens can only go on to one other place is that place.
    fn fuse_places(&mut self, place: usize) -> bool {
        let [only] = self.consumers[place][..] else { return false };
        let transition = &self.net.transitions[only];
        let &[(target, 1)] = &transition.put[..] else { return false };
        if transition.clears || transition.take != [(place, 1)] || target == place {
            return false;
        }
        let (recipe, also) = (transition.recipe, transition.also);
        if self.producers[target] == [only] && self.net.places[target].tokens == 0 {
            self.remove_transition(only);
            self.take_up(place, target, recipe, also);
        } else {
            self.remove_transition(only);
            self.send_on(place, target, recipe, also);
        }
        true
    }

    /// `target` had no other source: `place` takes its part over.
    fn take_up(&mut self, place: usize, target: usize, recipe: RecipeId, also: RecipeId) {
        for consumer in std::mem::take(&mut self.consumers[target]) {
            rename(&mut self.net.transitions[consumer].take, target, place);
            self.consumers[place].push(consumer);
            self.transitions.push(consumer);
        }
        let next = self.net.places[target].clone();
        let own = self.net.places[place].clone();
        let recipes = &mut self.net.recipes;
        let first = recipes.then(own.recipe, recipe);
        let recipe = recipes.then(first, next.recipe);
        let first = recipes.then(own.also, also);
        let also = recipes.then(first, next.also);
        let stands = if next.sink == Sink::None && next.stands != Stands::Nowhere { next.stands } else { own.stands };
        self.net.places[place] = super::net::Place { tokens: own.tokens, sink: next.sink, stands, recipe, also };
        self.lonely[place] = self.lonely[target];
        self.gone_places[target] = true;
        self.look_around(place);
    }

    /// `target` has other sources, too: those of `place` put their tokens there at once.
    fn send_on(&mut self, place: usize, target: usize, recipe: RecipeId, also: RecipeId) {
        let own = self.net.places[place].clone();
        let recipe = self.net.recipes.then(own.recipe, recipe);
        let also = self.net.recipes.then(own.also, also);
        for producer in std::mem::take(&mut self.producers[place]) {
            let weight = rename(&mut self.net.transitions[producer].put, place, target);
            let done = self.net.recipes.times(recipe, weight);
            let transition = &mut self.net.transitions[producer];
            transition.recipe = self.net.recipes.then(transition.recipe, done);
            self.add_also(producer, also);
            if !self.producers[target].contains(&producer) {
                self.producers[target].push(producer);
            }
            self.transitions.push(producer);
        }
        self.net.places[target].tokens += own.tokens;
        if own.tokens > 0 {
            let done = self.net.recipes.times(recipe, own.tokens);
            self.net.before = self.net.recipes.then(self.net.before, done);
            self.net.places[target].also = self.net.recipes.then(self.net.places[target].also, also);
        }
        self.gone_places[place] = true;
        self.look_around(target);
    }

    /// A place between two transitions of which the second has nothing else to wait for: both are one.
    fn fuse_transitions(&mut self, place: usize) -> bool {
        let ([first], [second]) = (&self.producers[place][..], &self.consumers[place][..]) else { return false };
        let (first, second) = (*first, *second);
        let (one, two) = (&self.net.transitions[first], &self.net.transitions[second]);
        let fits = first != second && !one.clears && !two.clears && two.take == [(place, 1)] && !two.put.is_empty();
        if !fits || self.net.places[place].tokens > 0 {
            return false;
        }
        let weight = one.put.iter().find(|(put, _)| *put == place).map_or(1, |(_, weight)| *weight);
        let put = two.put.clone();
        let between = self.net.places[place].recipe;
        let done = self.net.recipes.then(between, two.recipe);
        let done = self.net.recipes.times(done, weight);
        let also = self.net.recipes.then(self.net.places[place].also, self.net.transitions[second].also);
        self.remove_transition(second);
        let transition = &mut self.net.transitions[first];
        transition.put.retain(|(target, _)| *target != place);
        transition.recipe = self.net.recipes.then(transition.recipe, done);
        self.add_also(first, also);
        for (target, count) in put {
            add(&mut self.net.transitions[first].put, target, count * weight);
            if !self.producers[target].contains(&first) {
                self.producers[target].push(first);
            }
            self.places.push(target);
        }
        self.gone_places[place] = true;
        self.transitions.push(first);
        self.net.transitions[first].take.iter().for_each(|(source, _)| self.places.push(*source));
        true
    }

    /// A choice that follows a way out of another choice: all ways are chosen among at once.
    fn choose_at_once(&mut self, place: usize) -> bool {
        let [first] = self.producers[place][..] else { return false };
        let one = &self.net.transitions[first];
        let &[(source, 1)] = &one.take[..] else { return false };
        let later = &self.consumers[place];
        let follows = |index: &usize| {
            let transition = &self.net.transitions[*index];
            *index != first && !transition.clears && transition.take == [(place, 1)] && !transition.put.is_empty()
        };
        let fits = one.put == [(place, 1)] && !one.clears && source != place && self.net.places[place].tokens == 0;
        if !fits || later.is_empty() || !later.iter().all(follows) {
            return false;
        }
        let (recipe, also) = (one.recipe, one.also);
        let recipe = self.net.recipes.then(recipe, self.net.places[place].recipe);
        let also = self.net.recipes.then(also, self.net.places[place].also);
        self.remove_transition(first);
        for consumer in std::mem::take(&mut self.consumers[place]) {
            let transition = &mut self.net.transitions[consumer];
            transition.take = vec![(source, 1)];
            transition.recipe = self.net.recipes.then(recipe, transition.recipe);
            self.add_also(consumer, also);
            self.consumers[source].push(consumer);
            self.transitions.push(consumer);
            let put = self.net.transitions[consumer].put.clone();
            put.iter().for_each(|(target, _)| self.places.push(*target));
        }
        self.gone_places[place] = true;
        self.places.push(source);
        true
    }

    /// Of places that always hold the same one is enough.
    fn merge_equal_places(&mut self, transition: usize) {
        if self.net.transitions[transition].put.len() < 2 {
            return;
        }
        let mut sorted: Vec<usize> = self.net.transitions[transition].put.iter().map(|(place, _)| *place).collect();
        let merges = |place: &usize| match self.net.places[*place].sink {
            Sink::None | Sink::Drain => true,
            Sink::End(_) => self.lonely[*place],
            Sink::Exit => false,
        };
        sorted.retain(merges);
        sorted.sort_by_cached_key(|place| self.neighbours(*place));
        let mut kept = None;
        for place in sorted {
            match kept {
                Some(one) if self.neighbours(one) == self.neighbours(place) => self.merge_place(one, place),
                _ => kept = Some(place),
            }
        }
    }

    /// All that decides how many tokens a place holds.
    fn neighbours(&self, place: usize) -> (u32, bool, Arcs, Arcs) {
        let weight = |arcs: &[(usize, u32)]| arcs.iter().find(|(other, _)| *other == place).map_or(0, |(_, weight)| *weight);
        let arcs = |indices: &[usize], side: fn(&Transition) -> &[(usize, u32)]| {
            let mut arcs: Arcs = indices.iter().map(|index| (*index, weight(side(&self.net.transitions[*index])))).collect();
            arcs.sort_unstable();
            arcs
        };
        let at = &self.net.places[place];
        let producers = arcs(&self.producers[place], |transition| &transition.put);
        (at.tokens, at.sink == Sink::None, producers, arcs(&self.consumers[place], |transition| &transition.take))
    }

    fn merge_place(&mut self, kept: usize, other: usize) {
        for transition in std::mem::take(&mut self.producers[other]) {
            self.net.transitions[transition].put.retain(|(place, _)| *place != other);
            self.transitions.push(transition);
        }
        for transition in std::mem::take(&mut self.consumers[other]) {
            self.net.transitions[transition].take.retain(|(place, _)| *place != other);
            self.transitions.push(transition);
        }
        let gone = self.net.places[other].clone();
        let recipes = &mut self.net.recipes;
        let place = &mut self.net.places[kept];
        place.recipe = recipes.then(place.recipe, gone.recipe);
        place.also = recipes.then(place.also, gone.also);
        if place.sink == Sink::Drain {
            place.sink = gone.sink;
        }
        self.gone_places[other] = true;
        self.look_around(kept);
    }

    fn done_by(&mut self, transition: usize) -> RecipeId {
        let (recipe, also) = (self.net.transitions[transition].recipe, self.net.transitions[transition].also);
        self.net.recipes.then(recipe, also)
    }

    fn add_also(&mut self, transition: usize, also: RecipeId) {
        let transition = &mut self.net.transitions[transition];
        transition.also = self.net.recipes.then(transition.also, also);
    }

    fn remove_transition(&mut self, transition: usize) {
        let gone = &self.net.transitions[transition];
        for (place, _) in &gone.take {
            self.consumers[*place].retain(|other| *other != transition);
            self.places.push(*place);
        }
        for (place, _) in &gone.put {
            self.producers[*place].retain(|other| *other != transition);
            self.places.push(*place);
        }
        self.gone_transitions[transition] = true;
    }

    fn look_around(&mut self, place: usize) {
        self.places.push(place);
        for transition in self.producers[place].iter().chain(&self.consumers[place]) {
            self.transitions.push(*transition);
        }
        for transition in &self.producers[place] {
            self.net.transitions[*transition].take.iter().for_each(|(source, _)| self.places.push(*source));
        }
    }

    /// Numbers what is left anew.
    fn sweep(self) {
        let mut numbers = vec![usize::MAX; self.net.places.len()];
        let mut places = Vec::new();
        for (index, place) in self.net.places.iter().enumerate().filter(|(index, _)| !self.gone_places[*index]) {
            numbers[index] = places.len();
            places.push(place.clone());
        }
        let mut transitions = Vec::new();
        for (_, transition) in self.net.transitions.iter().enumerate().filter(|(index, _)| !self.gone_transitions[*index]) {
            let renumbered = |arcs: &[(usize, u32)]| arcs.iter().map(|(place, weight)| (numbers[*place], *weight)).collect();
            let (take, put) = (renumbered(&transition.take), renumbered(&transition.put));
            transitions.push(Transition { take, put, ..*transition });
        }
        self.net.places = places;
        self.net.transitions = transitions;
    }
}

type Arcs = Vec<(usize, u32)>;

/// Which sinks are the only place of their end.
fn lonely(net: &Net) -> Vec<bool> {
    let ends = net.places.iter().filter_map(|place| match place.sink {
        Sink::End(end) => Some(end),
        _ => None,
    });
    let mut count = std::collections::BTreeMap::<usize, u32>::new();
    ends.for_each(|end| *count.entry(end).or_default() += 1);
    net.places.iter().map(|place| matches!(place.sink, Sink::End(end) if count.get(&end) == Some(&1))).collect()
}

/// Puts one place in the stead of another; gives the weight of the arc that was moved.
fn rename(arcs: &mut Vec<(usize, u32)>, from: usize, to: usize) -> u32 {
    let weight = arcs.iter().find(|(place, _)| *place == from).map_or(0, |(_, weight)| *weight);
    arcs.retain(|(place, _)| *place != from);
    add(arcs, to, weight);
    weight
}

/// Adds to an arc; arcs are kept in the order of their places.
fn add(arcs: &mut Vec<(usize, u32)>, place: usize, weight: u32) {
    match arcs.binary_search_by_key(&place, |(other, _)| *other) {
        Ok(at) => arcs[at].1 += weight,
        Err(at) => arcs.insert(at, (place, weight)),
    }
}
