//! What a demand's half of a sentence means: "muss … befüllt werden".

use super::clause::{Clause, Half, Reader};
use super::subject::{Join, Quantity};
use super::words::{BE, CAN, FILLED, FILLERS, IS, MAY, MUST, TO_FILL};
use super::{Unread, Why};

/// What is demanded of fields and groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Demand {
    /// Each must be filled in.
    Required,
    /// None may be filled in.
    NotAllowed,
    /// They may be filled in or left empty: nothing is demanded.
    Permitted,
    /// They may be filled in only if the condition holds.
    OnlyIf,
    /// One of them at least must be filled in.
    AtLeastOne,
    /// One of them must be filled in, the others not.
    ExactlyOne,
    /// They must be a date that the calendar has.
    PartialDate,
}

/// Sentences without their elements; classes of words as [`class`] names them.
const SENTENCES: [(&str, Demand); 65] = [
    ("MUST FILLED BE", Demand::Required),
    ("MUST FILLED", Demand::Required),
    ("MUST verpflichtend FILLED BE", Demand::Required),
    ("MUST einen wert enthalten", Demand::Required),
    ("MUST einen wert haben", Demand::Required),
    ("MUST einen wert aufweisen", Demand::Required),
    ("MUST ein pflichtfeld BE", Demand::Required),
    ("MUST pflichtfeld BE", Demand::Required),
    ("MUST eine angabe FILLED BE", Demand::Required),
    ("MUST angaben FILLED BE", Demand::Required),
    ("MUST ein wert FILLED BE", Demand::Required),
    ("MAY nicht leer BE", Demand::Required),
    ("TO_FILL", Demand::Required),
    ("pflichtfeld", Demand::Required),
    ("pflicht", Demand::Required),
    ("IS TO_FILL", Demand::Required),
    ("IS zu TO_FILL", Demand::Required),
    ("IS verpflichtend TO_FILL", Demand::Required),
    ("IS verpflichtend zu TO_FILL", Demand::Required),
    ("IS ein pflichtfeld", Demand::Required),
    ("IS zum pflichtfeld", Demand::Required),
    ("IS pflichtfeld", Demand::Required),
    ("IS pflichtfelder", Demand::Required),
    ("IS eine pflichtangabe", Demand::Required),
    ("IS pflichtangabe", Demand::Required),
    ("IS pflicht", Demand::Required),
    ("IS verpflichtend", Demand::Required),
    ("IS erforderlich", Demand::Required),
    ("IS notwendig", Demand::Required),
    ("MAY nicht FILLED BE", Demand::NotAllowed),
    ("MAY nicht FILLED", Demand::NotAllowed),
    ("MAY keinen wert enthalten", Demand::NotAllowed),
    ("MAY keinen wert haben", Demand::NotAllowed),
    ("MAY nichts FILLED BE", Demand::NotAllowed),
    ("MAY nichts stehen", Demand::NotAllowed),
    ("MAY kein wert FILLED BE", Demand::NotAllowed),
    ("MAY keine angabe FILLED BE", Demand::NotAllowed),
    ("MAY keine angaben FILLED BE", Demand::NotAllowed),
    ("nicht TO_FILL", Demand::NotAllowed),
    ("MUST leer BE", Demand::NotAllowed),
    ("MUST unbefüllt BE", Demand::NotAllowed),
    ("IS leer zu lassen", Demand::NotAllowed),
    ("IS nicht TO_FILL", Demand::NotAllowed),
    ("IS nicht zu TO_FILL", Demand::NotAllowed),
    ("IS nicht zulässig", Demand::NotAllowed),
    ("IS nicht erlaubt", Demand::NotAllowed),
    ("IS unzulässig", Demand::NotAllowed),
    ("bleibt leer", Demand::NotAllowed),
    ("bleiben leer", Demand::NotAllowed),
    ("BE leer", Demand::NotAllowed),
    ("CAN FILLED BE", Demand::Permitted),
    ("CAN leer BE", Demand::Permitted),
    ("CAN optional FILLED BE", Demand::Permitted),
    ("MAY FILLED BE", Demand::Permitted),
    ("MAY leer BE", Demand::Permitted),
    ("MUST nicht FILLED BE", Demand::Permitted),
    ("IS optional", Demand::Permitted),
    ("IS freiwillig", Demand::Permitted),
    ("IS nicht erforderlich", Demand::Permitted),
    ("IS nicht verpflichtend", Demand::Permitted),
    ("IS kein pflichtfeld", Demand::Permitted),
    ("MAY nur FILLED BE", Demand::OnlyIf),
    ("MAY nicht beide leer BE", Demand::AtLeastOne),
    ("MAY nicht gleichzeitig leer BE", Demand::AtLeastOne),
    ("MAY nicht beide gleichzeitig leer BE", Demand::AtLeastOne),
];

