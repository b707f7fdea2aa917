//! Why a file cannot be read or written, in words: what happened, where, and what to do.

use super::Texts;
use crate::bundle::{Fault, FileKind, Foreign, ManifestPart, Place, ReadError, WriteError};
use crate::model::{Document, Subject, Violation};

const MEGABYTE: usize = 1 << 20;

impl Texts {
    /// Why a file cannot be read, as one or two sentences.
    pub fn read_error(&self, error: &ReadError) -> String {
        match error {
            ReadError::TooLarge { bytes, limit } => {
                self.with("file-too-large", &[("size", bytes.div_ceil(MEGABYTE).into()), ("limit", (limit / MEGABYTE).into())])
            }
            ReadError::Newer { version, needs, .. } if needs.is_empty() => {
                self.with("file-newer-unnamed", &[("version", version.to_string().as_str().into())])
            }
            ReadError::Newer { needs, .. } => self.with("file-newer", &[("needs", needs.into())]),
            ReadError::NotText(place) => self.at("file-not-text", *place),
            ReadError::Truncated(place) => self.at("file-truncated", *place),
            ReadError::TooDeep(place) => self.at("file-too-deep", *place),
            ReadError::TextTooLong(place) => self.at("file-text-too-long", *place),
            ReadError::Damaged(place, fault) => self.damaged(*place, fault),
            ReadError::TooMany { count, limit } => self.with("file-too-many", &[("count", (*count).into()), ("limit", (*limit).into())]),
            ReadError::Twice(subject) => self.about("file-twice", *subject),
            ReadError::NestedTooDeep(subject) => self.about("file-nested-too-deep", *subject),
            ReadError::Unsound(violations) => self.unsound(violations),
            plain => self.get(key_of(plain)).to_owned(),
        }
    }

    /// Why a document cannot be written, as two sentences.
    pub fn write_error(&self, error: &WriteError) -> String {
        self.with("file-not-written", &[("reason", self.read_error(&error.0).as_str().into())])
    }

    fn at(&self, key: &str, place: Place) -> String {
        let (line, column) = (place.line.to_string(), place.column.to_string());
        self.with(key, &[("line", (&line).into()), ("column", (&column).into())])
    }

    fn damaged(&self, place: Place, fault: &Fault) -> String {
        let named = |key, name: &str| self.with(key, &[("name", name.into())]);
        let fault = match fault {
            Fault::Syntax => self.get("file-fault-syntax").to_owned(),
            Fault::Value => self.get("file-fault-value").to_owned(),
            Fault::UnknownField(name) => named("file-fault-unknown-field", name),
            Fault::MissingField(name) => named("file-fault-missing-field", name),
            Fault::RepeatedField(name) => named("file-fault-repeated-field", name),
            Fault::UnknownChoice(name) => named("file-fault-unknown-choice", name),
        };
        let (line, column) = (place.line.to_string(), place.column.to_string());
        self.with("file-damaged", &[("line", (&line).into()), ("column", (&column).into()), ("fault", (&fault).into())])
    }

    fn about(&self, key: &str, subject: Subject) -> String {
        self.with(key, &[("kind", self.kind_in_file(subject).into()), ("number", number(subject).as_str().into())])
    }

    fn unsound(&self, violations: &[Violation]) -> String {
        let first = violations.first().map(|violation| self.violation(violation)).unwrap_or_default();
        let more = violations.len().saturating_sub(1);
        self.with("file-unsound", &[("first", (&first).into()), ("more", more.into())])
    }

    fn violation(&self, violation: &Violation) -> String {
        match violation {
            Violation::Dangling { at, missing } => {
                let (own, other) = (number(*at), number(*missing));
                let (kind, other_kind) = (self.kind_in_file(*at), self.kind_in_file(*missing));
                let arguments =
                    [("kind", kind.into()), ("number", (&own).into()), ("other", other_kind.into()), ("target", (&other).into())];
                self.with("file-unsound-dangling", &arguments)
            }
            Violation::Identity(at) => self.about("file-unsound-identity", *at),
            Violation::Circle(at) => self.about("file-unsound-circle", *at),
            Violation::Foreign(at) => self.about("file-unsound-foreign", *at),
            Violation::Picture(at) | Violation::Undrawn(at) => self.about("file-unsound-picture", *at),
            Violation::Form(at) => self.about("file-unsound-form", *at),
            Violation::SeveralDefaults(node) => self.about("file-unsound-defaults", Subject::Node(*node)),
        }
    }

