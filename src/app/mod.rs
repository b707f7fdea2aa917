//! The shell: holds the open documents, lets views draw them, and performs what views want to happen.

mod checking;
mod clipboard;
mod codes;
mod commands;
mod delivering;
mod errands;
mod events;
mod exporting;
mod files;
mod finding;
mod flow_place;
mod fonts;
mod heap;
mod icon;
mod importing;
mod motion;
mod notices;
mod opening;
mod panels;
mod perform;
mod picturing;
mod place;
mod popups;
mod regions;
mod rescuing;
mod run;
mod samples;
mod saving;
mod settings;
mod shell_actions;
mod teaching;
mod window;
mod working;
mod workspace;

#[cfg(test)]
mod tests;

pub use heap::keep_freed_memory;
pub use place::Paths;
pub use run::{Renderer, run};

use crate::edit::{FormFragment, Fragment};
use crate::exchange::Imported;
use crate::i18n::Texts;
use crate::model::Document;
use crate::view::dialogs::{self, Dialog};
use crate::view::finding::{Choice, Palette};
use crate::view::shell::{RecentFile, SampleCard, ShellAction, ShellContext, Tab};
use crate::view::theme::{Theme, install_fonts};
use crate::view::ui_command::UiCommand;
use crate::view::{Place, start, status, topbar};
use egui::style::ScrollAnimation;
use egui::{CentralPanel, Context, Frame, Ui};
use errands::Errand;
use events::Events;
use files::{Abandoned, Picked, Question, Rescue};
use finding::Told;
use notices::Notices;
use popups::Popups;
use regions::Region;
use settings::Settings;
use std::collections::{BTreeSet, VecDeque};
use working::Working;
use workspace::Workspace;

/// How long things move to explain themselves, in seconds.
const MOTION: f32 = 0.08;

/// The studio with everything that is open in it.
pub struct App {
    paths: Paths,
    settings: Settings,
    /// The settings as they were last written.
    written: Settings,
    texts: Texts,
    theme: Theme,
    workspaces: Vec<Workspace>,
    shown: Option<usize>,
    dialog: Option<Dialog>,
    /// The command palette while it is open.
    palette: Option<Palette>,
    /// What was found and taken, the latest first.
    found: Vec<Choice>,
    /// What was done last, for the screen reader.
    told: Told,
    notices: Notices,
    /// What was copied last, for all documents of the window.
    clipboard: Fragment,
    /// Pictures go to the clipboard of the system themselves, not through the window.
    has_system_clipboard: bool,
    /// What was copied last of forms.
    form_clipboard: Option<FormFragment>,
    samples: Vec<SampleCard>,
    recent: Vec<RecentFile>,
    title: String,
    events: Events,
    /// What was read from files of other programs and waits for its place.
    imported: VecDeque<Box<Imported>>,
    /// What the open dialog is for.
    errand: Option<Errand>,
    /// How many questions were put to the dialog of the system.
    questions: u64,
    /// What asks by the dialog of the system; tests have none.
    pick: fn(Question) -> Picked,
    /// How many workspaces were numbered.
    numbers: u64,
    /// What is being done beside the window.
    working: Option<Working>,
    rescue: Rescue,
    popups: Popups,
    /// What was lost and is being offered.
    offered: Vec<Abandoned>,
    /// Nothing would be lost any more if the window were closed.
    may_close: bool,
    /// The system is set to less motion.
    wants_less_motion: bool,
}

impl App {
    /// The studio with nothing open; settings come from the folder of settings.
    pub fn new(context: &Context, paths: Paths) -> Self {
        install_fonts(context);
        context.options_mut(|options| options.zoom_with_keyboard = false);
        let (settings, is_damaged) = Settings::read(&paths);
        let texts = Texts::new(settings.language());
        let mut notices = Notices::default();
        if is_damaged {
            notices.fail(texts.get("settings-damaged").to_owned());
        }
        let theme = Theme::named(settings.theme);
        let mut app = Self {
            popups: Popups::default(),
            rescue: Rescue::new(&paths.data),
            paths,
            written: settings.clone(),
            settings,
            texts,
            theme,
            workspaces: Vec::new(),
            shown: None,
            dialog: None,
            palette: None,
            found: Vec::new(),
            told: Told::default(),
            notices,
            clipboard: Fragment::default(),
            has_system_clipboard: false,
            form_clipboard: None,
            samples: Vec::new(),
            recent: Vec::new(),
            title: String::new(),
            events: Events::default(),
            imported: VecDeque::new(),
            errand: None,
            questions: 0,
            pick: files::pick,
            numbers: 0,
            working: None,
            offered: Vec::new(),
            may_close: false,
            wants_less_motion: false,
        };
        app.show_look(context);
        app
    }

    /// The document of the tab that is in front, as it is seen: with what is being typed. `None` on the start page.
    pub fn shown_document(&self) -> Option<&Document> {
        self.workspace().map(|workspace| workspace.editor.shown().as_ref())
    }

