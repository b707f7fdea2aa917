//! A form made ready to be filled in: paths, codes and patterns looked up, expressions parsed, once for each version of the form.

use super::format;
use super::formula::Formula;
use crate::expr::Names;
use crate::model::{
    CodeEntry, Constraints, DataField, DataPath, Document, ElementKind, FieldGroup, FieldKind, Form, FormElement, FormElementId, FormField,
    FormId, HintKind, Repeat,
};
use regex::{Regex, RegexBuilder};
use std::sync::Arc;

/// Largest compiled pattern, in bytes, so that a pattern such as `(a{1000}){1000}` cannot take all memory.
const LARGEST_PATTERN: usize = 1 << 20;

/// A form ready to be filled in.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Which form.
    pub form: FormId,
    /// Its title.
    pub title: Arc<str>,
    /// What it is for.
    pub description: Arc<str>,
    pub(super) pages: Vec<PagePlan>,
    source: Document,
}

#[derive(Clone, Debug)]
pub(super) struct PagePlan {
    pub id: FormElementId,
    pub title: Arc<str>,
    pub visible_when: Formula,
    pub elements: Vec<ElementPlan>,
}

#[derive(Clone, Debug)]
pub(super) struct ElementPlan {
    pub id: FormElementId,
    pub width: u8,
    pub visible_when: Formula,
    pub kind: KindPlan,
}

#[derive(Clone, Debug)]
pub(super) enum KindPlan {
    Field(Arc<FieldPlan>),
    Group { title: Arc<str>, elements: Vec<ElementPlan> },
    Repeat(Arc<RepeatPlan>),
    Heading(Arc<str>),
    Text(Arc<str>),
    Hint(HintKind, Arc<str>),
}

/// A field to fill in.
#[derive(Debug)]
pub struct FieldPlan {
    /// Label above it.
    pub label: String,
    /// Help below it.
    pub help: String,
    /// What kind of value it takes.
    pub kind: FieldKind,
    /// Codes to choose from.
    pub codes: Vec<CodeEntry>,
    /// Whether it only shows a value.
    pub is_read_only: bool,
    /// What the data field demands.
    pub constraints: Constraints,
    /// Keys from the case object inwards; inside a repeatable group from its entry inwards.
    pub(super) keys: Vec<Arc<str>>,
    pub(super) is_required: bool,
    pub(super) required_when: Formula,
    pub(super) prefill: Formula,
    pub(super) rules: Vec<(Formula, String)>,
    pub(super) minimum: Formula,
    pub(super) maximum: Formula,
    pub(super) pattern: Option<Regex>,
}

impl FieldPlan {
    /// Whether a yes/no field is a question that must be answered either way. Otherwise it is a box that may stay unticked, which
    /// means no.
    pub fn is_question(&self) -> bool {
        self.is_required || self.required_when.is_given()
    }
}

/// A group that can be filled in several times.
#[derive(Debug)]
pub struct RepeatPlan {
    /// Title above each entry.
    pub title: String,
    /// Least number of entries.
    pub least: u32,
    /// Greatest number of entries.
    pub most: Option<u32>,
    pub(super) keys: Vec<Arc<str>>,
    /// Name by which expressions inside reach the entry: the key of the list's object type.
    pub(super) entry_name: Arc<str>,
    pub(super) elements: Vec<ElementPlan>,
}

impl Plan {
    /// Makes a form of the document ready; `None` if it has no such form.
    pub fn of(document: &Document, form: FormId) -> Option<Self> {
        let source = document.forms.get(form)?;
        let names = names_of(document);
        let planner = Planner { document, names: &names };
        Some(Self {
            form,
            title: Arc::from(source.name.as_str()),
            description: Arc::from(source.description.as_str()),
            pages: planner.pages(source),
            source: document.clone(),
        })
    }

    /// Whether nothing that the plan rests on differs in this document. Cheap; ask before making a new plan.
    pub fn is_current(&self, document: &Document) -> bool {
        let old = &self.source;
        let same_form = old.forms.shared(self.form).zip(document.forms.shared(self.form)).is_some_and(|(old, new)| Arc::ptr_eq(old, new));
        same_form
            && old.fields.same_as(&document.fields)
            && old.objects.same_as(&document.objects)
            && old.code_lists.same_as(&document.code_lists)
            && old.settings.same_as(&document.settings)
    }
}

