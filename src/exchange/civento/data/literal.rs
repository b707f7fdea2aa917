//! Values as the file writes them and as FEEL does.

use super::standard::truth;
use crate::expr::{Number, Value, parse};
use crate::model::FieldKind;

/// The FEEL literal of a value as it stands in the file; `None` where it does not fit the kind.
pub(super) fn feel(kind: FieldKind, text: &str) -> Option<String> {
    let text = text.trim();
    match kind {
        FieldKind::WholeNumber | FieldKind::Decimal | FieldKind::Money => number(text),
        FieldKind::YesNo => truth(text).map(|truth| truth.to_string()),
        FieldKind::Date => date(text).map(|date| format!("@\"{date}\"")),
        FieldKind::Time | FieldKind::DateTime => is_value(&format!("@\"{text}\"")),
        FieldKind::MultipleChoice(_) => {
            let codes: Vec<String> = text.split([';', ',']).map(|code| Value::from(code.trim()).to_feel()).collect();
            Some(format!("[{}]", codes.join(", ")))
        }
        FieldKind::Text | FieldKind::LongText | FieldKind::Email | FieldKind::Phone | FieldKind::Choice(_) => {
            Some(Value::from(text).to_feel())
        }
        _ => None,
    }
}

/// The value of a FEEL literal as the file writes it; `None` for everything that is computed.
pub(super) fn written(feel: &str) -> Option<String> {
    let tree = parse(feel, &crate::expr::Names::new()).ok()?;
    match tree.part().shape() {
        crate::expr::Shape::Literal(Value::Null) => None,
        crate::expr::Shape::Literal(value) => Some(value.to_plain_text()),
        crate::expr::Shape::List(parts) => {
            let codes = parts.into_iter().map(|part| match part.shape() {
                crate::expr::Shape::Literal(Value::Text(code)) => Some(code.to_string()),
                _ => None,
            });
            Some(codes.collect::<Option<Vec<_>>>()?.join(";"))
        }
        _ => None,
    }
}

/// A number, with a point or a comma.
pub(super) fn number(text: &str) -> Option<String> {
    let text = text.trim();
    let plain = if text.contains(',') && !text.contains('.') { text.replace(',', ".") } else { text.to_owned() };
    let digits = plain.strip_prefix('-').unwrap_or(&plain);
    let is_plain =
        digits.starts_with(|sign: char| sign.is_ascii_digit()) && digits.bytes().all(|sign| sign.is_ascii_digit() || sign == b'.');
    is_plain.then(|| Number::read(&plain).map(|_| plain.clone()))?
}

/// A date, as `2026-09-01` or `01.09.2026`.
fn date(text: &str) -> Option<String> {
    let day = text.split_once('T').map_or(text, |(day, _)| day);
    let iso = match day.split('.').collect::<Vec<_>>().as_slice() {
        [day, month, year] => format!("{year:0>4}-{month:0>2}-{day:0>2}"),
        _ => day.to_owned(),
    };
    is_value(&format!("@\"{iso}\""))?;
    Some(iso)
}

/// The text, if it is a literal with a value.
fn is_value(feel: &str) -> Option<String> {
    let tree = parse(feel, &crate::expr::Names::new()).ok()?;
    matches!(tree.part().shape(), crate::expr::Shape::Literal(value) if *value != Value::Null).then(|| feel.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{feel, number, written};
    use crate::model::FieldKind;

    #[test]
    fn values_are_read_and_written() {
        for (kind, text, expected) in [
            (FieldKind::Text, "a\"b", Some("\"a\\\"b\"")),
            (FieldKind::WholeNumber, " 12 ", Some("12")),
            (FieldKind::Money, "12,50", Some("12.50")),
            (FieldKind::WholeNumber, "zwölf", None),
            (FieldKind::YesNo, "Ja", Some("true")),
            (FieldKind::Date, "1.9.2026", Some("@\"2026-09-01\"")),
            (FieldKind::Date, "31.02.2026", None),
        ] {
            assert_eq!(feel(kind, text).as_deref(), expected, "{text}");
        }
        for (text, expected) in [
            ("\"a\"", Some("a")),
            ("12.50", Some("12.5")),
            ("true", Some("true")),
            ("@\"2026-09-01\"", Some("2026-09-01")),
            ("today()", None),
        ] {
            assert_eq!(written(text).as_deref(), expected, "{text}");
        }
        assert_eq!(number("-1.5").as_deref(), Some("-1.5"));
        assert_eq!(number("1-5"), None);
    }
}
