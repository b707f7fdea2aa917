//! What is demanded of a field, as the platform's validators.

use super::super::super::remark::Remark;
use super::super::layout::{Group, Item, Layout};
use super::field::is_iban;
use super::{Writing, items};
use crate::expr::{Names, Shape, Value as Feel, parse};
use crate::model::{Consequence, Constraints, DataField, FieldKind, FormField, Subject, TextPart};
use serde_json::{Value, json};

impl<'a> Writing<'_, 'a> {
    /// The validators of a field.
    pub(super) fn validators(&mut self, field: &FormField, data: &DataField, item: &Item<'a>, group: &Group<'a>) -> Vec<Value> {
        let at = self.at(item.element.id);
        let mut found = Vec::new();
        if item.part.is_none() {
            self.constraints(data, at, &mut found);
            self.own_rules(field, at, &mut found);
        } else if item.part == Some("iban") {
            found.push(json!({ "@type": "IBANValidator" }));
        }
        let by_rules = (self.form.rules.iter())
            .filter(|rule| matches!(rule.then, Some(Consequence::Required | Consequence::RequiredElseNotAllowed)))
            .filter(|rule| rule.targets.contains(&item.element.id) && !rule.when.trim().is_empty());
        let demands: Vec<(String, String)> = std::iter::once((field.required_when.clone(), String::new()))
            .chain(by_rules.map(|rule| (rule.when.clone(), rule.message.clone())))
            .filter(|(when, _)| !when.trim().is_empty())
            .collect();
        for (when, message) in demands {
            match self.conditions.demands(&when, group) {
                Some(validators) => found.extend(validators.into_iter().map(|made| with_message(made, &message))),
                None => self.say(at, Remark::NoDemand(when)),
            }
        }
        found
    }

    fn own_rules(&mut self, field: &FormField, at: Subject, found: &mut Vec<Value>) {
        for rule in &field.rules {
            if is_iban(&rule.condition) {
                found.push(with_message(json!({ "@type": "IBANValidator" }), &rule.message));
            } else {
                self.say(at, Remark::NoRule(rule.condition.clone()));
            }
        }
    }

    fn constraints(&mut self, data: &DataField, at: Subject, found: &mut Vec<Value>) {
        let own: &Constraints = &data.constraints;
        if matches!(data.kind, FieldKind::WholeNumber | FieldKind::Decimal) {
            found.push(json!({ "@type": "NumberValidator" }));
        }
        if let Some(least) = own.min_length {
            found.push(json!({ "@type": "MinLengthValidator", "minLength": least }));
        }
        if let Some(most) = own.max_length {
            found.push(json!({ "@type": "MaxLengthValidator", "maxLength": most }));
        }
        for (bound, is_least) in [(&own.minimum, true), (&own.maximum, false)] {
            if bound.trim().is_empty() {
                continue;
            }
            match validator(bound, is_least, data.kind) {
                Some(made) => found.push(made),
                None => self.say(at, Remark::NoRule(bound.clone())),
            }
        }
        if !own.pattern.is_empty() {
            let made = json!({ "@type": "RegexValidator", "regex": own.pattern });
            let of = Subject::DataField(data.id);
            found.push(with_message(made, &self.writer.text(of, TextPart::PatternMessage, &own.pattern_message)));
        }
        if data.kind == FieldKind::File {
            found.push(json!({ "@type": "MaxFileCountValidator", "maxFileCount": 1 }));
        }
        if !own.file_kinds.is_empty() {
            found.push(json!({ "@type": "FileExtensionValidator", "values": own.file_kinds }));
        }
        if let Some(size) = own.max_file_size {
            found.push(json!({ "@type": "MaxFilesizeValidator", "maxFilesize": size.to_string() }));
        }
        if own.min_items.is_some() || own.max_items.is_some() {
            let written = [own.min_items, own.max_items].map(|count| count.map(|count| count.to_string()).unwrap_or_default());
            self.say(at, Remark::NoRule(written.join("–")));
        }
    }

    /// Rules that no field could carry.
    pub(super) fn rules_left(&mut self, layout: &Layout<'a>) {
        let rules: Vec<(Subject, String)> = (self.form.rules.iter())
            .filter(|rule| match rule.then {
                Some(Consequence::Required | Consequence::Visible) => {
                    !rule.targets.iter().all(|target| items(layout).any(|(_, item)| item.element.id == *target))
                }
                _ => true,
            })
            .map(|rule| (self.at(rule.id), if rule.name.is_empty() { rule.when.clone() } else { rule.name.clone() }))
            .collect();
        for (at, rule) in rules {
            self.say(at, Remark::NoRule(rule));
        }
    }
}

fn with_message(mut validator: Value, message: &str) -> Value {
    if !message.is_empty() {
        validator["validationErrorMessage"] = json!(message);
    }
    validator
}

/// A bound as a validator; `None` for what is computed.
fn validator(bound: &str, is_least: bool, kind: FieldKind) -> Option<Value> {
    let tree = parse(bound, &Names::new()).ok()?;
    let Shape::Literal(value) = tree.part().shape() else { return None };
    let (member, word) = if is_least { ("minValue", "Min") } else { ("maxValue", "Max") };
    Some(match value {
        Feel::Number(_) if kind == FieldKind::Money && value.to_feel() == "0" => {
            let kind = if is_least { "EuroBetragPositiveValidator" } else { "EuroBetragNegativeValidator" };
            json!({ "@type": kind })
        }
        Feel::Number(_) => {
            let number: serde_json::Number = serde_json::from_str(&value.to_feel()).ok()?;
            json!({ "@type": format!("{word}NumberValueValidator"), member: number })
        }
        Feel::Date(_) => {
            json!({ "@type": format!("{word}DateValueValidator"), member: format!("{}T00:00:00+0000", value.to_plain_text()) })
        }
        _ => return None,
    })
}
