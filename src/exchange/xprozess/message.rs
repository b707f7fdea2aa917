//! A message by its parts: which process it is about, and which of its elements speak of what.

use super::super::xml::Element;
use super::super::{Unfit, xml};
use super::archive::{ArchiveFault, Packed, unpack};
use super::standard::{NAMESPACE, find, text};

/// The elements of a message that speak of one process.
#[derive(Clone, Copy, Debug)]
pub(super) struct Message<'a> {
    pub root: &'a Element<'a>,
    /// Its class in the catalogue (Prozesskatalog).
    pub class: Option<&'a Element<'a>>,
    /// The process in the library (Prozessbibliothek).
    pub process: Option<&'a Element<'a>>,
}

impl<'a> Message<'a> {
    /// The parts of a message. Of several processes it is the first that has a model, else the first.
    ///
    /// # Errors
    /// It is of another version, or holds no process.
    pub fn of(root: &'a Element<'a>) -> Result<Self, Unfit> {
        if !root.name.namespace.trim_end_matches('/').ends_with(NAMESPACE.trim_start_matches("http://")) {
            return Err(Unfit::XprozessVersion(root.name.namespace.to_string()));
        }
        let library = find(root, "prozessbibliothek");
        let processes = || library.into_iter().flat_map(|library| library.all("prozess"));
        let process = processes().find(|process| model(process).is_some()).or_else(|| processes().next());
        let id = process.map(|process| text(process, "id")).unwrap_or_default();
        let catalogue = find(root, "prozesskatalog");
        let classes = || catalogue.into_iter().flat_map(|catalogue| catalogue.all("prozessklasse"));
        let class = classes().find(|class| text(class, "id") == id).or_else(|| classes().next().filter(|_| process.is_none()));
        if class.is_none() && process.is_none() { Err(Unfit::NoProcess) } else { Ok(Self { root, class, process }) }
    }

    /// What the process is described by (Steckbrief).
    pub fn profile(&self) -> Option<&'a Element<'a>> {
        self.process?.first("prozesssteckbrief")
    }

    /// The activity groups of the process, in the order of the file.
    pub fn groups(&self) -> impl Iterator<Item = &'a Element<'a>> + use<'a> {
        let structure = self.process.and_then(|process| process.first("prozessstrukturbeschreibung"));
        structure.and_then(|structure| structure.first("strukturbeschreibungFIM")).into_iter().flat_map(|fim| fim.all("aktivitaetengruppe"))
    }

    /// Who takes part, in the order of the file.
    pub fn participants(&self) -> impl Iterator<Item = &'a Element<'a>> + use<'a> {
        self.profile().into_iter().flat_map(|profile| profile.all("prozessteilnehmer"))
    }

    /// The other processes of the message.
    pub fn others(&self) -> impl Iterator<Item = &'a Element<'a>> + use<'a> {
        let own = self.process.map(|process| process.place.start);
        let library = find(self.root, "prozessbibliothek").into_iter();
        library.flat_map(|library| library.all("prozess")).filter(move |process| Some(process.place.start) != own)
    }

    /// The element that holds the packed model.
    pub fn model(&self) -> Option<&'a Element<'a>> {
        self.process.and_then(model)
    }
}

/// The element with the packed model of a process, if there is anything in it.
fn model<'a>(process: &'a Element<'a>) -> Option<&'a Element<'a>> {
    let content = process.first("prozessmodell")?.first("prozessmodelldatei")?.first("inhalt")?;
    (!content.text().trim().is_empty()).then_some(content)
}

/// A model out of its archive.
#[derive(Clone, Debug)]
pub(super) struct Model {
    /// Its name in the archive; empty if it was not packed.
    pub name: String,
    /// The BPMN.
    pub text: String,
    /// How many other files the archive has.
    pub others: usize,
}

/// Why a model cannot be read.
pub(super) enum Unread {
    /// Its archive cannot be opened.
    Archive(ArchiveFault),
    /// The file of this name in it is no text.
    File(String, xml::Fault),
}

/// The first file in the archive that looks like BPMN.
pub(super) fn unpack_model(content: &Element<'_>) -> Result<Model, Unread> {
    let mut files = unpack(&content.text()).map_err(Unread::Archive)?;
    let at = files.iter().position(is_model).ok_or(Unread::Archive(ArchiveFault::NoModel))?;
    let Packed { name, bytes } = files.swap_remove(at);
    let text = xml::decode(&bytes).map_err(|fault| Unread::File(name.clone(), fault))?;
    Ok(Model { name, text, others: files.len() })
}

/// XML, whatever the name ends with.
pub(super) fn is_model(file: &Packed) -> bool {
    let name = file.name.to_ascii_lowercase();
    let begins = file.bytes.iter().find(|byte| !byte.is_ascii_whitespace() && byte.is_ascii()).is_some_and(|byte| *byte == b'<');
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    ending == "bpmn" || begins && !matches!(ending, "svg" | "html")
}
