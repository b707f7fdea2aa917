//! Colours by what they are for: the tokens of `assets/theme.ron`, for the window and for pictures.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};
use std::sync::OnceLock;

/// A colour of the screen (sRGB).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour {
    /// Red, green, blue, and how much it covers; not multiplied.
    pub channels: [u8; 4],
}

impl Colour {
    /// Nothing is seen of it.
    pub const CLEAR: Self = Self { channels: [0; 4] };
    /// White.
    pub const WHITE: Self = Self { channels: [255; 4] };

    /// This colour covering only this share of what it did.
    #[must_use]
    pub fn faded(self, share: f64) -> Self {
        let [red, green, blue, alpha] = self.channels;
        Self { channels: [red, green, blue, (f64::from(alpha) * share).round() as u8] }
    }

    /// Whether nothing is seen of it.
    pub fn is_clear(self) -> bool {
        self.channels[3] == 0
    }

    /// Reads `#rrggbb` or `#rrggbbaa`.
    pub fn of_token(token: &str) -> Option<Self> {
        let digits = token.strip_prefix('#').filter(|digits| digits.len() == 6 || digits.len() == 8)?;
        let number = u32::from_str_radix(digits, 16).ok()?;
        let channels = if digits.len() == 6 { number << 8 | 0xff } else { number };
        Some(Self { channels: channels.to_be_bytes() })
    }
}

impl<'de> Deserialize<'de> for Colour {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let token = String::deserialize(deserializer)?;
        Self::of_token(&token).ok_or_else(|| D::Error::custom(format!("{token} is no colour")))
    }
}

/// Which of the three themes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ThemeName {
    /// Light paper, the first theme.
    #[default]
    Light,
    /// For dark rooms.
    Dark,
    /// Contrast of at least 7:1.
    HighContrast,
}

/// Hands the names of all colours that stand alone to another macro.
macro_rules! tokens {
    ($to:ident) => {
        $to!(ground panel paper canvas grid line line_strong text text_soft text_faint accent accent_soft on_accent information
            information_soft success success_soft warning warning_soft error error_soft stroke shadow token);
    };
}
#[cfg(feature = "window")]
pub(crate) use tokens;

macro_rules! palette {
    ($($token:ident)*) => {
        /// The colours of a theme; what each is for stands in its name.
        #[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
        #[expect(missing_docs, reason = "the names are those of the tokens")]
        pub struct Palette {
            $(pub $token: Colour,)*
            /// Colours of roles, in the order in which roles were made.
            pub roles: [Colour; 6],
            /// Colours of states of work, in the order of the work.
            pub work: [Colour; 4],
        }
    };
}

tokens!(palette);

#[derive(Deserialize)]
struct Tokens {
    light: Palette,
    dark: Palette,
    high_contrast: Palette,
}

impl Palette {
    /// The colours of the theme of that name, from the tokens compiled in.
    ///
    /// # Panics
    /// If the tokens in `assets/theme.ron` are damaged; a test reads them.
    pub fn named(name: ThemeName) -> &'static Self {
        static TOKENS: OnceLock<Tokens> = OnceLock::new();
        #[expect(clippy::expect_used, reason = "the tokens are part of the program and read by a test")]
        let tokens = TOKENS.get_or_init(|| ron::from_str(include_str!("../../assets/theme.ron")).expect("assets/theme.ron is well formed"));
        match name {
            ThemeName::Light => &tokens.light,
            ThemeName::Dark => &tokens.dark,
            ThemeName::HighContrast => &tokens.high_contrast,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_read_as_they_are_written() {
        assert_eq!(Colour::of_token("#1a5fb4").unwrap().channels, [0x1a, 0x5f, 0xb4, 0xff]);
        assert_eq!(Colour::of_token("#1b243020").unwrap().channels, [0x1b, 0x24, 0x30, 0x20]);
        for wrong in ["", "1a5fb4", "#1a5fb", "#1a5fbx", "#1a5fb41"] {
            assert_eq!(Colour::of_token(wrong), None, "{wrong}");
        }
        assert_eq!(Palette::named(ThemeName::Light).paper, Colour::WHITE);
        assert_eq!(Colour::WHITE.faded(0.5).channels, [255, 255, 255, 128]);
    }
}
