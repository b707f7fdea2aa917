//! Reports of imports and exports in sentences, and why a file does not do.

mod bpmn;
mod civento;
mod civento_data;
mod ozg_hub;
mod xprozess;

use super::Texts;
use crate::exchange::code_list::{MOST_CODES, TableFault};
use crate::exchange::json_schema::Demanded;
use crate::exchange::xdatenfelder;
use crate::exchange::xml::{self, Malformed, Reason};
use crate::exchange::{At, ExportError, ImportError, Matter, Note, Unfit, Weight, What};
use crate::model::{self, SourceFormat};

/// Ids up to so many characters are shown beside a name: those of FIM have twelve.
const LONGEST_SPOKEN_ID: usize = 16;

impl Texts {
    /// A line of a report: what it is about, and what happened to it.
    pub fn exchange_note(&self, note: &Note) -> String {
        let (place, text) = (self.exchange_place(note), self.exchange_what(&note.what));
        if place.is_empty() {
            return text;
        }
        self.with("exchange-note", &[("place", (&place).into()), ("text", (&text).into())])
    }

    /// About what a line of a report speaks: file, line and element; may be empty.
    pub fn exchange_place(&self, note: &Note) -> String {
        let At { id, name, file, line, .. } = &note.at;
        // Long ids are made by programs for programs.
        let is_spoken = !id.is_empty() && (name.is_empty() || id.chars().count() <= LONGEST_SPOKEN_ID);
        let element = match (name.is_empty(), !is_spoken) {
            (true, true) => String::new(),
            (true, false) => id.clone(),
            (false, true) => format!("„{name}“"),
            (false, false) => format!("„{name}“ ({id})"),
        };
        let is_said = matches!(
            note.what,
            What::Dangling { .. } | What::NotCarried { .. } | What::Invalid { .. } | What::UnknownElement { .. } | What::Twice { .. }
        );
        let line = line
            .filter(|_| !is_said)
            .map(|line| self.with("exchange-line", &[("line", line.to_string().as_str().into())]))
            .unwrap_or_default();
        [file.as_str(), &line, &element].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }

    /// What a line of a report says of its element: taken, changed, left out.
    pub fn exchange_weight(&self, weight: Weight) -> &str {
        self.get(match weight {
            Weight::Taken => "exchange-taken",
            Weight::Changed => "exchange-changed",
            Weight::Kept => "exchange-kept-only",
            Weight::Todo => "exchange-todo",
            Weight::Left => "exchange-left",
        })
    }

    /// What is said, without the place.
    pub fn exchange_what(&self, what: &What) -> String {
        let count = |key, count: usize| self.with(key, &[("count", count.into())]);
        let named = |key, name: &str| self.with(key, &[("name", name.into())]);
        let at = |key, name: &str, line: usize| self.with(key, &[("name", name.into()), ("line", line.to_string().as_str().into())]);
        match what {
            What::Civento(remark) => self.civento_remark(remark),
            What::CiventoData(remark) => self.civento_data_remark(remark),
            What::OzgHub(remark) => self.ozg_hub_remark(remark),
            What::MissingLetters { letters, .. } => self.picture_boxes(letters).unwrap_or_default(),
            What::Groups(groups) => count("exchange-groups", *groups),
            What::Fields(fields) => count("exchange-fields", *fields),
            What::Lists { lists, codes } => self.with("exchange-lists", &[("lists", (*lists).into()), ("codes", (*codes).into())]),
            What::LegalBases(laws) => count("exchange-laws", *laws),
            What::Rules(rules) => count("exchange-rules", *rules),
            What::Reused(places) => count("exchange-reused", *places),
            What::LeastEntries(least) => count("exchange-least", *least as usize),
            What::Megabytes(size) => self.with("exchange-megabytes", &[("count", size.to_string().as_str().into())]),
            What::NearestKind(name) => named("exchange-nearest-kind", name),
            What::MissingList(name) => named("exchange-missing-list", name),
            What::Pattern(name) => named("exchange-pattern", name),
            What::Bound(name) => named("exchange-bound", name),
            What::Cardinality(name) => named("exchange-cardinality", name),
            What::UnknownKind(name) => named("exchange-unknown-kind", name),
            What::UnknownElement { name, line } => at("exchange-unknown-element", name, *line),
            What::Twice { name, line } => at("exchange-twice", name, *line),
            What::OtherVersion { asked, given } => self.with("exchange-other-version", &[("asked", asked.into()), ("given", given.into())]),
            What::RowsWithoutCode { count, first } => {
                self.with("exchange-rows-without-code", &[("count", (*count).into()), ("first", first.to_string().as_str().into())])
            }
            What::DuplicateCodes { count, first } => {
                self.with("exchange-duplicate-codes", &[("count", (*count).into()), ("name", first.into())])
            }
            What::Columns(names) => self.with("exchange-columns", &[("names", names.join(", ").as_str().into())]),
            What::TooManyCodes(found) => self.with("exchange-too-many-codes", &[("count", (*found).into()), ("limit", MOST_CODES.into())]),
            What::AddedWithNumber(number) => named("exchange-added-with-number", number),
            What::RulesWithoutNumber(rules) => count("exchange-rules-without-number", *rules),
            What::Steps(steps) => count("exchange-steps", *steps),
            What::Ways(ways) => count("exchange-ways", *ways),
            What::Variables(variables) => count("exchange-variables", *variables),
            What::MendedKeys(keys) => count("exchange-mended-keys", *keys),
            What::NoQuantities(steps) => count("exchange-no-quantities", *steps),
            What::NotDrawn(elements) => count("exchange-not-drawn", *elements),
            What::Split(parts) => count("exchange-split", *parts),
            What::KeptAsText(text) => named("exchange-kept-as-text", text),
            What::NotCarried { name, line } => at("exchange-not-carried", name, *line),
            What::Dangling { name, line } => at("exchange-dangling", name, *line),
            What::Invalid { name, value, line } => {
                let line = line.to_string();
                self.with("exchange-invalid", &[("name", name.into()), ("value", value.into()), ("line", line.as_str().into())])
            }
            What::Unsaid(demanded, text) => self.with(demanded_key(*demanded, text), &[("text", text.into())]),
            What::NotExpressible(matter) => named("exchange-not-expressible", self.get(matter_key(*matter))),
            What::Xprozess(remark) => self.xprozess_remark(remark),
            What::Bpmn(remark) => self.bpmn_remark(remark),
            plain => self.get(plain_key(plain)).to_owned(),
        }
    }

