//! Values in a condition: `009 "Sonstiges"`, "den Wert ja", `"Sonstiges" (999)`.

use super::clause::{Clause, Reader};
use super::subject::Join;
use super::token::{Kind, id_at};
use super::vocabulary::{Holds, is_same, length_at};
use super::words::{BEFORE_VALUE, TRUTHS};
use super::{Doubt, Unread, Why};
use crate::expr::{Number, Value};

type Codes = [(String, String)];

impl Reader<'_> {
    /// Passes a value of the element, or a list of values, if it is next.
    pub(super) fn values(&mut self, about: &str, clause: &mut Clause) -> Result<bool, Unread> {
        let start = self.at;
        let Some(first) = self.value(start, about)? else { return Ok(false) };
        if !clause.values.is_empty() {
            return Err(self.unread(start, Why::NotUnderstood));
        }
        clause.values.push(first);
        while let Some((join, at)) = self.separator(self.at) {
            let before = self.at;
            let Some(next) = self.value(at, about)? else {
                self.at = before;
                break;
            };
            if join != Join::Plain && clause.value_join != Join::Plain && join != clause.value_join {
                return Err(self.unread(before, Why::Ambiguous));
            }
            clause.value_join = if join == Join::Plain { clause.value_join } else { join };
            clause.values.push(next);
        }
        Ok(true)
    }

    /// The value that begins here, with articles and nouns before it. `None`, and nothing passed, where there is none.
    fn value(&mut self, from: usize, about: &str) -> Result<Option<Value>, Unread> {
        let Some(element) = self.vocabulary.get(about) else { return Ok(None) };
        let mut at = from;
        while self.word(at).is_some_and(|word| BEFORE_VALUE.contains(&word)) {
            at += 1;
        }
        let found = match (&element.holds, self.kind(at)) {
            (Holds::Codes(codes), _) => {
                return self.code(at, about, codes);
            }
            (Holds::Truth, Some(Kind::Word(word) | Kind::Quoted(word))) => {
                let Some(said) = truth(word) else { return Ok(None) };
                self.at = at + 1;
                return self.same_truth(said).map(|()| Some(Value::Boolean(said)));
            }
            (Holds::Number, Some(Kind::Number(digits))) => Number::read(&digits.replace(',', ".")).map(Value::Number),
            (Holds::Text, Some(Kind::Quoted(text) | Kind::Number(text))) => Some(Value::text(text)),
            _ => None,
        };
        self.at = if found.is_some() { at + 1 } else { self.at };
        Ok(found)
    }

    /// Passes the same truth in other words behind it: `true (ja)`.
    fn same_truth(&mut self, said: bool) -> Result<(), Unread> {
        let is_open = matches!(self.kind(self.at), Some(Kind::Open));
        let at = self.at + usize::from(is_open);
        let again = match self.kind(at) {
            Some(Kind::Word(word) | Kind::Quoted(word)) => truth(word),
            _ => None,
        };
        match again {
            Some(again) if again != said => Err(self.unread(at, Why::NameOfAnother)),
            Some(_) => {
                self.at = at + 1;
                self.at += usize::from(is_open && matches!(self.kind(self.at), Some(Kind::Close)));
                Ok(())
            }
            None => Ok(()),
        }
    }

    /// A code with or without its label, or a label with or without its code.
    fn code(&mut self, at: usize, about: &str, codes: &Codes) -> Result<Option<Value>, Unread> {
        let start = self.tokens.get(at).map_or(self.text.len(), |token| token.span.start);
        let rest = self.text.get(start..).unwrap_or_default();
        let code_of = |label: &str| {
            let mut found = codes.iter().filter(|(_, own)| is_same(own, label)).map(|(code, _)| code);
            found.next().filter(|_| found.next().is_none()).cloned()
        };
        let is_known = |code: &str| codes.iter().any(|(own, _)| own == code);
        let code = match self.kind(at) {
            Some(Kind::Quoted(text)) if is_known(text) => text.clone(),
            Some(Kind::Quoted(text)) => match code_of(text) {
                Some(code) => {
                    self.at = at + 1;
                    self.code_in_parentheses(&code)?;
                    return Ok(Some(Value::text(&code)));
                }
                None => return self.code_and_label(at, text.clone(), about, codes).map(Some),
            },
            Some(Kind::Number(digits)) => digits.clone(),
            Some(Kind::Word(word)) => {
                let written = rest.get(..word.len()).unwrap_or_default();
                if is_known(written) {
                    written.to_owned()
                } else if let Some((code, length)) = label_at(rest, codes) {
                    self.pass_to(start + length);
                    return Ok(Some(Value::text(&code)));
                } else {
                    return Ok(None);
                }
            }
            _ => return Ok(None),
        };
        self.at = at + 1;
        let said = self.label_behind(&code, codes);
        self.agree(at, about, &code, said.as_deref(), codes)?;
        Ok(Some(Value::text(&code)))
    }

    /// `"009 Sonstiges"`, `"009 - Sonstiges"`: both in one pair of quotation marks. A code that stands alone may be one that the list has
    /// not; a label may not.
    fn code_and_label(&mut self, at: usize, text: String, about: &str, codes: &Codes) -> Result<Value, Unread> {
        let end = text.find(|character: char| !character.is_alphanumeric()).unwrap_or(text.len());
        let (code, label) = text.split_at(end);
        let label = label.trim_matches(|character: char| !character.is_alphanumeric());
        let looks_like_code = codes.iter().any(|(own, _)| own == code) || code.bytes().all(|byte| byte.is_ascii_digit());
        if code.is_empty() || !looks_like_code {
            return Err(self.unread(at, Why::UnknownValue));
        }
        self.at = at + 1;
        let said = if label.is_empty() { self.label_behind(code, codes) } else { Some(label.to_owned()) };
        self.agree(at, about, code, said.as_deref(), codes)?;
        Ok(Value::text(code))
    }

    /// Passes `(999)` or `(Code 999)` behind a label; it must be its code.
    fn code_in_parentheses(&mut self, code: &str) -> Result<(), Unread> {
        if self.kind(self.at) != Some(&Kind::Open) {
            return Ok(());
        }
        let mut at = self.at + 1;
        while self.word(at).is_some_and(|word| BEFORE_VALUE.contains(&word)) {
            at += 1;
        }
        let is_same = matches!(self.kind(at), Some(Kind::Number(own) | Kind::Quoted(own)) if own == code);
        if !is_same || self.kind(at + 1) != Some(&Kind::Close) {
            return Err(self.unread(self.at, Why::NameOfAnother));
        }
        self.at = at + 2;
        Ok(())
    }

    /// Passes the label that stands behind a code: in quotation marks, in parentheses, or as it stands in the list.
    fn label_behind(&mut self, code: &str, codes: &Codes) -> Option<String> {
        let lead = usize::from(matches!(self.kind(self.at), Some(Kind::Dash | Kind::Colon)));
        if let Some(Kind::Quoted(label)) = self.kind(self.at + lead) {
            let label = label.clone();
            self.at += lead + 1;
            return Some(label);
        }
        let token = self.tokens.get(self.at + lead)?;
        let rest = self.text.get(token.span.start..)?;
        if token.kind == Kind::Open {
            let end = rest.find(')')?;
            let label = rest.get(1..end)?.trim_matches(|character: char| !character.is_alphanumeric());
            let is_label = !label.is_empty() && !label.char_indices().any(|(at, _)| id_at(&label[at..]).is_some());
            let label = label.to_owned();
            let start = token.span.start;
            return is_label.then(|| {
                self.pass_to(start + end + 1);
                label
            });
        }
        let own = codes.iter().find(|(own, _)| own == code).map(|(_, label)| label.clone())?;
        let length = length_at(rest, &own)?;
        let start = token.span.start;
        self.pass_to(start + length);
        Some(own)
    }

    /// Passes all pieces that begin before this place of the text.
    fn pass_to(&mut self, end: usize) {
        self.at += self.tokens.get(self.at..).unwrap_or_default().iter().take_while(|token| token.span.start < end).count();
    }

    /// Whether a code and the label that stands with it are those of the list. Another code's label is no slip of the pen.
    fn agree(&mut self, at: usize, about: &str, code: &str, said: Option<&str>, codes: &Codes) -> Result<(), Unread> {
        let like = |said: &str, label: &str| {
            let (said, label) = (said.to_lowercase(), label.to_lowercase());
            label.contains(&said) || said.contains(&label)
        };
        let own = codes.iter().find(|(own, _)| own == code).map(|(_, label)| label);
        let doubt = match (own, said) {
            (Some(label), Some(said)) if !is_same(label, said) => {
                if codes.iter().any(|(_, label)| is_same(label, said)) {
                    return Err(self.unread(at, Why::NameOfAnother));
                }
                (!like(said, label)).then(|| Doubt::Label { code: code.to_owned(), said: said.to_owned() })
            }
            (None, said) if !codes.is_empty() => {
                let mut meant = codes.iter().filter(|(_, label)| said.is_some_and(|said| like(said, label))).map(|(code, _)| code.clone());
                let meant = meant.next().filter(|_| meant.next().is_none());
                Some(Doubt::Code { id: about.to_owned(), code: code.to_owned(), meant })
            }
            _ => None,
        };
        self.doubts.extend(doubt.filter(|doubt| !self.doubts.contains(doubt)));
        Ok(())
    }
}

fn truth(word: &str) -> Option<bool> {
    TRUTHS.iter().find(|(written, _)| *written == word.to_lowercase()).map(|(_, truth)| *truth)
}

/// The code of the longest label with which a text begins; none where two codes share it.
fn label_at(rest: &str, codes: &Codes) -> Option<(String, usize)> {
    let found: Vec<(&String, usize)> = codes.iter().filter_map(|(code, label)| Some((code, length_at(rest, label)?))).collect();
    let longest = found.iter().map(|(_, length)| *length).max()?;
    let mut best = found.into_iter().filter(|(_, length)| *length == longest);
    let (code, length) = best.next()?;
    best.next().is_none().then(|| (code.clone(), length))
}
