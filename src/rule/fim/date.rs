//! Demands that three fields make a date of the calendar, and the examples that explain them.

use super::clause::{Clause, Reader};
use super::demand::Demand;
use super::token::Kind;
use super::words::{BE, IS, MUST};
use super::{Unread, Why};
use crate::expr::Date;

/// What such a demand speaks of; one of them must be there.
const DATE: [&str; 7] = ["datum", "datums", "kalenderdatum", "kalenderdatums", "kalenderdaten", "datumsangabe", "tagesdatum"];
/// What it says of the date; one of them must be there.
const VALID: [&str; 18] = [
    "validität",
    "gültigkeit",
    "korrektheit",
    "gültiges",
    "gültigen",
    "gültige",
    "gültig",
    "valides",
    "validen",
    "valide",
    "valid",
    "korrektes",
    "korrekten",
    "korrekte",
    "korrekt",
    "mögliches",
    "existierendes",
    "reales",
];
/// Other words that it may have.
const OTHER: [&str; 36] = [
    "die",
    "das",
    "der",
    "des",
    "den",
    "dem",
    "ein",
    "eine",
    "einem",
    "einen",
    "sich",
    "aus",
    "daraus",
    "hieraus",
    "ergebende",
    "ergebenden",
    "ergebendes",
    "resultierende",
    "resultierenden",
    "resultierendes",
    "zusammengesetzte",
    "zusammengesetzten",
    "sichergestellt",
    "gewährleistet",
    "ergeben",
    "bilden",
    "darstellen",
    "entsprechen",
    "zusammen",
    "gemeinsam",
    "angaben",
    "eingaben",
    "felder",
    "es",
    "dann",
    "drei",
];
/// Words of an explanation: "d.h. es muss z.B. 30.02.2019 verhindert werden, da dies keine korrekte Datumsangabe ist".
const EXPLANATION: [&str; 50] = [
    "d.h.",
    "das",
    "heißt",
    "es",
    "muss",
    "müssen",
    "darf",
    "dürfen",
    "z.b.",
    "zum",
    "beispiel",
    "beispielsweise",
    "wie",
    "etwa",
    "oder",
    "und",
    "der",
    "die",
    "den",
    "dem",
    "diese",
    "dieses",
    "dies",
    "eingabe",
    "eingaben",
    "angabe",
    "angaben",
    "verhindert",
    "werden",
    "wird",
    "da",
    "weil",
    "denn",
    "keine",
    "kein",
    "nicht",
    "korrekte",
    "korrekten",
    "gültige",
    "gültigen",
    "gültiges",
    "datumsangabe",
    "datumsangaben",
    "datum",
    "kalenderdatum",
    "sind",
    "ist",
    "sein",
    "ungültig",
    "unzulässig",
];

/// The demand for a possible date, if the clause is one.
pub fn demand(clause: &Clause) -> Option<Demand> {
    let is = |words: &[&str], word: &String| words.contains(&word.as_str());
    let has = |words: &[&str]| clause.words.iter().any(|word| is(words, word));
    let is_known = |word: &String| [&DATE[..], &VALID, &OTHER, &MUST, &BE, &IS].iter().any(|words| is(words, word));
    (has(&DATE) && has(&VALID) && has(&MUST) && clause.words.iter().all(is_known)).then_some(Demand::PartialDate)
}

impl Reader<'_> {
    /// Passes sentences that only give examples of dates which are not possible. They add nothing: every date in them must indeed be one
    /// that the calendar has not, and every word must belong to such an explanation.
    pub(super) fn explanation(&mut self) -> Result<bool, Unread> {
        let is_part = |kind: Option<&Kind>| match kind {
            Some(Kind::Word(word)) => EXPLANATION.contains(&word.as_str()),
            Some(Kind::Day(day)) => is_impossible(day),
            Some(Kind::Comma | Kind::Colon | Kind::Open | Kind::Close) => true,
            _ => false,
        };
        let length = (self.at..self.tokens.len()).take_while(|at| is_part(self.kind(*at))).count();
        let has_example = (self.at..self.at + length).any(|at| matches!(self.kind(at), Some(Kind::Day(_))));
        if length == 0 {
            return Ok(false);
        }
        let end = self.at + length;
        if !has_example || !matches!(self.kind(end), None | Some(Kind::Stop)) {
            return Err(self.unread(end, Why::NotUnderstood));
        }
        self.at = end;
        Ok(true)
    }

    /// Day, month and year in this order, told by their names.
    pub(super) fn day_month_year(&self, ids: &[String]) -> Option<Vec<String>> {
        let mut parts = [None, None, None];
        for id in ids {
            let name = self.vocabulary.get(id)?.names.first()?.to_lowercase();
            // "Tag (ohne Monat und Jahr)": the first of the words counts.
            let places = ["tag", "monat", "jahr"].map(|part| name.find(part).unwrap_or(usize::MAX));
            let first = (0..3).min_by_key(|part| places[*part]).filter(|part| places[*part] < usize::MAX)?;
            if parts[first].replace(id.clone()).is_some() {
                return None;
            }
        }
        parts.into_iter().collect()
    }
}

fn is_impossible(day: &str) -> bool {
    let numbers: Vec<i64> = day.split('.').filter_map(|part| part.parse().ok()).collect();
    match numbers.as_slice() {
        [day, month, year] => Date::new(*year, *month, *day).is_none(),
        _ => false,
    }
}