    /// Why nothing was imported.
    pub fn import_error(&self, error: &ImportError) -> String {
        let reason = self.unfit(&error.unfit);
        if error.file.is_empty() {
            return reason;
        }
        self.with("exchange-unfit", &[("file", (&error.file).into()), ("reason", (&reason).into())])
    }

    fn unfit(&self, unfit: &Unfit) -> String {
        let at = |key, name: &str, line: usize| self.with(key, &[("name", name.into()), ("line", line.to_string().as_str().into())]);
        match unfit {
            Unfit::Xml(fault) => self.xml_fault(fault),
            Unfit::Foreign(name) => self.with("exchange-foreign", &[("name", name.into())]),
            Unfit::Version(name) => self.with("exchange-version", &[("name", name.into())]),
            Unfit::XprozessVersion(name) => self.with("xprozess-version", &[("name", name.into())]),
            Unfit::Archive(fault) => self.archive_fault(fault),
            Unfit::SecondProcess => self.get("xprozess-second-process").to_owned(),
            Unfit::NoSchema => self.get("exchange-no-schema").to_owned(),
            Unfit::NotAlone => self.get("exchange-not-alone").to_owned(),
            Unfit::NoProcess => self.get("exchange-no-process").to_owned(),
            Unfit::SecondSchema => self.get("exchange-second-schema").to_owned(),
            Unfit::Missing { name, line } => at("exchange-missing", name, *line),
            Unfit::Twice { name, line } => at("exchange-given-twice", name, *line),
            Unfit::TooDeep { line } => {
                self.with("exchange-too-deep", &[("line", line.to_string().as_str().into()), ("limit", model::DEEPEST.into())])
            }
            Unfit::Table(TableFault::TooLarge) => self.get("exchange-table-too-large").to_owned(),
            Unfit::Table(TableFault::OpenQuote { line }) => {
                self.with("exchange-table-open-quote", &[("line", line.to_string().as_str().into())])
            }
            Unfit::TooManyParts(limit) => self.with("exchange-too-many-parts", &[("limit", (*limit).into())]),
            Unfit::Unknown => self.get("exchange-unknown").to_owned(),
            Unfit::ForeignJson => self.get("exchange-foreign-json").to_owned(),
            Unfit::NoProject => self.get("exchange-no-project").to_owned(),
            Unfit::Nothing => self.get("exchange-nothing").to_owned(),
        }
    }

