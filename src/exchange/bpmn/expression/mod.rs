//! Conditions and other expressions: FEEL as it is, JUEL and the plain Java-like forms as FEEL over declared data.

mod assigned;
mod feel;
mod formula;
mod variables;

use super::super::What;
use super::super::xml::Element;
use super::details::own;
use super::reading::Reading;
use crate::expr::{Fields, Names, Type, parse, type_of};
pub(super) use assigned::Assigned;
use formula::Term;
use variables::Kind;
pub(super) use variables::{Variables, is_counter, item_name};

/// The text of an expression without the marks around it: `=…` (FEEL), `${…}`, `#{…}` (JUEL).
fn unmarked(text: &str) -> &str {
    let text = text.trim();
    let inner = text.strip_prefix("${").or_else(|| text.strip_prefix("#{")).and_then(|text| text.strip_suffix('}'));
    // "${a} … ${b}" is a text with two expressions, not one.
    let inner = inner.filter(|inner| !inner.contains("${") && !inner.contains("#{"));
    inner.or_else(|| text.strip_prefix('=')).unwrap_or(text).trim()
}

/// A text without the quotation marks around it.
pub(super) fn unquoted(text: &str) -> String {
    let text = unmarked(text);
    ['"', '\''].iter().find_map(|mark| text.strip_prefix(*mark)?.strip_suffix(*mark)).unwrap_or(text).to_owned()
}

impl<'a> Reading<'a> {
    /// A condition as FEEL.
    pub fn condition(&mut self, owner: &Element<'_>, expression: &'a Element<'a>) -> String {
        self.formula(owner, expression, Kind::Truth)
    }

    /// A number as FEEL.
    pub fn amount(&mut self, owner: &Element<'_>, expression: &'a Element<'a>) -> String {
        self.formula(owner, expression, Kind::Number)
    }

    fn formula(&mut self, owner: &Element<'_>, expression: &'a Element<'a>, kind: Kind) -> String {
        let written = expression.text().trim().to_owned();
        let text = unmarked(&written);
        if text.is_empty() {
            return String::new();
        }
        if own(expression, "asWritten") == Some("true") {
            self.say(owner, What::KeptAsText(written.clone()));
            return written;
        }
        let is_marked = text.len() < written.len();
        let feel = self.is_feel(expression) || written.starts_with('=');
        let term = formula::read(text).filter(|term| feel || is_marked || !matches!(term, Term::Name(_)));
        let translated = term.and_then(|term| self.variables.translate(&term, kind));
        if feel && self.declare_paths(text) {
            return text.to_owned();
        }
        if let Some(translated) = translated {
            return translated;
        }
        if !feel {
            self.say(owner, What::KeptAsText(text.to_owned()));
        }
        text.to_owned()
    }

    /// Declares what an expression in FEEL uses, as far as nobody did; whether each name is a field of an object, so that the text may stay as
    /// it is.
    fn declare_paths(&mut self, text: &str) -> bool {
        let Ok(tree) = parse(text, &Names::new()) else { return false };
        let used = tree.used_names();
        for name in used.iter().filter(|name| name.path.len() == 2) {
            let path: Vec<String> = name.path.iter().map(|part| part.to_string()).collect();
            self.variables.use_path(&path, Kind::Unknown);
        }
        used.iter().all(|name| name.path.len() > 1)
    }

    /// Declares what a value in FEEL uses, as far as nobody did; what kind of value it is, as far as that can be seen.
    pub fn declare_value(&mut self, text: &str) -> Kind {
        self.declare_paths(text);
        let Ok(tree) = parse(text, &Names::new()) else { return Kind::Unknown };
        match type_of(&tree, &Fields::default()) {
            Type::Number => Kind::Number,
            Type::Text => Kind::Text,
            Type::Boolean => Kind::Truth,
            Type::Date => Kind::Day,
            Type::List(_) => Kind::List,
            _ => Kind::Unknown,
        }
    }

    /// Whether an expression says that it is FEEL, or the file says it of all, and it can be read as such.
    fn is_feel(&self, expression: &Element<'_>) -> bool {
        let language = expression.attribute("language").or_else(|| self.root.attribute("expressionLanguage"));
        let says_so = language.is_some_and(|language| language.to_ascii_uppercase().contains("FEEL"));
        says_so && parse(expression.text().trim(), &Names::new()).is_ok()
    }
}