    /// Whether a thread beside the window has yet to tell something: a check, a file, the system's dialog.
    pub fn is_awaiting(&self) -> bool {
        self.events.is_awaiting()
    }

    /// Draws everything and performs what was wanted.
    pub fn ui_root(&mut self, ui: &mut Ui) {
        let context = ui.ctx().clone();
        self.watch_closing(&context);
        self.take_events(&context);
        self.open_dropped(&context);
        let mut wishes = Vec::new();
        let was_asking = self.dialog.is_some() || self.palette.is_some();
        if self.dialog.is_none() && self.palette.is_none() {
            let pressed = self.pressed_commands(ui.ctx());
            wishes.extend(pressed.into_iter().map(ShellAction::Run));
            self.cancel_work_by_key(&context);
        }
        self.shell_ui(ui, &mut wishes);
        for wish in wishes {
            self.perform_shell(&context, wish);
        }
        if was_asking && self.dialog.is_none() && self.palette.is_none() {
            self.focus_canvas();
        }
        self.popups.follow(&context);
        self.keep_up(&context);
    }

    fn shell_ui(&mut self, ui: &mut Ui, wishes: &mut Vec<ShellAction>) {
        let tabs: Vec<Tab> = self.workspaces.iter().map(|workspace| workspace.tab(&self.texts)).collect();
        let enabled: BTreeSet<UiCommand> = UiCommand::ALL.iter().copied().filter(|command| self.is_enabled(*command)).collect();
        let switched_on = panels::fitting(&self.settings.panels, ui.ctx().content_rect().size()).switched_on();
        let place = self.workspace().map_or(Place::default(), |workspace| workspace.place);
        let shell = ShellContext {
            texts: &self.texts,
            theme: &self.theme,
            tabs: &tabs,
            shown: self.shown,
            place,
            enabled: &enabled,
            switched_on: &switched_on,
            recent: &self.recent,
            samples: &self.samples,
            look: self.settings.look(),
            wants_less_motion: self.wants_less_motion,
        };
        let whole = ui.available_rect_before_wrap();
        regions::arrive(ui, Region::Top);
        topbar::ui(ui, &shell, wishes);
        regions::note(ui.ctx(), Region::Top, whole.with_max_y(ui.available_rect_before_wrap().top()));
        let mut actions = Vec::new();
        match self.shown.and_then(|shown| self.workspaces.get_mut(shown)) {
            Some(workspace) => panels::ui(ui, workspace, &shell, &mut self.settings.panels, &mut actions),
            None => {
                CentralPanel::no_frame().frame(Frame::new().fill(self.theme.panel)).show(ui, |ui| start::ui(ui, &shell, wishes));
            }
        }
        let left = self.workspace().filter(|workspace| workspace.learning.is_some()).map_or(0.0, |workspace| workspace.learner.right());
        status::ui(ui, &shell, left, self.notices.standing(), wishes);
        if let Some((what, share)) = self.work() {
            status::work_ui(ui, &shell, what, share, wishes);
        }
        status::drop_hint_ui(ui, &shell);
        status::told_ui(ui, self.told.sentence());
        if let Some(palette) = &mut self.palette {
            palette.ui(ui, &shell, wishes);
        }
        if let Some(dialog) = &mut self.dialog {
            dialogs::ui(ui, &shell, dialog, wishes);
        }
        let context = ui.ctx().clone();
        for action in actions {
            self.perform(&context, action);
        }
    }

    /// What follows from whatever was performed.
    fn keep_up(&mut self, context: &Context) {
        if let Some(workspace) = self.shown.and_then(|shown| self.workspaces.get_mut(shown)) {
            workspace.keep_up(context);
        }
        self.keep_told(context);
        self.keep_checked(context);
        self.keep_rescue(context);
        self.notices.keep_up(context);
        self.keep_working(context);
        self.keep_preview(context);
        self.keep_title(context);
        if context.input(|input| !input.pointer.any_down()) {
            self.keep_settings();
        }
    }

    fn workspace(&self) -> Option<&Workspace> {
        self.workspaces.get(self.shown?)
    }

    fn workspace_mut(&mut self) -> Option<&mut Workspace> {
        self.workspaces.get_mut(self.shown?)
    }

    /// Makes egui look and the texts speak as the settings say.
    fn show_look(&mut self, context: &Context) {
        self.theme = Theme::named(self.settings.theme);
        self.theme.apply(context);
        let has_motion = self.settings.has_motion && !self.wants_less_motion;
        let (time, scrolling) = if has_motion { (MOTION, ScrollAnimation::default()) } else { (0.0, ScrollAnimation::none()) };
        context.all_styles_mut(|style| {
            style.animation_time = time;
            style.scroll_animation = scrolling;
            style.visuals.text_cursor.blink = has_motion;
        });
        context.set_zoom_factor(f32::from(self.settings.scale) / 100.0);
        if self.texts.language() != self.settings.language() {
            self.texts = Texts::new(self.settings.language());
        }
    }
}
