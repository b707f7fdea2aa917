//! A report in sentences: by weight, the same sentence about several elements once, with places that lead to the canvas.

use crate::model::Subject;
use crate::view::icons::Icon;
use crate::view::shell::ShellContext;
use crate::view::theme::Theme;
use crate::view::widgets::{IconButton, link_button, semibold};
use egui::text::{LayoutJob, TextFormat};
use egui::{
    Button, Color32, CursorIcon, FontSelection, Frame, Label, Margin, Rect, Response, RichText, Role, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo,
};
use std::collections::BTreeSet;

/// So many sentences of a weight are shown at once; more on demand.
const PAGE: usize = 60;
/// So many places of a sentence are shown at once; more on demand.
const PLACES: usize = 6;

/// How much a line of the report matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// It could not be taken.
    Left,
    /// Somebody still has to decide or fill in something.
    Todo,
    /// It was taken, but is now another way.
    Changed,
    /// It stays in the kept file, but is not shown.
    Kept,
    /// It was taken as it is.
    Taken,
}

/// All weights, the weightiest first, with the keys of the heading and of the filter.
const OUTCOMES: [(Outcome, &str, &str); 5] = [
    (Outcome::Left, "exchange-left", "exchange-left"),
    (Outcome::Todo, "exchange-todo", "exchange-todo"),
    (Outcome::Changed, "exchange-changed", "exchange-changed"),
    (Outcome::Kept, "exchange-kept-only", "exchange-kept-short"),
    (Outcome::Taken, "exchange-taken", "exchange-taken"),
];

impl Outcome {
    fn colour(self, theme: &Theme) -> Color32 {
        match self {
            Self::Left => theme.error,
            Self::Todo => theme.accent,
            Self::Changed => theme.warning,
            Self::Kept => theme.information,
            Self::Taken => theme.success,
        }
    }
}

/// A line of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportLine {
    /// How much it matters.
    pub outcome: Outcome,
    /// About what: an element, a line of a file; may be empty.
    pub place: String,
    /// The sentence about it.
    pub text: String,
    /// Where it leads to.
    pub at: Option<Subject>,
}

impl ReportLine {
    /// Place and sentence.
    pub fn whole(&self) -> String {
        if self.place.is_empty() { self.text.clone() } else { format!("{}: {}", self.place, self.text) }
    }
}

/// A report, and what of it is looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReportView {
    lines: Vec<ReportLine>,
    /// The lines of each sentence, in the order of the report.
    groups: Vec<Vec<usize>>,
    /// The only weight that is shown.
    only: Option<Outcome>,
    /// How many pages of each weight are shown, less one.
    pages: usize,
    /// Of which sentences all places are shown.
    opened: BTreeSet<usize>,
}

impl ReportView {
    /// A report of these lines.
    pub fn new(lines: Vec<ReportLine>) -> Self {
        let mut groups: Vec<Vec<usize>> = Vec::new();
        let mut known: std::collections::BTreeMap<(Outcome, &str), usize> = std::collections::BTreeMap::new();
        for (number, line) in lines.iter().enumerate() {
            let group = *known.entry((line.outcome, &line.text)).or_insert_with(|| {
                groups.push(Vec::new());
                groups.len() - 1
            });
            if let Some(group) = groups.get_mut(group) {
                group.push(number);
            }
        }
        Self { lines, groups, ..Self::default() }
    }

    /// Whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// The lines, in the order of the report.
    pub fn lines(&self) -> &[ReportLine] {
        &self.lines
    }

    fn count(&self, outcome: Outcome) -> usize {
        self.lines.iter().filter(|line| line.outcome == outcome).count()
    }

    fn of_group(&self, group: usize) -> Vec<&ReportLine> {
        self.groups.get(group).into_iter().flatten().filter_map(|line| self.lines.get(*line)).collect()
    }
}

/// The report, the weightiest first; answers with where a clicked place leads to.
pub(super) fn ui(ui: &mut Ui, context: &ShellContext<'_>, view: &mut ReportView) -> Option<Subject> {
    let there: Vec<(Outcome, &str, &str, usize)> = OUTCOMES
        .iter()
        .map(|(outcome, heading, filter)| (*outcome, *heading, *filter, view.count(*outcome)))
        .filter(|(.., count)| *count > 0)
        .collect();
    bar_ui(ui, context, view, &there);
    let mut jump = None;
    for (outcome, heading, _, count) in there {
        if view.only.is_none_or(|only| only == outcome) {
            ui.add_space(8.0);
            heading_ui(ui, context, outcome, heading, count);
            jump = outcome_ui(ui, context, view, outcome).or(jump);
        }
    }
    jump
}

