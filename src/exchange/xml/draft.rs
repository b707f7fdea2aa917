//! An element still to be written.

use super::escape;

/// An element with its attributes, and text or elements in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    pub(super) name: String,
    pub(super) attributes: Vec<(String, String)>,
    pub(super) inside: Inside,
}

/// What is in a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Inside {
    Text(String),
    Elements(Vec<Draft>),
    /// Tags and all, as they stand in a file.
    Written(String),
}

impl Draft {
    /// An element with this text. The name is written as it is, prefix included.
    pub fn text(name: &str, text: &str) -> Self {
        Self { name: name.to_owned(), attributes: Vec::new(), inside: Inside::Text(text.to_owned()) }
    }

    /// An element with these elements in it.
    pub fn with(name: &str, elements: Vec<Self>) -> Self {
        Self { name: name.to_owned(), attributes: Vec::new(), inside: Inside::Elements(elements) }
    }

    /// An element that is written already, tags and all.
    pub fn as_written(text: String) -> Self {
        Self { name: String::new(), attributes: Vec::new(), inside: Inside::Written(text) }
    }

    /// Its name without prefix; empty if it was written already.
    pub fn local_name(&self) -> &str {
        self.name.rsplit_once(':').map_or(&self.name, |(_, local)| local)
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
        self.attributes.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// With another element in place of that of its name in it, if there is one.
    #[must_use]
    pub fn replacing(mut self, other: Self) -> Self {
        if let Inside::Elements(elements) = &mut self.inside
            && let Some(own) = elements.iter_mut().find(|own| own.name == other.name)
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
    pub fn attribute(mut self, name: &str, value: &str) -> Self {
        self.attributes.push((name.to_owned(), value.to_owned()));
        self
    }

    /// As a whole file in UTF-8, each element on a line of its own.
    pub fn file(&self) -> String {
        format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>{}\n", self.written("\n"))
    }

    /// As it is written on a line that begins so; an empty text writes everything in one line.
    pub(super) fn written(&self, line: &str) -> String {
        let mut out = String::new();
        self.write(line, &mut out);
        out
    }

    /// Recursive: drafts are made by our own code and are as deep as documents, which have a limit.
    fn write(&self, line: &str, out: &mut String) {
        out.push_str(line);
        if let Inside::Written(text) = &self.inside {
            return out.push_str(text);
        }
        out.push('<');
        out.push_str(&self.name);
        for (name, value) in &self.attributes {
            out.extend([" ", name, "=\"", &escape::attribute(value), "\""]);
        }
        match &self.inside {
            Inside::Text(text) if text.is_empty() => return out.push_str("/>"),
            Inside::Elements(elements) if elements.is_empty() => return out.push_str("/>"),
            Inside::Text(text) => {
                out.push('>');
                out.push_str(&escape::text(text));
            }
            Inside::Elements(elements) => {
                out.push('>');
                let deeper = if line.is_empty() { String::new() } else { format!("{line}  ") };
                elements.iter().for_each(|element| element.write(&deeper, out));
                out.push_str(line);
            }
            Inside::Written(_) => {}
        }
        out.extend(["</", &self.name, ">"]);
    }
}
