//! What can be done with the selected elements: one list for the pad, the context menu and the keyboard.

use super::arrange::{self, Arrange};
use super::elements::{NewElement, STEP};
use super::interaction::Desk;
use crate::check::Problem;
use crate::edit::{Command, FlowCommand, Side};
use crate::layout;
use crate::layout::auto::Extent;
use crate::layout::dock::artifact_size;
use crate::model::{Artifact, ArtifactId, ArtifactKind, Event, NodeId, NodeKind, Orientation, Point, ProcessId, Subject};
use crate::view::icons::Icon;
use egui::KeyboardShortcut;

/// Something that can be done with the selection.
#[derive(Clone, Debug, PartialEq)]
pub enum Deed {
    /// Append a step, gateway or end.
    Append(NodeKind),
    /// Append something chosen from a menu.
    AppendOther,
    /// Put an annotation beside it that speaks of it.
    Annotate,
    /// Put a step into the connection.
    Insert,
    /// Put something chosen from a list on free ground.
    Create,
    /// Put this on free ground.
    Put(NewElement),
    /// Let an event wait at the edge of a step, chosen from a list.
    Attach,
    /// Begin a connection.
    Connect,
    /// Connect with a target chosen from a list.
    ConnectTo,
    /// Make it another kind, chosen from a menu.
    ChangeKind,
    /// Add a lane to a pool, or behind another.
    AddLane,
    /// Change where elements stand.
    Arrange(Arrange),
    /// Show or hide what is in a sub-process.
    Fold,
    /// Show what a closed sub-process holds on a canvas of its own.
    Enter,
    /// Go back to the canvas on which the entered sub-process stands.
    Leave,
    /// Show the procedure that a step calls.
    ShowCalled,
    /// Play the counterexample of what is wrong there.
    PlayProblem,
    /// Let the router choose the course again.
    ResetCourse,
    /// Put a label that was moved back to its usual place.
    ResetLabel,
    /// Edit the name in place.
    Rename,
    /// Copy.
    Copy,
    /// Copy a picture of the selection, or of everything, for other programs.
    CopyPicture,
    /// Write a picture of the selection, or of everything, to a file.
    SavePicture,
    /// Copy and remove.
    Cut,
    /// Paste what was copied.
    Paste,
    /// Copy and paste at once.
    Duplicate,
    /// Remove.
    Remove,
    /// Select everything.
    SelectAll,
    /// Lay out the selected nodes among the others, or the process, as it runs now.
    TidyUp,
    /// Lay out the process in this direction.
    Turn(Orientation),
}

