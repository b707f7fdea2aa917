//! Which objects, fields and settings an expression names, and where.
//!
//! It reads word by word and needs no syntax tree, so that a half-typed condition keeps up with a renamed field and counts as a use too.

mod pieces;

use crate::model::{DataFieldId, Document, FieldKind, ObjectTypeId, Repetition, SettingId};
use pieces::{Piece, after, before, pieces};
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

/// What an expression names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// An object type.
    Object(ObjectTypeId),
    /// A field.
    Field(DataFieldId),
    /// A setting.
    Setting(SettingId),
}

/// One name in an expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// What it names.
    pub target: Target,
    /// Where the name stands, in bytes.
    pub span: Range<usize>,
    /// Where the path begins that leads to it, if it is written out: an object and then only names with points between them.
    pub path_start: Option<usize>,
    /// Whether the path ends here; else it goes on to something inside.
    pub is_end: bool,
}

/// What a path leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meaning {
    /// An object of this type, or a list of them.
    Object(ObjectTypeId),
    /// All settings.
    Settings,
    /// Anything else.
    Other,
}

/// Words of FEEL that are no names.
const WORDS: [&str; 16] =
    ["and", "or", "not", "if", "then", "else", "for", "some", "every", "in", "return", "satisfies", "between", "instance", "true", "false"];

/// The names of a document, ready to be looked up in many expressions.
pub struct Paths<'a> {
    objects: BTreeMap<&'a str, ObjectTypeId>,
    fields: BTreeMap<(ObjectTypeId, &'a str), (DataFieldId, FieldKind)>,
    settings: BTreeMap<&'a str, SettingId>,
    /// Names of the elements of repeated steps, with what they are.
    bound: Vec<(Arc<str>, Meaning)>,
}

impl<'a> Paths<'a> {
    /// Reads the names of a document.
    pub fn of(document: &'a Document) -> Self {
        let mut paths = Self {
            objects: document.objects.values().map(|it| (it.key.as_str(), it.id)).collect(),
            fields: document.fields.values().map(|it| ((it.object, it.key.as_str()), (it.id, it.kind))).collect(),
            settings: document.settings.values().map(|it| (it.key.as_str(), it.id)).collect(),
            bound: Vec::new(),
        };
        for node in document.nodes.values() {
            if let Repetition::MultiInstance { collection, element, .. } = &node.repetition
                && let Some(last) = paths.read(collection).1
            {
                paths.bound.push((Arc::from(element.as_str()), last.meaning));
            }
        }
        paths
    }

    /// What an expression names, in the order of the text.
    pub fn references(&self, text: &str) -> Vec<Reference> {
        self.read(text).0
    }

    /// What a letter names in its `{{…}}`, with places in the letter.
    pub fn references_in_letter(&self, text: &str) -> Vec<Reference> {
        let mut found = Vec::new();
        let mut at = 0;
        while let Some((before, tail)) = text.get(at..).and_then(|rest| rest.split_once("{{")) {
            let Some((inside, _)) = tail.split_once("}}") else { break };
            let start = at + before.len() + 2;
            found.extend(self.references(inside).into_iter().map(|it| Reference {
                span: it.span.start + start..it.span.end + start,
                path_start: it.path_start.map(|begin| begin + start),
                ..it
            }));
            at = start + inside.len() + 2;
        }
        found
    }

    /// What it names, and what the whole leads to if it is a path.
    fn read(&self, text: &str) -> (Vec<Reference>, Option<Last>) {
        let pieces = pieces(text);
        let mut progress = Progress::new(&self.bound);
        for (index, (piece, at)) in pieces.iter().enumerate() {
            match piece {
                Piece::Rest(rest) => {
                    if !rest.trim_start().is_empty() && !rest.starts_with('/') {
                        progress.last = None;
                    }
                }
                Piece::Sign(sign) => progress.sign(*sign),
                Piece::Name(name) => self.name(name, *at, &pieces, index, &mut progress),
            }
        }
        (progress.found, progress.last)
    }

