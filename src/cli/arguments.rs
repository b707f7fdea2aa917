//! Which arguments there are, explained in the user's language, and what they ask for.

use super::exchange;
use super::picture::PictureWish;
use super::report::Extent;
use super::simulate::Wish;
use crate::bundle::Version;
use crate::i18n::Texts;
use clap::{Arg, ArgAction, ArgMatches, Command, ValueHint, builder::PathBufValueParser, value_parser};
use jiff::civil::Date;
use std::path::PathBuf;

/// What is to be done.
pub(super) enum Request {
    Window { files: Vec<PathBuf> },
    Check { file: PathBuf },
    Propose { file: PathBuf, trace: bool },
    Simulate { file: PathBuf, wish: Wish },
    Convert { file: PathBuf, out: PathBuf, wish: exchange::Wish },
    Import { files: Vec<PathBuf>, out: PathBuf, extent: Extent },
    Verify { bundle: PathBuf },
    Eval { expression: String, values: Option<PathBuf> },
    Samples { out: Option<PathBuf> },
}

/// What `export` was told about the release.
#[derive(Clone, Debug)]
pub(super) struct Release {
    /// Version; that of the procedure if none.
    pub version: Option<Version>,
    /// First day of use.
    pub valid_from: Option<Date>,
}

/// To what `export` and `convert` can write.
const FORMATS: [&str; 13] = [
    "bundle",
    "bpmn",
    "ozg-hub",
    "service-bw",
    "amt24",
    "civento",
    "xprozess",
    "xdatenfelder",
    "xdatenfelder2",
    "xdatenfelder3",
    "json-schema",
    "svg",
    "png",
];

/// Everything that the command line understands.
pub(super) fn command(texts: &Texts) -> Command {
    let version = switch("version", texts, "cli-version").action(ArgAction::Version).short('V');
    let program = Command::new("dienstweg")
        .version(env!("CARGO_PKG_VERSION"))
        .override_usage("dienstweg [FILES]\n       dienstweg COMMAND [--help]")
        .after_help(texts.get("cli-exit").to_owned())
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .subcommand_help_heading(texts.get("cli-heading-commands").to_owned())
        .arg(path("files", texts, "cli-files").num_args(0..))
        .arg(version)
        .subcommands([
            check(texts),
            simulate(texts),
            propose(texts),
            export(texts),
            import(texts),
            convert(texts),
            verify(texts),
            eval(texts),
            samples(texts),
        ]);
    common(program, texts, "cli-about")
}

fn check(texts: &Texts) -> Command {
    let command = Command::new("check").override_usage("dienstweg check FILE [--json]");
    common(command.arg(file(texts)).arg(json(texts)), texts, "cli-check")
}

fn simulate(texts: &Texts) -> Command {
    let command = Command::new("simulate")
        .override_usage("dienstweg simulate FILE [--case NAME | [--process NAME] [--set NAME=VALUE...]] [--trace] [--json]");
    let case = switch("case", texts, "cli-case").value_name("NAME").conflicts_with("set");
    let set = switch("set", texts, "cli-set").value_name("NAME=VALUE").action(ArgAction::Append).allow_hyphen_values(true);
    let process = switch("process", texts, "cli-process").value_name("NAME").conflicts_with("case");
    let trace = switch("trace", texts, "cli-trace").action(ArgAction::SetTrue);
    common(command.arg(file(texts)).arg(case).arg(process).arg(set).arg(trace).arg(json(texts)), texts, "cli-simulate")
}

fn propose(texts: &Texts) -> Command {
    let command = Command::new("propose").override_usage("dienstweg propose FILE [--trace] [--json]");
    let trace = switch("trace", texts, "cli-trace").action(ArgAction::SetTrue);
    common(command.arg(file(texts)).arg(trace).arg(json(texts)), texts, "cli-propose")
}

fn export(texts: &Texts) -> Command {
    let command = Command::new("export")
        .override_usage("dienstweg export FILE --to FORMAT --out PATH [OPTIONS]")
        .arg(file(texts))
        .arg(path("out", texts, "cli-out").long("out").value_name("PATH").required(true));
    common(writing(command, texts), texts, "cli-export")
}

fn convert(texts: &Texts) -> Command {
    let command = Command::new("convert")
        .override_usage("dienstweg convert IN OUT --to FORMAT [OPTIONS]")
        .arg(path("file", texts, "cli-convert-in").value_name("IN").required(true))
        .arg(path("out", texts, "cli-out").value_name("OUT").required(true));
    common(writing(command, texts), texts, "cli-convert")
}

/// What says how something is written.
fn writing(command: Command, texts: &Texts) -> Command {
    let to = switch("to", texts, "cli-to").value_name("FORMAT").value_parser(FORMATS).hide_possible_values(true).required(true);
    let version = switch("release-version", texts, "cli-release-version").value_name("X.Y.Z");
    let valid_from = switch("valid-from", texts, "cli-valid-from").value_name("DATE");
    command
        .arg(to)
        .arg(switch("form", texts, "cli-form").value_name("NAME"))
        .arg(version.value_parser(|text: &str| text.parse::<Version>()))
        .arg(valid_from.value_parser(date))
        .arg(switch("scale", texts, "cli-scale").value_name("1-4").value_parser(value_parser!(u8).range(1..=4)).default_value("1"))
        .arg(switch("selection", texts, "cli-selection").value_name("ID,...").value_delimiter(',').action(ArgAction::Append))
        .arg(switch("dark", texts, "cli-dark").action(ArgAction::SetTrue))
        .arg(switch("notes", texts, "cli-notes").action(ArgAction::SetTrue))
        .arg(switch("process", texts, "cli-picture-process").value_name("KEY"))
        .arg(switch("force", texts, "cli-force").action(ArgAction::SetTrue))
        .arg(report(texts))
        .arg(json(texts))
}

