//! `DynamischesFormular`: pages, groups, texts and fields of a form.

use super::super::super::xml::Element;
use super::super::expression::{Names, Use, to_feel, to_template};
use super::accounting::{text, words};
use super::standard::{Look, SHOWN, is_kept};
use super::widget::{Widget, widget_in};
use super::{Reading, Remark, html};
use crate::model::{
    DEEPEST, DataFieldId, DataPath, ElementKind, FieldGroup, FieldKind, Form, FormElement, FormElementId, FormField, FormId, Page, Repeat,
    RepeatLayout, Subject,
};

/// Groups whose identity begins so are pages.
pub(super) const PAGE: &str = "Seite_";

/// Where one is in a form.
#[derive(Clone, Copy)]
struct Place<'p> {
    form: FormId,
    /// Path of what is around in the file.
    origin: &'p str,
    depth: usize,
}

impl Reading<'_> {
    /// The form of a `DynamischesFormular`; `origin` is the path by which it is found again in the file.
    pub fn form_from(&mut self, dynamic: &Element<'_>, origin: &str) -> FormId {
        let id: FormId = self.document.new_id();
        let pages = self.form_pages(dynamic, id, origin);
        let name = words(dynamic, "Name");
        let key = crate::model::free_key_among(&name, "formular", self.document.forms.values().map(|form| form.key.as_str()));
        self.document.forms.insert(id, Form::new(id, &key, &name, pages));
        self.remember(Subject::Form(id), origin);
        id
    }

    /// The pages of a `DynamischesFormular` for a form of that identity; at least one.
    pub fn form_pages(&mut self, dynamic: &Element<'_>, form: FormId, origin: &str) -> Vec<Page> {
        let is_shown = |name: &str| name == "Name" || is_part(name);
        self.account_for(dynamic, Subject::Form(form), is_shown, |name| matches!(name, "Klassifizierung" | "DokumentverweisVorlage"));
        let parts: Vec<&Element<'_>> = dynamic.elements().filter(|it| is_part(it.name.local)).collect();
        let is_page = |part: &&Element<'_>| part.name.local == "DokumentelementGruppe" && text(part, "Id").starts_with(PAGE);
        let place = Place { form, origin, depth: 0 };
        let mut pages = if !parts.is_empty() && parts.iter().all(is_page) {
            parts.iter().map(|part| self.page(part, place)).collect()
        } else {
            let elements = self.form_elements(dynamic, place);
            vec![Page { elements, ..Page::new(self.document.new_id(), &words(dynamic, "Name")) }]
        };
        self.hide(pages.iter_mut().flat_map(|page: &mut Page| page.elements.iter_mut()).collect());
        pages
    }

    fn page(&mut self, element: &Element<'_>, place: Place<'_>) -> Page {
        let elements = self.form_elements(element, place);
        let mut page = Page { elements, ..Page::new(self.document.new_id(), &words(element, "Titel")) };
        self.account_for(element, Subject::Form(place.form), |name| is_part(name) || is_of_group(name), |_| false);
        page.visible_when = self.visibility(element);
        self.remember(Subject::FormElement(place.form, page.id), &text(element, "Id"));
        page
    }

    fn form_elements(&mut self, parent: &Element<'_>, place: Place<'_>) -> Vec<FormElement> {
        if place.depth >= DEEPEST {
            self.say(parent, Subject::Form(place.form), Remark::TooDeep);
            return Vec::new();
        }
        let mut made = Vec::new();
        for (number, part) in parent.elements().filter(|it| is_part(it.name.local)).enumerate() {
            let own = Some(text(part, "Id")).filter(|id| !id.is_empty()).or_else(|| part.attribute("Id").map(str::to_owned));
            let origin = own.clone().unwrap_or_else(|| format!("{}/{}[{number}]", place.origin, part.name.local));
            let inside = Place { origin: &origin, depth: place.depth + 1, ..place };
            let element = match part.name.local {
                "DokumentelementGruppe" => self.group(part, inside),
                "DokumentelementText" => self.reading_text(part, inside),
                _ => self.input(part, inside),
            };
            self.note_target(own.as_deref().unwrap_or_default(), element.id);
            self.remember(Subject::FormElement(place.form, element.id), &origin);
            made.push(element);
        }
        made
    }

    fn group(&mut self, element: &Element<'_>, place: Place<'_>) -> FormElement {
        let id: FormElementId = self.document.new_id();
        let elements = self.form_elements(element, place);
        let mut made = FormElement::new(id, ElementKind::Group(FieldGroup::new(&words(element, "Titel"), elements)));
        self.account_for(element, Subject::Form(place.form), |name| is_part(name) || is_of_group(name), |_| false);
        self.look(element).dress(&mut made);
        made.visible_when = self.visibility(element);
        made
    }

    /// `Sichtbarkeit`: a word, or a condition.
    fn visibility(&mut self, element: &Element<'_>) -> String {
        let word = text(element, "Sichtbarkeit");
        match Look::of(&word) {
            Some(Look::Hidden) => "false".to_owned(),
            Some(_) => String::new(),
            None if super::standard::truth(&word) == Some(true) => String::new(),
            None if super::standard::truth(&word) == Some(false) => "false".to_owned(),
            None => match to_feel(&word, Use::Condition, self) {
                Ok(translated) if word.contains(['=', '(', '<', '>', '.']) => translated.text,
                _ => {
                    self.unknown_word(element, "Sichtbarkeit", &word);
                    String::new()
                }
            },
        }
    }

    fn reading_text(&mut self, element: &Element<'_>, place: Place<'_>) -> FormElement {
        let is_shown = |name: &str| matches!(name, "Text" | "Typ" | "Style" | "Id") || name.starts_with("Feldlaenge");
        self.account_for(element, Subject::Form(place.form), is_shown, |name| matches!(name, "Objekt" | "Zeilen"));
        let html = words(element, "Text");
        if html.is_empty() {
            // It keeps its place, so that those behind it are found again.
            self.say(element, Subject::Form(place.form), Remark::UnknownPlace(text(element, "Typ")));
        }
        let (plain, is_formatted) = html::plain(&html);
        if is_formatted {
            self.say(element, Subject::Form(place.form), Remark::Formatting);
        }
        let (plain, unknown) = to_template(&plain, self);
        for place_in_text in unknown {
            self.say(element, Subject::Form(place.form), Remark::Prefill(place_in_text));
        }
        let is_heading = ["Typ", "Style"].iter().any(|name| text(element, name).to_lowercase().contains("berschrift"));
        let kind = if is_heading { ElementKind::Heading(plain) } else { ElementKind::StaticText(plain) };
        let mut made = FormElement::new(self.document.new_id(), kind);
        self.look(element).dress(&mut made);
        made
    }

    fn input(&mut self, element: &Element<'_>, place: Place<'_>) -> FormElement {
        let id: FormElementId = self.document.new_id();
        let name = element.attribute("Id").unwrap_or_default().to_owned();
        let known = widget_in(element).map(|it| it.name.local).or_else(|| element.first("Liste").map(|_| "Liste"));
        let is_shown = |name: &str| Some(name) == known || name == "Datenverweis" || name.starts_with("Feldlaenge");
        self.account_for(element, Subject::FormElement(place.form, id), is_shown, |_| false);
        let lists = self.document.code_lists.clone();
        let widget = match element.first("Liste") {
            Some(list) => self.look(list),
            None => self.widget(element, &name),
        };
        let (data, is_new) = self.data_of(element, &name, &widget);
        let (kind, shown_name) = self
            .document
            .fields
            .get(data.0.last().copied().unwrap_or(DataFieldId(0)))
            .map_or_else(|| (widget.kind, String::new()), |field| (field.kind, field.name.clone()));
        if is_new {
            self.say(element, Subject::FormElement(place.form, id), Remark::OwnData);
            data.last().into_iter().for_each(|field| self.constrain(field, &widget));
        } else {
            // The data say already which codes there are.
            self.document.code_lists = lists;
        }
        let outer = self.look(element).widths;
        let widths = if outer[0].is_some() { outer } else { widget.widths };
        let widget = Widget { widths, ..widget };
        let mut made = match kind {
            FieldKind::List(_) | FieldKind::Object(_) => FormElement::new(id, ElementKind::Group(self.group_of(&data, &widget))),
            _ => {
                let mut field = FormField::of(data.clone());
                widget.equip(&mut field);
                if widget.title != shown_name {
                    field.label.clone_from(&widget.title);
                }
                FormElement::new(id, ElementKind::Field(field))
            }
        };
        widget.dress(&mut made);
        if let (Some(own), Some(words)) = (widget_in(element), self.document.path_text(&data)) {
            self.note_hiding(own, id, &words, kind);
        }
        made
    }

    /// The data that a field shows, and whether they were made for it.
    fn data_of(&mut self, element: &Element<'_>, name: &str, widget: &Widget) -> (DataPath, bool) {
        let reference = text(element, "Datenverweis").trim_matches('$').trim().to_owned();
        if !reference.is_empty() {
            let is_known = self.library.find(&reference).is_some();
            let path = self.path(&reference, widget.kind.into()).and_then(|path| self.document.find_path(&path));
            if let Some(path) = path {
                if !is_known {
                    path.last()
                        .and_then(|field| self.document.fields.get_mut(field))
                        .into_iter()
                        .for_each(|field| field.kind = widget.kind);
                }
                return (path, !is_known);
            }
        }
        let object = self.own_data();
        let title = if widget.title.is_empty() { name } else { &widget.title };
        let field = self.field(object, name, title, widget.kind);
        (DataPath::field(field), true)
    }

    /// A list or an object with all its simple fields.
    fn group_of(&mut self, data: &DataPath, widget: &Widget) -> FieldGroup {
        let field = data.last().and_then(|field| self.document.fields.get(field)).cloned();
        let object = field.as_ref().and_then(|field| field.kind.object()).and_then(|object| self.document.objects.get(object)).cloned();
        let is_simple = |id: &DataFieldId| self.document.fields.get(*id).is_some_and(|field| field.kind.object().is_none());
        let fields: Vec<DataFieldId> = object.into_iter().flat_map(|object| object.fields).filter(is_simple).collect();
        let mut elements = Vec::new();
        for inner in fields {
            let path = DataPath(data.0.iter().copied().chain([inner]).collect());
            elements.push(FormElement::new(self.document.new_id(), ElementKind::Field(FormField::of(path))));
        }
        let mut group = FieldGroup::new(&widget.title, elements);
        group.help.clone_from(&widget.help);
        let is_list = field.is_some_and(|field| matches!(field.kind, FieldKind::List(_)));
        let least = u32::from(widget.look == Look::Required);
        group.repeat = is_list.then(|| Repeat { list: data.clone(), least, most: None, layout: RepeatLayout::Cards });
        group
    }
}

fn is_part(name: &str) -> bool {
    matches!(name, "DokumentelementGruppe" | "DokumentelementText" | "DokumentelementEingabefeld")
}

fn is_of_group(name: &str) -> bool {
    SHOWN.contains(&name) || name == "Sichtbarkeit" || is_kept("", name)
}
