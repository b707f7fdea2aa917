//! A form of the platform: sections become pages, groups groups, and fields of the form's variable are declared as data.

mod field;
mod kind;

pub(in super::super) use field::IBAN;

use super::super::folder::FormName;
use super::super::ids;
use super::super::json::{Json, line_of};
use super::super::remark::Remark;
use super::condition::{self, Asked, Finder};
use super::data::{self, Wish};
use super::{Importing, TextFile, keep_others, note};
use crate::model::{
    DataFieldId, DataPath, ElementKind, FieldGroup, FieldKind, Form, FormElement, FormId, ObjectTypeId, Origin, Page, Repeat, RepeatLayout,
    Subject,
};
use std::collections::BTreeMap;

/// A group that can be filled in several times has no more entries when nothing is said.
pub(in super::super) const MOST_ENTRIES: u32 = 99;

/// The forms that were found.
#[derive(Default)]
pub(in super::super) struct Found {
    /// By their ids: `102:Stadt_Antrag:v1.0`.
    pub by_id: BTreeMap<String, FormId>,
    /// By the names of their files.
    pub by_file: BTreeMap<String, FormId>,
    /// Buttons of forms.
    pub buttons: BTreeMap<FormId, Buttons>,
}

/// The buttons of a form.
#[derive(Clone, Debug)]
pub(in super::super) struct Buttons {
    /// The variable that holds the pressed button.
    pub variable: String,
    /// The field that is the choice of the button.
    pub field: DataFieldId,
}

/// Where a field of the form is in the data.
#[derive(Clone, Debug)]
pub(in super::super) struct Spot {
    /// The way to it.
    pub path: Vec<DataFieldId>,
    /// Its path in FEEL; in a repeatable group that of the entry.
    pub feel: String,
    /// Its kind of value.
    pub kind: FieldKind,
}

/// Reads one form.
pub(super) struct FormReader<'a> {
    pub import: &'a mut Importing,
    pub file: &'a TextFile,
    pub found: &'a mut Found,
    pub form: FormId,
    pub object: ObjectTypeId,
    name: &'a FormName,
    title: String,
    /// By group and field.
    spots: BTreeMap<(String, String), Spot>,
}

const FORM: [&str; 9] = ["id", "title", "engineVersion", "language", "sections", "source", "target", "customButtons", "description"];
const SECTION: [&str; 3] = ["title", "fieldGroups", "skipConditions"];
const GROUP: [&str; 8] = ["id", "fimId", "title", "multiple", "layout", "maxInstanceCount", "displayConditions", "rows"];

/// Reads a form into the document.
pub(super) fn read<'a>(import: &'a mut Importing, file: &'a TextFile, json: &Json, name: &'a FormName, found: &'a mut Found) {
    let title = Some(json.text("title")).filter(|title| !title.trim().is_empty()).unwrap_or_else(|| name.name.replace('_', " "));
    let variable =
        ["target", "source"].into_iter().filter_map(|key| json.get(key)).map(|it| it.text("variableName")).find(|name| !name.is_empty());
    let variable = variable.unwrap_or_else(|| name.name.clone());
    let object = import.data.object(&mut import.document, &variable, &title);
    let form: FormId = import.document.new_id();
    let key = import.data.form_keys.take_id(&name.name, "formular");
    let id = json.text("id");
    if let Some(source) = file.source {
        import.document.origins.insert(Subject::Form(form), Origin { source, id: id.clone() });
        if !import.document.origins.contains(Subject::ObjectType(object)) {
            import.document.origins.insert(Subject::ObjectType(object), Origin { source, id: variable });
        }
    }
    found.by_file.insert(name.name.clone(), form);
    found.by_id.entry(id).or_insert(form);
    import.document.forms.insert(form, Form::new(form, &key, &title, Vec::new()));
    keep_others(import, file, json, &FORM, "");
    let mut reader = FormReader { import, file, found, form, object, name, title, spots: BTreeMap::new() };
    reader.declare(json);
    let pages = reader.pages(json);
    let source = file.source;
    if let Some(form) = import.document.forms.get_mut(form) {
        form.pages = pages;
        form.source = source;
    }
}