/// What is shown of the report, and taking it along.
fn bar_ui(ui: &mut Ui, context: &ShellContext<'_>, view: &mut ReportView, there: &[(Outcome, &str, &str, usize)]) {
    let texts = context.texts;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        if there.len() > 1 {
            let filters = there.iter().map(|(outcome, _, key, count)| (Some(*outcome), texts.get(key), *count));
            let all = (None, texts.get("report-all"), view.lines.len());
            for (only, name, count) in std::iter::once(all).chain(filters) {
                let text = texts.with("report-filter", &[("name", name.into()), ("count", count.into())]);
                if ui.add(Button::selectable(view.only == only, text)).clicked() {
                    (view.only, view.pages) = (only, 0);
                }
            }
        }
        if IconButton::new(Icon::Copy, texts.get("report-copy")).ui(ui, context.theme).clicked() {
            ui.ctx().copy_text(written(context, view));
        }
    });
}

fn heading_ui(ui: &mut Ui, context: &ShellContext<'_>, outcome: Outcome, key: &str, count: usize) {
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(egui::vec2(4.0, 18.0), Sense::hover());
        ui.painter().rect_filled(rect, 2, outcome.colour(context.theme));
        ui.label(semibold(context.texts.get(key), 14.0));
        ui.label(RichText::new(count.to_string()).color(context.theme.text_soft));
    });
}

fn outcome_ui(ui: &mut Ui, context: &ShellContext<'_>, view: &mut ReportView, outcome: Outcome) -> Option<Subject> {
    let is_of = |group: &usize| view.of_group(*group).first().is_some_and(|line| line.outcome == outcome);
    let groups: Vec<usize> = (0..view.groups.len()).filter(is_of).collect();
    let most = PAGE * (view.pages + 1);
    let mut jump = None;
    Frame::new().inner_margin(Margin { left: 12, ..Margin::ZERO }).show(ui, |ui| {
        for group in groups.iter().take(most) {
            jump = group_ui(ui, context, view, *group).or(jump);
        }
        if groups.len() > most {
            let more = context.texts.with("report-more", &[("count", (groups.len() - most).into())]);
            if link_button(ui, context.theme, &more).clicked() {
                view.pages += 1;
            }
        }
    });
    jump
}

/// A sentence: with its place before it, or with its places below.
fn group_ui(ui: &mut Ui, context: &ShellContext<'_>, view: &mut ReportView, group: usize) -> Option<Subject> {
    let lines = view.of_group(group);
    let [first, _, ..] = lines.as_slice() else {
        let line = lines.first()?;
        return line_ui(ui, context, line, &line.whole());
    };
    ui.add(Label::new(&first.text).wrap());
    let is_open = view.opened.contains(&group);
    let shown = if is_open { lines.len() } else { PLACES };
    let (mut jump, mut is_opened) = (None, false);
    Frame::new().inner_margin(Margin { left: 12, bottom: 4, ..Margin::ZERO }).show(ui, |ui| {
        for line in lines.iter().take(shown) {
            let place = if line.place.is_empty() { &line.text } else { &line.place };
            jump = line_ui(ui, context, line, place).or(jump);
        }
        if lines.len() > shown {
            let more = context.texts.with("report-more-places", &[("count", (lines.len() - shown).into())]);
            is_opened = link_button(ui, context.theme, &more).clicked();
        }
    });
    if is_opened {
        view.opened.insert(group);
    }
    jump
}

/// A line that leads to its element, if it is about one.
fn line_ui(ui: &mut Ui, context: &ShellContext<'_>, line: &ReportLine, text: &str) -> Option<Subject> {
    let Some(at) = line.at else {
        ui.add(Label::new(text).wrap());
        return None;
    };
    // The place is what one goes to; the sentence about it stays as calm as the others.
    let (place, rest) = text.split_at(if text.starts_with(&line.place) && !line.place.is_empty() { line.place.len() } else { text.len() });
    let mut job = LayoutJob::default();
    for (part, colour) in [(place, context.theme.accent), (rest, context.theme.text)] {
        job.append(part, 0.0, TextFormat::simple(FontSelection::Default.resolve(ui.style()), colour));
    }
    let link = Label::new(job).wrap().selectable(false).sense(Sense::click());
    let response = ui.add(link).on_hover_cursor(CursorIcon::PointingHand);
    let whole = line.whole();
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &whole));
    focus_ui(ui, context.theme, &response);
    response.clicked().then_some(at)
}

/// Shows that a link has the focus, and that it can be followed.
fn focus_ui(ui: &Ui, theme: &Theme, response: &Response) {
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if response.has_focus() {
        ui.painter().rect_stroke(response.rect.expand(2.0), 4, Stroke::new(2.0, theme.accent), StrokeKind::Middle);
    } else if response.hovered() {
        let under = Rect::from_min_max(response.rect.left_bottom() - egui::vec2(0.0, 1.0), response.rect.right_bottom());
        ui.painter().rect_filled(under, 0, theme.accent);
    }
}

/// The report as text, for a message or a file.
fn written(context: &ShellContext<'_>, view: &ReportView) -> String {
    let parts = OUTCOMES.iter().filter_map(|(outcome, heading, _)| {
        let lines: Vec<String> = view.lines.iter().filter(|line| line.outcome == *outcome).map(ReportLine::whole).collect();
        (!lines.is_empty()).then(|| format!("{}\n- {}\n\n", context.texts.get(heading), lines.join("\n- ")))
    });
    parts.collect()
}
