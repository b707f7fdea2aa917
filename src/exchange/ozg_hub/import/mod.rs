//! A project folder into a document.

mod activiti;
mod buttons;
mod condition;
mod content;
mod data;
mod doubles;
mod form;
mod groovy;
mod language;
mod parameters;
mod service;
mod sources;
mod unused;

use super::check;
use super::folder::{self, Role};
use super::json::{Json, line_of, read};
use super::remark::Remark;
use crate::exchange::{File, ImportError, Imported, Note, Unfit, What, bpmn, xml};
use crate::model::{Document, SourceId};
pub(super) use activiti::CLIENT;
pub(super) use buttons::BUTTONS;
pub(super) use data::CASE;
use data::Data;
pub(super) use form::{IBAN, MOST_ENTRIES};
pub(super) use service::{DECIDED, OF_PLATFORM};

/// A file of the project that is text.
pub(super) struct TextFile {
    /// Its path in the project.
    pub path: String,
    /// What is in it, with the marks of its encoding.
    pub text: String,
    /// Where it is kept; `None` if it is too long.
    pub source: Option<SourceId>,
}

/// The document in the making.
pub(super) struct Importing {
    pub document: Document,
    pub notes: Vec<Note>,
    pub data: Data,
}

impl Importing {
    /// Says something about a line of a file.
    pub fn say(&mut self, note: Note, file: &str, line: usize) {
        self.notes.push(note.file(file).line(line));
    }
}

/// A note of this format.
pub(super) fn note(id: &str, name: &str, remark: Remark) -> Note {
    Note::new(id, name, What::OzgHub(remark))
}

/// Makes a document of the files of a project.
///
/// # Errors
/// Its model is no BPMN that can be read.
pub(super) fn import(files: &[File<'_>]) -> Result<Imported, ImportError> {
    let root = folder::root(files.iter().map(|file| file.name));
    let inside: Vec<(&str, &[u8])> = files
        .iter()
        .filter_map(|file| Some((file.name.strip_prefix(root)?, file.bytes)))
        .filter(|(path, _)| folder::is_within(path))
        .collect();
    let (shown, mut importing, damaged) = model(&inside)?;
    let texts = sources::keep(&mut importing, &inside);
    doubles::declare(&mut importing, &texts);
    let forms = forms(&mut importing, &texts);
    parameters::read(&mut importing, &texts);
    if let Some(model) = texts.iter().find(|file| Some(file.path.as_str()) == shown) {
        activiti::read(&mut importing, model, &texts, &forms);
    }
    for (path, unfit) in damaged {
        importing.notes.push(note("", "", Remark::Damaged(unfit)).file(path));
    }
    let is_other = |file: &&TextFile| folder::role(&file.path) == Role::Model && Some(file.path.as_str()) != shown;
    let others: Vec<String> = texts.iter().filter(is_other).map(|file| file.path.clone()).collect();
    let is_said =
        |notes: &[Note], path: &str| notes.iter().any(|note| note.at.file == path && matches!(note.what, What::OzgHub(Remark::Damaged(_))));
    for path in others {
        if !is_said(&importing.notes, &path) {
            importing.notes.push(note("", "", Remark::OtherModel).file(&path));
        }
    }
    unused::say(&mut importing, &texts);
    let listed: Vec<(&str, &str)> = texts.iter().map(|file| (file.path.as_str(), file.text.as_str())).collect();
    importing.notes.extend(check::notes(&listed, &importing.document));
    Ok(Imported { document: importing.document, report: importing.notes })
}

/// A model that cannot be read, with the reason.
type Damaged<'a> = (&'a str, Unfit);

/// The first model that can be read, the document that it gives, and the models before it that are damaged. Without any model only the forms
/// make the document.
///
/// # Errors
/// There are models, none of them can be read, and there is no form either.
fn model<'a>(files: &[(&'a str, &'a [u8])]) -> Result<(Option<&'a str>, Importing, Vec<Damaged<'a>>), ImportError> {
    let mut models: Vec<&(&str, &[u8])> = files.iter().filter(|(path, _)| folder::role(path) == Role::Model).collect();
    models.sort_by_key(|(path, _)| *path);
    let mut found = None;
    let mut damaged: Vec<Damaged<'a>> = Vec::new();
    for (path, bytes) in models {
        match with_model(path, bytes) {
            Ok(importing) if found.is_none() => found = Some((*path, importing)),
            Ok(_) => {}
            Err(error) => damaged.push((path, error.unfit)),
        }
    }
    let has_forms = files.iter().any(|(path, _)| matches!(folder::role(path), Role::Form(_)));
    match (found, damaged.first()) {
        (Some((path, importing)), _) => Ok((Some(path), importing, damaged)),
        (None, Some((path, unfit))) if !has_forms => Err(ImportError { file: (*path).to_owned(), unfit: unfit.clone() }),
        (None, _) => Ok((None, without_model(files), damaged)),
    }
}

