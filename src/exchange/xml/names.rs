//! Names and the namespaces in force while one goes through a text (Namespaces in XML 1.0).

use super::{Attribute, Malformed, Name, Reason};
use std::{collections::BTreeMap, rc::Rc};

/// The namespace that the prefix `xml` always has.
const XML: &str = "http://www.w3.org/XML/1998/namespace";
/// The namespace of declarations of namespaces.
const XMLNS: &str = "http://www.w3.org/2000/xmlns/";

/// Which prefix means what at the moment.
pub(super) struct Namespaces<'t> {
    /// For each prefix what the open elements made of it, innermost last.
    bound: BTreeMap<&'t str, Vec<Rc<str>>>,
    /// For each open element the prefixes that it declares.
    declared: Vec<Vec<&'t str>>,
    none: Rc<str>,
    /// Whether a prefix may be bound to nothing, which the specification forbids (Namespaces in XML 1.0, 5): its names have no namespace then.
    allows_empty: bool,
}

impl<'t> Namespaces<'t> {
    pub fn new() -> Self {
        let fixed = [("xml", vec![Rc::from(XML)]), ("xmlns", vec![Rc::from(XMLNS)])];
        Self { bound: fixed.into_iter().collect(), declared: Vec::new(), none: Rc::from(""), allows_empty: false }
    }

    /// As [`new`](Self::new), where `xmlns:a=""` is let pass.
    pub fn tolerant() -> Self {
        Self { allows_empty: true, ..Self::new() }
    }

    /// Goes into an element with these attributes, of which some may declare prefixes.
    pub fn open(&mut self, attributes: &[Attribute<'t>]) {
        let mut prefixes = Vec::new();
        for attribute in attributes {
            let Some(prefix) = declared_prefix(&attribute.name) else { continue };
            self.bound.entry(prefix).or_default().push(Rc::from(attribute.value.as_ref()));
            prefixes.push(prefix);
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
        Ok(Name { prefix, local, namespace: self.namespace(prefix)? })
    }

    /// The name of an attribute, whose namespace is not known before all declarations of its element are.
    pub fn unbound(&self, written: &'t str) -> Result<Name<'t>, Reason> {
        let (prefix, local) = parts(written)?;
        Ok(Name { prefix, local, namespace: Rc::clone(&self.none) })
    }

    /// Gives the name of an attribute its namespace: without prefix it has none.
    pub fn bind(&self, name: &mut Name<'t>) -> Result<(), Reason> {
        match (name.prefix, name.local) {
            ("", "xmlns") => name.namespace = self.namespace("xmlns")?,
            ("", _) => {}
            (prefix, _) => name.namespace = self.namespace(prefix)?,
        }
        Ok(())
    }

    fn namespace(&self, prefix: &str) -> Result<Rc<str>, Reason> {
        match self.bound.get(prefix).and_then(|bound| bound.last()) {
            Some(namespace) if prefix.is_empty() || !namespace.is_empty() || self.allows_empty => Ok(Rc::clone(namespace)),
            None if prefix.is_empty() => Ok(Rc::clone(&self.none)),
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
    // Most names are plain.
    if name.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return !name.is_empty();
    }
    let is_first = |sign: char| sign.is_alphabetic() || sign == '_';
    let is_other = |sign: char| sign.is_alphanumeric() || matches!(sign, '_' | '-' | '.' | '·') || ('\u{300}'..='\u{36f}').contains(&sign);
    name.chars().next().is_some_and(is_first) && name.chars().all(is_other)
}

/// The prefix that an attribute declares, if it does: `xmlns:a` declares `a`, `xmlns` the empty one.
fn declared_prefix<'t>(name: &Name<'t>) -> Option<&'t str> {
    match (name.prefix, name.local) {
        ("", "xmlns") => Some(""),
        ("xmlns", local) => Some(local),
        _ => None,
    }
}
