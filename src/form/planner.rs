//! Makes the pages of one form ready.

use super::duties::{Duties, JointRule, Rules};
use super::formula::Formula;
use super::language::Words;
use super::plan::{ElementPlan, FieldPlan, KindPlan, PagePlan, RepeatPlan};
use crate::expr::Names;
use crate::model::{
    CodeEntry, CodeListId, DataField, DataFieldId, DataPath, Demand, Document, ElementKind, FieldGroup, FieldKind, Form, FormElement,
    FormElementId, FormField, Page, Repeat, Subject, TextPart,
};
use regex::{Regex, RegexBuilder};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Largest compiled pattern, in bytes, so that a pattern such as `(a{1000}){1000}` cannot take all memory.
const LARGEST_PATTERN: usize = 1 << 20;

/// Widest element of the grid.
const COLUMNS: u8 = 12;

pub(super) struct Planner<'a> {
    document: &'a Document,
    form: &'a Form,
    words: Words<'a>,
    names: &'a Names,
    /// Whether it stands before another form's own pages, to read only.
    is_shown: bool,
    rules: Rules,
    codes: BTreeMap<CodeListId, Arc<[CodeEntry]>>,
    patterns: BTreeMap<&'a str, Regex>,
}

impl<'a> Planner<'a> {
    pub fn new(document: &'a Document, form: &'a Form, words: Words<'a>, names: &'a Names, is_shown: bool) -> Self {
        let asked: Vec<&DataField> = form.fields().filter_map(|(_, field)| document.fields.get(field.data.last()?)).collect();
        let lists = asked.iter().filter_map(|data| document.code_lists.get(data.kind.code_list()?));
        let codes = lists.map(|list| (list.id, words.codes(list))).collect();
        let patterns = asked.iter().filter_map(|data| Some((data.constraints.pattern.as_str(), pattern(&data.constraints.pattern)?)));
        let patterns = patterns.collect();
        let rules = Rules::of(form, words, names, is_shown);
        Self { document, form, words, names, is_shown, rules, codes, patterns }
    }

    /// The form's pages.
    pub fn pages(&self) -> Vec<PagePlan> {
        self.form.pages.iter().map(|page| self.page(page)).collect()
    }

    /// Rules that look at several elements together, by the innermost repeatable group round all of them.
    pub fn joint_rules(self, around: &BTreeMap<FormElementId, Vec<FormElementId>>) -> BTreeMap<Option<FormElementId>, Vec<JointRule>> {
        self.rules.joint(around)
    }

    fn page(&self, page: &Page) -> PagePlan {
        PagePlan {
            id: page.id,
            title: Arc::from(self.say(page.id, TextPart::Name, &page.title)),
            kind: page.kind,
            is_read_only: self.is_shown,
            duties: self.duties(page.id, &page.visible_when),
            elements: self.elements(&page.elements, &[]),
        }
    }

    /// Elements inside the repeatable group of this list (empty: outside of all). Fields whose data lie elsewhere are shown, but
    /// have no keys and give nothing.
    fn elements(&self, elements: &[FormElement], list: &[DataFieldId]) -> Vec<ElementPlan> {
        let plan = |element: &FormElement| {
            let text = |german: &str| Arc::from(self.say(element.id, TextPart::Text, german));
            let kind = match &element.kind {
                ElementKind::Field(field) => KindPlan::Field(Arc::new(self.field(element.id, field, list)?)),
                ElementKind::Group(group) => self.group(element.id, group, list)?,
                ElementKind::Heading(german) => KindPlan::Heading(text(german)),
                ElementKind::StaticText(german) => KindPlan::Text(text(german)),
                ElementKind::Hint { kind, text: german } => KindPlan::Hint(*kind, text(german)),
            };
            let duties = self.duties(element.id, &element.visible_when);
            Some(ElementPlan { id: element.id, widths: widths(element), duties, kind })
        };
        elements.iter().filter_map(plan).collect()
    }

    fn group(&self, id: FormElementId, group: &FieldGroup, list: &[DataFieldId]) -> Option<KindPlan> {
        let title = self.say(id, TextPart::Name, &group.title);
        let help = self.say(id, TextPart::Help, &group.help);
        Some(match &group.repeat {
            Some(repeat) => {
                let plan = self.repeat(repeat, &group.elements, list)?;
                KindPlan::Repeat(Arc::new(RepeatPlan { title, help, ..plan }))
            }
            None => KindPlan::Group { title: Arc::from(title), help: Arc::from(help), elements: self.elements(&group.elements, list) },
        })
    }

    fn field(&self, id: FormElementId, field: &FormField, list: &[DataFieldId]) -> Option<FieldPlan> {
        let data = self.document.fields.get(field.data.last()?)?;
        let mut constraints = data.constraints.clone();
        constraints.pattern_message =
            self.words.say(Subject::DataField(data.id), TextPart::PatternMessage, &data.constraints.pattern_message);
        let required_when = self.formula(&field.required_when);
        let is_question = field.is_required || required_when.is_given() || self.rules.demands(id);
        let rules = field
            .rules
            .iter()
            .zip(0..)
            .map(|(rule, index)| (self.formula(&rule.condition), self.say(id, TextPart::RuleMessage(index), &rule.message)));
        Some(FieldPlan {
            label: self.label(id, field, data),
            help: self.say(id, TextPart::Help, &field.help),
            kind: data.kind,
            codes: data.kind.code_list().and_then(|list| self.codes.get(&list).cloned()).unwrap_or_default(),
            choice_style: field.choice_style,
            is_read_only: field.is_read_only || self.is_shown,
            account: field.account.filter(|_| !self.is_shown),
            demands: demands(data.kind, field),
            keys: self.keys(&field.data, list).unwrap_or_default(),
            is_required: field.is_required,
            is_question,
            required_when,
            prefill: if self.is_shown { Formula::default() } else { self.formula(&field.prefill) },
            rules: rules.collect(),
            minimum: self.formula(&constraints.minimum),
            maximum: self.formula(&constraints.maximum),
            pattern: self.patterns.get(constraints.pattern.as_str()).cloned(),
            constraints,
        })
    }