    /// What is wrong with an XML file, and in which line.
    pub fn xml_fault(&self, fault: &xml::Fault) -> String {
        let named = |key, name: &str| self.with(key, &[("name", name.into())]);
        let reason = match &fault.reason {
            Reason::TooLarge => self.with("exchange-xml-too-large", &[("limit", (xml::MOST_BYTES >> 20).into())]),
            Reason::TooDeep => self.with("exchange-xml-too-deep", &[("limit", xml::DEEPEST.into())]),
            Reason::UnknownEncoding(name) => named("exchange-xml-encoding", name),
            Reason::UnknownEntity(name) => named("exchange-xml-entity", name),
            Reason::DuplicateAttribute(name) => named("exchange-xml-duplicate", name),
            Reason::UndeclaredPrefix(name) => named("exchange-xml-prefix", name),
            Reason::NotText => self.get("exchange-xml-not-text").to_owned(),
            Reason::Empty => self.get("exchange-xml-empty").to_owned(),
            Reason::DocumentType => self.get("exchange-xml-document-type").to_owned(),
            Reason::TooMany => self.get("exchange-xml-too-many").to_owned(),
            Reason::Malformed(malformed) => self.malformed(malformed),
        };
        let (line, column) = (fault.at.line.to_string(), fault.at.column.to_string());
        self.with("exchange-xml", &[("line", (&line).into()), ("column", (&column).into()), ("reason", (&reason).into())])
    }

    fn malformed(&self, malformed: &Malformed) -> String {
        let named = |key, name: &str| self.with(key, &[("name", name.into())]);
        match malformed {
            Malformed::Unclosed(name) => named("exchange-xml-unclosed", name),
            Malformed::WrongEnd { open, closed } => self.with("exchange-xml-wrong-end", &[("name", open.into()), ("other", closed.into())]),
            Malformed::EndWithoutStart(name) => named("exchange-xml-end", name),
            Malformed::Name(name) => named("exchange-xml-name", name),
            Malformed::Markup => self.get("exchange-xml-markup").to_owned(),
            Malformed::Attribute => self.get("exchange-xml-attribute").to_owned(),
            Malformed::Character => self.get("exchange-xml-character").to_owned(),
            Malformed::Reference => self.get("exchange-xml-reference").to_owned(),
            Malformed::Outside => self.get("exchange-xml-outside").to_owned(),
        }
    }

    /// Why nothing was exported.
    pub fn export_error(&self, error: &ExportError) -> String {
        use xdatenfelder::ExportError as Form;
        match error {
            ExportError::NoForm | ExportError::Form(Form::NotThere) => self.get("exchange-export-no-form").to_owned(),
            ExportError::Form(Form::NotImported) => self.get("exchange-export-not-imported").to_owned(),
            ExportError::Source(unfit) | ExportError::Form(Form::Source(unfit)) => {
                self.with("exchange-export-source", &[("reason", self.unfit(unfit).as_str().into())])
            }
            ExportError::OtherVersion(format) => self.with("exchange-export-other-version", &[("format", format_name(*format).into())]),
        }
    }
}

/// Name of a format with its version.
fn format_name(format: SourceFormat) -> &'static str {
    match format {
        SourceFormat::Xdatenfelder2 => "XDatenfelder 2.0",
        SourceFormat::Xdatenfelder3 => "XDatenfelder 3.0.0",
        SourceFormat::Xprozess => "XProzess 2.0",
        SourceFormat::Bpmn => "BPMN 2.0",
        SourceFormat::Civento => "Bibliothek 2.5",
        SourceFormat::OzgHub => "OZG-Hub",
    }
}

fn demanded_key(demanded: Demanded, text: &str) -> &'static str {
    match demanded {
        Demanded::Visible => "schema-unsaid-visible",
        Demanded::Required if text.is_empty() => "schema-unsaid-required-if-shown",
        Demanded::Required => "schema-unsaid-required",
        Demanded::OwnRule => "schema-unsaid-own-rule",
        Demanded::Rule => "schema-unsaid-rule",
        Demanded::Bound => "schema-unsaid-bound",
        Demanded::Pattern => "schema-unsaid-pattern",
        Demanded::CheckDigits => "schema-unsaid-check-digits",
    }
}

fn matter_key(matter: Matter) -> &'static str {
    match matter {
        Matter::Kind => "exchange-matter-kind",
        Matter::Bound => "exchange-matter-bound",
        Matter::Prefill => "exchange-matter-prefill",
        Matter::Files => "exchange-matter-files",
        Matter::Codes => "exchange-matter-codes",
        Matter::Visibility => "exchange-matter-visibility",
        Matter::Demand => "exchange-matter-demand",
        Matter::Checks => "exchange-matter-checks",
        Matter::Account => "exchange-matter-account",
        Matter::Unasked => "exchange-matter-unasked",
        Matter::Arrangement => "exchange-matter-arrangement",
        Matter::Look => "exchange-matter-look",
        Matter::Protection => "exchange-matter-protection",
        Matter::Languages => "exchange-matter-languages",
    }
}

