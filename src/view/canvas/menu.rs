//! Menus of the canvas: the context menu, all elements that can be appended, all kinds that a node can become.

use super::deeds::{self, Deed};
use super::draw::{self, Ink};
use super::elements::{self, NewElement};
use super::interaction::Desk;
use super::{CanvasState, perform};
use crate::edit::{Command, FlowCommand, may};
use crate::i18n::Texts;
use crate::model::{Document, NodeId, NodeKind, ProcessId};
use crate::view::theme::Theme;
use crate::view::ui_command::shortcut_text;
use crate::view::widgets::semibold;
use crate::view::{Action, Selection, ViewContext};
use egui::{Button, Popup, Rect, Response, RichText, Stroke, Ui, pos2, vec2};

/// Draws the context menu. A right click selects what it hits, unless it is selected already.
pub fn context_menu_ui(
    context: &ViewContext<'_>,
    response: &Response,
    state: &mut CanvasState,
    process: ProcessId,
    actions: &mut Vec<Action>,
) {
    if response.secondary_clicked() {
        response.request_focus();
        let hit = state.hover.map(super::hit::Hit::subject);
        match hit {
            Some(subject) if !context.selection.has(subject) => actions.push(Action::Select(Selection::only(subject))),
            None if !context.selection.subjects.is_empty() => actions.push(Action::Select(Selection::default())),
            _ => {}
        }
    }
    let mut chosen = None;
    let mut popup = Popup::context_menu(response);
    if std::mem::take(&mut state.opens_menu) {
        Popup::open_id(&response.ctx, Popup::default_response_id(response));
        state.enters_menu = true;
    }
    // A right click opens it at the pointer, which is remembered only from the next frame on.
    if !response.secondary_clicked() && Popup::position_of_id(&response.ctx, Popup::default_response_id(response)).is_none() {
        popup = popup.at_position(state.place_of_menu(context));
    }
    popup.show(|ui| {
        let desk = Desk { context, scene: &state.scene, camera: &state.camera, labels: &state.labels, process };
        ui.set_min_width(240.0);
        for (number, group) in deeds::for_menu(&desk).iter().enumerate() {
            if number > 0 {
                ui.separator();
            }
            for deed in group {
                let response = entry(ui, context, &desk, deed);
                if state.enters_menu && ui.is_visible() {
                    state.enters_menu = false;
                    response.request_focus();
                }
                if response.clicked() {
                    chosen = Some(deed.clone());
                }
            }
        }
    });
    if let Some(deed) = chosen {
        perform(&deed, context, state, process, actions);
    }
}

fn entry(ui: &mut Ui, context: &ViewContext<'_>, desk: &Desk<'_>, deed: &Deed) -> Response {
    let word = context.texts.get(deed.word(desk));
    let shortcut = deed.shortcut().map(|shortcut| shortcut_text(context.texts, &shortcut)).unwrap_or_default();
    let button = Button::new((deed.icon(desk).text(18.0), word)).shortcut_text(RichText::new(shortcut)).min_size(vec2(0.0, 28.0));
    let response = ui.add(button);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::MenuItem, true, word));
    response
}

/// The word with its shortcut in brackets.
pub fn with_shortcut(texts: &Texts, word: &str, deed: &Deed) -> String {
    deed.shortcut().map_or_else(|| word.to_owned(), |shortcut| format!("{word} ({})", shortcut_text(texts, &shortcut)))
}

/// The menu of everything that can be appended. Gives the command of what the pointer is over.
pub fn append_menu_ui(
    response: &Response,
    context: &ViewContext<'_>,
    state: &mut CanvasState,
    node: NodeId,
    actions: &mut Vec<Action>,
) -> Option<Command> {
    let columns = append_columns();
    let shown = Popup::menu(response).show(|ui| columns_ui(ui, context, &columns, |kind| deeds::append(node, kind.clone())));
    let (chosen, hovered) = shown.map(|shown| shown.inner).unwrap_or_default();
    if let Some(command) = chosen {
        actions.push(Action::Apply(command));
        state.await_rename(context);
        return None;
    }
    hovered
}

/// The menu of all kinds that a node can become, and of what can wait at its edge.
/// Gives the command of what the pointer is over, if that would add something.
pub fn change_menu_ui(response: &Response, context: &ViewContext<'_>, node: NodeId, actions: &mut Vec<Action>) -> Option<Command> {
    let shown = Popup::menu(response).show(|ui| {
        let columns = change_columns(context.document, node);
        columns_ui(ui, context, &columns, |kind| becoming(node, kind.clone()))
    });
    let (chosen, hovered) = shown.map(|shown| shown.inner).unwrap_or_default();
    actions.extend(chosen.map(Action::Apply));
    hovered.filter(|command| matches!(command, Command::Flow(FlowCommand::AddBoundaryEvent { .. })))
}

/// What can follow a node, under the keys of its headings.
pub fn append_columns() -> Vec<(&'static str, Vec<NodeKind>)> {
    let starts = |kind: &NodeKind| matches!(kind, NodeKind::StartEvent { .. });
    let events = elements::events().into_iter().filter(|kind| !starts(kind)).collect();
    vec![("canvas-group-steps", elements::steps()), ("canvas-group-gateways", elements::gateways()), ("canvas-group-events", events)]
}

