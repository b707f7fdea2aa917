//! Beside the tree: what is known of the chosen object or field, and where it is used.

use super::Model;
use crate::model::{DataFieldId, Subject};
use crate::view::icons::Icon;
use crate::view::inspector::{self, InspectorState};
use crate::view::widgets::{card, empty_state, empty_view_air, semibold};
use egui::{CentralPanel, Frame, Label, Margin, RichText, ScrollArea, Ui, vec2};

/// From this breadth on, properties and uses stand side by side, in points.
const WIDE: f32 = 720.0;
/// Nothing stands broader than this, in points.
const BROADEST: f32 = 1120.0;

impl Model<'_, '_> {
    pub(super) fn detail_ui(&mut self, ui: &mut Ui, inspector: &mut InspectorState) {
        CentralPanel::no_frame().frame(Frame::new().fill(self.context.theme.canvas)).show(ui, |ui| {
            let Some(subject) = self.context.selection.single().filter(|subject| self.context.document.has(*subject)) else {
                empty_view_air(ui);
                empty_state(ui, self.context.theme, Icon::Data, self.context.texts.get("data-choose"), None);
                return;
            };
            ScrollArea::vertical().id_salt(("data detail", subject)).auto_shrink(false).show(ui, |ui| {
                Frame::new().inner_margin(Margin::same(16)).show(ui, |ui| {
                    ui.set_width(ui.available_width().min(BROADEST));
                    self.heading_ui(ui, subject);
                    self.cards_ui(ui, inspector, subject);
                });
            });
        });
    }

    fn heading_ui(&self, ui: &mut Ui, subject: Subject) {
        let (document, texts, theme) = (self.context.document, self.context.texts, self.context.theme);
        let way = self.state.cursor.as_ref().filter(|key| key.subject() == subject);
        let holders: Vec<&str> = way.iter().flat_map(|key| key.holders()).filter_map(|key| document.name_of(key.subject())).collect();
        let place = if holders.is_empty() { texts.kind_of(document, subject).to_owned() } else { holders.join(" › ") };
        ui.add(Label::new(RichText::new(place).size(12.0).color(theme.text_soft)).truncate());
        let name = document.name_of(subject).unwrap_or_default();
        let shown = if name.trim().is_empty() { texts.get("inspector-nameless") } else { name };
        ui.add(Label::new(semibold(shown, 20.0)).wrap());
        ui.add_space(8.0);
    }

    fn cards_ui(&mut self, ui: &mut Ui, inspector: &mut InspectorState, subject: Subject) {
        let theme = self.context.theme;
        let width = ui.available_width();
        if width < WIDE {
            card(ui, theme, |ui| inspector::element_ui(ui, self.context, inspector, subject, self.actions));
            ui.add_space(12.0);
            card(ui, theme, |ui| self.uses_ui(ui, subject));
            return;
        }
        let left = (width * 0.58).floor();
        let spacing = ui.spacing().item_spacing;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 16.0;
            for (width, is_left) in [(left, true), (width - left - 16.0, false)] {
                ui.allocate_ui_with_layout(vec2(width, 0.0), egui::Layout::top_down(egui::Align::Min), |ui| {
                    ui.spacing_mut().item_spacing = spacing;
                    ui.set_width(width);
                    card(ui, theme, |ui| {
                        ui.set_width(width - 34.0);
                        if is_left {
                            inspector::element_ui(ui, self.context, inspector, subject, self.actions);
                        } else {
                            self.uses_ui(ui, subject);
                        }
                    });
                });
            }
        });
    }

    fn uses_ui(&mut self, ui: &mut Ui, subject: Subject) {
        let objects = &self.context.document.objects;
        let fields_of = |object| objects.get(object).map(|it| it.fields.clone()).unwrap_or_default();
        let fields: Vec<DataFieldId> = match subject {
            Subject::DataField(field) => {
                let object = self.context.document.fields.get(field).and_then(|it| it.kind.object());
                std::iter::once(field).chain(object.into_iter().flat_map(fields_of)).collect()
            }
            Subject::ObjectType(object) => fields_of(object),
            _ => return,
        };
        ui.label(semibold(self.context.texts.get("data-uses"), 16.0));
        ui.add_space(4.0);
        self.blocks_of_ui(ui, subject);
        self.usages_ui(ui, &fields);
    }
}
