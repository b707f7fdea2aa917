//! Texts, demands, bounds, laws and rules: what is changed in place.

use super::*;

#[test]
fn names_labels_and_helps_of_fields() {
    check(|it| change_data(it, "Name", |field| field.name = "Familienname & mehr".to_owned()));
    check(|it| change_data(it, "Ort", |field| field.name = "Wohnort".to_owned()));
    check(|it| change_shown(it, "Name", |field| field.label = "Wie heißen Sie?".to_owned()));
    check(|it| change_shown(it, "Bemerkung", |field| field.label = "Noch etwas?".to_owned()));
    check(|it| change_shown(it, "Name", |field| field.label = String::new()));
    check(|it| change_shown(it, "Name", |field| field.help = "Bitte\nvollständig".to_owned()));
    check(|it| change_shown(it, "Name", |field| field.help = String::new()));
    check(|it| change_shown(it, "Bemerkung", |field| field.help = "Freiwillig".to_owned()));
    check(|it| change_data(it, "Bemerkung", |field| field.description = "Was sonst zu sagen ist".to_owned()));
}

#[test]
fn titles_and_helps_of_form_pages_and_groups() {
    check(|it| the_form(it).name = "Neuer Antrag".to_owned());
    check(|it| the_form(it).description = "Neue Erklärung".to_owned());
    check(|it| the_form(it).pages.iter_mut().find(|page| page.title == "Zur Person").unwrap().title = "Über Sie".to_owned());
    check(|it| change_element(it, "Angaben zur Person", |help| help.kind = ElementKind::StaticText("Andere Hilfe".to_owned())));
    check(|it| strike(it, "Angaben zur Person"));
    check(|it| change_group(it, "Betrieb", |group| group.help = "Andere Hilfe".to_owned()));
    check(|it| change_group(it, "Kinder", |group| group.help = "Alle".to_owned()));
    // Group and field have one name.
    let of_object = |it: &mut Document| change_object(it, "Person", |object| object.name = "Antragsteller".to_owned());
    let of_field = |it: &mut Document| change_data(it, "Person", |field| field.name = "Antragsteller".to_owned());
    check_but(of_object, of_field);
    check_but(of_field, of_object);
    check(|it| change_object(it, "Person", |object| object.description = "Wer den Antrag stellt".to_owned()));
    // The title of the page around a group that may be missing is the group's.
    let page_too =
        |it: &mut Document| the_form(it).pages.iter_mut().find(|page| page.title == "Kinder").unwrap().title = "Nachwuchs".to_owned();
    check_but(|it| change_group(it, "Kinder", |group| group.title = "Nachwuchs".to_owned()), page_too);
    check_but(page_too, |it| change_group(it, "Kinder", |group| group.title = "Nachwuchs".to_owned()));
}

#[test]
fn texts_to_read() {
    let say = |text: &'static str| move |element: &mut FormElement| element.kind = ElementKind::StaticText(text.to_owned());
    check(|it| change_element(it, "Bitte lesen", say("Bitte *genau* lesen")));
    check(|it| change_element(it, "Hinweis zur Person", say("Nur eine Person")));
    check(|it| change_element(it, "Am Ende", say("Fertig\n\nDanke")));
}

#[test]
fn what_is_hidden_and_locked() {
    check(|it| change_element(it, "Kennzeichen", |element| element.visible_when = String::new()));
    check(|it| change_element(it, "Name", |element| "false".clone_into(&mut element.visible_when)));
    check(|it| change_element(it, "Status", |element| "false".clone_into(&mut element.visible_when)));
    check(|it| change_shown(it, "Name", |field| field.is_read_only = true));
    check(|it| change_shown(it, "Fest", |field| field.is_read_only = false));
    check(|it| change_shown(it, "Bemerkung", |field| field.prefill = "\"bitte\"".to_owned()));
    check(|it| change_shown(it, "Fest", |field| field.prefill = String::new()));
}

#[test]
fn how_often() {
    check(|it| change_shown(it, "Bemerkung", |field| field.is_required = false));
    check(|it| change_shown(it, "Geburtsdatum", |field| field.is_required = true));
    let repeat = |least, most| {
        move |group: &mut FieldGroup| {
            let repeat = group.repeat.as_mut().unwrap();
            (repeat.least, repeat.most) = (least, most);
        }
    };
    check(|it| change_group(it, "Kinder", repeat(1, Some(5))));
    check(|it| change_group(it, "Telefon", repeat(0, None)));
    check(|it| {
        change_shown(it, "Farben", |field| field.is_required = true);
        change_data(it, "Farben", |field| (field.constraints.min_items, field.constraints.max_items) = (Some(2), Some(7)));
    });
    check(|it| change_data(it, "Farben", |field| field.constraints.max_items = None));
}

#[test]
fn bounds_and_patterns() {
    check(|it| change_data(it, "Name", |field| (field.constraints.min_length, field.constraints.max_length) = (Some(2), None)));
    check(|it| change_data(it, "Bemerkung", |field| field.constraints.pattern = "[a-z\"]{3}\\d".to_owned()));
    check(|it| change_data(it, "Umsatz", |field| field.constraints.maximum = "2000.5".to_owned()));
    check(|it| change_data(it, "Umsatz", |field| field.constraints.minimum = String::new()));
    check(|it| change_data(it, "Geburtsdatum", |field| field.constraints.minimum = "date(\"1880-02-29\")".to_owned()));
    check(|it| change_data(it, "Alter", |field| field.constraints.minimum = "-1".to_owned()));
}

