//! The pages of the form as the steps of its progress bar: chosen, named, moved, added and deleted here.

use super::bar::title_of;
use super::deeds::{Deed, Desk};
use super::drag::Drag;
use super::frame::page_icon;
use super::{FormsState, Look, menu};
use crate::check::Aspect;
use crate::edit::{Command, ContentCommand, FormPlace};
use crate::model::{Form, FormElementId, Page, PageKind, Subject};
use crate::view::icons::Icon;
use crate::view::widgets::{IconButton, quiet_button, semibold};
use crate::view::{Action, Selection};
use egui::{Button, Frame, Margin, Popup, Response, RichText, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo, vec2};

/// Draws the pages, those of shown forms first.
pub fn ui(ui: &mut Ui, desk: &Desk<'_, '_>, state: &mut FormsState, actions: &mut Vec<Action>) {
    let theme = desk.context.theme;
    let frame = Frame::new().fill(theme.panel).inner_margin(Margin::symmetric(12, 4));
    let row = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ScrollArea::horizontal().id_salt("pages").show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 2.0;
                foreign_ui(ui, desk, state, actions);
                own_ui(ui, desk, state, actions);
                add_ui(ui, desk, actions);
            });
        });
    });
    let rect = row.response.rect;
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, theme.line));
    ui.add_space(1.0);
}

/// The pages of the forms that this one shows, pale: they are looked at here, not changed.
fn foreign_ui(ui: &mut Ui, desk: &Desk<'_, '_>, state: &mut FormsState, actions: &mut Vec<Action>) {
    let (document, look) = (desk.context.document, Look::of(desk.context));
    let shown = document.shown_forms(desk.form.id).into_iter().rev().filter(|form| *form != desk.form.id);
    for form in shown.filter_map(|form| document.forms.get(form)) {
        for (index, page) in form.pages.iter().enumerate() {
            let title = title_of(look, page, index);
            let is_current = desk.page == page.id;
            let text = RichText::new(&title).color(desk.context.theme.text_faint).italics();
            let response = ui.add(Button::selectable(is_current, (Icon::Form.text(14.0).color(desk.context.theme.text_faint), text)));
            let name = look.texts.with("forms-shown-tab", &[("page", (&title).into()), ("form", form.name.as_str().into())]);
            response.widget_info(|| WidgetInfo::selected(Role::Tab, true, is_current, &name));
            if response.on_hover_text(&name).clicked() {
                state.page = Some(page.id);
                actions.push(Action::Select(Selection::only(Subject::Form(desk.form.id))));
            }
            arrow_ui(ui, desk);
        }
    }
}

fn arrow_ui(ui: &mut Ui, desk: &Desk<'_, '_>) {
    ui.add(egui::Label::new(Icon::Folded.text(14.0).color(desk.context.theme.text_faint)).selectable(false));
}

fn own_ui(ui: &mut Ui, desk: &Desk<'_, '_>, state: &mut FormsState, actions: &mut Vec<Action>) {
    state.tabs.clear();
    let mut dropped = None;
    for (index, page) in desk.form.pages.iter().enumerate() {
        if index > 0 {
            arrow_ui(ui, desk);
        }
        let response = tab_ui(ui, desk, page, index, actions);
        state.tabs.push((page.id, response.rect));
        if response.drag_stopped() {
            dropped = Some(page.id);
        }
        if response.dragged() {
            ui.ctx().set_cursor_icon(egui::CursorIcon::Grabbing);
        }
        Popup::context_menu(&response).show(|ui| {
            page_menu_ui(ui, desk, page, actions);
            if desk.selected == [page.id] {
                ui.separator();
                menu::entries_ui(ui, desk, state, actions);
            }
        });
    }
    if let Some(page) = dropped {
        drop_page(ui, desk, state, page, actions);
    }
}

