//! What the shell's views may look at, and what they want to happen with files, windows and settings.

use super::Place;
use super::dialogs::{PictureWish, Writing};
use super::finding::Choice;
use super::theme::Theme;
use super::ui_command::UiCommand;
use crate::drawing::ThemeName;
use crate::i18n::{Language, Texts};
use crate::model::{Document, Subject};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

/// What the views round the document may look at.
#[derive(Clone, Copy)]
pub struct ShellContext<'a> {
    /// Texts of the chosen language.
    pub texts: &'a Texts,
    /// Colours and type.
    pub theme: &'a Theme,
    /// The open documents.
    pub tabs: &'a [Tab],
    /// Which document is shown; `None` is the start page.
    pub shown: Option<usize>,
    /// Which place of it is shown.
    pub place: Place,
    /// Which commands can be used now.
    pub enabled: &'a BTreeSet<UiCommand>,
    /// Which switches are on (panels).
    pub switched_on: &'a BTreeSet<UiCommand>,
    /// Files that were open lately.
    pub recent: &'a [RecentFile],
    /// The samples.
    pub samples: &'a [SampleCard],
    /// How the studio looks.
    pub look: Look,
    /// The system is set to less motion, which goes before the look.
    pub wants_less_motion: bool,
}

/// A sample procedure, as the start page shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct SampleCard {
    /// Name of the procedure.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// The procedure itself, for its picture.
    pub document: Arc<Document>,
}

/// Something that is said to the user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Names it for dismissing.
    pub number: u64,
    /// What is said.
    pub text: String,
    /// Whether something went wrong; it then stays until it is dismissed.
    pub is_failure: bool,
}

/// An open document, as its tab shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tab {
    /// Name of the procedure.
    pub name: String,
    /// Where its file lies, if it has one.
    pub path: Option<PathBuf>,
    /// Whether it differs from its file.
    pub is_changed: bool,
}

/// A file that was open lately.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecentFile {
    /// Where it lies.
    pub path: PathBuf,
    /// Whether it is not there any more.
    pub is_missing: bool,
}

/// How the studio looks and speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// The theme.
    pub theme: ThemeName,
    /// The language.
    pub language: Language,
    /// Scale of the interface in per cent, 75 to 200.
    pub scale: u16,
    /// Whether things may move to explain themselves.
    pub has_motion: bool,
}

/// What the views round the document want to happen.
#[derive(Clone, Debug, PartialEq)]
pub enum ShellAction {
    /// Do a command.
    Run(UiCommand),
    /// Show this document.
    ShowTab(usize),
    /// Close this document, after asking if it is changed.
    CloseTab(usize),
    /// Show the start page.
    ShowStart,
    /// Go to another place of the document.
    Go(Place),
    /// Open this file.
    OpenFile(PathBuf),
    /// Take this file off the list.
    ForgetRecent(PathBuf),
    /// Open a copy of the sample of this number.
    OpenSample(usize),
    /// Change how the studio looks or speaks.
    SetLook(Look),
    /// Take this notice away.
    DismissNotice(u64),
    /// Give up what is being done beside the window.
    CancelWork,
    /// An answer to the open dialog.
    Answer(Answer),
    /// Do or show what was found; `None` leaves the palette.
    Find(Option<Choice>),
}

/// An answer to a dialog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Leave things as they are.
    Cancel,
    /// Make a new procedure of this name.
    Create(String),
    /// Save first, then go on.
    Save,
    /// Go on without saving.
    Discard,
    /// Write over what another program has changed.
    Overwrite,
    /// Choose another file instead.
    SaveElsewhere,
    /// Take this path.
    Paths(Vec<PathBuf>),
    /// Type the path instead of waiting for the system's dialog.
    TypePath,
    /// Ask for a place and write such a picture there.
    SavePicture(PictureWish),
    /// Bring these recovery copies back, by number; throw the others away.
    Recover(BTreeSet<usize>),
    /// Take in what was read: as a new procedure, or into the open one.
    TakeImport {
        /// As a new procedure.
        is_new: bool,
    },
    /// Write it so.
    Export(Writing),
    /// Take this folder.
    Folder(PathBuf),
    /// Give these of the offered rules their meaning, by number.
    ConfirmRules(BTreeSet<usize>),
    /// Go where this is shown.
    Show(Subject),
    /// Decide about the recovery copies at the next start.
    RecoverLater,
}
