//! Data goes out and comes in again; a kept file changes only where the document did.

use super::super::super::expression::{Kind, References};
use super::super::Drafting;
use super::*;
use crate::exchange::xml::{Draft, Manners};
use crate::model::{CodeEntry, DataPath, FormId};

/// References of a document by the origins of its fields, else by keys.
struct Known<'d>(&'d Document, Option<SourceId>);

impl References for Known<'_> {
    fn reference(&self, path: &str) -> Option<String> {
        let origin = |subject| self.0.origins.get(subject).filter(|it| Some(it.source) == self.1).map(|it| it.id.clone());
        if let Some(key) = path.strip_prefix("einstellungen.") {
            return origin(Subject::Setting(self.0.settings.values().find(|it| it.key == key)?.id));
        }
        let own = self.0.find_path(path).and_then(|path| path.last()).map(Subject::DataField);
        own.and_then(origin).or_else(|| self.0.find_path(path).map(|_| format!("V.Z.{path}")))
    }

    fn kind(&self, path: &str) -> Kind {
        self.0.find_path(path).and_then(|path| self.0.fields.get(path.last()?)).map_or(Kind::Unknown, |field| field.kind.into())
    }
}

/// The library of a document, with all its forms but that of all widgets.
pub(super) fn library(document: &Document, source: Option<SourceId>) -> (Draft, Vec<Remark>) {
    let known = Known(document, source);
    let mut drafting = Drafting::new(document, &known, source);
    let is_mask = |form: &Form| document.origins.get(Subject::Form(form.id)).is_some_and(|it| it.id == "Metadatendefinition");
    let mut inside = drafting.definitions();
    inside.extend(document.forms.values().filter(|form| !is_mask(form)).map(|form| drafting.form(form)).collect::<Vec<_>>());
    let said = drafting.notes.iter().filter_map(|note| match &note.what {
        What::CiventoData(remark) => Some(remark.clone()),
        _ => None,
    });
    (Draft::with("Bibliothek", vec![Draft::with("Vorgang", inside)]), said.collect())
}

/// What a document says of data and forms, without identities: a line for each fact.
pub(super) fn facts(document: &Document) -> Vec<String> {
    let mut facts = Vec::new();
    let kind = |kind: FieldKind| match kind {
        FieldKind::Choice(list) | FieldKind::MultipleChoice(list) => {
            let codes = &document.code_lists.get(list).unwrap().entries;
            format!("{} {codes:?}", if matches!(kind, FieldKind::Choice(_)) { "one of" } else { "some of" })
        }
        FieldKind::List(object) => format!("list of {}", document.objects.get(object).unwrap().key),
        FieldKind::Object(object) => format!("object {}", document.objects.get(object).unwrap().key),
        simple => format!("{simple:?}"),
    };
    for object in document.objects.values() {
        facts.push(format!("{}: {}", object.key, object.name));
        for field in document.fields_of(object) {
            facts.push(format!("{}.{}: {} {} {:?}", object.key, field.key, field.name, kind(field.kind), field.constraints));
        }
    }
    for form in document.forms.values() {
        facts.push(format!("form {}", form.name));
        for page in &form.pages {
            facts.push(format!("{} page {} {}", form.name, page.title, page.visible_when));
        }
        for element in form.elements() {
            let what = match &element.kind {
                ElementKind::Field(field) => {
                    let data = document.path_text(&field.data).unwrap();
                    format!("{data} {:?}", FormField { data: DataPath(Vec::new()), ..field.clone() })
                }
                ElementKind::Group(group) => {
                    let repeat = group.repeat.as_ref().map(|it| (document.path_text(&it.list), it.least, it.most));
                    format!("group {} {} {repeat:?}", group.title, group.help)
                }
                other => format!("{other:?}"),
            };
            let widths: Vec<u8> = element.widths().collect();
            facts.push(format!("{} {widths:?} {} {what}", form.name, element.visible_when));
        }
    }
    facts.extend(
        document.settings.values().map(|it| format!("{} {} {} {} {}", it.key, it.name, kind(it.kind), it.default_value, it.is_required)),
    );
    facts
}

#[test]
fn what_was_read_is_written_and_read_again() {
    let first = read(DOGS);
    let (draft, said) = library(&first.document, Some(first.source));
    assert!(said.iter().all(|remark| remark.weight() != Weight::Left), "{said:?}");
    let second = read(&draft.file());
    let (one, other) = (facts(&first.document), facts(&second.document));
    for fact in &one {
        assert!(other.contains(fact), "lost: {fact}\n{other:#?}");
    }
    assert_eq!(one.len(), other.len());
    assert_eq!(library(&second.document, Some(second.source)).0, draft);
}

