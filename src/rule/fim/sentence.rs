//! The sentences of a rule text: condition first, demand first, or a demand alone; "sonst" goes on after one.

use super::clause::Reader;
use super::demand::Demand;
use super::token::{Kind, Tokens};
use super::vocabulary::Vocabulary;
use super::words::{AND, ELSE, IF, OPENING_VERBS, THEN};
use super::{Doubt, Unread, Why};
use crate::rule::{Condition, Sign};

/// One demand and when it applies.
#[derive(Clone, Debug)]
pub struct Statement {
    pub when: Condition,
    pub demand: Demand,
    pub targets: Vec<String>,
    /// The fault if nothing comes of it.
    pub unused: Unread,
}

/// What a text says, demand by demand.
pub fn statements(text: &str, vocabulary: &Vocabulary, tokens: Tokens) -> Result<(Vec<Statement>, Vec<Doubt>), Unread> {
    let place = vocabulary.place().map(str::to_owned);
    let mut reader = Reader { text, vocabulary, tokens: tokens.tokens, at: 0, doubts: tokens.doubts, place };
    if reader.tokens.is_empty() {
        return Err(Unread { at: 0..text.len(), why: Why::Empty });
    }
    let mut found: Vec<Statement> = Vec::new();
    while reader.at < reader.tokens.len() {
        let is_date = found.last().is_some_and(|last| last.demand == Demand::PartialDate);
        if !(is_date && reader.explanation()?) {
            reader.sentence(&mut found)?;
        }
        let goes_on = reader.at < reader.tokens.len() && !reader.take(&Kind::Stop) && !reader.begins_line(reader.at);
        if goes_on {
            return Err(reader.unread(reader.at, Why::NotUnderstood));
        }
        while reader.take(&Kind::Stop) {}
    }
    Ok((found, reader.doubts))
}

impl Reader<'_> {
    fn sentence(&mut self, found: &mut Vec<Statement>) -> Result<(), Unread> {
        if self.begins_else() {
            return self.otherwise(found);
        }
        let is_opened = self.word(self.at).is_some_and(|word| OPENING_VERBS.contains(&word));
        if is_opened || self.take_word(&IF) {
            let when = self.condition()?;
            let _ = self.take(&Kind::Comma) || self.take(&Kind::Colon);
            self.take_word(&THEN);
            self.demands(&when, found)?;
        } else {
            let start = self.at;
            let (demand, targets) = self.demand(&[])?;
            let before = self.at;
            self.take(&Kind::Comma);
            let is_only = demand == Demand::OnlyIf;
            let when = if self.take_word(&IF) {
                self.condition()?
            } else {
                self.at = before;
                Condition::always()
            };
            if is_only && when.is_always() {
                return Err(self.unread(start, Why::NotUnderstood));
            }
            let statement = self.statement(start, &when, demand, targets)?;
            found.push(statement);
        }
        if found.last().is_some_and(|last| last.demand == Demand::ExactlyOne && last.targets.len() == 2) {
            self.pass_not_both();
        }
        let before = self.at;
        self.take(&Kind::Comma);
        self.take_word(&AND);
        if self.begins_else() {
            return self.otherwise(found);
        }
        self.at = before;
        Ok(())
    }

    /// Demands that follow from one condition, joined by "und".
    fn demands(&mut self, when: &Condition, found: &mut Vec<Statement>) -> Result<(), Unread> {
        loop {
            let start = self.at;
            let (demand, targets) = self.demand(&[])?;
            let statement = self.statement(start, when, demand, targets)?;
            found.push(statement);
            let before = self.at;
            self.take(&Kind::Comma);
            if !self.take_word(&AND) || self.begins_else() {
                self.at = before;
                return Ok(());
            }
            self.take_word(&THEN);
        }
    }

    /// "Sonst …", "Wenn nicht, …", "Ist dies nicht der Fall, …", "In allen anderen Fällen …".
    fn begins_else(&self) -> bool {
        self.else_length() > 0
    }

    fn else_length(&self) -> usize {
        const PHRASES: [&[&str]; 7] = [
            &["wenn", "nicht"],
            &["falls", "nicht"],
            &["ist", "dies", "nicht", "der", "fall"],
            &["ist", "das", "nicht", "der", "fall"],
            &["in", "allen", "anderen", "fällen"],
            &["im", "anderen", "fall"],
            &["in", "anderen", "fällen"],
        ];
        let is_phrase = |phrase: &&[&str]| phrase.iter().enumerate().all(|(place, word)| self.word(self.at + place) == Some(word));
        let ends =
            |length: usize| !matches!(self.word(self.at), Some("wenn" | "falls")) || self.kind(self.at + length) == Some(&Kind::Comma);
        match self.word(self.at) {
            Some(word) if ELSE.contains(&word) => 1,
            _ => PHRASES.iter().find(|phrase| is_phrase(phrase)).map(|phrase| phrase.len()).filter(|length| ends(*length)).unwrap_or(0),
        }
    }

    fn otherwise(&mut self, found: &mut Vec<Statement>) -> Result<(), Unread> {
        let start = self.at;
        let Some(last) = found.last() else { return Err(self.unread(start, Why::NotUnderstood)) };
        let (when, targets) = (last.when.denied(), last.targets.clone());
        let Some(when) = when else { return Err(self.unread(start, Why::Ambiguous)) };
        self.at += self.else_length();
        self.take(&Kind::Comma);
        self.take_word(&THEN);
        // "Sonst" goes on about what was demanded before, not about the place of the rule.
        let place = self.place.take();
        let demanded = self.demand(&targets);
        self.place = place;
        let (demand, targets) = demanded?;
        let statement = self.statement(start, &when, demand, targets)?;
        found.push(statement);
        Ok(())
    }

    fn statement(&self, start: usize, when: &Condition, demand: Demand, targets: Vec<String>) -> Result<Statement, Unread> {
        let fault = |why| self.unread(start, why);
        let mut when = when.clone();
        let mut demand = demand;
        let mut targets = targets;
        if demand == Demand::PartialDate {
            let filled: Vec<String> = when.comparisons().map(|comparison| comparison.path.clone()).collect();
            let is_filled = when.comparisons().all(|comparison| comparison.sign == Sign::Filled);
            if targets.is_empty() && is_filled {
                targets = filled;
            }
            targets = self.day_month_year(&targets).ok_or_else(|| fault(Why::NotUnderstood))?;
        } else if demand == Demand::OnlyIf {
            when = when.denied().ok_or_else(|| fault(Why::Ambiguous))?;
            demand = Demand::NotAllowed;
        }
        let is_about_itself = targets.iter().enumerate().any(|(place, id)| targets[..place].contains(id));
        if is_about_itself {
            return Err(fault(Why::NotUnderstood));
        }
        Ok(Statement { when, demand, targets, unused: fault(Why::NoDemand) })
    }
}
