//! Fonts of the system for scripts that the own fonts lack: Arabic, Hebrew, Chinese and others.

use egui::epaint::text::{FallbackRequest, FontInsert, FontProvider};
use egui_system_font_provider::SystemFontProvider;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};

/// Asks the system for a font, until that breaks: where no font at all is installed, fontique 0.11 panics. Then signs that the own
/// fonts lack are drawn as boxes, and the studio goes on.
pub(super) struct Guarded<P> {
    provider: P,
    is_broken: AtomicBool,
}

impl Guarded<SystemFontProvider> {
    /// Begins to look for the fonts, beside the window.
    pub fn of_system() -> Self {
        Self::new(SystemFontProvider::new())
    }
}

impl<P> Guarded<P> {
    fn new(provider: P) -> Self {
        Self { provider, is_broken: AtomicBool::new(false) }
    }
}

impl<P: FontProvider> FontProvider for Guarded<P> {
    fn font_for(&self, request: &FallbackRequest<'_>) -> Option<FontInsert> {
        if self.is_broken.load(Ordering::Relaxed) {
            return None;
        }
        let found = catch_unwind(AssertUnwindSafe(|| self.provider.font_for(request)));
        self.is_broken.store(found.is_err(), Ordering::Relaxed);
        found.ok().flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::FontFamily;
    use std::sync::atomic::AtomicUsize;

    struct Breaks(AtomicUsize);

    impl FontProvider for Breaks {
        fn font_for(&self, _request: &FallbackRequest<'_>) -> Option<FontInsert> {
            self.0.fetch_add(1, Ordering::Relaxed);
            panic!("no fonts are installed")
        }
    }

    #[test]
    fn a_system_without_fonts_is_asked_once_and_breaks_nothing() {
        let guarded = Guarded::new(Breaks(AtomicUsize::new(0)));
        for cluster in ["\u{5d0}", "\u{627}"] {
            assert!(guarded.font_for(&FallbackRequest { cluster, family: &FontFamily::Proportional }).is_none());
        }
        assert_eq!(guarded.provider.0.load(Ordering::Relaxed), 1);
    }
}
