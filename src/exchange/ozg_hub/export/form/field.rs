//! A field, text or hint of a form as the platform has it.

use super::super::super::import::IBAN;
use super::super::super::remark::Remark;
use super::super::dialect::{Dialect, translated};
use super::super::layout::{Group, Item};
use super::{Writing, pointer};
use crate::expr::{Names, Shape, Value as Feel, parse};
use crate::model::{ChoiceStyle, Consequence, DataField, ElementKind, FieldKind, FormField, HintKind, Subject, TextPart};
use serde_json::{Map, Value, json};

/// Choices of so few codes are offered one below the other.
const FEW: usize = 5;

impl<'a> Writing<'_, 'a> {
    pub(super) fn item(&mut self, item: &Item<'a>, group: &Group<'a>) -> Value {
        let at = self.at(item.element.id);
        let mut made = Map::new();
        made.insert("id".to_owned(), json!(item.id));
        match &item.element.kind {
            ElementKind::Field(field) => self.field(&mut made, field, item, group),
            ElementKind::Heading(text) => shown(&mut made, "H2", &self.writer.text(at, TextPart::Text, text)),
            ElementKind::StaticText(text) => shown(&mut made, "TEXT", &self.writer.text(at, TextPart::Text, text)),
            ElementKind::Group(inner) => shown(&mut made, "H2", &self.writer.text(at, TextPart::Name, &inner.title)),
            ElementKind::Hint { kind, text } => {
                made.insert("type".to_owned(), json!("HINTBOX"));
                let text = self.writer.text(at, TextPart::Text, text);
                let status = match kind {
                    HintKind::Information => "INFO",
                    HintKind::Success => "SUCCESS",
                    HintKind::Warning => "WARNING",
                    HintKind::Error => "ERROR",
                };
                made.insert("additionalConfig".to_owned(), json!({ "@type": "AdditionalHintboxConfig", "text": text, "status": status }));
            }
        }
        made.insert("width".to_owned(), json!(item.element.width));
        let by_rules: Vec<&str> = (self.form.rules.iter())
            .filter(|rule| rule.then == Some(Consequence::Visible) && rule.targets.contains(&item.element.id))
            .map(|rule| rule.when.as_str())
            .collect();
        let visible: Vec<&str> = item.visible.iter().copied().chain(by_rules).collect();
        self.shown_when(&mut made, &visible, group, at);
        Value::Object(made)
    }

    fn field(&mut self, made: &mut Map<String, Value>, field: &'a FormField, item: &Item<'a>, group: &Group<'a>) {
        let at = self.at(item.element.id);
        let Some(data) = field.data.last().and_then(|last| self.writer.document.fields.get(last)) else { return };
        if !data.fim_id.is_empty() && item.part.is_none() {
            made.insert("fimId".to_owned(), json!(data.fim_id));
        }
        let label = match field.label.as_str() {
            "" => self.writer.text(Subject::DataField(data.id), TextPart::Name, &data.name),
            own => self.writer.text(at, TextPart::Label, own),
        };
        let label = item.part.map_or_else(|| label.clone(), |part| format!("{label}: {}", part_name(part)));
        made.insert("label".to_owned(), json!(label));
        made.insert("type".to_owned(), json!(self.kind(field, data, item, at)));
        let is_required = field.is_required || self.is_demanded(item, "");
        if is_required {
            made.insert("required".to_owned(), json!(true));
        }
        if field.is_read_only || group.is_shown_only {
            made.insert("disabled".to_owned(), json!(true));
        }
        if !field.help.is_empty() {
            made.insert("helptext".to_owned(), json!(self.writer.text(at, TextPart::Help, &field.help)));
        }
        self.prefill(made, field, at);
        self.codes(made, data);
        let rules = self.validators(field, data, item, group);
        made.insert("validationRules".to_owned(), Value::Array(rules));
        if group.repeat.is_none()
            && self.writer.variables.is_needed(&item.path)
            && let Some(variable) = self.writer.variables.of_path(&item.path)
        {
            made.insert("source".to_owned(), pointer(&variable));
            if !group.is_shown_only {
                made.insert("target".to_owned(), pointer(&variable));
            }
        }
    }

    fn kind(&mut self, field: &FormField, data: &DataField, item: &Item<'_>, at: Subject) -> &'static str {
        if let Some(part) = item.part {
            return if part == "geburtsdatum" { "DATE" } else { "STRING" };
        }
        let codes = |list| self.writer.document.code_lists.get(list).map_or(0, |list| list.entries.len());
        match data.kind {
            FieldKind::LongText => "TEXTAREA",
            FieldKind::Money => "EURO_BETRAG",
            FieldKind::Date => "DATE",
            FieldKind::Time => "TIME",
            FieldKind::YesNo if field.is_required || !field.required_when.is_empty() => "BOOLEAN",
            FieldKind::YesNo => "SINGLE_CHECKBOX",
            FieldKind::Choice(list) => match field.choice_style {
                ChoiceStyle::Radio => "RADIO_BUTTONS",
                ChoiceStyle::Automatic if codes(list) <= FEW => "RADIO_BUTTONS",
                _ => "DROPDOWN_SINGLE_SELECT",
            },
            FieldKind::MultipleChoice(_) => "CHECKBOX",
            FieldKind::File => "MULTIPLE_FILE",
            FieldKind::DateTime | FieldKind::Object(_) | FieldKind::List(_) => {
                self.say(at, Remark::AsText);
                "STRING"
            }
            _ => "STRING",
        }
    }

    fn prefill(&mut self, made: &mut Map<String, Value>, field: &FormField, at: Subject) {
        let text = field.prefill.trim();
        if text.is_empty() {
            return;
        }
        let literal = parse(text, &Names::new()).ok().and_then(|tree| match tree.part().shape() {
            Shape::Literal(Feel::Text(text)) => Some(json!(text.as_ref())),
            Shape::Literal(Feel::Boolean(truth)) => Some(json!(truth)),
            Shape::Literal(value @ (Feel::Number(_) | Feel::Date(_))) => Some(json!(value.to_plain_text())),
            _ => None,
        });
        let variable = || {
            let name = translated(text, Dialect::Juel, self.writer.names, self.writer.variables)?;
            let is_name = name.chars().all(|sign| sign.is_alphanumeric() || sign == '_');
            is_name.then(|| json!(format!("{{{{prozessinstanzvariable:{name}}}}}")))
        };
        match literal.or_else(variable) {
            Some(value) => drop(made.insert("value".to_owned(), value)),
            None => self.say(at, Remark::NoPrefill(text.to_owned())),
        }
    }

    fn codes(&self, made: &mut Map<String, Value>, data: &DataField) {
        let Some(list) = data.kind.code_list().and_then(|list| self.writer.document.code_lists.get(list)) else { return };
        let at = Subject::CodeList(list.id);
        let value = |entry: &crate::model::CodeEntry| {
            let label = self.writer.text(at, TextPart::Code(entry.code.clone()), &entry.label);
            json!({ "value": entry.code, "label": label })
        };
        made.insert("possibleValues".to_owned(), list.entries.iter().map(value).collect());
    }

    /// Whether a rule of the form demands the field under this condition.
    pub(super) fn is_demanded(&self, item: &Item<'_>, when: &str) -> bool {
        self.form.rules.iter().any(|rule| {
            matches!(rule.then, Some(Consequence::Required | Consequence::RequiredElseNotAllowed))
                && rule.targets.contains(&item.element.id)
                && rule.when.trim() == when
        })
    }
}

/// Whether a rule of a field says that it is an IBAN.
pub(super) fn is_iban(condition: &str) -> bool {
    condition.starts_with("matches(") && condition.ends_with(IBAN)
}

fn part_name(part: &str) -> &str {
    match part {
        "anrede" => "Anrede",
        "vorname" => "Vorname",
        "nachname" => "Nachname",
        "geburtsdatum" => "Geburtsdatum",
        "strasse" => "Straße",
        "hausnummer" => "Hausnummer",
        "plz" => "Postleitzahl",
        "ort" => "Ort",
        "land" => "Staat",
        "iban" => "IBAN",
        "kontoinhaber" => "Kontoinhaberin oder Kontoinhaber",
        other => other,
    }
}

fn shown(made: &mut Map<String, Value>, kind: &str, text: &str) {
    made.insert("label".to_owned(), json!(text));
    made.insert("type".to_owned(), json!(kind));
}
