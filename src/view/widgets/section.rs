//! A part of a panel that can be folded; remembers whether it is open.

use super::semibold_font;
use crate::view::icons::Icon;
use crate::view::theme::Theme;
use egui::text::{LayoutJob, TextWrapping};
use egui::{Align2, CursorIcon, FontId, Id, Response, Role, Sense, Stroke, Ui, WidgetInfo, vec2};
use std::hash::Hash;

/// A foldable part of a panel with its title.
pub struct Section<'a> {
    id: Id,
    title: &'a str,
    count: Option<usize>,
    is_open_first: bool,
}

impl<'a> Section<'a> {
    /// An open section; `id` distinguishes it from all others.
    pub fn new(id: impl Hash + std::fmt::Debug, title: &'a str) -> Self {
        Self { id: Id::unique(id).with("section"), title, count: None, is_open_first: true }
    }

    /// Shows how many things are in it.
    #[must_use]
    pub fn count(mut self, count: usize) -> Self {
        self.count = Some(count);
        self
    }

    /// Folded until it is opened.
    #[must_use]
    pub fn folded(mut self) -> Self {
        self.is_open_first = false;
        self
    }

    /// Draws the header and, if it is open, the content. `None` while it is folded.
    pub fn ui<R>(self, ui: &mut Ui, theme: &Theme, content: impl FnOnce(&mut Ui) -> R) -> Option<R> {
        let mut is_open = ui.data(|data| data.get_temp(self.id)).unwrap_or(self.is_open_first);
        if self.header_ui(ui, theme, is_open).clicked() {
            is_open = !is_open;
            ui.data_mut(|data| data.insert_temp(self.id, is_open));
        }
        let answer = is_open.then(|| ui.push_id(self.id, |ui| ui.vertical(content).inner).inner);
        if is_open {
            ui.add_space(8.0);
        }
        answer
    }

    /// Opens the section of this id, for instance to show a field in it.
    pub fn open(context: &egui::Context, id: impl Hash + std::fmt::Debug) {
        context.data_mut(|data| data.insert_temp(Id::unique(id).with("section"), true));
    }

    fn header_ui(&self, ui: &mut Ui, theme: &Theme, is_open: bool) -> Response {
        let (_, rect) = ui.allocate_space(vec2(ui.available_width(), 32.0));
        let response = ui.interact(rect, self.id, Sense::click()).on_hover_cursor(CursorIcon::PointingHand);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, self.title));
        ui.ctx().accesskit_node_builder(self.id, |node| node.set_expanded(is_open));
        let painter = ui.painter();
        if response.hovered() {
            painter.rect_filled(rect, 4, theme.accent_soft);
        }
        if response.has_focus() {
            painter.rect_stroke(rect, 4, Stroke::new(2.0, theme.accent), egui::StrokeKind::Inside);
        }
        let chevron = if is_open { Icon::Expand } else { Icon::Folded };
        let middle = rect.center().y;
        painter.text(egui::pos2(rect.left() + 10.0, middle), Align2::CENTER_CENTER, chevron.glyph(), Icon::font(16.0), theme.text_soft);
        let mut title = LayoutJob::simple_singleline(self.title.to_owned(), semibold_font(14.0), theme.text);
        title.wrap = TextWrapping::truncate_at_width(rect.width() - 24.0 - 32.0);
        let title = painter.layout_job(title);
        painter.galley(egui::pos2(rect.left() + 24.0, middle - title.size().y / 2.0), title, theme.text);
        if let Some(count) = self.count {
            let place = egui::pos2(rect.right() - 8.0, middle);
            painter.text(place, Align2::RIGHT_CENTER, count.to_string(), FontId::proportional(12.0), theme.text_soft);
        }
        response
    }
}
