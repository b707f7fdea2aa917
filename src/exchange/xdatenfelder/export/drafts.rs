//! New elements for what was not in the file: positions, groups, fields, texts, references to code lists.

use super::super::super::What;
use super::super::super::xml::{Draft, Element};
use super::super::law;
use super::super::standard::{Block, Cardinality};
use super::block::qualified;
use super::fields::{code_of, feldart, file_parts, plain};
use super::numbers::New;
use super::pairs::{Side, block_id, simple};
use super::parts;
use super::shown::Shown;
use super::texts::cardinality;
use super::writer::{Place, Writer};
use crate::model::{CodeList, DataField, DataFieldId, LegalBasis, SourceFormat};

/// So many characters of a text to read are its name.
const LONGEST_NAME: usize = 80;

impl<'t> Writer<'t> {
    /// New elements in this block.
    pub fn drafter(&self, around: Block<'t>) -> Drafter<'t> {
        Drafter { format: self.format, around }
    }

    /// A position for a field that is nowhere in the file; `None` where the standard has no such kind of value.
    pub fn draft<'d>(&mut self, around: Block<'t>, place: &Place<'_, 'd>, field: &DataField, shown: Option<Shown<'d>>) -> Option<Draft> {
        let (side, path) = (place.new, place.new_path.as_slice());
        let often = cardinality(side, field, path);
        let object = field.kind.object().and_then(|object| side.object(object));
        let new = object.map_or(New::Field(field.id), |object| New::Group(object.id));
        let drafter = self.drafter(around);
        let block = match (simple(side, field), object) {
            (Some(value), _) => {
                let id = self.number(side, field, New::Field(field.id))?;
                let list = value.kind.code_list().and_then(|list| side.document.code_lists.get(list));
                self.unsaid_of_new(&id, &value, side.shown(path), list);
                drafter.field(side, &value, path, &id)?
            }
            (None, None) => return None,
            (None, Some(object)) => {
                let id = self.number(side, field, new)?;
                let often_group = often != Cardinality::ONCE;
                let shown = shown.map(|shown| if often_group { shown.without_shell() } else { shown });
                let mut parts = drafter.head(&id, &object.name, &object.description, &object.legal_bases);
                let title = shown.as_ref().and_then(Shown::title).unwrap_or(&object.name);
                let help = shown.as_ref().filter(|shown| !shown.is_page()).and_then(Shown::help).unwrap_or_default();
                parts.extend(drafter.labels(title, help));
                parts.extend(self.new_positions(around, object.id, place, shown.as_ref()));
                Draft::with(&drafter.name("datenfeldgruppe"), parts::sorted(self.format, parts))
            }
        };
        let laws = if object.is_some() && simple(side, field).is_none() { field.legal_bases.as_slice() } else { &[] };
        Some(drafter.position(often, laws, block))
    }

    /// Its own number, or a provisional one, which the report names. `None` for a kind of value that the standard lacks.
    fn number(&mut self, side: &Side<'_>, field: &DataField, new: New) -> Option<String> {
        if matches!(new, New::Field(_)) {
            code_of(simple(side, field)?.kind)?;
        }
        let own = block_id(side, field);
        if !own.is_empty() {
            self.say_of(&own, &field.name, What::Added);
            return Some(own);
        }
        let number = self.numbers.of(new);
        self.say_of("", &field.name, What::AddedWithNumber(number.clone()));
        Some(number)
    }
}

/// Writes new elements with the prefix and in the version of the file.
pub(super) struct Drafter<'a> {
    format: SourceFormat,
    around: Block<'a>,
}

