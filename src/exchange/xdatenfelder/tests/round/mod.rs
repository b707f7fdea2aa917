//! What is changed in the model is changed after export and import, and nothing else: each kind of change, in both versions.

mod sample;
mod texts;
mod structure;

use super::*;
use crate::exchange::xdatenfelder::export;
use crate::exchange::{Matter, Weight, What};
use crate::model::*;
use sample::{Version, facts};

fn both() -> [Document; 2] {
    [false, true].map(|is_three| import_text(&Version { is_three }.schema()).document)
}

fn written(document: &Document) -> (Document, Vec<What>) {
    let exported = export(document, form(document).id).unwrap();
    let text = String::from_utf8(exported.bytes).unwrap();
    (import_text(&text).document, exported.report.into_iter().map(|note| note.what).collect())
}

/// After the change, export and import everything is as in the model, where `also` is what the standard cannot keep apart from it. What
/// the export says is the same in both versions.
#[track_caller]
fn check_but(change: impl Fn(&mut Document), also: impl Fn(&mut Document)) -> Vec<What> {
    let mut said = Vec::new();
    for mut document in both() {
        let before = facts(&document);
        change(&mut document);
        assert_eq!(violations(&document), []);
        let (again, report) = written(&document);
        also(&mut document);
        let wanted = facts(&document);
        assert_ne!(before, wanted, "a change");
        similar(&facts(&again), &wanted);
        let (_, second) = written(&again);
        assert_eq!(second, [What::Unchanged], "a second export has nothing to do");
        said.push(report);
    }
    let [two, three] = said.try_into().unwrap();
    let without_numbers = |said: &[What]| said.iter().filter(|what| !matches!(what, What::AddedWithNumber(_))).cloned().collect::<Vec<_>>();
    assert_eq!(without_numbers(&two), without_numbers(&three));
    two
}

/// The same lines; where not, those that differ.
#[track_caller]
fn similar(found: &[String], wanted: &[String]) {
    let only =
        |some: &[String], others: &[String]| some.iter().filter(|line| !others.contains(line)).cloned().collect::<Vec<_>>().join("\n");
    let first = found.iter().zip(wanted).find(|(found, wanted)| found != wanted);
    assert!(found == wanted, "{first:#?}\nfound only:\n{}\nwanted only:\n{}", only(found, wanted), only(wanted, found));
}

/// As [`check_but`], where nothing else follows, and everything could be said.
#[track_caller]
fn check(change: impl Fn(&mut Document)) -> Vec<What> {
    let said = check_but(change, |_| {});
    assert!(said.iter().all(|what| what.weight() == Weight::Changed), "{said:?}");
    said
}

/// The first data field of that name.
fn data(document: &Document, name: &str) -> DataFieldId {
    document.fields.values().find(|field| field.name == name).unwrap().id
}

fn change_data(document: &mut Document, name: &str, change: impl FnOnce(&mut DataField)) {
    let id = data(document, name);
    change(document.fields.get_mut(id).unwrap());
}

fn object(document: &Document, name: &str) -> ObjectTypeId {
    document.objects.values().find(|object| object.name == name).unwrap().id
}

fn change_object(document: &mut Document, name: &str, change: impl FnOnce(&mut ObjectType)) {
    let id = object(document, name);
    change(document.objects.get_mut(id).unwrap());
}

fn the_form(document: &mut Document) -> &mut Form {
    let id = form(document).id;
    document.forms.get_mut(id).unwrap()
}

/// Whether an element is meant by that name: the first title, text or data field.
fn is_named(document: &Document, element: &FormElement, name: &str) -> bool {
    match &element.kind {
        ElementKind::Field(field) => document.fields.get(field.data.last().unwrap()).unwrap().name == name,
        ElementKind::Group(group) => group.title == name,
        ElementKind::StaticText(text) => text == name,
        _ => false,
    }
}

fn change_element(document: &mut Document, name: &str, change: impl FnOnce(&mut FormElement)) {
    let id = form(document).elements().into_iter().find(|element| is_named(document, element, name)).unwrap().id;
    change(the_form(document).element_mut(id).unwrap());
}

fn change_shown(document: &mut Document, name: &str, change: impl FnOnce(&mut FormField)) {
    change_element(document, name, |element| {
        let ElementKind::Field(field) = &mut element.kind else { panic!() };
        change(field);
    });
}

fn change_group(document: &mut Document, title: &str, change: impl FnOnce(&mut FieldGroup)) {
    change_element(document, title, |element| {
        let ElementKind::Group(group) = &mut element.kind else { panic!() };
        change(group);
    });
}

/// The elements of the page of that title.
fn page<'d>(document: &'d mut Document, title: &str) -> &'d mut Vec<FormElement> {
    &mut the_form(document).pages.iter_mut().find(|page| page.title == title).unwrap().elements
}

/// Takes an element out of the form, wherever it stands.
fn take(document: &mut Document, name: &str) -> FormElement {
    fn search(elements: &mut Vec<FormElement>, id: FormElementId) -> Option<FormElement> {
        if let Some(at) = elements.iter().position(|element| element.id == id) {
            return Some(elements.remove(at));
        }
        elements
            .iter_mut()
            .find_map(|element| if let ElementKind::Group(group) = &mut element.kind { search(&mut group.elements, id) } else { None })
    }
    let id = form(document).elements().into_iter().find(|element| is_named(document, element, name)).unwrap().id;
    the_form(document).pages.iter_mut().find_map(|page| search(&mut page.elements, id)).unwrap()
}

/// Takes an element out of the form and of its rules.
fn strike(document: &mut Document, name: &str) {
    let id = take(document, name).id;
    the_form(document).rules.iter_mut().for_each(|rule| rule.targets.retain(|target| *target != id));
}

/// Takes a field and what is in it out of the data.
fn take_data(document: &mut Document, name: &str) -> DataField {
    let id = data(document, name);
    let field = document.fields.remove(id).unwrap().as_ref().clone();
    document.objects.get_mut(field.object).unwrap().fields.retain(|kept| *kept != id);
    field
}

/// A new data field at that place in an object.
fn add_data(document: &mut Document, object: ObjectTypeId, at: usize, name: &str, kind: FieldKind) -> DataFieldId {
    let id: DataFieldId = document.new_id();
    document.fields.insert(id, DataField::new(id, object, &name.to_lowercase(), name, kind));
    document.objects.get_mut(object).unwrap().fields.insert(at, id);
    id
}

fn add_object(document: &mut Document, name: &str) -> ObjectTypeId {
    let id: ObjectTypeId = document.new_id();
    document.objects.insert(id, ObjectType::new(id, &name.to_lowercase(), name));
    id
}

fn shows(document: &mut Document, path: &[DataFieldId]) -> FormElement {
    FormElement::new(document.new_id(), ElementKind::Field(FormField::of(DataPath(path.to_vec()))))
}

fn says(document: &mut Document, text: &str) -> FormElement {
    FormElement::new(document.new_id(), ElementKind::StaticText(text.to_owned()))
}

#[test]
fn nothing_changed_is_nothing_changed() {
    for document in both() {
        let exported = export(&document, form(&document).id).unwrap();
        assert_eq!(exported.report.iter().map(|note| &note.what).collect::<Vec<_>>(), [&What::Unchanged]);
        assert_eq!(exported.bytes, document.sources.values().next().unwrap().text.as_bytes());
    }
    let [two, three] = both();
    similar(&facts(&two), &facts(&three));
}
