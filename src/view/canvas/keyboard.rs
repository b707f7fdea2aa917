//! The canvas by keyboard. Keys work while it has the focus; Tab always leaves it.

mod nudge;
mod table;
mod walk;

pub use nudge::Nudge;
pub use table::{Act, groups, shortcut_of};

use super::arrange::{Arrange, is_in_flow};
use super::chooser::{Chooser, Question};
use super::deeds::Deed;
use super::interaction::Desk;
use super::{CanvasState, Mode, Stage, Tool, perform};
use crate::check::Aspect;
use crate::model::{ArtifactKind, ProcessId, Subject, Vector};
use crate::view::{Action, Selection, ViewContext};
use egui::{Event, Key, KeyboardShortcut, Modifiers, Popup, Response, Ui, Vec2};

/// How far an arrow key moves the picture when nothing is selected, per point that it would move a selection.
const PAN: f32 = 6.0;

/// Does what the keys of this frame say.
pub fn keys(ui: &Ui, context: &ViewContext<'_>, response: &Response, state: &mut CanvasState, stage: Stage<'_>, actions: &mut Vec<Action>) {
    nudge::end(ui, &mut state.nudge, context, actions);
    let is_free = state.machine.gesture.is_idle() && state.chooser.is_none() && !Popup::is_any_open(ui.ctx());
    if !response.has_focus() || !is_free {
        return;
    }
    for act in pressed(ui, context, stage.mode) {
        act_on(&act, context, state, stage.process, actions);
    }
}

/// Takes what this frame's keys mean out of the input.
fn pressed(ui: &Ui, context: &ViewContext<'_>, mode: Mode) -> Vec<Act> {
    let mut acts = Vec::new();
    if !ui.input(|input| input.events.iter().any(|event| chord(event).is_some())) {
        return acts;
    }
    let all = groups().into_iter().flat_map(|(_, lines)| lines).flat_map(|line| line.keys);
    let keys: Vec<(KeyboardShortcut, Act)> =
        all.filter(|(_, act)| applies(act, context) && (mode == Mode::Edit || only_looks(act))).collect();
    ui.input_mut(|input| {
        input.events.retain(|event| {
            let found = chord(event).and_then(|chord| keys.iter().find(|(keys, _)| *keys == chord));
            acts.extend(found.map(|(_, act)| act.clone()));
            found.is_none()
        });
    });
    acts
}

/// The keys that an event stands for; the system's own events for copying too.
fn chord(event: &Event) -> Option<KeyboardShortcut> {
    let (modifiers, key) = match event {
        Event::Key { key, pressed: true, modifiers, .. } if !modifiers.alt => {
            // On many keyboards the plus sign needs Shift.
            let shift = modifiers.shift && *key != Key::Plus;
            (Modifiers { shift, ..if modifiers.command { Modifiers::COMMAND } else { Modifiers::NONE } }, *key)
        }
        Event::Copy => (Modifiers::COMMAND, Key::C),
        Event::Cut => (Modifiers::COMMAND, Key::X),
        Event::Paste(_) => (Modifiers::COMMAND, Key::V),
        _ => return None,
    };
    Some(KeyboardShortcut::new(modifiers, key))
}

/// Whether it changes nothing but what is seen and selected.
fn only_looks(act: &Act) -> bool {
    match act {
        Act::Walk(_) | Act::Zoom(_) | Act::ActualSize | Act::Fit | Act::Menu | Act::Back => true,
        Act::Do(deed) => matches!(deed, Deed::Enter | Deed::Leave),
        _ => false,
    }
}

