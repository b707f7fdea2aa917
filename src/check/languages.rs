//! Translations: complete and up to date in the forms that citizens fill in.

use super::{Aspect, Problem};
use crate::form::language::{Standing, standing, texts_of};
use crate::model::{Document, Subject};

/// A form over another one is for those who decide, who read German.
pub(super) fn check(document: &Document, found: &mut Vec<Problem>) {
    for form in document.forms.values().filter(|form| form.shows.is_none()) {
        let texts = texts_of(document, form.id);
        for language in document.languages.values() {
            let count = |wanted: Standing| texts.iter().filter(|text| standing(language, text) == wanted).count();
            for (kind, standing) in [("check-language-missing", Standing::Missing), ("check-language-outdated", Standing::Outdated)] {
                let count = count(standing);
                if count > 0 {
                    let problem = Problem::hint(kind, Subject::Form(form.id)).and(Subject::Language(language.id)).about(Aspect::Text);
                    let problem = problem.with("language", &*language.name).with("count", count.to_string());
                    found.push(problem.with("all", texts.len().to_string()));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{DataPath, ElementKind, Form, FormElement, FormField, Language, Page, TextPart, TextPlace, Translation};
    use std::collections::BTreeMap;

    /// A form of one page and one heading, and a language.
    fn document() -> (Document, Subject, Subject) {
        let mut document = Document::empty("probe", "Probe");
        let (form, page, heading) = (document.new_id(), document.new_id(), document.new_id());
        let elements = vec![
            FormElement::new(heading, ElementKind::Heading("Angaben".to_owned())),
            FormElement::new(document.new_id(), ElementKind::Field(FormField::of(DataPath(Vec::new())))),
        ];
        document.forms.insert(form, Form::new(form, "f", "Antrag", vec![Page { elements, ..Page::new(page, "") }]));
        let id = document.new_id();
        let english = Language { id, tag: "en".to_owned(), name: "Englisch".to_owned(), texts: BTreeMap::new() };
        document.languages.insert(id, english);
        (document, Subject::Form(form), Subject::FormElement(form, heading))
    }

    fn found(document: &Document) -> Vec<(&'static str, String)> {
        let mut found = Vec::new();
        check(document, &mut found);
        found.into_iter().map(|problem| (problem.kind, problem.arguments[1].1.clone())).collect()
    }

    #[test]
    fn one_problem_a_form_and_language_counts_what_is_missing_or_old() {
        let (mut document, form, heading) = document();
        assert_eq!(found(&document), [("check-language-missing", "2".to_owned())]);
        let language = document.languages.keys().next().unwrap();
        let texts = [(form, TextPart::Name, "Antrag", "Application"), (heading, TextPart::Text, "Früher", "Before")];
        for (at, part, of, text) in texts {
            let translation = Translation { text: text.to_owned(), of: of.to_owned() };
            document.languages.get_mut(language).unwrap().texts.insert(TextPlace { at, part }, translation);
        }
        assert_eq!(found(&document), [("check-language-outdated", "1".to_owned())]);
    }

    #[test]
    fn forms_over_other_forms_and_documents_in_german_only_are_left_alone() {
        let (mut document, ..) = document();
        let (form, page) = (document.new_id(), document.new_id());
        let shows = document.forms.keys().next();
        document.forms.insert(form, Form { shows, ..Form::new(form, "g", "Prüfung", vec![Page::new(page, "Seite")]) });
        assert_eq!(found(&document).len(), 1);
        document.languages = Default::default();
        assert_eq!(found(&document), []);
    }
}
