//! Rules across the fields of a form: that they have a meaning, do not contradict each other, and ask in the right order.

use super::{Aspect, Problem};
use crate::expr::Names;
use crate::model::{Consequence, Document, ElementKind, Form, FormElement, FormElementId, FormRule, Subject};
use crate::rule::{Condition, Frame, lists_round};
use crate::scope;
use std::collections::BTreeMap;

pub(super) fn check(document: &Document, found: &mut Vec<Problem>) {
    let names = scope::names(document);
    for form in document.forms.values().filter(|form| !form.rules.is_empty()) {
        let mut checker = Checker { document, form, names: &names, pages: pages(form), duties: Duties::new(), found };
        form.rules.iter().for_each(|rule| checker.rule(rule));
    }
}

/// What is demanded (true) or forbidden of an element under a condition, and by which rules.
type Duties = BTreeMap<(FormElementId, String), Vec<(bool, FormElementId)>>;

struct Checker<'a> {
    document: &'a Document,
    form: &'a Form,
    names: &'a Names,
    /// Elements and pages by the number of the page on which they stand.
    pages: BTreeMap<FormElementId, usize>,
    duties: Duties,
    found: &'a mut Vec<Problem>,
}

impl Checker<'_> {
    fn rule(&mut self, rule: &FormRule) {
        let at = Subject::FormElement(self.form.id, rule.id);
        let Some(then) = rule.then else {
            return self.found.extend(rule.is_open().then(|| Problem::hint("check-rule-words", at).about(Aspect::Rule)));
        };
        if rule.targets.is_empty() {
            self.found.push(Problem::warning("check-rule-no-target", at).about(Aspect::Rule));
        }
        if then == Consequence::ValidPartialDate && rule.targets.len() != 3 {
            self.found.push(Problem::error("check-rule-date", at).about(Aspect::Rule));
        }
        if are_apart(self.form, &rule.targets) {
            self.found.push(Problem::warning("check-rule-apart", at).about(Aspect::Rule));
        }
        let condition = Condition::of_feel(&rule.when, self.names);
        if let Some(condition) = &condition {
            self.order(at, rule, condition);
        }
        self.contradiction(at, rule, then, condition.as_ref());
    }

    /// A field on an earlier page than the one that decides about it: whoever fills in the form has to go back.
    fn order(&mut self, at: Subject, rule: &FormRule, condition: &Condition) {
        let Some(first) = rule.targets.iter().filter_map(|target| self.pages.get(target)).min() else { return };
        let asked = Frame::of(self.document, self.form, &rule.targets).asked();
        let deciding = condition.comparisons().filter_map(|comparison| asked.iter().find(|asked| asked.path == comparison.path));
        let later = deciding.map(|asked| asked.element).find(|element| self.pages.get(element).is_some_and(|page| page > first));
        if let Some(later) = later {
            let problem = Problem::warning("check-rule-order", at).about(Aspect::Rule).and(Subject::FormElement(self.form.id, later));
            self.found.push(problem.with("field", self.name(later)));
        }
    }

    /// Two rules of which one demands under a condition what the other forbids under the same.
    fn contradiction(&mut self, at: Subject, rule: &FormRule, then: Consequence, condition: Option<&Condition>) {
        let when = condition.map_or_else(|| rule.when.trim().to_owned(), Condition::to_feel);
        let otherwise = condition.and_then(Condition::denied).as_ref().map(Condition::to_feel);
        let says = match then {
            Consequence::Required => vec![(true, when)],
            Consequence::NotAllowed => vec![(false, when)],
            Consequence::RequiredElseNotAllowed => std::iter::once((true, when)).chain(otherwise.map(|when| (false, when))).collect(),
            _ => return,
        };
        let mut opposed = None;
        for target in &rule.targets {
            for (must, when) in &says {
                let known = self.duties.entry((*target, when.clone())).or_default();
                opposed = opposed.or_else(|| known.iter().find(|(other, _)| other != must).map(|(_, rule)| (*rule, *target)));
                known.push((*must, rule.id));
            }
        }
        if let Some((other, target)) = opposed {
            let problem = Problem::error("check-rule-contradiction", at).about(Aspect::Rule).and(Subject::FormElement(self.form.id, other));
            self.found.push(problem.with("field", self.name(target)));
        }
    }

    fn name(&self, element: FormElementId) -> &str {
        self.document.name_of(Subject::FormElement(self.form.id, element)).unwrap_or_default()
    }
}

