//! Drawing a connection, and leading an end of one elsewhere: targets light up, a refusal says why at the pointer.

use super::{Desk, Hint, Pointer, Preview};
use crate::edit::{Command, FlowCommand, FlowEnd};
use crate::model::Subject;
use crate::view::Action;
use crate::view::canvas::ghost::Ghost;
use egui::Pos2;

/// With more nodes in view than this, allowed targets light up only under the pointer.
const MOST_CANDIDATES: usize = 60;

/// Whether the button is held while connecting, or the source and then the target are clicked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The button is held.
    Drag,
    /// Two clicks.
    Clicks,
}

/// A connection being drawn.
#[derive(Clone, Debug)]
pub struct Connecting {
    /// Its source.
    pub from: Subject,
    /// Where the pointer is, for the loose end.
    pub pointer: Pos2,
    /// Held or clicked.
    pub way: Way,
    /// What is under the pointer.
    pub target: Target,
    /// Elements in view on which it may end; found once.
    pub candidates: Vec<Subject>,
    has_looked: bool,
}

/// A connection's end being led elsewhere.
#[derive(Clone, Debug)]
pub struct Reconnecting {
    /// The connection.
    pub connection: Subject,
    /// Which of its ends.
    pub end: FlowEnd,
    /// Where the pointer is, for the loose end.
    pub pointer: Pos2,
    /// What is under the pointer.
    pub target: Target,
    /// Elements in view on which the end may be put; found once.
    pub candidates: Vec<Subject>,
    has_looked: bool,
}

/// What is under the pointer and whether it would do.
#[derive(Clone, Debug, Default)]
pub struct Target {
    /// The element.
    pub subject: Option<Subject>,
    /// Why it would not do.
    pub refusal: Option<String>,
}

impl Target {
    /// Looks at what is under the pointer; asks again only when it is another element.
    fn aim(&mut self, desk: &Desk<'_>, subject: Option<Subject>, command: impl Fn(Subject) -> Command) {
        if self.subject == subject {
            return;
        }
        self.subject = subject;
        let refused = subject.and_then(|subject| desk.context.editor.try_command(&command(subject)).err());
        self.refusal = refused.map(|refusal| desk.context.texts.refusal(&refusal));
    }

    /// The element, if it would do.
    pub fn allowed(&self) -> Option<Subject> {
        self.subject.filter(|_| self.refusal.is_none())
    }

    /// What is said at the pointer.
    pub fn hint(&self) -> Option<Hint> {
        self.refusal.as_ref().map(|text| Hint { text: text.clone(), is_refusal: true })
    }
}

impl Connecting {
    /// Begins at a source.
    pub fn begin(from: Subject, pointer: Pos2, way: Way) -> Self {
        Self { from, pointer, way, target: Target::default(), candidates: Vec::new(), has_looked: false }
    }

    /// Follows the pointer. `false` when it is over.
    pub fn step(&mut self, desk: &Desk<'_>, pointer: &Pointer, ghost: &mut Ghost, actions: &mut Vec<Action>) -> bool {
        let from = self.from;
        let connect = |to: Subject| Command::Flow(FlowCommand::Connect { from, to });
        self.pointer = pointer.position;
        if !std::mem::replace(&mut self.has_looked, true) {
            self.candidates = candidates(desk, connect);
            self.candidates.retain(|subject| *subject != from);
        }
        let under = desk.finder().end(pointer.at).filter(|subject| *subject != from && !is_round(desk, *subject, from));
        self.target.aim(desk, under, connect);
        ghost.show(desk, self.target.allowed().map(connect));
        let is_over = match self.way {
            Way::Drag => pointer.is_released,
            Way::Clicks => pointer.is_pressed,
        };
        if is_over {
            ghost.clear();
            actions.extend(self.target.allowed().map(|to| Action::Apply(connect(to))));
        }
        !is_over
    }
}

/// The nodes in view for which the command would be taken. Asking costs a whole command each, so not in a crowd.
fn candidates(desk: &Desk<'_>, command: impl Fn(Subject) -> Command) -> Vec<Subject> {
    let near = desk.scene.within(desk.camera.visible());
    let all: Vec<Subject> = near.iter().filter(|item| item.node().is_some()).map(|item| item.subject).collect();
    if all.len() > MOST_CANDIDATES {
        return Vec::new();
    }
    all.into_iter().filter(|subject| desk.context.editor.try_command(&command(*subject)).is_ok()).collect()
}

/// Whether one is a ground on which the other stands, and so cannot be meant as a target.
fn is_round(desk: &Desk<'_>, ground: Subject, other: Subject) -> bool {
    let is_ground = desk.scene.get(ground).is_some_and(crate::drawing::scene::Item::is_ground);
    is_ground && desk.scene.bounds(ground).zip(desk.scene.bounds(other)).is_some_and(|(round, inner)| round.encloses(inner))
}

impl Reconnecting {
    /// Takes hold of an end.
    pub fn begin(connection: Subject, end: FlowEnd, pointer: Pos2) -> Self {
        Self { connection, end, pointer, target: Target::default(), candidates: Vec::new(), has_looked: false }
    }

    /// Follows the pointer. `false` when it is over.
    pub fn step(&mut self, desk: &Desk<'_>, pointer: &Pointer, preview: &mut Preview, actions: &mut Vec<Action>) -> bool {
        let (connection, end) = (self.connection, self.end);
        let reconnect = |to: Subject| Command::Flow(FlowCommand::Reconnect { connection, end, to });
        self.pointer = pointer.position;
        if !std::mem::replace(&mut self.has_looked, true) {
            self.candidates = candidates(desk, reconnect);
        }
        let under = desk.finder().end(pointer.at).filter(|subject| *subject != connection);
        self.target.aim(desk, under, reconnect);
        preview.show(self.target.allowed().map(reconnect), actions);
        if pointer.is_released {
            preview.commit(actions);
        }
        !pointer.is_released
    }
}
