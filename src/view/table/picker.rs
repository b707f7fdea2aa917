//! A list from which one thing is chosen by typing a part of its name, or made if it is not there.

use crate::view::theme::Theme;
use egui::{Button, Id, Key, Modifiers, RichText, ScrollArea, TextEdit, Ui, vec2};

/// What is remembered while a list is open.
#[derive(Clone, Debug, Default)]
pub(super) struct Picker {
    /// What was typed.
    typed: String,
    /// The marked entry among those that fit.
    at: usize,
    has_focus: bool,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Picked<T> {
    /// Nothing yet.
    Nothing,
    /// This one was chosen.
    This(T),
    /// A new one of this name is wanted.
    New(String),
}

/// An entry: what it stands for and its words.
pub(super) type Entry<T> = (T, String);

impl Picker {
    /// Draws the field and the list. `label` is what the field is for; `new` the words before the name of something new, if that
    /// can be made.
    pub fn ui<T: Clone>(
        &mut self,
        ui: &mut Ui,
        theme: &Theme,
        label: &str,
        entries: &[Entry<T>],
        new: Option<&dyn Fn(&str) -> String>,
    ) -> Picked<T> {
        let wanted = self.typed.trim().to_lowercase();
        let fitting: Vec<&Entry<T>> = entries.iter().filter(|(_, name)| name.to_lowercase().contains(&wanted)).collect();
        let is_known = entries.iter().any(|(_, name)| name.trim().to_lowercase() == wanted);
        let new = new.filter(|_| !wanted.is_empty() && !is_known).map(|new| new(self.typed.trim()));
        let count = fitting.len() + usize::from(new.is_some());
        let is_entered = self.field_ui(ui, label, count);
        let mut chosen = is_entered.then_some(self.at).filter(|at| *at < count);
        ScrollArea::vertical().id_salt("picker").max_height(220.0).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let names = fitting.iter().map(|(_, name)| name.as_str()).chain(new.as_deref());
            for (place, name) in names.enumerate() {
                let is_new = place == fitting.len();
                let text = if is_new { RichText::new(name).color(theme.accent) } else { RichText::new(name).color(theme.text) };
                let button = Button::selectable(place == self.at, text).min_size(vec2(ui.available_width(), 28.0)).truncate();
                let response = ui.add(button);
                if place == self.at && is_entered {
                    response.scroll_to_me(None);
                }
                if response.clicked() {
                    chosen = Some(place);
                }
            }
        });
        match chosen {
            None => Picked::Nothing,
            Some(place) => match fitting.get(place) {
                Some((value, _)) => Picked::This(value.clone()),
                None => Picked::New(self.typed.trim().to_owned()),
            },
        }
    }

    /// The field; arrows move the mark. Whether Enter was pressed.
    fn field_ui(&mut self, ui: &mut Ui, label: &str, count: usize) -> bool {
        let id = Id::unique("field of the picker");
        let (up, down) =
            ui.input_mut(|input| (input.consume_key(Modifiers::NONE, Key::ArrowUp), input.consume_key(Modifiers::NONE, Key::ArrowDown)));
        self.at = (self.at + usize::from(down)).saturating_sub(usize::from(up)).min(count.saturating_sub(1));
        let is_entered = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter)) && self.has_focus;
        let edit = TextEdit::singleline(&mut self.typed).id(id).hint_text(label).margin(vec2(8.0, 6.0)).desired_width(f32::INFINITY);
        let response = ui.add(edit);
        ui.ctx().accesskit_node_builder(id, |node| node.set_label(label));
        if !std::mem::replace(&mut self.has_focus, true) {
            response.request_focus();
        }
        if response.changed() {
            self.at = 0;
        }
        is_entered
    }
}
