//! Reads an expression word by word, knows what each path means, and writes the new key in place of the old.
//!
//! It needs no syntax tree, so that a half-typed condition keeps up with a renamed field too.

use super::object_of;
use crate::model::{DataFieldId, Document, ObjectTypeId, SettingId};
use std::sync::Arc;

/// Whose key changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::edit) enum Target {
    /// An object type's.
    Object(ObjectTypeId),
    /// A field's.
    Field(DataFieldId),
    /// A setting's.
    Setting(SettingId),
}

/// What a path leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// An object of this type, or a list of them.
    Object(ObjectTypeId),
    /// All settings.
    Settings,
    /// Anything else.
    Other,
}

/// Name under which expressions find the settings.
const SETTINGS: &str = "einstellungen";
/// Words of FEEL that are no names.
const WORDS: [&str; 16] =
    ["and", "or", "not", "if", "then", "else", "for", "some", "every", "in", "return", "satisfies", "between", "instance", "true", "false"];

/// Knows the document before the change.
pub(super) struct Reader<'a> {
    /// The document with the old key.
    pub document: &'a Document,
    /// Whose key changes.
    pub target: Target,
    /// The new key.
    pub new: &'a str,
    /// Names that are known besides the objects.
    pub bound: Vec<(Arc<str>, Meaning)>,
}

/// What has been read so far.
struct Progress {
    /// What the path that was read last leads to; what a point or bracket behind it speaks of.
    last: Option<Meaning>,
    /// Open brackets: for a filter the objects that its condition looks at.
    open: Vec<Option<Meaning>>,
    /// Names bound by `for`, `some` and `every`.
    bound: Vec<(Arc<str>, Meaning)>,
    /// A name before `in` that is bound to what follows.
    waiting: Option<Arc<str>>,
    /// Whether a name may be bound here: behind `for`, `some`, `every` and between their parts.
    may_bind: bool,
}

/// A piece of an expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece<'a> {
    Name(&'a str),
    Sign(char),
    /// White space, comments, quoted texts and numbers: kept as they are.
    Rest(&'a str),
}

impl Reader<'_> {
    /// The expression with the new key; `None` if it does not speak of it.
    pub fn renamed(&self, text: &str) -> Option<String> {
        let pieces = pieces(text);
        let mut progress = Progress::new(&self.bound);
        let mut written = String::with_capacity(text.len());
        let mut has_changed = false;
        for (index, piece) in pieces.iter().enumerate() {
            match piece {
                Piece::Rest(rest) => {
                    written.push_str(rest);
                    if !rest.trim_start().is_empty() && !rest.starts_with('/') {
                        progress.last = None;
                    }
                }
                Piece::Sign(sign) => {
                    written.push(*sign);
                    progress.sign(*sign);
                }
                Piece::Name(name) => {
                    let is_target = self.name(name, &pieces, index, &mut progress);
                    has_changed |= is_target;
                    written.push_str(if is_target { self.new } else { name });
                }
            }
        }
        has_changed.then_some(written)
    }

    /// Whether the name is the one that changes; notes what it leads to.
    fn name(&self, name: &str, pieces: &[Piece<'_>], index: usize, progress: &mut Progress) -> bool {
        let is_member = before(pieces, index) == Some(Piece::Sign('.'));
        if !is_member && WORDS.contains(&name) {
            progress.word(name);
            return false;
        }
        let is_label = after(pieces, index) == Some(Piece::Sign(':'));
        let (meaning, target) = match progress.last.filter(|_| is_member) {
            _ if is_label => (None, None),
            Some(of) => self.member(of, name),
            None if is_member => (None, None),
            None => self.head(name, progress),
        };
        if progress.may_bind && !is_member && after(pieces, index) == Some(Piece::Name("in")) {
            progress.waiting = Some(Arc::from(name));
            progress.last = None;
            return false;
        }
        progress.last = meaning;
        if let (Some(waiting), Some(meaning)) = (progress.waiting.clone(), meaning) {
            // The longest path read so far wins, so later parts of it replace this.
            progress.bound.retain(|(name, _)| *name != waiting);
            progress.bound.push((waiting, meaning));
        }
        target == Some(self.target)
    }

    /// What a name at the beginning of a path means: a part of the objects that are filtered, a bound
    /// name, an object, or the settings.
    fn head(&self, name: &str, progress: &Progress) -> (Option<Meaning>, Option<Target>) {
        for filtered in progress.open.iter().rev().flatten() {
            if let (Some(meaning), target) = self.member(*filtered, name) {
                return (Some(meaning), target);
            }
            if name == "item" {
                return (Some(*filtered), None);
            }
        }
        if let Some((_, meaning)) = progress.bound.iter().rev().find(|(bound, _)| **bound == *name) {
            return (Some(*meaning), None);
        }
        if name == SETTINGS {
            return (Some(Meaning::Settings), None);
        }
        let object = self.document.objects.values().find(|object| object.key == name);
        object.map_or((None, None), |object| (Some(Meaning::Object(object.id)), Some(Target::Object(object.id))))
    }

    fn member(&self, of: Meaning, name: &str) -> (Option<Meaning>, Option<Target>) {
        match of {
            Meaning::Object(object) => {
                let object = self.document.objects.get(object);
                let field = object.and_then(|object| self.document.fields_of(object).find(|field| field.key == name));
                field.map_or((None, None), |field| {
                    let meaning = object_of(field.kind).map_or(Meaning::Other, Meaning::Object);
                    (Some(meaning), Some(Target::Field(field.id)))
                })
            }
            Meaning::Settings => {
                let setting = self.document.settings.values().find(|setting| setting.key == name);
                setting.map_or((None, None), |setting| (Some(Meaning::Other), Some(Target::Setting(setting.id))))
            }
            Meaning::Other => (None, None),
        }
    }
}

impl Progress {
    fn new(bound: &[(Arc<str>, Meaning)]) -> Self {
        Self { last: None, open: Vec::new(), bound: bound.to_vec(), waiting: None, may_bind: false }
    }

    fn sign(&mut self, sign: char) {
        match sign {
            '.' => {}
            '[' => self.open.push(self.last.take()),
            // Behind a filter the path goes on with the objects that were filtered.
            ']' => self.last = self.open.pop().flatten(),
            '(' | '{' => {
                self.open.push(None);
                self.last = None;
            }
            ')' | '}' => {
                self.open.pop();
                self.last = None;
            }
            ',' => {
                self.last = None;
                self.may_bind |= self.waiting.take().is_some();
            }
            _ => self.last = None,
        }
    }

    fn word(&mut self, word: &str) {
        self.last = None;
        match word {
            "for" | "some" | "every" => self.may_bind = true,
            "return" | "satisfies" => (self.may_bind, self.waiting) = (false, None),
            _ => {}
        }
    }
}

/// What a whole expression leads to, if it is a path.
pub(super) fn bind(document: &Document, text: &str, bound: &[(Arc<str>, Meaning)]) -> Option<Meaning> {
    let nothing = Target::Object(ObjectTypeId(0));
    let reader = Reader { document, target: nothing, new: "", bound: bound.to_vec() };
    let pieces = pieces(text);
    let mut progress = Progress::new(bound);
    for (index, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Name(name) => drop(reader.name(name, &pieces, index, &mut progress).then_some(())),
            Piece::Sign(sign) => progress.sign(*sign),
            Piece::Rest(_) => {}
        }
    }
    progress.last
}

