//! Hands each frame's pointer to the gesture that is going on, and begins new ones.

use super::moving::is_grip;
use super::{
    Bending, Brushing, Connecting, Desk, Gesture, Moving, MovingLabel, Ordering, Placing, Pointer, Preview, Reconnecting, Resizing,
    Spacing, Way,
};
use crate::model::{NodeId, Point, Subject};
use crate::view::canvas::ghost::Ghost;
use crate::view::canvas::hit::Hit;
use crate::view::canvas::{Mode, Tool};
use crate::view::{Action, Selection};
use egui::{Key, PointerButton, Response, Ui};

/// The state machine with what it remembers between frames.
#[derive(Clone, Debug, Default)]
pub struct Machine {
    /// The gesture that is going on.
    pub gesture: Gesture,
    /// The command that it shows.
    pub preview: Preview,
    /// What the gesture or the pad would make.
    pub ghost: Ghost,
    /// The chosen tool.
    pub tool: Tool,
    /// Whether nothing snaps.
    pub is_free: bool,
    /// Where in the diagram the button was pressed.
    origin: Point,
    /// What was clicked last.
    clicked: Option<Hit>,
}

/// What the shell of the canvas has to do after a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then {
    /// Nothing.
    Nothing,
    /// The element was clicked twice: edit its name in place.
    Rename(Subject),
    /// The closed sub-process was clicked twice: show what it holds.
    Enter(NodeId),
    /// A new element was put: edit its name as soon as it is there.
    RenameCreated,
}

/// Does what the pointer says in this frame.
pub fn drive(ui: &Ui, response: &Response, desk: &Desk<'_>, machine: &mut Machine, mode: Mode, actions: &mut Vec<Action>) -> Then {
    if !machine.gesture.is_idle() && ui.input(|input| input.key_pressed(Key::Escape)) {
        machine.preview.cancel(actions);
        machine.ghost.clear();
        machine.gesture = Gesture::Idle;
        machine.tool = Tool::Select;
        return Then::Nothing;
    }
    let Some(pointer) = read(ui, desk, machine) else { return Then::Nothing };
    machine.step(ui, response, desk, pointer, mode, actions)
}

fn read(ui: &Ui, desk: &Desk<'_>, machine: &mut Machine) -> Option<Pointer> {
    ui.input(|input| {
        let position = input.pointer.interact_pos()?;
        let is_pressed = input.pointer.button_pressed(PointerButton::Primary);
        if is_pressed {
            machine.origin = desk.camera.diagram_from_screen(input.pointer.press_origin().unwrap_or(position));
        }
        Some(Pointer {
            position,
            at: desk.camera.diagram_from_screen(position),
            origin: machine.origin,
            is_released: input.pointer.button_released(PointerButton::Primary),
            is_pressed,
            is_dragging: input.pointer.is_decidedly_dragging(),
            modifiers: input.modifiers,
            snaps: !machine.is_free && !input.modifiers.command,
        })
    })
}

impl Machine {
    fn step(&mut self, ui: &Ui, response: &Response, desk: &Desk<'_>, pointer: Pointer, mode: Mode, actions: &mut Vec<Action>) -> Then {
        self.preview.listen(desk);
        let preview = &mut self.preview;
        let mut then = Then::Nothing;
        let goes_on = match &mut self.gesture {
            Gesture::Idle => {
                then = self.begin(ui, response, desk, &pointer, mode, actions);
                return then;
            }
            Gesture::Pressed { hit } => {
                let hit = *hit;
                if pointer.is_released {
                    self.gesture = Gesture::Idle;
                    return self.click(response, desk, &pointer, hit, mode, actions);
                }
                if pointer.is_dragging && mode == Mode::Edit {
                    self.gesture = self.drag(desk, &pointer, hit, actions);
                }
                return then;
            }
            Gesture::Moving(moving) => moving.step(desk, &pointer, preview, actions),
            Gesture::Connecting(connecting) => connecting.step(desk, &pointer, &mut self.ghost, actions),
            Gesture::Reconnecting(reconnecting) => reconnecting.step(desk, &pointer, preview, actions),
            Gesture::Brushing(brushing) => brushing.step(desk, &pointer, actions),
            Gesture::Ordering(ordering) => ordering.step(&pointer, preview, actions),
            Gesture::Spacing(spacing) => {
                let goes_on = spacing.step(desk, &pointer, preview, actions);
                if !goes_on {
                    self.tool = Tool::Select;
                }
                goes_on
            }
            Gesture::Resizing(resizing) => resizing.step(desk, &pointer, preview, actions),
            Gesture::MovingLabel(label) => label.step(&pointer, preview, actions),
            Gesture::Bending(bending) => bending.step(desk, &pointer, preview, actions),
            Gesture::Placing(placing) => {
                let (goes_on, was_put) = placing.step(desk, &pointer, &mut self.ghost, actions);
                if was_put {
                    then = Then::RenameCreated;
                }
                if !goes_on {
                    self.tool = Tool::Select;
                }
                goes_on
            }
        };
        if !goes_on {
            self.gesture = Gesture::Idle;
        }
        then
    }