/// Words by which "das Feld" after "sonst" points back to what was demanded before, for one element and for several.
const BACK_TO_ONE: [&str; 7] = ["das", "dieses", "feld", "die", "diese", "feldgruppe", "gruppe"];
const BACK_TO_SEVERAL: [&str; 6] = ["die", "diese", "felder", "feldgruppen", "gruppen", "sie"];

impl Reader<'_> {
    /// Reads one demand; its elements are empty where it names none. `before` are those of the demand before, to which "sonst" may point
    /// back.
    pub(super) fn demand(&mut self, before: &[String]) -> Result<(Demand, Vec<String>), Unread> {
        let mut clause = self.clause(Half::Demand, &[])?;
        if clause.subjects.is_empty() && clause.quantity == Quantity::Plain && !before.is_empty() {
            point_back(&mut clause, before);
        }
        if let Some(demand) = super::date::demand(&clause) {
            return Ok((demand, clause.subjects));
        }
        let Some(said) = said(&clause) else { return Err(self.unread(clause.start, Why::NotUnderstood)) };
        if clause.subjects.is_empty() {
            return Err(self.unread(clause.start, Why::NotUnderstood));
        }
        let meant = self.of_all(said, &clause).ok_or_else(|| self.unread(clause.start, Why::Ambiguous))?;
        Ok((meant, clause.subjects))
    }

    /// What is demanded of a list: "muss A und B befüllt werden" is clear, "muss A oder B befüllt werden" is not.
    fn of_all(&self, said: Demand, clause: &Clause) -> Option<Demand> {
        let is_single = clause.subjects.len() == 1;
        let is_each = is_single || clause.join == Join::And;
        match (clause.quantity, said) {
            (Quantity::Plain, Demand::AtLeastOne) => (!is_single && clause.join == Join::And).then_some(said),
            (Quantity::Plain, Demand::Required) if clause.join == Join::AndOr => Some(Demand::AtLeastOne),
            (Quantity::Plain, _) => is_each.then_some(said),
            (Quantity::All, Demand::Required) => (clause.join != Join::Or).then_some(said),
            // "mindestens ein Feld der Gruppe": a group is filled in when a field in it is.
            (Quantity::AtLeastOne, Demand::Required) if is_single => self.is_group(clause).then_some(said),
            (Quantity::AtLeastOne, Demand::Required) => Some(Demand::AtLeastOne),
            (Quantity::ExactlyOne, Demand::Required) if !is_single => {
                (!clause.is_either || clause.join == Join::Or).then_some(Demand::ExactlyOne)
            }
            (Quantity::None, Demand::Permitted) => says_may_fill(clause).then_some(Demand::NotAllowed),
            _ => None,
        }
    }

    fn is_group(&self, clause: &Clause) -> bool {
        let holds = clause.subjects.first().and_then(|id| self.vocabulary.get(id)).map(|element| &element.holds);
        holds == Some(&super::Holds::Elements)
    }
}

/// "weder A noch B darf befüllt werden", not "… muss befüllt werden".
fn says_may_fill(clause: &Clause) -> bool {
    key(clause) == "MAY FILLED BE"
}

/// Gives a clause without elements those of the demand before, if its words point to them.
fn point_back(clause: &mut Clause, before: &[String]) {
    let words: &[&str] = if before.len() == 1 { &BACK_TO_ONE } else { &BACK_TO_SEVERAL };
    let count = clause.words.len();
    clause.words.retain(|word| !words.contains(&word.as_str()));
    let says_it = clause.words.iter().any(|word| word == "es") && before.len() == 1;
    if says_it || clause.words.len() < count {
        clause.subjects = before.to_vec();
        clause.join = Join::And;
    }
}

fn said(clause: &Clause) -> Option<Demand> {
    let key = key(clause);
    SENTENCES.iter().find(|(sentence, _)| *sentence == key).map(|(_, demand)| *demand)
}

fn key(clause: &Clause) -> String {
    let words: Vec<&str> = clause.words.iter().map(String::as_str).filter(|word| !FILLERS.contains(word)).collect();
    let last = words.len().saturating_sub(1);
    let classes: Vec<&str> = words.iter().enumerate().map(|(place, word)| class(word, place == last)).collect();
    classes.join(" ")
}

/// The class of a word; "werden" is an auxiliary at the end and a verb of its own before.
fn class(word: &str, is_last: bool) -> &str {
    let classes: [(&[&str], &str); 6] = [
        (&MUST, "MUST"),
        (&MAY, "MAY"),
        (&CAN, "CAN"),
        (&FILLED, "FILLED"),
        (&TO_FILL, "TO_FILL"),
        (if is_last { &BE } else { &IS }, if is_last { "BE" } else { "IS" }),
    ];
    classes.iter().find(|(words, _)| words.contains(&word)).map_or(word, |(_, class)| class)
}
