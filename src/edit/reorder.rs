//! Commands for steps in a list: earlier or later in the flow, done by another, a way added.

use super::{Command, CommandName, ContentCommand, FlowCommand, Record};
use crate::layout::direction::direction_of;
use crate::model::{Bounds, Document, FlowId, FlowNode, LaneId, NodeId, NodeKind, Orientation, RoleId, RoleKind, Subject, Vector};

/// Where a step goes in its sequence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shift {
    /// Before the one before it.
    Earlier,
    /// Behind the one behind it.
    Later,
}

/// Changes the place of a step with its neighbour in the flow, and their places in the picture. `None` if the flow joins or
/// splits there, or begins or ends.
pub fn move_in_flow(document: &Document, node: NodeId, shift: Shift) -> Option<Command> {
    let before = sole(document.incoming(node))?;
    let behind = sole(document.outgoing(node))?;
    let (neighbour, target) = match shift {
        Shift::Earlier => (before.1, sole(document.incoming(before.1))?.0),
        Shift::Later => (behind.2, sole(document.outgoing(behind.2))?.0),
    };
    let mut commands = vec![Command::Flow(FlowCommand::DropOnFlow { flow: target, node })];
    commands.extend(change_places(document, node, neighbour));
    Some(Command::Batch { name: CommandName::Move, commands })
}

/// The one connection, with source and target.
fn sole<'a>(mut flows: impl Iterator<Item = &'a crate::model::SequenceFlow>) -> Option<(FlowId, NodeId, NodeId)> {
    let only = flows.next()?;
    flows.next().is_none().then_some((only.id, only.from, only.to))
}

/// Along the flow only, if they stand in different lanes: each stays with whoever does it.
fn change_places(document: &Document, a: NodeId, b: NodeId) -> Vec<Command> {
    let place = |node| document.diagram.shapes.get(Subject::Node(node)).map(|shape| shape.bounds);
    let node = |node| document.nodes.get(node);
    let (Some(at_a), Some(at_b), Some(first), Some(second)) = (place(a), place(b), node(a), node(b)) else { return Vec::new() };
    let mut by = at_b.centre().from(at_a.centre());
    if first.lane != second.lane {
        match direction_of(document, first.process) {
            Orientation::Horizontal => by.y = 0.0,
            Orientation::Vertical => by.x = 0.0,
        }
    }
    let shift = |node, by| Command::Flow(FlowCommand::Move { subjects: vec![Subject::Node(node)], by });
    vec![shift(a, by), shift(b, Vector::new(-by.x, -by.y))]
}

/// Lets a role do a step: moves it into the lane of the role, if there is one, else the step says itself who does it.
/// `None` takes what the step itself says away.
pub fn assign_role(document: &Document, node: &FlowNode, role: Option<RoleId>) -> Command {
    let lane = role.and_then(|role| lane_of_role(document, node, role));
    let said = if lane.is_some() { None } else { role };
    let mut commands = vec![Command::Put(with_role(node, said))];
    commands.extend(lane.filter(|lane| node.lane != Some(*lane)).and_then(|lane| move_into(document, node, lane)));
    Command::Batch { name: CommandName::ChangeProperties, commands }
}

/// Makes a role of this name and lets it do a step.
pub fn assign_new_role(document: &Document, node: &FlowNode, name: &str) -> Command {
    let role = ContentCommand::AddRole { name: name.to_owned(), kind: RoleKind::default() };
    // The role is the first thing that the step of the history makes, so it gets the next identity.
    let put = Command::Put(with_role(node, Some(RoleId(document.next_id))));
    Command::Batch { name: CommandName::ChangeProperties, commands: vec![Command::Content(role), put] }
}

fn with_role(node: &FlowNode, role: Option<RoleId>) -> Record {
    let mut node = node.clone();
    node.details.role = role;
    Record::Node(node)
}

/// The lane of a role in which a step can stand. What is in or at something else stands where that stands.
fn lane_of_role(document: &Document, node: &FlowNode, role: RoleId) -> Option<LaneId> {
    let pool = document.pool_of(node.process).filter(|_| node.parent.is_none() && node.kind.host().is_none())?;
    let is_divided = |lane: LaneId| document.lanes_in(pool, Some(lane)).next().is_some();
    document.lanes.values().find(|lane| lane.pool == pool && lane.role == Some(role) && !is_divided(lane.id)).map(|lane| lane.id)
}

/// Straight across the flow, to the middle of a lane.
fn move_into(document: &Document, node: &FlowNode, lane: LaneId) -> Option<Command> {
    let place = |subject| document.diagram.shapes.get(subject).map(|shape| shape.bounds);
    let (lane, own): (Bounds, Bounds) = (place(Subject::Lane(lane))?, place(Subject::Node(node.id))?);
    let way = lane.centre().from(own.centre());
    let by = match direction_of(document, node.process) {
        Orientation::Horizontal => Vector::new(0.0, way.y),
        Orientation::Vertical => Vector::new(way.x, 0.0),
    };
    Some(Command::Flow(FlowCommand::Move { subjects: vec![Subject::Node(node.id)], by }))
}

