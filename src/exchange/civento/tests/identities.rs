//! Files whose steps have no identity, or one that others have too: each changes alone.

use super::{exported, imported};
use crate::model::{Document, FlowNode};

/// Two workflows that number their steps alike, and steps without any number.
const ALIKE: &str = "<ns2:Bibliothek Schluessel=\"z\" Rubrik=\"Vorgangsdefinition\" Version=\"2.5\" xmlns:ns2=\"\"><Vorgang><Name Standard=\"Z\"/>\
    <AdHocWorkflow Id=\"1\" Name=\"A\"><Typ>Ereignis</Typ><Workflowdefinition Id=\"2\"><Startelement Id=\"3\"><Active>true</Active>\
    <WorkflowvariableSetzen Id=\"4\"><Comment>Eins</Comment><Active>true</Active><Wert>1</Wert><Workflowvariable Datentyp=\"NEUART\" Variablenname=\"v\"/></WorkflowvariableSetzen>\
    <Neuschritt><Active>true</Active><Inhalt>bleibt</Inhalt></Neuschritt>\
    </Startelement></Workflowdefinition></AdHocWorkflow>\
    <AdHocWorkflow Id=\"1\" Name=\"A\"><Typ>Ereignis</Typ><Workflowdefinition Id=\"2\"><Startelement Id=\"3\"><Active>true</Active>\
    <WorkflowvariableSetzen Id=\"4\"><Comment>Zwei</Comment><Active>true</Active><Wert>2</Wert><Workflowvariable Datentyp=\"NEUART\" Variablenname=\"v\"/><Zusatz/></WorkflowvariableSetzen>\
    <MeldungAnzeigen><Active>true</Active><Titel Standard=\"Hinweis\"/><IsEinverstaendnis>true</IsEinverstaendnis></MeldungAnzeigen>\
    </Startelement></Workflowdefinition></AdHocWorkflow></Vorgang></ns2:Bibliothek>";

fn changed(name: &str, change: impl FnOnce(&mut FlowNode)) -> String {
    let mut document: Document = imported(ALIKE).document;
    let id = document.nodes.values().find(|node| node.name == name).unwrap().id;
    change(document.nodes.get_mut(id).unwrap());
    exported(&document)
}

#[test]
fn alike_numbered_steps_change_alone() {
    assert_eq!(exported(&imported(ALIKE).document), ALIKE);
    assert_eq!(changed("Zwei", |node| node.name = "Drei".to_owned()), ALIKE.replace("Zwei", "Drei"));
    assert_eq!(changed("Eins", |node| node.name = "Drei".to_owned()), ALIKE.replace("Eins", "Drei"));
}

#[test]
fn steps_without_number_change_alone() {
    let commented = |kind: &str| ALIKE.replace(&format!("<{kind}><Active>"), &format!("<{kind}><Comment>{kind}\nMehr</Comment><Active>"));
    assert_eq!(changed("Neuschritt", |node| node.details.note = "Mehr".to_owned()), commented("Neuschritt"));
    let hint = changed("Hinweis", |node| node.details.note = "Mehr".to_owned());
    assert_eq!(hint, ALIKE.replace("<MeldungAnzeigen><Active>", "<MeldungAnzeigen><Comment>Hinweis\nMehr</Comment><Active>"));
}

/// A field that stands twice in an object: each has its place.
#[test]
fn alike_named_fields_change_alone() {
    let field = |title: &str| {
        format!("<Metadatenfeld Name=\"a\" Datentyp=\"STRING\"><Textfeld><Titel Standard=\"{title}\"/><Neu/></Textfeld></Metadatenfeld>")
    };
    let text = format!(
        "<Bibliothek Schluessel=\"z\" Version=\"2.5\"><Vorgang><Name Standard=\"Z\"/><Metadatendefinition><Objekt Name=\"o\" Datentyp=\"OBJECT\">{}{}\
         </Objekt></Metadatendefinition></Vorgang></Bibliothek>",
        field("Eins"),
        field("Zwei")
    );
    let mut document = imported(&text).document;
    assert_eq!(exported(&document), text);
    let second = document.fields.values().find(|field| field.name == "Zwei").unwrap().id;
    document.fields.get_mut(second).unwrap().name = "Drei".to_owned();
    assert_eq!(exported(&document), text.replace("Zwei", "Drei"));
}

/// A list of a kind that nobody knows holds its steps, and keeps its name.
#[test]
fn unknown_lists_hold_their_steps() {
    let text = ALIKE.replace(
        "<Inhalt>bleibt</Inhalt>",
        "<BefehlAusfuehren Id=\"9\"><Comment>Innen</Comment><Active>true</Active><Befehl>tue()</Befehl></BefehlAusfuehren>",
    );
    let mut document = imported(&text).document;
    let inner = document.nodes.values().find(|node| node.name == "Innen").unwrap().id;
    assert!(document.nodes.get(inner).unwrap().parent.is_some());
    document.nodes.get_mut(inner).unwrap().name = "Drinnen".to_owned();
    assert_eq!(exported(&document), text.replace("Innen", "Drinnen"));
}
