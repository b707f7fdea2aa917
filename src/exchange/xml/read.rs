//! Text into a tree, one token after the other, without recursion and within limits.

use super::bytes::unmarked;
use super::escape::{first_forbidden, reference, resolve};
use super::names::Namespaces;
use super::position::Counter;
use super::{Attribute, Element, Fault, Malformed, Node, Reason};
use crate::exchange::encoding::BYTE_ORDER_MARK;
use quick_xml::errors::{Error, IllFormedError};
use quick_xml::events::Event;
use quick_xml::events::attributes::Attributes;
use quick_xml::reader::Reader;
use std::{borrow::Cow, ops::Range};

/// Most bytes of a file.
pub const MOST_BYTES: usize = 64 << 20;
/// So many elements may lie in each other.
pub const DEEPEST: usize = 256;
/// Most elements, attributes, texts, comments and instructions of a file.
pub const MOST_NODES: usize = 1_000_000;
/// Most attributes of one element.
pub const MOST_ATTRIBUTES: usize = 256;

/// The outermost element of an XML text. What stands beside it (declaration, comments, instructions) is passed over.
pub fn read(text: &str) -> Result<Element<'_>, Fault> {
    read_with(text, Namespaces::new())
}

/// As [`read`], where a prefix may be bound to nothing (`xmlns:a=""`): its names have no namespace then. For files that are known to be
/// written so; nothing else is let pass, and every part stands where it stands in the text.
pub fn read_tolerant(text: &str) -> Result<Element<'_>, Fault> {
    read_with(text, Namespaces::tolerant())
}

fn read_with<'t>(text: &'t str, namespaces: Namespaces<'t>) -> Result<Element<'t>, Fault> {
    let mut counter = Counter::new(text);
    if text.len() > MOST_BYTES {
        return Err(Fault { at: counter.position(0), reason: Reason::TooLarge });
    }
    let body = unmarked(text);
    let start = text.len() - body.len();
    // A second mark is a letter before the first element, and quick-xml would pass over it and miscount.
    let marked_again = body.starts_with(BYTE_ORDER_MARK).then_some(0);
    if let Some(at) = marked_again.or_else(|| first_forbidden(body)) {
        return Err(Fault { at: counter.position(start + at), reason: Reason::Malformed(Malformed::Character) });
    }
    let mut reading = Reading { text, counter, namespaces, open: Vec::new(), root: None, nodes: 0 };
    reading.run(start).map_err(|(at, reason)| Fault { at: reading.counter.position(at), reason })
}

/// Why it is refused, and at which byte.
type Refused = (usize, Reason);

struct Reading<'t> {
    text: &'t str,
    counter: Counter<'t>,
    namespaces: Namespaces<'t>,
    open: Vec<Element<'t>>,
    root: Option<Element<'t>>,
    nodes: usize,
}

