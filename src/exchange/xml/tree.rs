//! The tree: elements with names, attributes and content, and where each of them stands in the text.

use super::Position;
use std::{borrow::Cow, ops::Range, rc::Rc};

/// A name with its namespace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name<'t> {
    /// Prefix as written, or empty.
    pub prefix: &'t str,
    /// Name without prefix.
    pub local: &'t str,
    /// Address of the namespace, or empty.
    pub namespace: Rc<str>,
}

/// An attribute, declarations of namespaces included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribute<'t> {
    /// Its name. Without prefix it has no namespace (Namespaces in XML, 6.2).
    pub name: Name<'t>,
    /// Its value, references resolved.
    pub value: Cow<'t, str>,
    /// Where the value stands between its quotation marks.
    pub place: Range<usize>,
}

/// An element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element<'t> {
    /// Its name.
    pub name: Name<'t>,
    /// Its attributes in order.
    pub attributes: Vec<Attribute<'t>>,
    /// What is in it, in order.
    pub content: Vec<Node<'t>>,
    /// Where it begins, for people.
    pub position: Position,
    /// Where it stands with its tags, in bytes of the text.
    pub place: Range<usize>,
    /// What stands between its tags; `None` where it is written as one tag: `<a/>`.
    pub inside: Option<Range<usize>>,
}

/// Something in an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node<'t> {
    /// An element.
    Element(Element<'t>),
    /// Text, references resolved, CDATA sections and the text around them joined.
    Text(Cow<'t, str>),
    /// A comment, without its marks.
    Comment(&'t str),
    /// A processing instruction, without its marks.
    Instruction(&'t str),
}

impl<'t> Element<'t> {
    /// Whether it has this name in this namespace.
    pub fn is(&self, namespace: &str, local: &str) -> bool {
        self.name.local == local && &*self.name.namespace == namespace
    }

    /// The elements in it.
    pub fn elements(&self) -> impl DoubleEndedIterator<Item = &Element<'t>> + Clone {
        self.content.iter().filter_map(|node| if let Node::Element(element) = node { Some(element) } else { None })
    }

    /// The elements in it of that name, whatever their namespace.
    pub fn all<'a>(&'a self, local: &'a str) -> impl DoubleEndedIterator<Item = &'a Element<'t>> + Clone {
        self.elements().filter(move |element| element.name.local == local)
    }

    /// The first element in it of that name, whatever its namespace.
    pub fn first(&self, local: &str) -> Option<&Element<'t>> {
        self.elements().find(|element| element.name.local == local)
    }

    /// The value of an attribute without prefix.
    pub fn attribute(&self, local: &str) -> Option<&str> {
        self.attributes.iter().find(|it| it.name.prefix.is_empty() && it.name.local == local).map(|it| it.value.as_ref())
    }

    /// The texts directly in it, joined, as they stand.
    pub fn text(&self) -> Cow<'_, str> {
        let mut texts = self.content.iter().filter_map(|node| if let Node::Text(text) = node { Some(text) } else { None });
        match (texts.next(), texts.next()) {
            (None, _) => Cow::Borrowed(""),
            (Some(only), None) => Cow::Borrowed(only),
            (Some(first), Some(second)) => {
                let rest: String = texts.map(AsRef::as_ref).collect();
                Cow::Owned(format!("{first}{second}{rest}"))
            }
        }
    }
}

impl Name<'_> {
    /// As it is written: `xdf:name`.
    pub fn qualified(&self) -> String {
        if self.prefix.is_empty() { self.local.to_owned() } else { format!("{}:{}", self.prefix, self.local) }
    }
}
