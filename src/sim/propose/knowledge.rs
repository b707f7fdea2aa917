//! What the search needs to know of a process: what each form asks, which data matter to decisions, which values to try.

use super::super::domain::Domains;
use super::super::feel::Expression;
use super::super::program::{Kind, Program, Repetition, Trigger};
use super::super::state::State;
use super::effort::Effort;
use super::fill::Wish;
use super::sample::samples;
use crate::expr::{Atom, Value};
use crate::form::Plan;
use crate::model::{Document, ElementKind, FormId, NodeId};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Most values that are tried of one piece of data.
const MOST_VALUES: usize = 80;

/// All of it, gathered once.
pub(super) struct Knowledge<'a> {
    pub program: &'a Program,
    pub domains: Domains<'a>,
    /// What the search may still do.
    pub effort: Effort,
    /// A case in which nothing has happened.
    pub blank: &'a State,
    pub plans: BTreeMap<FormId, Arc<Plan>>,
    /// Paths that a form asks for, outside of repeatable groups.
    asked: BTreeMap<FormId, BTreeSet<String>>,
    /// Usual values of what forms ask for.
    samples: BTreeMap<String, Vec<Value>>,
    /// Lists that a form fills in.
    lists: BTreeMap<FormId, Vec<String>>,
    /// Comparisons with each path, also those of what is computed from it.
    atoms: BTreeMap<String, Vec<Atom>>,
    /// From a path to what is computed from it.
    influence: BTreeMap<String, BTreeSet<String>>,
    /// Paths that are looked at and that nothing writes: anybody may bring them.
    unwritten: BTreeSet<String>,
    /// What services answer, by the step.
    answered: BTreeMap<NodeId, BTreeSet<String>>,
}

impl<'a> Knowledge<'a> {
    pub fn new(document: &'a Document, program: &'a Program, blank: &'a State, domains: Domains<'a>, effort: Effort) -> Self {
        let mut knowledge = Self {
            program,
            domains,
            effort,
            blank,
            plans: BTreeMap::new(),
            asked: BTreeMap::new(),
            samples: BTreeMap::new(),
            lists: BTreeMap::new(),
            atoms: BTreeMap::new(),
            influence: BTreeMap::new(),
            unwritten: BTreeSet::new(),
            answered: BTreeMap::new(),
        };
        let mut written = BTreeSet::new();
        for node in &program.nodes {
            if let Some(form) = node.form.filter(|form| !knowledge.plans.contains_key(form)) {
                knowledge.form(document, form);
            }
            knowledge.node(node, &mut written);
        }
        for flow in &program.flows {
            flow.condition.iter().for_each(|condition| knowledge.read(condition));
        }
        written.extend(knowledge.asked.values().flatten().cloned());
        written.extend(knowledge.answered.values().flatten().cloned());
        let read = knowledge.atoms.keys().filter(|path| !written.contains(*path) && knowledge.domains.kind(path).is_some());
        knowledge.unwritten = read.cloned().collect();
        knowledge.spread();
        knowledge
    }

    fn form(&mut self, document: &Document, id: FormId) {
        let Some((form, plan)) = document.forms.get(id).zip(Plan::of(document, id)) else { return };
        let plan = Arc::new(plan);
        if let Some(now) = self.blank.feel_now() {
            let today = now.date;
            let filling = crate::form::Filling::new(Arc::clone(&plan), self.blank.data().clone(), now);
            super::fill::for_all_fields(&filling, &mut |field| {
                let path = field.plan.keys().join(".");
                let bounds = self.domains.bounds(&path);
                self.samples.insert(path, samples(&field.plan, &bounds, today));
            });
        }
        self.plans.insert(id, plan);
        let mut asked = BTreeSet::new();
        let mut lists = Vec::new();
        let mut open: Vec<&crate::model::FormElement> = form.pages.iter().flat_map(|page| &page.elements).collect();
        let mut conditions: Vec<&str> = form.pages.iter().map(|page| page.visible_when.as_str()).collect();
        conditions.extend(form.rules.iter().map(|rule| rule.when.as_str()));
        while let Some(element) = open.pop() {
            conditions.push(&element.visible_when);
            match &element.kind {
                ElementKind::Field(field) if !field.is_read_only => {
                    asked.extend(document.path_text(&field.data));
                    conditions.push(&field.required_when);
                    conditions.extend(field.rules.iter().map(|rule| rule.condition.as_str()));
                }
                ElementKind::Group(group) => match &group.repeat {
                    Some(repeat) => lists.extend(document.path_text(&repeat.list)),
                    None => open.extend(&group.elements),
                },
                _ => {}
            }
        }
        for condition in conditions.into_iter().filter(|condition| !condition.trim().is_empty()) {
            let condition = Expression::new(condition, self.domains.names());
            self.read(&condition);
        }
        self.asked.insert(id, asked);
        self.lists.insert(id, lists);
    }

