//! Arguments to the window.

use std::process::ExitCode;

fn main() -> ExitCode {
    let files = std::env::args_os().skip(1).map(Into::into).collect();
    dienstweg::app::run(files, None)
}
