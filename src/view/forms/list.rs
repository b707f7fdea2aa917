//! The list of forms at the left: add, rename, duplicate, delete, and which steps use them.

use super::deeds::derive;
use super::{FormsState, Look, add_form, desk_of, palette, selected_element};
use crate::edit::{Command, ContentCommand, Record};
use crate::model::{Form, FormId, Subject};
use crate::view::icons::Icon;
use crate::view::widgets::{IconButton, Section, TextField, select_all, semibold};
use crate::view::{Action, Selection, ViewContext};
use egui::{Align, CursorIcon, Frame, Id, Label, Layout, RichText, Role, ScrollArea, Sense, Stroke, Ui, UiBuilder, WidgetInfo, vec2};

/// Draws the list.
pub fn list_ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut FormsState, actions: &mut Vec<Action>) {
    let look = Look::of(context);
    ui.horizontal(|ui| {
        ui.label(semibold(look.text("forms-title"), 16.0));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if IconButton::new(Icon::Add, look.text("forms-add")).ui(ui, context.theme).clicked() {
                actions.push(add_form(context));
            }
            if IconButton::new(Icon::Paste, look.text("forms-paste")).ui(ui, context.theme).clicked() {
                actions.push(Action::PasteForms);
            }
        });
    });
    ui.add_space(4.0);
    let current = state.current(context).map(|form| form.id);
    if current.is_none() {
        look.soft_ui(ui, look.text("forms-none"));
    }
    let tallest = (ui.available_height() * 0.5).max(120.0);
    ScrollArea::vertical().id_salt("forms").max_height(tallest).auto_shrink([false, true]).show(ui, |ui| {
        for form in context.document.listed_forms() {
            if state.renaming == Some(form.id) {
                rename_ui(ui, context, state, form, actions);
            } else {
                row_ui(ui, context, state, form, current == Some(form.id), actions);
            }
        }
    });
    palette_ui(ui, context, state, actions);
}

/// Below the forms: what can be dragged onto the paper of the shown one.
fn palette_ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut FormsState, actions: &mut Vec<Action>) {
    let Some(form) = state.current(context).filter(|_| state.preview.is_none()) else { return };
    let Some(page) = state.current_page(context, form, selected_element(context, form.id)) else { return };
    let place = desk_of(context, form, page, state.screen).place_behind();
    let title = context.texts.get("palette-heading-new");
    Section::new("form palette", title).ui(ui, context.theme, |ui| {
        ScrollArea::vertical().id_salt("form palette").auto_shrink(false).show(ui, |ui| {
            palette::column_ui(ui, context, state, Some(place), actions);
        });
    });
}

fn row_ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut FormsState, form: &Form, is_current: bool, actions: &mut Vec<Action>) {
    let (look, theme) = (Look::of(context), context.theme);
    let users = users_of(context, form.id);
    let used = match users.as_slice() {
        [] => look.text("forms-unused").to_owned(),
        [one] => look.texts.with("forms-used-by-one", &[("step", one.as_str().into())]),
        several => look.texts.with("forms-used-by", &[("count", several.len().into())]),
    };
    let sense = UiBuilder::new().id_salt(("form row", form.id)).sense(Sense::click());
    let row = ui.scope_builder(sense, |ui| {
        let fill = match () {
            () if is_current => theme.accent_soft,
            () if ui.response().hovered() => theme.ground,
            () => theme.panel,
        };
        let edge = Stroke::new(1.0, if is_current { theme.accent } else { fill });
        Frame::new().fill(fill).stroke(edge).corner_radius(4).inner_margin(8).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 2.0;
            let size = vec2(ui.available_width(), 28.0);
            ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
                menu_ui(ui, context, state, form, actions);
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    let name = if is_current { semibold(&form.name, 14.0) } else { RichText::new(&form.name) };
                    ui.add(Label::new(name).truncate().selectable(false));
                });
            });
            ui.add(Label::new(RichText::new(used).size(12.0).color(theme.text_soft)).truncate().selectable(false));
        });
    });
    let response = row.response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(users.join("\n"));
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_current, &form.name));
    if response.double_clicked() {
        state.renaming = Some(form.id);
    } else if response.clicked() {
        actions.push(Action::Select(Selection::only(Subject::Form(form.id))));
    }
}

fn menu_ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut FormsState, form: &Form, actions: &mut Vec<Action>) {
    let look = Look::of(context);
    let label = look.texts.with("forms-menu", &[("form", form.name.as_str().into())]);
    let button = IconButton::new(Icon::More, &label).small().ui(ui, context.theme);
    egui::Popup::menu(&button).show(|ui| {
        ui.spacing_mut().button_padding = vec2(8.0, 6.0);
        if ui.button(look.text("forms-rename")).clicked() {
            state.renaming = Some(form.id);
        }
        if ui.button(look.text("forms-duplicate")).clicked() {
            actions.push(Action::Apply(Command::Content(ContentCommand::DuplicateForm { form: form.id })));
        }
        if ui.button(look.text("forms-copy")).clicked() {
            actions.push(Action::Copy(vec![Subject::Form(form.id)]));
        }
        if ui.button(look.text("form-deed-derive")).clicked() {
            actions.push(derive(context, form));
        }
        if ui.button(look.text("forms-delete")).clicked() {
            actions.push(Action::Apply(Command::Remove(vec![Subject::Form(form.id)])));
        }
    });
}

fn rename_ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut FormsState, form: &Form, actions: &mut Vec<Action>) {
    let id = Id::unique(("rename form", form.id));
    let label = context.texts.get("forms-rename");
    let response = TextField { id, label, value: &form.name, hint: "", lines: 1 }
        .ui(ui, context, actions, |name| Command::Put(Record::Form(Form { name, ..form.clone() })));
    if response.lost_focus() {
        state.renaming = None;
    } else if !response.has_focus() {
        response.request_focus();
        select_all(ui.ctx(), id);
    }
}

/// Names of the steps that show a form.
pub fn users_of(context: &ViewContext<'_>, form: FormId) -> Vec<String> {
    let users = context.document.nodes.values().filter(|node| node.details.form == Some(form));
    users.map(|node| context.texts.name_of(context.document, Subject::Node(node.id))).collect()
}
