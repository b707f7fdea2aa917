//! Order, places, what is gone and what is new.

use super::*;

/// Puts the element of a page at another place in it.
fn put(document: &mut Document, title: &str, name: &str, at: usize) {
    let element = take(document, name);
    page(document, title).insert(at, element);
}

/// Puts a data field at another place in its object.
fn put_data(document: &mut Document, name: &str, at: usize) {
    let id = data(document, name);
    let object = document.fields.get(id).unwrap().object;
    let fields = &mut document.objects.get_mut(object).unwrap().fields;
    fields.retain(|field| *field != id);
    fields.insert(at, id);
}

#[test]
fn the_order_of_fields() {
    let both_ways = |name: &'static str, form: usize, data: usize| {
        let moved = check(move |it| {
            put(it, "Zur Person", name, form);
            put_data(it, name, data);
        });
        assert_eq!(moved, [What::Moved], "{name}");
    };
    // Help and text stand before the fields on the page.
    both_ways("Name", 3, 1);
    both_ways("Status", 2, 0);
    both_ways("Kennzeichen", 6, 4);
    both_ways("Anschrift", 2, 0);
    let form_alone = |it: &mut Document| put(it, "Zur Person", "Status", 2);
    let data_alone = |it: &mut Document| put_data(it, "Status", 0);
    check_but(form_alone, data_alone);
    check_but(data_alone, form_alone);
}

#[test]
fn the_order_of_texts() {
    assert_eq!(check(|it| put(it, "Zur Person", "Hinweis zur Person", 5)), [What::Moved]);
    assert_eq!(check(|it| put(it, "Bemerkung", "Am Ende", 0)), [What::Moved]);
}

#[test]
fn the_order_of_pages() {
    let moved = check(|it| {
        let pages = &mut the_form(it).pages;
        let child = pages.iter().position(|page| page.title == "Kinder").unwrap();
        let child = pages.remove(child);
        pages.insert(1, child);
        put_data(it, "Kind", 0);
    });
    assert_eq!(moved, [What::Moved]);
}

#[test]
fn what_is_moved_keeps_its_changes() {
    let moved = check(|it| {
        put(it, "Zur Person", "Geburtsdatum", 2);
        put_data(it, "Geburtsdatum", 0);
        change_shown(it, "Geburtsdatum", |field| field.help = "Tag, Monat, Jahr".to_owned());
        the_form(it).rules.iter_mut().find(|rule| rule.fim_id == "R2").unwrap().wording = "Neu.".to_owned();
    });
    assert_eq!(moved, [What::Rewritten, What::Rewritten, What::Moved], "the field, its rule");
}

#[test]
fn what_is_gone() {
    let field = |name: &'static str| {
        check(move |it| {
            strike(it, name);
            take_data(it, name);
        })
    };
    for name in ["Name", "Kennzeichen", "Status", "Bemerkung"] {
        assert_eq!(field(name), [What::Removed], "{name}");
    }
    assert_eq!(check(|it| strike(it, "Bitte lesen")), [What::Removed]);
    assert_eq!(check(|it| strike(it, "Hinweis zur Person")), [What::Removed]);
    let group = check(|it| {
        the_form(it).pages.retain(|page| page.title != "Kinder");
        take_data(it, "Kind");
        let child = object(it, "Kind");
        let gone = it.objects.remove(child).unwrap();
        gone.fields.iter().for_each(|field| drop(it.fields.remove(*field)));
    });
    assert_eq!(group, [What::Removed]);
}

