//! The command line: what the studio can do without its window.
//!
//! Every command answers in sentences, or with `--json` for machines, and ends with 0 (good), 1 (faults
//! found) or 2 (could not do it). Texts are German or English by the system's language or `--lang`.

mod alone;
mod arguments;
mod check;
mod eval;
mod exchange;
mod export;
mod file;
mod json;
mod output;
mod picture;
mod propose;
mod report;
mod samples;
mod simulate;
mod trace;
mod usage;
mod verify;

use crate::i18n::{Language, Texts};
use arguments::Request;
use output::Output;
use std::{ffi::OsString, path::PathBuf, process::ExitCode};

/// What the arguments ask for.
pub enum Asked {
    /// The window, with these files open.
    Window(Vec<PathBuf>),
    /// Nothing more: a command was done.
    Done(ExitCode),
}

/// What a command came to; the number is the exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    /// Everything is good.
    Good = 0,
    /// Faults were found.
    Faults = 1,
    /// It could not be done.
    CouldNot = 2,
}

impl From<Verdict> for ExitCode {
    fn from(verdict: Verdict) -> Self {
        Self::from(verdict as u8)
    }
}

/// Reads the arguments, the program's name first, and does the command that they name, if any.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Asked {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let texts = Texts::new(language(&arguments));
    let mut command = arguments::command(&texts);
    let matches = match command.try_get_matches_from_mut(arguments) {
        Ok(matches) => matches,
        Err(error) => return Asked::Done(usage::show(&texts, &error).into()),
    };
    let output = Output::new(&texts, arguments::wants_json(&matches));
    Asked::Done(
        match arguments::request(&matches) {
            Request::Window { files } => return Asked::Window(files),
            Request::Check { file } => check::run(&output, &file),
            Request::Propose { file, trace } => propose::run(&output, &file, trace),
            Request::Simulate { file, wish } => simulate::run(&output, &file, &wish),
            Request::Convert { file, out, wish } => exchange::convert(&output, &file, &out, &wish),
            Request::Import { files, out, extent } => exchange::import(&output, &files, &out, extent),
            Request::Verify { bundle } => verify::run(&output, &bundle),
            Request::Eval { expression, values } => eval::run(&output, &expression, values.as_deref()),
            Request::Samples { out } => samples::run(&output, out.as_deref()),
        }
        .into(),
    )
}

/// Says that this program was built without its window, and what works without one.
pub fn without_window() -> ExitCode {
    let texts = Texts::new(language(&[]));
    Output::new(&texts, false).fault(texts.get("cli-without-window"));
    Verdict::CouldNot.into()
}

/// The language that the arguments name, else that of the system. Needed before the arguments can be read,
/// for their help is in that language.
fn language(arguments: &[OsString]) -> Language {
    let words: Vec<_> = arguments.iter().map(|argument| argument.to_string_lossy()).collect();
    let after = words.iter().position(|word| word == "--lang").and_then(|at| words.get(at + 1)).map(AsRef::as_ref);
    let named = after.or_else(|| words.iter().find_map(|word| word.strip_prefix("--lang=")));
    let locale = named.map(str::to_owned).or_else(sys_locale::get_locale);
    locale.map_or(Language::English, |locale| Language::of_locale(&locale))
}
