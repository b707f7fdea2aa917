//! Typed steps become nodes, connections, roles and lanes; a process that had none of its own is laid out as a whole.

use super::connect::add_flow_as;
use super::content::add_role;
use super::{lanes, nodes, pools, put, tidy};
use crate::edit::draft::Draft;
use crate::edit::outline::{Block, ChoiceKind, Outline, TypedStep, Way, is_otherwise, opposite};
use crate::edit::place::Scope;
use crate::edit::{PoolContent, Record, Refusal};
use crate::layout::auto::Extent;
use crate::model::{
    Bounds, Document, Event, FlowId, FlowNode, LaneId, NodeId, NodeKind, Orientation, Point, ProcessId, Role, RoleId, RoleKind, Subject,
};
use std::collections::BTreeMap;

/// Beginnings of the names of roles that apply instead of working in the authority.
const APPLICANTS: [&str; 8] = ["bürger", "antragstell", "arbeitgeber", "unternehmen", "halter", "citizen", "applicant", "employer"];
/// Beginnings of the names of roles that are software.
const SYSTEMS: [&str; 4] = ["system", "software", "fachverfahren", "portal"];

/// Draws an outline behind a node, or from the beginning of a process.
pub(super) fn add(draft: &mut Draft, process: ProcessId, after: Option<NodeId>, outline: &Outline) -> Result<(), Refusal> {
    let is_fresh = draft.document.nodes.values().all(|node| node.process != process || is_unused_start(&draft.document, node.id));
    if let Some(after) = after.filter(|_| !is_fresh && outline.is_plain()) {
        return insert_steps(draft, after, outline);
    }
    let start = draft.document.start_events(process).map(|node| node.id).find(|start| is_unused_start(&draft.document, *start));
    let after = after.or(start);
    let scope = after.and_then(|after| Scope::of(&draft.document, after)).unwrap_or(Scope { process, parent: None });
    let mut builder = Builder { draft, scope, who: Who::default(), names: BTreeMap::new(), jumps: Vec::new() };
    builder.prepare_roles(outline, is_fresh);
    builder.build(outline, after);
    tidy::tidy_up(draft, &Extent::Process(process), None)
}

fn is_unused_start(document: &Document, node: NodeId) -> bool {
    document.nodes.get(node).is_some_and(|node| matches!(node.kind, NodeKind::StartEvent { .. }))
        && document.outgoing(node).next().is_none()
}

/// Puts plain steps one behind the other without moving more than they need.
fn insert_steps(draft: &mut Draft, after: NodeId, outline: &Outline) -> Result<(), Refusal> {
    let mut at = after;
    for block in &outline.blocks {
        let Block::Step(step) = block else { continue };
        let ways: Vec<FlowId> = draft.document.outgoing(at).map(|flow| flow.id).collect();
        match ways.as_slice() {
            [only] => nodes::insert_on_flow(draft, *only, &NodeKind::UserTask)?,
            _ => nodes::append(draft, at, &NodeKind::UserTask, None)?,
        }
        let made = draft.created.iter().rev().find_map(|subject| subject.node()).ok_or(Refusal::NotThere)?;
        let inherited = draft.document.nodes.get(at).and_then(|node| node.details.role);
        let role = step.role.as_ref().map(|role| role_called(draft, role)).or(inherited);
        rename(draft, made, &step.name);
        if let Some(node) = draft.document.nodes.get_mut(made) {
            node.details.legal_bases.clone_from(&step.laws);
            node.details.role = role;
        }
        at = made;
    }
    Ok(())
}

fn rename(draft: &mut Draft, node: NodeId, name: &str) {
    if let Some(node) = draft.document.nodes.get(node) {
        let record = Record::Node(FlowNode { name: name.to_owned(), ..node.clone() });
        // Only pools can be refused.
        let _ = put::put(draft, &record);
    }
}

