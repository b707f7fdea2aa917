//! What is said of an element: kind, name, place in the flow, who does it, neighbours, form and problems.

use crate::drawing::scene::{Item, Look};
use crate::i18n::Texts;
use crate::model::{FlowNode, Subject};
use crate::view::ViewContext;
use crate::view::canvas::CanvasState;

/// Kind and name, which of how many, who does it, whence and whither, its form, how many problems.
pub fn describe(context: &ViewContext<'_>, state: &CanvasState, item: &Item) -> String {
    let (texts, document) = (context.texts, context.document);
    let kind = texts.kind_of(document, item.subject);
    let name = document.name_of(item.subject).unwrap_or_default().trim();
    let name = if name.is_empty() { texts.get("canvas-access-unnamed") } else { name };
    let mut parts = vec![texts.with("canvas-access-element", &[("kind", kind.into()), ("name", name.into())])];
    if let Some((number, count)) = state.reading.step_of(item.subject) {
        parts.push(texts.with("canvas-access-place", &[("number", number.into()), ("count", count.into())]));
    }
    match &item.look {
        Look::Node { node, .. } => parts.extend(of_node(context, state, node)),
        Look::Flow { flow, .. } => parts.push(ends(context, Subject::Node(flow.from), Subject::Node(flow.to))),
        Look::MessageFlow { flow, .. } => parts.push(ends(context, flow.from, flow.to)),
        Look::Association { association, .. } => parts.push(ends(context, association.from, association.to)),
        _ => {}
    }
    if let Some(trouble) = state.troubles.get(&item.subject) {
        parts.push(texts.with("canvas-access-problems", &[("count", trouble.count.into())]));
    }
    parts.join(", ")
}

fn of_node(context: &ViewContext<'_>, state: &CanvasState, node: &FlowNode) -> Vec<String> {
    let (texts, document) = (context.texts, context.document);
    let mut parts = Vec::new();
    if let Some(role) = node.kind.is_activity().then(|| document.role_of(node.id)).flatten() {
        parts.push(texts.with("canvas-access-role", &[("role", (&role.name).into())]));
    }
    let named = |subject: Subject| texts.name_of(document, subject);
    if let Some(host) = node.kind.host() {
        parts.push(texts.with("canvas-access-host", &[("step", (&named(Subject::Node(host))).into())]));
    }
    let flows = state.scene.flows();
    let sources = flows.incoming(node.id).iter().filter_map(|flow| Some(named(Subject::Node(document.flows.get(*flow)?.from))));
    parts.extend(neighbours(texts, "canvas-access-before", sources.collect()));
    let targets = flows.outgoing(node.id).iter().filter_map(|flow| Some(named(Subject::Node(document.flows.get(*flow)?.to))));
    parts.extend(neighbours(texts, "canvas-access-next", targets.collect()));
    parts.extend(node.details.fim.as_ref().and_then(|fim| texts.activity_group(fim)));
    if let Some(form) = node.details.form.and_then(|form| document.forms.get(form)) {
        parts.push(texts.with("canvas-access-form", &[("form", (&form.name).into())]));
    }
    parts
}

fn neighbours(texts: &Texts, key: &str, names: Vec<String>) -> Option<String> {
    (!names.is_empty()).then(|| texts.with(key, &[("steps", (&names.join(", ")).into())]))
}

fn ends(context: &ViewContext<'_>, from: Subject, to: Subject) -> String {
    let (from, to) = (context.texts.name_of(context.document, from), context.texts.name_of(context.document, to));
    context.texts.with("canvas-access-ends", &[("from", (&from).into()), ("to", (&to).into())])
}
