//! Elements in a sentence: "mindestens eines der Felder F1, F2 oder F3".

use super::clause::{Clause, Reader};
use super::token::Kind;
use super::vocabulary::Holds;
use super::words::{ALL, AND, AT_LEAST, COUNTS, EXACTLY, GROUPS, LEADING, NONE, NOUNS, ONE, OR, THIS};
use super::{Unread, Why};

/// Whether a word leads to an element, or is a noun for one.
fn leads(word: &str) -> bool {
    LEADING.contains(&word) || NOUNS.contains(&word)
}

/// How many of the elements are meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Quantity {
    /// Nothing is said.
    #[default]
    Plain,
    /// "mindestens eines"
    AtLeastOne,
    /// "genau eines", "entweder … oder"
    ExactlyOne,
    /// "eines": in a condition any of them, in a demand not clear.
    SomeOne,
    /// "alle", "beide"
    All,
    /// "keines", "weder … noch"
    None,
}

/// How a list is joined.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Join {
    /// Only one, or only commas between them.
    #[default]
    Plain,
    And,
    Or,
    AndOr,
    Nor,
}

impl Reader<'_> {
    /// Passes words of quantity if they are next.
    pub(super) fn quantity(&mut self, clause: &mut Clause) -> Result<bool, Unread> {
        let (first, second) = (self.word(self.at), self.word(self.at + 1));
        let one_of = |at: usize| self.word(at + 1).is_some_and(|next| ["der", "dieser", "von", "aus", "des"].contains(&next));
        let is = |word: Option<&str>, words: &[&str]| word.is_some_and(|word| words.contains(&word));
        let (quantity, length) = if is(first, &AT_LEAST) && is(second, &ONE) {
            (Quantity::AtLeastOne, 2)
        } else if is(first, &EXACTLY) && is(second, &ONE) {
            (Quantity::ExactlyOne, 2)
        } else if is(first, &["entweder"]) {
            (Quantity::ExactlyOne, 1)
        } else if is(first, &["weder"]) {
            (Quantity::None, 1)
        } else if is(first, &ONE) && one_of(self.at) {
            (Quantity::SomeOne, 1)
        } else if is(first, &NONE) && one_of(self.at) {
            (Quantity::None, 1)
        } else if is(first, &ALL) && self.begins_list(self.at + 1)
            || is(first, &["die"]) && is(second, &["beiden"]) && self.begins_list(self.at + 2)
        {
            (Quantity::All, 1)
        } else {
            return Ok(false);
        };
        if clause.quantity != Quantity::Plain || self.follows_not() {
            return Err(self.unread(self.at, Why::Ambiguous));
        }
        clause.quantity = quantity;
        clause.is_either = is(first, &["entweder"]);
        clause.count = first.and_then(count);
        self.at += length;
        while let Some(word) = self.word(self.at)
            && (leads(word) || count(word).is_some() || word == "aus")
            && self.this(self.at).is_none()
        {
            clause.count = count(word).or(clause.count);
            self.at += 1;
        }
        Ok(true)
    }

    /// Passes an element, or a list of them, if it is next.
    pub(super) fn subjects(&mut self, clause: &mut Clause) -> Result<bool, Unread> {
        let start = self.at;
        let Some(first) = self.subject(start)? else { return Ok(false) };
        if !clause.subjects.is_empty() {
            return Err(self.unread(start, Why::NotUnderstood));
        }
        if self.follows_not() {
            return Err(self.unread(start, Why::Ambiguous));
        }
        clause.subjects.push(first);
        while let Some((join, at)) = self.separator(self.at) {
            let before = self.at;
            let Some(next) = self.subject(at)? else {
                self.at = before;
                break;
            };
            if join != Join::Plain && clause.join != Join::Plain && join != clause.join {
                return Err(self.unread(before, Why::Ambiguous));
            }
            clause.join = if join == Join::Plain { clause.join } else { join };
            clause.subjects.push(next);
        }
        if clause.is_either {
            self.pass_not_both();
        }
        match clause.count {
            Some(count) if count != clause.subjects.len() => Err(self.unread(start, Why::Ambiguous)),
            _ => Ok(true),
        }
    }

    /// Passes ", aber nicht beide", which "entweder" says already.
    pub(super) fn pass_not_both(&mut self) {
        let comma = usize::from(matches!(self.kind(self.at), Some(Kind::Comma)));
        let word = |place: usize| self.word(self.at + comma + place);
        if matches!((word(0), word(1), word(2)), (Some("aber" | "jedoch"), Some("nicht"), Some("beide" | "beides"))) {
            self.at += comma + 3;
            self.at += usize::from(comma == 1 && matches!(self.kind(self.at), Some(Kind::Comma)));
        }
    }

    /// "nicht alle Felder", "nicht das Feld": what exactly is denied is not clear.
    fn follows_not(&self) -> bool {
        self.at > 0 && self.word(self.at - 1) == Some("nicht")
    }

    pub(super) fn leads_to_element(&self, from: usize) -> bool {
        matches!(self.kind(from + self.leading(from)), Some(Kind::Element(_)))
    }

    /// Whether elements stand here, or a noun for them.
    fn begins_list(&self, from: usize) -> bool {
        self.leading(from) > 0 || matches!(self.kind(from), Some(Kind::Element(_)))
    }

    /// How many words stand here that lead to an element.
    fn leading(&self, from: usize) -> usize {
        let is_passed = |word: &str| leads(word) || count(word).is_some();
        (from..self.tokens.len()).take_while(|at| self.word(*at).is_some_and(is_passed)).count()
    }

    /// The element that begins here, articles and nouns before it passed. `None`, and nothing passed, where there is none.
    fn subject(&mut self, from: usize) -> Result<Option<String>, Unread> {
        let mut at = from;
        while self.word(at).is_some_and(leads) {
            if let Some(place) = self.this(at) {
                self.at = at + 2;
                return Ok(Some(place));
            }
            at += 1;
        }
        match self.kind(at) {
            Some(Kind::Element(id)) => {
                let id = id.clone();
                self.at = at + 1;
                Ok(Some(id))
            }
            Some(Kind::Quoted(name)) if at > from && self.word(at - 1).is_some_and(|word| NOUNS.contains(&word)) => {
                let Some(id) = self.vocabulary.named(name).map(str::to_owned) else {
                    return Err(self.unread(at, Why::UnknownElement));
                };
                self.at = at + 1;
                self.id_in_parentheses(&id)?;
                Ok(Some(id))
            }
            _ => Ok(None),
        }
    }

    /// The element to which the rule belongs, where "dieses Feld" or "diese Gruppe" stands here alone.
    fn this(&self, at: usize) -> Option<String> {
        let (this, noun) = self.word(at).zip(self.word(at + 1))?;
        let is_named = matches!(self.kind(at + 2), Some(Kind::Element(_) | Kind::Quoted(_) | Kind::Open));
        let place = self.place.as_deref()?;
        let is_group = self.vocabulary.get(place)?.holds == Holds::Elements;
        let fits = THIS.contains(&this) && NOUNS.contains(&noun) && GROUPS.contains(&noun) == is_group;
        (fits && !is_named).then(|| place.to_owned())
    }

    /// Passes `(F00000463)` after a name; it must be the same element.
    fn id_in_parentheses(&mut self, id: &str) -> Result<(), Unread> {
        let is_open = matches!(self.kind(self.at), Some(Kind::Open));
        match self.kind(self.at + usize::from(is_open)) {
            Some(Kind::Element(other)) if other == id => {
                self.at += 1 + usize::from(is_open);
                self.at += usize::from(matches!(self.kind(self.at), Some(Kind::Close)));
                Ok(())
            }
            Some(Kind::Element(_)) if is_open => Err(self.unread(self.at + 1, Why::NameOfAnother)),
            _ => Ok(()),
        }
    }

    /// What stands between two elements or values of a list, and where it ends.
    pub(super) fn separator(&self, from: usize) -> Option<(Join, usize)> {
        let comma = usize::from(matches!(self.kind(from), Some(Kind::Comma)));
        let at = from + comma;
        let join = match self.word(at) {
            Some(word) if AND.contains(&word) => Join::And,
            Some(word) if OR.contains(&word) => Join::Or,
            Some("und/oder" | "bzw.") => Join::AndOr,
            Some("noch") => Join::Nor,
            _ => {
                let is_bullet = matches!(self.kind(at), Some(Kind::Dash)) && self.begins_line(at);
                let is_line = self.begins_line(at) && matches!(self.kind(at), Some(Kind::Element(_)));
                return (comma == 1 || is_bullet || is_line).then_some((Join::Plain, at + usize::from(is_bullet)));
            }
        };
        let is_bullet = matches!(self.kind(at + 1), Some(Kind::Dash)) && self.begins_line(at + 1);
        Some((join, at + 1 + usize::from(is_bullet)))
    }
}

fn count(word: &str) -> Option<usize> {
    COUNTS.iter().find(|(written, _)| *written == word).map(|(_, count)| *count)
}
