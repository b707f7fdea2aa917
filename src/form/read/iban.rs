//! Bank accounts by IBAN (ISO 13616), with the check digits of ISO 7064 mod 97-10.

use super::super::fault::Fault;

/// Lengths of the IBANs of the SEPA countries (IBAN registry of SWIFT); others only have to lie within the standard's bounds.
pub const IBAN_LENGTHS: [(&str, usize); 41] = [
    ("AD", 24),
    ("AL", 28),
    ("AT", 20),
    ("BE", 16),
    ("BG", 22),
    ("CH", 21),
    ("CY", 28),
    ("CZ", 24),
    ("DE", 22),
    ("DK", 18),
    ("EE", 20),
    ("ES", 24),
    ("FI", 18),
    ("FR", 27),
    ("GB", 22),
    ("GI", 23),
    ("GR", 27),
    ("HR", 21),
    ("HU", 28),
    ("IE", 22),
    ("IS", 26),
    ("IT", 27),
    ("LI", 21),
    ("LT", 20),
    ("LU", 20),
    ("LV", 21),
    ("MC", 27),
    ("MD", 24),
    ("ME", 22),
    ("MK", 19),
    ("MT", 31),
    ("NL", 18),
    ("NO", 15),
    ("PL", 28),
    ("PT", 25),
    ("RO", 24),
    ("RS", 22),
    ("SE", 24),
    ("SI", 19),
    ("SK", 24),
    ("SM", 27),
];

/// The IBAN without blanks and in capitals. Blanks may stand anywhere in the text.
///
/// # Errors
/// Not the form of an IBAN, not the country's length, or wrong check digits.
pub fn read_iban(text: &str) -> Result<String, Fault> {
    let iban: String =
        text.chars().filter(|character| !character.is_whitespace()).map(|character| character.to_ascii_uppercase()).collect();
    let bytes = iban.as_bytes();
    let is_shaped = match bytes {
        [a, b, c, d, rest @ ..] => {
            let is_head = [a, b].iter().all(|byte| byte.is_ascii_uppercase()) && [c, d].iter().all(|byte| byte.is_ascii_digit());
            is_head && rest.iter().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
        }
        _ => false,
    };
    if !is_shaped {
        return Err(Fault::NotAnIban);
    }
    let expected = IBAN_LENGTHS.iter().find(|(country, _)| iban.starts_with(country)).map(|(_, length)| *length);
    match expected {
        Some(expected) if expected != bytes.len() => return Err(Fault::IbanLength { expected, found: bytes.len() }),
        None if !(15..=34).contains(&bytes.len()) => return Err(Fault::NotAnIban),
        _ => {}
    }
    if remainder(bytes) == 1 { Ok(iban) } else { Err(Fault::IbanChecksum) }
}

/// The remainder by 97 of the number that the text stands for: the first four characters last, letters as 10 to 35.
fn remainder(bytes: &[u8]) -> u32 {
    let turned = bytes.iter().skip(4).chain(bytes.iter().take(4));
    turned.fold(0, |sum, byte| match byte {
        b'0'..=b'9' => (sum * 10 + u32::from(byte - b'0')) % 97,
        _ => (sum * 100 + u32::from(byte - b'A') + 10) % 97,
    })
}
