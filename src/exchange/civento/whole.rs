//! What the elements of a library have besides what the studio knows: written with its usual values where the studio makes the element.
//!
//! Which elements there are, and in which order, was read off public exports.

use super::super::xml::Draft;
use super::standard::PROCEDURE;
use std::collections::BTreeSet;

/// What stands in an element that is made anew: a text, words that people read, or another element with this in it.
#[derive(Clone, Copy)]
enum Part {
    Text(&'static str, &'static str),
    Words(&'static str, &'static str),
}

use Part::{Text, Words};

/// What a procedure has, in its order.
const PROCEDURE_PARTS: [Part; 8] = [
    Text("Klasse", "FV, Fachvorgang"),
    Text("Belegtext", ""),
    Text("Authentifizierungsart", "AY, Anonym"),
    Text("EPaymentModus", ""),
    Text("Zustaendigkeit", ""),
    Text("FullWidth", "false"),
    Text("KeineSeqNumGenerierung", "false"),
    Text("KeineFachlicheNummerngenerierung", "false"),
];

/// What of a procedure an authority has to decide.
pub(super) const TO_DECIDE: [&str; 5] = ["Klasse", "Belegtext", "Authentifizierungsart", "EPaymentModus", "Zustaendigkeit"];
/// The word for procedures that are paid for.
const PAID: Draftable = ("EPaymentModus", "Payment anbieten");
type Draftable = (&'static str, &'static str);

/// What an element of that name has, in the order of exports.
fn parts(element: &str) -> &'static [Part] {
    match element {
        PROCEDURE => &PROCEDURE_PARTS,
        "Startelement" | "Entscheidungselement" | "Entscheidungszweig" | "Schleife" | "SequenzielleListe" => &[Text("Expanded", "true")],
        "AntragstellerdatenAnfordern" => &[Text("Authentifizierungsart", "AY, Anonym")],
        "StartseiteAnzeigen" => &[
            Words("ProzessName", ""),
            Text("IsDatenschutzerklarung", "false"),
            Text("IsMindestalterbestatigen", "false"),
            Text("DatenschutzerklarungErsetzen", "false"),
            Text("initialSichtbareWorter", "0"),
        ],
        "DokumentAnzeigen" => &[Words("ProzessName", ""), Text("ZurAkteHinzufuegen", "true")],
        "MeldungAnzeigen" => &[Words("ProzessName", ""), Text("Fehlermeldung", "false"), Text("IsEinverstaendnis", "false")],
        "AbschlussseiteAnzeigen" => &[
            Words("Meldung", ""),
            Words("ProzessName", ""),
            Text("DokumentDownloadregel", ""),
            Text("DokDownloadRegelAufGespeichrteDokumenteAnwenden", "false"),
            Text("DokumentDownloadregelAuchImHauptvorgangAnwenden", "false"),
            Text("VorgangNeuStarten", "false"),
            Text("ZusammenfassungAllerDokumente", "false"),
        ],
        "Personendatensatz" => &[Text("DarstellungLand", "NichtSichtbar"), Text("darstellungPrimaereKontaktadresse", "NichtSichtbar")],
        "ProzessAnhaltenSystemaufgabe" => &[Text("AusfuherungNurInZustaendigerOeErlaubt", "false")],
        _ => &[],
    }
}

/// The draft with all that elements have that are made anew: those without identity lie in one that is, or `kept` does not hold theirs.
/// `name`: what pages say the procedure is called.
pub(super) fn complete(draft: Draft, kept: &BTreeSet<&str>, name: &str, is_new: bool) -> Draft {
    let is_new = is_new || draft.id("Id").is_some_and(|id| !kept.contains(id));
    let local = draft.local_name().to_owned();
    // As deep as the draft.
    draft.mapping(|inside| {
        let mut inside: Vec<Draft> = inside.into_iter().map(|inner| complete(inner, kept, name, is_new)).collect();
        if is_new {
            for part in parts(&local) {
                let (Text(own, _) | Words(own, _)) = *part;
                if !inside.iter().any(|inner| inner.local_name() == own) {
                    put(&mut inside, &local, made(*part, name));
                }
            }
        }
        inside
    })
}

fn made(part: Part, name: &str) -> Draft {
    match part {
        Text(own, text) => Draft::text(own, text),
        Words(own, words) => Draft::text(own, "").attribute("Standard", if own == "ProzessName" { name } else { words }),
    }
}

/// Puts an element where it belongs: of a procedure in its order, the rest at the end.
fn put(inside: &mut Vec<Draft>, around: &str, new: Draft) {
    let rank = |draft: &Draft| super::standard::rank(around, draft.local_name());
    let at = if around == PROCEDURE { inside.iter().position(|other| rank(other) > rank(&new)) } else { None };
    inside.insert(at.unwrap_or(inside.len()), new);
}

/// The same for procedures that are paid for, which have a word for it.
pub(super) fn paid(library: Draft) -> Draft {
    let (name, word) = PAID;
    library.mapping(|inside| inside.into_iter().map(|procedure| procedure.replacing(Draft::text(name, word))).collect())
}
