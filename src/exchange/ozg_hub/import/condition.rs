//! Conditions of the platform's forms in FEEL: `displayConditions`, `skipConditions`, and what makes a field required.

use super::super::json::Json;
use crate::expr::{Names, Value};
use crate::model::FieldKind;
use crate::rule::Condition;

/// A field that a condition speaks of.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Asked {
    /// Its path in FEEL, from where the condition stands.
    pub path: String,
    /// Its kind of value.
    pub kind: FieldKind,
}

/// Finds the fields that conditions speak of.
pub(super) trait Finder {
    /// A field of the form.
    fn field(&self, key: &Json) -> Option<Asked>;
    /// A variable of the process.
    fn variable(&self, name: &str) -> Option<Asked>;
}

/// When something is shown: one of the conditions is enough, as the platform has it. `Err`: the type of one that is not understood, or the
/// field that is not there.
pub(super) fn shown(conditions: &[Json], finder: &dyn Finder) -> Result<String, String> {
    joined(conditions, finder, " or ")
}

/// When a section is shown: none of its conditions for skipping it holds.
pub(super) fn not_skipped(conditions: &[Json], finder: &dyn Finder) -> Result<String, String> {
    let skipped = shown(conditions, finder)?;
    Ok(match skipped.as_str() {
        "" => String::new(),
        "true" => "false".to_owned(),
        "false" => "true".to_owned(),
        skipped => {
            let denied = Condition::of_feel(skipped, &Names::new()).and_then(|condition| condition.denied());
            denied.map_or_else(|| format!("({skipped}) != true"), |condition| condition.to_feel())
        }
    })
}

/// When a field is required besides, by one of its validators; `None` for a validator that says nothing of that.
pub(super) fn required(validator: &Json, finder: &dyn Finder) -> Option<Result<String, String>> {
    let kind = validator.text("@type");
    let comparison = match kind.as_str() {
        "RequiredOnEmptyFieldValidator" => "EmptyField",
        "RequiredOnFilledFieldValidator" => "FilledField",
        "RequiredOnFieldValueValidator" => "FieldValues",
        "RequiredOnFieldValueNotInValuesValidator" => "FieldValueNotInValues",
        _ => return None,
    };
    let asked = validator.get("sourceFieldKey").and_then(|key| finder.field(key));
    Some(asked.map(|asked| compared(comparison, &asked, &values(validator))).ok_or(kind))
}

fn joined(conditions: &[Json], finder: &dyn Finder, word: &str) -> Result<String, String> {
    let mut parts = conditions.iter().map(|condition| one(condition, finder)).collect::<Result<Vec<_>, _>>()?;
    parts.retain(|part| !part.is_empty());
    Ok(if let [only] = parts.as_slice() {
        only.clone()
    } else {
        let wrapped = parts.iter().map(|part| if needs_marks(part, word) { format!("({part})") } else { part.clone() });
        wrapped.collect::<Vec<_>>().join(word)
    })
}

/// Whether a part is joined by the other word, and so has to stand in parentheses.
fn needs_marks(part: &str, word: &str) -> bool {
    let other = if word == " or " { " and " } else { " or " };
    let joined = Condition::of_feel(part, &Names::new()).is_none_or(|condition| condition.terms.len() > 1);
    joined && part.contains(other)
}

fn one(condition: &Json, finder: &dyn Finder) -> Result<String, String> {
    let written = condition.text("@type");
    let kind = written.strip_suffix("Condition").unwrap_or(&written);
    let kind = kind.strip_prefix("ShowOn").or_else(|| kind.strip_prefix("SkipOn")).unwrap_or(kind);
    match kind {
        "And" | "AndSkip" => joined(condition.list("conditions"), finder, " and "),
        "Or" | "OrSkip" => joined(condition.list("conditions"), finder, " or "),
        "Boolean" => Ok((condition.is_true("showField") || condition.is_true("skip")).to_string()),
        "ProcessVariableInValues" | "ProcessVariableNotInValues" => {
            let asked = finder.variable(&condition.text("variableName")).ok_or_else(|| written.clone())?;
            let comparison = if kind.ends_with("NotInValues") { "FieldValueNotInValues" } else { "FieldValues" };
            Ok(compared(comparison, &asked, &values(condition)))
        }
        "EmptyField" | "FilledField" | "FieldValues" | "FieldValueNotInValues" => {
            let asked = condition.get("conditionFieldKey").and_then(|key| finder.field(key)).ok_or_else(|| written.clone())?;
            Ok(compared(kind, &asked, &values(condition)))
        }
        _ => Err(written),
    }
}

fn values(condition: &Json) -> Vec<String> {
    condition.list("values").iter().filter_map(Json::as_text).collect()
}

fn compared(comparison: &str, Asked { path, kind }: &Asked, values: &[String]) -> String {
    let is_list = matches!(kind, FieldKind::MultipleChoice(_));
    let literals: Vec<String> = values.iter().map(|value| literal(*kind, value)).collect();
    match (comparison, literals.as_slice()) {
        ("EmptyField", _) => format!("not(is filled({path}))"),
        ("FilledField", _) => format!("is filled({path})"),
        ("FieldValues", []) => "false".to_owned(),
        ("FieldValues", [only]) if !is_list => format!("{path} = {only}"),
        ("FieldValues", several) if !is_list => format!("{path} in [{}]", several.join(", ")),
        ("FieldValues", several) => several.iter().map(|value| format!("list contains({path}, {value})")).collect::<Vec<_>>().join(" or "),
        (_, several) if !is_list => several.iter().map(|value| format!("{path} != {value}")).collect::<Vec<_>>().join(" and "),
        (_, several) => {
            let denied = several.iter().map(|value| format!("not(list contains({path}, {value}))"));
            denied.collect::<Vec<_>>().join(" and ")
        }
    }
}

/// A value of the file, which is always a text there, as FEEL writes one of that kind.
pub(super) fn literal(kind: FieldKind, value: &str) -> String {
    match kind {
        FieldKind::YesNo if value == "true" || value == "false" => value.to_owned(),
        FieldKind::WholeNumber | FieldKind::Decimal | FieldKind::Money if is_number(value) => value.to_owned(),
        FieldKind::Date => date(value).map_or_else(|| Value::text(value).to_feel(), |date| format!("@\"{date}\"")),
        _ => Value::text(value).to_feel(),
    }
}

/// Whether FEEL reads it as a number.
pub(super) fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    !digits.is_empty()
        && digits.bytes().all(|sign| sign.is_ascii_digit() || sign == b'.')
        && digits.parse::<f64>().is_ok()
        && !digits.ends_with('.')
}

/// The day of a point in time: `2015-08-08` of `2015-08-08T22:00:00+0000`, or of `08.08.2015`.
pub(super) fn date(text: &str) -> Option<String> {
    let text = text.trim();
    let digits = |part: &str, count: usize| part.len() == count && part.bytes().all(|sign| sign.is_ascii_digit());
    let day = text.split('T').next()?;
    let parts: Vec<&str> = day.split('-').collect();
    if let [year, month, of] = parts.as_slice()
        && digits(year, 4)
        && digits(month, 2)
        && digits(of, 2)
    {
        return Some(day.to_owned());
    }
    let parts: Vec<&str> = text.split('.').collect();
    match parts.as_slice() {
        [of, month, year] if digits(year, 4) && digits(month, 2) && digits(of, 2) => Some(format!("{year}-{month}-{of}")),
        _ => None,
    }
}
