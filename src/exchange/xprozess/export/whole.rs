//! A whole new message.

use super::super::archive::{Packed, pack};
use super::super::standard::{NACHRICHT, NAMESPACE, STATUS};
use super::drafts::Prefix;
use super::parts::Parts;
use super::{flow, number_of};
use crate::exchange::Note;
use crate::exchange::xml::Draft;
use crate::model::Document;

/// What the message says it was made with.
const PRODUCT: &str = "Dienstweg";
/// The code of "in work" in the list of states.
const IN_WORK: &str = "2";

/// The text of a new message. Where there is no main process it holds none.
pub(super) fn export(document: &Document, at: jiff::Timestamp) -> (String, Vec<Note>) {
    let prefix = Prefix("xprozess".to_owned());
    let flow = flow::anew(document);
    let file = document.main().map(|main| format!("{}.bpmn", main.key)).unwrap_or_default();
    let packed = pack(&[Packed { name: file.clone(), bytes: flow.text.clone().into_bytes() }]).unwrap_or_default();
    let state = state(&prefix, at);
    let parts = document.main().map(|main| Parts {
        document,
        main,
        prefix: &prefix,
        ids: &flow.ids,
        file: &file,
        packed: &packed,
        state: Some(&state),
    });
    let (class, process) = (parts.as_ref().map(Parts::class), parts.as_ref().map(Parts::process));
    let name = document.main().map(|main| main.name.clone()).unwrap_or_default();
    let part = |local: &str, inside: Option<Draft>| prefix.with(local, std::iter::once(prefix.text("name", &name)).chain(inside).collect());
    let content = vec![part("prozesskatalog", class), part("prozessbibliothek", process)];
    let number = number_of(&prefix.with("inhalt", content.clone()).file());
    let message = prefix.with("alleInhalte.export.0303", std::iter::once(head(&prefix, &number, at)).chain(content).collect());
    let message = message
        .attribute("xmlns:xprozess", NAMESPACE)
        .attribute("produkt", PRODUCT)
        .attribute("produkthersteller", PRODUCT)
        .attribute("xprozessVersion", "2.0");
    (message.file(), flow.notes)
}

/// The head of a message (nachrichtenkopf).
fn head(prefix: &Prefix, number: &str, at: jiff::Timestamp) -> Draft {
    let inside = vec![
        prefix.text("nachrichtUUID", number),
        prefix.code("nachrichtentyp", &NACHRICHT, "0303"),
        prefix.text("erstellungszeitpunkt", &at.to_string()),
        prefix.text("autor", PRODUCT),
    ];
    prefix.with("nachrichtenkopf", inside)
}

/// That a process is being worked on (zustandsangaben).
fn state(prefix: &Prefix, at: jiff::Timestamp) -> Draft {
    let inside = vec![
        prefix.text("letzterAenderungszeitpunkt", &at.to_string()),
        prefix.text("letzterBearbeiter", PRODUCT),
        prefix.code("status", &STATUS, IN_WORK),
    ];
    prefix.with("zustandsangaben", inside)
}
