//! A form in another language: its texts become translations of the German form.

use super::super::json::Json;
use super::{Importing, TextFile};
use crate::model::{ElementKind, FormElement, FormId, Language, LanguageId, Page, Subject, TextPart, TextPlace, Translation};
use std::collections::BTreeMap;

/// Takes the texts of a form in another language.
pub(super) fn read(importing: &mut Importing, _file: &TextFile, json: &Json, tag: &str, form: FormId) {
    let Some(german) = importing.document.forms.get(form).cloned() else { return };
    let mut texts = BTreeMap::new();
    let mut put = |at: Subject, part: TextPart, of: &str, text: String| {
        if !of.is_empty() && !text.is_empty() {
            texts.insert(TextPlace { at, part }, Translation { text, of: of.to_owned() });
        }
    };
    put(Subject::Form(form), TextPart::Name, &german.name, json.text("title"));
    let mut pieces = Vec::new();
    for (page, section) in german.pages.iter().zip(json.list("sections")) {
        put(at(form, page), TextPart::Name, &page.title, section.text("title"));
        pieces.extend(section.list("fieldGroups").iter().map(|group| (group.text("id"), group, true)));
        for group in section.list("fieldGroups") {
            let fields = group.list("rows").iter().flat_map(|row| row.list("fields"));
            pieces.extend(fields.map(|field| (format!("{}:{}", group.text("id"), field.text("id")), field, false)));
        }
    }
    for (id, piece, is_group) in pieces {
        let found = german.elements().into_iter().find(|element| {
            let of = Subject::FormElement(form, element.id);
            importing.document.origins.get(of).is_some_and(|origin| origin.id == id)
        });
        let Some(element) = found else { continue };
        for (at, part, of, text) in texts_of(&importing.document, form, element, piece, is_group) {
            put(at, part, &of, text);
        }
    }
    let language = language(importing, tag);
    if let Some(language) = importing.document.languages.get_mut(language) {
        language.texts.extend(texts);
    }
}

fn at(form: FormId, page: &Page) -> Subject {
    Subject::FormElement(form, page.id)
}

type Piece = (Subject, TextPart, String, String);

fn texts_of(document: &crate::model::Document, form: FormId, element: &FormElement, json: &Json, is_group: bool) -> Vec<Piece> {
    let at = Subject::FormElement(form, element.id);
    let label = json.text("label");
    match &element.kind {
        ElementKind::Group(group) if is_group => vec![(at, TextPart::Name, group.title.clone(), json.text("title"))],
        ElementKind::Heading(text) | ElementKind::StaticText(text) => vec![(at, TextPart::Text, text.clone(), label)],
        ElementKind::Hint { text, .. } => {
            let hint = json.get("additionalConfig").map(|config| config.text("text")).filter(|text| !text.is_empty());
            vec![(at, TextPart::Text, text.clone(), hint.unwrap_or(label))]
        }
        ElementKind::Field(field) => {
            let Some(data) = field.data.last().and_then(|last| document.fields.get(last)) else { return Vec::new() };
            let mut found = vec![(at, TextPart::Help, field.help.clone(), json.text("helptext"))];
            found.push(match field.label.as_str() {
                "" => (Subject::DataField(data.id), TextPart::Name, data.name.clone(), label),
                own => (at, TextPart::Label, own.to_owned(), label),
            });
            if let Some(list) = data.kind.code_list().and_then(|list| document.code_lists.get(list)) {
                for value in json.list("possibleValues") {
                    let code = value.text("value");
                    let entry = list.entries.iter().find(|entry| entry.code == code);
                    let Some(entry) = entry else { continue };
                    found.push((Subject::CodeList(list.id), TextPart::Code(code), entry.label.clone(), value.text("label")));
                }
            }
            found
        }
        ElementKind::Group(_) => Vec::new(),
    }
}

fn language(importing: &mut Importing, tag: &str) -> LanguageId {
    let document = &mut importing.document;
    if let Some(language) = document.languages.values().find(|language| language.tag == tag) {
        return language.id;
    }
    let id: LanguageId = document.new_id();
    let name = match tag {
        "en" => "Englisch",
        "fr" => "Französisch",
        "tr" => "Türkisch",
        "uk" => "Ukrainisch",
        "ar" => "Arabisch",
        "ru" => "Russisch",
        other => other,
    };
    document.languages.insert(id, Language { id, tag: tag.to_owned(), name: name.to_owned(), texts: BTreeMap::new() });
    id
}
