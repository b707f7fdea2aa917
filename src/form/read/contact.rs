//! E-mail addresses and telephone numbers: plausible, no more. Whether they exist only a message shows.

use super::super::fault::Fault;
use crate::expr::Value;

/// Longest address that mail servers take (RFC 5321, 4.5.3.1.3, without the angle brackets).
const LONGEST_EMAIL: usize = 254;

/// An e-mail address: something, an @, a domain with a point; no blanks.
pub fn read_email(text: &str) -> Result<Value, Fault> {
    let is_plausible =
        text.len() <= LONGEST_EMAIL && text.rsplit_once('@').is_some_and(|(name, domain)| is_name(name) && is_domain(domain));
    if is_plausible { Ok(Value::text(text)) } else { Err(Fault::NotAnEmail) }
}

fn is_name(name: &str) -> bool {
    let is_allowed = |character: char| !character.is_whitespace() && !character.is_control() && !"@<>()[],;:\\\"".contains(character);
    (1..=64).contains(&name.len()) && name.chars().all(is_allowed) && name.split('.').all(|part| !part.is_empty())
}

fn is_domain(domain: &str) -> bool {
    let is_label = |label: &str| {
        let is_allowed = |character: char| character.is_alphanumeric() || character == '-';
        (1..=63).contains(&label.len()) && label.chars().all(is_allowed) && !label.starts_with('-') && !label.ends_with('-')
    };
    let ends_well =
        domain.rsplit_once('.').is_some_and(|(_, last)| last.chars().count() >= 2 && !last.bytes().all(|byte| byte.is_ascii_digit()));
    ends_well && domain.split('.').all(is_label)
}

/// A telephone number: 4 to 15 digits (ITU-T E.164), parted by blanks, hyphens, slashes, points or brackets; `+` only in front.
/// The `(0)` behind a country code does not count.
pub fn read_phone(text: &str) -> Result<Value, Fault> {
    let counted = text.replacen("(0)", "", 1);
    let body = counted.strip_prefix('+').unwrap_or(&counted);
    let is_allowed = |character: char| character.is_ascii_digit() || " \u{a0}-–/().".contains(character);
    let digits = body.chars().filter(char::is_ascii_digit).count();
    if body.chars().all(is_allowed) && (4..=15).contains(&digits) { Ok(Value::text(text)) } else { Err(Fault::NotAPhoneNumber) }
}
