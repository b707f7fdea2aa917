//! Collects what there is to cover in a process.

use super::super::data::Scene;
use super::super::domain::Domains;
use super::super::feel::Expression;
use super::super::path::Path;
use super::{Asked, Covered, Group, Target};
use crate::expr::{Atom, Comparison, Environment, Names, Value};
use crate::model::{
    Consequence, DecisionTableId, Document, ElementKind, Event, FieldKind, Form, FormElement, FormElementId, FormField, FormId, NodeId,
    NodeKind, ProcessId, Repetition, Subject,
};
use std::collections::{BTreeMap, BTreeSet};

/// Everything that test cases of a process can cover, with what is needed to see it in a play.
pub struct Survey {
    targets: Vec<Target>,
    pub(super) places: BTreeMap<Target, usize>,
    pub(super) forms: BTreeMap<NodeId, FormId>,
    tables: BTreeMap<NodeId, DecisionTableId>,
    pub(super) asked: BTreeMap<FormId, Vec<Question>>,
    pub(super) bounds: Vec<Bound>,
}

/// A condition of a form with where it is looked at.
pub(in crate::sim) struct Question {
    pub element: FormElementId,
    pub asked: Asked,
    pub condition: Expression,
    /// The value that it is about; a field's own rule counts only where there is one.
    pub value: Option<Path>,
    /// The list of the repeatable group round it and the name of an entry there.
    pub around: Option<(Path, String)>,
}

/// A boundary with how it is computed.
pub(super) struct Bound {
    pub place: usize,
    pub path: Path,
    pub kind: FieldKind,
    /// Whether the length of a text is meant.
    pub of_length: bool,
    pub value: Expression,
    pub side: i8,
}

impl Survey {
    /// Surveys a process of the document.
    pub fn of(document: &Document, process: ProcessId) -> Self {
        let domains = Domains::new(document, Environment::default());
        let survey = Self {
            targets: Vec::new(),
            places: BTreeMap::new(),
            forms: BTreeMap::new(),
            tables: BTreeMap::new(),
            asked: BTreeMap::new(),
            bounds: Vec::new(),
        };
        let mut surveyor = Surveyor { document, names: domains.names().clone(), domains, survey };
        surveyor.flow(process);
        surveyor.survey
    }

    /// What there is to cover.
    pub fn targets(&self) -> &[Target] {
        &self.targets
    }

    /// The place of a target.
    pub fn place(&self, target: &Target) -> Option<usize> {
        self.places.get(target).copied()
    }

    /// Where on the picture one looks for a target: the steps that ask the decision table or fill in the form, the node with the
    /// condition or from which the connection goes out.
    pub fn nodes_at(&self, document: &Document, target: &Target) -> Vec<NodeId> {
        match target.subject() {
            Subject::Node(node) => vec![node],
            Subject::Flow(flow) => document.flows.get(flow).map(|flow| flow.from).into_iter().collect(),
            Subject::DecisionTable(table) => self.tables.iter().filter(|(_, own)| **own == table).map(|(node, _)| *node).collect(),
            Subject::FormElement(form, _) => self.nodes_of(form),
            _ => Vec::new(),
        }
    }

    /// The text of the condition that a rule's target is about.
    pub fn condition_text(&self, target: &Target) -> Option<&str> {
        let Target::Rule { form, element, asked, .. } = target else { return None };
        let question = self.asked.get(form)?.iter().find(|question| question.element == *element && question.asked == *asked)?;
        Some(question.condition.text())
    }

    /// The condition of a form that a target is about, unless it stands in a repeatable group.
    pub(in crate::sim) fn condition_of(&self, target: &Target) -> Option<&Expression> {
        let Target::Rule { form, element, asked, .. } = target else { return None };
        let mut questions = self.asked.get(form)?.iter().filter(|question| question.around.is_none());
        questions.find(|question| question.element == *element && question.asked == *asked).map(|question| &question.condition)
    }

    /// The value that the boundary of this place asks for, as things are; of a length, a text so long.
    pub(in crate::sim) fn wanted(&self, place: usize, scene: &Scene<'_>) -> Option<Value> {
        let bound = self.bounds.iter().find(|bound| bound.place == place)?;
        let wanted = bound.wanted(scene)?;
        if !bound.of_length {
            return Some(wanted);
        }
        let length = usize::try_from(wanted.as_number()?.to_i64()?).ok()?;
        Some(Value::from("Beispiel".chars().cycle().take(length.min(10_000)).collect::<String>()))
    }

