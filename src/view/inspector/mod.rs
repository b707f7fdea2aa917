//! The right column: the properties of what is selected, most used first, and what is wrong with it.

mod activity;
mod calendar;
mod data;
mod decision;
pub(super) mod duration;
mod event;
mod fim;
mod flow;
mod form;
mod form_field;
mod form_rule;
mod letter;
mod pane;
mod procedure;
mod repetition;
mod roles;
mod step;
mod work;

use crate::check::Aspect;
use crate::model::{ArtifactKind, NodeKind, ProcessId, Subject};
use crate::view::widgets::{error_text, semibold, warning_text};
use crate::view::{Action, ViewContext};
use egui::{RichText, ScrollArea, Ui};
use pane::Pane;

/// What the inspector remembers between frames.
#[derive(Clone, Debug, Default)]
pub struct InspectorState {
    /// The property whose field takes the focus in the next frame.
    pub focus: Option<Aspect>,
}

/// Draws the properties of the selected element; of the process on the canvas if nothing is selected.
pub fn ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut InspectorState, process: ProcessId, actions: &mut Vec<Action>) {
    let subject = context.selection.primary.unwrap_or(Subject::Process(process));
    ScrollArea::vertical().id_salt(("inspector", subject)).auto_shrink(false).show(ui, |ui| {
        if context.selection.subjects.len() > 1 {
            several_ui(ui, context);
            let mut pane = Pane::new(context, actions, subject, None);
            step::several_ui(ui, &mut pane);
            work::several_ui(ui, &mut pane);
            form::several_ui(ui, &mut pane);
            return;
        }
        heading_ui(ui, context, subject);
        problems_ui(ui, context, subject, actions);
        let focus = state.focus.take();
        properties_ui(ui, Pane::new(context, actions, subject, focus), subject);
        ui.add_space(16.0);
    });
}

/// Draws what is wrong with an element, and its properties, for places that show them elsewhere than in the right column.
pub(super) fn element_ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut InspectorState, subject: Subject, actions: &mut Vec<Action>) {
    problems_ui(ui, context, subject, actions);
    let focus = state.focus.take();
    properties_ui(ui, Pane::new(context, actions, subject, focus), subject);
}

fn several_ui(ui: &mut Ui, context: &ViewContext<'_>) {
    let count = context.selection.subjects.len();
    ui.add_space(8.0);
    ui.label(semibold(&context.texts.with("inspector-several", &[("count", count.into())]), 16.0));
    ui.label(RichText::new(context.texts.get("inspector-several-help")).color(context.theme.text_soft));
}

fn heading_ui(ui: &mut Ui, context: &ViewContext<'_>, subject: Subject) {
    ui.add_space(8.0);
    ui.label(RichText::new(context.texts.kind_of(context.document, subject)).size(12.0).color(context.theme.text_soft));
    let name = context.document.name_of(subject).unwrap_or_default();
    let shown = if name.trim().is_empty() { context.texts.get("inspector-nameless") } else { name };
    ui.add(egui::Label::new(semibold(shown, 16.0)).wrap());
    ui.add_space(4.0);
}

fn problems_ui(ui: &mut Ui, context: &ViewContext<'_>, subject: Subject, actions: &mut Vec<Action>) {
    for problem in context.problems.iter().filter(|problem| problem.at.first() == Some(&subject)) {
        let sentence = context.texts.problem(context.document, problem);
        match problem.severity {
            crate::check::Severity::Error => error_text(ui, context.theme, &sentence),
            _ => warning_text(ui, context.theme, &sentence),
        }
        if let Some(fix) = &problem.fix
            && ui.button(context.texts.get(fix.label)).clicked()
        {
            actions.push(Action::Apply(fix.command.clone()));
        }
        crate::view::problems::play_ui(ui, context, problem, actions);
    }
}

fn properties_ui(ui: &mut Ui, mut pane: Pane<'_, '_>, subject: Subject) {
    let document = pane.context.document;
    match subject {
        Subject::Process(id) => document.processes.get(id).map(|it| procedure::ui(ui, &mut pane, it)),
        Subject::Role(id) => document.roles.get(id).map(|it| roles::role_ui(ui, &mut pane, it)),
        Subject::Pool(id) => document.pools.get(id).map(|it| roles::pool_ui(ui, &mut pane, it)),
        Subject::Lane(id) => document.lanes.get(id).map(|it| roles::lane_ui(ui, &mut pane, it)),
        Subject::Node(id) => document.nodes.get(id).map(|node| {
            step::name_ui(ui, &mut pane, node);
            match &node.kind {
                kind if kind.is_event() => event::ui(ui, &mut pane, node),
                kind if kind.is_gateway() => flow::ways_ui(ui, &mut pane, node),
                _ => {
                    activity::ui(ui, &mut pane, node);
                    step::ui(ui, &mut pane, node);
                    if !matches!(node.kind, NodeKind::SubProcess { is_event: true }) {
                        repetition::ui(ui, &mut pane, node);
                    }
                }
            }
            work::ui(ui, &mut pane, node);
            step::more_ui(ui, &mut pane, node);
        }),
        Subject::Flow(id) => document.flows.get(id).map(|it| flow::ui(ui, &mut pane, it)),
        Subject::MessageFlow(id) => document.message_flows.get(id).map(|it| flow::message_ui(ui, &mut pane, it)),
        Subject::Artifact(id) => document.artifacts.get(id).map(|it| match &it.kind {
            ArtifactKind::Annotation { .. } => data::annotation_ui(ui, &mut pane, it),
            _ => data::artifact_ui(ui, &mut pane, it),
        }),
        Subject::ObjectType(id) => document.objects.get(id).map(|it| data::object_ui(ui, &mut pane, it)),
        Subject::DataField(id) => document.fields.get(id).map(|it| data::field_ui(ui, &mut pane, it)),
        Subject::CodeList(id) => document.code_lists.get(id).map(|it| data::codes_ui(ui, &mut pane, it)),
        Subject::DecisionTable(id) => document.decision_tables.get(id).map(|it| decision::ui(ui, &mut pane, it)),
        Subject::DocumentTemplate(id) => document.document_templates.get(id).map(|it| letter::letter_ui(ui, &mut pane, it)),
        Subject::Setting(id) => document.settings.get(id).map(|it| letter::setting_ui(ui, &mut pane, it)),
        Subject::Form(id) => document.forms.get(id).map(|it| form::form_ui(ui, &mut pane, it)),
        Subject::FormElement(id, element) => document.forms.get(id).map(|it| form::element_ui(ui, &mut pane, it, element)),
        Subject::Association(_) | Subject::TestCase(_) | Subject::Exercise(_) | Subject::Language(_) | Subject::Source(_) => None,
    };
}
