//! Laid-out texts, kept from frame to frame: laying out costs more than all else when zooming.

use crate::model::Subject;
use crate::view::theme::SEMIBOLD;
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align, Color32, Context, FontFamily, FontId, Galley};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Texts smaller than this on the screen, in points, are not drawn.
pub const LEAST_SIZE: f32 = 5.0;

/// What a text should look like, in points of the diagram.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wanted<'a> {
    /// The words.
    pub text: &'a str,
    /// Height of type at zoom 1.
    pub size: f64,
    /// Width at which it wraps, at zoom 1.
    pub width: f64,
    /// Most rows; the rest becomes an ellipsis.
    pub rows: usize,
    /// Where the rows are aligned.
    pub align: Align,
    /// Semibold instead of regular.
    pub is_strong: bool,
}

#[derive(Clone, Debug)]
struct Kept {
    text: String,
    size: f32,
    width: f32,
    used: u64,
    galley: Arc<Galley>,
}

/// The kept texts. Sizes are quantised, so that a slow zoom does not lay out anew in every frame.
#[derive(Clone, Debug, Default)]
pub struct Galleys {
    kept: BTreeMap<Subject, Kept>,
    frame: u64,
    sentinel: Option<Arc<Galley>>,
}

impl Galleys {
    /// Begins a frame: forgets what the font atlas no longer holds, and what has long not been seen.
    pub fn begin(&mut self, context: &Context) {
        // egui keeps a text that is asked for in every frame, until its atlas is made anew.
        let sentinel = context.fonts_mut(|fonts| fonts.layout_no_wrap("·".to_owned(), FontId::proportional(12.0), Color32::PLACEHOLDER));
        if !self.sentinel.as_ref().is_some_and(|kept| Arc::ptr_eq(kept, &sentinel)) {
            self.kept.clear();
        }
        self.sentinel = Some(sentinel);
        self.frame += 1;
        if self.frame.is_multiple_of(600) {
            let frame = self.frame;
            self.kept.retain(|_, kept| kept.used + 600 > frame);
        }
    }

    /// The text of an element at this zoom; `None` if it would be too small to read or is empty.
    pub fn get(&mut self, context: &Context, subject: Subject, wanted: Wanted<'_>, zoom: f64) -> Option<Arc<Galley>> {
        let size = quantised((wanted.size * zoom) as f32);
        if size < LEAST_SIZE || wanted.text.is_empty() {
            return None;
        }
        // By the quantised size and not the zoom, or lines would break elsewhere while zooming.
        let width = (wanted.width * f64::from(size) / wanted.size).round() as f32;
        if let Some(kept) = self.kept.get_mut(&subject)
            && kept.text == wanted.text
            && (kept.size - size).abs() < f32::EPSILON
            && (kept.width - width).abs() < f32::EPSILON
        {
            kept.used = self.frame;
            return Some(Arc::clone(&kept.galley));
        }
        let galley = laid_out(context, wanted, size, width);
        self.kept.insert(subject, Kept { text: wanted.text.to_owned(), size, width, used: self.frame, galley: Arc::clone(&galley) });
        Some(galley)
    }
}

/// Half points where single points show, else whole ones.
fn quantised(size: f32) -> f32 {
    if size < 20.0 { (size * 2.0).round() / 2.0 } else { size.round() }
}

fn laid_out(context: &Context, wanted: Wanted<'_>, size: f32, width: f32) -> Arc<Galley> {
    let family = if wanted.is_strong { FontFamily::Name(SEMIBOLD.into()) } else { FontFamily::Proportional };
    let font = FontId::new(size, family);
    context.fonts_mut(|fonts| {
        let text =
            super::hyphens::wrapped(wanted.text, |text| text.chars().map(|letter| fonts.glyph_width(&font, letter)).sum::<f32>() <= width);
        let format =
            TextFormat { font_id: font.clone(), color: Color32::PLACEHOLDER, line_height: Some(size * 1.25), ..TextFormat::default() };
        let mut job = LayoutJob::single_section(text, format);
        job.wrap = TextWrapping { max_width: width, max_rows: wanted.rows, ..TextWrapping::default() };
        job.halign = wanted.align;
        fonts.layout_job(job)
    })
}
