//! Sees in a play what it covers.

use super::super::data::{self, Local, Locals, Scene};
use super::super::run::Run;
use super::super::step::Step;
use super::super::trace::Happening;
use super::survey::{Question, Survey};
use super::{Asked, Covered, Target};
use crate::expr::Value;
use crate::model::{Document, FormId, NodeId, ProcessId, TestCase};
use std::sync::Arc;

impl Survey {
    /// What a play covers as a whole.
    pub fn covered(&self, run: &Run) -> Covered {
        let mut covered = Covered::default();
        (0..run.history().len()).for_each(|place| self.observe(run, place, &mut covered));
        covered
    }

    /// What the step of that place in the history covers.
    pub fn observe(&self, run: &Run, place: usize, covered: &mut Covered) {
        for event in run.trace_of(place) {
            match &event.what {
                Happening::Entered(node) => self.reach(&Target::Step(*node), covered),
                Happening::FlowTaken { flow, .. } => self.reach(&Target::Way(*flow), covered),
                Happening::Decided { table, rules, .. } => {
                    rules.iter().for_each(|row| self.reach(&Target::Row { table: *table, row: *row }, covered));
                }
                _ => {}
            }
        }
        let Some(played) = run.history().get(place) else { return };
        let after = run.history().get(place + 1).map_or(run.state(), |next| next.before());
        self.boundaries(&Scene { data: after.data(), locals: None, now: after.now() }, covered);
        if let Step::Complete { at, entries } = &played.step {
            let before = played.before();
            let entered = entries.iter().fold(before.data().clone(), |data, entry| match run.scratch(&data, entry) {
                Some((_, written)) => written,
                None => data,
            });
            let scene = Scene { data: &entered, locals: None, now: before.now() };
            self.boundaries(&scene, covered);
            if let Some(form) = self.forms.get(&at.node) {
                self.questions(*form, &scene, covered);
            }
        }
    }

    fn reach(&self, target: &Target, covered: &mut Covered) {
        if let Some(place) = self.place(target) {
            covered.insert(place);
        }
    }

    fn boundaries(&self, scene: &Scene<'_>, covered: &mut Covered) {
        for bound in self.bounds.iter().filter(|bound| !covered.has(bound.place)).collect::<Vec<_>>() {
            let Some(value) = scene.look_up_path(&bound.path).filter(|value| !value.is_null()) else { continue };
            let value = match (bound.of_length, value.as_text()) {
                (true, Some(text)) => Value::from(i64::try_from(text.chars().count()).unwrap_or(i64::MAX)),
                (true, None) => continue,
                (false, _) => value,
            };
            if bound.wanted(scene).is_some_and(|wanted| wanted.equals(&value) == Some(true)) {
                covered.insert(bound.place);
            }
        }
    }

    fn questions(&self, form: FormId, scene: &Scene<'_>, covered: &mut Covered) {
        for question in self.asked.get(&form).into_iter().flatten() {
            let Some((list, name)) = &question.around else {
                self.question(form, question, scene, covered);
                continue;
            };
            let entries = data::read(scene.data, list).and_then(|value| value.as_list().cloned()).unwrap_or_default();
            for entry in entries.items() {
                let names = vec![(Arc::from(name.as_str()), Local::Value(entry.clone()))];
                let locals = Locals { names, outer: None };
                self.question(form, question, &Scene { locals: Some(&locals), ..*scene }, covered);
            }
        }
    }

    fn question(&self, form: FormId, question: &Question, scene: &Scene<'_>, covered: &mut Covered) {
        let is_answered = question
            .value
            .as_ref()
            .is_none_or(|path| question.around.is_some() || scene.look_up_path(path).is_some_and(|value| value.is_filled()));
        let value = question.condition.value(scene).ok().and_then(|value| value.as_boolean());
        // What is not known holds nowhere; an own rule then is not decided.
        let holds = if matches!(question.asked, Asked::Own(_)) { value } else { Some(value.unwrap_or(false)) };
        if let Some(holds) = holds.filter(|_| is_answered) {
            self.reach(&Target::Rule { form, element: question.element, asked: question.asked, holds }, covered);
        }
    }

    /// What the document's test cases of this process cover together, as far as they pass.
    pub fn of_cases(&self, document: &Document, process: ProcessId) -> Covered {
        let mut covered = Covered::default();
        for case in document.test_cases.values().filter(|case| case.process == process) {
            if let Some(own) = self.of_case(document, case) {
                covered.join(&own);
            }
        }
        covered
    }

    /// What a test case covers; `None` if it does not pass.
    pub fn of_case(&self, document: &Document, case: &TestCase) -> Option<Covered> {
        let result = super::super::case::run_case(document, case);
        result.run.as_ref().filter(|_| result.passed()).map(|run| self.covered(run))
    }

    /// The form that a step fills in, among those that are surveyed.
    pub fn form_at(&self, node: NodeId) -> Option<FormId> {
        self.forms.get(&node).copied()
    }
}
