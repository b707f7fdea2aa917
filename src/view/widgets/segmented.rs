//! A row of which one is chosen: places, languages, kinds of view.

use super::{semibold, semibold_font};
use crate::view::icons::Icon;
use crate::view::theme::Theme;
use egui::{Button, Frame, Response, RichText, Role, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

/// Height of a segmented row, in points.
pub const SEGMENTED_HEIGHT: f32 = 36.0;

/// One part of a segmented row.
pub struct Segment<'a, T> {
    /// What it stands for.
    pub value: T,
    /// Its word.
    pub text: &'a str,
    /// Its icon, if any; alone where there is no room for words.
    pub icon: Option<Icon>,
    /// What hovering tells; the word if empty.
    pub tooltip: &'a str,
}

impl<'a, T> Segment<'a, T> {
    /// A segment of a word only.
    pub fn word(value: T, text: &'a str) -> Self {
        Self { value, text, icon: None, tooltip: "" }
    }
}

/// How much of its words a row shows; segments without icon always show theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Words {
    /// All.
    All,
    /// That of the chosen one.
    Chosen,
    /// None.
    None,
}

/// Draws the row; answers with the value that was chosen now, if it is another one. With `narrow` only
/// the chosen one shows its word; segments without icon always do.
pub fn segmented<T: PartialEq + Clone>(ui: &mut Ui, theme: &Theme, current: &T, segments: &[Segment<'_, T>], narrow: bool) -> Option<T> {
    segmented_with(ui, theme, current, segments, if narrow { Words::Chosen } else { Words::All })
}

/// Draws the row with as many words as there is room for.
pub fn segmented_with<T: PartialEq + Clone>(
    ui: &mut Ui,
    theme: &Theme,
    current: &T,
    segments: &[Segment<'_, T>],
    words: Words,
) -> Option<T> {
    let frame = Frame::new().fill(theme.ground).stroke(Stroke::new(1.0, theme.line)).corner_radius(8).inner_margin(2);
    frame
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            ui.spacing_mut().button_padding.y = 2.0;
            ui.horizontal(|ui| {
                let mut chosen = None;
                for segment in segments {
                    let is_current = segment.value == *current;
                    let is_bare = words == Words::None || words == Words::Chosen && !is_current;
                    if segment_ui(ui, theme, segment, is_current, is_bare).clicked() && !is_current {
                        chosen = Some(segment.value.clone());
                    }
                }
                chosen
            })
            .inner
        })
        .inner
}

fn segment_ui<T>(ui: &mut Ui, theme: &Theme, segment: &Segment<'_, T>, is_current: bool, narrow: bool) -> Response {
    let (text, colour) = if is_current { (semibold(segment.text, 14.0), theme.accent) } else { (RichText::new(segment.text), theme.text) };
    let text = text.color(colour);
    // As wide as when it is chosen, so that choosing moves nothing.
    let width = ui.painter().layout_no_wrap(segment.text.to_owned(), semibold_font(14.0), colour).size().x;
    let icon_width = if segment.icon.is_some() { 18.0 + ui.spacing().icon_spacing } else { 0.0 };
    let least = if narrow { 28.0 } else { width + icon_width + 2.0 * ui.spacing().button_padding.x };
    let button = match segment.icon {
        Some(icon) if narrow => Button::new(icon.text(18.0).color(colour)),
        Some(icon) => Button::new((icon.text(18.0).color(colour), text)),
        None => Button::new(text),
    };
    let button = button.frame_when_inactive(is_current).corner_radius(6).min_size(vec2(least.ceil(), 30.0));
    let button = if is_current { button.fill(theme.paper).stroke(Stroke::new(1.0, theme.accent)) } else { button };
    let response = ui.add(button);
    if response.has_focus() {
        ui.painter().rect_stroke(response.rect, 6, Stroke::new(3.0, theme.accent), StrokeKind::Inside);
    }
    response.widget_info(|| WidgetInfo::selected(Role::Tab, ui.is_enabled(), is_current, segment.text));
    response.on_hover_text(if segment.tooltip.is_empty() { segment.text } else { segment.tooltip })
}
