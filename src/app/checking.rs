//! Has the committed documents checked, off the window's thread where that takes long.

use super::App;
use super::events::Event;
use crate::check::{Problem, check};
use crate::model::Document;
use egui::Context;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// A check that takes longer is not done between two frames.
const LONG: Duration = Duration::from_millis(8);
/// A document with more nodes and fields is not checked between two frames at first.
const LARGE: usize = 300;

impl App {
    /// Has the shown document checked if it has changed since.
    pub(super) fn keep_checked(&mut self, context: &Context) {
        let Some(workspace) = self.shown.and_then(|shown| self.workspaces.get_mut(shown)) else { return };
        let document = workspace.editor.document();
        if workspace.checked.as_ref().is_some_and(|checked| Arc::ptr_eq(checked, document)) {
            return;
        }
        let document = Arc::clone(document);
        workspace.checked = Some(Arc::clone(&document));
        if workspace.is_slow || document.nodes.len() + document.fields.len() > LARGE {
            self.events.spawn(context, move || Event::Checked { problems: check(&document), document });
            return;
        }
        let begun = Instant::now();
        workspace.problems = check(&document);
        workspace.is_slow = begun.elapsed() > LONG;
        context.request_repaint();
    }

    /// Takes the problems of a document, if it is still the one that is shown.
    pub(super) fn take_problems(&mut self, document: &Arc<Document>, problems: Vec<Problem>) {
        let wants = |checked: &Option<Arc<Document>>| checked.as_ref().is_some_and(|checked| Arc::ptr_eq(checked, document));
        if let Some(workspace) = self.workspaces.iter_mut().find(|workspace| wants(&workspace.checked)) {
            workspace.problems = problems;
        }
    }
}
