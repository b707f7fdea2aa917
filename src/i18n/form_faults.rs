//! Faults of filled-in fields in words: what is wrong, and what would be right.

use super::Texts;
use crate::form::Fault;

impl Texts {
    /// What is wrong with a filled-in field, as a sentence with its remedy. An own rule or pattern speaks in its author's words where
    /// there are any.
    pub fn fault(&self, fault: &Fault) -> String {
        match fault {
            Fault::TooManyDecimals { most } => self.with("fault-too-many-decimals", &[("most", usize::from(*most).into())]),
            Fault::UnknownCode { code } => self.with("fault-unknown-code", &[("code", code.into())]),
            Fault::IbanLength { expected, found } => {
                self.with("fault-iban-length", &[("expected", (*expected).into()), ("found", (*found).into())])
            }
            Fault::TooShort { least } => self.with("fault-too-short", &[("least", (*least as usize).into())]),
            Fault::TooLong { most, found } => self.with("fault-too-long", &[("most", (*most as usize).into()), ("found", (*found).into())]),
            Fault::BelowMinimum { least } => self.with("fault-below-minimum", &[("least", least.into())]),
            Fault::AboveMaximum { most } => self.with("fault-above-maximum", &[("most", most.into())]),
            Fault::TooFewEntries { least } => self.with("fault-too-few-entries", &[("least", (*least as usize).into())]),
            Fault::TooManyEntries { most } => self.with("fault-too-many-entries", &[("most", (*most as usize).into())]),
            Fault::FileKind { allowed } => self.with("fault-file-kind", &[("allowed", allowed.into())]),
            Fault::FileTooLarge { most } => self.with("fault-file-too-large", &[("most", most.into())]),
            Fault::AtLeastOneOf { names } => self.with("fault-at-least-one", &[("names", (&self.or_list(names)).into())]),
            Fault::ExactlyOneOf { names } => self.with("fault-exactly-one", &[("names", (&self.or_list(names)).into())]),
            Fault::Pattern { message } | Fault::Rule { message } if !message.is_empty() => message.clone(),
            plain => self.get(key_of(plain)).to_owned(),
        }
    }

    /// `A, B or C`.
    fn or_list(&self, names: &[String]) -> String {
        match names {
            [] => String::new(),
            [only] => only.clone(),
            [before @ .., last] => self.with("fault-or", &[("before", (&before.join(", ")).into()), ("last", last.into())]),
        }
    }
}

/// The key of a fault without arguments.
fn key_of(fault: &Fault) -> &'static str {
    match fault {
        Fault::Missing => "fault-missing",
        Fault::NotANumber => "fault-not-a-number",
        Fault::NotAWholeNumber => "fault-not-a-whole-number",
        Fault::PointForComma => "fault-point-for-comma",
        Fault::NotADate => "fault-not-a-date",
        Fault::NoSuchDay => "fault-no-such-day",
        Fault::NotATime => "fault-not-a-time",
        Fault::NotADateAndTime => "fault-not-a-date-and-time",
        Fault::NotYesOrNo => "fault-not-yes-or-no",
        Fault::NotAnEmail => "fault-not-an-email",
        Fault::NotAPhoneNumber => "fault-not-a-phone-number",
        Fault::NotAPostcode => "fault-not-a-postcode",
        Fault::NotAnIban => "fault-not-an-iban",
        Fault::IbanChecksum => "fault-iban-checksum",
        Fault::NotAllowed => "fault-not-allowed",
        Fault::NothingFilledIn => "fault-nothing-filled-in",
        Fault::DayWithoutMonth => "fault-day-without-month",
        Fault::MonthWithoutYear => "fault-month-without-year",
        Fault::NoSuchMonth => "fault-no-such-month",
        Fault::Pattern { .. } => "fault-pattern",
        Fault::Rule { .. } => "fault-rule",
        _ => "fault-wrong-kind",
    }
}
