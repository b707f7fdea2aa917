//! Draws what a panel under test shows into a PNG, on the CPU, so that it can be looked at.
//!
//! ```ignore
//! let mut harness = Harness::builder().with_size([1280.0, 720.0]).build_ui(|ui| { /* the panel */ });
//! harness.run();
//! raster::shot(&harness, "/tmp/panel.png");
//! ```
//!
//! Install the studio's fonts (`theme::install_fonts`) and theme in the harness's `with_context_setup`,
//! then `Theme::apply` once more in the first frame (the harness sets its own style in between).

pub use dienstweg::view::raster::draw;

use egui::Color32;
use egui_kittest::Harness;
use std::path::Path;

/// Writes what the harness shows to a PNG file.
pub fn shot<State>(harness: &Harness<'_, State>, path: impl AsRef<Path>) {
    let image = draw(&harness.ctx, harness.output());
    if let Some(folder) = path.as_ref().parent() {
        std::fs::create_dir_all(folder).unwrap();
    }
    let file = std::fs::File::create(path).unwrap();
    let mut encoder = png::Encoder::new(std::io::BufWriter::new(file), image.size[0] as u32, image.size[1] as u32);
    encoder.set_color(png::ColorType::Rgba);
    let bytes: Vec<u8> = image.pixels.iter().flat_map(Color32::to_array).collect();
    encoder.write_header().unwrap().write_image_data(&bytes).unwrap();
}
