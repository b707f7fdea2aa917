//! Pools, lanes and messages.

use super::super::What;
use super::super::xml::Element;
use super::details::own;
use super::flow::Place;
use super::reading::Reading;
use super::standard::{id, local, name, reference};
use crate::model::{Lane, LaneId, MessageFlow, MessageFlowId, Orientation, Pool, PoolId, ProcessId, RoleId, Subject};
use std::collections::BTreeSet;

/// The ids of all elements.
fn ids<'a>(root: &'a Element<'a>) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    let mut open = vec![root];
    while let Some(element) = open.pop() {
        found.insert(id(element));
        open.extend(element.elements());
    }
    found
}

impl<'a> Reading<'a> {
    /// Participants, then lanes, then messages.
    pub fn collaborations(&mut self) {
        let root = self.root;
        for collaboration in root.all("collaboration") {
            collaboration.all("participant").for_each(|element| self.participant(element));
        }
        let later = std::mem::take(&mut self.later);
        let has_lanes = later.iter().any(|(_, element)| element.name.local == "laneSet");
        let ids = if has_lanes { ids(root) } else { BTreeSet::new() };
        for (place, element) in later {
            if element.name.local == "laneSet" {
                self.lane_set(place, element, &ids);
            } else {
                self.later.push((place, element));
            }
        }
        self.lanes_inside();
        for collaboration in root.all("collaboration") {
            collaboration.all("messageFlow").for_each(|element| self.message_flow(element));
            let place = Place { process: ProcessId(0), parent: None };
            let is_beside = |it: &&Element<'_>| {
                matches!(it.name.local, "textAnnotation" | "association" | "group" | "conversationLink") || self.is_stranger(it)
            };
            let artifacts: Vec<_> = collaboration.elements().filter(is_beside).map(|element| (place, element)).collect();
            self.later.extend(artifacts);
        }
        for choreography in root.all("choreography").filter(|it| !id(it).is_empty()) {
            let place = Place { process: ProcessId(0), parent: None };
            let is_shown = |it: &&Element<'_>| it.name.local == "sequenceFlow" || self.is_stranger(it);
            let shown: Vec<_> = choreography.elements().filter(is_shown).map(|element| (place, element)).collect();
            self.later.extend(shown);
        }
    }

    /// What is in a sub-process is in its lane. Sub-processes come before what is in them.
    fn lanes_inside(&mut self) {
        if self.document.lanes.is_empty() {
            return;
        }
        let nodes: Vec<_> =
            self.document.nodes.values().filter(|node| node.lane.is_none()).filter_map(|node| Some((node.id, node.parent?))).collect();
        for (node, parent) in nodes {
            let lane = self.document.nodes.get(parent).and_then(|parent| parent.lane);
            if let (Some(_), Some(node)) = (lane, self.document.nodes.get_mut(node)) {
                node.lane = lane;
            }
        }
    }

    fn participant(&mut self, element: &'a Element<'a>) {
        let process = match reference(element, "processRef").map(|it| (it, self.subjects.get(it))) {
            Some((_, Some(Subject::Process(process)))) => Some(*process),
            Some((missing, _)) => {
                self.dangling(element, missing);
                None
            }
            None => None,
        };
        // A process stands in one pool only.
        let process = process.filter(|process| self.document.pool_of(*process).is_none());
        let role = self.role_at(element, &name(element));
        let pool = self.pool(own(element, "key").unwrap_or(id(element)), &name(element), process, role);
        self.remember(element, Subject::Pool(pool));
    }

    fn pool(&mut self, id: &str, name: &str, process: Option<ProcessId>, role: Option<RoleId>) -> PoolId {
        let made: PoolId = self.document.new_id();
        let key = self.key("pool", id);
        let pool = Pool { id: made, key, name: name.to_owned(), process, role, orientation: Orientation::Horizontal };
        self.document.pools.insert(made, pool);
        made
    }

    fn lane_set(&mut self, place: Place, element: &'a Element<'a>, ids: &BTreeSet<&str>) {
        if element.first("lane").is_none() {
            return;
        }
        if place.parent.is_some() {
            return self.leave(element, "laneSet");
        }
        let pool = self.document.pool_of(place.process).unwrap_or_else(|| {
            let name = self.document.processes.get(place.process).map(|process| process.name.clone()).unwrap_or_default();
            self.say(element, What::PoolForLanes);
            let role = self.role(&name);
            self.pool("", &name, Some(place.process), role)
        });
        let mut open: Vec<(Option<LaneId>, &'a Element<'a>)> = element.all("lane").rev().map(|lane| (None, lane)).collect();
        while let Some((parent, lane)) = open.pop() {
            let made = self.lane(pool, parent, lane, ids);
            for inner in lane.all("childLaneSet").flat_map(|set| set.all("lane")).rev() {
                open.push((Some(made), inner));
            }
        }
    }

    fn lane(&mut self, pool: PoolId, parent: Option<LaneId>, element: &'a Element<'a>, ids: &BTreeSet<&str>) -> LaneId {
        let made: LaneId = self.document.new_id();
        let key = self.key_at("bereich", element);
        let name = name(element);
        let role = self.role_at(element, &name);
        self.document.lanes.insert(made, Lane { id: made, key, name, pool, parent, role });
        self.remember(element, Subject::Lane(made));
        for reference in element.all("flowNodeRef") {
            let text = reference.text();
            let listed = local(&text);
            if let Some(node) = self.node_of(listed).and_then(|node| self.document.nodes.get_mut(node)) {
                node.lane = Some(made);
            } else if !listed.is_empty() && !ids.contains(listed) {
                // Other tools list connections and artifacts too; this is neither.
                self.dangling(element, listed);
            }
        }
        made
    }

    fn message_flow(&mut self, element: &'a Element<'a>) {
        let end = |attribute| {
            let id = reference(element, attribute).unwrap_or_default();
            let subject = self.subjects.get(id).copied().filter(|it| matches!(it, Subject::Node(_) | Subject::Pool(_)));
            subject.ok_or(id)
        };
        let (from, to) = match (end("sourceRef"), end("targetRef")) {
            (Ok(from), Ok(to)) => (from, to),
            (Err(missing), _) | (_, Err(missing)) => return self.dangling(element, missing),
        };
        let made: MessageFlowId = self.document.new_id();
        let key = self.key_at("nachricht", element);
        self.remember(element, Subject::MessageFlow(made));
        self.document.message_flows.insert(made, MessageFlow { id: made, key, name: name(element), from, to });
    }
}
