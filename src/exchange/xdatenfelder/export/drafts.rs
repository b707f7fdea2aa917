//! New elements for what was not in the file: positions, groups, fields, references to code lists.

use super::super::super::xml::{Draft, Element};
use super::super::law;
use super::super::standard::{Block, Cardinality};
use super::block::qualified;
use super::fields::{code_of, plain};
use super::pairs::Side;
use crate::model::{CodeList, DataField, DataFieldId, FieldKind, LegalBasis, SourceFormat};

/// Writes new elements with the prefix and in the version of the file.
pub(super) struct Drafter<'a> {
    format: SourceFormat,
    around: Block<'a>,
}

impl<'a> Drafter<'a> {
    /// New elements in this block.
    pub fn new(format: SourceFormat, around: Block<'a>) -> Self {
        Self { format, around }
    }

    fn is_three(&self) -> bool {
        self.format == SourceFormat::Xdatenfelder3
    }

    fn name(&self, local: &str) -> String {
        qualified(self.around.0, local)
    }

    fn text(&self, local: &str, text: &str) -> Draft {
        Draft::text(&self.name(local), text)
    }

    fn code(&self, local: &str, code: &str) -> Draft {
        Draft::with(&self.name(local), vec![Draft::text("code", code)])
    }

    /// A position for a field; `None` where the standard has no such kind of value.
    pub fn position(&self, side: &Side<'_>, field: &DataField, path: &[DataFieldId]) -> Option<Draft> {
        let block = match field.kind.object() {
            Some(_) if side.object(field.kind.object()?)?.fim_id.is_empty() && single(side, field).is_some() => {
                self.field(side, &single(side, field)?, path)?
            }
            Some(_) => self.group(side, field, path)?,
            None => self.field(side, field, path)?,
        };
        let mut parts = vec![self.text("anzahl", &cardinality(side, field, path).to_string())];
        if !self.is_three() {
            parts.push(self.text("bezug", ""));
        }
        parts.push(Draft::with(&self.name("enthaelt"), vec![block]));
        Some(Draft::with(&self.name("struktur"), parts))
    }

    fn group(&self, side: &Side<'_>, field: &DataField, path: &[DataFieldId]) -> Option<Draft> {
        let object = side.object(field.kind.object()?)?;
        let id = if object.fim_id.is_empty() { &field.fim_id } else { &object.fim_id };
        let mut parts = self.head(id, &object.name, &object.description, &object.legal_bases);
        parts.extend(self.labels(&field.name, ""));
        for inner in side.document.fields_of(object) {
            let path: Vec<DataFieldId> = path.iter().copied().chain([inner.id]).collect();
            parts.extend(self.position(side, inner, &path));
        }
        Some(Draft::with(&self.name("datenfeldgruppe"), parts))
    }

    fn field(&self, side: &Side<'_>, field: &DataField, path: &[DataFieldId]) -> Option<Draft> {
        let kind = code_of(field.kind)?;
        let shown = side.form_field(path);
        let label = shown.map(|shown| shown.label.as_str()).filter(|label| !label.is_empty()).unwrap_or(&field.name);
        let mut parts = self.head(&field.fim_id, &field.name, &field.description, &field.legal_bases);
        parts.extend(self.labels(label, shown.map_or("", |shown| &shown.help)));
        let list = field.kind.code_list().and_then(|list| side.document.code_lists.get(list));
        let is_locked = shown.is_some_and(|shown| shown.is_read_only);
        parts.push(self.code(
            "feldart",
            if list.is_some() {
                "select"
            } else if is_locked {
                "locked"
            } else {
                "input"
            },
        ));
        parts.push(self.code("datentyp", kind));
        parts.push(self.facets(field));
        parts.push(self.text("inhalt", &shown.and_then(|shown| plain(&shown.prefill)).unwrap_or_default()));
        if self.is_three() {
            parts.push(self.code("vorbefuellung", "keine"));
        }
        match list {
            Some(list) if list.uri.is_empty() && self.is_three() => parts.push(values(self.around.0, list)),
            Some(list) => parts.push(reference(self.around.0, list, self.format)),
            None => {}
        }
        Some(Draft::with(&self.name("datenfeld"), parts))
    }

    /// What all blocks begin with.
    fn head(&self, id: &str, name: &str, description: &str, laws: &[LegalBasis]) -> Vec<Draft> {
        let version = if self.is_three() { "1.0.0" } else { "1.0" };
        let identification = Draft::with(&self.name("identifikation"), vec![self.text("id", id), self.text("version", version)]);
        let mut parts = vec![identification, self.text("name", name)];
        parts.push(self.text("definition", description));
        if self.is_three() {
            let reference = |basis: &LegalBasis| {
                let draft = self.text("bezug", &law::written(basis));
                if basis.link.is_empty() { draft } else { draft.attribute("link", &basis.link) }
            };
            parts.extend(laws.iter().map(reference));
            // Being drafted, as the new element is.
            parts.push(self.code("freigabestatus", "2"));
            parts.extend(self.around.0.first("letzteAenderung").map(|it| self.text("letzteAenderung", &it.text())));
        } else {
            let laws: Vec<String> = laws.iter().map(law::written).collect();
            parts.push(self.text("bezug", &laws.join("; ")));
            parts.push(self.code("status", "inVorbereitung"));
        }
        parts
    }

    fn labels(&self, label: &str, help: &str) -> Vec<Draft> {
        let texts = [("bezeichnungEingabe", label), ("bezeichnungAusgabe", label)].map(|(name, text)| self.text(name, text));
        let help = [self.code("schemaelementart", "RNG"), self.text("hilfetextEingabe", help), self.text("hilfetextAusgabe", "")];
        texts.into_iter().chain(help).collect()
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

/// The one simple field of a list's entries.
fn single(side: &Side<'_>, field: &DataField) -> Option<DataField> {
    let object = side.object(field.kind.object()?)?;
    let [only] = object.fields.as_slice() else { return None };
    side.field(*only).filter(|inner| inner.kind.object().is_none() && matches!(field.kind, FieldKind::List(_))).cloned()
}

fn cardinality(side: &Side<'_>, field: &DataField, path: &[DataFieldId]) -> Cardinality {
    let is_required = side.form_field(path).is_some_and(|shown| shown.is_required);
    match (field.kind, side.repeat(path)) {
        (FieldKind::List(_), Some(repeat)) => Cardinality { least: repeat.least, most: repeat.most },
        (FieldKind::List(_), None) => Cardinality { least: 0, most: None },
        (FieldKind::MultipleChoice(_), _) => Cardinality { least: u32::from(is_required), most: field.constraints.max_items },
        (FieldKind::Object(_), _) => Cardinality { least: 1, most: Some(1) },
        _ => Cardinality { least: u32::from(is_required), most: Some(1) },
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
