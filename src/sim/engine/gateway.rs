//! Flows and gateways: which ways a token goes on, and how tokens join (BPMN 2.0, 13.4).

use super::super::program::{Flow, FlowIx, Kind, NodeIx, Reach};
use super::super::state::{At, Owner, ScopeId, TokenId, Wait};
use super::super::trace::{Happening, StuckReason, Why};
use super::{Engine, Work};
use std::sync::Arc;

/// Flows to take, each with its reason.
type Ways = Vec<(FlowIx, Why)>;

impl Engine<'_> {
    /// The token is done at the node and goes on: one token on each way, none if there is no way.
    pub fn leave(&mut self, token: TokenId, node: NodeIx) {
        match self.ways(token, node) {
            Ok(ways) => {
                self.disarm(Owner::Token(token));
                self.note(Happening::Left(self.program.node(node).id));
                self.go(token, ways);
            }
            Err(reason) => self.stick(token, node, reason),
        }
    }

    /// Sends the token on these ways.
    pub(super) fn go(&mut self, token: TokenId, ways: Ways) {
        let Some(scope) = self.state.tokens.get(&token).map(|token| token.scope) else { return };
        let mut first = Some(token);
        for (flow, why) in ways {
            self.note(Happening::FlowTaken { flow: self.program.flow(flow).id, why });
            let moving = match first.take() {
                Some(token) => {
                    self.place(token, At::Flow(flow));
                    token
                }
                None => self.spawn(scope, At::Flow(flow)),
            };
            self.work.push_back(Work::Arrive(moving));
        }
        if let Some(token) = first {
            self.consume(token);
        }
    }

    fn ways(&mut self, token: TokenId, node: NodeIx) -> Result<Ways, StuckReason> {
        if let Some(flows) = self.state.chosen.remove(&node) {
            return Ok(flows.into_iter().map(|flow| (flow, Why::ByHand)).collect());
        }
        let program = self.program;
        let node = program.node(node);
        match &node.outgoing[..] {
            [] => Ok(Vec::new()),
            [only] if program.flow(*only).condition.is_none() => Ok(vec![(*only, Why::OnlyWay)]),
            all if matches!(node.kind, Kind::Parallel) => Ok(all.iter().map(|flow| (*flow, Why::Parallel)).collect()),
            all => self.decided(token, all, matches!(node.kind, Kind::Exclusive)),
        }
    }

    /// Ways by their conditions, in the order of creation. An exclusive gateway takes the first that holds; a way without condition is
    /// none that it could decide on. Elsewhere all that hold are taken, and all without condition. The default goes when no condition holds.
    fn decided(&self, token: TokenId, all: &[FlowIx], is_exclusive: bool) -> Result<Ways, StuckReason> {
        let scene = self.scene_of(token);
        let mut ways = Ways::new();
        let mut any_holds = false;
        let flows = || all.iter().map(|index| (*index, self.program.flow(*index)));
        for (index, flow) in flows().filter(|(_, flow)| !flow.is_default) {
            match &flow.condition {
                Some(condition) if condition.holds(&scene).map_err(StuckReason::Expression)? => {
                    any_holds = true;
                    ways.push((index, Why::Condition { text: Arc::clone(condition.text()), used: condition.used(&scene) }));
                    if is_exclusive {
                        break;
                    }
                }
                None if !is_exclusive => ways.push((index, Why::Parallel)),
                _ => {}
            }
        }
        if !any_holds && let Some((index, _)) = flows().find(|(_, flow)| flow.is_default) {
            ways.push((index, Why::Default));
        }
        if !ways.is_empty() {
            return Ok(ways);
        }
        let mut used = Vec::new();
        for (path, value) in flows().filter_map(|(_, flow): (_, &Flow)| flow.condition.as_ref()).flat_map(|text| text.used(&scene)) {
            if !used.iter().any(|(known, _)| *known == path) {
                used.push((path, value));
            }
        }
        Err(StuckReason::NoWayOut { used })
    }

    /// A token on a flow reaches its end.
    pub(super) fn arrive(&mut self, token: TokenId) {
        let Some((scope, At::Flow(flow))) = self.state.tokens.get(&token).map(|token| (token.scope, &token.at)) else { return };
        let to = self.program.flow(*flow).to;
        let node = self.program.node(to);
        let joins = matches!(node.kind, Kind::Parallel | Kind::Inclusive(_)) && node.incoming.len() > 1;
        if !joins {
            self.place(token, At::Node(to));
            self.enter(token, to);
            return;
        }
        let waiting = self.state.joins.entry((scope, to)).or_default();
        waiting.push(token);
        let could_fire = matches!(node.kind, Kind::Parallel) && waiting.len() >= node.incoming.len();
        if could_fire && node.incoming.iter().all(|flow| self.waiting_on(scope, to, *flow).is_some()) {
            self.join(scope, to);
        }
    }

    /// The oldest token that waits on a flow before a join.
    fn waiting_on(&self, scope: ScopeId, join: NodeIx, flow: FlowIx) -> Option<TokenId> {
        let on_flow = |token: &&TokenId| self.state.tokens.get(token).is_some_and(|token| token.at == At::Flow(flow));
        self.state.joins.get(&(scope, join))?.iter().find(on_flow).copied()
    }

    /// Fires a join: takes a token from each incoming flow that has one.
    fn join(&mut self, scope: ScopeId, join: NodeIx) {
        let incoming = &self.program.node(join).incoming;
        let taken: Vec<TokenId> = incoming.iter().filter_map(|flow| self.waiting_on(scope, join, *flow)).collect();
        if let Some(waiting) = self.state.joins.get_mut(&(scope, join)) {
            waiting.retain(|token| !taken.contains(token));
            if waiting.is_empty() {
                self.state.joins.remove(&(scope, join));
            }
        }
        let Some((stays, others)) = taken.split_first() else { return };
        self.place(*stays, At::Node(join));
        for token in others {
            self.consume(*token);
        }
        self.enter(*stays, join);
    }

    /// Fires an inclusive join for which no token is on the way any more.
    pub(super) fn join_inclusive(&mut self) -> bool {
        let ready = self.state.joins.keys().copied().find(|(scope, join)| match &self.program.node(*join).kind {
            Kind::Inclusive(reaches) => !self.is_awaited(*scope, *join, reaches),
            _ => false,
        });
        if let Some((scope, join)) = ready {
            self.join(scope, join);
        }
        ready.is_some()
    }

    /// Whether a token elsewhere can reach an empty incoming flow of the join, but none that has a token (BPMN 2.0, table 13.3).
    fn is_awaited(&self, scope: ScopeId, join: NodeIx, reaches: &[Reach]) -> bool {
        let incoming = &self.program.node(join).incoming;
        let split = |has_token: bool| {
            let flows = incoming.iter().zip(reaches);
            flows.filter(move |(flow, _)| self.waiting_on(scope, join, **flow).is_some() == has_token).map(|(_, reach)| reach)
        };
        let (empty, filled): (Vec<&Reach>, Vec<&Reach>) = (split(false).collect(), split(true).collect());
        let waits_here = self.state.joins.get(&(scope, join)).map_or(&[][..], Vec::as_slice);
        let mut elsewhere = self.state.tokens.iter().filter(|(id, token)| token.scope == scope && !waits_here.contains(id));
        elsewhere.any(|(_, token)| {
            let node = match token.at {
                At::Flow(flow) => Some(self.program.flow(flow).to),
                ref at => at.node(),
            };
            node.is_some_and(|node| empty.iter().any(|reach| reach.has(node)) && !filled.iter().any(|reach| reach.has(node)))
        })
    }

    /// At rest with nobody left who could act: names the joins that wait in vain.
    pub(super) fn name_dead_joins(&mut self) {
        let acts = |at: &At| matches!(at, At::Task { .. } | At::Service(_) | At::Event(_) | At::Stuck { .. } | At::Node(_));
        let may_happen = self.state.waits.iter().any(|((_, node), wait)| match wait {
            Wait::Open => !self.program.node(*node).is_thrown_only(),
            _ => true,
        });
        if self.state.joins.is_empty() || may_happen || self.state.tokens.values().any(|token| acts(&token.at)) {
            return;
        }
        let dead: Vec<NodeIx> = self.state.joins.keys().map(|(_, join)| *join).collect();
        for join in dead {
            self.note(Happening::Stuck { node: self.program.node(join).id, reason: StuckReason::WaitsForever });
        }
    }
}
