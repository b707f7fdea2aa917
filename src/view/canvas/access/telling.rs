//! Tells a screen reader of what is kept on the boards of canvases: the whole once, then what is new.
//!
//! AccessKit keeps a node that an update does not name, as long as its parent is not told anew without it; egui makes all nodes anew
//! in each frame. So the nodes of the elements do not go through egui, but are put into its update when the frame has ended.

use super::Shared;
use egui::accesskit::{Node, NodeId};
use egui::{Context, FullOutput, Id, Plugin, Role};

/// After so many seconds without a frame the whole is told again: a screen reader may have gone and another have come, without a
/// frame in which nobody listened.
const REST: f64 = 0.1;

/// The boards of this frame, and those of which was told in the last.
#[derive(Default)]
pub struct Telling {
    shown: Vec<(Id, Shared)>,
    told: Vec<Id>,
    last: f64,
}

impl Telling {
    /// In this frame there is a canvas with this board; the node of that identity places its elements.
    pub fn show(&mut self, plane: Id, board: Shared) {
        self.shown.push((plane, board));
    }
}

impl Plugin for Telling {
    fn debug_name(&self) -> &'static str {
        "elements of canvases"
    }

    fn output_hook(&mut self, context: &Context, output: &mut FullOutput) {
        let shown = std::mem::take(&mut self.shown);
        let told = std::mem::take(&mut self.told);
        // Of a pass that may be thrown away nothing counts as told.
        let is_discarded = output.platform_output.requested_discard();
        let Some(update) = &mut output.platform_output.accesskit_update else { return };
        let now = context.input(|input| input.time);
        let is_rested = now - std::mem::replace(&mut self.last, now) > REST;
        for (plane, board) in shown {
            let (outer, inner) = (plane.accesskit_id(), plane.with("all").accesskit_id());
            let Some((_, node)) = update.nodes.iter_mut().find(|(id, _)| *id == outer) else { continue };
            node.set_children(vec![inner]);
            let mut board = board.lock();
            let is_whole = is_discarded || is_rested || !told.contains(&plane);
            if let Some(children) = board.children(is_whole) {
                update.nodes.push((inner, list(children)));
            }
            board.tell(is_whole, &mut update.nodes);
            if !is_discarded {
                self.told.push(plane);
            }
        }
    }
}

fn list(children: Vec<NodeId>) -> Node {
    let mut node = Node::new(Role::GenericContainer);
    node.set_children(children);
    node
}
