//! What can be done in a case now.

use super::program::{Kind, Node, NodeIx, Program, Trigger};
use super::state::{At, Body, Owner, State, Token, TokenId, Wait};
use super::step::{EventKind, Offer, Spot};
use crate::model::{FlowId, NodeId};

/// Everything that can be done: beginnings, tasks, services, events, timers, and tokens to free by hand; each kind in the order of age.
pub(super) fn offers(program: &Program, state: &State) -> Vec<Offer> {
    let mut offers = beginnings(program, state);
    offers.extend(state.tokens.iter().filter_map(|(id, token)| at_token(program, state, *id, token)));
    offers.extend(state.waits.iter().filter_map(|((owner, node), wait)| waiting(program, state, *owner, *node, wait)));
    offers
}

fn beginnings(program: &Program, state: &State) -> Vec<Offer> {
    let open = program.participants.iter().map(|level| program.level(*level)).filter(|level| !state.begun.contains(&level.process));
    let nodes = open.flat_map(|level| if level.starts.is_empty() { level.begins.get(..1).unwrap_or_default() } else { &level.starts });
    // Another pool's process that begins with a message of this procedure is begun by that message.
    let own = program.participants.first();
    let begins = nodes.filter(|node| own == Some(&program.node(**node).level) || program.node(**node).senders.is_empty());
    begins.map(|node| Offer::Start { node: program.node(*node).id }).collect()
}

fn at_token(program: &Program, state: &State, id: TokenId, token: &Token) -> Option<Offer> {
    match &token.at {
        At::Task { node, due } => {
            let node = program.node(*node);
            let at = Spot::token(node.id, id);
            Some(Offer::Task { at, role: node.role, form: node.form, due: *due, since: token.since, run: run_of(state, token) })
        }
        At::Service(index) => {
            let node = program.node(*index);
            let Kind::Service { key, answer } = &node.kind else { return None };
            let catches = caught_errors(program, state, id, token);
            Some(Offer::Service { at: Spot::token(node.id, id), service: key.clone(), answer: answer.clone(), catches })
        }
        At::Node(index) => {
            let node = program.node(*index);
            Some(Offer::Held { at: Spot::token(node.id, id), ways: node.outgoing.iter().map(|flow| program.flow(*flow).id).collect() })
        }
        At::Stuck { node, reason } => {
            let in_run = state.scopes.get(&token.scope).is_some_and(|scope| scope.body == Body::Run(*node));
            let node = program.node(*node);
            let ways: Vec<FlowId> = if in_run { Vec::new() } else { node.outgoing.iter().map(|flow| program.flow(*flow).id).collect() };
            Some(Offer::Stuck { at: Spot::token(node.id, id), reason: reason.clone(), ways })
        }
        _ => None,
    }
}

/// Which run of the innermost repeated step around it a token is in, from 1.
fn run_of(state: &State, token: &Token) -> Option<usize> {
    let outwards = std::iter::successors(state.scopes.get(&token.scope), |scope| state.scopes.get(&scope.parent?));
    let run = outwards.into_iter().find(|scope| matches!(scope.body, Body::Run(_)))?;
    match run.locals.as_ref()?.names.first()? {
        (_, super::data::Local::Value(crate::expr::Value::Number(number))) => super::values::count_of(number),
        _ => None,
    }
}

/// Codes of errors that would be caught if thrown where the token stands.
fn caught_errors(program: &Program, state: &State, id: TokenId, token: &Token) -> Vec<String> {
    let mut owners = vec![Owner::Token(id)];
    let mut next = Some(token.scope);
    while let Some((id, scope)) = next.and_then(|id| Some((id, state.scopes.get(&id)?))) {
        owners.push(Owner::Scope(id));
        if let super::state::Holder::Token(token) = scope.holder {
            owners.push(Owner::Token(token));
        }
        next = scope.parent;
    }
    let waits = owners.into_iter().flat_map(|owner| state.waits_of(owner).map(|(node, _)| node));
    let codes = waits.filter_map(|node| match program.node(node).trigger() {
        Some(Trigger::Error(code)) => Some(code.clone()),
        _ => None,
    });
    codes.collect()
}

fn waiting(program: &Program, state: &State, owner: Owner, index: NodeIx, wait: &Wait) -> Option<Offer> {
    let node = program.node(index);
    let at = Spot { node: node.id, owner: Some(owner) };
    let beside = beside(program, state, owner, node);
    let kind = match node.trigger()? {
        Trigger::Message(name) => EventKind::Message(name.clone()),
        Trigger::Signal(name) => EventKind::Signal(name.clone()),
        Trigger::Error(code) => EventKind::Error(code.clone()),
        Trigger::Escalation(code) => EventKind::Escalation(code.clone()),
        Trigger::Condition(condition) => EventKind::Condition(condition.text().to_string()),
        Trigger::Timer(_) => {
            let Wait::Timer { at: due, .. } = wait else { return None };
            return Some(Offer::Timer { at, due: *due, beside });
        }
        Trigger::None => return None,
    };
    Some(Offer::Event { at, kind, beside, senders: senders(program, index) })
}

/// The activity or event-based gateway at which the owner stands, if it is not the event itself.
fn beside(program: &Program, state: &State, owner: Owner, event: &Node) -> Option<NodeId> {
    let Owner::Token(token) = owner else { return None };
    let node = program.node(state.tokens.get(&token)?.at.node()?).id;
    (node != event.id).then_some(node)
}

/// Nodes whose message may reach this one.
fn senders(program: &Program, receiver: NodeIx) -> Vec<NodeId> {
    program.node(receiver).senders.iter().map(|sender| program.node(*sender).id).collect()
}
