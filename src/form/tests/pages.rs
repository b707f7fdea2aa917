//! Pages of other forms, summaries, parts of blocks, what the account offers.

use super::super::{Account, Fault, Filling, Inside, Place, Plan, SummaryPart, format};
use super::document::{Sketch, entries, faults, feel, is_visible, now, texts};
use crate::model::{
    AccountAttribute, ChoiceStyle, Demand, ElementKind, FieldKind, Form, FormElement, FormElementId, FormId, Page, PageKind, PartDemand,
};
use std::sync::Arc;

fn demand(part: &str, demand: Demand) -> PartDemand {
    PartDemand { part: part.to_owned(), demand }
}

fn fill(sketch: &Sketch, form: FormId, case: &str) -> Filling {
    let plan = Plan::of(&sketch.document, form).unwrap();
    Filling::new(Arc::new(plan), feel(case).as_context().unwrap().clone(), now())
}

#[test]
fn the_pages_of_the_form_that_is_shown_come_first_and_are_read_only() {
    let mut sketch = Sketch::new();
    let name = sketch.field("name", FieldKind::Text, |_, field, _| (field.is_required, field.prefill) = (true, "\"Bo\"".to_owned()));
    let (over, own) = sketch.form_over(sketch.form, "Entscheidung");
    let mut filling = fill(&sketch, over, "{}");
    let pages: Vec<(&str, bool)> = filling.pages().iter().map(|page| (&*page.title, page.is_read_only)).collect();
    assert_eq!(pages, [("Seite", true), ("Entscheidung", false)]);
    assert_eq!((filling.pages()[1].id, &*filling.plan().title), (own, "Prüfung"));
    assert_eq!((filling.validate(), texts(&filling, &name)), (vec![], vec![String::new()]));
    assert!(!filling.type_text(&name, 0, "x") && !filling.put_path("antrag.name", &feel("\"x\"")));
    assert_eq!(texts(&fill(&sketch, over, "{antrag: {name: \"Rex\"}}"), &name), ["Rex"]);
    assert_eq!(entries(&fill(&sketch, over, "{antrag: {name: \"Rex\"}}")), [""; 0]);
}

#[test]
fn what_is_shown_keeps_in_step() {
    let mut sketch = Sketch::new();
    let (over, _) = sketch.form_over(sketch.form, "Entscheidung");
    let plan = Plan::of(&sketch.document, over).unwrap();
    let more = sketch.plain("mehr", FieldKind::Text);
    assert!(!plan.is_current(&sketch.document));
    assert!(fill(&sketch, over, "{}").element(&more).is_some());
}

#[test]
fn shown_entries_cannot_be_added_or_taken_out() {
    let mut sketch = Sketch::new();
    let (group, _) = sketch.dogs(1, None, &[("name", FieldKind::Text)], |_, _, _| {});
    let (over, _) = sketch.form_over(sketch.form, "Entscheidung");
    let mut filling = fill(&sketch, over, "{antrag: {hunde: [{name: \"A\"}, {name: \"B\"}]}}");
    assert!(!filling.add_entry(&group) && !filling.remove_entry(&group, 1));
    assert_eq!(fill(&sketch, over, "{}").validate(), []);
}

#[test]
fn forms_that_show_each_other_in_a_circle_stand_there_once() {
    let mut sketch = Sketch::new();
    let (over, _) = sketch.form_over(sketch.form, "Entscheidung");
    sketch.document.forms.get_mut(sketch.form).unwrap().shows = Some(over);
    assert_eq!(Plan::of(&sketch.document, over).map(|plan| Filling::new(Arc::new(plan), Default::default(), now()).pages().len()), Some(2));
}

#[test]
fn what_the_shown_form_hides_stays_hidden() {
    let mut sketch = Sketch::new();
    let a = sketch.plain("a", FieldKind::Text);
    sketch.rule(crate::model::Consequence::Visible, "is filled(antrag.b)", &[a.element]);
    let (over, _) = sketch.form_over(sketch.form, "Entscheidung");
    assert!(!is_visible(&fill(&sketch, over, "{}"), &a));
    assert!(is_visible(&fill(&sketch, over, "{antrag: {b: 1}}"), &a));
}

/// Adds a page at the end.
fn add_page(sketch: &mut Sketch, title: &str, kind: PageKind) -> FormElementId {
    let id = sketch.document.new_id();
    let page = Page { kind, ..Page::new(id, title) };
    sketch.document.forms.get_mut(sketch.form).unwrap().pages.push(page);
    id
}

