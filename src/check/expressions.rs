//! Every FEEL text of the document: it can be read, names data that is declared, and has the type that its place needs.

use super::{Aspect, Cause, Problem};
use crate::expr::{self, Fields, Type};
use crate::model::{
    Assignment, DataField, DecisionTable, Document, ElementKind, Event, Expectation, Fee, FlowNode, Form, FormElement, NodeKind,
    Repetition, SequenceFlow, Subject, TestStep, Timer,
};
use crate::rule::Frame;
use crate::scope;
use std::sync::Arc;

pub(super) fn check(document: &Document, found: &mut Vec<Problem>) {
    let mut reader = Reader { document, fields: scope::fields(document), names: scope::names(document), found };
    document.flows.values().for_each(|flow| reader.flow(flow));
    document.nodes.values().for_each(|node| reader.node(node));
    document.forms.values().for_each(|form| reader.form(form));
    document.fields.values().for_each(|field| reader.constraints(field));
    document.decision_tables.values().for_each(|table| reader.table(table));
    for setting in document.settings.values() {
        let expected = scope::type_of(document, setting.kind);
        reader.read(Place::new(Subject::Setting(setting.id), Aspect::Value, &setting.default_value).of(expected));
    }
    reader.test_cases();
}

/// Paths of the data fields that scripts, services and decision tables write.
pub(super) fn targets(document: &Document) -> impl Iterator<Item = &str> {
    let nodes = document.nodes.values().flat_map(assignments).map(|assignment| assignment.target.as_str());
    nodes.chain(document.decision_tables.values().flat_map(|table| table.outputs.iter().map(|output| output.target.as_str())))
}

fn assignments(node: &FlowNode) -> impl Iterator<Item = &Assignment> {
    let script = match &node.kind {
        NodeKind::ScriptTask(assignments) => assignments.as_slice(),
        _ => &[],
    };
    let answer = node.details.service.as_ref().map_or(&[][..], |service| &service.answer);
    script.iter().chain(answer)
}

/// A FEEL text and what is known of its place.
struct Place<'a> {
    at: Subject,
    aspect: Aspect,
    text: &'a str,
    expected: Option<Type>,
    /// Of unary tests: the type of what they test.
    tested: Option<Type>,
}

impl<'a> Place<'a> {
    fn new(at: Subject, aspect: Aspect, text: &'a str) -> Self {
        Self { at, aspect, text, expected: None, tested: None }
    }

    fn condition(at: Subject, aspect: Aspect, text: &'a str) -> Self {
        Self::new(at, aspect, text).of(Type::Boolean)
    }

    fn of(mut self, expected: Type) -> Self {
        self.expected = Some(expected).filter(|expected| *expected != Type::Any);
        self
    }
}

struct Reader<'a> {
    document: &'a Document,
    fields: Fields,
    names: expr::Names,
    found: &'a mut Vec<Problem>,
}

