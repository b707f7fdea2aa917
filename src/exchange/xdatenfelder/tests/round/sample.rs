//! A schema with everything in it, in both versions, and what a document says of it.

use crate::model::*;
use std::fmt::Write as _;

/// One of the versions.
#[derive(Clone, Copy)]
pub struct Version {
    pub is_three: bool,
}

impl Version {
    fn text(name: &str, text: &str) -> String {
        format!("<x:{name}>{text}</x:{name}>")
    }

    fn code(name: &str, code: &str) -> String {
        format!("<x:{name}><code>{code}</code></x:{name}>")
    }

    /// A block: id, name, label, help, and what comes behind that.
    fn block(self, kind: &str, id: &str, [name, label, help]: [&str; 3], inside: &str) -> String {
        let number = if self.is_three { "1.2.0" } else { "1.2" };
        let identification = format!("<x:identifikation><x:id>{id}</x:id><x:version>{number}</x:version></x:identifikation>");
        let name = Self::text("name", name);
        let labels = Self::text("bezeichnungEingabe", label) + &Self::text("bezeichnungAusgabe", label);
        let meaning = "<x:beschreibung>Mehr dazu</x:beschreibung><x:definition>Was es ist</x:definition><x:bezug>§ 1 TestG</x:bezug>";
        let help = if kind == "stammdatenschema" { Self::text("hilfetext", help) } else { Self::text("hilfetextEingabe", help) };
        let art = if kind == "stammdatenschema" { String::new() } else { Self::code("schemaelementart", "HAR") };
        let parts = if self.is_three {
            let status = Self::code("freigabestatus", "6") + &Self::text("letzteAenderung", "2021-01-01T01:00:00Z");
            [name, meaning.to_owned(), status, labels, art, help].concat()
        } else {
            [name, labels, meaning.to_owned(), Self::code("status", "aktiv"), art, help].concat()
        };
        format!("\n<x:{kind}>\n{identification}{parts}{inside}\n</x:{kind}>\n")
    }

    fn position(often: &str, block: &str) -> String {
        format!("\n  <x:struktur><x:anzahl>{often}</x:anzahl><x:bezug></x:bezug><x:enthaelt>{block}</x:enthaelt></x:struktur>")
    }

    /// A field: how often, id, name, feldart, datentyp, bounds, content, and what comes behind that.
    fn field(
        self,
        [often, id]: [&str; 2],
        names: [&str; 3],
        kinds: [&str; 2],
        facets: &[(&str, &str)],
        content: &str,
        more: &str,
    ) -> String {
        let facets = if self.is_three {
            format!("<x:praezisierung{}/>", facets.iter().fold(String::new(), |all, (name, value)| format!("{all} {name}=\"{value}\"")))
        } else {
            let all: Vec<String> = facets.iter().map(|(name, value)| format!("\"{name}\":\"{value}\"")).collect();
            let json = if all.is_empty() { String::new() } else { format!("{{{}}}", all.join(",")) };
            Self::text("praezisierung", &json)
        };
        let kinds = Self::code("feldart", kinds[0]) + &Self::code("datentyp", kinds[1]);
        let inside = [kinds, facets, Self::text("inhalt", content), more.to_owned()].concat();
        Self::position(often, &self.block("datenfeld", id, names, &inside))
    }

    fn group(self, often: &str, id: &str, names: [&str; 3], inside: &str) -> String {
        Self::position(often, &self.block("datenfeldgruppe", id, names, inside))
    }

    fn label(self, id: &str, text: &str) -> String {
        self.field(["1:1", id], ["Text", "Text", ""], ["label", "text"], &[], text, "")
    }

    fn rule(self, id: &str, words: &str) -> String {
        let words = Self::text(if self.is_three { "freitextRegel" } else { "definition" }, words);
        format!(
            "<x:regel><x:identifikation><x:id>{id}</x:id><x:version>1.0</x:version></x:identifikation><x:name>Regel {id}</x:name>{words}</x:regel>"
        )
    }