    /// What kind of element it is, as far as one can tell without the document.
    fn kind_in_file(&self, subject: Subject) -> &str {
        match subject {
            Subject::Node(_) => self.get("word-task"),
            other => self.kind_of(&Document::empty("", ""), other),
        }
    }
}

/// The number under which an element stands in the file: the only way to find it there.
fn number(subject: Subject) -> String {
    let number = match subject {
        Subject::Process(id) => id.0,
        Subject::Role(id) => id.0,
        Subject::Pool(id) => id.0,
        Subject::Lane(id) => id.0,
        Subject::Node(id) => id.0,
        Subject::Flow(id) => id.0,
        Subject::MessageFlow(id) => id.0,
        Subject::Artifact(id) => id.0,
        Subject::Association(id) => id.0,
        Subject::ObjectType(id) => id.0,
        Subject::DataField(id) => id.0,
        Subject::CodeList(id) => id.0,
        Subject::Form(id) => id.0,
        Subject::FormElement(_, id) => id.0,
        Subject::DecisionTable(id) => id.0,
        Subject::DocumentTemplate(id) => id.0,
        Subject::Setting(id) => id.0,
        Subject::TestCase(id) => id.0,
        Subject::Exercise(id) => id.0,
        Subject::Language(id) => id.0,
        Subject::Source(id) => id.0,
    };
    number.to_string()
}

/// The key of an error without arguments.
fn key_of(error: &ReadError) -> &'static str {
    match error {
        ReadError::Empty => "file-empty",
        ReadError::Foreign(Foreign::Bpmn) => "file-foreign-bpmn",
        ReadError::Foreign(Foreign::Xml) => "file-foreign-xml",
        ReadError::Foreign(Foreign::Json) => "file-foreign-json",
        ReadError::Foreign(Foreign::Zip) => "file-foreign-zip",
        ReadError::Foreign(Foreign::Pdf) => "file-foreign-pdf",
        ReadError::Foreign(Foreign::Picture) => "file-foreign-picture",
        ReadError::OtherKind { found: FileKind::Bundle } => "file-is-bundle",
        ReadError::OtherKind { found: FileKind::Model } => "file-is-model",
        ReadError::Manifest(ManifestPart::Procedure) => "file-manifest-procedure",
        ReadError::Manifest(ManifestPart::Version) => "file-manifest-version",
        ReadError::Manifest(ManifestPart::ValidFrom) => "file-manifest-valid-from",
        ReadError::Manifest(ManifestPart::Contents) => "file-manifest-contents",
        ReadError::Manifest(ManifestPart::Digest) => "file-manifest-digest",
        ReadError::Digest { .. } => "file-digest",
        _ => "file-foreign-other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;
    use crate::model::{NodeId, RoleId};

    #[track_caller]
    fn check(error: &ReadError, sentence: &str) {
        assert_eq!(Texts::new(Language::German).read_error(error), sentence);
    }

    #[test]
    fn sentences_name_place_and_remedy() {
        check(
            &ReadError::Damaged(Place { line: 1200, column: 7 }, Fault::MissingField("key")),
            "Die Datei ist in Zeile 1200, Zeichen 7, beschädigt: die Angabe „key“ fehlt. \
             Öffnen Sie eine ältere Fassung oder lassen Sie die Stelle richten.",
        );
        check(
            &ReadError::Newer { version: 2, known: 1, needs: "0.9.0".to_owned() },
            "Die Datei stammt aus einer neueren Fassung des Programms. Zum Öffnen brauchen Sie Dienstweg 0.9.0 oder neuer.",
        );
        let dangling = Violation::Dangling { at: Subject::Node(NodeId(7)), missing: Subject::Role(RoleId(9)) };
        check(
            &ReadError::Unsound(vec![dangling, Violation::Circle(Subject::Node(NodeId(7)))]),
            "Die Datei passt in sich nicht zusammen. Schritt Nummer 7 verweist auf etwas, das es nicht gibt (Rolle Nummer 9). \
             Dazu kommt ein weiterer Fehler. Öffnen Sie eine ältere Fassung oder lassen Sie die Datei richten.",
        );
        check(
            &ReadError::Unsound(vec![Violation::Circle(Subject::Node(NodeId(7)))]),
            "Die Datei passt in sich nicht zusammen. Schritt Nummer 7 liegt in sich selbst. \
             Öffnen Sie eine ältere Fassung oder lassen Sie die Datei richten.",
        );
    }
}
