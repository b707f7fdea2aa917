//! The net of a level: places that hold tokens, transitions that move them (a Petri net with places for ends and a few
//! transitions that empty everything).
//!
//! Tokens that reach an end stay there to be counted: the flow is completed when no other place has one. Since a token may wait
//! as long as it likes, two can stand on the flow before an end exactly if two can arrive there. That does not hold where there are
//! inclusive joins, before which everything moves that can: there ends take their tokens.

use super::compose::Inner;
use super::graph::{Edge, Input, Level, Node, Trigger, Work};
use super::recipe::{RecipeId, Recipes};

/// A net.
#[derive(Clone, Debug)]
pub(super) struct Net {
    pub places: Vec<Place>,
    pub transitions: Vec<Transition>,
    pub recipes: Recipes,
    /// What is done before anything else.
    pub before: RecipeId,
    /// Its inclusive joins.
    pub joins: Vec<Join>,
}

/// An inclusive join: it takes a token from each place that has one, once no other can come (BPMN 2.0, table 13.3).
#[derive(Clone, Debug)]
pub(super) struct Join {
    pub sides: Vec<Side>,
    /// What it may do then.
    pub transitions: Vec<usize>,
}

/// A side of an inclusive join.
#[derive(Clone, Debug)]
pub(super) struct Side {
    pub place: usize,
    /// Places from which a token can come to this one without passing the join.
    pub reached_from: Vec<usize>,
}

/// Holds tokens.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Place {
    /// Tokens at first.
    pub tokens: u32,
    pub sink: Sink,
    pub stands: Stands,
    /// What each token that comes here does.
    pub recipe: RecipeId,
    /// What can be done as soon as a token has come here, without changing anything.
    pub also: RecipeId,
}

/// Whether tokens are at their end here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sink {
    /// No: they have to go on.
    None,
    /// They just vanish.
    Drain,
    /// An end event of the level is reached.
    End(usize),
    /// An error leaves the level.
    Exit,
}

/// Where a token of the place is in the level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stands {
    /// Before the node, not on a flow.
    Before(usize),
    /// On a line; of several fused ones, one.
    On(usize),
    /// In an activity.
    In(usize),
    /// Nowhere that could be shown.
    Nowhere,
}

/// Moves tokens: takes `take`, puts `put`.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Transition {
    pub take: Vec<(usize, u32)>,
    pub put: Vec<(usize, u32)>,
    /// Whether all tokens but those at ends are taken away, too.
    pub clears: bool,
    pub is_automatic: bool,
    pub recipe: RecipeId,
    pub also: RecipeId,
}

/// How a net is to be made of a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Plan {
    /// Flows that lead to the same node share a place where tokens on them come to the same.
    pub is_fused: bool,
    /// The level begins at one of its start events, not at all of its beginnings.
    pub is_case: bool,
}

/// The net of a level. `inner` tells of what runs inside its nodes.
pub(super) fn net(level: &Level, inner: &[Option<Inner>], plan: Plan) -> Net {
    let net = Net { places: Vec::new(), transitions: Vec::new(), recipes: Recipes::new(), before: RecipeId::NOTHING, joins: Vec::new() };
    let has_joins = level.nodes.iter().any(|node| node.input == Input::Awaited);
    let mut builder = Builder { level, inner, net, line_places: vec![usize::MAX; level.lines.len()], has_joins };
    builder.line_places(plan.is_fused);
    for place in 0..level.nodes.len() {
        builder.node(place);
    }
    builder.beginnings(plan.is_case);
    builder.joins();
    builder.net
}

struct Builder<'a> {
    level: &'a Level,
    inner: &'a [Option<Inner>],
    net: Net,
    line_places: Vec<usize>,
    has_joins: bool,
}

