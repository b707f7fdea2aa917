//! Where each field is asked, read, decided on and written: one pass over the document finds it for all fields.

use super::{Paths, Reference, Target};
use crate::model::{
    Assignment, DataFieldId, DecisionTable, Document, ElementKind, Event, Expectation, Fee, FlowNode, Form, FormElement, FormField,
    NodeKind, ObjectTypeId, Repetition, Subject, TestStep, Timer,
};
use std::collections::{BTreeMap, BTreeSet};

/// What is done with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Use {
    /// A form asks for it.
    Asked,
    /// Its value is shown, sent or calculated with.
    Read,
    /// Something depends on it: a way, a page, a rule, a row of a decision table.
    Decided,
    /// Something other than a form gives it its value.
    Written,
    /// A test case speaks of it. Does not make it used.
    Tested,
}

/// In what part of an element a field is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spot {
    /// A field of a form, to be filled in.
    Question,
    /// A field of a form, to be read only.
    Display,
    /// The list of a repeatable group.
    Repeat,
    /// The condition under which something of a form is shown.
    Visibility,
    /// The condition under which a field must be filled in.
    Requirement,
    /// The value that a field of a form begins with.
    Prefill,
    /// A rule of a form or of one of its fields.
    Rule,
    /// The condition of a connection.
    Condition,
    /// The condition or the date of an event.
    Event,
    /// How often a step is repeated.
    Repetition,
    /// What a step costs.
    Fee,
    /// A value in a script, or what the script writes.
    Script,
    /// What a base service answers.
    Service,
    /// What a decision table looks at.
    DecisionInput,
    /// What a decision table writes.
    DecisionOutput,
    /// A rule of a decision table.
    DecisionRule,
    /// A letter.
    Letter,
    /// The limit of a field.
    Limit,
    /// The usual value of a setting.
    Setting,
    /// A test case.
    TestCase,
}

/// One use of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Usage {
    /// What is done with it.
    pub how: Use,
    /// The element that does it.
    pub at: Subject,
    /// In what part of the element.
    pub spot: Spot,
}

/// The uses of all fields of a document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Usages {
    fields: BTreeMap<DataFieldId, Vec<Usage>>,
    asked: BTreeSet<DataFieldId>,
    used: BTreeSet<DataFieldId>,
}

impl Usages {
    /// Finds the uses of all fields.
    pub fn of(document: &Document) -> Self {
        let mut reader = Reader { paths: Paths::of(document), found: BTreeMap::new() };
        document.nodes.values().for_each(|node| reader.node(node));
        document.flows.values().for_each(|flow| reader.text(Subject::Flow(flow.id), Spot::Condition, Use::Decided, &flow.condition));
        document.forms.values().for_each(|form| reader.form(form));
        document.decision_tables.values().for_each(|table| reader.table(table));
        for letter in document.document_templates.values() {
            for text in [&letter.subject, &letter.body] {
                let named = reader.paths.references_in_letter(text);
                reader.note(Subject::DocumentTemplate(letter.id), Spot::Letter, Use::Read, &named);
            }
        }
        for field in document.fields.values() {
            for limit in [&field.constraints.minimum, &field.constraints.maximum] {
                reader.text(Subject::DataField(field.id), Spot::Limit, Use::Read, limit);
            }
        }
        document
            .settings
            .values()
            .for_each(|setting| reader.text(Subject::Setting(setting.id), Spot::Setting, Use::Read, &setting.default_value));
        reader.test_cases(document);
        Self::collected(document, reader.found)
    }

    fn collected(document: &Document, found: BTreeMap<DataFieldId, BTreeSet<Usage>>) -> Self {
        let with = |is_it: fn(&Usage) -> bool| found.iter().filter(|(_, uses)| uses.iter().any(is_it)).map(|(field, _)| *field).collect();
        let asked = with_containers(document, with(|usage| usage.how == Use::Asked));
        let used = with_containers(document, with(|usage| usage.how != Use::Tested));
        Self { fields: found.into_iter().map(|(field, uses)| (field, uses.into_iter().collect())).collect(), asked, used }
    }

    /// The uses of a field itself, by what is done with it.
    pub fn of_field(&self, field: DataFieldId) -> &[Usage] {
        self.fields.get(&field).map_or(&[], Vec::as_slice)
    }

    /// Whether a form asks for it, or for anything in it.
    pub fn is_asked(&self, field: DataFieldId) -> bool {
        self.asked.contains(&field)
    }

    /// Whether anything uses it, or anything in it. Test cases do not count.
    pub fn is_used(&self, field: DataFieldId) -> bool {
        self.used.contains(&field)
    }
}

/// These fields and those that hold an object with one of them.
fn with_containers(document: &Document, mut fields: BTreeSet<DataFieldId>) -> BTreeSet<DataFieldId> {
    let mut holders: BTreeMap<ObjectTypeId, Vec<DataFieldId>> = BTreeMap::new();
    for field in document.fields.values() {
        if let Some(object) = field.kind.object() {
            holders.entry(object).or_default().push(field.id);
        }
    }
    let mut open: Vec<DataFieldId> = fields.iter().copied().collect();
    while let Some(field) = open.pop() {
        let object = document.fields.get(field).map(|field| field.object);
        let round = object.and_then(|object| holders.get(&object)).into_iter().flatten().copied();
        open.extend(round.filter(|holder| fields.insert(*holder)));
    }
    fields
}