#[test]
fn a_summary_has_all_that_is_shown_before_it() {
    let mut sketch = Sketch::new();
    let name = sketch.plain("name", FieldKind::Text);
    let fee = sketch.plain("gebuehr", FieldKind::Money);
    let hidden = sketch.field("weg", FieldKind::Text, |element, _, _| element.visible_when = "false".to_owned());
    let (_, ids) = sketch.dogs(1, None, &[("name", FieldKind::Text)], |_, _, _| {});
    sketch.group("Kosten", &[&fee]);
    add_page(&mut sketch, "Prüfen und senden", PageKind::Summary);
    let mut filling = sketch.fill();
    let dog = Place::within(ids[0], vec![0]);
    for (place, text) in [(&name, "Bo"), (&fee, "12,5"), (&hidden, "x"), (&dog, "Rex")] {
        filling.type_text(place, 0, text);
    }
    let shown: Vec<(usize, String, Option<usize>, Vec<String>)> = filling.summary(1).into_iter().map(in_short).collect();
    let part = |title: &str, entry, line: &str| (0, title.to_owned(), entry, vec![line.to_owned()]);
    let expected = [part("Seite", None, "NAME: Bo"), part("Hunde", Some(1), "NAME: Rex"), part("Kosten", None, "GEBUEHR: 12,50\u{a0}€")];
    assert_eq!(shown, expected);
    assert_eq!((filling.pages()[1].kind, filling.summary(0)), (PageKind::Summary, vec![]));
    assert_eq!(filling.summary(1)[1].lines[0].place, dog);
}

fn in_short(part: SummaryPart) -> (usize, String, Option<usize>, Vec<String>) {
    let lines = part.lines.into_iter().map(|line| format!("{}: {}", line.label, line.text));
    (part.page, part.title, part.entry, lines.collect())
}

#[test]
fn parts_are_asked_for_one_by_one() {
    let mut sketch = Sketch::new();
    let holder = sketch.field("halter", FieldKind::Person, |_, field, _| {
        field.parts = vec![demand("anrede", Demand::Absent), demand("vorname", Demand::Optional), demand("geburtsdatum", Demand::Required)];
    });
    let mut filling = sketch.fill();
    let asked = match &filling.element(&holder).unwrap().inside {
        Inside::Field(field) => field.plan.demands.clone(),
        _ => panic!("no field"),
    };
    assert_eq!(asked, [Demand::Absent, Demand::Optional, Demand::Required, Demand::Required]);
    assert_eq!(filling.validate(), []);
    filling.type_text(&holder, 0, "Frau");
    assert_eq!((filling.validate(), entries(&filling)), (vec![], vec![]));
    filling.type_text(&holder, 1, "Bo");
    assert_eq!(faults(&filling, &holder), [(2, Fault::Missing), (3, Fault::Missing)]);
    filling.type_text(&holder, 2, "Beispiel");
    filling.type_text(&holder, 3, "29.02.2000");
    assert_eq!(entries(&filling), ["antrag.halter = {vorname: \"Bo\", nachname: \"Beispiel\", geburtsdatum: @\"2000-02-29\"}"]);
}

#[test]
fn a_part_that_is_not_asked_for_stays_as_the_case_has_it() {
    let mut sketch = Sketch::new();
    let home = sketch.field("anschrift", FieldKind::Address, |_, field, _| field.parts = vec![demand("land", Demand::Absent)]);
    let case = "{antrag: {anschrift: {strasse: \"Weg\", plz: \"65185\", ort: \"Wiesbaden\", land: \"Deutschland\"}}}";
    let mut filling = sketch.fill_over(case);
    filling.type_text(&home, 0, "Gasse");
    let expected = "antrag.anschrift = {strasse: \"Gasse\", plz: \"65185\", ort: \"Wiesbaden\", land: \"Deutschland\"}";
    assert_eq!(entries(&filling), [expected]);
}

#[test]
fn a_required_block_without_required_parts_asks_for_the_first() {
    let mut sketch = Sketch::new();
    let home = sketch.field("anschrift", FieldKind::Address, |_, field, _| {
        field.is_required = true;
        let optional = ["plz", "ort"].map(|part| demand(part, Demand::Optional));
        field.parts = [vec![demand("strasse", Demand::Absent)], optional.to_vec()].concat();
    });
    assert_eq!(faults(&sketch.fill(), &home), [(1, Fault::Missing)]);
}

#[test]
fn an_address_of_its_country_alone_needs_the_country() {
    let mut sketch = Sketch::new();
    let country = sketch.field("land", FieldKind::Address, |_, field, _| {
        field.parts = ["strasse", "hausnummer", "plz", "ort"].map(|part| demand(part, Demand::Absent)).to_vec();
    });
    let mut filling = sketch.fill();
    filling.type_text(&country, 4, "Österreich");
    assert_eq!((entries(&filling), filling.validate()), (vec!["antrag.land = {land: \"Österreich\"}".to_owned()], vec![]));
}

