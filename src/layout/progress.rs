//! How far a long layout has come, and whether it is still wanted: shared between the thread that works and the one that waits.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

/// Told by the one who works, read by the one who waits.
#[derive(Debug, Default)]
pub struct Progress {
    per_mille: AtomicU32,
    is_cancelled: AtomicBool,
}

impl Progress {
    /// How much is done, from 0 to 1.
    pub fn share(&self) -> f32 {
        self.per_mille.load(Ordering::Relaxed) as f32 / 1000.0
    }

    /// Says how much is done, from 0 to 1; less than was said before does not count. Whether the rest is still wanted.
    pub fn tell(&self, share: f64) -> bool {
        self.per_mille.fetch_max((share.clamp(0.0, 1.0) * 1000.0) as u32, Ordering::Relaxed);
        !self.is_cancelled.load(Ordering::Relaxed)
    }

    /// What is being done is not wanted any more.
    pub fn cancel(&self) {
        self.is_cancelled.store(true, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_only_grows_and_knows_when_it_is_not_wanted() {
        let progress = Progress::default();
        assert!(progress.tell(0.8));
        assert!(progress.tell(0.3));
        assert!((progress.share() - 0.8).abs() < 0.001);
        progress.cancel();
        assert!(!progress.tell(0.9));
    }
}
