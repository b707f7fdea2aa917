//! The elements of a canvas as a screen reader is told of them, kept from frame to frame; only what a change touches is described
//! anew, and of much a portion in each frame.

use super::listing::Listing;
use super::words::describe;
use crate::drawing::scene::{Item, Plane, course_bounds};
use crate::i18n::Language;
use crate::layout::mend::touched;
use crate::model::{Bounds, Document, FlowIndex, FlowNode, FormId, SequenceFlow, Subject};
use crate::view::ViewContext;
use crate::view::canvas::CanvasState;
use crate::view::canvas::reading::Reading;
use egui::accesskit::{Action, Node, NodeId, Rect};
use egui::{Id, Role};
use std::collections::{BTreeMap, BTreeSet};

/// So many elements are described in a frame. A description takes some microseconds.
const PORTION: usize = 200;
/// So many elements are looked at in a frame, and change from selected to not selected or back.
const GLANCE: usize = 1_000;

/// All elements of a canvas, described.
#[derive(Default)]
pub struct Board {
    entries: BTreeMap<Subject, Entry>,
    listing: Listing,
    /// The listing no longer says what there is.
    is_unlisted: bool,
    /// Elements that a change has touched.
    due: BTreeSet<Subject>,
    /// From this place in the order on elements may be missing or described for an earlier round.
    next: usize,
    /// Counts up when all have to be described anew.
    round: u32,
    /// Elements that are to be told anew.
    news: BTreeSet<Subject>,
    seen: Option<Seen>,
    /// The picture that was shown in the last frame.
    shown: u64,
}

struct Entry {
    node: Node,
    round: u32,
    /// Which of how many steps it is.
    step: Option<(usize, usize)>,
    /// Whether it is in the listing; others must not be told.
    is_listed: bool,
}

/// What the descriptions were made from.
struct Seen {
    document: Document,
    version: u64,
    plane: Option<Plane>,
    home: Id,
    language: Language,
    order: u64,
    selected: BTreeSet<Subject>,
    problems: usize,
    troubles: BTreeMap<Subject, usize>,
}

impl Seen {
    fn of(home: Id, context: &ViewContext<'_>, state: &CanvasState) -> Self {
        Self {
            document: context.document.as_ref().clone(),
            version: state.scene.version(),
            plane: state.scene.plane(),
            home,
            language: context.texts.language(),
            order: state.reading.version(),
            selected: context.selection.subjects.clone(),
            problems: state.problem_version(),
            troubles: counts(state),
        }
    }
}

impl Board {
    /// Brings the descriptions up to date, as many as there is time for; costs nothing while everything is the same. Whether
    /// nothing is left to do. A change is shown first and told in the frame after.
    pub fn update(&mut self, home: Id, context: &ViewContext<'_>, state: &mut CanvasState) -> bool {
        if std::mem::replace(&mut self.shown, state.scene.version()) != state.scene.version() {
            return false;
        }
        state.reading.update(context.document, &state.scene);
        let (plane, language) = (state.scene.plane(), context.texts.language());
        let seen = self.seen.take().filter(|seen| (seen.plane, seen.home, seen.language) == (plane, home, language));
        let mut seen = seen.unwrap_or_else(|| {
            *self = Self { is_unlisted: true, shown: self.shown, ..Self::default() };
            Seen::of(home, context, state)
        });
        self.note_order(&mut seen, &state.reading);
        self.note_document(&mut seen, context, state);
        self.note_problems(&mut seen, state);
        let is_settled = self.select(&mut seen, context);
        self.seen = Some(seen);
        let mut left = PORTION;
        while left > 0
            && let Some(subject) = self.due.pop_first()
        {
            left -= 1;
            self.is_unlisted |= self.describe(subject, context, state);
        }
        self.sweep(left, context, state);
        if std::mem::take(&mut self.is_unlisted) {
            self.list(home, state.reading.with_connections());
        }
        is_settled && self.due.is_empty() && self.next >= state.reading.with_connections().len()
    }

