//! An element still to be written.

use super::escape;
use std::fmt::{self, Display, Formatter, Write as _};

/// Stands behind each part of a tag. XML allows it nowhere.
const END: &str = "\0";
/// So much room the attributes of most elements take: a tag that grows with each of them costs more than it.
const ATTRIBUTES: usize = 80;
/// So much the name of most.
const NAME: usize = 24;

/// An element with its attributes, and text or elements in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Its name, then name and value of each attribute, in one piece of memory: files have many of them.
    tag: String,
    pub(super) inside: Inside,
}

/// A name as it is written into a tag.
pub trait TagName {
    /// Puts it behind what is there.
    fn write(&self, tag: &mut String);
}

impl TagName for str {
    fn write(&self, tag: &mut String) {
        tag.push_str(self);
    }
}

impl TagName for String {
    fn write(&self, tag: &mut String) {
        tag.push_str(self);
    }
}

impl<T: TagName + ?Sized> TagName for &T {
    fn write(&self, tag: &mut String) {
        (*self).write(tag);
    }
}

/// A name and the prefix of its namespace, which is empty where that is the usual one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Prefixed<'a> {
    /// Without colon.
    pub prefix: &'a str,
    /// Name without prefix.
    pub local: &'a str,
}

impl TagName for Prefixed<'_> {
    fn write(&self, tag: &mut String) {
        let parts = [self.prefix, ":", self.local];
        tag.extend(parts.into_iter().skip(if self.prefix.is_empty() { 2 } else { 0 }));
    }
}

impl Display for Prefixed<'_> {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        match self.prefix {
            "" => formatter.write_str(self.local),
            prefix => write!(formatter, "{prefix}:{}", self.local),
        }
    }
}

/// What is in a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Inside {
    Text(String),
    Elements(Vec<Draft>),
    /// Tags and all, as they stand in a file.
    Written(String),
    /// What it is in the file, of which nothing is said.
    AsKept,
}

impl Draft {
    /// An element with this text. The name is written as it is, prefix included.
    pub fn text(name: &(impl TagName + ?Sized), text: &str) -> Self {
        Self::new(name, NAME, Inside::Text(text.to_owned()))
    }

    /// An element with these elements in it.
    pub fn with(name: &(impl TagName + ?Sized), elements: Vec<Self>) -> Self {
        Self::new(name, ATTRIBUTES, Inside::Elements(elements))
    }

    /// An element that is written already, tags and all.
    pub fn as_written(text: String) -> Self {
        Self::new("", 0, Inside::Written(text))
    }

    /// An element of the file that is to stay as it is, by its local name and its attribute `id`.
    pub fn as_kept(local: &str, id: &str) -> Self {
        Self::new(local, 0, Inside::AsKept).attribute("id", id)
    }

    /// Whether it is, or has in it, something that only the file can tell.
    pub(super) fn is_part_kept(&self) -> bool {
        matches!(self.inside, Inside::AsKept) || self.elements().iter().any(Self::is_part_kept)
    }

    fn new(name: &(impl TagName + ?Sized), room: usize, inside: Inside) -> Self {
        let mut tag = String::with_capacity(room);
        name.write(&mut tag);
        tag.push_str(END);
        Self { tag, inside }
    }

    /// The parts of the tag. They are short: to go from byte to byte is faster than to search.
    fn parts(&self) -> impl Iterator<Item = &str> {
        let mut rest = self.tag.as_str();
        std::iter::from_fn(move || {
            let (part, behind) = rest.split_at(rest.bytes().position(|byte| byte == 0)?);
            rest = behind.get(END.len()..).unwrap_or_default();
            Some(part)
        })
    }

    /// Its name, prefix included; empty if it was written already.
    pub(super) fn name(&self) -> &str {
        self.parts().next().unwrap_or_default()
    }

    /// Its attributes: names as they are written, and values.
    pub(super) fn attributes(&self) -> impl Iterator<Item = (&str, &str)> {
        let mut parts = self.parts().skip(1);
        std::iter::from_fn(move || Some((parts.next()?, parts.next()?)))
    }

