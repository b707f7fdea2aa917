//! The commands of the shell: when each can be used, and what it does.

use super::App;
use super::errands::Then;
use super::panels;
use super::regions;
use crate::view::dialogs::Dialog;
use crate::view::forms::FormsView;
use crate::view::shell::Look;
use crate::view::table::FlowView;
use crate::view::ui_command::UiCommand;
use crate::view::{Action, Place, dialogs};
use egui::{Context, ViewportCommand};

impl App {
    /// Whether a command can be used now.
    pub(super) fn is_enabled(&self, command: UiCommand) -> bool {
        let workspace = self.workspace();
        match command {
            UiCommand::New
            | UiCommand::Open
            | UiCommand::Import
            | UiCommand::Quit
            | UiCommand::Settings
            | UiCommand::Shortcuts
            | UiCommand::Tour
            | UiCommand::Find => true,
            UiCommand::ImportReport => workspace.is_some_and(|workspace| !workspace.report.notes.is_empty()),
            UiCommand::Undo => workspace.is_some_and(|workspace| workspace.editor.can_undo() || workspace.has_pending()),
            UiCommand::Redo => workspace.is_some_and(|workspace| workspace.editor.can_redo()),
            UiCommand::NextTab | UiCommand::PreviousTab => !self.workspaces.is_empty(),
            UiCommand::ScaleUp => self.settings.scale < 200,
            UiCommand::ScaleDown => self.settings.scale > 75,
            UiCommand::ScaleReset => self.settings.scale != 100,
            UiCommand::ToggleLeft | UiCommand::ToggleInspector => workspace.is_some_and(|workspace| match workspace.place {
                Place::Flow => true,
                Place::Forms => workspace.forms.view == FormsView::Form,
                Place::Play | Place::Deliver => false,
            }),
            UiCommand::ToggleDrawer => workspace.is_some_and(|workspace| workspace.place != Place::Deliver),
            _ => workspace.is_some(),
        }
    }

    /// Shows the flow as a picture, as a list, or both.
    fn show_flow(&mut self, view: FlowView) {
        self.settings.panels.flow = view;
        self.go(Place::Flow);
    }

    /// Does a command, if it can be used now.
    pub(super) fn run_command(&mut self, context: &Context, command: UiCommand) {
        if !self.is_enabled(command) {
            return;
        }
        context.request_repaint();
        match command {
            UiCommand::New => self.dialog = Some(Dialog::NewProcedure { name: String::new() }),
            UiCommand::Quit => context.send_viewport_cmd(ViewportCommand::Close),
            UiCommand::Settings => self.dialog = Some(Dialog::Settings),
            UiCommand::Shortcuts => self.dialog = Some(Dialog::Shortcuts),
            UiCommand::Tour => self.begin_tour(),
            UiCommand::Find => self.open_palette(true),
            UiCommand::FindElement => self.open_palette(false),
            UiCommand::Undo => self.undo(),
            UiCommand::Redo => self.redo(),
            UiCommand::GoFlow => self.go(Place::Flow),
            UiCommand::GoForms => self.go(Place::Forms),
            UiCommand::GoPlay => self.go(Place::Play),
            UiCommand::GoDeliver => self.go(Place::Deliver),
            UiCommand::FlowPicture => self.show_flow(FlowView::Picture),
            UiCommand::FlowBoth => self.show_flow(FlowView::Both),
            UiCommand::FlowList => self.show_flow(FlowView::List),
            UiCommand::NextFlowView => self.show_flow(self.settings.panels.flow.next()),
            UiCommand::TypeSteps => self.perform(context, Action::TypeSteps),
            UiCommand::NextRegion => regions::go(context, true),
            UiCommand::PreviousRegion => regions::go(context, false),
            UiCommand::NextTab => self.turn_tab(1),
            UiCommand::PreviousTab => self.turn_tab(self.workspaces.len()),
            UiCommand::ToggleLeft => self.toggle_left(context),
            UiCommand::ToggleDrawer => toggle(&mut self.settings.panels.drawer),
            UiCommand::ToggleInspector => toggle(&mut self.settings.panels.inspector),
            UiCommand::ScaleUp => self.scale(context, dialogs::SCALES.into_iter().find(|scale| *scale > self.settings.scale)),
            UiCommand::ScaleDown => self.scale(context, dialogs::SCALES.into_iter().rfind(|scale| *scale < self.settings.scale)),
            UiCommand::ScaleReset => self.scale(context, Some(100)),
            UiCommand::Open => self.ask_what_to_open(context),
            UiCommand::Import => self.ask_what_to_import(context),
            UiCommand::ImportReport => self.show_report(),
            UiCommand::ImportFolder => self.ask_which_folder_to_import(context),
            UiCommand::Export => self.ask_how_to_export(),
            UiCommand::SavePicture => self.ask_for_picture(),
            UiCommand::Save | UiCommand::SaveAs | UiCommand::CloseTab => self.run_on_shown(context, command),
        }
    }

    fn run_on_shown(&mut self, context: &Context, command: UiCommand) {
        let (Some(shown), Some(number)) = (self.shown, self.workspace().map(|workspace| workspace.number)) else { return };
        match command {
            UiCommand::Save => self.save(context, number, Then::Stay),
            UiCommand::SaveAs => self.save_as(context, number, Then::Stay),
            _ => self.close_tab(shown),
        }
    }

    pub(super) fn go(&mut self, place: Place) {
        if let Some(workspace) = self.workspace_mut() {
            workspace.editor.commit();
            workspace.place = place;
        }
    }

    /// Goes round through the start page and the documents.
    fn turn_tab(&mut self, by: usize) {
        let stops = self.workspaces.len() + 1;
        let now = self.shown.map_or(0, |shown| shown + 1);
        self.show_tab(((now + by) % stops).checked_sub(1));
    }

    /// Shows a document, or the start page; what was typed in the one before is kept.
    pub(super) fn show_tab(&mut self, shown: Option<usize>) {
        if let Some(workspace) = self.workspace_mut() {
            workspace.editor.commit();
        }
        self.shown = shown.filter(|shown| *shown < self.workspaces.len());
    }

    /// Shows or hides the left column; without room for both, it takes the place of the inspector.
    fn toggle_left(&mut self, context: &Context) {
        let (panels, window) = (&mut self.settings.panels, context.content_rect().size());
        panels.left.is_open = !panels::fitting(panels, window).left.is_open;
        if panels.left.is_open && !panels::has_room(panels, window) {
            panels.inspector.is_open = false;
        }
    }

    fn scale(&mut self, context: &Context, scale: Option<u16>) {
        if let Some(scale) = scale {
            self.set_look(context, Look { scale, ..self.settings.look() });
        }
    }

    /// Changes how the studio looks and speaks.
    pub(super) fn set_look(&mut self, context: &Context, look: Look) {
        self.settings.set_look(look);
        self.show_look(context);
    }
}

fn toggle(panel: &mut super::settings::Panel) {
    panel.is_open = !panel.is_open;
}