/// The key of what has no arguments.
fn plain_key(what: &What) -> &'static str {
    match what {
        What::Listed => "exchange-listed",
        What::OptionalGroup => "exchange-optional-group",
        What::TwoContents => "exchange-two-contents",
        What::Hidden => "exchange-hidden",
        What::Prefill { is_must: false } => "exchange-prefill-may",
        What::Prefill { is_must: true } => "exchange-prefill-must",
        What::KeptInFile => "exchange-kept",
        What::Script => "exchange-script",
        What::UnusedList => "exchange-unused-list",
        What::WideGroup => "exchange-wide-group",
        What::WithoutId => "exchange-without-id",
        What::EmptyGroup => "exchange-empty-group",
        What::Rewritten => "exchange-rewritten",
        What::Added => "exchange-added",
        What::Moved => "exchange-moved",
        What::Removed => "exchange-removed",
        What::Unchanged => "exchange-unchanged",
        What::AnyInsteadOfAll => "exchange-any-instead-of-all",
        What::Quantity => "exchange-quantity",
        What::AdHoc => "exchange-ad-hoc",
        What::PoolForLanes => "exchange-pool-for-lanes",
        What::ScriptInNote => "exchange-script-in-note",
        _ => "exchange-file-too-long",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::{File, import};
    use crate::i18n::Language;

    #[track_caller]
    fn check(bytes: &[u8], sentence: &str) {
        let error = import(&[File { name: "a.xml", bytes }]).unwrap_err();
        assert_eq!(Texts::new(Language::German).import_error(&error), format!("„a.xml“ kann nicht importiert werden. {sentence}"));
    }

    #[test]
    fn refusals_name_line_and_reason() {
        check(
            b"<a>\n<b></a>",
            "Zeile 2, Zeichen 4: Offen ist „b“, geschlossen wird „a“. Speichern Sie die Datei in dem Programm neu, aus dem sie kommt.",
        );
        check(
            b"<?xml version='1.0'?>\n<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
            "Zeile 2, Zeichen 1: Die Datei erklärt einen Dokumenttyp oder Kürzel (DOCTYPE). Aus Sicherheitsgründen werden solche Dateien nicht gelesen.",
        );
        check("<a>\n".repeat(10_000).as_bytes(), "Zeile 257, Zeichen 1: Mehr als 256 Elemente liegen ineinander.");
        check(
            b"<x xmlns='urn:xoev-de:fim:standard:xdatenfelder_1'/>",
            "Die Fassung „urn:xoev-de:fim:standard:xdatenfelder_1“ von XDatenfelder wird nicht gelesen. Gelesen werden 2.0 und 3.0.0.",
        );
    }

    #[test]
    fn notes_name_their_place() {
        let texts = Texts::new(Language::German);
        let note = Note::new("F60000262", "ZeileAnschrift", What::LeastEntries(2));
        assert_eq!(
            texts.exchange_note(&note),
            "„ZeileAnschrift“ (F60000262): Verlangt sind mindestens 2 Einträge, aber nur, wenn die Gruppe ausgefüllt wird. \
             Geprüft wird dann, dass mindestens ein Eintrag da ist."
        );
        let note = Note::new("a1", "Start", What::AdHoc).line(7).file("models/a.bpmn");
        let long = Note::new("_b8ef8c75-ef39-413e", "Start", What::Dangling { name: "x".to_owned(), line: 7 }).line(7);
        assert!(texts.exchange_note(&long).starts_with("„Start“: Die Angabe in Zeile 7 verweist"));
        assert!(texts.exchange_note(&note).starts_with("models/a.bpmn, Zeile 7, „Start“ (a1): Die Reihenfolge"));
        assert_eq!(texts.exchange_note(&Note::new("", "", What::Lists { lists: 1, codes: 2 })), "Eine Auswahlliste mit 2 Einträgen");
        let rules = texts.exchange_note(&Note::new("", "", What::Rules(13)));
        assert_eq!(
            rules,
            "13 Regeln in Worten, jede an jeder Stelle, an der sie gilt. Sie wirken erst, wenn Sie bestätigt haben, was gemeint ist."
        );
    }
}
