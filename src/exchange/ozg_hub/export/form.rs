//! A form as the platform's JSON.

mod field;
mod rules;

use super::super::folder::FormName;
use super::super::ids::{OPEN, VERSION, legal};
use super::super::import::{BUTTONS, MOST_ENTRIES};
use super::super::remark::Remark;
use super::condition::{Conditions, Purpose};
use super::layout::{Group, Item, Layout, Section, layout};
use super::variables::{Variables, client};
use crate::exchange::{Note, What};
use crate::expr::Names;
use crate::model::{Document, Form, FormField, Language, RepeatLayout, Subject, TextPart, TextPlace};
use serde_json::{Map, Value, json};

/// A form as it is written.
pub(super) struct FormDraft {
    pub value: Value,
    pub notes: Vec<Note>,
}

/// What is needed to write forms of a document.
pub(super) struct FormWriter<'a> {
    pub document: &'a Document,
    pub names: &'a Names,
    pub variables: &'a Variables<'a>,
    /// The language of the texts; `None` for German.
    pub language: Option<&'a Language>,
}

/// The name of a form's file without its language: as it came, else from its key.
pub(super) fn name_of(document: &Document, form: &Form) -> FormName {
    let source = form.source.and_then(|source| document.sources.get(source));
    let kept = source.and_then(|source| super::super::folder::form_name(&source.name));
    kept.unwrap_or_else(|| FormName { name: legal(&form.key), version: VERSION.to_owned(), language: "de".to_owned() })
}

/// The id of a form: that of its client, its name, its version.
pub(super) fn id_of(document: &Document, form: &Form) -> String {
    let name = name_of(document, form);
    let client = client(document).unwrap_or_else(|| OPEN.to_owned());
    format!("{client}:{}:v{}", legal(&name.name), name.version)
}

/// The variable of a form: what it came with, else its key.
pub(super) fn variable_of(document: &Document, form: &Form) -> String {
    let kept = document.origins.iter().find_map(|(of, origin)| {
        let is_its = matches!(of, Subject::ObjectType(_)) && Some(origin.source) == form.source;
        is_its.then(|| origin.id.clone())
    });
    kept.unwrap_or_else(|| legal(&form.key))
}

impl<'a> FormWriter<'a> {
    /// The form.
    pub fn form(&self, form: &'a Form) -> FormDraft {
        let layout = layout(self.document, form);
        let conditions = Conditions::of(&layout, self.names, self.variables);
        let mut writing = Writing { writer: self, form, conditions, notes: Vec::new() };
        let value = writing.whole(&layout);
        writing.said(&layout);
        FormDraft { value, notes: writing.notes }
    }

    /// A text in the language that is written; a missing translation is empty.
    fn text(&self, at: Subject, part: TextPart, german: &str) -> String {
        let Some(language) = self.language else { return german.to_owned() };
        if german.trim().is_empty() {
            return german.to_owned();
        }
        language.texts.get(&TextPlace { at, part }).map(|translation| translation.text.clone()).unwrap_or_default()
    }
}

/// A form being written.
struct Writing<'w, 'a> {
    writer: &'w FormWriter<'a>,
    form: &'a Form,
    conditions: Conditions<'w>,
    notes: Vec<Note>,
}

