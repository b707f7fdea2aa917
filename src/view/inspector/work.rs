//! How far the modeller has come with an element of the flow, and the modeller's note on it.

use super::pane::Pane;
use crate::check::Aspect;
use crate::edit::{Command, CommandName, Record};
use crate::model::{FlowNode, WorkState};
use crate::view::Action;
use crate::view::widgets::Section;
use egui::Ui;

/// Draws state and note; folded where there is nothing yet.
pub(super) fn ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, node: &FlowNode) {
    let (theme, texts) = (pane.context.theme, pane.context.texts);
    let section = Section::new("step-work", texts.get("inspector-work"));
    let is_bare = node.details.note.is_empty() && node.details.work_state == WorkState::default();
    let section = if is_bare { section.folded() } else { section };
    section.ui(ui, theme, |ui| {
        if let Some(state) = pane.choose(ui, "inspector-work-state", &node.details.work_state, &options(pane)) {
            pane.put(in_state(node, state));
        }
        pane.text(ui, "inspector-note", Aspect::Text, &node.details.note, 3, |note| {
            let mut node = node.clone();
            node.details.note = note;
            Record::Node(node)
        });
    });
}

/// The state of several selected elements: chosen for all of them at once.
pub(super) fn several_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>) {
    let document = pane.document();
    let nodes = pane.context.selection.subjects.iter().filter_map(|subject| document.nodes.get(subject.node()?));
    let nodes: Vec<&FlowNode> = nodes.collect();
    let Some(first) = nodes.first().map(|node| node.details.work_state) else { return };
    let common = Some(first).filter(|state| nodes.iter().all(|node| node.details.work_state == *state));
    let options: Vec<(Option<WorkState>, &str)> = options(pane).into_iter().map(|(state, text)| (Some(state), text)).collect();
    if let Some(state) = pane.choose(ui, "inspector-work-state", &common, &options).flatten() {
        let commands = nodes.iter().map(|node| Command::Put(in_state(node, state))).collect();
        pane.actions.push(Action::ApplyQuietly(Command::Batch { name: CommandName::ChangeProperties, commands }));
    }
}

fn options<'a>(pane: &Pane<'a, '_>) -> [(WorkState, &'a str); 4] {
    WorkState::ALL.map(|state| (state, pane.context.texts.work_state(state)))
}

fn in_state(node: &FlowNode, state: WorkState) -> Record {
    let mut node = node.clone();
    node.details.work_state = state;
    Record::Node(node)
}
