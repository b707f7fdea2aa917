//! What citizens read in a form, and its translations.

use crate::model::{
    CodeEntry, CodeList, DataField, Document, ElementKind, FieldGroup, Form, FormElement, FormElementId, FormField, FormId, Language,
    LanguageId, Subject, TextPart, TextPlace,
};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Says texts in a language.
#[derive(Clone, Copy)]
pub(super) struct Words<'a>(Option<&'a Language>);

impl<'a> Words<'a> {
    /// In that language, or in German.
    pub fn of(document: &'a Document, language: Option<LanguageId>) -> Self {
        Self(language.and_then(|language| document.languages.get(language)))
    }

    /// The translation of the text at a place; the German text where there is none.
    pub fn say(self, at: Subject, part: TextPart, german: &str) -> String {
        let translation = self.0.and_then(|language| language.texts.get(&TextPlace { at, part }));
        translation.map(|translation| translation.text.as_str()).filter(|text| !text.trim().is_empty()).unwrap_or(german).to_owned()
    }

    pub fn form_name(self, form: &Form) -> String {
        self.say(Subject::Form(form.id), TextPart::Name, &form.name)
    }

    pub fn form_description(self, form: &Form) -> String {
        self.say(Subject::Form(form.id), TextPart::Description, &form.description)
    }

    /// The entries of a code list.
    pub fn codes(self, list: &CodeList) -> Arc<[CodeEntry]> {
        let at = Subject::CodeList(list.id);
        let say = |entry: &CodeEntry| CodeEntry {
            label: self.say(at, TextPart::Code(entry.code.clone()), &entry.label),
            help: self.say(at, TextPart::CodeHelp(entry.code.clone()), &entry.help),
            code: entry.code.clone(),
        };
        list.entries.iter().map(say).collect()
    }
}

/// A text that citizens read, in German.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// Where it stands.
    pub place: TextPlace,
    /// The text.
    pub german: String,
}

/// All texts that citizens read in the forms of a document, form by form, in reading order, each once.
pub fn texts(document: &Document) -> Vec<Text> {
    let mut reader = Reader::default();
    document.forms.values().for_each(|form| reader.form(document, form));
    reader.found
}

/// The texts of one form, without those of the form that it shows.
pub fn texts_of(document: &Document, form: FormId) -> Vec<Text> {
    let mut reader = Reader::default();
    if let Some(form) = document.forms.get(form) {
        reader.form(document, form);
    }
    reader.found
}

/// How a text stands in a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It is not translated.
    Missing,
    /// The German text has changed since it was translated.
    Outdated,
    /// Its translation is up to date.
    Current,
}

/// How a text stands in a language.
pub fn standing(language: &Language, text: &Text) -> Standing {
    match language.texts.get(&text.place) {
        Some(translation) if translation.text.trim().is_empty() => Standing::Missing,
        None => Standing::Missing,
        Some(translation) if translation.of != text.german => Standing::Outdated,
        Some(_) => Standing::Current,
    }
}

/// The texts without translation in a language, in the order of [`texts`].
pub fn missing(document: &Document, language: LanguageId) -> Vec<Text> {
    standing_so(document, language, Standing::Missing)
}

/// The texts whose translation in a language is of an older German text, in the order of [`texts`].
pub fn outdated(document: &Document, language: LanguageId) -> Vec<Text> {
    standing_so(document, language, Standing::Outdated)
}

fn standing_so(document: &Document, language: LanguageId, wanted: Standing) -> Vec<Text> {
    let Some(language) = document.languages.get(language) else { return Vec::new() };
    texts(document).into_iter().filter(|text| standing(language, text) == wanted).collect()
}

/// Collects texts.
#[derive(Default)]
struct Reader {
    found: Vec<Text>,
    seen: BTreeSet<TextPlace>,
}

impl Reader {
    fn form(&mut self, document: &Document, form: &Form) {
        self.take(Subject::Form(form.id), TextPart::Name, &form.name);
        self.take(Subject::Form(form.id), TextPart::Description, &form.description);
        for page in &form.pages {
            self.take(Subject::FormElement(form.id, page.id), TextPart::Name, &page.title);
            self.elements(document, form.id, &page.elements);
        }
        for rule in form.rules.iter().filter(|rule| rule.then.is_some()) {
            self.take(Subject::FormElement(form.id, rule.id), TextPart::Text, &rule.message);
        }
    }

    fn elements(&mut self, document: &Document, form: FormId, elements: &[FormElement]) {
        for element in elements {
            let at = Subject::FormElement(form, element.id);
            match &element.kind {
                ElementKind::Field(field) => self.field(document, form, element.id, field),
                ElementKind::Group(FieldGroup { title, help, elements, .. }) => {
                    self.take(at, TextPart::Name, title);
                    self.take(at, TextPart::Help, help);
                    self.elements(document, form, elements);
                }
                ElementKind::Heading(text) | ElementKind::StaticText(text) | ElementKind::Hint { text, .. } => {
                    self.take(at, TextPart::Text, text);
                }
            }
        }
    }

    fn field(&mut self, document: &Document, form: FormId, id: FormElementId, field: &FormField) {
        let at = Subject::FormElement(form, id);
        let Some(data) = field.data.last().and_then(|data| document.fields.get(data)) else { return };
        if field.label.is_empty() {
            self.take(Subject::DataField(data.id), TextPart::Name, &data.name);
        }
        self.take(at, TextPart::Label, &field.label);
        self.take(at, TextPart::Help, &field.help);
        for (rule, index) in field.rules.iter().zip(0..) {
            self.take(at, TextPart::RuleMessage(index), &rule.message);
        }
        self.data(document, data);
    }

    fn data(&mut self, document: &Document, data: &DataField) {
        self.take(Subject::DataField(data.id), TextPart::PatternMessage, &data.constraints.pattern_message);
        let Some(list) = data.kind.code_list().and_then(|list| document.code_lists.get(list)) else { return };
        for entry in &list.entries {
            self.take(Subject::CodeList(list.id), TextPart::Code(entry.code.clone()), &entry.label);
            self.take(Subject::CodeList(list.id), TextPart::CodeHelp(entry.code.clone()), &entry.help);
        }
    }

    fn take(&mut self, at: Subject, part: TextPart, german: &str) {
        let place = TextPlace { at, part };
        if !german.trim().is_empty() && self.seen.insert(place.clone()) {
            self.found.push(Text { place, german: german.to_owned() });
        }
    }
}
