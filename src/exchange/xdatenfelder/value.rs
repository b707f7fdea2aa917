//! What a Datenfeld takes: its kind of value, and what a value must satisfy (Präzisierung).

use super::super::What;
use super::standard::Block;
use crate::model::{Constraints, FieldKind};
use regex::Regex;
use serde_json::Value as Json;

/// Texts that may be longer than this have several lines.
const LONG_TEXT: u32 = 1000;
/// Bytes of a megabyte, in which 3.0.0 counts the sizes of files.
pub(super) const MEGABYTE: u64 = 1 << 20;

/// Media types and the endings of files for them.
const ENDINGS: [(&str, &[&str]); 14] = [
    ("application/pdf", &["pdf"]),
    ("application/json", &["json"]),
    ("application/xml", &["xml"]),
    ("application/zip", &["zip"]),
    ("application/msword", &["doc"]),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", &["docx"]),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", &["xlsx"]),
    ("application/vnd.oasis.opendocument.text", &["odt"]),
    ("image/jpeg", &["jpg", "jpeg"]),
    ("image/png", &["png"]),
    ("image/tiff", &["tif", "tiff"]),
    ("text/csv", &["csv"]),
    ("text/plain", &["txt"]),
    ("text/xml", &["xml"]),
];

/// The media type of files with this ending.
pub(super) fn media_type(ending: &str) -> Option<&'static str> {
    ENDINGS.iter().find(|(_, endings)| endings.contains(&ending)).map(|(name, _)| *name)
}

/// What Präzisierung says, by its names (`minLength`, `maxLength`, `minValue`, `maxValue`, `pattern`), in the order of the file.
pub(super) fn facets(block: Block<'_>) -> Vec<(String, String)> {
    let Some(element) = block.0.first("praezisierung") else { return Vec::new() };
    let attributes = element.attributes.iter().filter(|it| it.name.prefix.is_empty());
    let mut found: Vec<(String, String)> = attributes.map(|it| (it.name.local.to_owned(), it.value.clone().into_owned())).collect();
    // 2.0 has JSON as the text of the element, with all values as texts.
    if let Ok(Json::Object(facets)) = serde_json::from_str(element.text().trim()) {
        let text = |value: Json| if let Json::String(text) = value { text } else { value.to_string() };
        found.extend(facets.into_iter().map(|(name, value)| (name, text(value))));
    }
    found.retain(|(_, value)| !value.trim().is_empty());
    found
}

/// One of these values.
fn facet<'f>(facets: &'f [(String, String)], name: &str) -> Option<&'f str> {
    facets.iter().find(|(other, _)| other == name).map(|(_, value)| value.trim())
}

/// The kind of a field that is no choice.
pub(super) fn kind(block: Block<'_>, say: &mut dyn FnMut(What)) -> FieldKind {
    let max_length = facet(&facets(block), "maxLength").and_then(|text| text.parse::<u32>().ok());
    let text = if max_length.is_some_and(|most| most > LONG_TEXT) { FieldKind::LongText } else { FieldKind::Text };
    let name = block.value_kind();
    match name.as_str() {
        "text" => text,
        "text_latin" => {
            say(What::NearestKind(name));
            text
        }
        "date" => FieldKind::Date,
        "time" => FieldKind::Time,
        "datetime" => FieldKind::DateTime,
        "bool" => FieldKind::YesNo,
        "num" => FieldKind::Decimal,
        "num_int" => FieldKind::WholeNumber,
        "num_currency" => FieldKind::Money,
        "file" => FieldKind::File,
        "obj" => {
            say(What::NearestKind(name));
            FieldKind::File
        }
        _ => {
            say(What::UnknownKind(name));
            FieldKind::Text
        }
    }
}

/// What a value must satisfy.
pub(super) fn constraints(block: Block<'_>, kind: FieldKind, say: &mut dyn FnMut(What)) -> Constraints {
    let facets = facets(block);
    let mut found = Constraints::default();
    if matches!(kind, FieldKind::Text | FieldKind::LongText) {
        let mut length = |name: &str| {
            let text = facet(&facets, name)?;
            let number = text.parse().ok();
            if number.is_none() {
                say(What::Bound(text.to_owned()));
            }
            number
        };
        (found.min_length, found.max_length) = (length("minLength").filter(|least| *least > 0), length("maxLength"));
        if let Some(pattern) = facet(&facets, "pattern") {
            if Regex::new(pattern).is_err() {
                say(What::Pattern(pattern.to_owned()));
            }
            pattern.clone_into(&mut found.pattern);
        }
    }
    let mut bound = |name: &str| {
        let text = facet(&facets, name)?;
        let written = literal(kind, text);
        if written.is_none() {
            say(What::Bound(text.to_owned()));
        }
        written
    };
    (found.minimum, found.maximum) = (bound("minValue").unwrap_or_default(), bound("maxValue").unwrap_or_default());
    if kind == FieldKind::File {
        files(block, &mut found, say);
    }
    found
}

fn files(block: Block<'_>, found: &mut Constraints, say: &mut dyn FnMut(What)) {
    for kind in block.0.all("mediaType") {
        let text = kind.text();
        let name = text.trim();
        match ENDINGS.iter().find(|(known, _)| *known == name) {
            Some((_, endings)) => {
                let new = endings.iter().map(|ending| (*ending).to_owned()).filter(|ending| !found.file_kinds.contains(ending));
                found.file_kinds.extend(new.collect::<Vec<_>>());
            }
            None => say(What::UnknownKind(name.to_owned())),
        }
    }
    if let Some(size) = block.text("maxSize").parse::<u64>().ok().filter(|size| *size > 0) {
        say(What::Megabytes(size));
        found.max_file_size = Some(size.saturating_mul(MEGABYTE));
    }
}

/// A value of that kind as FEEL writes it; `None` if it is none.
pub(super) fn literal(kind: FieldKind, text: &str) -> Option<String> {
    let text = text.trim();
    match kind {
        FieldKind::WholeNumber | FieldKind::Decimal | FieldKind::Money => {
            let number = text.replace(',', ".");
            let digits = number.strip_prefix('-').unwrap_or(&number);
            let is_number = digits.chars().all(|sign| sign.is_ascii_digit() || sign == '.')
                && digits.starts_with(|sign: char| sign.is_ascii_digit())
                && digits.ends_with(|sign: char| sign.is_ascii_digit())
                && digits.matches('.').count() < 2;
            is_number.then_some(number)
        }
        FieldKind::Date => crate::expr::Date::read(text).map(|_| format!("date(\"{text}\")")),
        FieldKind::YesNo => match text {
            "true" | "1" | "ja" => Some("true".to_owned()),
            "false" | "0" | "nein" => Some("false".to_owned()),
            _ => None,
        },
        FieldKind::Text | FieldKind::LongText | FieldKind::Choice(_) => Some(crate::expr::Value::from(text).to_feel()),
        _ => None,
    }
}