    /// Whether name and attributes are the same.
    pub(super) fn has_tag_of(&self, other: &Self) -> bool {
        self.tag == other.tag
    }

    /// Its name without prefix; empty if it was written already.
    pub fn local_name(&self) -> &str {
        self.name().rsplit_once(':').map_or_else(|| self.name(), |(_, local)| local)
    }

    /// The elements in it.
    pub fn elements(&self) -> &[Self] {
        match &self.inside {
            Inside::Elements(elements) => elements,
            _ => &[],
        }
    }

    /// Its text; empty if there are elements in it.
    pub fn content(&self) -> &str {
        match &self.inside {
            Inside::Text(text) => text,
            _ => "",
        }
    }

    /// The value of an attribute, by its name as it is written.
    pub fn id(&self, name: &str) -> Option<&str> {
        self.attributes().find(|(own, _)| *own == name).map(|(_, value)| value)
    }

    /// With another element in place of that of its name in it, if there is one.
    #[must_use]
    pub fn replacing(mut self, other: Self) -> Self {
        if let Inside::Elements(elements) = &mut self.inside
            && let Some(own) = elements.iter_mut().find(|own| own.name() == other.name())
        {
            *own = other;
        }
        self
    }

    /// With other elements in it, made of those that it has; a text stays.
    #[must_use]
    pub fn mapping(mut self, change: impl FnOnce(Vec<Self>) -> Vec<Self>) -> Self {
        self.inside = match self.inside {
            Inside::Elements(elements) => Inside::Elements(change(elements)),
            other => other,
        };
        self
    }

    /// With one more attribute.
    #[must_use]
    pub fn attribute(mut self, name: &(impl TagName + ?Sized), value: &str) -> Self {
        name.write(&mut self.tag);
        self.tag.push_str(END);
        self.tag.extend(value.split('\0'));
        self.tag.push_str(END);
        self
    }

    /// With one more attribute, a number in its shortest form.
    #[must_use]
    pub fn number(mut self, name: &str, value: f64) -> Self {
        self.tag.extend([name, END]);
        // Most lengths are whole, and those are written far faster. Writing into memory cannot fail.
        #[expect(clippy::cast_possible_truncation, reason = "whole and not too great")]
        let _ = match value {
            whole if whole.fract() == 0.0 && whole.abs() < 1e15 && whole != 0.0 => write!(self.tag, "{}{END}", whole as i64),
            value => write!(self.tag, "{value}{END}"),
        };
        self
    }

    /// As a whole file in UTF-8, each element on a line of its own.
    pub fn file(&self) -> String {
        let mut out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>".to_owned();
        self.write("\n", 0, &mut out);
        out.push('\n');
        out
    }

    /// As it is written on a line that begins so; an empty text writes everything in one line.
    pub(super) fn written(&self, line: &str) -> String {
        let mut out = String::new();
        self.write(line, 0, &mut out);
        out
    }

    /// Recursive: drafts are made by our own code and are as deep as documents, which have a limit.
    fn write(&self, line: &str, depth: usize, out: &mut String) {
        let begin = |out: &mut String| {
            out.push_str(line);
            (0..depth).filter(|_| !line.is_empty()).for_each(|_| out.push_str("  "));
        };
        begin(out);
        if let Inside::Written(text) = &self.inside {
            return out.push_str(text);
        }
        out.push('<');
        out.push_str(self.name());
        for (name, value) in self.attributes() {
            out.extend([" ", name, "=\""]);
            escape::write_attribute(value, out);
            out.push('"');
        }
        match &self.inside {
            Inside::Text(text) if text.is_empty() => return out.push_str("/>"),
            Inside::Elements(elements) if elements.is_empty() => return out.push_str("/>"),
            Inside::AsKept => return out.push_str("/>"),
            Inside::Text(text) => {
                out.push('>');
                escape::write_text(text, out);
            }
            Inside::Elements(elements) => {
                out.push('>');
                elements.iter().for_each(|element| element.write(line, depth + 1, out));
                begin(out);
            }
            Inside::Written(_) => {}
        }
        out.extend(["</", self.name(), ">"]);
    }
}