#[test]
fn new_fields_get_a_provisional_number() {
    let person = |it: &mut Document| {
        let (around, object) = (data(it, "Person"), object(it, "Person"));
        let new = add_data(it, object, 1, "Staatsangehörigkeit", FieldKind::Text);
        it.fields.get_mut(new).unwrap().constraints.max_length = Some(30);
        let mut element = shows(it, &[around, new]);
        let ElementKind::Field(field) = &mut element.kind else { panic!() };
        (field.help, field.is_required, field.label) = ("Alle".to_owned(), true, "Welche?".to_owned());
        page(it, "Zur Person").insert(3, element);
    };
    assert_eq!(check(person), [What::AddedWithNumber("F99000001".to_owned())]);
    let [_, mut three] = both();
    person(&mut three);
    assert_eq!(written(&three).1, [What::AddedWithNumber("F99999000001".to_owned())]);
    for kind in [FieldKind::Date, FieldKind::YesNo, FieldKind::Money, FieldKind::WholeNumber, FieldKind::Decimal, FieldKind::File] {
        check(|it| {
            let root = object(it, "Antrag");
            let new = add_data(it, root, 3, "Neues", kind);
            let element = shows(it, &[new]);
            page(it, "Bemerkung").insert(0, element);
        });
    }
    // At the end, and first of all.
    check(|it| {
        let (around, object) = (data(it, "Person"), object(it, "Person"));
        let new = add_data(it, object, 5, "Letztes", FieldKind::Text);
        let element = shows(it, &[around, new]);
        page(it, "Zur Person").push(element);
    });
    check(|it| {
        let (around, object) = (data(it, "Person"), object(it, "Person"));
        let new = add_data(it, object, 0, "Erstes", FieldKind::Text);
        let element = shows(it, &[around, new]);
        page(it, "Zur Person").insert(1, element);
    });
}

#[test]
fn a_new_field_in_a_building_block_has_one_number_at_all_places() {
    let said = check(|it| {
        let address = object(it, "Anschrift");
        let new = add_data(it, address, 2, "Land", FieldKind::Text);
        let paths: Vec<Vec<DataFieldId>> = it
            .fields
            .values()
            .filter(|field| field.kind.object() == Some(address))
            .map(|field| [it.fields.values().find(|outer| outer.kind.object() == Some(field.object)).unwrap().id, field.id, new].to_vec())
            .collect();
        assert_eq!(paths.len(), 2);
        for path in paths {
            let element = shows(it, &path);
            let city = path[..2].to_vec();
            let groups: Vec<FormElementId> = form(it)
                .elements()
                .into_iter()
                .filter(|group| {
                    let ElementKind::Group(inside) = &group.kind else { return false };
                    inside.title == "Anschrift"
                        && inside.elements.iter().any(|it| matches!(&it.kind, ElementKind::Field(field) if field.data.0.starts_with(&city)))
                })
                .map(|group| group.id)
                .collect();
            let ElementKind::Group(group) = &mut the_form(it).element_mut(groups[0]).unwrap().kind else { panic!() };
            group.elements.push(element);
        }
    });
    assert_eq!(said, [What::AddedWithNumber("F99000001".to_owned())]);
}

#[test]
fn new_texts() {
    let said = check(|it| {
        let element = says(it, "Ganz neu");
        page(it, "Zur Person").insert(4, element);
    });
    assert_eq!(said, [What::AddedWithNumber("F99000001".to_owned())]);
    check(|it| {
        let element = says(it, "Davor\nund dahinter");
        page(it, "Bemerkung").insert(0, element);
    });
}

/// A page for a new group of the case, with what is in it.
fn new_group(it: &mut Document, name: &str) -> (ObjectTypeId, DataFieldId) {
    let (root, inner) = (object(it, "Antrag"), add_object(it, name));
    let around = add_data(it, root, 1, name, FieldKind::Object(inner));
    let mut page = Page::new(it.new_id(), name);
    let text = says(it, "Zur neuen Gruppe");
    page.elements.push(text);
    the_form(it).pages.insert(2, page);
    (inner, around)
}

