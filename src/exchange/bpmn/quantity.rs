//! Steps that need several tokens to begin, or leave several behind (BPMN 2.0, table 10.3: start and completion quantity).

use super::super::What;
use super::super::xml::Element;
use super::flow::Place;
use super::reading::Reading;
use super::standard::id;
use crate::model::{Assignment, Event, FlowNode, NodeId, NodeKind, StepDetails};

/// More tokens than this no step needs or leaves.
const MOST: u32 = 100;

impl<'a> Reading<'a> {
    /// Nodes that count the tokens before a step and multiply them behind it.
    pub fn quantities(&mut self, place: Place, element: &'a Element<'a>, step: NodeId) {
        if !self.document.nodes.get(step).is_some_and(|node| node.kind.is_activity()) {
            return;
        }
        let (needed, left) = (self.quantity(element, "startQuantity"), self.quantity(element, "completionQuantity"));
        let entry = if needed > 1 { self.counted(place, element, step, needed).unwrap_or(step) } else { step };
        let exit = if left > 1 { self.multiplied(place, element, step, left) } else { step };
        if (entry, exit) != (step, step) {
            self.set_doors(step, entry, exit);
            self.say(element, What::Quantity);
        }
    }

    fn quantity(&mut self, element: &Element<'_>, attribute: &str) -> u32 {
        let Some(text) = element.attribute(attribute) else { return 1 };
        match text.trim().parse() {
            // Some tools write 0 everywhere and mean what the standard has when nothing is said.
            Ok(0) => {
                self.no_quantities += 1;
                1
            }
            Ok(quantity @ 1..=MOST) => quantity,
            _ => {
                self.invalid(element, attribute, text);
                1
            }
        }
    }

    fn bare(&mut self, place: Place, element: &'a Element<'a>, kind: NodeKind) -> NodeId {
        let node = FlowNode { name: String::new(), details: StepDetails::default(), ..self.node(place, element, kind) };
        let made = node.id;
        self.put_beside(element, node);
        made
    }

    /// Counts the tokens that come; only the last of so many goes on.
    fn counted(&mut self, place: Place, element: &'a Element<'a>, step: NodeId, needed: u32) -> Option<NodeId> {
        let key = self.document.nodes.get(step).map(|node| node.key.clone())?;
        let target = self.variables.number(&format!("{key}_marken"))?;
        let value = format!("if {target} != null and {target} < {needed} then {target} + 1 else 1");
        // The ways leave the counting step itself: between it and a gateway another token could be counted.
        let count = self.bare(place, element, NodeKind::ScriptTask(vec![Assignment { target: target.clone(), value }]));
        let gone = self.bare(place, element, NodeKind::EndEvent(Event::None));
        let enough = self.connect(id(element), count, step);
        let others = self.connect(id(element), count, gone);
        if let Some(flow) = self.document.flows.get_mut(enough) {
            flow.condition = format!("{target} = {needed}");
        }
        if let Some(flow) = self.document.flows.get_mut(others) {
            flow.is_default = true;
        }
        Some(count)
    }

    /// One token becomes so many.
    fn multiplied(&mut self, place: Place, element: &'a Element<'a>, step: NodeId, left: u32) -> NodeId {
        let split = self.bare(place, element, NodeKind::ParallelGateway);
        let merge = self.bare(place, element, NodeKind::ExclusiveGateway);
        self.connect(id(element), step, split);
        for _ in 0..left {
            self.connect(id(element), split, merge);
        }
        merge
    }
}
