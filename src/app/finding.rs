//! Opening the command palette and doing what was found in it; telling the screen reader what was done.

use super::App;
use super::panels::today;
use super::workspace::Workspace;
use crate::i18n::Texts;
use crate::model::{Document, Subject};
use crate::view::finding::{Choice, Palette, Row, Source, commands, of_documents};
use crate::view::shell::Look;
use crate::view::theme::Theme;
use crate::view::ui_command::UiCommand;
use crate::view::{Action, Place, ViewContext};
use egui::Context;
use std::sync::Arc;

/// How many of the things that were found are remembered.
const REMEMBERED: usize = 12;

impl App {
    /// Opens the palette, with or without commands. What is found is gathered once: nothing changes while it is open.
    pub(super) fn open_palette(&mut self, has_commands: bool) {
        if let Some(workspace) = self.workspace_mut() {
            workspace.editor.commit();
        }
        let mut found: Vec<(Row, Choice)> = Vec::new();
        if has_commands {
            if let Some(workspace) = self.workspace().filter(|workspace| workspace.place == Place::Forms) {
                let offers = workspace.forms.offers(&workspace.view(&self.texts, &self.theme));
                found.extend(offers.into_iter().map(|(row, deed)| (row, Choice::FormDeed(deed))));
            }
            if let Some(workspace) = self.workspace() {
                let offers = workspace.canvas.offers(&workspace.view(&self.texts, &self.theme), workspace.process);
                let shortcuts = Choice::Command(UiCommand::Shortcuts);
                found.extend(offers.into_iter().map(|(row, act)| (row, act.map_or_else(|| shortcuts.clone(), Choice::Act))));
            }
            found.extend(commands(&self.texts, |command| self.is_enabled(command)));
        }
        let names: Vec<String> = self.workspaces.iter().map(|workspace| workspace.name(&self.texts)).collect();
        let source =
            |(workspace, name): (&'_ Workspace, &'_ String)| (workspace.number, name.clone(), Arc::clone(workspace.editor.shown()));
        let mut open: Vec<(u64, String, Arc<Document>)> = self.workspaces.iter().zip(&names).map(source).collect();
        let shown = self.workspace().map(|workspace| workspace.number);
        open.sort_by_key(|(number, ..)| Some(*number) != shown);
        let is_one = open.len() == 1;
        let sources: Vec<Source<'_>> = open
            .iter()
            .map(|(number, name, document)| Source { number: *number, name: if is_one { "" } else { name }, document })
            .collect();
        found.extend(of_documents(&self.texts, &sources));
        self.palette = Some(Palette::new(found, &self.found, has_commands));
    }

    /// Does or shows what was found; closes the palette in any case.
    pub(super) fn choose(&mut self, context: &Context, choice: Option<Choice>) {
        self.palette = None;
        let Some(choice) = choice else { return };
        self.found.retain(|other| *other != choice);
        self.found.insert(0, choice.clone());
        self.found.truncate(REMEMBERED);
        match choice {
            Choice::Command(command) => self.run_command(context, command),
            Choice::Theme(theme) => self.set_look(context, Look { theme, ..self.settings.look() }),
            Choice::Language(language) => self.set_look(context, Look { language, ..self.settings.look() }),
            Choice::Act(act) => {
                if let Some(workspace) = self.workspace_mut() {
                    workspace.place = Place::Flow;
                    workspace.canvas.ask(act);
                }
            }
            Choice::FormDeed(deed) => {
                if let Some(workspace) = self.workspace_mut() {
                    workspace.place = Place::Forms;
                    workspace.forms.ask(deed);
                }
            }
            Choice::Element(number, subject) => self.show_found(context, number, subject),
        }
    }

    fn show_found(&mut self, context: &Context, number: u64, subject: Subject) {
        let tab = self.workspaces.iter().position(|workspace| workspace.number == number);
        if tab.is_some() {
            self.show_tab(tab);
            self.perform(context, Action::Reveal(subject, None));
        }
    }

    /// Gives the keys back to the canvas after a dialog.
    pub(super) fn focus_canvas(&mut self) {
        if let Some(workspace) = self.workspace_mut() {
            workspace.canvas.take_focus();
        }
    }

    /// Notices when a step was done, and puts it into words for the screen reader. Undoing says so itself.
    pub(super) fn keep_told(&mut self, context: &Context) {
        let Some(workspace) = self.shown.and_then(|shown| self.workspaces.get(shown)) else { return };
        let (number, revision) = (workspace.number, workspace.editor.revision());
        if self.told.seen == Some((number, revision)) {
            return;
        }
        let is_same = self.told.seen.is_some_and(|(seen, _)| seen == number);
        self.told.seen = Some((number, revision));
        let position = workspace.editor.history().position();
        if is_same && position > self.told.position {
            self.told.sentence = last_step(&self.texts, workspace).unwrap_or_default();
            context.request_repaint();
        }
        self.told.position = position;
    }
}

/// What was done last.
#[derive(Debug, Default)]
pub(super) struct Told {
    sentence: String,
    seen: Option<(u64, u64)>,
    position: usize,
}

impl Told {
    /// What the screen reader says.
    pub fn sentence(&self) -> &str {
        &self.sentence
    }
}

/// The newest step and what it was about, by the name that this has or had.
fn last_step(texts: &Texts, workspace: &Workspace) -> Option<String> {
    let history = workspace.editor.history();
    let last = history.position().checked_sub(1)?;
    let step = history.step(last)?;
    let before = last.checked_sub(1).and_then(|before| history.step(before)).map_or(history.start(), |before| &before.after);
    let name = texts.command_name(step.name);
    Some(match step.about {
        Some(about) => {
            let document = if step.after.has(about) { &step.after } else { before };
            let about = texts.name_of(document, about);
            texts.with("said-step", &[("step", name.into()), ("about", (&about).into())])
        }
        None => name.to_owned(),
    })
}

impl Workspace {
    /// What its views may look at.
    fn view<'a>(&'a self, texts: &'a Texts, theme: &'a Theme) -> ViewContext<'a> {
        ViewContext {
            document: self.editor.shown(),
            editor: &self.editor,
            problems: self.shown_problems(),
            texts,
            theme,
            selection: &self.selection,
            refusal: self.refusal.as_ref(),
            today: today(),
            hides: self.hides(),
            coverage: None,
        }
    }
}
