//! What the test cases cover: as numbers, and over the picture.

use crate::model::{Document, Subject, TestCaseId};
use crate::sim::{CaseResult, Covered, Group, Happening, Survey, Target};
use crate::view::ViewContext;
use crate::view::canvas::Mark;
use crate::view::icons::Icon;
use crate::view::widgets::IconButton;
use egui::{Grid, RichText, Ui};
use std::collections::BTreeMap;

/// What is covered of each process.
#[derive(Default)]
pub(super) struct Surveyed(Vec<(Survey, Covered)>);

impl Surveyed {
    /// What the cases that passed cover.
    pub fn of(document: &Document, results: &BTreeMap<TestCaseId, CaseResult>) -> Self {
        let is_drawn = |process: &crate::model::ProcessId| document.nodes.values().any(|node| node.process == *process);
        let each = document.processes.keys().filter(is_drawn).map(|process| {
            let survey = Survey::of(document, process);
            let mut covered = Covered::default();
            for run in results.values().filter(|result| result.passed()).filter_map(|result| result.run.as_ref()) {
                covered.join(&survey.covered(run));
            }
            (survey, covered)
        });
        Self(each.collect())
    }

    /// Steps and connections with a mark each, covered or not.
    pub fn marks(&self) -> Vec<(Subject, Mark)> {
        let of_survey = |(survey, covered): &(Survey, Covered)| {
            let drawn = survey.targets().iter().enumerate().filter(|(_, target)| matches!(target, Target::Step(_) | Target::Way(_)));
            let mark = |place| if covered.has(place) { Mark::Covered } else { Mark::Uncovered };
            drawn.map(|(place, target)| (target.subject(), mark(place))).collect::<Vec<_>>()
        };
        self.0.iter().flat_map(of_survey).collect()
    }

    fn count(&self, group: Group) -> (usize, usize) {
        let counts = self.0.iter().map(|(survey, covered)| survey.count(group, covered));
        counts.fold((0, 0), |(covered, all), (more, of)| (covered + more, all + of))
    }

    /// The numbers; with a picture beside them (`over_picture`: whether it shows the coverage) a button for it. Gives what the button
    /// asks for.
    pub fn ui(&self, ui: &mut Ui, context: &ViewContext<'_>, over_picture: Option<bool>) -> Option<bool> {
        let (texts, theme) = (context.texts, context.theme);
        let mut wish = None;
        ui.horizontal(|ui| {
            ui.label(RichText::new(texts.get("cases-coverage")).color(theme.text_soft));
            if let Some(is_shown) = over_picture
                && IconButton::new(Icon::Preview, texts.get("cases-coverage-show")).small().selected(is_shown).ui(ui, theme).clicked()
            {
                wish = Some(!is_shown);
            }
        });
        Grid::new("coverage").num_columns(3).min_col_width(16.0).spacing([8.0, 2.0]).show(ui, |ui| {
            for group in Group::ALL {
                let (covered, all) = self.count(group);
                if all == 0 {
                    continue;
                }
                let (icon, colour) = if covered == all { (Icon::Check, theme.success) } else { (Icon::Circle, theme.warning) };
                ui.label(icon.text(16.0).color(colour));
                ui.label(texts.target_group(group));
                ui.label(texts.with("cases-count", &[("covered", covered.into()), ("count", all.into())]));
                ui.end_row();
            }
        });
        ui.add_space(4.0);
        wish
    }
}

/// Where a case went.
pub(super) fn course(result: &CaseResult) -> Vec<(Subject, Mark)> {
    let mut marks: Vec<(Subject, Mark)> = Vec::new();
    for event in result.trace() {
        let subject = match event.what {
            Happening::Entered(node) => Subject::Node(node),
            Happening::FlowTaken { flow, .. } => Subject::Flow(flow),
            _ => continue,
        };
        if !marks.iter().any(|(marked, _)| *marked == subject) {
            marks.push((subject, Mark::Visited));
        }
    }
    marks
}