impl Builder<'_> {
    fn place(&mut self, stands: Stands, sink: Sink, recipe: RecipeId) -> usize {
        self.net.places.push(Place { tokens: 0, sink, stands, recipe, also: RecipeId::NOTHING });
        self.net.places.len() - 1
    }

    /// Tokens before an end are counted, those before a node without way out vanish; each on its own flow.
    fn line_places(&mut self, is_fused: bool) {
        for (index, node) in self.level.nodes.iter().enumerate() {
            let (sink, recipe) = match Self::sink(index, node) {
                sink if sink == Sink::None || self.has_joins => (Sink::None, RecipeId::NOTHING),
                sink => (sink, self.net.recipes.act(index, 0)),
            };
            let shares = is_fused && node.input == Input::Each && sink == Sink::None && self.passes(index, node);
            let mut shared = None;
            for line in &node.incoming {
                let place = match shared {
                    Some(place) => place,
                    None => self.place(Stands::On(*line), sink, recipe),
                };
                self.line_places[*line] = place;
                shared = shares.then_some(place);
            }
        }
    }

    /// Whether each token that comes to the node can go on as if it were alone.
    fn passes(&self, index: usize, node: &Node) -> bool {
        matches!(node.work, Work::Pass | Work::Escalate { .. } | Work::Inside(_))
            && !self.needs_inside(index, node)
            && !node.ways.is_empty()
    }

    fn sink(index: usize, node: &Node) -> Sink {
        let ends_here = node.ways == [Vec::<usize>::new()] && node.input == Input::Each && node.edges.is_empty();
        match &node.work {
            Work::End | Work::Escalate { is_end: true, .. } => Sink::End(index),
            Work::Pass | Work::Escalate { .. } if ends_here => Sink::Drain,
            _ => Sink::None,
        }
    }

    fn puts(&self, node: &Node, way: usize) -> Vec<(usize, u32)> {
        let lines = node.ways.get(way).map(Vec::as_slice).unwrap_or_default();
        counted(lines.iter().map(|line| self.line_places[*line]))
    }

    fn add(&mut self, node: usize, take: Vec<(usize, u32)>, put: Vec<(usize, u32)>, recipe: RecipeId) -> usize {
        let is_automatic = self.level.nodes[node].is_automatic;
        let also = RecipeId::NOTHING;
        self.net.transitions.push(Transition { take, put, clears: false, is_automatic, recipe, also });
        self.net.transitions.len() - 1
    }

    fn node(&mut self, index: usize) {
        let level = self.level;
        let node = &level.nodes[index];
        let sink = Self::sink(index, node);
        if node.incoming.is_empty() || node.is_hosted || (sink != Sink::None && !self.has_joins) {
            return;
        }
        if sink != Sink::None {
            return self.end(index, sink);
        }
        match node.input {
            Input::All => {
                let take = counted(node.incoming.iter().map(|line| self.line_places[*line]));
                self.leave(index, &take);
            }
            Input::Awaited => {
                let from = self.net.transitions.len();
                self.leave(index, &[]);
                let transitions = (from..self.net.transitions.len()).collect();
                let side = |line: &usize| Side { place: self.line_places[*line], reached_from: Vec::new() };
                let sides = node.incoming.iter().map(side).collect();
                self.net.joins.push(Join { sides, transitions });
            }
            Input::Each => {
                let mut from: Vec<usize> = node.incoming.iter().map(|line| self.line_places[*line]).collect();
                from.sort_unstable();
                from.dedup();
                self.work(index, &from);
            }
        }
    }

    /// Where joins look at how tokens move, an end takes its tokens like any other node.
    fn end(&mut self, index: usize, sink: Sink) {
        let recipe = self.net.recipes.act(index, 0);
        let end = self.place(Stands::Nowhere, sink, recipe);
        let level = self.level;
        for line in &level.nodes[index].incoming {
            self.add(index, vec![(self.line_places[*line], 1)], vec![(end, 1)], RecipeId::NOTHING);
        }
    }

    /// The node takes tokens from any of these places.
    fn work(&mut self, index: usize, from: &[usize]) {
        let level = self.level;
        let node = &level.nodes[index];
        match &node.work {
            Work::Stuck => {}
            Work::Terminate | Work::Error(_) => {
                let sink = if node.work == Work::Terminate { Sink::End(index) } else { Sink::Exit };
                let recipe = self.net.recipes.act(index, 0);
                let end = self.place(Stands::Nowhere, sink, recipe);
                for place in from {
                    let ends = self.add(index, vec![(*place, 1)], vec![(end, 1)], RecipeId::NOTHING);
                    self.net.transitions[ends].clears = true;
                }
            }
            _ if self.needs_inside(index, node) => self.inside(index, from),
            _ => from.iter().for_each(|place| self.leave(index, &[(*place, 1)])),
        }
    }

    fn leave(&mut self, index: usize, take: &[(usize, u32)]) {
        let level = self.level;
        for way in 0..level.nodes[index].ways.len() {
            let put = self.puts(&level.nodes[index], way);
            let recipe = self.net.recipes.act(index, way);
            self.add(index, take.to_vec(), put, recipe);
        }
    }

    fn needs_inside(&self, index: usize, node: &Node) -> bool {
        !node.edges.is_empty() || self.inner[index].as_ref().is_some_and(|inner| !inner.completes || !inner.errors.is_empty())
    }

    /// A token rests in the activity until it is done, or an event at its edge stops it. Which of the events that do not stop it
    /// will happen is chosen when it begins: their tokens may wait as long as they like.
    fn inside(&mut self, index: usize, from: &[usize]) {
        let level = self.level;
        let (node, inner) = (&level.nodes[index], self.inner[index].as_ref());
        let inside = self.place(Stands::In(index), Sink::None, RecipeId::NOTHING);
        let mut beginnings = vec![(vec![(inside, 1)], RecipeId::NOTHING)];
        for edge in node.edges.iter().filter(|edge| happens(edge, inner)) {
            let event = level.lines[edge.line].to;
            if edge.is_interrupting {
                let from = self.net.transitions.len();
                self.leave(event, &[(inside, 1)]);
                self.net.transitions[from..].iter_mut().for_each(|stops| stops.is_automatic = false);
                continue;
            }
            for (put, recipe) in beginnings.clone() {
                for way in 0..level.nodes[event].ways.len() {
                    let more = self.puts(&level.nodes[event], way);
                    let act = self.net.recipes.act(event, way);
                    beginnings.push((added(&put, &more), self.net.recipes.then(recipe, act)));
                }
            }
        }
        for place in from {
            for (put, recipe) in &beginnings {
                self.add(index, vec![(*place, 1)], put.clone(), *recipe);
            }
        }
        if inner.is_none_or(|inner| inner.completes) {
            self.leave(index, &[(inside, 1)]);
        }
        let uncaught =
            inner.into_iter().flat_map(|inner| &inner.errors).any(|code| !node.edges.iter().any(|edge| edge.catches_error(code)));
        if uncaught {
            let end = self.place(Stands::Nowhere, Sink::Exit, RecipeId::NOTHING);
            let recipe = RecipeId::NOTHING;
            let ends = self.add(index, vec![(inside, 1)], vec![(end, 1)], recipe);
            self.net.transitions[ends].clears = true;
        }
    }

    fn beginnings(&mut self, is_case: bool) {
        let level = self.level;
        if is_case && !level.starts.is_empty() {
            let begin = self.place(Stands::Nowhere, Sink::None, RecipeId::NOTHING);
            self.net.places[begin].tokens = 1;
            level.starts.iter().for_each(|start| self.leave(*start, &[(begin, 1)]));
            return;
        }
        for start in &level.begins {
            let node = &level.nodes[*start];
            let (sink, recipe) = match Self::sink(*start, node) {
                Sink::None => (Sink::None, RecipeId::NOTHING),
                sink => (sink, self.net.recipes.act(*start, 0)),
            };
            let begin = self.place(Stands::Before(*start), sink, recipe);
            self.net.places[begin].tokens = 1;
            if sink == Sink::None {
                self.work(*start, &[begin]);
            }
        }
    }

    /// Finds from where tokens can come to inclusive joins.
    fn joins(&mut self) {
        let level = self.level;
        let mut nets = std::mem::take(&mut self.net.joins);
        let joins = level.nodes.iter().enumerate().filter(|(_, node)| node.input == Input::Awaited);
        for ((index, node), join) in joins.zip(&mut nets) {
            for (line, side) in node.incoming.iter().zip(&mut join.sides) {
                let before = level.before(level.lines[*line].from, index);
                let reaches = |place: &Place| match place.stands {
                    Stands::Before(node) | Stands::In(node) => before[node],
                    Stands::On(line) => before[level.lines[line].to],
                    Stands::Nowhere => false,
                };
                let places = self.net.places.iter().enumerate();
                side.reached_from = places.filter(|(_, place)| reaches(place)).map(|(index, _)| index).collect();
            }
        }
        self.net.joins = nets;
    }
}

