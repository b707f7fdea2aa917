//! Above the tree: what is searched for, and which fields are shown.

use super::Model;
use super::filter::Filter;
use crate::view::icons::Icon;
use crate::view::widgets::{IconButton, choice};
use egui::{Align, Layout, RichText, TextEdit, Ui, vec2};

impl Model<'_, '_> {
    pub(super) fn bar_ui(&mut self, ui: &mut Ui) {
        let (texts, theme) = (self.context.texts, self.context.theme);
        ui.horizontal(|ui| {
            let width = ((ui.available_width() - 8.0) * 0.54).floor();
            ui.allocate_ui_with_layout(vec2(width, 32.0), Layout::left_to_right(Align::Center), |ui| self.search_ui(ui, width));
            let filters = Filter::ALL.map(|(filter, key)| (filter, texts.get(key)));
            if let Some(filter) = choice(ui, "data filter", texts.get("data-filter"), &self.state.filter, &filters) {
                self.state.filter = filter;
            }
        });
        let count = texts.with("data-count", &[("count", self.rows.hits.into())]);
        ui.label(RichText::new(count).size(12.0).color(theme.text_soft));
        ui.add_space(2.0);
    }

    fn search_ui(&mut self, ui: &mut Ui, width: f32) {
        let (texts, theme) = (self.context.texts, self.context.theme);
        let has_query = !self.state.query.is_empty();
        let label = texts.get("data-search");
        let field = TextEdit::singleline(&mut self.state.query).id_salt("data search").hint_text(label).margin(vec2(8.0, 6.0));
        let response = ui.add(field.desired_width(width - if has_query { 36.0 } else { 0.0 }));
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(label));
        if has_query && IconButton::new(Icon::Close, texts.get("data-search-clear")).small().ui(ui, theme).clicked() {
            self.state.query.clear();
        }
    }
}
