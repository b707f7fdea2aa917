//! How citizens see their forms: the tokens of the design system KERN from `assets/kern.ron`.

use super::{SEMIBOLD, Theme, ThemeName, colour};
use egui::{Color32, CornerRadius, FontFamily, FontId, Response, Stroke, StrokeKind, TextStyle, Ui, Vec2, vec2};
use serde::Deserialize;
use std::sync::LazyLock;

#[cfg(test)]
mod tests;

/// Colours and measures of citizens' forms, in points of the window.
#[derive(Clone, Debug)]
pub struct Kern {
    /// KERN's colours under the studio's names, for the parts that both share.
    pub theme: Theme,
    /// Ground of inputs.
    pub surface: Color32,
    /// The line under an input, and round boxes and circles.
    pub input: Color32,
    /// Round what has the focus.
    pub focus: Color32,
    /// The part of the progress bar that is done.
    pub progress: Color32,
    /// The part that is to come.
    pub progress_ground: Color32,
    /// Measures.
    pub sizes: Sizes,
}

/// Measures of KERN; what each is for stands in its name and in `assets/kern.ron`.
#[derive(Clone, Copy, Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are those of the tokens")]
pub struct Sizes {
    pub small: f32,
    pub text: f32,
    pub group: f32,
    pub page: f32,
    pub title: f32,
    pub page_narrow: f32,
    pub title_narrow: f32,
    pub control: f32,
    pub check: f32,
    pub progress_bar: f32,
    pub radius_small: f32,
    pub radius: f32,
    pub stroke: f32,
    pub focus_stroke: f32,
    pub space_small: f32,
    pub space: f32,
    pub space_large: f32,
    pub space_x_large: f32,
}

#[derive(Deserialize)]
struct Tokens {
    light: Palette,
    dark: Palette,
    high_contrast: Palette,
    scale: f32,
    sizes: Sizes,
}

#[derive(Deserialize)]
struct Palette {
    paper: String,
    ground: String,
    surface: String,
    text: String,
    muted: String,
    line: String,
    border: String,
    input: String,
    action: String,
    action_soft: String,
    on_action: String,
    focus: String,
    progress: String,
    progress_ground: String,
    info: String,
    info_soft: String,
    success: String,
    success_soft: String,
    warning: String,
    warning_soft: String,
    danger: String,
    danger_soft: String,
}

impl Palette {
    fn theme(&self, name: ThemeName) -> Theme {
        let [text, muted, action, border] = [&self.text, &self.muted, &self.action, &self.border].map(|token| colour(token));
        Theme {
            ground: colour(&self.ground),
            panel: colour(&self.ground),
            paper: colour(&self.paper),
            canvas: colour(&self.ground),
            line: colour(&self.line),
            line_strong: border,
            text,
            text_soft: muted,
            text_faint: muted,
            accent: action,
            accent_soft: colour(&self.action_soft),
            on_accent: colour(&self.on_action),
            information: colour(&self.info),
            information_soft: colour(&self.info_soft),
            success: colour(&self.success),
            success_soft: colour(&self.success_soft),
            warning: colour(&self.warning),
            warning_soft: colour(&self.warning_soft),
            error: colour(&self.danger),
            error_soft: colour(&self.danger_soft),
            ..Theme::named(name)
        }
    }
}

impl Sizes {
    /// All measures times this.
    fn scaled(self, by: f32) -> Self {
        Self {
            small: self.small * by,
            text: self.text * by,
            group: self.group * by,
            page: self.page * by,
            title: self.title * by,
            page_narrow: self.page_narrow * by,
            title_narrow: self.title_narrow * by,
            control: self.control * by,
            check: self.check * by,
            progress_bar: self.progress_bar * by,
            radius_small: self.radius_small,
            radius: self.radius,
            stroke: self.stroke,
            focus_stroke: (self.focus_stroke * by).round(),
            space_small: self.space_small * by,
            space: self.space * by,
            space_large: self.space_large * by,
            space_x_large: self.space_x_large * by,
        }
    }
}

static ALL: LazyLock<[Kern; 3]> = LazyLock::new(|| {
    #[expect(clippy::expect_used, reason = "the tokens are part of the program and read by a test")]
    let tokens: Tokens = ron::from_str(include_str!("../../../assets/kern.ron")).expect("assets/kern.ron is well formed");
    let sizes = tokens.sizes.scaled(tokens.scale);
    let palettes = [(&tokens.light, ThemeName::Light), (&tokens.dark, ThemeName::Dark), (&tokens.high_contrast, ThemeName::HighContrast)];
    palettes.map(|(palette, name)| Kern {
        theme: palette.theme(name),
        surface: colour(&palette.surface),
        input: colour(&palette.input),
        focus: colour(&palette.focus),
        progress: colour(&palette.progress),
        progress_ground: colour(&palette.progress_ground),
        sizes,
    })
});

