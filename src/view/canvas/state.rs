//! What a canvas remembers between frames.

use super::Tool;
use super::access;
use super::camera::Camera;
use super::chooser::Chooser;
use super::galleys::Galleys;
use super::hit::Hit;
use super::interaction::{Gesture, Machine};
use super::keyboard::{Act, Nudge};
use super::reading::Reading;
use super::rename::Rename;
use crate::check::Severity;
use crate::drawing::Places;
use crate::drawing::colouring::Colouring;
use crate::drawing::scene::{Item, Plane, Scene};
use crate::model::{Bounds, NodeId, Point, ProcessId, Subject};
use crate::view::{Action, Selection, ViewContext};
use egui::{Rect, Ui};
use std::collections::{BTreeMap, BTreeSet};

/// The problems of an element.
#[derive(Clone, Copy, Debug)]
pub(super) struct Trouble {
    /// The worst severity.
    pub worst: Severity,
    /// How many there are.
    pub count: usize,
}

/// Camera, gesture and caches of one canvas. The app keeps one for each document.
#[derive(Default)]
pub struct CanvasState {
    pub(super) camera: Camera,
    pub(super) machine: Machine,
    pub(super) scene: Scene,
    pub(super) galleys: Galleys,
    pub(super) labels: Vec<(Subject, Bounds)>,
    pub(super) places: Places,
    pub(super) troubles: BTreeMap<Subject, Trouble>,
    pub(super) rename: Option<Rename>,
    pub(super) hover: Option<Hit>,
    pub(super) chooser: Option<Chooser>,
    pub(super) reading: Reading,
    pub(super) board: access::Shared,
    /// Elements that stay selected while the keys lead on; all of them are selected.
    pub(super) kept: BTreeSet<Subject>,
    pub(super) asked: Option<Act>,
    /// The element on which the pointer rests, and since when, in seconds.
    pub(super) rested: Option<(Subject, f64)>,
    /// The element whose badge was clicked in this frame.
    pub(super) pressed: Option<Subject>,
    pub(super) opens_menu: bool,
    /// A menu was opened by key and has yet to put the focus on its first entry.
    pub(super) enters_menu: bool,
    pub(super) wants_focus: bool,
    /// Keys were used after the pointer: what they work on is shown.
    pub(super) is_by_keys: bool,
    pub(super) shows_minimap: bool,
    /// A move by the arrow keys that is going on.
    pub(super) nudge: Option<Nudge>,
    pub(super) shows_legend: bool,
    /// By what the elements are coloured.
    pub colouring: Colouring,
    awaited: Option<u64>,
    /// The closed sub-process whose content is shown.
    inside: Option<NodeId>,
    shown: Option<Plane>,
    /// The frame in which the shown canvas was first put to its beginning.
    begun: Option<u64>,
    /// Where the camera stood on canvases that were left.
    cameras: BTreeMap<Plane, Camera>,
    revealed: Option<Subject>,
    wants_all: bool,
    standpoint: Standpoint,
    problems: Option<(usize, usize, u64)>,
    /// How many nodes were in view before everything was laid out anew.
    watched: Option<usize>,
}

/// Where the canvas put the view itself, so that it can put it there again when the size changes.
#[derive(Clone, Copy, Debug, Default)]
struct Standpoint {
    /// Everything is shown rather than the beginning.
    is_whole: bool,
    /// What was brought into view last.
    looked_at: Option<Subject>,
    /// Corner and zoom then; where the camera is elsewhere, somebody has moved it.
    camera: Option<(Point, f64)>,
}

/// A window that opens has its size after so many frames.
const SETTLING: u64 = 4;
/// If a new layout leaves less than one in so many nodes in view, it is looked for.
const HARDLY: usize = 4;

impl CanvasState {
    /// The chosen tool.
    pub fn tool(&self) -> &Tool {
        &self.machine.tool
    }

    /// Screen points per point of the diagram.
    pub fn zoom(&self) -> f64 {
        self.camera.zoom
    }

    /// Where bounds of the diagram are on the screen, for hints that point there.
    pub fn rect(&self, bounds: Bounds) -> Rect {
        self.camera.rect(bounds)
    }

