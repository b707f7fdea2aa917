//! The texts of all forms, and which of them are shown.

use crate::form::language::{Standing, Text, standing, texts_of};
use crate::model::{Document, Language, TextPlace, Translation};
use std::collections::BTreeSet;

/// Which texts are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Filter {
    /// All.
    #[default]
    All,
    /// Those without translation.
    Missing,
    /// Those whose German text has changed since.
    Outdated,
}

/// The texts that a form brings; those of forms before it are not among them.
#[derive(Clone, Debug)]
pub struct Section {
    /// Name of the form.
    pub title: String,
    /// Its texts in reading order.
    pub texts: Vec<Text>,
}

/// How far a language has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Texts whose translation is up to date.
    pub current: usize,
    /// Texts whose translation is of an older German text.
    pub outdated: usize,
    /// All texts.
    pub all: usize,
}

/// All texts, form by form, each once.
pub fn sections(document: &Document) -> Vec<Section> {
    let mut seen: BTreeSet<TextPlace> = BTreeSet::new();
    let section = |form: &crate::model::Form| {
        let texts = texts_of(document, form.id).into_iter().filter(|text| seen.insert(text.place.clone())).collect();
        Section { title: form.name.clone(), texts }
    };
    let mut sections: Vec<Section> = document.forms.values().map(section).collect();
    sections.retain(|section| !section.texts.is_empty());
    sections
}

/// How far a language has come.
pub fn progress(sections: &[Section], language: &Language) -> Progress {
    let texts = sections.iter().flat_map(|section| &section.texts);
    texts.fold(Progress::default(), |sum, text| {
        let standing = standing(language, text);
        Progress {
            current: sum.current + usize::from(standing == Standing::Current),
            outdated: sum.outdated + usize::from(standing == Standing::Outdated),
            all: sum.all + 1,
        }
    })
}

impl Filter {
    /// Whether a text is shown. What was searched may stand in either language.
    pub fn shows(self, language: &Language, text: &Text, query: &str) -> bool {
        let is_wanted = match self {
            Self::All => true,
            Self::Missing => standing(language, text) == Standing::Missing,
            Self::Outdated => standing(language, text) == Standing::Outdated,
        };
        let translation = || language.texts.get(&text.place).map_or("", |translation| translation.text.as_str());
        let has = |own: &str| own.to_lowercase().contains(query);
        is_wanted && (query.is_empty() || has(&text.german) || has(translation()))
    }
}

/// The next text that wants work behind this one, beginning anew at the end.
pub fn next_open(sections: &[Section], language: &Language, behind: Option<&TextPlace>) -> Option<TextPlace> {
    let texts: Vec<&Text> = sections.iter().flat_map(|section| &section.texts).collect();
    let start = behind.and_then(|place| texts.iter().position(|text| text.place == *place)).map_or(0, |at| at + 1);
    let mut turned = texts.iter().skip(start).chain(texts.iter().take(start));
    turned.find(|text| standing(language, text) != Standing::Current).map(|text| text.place.clone())
}

/// The language with a text translated anew; an empty translation is taken out.
pub fn translated(language: &Language, text: &Text, translation: &str) -> Language {
    let mut changed = language.clone();
    if translation.trim().is_empty() {
        changed.texts.remove(&text.place);
    } else {
        changed.texts.insert(text.place.clone(), Translation { text: translation.to_owned(), of: text.german.clone() });
    }
    changed
}
