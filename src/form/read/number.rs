//! Numbers and amounts as Germany writes them: `1.234,50`.

use super::super::fault::Fault;
use crate::expr::{Number, Value};

/// Most characters of a number; more than 34 digits no value keeps.
const LONGEST: usize = 60;

/// A whole number: `1.234`, `-5`.
pub fn read_whole(text: &str) -> Result<Value, Fault> {
    let number = read_number(text)?;
    if number.is_whole() { Ok(number.into()) } else { Err(Fault::NotAWholeNumber) }
}

/// A number with or without fraction: `1.234,5`.
pub fn read_decimal(text: &str) -> Result<Value, Fault> {
    read_number(text).map(Value::from)
}

/// An amount in euros: as a number with at most two digits after the comma; `€` or `EUR` may stand behind or before it.
pub fn read_money(text: &str) -> Result<Value, Fault> {
    let bare = ["€", "EUR", "Euro"].iter().fold(text, |rest, sign| {
        let rest = rest.strip_suffix(sign).unwrap_or(rest).trim_end();
        rest.strip_prefix(sign).unwrap_or(rest).trim_start()
    });
    // "12,-" is the shopkeeper's way of writing whole euros.
    let bare = bare.strip_suffix(",-").or_else(|| bare.strip_suffix(",–")).unwrap_or(bare);
    let number = read_number(bare)?;
    let decimals = bare.split_once(',').map_or(0, |(_, fraction)| fraction.trim_end_matches('0').len());
    if decimals > 2 { Err(Fault::TooManyDecimals { most: 2 }) } else { Ok(number.into()) }
}

fn read_number(text: &str) -> Result<Number, Fault> {
    // A blank between groups, also the narrow one of DIN 5008, is as good as a point.
    let compact: String = text.chars().filter(|character| !character.is_whitespace()).collect();
    let (sign, unsigned) = match compact.strip_prefix(['-', '−']) {
        Some(rest) => ("-", rest),
        None => ("", compact.strip_prefix('+').unwrap_or(&compact)),
    };
    let (whole, fraction) = unsigned.split_once(',').unwrap_or((unsigned, ""));
    let has_digits = unsigned.bytes().any(|byte| byte.is_ascii_digit());
    let is_well_formed =
        has_digits && fraction.bytes().all(|byte| byte.is_ascii_digit()) && !unsigned.ends_with(',') && unsigned.len() <= LONGEST;
    if !is_well_formed || !whole.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        return Err(Fault::NotANumber);
    }
    let whole = without_points(whole)?;
    let point = if fraction.is_empty() { "" } else { "." };
    Number::read(&format!("{sign}{whole}{point}{fraction}")).ok_or(Fault::NotANumber)
}

/// Points are taken only where they part groups of three; else they were meant as a comma.
fn without_points(whole: &str) -> Result<String, Fault> {
    let mut groups = whole.split('.');
    let first = groups.next().unwrap_or_default();
    let mut rest = groups.peekable();
    if rest.peek().is_none() {
        return Ok(if first.is_empty() { "0".to_owned() } else { first.to_owned() });
    }
    let is_grouped = (1..=3).contains(&first.len()) && rest.all(|group| group.len() == 3);
    match whole.matches('.').count() {
        _ if is_grouped => Ok(whole.replace('.', "")),
        1 => Err(Fault::PointForComma),
        _ => Err(Fault::NotANumber),
    }
}
