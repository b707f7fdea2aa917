//! What may be written at a place in an expression: fields, functions, words of the language.

use super::builtin::{self, Builtin};
use super::names::is_name_part;
use super::span::Span;
use super::suggest::fold;
use super::types::{Fields, Type};
use std::sync::Arc;

/// One thing that may be written.
#[derive(Clone, Debug)]
pub struct Suggestion {
    /// What to write, without the parentheses of a function.
    pub text: Arc<str>,
    /// What it is.
    pub kind: SuggestionKind,
    /// The beginning of it that is there already, to be replaced.
    pub replaces: Span,
}

/// What a suggestion is.
#[derive(Clone, Debug)]
pub enum SuggestionKind {
    /// A field of this type.
    Field(Type),
    /// A function; its signatures come from [`Builtin::signatures`].
    Function(&'static Builtin),
    /// A word of the language.
    Word,
}

/// Words of the language that may start or join parts.
const WORDS: [&str; 16] = [
    "and",
    "between",
    "else",
    "every",
    "false",
    "for",
    "if",
    "in",
    "instance of",
    "null",
    "or",
    "return",
    "satisfies",
    "some",
    "then",
    "true",
];

/// Most words that a name at the cursor may have.
const LONGEST_NAME: usize = 6;

/// What may be written at the cursor (a byte offset): names that go on as the text before it begins, fields first, each group by name. Case
/// and the spelling of umlauts do not matter. After a point, only the entries of what stands before it.
pub fn complete(text: &str, cursor: usize, fields: &Fields) -> Vec<Suggestion> {
    let before = text.get(..cursor).unwrap_or(text);
    let start = before.trim_end_matches(is_name_part).len();
    let stem = before.get(..start).unwrap_or("").trim_end();
    if let Some(path) = stem.strip_suffix('.') {
        let owner = owner_of(path, fields).unwrap_or_default();
        return of_fields(&owner, before.get(start..).unwrap_or(""), Span::new(start, before.len()));
    }
    // The longest run of words that begins something wins: "date and ti" before "ti".
    let starts = word_starts(before);
    for start in starts.iter().rev() {
        let typed = before.get(*start..).unwrap_or("");
        let found = at_top(fields, typed, Span::new(*start, before.len()));
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
}

fn at_top(fields: &Fields, typed: &str, replaces: Span) -> Vec<Suggestion> {
    let begins = |name: &str| fold(name).starts_with(&fold(typed));
    let mut found = of_fields(fields, typed, replaces);
    let functions = builtin::all().filter(|builtin| begins(builtin.name));
    found.extend(functions.map(|builtin| Suggestion { text: Arc::from(builtin.name), kind: SuggestionKind::Function(builtin), replaces }));
    let words = WORDS.iter().filter(|word| begins(word));
    found.extend(words.map(|word| Suggestion { text: Arc::from(*word), kind: SuggestionKind::Word, replaces }));
    found
}

fn of_fields(fields: &Fields, typed: &str, replaces: Span) -> Vec<Suggestion> {
    let begun = fold(typed);
    let mut found: Vec<Suggestion> = fields
        .entries
        .iter()
        .filter(|(name, _)| fold(name).starts_with(&begun))
        .map(|(name, of)| Suggestion { text: Arc::clone(name), kind: SuggestionKind::Field(of.clone()), replaces })
        .collect();
    found.sort_by_key(|suggestion| fold(&suggestion.text));
    found
}

/// Where the last word, the last two words and so on begin; the end of the text where it ends with no word.
fn word_starts(before: &str) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut rest = before;
    while starts.len() < LONGEST_NAME {
        let word_start = rest.trim_end_matches(is_name_part).len();
        if word_start == rest.len() && !starts.is_empty() {
            break;
        }
        starts.push(word_start);
        let gap = rest.get(..word_start).unwrap_or("").trim_end_matches(' ');
        if gap.len() == word_start {
            break;
        }
        rest = gap;
    }
    starts
}

/// The fields of what a path at the end of the text leads to.
fn owner_of(path: &str, fields: &Fields) -> Option<Fields> {
    let mut owner = fields.clone();
    let (root, steps) = root_of(path, fields)?;
    for name in std::iter::once(root).chain(steps) {
        owner = match owner.get(name)? {
            Type::Context(inner) => inner.as_ref().clone(),
            Type::List(item) => match item.as_ref() {
                Type::Context(inner) => inner.as_ref().clone(),
                _ => return None,
            },
            _ => return None,
        };
    }
    Some(owner)
}

/// The field that a path at the end of the text begins with, and the names after it.
fn root_of<'t>(text: &'t str, fields: &'t Fields) -> Option<(&'t str, impl Iterator<Item = &'t str>)> {
    let mut names = fields.entries.iter().map(|(name, _)| name.as_ref());
    let candidate = names.by_ref().find_map(|name| {
        let at = text.rfind(name)?;
        let rest = text.get(at + name.len()..)?;
        let plain = rest.is_empty() || rest.starts_with('.');
        let starts_here = !text.get(..at)?.ends_with(is_name_part);
        (plain && starts_here && rest.chars().all(|sign| is_name_part(sign) || sign == '.' || sign == ' ')).then_some((name, rest))
    });
    candidate.map(|(name, rest)| (name, rest.split('.').skip(1).map(str::trim)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields() -> Fields {
        let address = Fields::new([(Arc::from("plz"), Type::Text), (Arc::from("straße"), Type::Text)]);
        Fields::new([
            (Arc::from("betrag"), Type::Number),
            (Arc::from("anschrift"), Type::Context(Arc::new(address))),
            (Arc::from("geburtsdatum kind"), Type::Date),
        ])
    }

    fn offered(text: &str) -> Vec<String> {
        complete(text, text.len(), &fields()).iter().map(|suggestion| suggestion.text.to_string()).collect()
    }

    #[test]
    fn a_begun_field_is_offered_first() {
        assert_eq!(offered("1 + bet"), ["betrag", "between"]);
        assert_eq!(offered("string le"), ["string length"]);
        assert_eq!(offered("geburtsdatum k"), ["geburtsdatum kind"]);
    }

    #[test]
    fn after_a_point_only_entries_are_offered() {
        assert_eq!(offered("betrag > 1 and anschrift."), ["plz", "straße"]);
        assert_eq!(offered("anschrift.STRAS"), ["straße"]);
        assert_eq!(offered("betrag."), Vec::<String>::new());
    }

    #[test]
    fn the_begun_word_is_replaced() {
        let found = complete("x = bet or 1", 7, &fields());
        assert_eq!(found.first().map(|suggestion| suggestion.replaces), Some(Span::new(4, 7)));
    }
}
