//! Commands that take long are done beside the window; their progress is shown, and they can be cancelled.

use super::App;
use super::events::Event;
use super::workspace::Workspace;
use crate::edit::{Command, Done, FlowCommand, Refusal};
use crate::layout::progress::Progress;
use egui::{Context, Key, Modifiers, Popup};
use std::sync::Arc;
use std::time::Duration;

/// A layout of more nodes than this, or another command about more elements, is not done between two frames.
const LARGE: usize = 1_500;
/// How often the progress is shown anew.
const BEAT: Duration = Duration::from_millis(80);

/// A command that is being done beside the window.
pub(super) struct Working {
    /// The number of the workspace.
    number: u64,
    progress: Arc<Progress>,
    is_layout: bool,
    /// Whether what is made becomes the selection.
    selects: bool,
}

/// Whether a command takes longer than a frame may.
pub(super) fn is_long(workspace: &Workspace, command: &Command) -> bool {
    let count = if is_layout(command) { workspace.editor.document().nodes.len() } else { command.extent() };
    count > LARGE
}

/// Whether a command puts elements in places of its own choice.
pub(super) fn is_layout(command: &Command) -> bool {
    match command {
        Command::Flow(FlowCommand::Within { command, .. }) => matches!(**command, FlowCommand::TidyUp { .. }),
        _ => matches!(command, Command::Flow(FlowCommand::TidyUp { .. })),
    }
}

impl App {
    /// Begins a command beside the window; what it makes becomes the selection if so wished. What was begun before is cancelled.
    pub(super) fn begin_long(&mut self, context: &Context, command: Command, selects: bool) {
        let Some(workspace) = self.shown.and_then(|shown| self.workspaces.get_mut(shown)) else { return };
        workspace.refusal = None;
        workspace.editor.commit();
        let is_layout = is_layout(&command);
        let work = workspace.editor.work(command);
        let (number, progress) = (workspace.number, Arc::clone(work.progress()));
        self.cancel_work();
        self.working = Some(Working { number, progress: Arc::clone(&progress), is_layout, selects });
        self.events.spawn(context, move || Event::Worked { progress, outcome: work.run().map(Box::new) });
    }

    /// What is being done, in words, and how much of it is done, from 0 to 1.
    pub(super) fn work(&self) -> Option<(&str, f32)> {
        let key = |working: &Working| if working.is_layout { "work-tidy-up" } else { "work-change" };
        self.working.as_ref().map(|working| (self.texts.get(key(working)), working.progress.share()))
    }

    /// Gives up what is being done.
    pub(super) fn cancel_work(&mut self) {
        if let Some(working) = self.working.take() {
            working.progress.cancel();
        }
    }

    /// Escape gives up what is being done, unless a menu or a text is open that it leads out of.
    pub(super) fn cancel_work_by_key(&mut self, context: &Context) {
        let is_free = self.working.is_some() && !Popup::is_any_open(context) && !context.text_edit_focused();
        if is_free && context.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
            self.cancel_work();
        }
    }

    /// Takes over what was done, if it is still wanted and the document is still the same.
    pub(super) fn take_work(&mut self, progress: &Arc<Progress>, outcome: Result<Box<Done>, Refusal>) {
        let Some(working) = self.working.take_if(|working| Arc::ptr_eq(&working.progress, progress)) else { return };
        let Some(workspace) = self.workspaces.iter_mut().find(|workspace| workspace.number == working.number) else { return };
        if working.is_layout {
            workspace.canvas.watch_view();
        }
        match outcome {
            Ok(done) => match workspace.editor.take(*done) {
                Some(committed) if working.selects => workspace.select_created(committed.created),
                Some(_) => {}
                None => {
                    let key = if working.is_layout { "work-outdated" } else { "work-change-outdated" };
                    self.notices.say(self.texts.get(key).to_owned());
                }
            },
            Err(refusal) => self.notices.say(self.texts.refusal(&refusal)),
        }
    }

    /// Shows the progress anew now and then.
    pub(super) fn keep_working(&self, context: &Context) {
        if self.working.is_some() {
            context.request_repaint_after(BEAT);
        }
    }
}
