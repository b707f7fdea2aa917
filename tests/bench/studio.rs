//! What the studio costs: frames, files, checks, edits, play-throughs and forms, by size of the procedure.
//!
//! `cargo bench` runs all rows, `cargo bench -- frame` those whose name holds `frame`, `cargo bench -- append,10000,` one.
//! Each row is printed as `bench,NAME,N,median_ms,p95_ms`; the table at the end says the same for people.

#![expect(clippy::print_stdout, clippy::unwrap_used, reason = "a benchmark reports on the terminal, and its own data are sound")]

mod bpmn;
mod bulk;
mod data;
mod desk;
mod deeds;
mod fill;
mod find;
mod frames;
mod grid;
mod peers;
mod play;
mod proof;
mod sketch;
mod stopwatch;
mod window;
mod work;

use stopwatch::Bench;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    // `cargo test --all-targets` starts this too, without the flag, and wants no figures.
    if !arguments.iter().any(|argument| argument == "--bench") {
        return;
    }
    dienstweg::app::keep_freed_memory();
    let mut bench = Bench::of(arguments.into_iter().find(|argument| !argument.starts_with('-')));
    frames::rows(&mut bench);
    deeds::rows(&mut bench);
    bulk::rows(&mut bench);
    window::rows(&mut bench);
    work::rows(&mut bench);
    bpmn::rows(&mut bench);
    play::rows(&mut bench);
    proof::rows(&mut bench);
    fill::rows(&mut bench);
    find::rows(&mut bench);
    data::rows(&mut bench);
    bench.print();
}
