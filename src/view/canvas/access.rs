//! What a screen reader finds on the canvas: its elements in reading order, each with kind, name, place, role, neighbours and
//! state. The selected one is what has the focus while the canvas has it.

use super::CanvasState;
use super::scene::{Item, Look, is_same_meaning};
use crate::i18n::{Language, Texts};
use crate::model::{Bounds, Document, FlowNode, Subject};
use crate::view::{Action, Selection, ViewContext};
use egui::accesskit::{self, Action as Request};
use egui::{Event, Id, Response, Role, Sense, Ui};
use std::collections::{BTreeMap, BTreeSet};

/// So many elements are in the tree: all of a usual procedure, whether in view or not. Of a larger one those round the selection in
/// reading order, and those in view if they are few; each says which of how many it is, so that a screen reader can go on.
const MOST: usize = 600;

/// What is said of the elements, kept while nothing of it changes.
#[derive(Default)]
pub struct Spoken {
    sentences: BTreeMap<Subject, Box<str>>,
    source: Option<(Document, usize, Language)>,
}

/// Registers the elements, and selects what a screen reader clicks or puts its focus on. Costs nothing while none listens.
pub fn nodes(ui: &Ui, context: &ViewContext<'_>, response: &Response, state: &mut CanvasState, actions: &mut Vec<Action>) {
    if ui.ctx().accesskit_node_builder(response.id, |_| ()).is_none() {
        return;
    }
    state.reading.update(context.document, &state.scene);
    state.spoken.update(context, state.problem_version());
    let is_asked = ui.input(|input| input.events.iter().any(|event| matches!(event, Event::AccessKitActionRequest(_))));
    let mut asked = None;
    let mut spoken = std::mem::take(&mut state.spoken);
    for subject in present(context, state) {
        let Some(item) = state.scene.get(subject) else { continue };
        let Some(place) = extent(item) else { continue };
        let id = id_of(ui, subject);
        let sentence = spoken.sentences.entry(subject).or_insert_with(|| describe(context, state, item).into());
        let rect = state.camera.rect(place);
        ui.interact(rect, id, Sense::hover());
        let step = state.reading.step_of(subject);
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_role(Role::Button);
            node.set_label(sentence.clone());
            let (min, max) = (rect.min, rect.max);
            node.set_bounds(accesskit::Rect { x0: min.x.into(), y0: min.y.into(), x1: max.x.into(), y1: max.y.into() });
            node.set_selected(context.selection.has(subject));
            node.add_action(Request::Click);
            node.add_action(Request::Focus);
            if let Some((number, count)) = step {
                node.set_position_in_set(number);
                node.set_size_of_set(count);
            }
        });
        let is_meant = |request| ui.input(|input| input.has_accesskit_action_request(id, request));
        if is_asked && (is_meant(Request::Click) || is_meant(Request::Focus)) {
            asked = Some(subject);
        }
    }
    state.spoken = spoken;
    if let Some(subject) = asked {
        actions.push(Action::Select(Selection::only(subject)));
        state.reveal(subject);
        state.wants_focus = true;
    }
    if let Some(selected) = context.selection.primary.filter(|subject| state.scene.get(*subject).is_some()) {
        let id = id_of(ui, selected).accesskit_id();
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_active_descendant(id));
    }
}

fn id_of(ui: &Ui, subject: Subject) -> Id {
    ui.scope_id().with(("canvas-element", subject))
}

impl Spoken {
    fn update(&mut self, context: &ViewContext<'_>, problems: usize) {
        let (document, language) = (context.document.as_ref(), context.texts.language());
        let is_same = |(seen, found, said): &(Document, usize, Language)| {
            *found == problems && *said == language && is_same_meaning(seen, document) && seen.forms.same_as(&document.forms)
        };
        if !self.source.as_ref().is_some_and(is_same) {
            self.sentences.clear();
            self.source = Some((document.clone(), problems, language));
        }
    }
}

/// The elements that are in the tree, in reading order.
fn present(context: &ViewContext<'_>, state: &CanvasState) -> Vec<Subject> {
    let all = state.reading.with_connections();
    if all.len() <= MOST {
        return all.to_vec();
    }
    let selected = context.selection.primary;
    let middle = selected.and_then(|selected| all.iter().position(|subject| *subject == selected)).unwrap_or(0);
    let first = middle.saturating_sub(MOST / 8);
    let mut present = all.get(first..all.len().min(first + MOST / 2)).unwrap_or_default().to_vec();
    let visible = state.scene.within(state.camera.visible());
    if visible.len() <= MOST / 2 {
        let known: BTreeSet<Subject> = present.iter().copied().collect();
        present.extend(visible.iter().map(|item| item.subject).filter(|subject| !known.contains(subject)));
    }
    present
}

fn extent(item: &Item) -> Option<Bounds> {
    let course = || super::scene::course_bounds(&item.edge()?.waypoints);
    item.shape().map(|shape| shape.bounds).or_else(course)
}

/// Kind and name, which of how many, who does it, whence and whither, its form, how many problems.
fn describe(context: &ViewContext<'_>, state: &CanvasState, item: &Item) -> String {
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
