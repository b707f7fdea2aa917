//! A rule across the fields of a form as one FEEL expression that is true when the rule is kept.

use super::frame::Frame;
use crate::expr::{Names, parse};
use crate::model::{
    Consequence, DataFieldId, DataPath, Document, ElementKind, FieldKind, Form, FormElement, FormElementId, FormField, FormRule,
};
use crate::scope;

/// The rule as an expression over the case, inside a repeatable group over its entry: true where it is kept, false where it is broken,
/// whatever is missing. As in the form itself, a target that is not shown or only shows a value is not asked for.
///
/// `None` where nothing can be broken: the rule stands in words only, says what is shown, has no target, or its condition cannot be read.
pub fn feel(rule: &FormRule, form: &Form, document: &Document) -> Option<String> {
    let names = scope::names(document);
    let is_readable = |text: &str| text.trim().is_empty() || parse(text, &names).is_ok();
    if !is_readable(&rule.when) {
        return None;
    }
    let writer = Writer { document, form, frame: Frame::of(document, form, &rule.targets), names: &names };
    let targets: Vec<Target> = rule.targets.iter().filter_map(|id| writer.target(*id)).collect();
    if targets.is_empty() {
        return None;
    }
    let when = rule.when.trim();
    let each = |demand: &dyn Fn(&Target) -> String| {
        let parts: Vec<String> = targets.iter().map(|target| implied(&[when, &target.shown], &demand(target))).collect();
        parts.join(" and ")
    };
    let filled = |target: &Target| target.filled.clone();
    let empty = |target: &Target| denied(&target.filled);
    Some(match rule.then? {
        Consequence::Required => each(&filled),
        Consequence::NotAllowed => each(&empty),
        Consequence::RequiredElseNotAllowed if when.is_empty() => each(&filled),
        Consequence::RequiredElseNotAllowed => {
            let parts = targets
                .iter()
                .map(|target| implied(&[&target.shown], &format!("(if {when} then {} else {})", target.filled, denied(&target.filled))));
            parts.collect::<Vec<_>>().join(" and ")
        }
        Consequence::AtLeastOne => implied(&[when, &any_shown(&targets)], &joined(targets.iter().map(Target::seen), " or ")),
        Consequence::ExactlyOne => {
            let seen: Vec<String> = targets.iter().map(Target::seen).collect();
            implied(&[when, &any_shown(&targets)], &format!("count([{}][item]) = 1", seen.join(", ")))
        }
        Consequence::ValidPartialDate => implied(&[when], &writer.partial_date(rule)?),
        Consequence::Message => implied(&[when, &any_shown(&targets)], "false"),
        Consequence::Visible => return None,
    })
}

/// What is seen of a target, as boolean expressions that are never null.
struct Target {
    /// Whether it is shown; empty: always.
    shown: String,
    /// Whether it is filled in.
    filled: String,
}

impl Target {
    /// Whether it is shown and filled in.
    fn seen(&self) -> String {
        if self.shown.is_empty() { self.filled.clone() } else { format!("(if {} then {} else false)", self.shown, self.filled) }
    }
}

struct Writer<'a> {
    document: &'a Document,
    form: &'a Form,
    frame: Frame<'a>,
    names: &'a Names,
}

