//! What clap says about arguments that do not fit, in the user's language.

use super::{Verdict, output};
use crate::i18n::Texts;
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

/// Shows help or version where that was asked for, else what is wrong with the arguments.
pub(super) fn show(texts: &Texts, error: &Error) -> Verdict {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        output::write(&error.render().to_string());
        return Verdict::Good;
    }
    let part = |kind| context(error, kind);
    let sentence = match error.kind() {
        ErrorKind::UnknownArgument => texts.with("cli-fault-unknown", &[("argument", (&part(ContextKind::InvalidArg)).into())]),
        ErrorKind::MissingRequiredArgument => texts.with("cli-fault-missing", &[("argument", (&part(ContextKind::InvalidArg)).into())]),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let (value, argument) = (part(ContextKind::InvalidValue), part(ContextKind::InvalidArg));
            texts.with("cli-fault-value", &[("value", (&value).into()), ("argument", (&argument).into())])
        }
        ErrorKind::ArgumentConflict => texts.with("cli-fault-twice", &[("argument", (&part(ContextKind::InvalidArg)).into())]),
        _ => texts.get("cli-fault-other").to_owned(),
    };
    output::write_fault(&format!("{sentence} {}", texts.get("cli-fault-help")));
    Verdict::CouldNot
}

fn context(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    }
}
