//! Contrast of what is seen, and distance of the colours that tell something.

use super::{Color32, Theme, ThemeName};

/// A channel of sRGB as a share of light.
fn linear(channel: u8) -> f64 {
    let value = f64::from(channel) / 255.0;
    if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
}

/// Relative luminance after WCAG 2.1.
fn luminance(colour: Color32) -> f64 {
    0.2126 * linear(colour.r()) + 0.7152 * linear(colour.g()) + 0.0722 * linear(colour.b())
}

/// Contrast ratio after WCAG 2.1, 1 to 21.
pub(super) fn contrast(a: Color32, b: Color32) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn the_ratio_is_that_of_the_guideline() {
    assert!((contrast(Color32::BLACK, Color32::WHITE) - 21.0).abs() < 1e-9);
    // #767676 on white is the guideline's own example of 4.54:1.
    assert!((contrast(Color32::from_gray(0x76), Color32::WHITE) - 4.54).abs() < 0.01);
}

#[test]
fn text_can_be_read_on_every_ground() {
    for (name, least) in [(ThemeName::Light, 4.5), (ThemeName::Dark, 4.5), (ThemeName::HighContrast, 7.0)] {
        let theme = Theme::named(name);
        let grounds = [theme.ground, theme.panel, theme.paper, theme.canvas];
        let plain = [theme.text, theme.text_soft, theme.text_faint, theme.accent];
        let states = [
            (theme.information, theme.information_soft),
            (theme.success, theme.success_soft),
            (theme.warning, theme.warning_soft),
            (theme.error, theme.error_soft),
        ];
        let on_grounds = plain.into_iter().chain(states.map(|(text, _)| text)).flat_map(|text| grounds.map(|ground| (text, ground)));
        let on_states = states.into_iter().chain(states.map(|(_, soft)| (theme.text, soft)));
        let others = [
            (theme.on_accent, theme.accent),
            (theme.paper, theme.error),
            (theme.accent, theme.accent_soft),
            (theme.text, theme.accent_soft),
        ];
        for (text, ground) in on_grounds.chain(on_states).chain(others) {
            let found = contrast(text, ground);
            assert!(found >= least, "{name:?}: {text:?} on {ground:?} has {found:.2}:1");
        }
    }
}

#[test]
fn graphics_stand_out_from_every_ground() {
    for name in [ThemeName::Light, ThemeName::Dark, ThemeName::HighContrast] {
        let theme = Theme::named(name);
        let signs = [theme.line_strong, theme.stroke, theme.token, theme.accent];
        // Hairlines only part what the room parts too; in high contrast they are seen as well.
        let hairline = (name == ThemeName::HighContrast).then_some(theme.line);
        let told = theme.roles.into_iter().chain(theme.work);
        for sign in signs.into_iter().chain(hairline).chain(told) {
            for ground in [theme.panel, theme.paper, theme.canvas] {
                let found = contrast(sign, ground);
                assert!(found >= 3.0, "{name:?}: {sign:?} on {ground:?} has {found:.2}:1");
            }
        }
    }
}

/// How the eye of the protanope, the deuteranope and the tritanope sees linear red, green and blue, after Machado, Oliveira and
/// Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency", 2009, table 1 at full severity; before
/// them the eye that sees all.
const EYES: [[[f64; 3]; 3]; 4] = [
    [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
    [[0.152_286, 1.052_583, -0.204_868], [0.114_503, 0.786_281, 0.099_216], [-0.003_882, -0.048_116, 1.051_998]],
    [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_820, 0.042_940, 0.968_881]],
    [[1.255_528, -0.076_749, -0.178_779], [-0.078_411, 0.930_809, 0.147_602], [0.004_733, 0.691_367, 0.303_900]],
];

/// A colour in CIELAB (CIE 1976, white D65) as an eye sees it.
fn lab(colour: Color32, eye: [[f64; 3]; 3]) -> [f64; 3] {
    let light = [colour.r(), colour.g(), colour.b()].map(linear);
    let product = |row: [f64; 3]| row.iter().zip(light).map(|(share, part)| share * part).sum::<f64>();
    let seen = eye.map(|row| product(row).clamp(0.0, 1.0));
    let tristimulus = [[0.412_456, 0.357_576, 0.180_437], [0.212_673, 0.715_152, 0.072_175], [0.019_334, 0.119_192, 0.950_304]];
    let of_white = |row: [f64; 3]| row.iter().zip(seen).map(|(share, part)| share * part).sum::<f64>() / row.iter().sum::<f64>();
    let [x, y, z] = tristimulus.map(|row| {
        let share = of_white(row);
        if share > 0.008_856 { share.cbrt() } else { 7.787 * share + 16.0 / 116.0 }
    });
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

fn distance(a: Color32, b: Color32, eye: [[f64; 3]; 3]) -> f64 {
    lab(a, eye).iter().zip(lab(b, eye)).map(|(a, b)| (a - b) * (a - b)).sum::<f64>().sqrt()
}

#[test]
fn the_distance_is_that_of_the_standard() {
    // Black and white are 100 apart in lightness, and grey stays grey for every eye.
    for eye in EYES {
        assert!((distance(Color32::BLACK, Color32::WHITE, eye) - 100.0).abs() < 0.1);
    }
    let (red, green) = (Color32::from_rgb(200, 60, 0), Color32::from_rgb(90, 130, 0));
    assert!(distance(red, green, EYES[0]) > 60.0, "told apart by most");
    assert!(distance(red, green, EYES[2]) < 25.0, "nearly the same to the deuteranope");
}

#[test]
fn colours_that_tell_something_are_told_apart_by_the_colour_blind() {
    for name in [ThemeName::Light, ThemeName::Dark, ThemeName::HighContrast] {
        let theme = Theme::named(name);
        for colours in [&theme.roles[..], &theme.work[..]] {
            for (number, colour) in colours.iter().enumerate() {
                for (other, eye) in colours[..number].iter().flat_map(|other| EYES.map(|eye| (other, eye))) {
                    let found = distance(*colour, *other, eye);
                    assert!(found >= 15.0, "{name:?}: {colour:?} and {other:?} are {found:.1} apart");
                }
            }
        }
    }
}
