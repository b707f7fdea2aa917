//! What the studio does not know about a library's platform: its functions are asked, its loops end, its masks stay in the background.

use super::{STREET, all_end, exported, imported};
use dienstweg::i18n::{Language, Texts};
use dienstweg::model::{Document, Event, NodeKind, Repetition, ServiceUse};
use dienstweg::sim::{Program, play_alone};

/// A library whose only workflow holds these steps.
fn library(steps: &str) -> String {
    format!(
        "<ns2:Bibliothek Schluessel=\"z\" Rubrik=\"Vorgangsdefinition\" Version=\"2.5\" xmlns:ns2=\"\"><Vorgang><Name Standard=\"Z\"/>\
         <Erfassungsworkflow Id=\"1\"><Startelement Id=\"2\"><Active>true</Active>{steps}</Startelement></Erfassungsworkflow></Vorgang></ns2:Bibliothek>"
    )
}

fn played(document: &Document) -> Vec<String> {
    all_end(document).remove(0).1
}

/// A decision by the answer of a function, and what is set to another one's.
const ASKING: &str = "<Entscheidungselement Id=\"3\"><Active>true</Active><Entscheidungszweig Id=\"4\"><Active>true</Active>\
    <Ausdruck><Ausdruck>zaehleVorgaenge(\"V.Z.a.b\", \"Hund\") = 0</Ausdruck></Ausdruck>\
    <MeldungAnzeigen Id=\"5\"><Active>true</Active><Titel Standard=\"Erster Hund\"/></MeldungAnzeigen></Entscheidungszweig></Entscheidungselement>\
    <WorkflowvariableSetzen Id=\"6\"><Comment>Merken</Comment><Active>true</Active><Wert>hashWert(V.Z.a.b)</Wert>\
    <Workflowvariable Datentyp=\"STRING\" Variablenname=\"v\"/></WorkflowvariableSetzen>\
    <WorkflowvariableSetzen Id=\"7\"><Comment>Aus</Comment><Active>false</Active><Wert>andere()</Wert>\
    <Workflowvariable Datentyp=\"STRING\" Variablenname=\"v\"/></WorkflowvariableSetzen>";

#[test]
fn functions_without_equal_are_asked_by_name_and_have_a_first_answer() {
    let text = library(ASKING);
    let mut document = imported(&text);
    assert_eq!(played(&document), ["Antrag wird gestellt", "zaehleVorgaenge fragen", "Erster Hund", "hashWert fragen", "Merken"]);
    let asking = document.nodes.values().find(|node| node.name == "zaehleVorgaenge fragen").unwrap().clone();
    let service: ServiceUse = asking.details.service.clone().unwrap();
    assert_eq!((service.service.as_str(), service.answer[0].value.as_str()), ("Funktion zaehleVorgaenge", "0"));
    assert_eq!(asking.details.note, "zaehleVorgaenge(\"V.Z.a.b\", \"Hund\")");
    // Another answer of the double leads another way.
    let node = document.nodes.get_mut(asking.id).unwrap();
    node.details.service.as_mut().unwrap().answer[0].value = "2".to_owned();
    assert!(!played(&document).contains(&"Erster Hund".to_owned()));
    assert_eq!(exported(&document), text, "what is asked stands in the expressions of the file");
    let problems = dienstweg::check::check(&document);
    assert!(problems.iter().all(|problem| problem.kind != "check-step-service-unknown"));
}

#[test]
fn loops_that_need_not_end_have_bounds_in_each_other_too() {
    let mut steps = String::new();
    for number in 0..4 {
        steps = format!(
            "<Schleife Id=\"s{number}\"><Active>true</Active><Ausdruck><Ausdruck>i{number} &lt; 5</Ausdruck></Ausdruck>{steps}\
             <Entscheidungselement Id=\"e{number}\"><Active>true</Active><Entscheidungszweig Id=\"w{number}\"><Active>true</Active>\
             <Ausdruck><Ausdruck>unbekannt(i{number})</Ausdruck></Ausdruck><WorkflowvariableSetzen Id=\"v{number}\"><Active>true</Active>\
             <Wert>i{number} + 1</Wert><Workflowvariable Datentyp=\"INTEGER\" Variablenname=\"i{number}\"/></WorkflowvariableSetzen>\
             </Entscheidungszweig></Entscheidungselement><NameDerZaehlervariable>i{number}</NameDerZaehlervariable></Schleife>"
        );
    }
    let document = imported(&library(&steps));
    let most = document.nodes.values().filter_map(|node| match (&node.kind, &node.repetition) {
        (NodeKind::SubProcess { .. }, Repetition::Loop { maximum, .. }) => *maximum,
        _ => None,
    });
    let mut most: Vec<u32> = most.collect();
    most.sort_unstable();
    assert_eq!(most, [2, 4, 10, 50]);
    all_end(&document);
}

