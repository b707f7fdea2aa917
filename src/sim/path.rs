//! Paths to data as people write them: `hund.name`, `antrag.hunde[1].name`.

use std::fmt;
use std::sync::Arc;

/// Most parts of a path.
const LONGEST: usize = 32;

/// A way into the case's data: a name, then fields and entries of lists.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Path {
    /// Key of a case object, or name of the element of a repeated step.
    pub root: Arc<str>,
    /// The way from there inwards.
    pub parts: Vec<Part>,
}

/// A part of a path.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// A field of an object, or a part of a person, address and the like.
    Field(Arc<str>),
    /// An entry of a list, counted from 0; written from 1, as FEEL does.
    Entry(usize),
}

/// A text that is no path.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a path to a data field")]
pub struct PathError(pub String);

impl Path {
    /// Reads a path. White space around its parts does not count.
    pub fn read(text: &str) -> Result<Self, PathError> {
        let fault = || PathError(text.to_owned());
        let mut parts = Vec::new();
        for piece in text.split('.') {
            let (name, entries) = piece.find('[').map_or((piece, ""), |at| piece.split_at(at));
            let name = name.trim();
            if name.is_empty() || name.contains([']', '"', '(', ')']) {
                return Err(fault());
            }
            parts.push(Part::Field(Arc::from(name)));
            read_entries(entries, &mut parts).ok_or_else(fault)?;
        }
        let mut parts = parts.into_iter();
        match parts.next() {
            Some(Part::Field(root)) if parts.len() < LONGEST => Ok(Self { root, parts: parts.collect() }),
            _ => Err(fault()),
        }
    }

    /// The path of an entry of this list, counted from 0.
    #[must_use]
    pub fn entry(&self, place: usize) -> Self {
        let mut longer = self.clone();
        longer.parts.push(Part::Entry(place));
        longer
    }

    /// This path, then further inwards.
    #[must_use]
    pub fn joined(&self, parts: &[Part]) -> Self {
        let mut longer = self.clone();
        longer.parts.extend_from_slice(parts);
        longer
    }
}

/// `[1][2]`; nothing is no entry.
fn read_entries(mut text: &str, parts: &mut Vec<Part>) -> Option<()> {
    text = text.trim();
    while let Some(rest) = text.strip_prefix('[') {
        let (number, after) = rest.split_once(']')?;
        let number: usize = number.trim().parse().ok()?;
        parts.push(Part::Entry(number.checked_sub(1)?));
        text = after.trim();
    }
    text.is_empty().then_some(())
}

impl fmt::Display for Path {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.root)?;
        for part in &self.parts {
            match part {
                Part::Field(name) => {
                    formatter.write_str(".")?;
                    formatter.write_str(name)?;
                }
                Part::Entry(place) => write!(formatter, "[{}]", place + 1)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_reads_and_writes_itself() {
        for text in ["hund.name", "antrag.hunde[1].name", "antrag.hunde[12]", "gebühr"] {
            assert_eq!(Path::read(text).unwrap().to_string(), text);
        }
        assert_eq!(Path::read(" hund . name ").unwrap().to_string(), "hund.name");
        assert_eq!(Path::read("a.b[2].c").unwrap().parts[1], Part::Entry(1));
    }

    #[test]
    fn what_is_no_path_is_refused() {
        for text in ["", ".", "a.", "a..b", "a[0]", "a[x]", "a[1", "a]1[", "[1].a", "a[1]b", "f(x)"] {
            assert!(Path::read(text).is_err(), "{text}");
        }
        assert!(Path::read(&"a.".repeat(40)).is_err());
    }
}