/// A loss of each kind is seen by the comparer of this file.
#[test]
fn facts_show_a_planted_loss() {
    let whole = facts(&read(DOGS).document);
    for (found, instead) in [
        ("Standard=\"Rufname\"", "Standard=\"Name\""),
        ("Name=\"chipnummer\"", "Name=\"chip\""),
        ("<MaxAnzahlZeichen>40", "<MaxAnzahlZeichen>41"),
        ("<Darstellung>Pflichtfeld", "<Darstellung>Sichtbar"),
        ("<RegulaererAusdruck>[0-9]{15}</RegulaererAusdruck>", ""),
        ("blind|Führhund", "blind|Blindenhund"),
        ("<Von>0</Von>", ""),
        ("PruefungDarfNichtInDerZukunftLiegen>true", "PruefungDarfNichtInDerZukunftLiegen>false"),
        ("<Standardwert>privat</Standardwert>", ""),
        ("<FeldlaengeDesktopInProzent>6", "<FeldlaengeDesktopInProzent>5"),
        ("<FileCountLimit>3", "<FileCountLimit>1"),
        ("<DarstellungEmail>Pflichtfeld", "<DarstellungEmail>Sichtbar"),
        ("<LandAnzeigen>false", "<LandAnzeigen>true"),
        ("<ReferenzId>bemerkung-feld", "<ReferenzId>alter-feld"),
        ("<Sichtbarkeit>Sichtbar", "<Sichtbarkeit>NichtSichtbar"),
        ("V.Z.Hund.gefaehrlich</Datenverweis>", "V.Z.Amt.mahnung</Datenverweis>"),
        ("Guten Tag", "Hallo"),
        ("Standard=\"Impfung\"", "Standard=\"Spritze\""),
    ] {
        let changed = DOGS.replacen(found, instead, 1);
        assert_ne!(changed, DOGS, "{found}");
        assert_ne!(facts(&read(&changed).document), whole, "{found}");
    }
}

#[test]
fn settings_are_written_and_read_again() {
    let first = read(SETTINGS);
    let known = Known(&first.document, Some(first.source));
    let mut drafting = Drafting::new(&first.document, &known, Some(first.source));
    let inside = drafting.settings("Hundesteuer", &[]);
    assert!(drafting.notes.is_empty());
    let text = Draft::with("Bibliothek", inside).attribute("Schluessel", "Hundesteuer").file();
    assert_eq!(facts(&read(&text).document), facts(&first.document));
}

/// The file brought up to date after a change.
fn merged(text: &str, change: impl FnOnce(&mut Document)) -> String {
    let first = read(text);
    let mut document = first.document.clone();
    change(&mut document);
    assert_eq!(violations(&document), []);
    let root = xml::read_tolerant(text).unwrap();
    let procedure = root.first("Vorgang").unwrap();
    let draft = |document: &Document| {
        let known = Known(document, Some(first.source));
        Draft::with("Vorgang", Drafting::new(document, &known, Some(first.source)).definitions())
    };
    let manners = Manners {
        id: "Id",
        by_text: &[],
        by_name: "Name",
        by_child: &[("Metadatendefinition", "Objekt"), ("AktionAusblenden", "ReferenzId")],
        rank: &|_, _| 0,
    };
    xml::merge(text, procedure, &draft(&first.document), &draft(&document), &manners).text
}

/// Lines of which one text has more than the other, sorted.
fn differing(one: &str, other: &str) -> (Vec<String>, Vec<String>) {
    let lines = |text: &str| text.lines().map(|line| line.trim().to_owned()).collect::<Vec<_>>();
    let (mut gone, mut new) = (lines(one), lines(other));
    gone.retain(|line| new.iter().position(|it| it == line).map(|at| new.remove(at)).is_none());
    gone.sort();
    new.sort();
    (gone, new)
}

fn element<'d>(document: &'d mut Document, path: &str) -> &'d mut FormElement {
    let path = document.find_path(path).unwrap();
    let form = document.forms.values().find(|form| form.key == "fachdaten").unwrap().id;
    let id = document.forms.get(form).unwrap().fields().find(|(_, field)| field.data == path).unwrap().0;
    document.forms.get_mut(form).unwrap().element_mut(id).unwrap()
}

fn field_of(element: &mut FormElement) -> &mut FormField {
    let ElementKind::Field(field) = &mut element.kind else { panic!() };
    field
}

#[test]
fn an_unchanged_document_leaves_the_file_as_it_is() {
    assert_eq!(merged(DOGS, |_| {}), DOGS);
}

