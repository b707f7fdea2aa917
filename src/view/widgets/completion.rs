//! What may be written next in an expression, as a list under its field: an arrow chooses, Enter or a click takes, Escape leaves.

use crate::expr::{Fields, Suggestion, SuggestionKind, complete};
use crate::i18n::Texts;
use crate::view::ViewContext;
use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{Button, Id, Key, Modifiers, Popup, PopupCloseBehavior, Response, RichText, Role, Ui, WidgetInfo, vec2};

/// How many suggestions are shown.
const MOST: usize = 8;

/// The list of suggestions of one field, kept while the field has the focus.
#[derive(Clone, Debug, Default)]
pub(super) struct Completion {
    text: String,
    offers: Vec<Offer>,
    chosen: Option<usize>,
    /// A suggestion that was clicked.
    clicked: Option<usize>,
    /// Left with Escape; the next letter opens it again.
    is_left: bool,
}

#[derive(Clone, Debug)]
struct Offer {
    word: String,
    about: String,
    /// The whole text with it, and where the cursor stands then, in characters.
    outcome: (String, usize),
}

impl Completion {
    /// Before the field sees the keys: the text with the suggestion that was taken now.
    pub fn before(ui: &Ui, texts: &Texts, field: Id, fields: &Fields) -> Option<String> {
        let mut own = Self::of(ui, field)?;
        if let Some(taken) = own.clicked.take().or_else(|| own.keys(ui)) {
            let (text, cursor) = own.offers.get(taken)?.outcome.clone();
            let mut state = TextEditState::load(ui.ctx(), field).unwrap_or_default();
            state.cursor.set_char_range(Some(CCursorRange::one(CCursor::new(cursor))));
            state.store(ui.ctx(), field);
            ui.data_mut(|data| data.insert_temp(field, Self::new(texts, &text, cursor, fields)));
            return Some(text);
        }
        ui.data_mut(|data| data.insert_temp(field, own));
        None
    }

    fn of(ui: &Ui, field: Id) -> Option<Self> {
        ui.data(|data| data.get_temp::<Self>(field))
    }

    /// The number of the suggestion that Enter takes.
    fn keys(&mut self, ui: &Ui) -> Option<usize> {
        if self.offers.is_empty() || self.is_left {
            return None;
        }
        ui.input_mut(|input| {
            let last = self.offers.len() - 1;
            if input.consume_key(Modifiers::NONE, Key::ArrowDown) {
                self.chosen = Some(self.chosen.map_or(0, |chosen| (chosen + 1).min(last)));
            }
            if input.consume_key(Modifiers::NONE, Key::ArrowUp) {
                self.chosen = self.chosen.and_then(|chosen| chosen.checked_sub(1));
            }
            if self.chosen.is_some() && input.consume_key(Modifiers::NONE, Key::Escape) {
                self.is_left = true;
            }
            self.chosen.filter(|_| !self.is_left && input.consume_key(Modifiers::NONE, Key::Enter))
        })
    }

    fn new(texts: &Texts, text: &str, cursor: usize, fields: &Fields) -> Self {
        let byte = text.char_indices().nth(cursor).map_or(text.len(), |(byte, _)| byte);
        let before = text.get(..byte).unwrap_or(text);
        // Nothing has been begun: every name would be offered, in the way of what is already there.
        let has_begun = before.ends_with(|sign: char| sign.is_alphanumeric() || sign == '.' || sign == '_');
        let found = if has_begun { complete(text, byte, fields) } else { Vec::new() };
        let offers: Vec<Offer> = found.iter().take(MOST).map(|suggestion| offer(texts, text, suggestion)).collect();
        let says_nothing = matches!(&offers[..], [only] if only.outcome.0 == text);
        Self { text: text.to_owned(), offers: if says_nothing { Vec::new() } else { offers }, ..Self::default() }
    }

    /// After the field has been drawn: the list for what now stands in it.
    pub fn after(ui: &Ui, context: &ViewContext<'_>, response: &Response, fields: &Fields) {
        let field = response.id;
        let typed = ui.data(|data| data.get_temp::<String>(field));
        let cursor = TextEditState::load(ui.ctx(), field).and_then(|state| state.cursor.char_range()).map(|range| range.primary.index.0);
        if let (true, Some(text), Some(cursor)) = (response.changed(), typed, cursor)
            && Self::of(ui, field).is_none_or(|own| own.text != text)
        {
            ui.data_mut(|data| data.insert_temp(field, Self::new(context.texts, &text, cursor, fields)));
        }
        if response.lost_focus() {
            ui.data_mut(|data| data.remove::<Self>(field));
            return;
        }
        let Some(mut own) = Self::of(ui, field).filter(|own| !own.offers.is_empty() && !own.is_left) else { return };
        let popup = Popup::from_response(response).id(field.with("completion")).open(true).width(response.rect.width().max(240.0));
        popup.close_behavior(PopupCloseBehavior::IgnoreClicks).show(|ui| own.list_ui(ui, context));
        if own.clicked.is_some() {
            response.request_focus();
        }
        ui.data_mut(|data| data.insert_temp(field, own));
    }

    fn list_ui(&mut self, ui: &mut Ui, context: &ViewContext<'_>) {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (number, offer) in self.offers.iter().enumerate() {
            let is_chosen = self.chosen == Some(number);
            let about = RichText::new(&offer.about).size(12.0).color(context.theme.text_soft);
            let row = Button::selectable(is_chosen, RichText::new(&offer.word).monospace()).shortcut_text(about);
            let response = ui.add(row.min_size(vec2(ui.available_width(), 26.0)));
            response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_chosen, &offer.word));
            if response.clicked() {
                self.clicked = Some(number);
            }
        }
    }
}

fn offer(texts: &Texts, text: &str, suggestion: &Suggestion) -> Offer {
    let is_function = matches!(suggestion.kind, SuggestionKind::Function(_));
    let about = match &suggestion.kind {
        SuggestionKind::Field(of) => texts.type_name(of).to_owned(),
        SuggestionKind::Function(function) => function.signatures().first().cloned().unwrap_or_default(),
        SuggestionKind::Word => String::new(),
    };
    let written = if is_function { format!("{}()", suggestion.text) } else { suggestion.text.to_string() };
    let before = text.get(..suggestion.replaces.start).unwrap_or("");
    let behind = text.get(suggestion.replaces.end..).unwrap_or("");
    let cursor = before.chars().count() + written.chars().count() - usize::from(is_function);
    Offer { word: suggestion.text.to_string(), about, outcome: (format!("{before}{written}{behind}"), cursor) }
}
