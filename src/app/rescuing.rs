//! Keeps recovery copies up to date, and brings back what was lost.

use super::App;
use super::files::{self, abandoned};
use super::workspace::Workspace;
use crate::edit::Editor;
use crate::view::dialogs::{Dialog, RecoveryCopy};
use egui::Context;
use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

/// How long nothing must be edited before a copy is written.
const QUIET: Duration = Duration::from_secs(2);

impl App {
    /// Writes the copies that are due, takes away those that are not needed any more, and wakes the
    /// window for the next.
    pub(super) fn keep_rescue(&mut self, context: &Context) {
        for workspace in &mut self.workspaces {
            let document = workspace.editor.shown();
            let is_seen = workspace.seen.as_ref().is_some_and(|(seen, _)| Arc::ptr_eq(seen, document));
            if !is_seen {
                workspace.seen = Some((Arc::clone(document), Instant::now()));
            }
            if !workspace.is_changed() {
                if workspace.kept.take().is_some() {
                    self.rescue.drop_copy(workspace.number);
                }
                continue;
            }
            let is_kept = workspace.kept.as_ref().is_some_and(|kept| Arc::ptr_eq(kept, document));
            let Some((seen, since)) = &workspace.seen else { continue };
            if is_kept {
                continue;
            }
            if since.elapsed() >= QUIET {
                self.rescue.keep(workspace.number, workspace.editor.history_as_shown(), workspace.path.clone());
                workspace.kept = Some(Arc::clone(seen));
            } else {
                context.request_repaint_after(QUIET.saturating_sub(since.elapsed()));
            }
        }
    }

    /// Offers what a studio that broke has left.
    pub(super) fn offer_recovery(&mut self) {
        self.offered = abandoned(&self.paths.data);
        let copies: Vec<RecoveryCopy> = self.offered.iter().flat_map(|folder| &folder.copies).map(|copy| self.described(copy)).collect();
        if !copies.is_empty() {
            let chosen = (0..copies.len()).collect();
            self.dialog = Some(Dialog::Recovery { copies, chosen });
        }
    }

    fn described(&self, copy: &files::Rescued) -> RecoveryCopy {
        let name = copy.document.main().map(|process| process.name.clone()).filter(|name| !name.trim().is_empty());
        RecoveryCopy {
            name: name.unwrap_or_else(|| self.texts.get("name-none").to_owned()),
            when: time_text(copy.written, self.texts.get("time-format")),
            path: copy.path.as_ref().map(|path| path.display().to_string()),
        }
    }

    /// Brings the chosen copies back as changed documents with their steps; the others are thrown away.
    pub(super) fn recover(&mut self, chosen: &BTreeSet<usize>) {
        let offered = std::mem::take(&mut self.offered);
        let copies = offered.iter().flat_map(|folder| &folder.copies);
        for (_, copy) in copies.enumerate().filter(|(number, _)| chosen.contains(number)) {
            let mut workspace = if let Some(history) = copy.history() {
                Workspace::of_editor(Editor::with_history(history), copy.path.clone())
            } else {
                self.notices.fail(self.texts.get("recovery-steps-lost").to_owned());
                Workspace::new(copy.document.clone(), copy.path.clone())
            };
            workspace.saved = None;
            workspace.fingerprint = copy.path.as_deref().and_then(files::fingerprint);
            workspace.kept = Some(Arc::clone(workspace.editor.document()));
            let (history, path) = (workspace.editor.history().clone(), workspace.path.clone());
            let number = self.add_workspace(workspace);
            self.rescue.keep(number, history, path);
        }
        // What was brought back is kept anew before the old copies go.
        self.rescue.wait();
        for folder in offered {
            folder.discard();
        }
    }
}

fn time_text(time: SystemTime, format: &str) -> String {
    let zoned = jiff::Timestamp::try_from(time).map(|time| time.to_zoned(jiff::tz::TimeZone::system()));
    zoned.map(|time| time.strftime(format).to_string()).unwrap_or_default()
}