/// Whether it can be meant while this is selected; else another line with the same key may be.
pub fn applies(act: &Act, context: &ViewContext<'_>) -> bool {
    let single = context.selection.single();
    match act {
        Act::Do(deed) => match deed {
            Deed::SelectAll
            | Deed::Paste
            | Deed::CopyPicture
            | Deed::SavePicture
            | Deed::TidyUp
            | Deed::Create
            | Deed::Put(_)
            | Deed::Leave
            | Deed::AppendOther => true,
            Deed::Enter => single.and_then(Subject::node).is_some_and(|node| context.document.is_closed(node)),
            Deed::Append(_) | Deed::Annotate | Deed::Attach | Deed::ChangeKind => single.and_then(Subject::node).is_some(),
            Deed::Insert => matches!(single, Some(Subject::Flow(_))),
            Deed::ConnectTo => single.is_some_and(|subject| subject.is_shape() && !matches!(subject, Subject::Lane(_))),
            Deed::Arrange(Arrange::MoveLane(_) | Arrange::LaneBeside(_)) => matches!(single, Some(Subject::Lane(_))),
            Deed::Arrange(Arrange::TakeOut) => single.is_some_and(|subject| is_in_flow(context.document, subject)),
            Deed::AddLane => matches!(single, Some(Subject::Pool(_) | Subject::Lane(_))),
            Deed::Rename => single.is_some(),
            _ => !context.selection.subjects.is_empty(),
        },
        Act::Keep => context.selection.primary.is_some(),
        _ => true,
    }
}

/// Does it.
pub fn act_on(act: &Act, context: &ViewContext<'_>, state: &mut CanvasState, process: ProcessId, actions: &mut Vec<Action>) {
    let centre = state.camera.screen.center();
    match act {
        Act::Do(deed) => perform(deed, context, state, process, actions),
        Act::Walk(walk) => {
            state.reading.update(context.document, &state.scene);
            let desk = Desk { context, scene: &state.scene, camera: &state.camera, labels: &state.labels, process };
            if let Some(subject) = walk::reached(&desk, &state.reading, context.selection.primary, *walk) {
                let subjects = state.kept.iter().copied().chain([subject]).collect();
                actions.push(Action::Select(Selection { subjects, primary: Some(subject) }));
                state.reveal(subject);
            }
        }
        Act::Move(x, y) => {
            let desk = Desk { context, scene: &state.scene, camera: &state.camera, labels: &state.labels, process };
            if !nudge::move_on(&mut state.nudge, &desk, Vector::new(*x, *y), actions) {
                state.camera.pan(Vec2::new(-x as f32, -y as f32) * PAN);
            }
        }
        Act::Zoom(factor) => state.camera.zoom_at(centre, *factor),
        Act::ActualSize => state.camera.zoom_at(centre, 1.0 / state.camera.zoom),
        Act::Fit => state.fit(),
        Act::Use(tool) => state.machine.tool = tool.clone(),
        Act::Properties => {
            let subject = context.selection.primary.unwrap_or(Subject::Process(process));
            let is_remark = matches!(subject, Subject::Artifact(artifact) if context.document.artifacts.get(artifact)
                .is_some_and(|artifact| matches!(artifact.kind, ArtifactKind::Annotation { .. })));
            actions.push(Action::Reveal(subject, Some(if is_remark { Aspect::Text } else { Aspect::Name })));
        }
        Act::Keep => {
            let Some(subject) = context.selection.primary else { return };
            if !state.kept.remove(&subject) {
                state.kept.insert(subject);
            }
            actions.push(Action::Say(context.texts.with("canvas-kept", &[("count", state.kept.len().into())])));
        }
        Act::Menu => state.opens_menu = true,
        Act::Back if state.machine.tool != Tool::Select => state.machine.tool = Tool::Select,
        Act::Back if !context.selection.subjects.is_empty() => actions.push(Action::Select(Selection::default())),
        Act::Back => state.leave(context, actions),
    }
}

/// Opens the list for a deed that needs to choose; `None` where nothing fits.
pub fn chooser(desk: &Desk<'_>, deed: &Deed) -> Option<Chooser> {
    let single = desk.context.selection.single();
    let question = match (deed, single) {
        (Deed::AppendOther, Some(Subject::Node(node))) => Question::Append(node),
        (Deed::AppendOther, Some(Subject::Flow(flow))) => Question::Insert(flow),
        (Deed::AppendOther | Deed::Create, _) => Question::Create,
        (Deed::Attach, Some(Subject::Node(node))) => Question::Attach(node),
        (Deed::ChangeKind, Some(Subject::Node(node))) => Question::Change(node),
        (Deed::ConnectTo, Some(from)) => Question::Target(from),
        _ => return None,
    };
    Chooser::begin(desk, question)
}
