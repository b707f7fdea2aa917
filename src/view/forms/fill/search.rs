//! A choice of many: a text to search by, and the codes that fit below it. Arrows go through them, Enter takes one.

use super::Drawing;
use super::field::{describe, shown_faults};
use super::input::{Input, follow_focus};
use crate::view::widgets::{WHOLE, rows_ui};
use egui::accesskit::HasPopup;
use egui::{Button, Id, Key, Popup, PopupCloseBehavior, Response, Role, ScrollArea, TextEdit, Ui, WidgetInfo, vec2};

/// Height of the list, in points.
const HEIGHT: f32 = 240.0;
/// Height of a code in it, in points.
const ROW: f32 = 28.0;

/// What is being searched.
#[derive(Clone, Debug, Default)]
struct Search {
    is_open: bool,
    /// What was typed since it was opened.
    text: Option<String>,
    /// Which of the codes found is lit.
    lit: usize,
}

/// Draws the choice.
pub fn search_ui(drawing: &mut Drawing<'_>, ui: &mut Ui, input: &Input<'_>) {
    let id = input.id();
    let codes = input.codes();
    let chosen = codes.iter().find(|(code, _)| code == input.text()).map_or("", |(_, label)| label.as_str());
    let mut search: Search = ui.data(|data| data.get_temp(id.with("search"))).unwrap_or_default();
    let mut text = search.text.clone().unwrap_or_else(|| chosen.to_owned());
    let response = text_ui(drawing, ui, input, &mut text);
    if response.changed() {
        search = Search { is_open: true, text: Some(text.clone()), lit: 0 };
    } else if response.gained_focus() || response.clicked() {
        search.is_open = true;
    }
    let found = found(&codes, search.text.as_deref().unwrap_or_default());
    let mut taken = keys(ui, &response, &mut search, &found);
    let popup = Popup::from_response(&response).width(response.rect.width()).open_bool(&mut search.is_open);
    let shown = popup.close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(|ui| list_ui(drawing, ui, input, &found, search.lit));
    taken = taken.or_else(|| shown.and_then(|shown| shown.inner));
    if let Some(code) = taken {
        input.put(drawing, code);
        search = Search::default();
    } else if text.trim().is_empty() && search.text.is_some() && !input.text().is_empty() {
        input.put(drawing, "");
    }
    if response.lost_focus() && !search.is_open {
        search = Search::default();
    }
    ui.data_mut(|data| data.insert_temp(id.with("search"), search));
    follow_focus(drawing, &response, input);
}

fn text_ui(drawing: &Drawing<'_>, ui: &mut Ui, input: &Input<'_>, text: &mut String) -> Response {
    let faults = shown_faults(drawing, input.place, input.state, input.part);
    let (kern, align) = (drawing.look.kern, drawing.look.begin());
    let hint = drawing.look.text("fill-search").to_owned();
    let response = ui
        .scope(|ui| {
            kern.bare(ui, !faults.is_empty());
            let edit = TextEdit::singleline(text).id(input.id()).hint_text(hint).margin(kern.input_margin(ui)).min_size(kern.input_size());
            ui.add(edit.align(egui::Align2([align, egui::Align::Center])).desired_width(ui.available_width()))
        })
        .inner;
    kern.underline(ui, &response, !faults.is_empty());
    describe(ui, &response, input.label, input.state, &faults);
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_has_popup(HasPopup::Listbox));
    response
}

/// The codes whose labels have all words that were typed, those that begin so first.
fn found<'a>(codes: &'a [(String, String)], text: &str) -> Vec<&'a (String, String)> {
    let text = text.trim().to_lowercase();
    let words: Vec<&str> = text.split_whitespace().collect();
    let fits = |label: &str| words.iter().all(|word| label.contains(word));
    let mut found: Vec<&(String, String)> = codes.iter().filter(|(_, label)| fits(&label.to_lowercase())).collect();
    found.sort_by_key(|(_, label)| !label.to_lowercase().starts_with(&text));
    found
}

/// Arrows, Enter and Escape; answers with the code that was taken.
fn keys(ui: &Ui, response: &Response, search: &mut Search, found: &[&(String, String)]) -> Option<String> {
    let pressed = |key: Key| ui.input(|input| input.key_pressed(key));
    if !response.has_focus() && !response.lost_focus() {
        return None;
    }
    if pressed(Key::ArrowDown) {
        search.lit = if search.is_open { (search.lit + 1).min(found.len().saturating_sub(1)) } else { 0 };
        search.is_open = true;
    }
    if pressed(Key::ArrowUp) {
        search.lit = search.lit.saturating_sub(1);
    }
    if pressed(Key::Escape) {
        *search = Search::default();
    }
    let leaves = response.lost_focus() && (pressed(Key::Enter) || pressed(Key::Tab));
    if leaves && search.is_open {
        let is_wanted = pressed(Key::Enter) || search.text.as_deref().is_some_and(|text| !text.trim().is_empty());
        search.is_open = false;
        return found.get(search.lit).filter(|_| is_wanted).map(|(code, _)| code.clone());
    }
    None
}

fn list_ui(drawing: &Drawing<'_>, ui: &mut Ui, input: &Input<'_>, found: &[&(String, String)], lit: usize) -> Option<String> {
    let mut taken = None;
    if found.is_empty() {
        ui.label(drawing.look.text("fill-search-none"));
    }
    ScrollArea::vertical().max_height(HEIGHT).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        rows_ui(ui, ROW, found.len(), |ui, index| {
            let Some((code, label)) = found.get(index) else { return };
            let is_lit = index == lit;
            let mut button = Button::selectable(is_lit, label.as_str()).min_size(vec2(ui.available_width(), ROW));
            if found.len() > WHOLE {
                // Rows that are not drawn have room for one line.
                button = button.truncate();
            }
            let response = ui.push_id(Id::unique((input.id(), code)), |ui| ui.add(button)).inner;
            let is_chosen = code == input.text();
            response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_chosen, label));
            if is_lit && ui.input(|input| input.key_pressed(Key::ArrowDown) || input.key_pressed(Key::ArrowUp)) {
                response.scroll_to_me(None);
            }
            if response.clicked() {
                taken = Some(code.clone());
            }
        });
    });
    taken
}

#[cfg(test)]
mod tests {
    use super::found;

    #[test]
    fn words_are_found_wherever_they_stand() {
        let codes = ["Baden-Württemberg", "Land Berlin", "Berlin", "Bremen"].map(|label| (label.to_lowercase(), label.to_owned()));
        let labels = |text: &str| found(&codes, text).into_iter().map(|(_, label)| label.as_str()).collect::<Vec<_>>();
        assert_eq!(labels("berl"), ["Berlin", "Land Berlin"]);
        assert_eq!(labels("lin LAND"), ["Land Berlin"]);
        assert_eq!(labels(" "), ["Baden-Württemberg", "Land Berlin", "Berlin", "Bremen"]);
        assert!(labels("x").is_empty());
    }
}