impl<'a> Writing<'_, 'a> {
    fn say(&mut self, at: Subject, remark: Remark) {
        let name = self.writer.document.name_of(at).unwrap_or(&self.form.name).to_owned();
        self.notes.push(Note::new("", &name, What::OzgHub(remark)).on(at));
    }

    fn at(&self, element: crate::model::FormElementId) -> Subject {
        Subject::FormElement(self.form.id, element)
    }

    fn whole(&mut self, layout: &Layout<'a>) -> Value {
        let (document, form) = (self.writer.document, self.form);
        let title = self.writer.text(Subject::Form(form.id), TextPart::Name, &form.name);
        let sections: Vec<Value> = layout.sections.iter().map(|section| self.section(section)).collect();
        let target = variable_of(document, form);
        let shown = form.shows.and_then(|shown| document.forms.get(shown)).map(|shown| variable_of(document, shown));
        let mut made = Map::new();
        made.insert("id".to_owned(), json!(id_of(document, form)));
        made.insert("title".to_owned(), json!(title));
        made.insert("engineVersion".to_owned(), json!("2"));
        if let Some(language) = self.writer.language {
            made.insert("language".to_owned(), json!(language.tag));
        }
        made.insert("sections".to_owned(), Value::Array(sections));
        made.insert("source".to_owned(), pointer(&shown.unwrap_or_else(|| target.clone())));
        made.insert("target".to_owned(), pointer(&target));
        if let Some(buttons) = layout.buttons.and_then(|field| self.buttons(field)) {
            made.insert(BUTTONS.to_owned(), buttons);
        }
        Value::Object(made)
    }

    fn section(&mut self, section: &Section<'a>) -> Value {
        let at = self.at(section.page.id);
        let mut made = Map::new();
        made.insert("title".to_owned(), json!(self.writer.text(at, TextPart::Name, &section.page.title)));
        let visible = section.page.visible_when.as_str();
        match self.conditions.list(&[visible], Purpose::Skip, None) {
            Some(conditions) if conditions.is_empty() => {}
            Some(conditions) => drop(made.insert("skipConditions".to_owned(), Value::Array(conditions))),
            None => self.say(at, Remark::NoVisibility(visible.to_owned())),
        }
        let groups = section.groups.iter().map(|group| self.group(group)).collect();
        made.insert("fieldGroups".to_owned(), Value::Array(groups));
        Value::Object(made)
    }

    fn group(&mut self, group: &Group<'a>) -> Value {
        let at = group.element.map_or(Subject::Form(self.form.id), |element| self.at(element.id));
        let mut made = Map::new();
        made.insert("title".to_owned(), json!(self.writer.text(at, TextPart::Name, group.title)));
        if !group.fim_id.is_empty() {
            made.insert("fimId".to_owned(), json!(group.fim_id));
        }
        if let Some(repeat) = group.repeat {
            made.insert("multiple".to_owned(), json!(true));
            let layout = if repeat.layout == RepeatLayout::Table { "TABLE" } else { "MULTIPLE" };
            made.insert("layout".to_owned(), json!(layout));
            if repeat.most.unwrap_or(MOST_ENTRIES) != MOST_ENTRIES {
                made.insert("maxInstanceCount".to_owned(), json!(repeat.most));
            }
        }
        self.shown_when(&mut made, &group.visible, group, at);
        let rows = self.rows(group);
        made.insert("rows".to_owned(), Value::Array(rows));
        made.insert("id".to_owned(), json!(group.id));
        Value::Object(made)
    }

    /// Fields beside each other as long as they fit into the grid of twelve columns.
    fn rows(&mut self, group: &Group<'a>) -> Vec<Value> {
        let mut rows: Vec<(u16, Vec<Value>)> = Vec::new();
        for item in &group.items {
            let width = u16::from(item.element.width);
            let field = self.item(item, group);
            match rows.last_mut() {
                Some((used, fields)) if *used + width <= 12 => {
                    *used += width;
                    fields.push(field);
                }
                _ => rows.push((width, vec![field])),
            }
        }
        rows.into_iter().map(|(_, fields)| json!({ "fields": fields })).collect()
    }

    fn shown_when(&mut self, made: &mut Map<String, Value>, visible: &[&str], group: &Group<'a>, at: Subject) {
        match self.conditions.list(visible, Purpose::Show, Some(group)) {
            Some(conditions) if conditions.is_empty() => {}
            Some(conditions) => drop(made.insert("displayConditions".to_owned(), Value::Array(conditions))),
            None => {
                let written: Vec<&str> = visible.iter().copied().filter(|text| !text.trim().is_empty()).collect();
                self.say(at, Remark::NoVisibility(written.join(" and ")));
            }
        }
    }

    fn buttons(&mut self, field: &FormField) -> Option<Value> {
        let document = self.writer.document;
        let data = document.fields.get(field.data.last()?)?;
        let list = document.code_lists.get(data.kind.code_list()?)?;
        let at = Subject::CodeList(list.id);
        let last = list.entries.len().saturating_sub(1);
        let buttons: Vec<Value> = (list.entries.iter().enumerate())
            .map(|(place, entry)| {
                let label = self.writer.text(at, TextPart::Code(entry.code.clone()), &entry.label);
                let mut made = json!({ "value": entry.code, "label": label, "primary": place == last });
                if !entry.help.is_empty() {
                    made["helptext"] = json!(self.writer.text(at, TextPart::CodeHelp(entry.code.clone()), &entry.help));
                }
                made
            })
            .collect();
        Some(json!({ "buttons": buttons, "target": pointer(&legal(&data.key)) }))
    }

    /// What changes its shape on the platform.
    fn said(&mut self, layout: &Layout<'a>) {
        for element in &layout.flattened {
            self.say(self.at(element.id), Remark::GroupFlattened);
        }
        for element in &layout.split {
            self.say(self.at(element.id), Remark::Split);
        }
        for page in &layout.summaries {
            self.say(self.at(page.id), Remark::NoSummary);
        }
        self.rules_left(layout);
    }
}

/// Where a value is read from or written to.
pub(super) fn pointer(variable: &str) -> Value {
    json!({ "service": "prozess", "variableName": variable })
}

/// The rows' items by their element, for rules of the form that speak of it.
fn items<'l, 'a>(layout: &'l Layout<'a>) -> impl Iterator<Item = (&'l Group<'a>, &'l Item<'a>)> {
    layout.sections.iter().flat_map(|section| &section.groups).flat_map(|group| group.items.iter().map(move |item| (group, item)))
}
