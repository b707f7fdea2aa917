//! What the command palette offers of a form: the deeds that are possible with its selection.

use super::deeds::{Deed, MENU};
use super::{FormsState, desk_of, selected_element};
use crate::view::ViewContext;
use crate::view::finding::{Row, Sign};
use crate::view::ui_command::shortcut_text;

impl FormsState {
    /// Everything that can be done with the shown form now, each with how it is found.
    pub fn offers(&self, context: &ViewContext<'_>) -> Vec<(Row, Deed)> {
        let mut state = self.clone();
        let Some(form) = state.current(context) else { return Vec::new() };
        let Some(page) = state.current_page(context, form, selected_element(context, form.id)) else { return Vec::new() };
        let desk = desk_of(context, form, page, state.screen);
        let possible = MENU.iter().copied().flatten().copied().filter(|deed| desk.actions(*deed).is_some());
        let row = |deed: Deed| Row {
            sign: Sign::Icon(deed.icon()),
            name: context.texts.get(deed.word()).to_owned(),
            about: context.texts.get("keys-forms").to_owned(),
            shortcut: deed.shortcut().map(|keys| shortcut_text(context.texts, &keys)).unwrap_or_default(),
        };
        possible.map(|deed| (row(deed), deed)).collect()
    }
}