/// Whether an event at the edge of an activity can happen. Errors of a step come from outside; those of a sub-process from its
/// error end events, if it has any and no service of its own that might fail.
fn happens(edge: &Edge, inner: Option<&Inner>) -> bool {
    let Some(inner) = inner else { return true };
    match &edge.trigger {
        Trigger::Free => true,
        Trigger::Error(code) => inner.may_fail || inner.errors.iter().any(|thrown| code.is_empty() || thrown == code),
        Trigger::Escalation(code) => inner.escalations.iter().any(|thrown| code.is_empty() || thrown == code),
    }
}

impl Edge {
    pub fn catches_error(&self, thrown: &str) -> bool {
        matches!(&self.trigger, Trigger::Error(code) if code.is_empty() || code == thrown)
    }
}

fn added(one: &[(usize, u32)], other: &[(usize, u32)]) -> Vec<(usize, u32)> {
    let each =
        |arcs: &[(usize, u32)]| arcs.iter().flat_map(|(place, count)| std::iter::repeat_n(*place, *count as usize)).collect::<Vec<_>>();
    counted(each(one).into_iter().chain(each(other)))
}

fn counted(places: impl Iterator<Item = usize>) -> Vec<(usize, u32)> {
    let mut places: Vec<usize> = places.collect();
    places.sort_unstable();
    let mut counted: Vec<(usize, u32)> = Vec::with_capacity(places.len());
    for place in places {
        match counted.last_mut() {
            Some((last, count)) if *last == place => *count += 1,
            _ => counted.push((place, 1)),
        }
    }
    counted
}
