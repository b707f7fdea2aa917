//! Files into one document: a schema with its code lists, code lists alone, or a BPMN file.

use super::code_list::{self, Listing};
use super::naming::{Keys, short_key};
use super::{Note, What, bpmn, civento, ozg_hub, xdatenfelder, xml, xprozess};
use crate::model::{CodeList, Document};

/// A file as it was given.
#[derive(Clone, Copy, Debug)]
pub struct File<'a> {
    /// Its name without folders.
    pub name: &'a str,
    /// What is in it.
    pub bytes: &'a [u8],
}

/// What an import gives.
#[derive(Clone, Debug)]
pub struct Imported {
    /// A document of its own: one empty process, the data, the form, the code lists. Nothing is drawn.
    pub document: Document,
    /// What was taken, changed and left out, in the order of the file.
    pub report: Vec<Note>,
}

/// Why nothing was imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportError {
    /// The file at fault.
    pub file: String,
    /// What is wrong with it.
    pub unfit: Unfit,
}

/// Why a file cannot be imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// It is no XML that can be read.
    Xml(xml::Fault),
    /// It is XML, but nothing that the studio imports; with the name of its outermost element.
    Foreign(String),
    /// It is XDatenfelder, but of a version that the studio does not read; with its namespace.
    Version(String),
    /// It is `XProzess`, but of a version that the studio does not read; with its namespace.
    XprozessVersion(String),
    /// The archive with the model in an `XProzess` message cannot be opened.
    Archive(xprozess::ArchiveFault),
    /// It is XDatenfelder, but a message without a schema or group in it.
    NoSchema,
    /// A second schema beside the first.
    SecondSchema,
    /// A second process beside the first.
    SecondProcess,
    /// BPMN beside other files.
    NotAlone,
    /// It is BPMN, but holds no process.
    NoProcess,
    /// An element that must be there is missing: its name, and the line of the element that lacks it.
    Missing {
        /// Its name.
        name: &'static str,
        /// Where it should be.
        line: usize,
    },
    /// An element stands twice that may stand once.
    Twice {
        /// Its name.
        name: String,
        /// The line of the second.
        line: usize,
    },
    /// Groups lie deeper in each other than documents can have them.
    TooDeep {
        /// The line of the first that is too deep.
        line: usize,
    },
    /// It is a table that is too large or damaged.
    Table(code_list::TableFault),
    /// It describes more than so many steps, fields and the like.
    TooManyParts(usize),
    /// It is neither XML nor a table of codes.
    Unknown,
    /// It is JSON, but no form of the OZG-Hub.
    ForeignJson,
    /// Several files, none of which can be read, and which are no project folder.
    NoProject,
    /// There was no file.
    Nothing,
}

