//! What becomes of the data of a library.

use super::*;

#[test]
fn objects_fields_and_widgets_become_data_and_a_form() {
    let read = read(DOGS);
    let object = |key: &str| read.document.objects.values().find(|object| object.key == key).unwrap();
    assert_eq!(object("Hund").name, "Angaben zum Hund");
    assert_eq!(
        read.document.case_objects().map(|object| object.key.as_str()).collect::<Vec<_>>(),
        ["Hund", "Halter", "Amt", "vorgang", "antragsteller"]
    );
    for (path, kind, name) in [
        ("Hund.name", FieldKind::Text, "Rufname"),
        ("Hund.bemerkung", FieldKind::LongText, "Bemerkung"),
        ("Hund.alter", FieldKind::WholeNumber, "Alter in Jahren"),
        ("Hund.gefaehrlich", FieldKind::YesNo, "Gilt der Hund als gefährlich?"),
        ("Hund.gehaltenSeit", FieldKind::Date, "Gehalten seit"),
        ("Hund.nachweis", FieldKind::File, "Haftpflichtnachweis"),
        ("Hund.impfungen.am", FieldKind::Date, "Datum"),
        ("Halter.person", FieldKind::Person, "Person"),
        ("Halter.personEmail", FieldKind::Email, "Person: E-Mail"),
        ("Halter.personBankdaten", FieldKind::BankAccount, "Person: Bankverbindung"),
        ("Halter.standort", FieldKind::Address, "Wo der Hund lebt"),
        ("Amt.mahnung", FieldKind::YesNo, "mahnung"),
    ] {
        assert_eq!((read.field(path).kind, read.field(path).name.as_str()), (kind, name), "{path}");
    }
    assert!(read.document.find_path("Halter.personGeburtsort").is_none(), "what is not shown is no field");
    let FieldKind::Choice(list) = read.field("Hund.art").kind else { panic!() };
    let codes = &read.document.code_lists.get(list).unwrap().entries;
    assert_eq!(
        codes.iter().map(|entry| (entry.code.as_str(), entry.label.as_str())).collect::<Vec<_>>(),
        [("privat", "Privat"), ("dienst", "Diensthund"), ("blind", "Führhund")]
    );
    assert_eq!(read.document.origins.get(Subject::DataField(read.field("Hund.impfungen.am").id)).unwrap().id, "V.Z.Hund.impfungen.am");
}

#[test]
fn widgets_say_how_fields_look_and_what_they_demand() {
    let read = read(DOGS);
    let (element, field) = read.shown("fachdaten", "Hund.name");
    assert_eq!((element.width, element.width_medium, element.width_narrow, field.is_required), (6, None, None, true));
    assert_eq!(read.field("Hund.name").constraints.max_length, Some(40));
    assert_eq!(read.field("Hund.chipnummer").constraints.pattern, "[0-9]{15}");
    assert_eq!(read.shown("fachdaten", "Hund.chipnummer").1.help, "15 Ziffern, steht im Heimtierausweis");
    assert_eq!(read.shown("fachdaten", "Hund.bemerkung").0.visible_when, "Hund.gefaehrlich != true");
    let choice = read.shown("fachdaten", "Hund.art").1;
    assert_eq!((choice.choice_style, choice.prefill.as_str()), (ChoiceStyle::List, "\"privat\""));
    assert_eq!(
        (read.field("Hund.alter").constraints.minimum.as_str(), read.shown("fachdaten", "Hund.alter").1.prefill.as_str()),
        ("0", "1")
    );
    let since = read.field("Hund.gehaltenSeit");
    assert_eq!((since.constraints.minimum.as_str(), since.constraints.maximum.as_str()), ("", "today()"));
    assert_eq!(read.shown("fachdaten", "Hund.gehaltenSeit").1.prefill, "today()");
    let proof = &read.field("Hund.nachweis").constraints;
    assert_eq!((proof.file_kinds.join(" "), proof.max_file_size, proof.max_items), ("pdf jpg".to_owned(), Some(4_194_304), Some(3)));
    let (_, person) = read.shown("fachdaten", "Halter.person");
    assert_eq!(
        (person.account, person.demand("vorname"), person.demand("geburtsdatum")),
        (Some(AccountAttribute::Person), None, Some(Demand::Absent))
    );
    assert!(read.shown("fachdaten", "Halter.personEmail").1.is_required);
    assert_eq!(read.shown("fachdaten", "Halter.standort").1.demand("land"), Some(Demand::Absent));
    let (_, number) = read.shown("fachdaten", "Amt.kassenzeichen");
    assert_eq!((number.is_read_only, number.prefill.as_str()), (true, "vorgang.Ident"));
    let form = read.form("fachdaten");
    assert_eq!(
        form.pages.iter().map(|page| page.title.as_str()).collect::<Vec<_>>(),
        ["Angaben zum Hund", "Halterin oder Halter", "Bearbeitung"]
    );
    let hidden = form.pages[2].elements.first().unwrap();
    assert_eq!(hidden.visible_when, "false");
}

