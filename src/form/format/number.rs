//! Numbers, amounts and sizes with decimal comma.

use crate::expr::{Number, Rounding};

const KILOBYTE: u64 = 1024;

/// `1234,5`, `12.345,6`: groups of three from five digits on, so that years stay whole (Duden, DIN 5008).
pub fn decimal(number: &Number) -> String {
    let (sign, whole, fraction) = digits(number);
    let whole = if whole.len() > 4 { grouped(&whole) } else { whole };
    let comma = if fraction.is_empty() { "" } else { "," };
    format!("{sign}{whole}{comma}{fraction}")
}

/// `1.234,50`: always two digits after the comma, rounded half up as amounts are.
pub fn money(number: &Number) -> String {
    let (sign, whole, fraction) = digits(&number.rounded(2, Rounding::HalfUp).unwrap_or_else(|| number.clone()));
    format!("{sign}{},{fraction:0<2}", grouped(&whole))
}

/// A file's size: `820 Byte`, `12 KB`, `1,5 MB`.
pub fn file_size(bytes: u64) -> String {
    if bytes < KILOBYTE {
        return format!("{bytes}\u{a0}Byte");
    }
    let (unit, name) = if bytes < KILOBYTE * KILOBYTE { (KILOBYTE, "KB") } else { (KILOBYTE * KILOBYTE, "MB") };
    let tenths = (u128::from(bytes) * 10 + u128::from(unit) / 2) / u128::from(unit);
    let fraction = if tenths.is_multiple_of(10) || tenths >= 1000 { String::new() } else { format!(",{}", tenths % 10) };
    format!("{}{fraction}\u{a0}{name}", tenths / 10)
}

/// Sign, digits before and digits after the comma. Numbers beyond 60 digits keep their exponent with the digits before it.
fn digits(number: &Number) -> (&'static str, String, String) {
    let plain = number.absolute().to_string();
    let sign = if number.is_negative() { "-" } else { "" };
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    (sign, whole.to_owned(), fraction.to_owned())
}

fn grouped(whole: &str) -> String {
    if !whole.bytes().all(|byte| byte.is_ascii_digit()) {
        return whole.to_owned();
    }
    let groups: Vec<&[u8]> = whole.as_bytes().rchunks(3).rev().collect();
    groups.iter().map(|group| String::from_utf8_lossy(group)).collect::<Vec<_>>().join(".")
}