#[test]
fn new_groups() {
    let said = check(|it| {
        let (inner, around) = new_group(it, "Vertretung");
        for (at, name) in ["Vertreter", "Vollmacht"].into_iter().enumerate() {
            let field = add_data(it, inner, at, name, FieldKind::Text);
            let element = shows(it, &[around, field]);
            page(it, "Vertretung").push(element);
        }
    });
    let numbers = ["G99000001", "F99000001", "F99000002", "F99000003"].map(|number| What::AddedWithNumber(number.to_owned()));
    assert_eq!(said, numbers, "the text is the first field");
    check(|it| {
        let (root, inner) = (object(it, "Person"), add_object(it, "Reise"));
        let list = add_data(it, root, 5, "Reise", FieldKind::List(inner));
        let fields = ["Ziel", "Beginn"].map(|name| add_data(it, inner, usize::from(name == "Beginn"), name, FieldKind::Text));
        let elements = fields.map(|field| {
            let path = vec![data(it, "Person"), list, field];
            shows(it, &path)
        });
        let mut group = FieldGroup::new("Reisen", elements.into());
        let path = DataPath(vec![data(it, "Person"), list]);
        group.repeat = Some(Repeat { list: path, least: 1, most: Some(4), layout: RepeatLayout::Cards });
        let element = FormElement::new(it.new_id(), ElementKind::Group(group));
        page(it, "Zur Person").push(element);
    });
}

/// The field goes into another object, at the end, and its element to that page.
fn move_to(it: &mut Document, name: &str, (object, page_title): (ObjectTypeId, &str), around: DataFieldId) {
    let id = data(it, name);
    let mut field = take_data(it, name);
    field.object = object;
    it.fields.insert(id, field);
    it.objects.get_mut(object).unwrap().fields.push(id);
    let mut element = take_shown(it, id);
    let ElementKind::Field(shown) = &mut element.kind else { panic!() };
    shown.data = DataPath(vec![around, id]);
    page(it, page_title).push(element);
}

fn take_shown(it: &mut Document, id: DataFieldId) -> FormElement {
    for page in &mut the_form(it).pages {
        let found =
            page.elements.iter().position(|element| matches!(&element.kind, ElementKind::Field(field) if field.data.last() == Some(id)));
        if let Some(at) = found {
            return page.elements.remove(at);
        }
    }
    panic!()
}

#[test]
fn fields_move_from_group_to_group() {
    let said = check(|it| {
        let (inner, around) = (object(it, "Person"), data(it, "Person"));
        move_to(it, "Bemerkung", (inner, "Zur Person"), around);
    });
    assert_eq!(said, [What::Moved]);
    let said = check(|it| {
        let (inner, around) = new_group(it, "Neue Gruppe");
        move_to(it, "Status", (inner, "Neue Gruppe"), around);
        move_to(it, "Geburtsdatum", (inner, "Neue Gruppe"), around);
    });
    assert_eq!(said.iter().filter(|what| **what == What::Moved).count(), 2, "{said:?}");
}

#[test]
fn new_elements_have_the_parts_of_a_block_in_the_order_of_real_ones() {
    let children = |text: &str, kind: &str, id: &str| -> Vec<String> {
        let root = crate::exchange::xml::read(text).unwrap();
        let mut open = vec![&root];
        while let Some(element) = open.pop() {
            let own = element.first("identifikation").and_then(|it| it.first("id")).map(|it| it.text().into_owned());
            if element.name.local == kind && own.as_deref() == Some(id) {
                return element.elements().map(|it| it.name.local.to_owned()).collect();
            }
            open.extend(element.elements());
        }
        panic!("{id}")
    };
    let check = |real: &str, real_id: &str, is_three: bool| {
        let mut document = import_text(&Version { is_three }.schema()).document;
        let root = object(&document, "Antrag");
        add_data(&mut document, root, 0, "Neues", FieldKind::Text);
        let exported = export(&document, form(&document).id).unwrap();
        let number = if is_three { "F99999000001" } else { "F99000001" };
        let new = children(std::str::from_utf8(&exported.bytes).unwrap(), "datenfeld", number);
        let real = children(std::str::from_utf8(&bytes(real)).unwrap(), "datenfeld", real_id);
        let mut rest = real.iter();
        assert!(new.iter().all(|name| rest.any(|other| other == name)), "{new:?}\n{real:?}");
    };
    check("fim/S00000094V1.0_xdf2.xml", "F60000319", false);
    check("xdatenfelder/tests/v3-data/simple.xml", "F60000000243", true);
}
