//! Decisions, loops and lists, and rows of steps.

use super::super::super::super::xml::{Draft, Element};
use super::super::super::remark::Remark;
use super::super::super::standard::{expression_of, is_step, text_of};
use super::super::UNDER;
use super::super::naming::{comment, short};
use super::super::variables::{LIST, LOOP};
use super::workflow::{condition, say_obstacles};
use super::{Writing, native};
use crate::model::{Block, BlockWay, FlowId, FlowNode, NodeId, NodeKind, Repetition, Subject, blocks_of};

impl Writing<'_> {
    /// Blocks one behind the other. As deep as blocks lie in each other, which is bounded.
    pub(super) fn list(&mut self, blocks: &[Block]) -> Vec<Draft> {
        let mut drafts = Vec::new();
        let mut rest = blocks;
        while let Some((block, behind)) = rest.split_first() {
            rest = behind;
            if native::begins_counting(self, block, behind) {
                continue;
            }
            drafts.extend(self.block(block));
        }
        drafts
    }

    fn block(&mut self, block: &Block) -> Vec<Draft> {
        match block {
            Block::Step(node) => self.step(*node),
            Block::Choice { split, join, ways } => self.choice(*split, *join, ways),
            Block::Loop { head, split, into, blocks } => vec![self.gateway_loop(*head, *split, *into, blocks)],
            Block::Repeat { head, split, back, blocks, between } => self.repeat(*head, *split, *back, (blocks, between)),
        }
    }

    fn choice(&mut self, split: NodeId, join: Option<NodeId>, ways: &[BlockWay]) -> Vec<Draft> {
        let document = self.document;
        let Some(node) = document.nodes.get(split) else { return Vec::new() };
        if join.and_then(|join| document.nodes.get(join)).is_some_and(|join| !join.name.is_empty()) {
            join.into_iter().for_each(|join| self.say(Subject::Node(join), Remark::NameLost));
        }
        match node.kind {
            NodeKind::ParallelGateway => {
                self.say(Subject::Node(split), Remark::OneAfterTheOther);
                ways.iter().flat_map(|way| self.list(&way.blocks)).collect()
            }
            NodeKind::InclusiveGateway => {
                self.say(Subject::Node(split), Remark::DecisionsApart);
                self.apart(split, ways)
            }
            NodeKind::ExclusiveGateway => match self.conditional_task(split, ways) {
                Some(task) => task,
                None => vec![self.decision(node, ways)],
            },
            _ => {
                self.say(Subject::Node(split), Remark::NoSuchEvent);
                Vec::new()
            }
        }
    }

    /// A task whose condition stands before it as a decision, as the import puts it.
    fn conditional_task(&mut self, split: NodeId, ways: &[BlockWay]) -> Option<Vec<Draft>> {
        let task = self.origin(Subject::Node(split))?.strip_suffix(UNDER)?;
        let mut filled = ways.iter().filter(|way| !way.blocks.is_empty());
        let (Some(way), None) = (filled.next(), filled.next()) else { return None };
        let [Block::Step(only)] = way.blocks.as_slice() else { return None };
        let flow = self.document.flows.get(way.flow)?;
        if self.origin(Subject::Node(*only)) != Some(task) || flow.is_default {
            return None;
        }
        let (text, _) = condition(self, Subject::Flow(flow.id), &flow.condition);
        Some(self.task_under(*only, &text))
    }

    fn decision(&mut self, split: &FlowNode, ways: &[BlockWay]) -> Draft {
        let mut inside = head(&comment(&split.name, &split.details.note, ""), true);
        let mut has_default = false;
        for way in ways {
            let Some(flow) = self.document.flows.get(way.flow) else { continue };
            has_default |= flow.is_default;
            let is_past = flow.is_default && way.blocks.is_empty() && self.origin(Subject::Flow(flow.id)).is_none();
            if is_past && flow.name.is_empty() {
                continue;
            }
            inside.push(self.way(way));
        }
        if !has_default {
            self.say(Subject::Node(split.id), Remark::GoesOn);
        }
        self.identified(Draft::with("Entscheidungselement", inside), Subject::Node(split.id), &split.key)
    }

    fn way(&mut self, way: &BlockWay) -> Draft {
        let Some(flow) = self.document.flows.get(way.flow) else { return Draft::text("Entscheidungszweig", "") };
        let subject = Subject::Flow(flow.id);
        let (text, is_active) = if flow.is_default { (String::new(), true) } else { condition(self, subject, &flow.condition) };
        let kept = self.kept(subject);
        let label = kept.map(|kept| text_of(kept, "Comment")).filter(|kept| short(kept) == flow.name).unwrap_or_else(|| flow.name.clone());
        let mut inside = head(&label, is_active);
        inside.push(expression(kept, "Ausdruck", &text));
        inside.extend(self.list(&way.blocks));
        self.identified(Draft::with("Entscheidungszweig", inside), subject, &flow.key)
    }

    /// Each way as a decision of its own; the way for all other cases under the opposite of all conditions.
    fn apart(&mut self, split: NodeId, ways: &[BlockWay]) -> Vec<Draft> {
        let document = self.document;
        let flows: Vec<_> = ways.iter().filter_map(|way| Some((document.flows.get(way.flow)?, way))).collect();
        let conditions: Vec<String> =
            flows.iter().filter(|(flow, _)| !flow.condition.is_empty()).map(|(flow, _)| format!("({})", flow.condition)).collect();
        let mut drafts = Vec::new();
        for (flow, way) in flows.into_iter().filter(|(_, way)| !way.blocks.is_empty()) {
            let feel = match flow.condition.as_str() {
                _ if flow.is_default => format!("not({})", conditions.join(" or ")),
                "" => "true".to_owned(),
                feel => feel.to_owned(),
            };
            let (text, is_active) = condition(self, Subject::Flow(flow.id), &feel);
            let mut inside = head(&flow.name, is_active);
            inside.push(expression(None, "Ausdruck", &text));
            inside.extend(self.list(&way.blocks));
            let inner = self.identified(Draft::with("Entscheidungszweig", inside), Subject::Flow(flow.id), &flow.key);
            let mut outer = head("", true);
            outer.push(inner);
            drafts.push(self.identified_as(Draft::with("Entscheidungselement", outer), None, &format!("{}_{}", split.0, flow.key)));
        }
        drafts
    }

    /// What is done at least once: a loop that goes on as long as a variable says so, which is set behind what is done.
    fn repeat(&mut self, head_node: NodeId, split: NodeId, back: FlowId, (blocks, between): (&[Block], &[Block])) -> Vec<Draft> {
        self.say(Subject::Flow(back), Remark::WithFlag);
        let flag = format!("nochmal{}", head_node.0);
        let (text, _) = condition(self, Subject::Flow(back), &self.condition_of(split, back));
        let name = self.document.name_of(Subject::Node(split)).unwrap_or_default();
        let mut inside = head(name, true);
        inside.push(expression(None, "Ausdruck", &flag));
        inside.extend(self.list(blocks));
        inside.push(self.flag(&flag, &text, &format!("{flag}_am_Ende")));
        if !between.is_empty() {
            let mut way = head("", true);
            way.push(expression(None, "Ausdruck", &flag));
            way.extend(self.list(between));
            let way = self.identified(Draft::with("Entscheidungszweig", way), Subject::Flow(back), &format!("{flag}_Weg"));
            let mut choice = head("", true);
            choice.push(way);
            inside.push(self.identified(
                Draft::with("Entscheidungselement", choice),
                Subject::Node(split),
                &format!("{flag}_Entscheidung"),
            ));
        }
        inside.push(Draft::text("NameDerZaehlervariable", ""));
        let begin = self.flag(&flag, "true", &format!("{flag}_am_Anfang"));
        vec![begin, self.identified_as(Draft::with("Schleife", inside), None, &format!("{flag}_Schleife"))]
    }

    fn flag(&mut self, flag: &str, value: &str, key: &str) -> Draft {
        let mut inside = head("", true);
        inside.push(Draft::text("Wert", value));
        inside.push(Draft::text("Workflowvariable", "").attribute("Datentyp", "BOOLEAN").attribute("Variablenname", flag));
        self.identified_as(Draft::with("WorkflowvariableSetzen", inside), None, key)
    }

    /// When a flow out of a gateway with two is taken, in FEEL.
    fn condition_of(&self, split: NodeId, flow: FlowId) -> String {
        let Some(own) = self.document.flows.get(flow) else { return String::new() };
        if own.condition.trim().is_empty() {
            let other = self.document.outgoing(split).find(|other| other.id != flow);
            return other.map(|other| format!("not({})", other.condition)).unwrap_or_default();
        }
        own.condition.clone()
    }

    fn gateway_loop(&mut self, head_node: NodeId, split: NodeId, into: FlowId, blocks: &[Block]) -> Draft {
        let (text, is_active) = condition(self, Subject::Flow(into), &self.condition_of(split, into));
        let name = self.document.name_of(Subject::Node(split)).unwrap_or_default();
        let mut inside = head(name, is_active);
        inside.push(expression(None, "Ausdruck", &text));
        inside.extend(self.list(blocks));
        self.identified(Draft::with("Schleife", inside), Subject::Node(head_node), &format!("schleife{}", head_node.0))
    }

    /// A sub-process: a loop, a list, or what it switches off.
    pub(super) fn sub_process(&mut self, node: &FlowNode) -> Vec<Draft> {
        let blocks = blocks_of(self.document, &self.flows, node.process, Some(node.id));
        say_obstacles(self, &blocks);
        match &node.repetition {
            Repetition::Loop { condition, .. } if condition == "false" && native::is_around(self, node) => {
                let drafts = self.list(&blocks.blocks);
                drafts.into_iter().map(native::switched_off).collect()
            }
            Repetition::Loop { condition: feel, .. } if feel != "false" || self.kept_name(node.id) == Some("Schleife") => {
                vec![self.repeated(node, feel, &blocks.blocks)]
            }
            repetition => {
                if matches!(repetition, Repetition::MultiInstance { .. }) {
                    self.say(Subject::Node(node.id), Remark::EachWithCounter);
                }
                let unknown = self.kept_name(node.id).filter(|name| !is_step(name));
                let mut inside = head(&comment(&node.name, &node.details.note, unknown.unwrap_or(LIST)), native::is_active(node));
                inside.extend(self.list(&blocks.blocks));
                let list = Draft::with(unknown.unwrap_or("SequenzielleListe"), inside);
                vec![self.identified(list, Subject::Node(node.id), &node.key)]
            }
        }
    }

    fn repeated(&mut self, node: &FlowNode, feel: &str, blocks: &[Block]) -> Draft {
        let (text, is_active) = condition(self, Subject::Node(node.id), feel);
        let kept = self.kept(Subject::Node(node.id));
        let is_empty = text == "false" && kept.is_some_and(|kept| expression_of(kept, "Ausdruck").is_empty());
        let text = if is_empty { String::new() } else { text };
        let mut inside = head(&comment(&node.name, &node.details.note, LOOP), is_active);
        inside.push(expression(kept, "Ausdruck", &text));
        let (counting, blocks) = native::counting(self, blocks);
        inside.extend(self.list(blocks));
        let kept_counter = kept.map(|kept| text_of(kept, "NameDerZaehlervariable"));
        let counter = kept_counter.or(counting).unwrap_or_default();
        inside.push(Draft::text("NameDerZaehlervariable", &counter));
        self.identified(Draft::with("Schleife", inside), Subject::Node(node.id), &node.key)
    }
}

/// What every step begins with: its comment, if it has one, and whether it is switched on.
pub(super) fn head(comment: &str, is_active: bool) -> Vec<Draft> {
    let comment = (!comment.is_empty()).then(|| Draft::text("Comment", comment));
    comment.into_iter().chain([Draft::text("Active", if is_active { "true" } else { "false" })]).collect()
}

/// An element with an expression in it, directly where the kept file has it so, else in an `Ausdruck` of its own; an empty one where there is
/// none.
pub(super) fn expression(around: Option<&Element<'_>>, name: &str, text: &str) -> Draft {
    let kept = around.and_then(|around| around.first(name));
    let is_direct = kept.is_some_and(|kept| kept.first("Ausdruck").is_none() && !kept.text().trim().is_empty());
    if text.is_empty() || is_direct { Draft::text(name, text) } else { Draft::with(name, vec![Draft::text("Ausdruck", text)]) }
}