struct Reader<'a> {
    paths: Paths<'a>,
    found: BTreeMap<DataFieldId, BTreeSet<Usage>>,
}

impl Reader<'_> {
    fn text(&mut self, at: Subject, spot: Spot, how: Use, text: &str) {
        if !text.trim().is_empty() {
            let named = self.paths.references(text);
            self.note(at, spot, how, &named);
        }
    }

    /// Fields at the end of a path are used; those on the way to them only hold them.
    fn note(&mut self, at: Subject, spot: Spot, how: Use, named: &[Reference]) {
        for reference in named.iter().filter(|reference| reference.is_end) {
            if let Target::Field(field) = reference.target {
                self.field(field, Usage { how, at, spot });
            }
        }
    }

    fn field(&mut self, field: DataFieldId, usage: Usage) {
        self.found.entry(field).or_default().insert(usage);
    }

    fn assignments(&mut self, at: Subject, spot: Spot, assignments: &[Assignment]) {
        for assignment in assignments {
            self.text(at, spot, Use::Written, &assignment.target);
            self.text(at, spot, Use::Read, &assignment.value);
        }
    }

    fn node(&mut self, node: &FlowNode) {
        let at = Subject::Node(node.id);
        match node.kind.event() {
            Some(Event::Conditional(condition)) => self.text(at, Spot::Event, Use::Decided, condition),
            Some(Event::Timer(Timer::Date(date))) => self.text(at, Spot::Event, Use::Read, date),
            _ => {}
        }
        if let NodeKind::ScriptTask(assignments) = &node.kind {
            self.assignments(at, Spot::Script, assignments);
        }
        match &node.repetition {
            Repetition::Once => {}
            Repetition::Loop { condition, .. } => self.text(at, Spot::Repetition, Use::Decided, condition),
            Repetition::MultiInstance { collection, completion_condition, .. } => {
                self.text(at, Spot::Repetition, Use::Read, collection);
                self.text(at, Spot::Repetition, Use::Decided, completion_condition);
            }
        }
        if let Some(Fee::Computed(amount)) = &node.details.fee {
            self.text(at, Spot::Fee, Use::Read, amount);
        }
        if let Some(service) = &node.details.service {
            self.assignments(at, Spot::Service, &service.answer);
        }
    }

    fn form(&mut self, form: &Form) {
        for page in &form.pages {
            self.text(Subject::FormElement(form.id, page.id), Spot::Visibility, Use::Decided, &page.visible_when);
        }
        for element in form.elements() {
            self.element(Subject::FormElement(form.id, element.id), element);
        }
        for rule in &form.rules {
            self.text(Subject::FormElement(form.id, rule.id), Spot::Rule, Use::Decided, &rule.when);
        }
    }

    fn element(&mut self, at: Subject, element: &FormElement) {
        self.text(at, Spot::Visibility, Use::Decided, &element.visible_when);
        match &element.kind {
            ElementKind::Field(field) => self.form_field(at, field),
            ElementKind::Group(group) => {
                if let Some(list) = group.repeat.as_ref().and_then(|repeat| repeat.list.last()) {
                    self.field(list, Usage { how: Use::Asked, at, spot: Spot::Repeat });
                }
            }
            _ => {}
        }
    }

    fn form_field(&mut self, at: Subject, field: &FormField) {
        if let Some(shown) = field.data.last() {
            let (how, spot) = if field.is_read_only { (Use::Read, Spot::Display) } else { (Use::Asked, Spot::Question) };
            self.field(shown, Usage { how, at, spot });
        }
        self.text(at, Spot::Requirement, Use::Decided, &field.required_when);
        self.text(at, Spot::Prefill, Use::Read, &field.prefill);
        for rule in &field.rules {
            self.text(at, Spot::Rule, Use::Decided, &rule.condition);
        }
    }

    fn table(&mut self, table: &DecisionTable) {
        let at = Subject::DecisionTable(table.id);
        for input in &table.inputs {
            self.text(at, Spot::DecisionInput, Use::Decided, &input.expression);
        }
        for output in &table.outputs {
            self.text(at, Spot::DecisionOutput, Use::Written, &output.target);
        }
        for rule in &table.rules {
            rule.tests.iter().for_each(|test| self.text(at, Spot::DecisionRule, Use::Decided, test));
            rule.results.iter().for_each(|result| self.text(at, Spot::DecisionRule, Use::Read, result));
        }
    }

    fn test_cases(&mut self, document: &Document) {
        for case in document.test_cases.values() {
            let at = Subject::TestCase(case.id);
            for entry in case.steps.iter().flat_map(TestStep::entries) {
                self.text(at, Spot::TestCase, Use::Tested, &entry.target);
                self.text(at, Spot::TestCase, Use::Tested, &entry.value);
            }
            for expectation in &case.expectations {
                if let Expectation::Holds(condition) = expectation {
                    self.text(at, Spot::TestCase, Use::Tested, condition);
                }
            }
        }
    }
}
