//! Rules across fields, made ready: those about single elements stand with the element, those about several together apart.

use super::formula::{Formula, Scope};
use super::language::Words;
use crate::expr::Names;
use crate::model::{Consequence, Form, FormElementId, FormRule, Subject, TextPart};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What conditions and rules ask of one element or page.
#[derive(Debug, Default)]
pub struct Duties {
    /// It is shown while all of them are true.
    shown_when: Vec<Formula>,
    /// Rules about it alone.
    pub rules: Vec<RulePlan>,
}

/// What a rule asks of its targets.
#[derive(Clone, Debug)]
pub struct RulePlan {
    when: Formula,
    /// What follows.
    pub then: Consequence,
    /// What to say when it is broken; empty: the usual sentence.
    pub message: Arc<str>,
}

/// A rule that looks at several elements together.
#[derive(Clone, Debug)]
pub struct JointRule {
    /// What it asks.
    pub rule: RulePlan,
    /// Of which elements.
    pub targets: Vec<FormElementId>,
}

/// All rules of a form by what they are about.
#[derive(Default)]
pub struct Rules {
    shown_when: BTreeMap<FormElementId, Vec<Formula>>,
    single: BTreeMap<FormElementId, Vec<RulePlan>>,
    joint: Vec<JointRule>,
    nothing: Arc<Duties>,
}

impl Duties {
    /// Whether the conditions allow showing it.
    pub fn allow(&self, scope: &Scope) -> bool {
        self.shown_when.iter().all(|condition| condition.is_true(scope))
    }
}

impl RulePlan {
    /// Whether its condition holds.
    pub fn holds(&self, scope: &Scope) -> bool {
        self.when.allows(scope)
    }

    /// Whether targets must be filled in at the moment.
    pub fn demands(&self, scope: &Scope) -> bool {
        is_demand(self.then) && self.holds(scope)
    }

    /// Whether targets must stay empty at the moment.
    pub fn forbids(&self, scope: &Scope) -> bool {
        match self.then {
            Consequence::NotAllowed => self.holds(scope),
            Consequence::RequiredElseNotAllowed => !self.holds(scope),
            _ => false,
        }
    }
}

fn is_demand(then: Consequence) -> bool {
    matches!(then, Consequence::Required | Consequence::RequiredElseNotAllowed)
}

impl Rules {
    /// The rules of a form that have a meaning and a readable condition; of a form that is only shown, those about what is visible.
    pub fn of(form: &Form, words: Words<'_>, names: &Names, is_shown: bool) -> Self {
        let mut rules = Self::default();
        for rule in &form.rules {
            let (Some(then), Some(when)) = (rule.then, condition(rule, names)) else { continue };
            let message = words.say(Subject::FormElement(form.id, rule.id), TextPart::Text, &rule.message);
            match then {
                Consequence::Visible => {
                    for target in rule.targets.iter().filter(|_| when.is_given()) {
                        rules.shown_when.entry(*target).or_default().push(when.clone());
                    }
                }
                _ if is_shown => {}
                _ => rules.add(RulePlan { when, then, message: Arc::from(message) }, &rule.targets),
            }
        }
        rules
    }

    fn add(&mut self, rule: RulePlan, targets: &[FormElementId]) {
        match rule.then {
            Consequence::AtLeastOne | Consequence::ExactlyOne | Consequence::ValidPartialDate => {
                self.joint.push(JointRule { rule, targets: targets.to_vec() });
            }
            _ => targets.iter().for_each(|target| self.single.entry(*target).or_default().push(rule.clone())),
        }
    }

    /// Whether some rule may ask for this very field, so that a yes or no is a question.
    pub fn demands(&self, id: FormElementId) -> bool {
        self.single.get(&id).is_some_and(|rules| rules.iter().any(|rule| is_demand(rule.then)))
    }

    /// What is asked of an element that has a condition of its own.
    pub fn duties(&self, id: FormElementId, visible_when: Formula) -> Arc<Duties> {
        let by_rules = self.shown_when.get(&id).into_iter().flatten().cloned();
        let shown_when: Vec<Formula> = Some(visible_when).filter(Formula::is_given).into_iter().chain(by_rules).collect();
        let rules = self.single.get(&id).cloned().unwrap_or_default();
        if shown_when.is_empty() && rules.is_empty() { Arc::clone(&self.nothing) } else { Arc::new(Duties { shown_when, rules }) }
    }

    /// The rules about several elements by the innermost repeatable group round all of them.
    pub fn joint(self, around: &BTreeMap<FormElementId, Vec<FormElementId>>) -> BTreeMap<Option<FormElementId>, Vec<JointRule>> {
        let mut found: BTreeMap<Option<FormElementId>, Vec<JointRule>> = BTreeMap::new();
        for rule in self.joint {
            let mut groups = rule.targets.iter().filter_map(|target| around.get(target));
            let first = groups.next().cloned().unwrap_or_default();
            let shared = groups.fold(first, |shared, groups| common(&shared, groups));
            found.entry(shared.last().copied()).or_default().push(rule);
        }
        found
    }
}

/// The condition of a rule; `None` where it is written but cannot be read, so that the rule has no effect.
fn condition(rule: &FormRule, names: &Names) -> Option<Formula> {
    let formula = Formula::parse(&rule.when, names);
    (formula.is_given() || rule.when.trim().is_empty()).then_some(formula)
}

fn common(left: &[FormElementId], right: &[FormElementId]) -> Vec<FormElementId> {
    left.iter().zip(right).take_while(|(left, right)| left == right).map(|(group, _)| *group).collect()
}
