//! The state of a case, a plain value: tokens, scopes, waiting events, data, time.

use super::data::Locals;
use super::program::{FlowIx, LevelIx, NodeIx};
use super::trace::StuckReason;
use crate::expr::{Context, List};
use crate::model::ProcessId;
use jiff::civil::DateTime;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Names a token of a case. Numbers grow and are never used again, so the smallest is the oldest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TokenId(pub(super) u32);

/// Names a scope of a case: a running process, sub-process, event sub-process, or run of a repeated step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ScopeId(pub(super) u32);

/// What a waiting event belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Owner {
    /// A token that waits at the event, or stands in the activity at whose edge the event is.
    Token(TokenId),
    /// The scope whose event sub-process the event starts.
    Scope(ScopeId),
}

/// Everything there is to know of a case at one moment, but for how it came there. Ordered maps: equal cases are equal states.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    pub(super) now: DateTime,
    /// Case objects by key, and the settings.
    pub(super) data: Context,
    pub(super) tokens: BTreeMap<TokenId, Token>,
    pub(super) scopes: BTreeMap<ScopeId, Scope>,
    /// Events that may happen, by whom they belong to.
    pub(super) waits: BTreeMap<(Owner, NodeIx), Wait>,
    /// Tokens that wait before a joining gateway.
    pub(super) joins: BTreeMap<(ScopeId, NodeIx), Vec<TokenId>>,
    /// Nodes whose messages nobody has received yet, in the order of sending.
    pub(super) unread: Vec<NodeIx>,
    /// Ways chosen by hand for the next token at a gateway.
    pub(super) chosen: BTreeMap<NodeIx, Vec<FlowIx>>,
    /// Processes that have begun at least once.
    pub(super) begun: BTreeSet<ProcessId>,
    /// The number that the next token or scope gets.
    pub(super) next: u32,
}

/// A token.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Token {
    pub scope: ScopeId,
    pub at: At,
    /// When it came there.
    pub since: DateTime,
}

/// Where a token is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum At {
    /// On a flow: moving, or waiting before a joining gateway.
    Flow(FlowIx),
    /// At a node, about to move on.
    Node(NodeIx),
    /// In a step that a person works on.
    Task { node: NodeIx, due: Option<DateTime> },
    /// In a step that a base service works on.
    Service(NodeIx),
    /// At an event, receive task or event-based gateway.
    Event(NodeIx),
    /// In a sub-process or called process.
    Inside(NodeIx),
    /// In a step that is done several times.
    Repeat { node: NodeIx, runs: Runs },
    /// Unable to go on.
    Stuck { node: NodeIx, reason: Arc<StuckReason> },
}

/// How far a repeated step is.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Runs {
    /// What is gone through; `None` for a loop.
    pub items: Option<Items>,
    /// How many are to run in all; unknown for a loop.
    pub total: usize,
    pub begun: usize,
    pub done: usize,
}

/// What a multi-instance step goes through.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Items {
    /// Entries of a list of the case.
    Entries(super::path::Path),
    /// A computed list.
    Values(List),
    /// So many times.
    Count,
}

/// Something that tokens run in.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Scope {
    pub body: Body,
    /// The scope in which it lies, if any.
    pub parent: Option<ScopeId>,
    pub holder: Holder,
    /// How many called processes are around it.
    pub calls: u32,
    /// Tokens directly in it.
    pub live: u32,
    /// Event sub-processes that run beside its tokens.
    pub beside: u32,
    pub locals: Option<Arc<Locals>>,
}

/// What a scope runs.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Body {
    Level(LevelIx),
    /// One run of a repeated step.
    Run(NodeIx),
}

/// Who goes on when a scope is done.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Holder {
    /// Nobody: it is a process of its own.
    Nobody,
    /// The token that stands in the sub-process, call or repeated step.
    Token(TokenId),
    /// The scope whose event sub-process it is.
    Scope(ScopeId),
}

