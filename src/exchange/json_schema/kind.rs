//! What a single data field takes, as a schema.

use super::Demanded;
use super::json_of;
use super::node::{all, any};
use super::pattern::{self, Side};
use crate::expr::{Context, Environment, Names, Shape, Value, parse};
use crate::form::usual_demand;
use crate::model::{CodeList, Constraints, DataField, Demand, FieldKind, FormField};
use serde_json::{Map, Value as Json, json};

/// A schema with what it leaves unsaid.
pub struct Said {
    pub schema: Json,
    pub unsaid: Vec<(Demanded, String)>,
}

/// Where the schema of a code list stands.
pub fn reference(list: &CodeList) -> String {
    format!("#/$defs/{}", list.key)
}

/// One code of a list.
pub fn codes(list: &CodeList) -> Json {
    let code = |entry: &crate::model::CodeEntry| json!({ "const": entry.code, "title": entry.label });
    let codes: Vec<Json> = list.entries.iter().map(code).collect();
    if codes.is_empty() { json!(false) } else { json!({ "title": list.name, "type": "string", "oneOf": codes }) }
}

/// The kind of value alone.
pub fn plain(kind: FieldKind, list: Option<&CodeList>) -> Json {
    let text = || json!({ "type": "string", "minLength": 1, "pattern": pattern::FILLED });
    let moment = |pattern: String| json!({ "type": "string", "pattern": pattern });
    let code = || list.map_or_else(text, |list| json!({ "$ref": reference(list) }));
    match kind {
        FieldKind::WholeNumber => json!({ "type": "integer" }),
        FieldKind::Decimal => json!({ "type": "number" }),
        FieldKind::Money => json!({ "type": "number", "multipleOf": exact("0.01") }),
        FieldKind::Date => json!({ "type": "string", "format": "date", "pattern": pattern::whole(pattern::DAY) }),
        FieldKind::Time => moment(pattern::whole(pattern::TIME)),
        FieldKind::DateTime => moment(pattern::whole(&format!("{}T{}", pattern::DAY, pattern::TIME))),
        FieldKind::YesNo => json!({ "type": "boolean" }),
        FieldKind::Choice(_) => code(),
        FieldKind::MultipleChoice(_) => json!({ "type": "array", "items": code(), "minItems": 1, "uniqueItems": true }),
        FieldKind::Email => json!({ "type": "string", "format": "idn-email", "pattern": pattern::EMAIL }),
        FieldKind::Phone => json!({ "type": "string", "pattern": pattern::PHONE }),
        FieldKind::File | FieldKind::Person | FieldKind::Address | FieldKind::BankAccount => parts(kind),
        FieldKind::Object(_) => json!({ "type": "object" }),
        FieldKind::List(_) => json!({ "type": "array" }),
        FieldKind::Text | FieldKind::LongText => text(),
    }
}

/// The kind of value with all that the field demands of it.
pub fn demanding(field: &FormField, data: &DataField, list: Option<&CodeList>) -> Said {
    let mut unsaid = Vec::new();
    let mut schemas = vec![plain(data.kind, list)];
    let mut limits = Map::new();
    let constraints = &data.constraints;
    match data.kind {
        FieldKind::Text | FieldKind::LongText | FieldKind::Email | FieldKind::Phone | FieldKind::Choice(_) => {
            limits.extend(constraints.min_length.map(|least| ("minLength".to_owned(), json!(least))));
            limits.extend(constraints.max_length.map(|most| ("maxLength".to_owned(), json!(most))));
            schemas.extend(own_pattern(constraints, &mut unsaid));
        }
        FieldKind::MultipleChoice(_) => {
            limits.extend(constraints.min_items.map(|least| ("minItems".to_owned(), json!(least.max(1)))));
            limits.extend(constraints.max_items.map(|most| ("maxItems".to_owned(), json!(most))));
        }
        FieldKind::File => schemas.push(file(constraints)),
        FieldKind::BankAccount => unsaid.push((Demanded::CheckDigits, String::new())),
        _ => {}
    }
    if !data.kind.parts().is_empty() {
        schemas.push(demanded_parts(data.kind, field));
    }
    schemas.extend(bound(data.kind, &constraints.minimum, Side::Behind, &mut unsaid));
    schemas.extend(bound(data.kind, &constraints.maximum, Side::Before, &mut unsaid));
    schemas.push(if limits.is_empty() { json!(true) } else { Json::Object(limits) });
    Said { schema: all(schemas), unsaid }
}

