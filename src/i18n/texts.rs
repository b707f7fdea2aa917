//! Looks a text up by its key and fills its arguments in.

use super::resources::{ENGLISH, GERMAN};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::collections::BTreeMap;
use unic_langid::LanguageIdentifier;

/// A language of the studio.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub enum Language {
    /// German, the first language.
    #[default]
    German,
    /// English.
    English,
}

impl Language {
    /// The language of a locale such as `de_DE.UTF-8`; English for all that is not German.
    pub fn of_locale(locale: &str) -> Self {
        if locale.to_ascii_lowercase().starts_with("de") { Self::German } else { Self::English }
    }

    fn tag(self) -> LanguageIdentifier {
        let language = match self {
            Self::German => "de",
            Self::English => "en",
        };
        language.parse().unwrap_or_default()
    }
}

/// All texts of one language.
pub struct Texts {
    language: Language,
    bundle: FluentBundle<FluentResource>,
    plain: BTreeMap<String, String>,
}

impl Texts {
    /// Loads the texts of a language. A faulty message is left out; a test holds that there is none.
    pub fn new(language: Language) -> Self {
        let sources = match language {
            Language::German => GERMAN,
            Language::English => ENGLISH,
        };
        let mut bundle = FluentBundle::new_concurrent(vec![language.tag()]);
        bundle.set_use_isolating(false);
        let mut plain = BTreeMap::new();
        for source in sources {
            let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(resource, _)| resource);
            let keys: Vec<String> = resource.entries().filter_map(message_key).collect();
            bundle.add_resource_overriding(resource);
            for key in keys {
                let mut errors = Vec::new();
                let text = bundle
                    .get_message(&key)
                    .and_then(|message| message.value())
                    .map(|value| bundle.format_pattern(value, None, &mut errors).into_owned());
                if let (Some(text), true) = (text, errors.is_empty()) {
                    plain.insert(key, text);
                }
            }
        }
        Self { language, bundle, plain }
    }

    /// The language of these texts.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The text of a key without arguments; the key itself if there is none, so that the gap is seen.
    pub fn get<'a>(&'a self, key: &'a str) -> &'a str {
        self.plain.get(key).map_or(key, String::as_str)
    }

    /// The text of a key with its arguments filled in.
    pub fn with(&self, key: &str, arguments: &[(&str, Argument<'_>)]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else { return key.to_owned() };
        let mut filled = FluentArgs::with_capacity(arguments.len());
        for (name, value) in arguments {
            filled.set(*name, value.fluent());
        }
        self.bundle.format_pattern(pattern, Some(&filled), &mut Vec::new()).into_owned()
    }

    /// Whether there is a text for the key.
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }
}

/// An argument of a text.
#[derive(Clone, Copy, Debug)]
pub enum Argument<'a> {
    /// A text.
    Text(&'a str),
    /// A count, by which a text may choose its plural.
    Count(usize),
}

impl<'a> Argument<'a> {
    fn fluent(&self) -> FluentValue<'a> {
        match self {
            Self::Text(text) => FluentValue::from(*text),
            Self::Count(count) => FluentValue::from(*count),
        }
    }
}

impl<'a> From<&'a str> for Argument<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Argument<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Argument<'_> {
    fn from(count: usize) -> Self {
        Self::Count(count)
    }
}

fn message_key(entry: &fluent_syntax::ast::Entry<&str>) -> Option<String> {
    match entry {
        fluent_syntax::ast::Entry::Message(message) => Some(message.id.name.to_owned()),
        _ => None,
    }
}
