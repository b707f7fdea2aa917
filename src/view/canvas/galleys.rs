//! Laid-out texts, kept from frame to frame: laying out costs more than all else when zooming.

use crate::drawing::lettering::{ROW, rows};
use crate::drawing::{Align, Wanted};
use crate::model::Subject;
use crate::view::theme::SEMIBOLD;
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Color32, Context, FontFamily, FontId, Galley};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Texts smaller than this on the screen, in points, are not drawn.
pub const LEAST_SIZE: f32 = 5.0;

/// A text with its rows, and how it was drawn last.
#[derive(Clone, Debug)]
struct Kept {
    text: String,
    width: f64,
    /// Its rows, with a break between them.
    broken: String,
    /// Its width and height, in points of the diagram.
    room: (f64, f64),
    size: f32,
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

    /// The text of an element at this zoom with its width and height in the diagram; `None` if it would be too small to read
    /// or is empty.
    pub fn get(&mut self, context: &Context, subject: Subject, wanted: Wanted<'_>, zoom: f64) -> Option<(Arc<Galley>, (f64, f64))> {
        let size = quantised((wanted.size * zoom) as f32);
        if size < LEAST_SIZE || wanted.text.is_empty() {
            return None;
        }
        let kept = self.kept.get_mut(&subject).filter(|kept| kept.text == wanted.text && kept.width.total_cmp(&wanted.width).is_eq());
        if let Some(kept) = kept {
            if (kept.size - size).abs() > f32::EPSILON {
                (kept.galley, kept.size) = (drawn(context, &kept.broken, &wanted, size), size);
            }
            kept.used = self.frame;
            return Some((Arc::clone(&kept.galley), kept.room));
        }
        let rows = rows(&wanted);
        let room = (rows.iter().map(|row| row.width).fold(0.0, f64::max), rows.len() as f64 * ROW * wanted.size);
        let broken = rows.into_iter().map(|row| row.text).collect::<Vec<_>>().join("\n");
        let galley = drawn(context, &broken, &wanted, size);
        let kept = Kept { text: wanted.text.to_owned(), width: wanted.width, broken, room, size, used: self.frame, galley };
        let answer = (Arc::clone(&kept.galley), room);
        self.kept.insert(subject, kept);
        Some(answer)
    }
}

/// Half points where single points show, else whole ones.
fn quantised(size: f32) -> f32 {
    if size < 20.0 { (size * 2.0).round() / 2.0 } else { size.round() }
}

fn drawn(context: &Context, broken: &str, wanted: &Wanted<'_>, size: f32) -> Arc<Galley> {
    let family = if wanted.is_strong { FontFamily::Name(SEMIBOLD.into()) } else { FontFamily::Proportional };
    let format = TextFormat {
        font_id: FontId::new(size, family),
        color: Color32::PLACEHOLDER,
        line_height: Some(size * ROW as f32),
        ..TextFormat::default()
    };
    let mut job = LayoutJob::single_section(broken.to_owned(), format);
    job.wrap = TextWrapping::no_max_width();
    job.halign = match wanted.align {
        Align::Left => egui::Align::LEFT,
        Align::Middle => egui::Align::Center,
    };
    context.fonts_mut(|fonts| fonts.layout_job(job))
}