    /// Steps that fill in a form.
    pub(in crate::sim) fn nodes_of(&self, form: FormId) -> Vec<NodeId> {
        self.forms.iter().filter(|(_, own)| **own == form).map(|(node, _)| *node).collect()
    }

    /// Of a kind of targets, how many are covered and how many there are.
    pub fn count(&self, group: Group, covered: &Covered) -> (usize, usize) {
        let of_group = || self.targets.iter().enumerate().filter(|(_, target)| target.group() == group);
        (of_group().filter(|(place, _)| covered.has(*place)).count(), of_group().count())
    }

    /// The targets that are not covered, with their places.
    pub fn open<'a>(&'a self, covered: &'a Covered) -> impl Iterator<Item = (usize, &'a Target)> {
        self.targets.iter().enumerate().filter(|(place, _)| !covered.has(*place))
    }
}

struct Surveyor<'a> {
    document: &'a Document,
    domains: Domains<'a>,
    names: Names,
    survey: Survey,
}

impl Surveyor<'_> {
    fn add(&mut self, target: Target) -> usize {
        let next = self.survey.targets.len();
        let place = *self.survey.places.entry(target.clone()).or_insert(next);
        if place == next {
            self.survey.targets.push(target);
        }
        place
    }

    fn flow(&mut self, process: ProcessId) {
        let document = self.document;
        let nodes: BTreeSet<NodeId> = document.nodes.values().filter(|node| node.process == process).map(|node| node.id).collect();
        for node in &nodes {
            self.add(Target::Step(*node));
        }
        for flow in document.flows.values().filter(|flow| nodes.contains(&flow.from)) {
            self.add(Target::Way(flow.id));
            self.condition(Subject::Flow(flow.id), &flow.condition);
        }
        for node in nodes.iter().filter_map(|node| document.nodes.get(*node)) {
            match &node.kind {
                NodeKind::BusinessRuleTask(Some(table)) => {
                    self.survey.tables.insert(node.id, *table);
                }
                kind => {
                    if let Some(Event::Conditional(condition)) = kind.event() {
                        self.condition(Subject::Node(node.id), condition);
                    }
                }
            }
            if let Repetition::Loop { condition, .. } = &node.repetition {
                self.condition(Subject::Node(node.id), condition);
            }
            let works = matches!(node.kind, NodeKind::Task | NodeKind::UserTask | NodeKind::ManualTask);
            if let Some(form) = node.details.form.filter(|form| works && document.forms.contains(*form)) {
                self.survey.forms.insert(node.id, form);
            }
        }
        let tables: BTreeSet<DecisionTableId> = self.survey.tables.values().copied().collect();
        for table in tables.into_iter().filter_map(|table| document.decision_tables.get(table)) {
            for row in 0..table.rules.len() {
                self.add(Target::Row { table: table.id, row });
            }
            self.table(table);
        }
        let forms: BTreeSet<FormId> = self.survey.forms.values().copied().collect();
        forms.into_iter().filter_map(|form| document.forms.get(form)).for_each(|form| self.form(form));
    }

    fn table(&mut self, table: &crate::model::DecisionTable) {
        let nothing = Environment::default();
        for (column, input) in table.inputs.iter().enumerate() {
            for rule in &table.rules {
                let Some(Ok(tests)) = rule.tests.get(column).map(|cell| crate::expr::parse_unary_tests(cell, &self.names)) else {
                    continue;
                };
                for atom in tests.atoms(&nothing).atoms {
                    let path = if atom.path == "?" { input.expression.trim().to_owned() } else { atom.path.clone() };
                    self.atom(Subject::DecisionTable(table.id), &Atom { path, ..atom });
                }
            }
        }
    }

    /// The boundaries in a condition.
    fn condition(&mut self, at: Subject, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        for atom in Expression::new(text, &self.names).atoms(&Environment::default()) {
            self.atom(at, &atom);
        }
    }

    fn atom(&mut self, at: Subject, atom: &Atom) {
        let sides: &[i8] = match atom.sign {
            Comparison::Less | Comparison::GreaterOrEqual => &[-1, 0],
            Comparison::Greater | Comparison::LessOrEqual => &[0, 1],
            Comparison::Equal | Comparison::Unequal => &[0],
        };
        let is_ordered = matches!(atom.constant, Value::Number(_) | Value::Date(_));
        let Some(kind) = self.domains.kind(&atom.path).filter(|kind| is_ordered && super::super::domain::has_steps(*kind)) else { return };
        for side in sides {
            self.bound(at, &atom.path, kind, &atom.constant.to_feel(), *side, false);
        }
    }

    fn bound(&mut self, at: Subject, path: &str, kind: FieldKind, bound: &str, side: i8, of_length: bool) {
        let Ok(read) = Path::read(path) else { return };
        let before = self.survey.targets.len();
        let place = self.add(Target::Boundary { at, path: path.to_owned(), bound: bound.to_owned(), side });
        if place == before {
            let value = Expression::new(bound, &self.names);
            self.survey.bounds.push(Bound { place, path: read, kind, of_length, value, side });
        }
    }

    fn form(&mut self, form: &Form) {
        let mut questions = Vec::new();
        for page in &form.pages {
            self.question(&mut questions, form, page.id, Asked::Visible, &page.visible_when, None, None);
            let mut open: Vec<(&FormElement, Option<(Path, String)>)> = page.elements.iter().map(|element| (element, None)).collect();
            while let Some((element, around)) = open.pop() {
                self.question(&mut questions, form, element.id, Asked::Visible, &element.visible_when, None, around.as_ref());
                match &element.kind {
                    ElementKind::Field(field) if !field.is_read_only => {
                        self.field(&mut questions, form, element.id, field, around.as_ref())
                    }
                    ElementKind::Group(group) => {
                        let own = group.repeat.as_ref().and_then(|repeat| self.entries(&repeat.list));
                        // Groups within groups are looked at by their outermost entry only.
                        let inner = around.or(own);
                        open.extend(group.elements.iter().map(|element| (element, inner.clone())));
                    }
                    _ => {}
                }
            }
        }
        for rule in form.rules.iter().filter(|rule| rule.then.is_some()) {
            self.question(&mut questions, form, rule.id, Asked::Applies, &rule.when, None, None);
        }
        self.survey.asked.insert(form.id, questions);
    }

    /// The list of a repeatable group and the name of an entry.
    fn entries(&self, list: &crate::model::DataPath) -> Option<(Path, String)> {
        let path = Path::read(&self.document.path_text(list)?).ok()?;
        let object = self.document.fields.get(list.last()?)?.kind.object()?;
        Some((path, self.document.objects.get(object)?.key.clone()))
    }

    fn field(&mut self, found: &mut Vec<Question>, form: &Form, id: FormElementId, field: &FormField, around: Option<&(Path, String)>) {
        self.question(found, form, id, Asked::Required, &field.required_when, None, around);
        let path = self.document.path_text(&field.data);
        let value = path.as_ref().and_then(|path| Path::read(path).ok());
        for (place, rule) in field.rules.iter().enumerate() {
            self.question(found, form, id, Asked::Own(place), &rule.condition, value.clone(), around);
        }
        let declared = field.data.last().and_then(|last| self.document.fields.get(last));
        if let (Some(path), Some(declared), None) = (path, declared, around) {
            let (at, constraints) = (Subject::FormElement(form.id, id), &declared.constraints);
            for bound in [&constraints.minimum, &constraints.maximum] {
                if !bound.trim().is_empty() && super::super::domain::has_steps(declared.kind) {
                    self.bound(at, &path, declared.kind, bound.trim(), 0, false);
                }
            }
            for length in [constraints.min_length, constraints.max_length].into_iter().flatten().filter(|length| *length > 0) {
                self.bound(at, &path, declared.kind, &length.to_string(), 0, true);
            }
        }
    }

    #[expect(clippy::too_many_arguments, reason = "each says where the condition stands")]
    fn question(
        &mut self,
        found: &mut Vec<Question>,
        form: &Form,
        element: FormElementId,
        asked: Asked,
        text: &str,
        value: Option<Path>,
        around: Option<&(Path, String)>,
    ) {
        if text.trim().is_empty() {
            return;
        }
        // What must hold of an entered value, and what is a fault if it holds, can be seen in one way only in a case that passes.
        let is_fault = form.rules.iter().any(|rule| rule.id == element && rule.then == Some(Consequence::Message));
        let outcomes: &[bool] = match asked {
            Asked::Own(_) => &[true],
            _ if is_fault => &[false],
            _ => &[true, false],
        };
        for holds in outcomes {
            self.add(Target::Rule { form: form.id, element, asked, holds: *holds });
        }
        let condition = Expression::new(text, &self.names);
        self.condition(Subject::FormElement(form.id, element), text);
        found.push(Question { element, asked, condition, value, around: around.cloned() });
    }
}

impl Bound {
    /// The value to be seen, as things are.
    pub fn wanted(&self, scene: &Scene<'_>) -> Option<Value> {
        let bound = self.value.value(scene).ok()?;
        if self.of_length { Some(bound) } else { super::super::domain::stepped(self.kind, &bound, i64::from(self.side)) }
    }
}
