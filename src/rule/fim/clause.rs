//! One half of a sentence, cut into what it is about, what that is compared with, and the words between.

use super::subject::{Join, Quantity};
use super::token::{Kind, Token};
use super::vocabulary::Vocabulary;
use super::words::{AND, ELSE, IF, IS, MAY, MUST, OR, THEN};
use super::{Doubt, Unread, Why};
use crate::expr::Value;
use crate::rule::Sign;

/// Goes through the pieces of a text.
pub struct Reader<'a> {
    pub text: &'a str,
    pub vocabulary: &'a Vocabulary,
    pub tokens: Vec<Token>,
    pub at: usize,
    pub doubts: Vec<Doubt>,
    /// What "dieses Feld" means.
    pub place: Option<String>,
}

/// Which half of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Half {
    /// "Wenn …"
    Condition,
    /// "dann muss …"
    Demand,
}

/// One half of a sentence.
#[derive(Clone, Debug, Default)]
pub struct Clause {
    pub quantity: Quantity,
    /// Whether the quantity was told with "entweder".
    pub is_either: bool,
    /// How many elements the text says there are.
    pub count: Option<usize>,
    /// FIM ids of the elements.
    pub subjects: Vec<String>,
    pub join: Join,
    pub sign: Option<Sign>,
    pub values: Vec<Value>,
    pub value_join: Join,
    /// The other words, in their order.
    pub words: Vec<String>,
    /// Where its first piece stands.
    pub start: usize,
}

impl Reader<'_> {
    pub(super) fn kind(&self, at: usize) -> Option<&Kind> {
        self.tokens.get(at).map(|token| &token.kind)
    }

    pub(super) fn word(&self, at: usize) -> Option<&str> {
        match self.kind(at) {
            Some(Kind::Word(word)) => Some(word),
            _ => None,
        }
    }

    pub(super) fn begins_line(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.begins_line)
    }

    /// Passes a word if it is one of these.
    pub(super) fn take_word(&mut self, words: &[&str]) -> bool {
        let found = self.word(self.at).is_some_and(|word| words.contains(&word));
        self.at += usize::from(found);
        found
    }

    /// Passes a sign if it is next.
    pub(super) fn take(&mut self, kind: &Kind) -> bool {
        let found = self.kind(self.at) == Some(kind);
        self.at += usize::from(found);
        found
    }

    /// The fault at a piece; behind the last one, at the end of the text.
    pub(super) fn unread(&self, at: usize, why: Why) -> Unread {
        let end = self.text.trim_end().len();
        Unread { at: self.tokens.get(at).map_or(end..end, |token| token.span.clone()), why }
    }

    /// Reads up to where this half of the sentence ends. `before` are the elements of the condition before, of which this one may go on:
    /// "F1 = 001 oder = 002".
    pub(super) fn clause(&mut self, half: Half, before: &[String]) -> Result<Clause, Unread> {
        let mut clause = Clause { start: self.at, ..Clause::default() };
        while !self.ends(half, &clause) {
            let about = clause.subjects.first().or(before.first()).cloned().filter(|_| half == Half::Condition);
            if self.quantity(&mut clause)? || self.subjects(&mut clause)? {
                continue;
            }
            if let Some(about) = about
                && self.values(&about, &mut clause)?
            {
                continue;
            }
            match self.kind(self.at) {
                Some(Kind::Word(word)) => clause.words.push(word.clone()),
                Some(Kind::Sign(sign)) if clause.sign.is_none() && half == Half::Condition => clause.sign = Some(*sign),
                // "eines der folgenden Felder befüllt sein: F1, F2"
                Some(Kind::Colon) if clause.subjects.is_empty() && clause.quantity != Quantity::Plain => {
                    let bullet = self.at + 1;
                    self.at += usize::from(matches!(self.kind(bullet), Some(Kind::Dash)));
                }
                _ => return Err(self.unread(self.at, Why::NotUnderstood)),
            }
            self.at += 1;
        }
        Ok(clause)
    }

    fn ends(&self, half: Half, clause: &Clause) -> bool {
        let begun = self.at > clause.start;
        match self.kind(self.at) {
            None | Some(Kind::Stop | Kind::Comma) => true,
            Some(Kind::Colon) => half == Half::Condition && !clause.subjects.is_empty(),
            Some(Kind::Word(word)) => {
                let word = word.as_str();
                let is_any = |words: &[&str]| words.contains(&word);
                let begins_other = is_any(&IF) || is_any(&ELSE) || is_any(&AND) || is_any(&OR);
                let begins_demand = half == Half::Condition && (is_any(&THEN) || is_any(&MAY) || is_any(&MUST));
                let is_verb = half == Half::Condition && !clause.subjects.is_empty() && is_any(&IS);
                begins_other
                    || begins_demand
                    || is_verb && self.leads_to_element(self.at + 1)
                    || begun && self.begins_line(self.at) && self.begins_sentence(word)
            }
            _ => false,
        }
    }

    /// Whether a new line with this word is a new sentence, though no full stop stands before it.
    fn begins_sentence(&self, word: &str) -> bool {
        let start = self.tokens.get(self.at).map_or(0, |token| token.span.start);
        let is_capital = self.text.get(start..).is_some_and(|text| text.starts_with(char::is_uppercase));
        is_capital && ["es", "ist", "sind", "wird", "das", "die", "der", "mindestens", "entweder"].contains(&word)
    }
}
