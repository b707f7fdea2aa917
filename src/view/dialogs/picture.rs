//! Asks what a picture of the flow should be like: format, scale, extent, colours, notes; and shows how it will be.

use crate::exchange::picture::{SCALES, size_of};
use crate::model::{Bounds, Subject};
use crate::view::shell::{Answer, ShellContext};
use crate::view::widgets::{DialogButton, Segment, Weight, error_text, field_row, segmented, wide_dialog};
use egui::{Frame, Image, RichText, Role, Stroke, TextureHandle, Ui, WidgetInfo, vec2};
use std::collections::BTreeSet;
use std::fmt;

/// Width of what there is to choose, in points.
const CHOICES: f32 = 300.0;
/// Greatest width and height of the preview, in points.
pub const PREVIEW: (f32, f32) = (392.0, 260.0);

/// What the picture should be like.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PictureWish {
    /// Into pixels instead of outlines.
    pub is_png: bool,
    /// Pixels for each point.
    pub scale: u8,
    /// What is selected on the canvas.
    pub selected: BTreeSet<Subject>,
    /// Only what is selected.
    pub is_selection: bool,
    /// Light on dark.
    pub is_dark: bool,
    /// With the notes of steps, written out below.
    pub has_notes: bool,
}

impl PictureWish {
    /// How the name of the file ends.
    pub fn ending(&self) -> &'static str {
        if self.is_png { "png" } else { "svg" }
    }

    /// What changes the picture itself.
    pub fn look(&self) -> PictureLook {
        PictureLook { is_selection: self.is_selection, is_dark: self.is_dark, has_notes: self.has_notes }
    }
}

/// What of a wish changes what is drawn, not only how finely.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PictureLook {
    is_selection: bool,
    is_dark: bool,
    has_notes: bool,
}

/// The wish, and how the picture will be.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PictureQuestion {
    /// What is wished for.
    pub wish: PictureWish,
    /// How it looks.
    pub preview: Preview,
}

/// A small picture of how the picture will be; drawn beside the window.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Preview {
    /// What is being drawn.
    pub drawing: Option<PictureLook>,
    /// What was drawn last; `None` in it if there is nothing to draw.
    pub drawn: Option<(PictureLook, Option<Previewed>)>,
}

impl Preview {
    /// What is to be drawn now: never two at a time.
    pub fn due(&self, wish: &PictureWish) -> Option<PictureLook> {
        let is_there = self.drawn.as_ref().is_some_and(|(look, _)| *look == wish.look());
        (!is_there && self.drawing.is_none()).then(|| wish.look())
    }

    /// What is drawn of this wish; `None` as long as it is not.
    #[expect(clippy::option_option, reason = "not drawn yet, or drawn and empty")]
    fn of(&self, wish: &PictureWish) -> Option<Option<&Previewed>> {
        self.drawn.as_ref().filter(|(look, _)| *look == wish.look()).map(|(_, drawn)| drawn.as_ref())
    }
}

/// A preview that is drawn.
#[derive(Clone, PartialEq)]
pub struct Previewed {
    /// What the picture shows of the diagram, in its points.
    pub area: Bounds,
    /// Letters that its typeface lacks.
    pub missing: Vec<char>,
    /// The picture, small.
    pub texture: TextureHandle,
}

impl fmt::Debug for Previewed {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Previewed").field("area", &self.area).field("missing", &self.missing).finish_non_exhaustive()
    }
}

pub(super) fn ui(ui: &mut Ui, context: &ShellContext<'_>, question: &mut PictureQuestion) -> Option<Answer> {
    let texts = context.texts;
    let PictureQuestion { wish, preview } = question;
    let is_possible = match preview.of(wish) {
        None => true,
        Some(None) => false,
        Some(Some(drawn)) => !wish.is_png || size_of(drawn.area, f64::from(wish.scale)).is_ok(),
    };
    let buttons = [
        DialogButton::new(Weight::Primary, texts.get("picture-choose-place"), true).enabled(is_possible),
        DialogButton::new(Weight::Secondary, texts.get("cancel"), false),
    ];
    let is_agreed = wide_dialog(ui.ctx(), context.theme, texts.get("picture-title"), &buttons, |ui| {
        ui.label(RichText::new(texts.get("picture-sentence")).color(context.theme.text_soft));
        ui.add_space(8.0);
        if ui.available_width() < CHOICES + PREVIEW.0 {
            wish_ui(ui, context, wish);
            ui.add_space(8.0);
            preview_ui(ui, context, wish, preview);
            return;
        }
        ui.horizontal_top(|ui| {
            ui.vertical(|ui| {
                ui.set_width(CHOICES);
                wish_ui(ui, context, wish);
            });
            ui.vertical(|ui| preview_ui(ui, context, wish, preview));
        });
    })?;
    Some(if is_agreed { Answer::SavePicture(wish.clone()) } else { Answer::Cancel })
}