/// A document of all these files. Files with the ending `csv`, `tsv` or `txt` are tables of codes, all others XML.
pub fn import(files: &[File<'_>]) -> Result<Imported, ImportError> {
    if ozg_hub::is_project(files) {
        return ozg_hub::import(files);
    }
    if files.len() > 1 && files.iter().all(|file| !is_table(file.name) && !xml::is_meant(file.bytes)) {
        return Err(ImportError { file: String::new(), unfit: Unfit::NoProject });
    }
    let (mut schema, mut process) = (None, None);
    let (mut libraries, mut lists) = (Vec::new(), Vec::new());
    for file in files {
        let unfit = |unfit| ImportError { file: file.name.to_owned(), unfit };
        if is_table(file.name) {
            lists.push(table(*file).map_err(unfit)?);
            continue;
        }
        if file.name.to_ascii_lowercase().ends_with(".json") && !xml::is_meant(file.bytes) {
            return Err(unfit(Unfit::ForeignJson));
        }
        let text = xml::decode(file.bytes).map_err(|fault| unfit(Unfit::Xml(fault)))?;
        if civento::is_meant(&text) {
            libraries.push((file.name, text));
            continue;
        }
        let root = xml::read(&text).map_err(|fault| unfit(Unfit::Xml(fault)))?;
        if bpmn::is_bpmn(&root) {
            return if files.len() == 1 { bpmn::import(file.name, &text, &root).map_err(unfit) } else { Err(unfit(Unfit::NotAlone)) };
        }
        if xprozess::is_xprozess(&root) {
            if process.is_some() {
                return Err(unfit(Unfit::SecondProcess));
            }
            drop(root);
            process = Some((*file, text));
            continue;
        }
        match listing(&root, file.name).map_err(unfit)? {
            Some(listing) => lists.push(listing),
            None if schema.is_some() => return Err(unfit(Unfit::SecondSchema)),
            None => {
                drop(root);
                schema = Some((*file, text));
            }
        }
    }
    if !libraries.is_empty() {
        return import_libraries(&libraries, files.len());
    }
    let data = match schema {
        Some((file, text)) => Some(
            xdatenfelder::import_text(file.name, &text, &lists)
                .map(|imported| (imported, text))
                .map_err(|unfit| ImportError { file: file.name.to_owned(), unfit })?,
        ),
        None => None,
    };
    match (process, data) {
        (Some((file, text)), data) => with_process(file.name, &text, data, &lists),
        (None, Some((imported, _))) => Ok(imported),
        (None, None) if lists.is_empty() => Err(ImportError { file: String::new(), unfit: Unfit::Nothing }),
        (None, None) => Ok(lists_alone(&lists)),
    }
}

/// Libraries of blocks; of `given` files none may be anything else.
fn import_libraries(libraries: &[(&str, String)], given: usize) -> Result<Imported, ImportError> {
    let files: Vec<_> = libraries.iter().map(|(name, text)| civento::Given { name, text }).collect();
    match files.first() {
        Some(first) if libraries.len() < given => Err(ImportError { file: first.name.to_owned(), unfit: Unfit::NotAlone }),
        _ => civento::import(&files),
    }
}

/// A process of FIM, with the form of the schema or the code lists that were given with it.
fn with_process(file: &str, text: &str, data: Option<(Imported, String)>, lists: &[Listing]) -> Result<Imported, ImportError> {
    let unfit = |fault| ImportError { file: file.to_owned(), unfit: Unfit::Xml(fault) };
    let root = xml::read(text).map_err(unfit)?;
    let schema = match data {
        Some((imported, text)) => {
            let ids = xml::read(&text).map(|root| xprozess::profile_ids(&root)).unwrap_or_default();
            Some(xprozess::Schema { imported, ids })
        }
        None if lists.is_empty() => None,
        None => Some(xprozess::Schema { imported: lists_alone(lists), ids: Vec::new() }),
    };
    xprozess::import(file, text, &root, schema)
}

/// The code list of one file, with all its columns.
///
/// # Errors
/// It is neither genericode nor a table.
pub fn read_codes(file: File<'_>) -> Result<Listing, ImportError> {
    let unfit = |unfit| ImportError { file: file.name.to_owned(), unfit };
    if is_table(file.name) {
        return table(file).map_err(unfit);
    }
    let text = xml::decode(file.bytes).map_err(|fault| unfit(Unfit::Xml(fault)))?;
    let root = xml::read(&text).map_err(|fault| unfit(Unfit::Xml(fault)))?;
    listing(&root, file.name).map_err(unfit)?.ok_or_else(|| unfit(Unfit::Unknown))
}

fn is_table(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| ["csv", "tsv", "txt"].iter().any(|known| ending.eq_ignore_ascii_case(known)))
}

fn table(file: File<'_>) -> Result<Listing, Unfit> {
    let is_wide = file.bytes.starts_with(&[0xff, 0xfe]) || file.bytes.starts_with(&[0xfe, 0xff]);
    if file.bytes.contains(&0) && !is_wide {
        return Err(Unfit::Unknown);
    }
    let mut listing = code_list::read_table_bytes(file.bytes).map_err(Unfit::Table)?;
    if listing.rows.is_empty() || listing.rows.iter().flatten().any(|cell| cell.contains('\0')) {
        return Err(Unfit::Unknown);
    }
    file.name.rsplit_once('.').map_or(file.name, |(name, _)| name).clone_into(&mut listing.name);
    Ok(listing)
}

/// The code list that the file is; `None` if it is a schema.
fn listing(root: &xml::Element<'_>, file: &str) -> Result<Option<Listing>, Unfit> {
    if let Some(listing) = code_list::read_genericode(root) {
        let mut listing = listing.map_err(Unfit::Table)?;
        if listing.name.is_empty() {
            file.clone_into(&mut listing.name);
        }
        return Ok(Some(listing));
    }
    xdatenfelder::version(root).map(|_| None)
}

fn lists_alone(lists: &[Listing]) -> Imported {
    let name = lists.first().map(|list| list.name.clone()).unwrap_or_default();
    let mut document = Document::empty(&short_key(&name, "liste"), &name);
    let mut report = Vec::new();
    let mut keys = Keys::default();
    for listing in lists {
        report.extend(add_list(&mut document, &mut keys, listing, listing.chosen));
    }
    let codes = document.code_lists.values().map(|list| list.entries.len()).sum();
    report.insert(0, Note::new("", &name, What::Lists { lists: lists.len(), codes }));
    Imported { document, report }
}

/// Puts the list into the document, and says what was left out.
pub(super) fn add_list(document: &mut Document, keys: &mut Keys, listing: &Listing, columns: code_list::Columns) -> Vec<Note> {
    let (entries, notes) = listing.entries(columns);
    let id = document.new_id();
    let key = keys.take(&listing.name, "liste");
    let (name, version, uri) = (listing.name.clone(), listing.version.clone(), listing.uri.clone());
    document.code_lists.insert(id, CodeList { id, key, name, version, uri, entries });
    notes
}
