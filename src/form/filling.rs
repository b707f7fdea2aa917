//! A form being filled in.

use super::account::Account;
use super::fault::Finding;
use super::format;
use super::formula::Scope;
use super::judge::judge;
use super::overlay::list_data;
use super::place::Place;
use super::plan::{ElementPlan, FieldPlan, KindPlan, Plan};
use super::reading;
use super::settle::settle;
use super::sheet::{Sheet, entries_of};
use super::state::{ElementState, Inside, PageState};
use super::summary::{SummaryPart, summary};
use crate::expr::{Context, Date, DateTime, Value};
use crate::model::{Assignment, Demand, FormElementId};
use std::sync::Arc;

/// A form, the case's data, and what was typed so far. Everything else follows from these three and the time.
#[derive(Clone, Debug)]
pub struct Filling {
    plan: Arc<Plan>,
    sheet: Sheet,
    now: DateTime,
    account: Account,
    scope: Scope,
    pages: Vec<PageState>,
}

impl Filling {
    /// Begins to fill in a form. `case` holds the case objects by key, and the settings as `einstellungen`; `now` is what
    /// `today()` and `now()` say.
    pub fn new(plan: Arc<Plan>, case: Context, now: DateTime) -> Self {
        let scope = Scope::new(case.clone(), now.clone());
        let mut filling = Self { plan, sheet: Sheet::over(case), now, account: Account::default(), scope, pages: Vec::new() };
        filling.refresh();
        filling
    }

    /// The form.
    pub fn plan(&self) -> &Arc<Plan> {
        &self.plan
    }

    /// Goes on with a changed version of the form; what was typed stays where its element stays.
    pub fn change_plan(&mut self, plan: Arc<Plan>) {
        self.plan = plan;
        self.refresh();
    }

    /// Takes over what the applicant's account offers: fields that ask for it follow it until somebody types in them. An empty account is
    /// as if nobody had signed in.
    pub fn sign_in(&mut self, account: Account) {
        self.account = account;
        self.refresh();
    }

    /// What was filled in on the visible pages before the page of this index: what a summary page shows.
    pub fn summary(&self, page: usize) -> Vec<SummaryPart> {
        summary(&self.pages, page)
    }

    /// What is shown, in reading order, hidden things included.
    pub fn pages(&self) -> &[PageState] {
        &self.pages
    }

    /// The element of that place.
    pub fn element(&self, place: &Place) -> Option<&ElementState> {
        self.pages.iter().flat_map(|page| &page.elements).find_map(|element| element.find(place))
    }

    /// The day of `today()`.
    pub fn today(&self) -> Date {
        self.now.date
    }

    /// The case's data with what is typed laid over them: what expressions see.
    pub fn data(&self) -> &Context {
        &self.scope.names
    }

    /// Types into an input: `part` is 0, or that of a composite kind. `false` if there is no such input.
    pub fn type_text(&mut self, place: &Place, part: usize, text: &str) -> bool {
        let Some(ElementState { inside: Inside::Field(field), .. }) = self.element(place) else { return false };
        let mut texts = field.texts.clone();
        let is_asked = !field.plan.is_read_only && field.plan.demands.get(part) != Some(&Demand::Absent);
        let Some(own) = texts.get_mut(part).filter(|_| is_asked) else { return false };
        text.clone_into(own);
        self.keep(place, texts)
    }

    /// Fills a field in with a value, as if it were typed. `false` if there is no such field.
    pub fn put(&mut self, place: &Place, value: &Value) -> bool {
        let Some(ElementState { inside: Inside::Field(field), .. }) = self.element(place) else { return false };
        let texts = typed_from(&field.plan, value);
        self.keep(place, texts)
    }

    /// Fills in what lies at a path of the data (`antrag.hunde`): a field, a part of a composite field, all entries of a repeatable
    /// group, or, with a context, several at once. `false` if the form asks for none of it.
    pub fn put_path(&mut self, path: &str, value: &Value) -> bool {
        let plan = Arc::clone(&self.plan);
        let keys: Vec<&str> = path.split('.').collect();
        let has_put = self.put_keys(&plan, &keys, value);
        self.refresh();
        has_put
    }

    fn put_keys(&mut self, plan: &Plan, keys: &[&str], value: &Value) -> bool {
        let elements = || plan.pages.iter().filter(|page| !page.is_read_only).flat_map(|page| &page.elements);
        if let Some((id, target)) = elements().find_map(|element| at_keys(element, keys)) {
            match target {
                Target::Field(field) => drop(self.sheet.typed.insert(id, typed_from(field, value))),
                Target::Part(field, part) => {
                    let blank = || vec![String::new(); format::parts_of(field.kind)];
                    let now = self.element(&Place::of(id)).and_then(|element| element.inside.texts().map(<[String]>::to_vec));
                    let texts = self.sheet.typed.entry(id).or_insert_with(|| now.unwrap_or_else(blank));
                    if let Some(text) = texts.get_mut(part) {
                        *text = if value.is_null() { String::new() } else { format::plain(value) };
                    }
                }
                Target::Entries => drop(self.sheet.groups.insert(id, entries_of(value))),
            }
            return true;
        }
        let Value::Context(context) = value else { return false };
        let put_entry = |has_put: bool, (key, value): &(Arc<str>, Value)| {
            let inner: Vec<&str> = keys.iter().copied().chain([&**key]).collect();
            self.put_keys(plan, &inner, value) || has_put
        };
        context.entries().iter().fold(false, put_entry)
    }

