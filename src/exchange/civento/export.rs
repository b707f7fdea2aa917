//! A document as a library: a new file, or the kept one brought up to date.

use super::super::xml::{self, Deed, Draft, Element, Manners};
use super::super::{Note, Unfit, What};
use super::data::{Drafting, Objects, choices_taken_as_texts};
use super::flow::{Writing, workflows};
use super::remark::Remark;
use super::speech::Speech;
use super::standard::{LIBRARY, PROCEDURE, VERSION, rank};
use super::{Given, marks, whole};
use crate::model::{Document, Source, SourceFormat, SourceId, Subject};
use std::collections::{BTreeMap, BTreeSet};

/// Written libraries.
#[derive(Clone, Debug)]
pub struct Exported {
    /// The files: one, or those of a procedure and its settings, by the names with which they came.
    pub files: Vec<(String, Vec<u8>)>,
    /// What was changed, and what could not be carried.
    pub report: Vec<Note>,
}

/// The libraries from which a document came, with all of their texts.
pub(in super::super) fn sources(document: &Document) -> Vec<&Source> {
    document.sources.values().filter(|source| source.format == SourceFormat::Civento && !source.text.is_empty()).collect()
}

/// The document as a library. Of an imported one only what has changed since is written into the kept files.
///
/// # Errors
/// A kept file cannot be read any more.
pub fn export(document: &Document) -> Result<Exported, Unfit> {
    let sources = sources(document);
    if sources.is_empty() {
        let (draft, report) = drafted(document, &BTreeMap::new(), (None, &BTreeSet::new()));
        return Ok(Exported { files: vec![(String::new(), draft.file().into_bytes())], report });
    }
    let given: Vec<Given<'_>> = sources.iter().map(|source| Given { name: &source.name, text: &source.text }).collect();
    let first = super::read(&given).map_err(|error| error.unfit)?.document;
    let mut written = Exported { files: Vec::new(), report: Vec::new() };
    for (source, was) in sources.into_iter().zip(super::export::sources(&first)) {
        let (bytes, report) = renewed(document, source, &first, was.id)?;
        written.files.push((source.name.clone(), bytes));
        written.report.extend(report);
    }
    Ok(written)
}

/// One kept file; `first` is the document as it was imported, in which the file is `was`.
fn renewed(document: &Document, source: &Source, first: &Document, was: SourceId) -> Result<(Vec<u8>, Vec<Note>), Unfit> {
    let marked = marks::marked(&source.text).map_err(Unfit::Xml)?;
    let root = xml::read_tolerant(&marked.text).map_err(Unfit::Xml)?;
    let kept = by_ids(&root);
    let has_procedure = root.first(PROCEDURE).is_some();
    let key = root.attribute("Schluessel").unwrap_or_default();
    let (objects, choices) = (objects(&root), choices_taken_as_texts(&root));
    let draft = |document, source| {
        if has_procedure { drafted(document, &kept, (source, &choices)) } else { settings(document, (key, &objects), (source, &choices)) }
    };
    let (before, said_before) = draft(first, Some(was));
    let (after, mut report) = draft(document, Some(source.id));
    // What the import could not carry stands in the file still.
    report.retain(|note| !said_before.iter().any(|it| it.what == note.what && (&it.at.id, &it.at.name) == (&note.at.id, &note.at.name)));
    let merged = xml::merge(&marked.text, &root, &before, &after, &MANNERS);
    let subjects: BTreeMap<&str, Subject> = document.origins.iter().map(|(subject, origin)| (origin.id.as_str(), subject)).collect();
    report.extend(merged.deeds.iter().map(|(deed, id)| done(document, *deed, id, subjects.get(id.as_str()).copied())));
    if merged.deeds.is_empty() {
        report.insert(0, Note::new("", &source.name, What::Civento(Remark::Unchanged)));
    }
    Ok((xml::encode(marked.without(merged.text)), report))
}

