//! Menus and lists give the focus back to what had it when they were opened.

use egui::{Context, Id, Popup};

/// In how many frames after closing the focus may still be lost: what is not drawn any more loses it at the end of the next one.
const FRAMES: u8 = 3;

/// What has to be remembered for it from frame to frame.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Popups {
    was_open: bool,
    /// What had the focus when one was opened.
    opener: Option<Id>,
    /// In how many frames more the focus is looked after.
    frames: u8,
}

impl Popups {
    /// Looks at what is open once all is drawn. Where the focus has gone elsewhere by itself, it stays there.
    pub fn follow(&mut self, context: &Context) {
        let (is_open, focused) = (Popup::is_any_open(context), context.memory(|memory| memory.focused()));
        match (self.was_open, is_open) {
            (false, true) => (self.opener, self.frames) = (focused, 0),
            (true, false) => self.frames = FRAMES,
            _ => {}
        }
        self.was_open = is_open;
        let Some(frames) = self.frames.checked_sub(1) else { return };
        self.frames = frames;
        context.request_repaint();
        if let Some(opener) = self.opener.filter(|_| focused.is_none()) {
            self.frames = 0;
            context.memory_mut(|memory| memory.request_focus(opener));
        }
    }
}