/// A further way from a node to another. A step that leads on already gets a gateway behind it that chooses.
pub fn add_way(document: &Document, from: NodeId, to: NodeId) -> Command {
    let splits = document.nodes.get(from).is_some_and(|node| node.kind.is_gateway());
    let to = Subject::Node(to);
    match sole(document.outgoing(from)) {
        Some((flow, ..)) if !splits => {
            // The gateway is the first thing that the step of the history makes.
            let gateway = Subject::Node(NodeId(document.next_id));
            let insert = Command::Flow(FlowCommand::InsertOnFlow { flow, kind: NodeKind::ExclusiveGateway });
            let connect = Command::Flow(FlowCommand::Connect { from: gateway, to });
            Command::Batch { name: CommandName::Connect, commands: vec![insert, connect] }
        }
        _ => Command::Flow(FlowCommand::Connect { from: Subject::Node(from), to }),
    }
}

/// A new step of a person behind a node: between it and what it leads to, if that is one thing, else as a further way.
pub fn next_step(document: &Document, after: NodeId) -> Command {
    let kind = NodeKind::UserTask;
    Command::Flow(match sole(document.outgoing(after)) {
        Some((flow, ..)) => FlowCommand::InsertOnFlow { flow, kind },
        None => FlowCommand::Append { after, kind, at: None },
    })
}

#[cfg(test)]
mod tests {
    use super::{Shift, add_way, assign_new_role, assign_role, move_in_flow, next_step};
    use crate::edit::{Command, Editor, FlowCommand, Wording, read_outline, write_outline};
    use crate::model::{Document, NodeId, Subject};

    fn drawn(text: &str) -> Editor {
        let mut editor = Editor::new(Document::empty("a", "A"));
        let process = editor.document().main_process;
        let (outline, _) = read_outline(text, |_| false);
        editor.apply(Command::Flow(FlowCommand::AddOutline { process, after: None, outline })).unwrap();
        editor
    }

    fn node(editor: &Editor, name: &str) -> NodeId {
        editor.document().nodes.values().find(|node| node.name == name).unwrap().id
    }

    fn text(editor: &Editor) -> String {
        let words = Wording { start: "Start", end: "Ende", all: "Gleichzeitig", several: "(mehrere)", otherwise: "sonst", nameless: "…" };
        write_outline(editor.document(), editor.document().main_process, &words)
    }

    #[test]
    fn steps_go_earlier_and_later_and_change_places() {
        let mut editor = drawn("A\nB\nC\n");
        let place = |editor: &Editor, name| editor.document().diagram.shapes.get(Subject::Node(node(editor, name))).unwrap().bounds;
        let (a, b) = (place(&editor, "A"), place(&editor, "B"));
        let command = move_in_flow(editor.document(), node(&editor, "B"), Shift::Earlier).unwrap();
        editor.apply(command).unwrap();
        assert_eq!(text(&editor), "B\nA\nC\n");
        assert_eq!((place(&editor, "A"), place(&editor, "B")), (b, a));
        let command = move_in_flow(editor.document(), node(&editor, "B"), Shift::Later).unwrap();
        editor.apply(command).unwrap();
        assert_eq!(text(&editor), "A\nB\nC\n");
        assert_eq!(move_in_flow(editor.document(), node(&editor, "A"), Shift::Earlier), None);
        assert_eq!(move_in_flow(editor.document(), node(&editor, "C"), Shift::Later), None);
    }

    #[test]
    fn a_step_goes_to_the_lane_of_its_role() {
        let mut editor = drawn("Amt: A\nLeitung: B\n");
        let role = editor.document().roles.values().find(|role| role.name == "Amt").unwrap().id;
        let step = editor.document().nodes.get(node(&editor, "B")).unwrap().clone();
        let command = assign_role(editor.document(), &step, Some(role));
        editor.apply(command).unwrap();
        let step = editor.document().nodes.get(step.id).unwrap().clone();
        assert_eq!(editor.document().lanes.get(step.lane.unwrap()).unwrap().name, "Amt");
        assert_eq!((step.details.role, editor.document().role_of(step.id).unwrap().id), (None, role));
        let command = assign_new_role(editor.document(), &step, "Kasse");
        editor.apply(command).unwrap();
        assert_eq!(editor.document().role_of(step.id).unwrap().name, "Kasse");
    }

    #[test]
    fn a_second_way_makes_a_decision() {
        let mut editor = drawn("A\nB\nC\n");
        let command = add_way(editor.document(), node(&editor, "A"), node(&editor, "C"));
        editor.apply(command).unwrap();
        assert_eq!(text(&editor), "A\n…?\n  : B\n  :\nC\n");
        let command = next_step(editor.document(), node(&editor, "C"));
        editor.apply(command).unwrap();
        assert_eq!(text(&editor), "A\n…?\n  : B\n  :\nC\n…\n");
    }
}
