//! Moving the selection by the arrow keys: what is pressed in a row while Shift is held is one step of the history.

use crate::edit::{Command, FlowCommand, Holder};
use crate::model::{Subject, Vector};
use crate::view::canvas::interaction::{Desk, with_enclosed};
use crate::view::{Action, ViewContext};
use egui::Ui;

/// The holder of the move that is going on.
const HOLDER: Holder = Holder(0x00ca_05a9);

/// A move that goes on as long as Shift is held.
#[derive(Clone, Debug)]
pub struct Nudge {
    subjects: Vec<Subject>,
    by: Vector,
}

/// Moves the selection on; `false` if nothing in it can be moved.
pub fn move_on(nudge: &mut Option<Nudge>, desk: &Desk<'_>, by: Vector, actions: &mut Vec<Action>) -> bool {
    let context = desk.context;
    let shapes = context.selection.subjects.iter().copied().filter(|subject| subject.is_shape()).collect();
    let subjects: Vec<Subject> = with_enclosed(desk, shapes).into_iter().collect();
    if subjects.is_empty() {
        return false;
    }
    let before = nudge.take().filter(|it| it.subjects == subjects && is_held(context)).map(|it| it.by).unwrap_or_default();
    let by = Vector::new(before.x + by.x, before.y + by.y);
    // A move of something else is finished first.
    if before == Vector::default() && is_held(context) {
        actions.push(Action::Commit);
    }
    actions.push(Action::Preview(HOLDER, Command::Flow(FlowCommand::Move { subjects: subjects.clone(), by })));
    *nudge = Some(Nudge { subjects, by });
    true
}

/// Ends the move when Shift was let go, and says if it could not go so far.
pub fn end(ui: &Ui, nudge: &mut Option<Nudge>, context: &ViewContext<'_>, actions: &mut Vec<Action>) {
    if nudge.is_some() && !ui.input(|input| input.modifiers.shift) {
        *nudge = None;
        let refused = context.refusal.filter(|(by, _)| *by == HOLDER).map(|(_, refusal)| context.texts.refusal(refusal));
        if is_held(context) || refused.is_some() {
            actions.push(Action::Commit);
        }
        actions.extend(refused.map(Action::Say));
    }
}

/// Whether the editor still shows a move of the arrow keys; anything else that was done has finished it.
fn is_held(context: &ViewContext<'_>) -> bool {
    context.editor.holder() == Some(HOLDER)
}
