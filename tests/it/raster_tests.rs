//! The rasteriser draws flat colour, clips, and writes letters.

use crate::raster;
use dienstweg::drawing::ThemeName;
use dienstweg::view::theme::{Theme, install_fonts};
use egui::{Color32, Rect, pos2};
use egui_kittest::Harness;

#[test]
fn fills_exactly_the_pixels_of_a_clipped_rectangle() {
    let harness = Harness::builder().with_size([40.0, 40.0]).build_ui(|ui| {
        let painter = ui.painter().with_clip_rect(Rect::from_min_max(pos2(0.0, 0.0), pos2(20.0, 40.0)));
        painter.rect_filled(Rect::from_min_max(pos2(10.0, 10.0), pos2(30.0, 30.0)), 0.0, Color32::RED);
    });
    let image = raster::draw(&harness.ctx, harness.output());
    let red = image.pixels.iter().filter(|pixel| **pixel == Color32::RED).count();
    assert_eq!(red, 200);
}

#[test]
fn translucent_colour_is_laid_on_once_where_triangles_meet() {
    let grey = Color32::from_rgba_unmultiplied(0, 0, 0, 128);
    let harness = Harness::builder().with_size([40.0, 40.0]).build_ui(move |ui| {
        ui.painter().rect_filled(Rect::from_min_max(pos2(0.0, 0.0), pos2(40.0, 40.0)), 0.0, Color32::WHITE);
        ui.painter().rect_filled(Rect::from_min_max(pos2(10.0, 10.0), pos2(30.0, 30.0)), 0.0, grey);
    });
    let image = raster::draw(&harness.ctx, harness.output());
    let shades: std::collections::BTreeSet<[u8; 4]> = image.pixels.iter().map(Color32::to_array).collect();
    assert_eq!(shades.len(), 2, "white and one grey: {shades:?}");
}

#[test]
fn letters_leave_ink() {
    let theme = Theme::named(ThemeName::Light);
    let harness = Harness::builder().with_size([200.0, 40.0]).with_context_setup(install_fonts).build_ui(move |ui| {
        theme.apply(ui.ctx());
        ui.label("Prüfung äöü");
    });
    let image = raster::draw(&harness.ctx, harness.output());
    let dark = image.pixels.iter().filter(|pixel| pixel.intensity() < 0.4).count();
    assert!((50..2000).contains(&dark), "{dark} dark pixels");
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("letters.png");
    raster::shot(&harness, &path);
    let png = png::Decoder::new(std::io::BufReader::new(std::fs::File::open(path).unwrap())).read_info().unwrap();
    assert_eq!((png.info().width, png.info().height), (200, 40));
}
