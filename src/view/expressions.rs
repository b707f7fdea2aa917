//! What is known of an expression while it is typed: the names it may use, what is wrong with it and where.

use crate::expr::{self, Fields, Span, Type};
use crate::i18n::Texts;
use crate::model::{Document, FormElementId, FormId, NodeId, Repetition, Subject};
use crate::rule::Frame;
use crate::scope;
use std::sync::Arc;

/// Something that is wrong with an expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The part of the text that is at fault; empty at its end.
    pub span: Span,
    /// What is wrong and what helps.
    pub sentence: String,
}

/// The names that expressions of an element may use: the data of the case, and what is known only there.
pub fn fields_at(document: &Document, subject: Subject) -> Fields {
    let mut fields = scope::fields(document);
    let locals = match subject {
        Subject::FormElement(form, element) => entry_round(document, form, element),
        Subject::Flow(flow) => document.flows.get(flow).map(|flow| elements_round(document, flow.from)).unwrap_or_default(),
        Subject::Node(node) => elements_round(document, node),
        _ => Vec::new(),
    };
    fields.entries.splice(0..0, locals);
    fields
}

/// What is wrong first with an expression; `None` if nothing is, or if it says nothing.
pub fn fault_of(texts: &Texts, text: &str, fields: &Fields, expected: Option<&Type>) -> Option<Fault> {
    if text.trim().is_empty() {
        return None;
    }
    let mut names = expr::Names::new();
    names.insert_fields(fields);
    match expr::parse(text, &names) {
        Err(error) => Some(Fault { span: error.span, sentence: texts.syntax_fault(&error.fault) }),
        Ok(tree) => {
            let fault = expr::check(&tree, fields, expected).into_iter().next()?;
            Some(Fault { span: fault.span, sentence: texts.type_fault(&fault.kind) })
        }
    }
}

/// The entry of the repeatable group round an element; a rule sees the one that is round all its targets.
fn entry_round(document: &Document, form: FormId, element: FormElementId) -> Vec<(Arc<str>, Type)> {
    let Some(form) = document.forms.get(form) else { return Vec::new() };
    let rule = form.rules.iter().find(|rule| rule.id == element);
    let targets = rule.map_or_else(|| vec![element], |rule| rule.targets.clone());
    Frame::of(document, form, &targets).entry().into_iter().collect()
}

/// The names of the elements of the multi-instance scopes round a node, its own included.
fn elements_round(document: &Document, node: NodeId) -> Vec<(Arc<str>, Type)> {
    let mut locals = Vec::new();
    let mut scope = document.nodes.get(node);
    for _ in 0..=document.nodes.len() {
        let Some(node) = scope else { break };
        if let Repetition::MultiInstance { element, .. } = &node.repetition
            && !element.is_empty()
        {
            locals.push((Arc::from(element.as_str()), Type::Any));
        }
        scope = node.parent.and_then(|parent| document.nodes.get(parent));
    }
    locals
}
