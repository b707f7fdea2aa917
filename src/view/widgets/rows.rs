//! Many rows of one height, of which only those near the view are drawn.

use egui::Ui;

/// Lists up to this length are drawn whole, so that a screen reader finds all of them at once.
pub const WHOLE: usize = 300;

/// Draws the rows of a list by their numbers; of a long one those in view and a page before and behind it, with room for the others.
pub fn rows_ui(ui: &mut Ui, height: f32, count: usize, mut row_ui: impl FnMut(&mut Ui, usize)) {
    let gap = ui.spacing().item_spacing.y;
    let pitch = height + gap;
    let (top, clip) = (ui.cursor().top(), ui.clip_rect());
    let row_at = |y: f32| if count <= WHOLE { 0 } else { (((y - top) / pitch).max(0.0) as usize).min(count) };
    let first = row_at(clip.top() - clip.height());
    let last = if count <= WHOLE { count } else { (row_at(clip.bottom() + clip.height()) + 1).min(count) };
    let room = |rows: usize| rows as f32 * pitch - gap;
    if first > 0 {
        ui.allocate_space(egui::vec2(0.0, room(first)));
    }
    (first..last).for_each(|row| row_ui(ui, row));
    if last < count {
        ui.allocate_space(egui::vec2(0.0, room(count - last)));
    }
}

#[cfg(test)]
mod tests {
    use super::rows_ui;
    use egui::{Context, RawInput, Rect, ScrollArea, pos2, vec2};

    /// The rows that were drawn in a view of 200 points, and the height of all.
    fn drawn(count: usize, scrolled: f32) -> (Vec<usize>, f32) {
        let (context, mut found, mut height) = (Context::default(), Vec::new(), 0.0);
        for _ in 0..2 {
            found.clear();
            let input = RawInput { screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(300.0, 200.0))), ..RawInput::default() };
            let mut output = context.run_ui(input, |ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                let area = ScrollArea::vertical().auto_shrink(false).vertical_scroll_offset(scrolled);
                let shown = area.show(ui, |ui| {
                    rows_ui(ui, 18.0, count, |ui, row| {
                        found.push(row);
                        ui.allocate_space(vec2(100.0, 18.0));
                    });
                });
                height = shown.content_size.y;
            });
            output.textures_delta.clear();
        }
        (found, height)
    }

    #[test]
    fn a_long_list_draws_what_is_near_and_keeps_its_height() {
        let (rows, height) = drawn(1000, 10_000.0);
        assert!(rows.contains(&500) && rows.contains(&509), "{rows:?}");
        assert!(rows.len() < 40, "{rows:?}");
        assert!((height - (1000.0 * 20.0 - 2.0)).abs() < 1.0, "{height}");
        assert_eq!(drawn(300, 10_000.0).0.len(), 300);
    }
}
