//! Ron's errors put into ours.

use super::error::{Fault, Place, ReadError};
use ron::error::{Error, Position, SpannedError};

/// What an error of ron means for this text.
pub(super) fn of(text: &str, error: &SpannedError) -> ReadError {
    let place = next_token(text, &error.span.start);
    let fault = match &error.code {
        Error::ExceededRecursionLimit => return ReadError::TooDeep(place),
        // The texts of `v1` are the only shapes that look at a length.
        Error::ExpectedDifferentLength { .. } => return ReadError::TextTooLong(place),
        Error::NoSuchStructField { found, .. } => Fault::UnknownField(found.clone()),
        Error::MissingStructField { field, .. } => Fault::MissingField(field),
        Error::DuplicateStructField { field, .. } => Fault::RepeatedField(field),
        Error::NoSuchEnumVariant { found, .. } => Fault::UnknownChoice(found.clone()),
        _ if is_at_end(text, error) => return ReadError::Truncated(end(text.trim_end())),
        Error::InvalidValueForType { .. }
        | Error::IntegerOutOfBounds
        | Error::ExpectedBoolean
        | Error::ExpectedFloat
        | Error::ExpectedInteger
        | Error::ExpectedOption
        | Error::ExpectedString
        | Error::ExpectedArray => Fault::Value,
        _ => Fault::Syntax,
    };
    ReadError::Damaged(place, fault)
}

/// Where the token begins that ron was about to read: it names the place before the white space.
fn next_token(text: &str, from: &Position) -> Place {
    let mut place = Place { line: from.line, column: from.col };
    let lines = text.split_inclusive('\n').skip(from.line - 1);
    let spaces = lines.flat_map(str::chars).skip(from.col - 1).take_while(|letter| letter.is_whitespace());
    for space in spaces {
        place = if space == '\n' { Place { line: place.line + 1, column: 1 } } else { Place { column: place.column + 1, ..place } };
    }
    place
}

/// The end of the file was met while more was expected.
fn is_at_end(text: &str, error: &SpannedError) -> bool {
    let end = end(text.trim_end());
    matches!(error.code, Error::Eof | Error::ExpectedStringEnd | Error::UnclosedBlockComment)
        || (error.span.end.line, error.span.end.col) >= (end.line, end.column)
}

/// The place behind the last letter.
pub(super) fn end(text: &str) -> Place {
    let last_line = text.rsplit('\n').next().unwrap_or(text);
    Place { line: text.matches('\n').count() + 1, column: last_line.chars().count() + 1 }
}
