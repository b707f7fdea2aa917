//! A form made ready to be filled in: paths, codes and patterns looked up, expressions parsed, once for each version of the form.

use super::duties::{Duties, JointRule};
use super::formula::Formula;
use super::language::Words;
use super::planner::{Planner, around};
use crate::expr::Names;
use crate::model::{
    AccountAttribute, ChoiceStyle, CodeEntry, Constraints, Demand, Document, FieldKind, Form, FormElementId, FormId, HintKind, LanguageId,
    PageKind, RepeatLayout,
};
use regex::Regex;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A form ready to be filled in, in one language.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Which form.
    pub form: FormId,
    /// In which language besides German; `None`: in German.
    pub language: Option<LanguageId>,
    /// Its title.
    pub title: Arc<str>,
    /// What it is for.
    pub description: Arc<str>,
    pub(super) pages: Vec<PagePlan>,
    /// Rules that look at several elements together, by the innermost repeatable group round all of them.
    pub(super) joint: BTreeMap<Option<FormElementId>, Vec<JointRule>>,
    /// The repeatable groups round each element, outermost first.
    pub(super) around: BTreeMap<FormElementId, Vec<FormElementId>>,
    source: Document,
}

#[derive(Clone, Debug)]
pub(super) struct PagePlan {
    pub id: FormElementId,
    pub title: Arc<str>,
    pub kind: PageKind,
    pub is_read_only: bool,
    pub duties: Arc<Duties>,
    pub elements: Vec<ElementPlan>,
}

#[derive(Clone, Debug)]
pub(super) struct ElementPlan {
    pub id: FormElementId,
    pub widths: [u8; 3],
    pub duties: Arc<Duties>,
    pub kind: KindPlan,
}

#[derive(Clone, Debug)]
pub(super) enum KindPlan {
    Field(Arc<FieldPlan>),
    Group { title: Arc<str>, help: Arc<str>, elements: Vec<ElementPlan> },
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
    pub codes: Arc<[CodeEntry]>,
    /// How a choice is offered.
    pub choice_style: ChoiceStyle,
    /// Whether it only shows a value.
    pub is_read_only: bool,
    /// What the applicant's account offers for it.
    pub account: Option<AccountAttribute>,
    /// What is asked of each part of a composite kind, as in [`FieldKind::parts`]; empty for simple kinds.
    pub demands: Vec<Demand>,
    /// What the data field demands.
    pub constraints: Constraints,
    /// Keys from the case object inwards; inside a repeatable group from its entry inwards.
    pub(super) keys: Vec<Arc<str>>,
    pub(super) is_required: bool,
    pub(super) is_question: bool,
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
        self.is_question
    }

    /// Keys of its data from the case object inwards, or from the innermost entry; none if the form gives nothing for it.
    pub fn keys(&self) -> &[Arc<str>] {
        &self.keys
    }

    /// Whether a value comes by itself: from the account or by an expression.
    pub fn is_prefilled(&self) -> bool {
        self.prefill.is_given() || self.account.is_some()
    }

    /// The first part that is asked for; 0 for simple kinds.
    pub fn first_part(&self) -> usize {
        self.demands.iter().position(|demand| *demand != Demand::Absent).unwrap_or(0)
    }

    /// What is missing while nothing is filled in: the parts without which the whole makes no sense, or the first that is asked for.
    pub fn needed_parts(&self) -> Vec<usize> {
        let required = self.demands.iter().enumerate().filter(|(_, demand)| **demand == Demand::Required);
        let needed: Vec<usize> = required.map(|(part, _)| part).collect();
        if needed.is_empty() { vec![self.first_part()] } else { needed }
    }
}

/// A group that can be filled in several times.
#[derive(Debug)]
pub struct RepeatPlan {
    /// Title above each entry.
    pub title: String,
    /// Help below the title.
    pub help: String,
    /// How the entries stand.
    pub layout: RepeatLayout,
    /// Least number of entries.
    pub least: u32,
    /// Greatest number of entries.
    pub most: Option<u32>,
    /// Whether entries can neither be added nor taken out.
    pub is_read_only: bool,
    pub(super) keys: Vec<Arc<str>>,
    /// Name by which expressions inside reach the entry: the key of the list's object type.
    pub(super) entry_name: Arc<str>,
    pub(super) elements: Vec<ElementPlan>,
}

impl RepeatPlan {
    /// Keys of its list from the case object inwards, or from the innermost entry; none if the form gives nothing for it.
    pub fn keys(&self) -> &[Arc<str>] {
        &self.keys
    }
}

impl Plan {
    /// Makes a form of the document ready, in German; `None` if it has no such form. The pages of the form that it shows come first, to
    /// read only.
    pub fn of(document: &Document, form: FormId) -> Option<Self> {
        Self::make(document, form, None)
    }

    /// Makes a form ready in another language; what is not translated stands there in German. `None` if there is no such form or language.
    pub fn in_language(document: &Document, form: FormId, language: LanguageId) -> Option<Self> {
        document.languages.contains(language).then(|| Self::make(document, form, Some(language)))?
    }

    fn make(document: &Document, form: FormId, language: Option<LanguageId>) -> Option<Self> {
        let own = document.forms.get(form)?;
        let names = names_of(document);
        let words = Words::of(document, language);
        let shown = shown_forms(document, own);
        let mut pages: Vec<PagePlan> =
            shown.iter().flat_map(|source| Planner::new(document, source, words, &names, true).pages()).collect();
        let planner = Planner::new(document, own, words, &names, false);
        pages.append(&mut planner.pages());
        let around = around(&pages);
        Some(Self {
            form,
            language,
            title: Arc::from(words.form_name(own)),
            description: Arc::from(words.form_description(own)),
            joint: planner.joint_rules(&around),
            pages,
            around,
            source: document.clone(),
        })
    }

    /// Whether nothing that the plan rests on differs in this document. Cheap; ask before making a new plan.
    pub fn is_current(&self, document: &Document) -> bool {
        let old = &self.source;
        let is_same_form =
            |form: FormId| old.forms.shared(form).zip(document.forms.shared(form)).is_some_and(|(old, new)| Arc::ptr_eq(old, new));
        let is_same_language = |language| old.languages.get(language) == document.languages.get(language);
        let shown = old.forms.get(self.form).map(|own| shown_forms(old, own)).unwrap_or_default();
        is_same_form(self.form)
            && shown.iter().all(|form| is_same_form(form.id))
            && self.language.is_none_or(is_same_language)
            && old.fields.same_as(&document.fields)
            && old.objects.same_as(&document.objects)
            && old.code_lists.same_as(&document.code_lists)
            && old.settings.same_as(&document.settings)
    }
}

/// The forms whose pages stand before a form's own, in the order in which they stand. Forms that show each other in a circle stand there
/// once.
pub fn shown_forms<'a>(document: &'a Document, form: &Form) -> Vec<&'a Form> {
    let mut found: Vec<&Form> = Vec::new();
    let mut next = form.shows;
    while let Some(shown) = next.and_then(|id| document.forms.get(id)) {
        if shown.id == form.id || found.iter().any(|seen| seen.id == shown.id) {
            break;
        }
        found.push(shown);
        next = shown.shows;
    }
    found.reverse();
    found
}

/// All names of several words that expressions may use.
fn names_of(document: &Document) -> Names {
    let objects = document.objects.values().map(|object| &object.key);
    let fields = document.fields.values().map(|field| &field.key);
    let settings = document.settings.values().map(|setting| &setting.key);
    objects.chain(fields).chain(settings).collect()
}