fn with_model(path: &str, bytes: &[u8]) -> Result<Importing, ImportError> {
    let unfit = |unfit| ImportError { file: path.to_owned(), unfit };
    let text = xml::decode(bytes).map_err(|fault| unfit(Unfit::Xml(fault)))?;
    let tree = xml::read(&text).map_err(|fault| unfit(Unfit::Xml(fault)))?;
    let imported = bpmn::import(path, &text, &tree).map_err(unfit)?;
    let data = Data::of(&imported.document);
    let shown = imported.report.into_iter().filter(|note| !is_said_otherwise(note));
    let notes = shown.map(|note| if note.at.file.is_empty() { note.file(path) } else { note }).collect();
    Ok(Importing { document: imported.document, notes, data })
}

/// What the reader of BPMN takes for foreign, and what is read here.
fn is_said_otherwise(note: &Note) -> bool {
    let What::Bpmn(bpmn::Remark::NotShown { name, .. }) = &note.what else { return false };
    let local = name.split_once(':').map(|(_, local)| local);
    local.is_some_and(|local| ["assignee", "class", "field", "formKey"].contains(&local))
}

/// Only forms: a document without a flow.
fn without_model(files: &[(&str, &[u8])]) -> Importing {
    let form = files.iter().find_map(|(path, _)| if let Role::Form(name) = folder::role(path) { Some(name.name) } else { None });
    let name = form.unwrap_or_default();
    let key = Some(super::ids::legal(&name)).filter(|key| crate::model::is_legal_key(key)).unwrap_or_else(|| "verfahren".to_owned());
    let document = Document::empty(&key, &name);
    let data = Data::of(&document);
    Importing { document, notes: Vec::new(), data }
}

/// The German forms, then the others as languages of theirs. By their ids and the names of their files.
fn forms(importing: &mut Importing, texts: &[TextFile]) -> form::Found {
    let mut found = form::Found::default();
    let mut others = Vec::new();
    for file in texts {
        let Role::Form(name) = folder::role(&file.path) else { continue };
        // The checks say of a form that it is no JSON.
        let Ok(json) = read(&file.text) else { continue };
        if content::is_content(&json) {
            content::read(importing, file, &json, &name, &mut found);
        } else if name.language == "de" {
            form::read(importing, file, &json, &name, &mut found);
        } else {
            others.push((file, json, name));
        }
    }
    for (file, json, name) in &others {
        match found.by_file.get(&name.name) {
            Some(form) => language::read(importing, file, json, &name.language, *form),
            None => form::read(importing, file, json, name, &mut found),
        }
    }
    if !importing.document.forms.is_empty() {
        let count = importing.document.forms.len();
        importing.notes.push(note("", "", Remark::Forms(count)));
    }
    found
}

/// Says of each member that is not in the list that it is kept.
pub(super) fn keep_others(importing: &mut Importing, file: &TextFile, json: &Json, known: &[&str], id: &str) {
    // From one member to the next: there may be very many.
    let (mut at, mut line) = (0, 1);
    for member in json.members() {
        line += file.text.get(at..member.start).map_or(0, |between| line_of(between, between.len()) - 1);
        at = member.start;
        let is_empty = match &member.value.kind {
            super::json::Kind::Null | super::json::Kind::Truth(false) => true,
            super::json::Kind::Text(text) => text.is_empty(),
            super::json::Kind::List(items) => items.is_empty(),
            super::json::Kind::Object(members) => members.is_empty(),
            _ => false,
        };
        if !is_empty && !known.contains(&member.key.as_str()) {
            importing.say(note(id, "", Remark::MemberKept(member.key.clone())), &file.path, line);
        }
    }
}