    fn node(&mut self, node: &super::super::program::Node, written: &mut BTreeSet<String>) {
        match &node.kind {
            Kind::Script(writes) => {
                for write in writes {
                    let Ok(target) = &write.target else { continue };
                    self.influences(&write.value, &target.to_string());
                    written.insert(target.to_string());
                }
            }
            Kind::Decision(table) => {
                let targets: Vec<String> =
                    table.targets().flatten().filter_map(|path| path.as_ref().ok()).map(ToString::to_string).collect();
                for input in table.inputs() {
                    targets.iter().for_each(|target| self.influences(input, target));
                }
                table.atoms(self.domains.environment()).into_iter().for_each(|atom| self.atom(atom));
                written.extend(targets);
            }
            Kind::Service { answer, .. } => {
                self.answered.insert(node.id, answer.iter().map(|entry| entry.target.trim().to_owned()).collect());
            }
            _ => {}
        }
        if let Some(Trigger::Condition(condition)) = node.trigger() {
            self.read(condition);
        }
        match &node.repetition {
            Repetition::Loop { condition, .. } => self.read(condition),
            Repetition::Each { collection, completion, .. } => {
                self.read(collection);
                completion.iter().for_each(|condition| self.read(condition));
            }
            Repetition::Once => {}
        }
    }

    fn read(&mut self, condition: &Expression) {
        condition.atoms(self.domains.environment()).into_iter().for_each(|atom| self.atom(atom));
    }

    fn atom(&mut self, atom: Atom) {
        self.atoms.entry(atom.path.clone()).or_default().push(atom);
    }

    fn influences(&mut self, from: &Expression, to: &str) {
        for path in from.paths() {
            self.influence.entry(path).or_default().insert(to.to_owned());
        }
    }

    /// What is compared with something computed is worth trying for what it is computed from.
    fn spread(&mut self) {
        for path in self.influence.keys().cloned().collect::<Vec<_>>() {
            let from: BTreeSet<String> = self.computed_from(&path);
            let more: Vec<Atom> = from.iter().flat_map(|target| self.atoms.get(target).cloned().unwrap_or_default()).collect();
            let extra = [0, 1, 2, 10, 100, 1_000].map(|number| Atom {
                path: path.clone(),
                sign: crate::expr::Comparison::Less,
                constant: Value::from(i64::from(number)),
            });
            let own = self.atoms.entry(path).or_default();
            if !more.is_empty() {
                own.extend(more.into_iter().chain(extra));
            }
        }
    }

    /// All that is computed from a path, directly and further on.
    fn computed_from(&self, path: &str) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        let mut open = vec![path.to_owned()];
        while let Some(path) = open.pop() {
            for target in self.influence.get(&path).into_iter().flatten() {
                if found.insert(target.clone()) {
                    open.push(target.clone());
                }
            }
        }
        found
    }

    /// These paths, and all from which one of them is computed.
    pub fn sources(&self, paths: &BTreeSet<String>) -> BTreeSet<String> {
        let from = self.influence.keys().filter(|path| self.computed_from(path).iter().any(|target| paths.contains(target)));
        paths.iter().chain(from).cloned().collect()
    }

    /// Paths that anything is decided by.
    pub fn looked_at(&self) -> impl Iterator<Item = &str> {
        self.atoms.keys().filter(|path| self.domains.kind(path).is_some()).map(String::as_str)
    }

    /// Values of a path that may make a difference.
    pub fn values(&self, path: &str) -> Vec<Value> {
        let atoms = self.atoms.get(path).map_or(&[][..], Vec::as_slice);
        let mut values = self.domains.values(path, atoms.iter()).values;
        if values.is_empty() {
            values.extend(self.samples.get(path).and_then(|samples| samples.first()).cloned());
        }
        values.truncate(MOST_VALUES);
        if atoms.iter().any(|atom| atom.constant.is_null()) {
            values.push(Value::Null);
        }
        values
    }

    /// Paths that somebody who fills in this form decides on; without form, those that nothing writes.
    pub fn free(&self, form: Option<FormId>) -> &BTreeSet<String> {
        form.and_then(|form| self.asked.get(&form)).unwrap_or(&self.unwritten)
    }

    /// Paths that the answer of a service decides on.
    pub fn free_at_service(&self, node: NodeId) -> BTreeSet<String> {
        self.answered.get(&node).into_iter().flatten().chain(&self.unwritten).cloned().collect()
    }

    /// Wishes for the lists of a form: one entry, two entries.
    pub fn lists(&self, form: Option<FormId>) -> Vec<Wish> {
        let lists = form.and_then(|form| self.lists.get(&form));
        let entries = |count: usize| crate::expr::List::new(vec![Value::Context(crate::expr::Context::default()); count]).ok();
        let wish = |list: &String| {
            [1, 2].into_iter().filter_map(|count| Some(vec![(list.clone(), Value::List(entries(count)?))])).collect::<Vec<_>>()
        };
        lists.into_iter().flatten().flat_map(wish).collect()
    }

    /// Forms and steps that decide on a path.
    pub fn deciders(&self, path: &str) -> Vec<NodeId> {
        let asks = |form: FormId| self.asked.get(&form).is_some_and(|asked| asked.contains(path));
        let answers = |node: NodeId| self.answered.get(&node).is_some_and(|answered| answered.contains(path));
        let nodes = self.program.nodes.iter();
        nodes.filter(|node| node.form.is_some_and(asks) || answers(node.id)).map(|node| node.id).collect()
    }
}