impl<'t> Reading<'t> {
    fn run(&mut self, start: usize) -> Result<Element<'t>, Refused> {
        let mut reader = Reader::from_str(self.text.get(start..).unwrap_or_default());
        reader.config_mut().check_comments = true;
        loop {
            let from = start + position(reader.buffer_position());
            let event = reader.read_event().map_err(|error| (start + position(reader.error_position()), refused(&error)))?;
            let place = from..start + position(reader.buffer_position());
            if matches!(event, Event::Eof) {
                break;
            }
            self.event(&event, place)?;
        }
        match (self.open.pop(), self.root.take()) {
            (Some(open), _) => Err((open.place.start, Reason::Malformed(Malformed::Unclosed(open.name.qualified())))),
            (None, Some(root)) => Ok(root),
            (None, None) => Err((self.text.len(), Reason::Empty)),
        }
    }

    fn event(&mut self, event: &Event<'_>, place: Range<usize>) -> Result<(), Refused> {
        let start = place.start;
        let raw = self.text.get(place.clone()).unwrap_or_default();
        let refused = |reason| (start, reason);
        match event {
            Event::Start(tag) => {
                let element = self.element(raw, tag.name().as_ref().len(), 1, place)?;
                self.open.push(element);
            }
            Event::Empty(tag) => {
                let element = self.element(raw, tag.name().as_ref().len(), 2, place)?;
                self.namespaces.close();
                self.put(Node::Element(element), start)?;
            }
            Event::End(_) => {
                let Some(mut element) = self.open.pop() else { return Err(refused(Reason::Malformed(Malformed::Markup))) };
                element.inside = Some(element.place.end..start);
                element.place.end = place.end;
                self.namespaces.close();
                self.put(Node::Element(element), start)?;
            }
            // A sign is found faster than a text.
            Event::Text(_) if raw.contains(']') && raw.contains("]]>") => return Err(refused(Reason::Malformed(Malformed::Markup))),
            Event::Text(_) => self.put_text(resolve(raw, false).map_err(refused)?, start)?,
            Event::GeneralRef(_) => {
                let name = raw.strip_prefix('&').and_then(|raw| raw.strip_suffix(';')).unwrap_or_default();
                self.put_text(Cow::Owned(reference(name).map_err(refused)?.to_string()), start)?;
            }
            Event::CData(_) => {
                let inside = raw.strip_prefix("<![CDATA[").and_then(|raw| raw.strip_suffix("]]>")).unwrap_or_default();
                // Not resolved: `&` means itself here. Line ends alone are made one.
                let text = if inside.contains('\r') { Cow::Owned(inside.replace("\r\n", "\n").replace('\r', "\n")) } else { inside.into() };
                self.put_text(text, start)?;
            }
            Event::Comment(_) => self.put(Node::Comment(within(raw, 4, 3)), start)?,
            Event::PI(_) => self.put(Node::Instruction(within(raw, 2, 2)), start)?,
            Event::Decl(_) if self.open.is_empty() && self.root.is_none() => {}
            Event::Decl(_) => return Err(refused(Reason::Malformed(Malformed::Markup))),
            Event::DocType(_) => return Err(refused(Reason::DocumentType)),
            Event::Eof => {}
        }
        Ok(())
    }

    /// The element that a tag opens. `closing`: how many characters end the tag.
    fn element(&mut self, raw: &'t str, name: usize, closing: usize, place: Range<usize>) -> Result<Element<'t>, Refused> {
        let start = place.start;
        if self.open.len() >= DEEPEST {
            return Err((start, Reason::TooDeep));
        }
        let written = raw.get(1..=name).unwrap_or_default();
        let refused = |reason| (start, reason);
        let attributes = self.attributes(within(raw, 1, closing), name, start + 1).map_err(refused)?;
        self.nodes += attributes.len();
        let name = self.namespaces.element(written).map_err(refused)?;
        let position = self.counter.position(start);
        Ok(Element { name, attributes, content: Vec::new(), position, place, inside: None })
    }

    /// The attributes of a tag that begins there, with their namespaces, those included that the element itself declares. `name`: how many
    /// bytes the name of the element has.
    fn attributes(&mut self, tag: &'t str, name: usize, start: usize) -> Result<Vec<Attribute<'t>>, Reason> {
        // Hardly ever more than there are, and never much: a file has very many short lists.
        let most = tag.bytes().filter(|byte| *byte == b'=').count().min(MOST_ATTRIBUTES);
        let mut found: Vec<Attribute<'t>> = Vec::with_capacity(most);
        for attribute in Attributes::new(tag, name).with_checks(false) {
            let attribute = attribute.map_err(|_| Reason::Malformed(Malformed::Attribute))?;
            if found.len() >= MOST_ATTRIBUTES {
                return Err(Reason::TooMany);
            }
            let (key, value) = (offset(tag, attribute.key.as_ref()), offset(tag, &attribute.value));
            let (written, raw) = (tag.get(key).unwrap_or_default(), tag.get(value.clone()).unwrap_or_default());
            if raw.contains('<') {
                return Err(Reason::Malformed(Malformed::Attribute));
            }
            let place = start + value.start..start + value.end;
            found.push(Attribute { name: self.namespaces.unbound(written)?, value: resolve(raw, true)?, place });
        }
        self.namespaces.open(&found);
        for at in 0..found.len() {
            let (before, rest) = found.split_at_mut(at);
            let Some(attribute) = rest.first_mut() else { continue };
            self.namespaces.bind(&mut attribute.name)?;
            // Few enough to look through them all.
            if before.iter().any(|it| it.name.local == attribute.name.local && it.name.namespace == attribute.name.namespace) {
                return Err(Reason::DuplicateAttribute(attribute.name.qualified()));
            }
        }
        Ok(found)
    }

    fn put(&mut self, node: Node<'t>, at: usize) -> Result<(), Refused> {
        self.nodes += 1;
        if self.nodes > MOST_NODES {
            return Err((at, Reason::TooMany));
        }
        match (self.open.last_mut(), node) {
            (Some(open), node) => {
                // Most elements that hold anything hold one text.
                if open.content.is_empty() {
                    open.content.reserve_exact(1);
                }
                open.content.push(node);
            }
            (None, Node::Element(element)) if self.root.is_none() => self.root = Some(element),
            (None, Node::Element(_)) => return Err((at, Reason::Malformed(Malformed::Outside))),
            (None, _) => {}
        }
        Ok(())
    }

    fn put_text(&mut self, text: Cow<'t, str>, at: usize) -> Result<(), Refused> {
        match self.open.last_mut() {
            None if text.chars().all(char::is_whitespace) => Ok(()),
            None => Err((at, Reason::Malformed(Malformed::Outside))),
            Some(open) => {
                if let Some(Node::Text(before)) = open.content.last_mut() {
                    before.to_mut().push_str(&text);
                    return Ok(());
                }
                self.put(Node::Text(text), at)
            }
        }
    }
}

/// Text without so many characters at both ends, all of them ASCII.
fn within(raw: &str, before: usize, behind: usize) -> &str {
    raw.len().checked_sub(behind).and_then(|end| raw.get(before..end)).unwrap_or_default()
}

/// Where a part of the text, borrowed from it, begins and ends.
fn offset(text: &str, part: &[u8]) -> Range<usize> {
    let start = (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    start..start + part.len()
}

fn position(bytes: u64) -> usize {
    usize::try_from(bytes).unwrap_or(usize::MAX)
}

fn refused(error: &Error) -> Reason {
    Reason::Malformed(match error {
        Error::IllFormed(IllFormedError::MismatchedEndTag { expected, found }) => {
            Malformed::WrongEnd { open: expected.clone(), closed: found.clone() }
        }
        Error::IllFormed(IllFormedError::UnmatchedEndTag(name)) => Malformed::EndWithoutStart(name.clone()),
        Error::IllFormed(IllFormedError::MissingEndTag(name)) => Malformed::Unclosed(name.clone()),
        Error::IllFormed(IllFormedError::UnclosedReference) | Error::Escape(_) => Malformed::Reference,
        Error::InvalidAttr(_) => Malformed::Attribute,
        _ => Malformed::Markup,
    })
}
