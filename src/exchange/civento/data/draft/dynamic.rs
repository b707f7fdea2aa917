//! A form as a `DynamischesFormular`.

use super::super::super::expression::{Use, from_feel, from_template};
use super::super::form::PAGE;
use super::super::html::marked;
use super::super::library::FORMS;
use super::super::remark::{Matter, Remark};
use super::super::standard::Look;
use super::widget::{Field, dress, element_for, look, widths};
use super::{Draft, Drafting, Shown, words};
use crate::model::{DataPath, ElementKind, FieldGroup, Form, FormElement, FormField, FormId, PageKind, Subject};

impl Drafting<'_> {
    /// The form; elements of the step around it are not in it.
    pub fn form(&mut self, form: &Form) -> Draft {
        self.gather_actions(form);
        self.unsaid_of_form(form);
        let has_pages = form.pages.len() > 1
            || form.pages.iter().any(|page| self.origin(Subject::FormElement(form.id, page.id)).is_some_and(|id| id.starts_with(PAGE)));
        let mut parts =
            vec![words("Name", &form.name), Draft::text("Klassifizierung", "Antragsdokument"), Draft::text("DokumentverweisVorlage", "")];
        for (number, page) in form.pages.iter().enumerate() {
            let elements: Vec<Draft> = page.elements.iter().map(|element| self.element(form.id, element)).collect();
            if !has_pages {
                parts.extend(elements);
                continue;
            }
            let own = self.id_in_file(form.id, page.id).unwrap_or_else(|| format!("{PAGE}{}", number + 1));
            let mut inside: Vec<Draft> = widths(None).into_iter().collect();
            inside.extend([Draft::text("Id", &own), words("Titel", &page.title), self.visibility(form.id, page.id, &page.visible_when)]);
            inside.extend(elements);
            parts.push(Draft::with("DokumentelementGruppe", inside));
        }
        Draft::with("DynamischesFormular", parts)
    }

    fn unsaid_of_form(&mut self, form: &Form) {
        let subject = Subject::Form(form.id);
        if !form.rules.is_empty() {
            self.say(subject, Remark::Rules);
        }
        let matters = [
            (Matter::Shown, form.shows.is_some()),
            (Matter::Description, !form.description.is_empty()),
            (Matter::Look, form.pages.iter().any(|page| page.kind == PageKind::Summary)),
        ];
        let unsaid: Vec<Matter> = matters.into_iter().filter(|(_, is_there)| *is_there).map(|(matter, _)| matter).collect();
        if !unsaid.is_empty() {
            self.say(subject, Remark::NoPlace(unsaid));
        }
    }

    fn element(&mut self, form: FormId, element: &FormElement) -> Draft {
        match &element.kind {
            ElementKind::Field(field) => self.input(form, element, field),
            ElementKind::Group(group) => match &group.repeat {
                Some(repeat) => self.repeated(form, element, group, &repeat.list),
                None => self.group(form, element, group),
            },
            ElementKind::Heading(text) => self.text(form, element, text, "Ueberschrift"),
            ElementKind::StaticText(text) => self.text(form, element, text, "Text"),
            ElementKind::Hint { text, .. } => {
                self.say(Subject::FormElement(form, element.id), Remark::NoPlace(vec![Matter::Look]));
                self.text(form, element, text, "Text")
            }
        }
    }

    /// The identity of an element, if the file has one or something refers to it.
    fn id(&self, form: FormId, element: &FormElement) -> Option<String> {
        self.id_in_file(form, element.id).or_else(|| self.actions.ids.get(&element.id).cloned())
    }

    fn text(&mut self, form: FormId, element: &FormElement, text: &str, kind: &str) -> Draft {
        if element.visible_when.trim() == "false" {
            self.say(Subject::FormElement(form, element.id), Remark::Visibility("false".to_owned()));
        }
        let (html, unknown) = from_template(&marked(text), self.references);
        for place in unknown {
            self.say(Subject::FormElement(form, element.id), Remark::Prefill(place));
        }
        let mut inside: Vec<Draft> = widths(Some(element)).into_iter().collect();
        inside.extend([Draft::text("Objekt", ""), Draft::text("Style", "Standard")]);
        if !html.is_empty() {
            inside.push(words("Text", &html));
        }
        inside.extend([Draft::text("Typ", kind), Draft::text("Zeilen", "1")]);
        inside.extend(self.id(form, element).map(|id| Draft::text("Id", &id)));
        Draft::with("DokumentelementText", inside)
    }

    fn group(&mut self, form: FormId, element: &FormElement, group: &FieldGroup) -> Draft {
        let mut inside: Vec<Draft> = widths(Some(element)).into_iter().collect();
        inside.extend(self.id(form, element).map(|id| Draft::text("Id", &id)));
        inside.push(words("Titel", &group.title));
        if !group.help.is_empty() {
            inside.push(words("Hilfetext", &group.help));
        }
        inside.push(self.visibility(form, element.id, &element.visible_when));
        inside.extend(group.elements.iter().map(|inner| self.element(form, inner)).collect::<Vec<_>>());
        Draft::with("DokumentelementGruppe", inside)
    }

    /// A word, or a condition; what a field of the form hides by an action is shown otherwise.
    fn visibility(&mut self, form: FormId, element: crate::model::FormElementId, condition: &str) -> Draft {
        let condition = condition.trim();
        let is_by_action = self.actions.ids.contains_key(&element);
        let said = match condition {
            "false" => Look::Hidden.word().to_owned(),
            _ if condition.is_empty() || is_by_action => Look::Shown.word().to_owned(),
            _ => from_feel(condition, Use::Condition, self.references).map_or_else(
                |_| {
                    self.say(Subject::FormElement(form, element), Remark::Visibility(condition.to_owned()));
                    Look::Shown.word().to_owned()
                },
                |translated| translated.text,
            ),
        };
        Draft::text("Sichtbarkeit", &said)
    }

    fn input(&mut self, form: FormId, element: &FormElement, field: &FormField) -> Draft {
        let document = self.document;
        let Some(data) = field.data.last().and_then(|last| document.fields.get(last)) else {
            return Draft::with("DokumentelementEingabefeld", Vec::new());
        };
        let (widget, default) = self.widget(&Field { data, shown: Some(Shown { form, element, field }), otherwise: Look::Shown });
        let inside = std::iter::once(widget).chain(default).collect();
        self.shell(form, element, inside, &field.data, element_for(data.kind).1)
    }

    fn repeated(&mut self, form: FormId, element: &FormElement, group: &FieldGroup, list: &DataPath) -> Draft {
        let least = group.repeat.as_ref().map_or(0, |repeat| repeat.least);
        let shown = match look(element, None) {
            Look::Shown if least > 0 => Look::Required,
            look => look,
        };
        let widget = Draft::with("Liste", dress(shown, &group.title, Some(element), &group.help));
        self.shell(form, element, vec![widget], list, "LIST")
    }

    /// What is around the widget: widths, and which data it shows.
    fn shell(&mut self, form: FormId, element: &FormElement, widget: Vec<Draft>, data: &DataPath, kind: &str) -> Draft {
        let own = self.id(form, element).unwrap_or_else(|| format!("Element{}", element.id.0));
        let mut inside: Vec<Draft> = widths(Some(element)).into_iter().collect();
        inside.extend(widget);
        let first =
            data.0.first().and_then(|field| self.document.fields.get(*field)).and_then(|field| self.document.objects.get(field.object));
        let is_own = first.is_some_and(|object| object.name == FORMS.1);
        let reference = self.document.path_text(data).and_then(|path| self.references.reference(&path)).filter(|_| !is_own);
        inside.extend(reference.map(|reference| Draft::text("Datenverweis", &reference)));
        Draft::with("DokumentelementEingabefeld", inside).attribute("Id", &own).attribute("Datentyp", kind)
    }
}
