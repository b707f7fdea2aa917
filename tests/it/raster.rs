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
//!
//! Only the font texture is known: pictures that a panel has loaded come out in plain colour.

use egui::epaint::{ClippedPrimitive, Mesh, Primitive, Vertex};
use egui::{Color32, ColorImage, Pos2, Rect, TextureId};
use egui_kittest::Harness;
use std::path::Path;

/// Writes what the harness shows to a PNG file.
pub fn shot<State>(harness: &Harness<'_, State>, path: impl AsRef<Path>) {
    write(&draw(&harness.ctx, harness.output()), path);
}

/// Writes an image to a PNG file.
pub fn write(image: &ColorImage, path: impl AsRef<Path>) {
    if let Some(folder) = path.as_ref().parent() {
        std::fs::create_dir_all(folder).unwrap();
    }
    let file = std::fs::File::create(path).unwrap();
    let mut encoder = png::Encoder::new(std::io::BufWriter::new(file), image.size[0] as u32, image.size[1] as u32);
    encoder.set_color(png::ColorType::Rgba);
    let bytes: Vec<u8> = image.pixels.iter().flat_map(Color32::to_array).collect();
    encoder.write_header().unwrap().write_image_data(&bytes).unwrap();
}

/// The picture of a frame, in the pixels of its scale. Its output must not have been handed to a screen before.
pub fn draw(context: &egui::Context, output: &egui::FullOutput) -> ColorImage {
    let scale = output.pixels_per_point;
    let screen = context.content_rect();
    let size = [(screen.width() * scale).round() as usize, (screen.height() * scale).round() as usize];
    let mut canvas = Canvas { image: ColorImage::filled(size, Color32::WHITE), font: font(context), scale };
    for ClippedPrimitive { clip_rect, primitive } in context.tessellate(output.shapes.clone(), scale) {
        if let Primitive::Mesh(mesh) = primitive {
            canvas.mesh(clip_rect, &mesh);
        }
    }
    canvas.image
}

#[expect(clippy::redundant_closure_for_method_calls, reason = "the method alone is not general enough in its lifetime")]
fn font(context: &egui::Context) -> ColorImage {
    context.fonts(|fonts| fonts.image())
}

struct Canvas {
    image: ColorImage,
    font: ColorImage,
    scale: f32,
}

impl Canvas {
    fn mesh(&mut self, clip: Rect, mesh: &Mesh) {
        let [width, height] = self.image.size;
        let clip = clip * self.scale;
        let left = (clip.left().round().max(0.0) as usize).min(width);
        let top = (clip.top().round().max(0.0) as usize).min(height);
        let right = (clip.right().round().max(0.0) as usize).min(width);
        let bottom = (clip.bottom().round().max(0.0) as usize).min(height);
        let is_font = mesh.texture_id == TextureId::default();
        for triangle in mesh.indices.as_chunks::<3>().0 {
            let corners = triangle.map(|index| mesh.vertices[index as usize]);
            self.triangle(corners, is_font, [left, top, right, bottom]);
        }
    }

    #[expect(clippy::many_single_char_names, reason = "corners a b c, weights u v w, place x y")]
    fn triangle(&mut self, mut corners: [Vertex; 3], is_font: bool, [left, top, right, bottom]: [usize; 4]) {
        for corner in &mut corners {
            corner.pos *= self.scale;
        }
        if area(corners[0].pos, corners[1].pos, corners[2].pos) < 0.0 {
            corners.swap(1, 2);
        }
        let [a, b, c] = corners;
        let whole = area(a.pos, b.pos, c.pos);
        if whole <= 0.0 {
            return;
        }
        let is_flat = a.color == b.color && b.color == c.color && a.uv == b.uv && b.uv == c.uv;
        let flat = is_flat.then(|| self.source(&corners, [1.0, 0.0, 0.0], is_font));
        let edges = [(b.pos, c.pos), (c.pos, a.pos), (a.pos, b.pos)];
        let owned = edges.map(owns_edge);
        // Stepping one pixel to the right changes each weight by a constant: no products inside the loop.
        let steps = edges.map(|(from, to)| from.y - to.y);
        let bounds = Rect::from_points(&[a.pos, b.pos, c.pos]);
        let first = left.max(bounds.left().floor().max(0.0) as usize);
        let last = right.min(bounds.right().ceil().max(0.0) as usize);
        for y in top.max(bounds.top().floor().max(0.0) as usize)..bottom.min(bounds.bottom().ceil().max(0.0) as usize) {
            let start = Pos2::new(first as f32 + 0.5, y as f32 + 0.5);
            let [mut u, mut v, mut w] = edges.map(|(from, to)| area(from, to, start));
            for x in first..last {
                let is_inside = (u > 0.0 || u == 0.0 && owned[0]) && (v > 0.0 || v == 0.0 && owned[1]) && (w > 0.0 || w == 0.0 && owned[2]);
                if is_inside {
                    let source = flat.unwrap_or_else(|| self.source(&corners, [u / whole, v / whole, w / whole], is_font));
                    self.blend(x, y, source);
                }
                u += steps[0];
                v += steps[1];
                w += steps[2];
            }
        }
    }

