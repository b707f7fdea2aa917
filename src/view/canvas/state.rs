//! What a canvas remembers between frames.

use super::Tool;
use super::access::Spoken;
use super::camera::Camera;
use super::chooser::Chooser;
use super::colouring::Colouring;
use super::draw::Places;
use super::galleys::Galleys;
use super::hit::Hit;
use super::interaction::Machine;
use super::keyboard::Act;
use super::reading::Reading;
use super::rename::Rename;
use super::scene::Scene;
use crate::check::Severity;
use crate::model::{Bounds, ProcessId, Subject};
use crate::view::ViewContext;
use egui::{Rect, Ui};
use std::collections::BTreeMap;

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
    pub(super) spoken: Spoken,
    pub(super) asked: Option<Act>,
    pub(super) opens_menu: bool,
    /// A menu was opened by key and has yet to put the focus on its first entry.
    pub(super) enters_menu: bool,
    pub(super) wants_focus: bool,
    /// Keys were used after the pointer: what they work on is shown.
    pub(super) is_by_keys: bool,
    pub(super) shows_minimap: bool,
    pub(super) shows_legend: bool,
    /// By what the elements are coloured.
    pub colouring: Colouring,
    awaited: Option<u64>,
    fitted: Option<ProcessId>,
    problems: Option<(usize, usize, u64)>,
}

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

    /// Pans so that an element is seen, after somebody jumped to it from elsewhere.
    pub fn reveal(&mut self, subject: Subject) {
        let bounds = self.scene.get(subject).map(|item| item.shape().map_or(item.reach, |shape| shape.bounds));
        if let Some(bounds) = bounds {
            self.camera.reveal(bounds);
        }
    }

    /// Shows everything.
    pub fn fit(&mut self) {
        match self.scene.content() {
            Some(content) => self.camera.fit(content),
            None => self.camera = Camera { screen: self.camera.screen, ..Camera::default() },
        }
    }

    /// Brings everything up to date with the document; a process seen for the first time is shown from its beginning.
    pub(super) fn prepare(&mut self, ui: &Ui, context: &ViewContext<'_>, screen: Rect, process: ProcessId) {
        self.camera.screen = screen;
        self.scene.update(context.document, process);
        self.galleys.begin(ui.ctx());
        if self.fitted != Some(process) {
            // A document that has just been opened can be worked on by keys at once.
            self.wants_focus |= self.fitted.is_none();
            self.fitted = Some(process);
            if let Some(content) = self.scene.content() {
                self.camera.begin(content);
            }
        }
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
