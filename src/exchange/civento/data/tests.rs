//! Data, forms and settings of the libraries in `tests/data/civento`.

use super::super::super::{Note, What, xml};
use super::super::expression::Names;
use super::{Library, Reading, Remark};
use crate::exchange::Weight;
use crate::model::{
    AccountAttribute, ChoiceStyle, Demand, Document, ElementKind, FieldKind, Form, FormElement, FormField, Source, SourceFormat, SourceId,
    Subject, violations,
};

mod elements;
mod native;
mod reading;
mod writing;

const DOGS: &str = include_str!("../../../../tests/data/civento/hundesteuer.xml");
const SETTINGS: &str = include_str!("../../../../tests/data/civento/einstellungen.xml");

/// What was read of a library.
struct Read {
    document: Document,
    notes: Vec<Note>,
    library: Library,
    source: SourceId,
}

impl Read {
    fn reading(&mut self) -> Reading<'_> {
        Reading { document: &mut self.document, notes: &mut self.notes, library: &mut self.library, source: self.source }
    }

    fn remarks(&self) -> impl Iterator<Item = (&str, &Remark)> {
        self.notes.iter().filter_map(|note| match &note.what {
            What::CiventoData(remark) => Some((note.at.id.as_str(), remark)),
            _ => None,
        })
    }

    /// The field at a path of keys.
    fn field(&self, path: &str) -> &crate::model::DataField {
        let path = self.document.find_path(path).unwrap_or_else(|| panic!("{path}"));
        self.document.fields.get(path.last().unwrap()).unwrap()
    }

    fn form(&self, key: &str) -> &Form {
        self.document.forms.values().find(|form| form.key == key).unwrap()
    }

    /// The element of a form that shows the data at a path.
    fn shown(&self, key: &str, path: &str) -> (&FormElement, &FormField) {
        let path = self.document.find_path(path).unwrap();
        let found = self.form(key).elements().into_iter().find_map(|element| match &element.kind {
            ElementKind::Field(field) if field.data == path => Some((element, field)),
            _ => None,
        });
        found.unwrap()
    }
}

fn empty(text: &str) -> Read {
    let mut document = Document::empty("vorgang", "Vorgang");
    let source: SourceId = document.new_id();
    let (key, name, format) = ("bibliothek".to_owned(), "b.xml".to_owned(), SourceFormat::Civento);
    document.sources.insert(source, Source { id: source, key, name, format, text: text.to_owned(), given: Default::default() });
    Read { document, notes: Vec::new(), library: Library::default(), source }
}

/// The data of a library, and of all its forms.
fn read(text: &str) -> Read {
    let root = xml::read_tolerant(text).unwrap();
    let mut read = empty(text);
    let mut reading = read.reading();
    match root.first("Vorgang") {
        Some(procedure) => {
            reading.read_procedure(procedure);
        }
        None => reading.read_settings(&root),
    }
    for (number, form) in all(&root, "DynamischesFormular").into_iter().enumerate() {
        reading.form_from(form, &format!("f{number}"));
    }
    assert_eq!(violations(&read.document), []);
    read
}

/// All elements of that name, wherever they stand.
fn all<'e, 't>(root: &'e xml::Element<'t>, name: &str) -> Vec<&'e xml::Element<'t>> {
    let mut found = Vec::new();
    let mut open = vec![root];
    while let Some(element) = open.pop() {
        if element.name.local == name {
            found.push(element);
        }
        open.extend(element.elements().collect::<Vec<_>>().into_iter().rev());
    }
    found
}

/// A procedure with one object of these fields.
fn with_fields(fields: &str) -> Read {
    read(&format!(
        "<Bibliothek><Vorgang><Metadatendefinition><Objekt Name=\"Hund\" Datentyp=\"OBJECT\">{fields}</Objekt></Metadatendefinition></Vorgang></Bibliothek>"
    ))
}