fn role_called(draft: &mut Draft, name: &str) -> RoleId {
    let is_it = |role: &&Role| role.name.trim().to_lowercase() == name.to_lowercase();
    let known = draft.document.roles.values().find(is_it).map(|role| role.id);
    known.unwrap_or_else(|| add_role(draft, name, kind_of_role(name)))
}

fn kind_of_role(name: &str) -> RoleKind {
    let name = name.to_lowercase();
    let begins = |words: &[&str]| words.iter().any(|word| name.starts_with(word));
    if begins(&APPLICANTS) {
        RoleKind::Applicant
    } else if begins(&SYSTEMS) {
        RoleKind::System
    } else {
        RoleKind::Caseworker
    }
}

/// An end of the flow drawn so far that is yet to lead on.
#[derive(Clone)]
struct Loose {
    from: NodeId,
    answer: String,
    /// Taken when it is made, so that ways keep their order wherever they lead.
    flow: FlowId,
}

/// Who acts, from line to line.
#[derive(Default)]
struct Who {
    role: Option<RoleId>,
    /// Lanes by role; empty if the process has none.
    lanes: BTreeMap<RoleId, LaneId>,
}

struct Builder<'a> {
    draft: &'a mut Draft,
    scope: Scope,
    who: Who,
    /// Nodes that a jump can lead to, by their names in lower case.
    names: BTreeMap<String, NodeId>,
    jumps: Vec<(Vec<Loose>, String)>,
}

