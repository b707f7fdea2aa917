//! What drawing a form needs to know of the window: texts and colours.

use crate::i18n::Texts;
use crate::view::ViewContext;
use crate::view::theme::Theme;
use crate::view::widgets::semibold;
use egui::{Frame, Label, Margin, RichText, Shadow, Stroke, Ui};

/// Below this width paper has slim margins, in points.
const NARROW: f32 = 440.0;

/// Texts and colours.
#[derive(Clone, Copy)]
pub struct Look<'a> {
    /// Texts of the chosen language.
    pub texts: &'a Texts,
    /// Colours and type.
    pub theme: &'a Theme,
}

impl<'a> Look<'a> {
    /// As all views have them.
    pub fn of(context: &ViewContext<'a>) -> Self {
        Self { texts: context.texts, theme: context.theme }
    }

    /// The text of a key.
    pub fn text(&self, key: &'a str) -> &'a str {
        self.texts.get(key)
    }

    /// The sheet of paper on which a form stands; with slim margins where it is narrow.
    pub fn paper(&self, ui: &Ui) -> Frame {
        let margin = if ui.available_width() < NARROW { Margin::symmetric(16, 20) } else { Margin::symmetric(32, 28) };
        let shadow = Shadow { offset: [0, 2], blur: 12, spread: 0, color: self.theme.shadow };
        let line = Stroke::new(1.0, self.theme.line);
        Frame::new().fill(self.theme.paper).stroke(line).corner_radius(8).shadow(shadow).inner_margin(margin)
    }

    /// The title of a form or page.
    pub fn title_ui(&self, ui: &mut Ui, text: &str, size: f32) {
        ui.add(Label::new(semibold(text, size).color(self.theme.text)).wrap());
    }

    /// Text that explains.
    pub fn soft_ui(&self, ui: &mut Ui, text: &str) {
        ui.add(Label::new(RichText::new(text).color(self.theme.text_soft)).wrap());
    }
}
