//! Objects with their fields, and the form of all widgets.

use super::super::super::xml::Element;
use super::accounting::{text, words};
use super::parts::BESIDE;
use super::standard::{Look, SHOWN, is_kept};
use super::widget::widget_in;
use super::{Reading, Remark};
use crate::model::{
    DEEPEST, DataFieldId, DataPath, ElementKind, FieldGroup, FieldKind, Form, FormElement, FormField, FormId, ObjectTypeId, Origin, Page,
    Repeat, RepeatLayout, Subject,
};

/// Origin of the form of all widgets.
pub(super) const MASK: &str = Origin::ALL_WIDGETS;

/// Where one is in the data.
#[derive(Clone)]
struct Here {
    object: ObjectTypeId,
    /// Fields from the case object to here.
    path: Vec<DataFieldId>,
    /// As the file's expressions say it.
    reference: String,
    /// As FEEL says it.
    words: String,
    /// As conditions of the form say it: in a list from its entry on.
    seen: String,
    depth: usize,
}

impl Reading<'_> {
    /// Reads all definitions of a procedure: objects, fields, code lists, and the form of their widgets, whose identity is given back.
    pub fn read_procedure(&mut self, procedure: &Element<'_>) -> Option<FormId> {
        let before = self.document.fields.len();
        let form: FormId = self.document.new_id();
        let mut pages = Vec::new();
        for definition in procedure.all("Metadatendefinition") {
            self.account_for(definition, None, |name| name == "Objekt", |name| name == "EsIndexing");
            for object in definition.all("Objekt") {
                pages.push(self.case_object(object, form));
            }
        }
        for name in ["PrimaeresVorgangsmerkmal", "SekundaeresVorgangsmerkmal"] {
            for feature in procedure.all(name) {
                self.account_for(feature, None, |_| false, |name| matches!(name, "Objektname" | "Feldname"));
            }
        }
        if pages.is_empty() {
            return None;
        }
        self.hide(pages.iter_mut().flat_map(|page| page.elements.iter_mut()).collect());
        let key = crate::model::free_key_among("fachdaten", "fachdaten", self.document.forms.values().map(|form| form.key.as_str()));
        self.document.forms.insert(form, Form::new(form, &key, "Fachdaten", pages));
        self.remember(Subject::Form(form), MASK);
        let made = self.document.fields.len() - before;
        self.say(procedure, None, Remark::Fields(made));
        Some(form)
    }

    fn case_object(&mut self, element: &Element<'_>, form: FormId) -> Page {
        let name = element.attribute("Name").unwrap_or_default().trim();
        let widget = element.first("Objektfeld").map(|it| self.look(it));
        let title = widget.as_ref().map(|it| it.title.clone()).filter(|title| !title.is_empty()).unwrap_or_else(|| name.to_owned());
        let object = self.new_object(name, &title);
        let key = self.document.objects.get(object).map(|object| object.key.clone()).unwrap_or_default();
        self.mended(element, Subject::ObjectType(object), name, &key);
        let reference = format!("V.Z.{name}");
        self.library.insert(&reference, &key);
        self.remember(Subject::ObjectType(object), &reference);
        let here = Here { object, path: Vec::new(), reference, seen: key.clone(), words: key, depth: 0 };
        let elements = self.elements(element, &here, form);
        let mut group = FieldGroup::new(&title, elements);
        let mut page = Page::new(self.document.new_id(), &title);
        let mut outer = FormElement::new(self.document.new_id(), ElementKind::Group(FieldGroup::new("", Vec::new())));
        if let Some(widget) = widget {
            group.help.clone_from(&widget.help);
            widget.dress(&mut outer);
        }
        self.remember(Subject::FormElement(form, outer.id), &here.reference);
        outer.kind = ElementKind::Group(group);
        page.elements.push(outer);
        page
    }

    /// The fields of an object, and what of the form shows them.
    fn elements(&mut self, object: &Element<'_>, here: &Here, form: FormId) -> Vec<FormElement> {
        if let Some(widget) = object.first("Objektfeld") {
            self.account_for(widget, Subject::ObjectType(here.object), |name| SHOWN.contains(&name), |name| is_kept("Objektfeld", name));
        }
        let is_shown = |name: &str| matches!(name, "Objektfeld" | "Metadatenfeld" | "Metadatenliste" | "Metadatenobjekt" | "Objekt");
        self.account_for(object, Subject::ObjectType(here.object), is_shown, |_| false);
        let mut made = Vec::new();
        for inner in object.elements() {
            match inner.name.local {
                "Metadatenfeld" => made.extend(self.simple_field(inner, here, form)),
                "Metadatenliste" => made.extend(self.list(inner, here, form)),
                "Metadatenobjekt" | "Objekt" => made.extend(self.nested(inner, here, form)),
                _ => {}
            }
        }
        made
    }

    /// A new field of the object with the reference and path that lead to it.
    fn enter(&mut self, element: &Element<'_>, here: &Here, title: &str, kind: FieldKind) -> (DataFieldId, Here) {
        let name = element.attribute("Name").unwrap_or_default().trim();
        let shown = if title.is_empty() { name } else { title };
        let field = self.field(here.object, name, shown, kind);
        let key = self.document.fields.get(field).map(|field| field.key.clone()).unwrap_or_default();
        self.mended(element, Subject::DataField(field), name, &key);
        (field, self.beneath(here, field, name, &key))
    }

    fn beneath(&mut self, here: &Here, field: DataFieldId, name: &str, key: &str) -> Here {
        let (reference, words, seen) =
            (format!("{}.{name}", here.reference), format!("{}.{key}", here.words), format!("{}.{key}", here.seen));
        self.library.insert(&reference, &words);
        self.remember(Subject::DataField(field), &reference);
        let path = here.path.iter().copied().chain([field]).collect();
        Here { object: here.object, path, reference, words, seen, depth: here.depth }
    }

    fn mended(&mut self, element: &Element<'_>, subject: Subject, name: &str, key: &str) {
        if name != key {
            self.say(element, subject, Remark::MendedName(key.to_owned()));
        }
    }

    fn simple_field(&mut self, element: &Element<'_>, here: &Here, form: FormId) -> Vec<FormElement> {
        let name = element.attribute("Name").unwrap_or_default().trim().to_owned();
        let notes = self.notes.len();
        let widget = self.widget(element, &name);
        let (field, inside) = self.enter(element, here, &widget.title, widget.kind);
        self.constrain(field, &widget);
        // What was said of the widget was said of this field.
        let subject = Subject::DataField(field);
        for note in self.notes.iter_mut().skip(notes) {
            note.at.subject = note.at.subject.or(Some(subject));
            name.clone_into(&mut note.at.id);
        }
        let known = widget_in(element).map(|it| it.name.local);
        self.account_for(element, subject, |name| Some(name) == known || name == "Standardwert", |_| false);
        self.beside(element, subject);
        let mut shown = FormField::of(DataPath(inside.path.clone()));
        widget.equip(&mut shown);
        let mut made = FormElement::new(self.document.new_id(), ElementKind::Field(shown));
        widget.dress(&mut made);
        let id = widget_in(element).map(|it| text(it, "Id")).filter(|id| !id.is_empty());
        let origin = id.map_or_else(|| inside.reference.clone(), |id| format!("{}#{id}", inside.reference));
        self.remember(Subject::FormElement(form, made.id), &origin);
        if let Some(own) = widget_in(element) {
            self.note_hiding(own, made.id, &inside.seen, widget.kind);
        }
        let parts = widget_in(element).map(|it| self.person_parts(it, here, &inside, &widget.title)).unwrap_or_default();
        std::iter::once(made).chain(parts).collect()
    }

    /// A second widget stays in the file.
    fn beside(&mut self, element: &Element<'_>, subject: Subject) {
        let mut widgets = element.elements().filter(|it| super::standard::WIDGETS.contains(&it.name.local));
        widgets.next();
        let others: Vec<String> = widgets.map(|it| it.name.local.to_owned()).collect();
        if !others.is_empty() {
            self.say(element, subject, Remark::InFileOnly(others));
        }
    }

    /// What a `Personendatensatz` shows besides, as fields of their own.
    fn person_parts(&mut self, widget: &Element<'_>, here: &Here, person: &Here, title: &str) -> Vec<FormElement> {
        if widget.name.local != "Personendatensatz" {
            return Vec::new();
        }
        let mut made = Vec::new();
        let mut names = Vec::new();
        for part in &BESIDE {
            let word = text(widget, part.element);
            let look = Look::of(&word).filter(|_| !word.is_empty()).unwrap_or(Look::Hidden);
            if look == Look::Hidden {
                continue;
            }
            let key = person.words.rsplit('.').next().unwrap_or_default();
            let shown = if title.is_empty() { part.title.to_owned() } else { format!("{title}: {}", part.title) };
            let field = self.field(here.object, &format!("{key}{}", part.name), &shown, part.kind);
            let own = self.document.fields.get(field).map(|field| field.key.clone()).unwrap_or_default();
            let words = format!("{}.{own}", here.words);
            let reference = format!("{}.{}", person.reference, part.name);
            self.library.insert(&reference, &words);
            self.remember(Subject::DataField(field), &reference);
            let mut form_field = FormField::of(DataPath(here.path.iter().copied().chain([field]).collect()));
            form_field.is_required = look == Look::Required;
            form_field.is_read_only = look == Look::ReadOnly;
            made.push(FormElement::new(self.document.new_id(), ElementKind::Field(form_field)));
            names.push(part.title.to_owned());
        }
        if !names.is_empty() {
            self.say(widget, person.path.last().map(|field| Subject::DataField(*field)), Remark::PersonParts(names));
        }
        made
    }

    fn list(&mut self, element: &Element<'_>, here: &Here, form: FormId) -> Option<FormElement> {
        let widget = element.first("Liste").map(|it| self.look(it));
        let entry = element.first("Metadatenobjekt").or_else(|| element.first("Objekt"));
        let is_shown = |name: &str| matches!(name, "Liste" | "Metadatenobjekt" | "Objekt");
        self.account_for(element, None, is_shown, |_| false);
        if let Some(list) = element.first("Liste") {
            self.account_for(list, None, |name| SHOWN.contains(&name), |name| is_kept("Liste", name));
        }
        self.inner(element, entry, widget, here, form, true)
    }

    fn nested(&mut self, element: &Element<'_>, here: &Here, form: FormId) -> Option<FormElement> {
        let widget = element.first("Objektfeld").map(|it| self.look(it));
        self.inner(element, Some(element), widget, here, form, false)
    }

    /// A list or a nested object, with the object type of its own.
    fn inner(
        &mut self,
        element: &Element<'_>,
        entry: Option<&Element<'_>>,
        widget: Option<super::widget::Widget>,
        here: &Here,
        form: FormId,
        is_list: bool,
    ) -> Option<FormElement> {
        if here.depth + 2 >= DEEPEST {
            self.say(element, None, Remark::TooDeep);
            return None;
        }
        let name = element.attribute("Name").unwrap_or_default().trim();
        let title = widget.as_ref().map(|it| it.title.clone()).filter(|title| !title.is_empty()).unwrap_or_else(|| name.to_owned());
        let item =
            element.first("Liste").map(|it| words(it, "EintragTitel")).filter(|title| is_list && !title.is_empty() && !title.contains('$'));
        let object = self.new_object(name, item.as_deref().unwrap_or(&title));
        let kind = if is_list { FieldKind::List(object) } else { FieldKind::Object(object) };
        let (_, inside) = self.enter(element, here, &title, kind);
        let key = self.document.objects.get(object).map(|object| object.key.clone()).unwrap_or_default();
        let seen = if is_list { key } else { inside.seen.clone() };
        let inside = Here { object, seen, depth: here.depth + 1, ..inside };
        let elements = entry.map(|entry| self.elements(entry, &inside, form)).unwrap_or_default();
        let mut group = FieldGroup::new(&title, elements);
        let layout = RepeatLayout::Cards;
        group.repeat = is_list.then(|| Repeat { list: DataPath(inside.path.clone()), least: 0, most: None, layout });
        let mut made = FormElement::new(self.document.new_id(), ElementKind::Group(FieldGroup::new("", Vec::new())));
        if let Some(widget) = widget {
            group.help.clone_from(&widget.help);
            widget.dress(&mut made);
            if widget.look == Look::Required
                && let Some(repeat) = &mut group.repeat
            {
                repeat.least = 1;
            }
        }
        made.kind = ElementKind::Group(group);
        self.remember(Subject::FormElement(form, made.id), &inside.reference);
        Some(made)
    }
}
