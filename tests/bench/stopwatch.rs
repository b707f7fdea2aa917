//! Measures rows: warms up, takes samples, keeps median and 95th percentile.

use super::peers;
use std::hint::black_box;
use std::time::{Duration, Instant};

/// Samples of a row, if they do not take too long.
const SAMPLES: usize = 60;
/// Fewest samples of a slow row.
const FEWEST: usize = 7;
/// Time after which a row has enough with the fewest.
const LONG: Duration = Duration::from_secs(3);

/// The rows measured so far.
pub struct Bench {
    filter: Option<String>,
    rows: Vec<Row>,
}

struct Row {
    name: &'static str,
    size: usize,
    median: f64,
    p95: f64,
    samples: usize,
}

impl Bench {
    /// Measures rows whose name and size, as in `append,10000,`, hold the filter.
    pub fn of(filter: Option<String>) -> Self {
        Self { filter, rows: Vec::new() }
    }

    /// Measures a row unless it is filtered out: `prepare` makes the work, of which each call is a sample. What a call gives
    /// back is dropped after its time was taken.
    pub fn row<T, W: FnMut() -> T>(&mut self, name: &'static str, size: usize, prepare: impl FnOnce() -> W) {
        self.row_undone(name, size, prepare, |work| work(), |_| ());
    }

    /// As [`Bench::row`], for work that changes something: `undo` makes it as it was, which does not count.
    pub fn row_undone<S, T>(
        &mut self,
        name: &'static str,
        size: usize,
        prepare: impl FnOnce() -> S,
        mut work: impl FnMut(&mut S) -> T,
        mut undo: impl FnMut(&mut S),
    ) {
        if self.filter.as_ref().is_some_and(|filter| !format!("{name},{size},").contains(filter.as_str())) {
            return;
        }
        let mut state = prepare();
        let begun = Instant::now();
        for _ in 0..SAMPLES / 6 {
            black_box(work(&mut state));
            undo(&mut state);
            if begun.elapsed() > LONG / 6 {
                break;
            }
        }
        let begun = Instant::now();
        let mut samples = Vec::with_capacity(SAMPLES);
        while samples.len() < SAMPLES && (samples.len() < FEWEST || begun.elapsed() < LONG) {
            let start = now();
            let made = black_box(work(&mut state));
            samples.push(now().saturating_sub(start).as_secs_f64() * 1e3);
            drop(made);
            undo(&mut state);
        }
        samples.sort_by(f64::total_cmp);
        let at = |share: usize| samples[(samples.len() - 1) * share / 100];
        let row = Row { name, size, median: at(50), p95: at(95), samples: samples.len() };
        println!("bench,{},{},{:.3},{:.3}", row.name, row.size, row.median, row.p95);
        self.rows.push(row);
    }

    /// Prints the table.
    pub fn print(&self) {
        println!("\n{:<28}{:>8}{:>14}{:>14}{:>9}{:>14}{:>8}", "", "N", "median ms", "95 % ms", "samples", "peer ms", "times");
        for row in &self.rows {
            print!("{:<28}{:>8}{:>14.3}{:>14.3}{:>9}", row.name, row.size, row.median, row.p95, row.samples);
            match peers::time(row.name, row.size) {
                Some(theirs) => println!("{theirs:>14.0}{:>8.0}", theirs / row.median),
                None => println!(),
            }
        }
    }
}

/// Where there is one, the processor time of this thread, so that other programs do not count; else the time of day.
fn now() -> Duration {
    // The kernel brings the figure up to date when the thread lets go.
    std::thread::yield_now();
    let spent = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = spent.and_then(|text| text.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(since_the_start, Duration::from_nanos)
}

fn since_the_start() -> Duration {
    static START: std::sync::LazyLock<Instant> = std::sync::LazyLock::new(Instant::now);
    START.elapsed()
}
