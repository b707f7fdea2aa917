//! What can be wrong with what was filled in; `i18n` puts it into words.

use super::place::Place;

/// What is wrong with a filled-in field and what was expected. Texts in it (`least`, `most`) are written as in Germany.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It must be filled in and is empty.
    Missing,
    /// No number: `12a`.
    NotANumber,
    /// A number with a fraction where a whole one is asked for.
    NotAWholeNumber,
    /// A decimal point where Germany writes a comma: `12.5`.
    PointForComma,
    /// More digits after the comma than the kind takes: an amount has two.
    TooManyDecimals {
        /// Greatest number of digits after the comma.
        most: u8,
    },
    /// No date: `gestern`.
    NotADate,
    /// Looks like a date, but the calendar has no such day: `31.02.2026`.
    NoSuchDay,
    /// No time of day: `25:00`.
    NotATime,
    /// No date with a time of day behind it.
    NotADateAndTime,
    /// Neither yes nor no.
    NotYesOrNo,
    /// A code that the code list does not have.
    UnknownCode {
        /// The code.
        code: String,
    },
    /// No plausible e-mail address.
    NotAnEmail,
    /// No plausible telephone number.
    NotAPhoneNumber,
    /// A German postal code does not have five digits.
    NotAPostcode,
    /// Not the form of an IBAN: two letters, two digits, then letters and digits.
    NotAnIban,
    /// The country's IBAN has another length.
    IbanLength {
        /// Characters that the country's IBAN has, blanks not counted.
        expected: usize,
        /// Characters that were entered.
        found: usize,
    },
    /// The check digits do not fit (ISO 7064, mod 97-10): a digit is wrong or two are swapped.
    IbanChecksum,
    /// Fewer characters than asked for.
    TooShort {
        /// Least number of characters.
        least: u32,
    },
    /// More characters than there is place for.
    TooLong {
        /// Greatest number of characters.
        most: u32,
        /// Characters that were entered.
        found: usize,
    },
    /// Below the least value, before the first day.
    BelowMinimum {
        /// The least value.
        least: String,
    },
    /// Above the greatest value, after the last day.
    AboveMaximum {
        /// The greatest value.
        most: String,
    },
    /// Does not match the pattern of the data field.
    Pattern {
        /// What the data field says about it; may be empty.
        message: String,
    },
    /// Fewer entries, or codes, than asked for.
    TooFewEntries {
        /// Least number.
        least: u32,
    },
    /// More entries, or codes, than there is place for.
    TooManyEntries {
        /// Greatest number.
        most: u32,
    },
    /// A file of a kind that is not taken.
    FileKind {
        /// Endings that are taken: `pdf, jpg`.
        allowed: String,
    },
    /// A file that is too large.
    FileTooLarge {
        /// Greatest size: `4 MB`.
        most: String,
    },
    /// It must stay empty as things are.
    NotAllowed,
    /// A group in which something must be filled in, and nothing is.
    NothingFilledIn,
    /// At least one of several must be filled in, and none is.
    AtLeastOneOf {
        /// What they are called, as far as they are shown.
        names: Vec<String>,
    },
    /// Exactly one of several must be filled in, and none or more are.
    ExactlyOneOf {
        /// What they are called, as far as they are shown.
        names: Vec<String>,
    },
    /// A day of a partial date without its month.
    DayWithoutMonth,
    /// A month of a partial date without its year.
    MonthWithoutYear,
    /// A month that is none of 1 to 12.
    NoSuchMonth,
    /// A rule of the form or of the form field is broken.
    Rule {
        /// What the rule says; may be empty.
        message: String,
    },
    /// A value from elsewhere (case, test case) that this kind of field cannot hold.
    WrongKind,
}

/// A fault and where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The field, group or page.
    pub place: Place,
    /// Which part of a composite field, as in [`FieldKind::parts`](crate::model::FieldKind::parts); 0 for simple ones.
    pub part: usize,
    /// What is wrong.
    pub fault: Fault,
}