fn is_blank(piece: Piece<'_>) -> bool {
    matches!(piece, Piece::Rest(rest) if rest.trim().is_empty() || rest.starts_with('/'))
}

fn before<'a>(pieces: &[Piece<'a>], index: usize) -> Option<Piece<'a>> {
    pieces.get(..index)?.iter().rev().copied().find(|piece| !is_blank(*piece))
}

fn after<'a>(pieces: &[Piece<'a>], index: usize) -> Option<Piece<'a>> {
    pieces.get(index + 1..)?.iter().copied().find(|piece| !is_blank(*piece))
}

/// Cuts an expression into pieces; joined together again they are the same text.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '"' => quoted(rest),
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            first if first.is_alphabetic() || first == '_' => run(rest, |sign| sign.is_alphanumeric() || sign == '_'),
            first if first.is_ascii_digit() => number(rest),
            first if first.is_whitespace() => run(rest, char::is_whitespace),
            first => first.len_utf8(),
        };
        let (piece, tail) = rest.split_at(length);
        let is_comment = piece.starts_with("//") || piece.starts_with("/*");
        found.push(match first {
            first if first.is_alphabetic() || first == '_' => Piece::Name(piece),
            first if first == '"' || is_comment || first.is_ascii_digit() || first.is_whitespace() => Piece::Rest(piece),
            sign => Piece::Sign(sign),
        });
        rest = tail;
    }
    found
}

fn run(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.find(|sign| !belongs(sign)).unwrap_or(text.len())
}

/// Digits, with a decimal point only if digits follow: two points are a range.
fn number(text: &str) -> usize {
    let whole = run(text, |sign| sign.is_ascii_digit());
    let tail = text.get(whole..).unwrap_or("");
    match tail.strip_prefix('.') {
        Some(part) if part.starts_with(|sign: char| sign.is_ascii_digit()) => whole + 1 + run(part, |sign| sign.is_ascii_digit()),
        _ => whole,
    }
}

/// Length of the text in quotes, with its quotes.
fn quoted(text: &str) -> usize {
    let mut is_escaped = false;
    for (at, sign) in text.char_indices().skip(1) {
        match sign {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}