    /// Where a menu asked for by key opens: at the selected element, else in the middle.
    pub(super) fn place_of_menu(&self, context: &ViewContext<'_>) -> egui::Pos2 {
        let bounds = context.selection.primary.and_then(|subject| self.scene.bounds(subject));
        bounds.map_or(self.camera.screen.center(), |bounds| self.camera.rect(bounds).center())
    }

    /// Brings an element into view in the next frame, after somebody jumped to it from elsewhere; leads into the closed
    /// sub-process that holds it.
    pub fn reveal(&mut self, subject: Subject) {
        self.revealed = Some(subject);
    }

    /// The closed sub-process whose content is shown; `None`: the process itself.
    pub fn inside(&self) -> Option<NodeId> {
        self.inside
    }

    /// Shows what a closed sub-process holds, or the process itself.
    pub(super) fn enter(&mut self, sub_process: Option<NodeId>, actions: &mut Vec<Action>) {
        self.inside = sub_process;
        self.machine.gesture = Gesture::Idle;
        self.machine.ghost.clear();
        self.wants_focus = true;
        actions.push(Action::Select(Selection::default()));
    }

    /// Goes one canvas outwards; the sub-process that was left is selected there.
    pub(super) fn leave(&mut self, context: &ViewContext<'_>, actions: &mut Vec<Action>) {
        let Some(left) = self.inside else { return };
        self.enter(context.document.plane_of(Subject::Node(left)), actions);
        actions.push(Action::Select(Selection::only(Subject::Node(left))));
        self.reveal(Subject::Node(left));
    }

    /// Shows the process from its beginning, as if it were seen for the first time.
    pub fn show_anew(&mut self) {
        self.shown = None;
        self.cameras.clear();
    }

    /// Shows everything in the next frame, in the size that the canvas has then.
    pub fn show_all(&mut self) {
        self.wants_all = true;
    }

    /// Shows everything.
    pub fn fit(&mut self) {
        match self.scene.content() {
            Some(content) => self.camera.fit(content),
            None => self.camera = Camera { screen: self.camera.screen, ..Camera::default() },
        }
        self.standpoint = Standpoint { is_whole: true, looked_at: None, camera: Some(self.corner_and_zoom()) };
    }

    fn corner_and_zoom(&self) -> (Point, f64) {
        (self.camera.origin, self.camera.zoom)
    }

    /// Puts the view to where the canvas put it before, in the size that it has now.
    fn stand_again(&mut self, content: Bounds) {
        if self.standpoint.is_whole {
            self.camera.fit(content);
        } else {
            self.camera.begin(content);
        }
        self.revealed = self.revealed.or(self.standpoint.looked_at);
    }

    /// Something is about to be laid out anew: if then hardly anything of it is where one looks, the view goes there.
    pub fn watch_view(&mut self) {
        self.watched = Some(self.nodes_in_view().max(1));
    }

    fn nodes_in_view(&self) -> usize {
        let seen = self.camera.visible();
        let is_seen = |item: &&Item| item.shape().is_some_and(|shape| seen.overlaps(shape.bounds));
        self.scene.within(seen).into_iter().filter(|item| item.node().is_some()).filter(is_seen).count()
    }

    /// After a new layout: shows what is selected, else everything, if hardly anything is in view any more.
    fn look_for_layout(&mut self, selection: &Selection) {
        let Some(before) = self.watched.take() else { return };
        if self.nodes_in_view() * HARDLY >= before {
            return;
        }
        let selected = selection.subjects.iter().filter_map(|subject| self.scene.bounds(*subject)).reduce(Bounds::union);
        match selected {
            Some(selected) if self.camera.visible().width > selected.width => self.camera.centre_on(selected.centre()),
            _ => self.fit(),
        }
    }

    /// Finds out what the canvas of this process shows: what was entered, as long as it is there and closed, or what
    /// holds the element that is to be brought into view.
    pub(super) fn settle(&mut self, context: &ViewContext<'_>, process: ProcessId) -> Plane {
        let document = context.document;
        if let Some(subject) = self.revealed.filter(|subject| subject.is_shape() || subject.is_edge()) {
            self.inside = document.plane_of(subject);
        }
        let is_drawn_here = |of: ProcessId| of == process || document.pool_of(process).is_some() && document.pool_of(of).is_some();
        let entered = self.inside.and_then(|id| document.nodes.get(id)).filter(|node| is_drawn_here(node.process));
        self.inside = entered.and_then(|node| document.plane(Some(node.id)));
        let process = entered.filter(|_| self.inside.is_some()).map_or(process, |node| node.process);
        Plane { process, inside: self.inside }
    }

