//! At the left: the code lists, with their versions and how often they are used.

use super::Model;
use super::codes::users_of;
use crate::edit::{Command, ContentCommand};
use crate::model::{CodeList, Subject};
use crate::view::icons::Icon;
use crate::view::widgets::{IconButton, empty_state, rows_ui};
use crate::view::{Action, Selection};
use egui::text::{LayoutJob, TextWrapping};
use egui::{FontId, Key, Modifiers, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

/// Height of a row, in points.
const ROW: f32 = 44.0;

impl Model<'_, '_> {
    /// The button that makes a list.
    pub(super) fn add_list_ui(&mut self, ui: &mut Ui) {
        if IconButton::new(Icon::Add, self.context.texts.get("codes-add-list")).ui(ui, self.context.theme).clicked() {
            self.add_list();
        }
    }

    pub(super) fn lists_ui(&mut self, ui: &mut Ui) {
        let (texts, document) = (self.context.texts, self.context.document);
        if document.code_lists.is_empty() {
            if empty_state(ui, self.context.theme, Icon::Outline, texts.get("codes-none"), Some(texts.get("codes-add-list"))) {
                self.add_list();
            }
            return;
        }
        let lists: Vec<&CodeList> = document.code_lists.values().collect();
        ScrollArea::vertical().id_salt("code lists").auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            rows_ui(ui, ROW, lists.len(), |ui, number| {
                if let Some(list) = lists.get(number) {
                    self.list_ui(ui, list);
                }
            });
        });
    }

    fn add_list(&mut self) {
        let name = self.context.texts.get("outline-new-codes").to_owned();
        self.content(ContentCommand::AddCodeList { name });
    }

    fn list_ui(&mut self, ui: &mut Ui, list: &CodeList) {
        let (texts, theme) = (self.context.texts, self.context.theme);
        let subject = Subject::CodeList(list.id);
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
        let is_selected = self.context.selection.has(subject);
        let users = users_of(self.context.document, list.id).count();
        let about = texts
            .with("codes-about", &[("version", (&list.version).into()), ("codes", list.entries.len().into()), ("fields", users.into())]);
        response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_selected, format!("{}, {about}", list.name)));
        if response.clicked() || response.secondary_clicked() {
            response.request_focus();
            self.actions.push(Action::Select(Selection::only(subject)));
        }
        if response.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Delete)) {
            self.remove_list(list);
        }
        let painter = ui.painter();
        let fill = if is_selected { theme.accent_soft } else { theme.ground };
        if is_selected || response.hovered() {
            painter.rect_filled(rect, 4, fill);
        }
        if response.has_focus() {
            painter.rect_stroke(rect, 4, Stroke::new(2.0, theme.accent), StrokeKind::Inside);
        }
        let line = |text: &str, size: f32, colour| {
            let mut job = LayoutJob::simple_singleline(text.to_owned(), FontId::proportional(size), colour);
            job.wrap = TextWrapping::truncate_at_width(rect.width() - 16.0);
            painter.layout_job(job)
        };
        painter.galley(pos2(rect.left() + 8.0, rect.top() + 4.0), line(&list.name, 14.0, theme.text), theme.text);
        painter.galley(pos2(rect.left() + 8.0, rect.top() + 24.0), line(&about, 12.0, theme.text_soft), theme.text_soft);
        response.context_menu(|ui| {
            ui.spacing_mut().button_padding = vec2(8.0, 6.0);
            if ui.button(texts.get("codes-new-version")).clicked() {
                self.new_version(list);
            }
            if ui.button(texts.get("data-delete")).clicked() {
                self.remove_list(list);
            }
        });
    }

    /// Deletes a list, or says which fields use it.
    fn remove_list(&mut self, list: &CodeList) {
        let (document, texts) = (self.context.document, self.context.texts);
        let name = texts.name_of(document, Subject::CodeList(list.id));
        let users: Vec<String> = users_of(document, list.id).map(|user| super::usage::title(self.context, user)).collect();
        if users.is_empty() {
            self.actions.push(Action::ApplyQuietly(Command::Remove(vec![Subject::CodeList(list.id)])));
            self.actions.push(Action::Say(texts.with("data-deleted", &[("name", (&name).into())])));
        } else {
            let sentence = texts.with("data-not-deleted", &[("name", (&name).into()), ("users", (&users.join("; ")).into())]);
            self.actions.push(Action::Say(sentence));
        }
    }
}
