//! What expressions name, and where fields are used.

use super::{Paths, Spot, Target, Usages, Use};
use crate::model::*;

/// `antrag` with `kind` (text), `halter: Object(person)` and `hunde: List(hund)`; `person` with `name`; `hund` with `rasse`.
fn document() -> Document {
    let mut document = Document::empty("p", "P");
    let objects = ["antrag", "person", "hund"].map(|key| {
        let id: ObjectTypeId = document.new_id();
        document.objects.insert(id, ObjectType::new(id, key, key));
        id
    });
    let [antrag, person, hund] = objects;
    for (object, key, kind) in [
        (antrag, "art", FieldKind::Text),
        (antrag, "halter", FieldKind::Object(person)),
        (antrag, "hunde", FieldKind::List(hund)),
        (person, "name", FieldKind::Text),
        (hund, "rasse", FieldKind::Text),
        (hund, "chip", FieldKind::Text),
    ] {
        let id: DataFieldId = document.new_id();
        document.fields.insert(id, DataField::new(id, object, key, key, kind));
        document.objects.get_mut(object).unwrap().fields.push(id);
    }
    document
}

fn field(document: &Document, path: &str) -> DataFieldId {
    document.find_path(path).unwrap().last().unwrap()
}

/// The keys of the fields that a text names, with a star at the end of a path and the place where the path begins.
fn named(document: &Document, text: &str) -> Vec<String> {
    let found = Paths::of(document).references(text).into_iter();
    let fields = found.filter_map(|it| {
        let Target::Field(field) = it.target else { return None };
        let key = &document.fields.get(field)?.key;
        assert_eq!(text.get(it.span.clone()), Some(key.as_str()));
        Some(format!("{key}{}{}", if it.is_end { "*" } else { "" }, it.path_start.map_or(String::new(), |start| format!("@{start}"))))
    });
    fields.collect()
}

#[test]
fn references_know_their_end_and_where_their_path_begins() {
    let document = document();
    for (text, expected) in [
        ("antrag.art = \"a\"", vec!["art*@0"]),
        ("not(antrag . halter.name = null)", vec!["halter@4", "name*@4"]),
        ("antrag.hunde[rasse = antrag.art].chip", vec!["hunde@0", "rasse*", "art*@21", "chip*"]),
        ("some h in antrag.hunde satisfies h.rasse = 1", vec!["hunde*@10", "rasse*"]),
        ("count(antrag.hunde)", vec!["hunde*@6"]),
        ("\"antrag.art\" // antrag.art", vec![]),
        ("antrag.art = ", vec!["art*@0"]),
    ] {
        assert_eq!(named(&document, text), expected, "{text}");
    }
}

#[test]
fn places_in_letters_are_those_of_the_letter() {
    let document = document();
    let letter = "Sehr geehrte {{antrag.halter.name}}, zu {{ antrag.art }} {{antrag.art";
    let found = Paths::of(&document).references_in_letter(letter);
    let names: Vec<&str> = found.iter().filter_map(|it| letter.get(it.path_start?..it.span.end)).collect();
    assert_eq!(names, ["antrag", "antrag.halter", "antrag.halter.name", "antrag", "antrag.art"]);
}

#[test]
fn each_use_is_found_once_with_what_is_done() {
    let mut document = document();
    let art = field(&document, "antrag.art");
    let element: FormElementId = document.new_id();
    let mut shown = FormField::of(DataPath::field(art));
    shown.required_when = "antrag.art = null and antrag.art != \"\"".into();
    let (form, page): (FormId, FormElementId) = (document.new_id(), document.new_id());
    let mut first = Page::new(page, "Seite");
    first.elements.push(FormElement::new(element, ElementKind::Field(shown)));
    document.forms.insert(form, Form::new(form, "f", "F", vec![first]));
    let letter: DocumentTemplateId = document.new_id();
    let body = "{{antrag.halter.name}}".into();
    let template = DocumentTemplate { id: letter, key: "b".into(), name: "B".into(), subject: String::new(), body };
    document.document_templates.insert(letter, template);

    let usages = Usages::of(&document);
    let of_art: Vec<_> = usages.of_field(art).iter().map(|it| (it.how, it.spot)).collect();
    assert_eq!(of_art, [(Use::Asked, Spot::Question), (Use::Decided, Spot::Requirement)]);
    assert!(usages.of_field(art).iter().all(|it| it.at == Subject::FormElement(form, element)));
    let name = usages.of_field(field(&document, "antrag.halter.name"));
    assert_eq!(name.iter().map(|it| (it.how, it.at)).collect::<Vec<_>>(), [(Use::Read, Subject::DocumentTemplate(letter))]);
    // What holds a used field is used, but not asked.
    let halter = field(&document, "antrag.halter");
    assert!(usages.of_field(halter).is_empty() && usages.is_used(halter) && !usages.is_asked(halter));
    let hunde = field(&document, "antrag.hunde");
    assert!(!usages.is_used(hunde) && !usages.is_used(field(&document, "antrag.hunde.chip")));
}

#[test]
fn a_test_case_alone_does_not_make_a_field_used() {
    let mut document = document();
    let id: TestCaseId = document.new_id();
    let case = TestCase {
        id,
        name: "Fall".into(),
        description: String::new(),
        process: document.main_process,
        begins_at: String::new(),
        steps: Vec::new(),
        expectations: vec![Expectation::Holds("antrag.art = \"a\"".into())],
    };
    document.test_cases.insert(id, case);
    let usages = Usages::of(&document);
    let art = field(&document, "antrag.art");
    assert_eq!(usages.of_field(art).iter().map(|it| it.how).collect::<Vec<_>>(), [Use::Tested]);
    assert!(!usages.is_used(art));
}
