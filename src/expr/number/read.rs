//! Reads a number from its FEEL text.

use super::{LARGEST_EXPONENT, LARGEST_SCALE, Number};
use bigdecimal::BigDecimal;
use bigdecimal::num_bigint::BigInt;

impl Number {
    /// Reads `12`, `-0.5`, `.5`, `1.2e-3`. `None` for anything else, for exponents beyond decimal128, and for more than 10,000 digits.
    pub fn read(text: &str) -> Option<Self> {
        let (negative, unsigned) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (mantissa, exponent) = split_exponent(unsigned)?;
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let well_formed = [whole, fraction].iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
        if !well_formed || (whole.is_empty() && fraction.is_empty()) || mantissa.ends_with('.') || mantissa.len() > 10_000 {
            return None;
        }
        let number = match small(whole, fraction, exponent) {
            Some(number) => number,
            None => large(whole, fraction, exponent)?,
        };
        Some(if negative { number.negated() } else { number })
    }
}

fn split_exponent(text: &str) -> Option<(&str, i64)> {
    let Some((mantissa, exponent)) = text.split_once(['e', 'E']) else {
        return Some((text, 0));
    };
    let digits = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let exponent: i64 = exponent.parse().ok()?;
    (exponent.abs() <= LARGEST_EXPONENT + LARGEST_SCALE).then_some((mantissa, exponent))
}

fn small(whole: &str, fraction: &str, exponent: i64) -> Option<Number> {
    if exponent != 0 || whole.len() + fraction.len() > 18 {
        return None;
    }
    let digits = |part: &str, start: i64| part.bytes().fold(start, |sum, byte| sum * 10 + i64::from(byte - b'0'));
    Some(Number::small(digits(fraction, digits(whole, 0)), u8::try_from(fraction.len()).ok()?))
}

fn large(whole: &str, fraction: &str, exponent: i64) -> Option<Number> {
    let digits = BigInt::parse_bytes(format!("{whole}{fraction}").as_bytes(), 10)?;
    let scale = i64::try_from(fraction.len()).ok()? - exponent;
    Number::fit(&BigDecimal::new(digits, scale))
}
