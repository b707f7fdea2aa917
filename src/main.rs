//! Arguments to the command line or the window.

use dienstweg::cli::{self, Asked};
use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    match cli::run(std::env::args_os()) {
        Asked::Done(code) => code,
        Asked::Window(files) => window(files),
    }
}

#[cfg(feature = "window")]
fn window(files: Vec<PathBuf>) -> ExitCode {
    dienstweg::app::run(files, None)
}

#[cfg(not(feature = "window"))]
fn window(_: Vec<PathBuf>) -> ExitCode {
    cli::without_window()
}
