//! Participants, messages between them, and the lanes that divide them.

use super::super::super::xml::{Draft, Element};
use super::super::standard::id;
use super::writer::Writer;
use crate::model::{Lane, LaneId, NodeId, PoolId, ProcessId, RoleId, Subject};
use std::rc::Rc;

impl Writer<'_> {
    /// The collaborations of the kept file, or one for all pools.
    pub fn collaborations(&mut self) -> Vec<Draft> {
        let kept: Vec<&str> = self.kept.roots("collaboration").map(id).collect();
        if !kept.is_empty() {
            return kept.iter().enumerate().map(|(at, id)| self.collaboration(id, at == 0)).collect();
        }
        if self.document.pools.is_empty() {
            return Vec::new();
        }
        vec![self.collaboration("", true)]
    }

    /// The choreographies of the kept file, with what stands in the picture as frames.
    pub fn choreographies(&mut self) -> Vec<Draft> {
        let kept: Vec<&str> = self.kept.roots("choreography").map(id).filter(|id| !id.is_empty()).collect();
        let mut drafts = Vec::new();
        for own in kept {
            let subjects = self.in_collaboration.get(own).cloned().unwrap_or_default();
            let inside = subjects.into_iter().filter_map(|subject| self.artifact_of(subject)).collect();
            drafts.push(Draft::with(&self.prefixes.bpmn("choreography"), inside).attribute("id", own));
        }
        drafts
    }

    /// A collaboration: what the kept file has in it, and in the first what is new.
    fn collaboration(&mut self, own: &str, is_first: bool) -> Draft {
        let document = self.document;
        let belongs = |home: Option<&str>| home.map_or(is_first, |home| home == own);
        let mut inside = Vec::new();
        for pool in document.pools.keys() {
            let home = self.kept.parent(&self.id(Subject::Pool(pool))).map(id);
            if belongs(home) {
                inside.extend(self.participant(pool));
            }
        }
        for flow in document.message_flows.values() {
            if belongs(self.collaboration_of_message(flow.id).as_deref()) {
                let draft = self.tag("messageFlow", Subject::MessageFlow(flow.id), &flow.name, Vec::new());
                inside.push(draft.attribute("sourceRef", &self.id(flow.from)).attribute("targetRef", &self.id(flow.to)));
            }
        }
        for subject in self.in_collaboration.get(own).cloned().unwrap_or_default() {
            inside.extend(self.artifact_of(subject));
        }
        let is_new = own.is_empty() && self.kept.roots("collaboration").next().is_none();
        let made = if is_new { self.collaboration_id() } else { own.to_owned() };
        let draft = Draft::with(&self.prefixes.bpmn("collaboration"), inside);
        if made.is_empty() { draft } else { draft.attribute("id", &made) }
    }

    /// The id of the collaboration: the first of the kept file, or the one that is made.
    pub fn collaboration_id(&mut self) -> String {
        if let Some(kept) = self.kept.roots("collaboration").map(id).next() {
            return kept.to_owned();
        }
        let (ids, kept) = (&mut self.ids, self.kept);
        self.made_collaboration.get_or_insert_with(|| ids.take("Collaboration", kept).to_string()).clone()
    }

    fn participant(&mut self, pool: PoolId) -> Option<Draft> {
        let pool = self.document.pools.get(pool)?;
        let mut draft = self.tag("participant", Subject::Pool(pool.id), &pool.name, Vec::new());
        if let Some(process) = pool.process {
            draft = draft.attribute("processRef", &self.id(Subject::Process(process)));
        }
        Some(self.with_role(draft, &pool.name, pool.role))
    }

    /// A pool or lane is its role's by its name; where it is not, the studio's own attribute says which, or that there is none.
    fn with_role(&self, draft: Draft, name: &str, role: Option<RoleId>) -> Draft {
        let role = role.and_then(|role| self.document.roles.get(role));
        match role {
            None if name.is_empty() => draft,
            Some(role) if role.name == name => draft,
            other => draft.attribute(&self.prefixes.own("role"), other.map_or("", |role| &role.key)),
        }
    }

    /// The lanes of a process, in the sets of the kept file.
    pub fn lane_sets(&mut self, process: ProcessId) -> Vec<Draft> {
        let Some(pool) = self.document.pool_of(process) else { return Vec::new() };
        let lanes: Vec<&Lane> = self.document.lanes_in(pool, None).collect();
        let set_of = |writer: &Self, lane: &Lane| writer.kept.parent(&writer.id(Subject::Lane(lane.id)));
        let mut sets: Vec<Option<&Element<'_>>> = Vec::new();
        for lane in &lanes {
            let set = set_of(self, lane);
            if set.is_some() && !sets.iter().flatten().any(|it| set.is_some_and(|set| std::ptr::eq(*it, set))) {
                sets.push(set);
            }
        }
        if sets.is_empty() && !lanes.is_empty() {
            sets.push(None);
        }
        let mut drafts = Vec::new();
        for (at, set) in sets.iter().enumerate() {
            let is_here = |other: Option<&Element<'_>>| match (other, set) {
                (Some(other), Some(set)) => std::ptr::eq(other, *set),
                (None, _) => at == 0,
                _ => false,
            };
            let own: Vec<LaneId> = lanes.iter().filter(|lane| is_here(set_of(self, lane))).map(|lane| lane.id).collect();
            let inside = own.into_iter().filter_map(|lane| self.lane(lane)).collect();
            drafts.push(self.lane_set("laneSet", *set, &format!("{}_lanes", self.id(Subject::Process(process))), inside));
        }
        drafts
    }

    fn lane_set(&self, local: &str, kept: Option<&Element<'_>>, otherwise: &str, lanes: Vec<Draft>) -> Draft {
        let own = kept.map_or(otherwise, id);
        let draft = Draft::with(&self.prefixes.bpmn(local), lanes);
        if own.is_empty() { draft } else { draft.attribute("id", own) }
    }

    /// Recursive: lanes lie in each other as deep as documents allow.
    fn lane(&mut self, lane: LaneId) -> Option<Draft> {
        let lane = self.document.lanes.get(lane)?;
        let own = self.id(Subject::Lane(lane.id));
        let nodes = self.nodes_of(lane.id);
        let all: Vec<Rc<str>> = nodes.iter().map(|node| self.id(Subject::Node(*node))).collect();
        let mut inside = self.references(self.kept.element(&own), "flowNodeRef", &all, |at| {
            nodes.get(at).is_some_and(|node| self.is_new_in(lane.id, &own, *node))
        });
        let inner: Vec<LaneId> = self.document.lanes_in(lane.pool, Some(lane.id)).map(|inner| inner.id).collect();
        if !inner.is_empty() {
            let kept = self.kept.element(&own).and_then(|element| element.first("childLaneSet"));
            let lanes = inner.into_iter().filter_map(|lane| self.lane(lane)).collect();
            inside.push(self.lane_set("childLaneSet", kept, &format!("{own}_lanes"), lanes));
        }
        let draft = self.tag("lane", Subject::Lane(lane.id), &lane.name, inside);
        Some(self.with_role(draft, &lane.name, lane.role))
    }

    /// The nodes that stand in a lane itself. In lanes are the nodes of the process, not those of its sub-processes.
    fn nodes_of(&self, lane: LaneId) -> Vec<NodeId> {
        self.in_lanes.get(&lane).cloned().unwrap_or_default()
    }

    /// Whether a lane is drawn elsewhere than in the file, which finds nodes that no lane names by their places.
    fn is_elsewhere(&self, lane: LaneId, own: &str) -> bool {
        let now = self.document.diagram.shapes.get(Subject::Lane(lane)).map(|shape| shape.bounds);
        self.kept.fresh_bounds(own).is_some_and(|before| now != Some(before))
    }

    /// Whether the file did not have the node in the lane.
    fn is_new_in(&self, id: LaneId, lane: &str, node: NodeId) -> bool {
        let own = self.id(Subject::Node(node));
        let fresh = self.kept.fresh_node(&own).and_then(|node| node.lane);
        let before = self.kept.subject(lane);
        fresh.is_none() || before != fresh.map(Subject::Lane) || self.is_elsewhere(id, lane)
    }
}
