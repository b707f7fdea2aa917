//! Menus and lists give the focus back to what had it when they were opened.

use egui::{Context, Id, Popup};

/// What has to be remembered for it from frame to frame.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Popups {
    was_open: bool,
    /// What had the focus when one was opened.
    opener: Option<Id>,
    /// What had the focus when it was closed, until that is gone.
    left: Option<Option<Id>>,
}

impl Popups {
    /// Looks at what is open once all is drawn. Where the focus goes elsewhere by itself, it stays there.
    pub fn follow(&mut self, context: &Context) {
        let (is_open, focused) = (Popup::is_any_open(context), context.memory(|memory| memory.focused()));
        match (self.was_open, is_open) {
            (false, true) => (self.opener, self.left) = (focused, None),
            (true, false) => self.left = Some(focused),
            _ => {}
        }
        self.was_open = is_open;
        let Some(left) = self.left else { return };
        if focused.is_some() && focused == left && left != self.opener {
            // What is not drawn any more loses the focus at the end of the frame.
            context.request_repaint();
            return;
        }
        self.left = None;
        if let Some(opener) = self.opener.take().filter(|_| focused.is_none()) {
            context.memory_mut(|memory| memory.request_focus(opener));
            context.request_repaint();
        }
    }
}
