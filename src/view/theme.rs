//! Colours, sizes and type: every colour on the screen is a token from `assets/theme.ron`.

use crate::drawing::palette::tokens;
use crate::drawing::{Colour, Palette, ThemeName};
use egui::epaint::text::{FontInsert, FontPriority, InsertFontFamily};
use egui::{Color32, CornerRadius, FontData, FontFamily, FontId, Margin, Shadow, Stroke, TextStyle, Visuals};

mod kern;
#[cfg(test)]
mod tests;

pub use kern::{Kern, Sizes};

/// Sizes of type in points: small print, text, emphasised, title, large title.
pub const TYPE_SIZES: [f32; 5] = [12.0, 14.0, 16.0, 20.0, 28.0];

/// Name of the semibold cut among the font families.
pub const SEMIBOLD: &str = "semibold";

/// The colours of a theme; what each is for stands in its name.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names are those of the tokens")]
pub struct Theme {
    pub name: ThemeName,
    pub ground: Color32,
    pub panel: Color32,
    pub paper: Color32,
    pub canvas: Color32,
    pub grid: Color32,
    pub line: Color32,
    pub line_strong: Color32,
    pub text: Color32,
    pub text_soft: Color32,
    pub text_faint: Color32,
    pub accent: Color32,
    pub accent_soft: Color32,
    pub on_accent: Color32,
    pub information: Color32,
    pub information_soft: Color32,
    pub success: Color32,
    pub success_soft: Color32,
    pub warning: Color32,
    pub warning_soft: Color32,
    pub error: Color32,
    pub error_soft: Color32,
    pub stroke: Color32,
    pub shadow: Color32,
    pub token: Color32,
    /// Colours of roles, in the order in which roles were made.
    pub roles: [Color32; 6],
    /// Colours of states of work, in the order of the work.
    pub work: [Color32; 4],
}

fn colour(token: &str) -> Color32 {
    Colour::of_token(token).map_or(Color32::MAGENTA, colour32)
}

/// A colour of a drawing as egui has it.
pub fn colour32(colour: Colour) -> Color32 {
    let [red, green, blue, alpha] = colour.channels;
    Color32::from_rgba_unmultiplied(red, green, blue, alpha)
}

macro_rules! theme {
    ($($token:ident)*) => {
        impl From<ThemeName> for Theme {
            fn from(name: ThemeName) -> Self {
                let palette = Palette::named(name);
                Self {
                    name,
                    $($token: colour32(palette.$token),)*
                    roles: palette.roles.map(colour32),
                    work: palette.work.map(colour32),
                }
            }
        }
    };
}

tokens!(theme);

impl Theme {
    /// The theme of that name.
    pub fn named(name: ThemeName) -> Self {
        name.into()
    }

    /// Whether text is lighter than its ground.
    pub fn is_dark(&self) -> bool {
        self.name == ThemeName::Dark
    }

    /// Makes all of egui look like this theme: type, spacing, colours.
    pub fn apply(&self, context: &egui::Context) {
        let base = if self.is_dark() { egui::Theme::Dark } else { egui::Theme::Light };
        context.set_theme(base);
        context.style_mut_of(base, |style| {
            style.visuals = self.visuals();
            let sizes = [TextStyle::Small, TextStyle::Body, TextStyle::Button].into_iter().zip([12.0, 14.0, 14.0]);
            style.text_styles = sizes.map(|(text, size)| (text, FontId::proportional(size))).collect();
            style.text_styles.insert(TextStyle::Heading, FontId::new(20.0, FontFamily::Name(SEMIBOLD.into())));
            style.text_styles.insert(TextStyle::Monospace, FontId::monospace(13.0));
            style.spacing.item_spacing = egui::vec2(8.0, 8.0);
            style.spacing.button_padding = egui::vec2(12.0, 6.0);
            style.spacing.interact_size = egui::vec2(28.0, 28.0);
            style.spacing.menu_margin = Margin::same(8);
            style.spacing.text_edit_width = 240.0;
            style.spacing.icon_width = 18.0;
            let handle = if self.name == ThemeName::HighContrast { [0.6, 0.8, 1.0] } else { [0.25, 0.4, 0.6] };
            style.spacing.scroll = egui::style::ScrollStyle {
                foreground_color: true,
                dormant_background_opacity: 0.0,
                active_background_opacity: 0.0,
                interact_background_opacity: 0.0,
                dormant_handle_opacity: handle[0],
                active_handle_opacity: handle[1],
                interact_handle_opacity: handle[2],
                ..egui::style::ScrollStyle::thin()
            };
            style.animation_time = 0.0;
        });
    }

    fn visuals(&self) -> Visuals {
        let mut visuals = if self.is_dark() { Visuals::dark() } else { Visuals::light() };
        let line = Stroke::new(1.0, self.line);
        let widget = |fill: Color32, stroke: Stroke, text: Color32| egui::style::WidgetVisuals {
            bg_fill: fill,
            weak_bg_fill: fill,
            bg_stroke: stroke,
            corner_radius: CornerRadius::same(4),
            fg_stroke: Stroke::new(1.0, text),
            expansion: 0.0,
        };
        visuals.widgets.noninteractive = widget(self.panel, line, self.text);
        visuals.widgets.inactive = widget(self.paper, Stroke::new(1.0, self.line_strong), self.text);
        visuals.widgets.hovered = widget(self.accent_soft, Stroke::new(1.0, self.accent), self.text);
        visuals.widgets.active = widget(self.accent_soft, Stroke::new(2.0, self.accent), self.text);
        visuals.widgets.open = widget(self.accent_soft, Stroke::new(1.0, self.accent), self.text);
        visuals.selection.bg_fill = self.accent_soft;
        visuals.selection.stroke = Stroke::new(2.0, self.accent);
        visuals.weak_text_color = Some(self.text_soft);
        visuals.hyperlink_color = self.accent;
        visuals.faint_bg_color = self.panel;
        visuals.extreme_bg_color = self.paper;
        visuals.code_bg_color = self.ground;
        visuals.warn_fg_color = self.warning;
        visuals.error_fg_color = self.error;
        visuals.panel_fill = self.panel;
        visuals.window_fill = self.paper;
        visuals.window_stroke = line;
        visuals.window_corner_radius = CornerRadius::same(8);
        visuals.menu_corner_radius = CornerRadius::same(8);
        let shadow = Shadow { offset: [0, 4], blur: 16, spread: 0, color: self.shadow };
        visuals.window_shadow = shadow;
        visuals.popup_shadow = shadow;
        visuals
    }
}

/// Registers the studio's type: Inter in two cuts, and the icons.
pub fn install_fonts(context: &egui::Context) {
    let regular = FontData::from_static(include_bytes!("../../assets/fonts/Inter-Regular.otf"));
    let semibold = FontData::from_static(include_bytes!("../../assets/fonts/Inter-SemiBold.otf"));
    let family = |family: FontFamily, priority| InsertFontFamily { family, priority };
    context.add_font(FontInsert::new("inter", regular, vec![family(FontFamily::Proportional, FontPriority::Highest)]));
    let name = FontFamily::Name(SEMIBOLD.into());
    context.add_font(FontInsert::new("inter-semibold", semibold, vec![family(name, FontPriority::Highest)]));
    context.add_font(egui_material_icons::font_insert());
}
