//! A counterexample in play: a case that was led to where it goes wrong, with a sentence on what is seen; one can go back and forth.

use super::case::Case;
use super::{PlayState, Wish};
use crate::check::{Problem, Severity};
use crate::model::Subject;
use crate::sim::{Program, Run, show};
use crate::view::ViewContext;
use crate::view::canvas::Mark;
use crate::view::problems::sign;
use crate::view::widgets::{Segment, secondary_button, segmented, semibold};
use egui::{Frame, Label, Margin, RichText, ScrollArea, Ui};
use jiff::civil::DateTime;
use std::sync::Arc;

/// Height below which the picture and what is said of it do not stand together, in points.
const LOW: f32 = 300.0;

/// What a case is to show.
pub(super) struct Example {
    /// What is wrong.
    problem: String,
    severity: Severity,
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
    case.show_example(Example { problem: texts.problem(context.document, problem), severity: problem.severity, seen, at });
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

/// What is wrong, what is seen, and the ways to the beginning and to the end: above the picture, or where there is no room for both in
/// its place until the picture is asked for. Answers whether there is room for the picture.
pub(super) fn ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut PlayState, wishes: &mut Vec<Wish>) -> bool {
    let PlayState { cases, shown, prefers_picture, .. } = state;
    let Some((case, example)) = cases.get(*shown).and_then(|case| Some((case, case.example.as_ref()?))) else { return true };
    let frame = Frame::new().fill(context.theme.information_soft).inner_margin(Margin::symmetric(12, 8));
    if ui.available_height() >= LOW {
        let panel = egui::Panel::top("play-example").resizable(false).frame(frame);
        panel.show(ui, |ui| told_ui(ui, context, case, example, wishes));
        return true;
    }
    ui.add_space(4.0);
    let parts = [(false, "play-explained"), (true, "play-picture")].map(|(part, key)| Segment::word(part, context.texts.get(key)));
    *prefers_picture = segmented(ui, context.theme, prefers_picture, &parts, false).unwrap_or(*prefers_picture);
    if !*prefers_picture {
        frame.show(ui, |ui| ScrollArea::vertical().auto_shrink(false).show(ui, |ui| told_ui(ui, context, case, example, wishes)));
    }
    *prefers_picture
}

fn told_ui(ui: &mut Ui, context: &ViewContext<'_>, case: &Case, example: &Example, wishes: &mut Vec<Wish>) {
    let (texts, theme) = (context.texts, context.theme);
    let (position, count) = (case.line.position(), case.line.len());
    ui.horizontal_top(|ui| {
        let (icon, colour) = sign(theme, example.severity);
        ui.add(Label::new(icon.text(18.0).color(colour)).selectable(false));
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
}