impl Drafter<'_> {
    fn is_three(&self) -> bool {
        self.format == SourceFormat::Xdatenfelder3
    }

    fn name(&self, local: &str) -> String {
        qualified(self.around.0, local)
    }

    fn text(&self, local: &str, text: &str) -> Draft {
        Draft::text(&self.name(local), text)
    }

    /// A code with the list from which it is: as the block around has it, else as 2.0 always has it.
    fn code(&self, local: &str, code: &str) -> Draft {
        let draft = Draft::with(&self.name(local), vec![Draft::text("code", code)]);
        match self.around.0.first(local) {
            Some(element) => {
                element.attributes.iter().fold(draft, |draft, attribute| draft.attribute(&attribute.name.qualified(), &attribute.value))
            }
            None if self.is_three() => draft,
            None => {
                draft.attribute("listURI", &format!("urn:xoev-de:fim:codeliste:xdatenfelder.{local}")).attribute("listVersionID", "1.0")
            }
        }
    }

    /// A place for a new block.
    fn position(&self, often: Cardinality, laws: &[LegalBasis], block: Draft) -> Draft {
        let mut parts = vec![self.text("anzahl", &often.to_string())];
        parts.extend(self.laws(laws));
        parts.push(Draft::with(&self.name("enthaelt"), vec![block]));
        Draft::with(&self.name("struktur"), parts)
    }

    /// A place for a text to read.
    pub fn text_position(&self, number: &str, text: &str) -> Draft {
        let first_line = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
        let name: String = first_line.trim().chars().take(LONGEST_NAME).collect();
        let mut parts = self.head(number, &name, "", &[]);
        parts.extend(self.labels(&name, ""));
        parts.extend([self.code("feldart", "label"), self.code("datentyp", "text")]);
        parts.extend([self.text("praezisierung", ""), self.text("inhalt", text)]);
        if self.is_three() {
            parts.push(self.code("vorbefuellung", "keine"));
        }
        self.position(Cardinality::ONCE, &[], Draft::with(&self.name("datenfeld"), parts::sorted(self.format, parts)))
    }

    fn field(&self, side: &Side<'_>, field: &DataField, path: &[DataFieldId], id: &str) -> Option<Draft> {
        let kind = code_of(field.kind)?;
        let shown = side.shown(path);
        let form_field = shown.map(|(_, field)| field);
        let label = form_field.map(|shown| shown.label.as_str()).filter(|label| !label.is_empty()).unwrap_or(&field.name);
        let mut parts = self.head(id, &field.name, &field.description, &field.legal_bases);
        parts.extend(self.labels(label, form_field.map_or("", |shown| &shown.help)));
        parts.extend([self.code("feldart", feldart(field.kind, shown)), self.code("datentyp", kind), self.facets(field)]);
        parts.push(self.text("inhalt", &form_field.and_then(|shown| plain(&shown.prefill)).unwrap_or_default()));
        if self.is_three() {
            let is_wanted = form_field.is_some_and(|shown| shown.account.is_some());
            parts.push(self.code("vorbefuellung", if is_wanted { "optional" } else { "keine" }));
            let (size, types) = file_parts(self.format, &field.constraints).unwrap_or_default();
            parts.extend((!size.is_empty()).then(|| self.text("maxSize", &size)));
            parts.extend(types.iter().map(|kind| self.text("mediaType", kind)));
        }
        match field.kind.code_list().and_then(|list| side.document.code_lists.get(list)) {
            Some(list) if list.uri.is_empty() && self.is_three() => parts.push(values(self.around.0, list)),
            Some(list) => parts.push(reference(self.around.0, list, self.format)),
            None => {}
        }
        Some(Draft::with(&self.name("datenfeld"), parts::sorted(self.format, parts)))
    }

    /// What all blocks begin with.
    fn head(&self, id: &str, name: &str, description: &str, laws: &[LegalBasis]) -> Vec<Draft> {
        let version = if self.is_three() { "1.0.0" } else { "1.0" };
        let identification = Draft::with(&self.name("identifikation"), vec![self.text("id", id), self.text("version", version)]);
        let mut parts = vec![identification, self.text("name", name), self.text("beschreibung", ""), self.text("definition", description)];
        parts.extend(self.laws(laws));
        if self.is_three() {
            // Being drafted, as the new element is.
            parts.push(self.code("freigabestatus", "2"));
            parts.extend(self.around.0.first("letzteAenderung").map(|it| self.text("letzteAenderung", &it.text())));
        } else {
            parts.push(self.code("status", "inVorbereitung"));
        }
        parts
    }

    /// References to law: one text in 2.0, each by itself with its link in 3.0.0.
    fn laws(&self, laws: &[LegalBasis]) -> Vec<Draft> {
        if !self.is_three() {
            return vec![self.text("bezug", &laws.iter().map(law::written).collect::<Vec<_>>().join("; "))];
        }
        let reference = |basis: &LegalBasis| {
            let draft = self.text("bezug", &law::written(basis));
            if basis.link.is_empty() { draft } else { draft.attribute("link", &basis.link) }
        };
        laws.iter().map(reference).collect()
    }

    fn labels(&self, label: &str, help: &str) -> Vec<Draft> {
        let texts = [("bezeichnungEingabe", label), ("bezeichnungAusgabe", label), ("hilfetextEingabe", help), ("hilfetextAusgabe", "")];
        texts.into_iter().map(|(name, text)| self.text(name, text)).chain([self.code("schemaelementart", "RNG")]).collect()
    }

    fn facets(&self, field: &DataField) -> Draft {
        let constraints = &field.constraints;
        let number = |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
        let all = [
            ("minLength", number(constraints.min_length)),
            ("maxLength", number(constraints.max_length)),
            ("minValue", plain(&constraints.minimum).unwrap_or_default()),
            ("maxValue", plain(&constraints.maximum).unwrap_or_default()),
            ("pattern", constraints.pattern.clone()),
        ];
        let said = all.into_iter().filter(|(_, value)| !value.is_empty());
        if self.is_three() {
            return said.fold(self.text("praezisierung", ""), |draft, (name, value)| draft.attribute(name, &value));
        }
        let json: serde_json::Map<String, serde_json::Value> =
            said.map(|(name, value)| (name.to_owned(), serde_json::Value::String(value))).collect();
        self.text("praezisierung", &if json.is_empty() { String::new() } else { serde_json::Value::Object(json).to_string() })
    }
}

/// A reference to a code list.
pub(super) fn reference(around: &Element<'_>, list: &CodeList, format: SourceFormat) -> Draft {
    let text = |name: &str, text: &str| Draft::text(&qualified(around, name), text);
    let version_uri = if list.uri.is_empty() { String::new() } else { format!("{}_{}", list.uri, list.version) };
    let names = vec![text("canonicalIdentification", &list.uri), text("version", &list.version), text("canonicalVersionUri", &version_uri)];
    let outer = qualified(around, "codelisteReferenz");
    if format == SourceFormat::Xdatenfelder3 {
        return Draft::with(&outer, names);
    }
    let identification = Draft::with(&qualified(around, "identifikation"), vec![text("id", "")]);
    Draft::with(&outer, vec![identification, Draft::with(&qualified(around, "genericodeIdentification"), names)])
}

/// The codes of a list in the field itself (3.0.0).
pub(super) fn values(around: &Element<'_>, list: &CodeList) -> Draft {
    let text = |name: &str, text: &str| Draft::text(&qualified(around, name), text);
    let value = |entry: &crate::model::CodeEntry| {
        let mut parts = vec![text("code", &entry.code), text("name", &entry.label)];
        parts.extend((!entry.help.is_empty()).then(|| text("hilfe", &entry.help)));
        Draft::with(&qualified(around, "wert"), parts)
    };
    Draft::with(&qualified(around, "werte"), list.entries.iter().map(value).collect())
}