    fn note_order(&mut self, seen: &mut Seen, reading: &Reading) {
        if seen.order != reading.version() {
            seen.order = reading.version();
            (self.is_unlisted, self.next) = (true, 0);
        }
    }

    fn note_document(&mut self, seen: &mut Seen, context: &ViewContext<'_>, state: &CanvasState) {
        if seen.version == state.scene.version() && seen.document.forms.same_as(&context.document.forms) {
            return;
        }
        if let Some(affected) = affected(&seen.document, context.document, state.scene.flows()) {
            self.due.extend(affected);
        } else {
            (self.round, self.next) = (self.round + 1, 0);
        }
        (seen.version, seen.document) = (state.scene.version(), context.document.as_ref().clone());
    }

    fn note_problems(&mut self, seen: &mut Seen, state: &CanvasState) {
        if seen.problems != state.problem_version() {
            let now = counts(state);
            self.due.extend(now.iter().filter(|(at, count)| seen.troubles.get(at) != Some(count)).map(|(at, _)| *at));
            self.due.extend(seen.troubles.keys().filter(|at| !now.contains_key(at)));
            (seen.problems, seen.troubles) = (state.problem_version(), now);
        }
    }

    /// Says of some elements that they are selected now, or no longer. Whether it is said of all.
    fn select(&mut self, seen: &mut Seen, context: &ViewContext<'_>) -> bool {
        let selected = &context.selection.subjects;
        if seen.selected == *selected {
            return true;
        }
        let turned: Vec<Subject> = selected.symmetric_difference(&seen.selected).take(GLANCE).copied().collect();
        for subject in &turned {
            let is_selected = selected.contains(subject);
            if let Some(entry) = self.entries.get_mut(subject) {
                entry.node.set_selected(is_selected);
                self.news.insert(*subject);
            }
            if is_selected {
                seen.selected.insert(*subject)
            } else {
                seen.selected.remove(subject)
            };
        }
        turned.len() < GLANCE
    }

    /// Goes on through the order, and describes so many elements that are missing or described for another time.
    fn sweep(&mut self, mut left: usize, context: &ViewContext<'_>, state: &CanvasState) {
        let order = state.reading.with_connections();
        let last = order.len().min(self.next + GLANCE);
        while self.next < last && left > 0 {
            let subject = order[self.next];
            let (round, step) = (self.round, state.reading.step_of(subject));
            if self.entries.get(&subject).is_none_or(|entry| (entry.round, entry.step) != (round, step)) {
                left -= 1;
                self.is_unlisted |= self.describe(subject, context, state);
            }
            self.next += 1;
        }
    }

    /// Describes an element. Whether it was not there before, or is there no more.
    fn describe(&mut self, subject: Subject, context: &ViewContext<'_>, state: &CanvasState) -> bool {
        let before = self.entries.remove(&subject);
        let Some(node) = state.scene.get(subject).and_then(|item| node(context, state, item)) else {
            // Usually it is gone from the order too; else the listing has to be looked through.
            self.listing.doubt();
            return before.is_some();
        };
        let is_listed = before.as_ref().is_some_and(|before| before.is_listed);
        self.entries.insert(subject, Entry { node, round: self.round, step: state.reading.step_of(subject), is_listed });
        self.news.insert(subject);
        before.is_none()
    }

    /// Brings the listing up to date with what there is.
    fn list(&mut self, home: Id, order: &[Subject]) {
        let change = self.listing.follow(order, home, |subject| self.entries.contains_key(&subject));
        for subject in change.gone {
            self.entries.remove(&subject);
        }
        for subject in change.come {
            if let Some(entry) = self.entries.get_mut(&subject) {
                entry.is_listed = true;
                self.news.insert(subject);
            }
        }
    }

    /// The elements in reading order, if these have changed or all is to be told.
    pub fn children(&mut self, is_whole: bool) -> Option<Vec<NodeId>> {
        self.listing.told(is_whole)
    }

