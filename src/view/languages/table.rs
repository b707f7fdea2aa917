//! The texts of a language: German, its translation to be edited in place, and how it stands.

use super::LanguagesState;
use super::rows::{Section, translated};
use crate::edit::{Command, Record};
use crate::form::language::{Standing, Text, standing};
use crate::model::{Language, TextPart};
use crate::view::icons::Icon;
use crate::view::widgets::{TextField, quiet_button, semibold};
use crate::view::{Action, ViewContext};
use egui::{Align, Id, Key, Label, Layout, Rect, RichText, ScrollArea, Stroke, TextStyle, Ui, UiBuilder, pos2, vec2};

/// Width of the column that says how a text stands, in points.
const STANDING: f32 = 116.0;
/// Air between columns and round rows.
const GAP: f32 = 16.0;
const ROW_GAP: f32 = 8.0;
/// German texts longer than this are translated in several lines.
const LONG: usize = 60;
/// How far beyond the view rows are drawn, so that the Tab key finds the next ones, in points.
const MARGIN: f32 = 200.0;

/// Draws the table.
pub fn ui(
    ui: &mut Ui,
    context: &ViewContext<'_>,
    state: &mut LanguagesState,
    sections: &[Section],
    language: &Language,
    actions: &mut Vec<Action>,
) {
    let query = state.query.trim().to_lowercase();
    let mut table = Table { context, language, state, next: None, actions };
    // What is being typed keeps its row until it is done.
    let committed = context.editor.document().languages.get(language.id).unwrap_or(language);
    ScrollArea::vertical().id_salt(("texts", language.id)).auto_shrink(false).show(ui, |ui| {
        let mut is_empty = true;
        for section in sections {
            let shown: Vec<&Text> = section.texts.iter().filter(|text| table.state.filter.shows(committed, text, &query)).collect();
            if shown.is_empty() {
                continue;
            }
            is_empty = false;
            head_ui(ui, context, &section.title);
            for (index, text) in shown.iter().enumerate() {
                table.next = shown.get(index + 1).copied();
                table.row_ui(ui, text);
            }
        }
        if is_empty {
            ui.add_space(48.0);
            ui.vertical_centered(|ui| {
                ui.label(RichText::new(context.texts.get("languages-nothing")).color(context.theme.text_soft));
            });
        }
        ui.add_space(32.0);
    });
}

fn head_ui(ui: &mut Ui, context: &ViewContext<'_>, title: &str) {
    ui.add_space(12.0);
    ui.horizontal(|ui| {
        ui.add_space(GAP);
        let response = ui.add(Label::new(semibold(title, 16.0).color(context.theme.text)).truncate());
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_role(egui::accesskit::Role::Heading);
            node.set_label(title);
        });
    });
}

struct Table<'a, 'c> {
    context: &'a ViewContext<'c>,
    language: &'a Language,
    state: &'a mut LanguagesState,
    /// The text behind the one that is drawn.
    next: Option<&'a Text>,
    actions: &'a mut Vec<Action>,
}

