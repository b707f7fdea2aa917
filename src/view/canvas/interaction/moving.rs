//! Dragging shapes: they snap to their neighbours; a single step dropped on a connection goes into it.

use super::{Desk, Pointer, Preview};
use crate::edit::{Command, CommandName, FlowCommand};
use crate::layout::snap::Guide;
use crate::model::{ArtifactKind, Bounds, FlowId, NodeId, NodeKind, Subject, Vector};
use crate::view::Action;
use crate::view::canvas::hit::{Hit, LINE};
use crate::view::canvas::scene::{Item, Look};
use crate::view::canvas::snap::snap;
use std::collections::BTreeSet;

/// Shapes being dragged.
#[derive(Clone, Debug)]
pub struct Moving {
    subjects: BTreeSet<Subject>,
    start: Bounds,
    /// Lines to which they snapped.
    pub guides: Vec<Guide>,
    /// The connection into which letting go would put the step.
    pub into: Option<FlowId>,
}

impl Moving {
    /// Takes hold of the selected shapes, or of `hit` alone if it is not selected.
    pub fn begin(desk: &Desk<'_>, hit: Subject) -> Option<Self> {
        let selection = desk.context.selection;
        let all = if selection.has(hit) { selection.subjects.clone() } else { BTreeSet::from([hit]) };
        let subjects: BTreeSet<Subject> = all.into_iter().filter_map(|subject| movable(desk, subject)).collect();
        let subjects = with_enclosed(desk, subjects);
        let start = subjects.iter().filter_map(|subject| desk.scene.bounds(*subject)).reduce(Bounds::union)?;
        Some(Self { subjects, start, guides: Vec::new(), into: None })
    }

    /// Follows the pointer. `false` when it was let go.
    pub fn step(&mut self, desk: &Desk<'_>, pointer: &Pointer, preview: &mut Preview, actions: &mut Vec<Action>) -> bool {
        let by = pointer.at.from(pointer.origin);
        let by = if pointer.snaps { self.snapped(desk, by) } else { self.free(by) };
        self.into = self.flow_under(desk, by);
        let subjects: Vec<Subject> = self.subjects.iter().copied().collect();
        let move_by = Command::Flow(FlowCommand::Move { subjects, by });
        let is_moved = by.x.abs() + by.y.abs() > 0.0;
        let command = self.into.and_then(|flow| self.dropped(desk, flow, &move_by)).or(is_moved.then_some(move_by));
        preview.show(command, actions);
        if pointer.is_released {
            preview.commit(actions);
        }
        !pointer.is_released
    }

    fn free(&mut self, by: Vector) -> Vector {
        self.guides.clear();
        Vector::new(by.x.round(), by.y.round())
    }

    fn snapped(&mut self, desk: &Desk<'_>, by: Vector) -> Vector {
        let snapped = snap(desk.scene, desk.camera, &self.subjects, self.start, by);
        self.guides = snapped.guides;
        snapped.by
    }

    /// The only step that is moved, if it can stand in the middle of a connection.
    fn single(&self, desk: &Desk<'_>) -> Option<NodeId> {
        let node = self.subjects.first().filter(|_| self.subjects.len() == 1)?.node()?;
        let kind = &desk.context.document.nodes.get(node)?.kind;
        let stands_alone = matches!(kind, NodeKind::StartEvent { .. } | NodeKind::EndEvent(_) | NodeKind::BoundaryEvent { .. });
        (!stands_alone).then_some(node)
    }

    /// The connection under the step, as it was before the drag: what is shown may be led round the step already.
    fn flow_under(&self, desk: &Desk<'_>, by: Vector) -> Option<FlowId> {
        let node = self.single(desk)?;
        let editor = desk.context.editor;
        let is_other = |subject: Subject| match subject {
            Subject::Flow(id) => {
                let is_foreign = editor.document().flows.get(id).is_some_and(|flow| flow.from != node && flow.to != node);
                is_foreign && desk.scene.get(subject).is_some()
            }
            _ => false,
        };
        match editor.index().connection_at(self.start.moved(by).centre(), desk.camera.reach(LINE), is_other)? {
            Subject::Flow(flow) => Some(flow),
            _ => None,
        }
    }

    fn dropped(&self, desk: &Desk<'_>, flow: FlowId, move_by: &Command) -> Option<Command> {
        let drop = Command::Flow(FlowCommand::DropOnFlow { flow, node: self.single(desk)? });
        let command = Command::Batch { name: CommandName::Insert, commands: vec![move_by.clone(), drop] };
        desk.context.editor.try_command(&command).is_ok().then_some(command)
    }
}

/// The shapes with all that groups among them enclose.
pub fn with_enclosed(desk: &Desk<'_>, mut subjects: BTreeSet<Subject>) -> BTreeSet<Subject> {
    let is_group =
        |item: &&Item| matches!(&item.look, Look::Artifact { artifact, .. } if matches!(artifact.kind, ArtifactKind::Group { .. }));
    let groups: Vec<Bounds> = subjects
        .iter()
        .filter_map(|subject| desk.scene.get(*subject))
        .filter(is_group)
        .filter_map(|item| Some(item.shape()?.bounds))
        .collect();
    for group in groups {
        let inside = desk.scene.within(group).into_iter().filter(|item| matches!(item.subject, Subject::Node(_) | Subject::Artifact(_)));
        subjects.extend(inside.filter(|item| item.shape().is_some_and(|shape| group.encloses(shape.bounds))).map(|item| item.subject));
    }
    subjects
}

/// What is moved when this is taken: a lane takes its pool along, a connection stays where its ends are.
fn movable(desk: &Desk<'_>, subject: Subject) -> Option<Subject> {
    match subject {
        Subject::Lane(lane) => Some(Subject::Pool(desk.context.document.lanes.get(lane)?.pool)),
        _ => subject.is_shape().then_some(subject),
    }
}

/// Whether dragging from here moves something.
pub fn is_grip(hit: Hit) -> bool {
    matches!(hit, Hit::Body(subject) if subject.is_shape())
}
