//! Where wishes take effect, and what goes on by itself from frame to frame.

use super::case::Case;
use super::motion::Pace;
use super::{FRAME, PlayState, Wish};
use crate::edit::{Command, ContentCommand};
use crate::model::{Subject, TestCaseId};
use crate::sim::{Answerer, Double, Happening, Offer, by_itself, record, run_case};
use crate::view::{Action, Place, ViewContext};
use egui::Ui;

/// Moves tokens on, and when they have come to rest does the next step that needs nobody, if that is wished. Asks for another frame
/// only while something goes on.
pub(super) fn tick(ui: &Ui, context: &ViewContext<'_>, state: &mut PlayState) {
    let pace = if super::is_still(ui) { Pace::AtOnce } else { state.pace };
    let seconds = ui.input(|input| input.stable_dt).min(0.1);
    let PlayState { cases, shown, is_paused, .. } = state;
    let Some(case) = cases.get_mut(*shown) else { return };
    if case.motion.goes_on() {
        if *is_paused && pace != Pace::AtOnce {
            return;
        }
        case.motion.advance(seconds, pace);
        ui.ctx().request_repaint_after(FRAME);
    } else if state.is_auto {
        go_on(context, state);
        ui.ctx().request_repaint_after(FRAME);
    }
}

/// The next step that needs nobody; no further when there is none, or a break point was reached.
fn go_on(context: &ViewContext<'_>, state: &mut PlayState) {
    let PlayState { cases, shown, doubles, breaks, is_auto, refusal, .. } = state;
    let Some(case) = cases.get_mut(*shown) else { return };
    let Some(step) = by_itself(case.run(), doubles) else {
        *is_auto = false;
        return;
    };
    let before = case.run().trace().len();
    *refusal = case.fire(context, doubles, step).err();
    let has_entered = |event: &crate::sim::TraceEvent| matches!(&event.what, Happening::Entered(node) if breaks.contains(node));
    let is_held = |offer: &Offer| matches!(offer, Offer::Held { at, .. } if breaks.contains(&at.node));
    // A step at which a person works holds nothing, but is a place to stop at; one that was held there has been let go on.
    let tasks = case.seen.desks.iter().flat_map(|desk| &desk.items);
    let has_new_task =
        tasks.into_iter().any(|item| breaks.contains(&item.at.node)) && case.run().trace().iter().skip(before).any(has_entered);
    *is_auto = refusal.is_none() && !has_new_task && !case.seen.offers.iter().any(is_held);
}

/// Does what was wished.
pub(super) fn perform(context: &ViewContext<'_>, state: &mut PlayState, wish: Wish, actions: &mut Vec<Action>) {
    state.refusal = None;
    match wish {
        Wish::New => begin(context, state, None),
        Wish::Again => begin(context, state, Some(state.shown)),
        Wish::Show(place) => state.shown = place.min(state.cases.len().saturating_sub(1)),
        Wish::Close(place) => close(state, place),
        Wish::Auto(is_auto) => {
            (state.is_auto, state.is_paused) = (is_auto, false);
        }
        Wish::Single(is_single) => {
            state.is_single = is_single;
            hold(state);
        }
        Wish::ToggleBreak(node) => {
            if !state.breaks.remove(&node) {
                state.breaks.insert(node);
            }
            hold(state);
        }
        Wish::SetDouble(answerer, double) => set_double(context, state, answerer, double),
        Wish::Select(selection) => state.selection = selection,
        Wish::Reveal(subject) => actions.extend([Action::Go(Place::Flow), Action::Reveal(subject, None)]),
        Wish::Keep => keep(context, state, actions),
        wish => on_case(context, state, wish),
    }
}

/// Wishes about the shown case.
fn on_case(context: &ViewContext<'_>, state: &mut PlayState, wish: Wish) {
    let PlayState { cases, shown, doubles, .. } = state;
    let Some(case) = cases.get_mut(*shown) else { return };
    let done = match wish {
        Wish::Fire(step) => case.fire(context, doubles, step),
        Wish::Otherwise { place, node, flow } => case.decide_otherwise(context, doubles, place, node, flow),
        Wish::CarryOver => case.carry_over(context),
        Wish::GoTo(position) => {
            case.go_to(context, position);
            Ok(())
        }
        Wish::Choose(chosen) => {
            if let Some(node) = chosen.as_ref().and_then(super::case::Chosen::node) {
                case.canvas.reveal(Subject::Node(node));
            }
            case.choose(chosen);
            Ok(())
        }
        _ => Ok(()),
    };
    state.refusal = done.err();
    // Who goes through an example in the picture stays there.
    state.prefers_picture &= case.example.is_some();
}

/// Another case, or one in place of that of the place, under its name.
fn begin(context: &ViewContext<'_>, state: &mut PlayState, again: Option<usize>) {
    let kept = again.and_then(|place| state.cases.get(place)).map(|case| case.name.clone());
    let process = again.and_then(|place| state.cases.get(place)).map_or(context.document.main_process, |case| case.process);
    let name = kept.unwrap_or_else(|| {
        state.begun += 1;
        context.texts.with("play-case-name", &[("number", state.begun.into())])
    });
    match Case::begin(context, process, name, state.stops()) {
        Ok(case) => match again.and_then(|place| state.cases.get_mut(place)) {
            Some(old) => *old = case,
            None => state.add(case),
        },
        Err(fault) => state.refusal = Some(fault),
    }
    state.is_auto = false;
}

fn close(state: &mut PlayState, place: usize) {
    if place < state.cases.len() {
        state.cases.remove(place);
    }
    if state.shown >= place {
        state.shown = state.shown.saturating_sub(1);
    }
    state.is_auto = false;
}

/// Tells all cases where tokens are held from now on.
fn hold(state: &mut PlayState) {
    let stops = state.stops();
    for case in &mut state.cases {
        case.line.run_mut().stop_at(std::sync::Arc::clone(&stops));
    }
}

fn set_double(context: &ViewContext<'_>, state: &mut PlayState, answerer: Answerer, double: Double) {
    let PlayState { cases, shown, doubles, .. } = state;
    doubles.insert(answerer, double);
    if let Some(case) = cases.get_mut(*shown) {
        case.settle(context, doubles);
    }
}

fn keep(context: &ViewContext<'_>, state: &mut PlayState, actions: &mut Vec<Action>) {
    let Some(case) = state.case() else { return };
    let name = context.texts.with("play-case-name", &[("number", (context.document.test_cases.len() + 1).into())]);
    let test = record(case.run(), TestCaseId(0), &name);
    // What cannot be told in a test case, such as a service that never answers, would fail there for ever.
    match run_case(case.document(), &test).first_difference {
        None => {
            actions.push(Action::ApplyQuietly(Command::Content(ContentCommand::AddTestCase(test))));
            actions.push(Action::Say(context.texts.get("play-kept").to_owned()));
        }
        Some(difference) => {
            let reason = context.texts.difference(case.document(), &difference);
            state.refusal = Some(context.texts.with("play-not-kept", &[("reason", (&reason).into())]));
        }
    }
}