impl<'a> Table<'a, '_> {
    fn row_ui(&mut self, ui: &mut Ui, text: &'a Text) {
        let top = ui.cursor().top();
        let left = ui.max_rect().left() + GAP;
        let width = ((ui.available_width() - STANDING - GAP * 4.0) / 2.0).max(120.0);
        let is_wanted = self.state.wanted.as_ref() == Some(&text.place);
        let id = Id::unique(("text row", self.language.id, &text.place));
        let guess: f32 = ui.data(|data| data.get_temp(id)).unwrap_or(64.0);
        let whole = Rect::from_min_size(pos2(ui.max_rect().left(), top), vec2(ui.available_width(), guess));
        let near = ui.clip_rect().expand2(vec2(0.0, MARGIN));
        if !is_wanted && !near.intersects(whole) {
            ui.advance_cursor_after_rect(whole);
            return;
        }
        let columns = [(left, width), (left + width + GAP, width), (left + 2.0 * (width + GAP), STANDING)];
        let mut bottom = top;
        for (number, (left, width)) in columns.into_iter().enumerate() {
            let place = Rect::from_min_size(pos2(left, top + ROW_GAP), vec2(width, 0.0));
            let cell = UiBuilder::new().id_salt((id, number)).max_rect(place).layout(Layout::top_down(Align::Min));
            let mut cell = ui.new_child(cell);
            cell.set_width(width);
            cell.spacing_mut().item_spacing.y = 2.0;
            match number {
                0 => self.german_ui(&mut cell, text),
                1 => self.translation_ui(&mut cell, text, id, is_wanted),
                _ => self.standing_ui(&mut cell, text),
            }
            bottom = bottom.max(cell.min_rect().bottom());
        }
        let whole = Rect::from_min_max(whole.min, pos2(whole.right(), bottom + ROW_GAP));
        ui.painter().hline(left..=whole.right() - GAP, whole.bottom(), Stroke::new(1.0, self.context.theme.line));
        ui.data_mut(|data| data.insert_temp(id, whole.height()));
        ui.advance_cursor_after_rect(whole);
    }

    fn german_ui(&self, ui: &mut Ui, text: &Text) {
        let theme = self.context.theme;
        let what = RichText::new(self.context.texts.get(what_of(&text.place.part))).size(12.0).color(theme.text_soft);
        ui.add(Label::new(what).selectable(false));
        ui.add(Label::new(RichText::new(&text.german).color(theme.text)).wrap());
    }

    fn translation_ui(&mut self, ui: &mut Ui, text: &'a Text, id: Id, is_wanted: bool) {
        ui.add_space(ui.text_style_height(&TextStyle::Small));
        let value = self.language.texts.get(&text.place).map_or("", |own| own.text.as_str());
        let is_long = text.german.chars().count() > LONG || text.german.contains('\n');
        let label = self.context.texts.with("languages-translation-of", &[("german", (&text.german).into())]);
        let field = TextField { id: id.with("input"), label: &label, value, hint: "", lines: if is_long { 3 } else { 1 } };
        let language = self.language;
        let response = field.ui(ui, self.context, self.actions, |typed| Command::Put(Record::Language(translated(language, text, &typed))));
        if response.has_focus() {
            self.state.last = Some(text.place.clone());
        }
        if is_wanted {
            response.request_focus();
            response.scroll_to_me(Some(Align::Center));
            self.state.wanted = None;
        }
        if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
            self.state.wanted = self.next.map(|next| next.place.clone());
            ui.ctx().request_repaint();
        }
    }

    fn standing_ui(&mut self, ui: &mut Ui, text: &Text) {
        let (theme, texts) = (self.context.theme, self.context.texts);
        ui.add_space(ui.text_style_height(&TextStyle::Small));
        let standing = standing(self.language, text);
        let (icon, colour, key) = match standing {
            Standing::Missing => (Icon::Circle, theme.error, "languages-is-missing"),
            Standing::Outdated => (Icon::Warning, theme.warning, "languages-is-outdated"),
            Standing::Current => (Icon::Check, theme.success, "languages-is-current"),
        };
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            ui.add(Label::new(icon.text(16.0).color(colour)).selectable(false));
            ui.add(Label::new(RichText::new(texts.get(key)).color(colour)).selectable(false));
        });
        let Some(own) = self.language.texts.get(&text.place).filter(|_| standing == Standing::Outdated) else { return };
        let was = texts.with("languages-was", &[("german", (&own.of).into())]);
        if quiet_button(ui, None, texts.get("languages-still-fits")).on_hover_text(was).clicked() {
            let changed = translated(self.language, text, &own.text);
            self.actions.push(Action::ApplyQuietly(Command::Put(Record::Language(changed))));
        }
    }
}

/// What a text is for.
fn what_of(part: &TextPart) -> &'static str {
    match part {
        TextPart::Name => "languages-part-name",
        TextPart::Description => "languages-part-description",
        TextPart::Label => "languages-part-label",
        TextPart::Help => "languages-part-help",
        TextPart::Text => "languages-part-text",
        TextPart::PatternMessage | TextPart::RuleMessage(_) => "languages-part-message",
        TextPart::Code(_) => "languages-part-code",
        TextPart::CodeHelp(_) => "languages-part-code-help",
    }
}
