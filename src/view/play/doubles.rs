//! How base services shall behave, set before they are asked.

use super::stage::{errors, service_name};
use super::{PlayState, Wish};
use crate::model::{Document, ServiceUse, Subject};
use crate::sim::{Answerer, Double};
use crate::view::ViewContext;
use crate::view::widgets::semibold;
use egui::{RichText, Role, ScrollArea, Ui, WidgetInfo};
use std::collections::BTreeSet;

/// The services that a document uses, and the scripts that doubles stand in for.
pub(super) fn used(document: &Document) -> BTreeSet<Answerer> {
    let services = document.nodes.values().filter_map(|node| Some((node.id, node.details.service.as_ref()?)));
    // A script of which nothing is known is passed without a question.
    let is_asked =
        |service: &ServiceUse| !service.service.is_empty() && (service.service != ServiceUse::SCRIPT || !service.answer.is_empty());
    services.filter(|(_, service)| is_asked(service)).map(|(node, service)| Answerer::of(node, &service.service)).collect()
}

/// What it is called: a script after its step.
fn name(context: &ViewContext<'_>, answerer: &Answerer) -> String {
    match answerer {
        Answerer::Service(key) => service_name(context, key).to_owned(),
        Answerer::Script(node) => {
            let step = context.texts.name_of(context.document, Subject::Node(*node));
            format!("{} {step}", service_name(context, ServiceUse::SCRIPT))
        }
    }
}

/// Draws one group of choices for each service and each script.
pub(super) fn ui(ui: &mut Ui, context: &ViewContext<'_>, state: &PlayState, wishes: &mut Vec<Wish>) {
    let texts = context.texts;
    ui.set_max_width(340.0);
    ui.label(RichText::new(texts.get("play-doubles-help")).color(context.theme.text_soft));
    let room = (ui.ctx().content_rect().height() - 200.0).max(120.0);
    ScrollArea::vertical().auto_shrink([false, true]).max_height(room).show(ui, |ui| {
        for answerer in used(context.document) {
            let name = name(context, &answerer);
            let service = if let Answerer::Service(key) = &answerer { key } else { ServiceUse::SCRIPT };
            ui.add_space(4.0);
            ui.label(semibold(&name, 14.0));
            let current = state.doubles.get(&answerer).cloned().unwrap_or_default();
            let fixed =
                [(Double::Ask, "play-double-ask"), (Double::Answers, "play-double-answers"), (Double::Silent, "play-double-silent")];
            let mut choices: Vec<(Double, String)> = fixed.map(|(double, key)| (double, texts.get(key).to_owned())).into();
            choices.extend(errors(service, &[]).into_iter().map(|error| {
                let word = texts.with("play-service-fails", &[("error", texts.error_name(&error).into())]);
                (Double::Fails(error), word)
            }));
            for (double, word) in choices {
                let response = ui.radio(current == double, &word);
                let told = format!("{name}: {word}");
                response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, current == double, &told));
                if response.clicked() && current != double {
                    wishes.push(Wish::SetDouble(answerer.clone(), double));
                }
            }
        }
    });
}
