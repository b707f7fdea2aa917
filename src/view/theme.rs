//! Colours, sizes and type: every colour on the screen is a token from `assets/theme.ron`.

use egui::epaint::text::{FontInsert, FontPriority, InsertFontFamily};
use egui::{Color32, CornerRadius, FontData, FontFamily, FontId, Margin, Shadow, Stroke, TextStyle, Visuals};
use serde::Deserialize;

mod kern;
#[cfg(test)]
mod tests;

pub use kern::{Kern, Sizes};

/// Sizes of type in points: small print, text, emphasised, title, large title.
pub const TYPE_SIZES: [f32; 5] = [12.0, 14.0, 16.0, 20.0, 28.0];

/// Name of the semibold cut among the font families.
pub const SEMIBOLD: &str = "semibold";

/// Which of the three themes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, Deserialize)]
pub enum ThemeName {
    /// Light paper, the first theme.
    #[default]
    Light,
    /// For dark rooms.
    Dark,
    /// Contrast of at least 7:1.
    HighContrast,
}

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

#[derive(Deserialize)]
struct Tokens {
    light: Palette,
    dark: Palette,
    high_contrast: Palette,
}

macro_rules! palette {
    ($($token:ident)*) => {
        #[derive(Deserialize)]
        struct Palette {
            $($token: String,)*
            roles: [String; 6],
            work: [String; 4],
        }

        impl Palette {
            fn theme(&self, name: ThemeName) -> Theme {
                Theme {
                    name,
                    $($token: colour(&self.$token),)*
                    roles: self.roles.each_ref().map(|token| colour(token)),
                    work: self.work.each_ref().map(|token| colour(token)),
                }
            }
        }
    };
}

palette!(ground panel paper canvas grid line line_strong text text_soft text_faint accent accent_soft on_accent information information_soft
    success success_soft warning warning_soft error error_soft stroke shadow token);

fn colour(token: &str) -> Color32 {
    Color32::from_hex(token).unwrap_or(Color32::MAGENTA)
}

impl Theme {
    /// The theme of that name from the tokens compiled in.
    ///
    /// # Panics
    /// If the tokens in `assets/theme.ron` are damaged; a test reads them.
    pub fn named(name: ThemeName) -> Self {
        #[expect(clippy::expect_used, reason = "the tokens are part of the program and read by a test")]
        let tokens: Tokens = ron::from_str(include_str!("../../assets/theme.ron")).expect("assets/theme.ron is well formed");
        let palette = match name {
            ThemeName::Light => tokens.light,
            ThemeName::Dark => tokens.dark,
            ThemeName::HighContrast => tokens.high_contrast,
        };
        palette.theme(name)
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