#[test]
#[expect(clippy::too_many_lines, reason = "a row for each change")]
fn a_change_changes_its_place_only() {
    type Change = fn(&mut Document);
    let cases: [(Change, &[&str], &[&str]); 8] = [
        (
            |document| {
                let id = document.find_path("Hund.name").unwrap().last().unwrap();
                document.fields.get_mut(id).unwrap().name = "Name des Hundes".to_owned();
            },
            &["<Titel Standard=\"Rufname\"/>"],
            &["<Titel Standard=\"Name des Hundes\"/>"],
        ),
        (
            |document| field_of(element(document, "Hund.chipnummer")).is_required = true,
            &["<Darstellung>Sichtbar</Darstellung>"],
            &["<Darstellung>Pflichtfeld</Darstellung>"],
        ),
        (
            |document| element(document, "Hund.name").width = 8,
            &["<FeldlaengeDesktopInProzent>6</FeldlaengeDesktopInProzent>", "<FeldlaengeTabletInProzent>6</FeldlaengeTabletInProzent>"],
            &["<FeldlaengeDesktopInProzent>8</FeldlaengeDesktopInProzent>", "<FeldlaengeTabletInProzent>12</FeldlaengeTabletInProzent>"],
        ),
        (
            |document| {
                let list = document.code_lists.values().next().unwrap().id;
                document.code_lists.get_mut(list).unwrap().entries.push(CodeEntry::new("jagd", "Jagdhund"));
            },
            &["<Werteliste>privat|Privat;dienst|Diensthund;blind|Führhund</Werteliste>"],
            &["<Werteliste>privat|Privat;dienst|Diensthund;blind|Führhund;jagd|Jagdhund</Werteliste>"],
        ),
        (
            |document| {
                let id = document.find_path("Hund.chipnummer").unwrap().last().unwrap();
                document.fields.get_mut(id).unwrap().constraints.pattern.clear();
            },
            &["<RegulaererAusdruck>[0-9]{15}</RegulaererAusdruck>"],
            &[],
        ),
        (
            |document| field_of(element(document, "Halter.personEmail")).is_required = false,
            &["<DarstellungEmail>Pflichtfeld</DarstellungEmail>"],
            &["<DarstellungEmail>Sichtbar</DarstellungEmail>"],
        ),
        (
            |document| element(document, "Hund.bemerkung").visible_when = "Hund.gefaehrlich = true".to_owned(),
            &["<Operator>Gleich</Operator>"],
            &["<Operator>Ungleich</Operator>"],
        ),
        (
            |document| {
                let object = document.objects.values().find(|object| object.key == "Hund").unwrap().id;
                let id = document.new_id();
                document.fields.insert(id, crate::model::DataField::new(id, object, "rasse", "Rasse", FieldKind::YesNo));
                document.objects.get_mut(object).unwrap().fields.push(id);
            },
            &[],
            &[
                "<Metadatenfeld Name=\"rasse\" Datentyp=\"BOOLEAN\">",
                "<JaNeinFeld>",
                "<Darstellung>NichtSichtbar</Darstellung>",
                "<Titel Standard=\"Rasse\"/>",
                "<FeldlaengeDesktopInProzent>12</FeldlaengeDesktopInProzent>",
                "<FeldlaengeTabletInProzent>12</FeldlaengeTabletInProzent>",
                "<FeldlaengeMobilInProzent>12</FeldlaengeMobilInProzent>",
                "</JaNeinFeld>",
                "</Metadatenfeld>",
            ],
        ),
    ];
    for (number, (change, gone, new)) in cases.into_iter().enumerate() {
        let text = merged(DOGS, change);
        let own = |lines: &[&str]| {
            let mut own: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
            own.sort();
            own
        };
        // Which of several like lines it was is told by their places; here their number is enough.
        assert_eq!(differing(DOGS, &text), (own(gone), own(new)), "change {number}");
    }
}

#[test]
fn what_moves_or_goes_leaves_the_rest_to_the_letter() {
    let moved = merged(DOGS, |document| {
        let object = document.objects.values().find(|object| object.key == "Hund").unwrap().id;
        document.objects.get_mut(object).unwrap().fields.swap(0, 1);
    });
    assert_eq!(differing(DOGS, &moved), (Vec::new(), Vec::new()), "the line break of the one and the length of the other go with them");
    let place = |text: &str, what: &str| text.find(what).unwrap();
    assert!(place(&moved, "Name=\"chipnummer\"") < place(&moved, "Name=\"name\""));
    let without = merged(DOGS, |document| {
        let object = document.objects.values().find(|object| object.key == "Hund").unwrap().clone();
        let gone = |path: &DataPath| path.0.first().is_some_and(|first| object.fields.contains(first));
        let forms: Vec<FormId> = document.forms.keys().collect();
        for form in forms {
            let form = document.forms.get_mut(form).unwrap();
            form.pages.retain(|page| page.title != object.name);
            let elements = form.pages.iter_mut().flat_map(|page| page.elements.iter_mut());
            elements.for_each(|element| {
                if let ElementKind::Group(group) = &mut element.kind {
                    group.elements.retain(|it| !matches!(&it.kind, ElementKind::Field(field) if gone(&field.data)));
                }
            });
        }
        object.fields.iter().for_each(|field| drop(document.fields.remove(*field)));
        document.objects.remove(object.id);
        let lost: Vec<Subject> = document.origins.keys().filter(|subject| !document.has(*subject)).collect();
        lost.into_iter().for_each(|subject| drop(document.origins.remove(subject)));
    });
    let (start, end) =
        (place(DOGS, "    <Metadatendefinition>"), place(DOGS, "</Metadatendefinition>\n") + "</Metadatendefinition>\n".len());
    // The type of the list's entries is a case object now, as nothing lists it any more.
    let expected = format!("{}{}", &DOGS[..start], &DOGS[end..]);
    assert_eq!(differing(&expected, &without).0, Vec::<String>::new());
    assert!(!without.contains("Name=\"Hund\"") && without.contains("Name=\"Halter\""));
}