fn pages(form: &Form) -> BTreeMap<FormElementId, usize> {
    fn note(elements: &[FormElement], page: usize, pages: &mut BTreeMap<FormElementId, usize>) {
        for element in elements {
            pages.insert(element.id, page);
            if let ElementKind::Group(group) = &element.kind {
                note(&group.elements, page, pages);
            }
        }
    }
    let mut pages = BTreeMap::new();
    for (number, page) in form.pages.iter().enumerate() {
        pages.insert(page.id, number);
        note(&page.elements, number, &mut pages);
    }
    pages
}

/// Whether the targets stand in different repeatable groups, so that no entry belongs to another.
fn are_apart(form: &Form, targets: &[FormElementId]) -> bool {
    let mut around = targets.iter().map(|target| lists_round(form, *target));
    let Some(first) = around.next() else { return false };
    around.any(|lists| lists != first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::expr::{Context, DateTime, Environment, Value, parse};
    use crate::form::{Filling, Plan};
    use crate::rule::feel;
    use crate::rule::tests::sample::Sample;
    use proptest::prelude::*;
    use std::sync::Arc;

    /// Kinds of problems with a form that has these rules.
    fn kinds(rules: &[(&str, Option<Consequence>, &[&str])]) -> Vec<&'static str> {
        let mut sample = Sample::new();
        let rules = rules.iter().zip(5000_u32..).map(|((when, then, targets), id)| FormRule {
            id: id.into(),
            then: *then,
            ..sample.rule(when, Consequence::Required, targets)
        });
        let rules = rules.collect();
        let form = sample.form;
        sample.document.forms.get_mut(form).unwrap().rules = rules;
        let mut found = Vec::new();
        check(&sample.document, &mut found);
        found.iter().map(|problem| problem.kind).collect()
    }

    #[test]
    fn sound_rules_have_no_problem() {
        let rules: &[(&str, Option<Consequence>, &[&str])] = &[
            ("antrag.status = \"001\"", Some(Consequence::RequiredElseNotAllowed), &["termin"]),
            ("antrag.status = \"001\"", Some(Consequence::Required), &["termin"]),
            ("is filled(hund.name)", Some(Consequence::Required), &["chip"]),
            ("", Some(Consequence::ValidPartialDate), &["tag", "monat", "jahr"]),
        ];
        assert_eq!(kinds(rules), Vec::<&str>::new());
    }

    #[test]
    fn rules_that_demand_and_forbid_the_same_contradict_each_other() {
        let demand = ("antrag.status = \"001\"", Some(Consequence::Required), &["termin", "tag"][..]);
        assert_eq!(kinds(&[demand, ("antrag.status = \"001\"", Some(Consequence::NotAllowed), &["tag"])]), ["check-rule-contradiction"]);
        assert_eq!(
            kinds(&[demand, ("antrag.status != \"001\"", Some(Consequence::RequiredElseNotAllowed), &["tag"])]),
            ["check-rule-contradiction"]
        );
        assert_eq!(kinds(&[demand, ("antrag.status = \"002\"", Some(Consequence::NotAllowed), &["tag"])]), Vec::<&str>::new());
    }

    #[test]
    fn what_is_not_finished_is_said() {
        assert_eq!(kinds(&[("", None, &[])]), ["check-rule-words"]);
        assert_eq!(kinds(&[("", Some(Consequence::Required), &[])]), ["check-rule-no-target"]);
        assert_eq!(kinds(&[("", Some(Consequence::ValidPartialDate), &["tag", "monat"])]), ["check-rule-date"]);
        assert_eq!(kinds(&[("", Some(Consequence::AtLeastOne), &["termin", "chip"])]), ["check-rule-apart"]);
    }

    #[test]
    fn a_rule_that_was_kept_in_words_is_no_problem() {
        let mut sample = Sample::new();
        let rule = sample.rule("", Consequence::Required, &["termin"]);
        let kept = FormRule { then: None, stays_words: true, ..rule };
        let form = sample.form;
        sample.document.forms.get_mut(form).unwrap().rules = vec![kept];
        let mut found = Vec::new();
        check(&sample.document, &mut found);
        assert!(found.is_empty());
    }

    #[test]
    fn a_field_before_the_one_that_decides_about_it_is_out_of_order() {
        let mut sample = Sample::new();
        let (form, page) = (sample.form, sample.document.new_id());
        let rule = sample.rule("antrag.status = \"001\"", Consequence::Required, &["termin"]);
        let stored = sample.document.forms.get_mut(form).unwrap();
        let status = stored.pages[0].elements.remove(0);
        stored.pages.push(crate::model::Page { elements: vec![status], ..crate::model::Page::new(page, "Später") });
        stored.rules = vec![rule];
        let mut found = Vec::new();
        check(&sample.document, &mut found);
        assert_eq!(found.iter().map(|problem| problem.kind).collect::<Vec<_>>(), ["check-rule-order"]);
        assert_eq!(found[0].at.len(), 2);
    }

    /// Whether a form with only this rule has no fault over a case.
    fn is_accepted(sample: &Sample, rule: &FormRule, case: &str) -> bool {
        let mut document = sample.document.clone();
        document.forms.get_mut(sample.form).unwrap().rules = vec![rule.clone()];
        let plan = Arc::new(Plan::of(&document, sample.form).unwrap());
        let now = DateTime::read("2026-11-21T09:00:00").unwrap();
        Filling::new(plan, value_of(case, &Context::default()).as_context().unwrap().clone(), now).validate().is_empty()
    }

    fn value_of(text: &str, scope: &Context) -> Value {
        parse(text, &Names::new()).unwrap().evaluate(scope, &Environment::default()).value
    }

    fn case() -> impl Strategy<Value = String> {
        let number = |most: u32| prop_oneof![1 => Just("null".to_owned()), 3 => (1..=most).prop_map(|number| number.to_string())];
        let among = |texts: &'static [&'static str]| prop::sample::select(texts);
        let simple = (
            among(&["null", "\"001\"", "\"002\""]),
            among(&["null", "@\"2026-12-01\""]),
            among(&["null", "true", "false"]),
            among(&["null", "\"Mainz\""]),
        );
        let date = (number(32), number(13), prop_oneof![Just("null".to_owned()), Just("2023".to_owned()), Just("2024".to_owned())]);
        (simple, date, among(&["[]", "[{name: \"Rex\"}]", "[{name: null, chip: null}]"])).prop_map(
            |((status, termin, agreed, city), (day, month, year), dogs)| {
                format!(
                    "{{antrag: {{status: {status}, termin: {termin}, einverstanden: {agreed}, adresse: {{ort: {city}}}, tag: {day}, \
                     monat: {month}, jahr: {year}, hunde: {dogs}}}}}"
                )
            },
        )
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(400))]

        /// A rule as one expression is true just where the form that has the rule finds no fault.
        #[test]
        fn the_expression_of_a_rule_agrees_with_the_form(
            case in case(),
            when in prop::sample::select(&["", "antrag.status = \"001\"", "antrag.status != \"001\"", "antrag.jahr > 2023", "antrag.einverstanden"][..]),
            then in prop::sample::select(&[
                Consequence::Required, Consequence::RequiredElseNotAllowed, Consequence::NotAllowed, Consequence::AtLeastOne,
                Consequence::ExactlyOne, Consequence::ValidPartialDate, Consequence::Message,
            ][..]),
            others in prop::sample::subsequence(&["termin", "adresse", "hunde", "einverstanden", "jahr"][..], 1..4),
            hidden in any::<bool>(),
        ) {
            let mut sample = Sample::new();
            let targets = if then == Consequence::ValidPartialDate { vec!["tag", "monat", "jahr"] } else { others };
            let (form, first) = (sample.form, sample.id(targets[0]));
            if hidden {
                sample.document.forms.get_mut(form).unwrap().element_mut(first).unwrap().visible_when = "antrag.status = \"002\"".to_owned();
            }
            let rule = sample.rule(when, then, &targets);
            sample.document.forms.get_mut(form).unwrap().rules = vec![rule.clone()];
            let text = feel(&rule, sample.document.forms.get(form).unwrap(), &sample.document).unwrap();
            let is_kept = value_of(&text, value_of(&case, &Context::default()).as_context().unwrap());
            prop_assert_eq!(is_kept.as_boolean(), Some(is_accepted(&sample, &rule, &case)), "{} over {}", text, case);
        }
    }
}
