//! Answers of threads beside the window: files that were read, paths that were picked, problems that were found.

use super::clipboard::Copied;
use super::exporting::NotExported;
use super::files::{Opened, Picked, Trouble};
use super::importing::NotImported;
use super::picturing::{DrawnPreview, NoPicture};
use crate::check::Problem;
use crate::edit::{Done, Refusal};
use crate::exchange::{Imported, Note, Target};
use crate::layout::progress::Progress;
use crate::model::Document;
use crate::view::dialogs::PictureLook;
use crate::view::shell::{RecentFile, SampleCard};
use crate::view::test_cases::Found;
use egui::Context;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

/// What a thread beside the window has to tell.
pub(super) enum Event {
    /// A file was read.
    Read { path: PathBuf, outcome: Result<Box<Opened>, Trouble> },
    /// The system's dialog has answered the question of this number.
    Picked { question: u64, picked: Picked },
    /// Files of other programs were read, together or each by itself.
    Imported(Vec<Result<Box<Imported>, NotImported>>),
    /// A document was checked.
    Checked { document: Arc<Document>, problems: Vec<Problem> },
    /// A long command was done.
    Worked { progress: Arc<Progress>, outcome: Result<Box<Done>, Refusal> },
    /// Test cases were searched for.
    CasesFound(Box<Found>),
    /// A picture was drawn for the clipboard.
    Copied(Copied),
    /// A picture was written, or not.
    Pictured { path: PathBuf, outcome: Result<(), NoPicture> },
    /// A document was written in the format of others, or not.
    Exported { number: u64, target: Target, path: PathBuf, outcome: Result<Vec<Note>, NotExported> },
    /// A preview of a picture was drawn; `None` if there is nothing to draw.
    Previewed { look: PictureLook, drawn: Option<DrawnPreview> },
    /// It was looked up which recent files are still there.
    Recent(Vec<RecentFile>),
    /// It was found out whether the system is set to less motion.
    LessMotion(bool),
    /// The samples were read.
    Samples(Vec<SampleCard>),
}

/// Starts threads and takes what they tell.
pub(super) struct Events {
    sender: Sender<Event>,
    receiver: Receiver<Event>,
    awaited: usize,
}

impl Default for Events {
    fn default() -> Self {
        let (sender, receiver) = channel();
        Self { sender, receiver, awaited: 0 }
    }
}

impl Events {
    /// Does this on a thread of its own and wakes the window when it is done.
    pub fn spawn(&mut self, context: &Context, work: impl FnOnce() -> Event + Send + 'static) {
        let (sender, context) = (self.sender.clone(), context.clone());
        self.awaited += 1;
        std::thread::spawn(move || {
            let event = work();
            // Without a window left, nobody is interested.
            if sender.send(event).is_ok() {
                context.request_repaint();
            }
        });
    }

    /// What was told since.
    pub fn take(&mut self) -> Vec<Event> {
        let taken: Vec<Event> = self.receiver.try_iter().collect();
        self.awaited -= taken.len();
        taken
    }

    /// Whether a thread has not yet told what it was started for.
    pub fn is_awaiting(&self) -> bool {
        self.awaited > 0
    }
}
