//! Why a condition held, with the values in it: "Betrag = 120,50 € > 100,00 € und Eilt = ja".

use super::Texts;
use super::play::field_of;
use crate::expr::{Environment, Names, Value, parse};
use crate::form::format;
use crate::model::Document;
use crate::rule::{Comparison, Condition, Junction, Operand, Sign, Term};
use crate::scope;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Data that a condition looked at, with their values then.
type Used<'a> = &'a [(Arc<str>, Value)];

/// Whether a part of an "or" is why it holds; what cannot be told counts as if.
fn may_hold(term: &Term, used: Used<'_>) -> bool {
    let Term::One(comparison) = term else { return true };
    let value = |path: &str| used.iter().find(|(known, _)| known.as_ref() == path).map_or(Value::Null, |(_, value)| value.clone());
    let operands = comparison.values.iter().map(|operand| match operand {
        Operand::Path(path) => Operand::Value(value(path)),
        operand => operand.clone(),
    });
    let filled_in = Comparison { path: value(&comparison.path).to_feel(), values: operands.collect(), ..comparison.clone() };
    let outcome =
        parse(&filled_in.to_feel(), &Names::default()).map(|tree| tree.evaluate(&BTreeMap::<&str, Value>::new(), &Environment::default()));
    outcome.map_or(true, |outcome| outcome.value.as_boolean() != Some(false))
}

impl Texts {
    /// The condition with the values that it saw; one that is not made of comparisons is told by its values, or else quoted.
    pub(super) fn because(&self, document: &Document, text: &str, used: Used<'_>) -> String {
        match Condition::of_feel(text, &scope::names(document)) {
            Some(condition) if !condition.terms.is_empty() => {
                let is_any = condition.junction == Junction::Any;
                let mut terms: Vec<&Term> = condition.terms.iter().filter(|term| !is_any || may_hold(term, used)).collect();
                if terms.is_empty() {
                    terms = condition.terms.iter().collect();
                }
                let terms = terms.into_iter().map(|term| self.term(document, condition.junction, term, used));
                terms.collect::<Vec<_>>().join(self.junction(condition.junction))
            }
            _ if used.is_empty() => text.to_owned(),
            _ => self.used(document, used),
        }
    }

    fn junction(&self, junction: Junction) -> &str {
        self.get(match junction {
            Junction::All => "sim-and",
            Junction::Any => "sim-or",
        })
    }

    fn term(&self, document: &Document, junction: Junction, term: &Term, used: Used<'_>) -> String {
        match term {
            Term::One(comparison) => self.seen(document, comparison, used),
            Term::Group(comparisons) => {
                let parts: Vec<String> = comparisons.iter().map(|comparison| self.seen(document, comparison, used)).collect();
                format!("({})", parts.join(self.junction(junction.other())))
            }
        }
    }

    /// A comparison with the value of its field, and what that was compared with where the value does not say it.
    fn seen(&self, document: &Document, comparison: &Comparison, used: Used<'_>) -> String {
        let named = self.field_value(document, &comparison.path, used);
        let sign = match comparison.sign {
            Sign::Less => "<",
            Sign::LessOrEqual => "≤",
            Sign::Greater => ">",
            Sign::GreaterOrEqual => "≥",
            Sign::Unequal => "≠",
            _ => return named,
        };
        match comparison.values.first() {
            Some(Operand::Value(value)) => format!("{named} {sign} {}", format::at_path(document, &comparison.path, value)),
            Some(Operand::Path(path)) => format!("{named} {sign} {}", self.field_value(document, path, used)),
            Some(Operand::Today) => format!("{named} {sign} {}", self.get("rule-today")),
            None => named,
        }
    }

    fn field_value(&self, document: &Document, path: &str, used: Used<'_>) -> String {
        let value = used.iter().find(|(known, _)| known.as_ref() == path).map(|(_, value)| value);
        let value = value.filter(|value| !matches!(value, Value::Null));
        let text = value.map_or_else(|| self.get("sim-nothing").to_owned(), |value| format::at_path(document, path, value));
        format!("{} = {text}", field_of(document, path))
    }
}

#[cfg(test)]
mod tests {
    use super::Texts;
    use crate::expr::Value;
    use crate::i18n::Language;
    use crate::model::{DataField, DataFieldId, Document, FieldKind, ObjectType, ObjectTypeId};
    use std::sync::Arc;

    /// The reason of a condition over `antrag.betrag` (120.50 euros), `antrag.eilt` (yes) and `antrag.zweck` (nothing).
    fn because(condition: &str) -> String {
        let mut document = Document::empty("a", "A");
        let object: ObjectTypeId = document.new_id();
        document.objects.insert(object, ObjectType::new(object, "antrag", "Antrag"));
        let fields = [("betrag", "Betrag", FieldKind::Money), ("eilt", "Eilt", FieldKind::YesNo), ("zweck", "Zweck", FieldKind::Text)];
        for (key, name, kind) in fields {
            let field: DataFieldId = document.new_id();
            document.fields.insert(field, DataField::new(field, object, key, name, kind));
            document.objects.get_mut(object).unwrap().fields.push(field);
        }
        let amount = crate::expr::Number::from(241_i64).divided_by(&crate::expr::Number::from(2_i64)).unwrap();
        let values = [("antrag.betrag", Value::Number(amount)), ("antrag.eilt", Value::Boolean(true)), ("antrag.zweck", Value::Null)];
        let used: Vec<(Arc<str>, Value)> = values.into_iter().map(|(path, value)| (Arc::from(path), value)).collect();
        Texts::new(Language::German).because(&document, condition, &used).replace('\u{a0}', " ")
    }

    #[test]
    fn values_stand_in_the_comparison() {
        assert_eq!(because("antrag.betrag > 100"), "Betrag = 120,50 € > 100,00 €");
        assert_eq!(because("antrag.betrag >= 100 and antrag.eilt = true"), "Betrag = 120,50 € ≥ 100,00 € und Eilt = ja");
        assert_eq!(because("antrag.zweck != \"Umzug\""), "Zweck = nichts ≠ Umzug");
    }

    #[test]
    fn of_an_or_only_what_holds_is_told() {
        assert_eq!(because("antrag.betrag < 100 or antrag.eilt = true"), "Eilt = ja");
        assert_eq!(because("antrag.betrag > 100 or antrag.eilt = true"), "Betrag = 120,50 € > 100,00 € oder Eilt = ja");
    }

    #[test]
    fn what_is_no_comparison_is_told_by_its_values() {
        assert_eq!(because("antrag.betrag * 2 > 100"), "Betrag = 120,50 €, Eilt = ja, Zweck = nichts");
    }
}