impl Kern {
    /// The tokens that go with a theme of the studio.
    pub fn named(name: ThemeName) -> &'static Self {
        let [light, dark, high_contrast] = &*ALL;
        match name {
            ThemeName::Light => light,
            ThemeName::Dark => dark,
            ThemeName::HighContrast => high_contrast,
        }
    }

    /// Makes what is drawn in this panel look as citizens see it: type, spaces, colours.
    pub fn dress(&self, ui: &mut Ui) {
        let sizes = self.sizes;
        ui.style_mut().visuals = self.theme.visuals();
        let style = ui.style_mut();
        for (text, size) in [(TextStyle::Small, sizes.small), (TextStyle::Body, sizes.text), (TextStyle::Button, sizes.text)] {
            style.text_styles.insert(text, FontId::proportional(size));
        }
        style.text_styles.insert(TextStyle::Heading, FontId::new(sizes.page, FontFamily::Name(SEMIBOLD.into())));
        style.spacing.icon_width = sizes.check;
        style.spacing.icon_width_inner = (sizes.check * 0.5).round();
        style.spacing.icon_spacing = sizes.space_small;
        let visuals = &mut style.visuals;
        let edge = |width: f32| Stroke::new(width, self.input);
        let sign = Stroke::new(sizes.stroke, self.input);
        for (widget, width) in [(&mut visuals.widgets.inactive, sizes.stroke), (&mut visuals.widgets.hovered, sizes.focus_stroke)] {
            (widget.bg_fill, widget.weak_bg_fill, widget.bg_stroke, widget.fg_stroke) = (self.surface, self.surface, edge(width), sign);
        }
        for widget in [&mut visuals.widgets.active, &mut visuals.widgets.open] {
            (widget.bg_fill, widget.weak_bg_fill, widget.fg_stroke) = (self.surface, self.surface, sign);
            widget.bg_stroke = Stroke::new(sizes.stroke, self.focus);
        }
        visuals.selection.stroke = Stroke::new(sizes.stroke, self.focus);
        visuals.override_text_color = Some(self.theme.text);
    }

    /// Makes inputs stand on their ground without an edge; [`underline`](Self::underline) draws their line.
    pub fn bare(&self, ui: &mut Ui, is_faulty: bool) {
        let fill = if is_faulty { self.theme.error_soft } else { self.surface };
        let visuals = ui.visuals_mut();
        visuals.text_edit_bg_color = Some(fill);
        visuals.selection.stroke = Stroke::NONE;
        for widget in [&mut visuals.widgets.inactive, &mut visuals.widgets.hovered, &mut visuals.widgets.active, &mut visuals.widgets.open]
        {
            (widget.bg_fill, widget.weak_bg_fill, widget.bg_stroke) = (fill, fill, Stroke::NONE);
            widget.corner_radius = CornerRadius::same(self.sizes.radius_small as u8);
        }
    }

    /// The line under an input, or what is round it while it has the focus.
    pub fn underline(&self, ui: &Ui, response: &Response, is_faulty: bool) {
        let colour = if is_faulty { self.theme.error } else { self.input };
        let rect = response.rect;
        if response.has_focus() {
            let colour = if is_faulty { colour } else { self.focus };
            let stroke = Stroke::new(self.sizes.focus_stroke, colour);
            ui.painter().rect_stroke(rect, self.sizes.radius_small, stroke, StrokeKind::Outside);
            return;
        }
        let width = if response.hovered() && ui.is_enabled() { self.sizes.stroke * 2.0 } else { self.sizes.stroke };
        ui.painter().hline(rect.x_range(), rect.bottom() - width / 2.0, Stroke::new(width, colour));
    }

    /// Air inside an input so that it has its height.
    pub fn input_margin(&self, ui: &Ui) -> Vec2 {
        let row = ui.text_style_height(&TextStyle::Body);
        vec2(12.0, ((self.sizes.control - row) / 2.0).floor().max(2.0))
    }

    /// Least size of an input.
    pub fn input_size(&self) -> Vec2 {
        vec2(0.0, self.sizes.control)
    }
}
