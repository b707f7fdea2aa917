//! What comes in goes out again: the same bytes where nothing changed, else only what changed.

use super::facts::lost;
use super::{STREET, exported, imported};
use crate::exchange::{Weight, What, civento::Remark};
use crate::model::{Document, NodeKind, Subject};

/// The identity of the element that came from there.
fn of(document: &Document, id: &str) -> Subject {
    document.origins.iter().find(|(_, origin)| origin.id == id).map(|(subject, _)| subject).unwrap()
}

/// The file after a change.
fn changed(change: impl FnOnce(&mut Document)) -> String {
    let mut document = imported(STREET).document;
    change(&mut document);
    exported(&document)
}

#[test]
fn the_same_model_gives_the_same_bytes() {
    assert_eq!(exported(&imported(STREET).document), STREET);
}

#[test]
fn everything_that_has_no_place_is_named() {
    let imported = imported(STREET);
    let kept = imported.report.iter().filter_map(|note| match &note.what {
        What::Civento(Remark::InFileOnly(names)) => Some(names.len()),
        _ => None,
    });
    // 56 in the workflows, 9 of the procedure itself; what the data keep is theirs.
    assert_eq!(kept.sum::<usize>(), 65);
    let unknown: Vec<_> = imported.report.iter().filter(|note| matches!(note.what, What::Civento(Remark::UnknownElement(_)))).collect();
    assert_eq!(unknown, Vec::<&crate::exchange::Note>::new());
    assert!(imported.report.iter().all(|note| note.what.weight() != Weight::Left), "{:?}", imported.report);
}

#[test]
fn a_note_changes_the_comment_and_nothing_else() {
    let text = changed(|document| {
        let node = of(document, "316").node().unwrap();
        document.nodes.get_mut(node).unwrap().details.note = "Dreht die Liste".to_owned();
    });
    let wanted = STREET.replace(
        "<BefehlAusfuehren Id=\"316\">\n",
        "<BefehlAusfuehren Id=\"316\">\n                                        <Comment>Befehl ausführen\nDreht die Liste</Comment>\n",
    );
    assert_eq!(text, wanted);
}

#[test]
fn a_condition_changes_in_its_place() {
    let text = changed(|document| {
        let Subject::Flow(flow) = of(document, "108") else { panic!() };
        document.flows.get_mut(flow).unwrap().condition = "antrag.zweck = \"Baugerüst\"".to_owned();
    });
    let wanted = STREET.replace("not(isNull(V.Z.antrag.flaeche)) AND V.Z.antrag.flaeche &gt; 0", "V.Z.antrag.zweck = \"Baugerüst\"");
    assert_eq!(text, wanted);
}

#[test]
fn a_step_is_switched_on() {
    let text = changed(|document| {
        let node = of(document, "112").node().unwrap();
        document.nodes.get_mut(node).unwrap().repetition = crate::model::Repetition::Once;
    });
    let (before, behind) = STREET.split_once("<MeldungAnzeigen Id=\"112\">").unwrap();
    assert_eq!(text, format!("{before}<MeldungAnzeigen Id=\"112\">{}", behind.replacen("false", "true", 1)));
}

#[test]
fn a_step_goes_and_all_else_stays() {
    let text = changed(|document| {
        let gone = of(document, "105").node().unwrap();
        let before = document.incoming(gone).next().unwrap().id;
        let behind = document.outgoing(gone).next().unwrap().clone();
        document.flows.get_mut(before).unwrap().to = behind.to;
        document.flows.remove(behind.id);
        document.nodes.remove(gone);
        document.origins.remove(Subject::Node(gone));
    });
    let (before, rest) = STREET.split_once("\n                <AntragstellerdatenAnfordern").unwrap();
    let (_, behind) = rest.split_once("</AntragstellerdatenAnfordern>").unwrap();
    assert_eq!(text, format!("{before}{behind}"));
}

