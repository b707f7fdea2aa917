//! The regions of the window, between which a key leads: bar at the top, left column, middle, inspector, drawer.

use egui::{Context, FocusDirection, Id, Rect, Sense, Ui, Vec2};

/// A region, in the order in which the key leads through them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Region {
    /// Tabs, places and commands.
    Top,
    /// Tools or list.
    Left,
    /// What is worked on.
    Middle,
    /// Properties.
    Inspector,
    /// Problems, history, notes.
    Drawer,
}

/// Where the regions are in this frame, and which one is to have the focus in the next.
#[derive(Clone, Debug, Default)]
struct Regions {
    frame: u64,
    drawn: Vec<(Region, Rect)>,
    wish: Option<Region>,
}

fn with<R>(context: &Context, act: impl FnOnce(&mut Regions) -> R) -> R {
    context.data_mut(|data| act(data.get_temp_mut_or_default(Id::unique("regions of the window"))))
}

/// Notes where a region is.
pub(super) fn note(context: &Context, region: Region, rect: Rect) {
    let frame = context.cumulative_frame_nr();
    with(context, |regions| {
        if regions.frame != frame {
            (regions.frame, regions.drawn) = (frame, Vec::new());
        }
        regions.drawn.retain(|(known, _)| *known != region);
        regions.drawn.push((region, rect));
    });
}

/// Whether the focus is to come into this region; it is said once.
pub(super) fn is_wished(context: &Context, region: Region) -> bool {
    with(context, |regions| regions.wish.take_if(|wish| *wish == region).is_some())
}

/// Before the content of a region is drawn: gives its first widget the focus, if it is to come here.
pub(super) fn arrive(ui: &Ui, region: Region) {
    if is_wished(ui.ctx(), region) {
        let id = ui.scope_id().with("first in region");
        ui.memory_mut(|memory| {
            memory.request_focus(id);
            memory.move_focus(FocusDirection::Next);
        });
        // Exists in this frame only, and hands the focus on to the next widget.
        ui.interact(Rect::from_min_size(ui.max_rect().min, Vec2::ZERO), id, Sense::focusable_noninteractive());
    }
}

/// Leads the focus into the next region, or the one before.
pub(super) fn go(context: &Context, is_forward: bool) {
    let focused = context.memory(|memory| memory.focused()).and_then(|id| context.read_response(id)).map(|it| it.rect.center());
    with(context, |regions| {
        regions.drawn.sort_unstable_by_key(|(region, _)| *region);
        let count = regions.drawn.len();
        let here = focused.and_then(|focused| regions.drawn.iter().position(|(_, rect)| rect.contains(focused)));
        let next = match here {
            Some(here) if is_forward => (here + 1) % count,
            Some(here) => (here + count - 1) % count,
            None if is_forward => 0,
            None => count.saturating_sub(1),
        };
        regions.wish = regions.drawn.get(next).map(|(region, _)| *region);
    });
}
