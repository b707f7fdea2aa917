//! What is being said to the user: success goes away by itself, failures stay until dismissed.

use crate::view::shell::Notice;
use egui::Context;
use std::time::{Duration, Instant};

/// How long a success stands.
const STANDS: Duration = Duration::from_secs(5);
/// No more than this many are shown; the oldest goes first.
const MOST: usize = 4;

/// The standing notices, oldest first.
#[derive(Debug, Default)]
pub(super) struct Notices {
    standing: Vec<Notice>,
    ends: Vec<(u64, Instant)>,
    next: u64,
}

impl Notices {
    /// Says something briefly.
    pub fn say(&mut self, text: String) {
        let number = self.add(text, false);
        self.ends.push((number, Instant::now() + STANDS));
    }

    /// Says that something went wrong; stays until dismissed.
    pub fn fail(&mut self, text: String) {
        self.add(text, true);
    }

    fn add(&mut self, text: String, is_failure: bool) -> u64 {
        self.standing.retain(|notice| notice.text != text);
        if self.standing.len() >= MOST {
            self.standing.remove(0);
        }
        self.next += 1;
        self.standing.push(Notice { number: self.next, text, is_failure });
        self.next
    }

    /// What is to be shown.
    pub fn standing(&self) -> &[Notice] {
        &self.standing
    }

    /// Takes a notice away.
    pub fn dismiss(&mut self, number: u64) {
        self.standing.retain(|notice| notice.number != number);
    }

    /// Takes away what has stood long enough and wakes the window for the next.
    pub fn keep_up(&mut self, context: &Context) {
        let now = Instant::now();
        let over: Vec<u64> = self.ends.iter().filter(|(_, end)| *end <= now).map(|(number, _)| *number).collect();
        self.ends.retain(|(_, end)| *end > now);
        if !over.is_empty() {
            self.standing.retain(|notice| !over.contains(&notice.number));
            context.request_repaint();
        }
        if let Some(next) = self.ends.iter().map(|(_, end)| *end).min() {
            context.request_repaint_after(next - now);
        }
    }
}