impl Writer<'_> {
    /// `None` where there is nothing to fill in, or where it lies in entries that cannot be told apart.
    fn target(&self, id: FormElementId) -> Option<Target> {
        let way = way_to(self.form, id)?;
        let filled = match way.what {
            What::Element(element) => self.filled(element)?,
            What::Page(elements) => self.any_filled(elements, &|data| self.frame.path(data))?,
        };
        Some(Target { shown: self.shown(&way), filled })
    }

    /// Under what conditions an element is shown: its own, those of what it stands in, and those of rules.
    fn shown(&self, way: &Way<'_>) -> String {
        let by_rules = self
            .form
            .rules
            .iter()
            .filter(|rule| rule.then == Some(Consequence::Visible) && rule.targets.iter().any(|target| way.ids.contains(target)));
        let texts = way.conditions.iter().copied().chain(by_rules.map(|rule| rule.when.as_str()));
        let given = texts.map(str::trim).filter(|text| !text.is_empty() && parse(text, self.names).is_ok());
        conjunction(&given.collect::<Vec<_>>())
    }

    fn filled(&self, element: &FormElement) -> Option<String> {
        match &element.kind {
            ElementKind::Field(field) if field.is_read_only => None,
            ElementKind::Field(field) => Some(self.field_filled(element.id, field, &self.frame.path(&field.data)?)),
            ElementKind::Group(group) => match &group.repeat {
                None => self.any_filled(&group.elements, &|data| self.frame.path(data)),
                Some(repeat) => {
                    let list = self.frame.path(&repeat.list)?;
                    let within = |data: &DataPath| self.path_below(&repeat.list.0, data);
                    let inner = self.any_filled(&group.elements, &within)?;
                    Some(format!("(some eintrag in {list} satisfies {inner}) = true"))
                }
            },
            _ => None,
        }
    }

    /// Whether something in a group is filled in.
    fn any_filled(&self, elements: &[FormElement], path: &dyn Fn(&DataPath) -> Option<String>) -> Option<String> {
        let parts: Vec<String> = elements
            .iter()
            .filter_map(|element| match &element.kind {
                ElementKind::Field(field) if !field.is_read_only => Some(self.field_filled(element.id, field, &path(&field.data)?)),
                ElementKind::Group(group) if group.repeat.is_none() => self.any_filled(&group.elements, path),
                ElementKind::Group(group) => Some(format!("is filled({})", path(&group.repeat.as_ref()?.list)?)),
                _ => None,
            })
            .collect();
        (!parts.is_empty()).then(|| joined(parts.into_iter(), " or "))
    }

    /// A box that nobody ticked means no, and is not filled in; a question is answered with either.
    fn field_filled(&self, id: FormElementId, field: &FormField, path: &str) -> String {
        let kind = field.data.last().and_then(|last| self.document.fields.get(last)).map(|field| field.kind);
        let is_demanded = |rule: &FormRule| {
            matches!(rule.then, Some(Consequence::Required | Consequence::RequiredElseNotAllowed)) && rule.targets.contains(&id)
        };
        let is_question = field.is_required || !field.required_when.trim().is_empty() || self.form.rules.iter().any(is_demanded);
        if kind == Some(FieldKind::YesNo) && !is_question { format!("{path} = true") } else { format!("is filled({path})") }
    }

    /// The path of a field inside the entries of a list, from the iterator `eintrag`.
    fn path_below(&self, list: &[DataFieldId], data: &DataPath) -> Option<String> {
        let inner = data.0.strip_prefix(list)?;
        let keys: Option<Vec<&str>> = inner.iter().map(|field| self.document.fields.get(*field).map(|field| field.key.as_str())).collect();
        Some(format!("eintrag.{}", keys?.join(".")))
    }

    /// Day, month, year: no day without month, no month without year, and a day that the calendar has. Without a year the 29th of February
    /// may be meant.
    fn partial_date(&self, rule: &FormRule) -> Option<String> {
        let [day, month, year] = rule.targets.as_slice() else { return None };
        let part = |id: &FormElementId| {
            let way = way_to(self.form, *id)?;
            let What::Element(FormElement { kind: ElementKind::Field(field), .. }) = way.what else { return None };
            let path = self.frame.path(&field.data)?;
            let kind = self.document.fields.get(field.data.last()?)?.kind;
            let is_number = matches!(kind, FieldKind::WholeNumber | FieldKind::Decimal | FieldKind::Money);
            let seen = Target { shown: self.shown(&way), filled: format!("is filled({path})") }.seen();
            Some((seen, if is_number { path } else { format!("number({path})") }))
        };
        let ((day, day_value), (month, month_value), (year, year_value)) = (part(day)?, part(month)?, part(year)?);
        Some(format!(
            "(if {day} then {month} else true) and (if {month} then {year} else true) and is valid date(if {day} then {day_value} else 1, \
             if {month} then {month_value} else 1, if {year} then {year_value} else 2000) = true"
        ))
    }
}

/// An element or page with what leads to it.
struct Way<'a> {
    what: What<'a>,
    /// The page, the groups round it and the element itself.
    ids: Vec<FormElementId>,
    /// Their conditions of visibility.
    conditions: Vec<&'a str>,
}

#[derive(Clone, Copy)]
enum What<'a> {
    Element(&'a FormElement),
    Page(&'a [FormElement]),
}

fn way_to(form: &Form, target: FormElementId) -> Option<Way<'_>> {
    fn search(elements: &[FormElement], target: FormElementId) -> Option<Way<'_>> {
        elements.iter().find_map(|element| {
            let mut way = if element.id == target {
                Way { what: What::Element(element), ids: Vec::new(), conditions: Vec::new() }
            } else {
                let ElementKind::Group(group) = &element.kind else { return None };
                search(&group.elements, target)?
            };
            way.ids.push(element.id);
            way.conditions.push(&element.visible_when);
            Some(way)
        })
    }
    form.pages.iter().find_map(|page| {
        let mut way = if page.id == target {
            Way { what: What::Page(&page.elements), ids: Vec::new(), conditions: Vec::new() }
        } else {
            search(&page.elements, target)?
        };
        way.ids.push(page.id);
        way.conditions.push(&page.visible_when);
        Some(way)
    })
}

/// Whether any target is shown; empty where one always is.
fn any_shown(targets: &[Target]) -> String {
    if targets.iter().any(|target| target.shown.is_empty()) {
        return String::new();
    }
    joined(targets.iter().map(|target| format!("({}) = true", target.shown)), " or ")
}

fn joined(parts: impl Iterator<Item = String>, word: &str) -> String {
    let parts: Vec<String> = parts.collect();
    match parts.as_slice() {
        [only] => only.clone(),
        _ => format!("({})", parts.join(word)),
    }
}

fn conjunction(texts: &[&str]) -> String {
    match texts {
        [only] => (*only).to_owned(),
        _ => texts.iter().map(|text| format!("({text})")).collect::<Vec<_>>().join(" and "),
    }
}

fn denied(text: &str) -> String {
    format!("not({text})")
}

/// True where one of the conditions is not.
fn implied(conditions: &[&str], demand: &str) -> String {
    let given: Vec<&str> = conditions.iter().copied().filter(|text| !text.is_empty()).collect();
    if given.is_empty() { demand.to_owned() } else { format!("(if {} then {demand} else true)", conjunction(&given)) }
}