#[test]
fn the_mask_of_all_data_is_listed_only_where_a_step_shows_it() {
    let mut document = imported(STREET);
    let mask = document.forms.values().find(|form| form.name == "Fachdaten").unwrap().id;
    assert!(document.listed_forms().all(|form| form.id != mask));
    assert!(document.listed_forms().count() > 0);
    let step = document.nodes.values().find(|node| node.name == "Auslegung abwarten").unwrap().id;
    document.nodes.get_mut(step).unwrap().details.form = Some(mask);
    assert!(document.listed_forms().any(|form| form.id == mask));
}

/// What does not fit where a library writes it, or may not be written there, holds nobody up.
#[test]
fn values_that_do_not_fit_hold_nobody_up() {
    let field = "<Metadatendefinition><Objekt Name=\"o\" Datentyp=\"OBJECT\"><Metadatenfeld Name=\"wahl\" Datentyp=\"CHOICE\"><Auswahlfeld>\
        <Titel Standard=\"Wahl\"/><Werteliste>a|A;b|B</Werteliste></Auswahlfeld></Metadatenfeld></Objekt></Metadatendefinition>";
    let set = |number: usize, to: &str, value: &str| {
        format!(
            "<DatenvariableSetzen Id=\"d{number}\"><Active>true</Active><Ausdruck><Ausdruck>{value}</Ausdruck></Ausdruck><Datenverweis>{to}</Datenverweis></DatenvariableSetzen>"
        )
    };
    let values = ["\"a\"", "\"\"", "\"c\"", "3", "true", "unbekannt()", "castToAuswahl(\"b\")", "todayDate()", "V.Z.o"];
    let steps: String = values.iter().enumerate().map(|(number, value)| set(number, "V.Z.o.wahl", value)).collect();
    let text = library(&(steps + &set(99, "VE.Stadt.satz", "3"))).replace("<Erfassungsworkflow", &format!("{field}<Erfassungsworkflow"));
    let document = imported(&text);
    all_end(&document);
    assert_eq!(exported(&document), text);
}

/// A text that comes from another field and is no code of the list is said, and the play goes on.
#[test]
fn a_text_that_is_no_code_is_said_and_holds_nobody_up() {
    let fields = "<Metadatendefinition><Objekt Name=\"o\" Datentyp=\"OBJECT\"><Metadatenfeld Name=\"wahl\" Datentyp=\"CHOICE\"><Auswahlfeld>\
        <Titel Standard=\"Wahl\"/><Werteliste>a|A;b|B</Werteliste></Auswahlfeld></Metadatenfeld>\
        <Metadatenfeld Name=\"text\" Datentyp=\"STRING\"><Textfeld><Titel Standard=\"Text\"/></Textfeld></Metadatenfeld></Objekt></Metadatendefinition>";
    let set = |id: &str, to: &str, value: &str| {
        format!(
            "<DatenvariableSetzen Id=\"{id}\"><Active>true</Active><Ausdruck><Ausdruck>{value}</Ausdruck></Ausdruck><Datenverweis>V.Z.o.{to}</Datenverweis></DatenvariableSetzen>"
        )
    };
    let steps =
        set("3", "text", "\"zzz\"") + &set("4", "wahl", "V.Z.o.text") + &set("5", "text", "\"a\"") + &set("6", "wahl", "V.Z.o.text");
    let text = library(&steps).replace("<Erfassungsworkflow", &format!("{fields}<Erfassungsworkflow"));
    let document = imported(&text);
    all_end(&document);
    let program = std::sync::Arc::new(Program::compile(&document, document.main_process).unwrap());
    let (run, _) = play_alone(program, jiff::civil::date(2026, 3, 2).at(9, 0, 0, 0), Vec::new()).unwrap();
    let said: Vec<String> = run.trace().iter().filter_map(|event| Texts::new(Language::German).happening(&document, &event.what)).collect();
    let place = said.iter().position(|text| text.starts_with("„Wahl“ bleibt leer: „zzz“ steht nicht in der Auswahlliste.")).unwrap();
    assert!(said[place + 1..].iter().any(|text| text == "Wahl: A"), "{said:?}");
    assert_eq!(exported(&document), text);
}

