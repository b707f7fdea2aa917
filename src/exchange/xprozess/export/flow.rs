//! The flow of a document as BPMN, without what the message itself says of the process and its steps.

use crate::exchange::bpmn::{self, KeptFile, Missing, Remark};
use crate::exchange::{Note, What, xml};
use crate::model::{Document, FlowNode, NodeId, Source, SourceFormat, StepDetails};
use std::collections::BTreeMap;

/// BPMN of a document, and under which ids it has the steps.
pub(super) struct Flow {
    pub text: String,
    pub ids: BTreeMap<NodeId, String>,
    /// What BPMN could not take over.
    pub notes: Vec<Note>,
}

/// The flow as a file of its own.
pub(super) fn anew(document: &Document) -> Flow {
    let bare = bare(document);
    Flow { text: bpmn::anew(&bare), ids: bpmn::node_ids(&bare, None), notes: unsaid(&bare) }
}

/// The flow in the model file that is kept with the document; `fresh` is what the kept message gives when it is imported again.
pub(super) fn into_kept(document: &Document, fresh: &Document) -> Option<Flow> {
    let (source, fresh_source) = (model_of(document)?, model_of(fresh)?);
    let root = xml::read(&source.text).ok()?;
    let (bare, fresh) = (bare(document), bare(fresh));
    let file = KeptFile { text: &source.text, root: &root, source: source.id, fresh: &fresh, fresh_source: fresh_source.id };
    let (text, mut notes) = bpmn::rewrite(&bare, &file);
    notes.retain(|note| matches!(note.what, What::Bpmn(_)));
    notes.extend(unsaid(&bare));
    Some(Flow { text, ids: bpmn::node_ids(&bare, Some(&file)), notes })
}

/// What the packed model leaves out; forms are spoken of with the message.
fn unsaid(bare: &Document) -> Vec<Note> {
    let is_form = |what: &What| matches!(what, What::Bpmn(Remark::NoPlace { what: Missing::Forms, .. }));
    bpmn::unsaid(bare).into_iter().filter(|note| !is_form(&note.what)).collect()
}

/// The kept model file.
pub(super) fn model_of(document: &Document) -> Option<&Source> {
    document.sources.values().find(|source| source.format == SourceFormat::Bpmn)
}

/// The document without what stands in the message beside its model.
fn bare(document: &Document) -> Document {
    let mut bare = document.clone();
    for node in document.nodes.values() {
        let details = StepDetails { fim: None, legal_bases: Vec::new(), form: None, ..node.details.clone() };
        if details != node.details {
            bare.nodes.insert(node.id, FlowNode { details, ..node.clone() });
        }
    }
    if let Some(main) = bare.processes.get_mut(document.main_process) {
        main.fim = None;
        main.legal_bases.clear();
        main.description.clear();
        main.keywords.clear();
        main.leistungsschluessel.clear();
        "1.0.0".clone_into(&mut main.version);
    }
    bare
}
