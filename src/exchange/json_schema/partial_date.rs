//! A date in parts as schemas: no day without month, no month without year, and a day that the calendar has.

use super::condition::Terms;
use super::node::{all, not, present, within};
use super::outline::ItemKind;
use super::writing::Writer;
use crate::model::{FieldKind, FormElementId, FormRule};
use serde_json::{Value as Json, json};

/// A part of a date as it is kept.
struct Part {
    keys: Vec<String>,
    is_number: bool,
    shown: Terms,
}

/// Days and months as texts may begin with noughts.
const LEAP_YEARS: &str = r"^(?:0+|0*[48]|\d*(?:0[48]|[2468][048]|[13579][26])|\d*(?:[02468][048]|[13579][26])00|0*[48]00)$";

impl Part {
    fn is(&self, value: Json) -> Json {
        present(&self.keys, value)
    }

    /// From 1 to that number.
    fn up_to(&self, last: u32) -> Json {
        if self.is_number {
            return json!({ "type": "integer", "minimum": 1, "maximum": last });
        }
        let numbers: Vec<String> = (1..=last).map(|number| number.to_string()).collect();
        json!({ "type": "string", "pattern": format!("^0*(?:{})$", numbers.join("|")) })
    }

    fn one_of(&self, numbers: &[u32]) -> Json {
        if self.is_number {
            return json!({ "enum": numbers });
        }
        let numbers: Vec<String> = numbers.iter().map(u32::to_string).collect();
        json!({ "type": "string", "pattern": format!("^0*(?:{})$", numbers.join("|")) })
    }

    /// A year without a 29th of February.
    fn common_year(&self) -> Json {
        if self.is_number {
            let of_hundred = json!({ "multipleOf": 100, "not": { "multipleOf": 400 } });
            return json!({ "type": "integer", "minimum": 0, "anyOf": [not(json!({ "multipleOf": 4 })), of_hundred] });
        }
        json!({ "type": "string", "pattern": r"^\d+$", "not": { "pattern": LEAP_YEARS } })
    }
}

impl Writer<'_> {
    /// Answers whether the rule could be said.
    pub(super) fn partial_date(&mut self, rule: &FormRule) -> bool {
        let around = self.common(&rule.targets);
        let level = around.lists.len();
        let parts: Option<Vec<Part>> = rule.targets.iter().map(|target| self.part(*target, level)).collect();
        let Some([day, month, year]) = parts.and_then(|parts| <[Part; 3]>::try_from(parts).ok()) else { return false };
        let holds = self.conditions().holds(&rule.when, &around);
        if holds.is_partial || day.shown.is_partial || month.shown.is_partial || year.shown.is_partial {
            return false;
        }
        let and = |schema: Json| holds.and(&Terms { terms: vec![(level, schema)], is_partial: false });
        let days = |when: Json, last: u32| (and(when), within(&day.keys, day.up_to(last)));
        let february = || month.is(month.one_of(&[2]));
        let demands = [
            (and(day.is(json!(true))).and(&month.shown), month.is(json!(true))),
            (and(month.is(json!(true))).and(&year.shown), year.is(json!(true))),
            (holds.clone(), within(&month.keys, month.up_to(12))),
            days(json!(true), 31),
            days(month.is(month.one_of(&[4, 6, 9, 11])), 30),
            days(february(), 29),
            days(all(vec![february(), year.is(year.common_year())]), 28),
        ];
        demands.into_iter().for_each(|(when, then)| self.demand(&around, &when, then));
        true
    }

    /// A part that is a number or a text in the same entries as the rule, and to be filled in.
    fn part(&self, target: FormElementId, level: usize) -> Option<Part> {
        let item = self.item(target)?;
        let ItemKind::Field { field, data, keys, .. } = &item.kind else { return None };
        let is_number = matches!(data.kind, FieldKind::WholeNumber | FieldKind::Decimal);
        let is_text = matches!(data.kind, FieldKind::Text | FieldKind::Choice(_));
        let is_fit = !field.is_read_only && item.around.lists.len() == level && (is_number || is_text);
        is_fit.then(|| Part { keys: keys.clone(), is_number, shown: item.shown.clone() })
    }
}