/// A library with a workflow that is begun by hand under this condition, and throws an event.
fn begun_under(condition: &str) -> String {
    library("").replace(
        "</Vorgang>",
        &format!(
            "<AdHocWorkflow Id=\"10\" Name=\"Nachfordern\"><Ausfuehrungsbedingung>{condition}</Ausfuehrungsbedingung><Typ>Sachbearbeitung</Typ>\
             <Workflowdefinition Id=\"11\"><Startelement Id=\"12\"><Active>true</Active><EreignisAusloesen Id=\"13\"><Active>true</Active>\
             <NameDesEreignisses>Los</NameDesEreignisses></EreignisAusloesen></Startelement></Workflowdefinition></AdHocWorkflow></Vorgang>"
        ),
    )
}

fn played_by_hand(document: &Document) -> Vec<String> {
    all_end(document).into_iter().find(|(name, _)| name == "Nachfordern").unwrap().1
}

const BEGUN: [&str; 3] = ["Sachbearbeitung beginnt", "darf fragen", "Ereignis „Los“ auslösen"];

#[test]
fn functions_in_the_condition_of_a_beginning_are_asked_first() {
    for (condition, start, way) in [
        ("darf(V.Z.a.b)", None, "funktionen.darf = true"),
        ("not(darf())", None, "not(funktionen.darf = true)"),
        ("darf() &gt; 5", None, "(funktionen.darf > 5) = true"),
        ("V.Z.a.b = \"x\" AND darf() = \"ja\" AND V.Z.a.c", Some("a.b = \"x\" and a.c = true"), "(funktionen.darf = \"ja\") = true"),
    ] {
        let text = begun_under(condition);
        let document = imported(&text);
        assert_eq!(played_by_hand(&document), BEGUN, "{condition}");
        let found = document.flows.values().find(|flow| !flow.condition.is_empty()).unwrap();
        assert_eq!(found.condition, way);
        let mut starts = document.nodes.values().filter_map(|node| match &node.kind {
            NodeKind::StartEvent { trigger: Event::Conditional(condition), .. } => Some(condition.as_str()),
            _ => None,
        });
        assert_eq!(starts.next_back(), start);
        assert_eq!(exported(&document), text, "{condition}");
    }
}

#[test]
fn another_answer_keeps_a_workflow_from_beginning_and_a_change_goes_into_its_condition() {
    let mut document = imported(&begun_under("V.Z.a.b = 1 AND darf()"));
    let asking = document.nodes.values().find(|node| node.name == "darf fragen").unwrap().id;
    document.nodes.get_mut(asking).unwrap().details.service.as_mut().unwrap().answer[0].value = "false".to_owned();
    assert_eq!(played_by_hand(&document), &BEGUN[..2]);
    let way = document.flows.values().find(|flow| !flow.condition.is_empty()).unwrap().id;
    document.flows.get_mut(way).unwrap().condition = "funktionen.darf = false".to_owned();
    assert_eq!(exported(&document), begun_under("V.Z.a.b = 1 AND darf() = false"));
    let start = document.nodes.values().find(|node| matches!(node.kind, NodeKind::StartEvent { trigger: Event::Conditional(_), .. }));
    let start = start.unwrap().id;
    document.nodes.get_mut(start).unwrap().kind =
        NodeKind::StartEvent { trigger: Event::Conditional("a.b = 2 or a.b = 3".to_owned()), is_interrupting: true };
    assert_eq!(exported(&document), begun_under("(V.Z.a.b = 2 OR V.Z.a.b = 3) AND darf() = false"));
}
