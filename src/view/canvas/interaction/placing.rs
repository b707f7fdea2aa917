//! A new element hangs at the pointer: on free ground it is put there, on a connection into it, at the edge
//! of a step an event waits there.

use super::{Desk, Hint, Pointer};
use crate::edit::{Command, FlowCommand};
use crate::layout::snap::Guide;
use crate::model::{Bounds, FlowId, NodeId, NodeKind, Point, Subject, Vector};
use crate::view::Action;
use crate::view::canvas::camera::on_grid;
use crate::view::canvas::elements::NewElement;
use crate::view::canvas::ghost::Ghost;
use crate::view::canvas::snap::snap;
use std::collections::BTreeSet;

/// How near to the edge of a step an event attaches to it, in points of the diagram.
const EDGE: f64 = 16.0;

/// A new element at the pointer.
#[derive(Clone, Debug)]
pub struct Placing {
    /// What it is.
    pub element: NewElement,
    /// Whether the button is held since the palette.
    pub is_dragged: bool,
    /// Where it would go.
    pub target: Option<Target>,
    /// What is said at the pointer.
    pub hint: Option<Hint>,
    /// Lines to which it snapped.
    pub guides: Vec<Guide>,
}

/// Where a new element would go other than free ground.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Target {
    /// Into a connection.
    Flow(FlowId),
    /// To the edge of a step.
    Host(NodeId),
}

impl Target {
    /// The element that is lit.
    pub fn subject(self) -> Subject {
        match self {
            Self::Flow(flow) => Subject::Flow(flow),
            Self::Host(host) => Subject::Node(host),
        }
    }
}

impl Placing {
    /// Takes an element from the palette.
    pub fn begin(element: NewElement, is_dragged: bool) -> Self {
        Self { element, is_dragged, target: None, hint: None, guides: Vec::new() }
    }

    /// Follows the pointer. `false` when it is over; then the flag says whether something was put.
    pub fn step(&mut self, desk: &Desk<'_>, pointer: &Pointer, ghost: &mut Ghost, actions: &mut Vec<Action>) -> (bool, bool) {
        let is_inside = desk.camera.screen.contains(pointer.position);
        self.target = if is_inside { target(desk, &self.element, pointer.at) } else { None };
        let at = self.resting(desk, pointer);
        let command = is_inside.then(|| self.command(desk, at));
        ghost.show(desk, command.clone());
        self.hint = ghost.refusal().map(|refusal| Hint { text: desk.context.texts.refusal(refusal), is_refusal: true });
        let is_over = if self.is_dragged { pointer.is_released } else { pointer.is_pressed && is_inside };
        if !is_over {
            return (true, false);
        }
        let command = command.filter(|_| self.hint.is_none());
        ghost.clear();
        let was_put = command.is_some();
        actions.extend(command.map(Action::Apply));
        (false, was_put)
    }

    /// The middle of the place where it would come to stand.
    fn resting(&mut self, desk: &Desk<'_>, pointer: &Pointer) -> Point {
        self.guides.clear();
        if !pointer.snaps || self.target.is_some() {
            return on_grid(pointer.at, 1.0);
        }
        let (width, height) = self.element.size();
        let place = Bounds::centred(pointer.at, width, height);
        let snapped = snap(desk.scene, desk.camera, &BTreeSet::new(), place, Vector::default());
        self.guides = snapped.guides;
        pointer.at.moved(snapped.by)
    }

    fn command(&self, desk: &Desk<'_>, at: Point) -> Command {
        match (&self.element, self.target) {
            (NewElement::Node(kind), Some(Target::Flow(flow))) => Command::Flow(FlowCommand::InsertOnFlow { flow, kind: kind.clone() }),
            (NewElement::Node(NodeKind::CatchEvent(trigger)), Some(Target::Host(host))) => {
                Command::Flow(FlowCommand::AddBoundaryEvent { host, trigger: trigger.clone(), is_interrupting: true, at: Some(at) })
            }
            (element, _) => {
                let has_pool = desk.context.document.pool_of(desk.process).is_some();
                desk.here(element.placed(desk.context.texts, desk.process, has_pool, at))
            }
        }
    }
}

/// The step at whose edge a point lies.
pub(super) fn host_at(desk: &Desk<'_>, at: Point) -> Option<NodeId> {
    let near = desk.scene.within(Bounds::centred(at, 2.0 * EDGE, 2.0 * EDGE)).into_iter().rev();
    let mut steps = near.filter(|item| item.node().is_some_and(|node| node.kind.is_activity()));
    let is_at_edge = |bounds: Bounds| bounds.grown(EDGE).contains(at) && !bounds.grown(-EDGE).contains(at);
    steps.find(|item| item.shape().is_some_and(|shape| is_at_edge(shape.bounds)))?.subject.node()
}

/// Where an element put at this point would go other than free ground.
fn target(desk: &Desk<'_>, element: &NewElement, at: Point) -> Option<Target> {
    let NewElement::Node(kind) = element else { return None };
    if matches!(kind, NodeKind::CatchEvent(_))
        && let Some(host) = host_at(desk, at)
    {
        return Some(Target::Host(host));
    }
    if matches!(kind, NodeKind::StartEvent { .. } | NodeKind::EndEvent(_)) {
        return None;
    }
    match desk.finder().element(at, |subject| matches!(subject, Subject::Flow(_)))?.subject() {
        Subject::Flow(flow) => Some(Target::Flow(flow)),
        _ => None,
    }
}
