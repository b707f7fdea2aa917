//! What drawing a form needs to know: texts, the colours and measures of citizens' forms, and where lines begin.

use super::grid::COLUMNS;
use crate::i18n::Texts;
use crate::model::FormElement;
use crate::view::ViewContext;
use crate::view::theme::{Kern, Sizes, Theme};
use crate::view::widgets::semibold;
use egui::{Align, Frame, Label, Layout, Margin, RichText, Shadow, Stroke, Ui};

/// How broad the screen is on which a form stands; the columns of its grid follow from it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Screen {
    /// As on a desk.
    #[default]
    Wide,
    /// As on a tablet.
    Medium,
    /// As on a telephone.
    Narrow,
}

impl Screen {
    /// Below this width of the form's own lines a screen is narrow, in points: KERN's step at 576 less the margins, at seven eighths.
    const NARROW: f32 = 440.0;
    /// Below this width it is medium.
    const MEDIUM: f32 = 600.0;

    /// The screen that leaves lines of this width, in points.
    pub fn of(width: f32) -> Self {
        match width {
            width if width < Self::NARROW => Self::Narrow,
            width if width < Self::MEDIUM => Self::Medium,
            _ => Self::Wide,
        }
    }

    /// What an element takes of the twelve columns on it.
    pub fn width_of(self, element: &FormElement) -> u8 {
        const HALF: u8 = COLUMNS / 2;
        match self {
            Self::Wide => element.width,
            Self::Medium => element.width_medium.unwrap_or(if element.width <= HALF { HALF } else { COLUMNS }),
            Self::Narrow => element.width_narrow.unwrap_or(COLUMNS),
        }
    }

    /// Gives an element another width on it.
    pub fn set_width(self, element: &mut FormElement, width: u8) {
        match self {
            Self::Wide => element.width = width,
            Self::Medium => element.width_medium = Some(width),
            Self::Narrow => element.width_narrow = Some(width),
        }
    }
}

/// Texts, colours and measures.
#[derive(Clone, Copy)]
pub struct Look<'a> {
    /// Texts of the chosen language.
    pub texts: &'a Texts,
    /// Colours of citizens' forms.
    pub theme: &'a Theme,
    /// The rest of citizens' look.
    pub kern: &'static Kern,
    /// Whether lines begin at the right.
    pub is_rtl: bool,
}

impl<'a> Look<'a> {
    /// In the studio's own language.
    pub fn of(context: &ViewContext<'a>) -> Self {
        Self::new(context.texts, context.theme)
    }

    /// Citizens' look that goes with a theme of the studio.
    pub fn new(texts: &'a Texts, theme: &Theme) -> Self {
        let kern = Kern::named(theme.name);
        Self { texts, theme: &kern.theme, kern, is_rtl: false }
    }

    /// The text of a key.
    pub fn text(&self, key: &'a str) -> &'a str {
        self.texts.get(key)
    }

    /// Measures.
    pub fn sizes(&self) -> Sizes {
        self.kern.sizes
    }

    /// The side at which lines begin.
    pub fn begin(&self) -> Align {
        if self.is_rtl { Align::Max } else { Align::Min }
    }

    /// One below the other, beginning where lines begin.
    pub fn column(&self) -> Layout {
        Layout::top_down(self.begin())
    }

    /// The sheet of paper on which a form stands; with slim margins where it is narrow.
    pub fn paper(&self, ui: &Ui) -> Frame {
        let is_narrow = ui.available_width() < Screen::NARROW;
        let margin = if is_narrow { Margin::symmetric(16, 20) } else { Margin::symmetric(32, 28) };
        let shadow = Shadow { offset: [0, 2], blur: 12, spread: 0, color: self.theme.shadow };
        let line = Stroke::new(1.0, self.theme.line);
        Frame::new().fill(self.theme.paper).stroke(line).corner_radius(4).shadow(shadow).inner_margin(margin)
    }

    /// A title of this size.
    pub fn title_ui(&self, ui: &mut Ui, text: &str, size: f32) {
        let response = ui.add(Label::new(semibold(text, size).color(self.theme.text)).wrap());
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_role(egui::accesskit::Role::Heading);
            node.set_label(text);
        });
    }

    /// Text that explains.
    pub fn soft_ui(&self, ui: &mut Ui, text: &str) {
        ui.add(Label::new(RichText::new(text).size(self.sizes().small).color(self.theme.text_soft)).wrap());
    }
}