impl Reader<'_> {
    /// Reads a text; an empty one says nothing and is other checks' matter.
    fn read(&mut self, place: Place<'_>) {
        if place.text.trim().is_empty() {
            return;
        }
        let kind = if matches!(place.at, Subject::Flow(_)) { "check-expression-way" } else { "check-expression" };
        let mut report = |cause| {
            let problem = Problem::error(kind, place.at).about(place.aspect).with("text", place.text);
            self.found.push(Problem { cause: Some(cause), ..problem });
        };
        if let Some(input) = &place.tested {
            match expr::parse_unary_tests(place.text, &self.names) {
                Err(error) => report(Cause::Syntax(error)),
                Ok(tests) => {
                    expr::check_unary_tests(&tests, &self.fields, input).into_iter().take(1).for_each(|fault| report(Cause::Type(fault)))
                }
            }
            return;
        }
        match expr::parse(place.text, &self.names) {
            Err(error) => report(Cause::Syntax(error)),
            Ok(tree) => {
                expr::check(&tree, &self.fields, place.expected.as_ref()).into_iter().take(1).for_each(|fault| report(Cause::Type(fault)))
            }
        }
    }

    /// Reads with names that are known only here.
    fn with_locals(&mut self, locals: Vec<(Arc<str>, Type)>, read: impl FnOnce(&mut Self)) {
        let outer = self.fields.entries.len();
        self.fields.entries.splice(0..0, locals);
        read(self);
        let added = self.fields.entries.len() - outer;
        self.fields.entries.drain(..added);
    }

    fn flow(&mut self, flow: &SequenceFlow) {
        let locals = self.document.nodes.get(flow.from).map(|node| self.elements_round(node)).unwrap_or_default();
        self.with_locals(locals, |reader| reader.read(Place::condition(Subject::Flow(flow.id), Aspect::Condition, &flow.condition)));
    }

    /// Element names of the multi-instance scopes in which a node stands, its own included.
    fn elements_round(&self, node: &FlowNode) -> Vec<(Arc<str>, Type)> {
        let mut locals = Vec::new();
        let mut scope = Some(node);
        for _ in 0..=self.document.nodes.len() {
            let Some(node) = scope else { break };
            if let Repetition::MultiInstance { element, .. } = &node.repetition
                && !element.is_empty()
            {
                locals.push((Arc::from(element.as_str()), Type::Any));
            }
            scope = node.parent.and_then(|parent| self.document.nodes.get(parent));
        }
        locals
    }

    fn node(&mut self, node: &FlowNode) {
        let at = Subject::Node(node.id);
        let locals = self.elements_round(node);
        self.with_locals(locals, |reader| {
            match node.kind.event() {
                Some(Event::Conditional(condition)) => reader.read(Place::condition(at, Aspect::Event, condition)),
                Some(Event::Timer(Timer::Date(date))) => reader.read(Place::new(at, Aspect::Event, date)),
                _ => {}
            }
            match &node.repetition {
                Repetition::Once => {}
                Repetition::Loop { condition, .. } => reader.read(Place::condition(at, Aspect::Repetition, condition)),
                Repetition::MultiInstance { collection, completion_condition, .. } => {
                    reader.read(Place::new(at, Aspect::Repetition, collection));
                    reader.read(Place::condition(at, Aspect::Repetition, completion_condition));
                }
            }
            if let Some(Fee::Computed(amount)) = &node.details.fee {
                reader.read(Place::new(at, Aspect::Fee, amount).of(Type::Number));
            }
            let aspect = if matches!(node.kind, NodeKind::ScriptTask(_)) { Aspect::Script } else { Aspect::Service };
            assignments(node).for_each(|assignment| reader.assignment(at, aspect, assignment));
        });
    }

    fn assignment(&mut self, at: Subject, aspect: Aspect, assignment: &Assignment) {
        let target = assignment.target.trim();
        if target.is_empty() {
            self.found.push(Problem::error("check-target-empty", at).about(aspect));
            return;
        }
        self.read(Place::new(at, aspect, target));
        self.read(Place::new(at, aspect, &assignment.value).of(self.type_of_target(target)));
    }

    fn type_of_target(&self, target: &str) -> Type {
        let field = self.document.find_path(target).and_then(|path| self.document.fields.get(path.last()?));
        field.map_or(Type::Any, |field| scope::type_of(self.document, field.kind))
    }

    fn type_of_value(&self, text: &str) -> Type {
        expr::parse(text, &self.names).map_or(Type::Any, |tree| expr::type_of(&tree, &self.fields))
    }

    fn form(&mut self, form: &Form) {
        for page in &form.pages {
            self.read(Place::condition(Subject::FormElement(form.id, page.id), Aspect::VisibleWhen, &page.visible_when));
            page.elements.iter().for_each(|element| self.element(form, element));
        }
        for rule in &form.rules {
            let entry = Frame::of(self.document, form, &rule.targets).entry();
            let place = Place::condition(Subject::FormElement(form.id, rule.id), Aspect::Condition, &rule.when);
            self.with_locals(entry.into_iter().collect(), |reader| reader.read(place));
        }
    }

    fn element(&mut self, form: &Form, element: &FormElement) {
        let at = Subject::FormElement(form.id, element.id);
        self.read(Place::condition(at, Aspect::VisibleWhen, &element.visible_when));
        match &element.kind {
            ElementKind::Field(field) => {
                let of = field
                    .data
                    .last()
                    .and_then(|field| self.document.fields.get(field))
                    .map(|field| scope::type_of(self.document, field.kind));
                self.read(Place::condition(at, Aspect::RequiredWhen, &field.required_when));
                self.read(Place::new(at, Aspect::Prefill, &field.prefill).of(of.unwrap_or_default()));
                for rule in &field.rules {
                    self.read(Place::condition(at, Aspect::Rule, &rule.condition));
                    if rule.condition.trim().is_empty() || rule.message.trim().is_empty() {
                        self.found.push(Problem::error("check-rule-incomplete", at).about(Aspect::Rule));
                    }
                }
            }
            ElementKind::Group(group) => {
                let item = group
                    .repeat
                    .as_ref()
                    .and_then(|repeat| self.document.fields.get(repeat.list.last()?))
                    .and_then(|list| list.kind.object());
                let item = item.and_then(|object| self.document.objects.get(object));
                let locals = item.map(|object| (Arc::from(object.key.as_str()), scope::type_of_object(self.document, object)));
                self.with_locals(locals.into_iter().collect(), |reader| {
                    group.elements.iter().for_each(|element| reader.element(form, element))
                });
            }
            _ => {}
        }
    }

    fn constraints(&mut self, field: &DataField) {
        let of = scope::type_of(self.document, field.kind);
        for limit in [&field.constraints.minimum, &field.constraints.maximum] {
            self.read(Place::new(Subject::DataField(field.id), Aspect::Constraint, limit).of(of.clone()));
        }
    }

    fn table(&mut self, table: &DecisionTable) {
        let at = Subject::DecisionTable(table.id);
        for input in &table.inputs {
            self.read(Place::new(at, Aspect::Decision, &input.expression));
            if input.expression.trim().is_empty() {
                self.found.push(Problem::error("check-decision-input", at).about(Aspect::Decision));
            }
        }
        let results: Vec<Type> = table.outputs.iter().map(|output| self.type_of_target(&output.target)).collect();
        for output in &table.outputs {
            if output.target.trim().is_empty() {
                self.found.push(Problem::error("check-target-empty", at).about(Aspect::Decision));
            }
            self.read(Place::new(at, Aspect::Decision, &output.target));
        }
        let inputs: Vec<Type> = table.inputs.iter().map(|input| self.type_of_value(&input.expression)).collect();
        for rule in &table.rules {
            for (test, input) in rule.tests.iter().zip(&inputs).filter(|(test, _)| test.trim() != "-") {
                self.read(Place { tested: Some(input.clone()), ..Place::new(at, Aspect::Decision, test) });
            }
            for (result, expected) in rule.results.iter().zip(&results) {
                let is_list = table.hit_policy == crate::model::HitPolicy::Collect;
                let place = Place::new(at, Aspect::Decision, result);
                self.read(if is_list { place } else { place.of(expected.clone()) });
            }
        }
    }

    fn test_cases(&mut self) {
        for case in self.document.test_cases.values() {
            let at = Subject::TestCase(case.id);
            let entries = case.steps.iter().flat_map(TestStep::entries);
            entries.for_each(|entry| self.read(Place::new(at, Aspect::Steps, &entry.value)));
            for expectation in &case.expectations {
                if let Expectation::Holds(condition) = expectation {
                    self.read(Place::condition(at, Aspect::Steps, condition));
                }
            }
        }
    }
}