    /// Notes what the name names and leads to.
    fn name(&self, name: &str, at: usize, pieces: &[(Piece<'_>, usize)], index: usize, progress: &mut Progress) {
        let is_member = before(pieces, index) == Some(Piece::Sign('.'));
        if !is_member && WORDS.contains(&name) {
            return progress.word(name);
        }
        let is_label = after(pieces, index) == Some(Piece::Sign(':'));
        let outer = progress.last.filter(|_| is_member && !is_label);
        let (meaning, target) = match outer {
            _ if is_label => (None, None),
            Some(outer) => self.member(outer.meaning, name),
            None if is_member => (None, None),
            None => self.head(name, progress),
        };
        if progress.may_bind && !is_member && after(pieces, index) == Some(Piece::Name("in")) {
            progress.waiting = Some(Arc::from(name));
            progress.last = None;
            return;
        }
        let is_written_out = matches!(target, Some(Target::Object(_))) && outer.is_none();
        let path_start = if is_written_out { Some(at) } else { outer.and_then(|outer| outer.path_start) };
        let reference =
            target.map(|target| progress.note(outer, Reference { target, span: at..at + name.len(), path_start, is_end: true }));
        progress.last = meaning.map(|meaning| Last { meaning, path_start, reference });
        if let (Some(waiting), Some(meaning)) = (progress.waiting.clone(), meaning) {
            // The longest path read so far wins, so later parts of it replace this.
            progress.bound.retain(|(name, _)| *name != waiting);
            progress.bound.push((waiting, meaning));
        }
    }

    /// What a name at the beginning of a path means: a part of the objects that are filtered, a bound
    /// name, an object, or the settings.
    fn head(&self, name: &str, progress: &Progress) -> (Option<Meaning>, Option<Target>) {
        for filtered in progress.open.iter().rev().flatten() {
            if let (Some(meaning), target) = self.member(filtered.meaning, name) {
                return (Some(meaning), target);
            }
            if name == "item" {
                return (Some(filtered.meaning), None);
            }
        }
        if let Some((_, meaning)) = progress.bound.iter().rev().find(|(bound, _)| **bound == *name) {
            return (Some(*meaning), None);
        }
        if name == super::SETTINGS {
            return (Some(Meaning::Settings), None);
        }
        self.objects.get(name).map_or((None, None), |object| (Some(Meaning::Object(*object)), Some(Target::Object(*object))))
    }

    fn member(&self, of: Meaning, name: &str) -> (Option<Meaning>, Option<Target>) {
        match of {
            Meaning::Object(object) => self.fields.get(&(object, name)).map_or((None, None), |(field, kind)| {
                let meaning = kind.object().map_or(Meaning::Other, Meaning::Object);
                (Some(meaning), Some(Target::Field(*field)))
            }),
            Meaning::Settings => {
                self.settings.get(name).map_or((None, None), |setting| (Some(Meaning::Other), Some(Target::Setting(*setting))))
            }
            Meaning::Other => (None, None),
        }
    }
}

/// The path that was read last.
#[derive(Clone, Copy, Debug)]
struct Last {
    meaning: Meaning,
    path_start: Option<usize>,
    /// Which of the found references stands at its end.
    reference: Option<usize>,
}

/// What has been read so far.
struct Progress {
    found: Vec<Reference>,
    /// What a point or bracket behind it speaks of.
    last: Option<Last>,
    /// Open brackets: for a filter the objects that its condition looks at.
    open: Vec<Option<Last>>,
    /// Names bound by `for`, `some` and `every`.
    bound: Vec<(Arc<str>, Meaning)>,
    /// A name before `in` that is bound to what follows.
    waiting: Option<Arc<str>>,
    /// Whether a name may be bound here: behind `for`, `some`, `every` and between their parts.
    may_bind: bool,
}

impl Progress {
    fn new(bound: &[(Arc<str>, Meaning)]) -> Self {
        Self { found: Vec::new(), last: None, open: Vec::new(), bound: bound.to_vec(), waiting: None, may_bind: false }
    }

    /// Keeps a reference; the one before it in the same path is no end any more.
    fn note(&mut self, outer: Option<Last>, reference: Reference) -> usize {
        if let Some(outer) = outer.and_then(|outer| self.found.get_mut(outer.reference?)) {
            outer.is_end = false;
        }
        self.found.push(reference);
        self.found.len() - 1
    }

    fn sign(&mut self, sign: char) {
        match sign {
            '.' => {}
            '[' => self.open.push(self.last.take()),
            // Behind a filter the path goes on with the objects that were filtered.
            ']' => self.last = self.open.pop().flatten().map(|last| Last { path_start: None, ..last }),
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