impl Builder<'_> {
    /// Several roles in a fresh process get lanes; where there are lanes, each role has one.
    fn prepare_roles(&mut self, outline: &Outline, is_fresh: bool) {
        let mut names = Vec::new();
        gather_roles(&outline.blocks, &mut names);
        let process = self.scope.process;
        let pool = self.draft.document.pool_of(process);
        let has_lanes = pool.is_some_and(|pool| self.draft.document.lanes_in(pool, None).next().is_some());
        let roles: Vec<(RoleId, String)> = names.into_iter().map(|name| (role_called(self.draft, &name), name)).collect();
        let wants_lanes = has_lanes || is_fresh && roles.len() > 1;
        if !wants_lanes {
            return;
        }
        self.who.role = roles.first().map(|(role, _)| *role).filter(|_| is_fresh);
        let name = self.draft.document.processes.get(process).map(|process| process.name.clone()).unwrap_or_default();
        if pool.is_none() {
            pools::add(self.draft, PoolContent::Process(process), &name, Orientation::Horizontal, None);
        }
        let Some(pool) = self.draft.document.pool_of(process) else { return };
        for (role, name) in roles {
            let lane = self.draft.document.lanes.values().find(|lane| lane.pool == pool && lane.role == Some(role)).map(|lane| lane.id);
            let lane = lane.or_else(|| {
                let kind = self.draft.document.roles.get(role)?.kind;
                lanes::add(self.draft, pool, None, &name, Some(kind));
                let lane = self
                    .draft
                    .created
                    .iter()
                    .rev()
                    .find_map(|subject| if let Subject::Lane(lane) = subject { Some(*lane) } else { None })?;
                self.draft.document.lanes.get_mut(lane)?.role = Some(role);
                Some(lane)
            });
            self.who.lanes.extend(lane.map(|lane| (role, lane)));
        }
    }

    fn build(&mut self, outline: &Outline, after: Option<NodeId>) {
        let successor = after.and_then(|after| self.cut_behind(after));
        let begin = match after {
            Some(after) => after,
            None => self.node(&NodeKind::StartEvent { trigger: Event::None, is_interrupting: true }, ""),
        };
        self.take_over(begin);
        let open = vec![self.loose(begin, "")];
        let open = self.blocks(&outline.blocks, open);
        match successor {
            Some(target) => self.lead(open, target),
            None => self.end(open),
        }
        self.jump();
    }

    /// Whoever did the step before goes on until another role is named; a beginning without lane stands in the lane of the first.
    fn take_over(&mut self, begin: NodeId) {
        let document = &self.draft.document;
        let lane = document.nodes.get(begin).and_then(|node| node.lane);
        if self.who.role.is_none() {
            self.who.role = document.role_of(begin).map(|role| role.id);
            self.who.lanes.extend(self.who.role.zip(lane));
        }
        if lane.is_none() {
            self.settle_lane(begin);
        }
    }

    /// Takes the one connection behind a node out, to be led on behind the new steps: its target.
    fn cut_behind(&mut self, after: NodeId) -> Option<NodeId> {
        let ways: Vec<FlowId> = self.draft.document.outgoing(after).map(|flow| flow.id).collect();
        let [only] = ways.as_slice() else { return None };
        self.draft.document.flows.remove(*only).map(|flow| flow.to)
    }

    /// Whatever is open ends.
    fn end(&mut self, open: Vec<Loose>) {
        if !open.is_empty() {
            let end = self.node(&NodeKind::EndEvent(Event::None), "");
            self.lead(open, end);
        }
    }

    fn blocks(&mut self, blocks: &[Block], mut open: Vec<Loose>) -> Vec<Loose> {
        for block in blocks {
            open = self.block(block, open);
        }
        open
    }

    fn block(&mut self, block: &Block, open: Vec<Loose>) -> Vec<Loose> {
        match block {
            Block::Start(name) => {
                if let [only] = open.as_slice() {
                    rename(self.draft, only.from, name);
                }
                open
            }
            Block::Step(step) => {
                let node = self.step(step, &NodeKind::UserTask);
                self.follow(open, node)
            }
            Block::Inside { step, blocks } => {
                let node = self.step(step, &NodeKind::SubProcess { is_event: false });
                self.inside(node, blocks);
                self.follow(open, node)
            }
            Block::Choice { kind, role, question, ways } => self.choice(*kind, role.as_deref(), question, ways, open),
            Block::Jump(name) => {
                self.jumps.push((open, name.to_lowercase()));
                Vec::new()
            }
            Block::End(name) => {
                let node = self.node(&NodeKind::EndEvent(Event::None), name);
                self.lead(open, node);
                Vec::new()
            }
        }
    }

    fn loose(&mut self, from: NodeId, answer: &str) -> Loose {
        Loose { from, answer: answer.to_owned(), flow: self.draft.document.new_id() }
    }

    fn follow(&mut self, open: Vec<Loose>, node: NodeId) -> Vec<Loose> {
        self.lead(open, node);
        vec![self.loose(node, "")]
    }

    fn step(&mut self, step: &TypedStep, kind: &NodeKind) -> NodeId {
        self.act(step.role.as_deref());
        let id = self.node(kind, &step.name);
        let role = self.who.role.filter(|_| self.who.lanes.is_empty());
        if let Some(node) = self.draft.document.nodes.get_mut(id) {
            node.details.legal_bases.clone_from(&step.laws);
            node.details.role = role;
        }
        id
    }

    fn inside(&mut self, sub_process: NodeId, blocks: &[Block]) {
        let outer = self.scope;
        self.scope.parent = Some(sub_process);
        let start = self.node(&NodeKind::StartEvent { trigger: Event::None, is_interrupting: true }, "");
        let open = vec![self.loose(start, "")];
        let open = self.blocks(blocks, open);
        self.end(open);
        self.scope = outer;
    }

    fn choice(&mut self, kind: ChoiceKind, role: Option<&str>, question: &str, ways: &[Way], open: Vec<Loose>) -> Vec<Loose> {
        self.act(role);
        let open = if open.len() > 1 {
            let join = self.node(&NodeKind::ExclusiveGateway, "");
            self.follow(open, join)
        } else {
            open
        };
        let node_kind = match kind {
            ChoiceKind::One => NodeKind::ExclusiveGateway,
            ChoiceKind::Several => NodeKind::InclusiveGateway,
            ChoiceKind::All => NodeKind::ParallelGateway,
        };
        let split = self.node(&node_kind, question);
        self.lead(open, split);
        let mut open = Vec::new();
        let begun: Vec<Loose> = ways.iter().map(|way| self.loose(split, &way.answer)).collect();
        for (way, begun) in ways.iter().zip(begun) {
            open.extend(self.blocks(&way.blocks, vec![begun]));
        }
        match ways {
            [] => open.push(self.loose(split, "")),
            [only] if kind == ChoiceKind::One => open.push(self.loose(split, opposite(&only.answer))),
            _ => {}
        }
        if kind == ChoiceKind::One || open.len() < 2 {
            return open;
        }
        let join = self.node(&node_kind, "");
        self.follow(open, join)
    }

    /// From here on this role acts.
    fn act(&mut self, role: Option<&str>) {
        if let Some(role) = role {
            self.who.role = Some(role_called(self.draft, role));
        }
    }

    fn node(&mut self, kind: &NodeKind, name: &str) -> NodeId {
        let (width, height) = kind.usual_size();
        let id = nodes::make(self.draft, self.scope, kind, name, Bounds::centred(Point::default(), width, height));
        self.settle_lane(id);
        self.names.entry(name.to_lowercase()).or_insert(id);
        id
    }

    fn settle_lane(&mut self, node: NodeId) {
        let lane = self.who.role.and_then(|role| self.who.lanes.get(&role)).copied().or_else(|| self.who.lanes.values().next().copied());
        if let Some(node) = self.draft.document.nodes.get_mut(node).filter(|_| lane.is_some()) {
            node.lane = lane;
        }
    }

    /// Leads loose ends to a node; a second connection between the same two is left out.
    fn lead(&mut self, open: Vec<Loose>, to: NodeId) {
        for loose in open {
            if self.draft.document.outgoing(loose.from).any(|flow| flow.to == to) || loose.from == to {
                continue;
            }
            add_flow_as(self.draft, loose.flow, loose.from, to);
            if let Some(flow) = self.draft.document.flows.get_mut(loose.flow) {
                flow.is_default = is_otherwise(&loose.answer);
                flow.name = loose.answer;
            }
        }
    }

    /// Leads the jumps to their targets; what leads nowhere ends.
    fn jump(&mut self) {
        for (open, name) in std::mem::take(&mut self.jumps) {
            let elsewhere = || self.draft.document.nodes.values().find(|node| node.name.trim().to_lowercase() == name).map(|node| node.id);
            let target = self.names.get(&name).copied().or_else(elsewhere);
            let (good, bad): (Vec<Loose>, Vec<Loose>) = open.into_iter().partition(|loose| self.may_lead(loose.from, target));
            if let Some(target) = target {
                self.lead(good, target);
            }
            if let Some(scope) = bad.first().and_then(|loose| Scope::of(&self.draft.document, loose.from)) {
                let outer = std::mem::replace(&mut self.scope, scope);
                self.end(bad);
                self.scope = outer;
            }
        }
    }

    fn may_lead(&self, from: NodeId, target: Option<NodeId>) -> bool {
        target.is_some_and(|target| crate::edit::rules::sequence_flow(&self.draft.document, from, target, None).is_ok())
    }
}

/// The roles in the order in which they act first.
fn gather_roles(blocks: &[Block], found: &mut Vec<String>) {
    for block in blocks {
        let (role, inner): (Option<&String>, &[Block]) = match block {
            Block::Step(step) => (step.role.as_ref(), &[]),
            Block::Inside { step, blocks } => (step.role.as_ref(), blocks),
            Block::Choice { role, .. } => (role.as_ref(), &[]),
            Block::Start(_) | Block::Jump(_) | Block::End(_) => (None, &[]),
        };
        if let Some(role) = role.filter(|role| !found.iter().any(|known| known.to_lowercase() == role.to_lowercase())) {
            found.push(role.clone());
        }
        gather_roles(inner, found);
        if let Block::Choice { ways, .. } = block {
            ways.iter().for_each(|way| gather_roles(&way.blocks, found));
        }
    }
}