    /// Adds the nodes that are new or have changed, or all.
    pub fn tell(&mut self, is_whole: bool, nodes: &mut Vec<(NodeId, Node)>) {
        let Some(home) = self.seen.as_ref().map(|seen| seen.home) else { return };
        let news = std::mem::take(&mut self.news);
        let add = |(subject, entry): (&Subject, &Entry)| {
            if entry.is_listed {
                nodes.push((home.with(subject).accesskit_id(), entry.node.clone()));
            }
        };
        if is_whole {
            self.entries.iter().for_each(add);
        } else {
            news.iter().filter_map(|subject| self.entries.get_key_value(subject)).for_each(add);
        }
    }

    /// The node of an element.
    pub fn node(&self, subject: Subject) -> Option<NodeId> {
        let home = self.seen.as_ref()?.home;
        self.entries.get(&subject).filter(|entry| entry.is_listed).map(|_| home.with(subject).accesskit_id())
    }

    /// The element of a node.
    pub fn subject(&self, node: NodeId) -> Option<Subject> {
        self.listing.subject(node)
    }
}

fn counts(state: &CanvasState) -> BTreeMap<Subject, usize> {
    state.troubles.iter().map(|(at, trouble)| (*at, trouble.count)).collect()
}

/// An element as a screen reader is told of it, in the measure of the diagram.
fn node(context: &ViewContext<'_>, state: &CanvasState, item: &Item) -> Option<Node> {
    let course = || course_bounds(&item.edge()?.waypoints);
    let Bounds { x, y, width, height } = item.shape().map(|shape| shape.bounds).or_else(course)?;
    let mut node = Node::new(Role::Button);
    node.set_label(describe(context, state, item));
    node.set_bounds(Rect { x0: x, y0: y, x1: x + width, y1: y + height });
    node.set_selected(context.selection.has(item.subject));
    node.add_action(Action::Click);
    node.add_action(Action::Focus);
    if let Some((number, count)) = state.reading.step_of(item.subject) {
        node.set_position_in_set(number - 1);
        node.set_size_of_set(count);
    }
    Some(node)
}

/// Elements of which something else is to be said after a change; `None`: perhaps of all.
fn affected(before: &Document, after: &Document, flows: &FlowIndex) -> Option<BTreeSet<Subject>> {
    if !before.roles.same_as(&after.roles) {
        return None;
    }
    let mut affected = touched(before, after)?;
    let named = |of: &Document, form: FormId| of.forms.get(form).map(|form| form.name.clone());
    let forms = after.forms.changed_since(&before.forms).map(|(form, _)| form).chain(after.forms.removed_since(&before.forms));
    let renamed: BTreeSet<FormId> = forms.filter(|form| named(before, *form) != named(after, *form)).collect();
    if !renamed.is_empty() {
        let asks = |form: Option<FormId>| form.is_some_and(|form| renamed.contains(&form));
        affected.extend(after.nodes.values().filter(|node| asks(node.details.form)).map(|node| Subject::Node(node.id)));
    }
    if !before.nodes.same_as(&after.nodes) || !before.flows.same_as(&after.flows) {
        let hangs_there = |node: &&FlowNode| node.kind.host().is_some_and(|host| affected.contains(&Subject::Node(host)));
        let hanging = after.nodes.values().filter(hangs_there).map(|node| Subject::Node(node.id));
        let beside: Vec<Subject> = affected.iter().flat_map(|subject| beside(before, after, flows, *subject)).chain(hanging).collect();
        affected.extend(beside);
    }
    Some(affected)
}

/// Elements whose description names this one.
fn beside(before: &Document, after: &Document, flows: &FlowIndex, subject: Subject) -> Vec<Subject> {
    let ends = |flow: &SequenceFlow| [Subject::Node(flow.from), Subject::Node(flow.to)];
    match subject {
        Subject::Flow(flow) => [before, after].into_iter().filter_map(|of| of.flows.get(flow)).flat_map(ends).collect(),
        Subject::Node(node) => {
            let flows = flows.incoming(node).iter().chain(flows.outgoing(node)).filter_map(|flow| after.flows.get(*flow));
            flows.flat_map(|flow| ends(flow).into_iter().chain([Subject::Flow(flow.id)])).collect()
        }
        _ => Vec::new(),
    }
}
