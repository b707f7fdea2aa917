//! Translations and kept foreign files, as version 1 writes them.

use super::{SourceText, Text, subject::Subject};
use crate::bundle::convert::{Frozen, choice};
use crate::model::{self, TextPlace, Translation};
use serde::{Deserialize, Serialize};

/// A foreign file as it was read.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    pub id: u32,
    pub key: Text,
    pub name: Text,
    pub format: SourceFormat,
    pub text: SourceText,
}

impl Frozen<model::Source> for Source {
    fn freeze(live: &model::Source) -> Self {
        let model::Source { id, key, name, format, text, given: _ } = live;
        let (key, name) = (Frozen::freeze(key), Frozen::freeze(name));
        Self { id: id.0, key, name, format: Frozen::freeze(format), text: Frozen::freeze(text) }
    }

    fn thaw(self) -> model::Source {
        let (key, name, text) = (self.key.thaw(), self.name.thaw(), self.text.thaw());
        model::Source { id: model::SourceId(self.id), key, name, format: self.format.thaw(), text, given: model::Given::default() }
    }
}

choice! {
    SourceFormat { Xdatenfelder2, Xdatenfelder3, Xprozess, Bpmn, Civento, OzgHub }

    TextPart {
        Name,
        Description,
        Label,
        Help,
        Text,
        PatternMessage,
        RuleMessage(index: u32),
        Code(code: Text),
        CodeHelp(code: Text),
    }
}

/// Which element came from where.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Origin {
    pub of: Subject,
    pub source: u32,
    pub id: Text,
}

impl Frozen<(model::Subject, model::Origin)> for Origin {
    fn freeze((of, origin): &(model::Subject, model::Origin)) -> Self {
        let model::Origin { source, id } = origin;
        Self { of: Frozen::freeze(of), source: source.0, id: Frozen::freeze(id) }
    }

    fn thaw(self) -> (model::Subject, model::Origin) {
        (self.of.thaw(), model::Origin { source: model::SourceId(self.source), id: self.id.thaw() })
    }
}

/// A language and its texts, one a line.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Language {
    pub id: u32,
    pub tag: Text,
    pub name: Text,
    pub texts: Vec<TranslatedText>,
}

/// One text in another language.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TranslatedText {
    pub at: Subject,
    pub part: TextPart,
    pub text: Text,
    pub of: Text,
}

impl Frozen<model::Language> for Language {
    fn freeze(live: &model::Language) -> Self {
        let model::Language { id, tag, name, texts } = live;
        let text = |(TextPlace { at, part }, Translation { text, of }): (&TextPlace, &Translation)| TranslatedText {
            at: Frozen::freeze(at),
            part: Frozen::freeze(part),
            text: Frozen::freeze(text),
            of: Frozen::freeze(of),
        };
        let texts = texts.iter().map(text).collect();
        Self { id: id.0, tag: Frozen::freeze(tag), name: Frozen::freeze(name), texts }
    }

    fn thaw(self) -> model::Language {
        let text = |TranslatedText { at, part, text, of }| {
            (TextPlace { at: Frozen::thaw(at), part: Frozen::thaw(part) }, Translation { text: Frozen::thaw(text), of: Frozen::thaw(of) })
        };
        let texts = self.texts.into_iter().map(text).collect();
        model::Language { id: model::LanguageId(self.id), tag: self.tag.thaw(), name: self.name.thaw(), texts }
    }
}
