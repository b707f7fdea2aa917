//! The list of notes: those on elements of the flow, and the annotations. One click leads there.

use super::icons::Icon;
use super::widgets::{rows_ui, semibold};
use super::{Action, ViewContext};
use crate::check::Aspect;
use crate::model::{ArtifactKind, Document, Subject};
use egui::{Button, RichText, ScrollArea, Ui, WidgetInfo};

/// Height of a row, in points.
const ROW: f32 = 28.0;

/// All notes of a document with what they are on, in the order in which that was made.
pub fn all(document: &Document) -> Vec<(Subject, &str)> {
    let nodes = document.nodes.values().map(|node| (Subject::Node(node.id), node.details.note.trim()));
    let annotations = document.artifacts.values().filter_map(|artifact| match &artifact.kind {
        ArtifactKind::Annotation { text } => Some((Subject::Artifact(artifact.id), text.trim())),
        _ => None,
    });
    nodes.chain(annotations).filter(|(_, text)| !text.is_empty()).collect()
}

/// Draws the list; a sentence if there is none.
pub fn ui(ui: &mut Ui, context: &ViewContext<'_>, actions: &mut Vec<Action>) {
    let notes = all(context.document);
    if notes.is_empty() {
        ui.label(RichText::new(context.texts.get("notes-none")).color(context.theme.text_soft));
        return;
    }
    ScrollArea::vertical().id_salt("notes").auto_shrink(false).show(ui, |ui| {
        rows_ui(ui, ROW, notes.len(), |ui, row| {
            if let Some((subject, text)) = notes.get(row) {
                row_ui(ui, context, *subject, text, actions);
            }
        });
    });
}

fn row_ui(ui: &mut Ui, context: &ViewContext<'_>, subject: Subject, text: &str, actions: &mut Vec<Action>) {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let title = match subject {
        Subject::Node(node) => context.document.nodes.get(node).map(|node| context.texts.node_title(node)).unwrap_or_default(),
        _ => context.texts.kind_of(context.document, subject).to_owned(),
    };
    let sign = Icon::Note.text(16.0).color(context.theme.text_soft);
    let button = Button::new((sign, semibold(&title, 14.0), RichText::new(&line))).frame_when_inactive(false).truncate();
    let response = ui.add(button.min_size(egui::vec2(ui.available_width(), ROW)));
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Link, true, format!("{title}: {line}")));
    if response.on_hover_text(text).clicked() {
        actions.push(Action::Reveal(subject, Some(Aspect::Text)));
    }
}
