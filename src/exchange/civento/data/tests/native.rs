//! Data and forms made here, of every kind, go out and come in.

use super::writing::{facts, library};
use super::*;
use crate::model::{CodeEntry, DataPath, FieldGroup, FormElementId, FormId, ObjectType, ObjectTypeId, Setting};

/// A document made here, with every kind of field.
#[expect(clippy::too_many_lines, reason = "a field of each kind")]
fn native() -> Document {
    let mut document = Document::empty("antrag", "Antrag");
    let object: ObjectTypeId = document.new_id();
    let inner: ObjectTypeId = document.new_id();
    document.objects.insert(object, ObjectType::new(object, "antrag", "Antrag"));
    document.objects.insert(inner, ObjectType::new(inner, "posten", "Posten"));
    let list = document.new_id();
    let codes = vec![CodeEntry::new("a", "Erste"), CodeEntry::new("b", "Zweite")];
    let of = |name: &str| name.to_owned();
    document.code_lists.insert(
        list,
        crate::model::CodeList { id: list, key: of("auswahl"), name: of("Auswahl"), version: of(""), uri: of(""), entries: codes },
    );
    let kinds = [
        ("text", FieldKind::Text),
        ("lang", FieldKind::LongText),
        ("zahl", FieldKind::WholeNumber),
        ("bruch", FieldKind::Decimal),
        ("geld", FieldKind::Money),
        ("tag", FieldKind::Date),
        ("zeit", FieldKind::Time),
        ("zeitpunkt", FieldKind::DateTime),
        ("ja", FieldKind::YesNo),
        ("eins", FieldKind::Choice(list)),
        ("viele", FieldKind::MultipleChoice(list)),
        ("datei", FieldKind::File),
        ("person", FieldKind::Person),
        ("anschrift", FieldKind::Address),
        ("konto", FieldKind::BankAccount),
        ("mail", FieldKind::Email),
        ("telefon", FieldKind::Phone),
    ];
    let mut elements = Vec::new();
    for (key, kind) in kinds {
        let id = document.new_id();
        document.fields.insert(id, crate::model::DataField::new(id, object, key, key, kind));
        document.objects.get_mut(object).unwrap().fields.push(id);
        let element: FormElementId = document.new_id();
        elements.push(FormElement::new(element, ElementKind::Field(FormField::of(DataPath::field(id)))));
    }
    let (entries, price) = (document.new_id(), document.new_id());
    document.fields.insert(price, crate::model::DataField::new(price, inner, "preis", "Preis", FieldKind::Money));
    document.objects.get_mut(inner).unwrap().fields.push(price);
    document.fields.insert(entries, crate::model::DataField::new(entries, object, "posten", "Liste", FieldKind::List(inner)));
    document.objects.get_mut(object).unwrap().fields.push(entries);
    elements[0].visible_when = "antrag.ja = true".to_owned();
    elements[1].visible_when = "antrag.zahl != 3 and antrag.eins = \"a\"".to_owned();
    let mut group = FormElement::new(document.new_id(), ElementKind::Group(FieldGroup::new("Gruppe", elements)));
    group.visible_when = "count(antrag.posten) > 2".to_owned();
    let (text, heading) = (document.new_id(), document.new_id());
    let reading = [
        FormElement::new(heading, ElementKind::Heading("Antrag".to_owned())),
        FormElement::new(text, ElementKind::StaticText("a < b & {{antrag.text}}\nzweite Zeile".to_owned())),
    ];
    let pages = [vec![group], reading.into()]
        .map(|elements| crate::model::Page { elements, ..crate::model::Page::new(document.new_id(), "Seite") });
    let form: FormId = document.new_id();
    document.forms.insert(form, Form::new(form, "formular", "Formular", pages.into()));
    let id = document.new_id();
    let setting = Setting {
        id,
        key: of("satz"),
        name: of("Satz"),
        description: of("Nach Satzung"),
        kind: FieldKind::Money,
        default_value: of("12"),
        is_required: true,
    };
    document.settings.insert(id, setting);
    document
}

#[test]
fn every_kind_of_field_goes_out_and_comes_in() {
    let document = native();
    assert_eq!(violations(&document), []);
    let (draft, said) = library(&document, None);
    let again = read(&draft.file());
    for (key, kind) in [
        ("antrag.text", FieldKind::Text),
        ("antrag.lang", FieldKind::LongText),
        ("antrag.bruch", FieldKind::Decimal),
        ("antrag.geld", FieldKind::Money),
        ("antrag.tag", FieldKind::Date),
        ("antrag.zeit", FieldKind::Time),
        ("antrag.zeitpunkt", FieldKind::DateTime),
        ("antrag.ja", FieldKind::YesNo),
        ("antrag.datei", FieldKind::File),
        ("antrag.person", FieldKind::Person),
        ("antrag.anschrift", FieldKind::Address),
        ("antrag.konto", FieldKind::BankAccount),
        ("antrag.mail", FieldKind::Email),
        ("antrag.telefon", FieldKind::Phone),
        ("antrag.posten.preis", FieldKind::Money),
    ] {
        assert_eq!(again.field(key).kind, kind, "{key}");
    }
    assert!(matches!(again.field("antrag.viele").kind, FieldKind::MultipleChoice(_)));
    let own = |document: &Document| facts(document).into_iter().filter(|fact| fact.starts_with("Formular ")).collect::<Vec<_>>();
    assert_eq!(own(&again.document), own(&document));
    assert!(said.contains(&Remark::NearestKind));
    assert_eq!(library(&again.document, Some(again.source)).0, {
        let third = read(&library(&again.document, Some(again.source)).0.file());
        library(&third.document, Some(third.source)).0
    });
}

#[test]
fn conditions_that_cannot_be_said_are_told() {
    let mut document = native();
    let form = document.forms.keys().next().unwrap();
    let id = document.forms.get(form).unwrap().fields().nth(2).unwrap().0;
    document.forms.get_mut(form).unwrap().element_mut(id).unwrap().visible_when = "antrag.zahl > antrag.bruch".to_owned();
    let (_, said) = library(&document, None);
    assert!(said.contains(&Remark::Visibility("antrag.zahl > antrag.bruch".to_owned())), "{said:?}");
}
