//! Documents as BPMN 2.0 XML, in the order that the standard's schema wants.
//!
//! A document that came from a file goes back into it: what the file gives when it is imported again is written beside what the document
//! gives, and only what differs is changed in the text ([`xml::merge`]). So all that the studio does not know stays as it was. Without a
//! kept file the whole file is written anew. What the standard has no words for stands in extension elements (`details`).

mod artifacts;
mod collaboration;
mod definitions;
mod details;
mod event;
mod flow;
mod follow;
mod given;
mod ids;
mod kept;
mod node;
mod picture;
mod prefixes;
mod rewriting;
mod touched;
mod unsaid;
mod writer;

use super::super::{Note, xml};
use crate::model::{Document, NodeId, Source, SourceFormat, Subject};
pub(super) use given::path;
use ids::Ids;
use kept::Kept;
pub(in crate::exchange) use rewriting::{KeptFile, rewrite};
use std::collections::BTreeMap;
pub(in crate::exchange) use unsaid::unsaid;
use writer::Writer;

/// A document as it was written.
#[derive(Clone, Debug)]
pub struct Exported {
    /// The file.
    pub bytes: Vec<u8>,
    /// What was changed in the kept file, and what could not be written.
    pub report: Vec<Note>,
}

/// Writes a document: into the file from which it came if that is kept, else anew.
pub fn export(document: &Document) -> Exported {
    let rewritten = kept_file(document).and_then(|source| rewriting::into_source(document, source));
    let (text, mut report) = rewritten.unwrap_or_else(|| (anew(document), Vec::new()));
    report.extend(unsaid(document));
    report.extend(unsaid::other_files(document));
    Exported { bytes: xml::encode(text), report }
}

/// The whole file anew.
pub(in crate::exchange) fn anew(document: &Document) -> String {
    let kept = Kept::default();
    Writer::new(document, &kept, Ids::new(document, &kept, None)).definitions(None).file()
}

/// Under which ids the flow nodes stand in what is written: by [`anew`], or by [`rewrite`] with the file.
pub(in crate::exchange) fn node_ids(document: &Document, file: Option<&KeptFile<'_>>) -> BTreeMap<NodeId, String> {
    let kept = file.map(|file| Kept::new(file.root, file.fresh, file.fresh_source)).unwrap_or_default();
    let ids = Ids::new(document, &kept, file.map(|file| file.source));
    document.nodes.keys().filter_map(|node| Some((node, ids.get(Subject::Node(node))?.to_string()))).collect()
}

/// The kept BPMN file from which the procedure came. Of one without a process there may be nothing in the document.
fn kept_file(document: &Document) -> Option<&Source> {
    let is_used = |source: &&Source| document.origins.values().any(|origin| origin.source == source.id);
    let files = || document.sources.values().filter(|source| source.format == SourceFormat::Bpmn);
    files().find(is_used).or_else(|| files().next().filter(|_| document.origins.is_empty()))
}
