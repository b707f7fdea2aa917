//! Documents in the formats of others: which there are, and what each gives.

use super::{Note, Unfit, What, bpmn, civento, json_schema, ozg_hub, xdatenfelder, xprozess};
use crate::model::{Document, FormId, SourceFormat};

/// In what a document, or a part of it, can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// The procedure and its processes as BPMN 2.0.
    Bpmn,
    /// The procedure and its processes as Bibliothek 2.5.
    Civento,
    /// The procedure as a message of FIM's `XProzess`, with the time that it gives.
    Xprozess(jiff::Timestamp),
    /// A project folder, of this platform; without one, of the one from which it came.
    OzgHub(Option<ozg_hub::Platform>),
    /// A form in FIM's XDatenfelder, if it came from there; in the version from which it came, which must be this one where one is named.
    Xdatenfelder(FormId, Option<SourceFormat>),
    /// The data that a form yields, as JSON Schema.
    JsonSchema(FormId),
}

/// What was written.
#[derive(Clone, Debug)]
pub struct Exported {
    /// The files.
    pub files: Files,
    /// What was changed in a kept file, and what could not be written.
    pub report: Vec<Note>,
}

/// One file or several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Files {
    /// One.
    One(Vec<u8>),
    /// Several in a folder: paths from there, with `/`, and what is in each.
    Folder(Vec<(String, Vec<u8>)>),
}

impl Target {
    /// Whether it is a folder that is written: a project, or a procedure with the libraries of its settings, each in a file of its own.
    pub fn is_folder(self, document: &Document) -> bool {
        match self {
            Self::OzgHub(_) => true,
            Self::Civento => civento::sources(document).len() > 1,
            _ => false,
        }
    }
}

/// Why nothing was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExportError {
    /// A form cannot be written as XDatenfelder.
    Form(xdatenfelder::ExportError),
    /// The form came from another version of XDatenfelder.
    OtherVersion(SourceFormat),
    /// There is no such form.
    NoForm,
    /// The file that was kept cannot be read.
    Source(Unfit),
}

/// Writes a document.
pub fn export(document: &Document, target: Target) -> Result<Exported, ExportError> {
    match target {
        Target::Bpmn => {
            let written = bpmn::export(document);
            Ok(one(written.bytes, written.report))
        }
        Target::OzgHub(platform) => {
            let written = ozg_hub::export(document, platform);
            Ok(Exported { files: Files::Folder(written.files), report: written.report })
        }
        Target::Civento => {
            let mut written = civento::export(document).map_err(ExportError::Source)?;
            let only = if written.files.len() == 1 { written.files.pop() } else { None };
            let files = only.map_or(Files::Folder(written.files), |(_, bytes)| Files::One(bytes));
            Ok(Exported { files, report: written.report })
        }
        Target::Xprozess(at) => {
            let written = xprozess::export(document, at);
            Ok(one(written.bytes, written.report))
        }
        Target::Xdatenfelder(form, wanted) => {
            let written = xdatenfelder::export(document, form).map_err(ExportError::Form)?;
            match wanted.filter(|wanted| *wanted != written.format) {
                Some(_) => Err(ExportError::OtherVersion(written.format)),
                None => Ok(one(written.bytes, written.report)),
            }
        }
        Target::JsonSchema(form) => {
            let written = json_schema::export(document, form).ok_or(ExportError::NoForm)?;
            let name = |at| document.name_of(at).unwrap_or_default();
            let note = |it: &json_schema::Unsaid| Note::new("", name(it.at), What::Unsaid(it.what, it.text.clone())).on(it.at);
            Ok(one(format!("{:#}\n", written.schema).into_bytes(), written.unsaid.iter().map(note).collect()))
        }
    }
}

fn one(bytes: Vec<u8>, report: Vec<Note>) -> Exported {
    Exported { files: Files::One(bytes), report }
}