/// An event that may happen.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Wait {
    /// Until something arrives or is thrown.
    Open,
    /// Until a time; `left` counts how often still, this one included (`None`: for ever).
    Timer { at: DateTime, left: Option<u32> },
    /// Until a condition becomes true; `was` is what it was when last looked at.
    Condition { was: bool },
}

impl At {
    /// The node at which the token is; none on a flow.
    pub fn node(&self) -> Option<NodeIx> {
        match self {
            Self::Flow(_) => None,
            Self::Node(node)
            | Self::Service(node)
            | Self::Event(node)
            | Self::Inside(node)
            | Self::Task { node, .. }
            | Self::Repeat { node, .. }
            | Self::Stuck { node, .. } => Some(*node),
        }
    }
}

impl State {
    /// A case in which nothing has happened yet.
    pub(super) fn new(now: DateTime, data: Context) -> Self {
        Self {
            now,
            data,
            tokens: BTreeMap::new(),
            scopes: BTreeMap::new(),
            waits: BTreeMap::new(),
            joins: BTreeMap::new(),
            unread: Vec::new(),
            chosen: BTreeMap::new(),
            begun: BTreeSet::new(),
            next: 0,
        }
    }

    /// The simulated clock.
    pub fn now(&self) -> DateTime {
        self.now
    }

    /// The simulated clock as expressions and forms have it.
    pub fn feel_now(&self) -> Option<crate::expr::DateTime> {
        super::values::feel_date_time(self.now)
    }

    /// The case's data: a context of each case object by its key, and the settings under `einstellungen`.
    pub fn data(&self) -> &Context {
        &self.data
    }

    /// Whether it has begun and has no more to do.
    pub fn has_ended(&self) -> bool {
        !self.begun.is_empty() && self.scopes.is_empty()
    }

    pub(super) fn new_token(&mut self) -> TokenId {
        self.next = self.next.saturating_add(1);
        TokenId(self.next)
    }

    pub(super) fn new_scope(&mut self) -> ScopeId {
        self.next = self.next.saturating_add(1);
        ScopeId(self.next)
    }

    /// Those that wait at a node for a person or service, or where an event is asked for, for that; the oldest first.
    pub(super) fn waiting_at(&self, node: NodeIx, for_event: bool) -> Vec<Owner> {
        if for_event {
            return self.waits.keys().filter(|(_, at)| *at == node).map(|(owner, _)| *owner).collect();
        }
        let works = |at: &At| matches!(at, At::Task { .. } | At::Service(_)) && at.node() == Some(node);
        self.tokens.iter().filter(|(_, token)| works(&token.at)).map(|(id, _)| Owner::Token(*id)).collect()
    }

    /// Waiting events of one owner.
    pub(super) fn waits_of(&self, owner: Owner) -> impl Iterator<Item = (NodeIx, &Wait)> {
        self.waits.range((owner, NodeIx(0))..=(owner, NodeIx(u32::MAX))).map(|((_, node), wait)| (*node, wait))
    }

    pub(super) fn first_wait_of(&self, owner: Owner) -> Option<NodeIx> {
        self.waits_of(owner).next().map(|(node, _)| node)
    }

    /// The armed timer that comes due first.
    pub(super) fn first_timer(&self) -> Option<(DateTime, (Owner, NodeIx))> {
        let timers = self.waits.iter().filter_map(|(key, wait)| match wait {
            Wait::Timer { at, .. } => Some((*at, *key)),
            _ => None,
        });
        timers.min()
    }

    /// The next moment after now at which something becomes due: a timer or a task.
    pub(super) fn next_deadline(&self) -> Option<DateTime> {
        let tasks = self.tokens.values().filter_map(|token| match token.at {
            At::Task { due, .. } => due.filter(|due| *due > self.now),
            _ => None,
        });
        tasks.chain(self.first_timer().map(|(at, _)| at)).min()
    }

    /// Where tokens stand, for drawing them.
    pub(super) fn places(&self) -> impl Iterator<Item = (TokenId, &Token)> {
        self.tokens.iter().map(|(id, token)| (*id, token))
    }
}