fn done(document: &Document, deed: Deed, id: &str, subject: Option<Subject>) -> Note {
    let remark = match deed {
        Deed::Added => Remark::Added,
        Deed::Removed => Remark::Removed,
        Deed::Changed => Remark::Rewritten,
        Deed::Moved => Remark::Moved,
    };
    let subject = subject.filter(|subject| document.has(*subject));
    let name = subject.and_then(|subject| document.name_of(subject)).unwrap_or_default();
    Note::new(id, name, What::Civento(remark)).on(subject)
}

const MANNERS: Manners<'static> = Manners {
    id: "Id",
    by_text: &[],
    by_name: "Name",
    by_child: &[
        ("Metadatendefinition", "Objekt"),
        ("DokumentelementGruppe", "Id"),
        ("DokumentelementText", "Id"),
        ("AktionAusblenden", "ReferenzId"),
    ],
    rank: &rank,
};

/// The elements of a file by their ids, and by the paths that stand for those; of several with one id the first.
fn by_ids<'a>(root: &'a Element<'a>) -> BTreeMap<&'a str, &'a Element<'a>> {
    let mut found = BTreeMap::new();
    let mut open = vec![root];
    while let Some(element) = open.pop() {
        if let Some(id) = element.attribute("Id") {
            found.entry(id).or_insert(element);
        }
        open.extend(element.elements().rev());
    }
    found
}

/// The whole library.
fn drafted<'a>(
    document: &'a Document,
    kept: &'a BTreeMap<&'a str, &'a Element<'a>>,
    (source, choices): (Option<SourceId>, &BTreeSet<String>),
) -> (Draft, Vec<Note>) {
    let speech = Speech::of(document, source);
    let mut data = Drafting::new(document, &speech, source);
    data.choices.clone_from(choices);
    let definitions = data.definitions();
    let mut notes = data.notes;
    let mut writing = Writing::new(document, speech, kept, source);
    let main = document.main();
    let name = main.map(|main| main.name.as_str()).unwrap_or_default();
    let mut inside = vec![Draft::text("Name", "").attribute("Standard", name)];
    inside.extend(definitions);
    inside.extend(workflows(&mut writing));
    let ids = kept.keys().copied().collect();
    let mut library = whole::complete(Draft::with(LIBRARY, vec![Draft::with(PROCEDURE, inside)]), &ids, name, source.is_none());
    if source.is_none() {
        let key = main.map(|main| main.key.as_str()).unwrap_or_default();
        library = library.attribute("Schluessel", key).attribute("Rubrik", "Vorgangsdefinition").attribute("Version", VERSION);
        if is_paid(document) {
            library = whole::paid(library);
        }
        let open = whole::TO_DECIDE.into_iter().filter(|open| *open != "EPaymentModus" || !is_paid(document));
        let subject = main.map(|main| Subject::Process(main.id));
        notes.extend(open.map(|open| Note::new("", name, What::Civento(Remark::ToDecide(open))).on(subject)));
    }
    notes.extend(writing.notes);
    (library, notes)
}

/// Whether something is paid for in the procedure.
fn is_paid(document: &Document) -> bool {
    document.nodes.values().filter_map(|node| node.details.service.as_ref()).any(|service| service.service == "ePayment")
}

/// For each definition of a library of settings its objects, with the names of their fields.
fn objects(root: &Element<'_>) -> Vec<Objects> {
    let name = |element: &Element<'_>| element.attribute("Name").unwrap_or_default().trim().to_owned();
    let object = |object: &Element<'_>| (name(object), object.all("Metadatenfeld").map(name).collect());
    root.all("Metadatendefinition").map(|definition| definition.all("Objekt").map(object).collect()).collect()
}

/// A library of settings of that key.
fn settings(
    document: &Document,
    (key, kept): (&str, &[Objects]),
    (source, choices): (Option<SourceId>, &BTreeSet<String>),
) -> (Draft, Vec<Note>) {
    let speech = Speech::of(document, source);
    let mut data = Drafting::new(document, &speech, source);
    data.choices.clone_from(choices);
    let definitions = data.settings(key, kept);
    (Draft::with(LIBRARY, definitions), data.notes)
}
