//! The menus: file, edit, view, help.

use super::shell::{ShellAction, ShellContext};
use super::ui_command::{UiCommand, shortcut_text};
use egui::containers::menu::{MenuButton, SubMenuButton};
use egui::{Button, MenuBar, Response, RichText, Stroke, StrokeKind, Ui, vec2};

const FILE: &[&[UiCommand]] = &[
    &[UiCommand::New, UiCommand::Open],
    &[UiCommand::Import, UiCommand::ImportFolder, UiCommand::ImportReport, UiCommand::Export, UiCommand::SavePicture],
    &[UiCommand::Save, UiCommand::SaveAs],
    &[UiCommand::CloseTab, UiCommand::Quit],
];
const EDIT: &[&[UiCommand]] = &[&[UiCommand::Undo, UiCommand::Redo], &[UiCommand::Find, UiCommand::FindElement]];
const VIEW: &[&[UiCommand]] = &[
    &[UiCommand::GoFlow, UiCommand::GoForms, UiCommand::GoPlay, UiCommand::GoDeliver],
    &[UiCommand::ToggleLeft, UiCommand::ToggleDrawer, UiCommand::ToggleInspector],
    &[UiCommand::ScaleUp, UiCommand::ScaleDown, UiCommand::ScaleReset],
    &[UiCommand::NextTab, UiCommand::PreviousTab],
];
const HELP: &[&[UiCommand]] = &[&[UiCommand::Tour, UiCommand::Shortcuts, UiCommand::Settings]];

const MENUS: [(&str, &[&[UiCommand]]); 4] = [("menu-file", FILE), ("menu-edit", EDIT), ("menu-view", VIEW), ("menu-help", HELP)];

/// Draws the menu bar, and `rest` behind the menus: egui's bar takes all the width there is. In a narrow
/// window all menus stand under one.
pub fn menus_ui(
    ui: &mut Ui,
    context: &ShellContext<'_>,
    is_narrow: bool,
    actions: &mut Vec<ShellAction>,
    rest: impl FnOnce(&mut Ui, &mut Vec<ShellAction>),
) {
    MenuBar::new().ui(ui, |ui| {
        // The bar is as high as its caller says, the buttons in it are as high as all others.
        ui.spacing_mut().interact_size.y = 28.0;
        ui.spacing_mut().button_padding = vec2(8.0, 6.0);
        if is_narrow {
            MenuButton::new(context.texts.get("menu-all")).ui(ui, |ui| {
                for (title, groups) in MENUS {
                    SubMenuButton::new(context.texts.get(title)).ui(ui, |ui| menu_ui(ui, context, groups, actions));
                }
            });
        } else {
            for (title, groups) in MENUS {
                let (title, _) = MenuButton::new(context.texts.get(title)).ui(ui, |ui| menu_ui(ui, context, groups, actions));
                focus_ui(ui, context, &title);
            }
        }
        rest(ui, actions);
    });
}

/// A title that has the focus is framed: its ground alone differs too little from the bar's.
fn focus_ui(ui: &Ui, context: &ShellContext<'_>, title: &Response) {
    if title.has_focus() {
        ui.painter().rect_stroke(title.rect, 4, Stroke::new(2.0, context.theme.accent), StrokeKind::Inside);
    }
}

fn menu_ui(ui: &mut Ui, context: &ShellContext<'_>, groups: &[&[UiCommand]], actions: &mut Vec<ShellAction>) {
    ui.set_min_width(280.0);
    for (index, group) in groups.iter().enumerate() {
        if index > 0 {
            ui.separator();
        }
        for command in *group {
            if entry_ui(ui, context, *command) {
                actions.push(ShellAction::Run(*command));
                ui.close();
            }
        }
    }
}

fn entry_ui(ui: &mut Ui, context: &ShellContext<'_>, command: UiCommand) -> bool {
    let shortcut = command.shortcuts().first().map(|shortcut| shortcut_text(context.texts, shortcut)).unwrap_or_default();
    let is_on = context.switched_on.contains(&command);
    let text = command.text(context.texts);
    let button = Button::new(text).selected(is_on).shortcut_text(RichText::new(shortcut)).min_size(vec2(0.0, 28.0));
    let is_enabled = context.enabled.contains(&command);
    let response = ui.add_enabled(is_enabled, button);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::MenuItem, is_enabled, text));
    response.clicked()
}
