//! What the test cases cover: as numbers, marked on the picture, and inside of its steps.

use crate::model::{DecisionTableId, Document, NodeId, ProcessId, Subject, TestCaseId};
use crate::sim::{CaseResult, Covered, Group, Happening, Survey, Target};
use crate::view::canvas::Mark;
use std::collections::BTreeMap;

/// What is covered of each process.
#[derive(Default)]
pub struct Coverage {
    surveys: Vec<(Survey, Covered)>,
    /// What lies inside of each node, and whether it is covered.
    inside: BTreeMap<NodeId, Vec<(Target, bool)>>,
}

impl Coverage {
    /// What the cases that passed cover.
    pub fn of(document: &Document, results: &BTreeMap<TestCaseId, CaseResult>) -> Self {
        let is_drawn = |process: &ProcessId| document.nodes.values().any(|node| node.process == *process);
        let each = document.processes.keys().filter(is_drawn).map(|process| {
            let survey = Survey::of(document, process);
            let mut covered = Covered::default();
            for run in results.values().filter(|result| result.passed()).filter_map(|result| result.run.as_ref()) {
                covered.join(&survey.covered(run));
            }
            (survey, covered)
        });
        let surveys: Vec<(Survey, Covered)> = each.collect();
        let mut inside = BTreeMap::<NodeId, Vec<(Target, bool)>>::new();
        for (survey, covered) in &surveys {
            let inner = survey.targets().iter().enumerate().filter(|(_, target)| Group::INSIDE.contains(&target.group()));
            for (place, target) in inner {
                for node in survey.nodes_at(document, target) {
                    inside.entry(node).or_default().push((target.clone(), covered.has(place)));
                }
            }
        }
        Self { surveys, inside }
    }

    /// Steps and connections with a mark each, covered or not.
    pub fn marks(&self) -> Vec<(Subject, Mark)> {
        let of_survey = |(survey, covered): &(Survey, Covered)| {
            let drawn = survey.targets().iter().enumerate().filter(|(_, target)| matches!(target, Target::Step(_) | Target::Way(_)));
            let mark = |place| if covered.has(place) { Mark::Covered } else { Mark::Uncovered };
            drawn.map(|(place, target)| (target.subject(), mark(place))).collect::<Vec<_>>()
        };
        self.surveys.iter().flat_map(of_survey).collect()
    }

    /// Of a kind of targets, how many are covered and how many there are.
    pub fn count(&self, group: Group) -> (usize, usize) {
        let counts = self.surveys.iter().map(|(survey, covered)| survey.count(group, covered));
        counts.fold((0, 0), |(covered, all), (more, of)| (covered + more, all + of))
    }

    /// Nodes inside of which something can be covered, each with that and whether it is.
    pub fn inside(&self) -> impl Iterator<Item = (NodeId, &[(Target, bool)])> {
        self.inside.iter().map(|(node, inner)| (*node, inner.as_slice()))
    }

    /// What is not covered of a kind.
    pub fn open(&self, group: Group) -> impl Iterator<Item = &Target> {
        let open = self.surveys.iter().flat_map(|(survey, covered)| survey.open(covered));
        open.map(|(_, target)| target).filter(move |target| target.group() == group)
    }

    /// The condition that a rule's target is about.
    pub fn condition(&self, target: &Target) -> Option<&str> {
        self.surveys.iter().find_map(|(survey, _)| survey.condition_text(target))
    }

    /// Whether a row of a decision table is covered; `None` if no step asks the table.
    pub fn has_row(&self, table: DecisionTableId, row: usize) -> Option<bool> {
        let target = Target::Row { table, row };
        let places = self.surveys.iter().filter_map(|(survey, covered)| Some(covered.has(survey.place(&target)?)));
        places.reduce(|one, other| one || other)
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
