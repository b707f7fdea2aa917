//! Whether and how an activity is repeated.

use super::pane::Pane;
use crate::check::Aspect;
use crate::edit::Record;
use crate::model::{FlowNode, Repetition};
use crate::view::widgets::Section;
use egui::Ui;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Once,
    Loop,
    Each,
}

fn with(node: &FlowNode, repetition: Repetition) -> Record {
    Record::Node(FlowNode { repetition, ..node.clone() })
}

pub(super) fn ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, node: &FlowNode) {
    let section = Section::new("step-repetition", pane.context.texts.get("inspector-repetition"));
    let section = if node.repetition == Repetition::Once { section.folded() } else { section };
    section.ui(ui, pane.context.theme, |ui| content_ui(ui, pane, node));
}

fn content_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, node: &FlowNode) {
    let kind = match node.repetition {
        Repetition::Once => Kind::Once,
        Repetition::Loop { .. } => Kind::Loop,
        Repetition::MultiInstance { .. } => Kind::Each,
    };
    let texts = pane.context.texts;
    let kinds = [
        (Kind::Once, texts.get("inspector-repeat-once")),
        (Kind::Loop, texts.get("inspector-repeat-loop")),
        (Kind::Each, texts.get("inspector-repeat-each")),
    ];
    if let Some(kind) = pane.choose(ui, "inspector-repetition", &kind, &kinds) {
        pane.put(with(node, begun(kind)));
    }
    match node.repetition.clone() {
        Repetition::Once => {}
        Repetition::Loop { condition, tests_before, maximum } => {
            pane.feel(ui, "inspector-loop-condition", Aspect::Repetition, &condition, |condition| {
                with(node, Repetition::Loop { condition, tests_before, maximum })
            });
            pane.check(ui, "inspector-loop-before", tests_before, |tests_before| {
                with(node, Repetition::Loop { condition: condition.clone(), tests_before, maximum })
            });
        }
        Repetition::MultiInstance { is_sequential, collection, element, completion_condition } => {
            let each = |is_sequential: bool, collection: &str, element: &str, completion_condition: &str| {
                let (collection, element, completion_condition) =
                    (collection.to_owned(), element.to_owned(), completion_condition.to_owned());
                with(node, Repetition::MultiInstance { is_sequential, collection, element, completion_condition })
            };
            pane.feel(ui, "inspector-each-list", Aspect::Repetition, &collection, |text| {
                each(is_sequential, &text, &element, &completion_condition)
            });
            pane.text(ui, "inspector-each-element", Aspect::Repetition, &element, 1, |text| {
                each(is_sequential, &collection, &text, &completion_condition)
            });
            pane.check(ui, "inspector-each-sequential", is_sequential, |is| each(is, &collection, &element, &completion_condition));
            pane.feel(ui, "inspector-each-completion", Aspect::Repetition, &completion_condition, |text| {
                each(is_sequential, &collection, &element, &text)
            });
        }
    }
}

fn begun(kind: Kind) -> Repetition {
    match kind {
        Kind::Once => Repetition::Once,
        Kind::Loop => Repetition::Loop { condition: String::new(), tests_before: false, maximum: None },
        Kind::Each => Repetition::MultiInstance {
            is_sequential: false,
            collection: String::new(),
            element: String::new(),
            completion_condition: String::new(),
        },
    }
}
