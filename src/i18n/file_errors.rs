//! Why a file cannot be read or written, in words.

use super::Texts;
use crate::bundle::{Fault, FileKind, Foreign, ManifestPart, Place, ReadError};
use crate::model::{Subject, Violation};
use std::io::{Error, ErrorKind};

impl Texts {
    /// What the system has against reading or writing, as a sentence with its remedy.
    pub fn io_error(&self, error: &Error) -> String {
        let key = match error.kind() {
            ErrorKind::NotFound => "io-not-found",
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => "io-denied",
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => "io-full",
            ErrorKind::IsADirectory => "io-folder",
            ErrorKind::InvalidFilename => "io-name",
            _ => return self.with("io-other", &[("reason", (&error.to_string()).into())]),
        };
        self.get(key).to_owned()
    }

    /// Why a file is no document, as a sentence with place and remedy.
    pub fn read_error(&self, error: &ReadError) -> String {
        match error {
            ReadError::Empty => self.get("read-empty").to_owned(),
            ReadError::TooLarge { bytes, limit } => {
                self.with("read-too-large", &[("size", (bytes >> 20).into()), ("limit", (limit >> 20).into())])
            }
            ReadError::NotText(place) => self.at("read-not-text", *place),
            ReadError::Foreign(foreign) => self.with("read-foreign", &[("what", self.foreign(*foreign).into())]),
            ReadError::OtherKind { found: FileKind::Model } => self.get("read-is-model").to_owned(),
            ReadError::OtherKind { found: FileKind::Bundle } => self.get("read-is-bundle").to_owned(),
            ReadError::Newer { needs, .. } if needs.is_empty() => self.get("read-newer-unknown").to_owned(),
            ReadError::Newer { needs, .. } => self.with("read-newer", &[("needs", needs.into())]),
            ReadError::Truncated(place) => self.at("read-truncated", *place),
            ReadError::Damaged(place, fault) => self.damaged(*place, fault),
            ReadError::TooDeep(place) => self.at("read-too-deep", *place),
            ReadError::TextTooLong(place) => self.at("read-text-too-long", *place),
            ReadError::TooMany { count, limit } => {
                self.with("read-too-many", &[("count", (*count).into()), ("limit", (*limit).into())])
            }
            ReadError::Twice(subject) => self.of_element("read-twice", *subject),
            ReadError::NestedTooDeep(subject) => self.of_element("read-nested", *subject),
            ReadError::Unsound(violations) => self.unsound(violations),
            ReadError::Manifest(part) => self.with("read-manifest", &[("part", self.manifest_part(*part).into())]),
            ReadError::Digest { .. } => self.get("read-digest").to_owned(),
        }
    }

    fn at(&self, key: &str, place: Place) -> String {
        self.with(key, &[("line", place.line.into()), ("column", place.column.into())])
    }

    fn of_element(&self, key: &str, subject: Subject) -> String {
        self.with(key, &[("number", number_of(subject).into())])
    }

    fn damaged(&self, place: Place, fault: &Fault) -> String {
        let fault = match fault {
            Fault::Syntax => self.get("fault-syntax").to_owned(),
            Fault::Value => self.get("fault-value").to_owned(),
            Fault::UnknownField(name) => self.with("fault-unknown-field", &[("name", name.into())]),
            Fault::MissingField(name) => self.with("fault-missing-field", &[("name", (*name).into())]),
            Fault::RepeatedField(name) => self.with("fault-repeated-field", &[("name", (*name).into())]),
            Fault::UnknownChoice(name) => self.with("fault-unknown-choice", &[("name", name.into())]),
        };
        self.with("read-damaged", &[("line", place.line.into()), ("column", place.column.into()), ("fault", (&fault).into())])
    }

    fn unsound(&self, violations: &[Violation]) -> String {
        let first = match violations.first() {
            Some(Violation::Dangling { at, missing }) => {
                self.with("unsound-dangling", &[("number", number_of(*at).into()), ("missing", number_of(*missing).into())])
            }
            Some(Violation::Identity(subject)) => self.of_element("unsound-identity", *subject),
            Some(Violation::Circle(subject)) => self.of_element("unsound-circle", *subject),
            Some(Violation::Foreign(subject)) => self.of_element("unsound-foreign", *subject),
            Some(Violation::Picture(subject) | Violation::Undrawn(subject)) => self.of_element("unsound-picture", *subject),
            Some(Violation::Form(subject)) => self.of_element("unsound-form", *subject),
            Some(Violation::SeveralDefaults(node)) => self.of_element("unsound-defaults", Subject::Node(*node)),
            None => String::new(),
        };
        self.with("read-unsound", &[("count", violations.len().into()), ("first", (&first).into())])
    }

    fn foreign(&self, foreign: Foreign) -> &str {
        self.get(match foreign {
            Foreign::Bpmn => "foreign-bpmn",
            Foreign::Xml => "foreign-xml",
            Foreign::Json => "foreign-json",
            Foreign::Zip => "foreign-zip",
            Foreign::Pdf => "foreign-pdf",
            Foreign::Picture => "foreign-picture",
            Foreign::Other => "foreign-other",
        })
    }

    fn manifest_part(&self, part: ManifestPart) -> &str {
        self.get(match part {
            ManifestPart::Procedure => "manifest-procedure",
            ManifestPart::Version => "manifest-version",
            ManifestPart::ValidFrom => "manifest-valid-from",
            ManifestPart::Contents => "manifest-contents",
            ManifestPart::Digest => "manifest-digest",
        })
    }
}

/// The number under which the element stands in the file.
fn number_of(subject: Subject) -> usize {
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
    };
    usize::try_from(number).unwrap_or(usize::MAX)
}
