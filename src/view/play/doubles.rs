//! How base services shall behave, set before they are asked.

use super::stage::{errors, service_name};
use super::{PlayState, Wish};
use crate::model::Document;
use crate::sim::Double;
use crate::view::ViewContext;
use crate::view::widgets::semibold;
use egui::{RichText, Role, ScrollArea, Ui, WidgetInfo};
use std::collections::BTreeSet;

/// Keys of the services that a document uses.
pub(super) fn used(document: &Document) -> BTreeSet<&str> {
    let services = document.nodes.values().filter_map(|node| node.details.service.as_ref());
    services.map(|service| service.service.as_str()).filter(|key| !key.is_empty()).collect()
}

/// Draws one group of choices for each service.
pub(super) fn ui(ui: &mut Ui, context: &ViewContext<'_>, state: &PlayState, wishes: &mut Vec<Wish>) {
    let texts = context.texts;
    ui.set_max_width(340.0);
    ui.label(RichText::new(texts.get("play-doubles-help")).color(context.theme.text_soft));
    let room = (ui.ctx().content_rect().height() - 200.0).max(120.0);
    ScrollArea::vertical().auto_shrink([false, true]).max_height(room).show(ui, |ui| {
        for service in used(context.document) {
            ui.add_space(4.0);
            ui.label(semibold(service_name(context, service), 14.0));
            let current = state.doubles.get(service).cloned().unwrap_or_default();
            let fixed =
                [(Double::Ask, "play-double-ask"), (Double::Answers, "play-double-answers"), (Double::Silent, "play-double-silent")];
            let mut choices: Vec<(Double, String)> = fixed.map(|(double, key)| (double, texts.get(key).to_owned())).into();
            choices.extend(errors(service, &[]).into_iter().map(|error| {
                let word = texts.with("play-service-fails", &[("error", texts.error_name(&error).into())]);
                (Double::Fails(error), word)
            }));
            for (double, word) in choices {
                let response = ui.radio(current == double, &word);
                let told = format!("{}: {word}", service_name(context, service));
                response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, current == double, &told));
                if response.clicked() && current != double {
                    wishes.push(Wish::SetDouble(service.to_owned(), double));
                }
            }
        }
    });
}
