//! Functions of our own, beyond the standard: what the rules of German forms ask for.

use super::super::temporal::Date;
use super::super::value::Value;
use super::{ANY, BOOLEAN, Builtin, NUMBER, Overload, Parameter, TEXT, need, takes};

pub(super) const FUNCTIONS: &[Builtin] = &[
    ours("is filled", &[takes(&[need("value", ANY)], BOOLEAN, |_, values| Some(Value::Boolean(values.value(0).is_filled())))]),
    ours("is valid iban", &[of_text(|_, values| Some(Value::Boolean(is_iban(values.text(0)?))))]),
    ours("is valid tax id", &[of_text(|_, values| Some(Value::Boolean(is_tax_id(values.text(0)?))))]),
    ours("is valid email", &[of_text(|_, values| Some(Value::Boolean(is_email(values.text(0)?))))]),
    ours("is valid postal code", &[of_text(|_, values| Some(Value::Boolean(is_postal_code(values.text(0)?))))]),
    ours(
        "is valid date",
        &[takes(&[need("day", NUMBER), need("month", NUMBER), need("year", NUMBER)], BOOLEAN, |_, values| {
            let parts = [2, 1, 0].map(|place| values.number(place).and_then(super::super::number::Number::to_i64));
            let [Some(year), Some(month), Some(day)] = parts else {
                return Some(Value::Boolean(false));
            };
            Some(Value::Boolean(Date::new(year, month, day).is_some()))
        })],
    ),
];

const fn ours(name: &'static str, overloads: &'static [Overload]) -> Builtin {
    Builtin { name, overloads, extension: true }
}

const fn of_text(run: super::Run) -> Overload {
    const PARAMETERS: &[Parameter] = &[need("text", TEXT)];
    takes(PARAMETERS, BOOLEAN, run)
}

/// ISO 13616: country, check digits, and up to 30 characters; 22 in all for Germany. Spaces do not count.
fn is_iban(text: &str) -> bool {
    let compact: String = text.chars().filter(|character| *character != ' ').collect();
    let (Some(country), Some(check), Some(account)) = (compact.get(..2), compact.get(2..4), compact.get(4..)) else {
        return false;
    };
    let well_formed = country.bytes().all(|byte| byte.is_ascii_uppercase())
        && check.bytes().all(|byte| byte.is_ascii_digit())
        && account.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase())
        && (15..=34).contains(&compact.len())
        && (country != "DE" || compact.len() == 22);
    // ISO 7064 MOD 97-10: letters count as 10 to 35, and the first four characters come last.
    let remainder = account.chars().chain(country.chars()).chain(check.chars()).fold(0, |rest: u32, character| {
        let value = character.to_digit(36).unwrap_or(0);
        (rest * if value > 9 { 100 } else { 10 } + value) % 97
    });
    well_formed && remainder == 1
}

/// German tax identification number (§ 139b AO): eleven digits, the last a check digit by ISO 7064 MOD 11,10; one of the first ten digits
/// comes twice or three times, and none of them is more frequent.
fn is_tax_id(text: &str) -> bool {
    let compact: Vec<u32> = text.chars().filter(|character| *character != ' ').map(|digit| digit.to_digit(10).unwrap_or(99)).collect();
    let [body @ .., check] = compact.as_slice() else {
        return false;
    };
    if body.len() != 10 || compact.iter().any(|digit| *digit > 9) || body.first() == Some(&0) {
        return false;
    }
    let frequency = |digit: u32| body.iter().filter(|own| **own == digit).count();
    let repeated = (0..10).filter(|digit| frequency(*digit) > 1).count();
    let product = body.iter().fold(10, |product, digit| {
        let sum = (digit + product) % 10;
        (if sum == 0 { 10 } else { sum }) * 2 % 11
    });
    repeated == 1 && (0..10).all(|digit| frequency(digit) <= 3) && (11 - product) % 10 == *check
}

/// Something before and after one `@`, with a point in the latter, and no white space.
fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else {
        return false;
    };
    let labels = domain.split('.').collect::<Vec<_>>();
    let plain = |part: &str| !part.is_empty() && !part.contains(|character: char| character.is_whitespace() || character == '@');
    plain(local) && labels.len() > 1 && labels.iter().all(|label| plain(label))
}

/// Five digits, from 01001.
fn is_postal_code(text: &str) -> bool {
    text.len() == 5 && text.bytes().all(|byte| byte.is_ascii_digit()) && text > "01000"
}