fn import(texts: &Texts) -> Command {
    let files = path("files", texts, "cli-import-files").num_args(1..).required(true);
    let out = path("out", texts, "cli-import-out").long("out").value_name("MODEL").required(true);
    let command = Command::new("import").override_usage("dienstweg import FILES... --out MODEL [--report] [--json]");
    common(command.arg(files).arg(out).arg(report(texts)).arg(json(texts)), texts, "cli-import")
}

fn verify(texts: &Texts) -> Command {
    let bundle = path("bundle", texts, "cli-bundle").required(true);
    let command = Command::new("verify").override_usage("dienstweg verify BUNDLE [--json]");
    common(command.arg(bundle).arg(json(texts)), texts, "cli-verify")
}

fn eval(texts: &Texts) -> Command {
    let expression = Arg::new("expression").value_name("EXPRESSION").help(texts.get("cli-expression").to_owned());
    let command = Command::new("eval")
        .override_usage("dienstweg eval EXPRESSION [--values FILE.json] [--json]")
        .arg(expression.required(true).allow_hyphen_values(true))
        .arg(path("values", texts, "cli-values").long("values").value_name("FILE.json"))
        .arg(json(texts));
    common(command, texts, "cli-eval")
}

fn samples(texts: &Texts) -> Command {
    let command = Command::new("samples").override_usage("dienstweg samples [--out DIR] [--json]");
    common(command.arg(path("out", texts, "cli-samples-out").long("out").value_name("DIR")).arg(json(texts)), texts, "cli-samples")
}

/// What every command has: its purpose, language, help, and headings in the user's language.
fn common(command: Command, texts: &Texts, about: &str) -> Command {
    let usage = texts.get("cli-heading-usage");
    let language = switch("lang", texts, "cli-lang").value_name("de|en").value_parser(["de", "en"]).hide_possible_values(true);
    let (arguments, options) = (texts.get("cli-heading-arguments").to_owned(), texts.get("cli-heading-options").to_owned());
    command
        .about(texts.get(about).to_owned())
        .disable_help_flag(true)
        .help_template(format!("{{about-with-newline}}\n{usage}: {{usage}}\n\n{{all-args}}{{after-help}}"))
        .arg(language)
        .arg(switch("help", texts, "cli-help").short('h').action(ArgAction::Help))
        .mut_args(|argument| {
            let heading = if argument.is_positional() { &arguments } else { &options };
            argument.help_heading(heading.clone())
        })
}

fn json(texts: &Texts) -> Arg {
    switch("json", texts, "cli-json").action(ArgAction::SetTrue)
}

fn report(texts: &Texts) -> Arg {
    switch("report", texts, "cli-report").action(ArgAction::SetTrue)
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

/// A calendar date written as `2026-01-31` and in no other way.
fn date(text: &str) -> Result<Date, &'static str> {
    text.parse::<Date>().ok().filter(|date| date.to_string() == text).ok_or("no date")
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
        "propose" => Request::Propose { file: required("file"), trace: matches.get_flag("trace") },
        "simulate" => {
            let set = matches.get_many("set").into_iter().flatten().cloned().collect();
            let named = |name: &str| matches.get_one::<String>(name).cloned();
            let wish = Wish { case: named("case"), process: named("process"), trace: matches.get_flag("trace"), set };
            Request::Simulate { file: required("file"), wish }
        }
        "export" | "convert" => {
            let release =
                Release { version: matches.get_one("release-version").copied(), valid_from: matches.get_one("valid-from").copied() };
            let to = matches.get_one::<String>("to").cloned().unwrap_or_default();
            let form = matches.get_one("form").cloned();
            let is_forced = matches.get_flag("force");
            let wish = exchange::Wish { to, form, release, picture: picture(matches), extent: extent(matches), is_forced };
            Request::Convert { file: required("file"), out: required("out"), wish }
        }
        "import" => {
            let files = matches.get_many("files").into_iter().flatten().cloned().collect();
            Request::Import { files, out: required("out"), extent: extent(matches) }
        }
        "verify" => Request::Verify { bundle: required("bundle") },
        "eval" => {
            let expression = matches.get_one("expression").cloned().unwrap_or_default();
            Request::Eval { expression, values: optional("values") }
        }
        _ => Request::Samples { out: optional("out") },
    }
}

fn picture(matches: &ArgMatches) -> PictureWish {
    PictureWish {
        scale: matches.get_one("scale").copied().unwrap_or(1),
        is_dark: matches.get_flag("dark"),
        has_notes: matches.get_flag("notes"),
        process: matches.get_one("process").cloned(),
        selection: matches.get_many::<String>("selection").into_iter().flatten().map(|id| id.trim().to_owned()).collect(),
    }
}

fn extent(matches: &ArgMatches) -> Extent {
    if matches.get_flag("report") { Extent::Whole } else { Extent::Short }
}
