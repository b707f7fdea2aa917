//! Forms in other languages: made like the German one, and with all its texts.

use super::super::json::{Json, Kind};
use super::forms::FormFile;
use super::{Finding, Flaw};

/// Members that may differ between languages.
const TEXTS: [&str; 6] = ["title", "label", "helptext", "text", "placeholder", "validationErrorMessage"];

/// What differs, and what is not translated.
pub(super) fn findings(forms: &[FormFile<'_>]) -> Vec<Finding> {
    let mut found = Vec::new();
    for other in forms.iter().filter(|form| form.name.language != "de") {
        let german = forms.iter().find(|form| form.name.language == "de" && form.name.name == other.name.name);
        let Some((german, (Ok(german_json), Ok(json)))) = german.map(|german| (german, (&german.json, &other.json))) else { continue };
        let mut comparing = Comparing { other, found: &mut found };
        if german.name.version == other.name.version && german_json.text("id") == json.text("id") && json.text("language").is_empty() {
            comparing.say(json.get("id").unwrap_or(json), Flaw::SameId(json.text("id")));
        }
        comparing.compare(german_json, json, "");
    }
    found
}

struct Comparing<'a, 'f> {
    other: &'a FormFile<'a>,
    found: &'f mut Vec<Finding>,
}

impl Comparing<'_, '_> {
    fn say(&mut self, at: &Json, flaw: Flaw) {
        self.found.push(Finding { file: self.other.path.to_owned(), line: self.other.line(at), flaw });
    }

    /// As deep as the reader of JSON goes, which has a limit.
    fn compare(&mut self, german: &Json, other: &Json, path: &str) {
        match (&german.kind, &other.kind) {
            (Kind::Object(members), Kind::Object(others)) => {
                for member in members {
                    let path = if path.is_empty() { member.key.clone() } else { format!("{path}.{}", member.key) };
                    match other.get(&member.key) {
                        _ if path == "id" || path == "language" => {}
                        Some(found) if TEXTS.contains(&member.key.as_str()) => self.text(&member.value, found),
                        Some(found) => self.compare(&member.value, found, &path),
                        None if TEXTS.contains(&member.key.as_str()) => self.missing(&member.value, other),
                        None => self.say(other, Flaw::OtherwiseMade(path)),
                    }
                }
                for member in others.iter().filter(|member| german.get(&member.key).is_none()) {
                    if !TEXTS.contains(&member.key.as_str()) && member.key != "language" {
                        self.say(&member.value, Flaw::OtherwiseMade(format!("{path}.{}", member.key)));
                    }
                }
            }
            (Kind::List(items), Kind::List(others)) => {
                for (at, (item, other)) in items.iter().zip(others).enumerate() {
                    self.compare(item, other, &format!("{path}[{at}]"));
                }
                if items.len() != others.len() {
                    self.say(other, Flaw::OtherwiseMade(path.to_owned()));
                }
            }
            (german, found) if german == found => {}
            _ => self.say(other, Flaw::OtherwiseMade(path.to_owned())),
        }
    }

    fn text(&mut self, german: &Json, other: &Json) {
        if other.as_text().unwrap_or_default().trim().is_empty() {
            self.missing(german, other);
        }
    }

    fn missing(&mut self, german: &Json, at: &Json) {
        let text = german.as_text().unwrap_or_default();
        if !text.trim().is_empty() {
            self.say(at, Flaw::Untranslated(text));
        }
    }
}
