//! Languages: everything that citizens read in forms, German beside its translation, form by form.
//!
//! At the left the languages with how far each has come; in the middle the texts of the chosen one, to be translated in place. A
//! translation remembers the German text that it translates, so it is seen when that has changed since.

mod add;
mod bar;
mod list;
mod paste;
mod rows;
mod table;

use super::{Action, ViewContext};
use crate::model::{Language, LanguageId, Subject, TextPlace};
use crate::view::icons::Icon;
use crate::view::widgets::{empty_state, empty_view_air};
use egui::{CentralPanel, Frame, Margin, Panel, Ui};
use rows::Filter;

/// Least and usual breadth of the column of languages, in points.
const LEAST: f32 = 180.0;
const USUAL: f32 = 244.0;

/// What the view of languages remembers between frames.
#[derive(Clone, Debug, Default)]
pub struct LanguagesState {
    language: Option<LanguageId>,
    filter: Filter,
    query: String,
    /// The text whose input is to get the focus.
    wanted: Option<TextPlace>,
    /// The text that had the focus last.
    last: Option<TextPlace>,
    /// A language that is in none of the lists, while it is typed.
    typed: Option<add::Typed>,
    /// A table that is being pasted.
    pasted: Option<String>,
}

impl LanguagesState {
    /// The language that is shown: that of the selection, else the one shown before, else the first.
    fn current<'a>(&mut self, context: &ViewContext<'a>) -> Option<&'a Language> {
        if let Some(Subject::Language(language)) = context.selection.primary {
            self.language = Some(language);
        }
        let languages = &context.document.languages;
        let shown = self.language.and_then(|language| languages.get(language)).or_else(|| languages.values().next());
        self.language = shown.map(|language| language.id);
        shown
    }
}

/// Draws the view.
pub fn ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut LanguagesState, actions: &mut Vec<Action>) {
    let Some(language) = state.current(context) else {
        CentralPanel::no_frame().frame(Frame::new().fill(context.theme.panel)).show(ui, |ui| {
            empty_view_air(ui);
            empty_state(ui, context.theme, Icon::Language, context.texts.get("languages-none"), None);
            ui.vertical_centered(|ui| add::button_ui(ui, context, state, actions));
            add::typed_ui(ui, context, state, actions);
        });
        return;
    };
    let sections = rows::sections(context.document);
    let column = Panel::left("languages").default_size(USUAL).size_range(LEAST..=USUAL * 1.5);
    let frame = Frame::new().fill(context.theme.panel).inner_margin(Margin::same(12));
    column.frame(frame).show(ui, |ui| list::ui(ui, context, state, &sections, language, actions));
    CentralPanel::no_frame().frame(Frame::new().fill(context.theme.paper)).show(ui, |ui| {
        bar::ui(ui, context, state, &sections, language, actions);
        paste::ui(ui, context, state, &sections, language, actions);
        table::ui(ui, context, state, &sections, language, actions);
    });
}
