//! Names and the namespaces in force while one goes through a text (Namespaces in XML 1.0).

use super::{Malformed, Name, Reason};
use std::{collections::BTreeMap, sync::Arc};

/// The namespace that the prefix `xml` always has.
const XML: &str = "http://www.w3.org/XML/1998/namespace";
/// The namespace of declarations of namespaces.
const XMLNS: &str = "http://www.w3.org/2000/xmlns/";

/// Which prefix means what at the moment.
pub(super) struct Namespaces<'t> {
    /// For each prefix what the open elements made of it, innermost last.
    bound: BTreeMap<&'t str, Vec<Arc<str>>>,
    /// For each open element the prefixes that it declares.
    declared: Vec<Vec<&'t str>>,
    none: Arc<str>,
    /// Whether a prefix may be bound to nothing, which the specification forbids (Namespaces in XML 1.0, 5): its names have no namespace then.
    allows_empty: bool,
}

impl<'t> Namespaces<'t> {
    pub fn new() -> Self {
        let fixed = [("xml", vec![Arc::from(XML)]), ("xmlns", vec![Arc::from(XMLNS)])];
        Self { bound: fixed.into_iter().collect(), declared: Vec::new(), none: Arc::from(""), allows_empty: false }
    }

    /// As [`new`](Self::new), where `xmlns:a=""` is let pass.
    pub fn tolerant() -> Self {
        Self { allows_empty: true, ..Self::new() }
    }

    /// Goes into an element that declares these prefixes (empty: names without prefix).
    pub fn open(&mut self, declarations: Vec<(&'t str, Arc<str>)>) {
        let prefixes = declarations.iter().map(|(prefix, _)| *prefix).collect();
        for (prefix, namespace) in declarations {
            self.bound.entry(prefix).or_default().push(namespace);
        }
        self.declared.push(prefixes);
    }

    /// Leaves the innermost element.
    pub fn close(&mut self) {
        for prefix in self.declared.pop().unwrap_or_default() {
            if let Some(bound) = self.bound.get_mut(prefix) {
                bound.pop();
            }
        }
    }

    /// The name of an element.
    pub fn element(&self, written: &'t str) -> Result<Name<'t>, Reason> {
        let (prefix, local) = parts(written)?;
        self.name(prefix, local)
    }

    /// The name of an attribute: without prefix it has no namespace.
    pub fn attribute(&self, written: &'t str) -> Result<Name<'t>, Reason> {
        match parts(written)? {
            ("", "xmlns") => Ok(Name { prefix: "", local: "xmlns", namespace: Arc::from(XMLNS) }),
            ("", local) => Ok(Name { prefix: "", local, namespace: Arc::clone(&self.none) }),
            (prefix, local) => self.name(prefix, local),
        }
    }

    fn name(&self, prefix: &'t str, local: &'t str) -> Result<Name<'t>, Reason> {
        match self.bound.get(prefix).and_then(|bound| bound.last()) {
            Some(namespace) if prefix.is_empty() || !namespace.is_empty() || self.allows_empty => {
                Ok(Name { prefix, local, namespace: Arc::clone(namespace) })
            }
            None if prefix.is_empty() => Ok(Name { prefix, local, namespace: Arc::clone(&self.none) }),
            _ => Err(Reason::UndeclaredPrefix(prefix.to_owned())),
        }
    }
}

/// Prefix, or empty, and name.
fn parts(written: &str) -> Result<(&str, &str), Reason> {
    let (prefix, local) = written.split_once(':').unwrap_or(("", written));
    let is_good = is_name(local) && (prefix.is_empty() && !written.starts_with(':') || is_name(prefix));
    if is_good { Ok((prefix, local)) } else { Err(Reason::Malformed(Malformed::Name(written.to_owned()))) }
}

/// Whether it is a name without colon; a little wider than the specification where scripts other than Latin are concerned.
fn is_name(name: &str) -> bool {
    let is_first = |sign: char| sign.is_alphabetic() || sign == '_';
    let is_other = |sign: char| sign.is_alphanumeric() || matches!(sign, '_' | '-' | '.' | '·') || ('\u{300}'..='\u{36f}').contains(&sign);
    name.chars().next().is_some_and(is_first) && name.chars().all(is_other)
}

/// The prefix that an attribute declares, if it does: `xmlns:a` declares `a`, `xmlns` the empty one.
pub(super) fn declared_prefix(written: &str) -> Option<&str> {
    if written == "xmlns" { Some("") } else { written.strip_prefix("xmlns:") }
}