impl FormReader<'_> {
    /// Key and title of the form.
    pub fn names(&self) -> (String, String) {
        (ids::legal(&self.name.name), self.title.clone())
    }

    /// Remembers where in the file something came from.
    fn came_from(&mut self, subject: Subject, id: &str) {
        if let (Some(source), false) = (self.file.source, self.import.document.origins.contains(subject)) {
            self.import.document.origins.insert(subject, Origin { source, id: id.to_owned() });
        }
    }

    /// Says something about a part of the form.
    fn say(&mut self, json: &Json, (id, name): (&str, &str), remark: Remark) {
        let line = line_of(&self.file.text, json.place.start);
        self.import.say(note(id, name, remark).on(Subject::Form(self.form)), &self.file.path, line);
    }

    /// First all fields are declared, for conditions speak of fields before and behind them.
    fn declare(&mut self, json: &Json) {
        for group in json.list("sections").iter().flat_map(|section| section.list("fieldGroups")) {
            let list = group.is_true("multiple").then(|| self.declare_list(group));
            for field in group.list("rows").iter().flat_map(|row| row.list("fields")) {
                self.declare_field(group, field, list);
            }
        }
    }

    fn declare_list(&mut self, group: &Json) -> (DataFieldId, ObjectTypeId) {
        let (id, title) = (group.text("id"), group.text("title"));
        let document = &mut self.import.document;
        let known = self.import.data.known(self.object, &id).and_then(|field| Some((field, document.fields.get(field)?.kind.object()?)));
        let (field, entry) = known.unwrap_or_else(|| {
            let entry = self.import.data.entry_object(document, &id, if title.is_empty() { &id } else { &title });
            let wish = Wish { key: &id, name: if title.is_empty() { &id } else { &title }, kind: FieldKind::List(entry) };
            (self.import.data.field(document, self.object, &id, wish).0, entry)
        });
        if let Some(object) = document.objects.get_mut(entry) {
            object.fim_id = group.text("fimId");
        }
        self.came_from(Subject::DataField(field), &id);
        (field, entry)
    }

    fn declare_field(&mut self, group: &Json, field: &Json, list: Option<(DataFieldId, ObjectTypeId)>) {
        let (group_id, id) = (group.text("id"), field.text("id"));
        let Some(kind) = self.kind(field, &group_id) else { return };
        let own = field.get("target").map(|target| target.text("variableName")).filter(|name| data::is_speakable(name) && list.is_none());
        let label = field.text("label");
        let document = &mut self.import.document;
        let (object, foreign, key) = match (&own, list) {
            (Some(variable), _) => (self.import.data.case(document), variable.clone(), variable.clone()),
            (None, Some((_, entry))) => (entry, format!("{group_id}:{id}"), id.clone()),
            (None, None) => (self.object, format!("{group_id}:{id}"), id.clone()),
        };
        let (data, was_there) = self.import.data.field(document, object, &foreign, Wish { key: &key, name: &label, kind });
        let path = list.map(|(list, _)| list).into_iter().chain([data]).collect();
        let feel = data::path(document, data);
        let kind = document.fields.get(data).map_or(kind, |field| field.kind);
        if !was_there {
            if let Some(known) = document.fields.get_mut(data) {
                known.fim_id = field.text("fimId");
            }
            self.came_from(Subject::DataField(data), &format!("{group_id}:{id}"));
        }
        self.spots.insert((group_id, id), Spot { path, feel, kind });
    }

    fn pages(&mut self, json: &Json) -> Vec<Page> {
        let mut pages = Vec::new();
        for section in json.list("sections") {
            let visible_when = self.understood(section, condition::not_skipped(section.list("skipConditions"), &*self), "");
            keep_others(self.import, self.file, section, &SECTION, "");
            let elements = section.list("fieldGroups").iter().map(|group| self.group(group)).collect();
            let page = Page::new(self.import.document.new_id(), &section.text("title"));
            pages.push(Page { visible_when, elements, ..page });
        }
        if pages.is_empty() {
            let title = self.title.clone();
            pages.push(Page::new(self.import.document.new_id(), &title));
        }
        if let (Some(buttons), Some(page)) = (self.buttons(json), pages.last_mut()) {
            page.elements.push(buttons);
        }
        pages
    }

    fn group(&mut self, group: &Json) -> FormElement {
        let id = group.text("id");
        keep_others(self.import, self.file, group, &GROUP, &id);
        let visible_when = self.understood(group, condition::shown(group.list("displayConditions"), &*self), &id);
        let repeat = group.is_true("multiple").then(|| self.repeat(group, &id)).flatten();
        let elements = group.list("rows").iter().flat_map(|row| row.list("fields")).filter_map(|field| self.element(field, &id)).collect();
        let made = FieldGroup { title: group.text("title"), help: String::new(), repeat, elements };
        let element = FormElement { visible_when, ..FormElement::new(self.import.document.new_id(), ElementKind::Group(made)) };
        self.came_from(Subject::FormElement(self.form, element.id), &id);
        element
    }

    fn repeat(&mut self, group: &Json, id: &str) -> Option<Repeat> {
        let list = self.import.data.known(self.object, id)?;
        let most = group.text("maxInstanceCount").parse().unwrap_or(MOST_ENTRIES);
        let layout = if group.text("layout") == "TABLE" { RepeatLayout::Table } else { RepeatLayout::Cards };
        // The platform shows one entry from the start.
        Some(Repeat { list: DataPath::field(list), least: 1, most: Some(most), layout })
    }

    /// A condition, or nothing with a remark where it is not understood.
    fn understood(&mut self, json: &Json, condition: Result<String, String>, id: &str) -> String {
        condition.unwrap_or_else(|kind| {
            self.say(json, (id, ""), Remark::ConditionKept(kind));
            String::new()
        })
    }
}

impl Finder for FormReader<'_> {
    fn field(&self, key: &Json) -> Option<Asked> {
        let spot = self.spots.get(&(key.text("groupId"), key.text("fieldId")))?;
        Some(Asked { path: spot.feel.clone(), kind: spot.kind })
    }

    fn variable(&self, name: &str) -> Option<Asked> {
        let field = self.import.data.variable(&self.import.document, name)?;
        let kind = self.import.document.fields.get(field)?.kind;
        Some(Asked { path: data::path(&self.import.document, field), kind })
    }
}
