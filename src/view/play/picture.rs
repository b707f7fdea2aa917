//! The picture with its tokens: hovering a way tells why it was taken, a menu tells what can be done at an element.

use super::deeds::{self, Deed};
use super::{PlayState, Wish};
use crate::model::Subject;
use crate::view::canvas::{self, Glance, Mark, Overlay};
use crate::view::icons::Icon;
use crate::view::widgets::secondary_button;
use crate::view::{Action, Selection, ViewContext};
use egui::{Button, Key, Modifiers, Popup, RichText, Role, Ui, WidgetInfo, vec2};

pub(super) fn ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut PlayState, wishes: &mut Vec<Wish>, actions: &mut Vec<Action>) {
    let PlayState { cases, shown, selection, breaks, .. } = state;
    let Some(case) = cases.get_mut(*shown) else { return };
    let mut marks = case.seen.marks.clone();
    marks.extend(breaks.iter().map(|node| (Subject::Node(*node), Mark::BreakPoint)));
    marks.extend(super::example::mark(case));
    let overlay = Overlay { tokens: case.motion.tokens(&case.seen.standing), marks, ..Overlay::default() };
    let document = std::sync::Arc::clone(case.document());
    let looked_at = ViewContext { document: &document, selection, ..*context };
    let mut asked = Vec::new();
    let glance = canvas::play_ui(ui, &looked_at, &mut case.canvas, case.process, &overlay, &mut asked);
    for action in asked {
        match action {
            // What is looked at here is not what is worked on in the flow.
            Action::Select(selection) => wishes.push(Wish::Select(selection)),
            action => actions.push(action),
        }
    }
    why_ui(context, state, &glance);
    key_ui(ui, state, &glance, wishes);
    menu_ui(context, state, &glance, wishes);
}

/// The picture with what the test cases cover, or where one of them went.
pub(super) fn cases_ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut PlayState, overlay: &Overlay, actions: &mut Vec<Action>) {
    ui.horizontal_wrapped(|ui| {
        if secondary_button(ui, context.texts.get("cases-hide")).clicked() {
            state.tests.hide();
        }
        ui.label(RichText::new(context.texts.get("cases-over-picture")).color(context.theme.text_soft));
        let has = |wanted: &Mark| overlay.marks.iter().any(|(_, mark)| mark == wanted);
        let (covered, open) = ((Mark::Covered, Icon::Check, context.theme.success), (Mark::Uncovered, Icon::Circle, context.theme.warning));
        for ((mark, icon, colour), key) in [(covered, "cases-covered"), (open, "cases-uncovered")] {
            if has(&mark) {
                ui.label(icon.text(16.0).color(colour));
                ui.label(context.texts.get(key));
            }
        }
    });
    if let Some(subject) = state.tests.take_reveal() {
        state.picture.reveal(subject);
    }
    if state.tests.has_gaps() {
        let height = ui.available_height();
        let panel = egui::Panel::bottom("cases-gaps").resizable(true).default_size(height * 0.42).size_range(height * 0.25..=height * 0.7);
        panel.show(ui, |ui| state.tests.gaps_ui(ui, context, actions));
    }
    let nothing = Selection::default();
    let shown = ViewContext { selection: &nothing, ..*context };
    let glance = canvas::play_ui(ui, &shown, &mut state.picture, context.document.main_process, overlay, actions);
    if let Some(node) = glance.badge.and_then(Subject::node) {
        state.tests.list_gaps(node);
        // The list takes room from the picture.
        state.picture.reveal(Subject::Node(node));
        ui.ctx().request_repaint();
    }
}

/// The key of the break point: it works on the selected step while the picture has the focus.
const BREAK: Key = Key::H;

fn key_ui(ui: &Ui, state: &PlayState, glance: &Glance, wishes: &mut Vec<Wish>) {
    let node = state.selection.primary.and_then(Subject::node).filter(|_| glance.surface.has_focus());
    if let Some(node) = node.filter(|_| ui.input_mut(|input| input.consume_key(Modifiers::NONE, BREAK))) {
        wishes.push(Wish::ToggleBreak(node));
    }
}

/// Why the way under the pointer was taken.
fn why_ui(context: &ViewContext<'_>, state: &PlayState, glance: &Glance) {
    let Some((case, flow)) = state.case().zip(glance.hovered.filter(|subject| matches!(subject, Subject::Flow(_)))) else { return };
    let sentences = deeds::told(context, case, flow);
    glance.surface.clone().on_hover_ui_at_pointer(|ui| {
        ui.set_max_width(320.0);
        for sentence in sentences {
            ui.label(sentence);
        }
    });
}

fn menu_ui(context: &ViewContext<'_>, state: &PlayState, glance: &Glance, wishes: &mut Vec<Wish>) {
    let hit = glance.hovered.filter(|_| glance.surface.secondary_clicked());
    let Some((case, subject)) = state.case().zip(hit.or(state.selection.primary)) else { return };
    let mut popup = Popup::context_menu(&glance.surface);
    let at_key = glance.menu;
    if !glance.surface.secondary_clicked()
        && Popup::position_of_id(&glance.surface.ctx, Popup::default_response_id(&glance.surface)).is_none()
    {
        let place = at_key.or_else(|| Some(case.canvas.rect(case.document().diagram.shapes.get(subject)?.bounds).center()));
        popup = popup.at_position(place.unwrap_or(glance.surface.rect.center()));
    }
    popup.show(|ui| {
        ui.set_min_width(240.0);
        let mut is_first = at_key.is_some();
        for deed in deeds::deeds(context, state, case, subject) {
            let response = entry_ui(ui, &deed);
            if std::mem::take(&mut is_first) {
                response.request_focus();
            }
            if response.clicked() {
                wishes.push(deed.wish);
                ui.close();
            }
        }
    });
}

fn entry_ui(ui: &mut Ui, deed: &Deed) -> egui::Response {
    let key = if matches!(deed.wish, Wish::ToggleBreak(_)) { BREAK.name() } else { "" };
    let button = Button::new((deed.icon.text(18.0), RichText::new(&deed.word))).shortcut_text(RichText::new(key));
    let response = ui.add(button.min_size(vec2(0.0, 28.0)));
    response.widget_info(|| WidgetInfo::labeled(Role::MenuItem, true, &deed.word));
    response
}
