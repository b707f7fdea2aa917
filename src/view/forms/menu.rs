//! The menu of the selection, opened by the right button of the mouse or by key.

use super::FormsState;
use super::deeds::{Deed, Desk, MENU};
use super::keys::perform;
use crate::i18n::Texts;
use crate::model::{FormElementId, Subject};
use crate::view::ui_command::shortcut_text;
use crate::view::{Action, Selection};
use egui::{Button, Popup, Response, RichText, Role, Ui, WidgetInfo, vec2};

/// Draws the menu of an element while it is open. A right click selects what it hits, unless it is selected already.
pub fn context_ui(ui: &Ui, desk: &Desk<'_, '_>, response: &Response, id: FormElementId, state: &mut FormsState, actions: &mut Vec<Action>) {
    let is_selected = desk.selected.contains(&id);
    if response.secondary_clicked() && !is_selected {
        actions.push(Action::Select(Selection::only(Subject::FormElement(desk.form.id, id))));
    }
    let mut popup = Popup::context_menu(response);
    let is_asked = state.opens_menu && desk.selected.last() == Some(&id);
    if is_asked {
        state.opens_menu = false;
        state.enters_menu = true;
        Popup::open_id(ui.ctx(), Popup::default_response_id(response));
    }
    if !response.secondary_clicked() && Popup::position_of_id(ui.ctx(), Popup::default_response_id(response)).is_none() {
        popup = popup.at_position(response.rect.left_bottom());
    }
    popup.show(|ui| entries_ui(ui, desk, state, actions));
}

/// The deeds that are possible now, in their groups.
pub fn entries_ui(ui: &mut Ui, desk: &Desk<'_, '_>, state: &mut FormsState, actions: &mut Vec<Action>) {
    ui.set_min_width(260.0);
    let mut is_first = true;
    for group in MENU {
        let possible: Vec<Deed> = group.iter().copied().filter(|deed| desk.actions(*deed).is_some()).collect();
        if possible.is_empty() {
            continue;
        }
        if !std::mem::take(&mut is_first) {
            ui.separator();
        }
        for deed in possible {
            let response = entry_ui(ui, desk.context.texts, deed);
            if state.enters_menu && ui.is_visible() {
                state.enters_menu = false;
                response.request_focus();
            }
            if response.clicked() {
                perform(deed, desk, state, actions);
                ui.close();
            }
        }
    }
}

fn entry_ui(ui: &mut Ui, texts: &Texts, deed: Deed) -> Response {
    let word = texts.get(deed.word());
    let shortcut = deed.shortcut().map(|shortcut| shortcut_text(texts, &shortcut)).unwrap_or_default();
    let button = Button::new((deed.icon().text(18.0), word)).shortcut_text(RichText::new(shortcut)).min_size(vec2(0.0, 28.0));
    let response = ui.add(button);
    response.widget_info(|| WidgetInfo::labeled(Role::MenuItem, true, word));
    response
}