#[test]
fn a_list_is_a_group_that_repeats() {
    let read = read(DOGS);
    let list = read.document.find_path("Hund.impfungen").unwrap();
    let form = read.form("fachdaten");
    let group = form.elements().into_iter().find_map(|element| match &element.kind {
        ElementKind::Group(group) if group.repeat.as_ref().is_some_and(|repeat| repeat.list == list) => Some(group.clone()),
        _ => None,
    });
    let group = group.unwrap();
    assert_eq!((group.title.as_str(), group.help.as_str(), group.elements.len()), ("Impfungen", "Nur soweit bekannt", 2));
    let FieldKind::List(object) = read.field("Hund.impfungen").kind else { panic!() };
    assert_eq!(read.document.objects.get(object).unwrap().name, "Impfung");
}

#[test]
fn a_dynamic_form_shows_data_of_the_case() {
    let read = read(DOGS);
    let form = read.form("antragPruefen");
    let elements = form.elements();
    let ElementKind::Group(group) = &elements[0].kind else { panic!() };
    assert_eq!((form.pages.len(), group.title.as_str()), (1, "Ihr Hund"));
    assert!(
        matches!(&elements[1].kind, ElementKind::StaticText(text) if text == "Guten Tag {{antragsteller.Nachname}},\nbitte prüfen Sie alles.")
    );
    let (_, dangerous) = read.shown("antragPruefen", "Hund.gefaehrlich");
    assert_eq!(dangerous.label, "Gefährlich?");
    assert_eq!(elements[3].visible_when, "Hund.gefaehrlich != true");
    assert_eq!(read.shown("antragPruefen", "Hund.bemerkung").0.visible_when, "Hund.gefaehrlich != true");
    assert_eq!(read.field("Hund.bemerkung").kind, FieldKind::LongText, "the data stay as they were declared");
    assert_eq!(elements.len(), 6);
    assert!(matches!(&elements[5].kind, ElementKind::StaticText(text) if text.is_empty()), "an empty line keeps its place");
    assert_eq!(read.document.code_lists.len(), 1);
}

#[test]
fn settings_are_read_and_found_by_expressions() {
    let mut read = read(SETTINGS);
    let settings: Vec<_> =
        read.document.settings.values().map(|it| (it.key.as_str(), it.kind, it.default_value.as_str(), it.is_required)).collect();
    let list = read.document.code_lists.values().next().unwrap().id;
    assert_eq!(
        settings,
        [
            ("ersterHund", FieldKind::WholeNumber, "96", true),
            ("zuschlag", FieldKind::WholeNumber, "", false),
            ("adresse", FieldKind::Text, "\"https://auskunft.example/hunde\"", false),
            ("bescheidart", FieldKind::Choice(list), "\"post\"", false),
            ("mahnen", FieldKind::YesNo, "", false),
        ]
    );
    assert_eq!(read.document.objects.len() + read.document.forms.len(), 0);
    let path = read.reading().path("VE.Hundesteuer.ersterHund", super::super::super::expression::Kind::Unknown);
    assert_eq!(path.as_deref(), Some("einstellungen.ersterHund"));
    assert_eq!(
        read.reading().path("VE.Konfiguration.mahnen", super::super::super::expression::Kind::Unknown).as_deref(),
        Some("einstellungen.mahnen")
    );
}

#[test]
fn what_the_file_only_speaks_of_is_declared_with_the_kind_of_its_use() {
    use super::super::super::expression::{Use, to_feel};
    let mut read = read(DOGS);
    for (text, feel, path, kind) in [
        ("V.HV.Z.Antrag.betrag > 3", "hauptvorgang.Z_Antrag_betrag > 3", "hauptvorgang.Z_Antrag_betrag", FieldKind::Decimal),
        ("V.HasParent AND VE.Anderes.an", "vorgang.HasParent and einstellungen.an", "vorgang.HasParent", FieldKind::YesNo),
        ("V.Z.Katze.name = \"Mia\"", "Katze.name = \"Mia\"", "Katze.name", FieldKind::Text),
        ("hashWert(V.Z.Hund.name) = \"x\"", "funktionen.hashWert = \"x\"", "funktionen.hashWert", FieldKind::Text),
        ("V.Z.Halter.person.Nachname", "Halter.person.nachname", "Halter.person", FieldKind::Person),
        ("zaehler + 1", "ablauf.zaehler + 1", "ablauf.zaehler", FieldKind::Decimal),
    ] {
        assert_eq!(to_feel(text, Use::Plain, &mut read.reading()).unwrap().text, feel, "{text}");
        assert_eq!(read.field(path).kind, kind, "{path}");
    }
    assert_eq!(read.document.settings.values().next().unwrap().kind, FieldKind::YesNo);
    assert_eq!(read.field("funktionen.hashWert").description, "hashWert(V.Z.Hund.name)");
    assert_eq!(read.library.counts(), (6, 1), "Ident and Nachname of the file, four here; settings are counted apart");
    assert_eq!(violations(&read.document), []);
}