#[test]
fn kinds_and_lists() {
    for kind in [FieldKind::Date, FieldKind::WholeNumber, FieldKind::Decimal, FieldKind::Money, FieldKind::YesNo, FieldKind::File] {
        check(|it| change_data(it, "Bemerkung", |field| field.kind = kind));
    }
    check(|it| {
        let list = it.fields.get(data(it, "Status")).unwrap().kind;
        change_data(it, "Bemerkung", |field| field.kind = list);
    });
    check(|it| change_data(it, "Status", |field| field.kind = FieldKind::Text));
    check(|it| {
        let FieldKind::Choice(list) = it.fields.get(data(it, "Status")).unwrap().kind else { panic!() };
        "2".clone_into(&mut it.code_lists.get_mut(list).unwrap().version);
    });
    check(|it| {
        let FieldKind::Choice(list) = it.fields.get(data(it, "Status")).unwrap().kind else { panic!() };
        change_data(it, "Status", |field| {
            field.kind = FieldKind::MultipleChoice(list);
            field.constraints.max_items = Some(3);
        });
    });
}

#[test]
fn laws() {
    let law = || LegalBasis { law: "AndG".to_owned(), paragraph: "§ 7 (2)".to_owned(), link: String::new() };
    check(|it| change_data(it, "Name", |field| field.legal_bases.push(law())));
    check(|it| change_data(it, "Name", |field| field.legal_bases = vec![law()]));
    check(|it| change_data(it, "Name", |field| field.legal_bases.clear()));
    check(|it| change_object(it, "Person", |object| object.legal_bases.insert(1, law())));
    for mut document in both() {
        change_object(&mut document, "Antrag", |object| object.legal_bases.push(law()));
        let (again, _) = written(&document);
        assert_eq!(again.main().unwrap().legal_bases.len(), 2, "the schema's own stays");
    }
}

#[test]
fn rules() {
    let rule = |it: &mut Document, id: &str, change: &dyn Fn(&mut FormRule)| {
        change(the_form(it).rules.iter_mut().find(|rule| rule.fim_id == id).unwrap());
    };
    check(|it| rule(it, "R1", &|rule| rule.wording = "Es gilt <nichts>.".to_owned()));
    check(|it| rule(it, "R2", &|rule| rule.name = "Anderer Name".to_owned()));
    check(|it| the_form(it).rules.retain(|rule| rule.fim_id != "R2"));
}

#[test]
fn what_the_standard_has_no_words_for_is_said() {
    let said = |change: &dyn Fn(&mut Document)| {
        let [mut two, _] = both();
        change(&mut two);
        written(&two).1.into_iter().filter(|what| what.weight() == Weight::Left).collect::<Vec<_>>()
    };
    let no = What::NotExpressible;
    assert_eq!(said(&|it| change_element(it, "Name", |element| "1 = 1".clone_into(&mut element.visible_when))), [no(Matter::Visibility)]);
    assert_eq!(said(&|it| change_element(it, "Betrieb", |group| "1 = 1".clone_into(&mut group.visible_when))), [no(Matter::Visibility)]);
    assert_eq!(said(&|it| change_shown(it, "Name", |field| "1 = 1".clone_into(&mut field.required_when))), [no(Matter::Demand)]);
    assert_eq!(said(&|it| change_shown(it, "Name", |field| field.rules.push(FieldRule::default()))), [no(Matter::Checks)]);
    assert_eq!(said(&|it| change_shown(it, "Name", |field| field.account = Some(AccountAttribute::FamilyName))), [no(Matter::Account)]);
    assert_eq!(said(&|it| change_shown(it, "Name", |field| "1 + 1".clone_into(&mut field.prefill))), [no(Matter::Prefill)]);
    assert_eq!(
        said(&|it| change_data(it, "Alter", |field| "today().year".clone_into(&mut field.constraints.maximum))),
        [no(Matter::Bound)]
    );
    assert_eq!(said(&|it| change_data(it, "Name", |field| field.kind = FieldKind::Person)), [no(Matter::Kind)]);
    assert_eq!(said(&|it| change_data(it, "Name", |field| field.is_personal = true)), [no(Matter::Protection)]);
    assert_eq!(said(&|it| strike(it, "Bemerkung")), [no(Matter::Unasked)]);
    let heading = |it: &mut Document| {
        let heading = FormElement::new(it.new_id(), ElementKind::Heading("Groß".to_owned()));
        page(it, "Zur Person").push(heading);
    };
    assert_eq!(said(&heading), [no(Matter::Look)]);
    let own_group = |it: &mut Document| {
        let inside = take(it, "Geburtsdatum");
        let group = FormElement::new(it.new_id(), ElementKind::Group(FieldGroup::new("Eigene", vec![inside])));
        page(it, "Zur Person").push(group);
    };
    assert_eq!(said(&own_group), [no(Matter::Arrangement)]);
    let elsewhere = |it: &mut Document| {
        let field = take(it, "Geburtsdatum");
        page(it, "Kinder").push(field);
    };
    assert_eq!(said(&elsewhere), [no(Matter::Arrangement)]);
    let [_, mut three] = both();
    change_shown(&mut three, "Name", |field| field.account = Some(AccountAttribute::FamilyName));
    let (again, _) = written(&three);
    assert!(again.sources.values().next().unwrap().text.contains("<x:vorbefuellung><code>optional</code></x:vorbefuellung>"));
}