#[test]
fn a_step_moves_into_a_way_with_all_that_is_in_it() {
    let text = changed(|document| {
        let moved = of(document, "106").node().unwrap();
        let (before, behind) = (document.incoming(moved).next().unwrap().id, document.outgoing(moved).next().unwrap().clone());
        document.flows.get_mut(before).unwrap().to = behind.to;
        let target = of(document, "119").node().unwrap();
        let into = document.incoming(target).next().unwrap().id;
        document.flows.get_mut(into).unwrap().to = moved;
        document.flows.get_mut(behind.id).unwrap().to = target;
    });
    let element = {
        let start = STREET.find("<DatenvariableSetzen Id=\"106\">").unwrap();
        let end = start + STREET.get(start..).unwrap().find("</DatenvariableSetzen>").unwrap() + "</DatenvariableSetzen>".len();
        STREET.get(start..end).unwrap()
    };
    assert_eq!(text.matches(element).count(), 1);
    let without = text.replacen(element, "", 1);
    assert!(text.find(element) > text.find("Id=\"118\"") && text.find(element) < text.find("Id=\"119\""));
    assert_eq!(lost(&STREET.replacen(element, "", 1), &without), Vec::<String>::new());
}

#[test]
fn the_report_says_what_was_done() {
    let mut document = imported(STREET).document;
    let unchanged = super::super::export(&document).unwrap().report;
    assert_eq!(unchanged.iter().map(|note| &note.what).collect::<Vec<_>>(), [&What::Civento(Remark::Unchanged)]);
    let node = of(&document, "117").node().unwrap();
    let NodeKind::ThrowEvent(_) = document.nodes.get(node).unwrap().kind else { panic!() };
    document.nodes.get_mut(node).unwrap().name = "Schnell".to_owned();
    let report = super::super::export(&document).unwrap().report;
    assert_eq!(report.len(), 1);
    assert_eq!((report[0].at.id.as_str(), report[0].at.subject), ("117", Some(Subject::Node(node))));
}

#[test]
fn a_field_without_a_name_changes_in_its_place() {
    for name in ["", " Name=\"\""] {
        let text = format!(
            "<ns2:Bibliothek Schluessel=\"z\" Version=\"2.5\" xmlns:ns2=\"\"><Vorgang><Name Standard=\"Z\"/><Metadatendefinition>\
             <Objekt Name=\"o\" Datentyp=\"OBJECT\"><Metadatenfeld Name=\"a\" Datentyp=\"STRING\"><Textfeld/></Metadatenfeld>\
             <Metadatenfeld{name} Datentyp=\"STRING\"><Textfeld/></Metadatenfeld></Objekt></Metadatendefinition></Vorgang></ns2:Bibliothek>"
        );
        let mut document = imported(&text).document;
        let field = document.fields.values().last().unwrap().id;
        document.fields.get_mut(field).unwrap().constraints.max_length = Some(7);
        let part = |inside: &str| format!("<Metadatenfeld{name} Datentyp=\"STRING\"><Textfeld{inside}");
        let wanted = text.replace(&part("/>"), &part("><MaxAnzahlZeichen>7</MaxAnzahlZeichen></Textfeld>"));
        assert_eq!(exported(&document), wanted);
    }
}

/// Choices that are computed are texts here; what is changed of them goes into the choice.
#[test]
fn a_choice_from_a_catalogue_stays_a_choice() {
    let field = |inside: &str, list: &str| {
        format!(
            "<Metadatenfeld Name=\"w\" Datentyp=\"CHOICE\"><Auswahlfeld><Titel Standard=\"W\"/>{inside}{list}</Auswahlfeld></Metadatenfeld>"
        )
    };
    for list in ["", "<Werteliste>LAENDER</Werteliste>", "<Werteliste><Ausdruck>f()</Ausdruck></Werteliste>"] {
        let library = |inside: &str| {
            format!(
                "<ns2:Bibliothek Schluessel=\"z\" Version=\"2.5\" xmlns:ns2=\"\"><Vorgang><Name Standard=\"Z\"/><Metadatendefinition><Objekt Name=\"o\" \
                 Datentyp=\"OBJECT\"><Metadatenliste Name=\"l\" Datentyp=\"LIST\"><Liste/><Metadatenobjekt Name=\"Objekt\" Datentyp=\"OBJECT\">\
                 {}</Metadatenobjekt></Metadatenliste>{}</Objekt></Metadatendefinition></Vorgang></ns2:Bibliothek>",
                field(inside, list),
                field(inside, list)
            )
        };
        let mut document = imported(&library("")).document;
        let fields: Vec<_> = document.fields.values().filter(|field| field.key == "w").map(|field| field.id).collect();
        assert_eq!(fields.len(), 2);
        for field in fields {
            document.fields.get_mut(field).unwrap().constraints.max_length = Some(7);
        }
        assert_eq!(exported(&document), library("<MaxAnzahlZeichen>7</MaxAnzahlZeichen>"), "{list}");
    }
}
