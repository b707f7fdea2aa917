//! Forms in other languages, and what is not translated.

use super::super::language::{missing, outdated, texts, texts_of};
use super::super::{Fault, Filling, Inside, Plan};
use super::document::{Sketch, faults, now, rule};
use crate::model::{CodeListId, Consequence, FieldKind, Language, LanguageId, Subject, TextPart, TextPlace, Translation};
use std::collections::BTreeMap;
use std::sync::Arc;

fn language(sketch: &mut Sketch) -> LanguageId {
    let id = sketch.document.new_id();
    let english = Language { id, tag: "en".to_owned(), name: "Englisch".to_owned(), texts: BTreeMap::new() };
    sketch.document.languages.insert(id, english);
    id
}

fn translate(sketch: &mut Sketch, language: LanguageId, at: Subject, part: TextPart, of: &str, text: &str) {
    let translation = Translation { text: text.to_owned(), of: of.to_owned() };
    sketch.document.languages.get_mut(language).unwrap().texts.insert(TextPlace { at, part }, translation);
}

/// Explains the second of the codes.
fn explain(sketch: &mut Sketch, list: CodeListId) {
    sketch.document.code_lists.get_mut(list).unwrap().entries[1].help = "Nur werktags.".to_owned();
}

#[test]
fn every_text_of_a_citizen_is_listed_once() {
    let mut sketch = Sketch::new();
    let list = sketch.codes(&["a", "b"]);
    explain(&mut sketch, list);
    let choice = sketch.field("wahl", FieldKind::Choice(list), |_, field, limits| {
        (field.label, field.help) = ("Ihre Wahl".to_owned(), "Nur eine.".to_owned());
        field.rules = vec![rule("true", ""), rule("true", "Geht nicht.")];
        limits.pattern_message = "Muster.".to_owned();
    });
    let again = sketch.plain("name", FieldKind::Text);
    sketch.group("Gruppe", &[&again]);
    sketch.rule(Consequence::Message, "", &[choice.element]).message = "Falsch.".to_owned();
    sketch.rule(Consequence::Message, "", &[choice.element]).then = None;
    let found: Vec<(TextPart, String)> = texts(&sketch.document).into_iter().map(|text| (text.place.part, text.german)).collect();
    let expected = [
        (TextPart::Name, "Formular"),
        (TextPart::Name, "Seite"),
        (TextPart::Label, "Ihre Wahl"),
        (TextPart::Help, "Nur eine."),
        (TextPart::RuleMessage(1), "Geht nicht."),
        (TextPart::PatternMessage, "Muster."),
        (TextPart::Code("a".to_owned()), "A"),
        (TextPart::Code("b".to_owned()), "B"),
        (TextPart::CodeHelp("b".to_owned()), "Nur werktags."),
        (TextPart::Name, "Gruppe"),
        (TextPart::Name, "NAME"),
        (TextPart::Text, "Falsch."),
    ];
    assert_eq!(found, expected.map(|(part, text)| (part, text.to_owned())));
    assert_eq!(texts_of(&sketch.document, sketch.form), texts(&sketch.document));
}

#[test]
fn a_form_speaks_the_language_and_german_where_it_must() {
    let mut sketch = Sketch::new();
    let list = sketch.codes(&["a", "b"]);
    explain(&mut sketch, list);
    let choice = sketch.field("wahl", FieldKind::Choice(list), |_, field, _| field.is_required = true);
    let other = sketch.plain("name", FieldKind::Text);
    let english = language(&mut sketch);
    let (form, page) = (sketch.form, sketch.page);
    let rule = sketch.rule(Consequence::Required, "", &[other.element]);
    rule.message = "Bitte.".to_owned();
    let rule = rule.id;
    let data = sketch.document.find_path("antrag.wahl").unwrap().last().unwrap();
    translate(&mut sketch, english, Subject::Form(form), TextPart::Name, "Formular", "Form");
    translate(&mut sketch, english, Subject::FormElement(form, page), TextPart::Name, "Seite", "Page");
    translate(&mut sketch, english, Subject::DataField(data), TextPart::Name, "WAHL", "Choice");
    translate(&mut sketch, english, Subject::CodeList(list), TextPart::Code("b".to_owned()), "B", "Bee");
    translate(&mut sketch, english, Subject::CodeList(list), TextPart::CodeHelp("b".to_owned()), "Nur werktags.", "On workdays.");
    translate(&mut sketch, english, Subject::FormElement(form, rule), TextPart::Text, "Bitte.", "Please.");
    let plan = Plan::in_language(&sketch.document, form, english).unwrap();
    assert_eq!((plan.language, &*plan.title), (Some(english), "Form"));
    let filling = Filling::new(Arc::new(plan), Default::default(), now());
    let Inside::Field(field) = &filling.element(&choice).unwrap().inside else { panic!("no field") };
    let codes: Vec<(&str, &str)> = field.plan.codes.iter().map(|entry| (entry.label.as_str(), entry.help.as_str())).collect();
    assert_eq!((field.plan.label.as_str(), codes), ("Choice", vec![("A", ""), ("Bee", "On workdays.")]));
    assert_eq!(&*filling.pages()[0].title, "Page");
    assert_eq!(faults(&filling, &other), [(0, Fault::Rule { message: "Please.".to_owned() })]);
    let Inside::Field(field) = &filling.element(&other).unwrap().inside else { panic!("no field") };
    assert_eq!(field.plan.label, "NAME");
    assert!(Plan::in_language(&sketch.document, form, LanguageId(9999)).is_none());
}

#[test]
fn a_plan_is_made_anew_when_its_language_changes() {
    let mut sketch = Sketch::new();
    let english = language(&mut sketch);
    let german = Plan::of(&sketch.document, sketch.form).unwrap();
    let plan = Plan::in_language(&sketch.document, sketch.form, english).unwrap();
    let form = sketch.form;
    translate(&mut sketch, english, Subject::Form(form), TextPart::Name, "Formular", "Form");
    assert!(german.is_current(&sketch.document) && !plan.is_current(&sketch.document));
}

#[test]
fn what_is_missing_or_out_of_date_is_listed() {
    let mut sketch = Sketch::new();
    let english = language(&mut sketch);
    let (form, page) = (sketch.form, sketch.page);
    assert_eq!((missing(&sketch.document, english).len(), outdated(&sketch.document, english).len()), (2, 0));
    translate(&mut sketch, english, Subject::Form(form), TextPart::Name, "Formular", "Form");
    translate(&mut sketch, english, Subject::FormElement(form, page), TextPart::Name, "Alte Seite", "Old page");
    let old: Vec<String> = outdated(&sketch.document, english).into_iter().map(|text| text.german).collect();
    assert_eq!((missing(&sketch.document, english), old), (vec![], vec!["Seite".to_owned()]));
    translate(&mut sketch, english, Subject::Form(form), TextPart::Name, "Formular", " ");
    assert_eq!(missing(&sketch.document, english).len(), 1);
}