fn own_pattern(constraints: &Constraints, unsaid: &mut Vec<(Demanded, String)>) -> Option<Json> {
    // A pattern that cannot be read demands nothing; the form ignores it too.
    if constraints.pattern.is_empty() || regex::Regex::new(&constraints.pattern).is_err() {
        return None;
    }
    let translated = pattern::of_field(&constraints.pattern);
    if translated.is_none() {
        unsaid.push((Demanded::Pattern, constraints.pattern.clone()));
    }
    translated.map(|pattern| json!({ "pattern": pattern }))
}

/// A least (behind it) or greatest value, if it is written as a value.
fn bound(kind: FieldKind, text: &str, side: Side, unsaid: &mut Vec<(Demanded, String)>) -> Option<Json> {
    let tree = parse(text, &Names::new()).ok()?;
    let literal = match tree.part().shape() {
        Shape::Literal(value) => Some(value.clone()),
        Shape::Call("date" | "time" | "date and time", _) => {
            Some(tree.evaluate(&Context::default(), &Environment::default()).value).filter(|value| !value.is_null())
        }
        _ => None,
    };
    let Some(value) = literal else {
        unsaid.push((Demanded::Bound, text.trim().to_owned()));
        return None;
    };
    let fits = matches!(
        (kind, &value),
        (FieldKind::WholeNumber | FieldKind::Decimal | FieldKind::Money, Value::Number(_))
            | (FieldKind::Date, Value::Date(_))
            | (FieldKind::Time, Value::Time(_))
            | (FieldKind::DateTime, Value::DateTime(_))
    );
    fits.then(|| compared(&value, side, true))?
}

/// Values on that side of another one; `None` for kinds that have no order.
pub fn compared(value: &Value, side: Side, is_included: bool) -> Option<Json> {
    let keyword = match (side, is_included) {
        (Side::Before, true) => "maximum",
        (Side::Before, false) => "exclusiveMaximum",
        (Side::Behind, true) => "minimum",
        (Side::Behind, false) => "exclusiveMinimum",
    };
    match value {
        Value::Number(_) => Some(json!({ "type": "number", keyword: json_of(value) })),
        Value::Date(_) | Value::Time(_) | Value::DateTime(_) => {
            Some(json!({ "type": "string", "pattern": pattern::beyond(&value.to_plain_text(), side, is_included) }))
        }
        _ => None,
    }
}

fn exact(number: &str) -> Json {
    Json::Number(serde_json::Number::from_string_unchecked(number.to_owned()))
}

/// The parts of a composite kind.
fn parts(kind: FieldKind) -> Json {
    let part = |key: &str| match key {
        "geburtsdatum" => plain(FieldKind::Date, None),
        "groesse" => plain(FieldKind::WholeNumber, None),
        "iban" => json!({ "type": "string", "pattern": pattern::iban() }),
        _ => plain(FieldKind::Text, None),
    };
    let properties: Map<String, Json> = kind.parts().iter().map(|key| ((*key).to_owned(), part(key))).collect();
    json!({ "type": "object", "properties": properties })
}

/// Which parts must be there; and that postal codes are German where the country is.
fn demanded_parts(kind: FieldKind, field: &FormField) -> Json {
    let demand = |part: &str| field.demand(part).unwrap_or_else(|| usual_demand(kind, part));
    let required: Vec<&str> = kind.parts().iter().copied().filter(|part| demand(part) == Demand::Required).collect();
    // A country alone does not make an address, unless nothing else is asked for.
    let asked: Vec<&str> = kind.parts().iter().copied().filter(|part| demand(part) != Demand::Absent).collect();
    let counting: Vec<Json> =
        asked.iter().filter(|part| asked.len() == 1 || **part != "land").map(|part| json!({ "required": [part] })).collect();
    let mut schemas = vec![any(counting)];
    if !required.is_empty() {
        schemas.push(json!({ "required": required }));
    }
    if kind == FieldKind::Address && demand("plz") != Demand::Absent {
        let abroad = json!({ "required": ["land"], "properties": { "land": { "not": { "pattern": pattern::GERMANY } } } });
        schemas.push(json!({ "if": { "not": abroad }, "then": { "properties": { "plz": { "pattern": pattern::POSTCODE } } } }));
    }
    all(schemas)
}

fn file(constraints: &Constraints) -> Json {
    let mut properties = Map::new();
    if !constraints.file_kinds.is_empty() {
        properties.insert("name".to_owned(), json!({ "pattern": pattern::endings(&constraints.file_kinds) }));
    }
    properties.extend(constraints.max_file_size.map(|most| ("groesse".to_owned(), json!({ "maximum": most }))));
    if properties.is_empty() { json!(true) } else { json!({ "properties": properties }) }
}