    fn label(&self, id: FormElementId, field: &FormField, data: &DataField) -> String {
        if field.label.is_empty() {
            self.words.say(Subject::DataField(data.id), TextPart::Name, &data.name)
        } else {
            self.say(id, TextPart::Label, &field.label)
        }
    }

    fn repeat(&self, repeat: &Repeat, elements: &[FormElement], list: &[DataFieldId]) -> Option<RepeatPlan> {
        let data = self.document.fields.get(repeat.list.last()?)?;
        let object = self.document.objects.get(data.kind.object()?)?;
        let least = if self.is_shown { 0 } else { repeat.least.max(data.constraints.min_items.unwrap_or(0)) };
        let most = [repeat.most, data.constraints.max_items].into_iter().flatten().min();
        Some(RepeatPlan {
            title: String::new(),
            help: String::new(),
            layout: repeat.layout,
            least: most.map_or(least, |most| least.min(most)),
            most,
            is_read_only: self.is_shown,
            keys: self.keys(&repeat.list, list).unwrap_or_default(),
            entry_name: Arc::from(object.key.as_str()),
            elements: self.elements(elements, &repeat.list.0),
        })
    }

    /// Keys of a path from the innermost entry, or from the case object.
    fn keys(&self, path: &DataPath, list: &[DataFieldId]) -> Option<Vec<Arc<str>>> {
        let inner = path.0.strip_prefix(list).filter(|inner| !inner.is_empty())?;
        let mut keys = Vec::with_capacity(inner.len() + 1);
        if list.is_empty() {
            let first = self.document.fields.get(*inner.first()?)?;
            keys.push(Arc::from(self.document.objects.get(first.object)?.key.as_str()));
        }
        for field in inner {
            keys.push(Arc::from(self.document.fields.get(*field)?.key.as_str()));
        }
        Some(keys)
    }

    fn duties(&self, id: FormElementId, visible_when: &str) -> Arc<Duties> {
        self.rules.duties(id, self.formula(visible_when))
    }

    fn formula(&self, text: &str) -> Formula {
        Formula::parse(text, self.names)
    }

    fn say(&self, element: FormElementId, part: TextPart, german: &str) -> String {
        self.words.say(Subject::FormElement(self.form.id, element), part, german)
    }
}

/// The repeatable groups round each element and page, outermost first.
pub(super) fn around(pages: &[PagePlan]) -> BTreeMap<FormElementId, Vec<FormElementId>> {
    fn walk(elements: &[ElementPlan], groups: &[FormElementId], found: &mut BTreeMap<FormElementId, Vec<FormElementId>>) {
        for element in elements {
            found.insert(element.id, groups.to_vec());
            match &element.kind {
                KindPlan::Group { elements, .. } => walk(elements, groups, found),
                KindPlan::Repeat(repeat) => walk(&repeat.elements, &[groups, &[element.id]].concat(), found),
                _ => {}
            }
        }
    }
    let mut found = BTreeMap::new();
    for page in pages {
        found.insert(page.id, Vec::new());
        walk(&page.elements, &[], &mut found);
    }
    found
}

/// Widths on wide, medium and narrow screens. By itself an element takes half or the whole of a medium screen and the whole of a narrow one.
fn widths(element: &FormElement) -> [u8; 3] {
    let medium = if element.width <= COLUMNS / 2 { COLUMNS / 2 } else { COLUMNS };
    let widths = [element.width, element.width_medium.unwrap_or(medium), element.width_narrow.unwrap_or(COLUMNS)];
    widths.map(|width| width.clamp(1, COLUMNS))
}

/// What is asked of each part of a composite kind.
fn demands(kind: FieldKind, field: &FormField) -> Vec<Demand> {
    kind.parts().iter().map(|part| field.demand(part).unwrap_or_else(|| usual_demand(kind, part))).collect()
}

/// What is usually asked of a part: of those without which the whole makes no sense (names, street and town, IBAN, file name) that they
/// are filled in.
pub fn usual_demand(kind: FieldKind, part: &str) -> Demand {
    let is_needed = match kind {
        FieldKind::Person => matches!(part, "vorname" | "nachname"),
        FieldKind::Address => matches!(part, "strasse" | "plz" | "ort"),
        FieldKind::BankAccount => matches!(part, "iban" | "kontoinhaber"),
        FieldKind::File => part == "name",
        _ => false,
    };
    if is_needed { Demand::Required } else { Demand::Optional }
}

/// A pattern for whole texts; faulty ones demand nothing, `check` reports them.
fn pattern(pattern: &str) -> Option<Regex> {
    if pattern.is_empty() {
        return None;
    }
    RegexBuilder::new(&format!("^(?:{pattern})$")).size_limit(LARGEST_PATTERN).build().ok()
}