    /// Adds an empty entry at the end of a repeatable group. `false` if there is no such group or no place in it.
    pub fn add_entry(&mut self, place: &Place) -> bool {
        let can_add = matches!(self.element(place), Some(ElementState { inside: Inside::Repeat(repeat), .. }) if repeat.can_add());
        can_add && self.change_entries(place, |entries| entries.push(Sheet::default()))
    }

    /// Takes an entry out of a repeatable group. `false` if there is no such entry or it must stay.
    pub fn remove_entry(&mut self, place: &Place, index: usize) -> bool {
        let is_there = |count: usize| index < count;
        let can_remove = matches!(self.element(place), Some(ElementState { inside: Inside::Repeat(repeat), .. })
            if repeat.can_remove() && is_there(repeat.entries.len()));
        can_remove && self.change_entries(place, |entries| drop(entries.remove(index)))
    }

    /// All faults of what is visible, in reading order; empty if the form can be sent.
    pub fn validate(&self) -> Vec<Finding> {
        self.pages.iter().flat_map(PageState::findings).collect()
    }

    /// The faults of one page; none while it is hidden.
    pub fn validate_page(&self, page: FormElementId) -> Vec<Finding> {
        self.pages.iter().filter(|candidate| candidate.id == page).flat_map(PageState::findings).collect()
    }

    /// What the form changes in the case: paths and values, in reading order. A repeatable group gives its whole list; a field that
    /// was emptied gives null. What is hidden, cannot be read, or is as the case has it gives nothing.
    pub fn changes(&self) -> Vec<(String, Value)> {
        let mut found = Vec::new();
        for page in self.pages.iter().filter(|page| page.is_visible && !page.is_read_only) {
            changes(&page.elements, &mut found);
        }
        found
    }

    /// The [`changes`](Self::changes) as assignments: what a test case keeps.
    pub fn entries(&self) -> Vec<Assignment> {
        self.changes().into_iter().map(|(target, value)| Assignment { target, value: value.to_feel() }).collect()
    }

    fn keep(&mut self, place: &Place, texts: Vec<String>) -> bool {
        let Some(sheet) = self.sheet_around(place) else { return false };
        sheet.typed.insert(place.element, texts);
        self.refresh();
        true
    }

    fn change_entries(&mut self, place: &Place, change: impl FnOnce(&mut Vec<Sheet>)) -> bool {
        let Some(entries) = self.sheet_around(place).and_then(|sheet| sheet.groups.get_mut(&place.element)) else { return false };
        change(entries);
        self.refresh();
        true
    }

    fn sheet_around(&mut self, place: &Place) -> Option<&mut Sheet> {
        self.sheet.around(self.plan.around.get(&place.element)?, place)
    }

    fn refresh(&mut self) {
        self.plan.pages.iter().for_each(|page| self.sheet.open_groups(&page.elements));
        self.pages = reading::pages(&self.plan, &self.sheet, self.now.date);
        self.scope = settle(&mut self.pages, &self.sheet.held, &self.account, &self.now);
        judge(&self.plan, &mut self.pages, &self.scope);
    }
}

/// The texts for a value; one that the kind cannot hold stands there as it is, and is found at fault when read.
fn typed_from(plan: &FieldPlan, value: &Value) -> Vec<String> {
    format::input(plan.kind, value).unwrap_or_else(|| {
        let mut texts = vec![String::new(); format::parts_of(plan.kind)];
        if let Some(first) = texts.first_mut() {
            *first = format::plain(value);
        }
        texts
    })
}

enum Target<'a> {
    Field(&'a FieldPlan),
    Part(&'a FieldPlan, usize),
    Entries,
}

/// The element outside repeatable groups whose data lie at these keys.
fn at_keys<'a>(element: &'a ElementPlan, keys: &[&str]) -> Option<(FormElementId, Target<'a>)> {
    let is_at = |own: &[Arc<str>], keys: &[&str]| own.iter().map(|key| &**key).eq(keys.iter().copied());
    match &element.kind {
        KindPlan::Field(field) if is_at(&field.keys, keys) => Some((element.id, Target::Field(field))),
        KindPlan::Field(field) => {
            let (last, outer) = keys.split_last()?;
            let part = field.kind.parts().iter().position(|part| part == last)?;
            is_at(&field.keys, outer).then_some((element.id, Target::Part(field, part)))
        }
        KindPlan::Repeat(repeat) if is_at(&repeat.keys, keys) => Some((element.id, Target::Entries)),
        KindPlan::Group { elements, .. } => elements.iter().find_map(|element| at_keys(element, keys)),
        _ => None,
    }
}

fn changes(elements: &[ElementState], found: &mut Vec<(String, Value)>) {
    for element in elements.iter().filter(|element| element.is_visible) {
        match &element.inside {
            Inside::Field(field) => {
                let is_given = !field.plan.is_read_only || field.plan.is_prefilled();
                if is_given && !field.plan.keys.is_empty() && field.misread.is_empty() && !field.value.is(&field.held) {
                    found.push((field.plan.keys.join("."), field.value.clone()));
                }
            }
            Inside::Group { elements, .. } => changes(elements, found),
            Inside::Repeat(repeat) => {
                let list = list_data(&repeat.entries);
                let is_as_before = list.is(&repeat.held) || (repeat.entries.is_empty() && repeat.held.is_null());
                if !is_as_before && !repeat.plan.keys.is_empty() {
                    found.push((repeat.plan.keys.join("."), list));
                }
            }
            Inside::Heading(_) | Inside::Text(_) | Inside::Hint { .. } => {}
        }
    }
}