    fn list(self, uri: &str) -> String {
        let names = format!("<x:canonicalIdentification>{uri}</x:canonicalIdentification><x:version>1</x:version>");
        let inside = if self.is_three {
            names
        } else {
            let id = "<x:identifikation><x:id>C1</x:id></x:identifikation>";
            format!("{id}<x:genericodeIdentification>{names}</x:genericodeIdentification>")
        };
        Self::text("codelisteReferenz", &inside)
    }

    fn simple(self, often: &str, id: &str, name: &str) -> String {
        self.field([often, id], [name, name, ""], ["input", "text"], &[], "", "")
    }

    /// The whole schema.
    pub fn schema(self) -> String {
        let address = |often: &str| {
            self.group(
                often,
                "G2",
                ["Anschrift", "Anschrift", ""],
                &(self.simple("1:1", "F3", "Straße") + &self.simple("0:1", "F4", "Ort")),
            )
        };
        let person = [
            self.rule("R1", "Irgendetwas gilt."),
            self.label("F101", "Hinweis zur Person"),
            self.field(["1:1", "F1"], ["Name", "Ihr Name", "Wie im Ausweis"], ["input", "text"], &[("maxLength", "40")], "", ""),
            self.field(
                ["0:1", "F2"],
                ["Geburtsdatum", "Geburtsdatum", ""],
                ["input", "date"],
                &[("minValue", "1900-01-01")],
                "",
                &self.rule("R2", "Noch etwas gilt."),
            ),
            address("0:1"),
            self.field(["0:1", "F5"], ["Kennzeichen", "Kennzeichen", ""], ["hidden", "text"], &[], "X", ""),
            self.field(["0:1", "F6"], ["Status", "Status", ""], ["select", "text"], &[], "", &self.list("urn:de:status")),
        ];
        let business = [
            address("1:1"),
            self.field(
                ["0:1", "F7"],
                ["Umsatz", "Umsatz", ""],
                ["input", "num_currency"],
                &[("minValue", "0"), ("maxValue", "100")],
                "",
                "",
            ),
            self.simple("0:3", "F8", "Telefon"),
            self.field(["0:1", "F9"], ["Fest", "Fest", ""], ["locked", "text"], &[], "fest", ""),
        ];
        let child =
            self.simple("1:1", "F10", "Vorname") + &self.field(["0:1", "F11"], ["Alter", "Alter", ""], ["input", "num_int"], &[], "", "");
        let inside = [
            self.label("F100", "Bitte lesen"),
            self.group("1:1", "G1", ["Person", "Zur Person", "Angaben zur Person"], &person.concat()),
            self.group("0:1", "G3", ["Betrieb", "Betrieb", "Nur wenn vorhanden"], &business.concat()),
            self.group("0:*", "G4", ["Kind", "Kinder", ""], &child),
            self.simple("1:1", "F12", "Bemerkung"),
            self.field(["0:2", "F13"], ["Farben", "Farben", ""], ["select", "text"], &[], "", &self.list("urn:de:farben")),
            self.label("F102", "Am Ende"),
        ];
        let number = if self.is_three { "3.0.0" } else { "2" };
        let schema = self.block("stammdatenschema", "S1", ["Antrag", "Antrag auf etwas", "Wozu er dient"], &inside.concat());
        format!(
            "<x:xdatenfelder.stammdatenschema.0102 xmlns:x=\"urn:xoev-de:fim:standard:xdatenfelder_{number}\">{schema}</x:xdatenfelder.stammdatenschema.0102>"
        )
    }
}

