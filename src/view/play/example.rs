//! A counterexample in play: a case that was led to where it goes wrong, with a sentence on what is seen; one can go back and forth.

use super::case::Case;
use super::{PlayState, Wish};
use crate::check::Problem;
use crate::model::Subject;
use crate::sim::{Program, Run, show};
use crate::view::ViewContext;
use crate::view::canvas::Mark;
use crate::view::icons::Icon;
use crate::view::widgets::{secondary_button, semibold};
use egui::{Frame, Label, Margin, RichText, Ui};
use jiff::civil::DateTime;
use std::sync::Arc;

/// What a case is to show.
pub(super) struct Example {
    /// What is wrong.
    problem: String,
    /// What the picture shows at its end.
    seen: String,
    /// Where it goes wrong.
    pub at: Subject,
}

/// Opens a case that shows the problem; one that shows it already gives way to it. If it cannot be played, says so.
pub(super) fn open(context: &ViewContext<'_>, state: &mut PlayState, problem: &Problem) {
    state.tests.hide();
    match example(context, problem) {
        Ok(mut case) => {
            let is_same = |other: &Case| other.example.as_ref().map(|it| &it.problem) == case.example.as_ref().map(|it| &it.problem);
            state.cases.retain(|other| !is_same(other));
            case.line.run_mut().stop_at(state.stops());
            state.refusal = None;
            state.add(case);
        }
        Err(refusal) => state.refusal = Some(refusal),
    }
}

fn example(context: &ViewContext<'_>, problem: &Problem) -> Result<Case, String> {
    let texts = context.texts;
    let cannot = || texts.get("play-example-none").to_owned();
    let (counterexample, at) = problem.counterexample.as_ref().zip(problem.at.first().copied()).ok_or_else(cannot)?;
    let document = Arc::clone(context.editor.document());
    let program = Program::compile(&document, counterexample.process).map_err(|fault| texts.compile_fault(&document, &fault))?;
    let (year, month, day) = context.today;
    let mut run = Run::start(Arc::new(program), DateTime::constant(year, month, day, 9, 0, 0, 0));
    let moves = show(&mut run, counterexample);
    if run.history().is_empty() {
        return Err(cannot());
    }
    let is_whole = moves == counterexample.moves.len();
    let seen = texts.get(if is_whole { seen(problem.kind, counterexample.repeats_from.is_some()) } else { "play-example-part" }).to_owned();
    let mut case = Case::of(context, texts.get("play-example").to_owned(), document, run);
    case.process = counterexample.process;
    case.show_example(Example { problem: texts.problem(context.document, problem), seen, at });
    Ok(case)
}

/// Key of the sentence that says what is seen at the end of a counterexample that goes round or not.
fn seen(kind: &str, goes_round: bool) -> &'static str {
    match kind {
        "check-no-way-to-end" if !goes_round => "play-example-stuck",
        "check-sound-stuck" | "check-sound-stuck-after" => "play-example-stuck",
        "check-no-way-to-end" | "check-sound-circle" | "check-sound-circle-after" => "play-example-circle",
        "check-sound-heap" | "check-sound-heap-from" => "play-example-heap",
        "check-sound-twice" | "check-sound-twice-after" => "play-example-twice",
        _ => "play-example-double",
    }
}

/// The mark of the place where it goes wrong, as soon as it does.
pub(super) fn mark(case: &Case) -> Option<(Subject, Mark)> {
    let example = case.example.as_ref().filter(|_| is_at_end(case))?;
    Some((example.at, Mark::Failed))
}

fn is_at_end(case: &Case) -> bool {
    case.line.position() == case.line.len()
}

/// Above the picture: what is wrong, what is seen, and the ways to the beginning and to the end.
pub(super) fn ui(ui: &mut Ui, context: &ViewContext<'_>, case: &Case, wishes: &mut Vec<Wish>) {
    let Some(example) = &case.example else { return };
    let (texts, theme) = (context.texts, context.theme);
    let (position, count) = (case.line.position(), case.line.len());
    let frame = Frame::new().fill(theme.information_soft).inner_margin(Margin::symmetric(12, 8));
    egui::Panel::top("play-example").resizable(false).frame(frame).show(ui, |ui| {
        ui.horizontal_top(|ui| {
            ui.add(Label::new(Icon::Warning.text(18.0).color(theme.warning)).selectable(false));
            ui.vertical(|ui| {
                ui.add(Label::new(semibold(&example.problem, 14.0).color(theme.text)).wrap());
                let numbers = [("number", position.into()), ("count", count.into())];
                let seen = if is_at_end(case) { example.seen.clone() } else { texts.with("play-example-before", &numbers) };
                ui.add(Label::new(RichText::new(seen).color(theme.text)).wrap());
                ui.horizontal_wrapped(|ui| {
                    if position > 0 && secondary_button(ui, texts.get("play-example-begin")).clicked() {
                        wishes.push(Wish::GoTo(0));
                    }
                    if position < count && secondary_button(ui, texts.get("play-example-end")).clicked() {
                        wishes.push(Wish::GoTo(count));
                    }
                    if context.document.has(example.at) && secondary_button(ui, texts.get("play-show-in-flow")).clicked() {
                        wishes.push(Wish::Reveal(example.at));
                    }
                });
            });
        });
    });
}