    fn begin(&mut self, ui: &Ui, response: &Response, desk: &Desk<'_>, pointer: &Pointer, mode: Mode, actions: &mut Vec<Action>) -> Then {
        if let Tool::Place(element) = &self.tool {
            self.gesture = Gesture::Placing(Placing::begin(element.clone(), ui.input(|input| input.pointer.primary_down())));
            return Then::Nothing;
        }
        if self.is_panning(ui) || !pointer.is_pressed {
            return Then::Nothing;
        }
        // A press and its release may come in one frame, when the machine is slow.
        let is_quick = pointer.is_released && response.clicked_by(PointerButton::Primary);
        if !response.is_pointer_button_down_on() && !is_quick {
            return Then::Nothing;
        }
        response.request_focus();
        let hit = desk.finder().at(self.origin, desk.context.selection);
        if is_quick {
            return self.click(response, desk, pointer, hit, mode, actions);
        }
        self.gesture = Gesture::Pressed { hit };
        Then::Nothing
    }

    /// Whether dragging moves the picture instead of what is on it.
    pub fn is_panning(&self, ui: &Ui) -> bool {
        self.tool == Tool::Hand || (!ui.ctx().text_edit_focused() && ui.input(|input| input.key_down(Key::Space)))
    }

    fn click(
        &mut self,
        response: &Response,
        desk: &Desk<'_>,
        pointer: &Pointer,
        hit: Option<Hit>,
        mode: Mode,
        actions: &mut Vec<Action>,
    ) -> Then {
        let hit = self.meant(hit, response.double_clicked());
        let subject = hit.map(Hit::subject);
        if let Some(Hit::Port(from)) = hit {
            self.gesture = Gesture::Connecting(Connecting::begin(from, pointer.position, Way::Clicks));
            return Then::Nothing;
        }
        if let Some(Hit::Bend(connection, bend)) = hit.filter(|_| mode == Mode::Edit && response.double_clicked()) {
            actions.extend(Bending::without(desk, connection, bend).map(Action::ApplyQuietly));
            return Then::Nothing;
        }
        if let (Tool::Connect, Some(from)) = (&self.tool, subject.filter(|subject| subject.is_shape())) {
            self.gesture = Gesture::Connecting(Connecting::begin(from, pointer.position, Way::Clicks));
            return Then::Nothing;
        }
        let selection = desk.context.selection;
        let wanted = match subject {
            Some(subject) if pointer.modifiers.shift || pointer.modifiers.command => toggled(selection, subject),
            Some(subject) => Selection::only(subject),
            None if pointer.modifiers.shift => selection.clone(),
            None => Selection::default(),
        };
        if wanted != *selection {
            actions.push(Action::Select(wanted));
        }
        let Some(subject) = subject.filter(|_| response.double_clicked()) else { return Then::Nothing };
        match subject.node().filter(|node| desk.context.document.is_closed(*node)) {
            Some(closed) => Then::Enter(closed),
            None if mode == Mode::Edit => Then::Rename(subject),
            None => Then::Nothing,
        }
    }

    /// What a click means: the second of two the same as the first, which may have brought handles under the pointer.
    fn meant(&mut self, hit: Option<Hit>, is_second: bool) -> Option<Hit> {
        let first = std::mem::replace(&mut self.clicked, hit);
        let is_same = first.map(Hit::subject) == hit.map(Hit::subject);
        if is_second && is_same { first } else { hit }
    }

    fn drag(&self, desk: &Desk<'_>, pointer: &Pointer, hit: Option<Hit>, actions: &mut Vec<Action>) -> Gesture {
        if let (Tool::Connect, Some(from)) = (&self.tool, hit.map(Hit::subject).filter(|subject| subject.is_shape())) {
            return Gesture::Connecting(Connecting::begin(from, pointer.position, Way::Drag));
        }
        match self.tool {
            Tool::Room => return Gesture::Spacing(Spacing::begin(pointer)),
            Tool::Lasso => return Gesture::Brushing(Brushing::begin(desk, pointer)),
            _ => {}
        }
        let is_new = hit.is_some_and(|hit| !matches!(hit, Hit::Ground(_)) && !desk.context.selection.has(hit.subject()));
        if let (true, Some(hit)) = (is_new, hit) {
            actions.push(Action::Select(Selection::only(hit.subject())));
        }
        let gesture = match hit {
            Some(Hit::Handle(subject, handle)) => Resizing::begin(desk, subject, handle).map(Gesture::Resizing),
            Some(Hit::End(connection, end)) => Some(Gesture::Reconnecting(Reconnecting::begin(connection, end, pointer.position))),
            Some(Hit::Bend(connection, bend)) => Bending::bend(desk, connection, bend).map(Gesture::Bending),
            Some(Hit::Segment(connection, segment)) => Bending::segment(desk, connection, segment).map(Gesture::Bending),
            Some(Hit::Port(from)) => Some(Gesture::Connecting(Connecting::begin(from, pointer.position, Way::Drag))),
            Some(Hit::Label(subject)) => MovingLabel::begin(desk, subject).map(Gesture::MovingLabel),
            Some(Hit::Body(Subject::Lane(lane))) if Ordering::begin(desk, lane).is_some() => {
                Ordering::begin(desk, lane).map(Gesture::Ordering)
            }
            Some(hit) if is_grip(hit) => Moving::begin(desk, hit.subject()).map(Gesture::Moving),
            Some(Hit::Body(_)) => None,
            Some(Hit::Ground(_)) | None => Some(Gesture::Brushing(Brushing::begin(desk, pointer))),
        };
        gesture.unwrap_or_default()
    }
}

fn toggled(selection: &Selection, subject: Subject) -> Selection {
    let mut selection = selection.clone();
    if selection.subjects.remove(&subject) {
        selection.primary = selection.subjects.last().copied();
    } else {
        selection.subjects.insert(subject);
        selection.primary = Some(subject);
    }
    selection
}