#[test]
fn nothing_of_the_file_goes_unsaid() {
    let read = read(DOGS);
    let said: Vec<String> = read
        .remarks()
        .filter_map(|(_, remark)| match remark {
            Remark::InFileOnly(names) => Some(names.join(" ")),
            _ => None,
        })
        .collect();
    for name in [
        "EsIndexing",
        "Zeilenumbruch",
        "IsPasswort",
        "Ausrichtung",
        "WithDatePicker",
        "Gesichtserkennung",
        "ShowId",
        "Objektname",
        "Klassifizierung",
        "Zeilen",
    ] {
        assert!(said.iter().any(|names| names.contains(name)), "{name} in {said:?}");
    }
    assert!(
        !read
            .remarks()
            .any(|(_, remark)| matches!(remark, Remark::UnknownElement(_) | Remark::UnknownAttribute(_) | Remark::UnknownWord { .. }))
    );
}

#[test]
fn oddities_are_said_and_do_no_harm() {
    let widget = |name: &str, inner: &str| format!("<Metadatenfeld Name=\"{name}\" Datentyp=\"STRING\">{inner}</Metadatenfeld>");
    let read = with_fields(
        &[
            widget(
                "a b",
                "<Textfeld><Darstellung>Blinkend</Darstellung><FeldlaengeDesktopInProzent>50</FeldlaengeDesktopInProzent></Textfeld>",
            ),
            widget("a b", "<Drehrad x=\"1\"/>"),
            widget("und", "<Auswahlfeld><Werteliste>a|A;a|B</Werteliste></Auswahlfeld>"),
            widget("not", "<Auswahlfeld><Werteliste><Ausdruck>hole()</Ausdruck></Werteliste></Auswahlfeld>"),
            widget("", "<Textfeld><RegulaererAusdruck>[</RegulaererAusdruck><Neu/></Textfeld>"),
            widget("n", "<Zahlenfeld><Von>viele</Von></Zahlenfeld><Standardwert>keine</Standardwert>"),
            widget(
                "w",
                "<JaNeinFeld><AktionAusblenden><ReferenzId>weg</ReferenzId><Operator>Gleich</Operator></AktionAusblenden></JaNeinFeld>",
            ),
            widget("m", "<Auswahlfeld><Darstellungsart>CheckBox</Darstellungsart><Werteliste>a|A</Werteliste></Auswahlfeld>"),
        ]
        .concat(),
    );
    assert_eq!(read.field("Hund.a_b").kind, FieldKind::Text);
    assert_eq!(read.shown("fachdaten", "Hund.a_b").0.width, 6);
    assert!(matches!(read.field("Hund.m").kind, FieldKind::MultipleChoice(_)));
    let remarks: Vec<&Remark> = read.remarks().map(|(_, remark)| remark).collect();
    for expected in [
        Remark::UnknownWord { element: "Darstellung".to_owned(), word: "Blinkend".to_owned() },
        Remark::Percent(50),
        Remark::NoWidget,
        Remark::UnknownElement("Drehrad".to_owned()),
        Remark::DoubleCode("a".to_owned()),
        Remark::ComputedChoices("hole()".to_owned()),
        Remark::Pattern("[".to_owned()),
        Remark::UnknownElement("Neu".to_owned()),
        Remark::Bound("viele".to_owned()),
        Remark::Prefill("keine".to_owned()),
        Remark::NothingToHide("weg".to_owned()),
    ] {
        assert!(remarks.contains(&&expected), "{expected:?} in {remarks:?}");
    }
    assert!(read.notes.iter().all(|note| note.at.line.is_some()));
    assert!(read.notes.iter().any(|note| note.what.weight() == Weight::Kept));
}

#[test]
fn deep_lists_end() {
    let mut inner = String::new();
    for _ in 0..100 {
        inner = format!("<Metadatenliste Name=\"l\"><Liste/><Metadatenobjekt Name=\"Objekt\">{inner}</Metadatenobjekt></Metadatenliste>");
    }
    let read = with_fields(&inner);
    assert!(read.remarks().any(|(_, remark)| *remark == Remark::TooDeep));
}
