//! The path above the canvas: the procedure and the sub-processes that were entered, each a way back; where a
//! document has several procedures, the others too.

use super::{CanvasState, Mode};
use crate::model::{Document, NodeId, ProcessId, Subject};
use crate::view::icons::Icon;
use crate::view::widgets::{IconButton, semibold};
use crate::view::{Action, ViewContext};
use egui::containers::menu::MenuButton;
use egui::{Align, Button, Frame, Layout, Margin, RichText, Role, Ui, WidgetInfo, vec2};

/// Height of the bar, in points.
const HEIGHT: f32 = 36.0;
/// Names longer than this are cut off, in letters.
const LONGEST: usize = 36;

/// Draws the bar, if there is anywhere to go.
pub fn path_ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut CanvasState, process: ProcessId, mode: Mode, actions: &mut Vec<Action>) {
    let can_switch = mode == Mode::Edit && context.document.processes.len() > 1;
    if state.inside().is_none() && !can_switch {
        return;
    }
    let frame = Frame::new().fill(context.theme.panel).inner_margin(Margin::symmetric(8, 0));
    let shown = frame.show(ui, |ui| {
        let size = vec2(ui.available_width(), HEIGHT);
        ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_size(size);
            ui.spacing_mut().item_spacing.x = 2.0;
            ui.spacing_mut().button_padding = vec2(6.0, 3.0);
            steps_ui(ui, context, state, process, can_switch, actions);
        });
    });
    ui.painter().hline(shown.response.rect.x_range(), shown.response.rect.bottom() - 0.5, (1.0, context.theme.line));
}

fn steps_ui(
    ui: &mut Ui,
    context: &ViewContext<'_>,
    state: &mut CanvasState,
    process: ProcessId,
    can_switch: bool,
    actions: &mut Vec<Action>,
) {
    let texts = context.texts;
    let path = ancestry(context.document, state.inside());
    if !path.is_empty() {
        let tooltip = super::menu::with_shortcut(texts, texts.get("canvas-leave"), &super::deeds::Deed::Leave);
        if IconButton::new(Icon::Left, texts.get("canvas-leave")).tooltip(&tooltip).small().ui(ui, context.theme).clicked() {
            state.leave(context, actions);
        }
    }
    let root = named(context, Subject::Process(process));
    if can_switch {
        processes_ui(ui, context, state, process, &root, actions);
    } else if step_ui(ui, context, &root, path.is_empty()) {
        state.enter(None, actions);
    }
    for (place, sub_process) in path.iter().enumerate() {
        ui.label(RichText::new("›").color(context.theme.text_faint));
        ui.add_space(6.0);
        let is_last = place + 1 == path.len();
        if step_ui(ui, context, &named(context, Subject::Node(*sub_process)), is_last) {
            state.enter(context.document.plane(Some(*sub_process)), actions);
        }
    }
}

/// A part of the path. Whether it was clicked; the last part is where one is.
fn step_ui(ui: &mut Ui, context: &ViewContext<'_>, name: &str, is_last: bool) -> bool {
    if is_last {
        ui.label(semibold(&short(name), 14.0)).on_hover_text(name);
        return false;
    }
    let response = ui.add(Button::new(short(name)).frame_when_inactive(false).min_size(vec2(0.0, 28.0))).on_hover_text(name);
    let spoken = context.texts.with("canvas-back-to", &[("name", name.into())]);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
    response.clicked()
}

/// The procedures of the document, to choose from.
fn processes_ui(
    ui: &mut Ui,
    context: &ViewContext<'_>,
    state: &mut CanvasState,
    process: ProcessId,
    name: &str,
    actions: &mut Vec<Action>,
) {
    let button = Button::new((short(name), Icon::Expand.text(16.0))).frame_when_inactive(false).min_size(vec2(0.0, 28.0));
    let (response, _) = MenuButton::from_button(button).ui(ui, |ui| {
        for id in context.document.processes.keys() {
            let name = named(context, Subject::Process(id));
            if ui.add(Button::selectable(id == process, short(&name)).min_size(vec2(220.0, 28.0))).clicked() {
                state.enter(None, actions);
                actions.push(Action::ShowProcess(id));
            }
        }
    });
    let spoken = context.texts.with("canvas-switch-process", &[("name", name.into())]);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
    response.on_hover_text(context.texts.get("canvas-switch-process-hint"));
}

/// The sub-processes round the content of one, the outermost first, itself included.
fn ancestry(document: &Document, inside: Option<NodeId>) -> Vec<NodeId> {
    let mut path = Vec::new();
    let mut next = inside;
    while let Some(id) = next.filter(|id| !path.contains(id)) {
        path.push(id);
        next = document.nodes.get(id).and_then(|node| node.parent);
    }
    path.reverse();
    path
}

fn named(context: &ViewContext<'_>, subject: Subject) -> String {
    match context.document.name_of(subject).map(str::trim) {
        Some(name) if !name.is_empty() => name.to_owned(),
        _ => context.texts.name_of(context.document, subject),
    }
}

fn short(name: &str) -> String {
    if name.chars().count() <= LONGEST {
        return name.to_owned();
    }
    name.chars().take(LONGEST - 1).chain(['…']).collect()
}