    #[expect(clippy::many_single_char_names, reason = "corners a b c, weights u v w")]
    /// The colour at a place of a triangle, premultiplied, channels 0 to 255.
    fn source(&self, [a, b, c]: &[Vertex; 3], [u, v, w]: [f32; 3], is_font: bool) -> [f32; 4] {
        let (a_colour, b_colour, c_colour) = (a.color.to_array(), b.color.to_array(), c.color.to_array());
        let mut source = [0.0; 4];
        for channel in 0..4 {
            source[channel] = f32::from(a_colour[channel]) * u + f32::from(b_colour[channel]) * v + f32::from(c_colour[channel]) * w;
        }
        if is_font {
            let texel = sample(&self.font, a.uv.x * u + b.uv.x * v + c.uv.x * w, a.uv.y * u + b.uv.y * v + c.uv.y * w);
            for channel in 0..4 {
                source[channel] *= texel[channel];
            }
        }
        source
    }

    fn blend(&mut self, x: usize, y: usize, source: [f32; 4]) {
        let place = y * self.image.size[0] + x;
        let rest = 1.0 - source[3] / 255.0;
        let mut over = [255; 4];
        if rest > 0.0 {
            let under = self.image.pixels[place].to_array();
            for channel in 0..3 {
                over[channel] = (source[channel] + f32::from(under[channel]) * rest + 0.5) as u8;
            }
        } else {
            for channel in 0..3 {
                over[channel] = (source[channel] + 0.5) as u8;
            }
        }
        self.image.pixels[place] = Color32::from_rgba_premultiplied(over[0], over[1], over[2], over[3]);
    }
}

/// Twice the signed area; positive for the turning sense that the rasteriser works with.
fn area(a: Pos2, b: Pos2, c: Pos2) -> f32 {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

#[expect(clippy::float_cmp, reason = "both triangles of an edge hold the very same numbers")]
/// Pixels on an edge shared by two triangles belong to exactly one: the one for which it is a top or left edge.
fn owns_edge((from, to): (Pos2, Pos2)) -> bool {
    to.y < from.y || (to.y == from.y && to.x > from.x)
}

/// Bilinear sample, channels 0 to 1. Glyphs are drawn pixel by pixel, so mostly one texel is enough.
fn sample(texture: &ColorImage, u: f32, v: f32) -> [f32; 4] {
    let [width, height] = texture.size;
    let (x, y) = (u * width as f32 - 0.5, v * height as f32 - 0.5);
    let (left, top) = (x.floor(), y.floor());
    let at = |dx: f32, dy: f32| {
        let column = ((left + dx).max(0.0) as usize).min(width - 1);
        let row = ((top + dy).max(0.0) as usize).min(height - 1);
        texture.pixels[row * width + column].to_array()
    };
    let (fx, fy) = (x - left, y - top);
    let mut mixed = [0.0; 4];
    for (texel, weight) in
        [(at(0.0, 0.0), (1.0 - fx) * (1.0 - fy)), (at(1.0, 0.0), fx * (1.0 - fy)), (at(0.0, 1.0), (1.0 - fx) * fy), (at(1.0, 1.0), fx * fy)]
    {
        for channel in 0..4 {
            mixed[channel] += f32::from(texel[channel]) * weight / 255.0;
        }
    }
    mixed
}