    /// Brings everything up to date with the document; what is seen for the first time is shown from its beginning. If `follows`,
    /// what is seen stays in view when the size changes, as long as nobody moved it.
    pub(super) fn prepare(&mut self, ui: &Ui, context: &ViewContext<'_>, screen: Rect, plane: Plane, follows: bool) {
        let is_resized = self.camera.screen.size() != screen.size();
        let mut is_own = self.standpoint.camera == Some(self.corner_and_zoom());
        self.camera.screen = screen;
        self.scene.update(context.document, plane);
        self.look_for_layout(context.selection);
        self.galleys.begin(ui.ctx());
        if self.shown != Some(plane) {
            // A document that has just been opened can be worked on by keys at once.
            self.wants_focus |= self.shown.is_none();
            self.begun = (!self.cameras.contains_key(&plane)).then(|| ui.ctx().cumulative_frame_nr());
            self.turn_to(plane);
            self.standpoint = Standpoint::default();
            is_own = self.begun.is_some();
        } else if let Some(content) = self.scene.content().filter(|_| is_resized) {
            // A window that opens has not got its size and scale at once.
            let is_settling = self.begun.is_some_and(|begun| ui.ctx().cumulative_frame_nr() <= begun + SETTLING);
            if is_settling || !self.camera.visible().overlaps(content) {
                self.camera.begin(content);
            } else if follows && is_own {
                self.stand_again(content);
            }
        }
        if std::mem::take(&mut self.wants_all) {
            self.fit();
            is_own = true;
        }
        if let Some(subject) = self.revealed.take()
            && let Some(item) = self.scene.get(subject)
        {
            self.camera.reveal(item.shape().map_or(item.reach, |shape| shape.bounds));
            self.standpoint.looked_at = Some(subject);
        }
        self.standpoint.camera = is_own.then(|| self.corner_and_zoom());
        self.kept.retain(|subject| context.selection.has(*subject));
        self.count_troubles(context);
    }

    /// Puts the camera to where it stood when this canvas was left, or to its beginning.
    fn turn_to(&mut self, plane: Plane) {
        if let Some(left) = self.shown.replace(plane) {
            self.cameras.insert(left, self.camera);
        }
        let screen = self.camera.screen;
        match (self.cameras.get(&plane), self.scene.content()) {
            (Some(kept), _) => self.camera = Camera { screen, ..*kept },
            (None, Some(content)) => self.camera.begin(content),
            (None, None) => self.camera = Camera { screen, ..Camera::default() },
        }
    }

    fn count_troubles(&mut self, context: &ViewContext<'_>) {
        let problems = (context.problems.as_ptr().addr(), context.problems.len(), context.editor.revision());
        if self.problems != Some(problems) {
            self.problems = Some(problems);
            self.troubles.clear();
            for problem in context.problems {
                for subject in problem.at.iter().take(1) {
                    let trouble = self.troubles.entry(*subject).or_insert(Trouble { worst: problem.severity, count: 0 });
                    *trouble = Trouble { worst: trouble.worst.max(problem.severity), count: trouble.count + 1 };
                }
            }
        }
    }

    /// Changes whenever the problems do.
    pub(super) fn problem_version(&self) -> usize {
        self.problems.map_or(0, |(address, count, _)| address ^ count)
    }

    /// Edits the name of what a command is about to make, as soon as it is there.
    pub(super) fn await_rename(&mut self, context: &ViewContext<'_>) {
        self.awaited = Some(context.editor.revision());
    }

    /// In the frame after: what was made is now selected.
    pub(super) fn begin_awaited_rename(&mut self, context: &ViewContext<'_>) {
        let Some(revision) = self.awaited else { return };
        self.awaited = None;
        let created = context.selection.single().filter(|_| context.editor.revision() != revision);
        if let Some(subject) = created {
            self.rename = Rename::begin(context.document, subject);
            self.reveal(subject);
        }
    }
}