/// What can stand in a connection.
pub fn insert_columns() -> Vec<(&'static str, Vec<NodeKind>)> {
    let mut columns = append_columns();
    columns.iter_mut().for_each(|(_, kinds)| kinds.retain(|kind| !matches!(kind, NodeKind::EndEvent(_))));
    columns
}

/// What a node can become with the connections that it has, and what can wait at its edge.
pub fn change_columns(document: &Document, node: NodeId) -> Vec<(&'static str, Vec<NodeKind>)> {
    let Some(kind) = document.nodes.get(node).map(|node| &node.kind) else { return Vec::new() };
    let mut columns = if let NodeKind::BoundaryEvent { host, is_interrupting, .. } = kind {
        vec![("canvas-group-boundary", at_edge(*host, *is_interrupting))]
    } else {
        vec![
            ("canvas-group-steps", elements::steps()),
            ("canvas-group-gateways", elements::gateways()),
            ("canvas-group-events", elements::events()),
            ("canvas-group-boundary", elements::boundary_events(node)),
        ]
    };
    columns.iter_mut().for_each(|(_, kinds)| kinds.retain(|kind| may(document, &becoming(node, kind.clone())).is_ok()));
    // What is most like it comes first.
    let is_alike =
        |kinds: &[NodeKind]| kinds.iter().any(|other| (other.is_event(), other.is_gateway()) == (kind.is_event(), kind.is_gateway()));
    columns.retain(|(_, kinds)| !kinds.is_empty());
    columns.sort_by_key(|(_, kinds)| !is_alike(kinds));
    columns
}

/// The command by which a node becomes this kind; what waits at its own edge is added to it.
pub fn becoming(node: NodeId, kind: NodeKind) -> Command {
    Command::Flow(match kind {
        NodeKind::BoundaryEvent { host, trigger, is_interrupting } if host == node => {
            FlowCommand::AddBoundaryEvent { host, trigger, is_interrupting, at: None }
        }
        kind => FlowCommand::ChangeKind { node, kind },
    })
}

/// What can wait at the edge of an activity in the same manner.
fn at_edge(host: NodeId, is_interrupting: bool) -> Vec<NodeKind> {
    let in_manner = |kind: NodeKind| match kind {
        NodeKind::BoundaryEvent { host, trigger, .. } => NodeKind::BoundaryEvent { host, trigger, is_interrupting },
        other => other,
    };
    elements::boundary_events(host).into_iter().map(in_manner).collect()
}

/// Columns of elements. Gives the command of what was chosen, and of what the pointer is over.
fn columns_ui(
    ui: &mut Ui,
    context: &ViewContext<'_>,
    columns: &[(&str, Vec<NodeKind>)],
    command: impl Fn(&NodeKind) -> Command,
) -> (Option<Command>, Option<Command>) {
    let (mut chosen, mut hovered) = (None, None);
    egui::ScrollArea::vertical().max_height(460.0).show(ui, |ui| {
        ui.horizontal_top(|ui| {
            for (title, kinds) in columns {
                ui.vertical(|ui| {
                    ui.set_width(if columns.len() > 3 { 205.0 } else { 250.0 });
                    ui.label(semibold(context.texts.get(title), 12.0).color(context.theme.text_soft));
                    ui.spacing_mut().item_spacing.y = 0.0;
                    for kind in kinds {
                        let response = element_row(ui, context.theme, context.texts, &NewElement::Node(kind.clone()));
                        if response.clicked() {
                            chosen = Some(command(kind));
                            ui.close();
                        } else if response.hovered() || response.has_focus() {
                            hovered = Some(command(kind));
                        }
                    }
                });
            }
        });
    });
    (chosen, hovered)
}

/// A row with the sign and name of an element.
pub fn element_row(ui: &mut Ui, theme: &Theme, texts: &Texts, element: &NewElement) -> Response {
    let name = element.name(texts);
    let width = ui.available_width();
    let (rect, response) = ui.allocate_exact_size(vec2(width, 28.0), egui::Sense::click_and_drag());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, name));
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, 4.0, theme.accent_soft);
    }
    let place = Rect::from_center_size(pos2(rect.left() + 18.0, rect.center().y), vec2(20.0, 18.0));
    element_sign(ui, place, element, theme);
    let text = egui::WidgetText::from(RichText::new(element.short_name(texts)).color(theme.text));
    let galley = text.into_galley(ui, Some(egui::TextWrapMode::Truncate), width - 44.0, egui::TextStyle::Body);
    ui.painter().galley(pos2(rect.left() + 36.0, rect.center().y - galley.size().y / 2.0), galley, theme.text);
    response
}

/// Draws the sign of an element into a small rectangle.
pub fn element_sign(ui: &Ui, rect: Rect, element: &NewElement, theme: &Theme) {
    let ink = Ink { stroke: Stroke::new(1.3, theme.stroke), ground: theme.paper };
    match element {
        NewElement::Node(kind) => draw::node_sign(ui.painter(), rect, kind, ink),
        NewElement::Pool(orientation) => draw::pool_sign(ui.painter(), rect, Some(*orientation), ink),
        NewElement::BlackBox => draw::pool_sign(ui.painter(), rect, None, ink),
        NewElement::Artifact(kind) => draw::artifact_sign(ui.painter(), rect, kind, ink),
    }
}