/// All that a document says of what can stand in a schema, with names instead of identities.
pub fn facts(document: &Document) -> Vec<String> {
    let mut facts = Facts { document, lines: Vec::new() };
    let form = document.forms.values().next().unwrap();
    facts.lines.push(format!("Formular {} | {}", form.name, form.description));
    // A page without anything on it has no place in the file.
    for page in form.pages.iter().filter(|page| !page.elements.is_empty()) {
        // The title of a page of single fields comes from the first.
        let is_loose = page.elements.iter().any(|it| matches!(&it.kind, ElementKind::Field(field) if field.data.0.len() == 1));
        let title = if is_loose || is_text_only(&page.elements) { "…" } else { &page.title };
        facts.lines.push(format!("Seite {title}"));
        facts.elements(&page.elements, 1);
    }
    let root = form.fields().map(|(_, field)| document.fields.get(field.data.0[0]).unwrap().object).next().unwrap();
    facts.object(root, 0);
    let mut rules = Vec::new();
    for rule in &form.rules {
        let FormRule { fim_id, name, wording, then, .. } = rule;
        rules.push(format!("Regel {fim_id} {name} | {wording} | {then:?}"));
    }
    // They come in the order of their places.
    rules.sort_unstable();
    facts.lines.extend(rules);
    facts.lines
}

struct Facts<'d> {
    document: &'d Document,
    lines: Vec<String>,
}

fn is_text_only(elements: &[FormElement]) -> bool {
    elements.iter().all(|element| matches!(element.kind, ElementKind::StaticText(_)))
}

impl Facts<'_> {
    fn names(&self, path: &DataPath) -> String {
        path.0.iter().map(|field| self.document.fields.get(*field).unwrap().name.as_str()).collect::<Vec<_>>().join("/")
    }

    fn elements(&mut self, elements: &[FormElement], depth: usize) {
        for element in elements {
            let hidden = &element.visible_when;
            let line = match &element.kind {
                ElementKind::StaticText(text) => format!("Text {text}"),
                ElementKind::Field(it) => {
                    let label =
                        if it.label.is_empty() { &self.document.fields.get(it.data.last().unwrap()).unwrap().name } else { &it.label };
                    let path = self.names(&it.data);
                    format!("Feld {path} | {label} | {} | {} {} | {} | {hidden}", it.help, it.is_required, it.is_read_only, it.prefill)
                }
                ElementKind::Group(group) => {
                    let repeat = group.repeat.as_ref().map(|it| (self.names(&it.list), it.least, it.most));
                    format!("Gruppe {} | {} | {repeat:?} | {hidden}", group.title, group.help)
                }
                other => format!("{other:?}"),
            };
            self.lines.push(format!("{:depth$}{line}", ""));
            if let ElementKind::Group(group) = &element.kind {
                self.elements(&group.elements, depth + 1);
            }
        }
    }

    fn object(&mut self, object: ObjectTypeId, depth: usize) {
        let object = self.document.objects.get(object).unwrap();
        self.lines.push(format!(
            "{:depth$}Objekt {} {} | {} | {:?}",
            "",
            number(&object.fim_id),
            object.name,
            object.description,
            object.legal_bases
        ));
        for field in self.document.fields_of(object) {
            let mut line = format!(
                "{:depth$} {} {} | {} | {} | {:?}",
                "",
                number(&field.fim_id),
                field.name,
                field.description,
                said(&field.constraints),
                field.legal_bases
            );
            let _ = match field.kind.code_list().map(|list| self.document.code_lists.get(list).unwrap()) {
                Some(list) => write!(line, " | {} {} {:?}", list.uri, list.version, list.entries),
                None if field.kind.object().is_some() => write!(line, " | {}", matches!(field.kind, FieldKind::List(_))),
                None => write!(line, " | {:?}", field.kind),
            };
            self.lines.push(line);
            if let Some(inner) = field.kind.object() {
                self.object(inner, depth + 1);
            }
        }
    }
}

/// A number, if it is no provisional one.
fn number(id: &str) -> &str {
    if id.get(1..3) == Some("99") { "" } else { id }
}

/// What is demanded, if anything is.
fn said(constraints: &Constraints) -> String {
    if *constraints == Constraints::default() { String::new() } else { format!("{constraints:?}") }
}