impl Deed {
    /// Key of its word.
    pub fn word(&self, desk: &Desk<'_>) -> &'static str {
        match self {
            Self::Append(kind) if kind.is_gateway() => "canvas-append-gateway",
            Self::Append(kind) if kind.is_event() => "canvas-append-end",
            Self::Append(_) => "canvas-append-step",
            Self::AppendOther => "canvas-append-other",
            Self::Annotate => "canvas-annotate",
            Self::Insert => "canvas-insert-step",
            Self::Create | Self::Put(_) => "canvas-create",
            Self::Attach => "canvas-attach",
            Self::Connect => "canvas-connect",
            Self::ConnectTo => "canvas-connect-to",
            Self::ChangeKind => "canvas-change-kind",
            Self::AddLane => "canvas-add-lane",
            Self::Arrange(arrange) => arrange.word(desk),
            Self::Fold if is_open(desk) => "canvas-collapse",
            Self::Fold => "canvas-expand",
            Self::Enter => "canvas-enter",
            Self::Leave => "canvas-leave",
            Self::ShowCalled => "canvas-show-called",
            Self::PlayProblem => "check-play",
            Self::ResetCourse => "canvas-reset-course",
            Self::ResetLabel => "canvas-reset-label",
            Self::CopyPicture => "canvas-copy-picture",
            Self::SavePicture => "command-save-picture",
            Self::Rename => "canvas-rename",
            Self::Copy => "canvas-copy",
            Self::Cut => "canvas-cut",
            Self::Paste => "canvas-paste",
            Self::Duplicate => "canvas-duplicate",
            Self::Remove => "canvas-remove",
            Self::SelectAll => "canvas-select-all",
            Self::TidyUp if has_several_nodes(desk) => "canvas-tidy-selection",
            Self::TidyUp => "canvas-tidy-up",
            Self::Turn(Orientation::Horizontal) => "canvas-turn-right",
            Self::Turn(Orientation::Vertical) => "canvas-turn-down",
        }
    }

    /// Its shortcut while the canvas has the focus.
    pub fn shortcut(&self) -> Option<KeyboardShortcut> {
        super::keyboard::shortcut_of(self)
    }

    /// Its icon; appending shows the sign of what is appended instead.
    pub fn icon(&self, desk: &Desk<'_>) -> Icon {
        match self {
            Self::Append(_) | Self::Insert | Self::Create | Self::Put(_) | Self::Attach => Icon::Add,
            Self::AppendOther => Icon::More,
            Self::Annotate => Icon::Note,
            Self::Connect | Self::ConnectTo => Icon::Connect,
            Self::ChangeKind => Icon::Change,
            Self::AddLane => Icon::Lane,
            Self::Arrange(arrange) => arrange.icon(desk),
            Self::Fold if is_open(desk) => Icon::Collapse,
            Self::Fold => Icon::Expand,
            Self::Enter => Icon::Enter,
            Self::Leave => Icon::Left,
            Self::ShowCalled => Icon::Call,
            Self::PlayProblem => Icon::Play,
            Self::ResetCourse | Self::TidyUp | Self::Turn(_) => Icon::TidyUp,
            Self::ResetLabel => Icon::Restart,
            Self::CopyPicture | Self::SavePicture => Icon::Picture,
            Self::Rename => Icon::Edit,
            Self::Copy | Self::Duplicate => Icon::Copy,
            Self::Cut => Icon::Cut,
            Self::Paste => Icon::Paste,
            Self::Remove => Icon::Remove,
            Self::SelectAll => Icon::Select,
        }
    }

    /// The command that does it, for deeds that are one command.
    pub fn command(&self, desk: &Desk<'_>) -> Option<Command> {
        // With nothing selected these are about the process.
        match self {
            Self::TidyUp => return Some(tidy_selection(desk).unwrap_or_else(|| tidy(desk, None))),
            Self::Turn(orientation) => return Some(tidy(desk, Some(*orientation))),
            _ => {}
        }
        let subject = desk.context.selection.primary?;
        Some(match self {
            Self::Append(kind) => append(subject.node()?, kind.clone()),
            Self::Insert => match subject {
                Subject::Flow(flow) => Command::Flow(FlowCommand::InsertOnFlow { flow, kind: STEP }),
                _ => return None,
            },
            Self::Annotate => annotate(desk, subject.node()?)?,
            Self::AddLane => add_lane(desk, subject)?,
            Self::Arrange(arrange) => arrange.command(desk)?,
            Self::Fold => {
                let is_expanded = !desk.context.document.diagram.shapes.get(subject)?.is_expanded;
                Command::Flow(FlowCommand::SetExpanded { node: subject.node()?, is_expanded })
            }
            Self::ResetCourse => Command::Flow(FlowCommand::SetCourse { connection: subject, waypoints: None }),
            Self::ResetLabel => Command::Flow(FlowCommand::SetLabelPlace { subject, bounds: None }),
            Self::Remove => Command::Remove(desk.context.selection.subjects.iter().copied().collect()),
            _ => return None,
        })
    }
}

/// The command that appends a node of this kind.
pub fn append(after: NodeId, kind: NodeKind) -> Command {
    Command::Flow(FlowCommand::Append { after, kind, at: None })
}

fn annotate(desk: &Desk<'_>, about: NodeId) -> Option<Command> {
    let kind = ArtifactKind::Annotation { text: String::new() };
    let bounds = layout::place::aside(desk.context.document, about, artifact_size(&kind))?;
    // The document gives the identity; this one only fills the place.
    let artifact = Artifact { id: ArtifactId(0), process: desk.process, parent: None, kind };
    Some(desk.here(FlowCommand::AddArtifact { artifact, bounds, about: Some(Subject::Node(about)) }))
}

fn add_lane(desk: &Desk<'_>, subject: Subject) -> Option<Command> {
    let name = desk.context.texts.get("word-lane").to_owned();
    Some(Command::Flow(match subject {
        Subject::Pool(pool) => FlowCommand::AddLane { pool, parent: None, name, role: None },
        Subject::Lane(lane) => FlowCommand::AddLaneBeside { lane, side: Side::Behind, name },
        _ => return None,
    }))
}

fn is_open(desk: &Desk<'_>) -> bool {
    desk.context.selection.primary.and_then(|subject| desk.scene.get(subject)).is_some_and(crate::drawing::scene::Item::is_ground)
}

/// The selected sub-process, if it is closed and so has a canvas of its own.
pub fn closed(desk: &Desk<'_>) -> Option<NodeId> {
    desk.context.selection.single()?.node().filter(|node| desk.context.document.is_closed(*node))
}

/// The procedure that the selected step calls.
pub fn called(desk: &Desk<'_>) -> Option<ProcessId> {
    match desk.context.document.nodes.get(desk.context.selection.single()?.node()?)?.kind {
        NodeKind::CallActivity(process) => process,
        _ => None,
    }
}

/// The problem of the selected element that can be shown by playing.
pub fn playable<'a>(desk: &Desk<'a>) -> Option<&'a Problem> {
    let selected = desk.context.selection.single()?;
    desk.context.problems.iter().find(|problem| problem.at.first() == Some(&selected) && problem.counterexample.is_some())
}