fn wish_ui(ui: &mut Ui, context: &ShellContext<'_>, wish: &mut PictureWish) {
    let texts = context.texts;
    // The names of formats are the same in every language.
    row(ui, context, "picture-format", &mut wish.is_png, &[(false, "SVG"), (true, "PNG")]);
    let names = SCALES.map(|scale| texts.with("picture-scale-value", &[("scale", usize::from(scale).into())]));
    let scales: Vec<(u8, &str)> = SCALES.into_iter().zip(names.iter().map(String::as_str)).collect();
    row(ui, context, "picture-scale", &mut wish.scale, &scales);
    if !wish.selected.is_empty() {
        let extents = [(false, texts.get("picture-all")), (true, texts.get("picture-selection"))];
        row(ui, context, "picture-extent", &mut wish.is_selection, &extents);
    }
    let colours = [(false, texts.get("picture-light")), (true, texts.get("picture-dark"))];
    row(ui, context, "picture-colours", &mut wish.is_dark, &colours);
    ui.checkbox(&mut wish.has_notes, texts.get("picture-notes"));
}

/// A label with a row of which one is chosen.
fn row<T: PartialEq + Clone>(ui: &mut Ui, context: &ShellContext<'_>, label: &str, value: &mut T, options: &[(T, &str)]) {
    field_row(ui, context.theme, context.texts.get(label), |ui| {
        let segments: Vec<Segment<'_, T>> = options.iter().map(|(value, text)| Segment::word(value.clone(), text)).collect();
        if let Some(chosen) = segmented(ui, context.theme, value, &segments, false) {
            *value = chosen;
        }
    });
}

/// The small picture with its size below, and what is to be known of it.
fn preview_ui(ui: &mut Ui, context: &ShellContext<'_>, wish: &PictureWish, preview: &Preview) {
    let (texts, theme) = (context.texts, context.theme);
    ui.set_max_width(PREVIEW.0);
    ui.label(RichText::new(texts.get("picture-preview")).size(12.0).color(theme.text_soft));
    // While another is being drawn, the one before stays: the dialog does not jump.
    let last = preview.drawn.as_ref().and_then(|(_, drawn)| drawn.as_ref());
    let now = preview.of(wish);
    let size = |drawn: &Previewed| size_of(drawn.area, f64::from(wish.scale));
    let said = match now {
        None => texts.get("picture-preview-drawing").to_owned(),
        Some(None) => texts.get("picture-nothing").to_owned(),
        Some(Some(drawn)) => size(drawn).map_or_else(|fault| texts.picture_too_large(&fault), |size| texts.picture_size(size)),
    };
    Frame::new().stroke(Stroke::new(1.0, theme.line)).fill(theme.panel).corner_radius(4).inner_margin(4).show(ui, |ui| {
        let room = vec2(PREVIEW.0, PREVIEW.1) - vec2(8.0, 8.0);
        ui.set_min_size(vec2(ui.available_width().min(room.x), if last.is_some() { 0.0 } else { 120.0 }));
        if let Some(drawn) = last {
            let image = Image::new(&drawn.texture).max_size(vec2(ui.available_width().min(room.x), room.y)).corner_radius(4);
            let label = texts.with("picture-preview-of", &[("size", said.as_str().into())]);
            let response = ui.vertical_centered(|ui| ui.add(image)).inner;
            response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &label));
        }
    });
    let is_fault = matches!(now, Some(None)) || wish.is_png && matches!(now, Some(Some(drawn)) if size(drawn).is_err());
    if is_fault {
        error_text(ui, theme, &said);
    } else {
        ui.label(said);
    }
    if let Some(boxes) = now.flatten().and_then(|drawn| texts.picture_boxes(&drawn.missing)) {
        ui.label(RichText::new(boxes).color(theme.text_soft));
    }
}