#[test]
fn the_account_goes_before_the_expression_once_somebody_has_signed_in() {
    let mut sketch = Sketch::new();
    let mail = sketch.field("mail", FieldKind::Email, |_, field, _| {
        (field.account, field.prefill) = (Some(AccountAttribute::Email), "\"a@example.org\"".to_owned());
    });
    let person = sketch.field("person", FieldKind::Person, |_, field, _| {
        (field.account, field.is_read_only) = (Some(AccountAttribute::Person), true);
    });
    let mut filling = sketch.fill();
    assert_eq!((texts(&filling, &mail), texts(&filling, &person).concat()), (vec!["a@example.org".to_owned()], String::new()));
    filling.sign_in(Account::specimen());
    assert_eq!(texts(&filling, &mail), ["erika.mustermann@example.org"]);
    assert_eq!(texts(&filling, &person), ["Frau", "Erika", "Mustermann", "12.08.1964"]);
    assert_eq!((filling.validate(), entries(&filling).len()), (vec![], 2));
    filling.type_text(&mail, 0, "b@example.org");
    filling.sign_in(Account::default());
    assert_eq!((texts(&filling, &mail), texts(&filling, &person).concat()), (vec!["b@example.org".to_owned()], String::new()));
}

#[test]
fn everything_the_specimen_offers_fits_its_kind() {
    let specimen = Account::specimen();
    let kinds = [
        (AccountAttribute::DateOfBirth, FieldKind::Date),
        (AccountAttribute::Person, FieldKind::Person),
        (AccountAttribute::Address, FieldKind::Address),
        (AccountAttribute::Email, FieldKind::Email),
        (AccountAttribute::Phone, FieldKind::Phone),
        (AccountAttribute::CompanyName, FieldKind::Text),
    ];
    for (attribute, kind) in kinds {
        let mut sketch = Sketch::new();
        let place = sketch.field("feld", kind, |_, field, _| field.account = Some(attribute));
        let mut filling = sketch.fill();
        filling.sign_in(specimen.clone());
        assert!(format::input(kind, &specimen.value(attribute)).is_some());
        assert_eq!((filling.validate(), texts(&filling, &place).concat().is_empty()), (vec![], false), "{attribute:?}");
    }
}

#[test]
fn a_computed_field_follows_and_is_handed_on() {
    let mut sketch = Sketch::new();
    let count = sketch.plain("anzahl", FieldKind::WholeNumber);
    let sum = sketch.field("summe", FieldKind::Money, |_, field, _| {
        (field.prefill, field.is_read_only) = ("antrag.anzahl * 12.5".to_owned(), true);
    });
    let mut filling = sketch.fill();
    for (text, shown) in [("2", "25,00"), ("3", "37,50"), ("", "")] {
        filling.type_text(&count, 0, text);
        assert_eq!(texts(&filling, &sum), [shown]);
    }
    filling.type_text(&count, 0, "4");
    assert_eq!(entries(&filling), ["antrag.anzahl = 4", "antrag.summe = 50"]);
}

#[test]
fn widths_follow_by_themselves_where_they_are_not_given() {
    let mut sketch = Sketch::new();
    let field = |width, medium, narrow| FormElement {
        width,
        width_medium: medium,
        width_narrow: narrow,
        ..FormElement::new(FormElementId(0), ElementKind::Heading("x".to_owned()))
    };
    let cases = [
        (field(3, None, None), [3, 6, 12]),
        (field(6, None, None), [6, 6, 12]),
        (field(7, None, None), [7, 12, 12]),
        (field(12, Some(4), Some(6)), [12, 4, 6]),
        (field(0, Some(13), None), [1, 12, 12]),
    ];
    for (element, expected) in cases {
        sketch.page(|page| page.elements = vec![element]);
        assert_eq!(sketch.fill().pages()[0].elements[0].widths, expected);
    }
}

#[test]
fn how_a_choice_is_offered_reaches_the_plan() {
    let mut sketch = Sketch::new();
    let list = sketch.codes(&["a"]);
    let place = sketch.field("wahl", FieldKind::Choice(list), |_, field, _| field.choice_style = ChoiceStyle::Search);
    let filling = sketch.fill();
    let Inside::Field(field) = &filling.element(&place).unwrap().inside else { panic!("no field") };
    assert_eq!((field.plan.choice_style, field.plan.codes.len()), (ChoiceStyle::Search, 1));
}

#[test]
fn a_form_that_shows_a_form_that_is_gone_has_its_own_pages() {
    let mut sketch = Sketch::new();
    let id = sketch.form;
    let form: &mut Form = sketch.document.forms.get_mut(id).unwrap();
    form.shows = Some(FormId(9999));
    assert_eq!(sketch.fill().pages().len(), 1);
}
