//! What the pointer does on the canvas: a state machine. Each gesture shows one command, computed from its
//! start; letting go commits it, Escape forgets it.

mod bending;
mod brushing;
mod connecting;
mod drive;
mod moving;
mod ordering;
mod placing;
mod preview;
mod resizing;
mod spacing;

pub use bending::{Bending, MovingLabel};
pub use brushing::Brushing;
pub use connecting::{Connecting, Reconnecting, Way};
pub use drive::{Machine, Then, drive};
pub use moving::{Moving, with_enclosed};
pub use ordering::Ordering;
pub use placing::Placing;
pub use preview::Preview;
pub use resizing::Resizing;
pub use spacing::Spacing;

use super::camera::Camera;
use super::hit::{Finder, Hit};
use crate::drawing::scene::{Plane, Scene};
use crate::edit::{Command, FlowCommand, Holder};
use crate::model::{Bounds, Point, ProcessId, Subject};
use crate::view::ViewContext;
use egui::{Modifiers, Pos2};

/// The holder of all pending edits of the canvas's gestures.
pub const HOLDER: Holder = Holder(0x00ca_05a5);

/// Where a gesture stands.
#[derive(Clone, Debug, Default)]
pub enum Gesture {
    /// Nothing is going on.
    #[default]
    Idle,
    /// The button is down, but the pointer has not decidedly moved.
    Pressed {
        /// What was pressed.
        hit: Option<Hit>,
    },
    /// Shapes are dragged.
    Moving(Moving),
    /// A new connection is drawn.
    Connecting(Connecting),
    /// An end of a connection is led elsewhere.
    Reconnecting(Reconnecting),
    /// A rubber band is drawn.
    Brushing(Brushing),
    /// A lane is put between others.
    Ordering(Ordering),
    /// Room is made or taken away.
    Spacing(Spacing),
    /// A shape gets another size.
    Resizing(Resizing),
    /// A label is dragged.
    MovingLabel(MovingLabel),
    /// A bend or segment of a connection is dragged.
    Bending(Bending),
    /// A new element hangs at the pointer.
    Placing(Placing),
}

impl Gesture {
    /// Whether nothing is going on.
    pub fn is_idle(&self) -> bool {
        matches!(self, Self::Idle)
    }
}

/// What a gesture may look at.
#[derive(Clone, Copy)]
pub struct Desk<'a> {
    /// Document, selection and texts.
    pub context: &'a ViewContext<'a>,
    /// Elements on the canvas.
    pub scene: &'a Scene,
    /// Where they are.
    pub camera: &'a Camera,
    /// Labels drawn in the last frame.
    pub labels: &'a [(Subject, Bounds)],
    /// The process on the canvas.
    pub process: ProcessId,
}

impl<'a> Desk<'a> {
    /// Which part of the document is on the canvas.
    pub fn plane(&self) -> Plane {
        Plane { process: self.process, inside: self.scene.inside() }
    }

    /// The command, done on the canvas of the sub-process that was entered, if one was.
    pub fn here(&self, command: FlowCommand) -> Command {
        Command::Flow(command.on(self.scene.inside()))
    }

    /// Looks for what is under the pointer.
    pub fn finder(&self) -> Finder<'a> {
        Finder { scene: self.scene, camera: self.camera, labels: self.labels }
    }
}

/// The pointer in this frame.
#[derive(Clone, Copy, Debug)]
pub struct Pointer {
    /// Where it is on the screen.
    pub position: Pos2,
    /// Where it is in the diagram.
    pub at: Point,
    /// Where in the diagram its button was pressed; there a drag takes hold.
    pub origin: Point,
    /// Whether the primary button was let go in this frame.
    pub is_released: bool,
    /// Whether the primary button was pressed in this frame.
    pub is_pressed: bool,
    /// Whether it has moved far enough since the press to be a drag.
    pub is_dragging: bool,
    /// Keys that are held.
    pub modifiers: Modifiers,
    /// Whether what is dragged comes to rest on lines and the grid: the switch is on and Ctrl is not held.
    pub snaps: bool,
}

/// What a gesture says at the pointer.
#[derive(Clone, Debug, PartialEq)]
pub struct Hint {
    /// The sentence.
    pub text: String,
    /// Whether it is a refusal.
    pub is_refusal: bool,
}
