//! One typed line: how far in it stands, and what it is.

use super::{ChoiceKind, TypedStep, laws_from_text};

/// Words that are understood in both languages of the studio, in lower case.
const START: [&str; 3] = ["start", "beginn", "begin"];
const END: [&str; 3] = ["ende", "end", "schluss"];
const ALL: [&str; 4] = ["gleichzeitig", "zugleich", "parallel", "at the same time"];
const SEVERAL: [&str; 4] = ["(mehrere)", "(several)", "(mehrere möglich)", "(one or more)"];
const ARROWS: [&str; 4] = ["→", "->", "=>", "➔"];
const ANSWERS: [&str; 7] = ["ja", "nein", "yes", "no", "sonst", "otherwise", "else"];
/// Answers for all other cases.
const OTHERWISE: [&str; 3] = ["sonst", "otherwise", "else"];
/// A longer text before a colon is no role.
const LONGEST_ROLE: usize = 60;

/// A line without its bullet or number.
#[derive(Clone, Copy, Debug)]
pub(super) struct TypedLine<'a> {
    /// Counted from 1.
    pub number: usize,
    /// How many blanks stand before it; a tabulator counts four.
    pub indent: usize,
    /// The rest, not empty.
    pub text: &'a str,
}

/// What a line says.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Saying {
    Start(String),
    End(String),
    Jump(String),
    Step(TypedStep),
    /// A step with a colon behind it.
    Heading(TypedStep),
    Question {
        kind: ChoiceKind,
        role: Option<String>,
        question: String,
    },
}

/// The lines of a text that are not empty.
pub(super) fn lines(text: &str) -> Vec<TypedLine<'_>> {
    let read = |(index, line)| TypedLine { number: index + 1, indent: indent(line), text: without_bullet(line.trim_start()).trim_end() };
    text.lines().enumerate().map(read).filter(|line: &TypedLine<'_>| !line.text.is_empty()).collect()
}

fn indent(line: &str) -> usize {
    line.chars().take_while(|sign| sign.is_whitespace()).map(|sign| if sign == '\t' { 4 } else { 1 }).sum()
}

/// Lists from elsewhere begin with bullets or numbers.
fn without_bullet(text: &str) -> &str {
    let bulleted = text.strip_prefix(['-', '*', '•', '–', '·']).filter(|rest| rest.starts_with(char::is_whitespace));
    let numbered = || {
        let rest = text.trim_start_matches(|sign: char| sign.is_ascii_digit());
        let rest = if rest.len() < text.len() { rest.strip_prefix(['.', ')']) } else { None };
        rest.filter(|rest| rest.starts_with(char::is_whitespace))
    };
    bulleted.or_else(numbered).map_or(text, str::trim_start)
}

/// The answer before the first colon and what stands behind it. `None` if there is no colon.
pub(super) fn answer(text: &str) -> Option<(&str, &str)> {
    text.split_once(':').map(|(answer, rest)| (answer.trim(), rest.trim()))
}

/// Whether a line without indentation is an answer all the same.
pub(super) fn is_plain_answer(text: &str) -> bool {
    answer(text).is_some_and(|(answer, _)| is_one_of(answer, &ANSWERS))
}

/// Whether an answer means all other cases.
pub(in crate::edit) fn is_otherwise(answer: &str) -> bool {
    is_one_of(answer, &OTHERWISE)
}

/// The answer that a question has besides this one.
pub(in crate::edit) fn opposite(answer: &str) -> &'static str {
    match answer.to_lowercase().as_str() {
        "ja" => "nein",
        "nein" => "ja",
        "yes" => "no",
        "no" => "yes",
        _ => "",
    }
}

fn is_one_of(text: &str, words: &[&str]) -> bool {
    words.contains(&text.trim().to_lowercase().as_str())
}

/// What a line says, without regard to those round it.
pub(super) fn saying(text: &str) -> Saying {
    if let Some(target) = ARROWS.iter().find_map(|arrow| text.strip_prefix(arrow)) {
        return Saying::Jump(target.trim().to_owned());
    }
    if is_one_of(text, &END) {
        return Saying::End(String::new());
    }
    if let Some((word, name)) = text.split_once(':') {
        if is_one_of(word, &START) {
            return Saying::Start(name.trim().to_owned());
        }
        if is_one_of(word, &END) {
            return Saying::End(name.trim().to_owned());
        }
        if is_one_of(word, &ALL) && name.trim().is_empty() {
            return Saying::Question { kind: ChoiceKind::All, role: None, question: String::new() };
        }
    }
    let (role, rest) = role(text);
    doing(role, rest)
}

/// The role before a colon and what is done.
fn role(text: &str) -> (Option<String>, &str) {
    let is_role = |role: &str| !role.is_empty() && !role.contains('?') && role.chars().count() <= LONGEST_ROLE;
    match text.split_once(": ") {
        Some((role, rest)) if is_role(role.trim()) && !rest.trim().is_empty() => (Some(role.trim().to_owned()), rest.trim()),
        _ => (None, text),
    }
}

fn doing(role: Option<String>, text: &str) -> Saying {
    if let Some(name) = text.strip_prefix(':') {
        return Saying::Step(TypedStep { role, name: name.trim().to_owned(), laws: Vec::new() });
    }
    let lower = text.to_lowercase();
    if let Some(several) = SEVERAL.iter().find(|several| lower.ends_with(*several)) {
        let question = text.get(..text.len().saturating_sub(several.len())).unwrap_or(text).trim_end();
        if question.ends_with('?') {
            return Saying::Question { kind: ChoiceKind::Several, role, question: question.to_owned() };
        }
    }
    if text.ends_with('?') {
        return Saying::Question { kind: ChoiceKind::One, role, question: text.to_owned() };
    }
    match text.strip_suffix(':') {
        Some(name) if !name.trim().is_empty() => Saying::Heading(step(role, name)),
        _ => Saying::Step(step(role, text)),
    }
}

/// A step with the laws that stand in brackets behind it.
fn step(role: Option<String>, text: &str) -> TypedStep {
    let text = text.trim();
    let bracketed = text.strip_suffix(']').and_then(|rest| rest.rsplit_once('['));
    let is_law = |text: &str| text.contains('§') || text.trim_start().starts_with("Art");
    match bracketed.filter(|(name, laws)| is_law(laws) && !name.trim().is_empty()) {
        Some((name, laws)) => TypedStep { role, name: name.trim().to_owned(), laws: laws_from_text(laws, &[]) },
        None => TypedStep { role, name: text.to_owned(), laws: Vec::new() },
    }
}
