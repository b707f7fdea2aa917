//! A field of the platform's forms as an element of a form.

use super::super::super::json::Json;
use super::super::super::remark::Remark;
use super::super::condition::{self, literal};
use super::super::keep_others;
use super::{FormReader, Spot};
use crate::model::{ChoiceStyle, Constraints, DataPath, ElementKind, FieldKind, FieldRule, FormElement, FormField, HintKind, Subject};

const FIELD: [&str; 16] = [
    "id",
    "fimId",
    "label",
    "type",
    "width",
    "required",
    "disabled",
    "helptext",
    "value",
    "possibleValues",
    "displayConditions",
    "validationRules",
    "source",
    "target",
    "additionalConfig",
    "layout",
];

/// The rule of a field that is an IBAN, after the path of the field.
pub(in super::super::super) const IBAN: &str = ", \"^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$\")";

impl FormReader<'_> {
    /// The element of a field; `None` for what only keeps a place free.
    pub(super) fn element(&mut self, field: &Json, group: &str) -> Option<FormElement> {
        let id = field.text("id");
        let name = format!("{group}:{id}");
        keep_others(self.import, self.file, field, &FIELD, &name);
        let kind = match self.spots.get(&(group.to_owned(), id.clone())).cloned() {
            Some(spot) => ElementKind::Field(self.field(field, &spot, &name)),
            None => self.shown(field, &name)?,
        };
        let visible_when = self.understood(field, condition::shown(field.list("displayConditions"), &*self), &name);
        let width = field.text("width").parse::<u8>().ok().filter(|width| (1..=12).contains(width)).unwrap_or(12);
        let element = FormElement { width, visible_when, ..FormElement::new(self.import.document.new_id(), kind) };
        self.came_from(Subject::FormElement(self.form, element.id), &name);
        Some(element)
    }

    fn shown(&mut self, field: &Json, name: &str) -> Option<ElementKind> {
        let label = field.text("label");
        Some(match field.text("type").as_str() {
            "H1" | "H2" => ElementKind::Heading(label),
            "TEXT" => ElementKind::StaticText(label),
            "HINTBOX" => {
                let config = field.get("additionalConfig");
                let text = config.map(|config| config.text("text")).unwrap_or_default();
                let kind = hint_kind(&config.map(|config| config.text("status")).unwrap_or_default());
                ElementKind::Hint { kind, text: if text.is_empty() { label } else { text } }
            }
            "PLACEHOLDER" => {
                self.say(field, (name, ""), Remark::MemberKept("PLACEHOLDER".to_owned()));
                return None;
            }
            other => {
                let other = other.to_owned();
                self.say(field, (name, &label), Remark::NearestField(other));
                ElementKind::StaticText(label)
            }
        })
    }

    fn field(&mut self, field: &Json, spot: &Spot, name: &str) -> FormField {
        let mut made = FormField::of(DataPath(spot.path.clone()));
        let label = field.text("label");
        let data = spot.path.last().copied();
        let known = data.and_then(|data| self.import.document.fields.get(data)).map(|data| data.name.clone()).unwrap_or_default();
        if label != known && !label.is_empty() {
            made.label.clone_from(&label);
        }
        made.help = field.text("helptext");
        made.is_required = field.is_true("required");
        made.is_read_only = field.is_true("disabled");
        made.prefill = self.prefill(field, spot, name);
        made.choice_style = style(&field.text("type"));
        self.say_nearest(field, name, &label);
        let mut constraints =
            data.and_then(|data| self.import.document.fields.get(data)).map(|it| it.constraints.clone()).unwrap_or_default();
        for rule in field.list("validationRules") {
            self.validator(rule, spot, name, (&mut constraints, &mut made));
        }
        if let Some(data) = data.and_then(|data| self.import.document.fields.get_mut(data)) {
            data.constraints = constraints;
        }
        made
    }

    fn say_nearest(&mut self, field: &Json, name: &str, label: &str) {
        let written = field.text("type");
        let is_one = || field.list("validationRules").iter().any(|rule| rule.text("maxFileCount") == "1");
        match written.as_str() {
            "MULTIPLE_FILE" if !is_one() => self.say(field, (name, label), Remark::OneFile),
            "STRING"
            | "TEXTAREA"
            | "MULTIPLE_FILE"
            | "FILE"
            | "BOOLEAN"
            | "SINGLE_CHECKBOX"
            | "RADIO_BUTTONS"
            | "CHECKBOX"
            | "DATE"
            | "DROPDOWN_SINGLE_SELECT"
            | "TIME"
            | "EURO_BETRAG" => {}
            _ => self.say(field, (name, label), Remark::NearestField(written.clone())),
        }
    }

    fn prefill(&mut self, field: &Json, spot: &Spot, name: &str) -> String {
        let Some(value) = field.get("value") else { return String::new() };
        let Some(text) = value.as_text().filter(|text| !text.is_empty()) else {
            if value.is_nested() && !(value.items().is_empty() && value.members().is_empty()) {
                self.say(value, (name, ""), Remark::MemberKept("value".to_owned()));
            }
            return String::new();
        };
        let variable = text.strip_prefix("{{prozessinstanzvariable:").and_then(|rest| rest.strip_suffix("}}"));
        let asked = variable.and_then(|variable| condition::Finder::variable(&*self, variable));
        match asked {
            Some(asked) => asked.path,
            None if text.contains("{{") => {
                self.say(value, (name, ""), Remark::MemberKept("value".to_owned()));
                String::new()
            }
            None => literal(spot.kind, &text),
        }
    }

    fn validator(&mut self, rule: &Json, spot: &Spot, name: &str, (constraints, made): (&mut Constraints, &mut FormField)) {
        let written = rule.text("@type");
        let message = rule.text("validationErrorMessage");
        let number = |key: &str| rule.text(key).parse::<u32>().ok();
        if let Some(condition) = condition::required(rule, &*self) {
            match condition {
                Ok(when) if made.required_when.is_empty() => made.required_when = when,
                Ok(when) => made.required_when = format!("{} or {when}", made.required_when),
                Err(kind) => self.say(rule, (name, ""), Remark::ConditionKept(kind)),
            }
            return;
        }
        match written.as_str() {
            "MaxLengthValidator" => constraints.max_length = number("maxLength"),
            "MinLengthValidator" => constraints.min_length = number("minLength"),
            "MinNumberValueValidator" => constraints.minimum = bound(spot.kind, &rule.text("minValue")),
            "MaxNumberValueValidator" => constraints.maximum = bound(spot.kind, &rule.text("maxValue")),
            "MinDateValueValidator" => constraints.minimum = bound(FieldKind::Date, &rule.text("minValue")),
            "MaxDateValueValidator" => constraints.maximum = bound(FieldKind::Date, &rule.text("maxValue")),
            "EuroBetragPositiveValidator" => "0".clone_into(&mut constraints.minimum),
            "EuroBetragNegativeValidator" => "0".clone_into(&mut constraints.maximum),
            "RegexValidator" => (constraints.pattern, constraints.pattern_message) = (rule.text("regex"), message),
            "FileExtensionValidator" => constraints.file_kinds = rule.list("values").iter().filter_map(Json::as_text).collect(),
            "MaxFilesizeValidator" => constraints.max_file_size = rule.text("maxFilesize").parse().ok(),
            "IBANValidator" => {
                self.say(rule, (name, ""), Remark::IbanRule);
                made.rules.push(FieldRule { condition: format!("matches({}{IBAN}", spot.feel), message });
            }
            "NumberValidator" => {}
            "MaxFileCountValidator" if number("maxFileCount") == Some(1) => {}
            _ => self.say(rule, (name, ""), Remark::ValidatorKept(written.clone())),
        }
    }
}

/// A bound as FEEL; empty where the value is none of the kind.
fn bound(kind: FieldKind, value: &str) -> String {
    let feel = literal(kind, value);
    if feel.starts_with('"') && kind != FieldKind::Text { String::new() } else { feel }
}

fn style(written: &str) -> ChoiceStyle {
    match written {
        "RADIO_BUTTONS" | "CHECKBOX" => ChoiceStyle::Radio,
        "DROPDOWN_SINGLE_SELECT" | "DROPDOWN_MULTIPLE_SELECT" => ChoiceStyle::List,
        "DROPDOWN_SINGLE_SELECT_AJAX" => ChoiceStyle::Search,
        _ => ChoiceStyle::Automatic,
    }
}

fn hint_kind(status: &str) -> HintKind {
    match status {
        "SUCCESS" => HintKind::Success,
        "WARNING" => HintKind::Warning,
        "ERROR" | "DANGER" => HintKind::Error,
        _ => HintKind::Information,
    }
}
