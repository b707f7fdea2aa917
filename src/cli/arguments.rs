//! Which arguments there are, explained in the user's language, and what they ask for.

use crate::bundle::Version;
use crate::i18n::Texts;
use clap::{Arg, ArgAction, ArgMatches, Command, ValueHint, builder::PathBufValueParser};
use jiff::civil::Date;
use std::path::PathBuf;

/// What is to be done.
pub(super) enum Request {
    Window { files: Vec<PathBuf> },
    Check { file: PathBuf },
    Export { file: PathBuf, out: PathBuf, release: Release },
    Verify { bundle: PathBuf },
    Eval { expression: String, values: Option<PathBuf> },
    Samples { out: Option<PathBuf> },
}

/// What `export` was told about the release.
pub(super) struct Release {
    /// Version; that of the procedure if none.
    pub version: Option<Version>,
    /// First day of use.
    pub valid_from: Option<Date>,
}

/// Everything that the command line understands.
pub(super) fn command(texts: &Texts) -> Command {
    let program = Command::new("dienstweg")
        .version(env!("CARGO_PKG_VERSION"))
        .about(texts.get("cli-about").to_owned())
        .after_help(texts.get("cli-exit").to_owned())
        .args_conflicts_with_subcommands(true)
        .disable_help_subcommand(true)
        .subcommand_value_name(texts.get("cli-name-command").to_owned())
        .subcommand_help_heading(texts.get("cli-heading-commands").to_owned())
        .disable_version_flag(true)
        .arg(path("files", texts, "cli-files").num_args(0..))
        .arg(switch("version", texts, "cli-version").action(ArgAction::Version).short('V'))
        .subcommand(command_of("check", texts, "cli-check").arg(file(texts)))
        .subcommand(export(texts))
        .subcommand(command_of("verify", texts, "cli-verify").arg(path("bundle", texts, "cli-bundle").required(true)))
        .subcommand(
            command_of("eval", texts, "cli-eval")
                .arg(Arg::new("expression").value_name("EXPRESSION").help(texts.get("cli-expression").to_owned()).required(true).allow_hyphen_values(true))
                .arg(path("values", texts, "cli-values").long("values")),
        )
        .subcommand(command_of("samples", texts, "cli-samples").arg(path("out", texts, "cli-samples-out").long("out").value_name("DIR")));
    common(program, texts)
}

fn export(texts: &Texts) -> Command {
    let version = Arg::new("release-version").long("release-version").value_name("X.Y.Z").value_parser(|text: &str| text.parse::<Version>());
    let valid_from = Arg::new("valid-from").long("valid-from").value_name("JJJJ-MM-TT").value_parser(date);
    command_of("export", texts, "cli-export")
        .arg(file(texts))
        .arg(Arg::new("to").long("to").value_name("FORMAT").value_parser(["bundle"]).required(true).help(texts.get("cli-to").to_owned()))
        .arg(path("out", texts, "cli-out").long("out").required(true))
        .arg(version.help(texts.get("cli-release-version").to_owned()))
        .arg(valid_from.help(texts.get("cli-valid-from").to_owned()))
}

fn command_of(name: &'static str, texts: &Texts, help: &str) -> Command {
    let json = switch("json", texts, "cli-json").action(ArgAction::SetTrue);
    common(Command::new(name).about(texts.get(help).to_owned()).arg(json), texts)
}

/// Help and language, which every command has, and headings in the user's language.
fn common(command: Command, texts: &Texts) -> Command {
    let language = Arg::new("lang").long("lang").value_name("de|en").value_parser(["de", "en"]).help(texts.get("cli-lang").to_owned());
    let options = texts.get("cli-heading-options").to_owned();
    let template = format!(
        "{{before-help}}{{about-with-newline}}\n{}: {{usage}}\n\n{{all-args}}{{after-help}}",
        texts.get("cli-heading-usage"),
    );
    command
        .disable_help_flag(true)
        .help_template(template)
        .arg(language)
        .arg(switch("help", texts, "cli-help").short('h').action(ArgAction::Help))
        .mut_args(|argument| {
            let heading = if argument.is_positional() { texts.get("cli-heading-arguments").to_owned() } else { options.clone() };
            argument.help_heading(heading).hide_possible_values(true)
        })
}

fn switch(name: &'static str, texts: &Texts, help: &str) -> Arg {
    Arg::new(name).long(name).help(texts.get(help).to_owned())
}

fn path(name: &'static str, texts: &Texts, help: &str) -> Arg {
    Arg::new(name)
        .value_name(name.to_uppercase())
        .value_hint(ValueHint::AnyPath)
        .value_parser(PathBufValueParser::new())
        .help(texts.get(help).to_owned())
}

fn file(texts: &Texts) -> Arg {
    path("file", texts, "cli-file").required(true)
}

/// A calendar date written as `2026-01-31`.
fn date(text: &str) -> Result<Date, jiff::Error> {
    let date = text.parse::<Date>()?;
    if date.to_string() == text { Ok(date) } else { Err(jiff::Error::from_args(format_args!("a date is written 2026-01-31"))) }
}

/// Whether the answer is for machines.
pub(super) fn wants_json(matches: &ArgMatches) -> bool {
    matches.subcommand().is_some_and(|(_, matches)| matches.get_flag("json"))
}

/// What the arguments ask for.
pub(super) fn request(matches: &ArgMatches) -> Request {
    let Some((name, matches)) = matches.subcommand() else {
        return Request::Window { files: matches.get_many("files").into_iter().flatten().cloned().collect() };
    };
    let optional = |name: &str| matches.get_one::<PathBuf>(name).cloned();
    // Clap has seen to it that what is required is there.
    let required = |name: &str| optional(name).unwrap_or_default();
    match name {
        "check" => Request::Check { file: required("file") },
        "export" => {
            let version = matches.get_one("release-version").copied();
            let release = Release { version, valid_from: matches.get_one("valid-from").copied() };
            Request::Export { file: required("file"), out: required("out"), release }
        }
        "verify" => Request::Verify { bundle: required("bundle") },
        "eval" => {
            let expression = matches.get_one("expression").cloned().unwrap_or_default();
            Request::Eval { expression, values: optional("values") }
        }
        _ => Request::Samples { out: optional("out") },
    }
}
