//! What stays as it was after a restart: look, panels, recent files. Kept in RON in the folder of settings.

use super::Paths;
use super::run::Renderer;
use crate::drawing::ThemeName;
use crate::drawing::colouring::Colouring;
use crate::i18n::Language;
use crate::view::shell::Look;
use crate::view::table::FlowView;
use crate::view::ui_command::UiCommand;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The scales of the interface, in per cent.
const SCALES: std::ops::RangeInclusive<u16> = 75..=200;
/// How many recent files are kept.
const MOST_RECENT: usize = 8;

/// The settings; what a file does not say is as usual.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Settings {
    pub theme: ThemeName,
    /// `None` is the language of the system.
    pub language: Option<Language>,
    /// In per cent, 75 to 200.
    pub scale: u16,
    pub has_motion: bool,
    pub panels: Panels,
    /// The latest first.
    pub recent: Vec<PathBuf>,
    /// What draws the window, if it is not to be found out.
    pub renderer: Option<Renderer>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: ThemeName::default(),
            language: None,
            scale: 100,
            has_motion: true,
            panels: Panels::default(),
            recent: Vec::new(),
            renderer: None,
        }
    }
}

/// The panels round the canvas, what is in their middle, and by what it is coloured.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Panels {
    pub left: Panel,
    pub inspector: Panel,
    pub drawer: Panel,
    pub colouring: Colouring,
    /// The list of steps beneath the canvas.
    pub list: Panel,
    /// What is shown of the flow.
    pub flow: FlowView,
}

/// Whether a panel is shown and how wide (or high) it is, in points.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Panel {
    pub is_open: bool,
    pub size: f32,
}

impl Default for Panels {
    fn default() -> Self {
        Self {
            left: Panel { is_open: true, size: 224.0 },
            inspector: Panel { is_open: true, size: 304.0 },
            drawer: Panel { is_open: false, size: 180.0 },
            colouring: Colouring::default(),
            list: Panel { is_open: true, size: 260.0 },
            flow: FlowView::default(),
        }
    }
}

impl Panels {
    /// The switches that are on.
    pub fn switched_on(&self) -> BTreeSet<UiCommand> {
        let panels =
            [(UiCommand::ToggleLeft, self.left), (UiCommand::ToggleInspector, self.inspector), (UiCommand::ToggleDrawer, self.drawer)];
        panels.into_iter().filter(|(_, panel)| panel.is_open).map(|(command, _)| command).collect()
    }
}

impl Settings {
    /// The settings of the folder, and whether they were damaged; as usual where there are none.
    pub fn read(paths: &Paths) -> (Self, bool) {
        let Ok(text) = std::fs::read_to_string(file(paths)) else { return (Self::default(), false) };
        match ron::from_str::<Self>(&text) {
            Ok(settings) => (settings.sensible(), false),
            Err(_) => (Self::default(), true),
        }
    }

    /// Writes the settings to the folder.
    ///
    /// # Errors
    /// What the system says; the old file then stays.
    pub fn write(&self, paths: &Paths) -> std::io::Result<()> {
        let text = ron::ser::to_string_pretty(self, ron::ser::PrettyConfig::default()).map_err(std::io::Error::other)?;
        std::fs::create_dir_all(&paths.config)?;
        let file = file(paths);
        let draft = file.with_extension("ron.new");
        std::fs::write(&draft, text)?;
        std::fs::rename(draft, file)
    }

    /// How the studio looks and speaks.
    pub fn look(&self) -> Look {
        Look { theme: self.theme, language: self.language(), scale: self.scale, has_motion: self.has_motion }
    }

    /// Takes over how the studio is to look and speak.
    pub fn set_look(&mut self, look: Look) {
        self.theme = look.theme;
        if look.language != self.language() {
            self.language = Some(look.language);
        }
        self.scale = look.scale.clamp(*SCALES.start(), *SCALES.end());
        self.has_motion = look.has_motion;
    }

    /// The chosen language, or that of the system.
    pub fn language(&self) -> Language {
        self.language.unwrap_or_else(|| sys_locale::get_locale().map_or(Language::default(), |locale| Language::of_locale(&locale)))
    }

    /// Puts a file to the top of the list. Names that are no text cannot be kept.
    pub fn remember(&mut self, path: &Path) {
        self.recent.retain(|recent| recent != path);
        if path.to_str().is_some() {
            self.recent.insert(0, path.to_owned());
        }
        self.recent.truncate(MOST_RECENT);
    }

    fn sensible(mut self) -> Self {
        self.scale = self.scale.clamp(*SCALES.start(), *SCALES.end());
        self.recent.truncate(MOST_RECENT);
        let usual = Panels::default();
        for (panel, usual) in
            [(&mut self.panels.left, usual.left), (&mut self.panels.inspector, usual.inspector), (&mut self.panels.drawer, usual.drawer)]
        {
            if !(80.0..=1200.0).contains(&panel.size) {
                panel.size = usual.size;
            }
        }
        self
    }
}

fn file(paths: &Paths) -> PathBuf {
    paths.config.join("settings.ron")
}