fn tab_ui(ui: &mut Ui, desk: &Desk<'_, '_>, page: &Page, index: usize, actions: &mut Vec<Action>) -> Response {
    let look = Look::of(desk.context);
    let title = title_of(look, page, index);
    let is_current = page.id == desk.page;
    let subject = Subject::FormElement(desk.form.id, page.id);
    let colour = if is_current { desk.context.theme.accent } else { desk.context.theme.text };
    let shown = shortened(&title);
    let text = if is_current { semibold(&shown, 14.0).color(colour) } else { RichText::new(&shown) };
    let number = RichText::new((index + 1).to_string()).size(12.0).color(if is_current { colour } else { desk.context.theme.text_soft });
    let button = match page_icon(page) {
        Some(icon) => Button::selectable(is_current, (number, text, icon.text(14.0).color(desk.context.theme.text_soft))),
        None => Button::selectable(is_current, (number, text)),
    };
    let response = ui.add(button.min_size(vec2(0.0, 30.0)).sense(Sense::click_and_drag()));
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, is_current, &title));
    let response = if page.visible_when.trim().is_empty() {
        if shown == title { response } else { response.on_hover_text(&title) }
    } else {
        let words = super::rules::condition_words(desk.context, subject, &page.visible_when);
        response.on_hover_text(look.texts.with("forms-only-when", &[("condition", (&words).into())]))
    };
    if response.double_clicked() {
        actions.push(Action::Reveal(subject, Some(Aspect::Name)));
    } else if response.clicked() || response.secondary_clicked() {
        actions.push(Action::Select(Selection::only(subject)));
    }
    response
}

/// A title as long as there is room for on a tab.
fn shortened(title: &str) -> String {
    const LONGEST: usize = 30;
    if title.chars().count() <= LONGEST { title.to_owned() } else { title.chars().take(LONGEST - 1).chain(['…']).collect() }
}

/// A page that was dragged goes where the pointer let it go.
fn drop_page(ui: &Ui, desk: &Desk<'_, '_>, state: &FormsState, page: FormElementId, actions: &mut Vec<Action>) {
    let Some(pointer) = ui.ctx().pointer_latest_pos() else { return };
    let at = |wanted: FormElementId| desk.form.pages.iter().position(|page| page.id == wanted);
    let index = state.tabs.iter().filter(|(_, rect)| rect.center().x < pointer.x).count();
    let stays = at(page).is_none_or(|own| own == index || own + 1 == index);
    if !stays && matches!(state.drag, Drag::None) {
        actions.push(desk.moving(&[page], FormPlace { form: desk.form.id, container: page, index }));
    }
}

fn page_menu_ui(ui: &mut Ui, desk: &Desk<'_, '_>, page: &Page, actions: &mut Vec<Action>) {
    let texts = desk.context.texts;
    ui.set_min_width(260.0);
    let is_summary = page.kind == PageKind::Summary;
    let word = texts.get(if is_summary { "forms-page-to-questions" } else { "forms-page-to-summary" });
    if ui.add(Button::new((Icon::Tests.text(18.0), word)).min_size(vec2(0.0, 28.0))).clicked() {
        let kind = if is_summary { PageKind::Questions } else { PageKind::Summary };
        actions.push(Action::ApplyQuietly(with_kind(desk.form, page.id, kind)));
    }
}

/// The form with another kind of a page.
fn with_kind(form: &Form, page: FormElementId, kind: PageKind) -> Command {
    let mut form = form.clone();
    form.pages.iter_mut().filter(|own| own.id == page).for_each(|own| own.kind = kind);
    Command::Put(crate::edit::Record::Form(form))
}

fn add_ui(ui: &mut Ui, desk: &Desk<'_, '_>, actions: &mut Vec<Action>) {
    let (look, form) = (Look::of(desk.context), desk.form);
    ui.add_space(6.0);
    if quiet_button(ui, Some(Icon::Add), look.text("forms-add-page")).clicked() {
        let title = look.texts.with("forms-page", &[("number", (form.pages.len() + 1).into())]);
        actions.push(Action::Apply(Command::Content(ContentCommand::AddPage { form: form.id, title })));
    }
    if let Some(summary) = desk.actions(Deed::AddSummary)
        && quiet_button(ui, Some(Icon::Tests), look.text("forms-add-summary")).on_hover_text(look.text("forms-add-summary-help")).clicked()
    {
        actions.extend(summary);
    }
    let is_own = form.pages.iter().any(|page| page.id == desk.page);
    if form.pages.len() > 1
        && is_own
        && IconButton::new(Icon::Remove, look.text("forms-delete-page")).small().ui(ui, desk.context.theme).clicked()
    {
        actions.push(Action::Apply(Command::Remove(vec![Subject::FormElement(form.id, desk.page)])));
    }
}