/// All names of several words that expressions may use.
fn names_of(document: &Document) -> Names {
    let objects = document.objects.values().map(|object| &object.key);
    let fields = document.fields.values().map(|field| &field.key);
    let settings = document.settings.values().map(|setting| &setting.key);
    objects.chain(fields).chain(settings).collect()
}

struct Planner<'a> {
    document: &'a Document,
    names: &'a Names,
}

impl Planner<'_> {
    fn pages(&self, form: &Form) -> Vec<PagePlan> {
        let plan = |page: &crate::model::Page| PagePlan {
            id: page.id,
            title: Arc::from(page.title.as_str()),
            visible_when: self.formula(&page.visible_when),
            elements: self.elements(&page.elements, &[]),
        };
        form.pages.iter().map(plan).collect()
    }

    /// Elements inside the repeatable group of this list (empty: outside of all). Fields whose data lie elsewhere are shown, but
    /// have no keys and give nothing.
    fn elements(&self, elements: &[FormElement], list: &[crate::model::DataFieldId]) -> Vec<ElementPlan> {
        let plan = |element: &FormElement| {
            let kind = match &element.kind {
                ElementKind::Field(field) => KindPlan::Field(Arc::new(self.field(field, list)?)),
                ElementKind::Group(FieldGroup { title, repeat: Some(repeat), elements, .. }) => {
                    KindPlan::Repeat(Arc::new(self.repeat(title, repeat, elements, list)?))
                }
                ElementKind::Group(group) => {
                    KindPlan::Group { title: Arc::from(group.title.as_str()), elements: self.elements(&group.elements, list) }
                }
                ElementKind::Heading(text) => KindPlan::Heading(Arc::from(text.as_str())),
                ElementKind::StaticText(text) => KindPlan::Text(Arc::from(text.as_str())),
                ElementKind::Hint { kind, text } => KindPlan::Hint(*kind, Arc::from(text.as_str())),
            };
            Some(ElementPlan { id: element.id, width: element.width.clamp(1, 12), visible_when: self.formula(&element.visible_when), kind })
        };
        elements.iter().filter_map(plan).collect()
    }

    fn field(&self, field: &FormField, list: &[crate::model::DataFieldId]) -> Option<FieldPlan> {
        let data = self.document.fields.get(field.data.last()?)?;
        let constraints = data.constraints.clone();
        Some(FieldPlan {
            label: if field.label.is_empty() { data.name.clone() } else { field.label.clone() },
            help: field.help.clone(),
            kind: data.kind,
            codes: format::codes_of(self.document, data.kind).to_vec(),
            is_read_only: field.is_read_only,
            keys: self.keys(&field.data, list).unwrap_or_default(),
            is_required: field.is_required,
            required_when: self.formula(&field.required_when),
            prefill: self.formula(&field.prefill),
            rules: field.rules.iter().map(|rule| (self.formula(&rule.condition), rule.message.clone())).collect(),
            minimum: self.formula(&constraints.minimum),
            maximum: self.formula(&constraints.maximum),
            pattern: pattern(data),
            constraints,
        })
    }

    fn repeat(&self, title: &str, repeat: &Repeat, elements: &[FormElement], list: &[crate::model::DataFieldId]) -> Option<RepeatPlan> {
        let data = self.document.fields.get(repeat.list.last()?)?;
        let object = self.document.objects.get(data.kind.object()?)?;
        let least = repeat.least.max(data.constraints.min_items.unwrap_or(0));
        let most = [repeat.most, data.constraints.max_items].into_iter().flatten().min();
        Some(RepeatPlan {
            title: title.to_owned(),
            least: most.map_or(least, |most| least.min(most)),
            most,
            keys: self.keys(&repeat.list, list).unwrap_or_default(),
            entry_name: Arc::from(object.key.as_str()),
            elements: self.elements(elements, &repeat.list.0),
        })
    }

    /// Keys of a path from the innermost entry, or from the case object.
    fn keys(&self, path: &DataPath, list: &[crate::model::DataFieldId]) -> Option<Vec<Arc<str>>> {
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

    fn formula(&self, text: &str) -> Formula {
        Formula::parse(text, self.names)
    }
}

/// The pattern of a data field, for whole texts; faulty ones demand nothing, `check` reports them.
fn pattern(field: &DataField) -> Option<Regex> {
    let pattern = &field.constraints.pattern;
    if pattern.is_empty() {
        return None;
    }
    RegexBuilder::new(&format!("^(?:{pattern})$")).size_limit(LARGEST_PATTERN).build().ok()
}
