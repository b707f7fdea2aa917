//! Dragging shapes: they snap to their neighbours; a single step goes into a connection or leaves the flow, an event
//! waits at the edge of a step or comes off it.

use super::placing::{Target, host_at};
use super::{Desk, Hint, Pointer, Preview};
use crate::drawing::scene::{Item, Look};
use crate::edit::{Command, CommandName, FlowCommand};
use crate::layout::snap::Guide;
use crate::model::{ArtifactKind, Bounds, Event, FlowId, FlowNode, NodeId, NodeKind, Subject, Vector};
use crate::view::Action;
use crate::view::canvas::arrange::is_in_flow;
use crate::view::canvas::draw::FAR;
use crate::view::canvas::hit::{Hit, LINE};
use crate::view::canvas::snap::snap;
use std::collections::BTreeSet;

/// How far from its activity an event at the edge comes off it, in points of the diagram.
const OFF: f64 = 50.0;

/// Shapes being dragged.
#[derive(Clone, Debug)]
pub struct Moving {
    subjects: BTreeSet<Subject>,
    start: Bounds,
    /// Lines to which they snapped.
    pub guides: Vec<Guide>,
    /// Where letting go would put a single element other than on free ground.
    pub target: Option<Target>,
    /// Steps at whose edge the dragged event may wait.
    pub hosts: Vec<Subject>,
    /// What is said at the pointer.
    pub hint: Option<Hint>,
}

impl Moving {
    /// Takes hold of the selected shapes, or of `hit` alone if it is not selected.
    pub fn begin(desk: &Desk<'_>, hit: Subject) -> Option<Self> {
        let selection = desk.context.selection;
        let all = if selection.has(hit) { selection.subjects.clone() } else { BTreeSet::from([hit]) };
        let subjects: BTreeSet<Subject> = all.into_iter().filter_map(|subject| movable(desk, subject)).collect();
        let subjects = with_enclosed(desk, subjects);
        let start = subjects.iter().filter_map(|subject| desk.scene.bounds(*subject)).reduce(Bounds::union)?;
        let mut moving = Self { subjects, start, guides: Vec::new(), target: None, hosts: Vec::new(), hint: None };
        if moving.single(desk).is_some_and(|node| node.kind.host().is_some()) {
            let steps =
                desk.scene.within(desk.camera.visible()).into_iter().filter(|item| item.node().is_some_and(|node| node.kind.is_activity()));
            moving.hosts = steps.map(|item| item.subject).collect();
        }
        Some(moving)
    }

    /// Follows the pointer. `false` when it was let go.
    pub fn step(&mut self, desk: &Desk<'_>, pointer: &Pointer, preview: &mut Preview, actions: &mut Vec<Action>) -> bool {
        let way = pointer.at.from(pointer.origin);
        let by = if pointer.snaps { self.snapped(desk, way) } else { self.free(way) };
        self.target = None;
        self.hint = None;
        let special = self.single(desk).and_then(|node| match &node.kind {
            NodeKind::BoundaryEvent { host, .. } => self.along_edges(desk, node, *host, way),
            _ => self.in_the_flow(desk, node, by, pointer),
        });
        let command = special.or_else(|| (by.x.abs() + by.y.abs() > 0.0).then(|| self.moved(by)));
        preview.show(command, actions);
        if pointer.is_released {
            preview.commit(actions);
        }
        !pointer.is_released
    }

    fn moved(&self, by: Vector) -> Command {
        Command::Flow(FlowCommand::Move { subjects: self.subjects.iter().copied().collect(), by })
    }

    /// An event at the edge slides along it, goes over to another step, or comes off into the flow.
    fn along_edges(&mut self, desk: &Desk<'_>, event: &FlowNode, host: NodeId, way: Vector) -> Option<Command> {
        let event = event.id;
        let at = self.start.centre().moved(way);
        self.guides.clear();
        let attach = |host, at| Command::Flow(FlowCommand::Attach { event, host, at });
        if let Some(other) = host_at(desk, at).filter(|other| *other != host) {
            self.target = Some(Target::Host(other));
            self.hint = Some(say(desk, "canvas-hint-attach"));
            return Some(attach(Some(other), at));
        }
        let edge = desk.context.editor.document().diagram.shapes.get(Subject::Node(host))?.bounds;
        if edge.grown(OFF).contains(at) {
            return Some(self.moved(way));
        }
        self.hint = Some(say(desk, "canvas-hint-detach"));
        let off = attach(None, super::super::camera::on_grid(at, super::super::snap::GRID));
        let into = self.flow_under(desk, event, way).and_then(|flow| {
            let drop = Command::Flow(FlowCommand::DropOnFlow { flow, node: event });
            let command = Command::Batch { name: CommandName::Insert, commands: vec![off.clone(), drop] };
            desk.context.editor.try_command(&command).is_ok().then_some((flow, command))
        });
        if let Some((flow, command)) = into {
            self.target = Some(Target::Flow(flow));
            return Some(command);
        }
        Some(off)
    }

    /// A single step or event of the flow: into a connection, to the edge of a step, or out of the flow.
    fn in_the_flow(&mut self, desk: &Desk<'_>, node: &FlowNode, by: Vector, pointer: &Pointer) -> Option<Command> {
        let at = self.start.moved(by).centre();
        let waits = matches!(&node.kind, NodeKind::CatchEvent(event) if !matches!(event, Event::None | Event::Link(_)));
        if let Some(host) = host_at(desk, at).filter(|_| waits) {
            self.target = Some(Target::Host(host));
            self.hint = Some(say(desk, "canvas-hint-attach"));
            return Some(Command::Flow(FlowCommand::Attach { event: node.id, host: Some(host), at }));
        }
        let stands_alone = matches!(node.kind, NodeKind::StartEvent { .. } | NodeKind::EndEvent(_));
        if let Some(flow) = self.flow_under(desk, node.id, by).filter(|_| !stands_alone) {
            let drop = Command::Flow(FlowCommand::DropOnFlow { flow, node: node.id });
            let command = Command::Batch { name: CommandName::Insert, commands: vec![self.moved(by), drop] };
            if desk.context.editor.try_command(&command).is_ok() {
                self.target = Some(Target::Flow(flow));
                return Some(command);
            }
        }
        if stands_alone || !is_in_flow(desk.context.editor.document(), Subject::Node(node.id)) {
            return None;
        }
        if !pointer.modifiers.command {
            self.hint = Some(say(desk, "canvas-hint-take-out"));
            return None;
        }
        self.hint = Some(say(desk, "canvas-hint-taken-out"));
        let take_out = Command::Flow(FlowCommand::TakeOut { node: node.id });
        Some(Command::Batch { name: CommandName::TakeOut, commands: vec![self.moved(by), take_out] })
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

    /// The only node that is moved, as it was before the drag.
    fn single<'a>(&self, desk: &Desk<'a>) -> Option<&'a FlowNode> {
        let node = self.subjects.first().filter(|_| self.subjects.len() == 1)?.node()?;
        desk.context.editor.document().nodes.get(node)
    }

    /// The connection under the step, as it was before the drag: what is shown may be led round the step already. None where
    /// all is too small to be meant.
    fn flow_under(&self, desk: &Desk<'_>, node: NodeId, by: Vector) -> Option<FlowId> {
        if desk.camera.zoom < FAR {
            return None;
        }
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
}

fn say(desk: &Desk<'_>, word: &str) -> Hint {
    Hint { text: desk.context.texts.get(word).to_owned(), is_refusal: false }
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
