//! Contrast of what citizens see.

use super::super::tests::contrast;
use super::{Kern, ThemeName};

const NAMES: [(ThemeName, f64); 3] = [(ThemeName::Light, 4.5), (ThemeName::Dark, 4.5), (ThemeName::HighContrast, 7.0)];

#[test]
fn text_can_be_read_on_every_ground() {
    for (name, least) in NAMES {
        let kern = Kern::named(name);
        let theme = &kern.theme;
        let grounds = [theme.paper, theme.ground, kern.surface, theme.accent_soft];
        let plain = [theme.text, theme.text_soft, theme.accent];
        let states = [
            (theme.information, theme.information_soft),
            (theme.success, theme.success_soft),
            (theme.warning, theme.warning_soft),
            (theme.error, theme.error_soft),
        ];
        let on_grounds = plain.into_iter().flat_map(|text| grounds.map(|ground| (text, ground)));
        let on_states =
            states.into_iter().flat_map(|(own, soft)| [(own, theme.paper), (own, soft), (theme.text, soft), (theme.accent, soft)]);
        for (text, ground) in on_grounds.chain(on_states).chain([(theme.on_accent, theme.accent), (theme.text_soft, theme.error_soft)]) {
            let found = contrast(text, ground);
            assert!(found >= least, "{name:?}: {text:?} on {ground:?} has {found:.2}:1");
        }
    }
}

#[test]
fn signs_stand_out_from_what_they_stand_on() {
    for (name, _) in NAMES {
        let kern = Kern::named(name);
        let signs = [kern.input, kern.focus, kern.theme.accent, kern.theme.line_strong, kern.theme.error];
        let pairs = signs.into_iter().flat_map(|sign| [kern.theme.paper, kern.surface].map(|ground| (sign, ground)));
        for (sign, ground) in pairs.chain([(kern.progress, kern.progress_ground), (kern.focus, kern.theme.error_soft)]) {
            let found = contrast(sign, ground);
            assert!(found >= 3.0, "{name:?}: {sign:?} on {ground:?} has {found:.2}:1");
        }
    }
}

#[test]
fn measures_are_those_of_the_tokens_at_seven_eighths() {
    let sizes = Kern::named(ThemeName::Light).sizes;
    assert!((sizes.control - 42.0).abs() < 1e-4 && (sizes.small - 14.0).abs() < 1e-4 && (sizes.page - 21.0).abs() < 1e-4);
    assert!(sizes.check >= 24.0, "large enough for a finger");
}
