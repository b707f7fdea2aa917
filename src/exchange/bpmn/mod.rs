//! BPMN 2.0 XML: processes, flow nodes, connections, conditions, lanes, pools, messages and the picture become a document.
//!
//! # What becomes what
//!
//! - Ids of the file become keys, where they can be names in expressions; others are mended, and the report counts them.
//! - Elements are known by their local name, so files of tools that forget or invent namespaces are read too. What stands in
//!   `extensionElements` belongs to other programs and is passed over.
//! - A transaction is a sub-process, a global task a process of one step, an ad-hoc sub-process one in which every step is done once.
//! - Variables of conditions are declared: `betrag` becomes the field `betrag` of the case object `vorgang`, `antrag.betrag` that of the case
//!   object `antrag`. Their kind is what the conditions compare them with. JUEL (`${…}`) and the plain Java-like forms become FEEL.
//! - A step that needs several tokens to begin, or leaves several, gets nodes that count and multiply them.
//! - A cancel event is an error that nothing else throws.
//! - An event with several definitions becomes several events that mean the same.
//! - Where the picture is missing, [`import`](super::import()) lays it out.

mod artifacts;
mod collaboration;
mod details;
mod event;
mod export;
mod expression;
mod flow;
mod node;
mod order;
mod picture;
mod placing;
mod quantity;
mod reading;
mod remark;
mod script;
mod standard;
mod suite;
#[cfg(test)]
mod tests;
mod unshown;
mod words;

use super::naming::short_key;
use super::{Imported, Note, Unfit, What, xml};
use crate::model::{Document, Given, LONGEST_SOURCE, Orientation, Source, SourceFormat, SourceId, Table, undrawn};
use export::path;
pub use export::{Exported, export};
pub(super) use export::{KeptFile, anew, node_ids, rewrite, unsaid};
pub use remark::{Missing, Remark};
pub(super) use standard::is_bpmn;

/// The id that a place in the file stands for begins so: the element there has none.
const PATH: char = '/';

/// Files in which more elements have no place in the picture are not laid out.
const MOST_LAID_OUT: usize = 20_000;

/// The document of a file, with the picture that the file holds. The file itself is not kept.
///
/// # Errors
/// It is no XML or no BPMN, or holds no process, or what it nests lies too deep.
pub fn read(bytes: &[u8]) -> Result<Imported, Unfit> {
    let text = xml::decode(bytes).map_err(Unfit::Xml)?;
    let root = xml::read(&text).map_err(Unfit::Xml)?;
    if is_bpmn(&root) { reading::read_onto(blank(), &root, None) } else { Err(Unfit::Foreign(root.name.qualified())) }
}

/// The document of a file of that name, drawn as a whole; its text is kept.
pub(super) fn import(name: &str, text: &str, root: &xml::Element<'_>) -> Result<Imported, Unfit> {
    let mut base = blank();
    let source = (text.len() <= LONGEST_SOURCE).then(|| base.new_id());
    if let Some(id) = source {
        let given = Given::default();
        let key = short_key(name.rsplit_once('.').map_or(name, |(name, _)| name), "quelle");
        base.sources.insert(id, Source { id, key, name: name.to_owned(), format: SourceFormat::Bpmn, text: text.to_owned(), given });
    }
    let mut imported = import_onto(base, root, source, None)?;
    let given = Given::new(&imported.document);
    match source.and_then(|source| imported.document.sources.get_mut(source)) {
        Some(source) => source.given = given,
        None => imported.report.push(Note::new("", name, What::FileTooLong)),
    }
    Ok(imported)
}

/// As [`import`], put into a document that has data and forms, but no flow. Elements remember from what they came, if the file stands in
/// that source. A file without picture is drawn in this direction, if one is given.
pub(super) fn import_onto(
    base: Document,
    root: &xml::Element<'_>,
    source: Option<SourceId>,
    orientation: Option<Orientation>,
) -> Result<Imported, Unfit> {
    let mut imported = reading::read_onto(base, root, source)?;
    if source.is_some() {
        let unshown = unshown::unshown(root, &imported.document);
        imported.report.extend(unshown);
    }
    let missing = undrawn(&imported.document).len();
    if missing > MOST_LAID_OUT {
        imported.report.push(Note::new("", "", What::NotDrawn(missing)));
    }
    placing::draw(&mut imported.document, orientation);
    Ok(imported)
}

/// The document that [`import`] made of a kept file, with the same numbers, but without its text and without a report.
fn import_again(root: &xml::Element<'_>) -> Result<Document, Unfit> {
    let mut base = blank();
    let source = base.new_id();
    let mut document = reading::read_onto(base, root, Some(source))?.document;
    placing::draw(&mut document, None);
    Ok(document)
}

/// Reads the kept files of a document that was opened, so that writing into them need not: it takes about as long as importing them.
pub fn remember(document: &mut Document) {
    let is_forgotten = |source: &&Source| source.format == SourceFormat::Bpmn && source.given.document().is_none();
    let forgotten: Vec<SourceId> = document.sources.values().filter(is_forgotten).map(|source| source.id).collect();
    for id in forgotten {
        let Some(source) = document.sources.get_mut(id) else { continue };
        let given = xml::read(&source.text).ok().and_then(|root| import_again(&root).ok());
        source.given = given.map(|given| Given::new(&given)).unwrap_or_default();
    }
}

/// Where the text stands in what [`import`] makes.
fn first_source() -> SourceId {
    blank().new_id()
}

fn blank() -> Document {
    Document { processes: Table::default(), next_id: 1, ..Document::empty("", "") }
}