/// What the pad beside the selection offers: the steps that come next, nothing rare.
pub fn for_pad(desk: &Desk<'_>) -> Vec<Deed> {
    let Some(subject) = desk.context.selection.single() else {
        if desk.context.selection.subjects.is_empty() {
            return Vec::new();
        }
        return arrange::for_several(desk).into_iter().chain(several(desk)).collect();
    };
    match subject {
        Subject::Node(node) => for_node(desk, node),
        Subject::Pool(_) | Subject::Lane(_) => {
            let mut deeds = arrange::for_band(desk, subject);
            deeds.push(Deed::Remove);
            deeds
        }
        Subject::Flow(_) => vec![Deed::Insert, Deed::ResetCourse, Deed::Remove],
        Subject::MessageFlow(_) | Subject::Association(_) => vec![Deed::ResetCourse, Deed::Remove],
        Subject::Artifact(_) => vec![Deed::Connect, Deed::Remove],
        _ => Vec::new(),
    }
}

/// What can be done with several elements.
fn several(desk: &Desk<'_>) -> Vec<Deed> {
    let tidy = has_several_nodes(desk).then_some(Deed::TidyUp);
    tidy.into_iter().chain([Deed::Duplicate, Deed::Remove]).collect()
}

fn for_node(desk: &Desk<'_>, node: NodeId) -> Vec<Deed> {
    let Some(kind) = desk.context.document.nodes.get(node).map(|node| &node.kind) else { return Vec::new() };
    let mut deeds = Vec::new();
    let goes_on = !matches!(kind, NodeKind::EndEvent(_) | NodeKind::SubProcess { is_event: true } | NodeKind::ThrowEvent(Event::Link(_)));
    if goes_on {
        deeds.extend([STEP, NodeKind::ExclusiveGateway, NodeKind::EndEvent(Event::None)].map(Deed::Append));
        deeds.push(Deed::AppendOther);
    }
    deeds.extend([Deed::Annotate, Deed::Connect, Deed::ChangeKind]);
    if matches!(kind, NodeKind::SubProcess { .. }) {
        deeds.extend(closed(desk).map(|_| Deed::Enter));
        deeds.push(Deed::Fold);
    }
    deeds.extend(called(desk).map(|_| Deed::ShowCalled));
    deeds.push(Deed::Remove);
    deeds
}

/// What the context menu offers, in groups.
pub fn for_menu(desk: &Desk<'_>) -> Vec<Vec<Deed>> {
    if desk.context.selection.subjects.is_empty() {
        let outwards = desk.scene.inside().map(|_| vec![Deed::Leave]);
        let tidy = vec![Deed::TidyUp, Deed::Turn(Orientation::Horizontal), Deed::Turn(Orientation::Vertical)];
        return [vec![Deed::Paste, Deed::SelectAll, Deed::CopyPicture, Deed::SavePicture], tidy].into_iter().chain(outwards).collect();
    }
    let first: Vec<Deed> = for_pad(desk).into_iter().filter(|deed| !matches!(deed, Deed::Remove | Deed::Duplicate)).collect();
    let single = desk.context.selection.single();
    let mut groups = vec![first];
    let reset = has_moved_label(desk).then_some(Deed::ResetLabel);
    let mut second: Vec<Deed> = single.map(|_| Deed::Rename).into_iter().chain(reset).collect();
    second.extend(single.filter(|subject| arrange::is_in_flow(desk.context.document, *subject)).map(|_| Deed::Arrange(Arrange::TakeOut)));
    groups.push(second);
    groups.extend(playable(desk).map(|_| vec![Deed::PlayProblem]));
    groups.push(vec![Deed::Copy, Deed::CopyPicture, Deed::SavePicture, Deed::Cut, Deed::Paste, Deed::Duplicate]);
    groups.push(vec![Deed::Remove]);
    groups.retain(|group| !group.is_empty());
    groups
}

/// Whether the label of the selected element was put somewhere by hand.
fn has_moved_label(desk: &Desk<'_>) -> bool {
    let item = desk.context.selection.single().and_then(|subject| desk.scene.get(subject));
    item.is_some_and(|item| item.shape().and_then(|shape| shape.label).or_else(|| item.edge()?.label).is_some())
}

/// The command that lays out the process on the canvas anew.
fn tidy(desk: &Desk<'_>, orientation: Option<Orientation>) -> Command {
    desk.here(FlowCommand::TidyUp { extent: Extent::Process(desk.process), orientation })
}

/// The command that lays out the selected nodes; `None` if there are fewer than two.
fn tidy_selection(desk: &Desk<'_>) -> Option<Command> {
    let nodes = || desk.context.selection.subjects.iter().filter_map(|subject| subject.node()).collect();
    has_several_nodes(desk).then(|| desk.here(FlowCommand::TidyUp { extent: Extent::Nodes(nodes()), orientation: None }))
}

fn has_several_nodes(desk: &Desk<'_>) -> bool {
    desk.context.selection.subjects.iter().filter_map(|subject| subject.node()).nth(1).is_some()
}

/// Where a paste goes: the upper left of what is seen.
pub fn paste_place(desk: &Desk<'_>) -> Point {
    let seen = desk.camera.visible();
    super::camera::on_grid(Point::new(seen.x + seen.width * 0.3, seen.y + seen.height * 0.3), super::snap::GRID)
}
