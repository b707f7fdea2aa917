//! `AktionAusblenden`: a field hides an element while it has a certain value.

use super::super::super::xml::Element;
use super::super::super::{Note, What};
use super::accounting::text;
use super::{Reading, Remark, literal};
use crate::expr::Value;
use crate::model::{ElementKind, FieldKind, FormElement, FormElementId};
use std::collections::BTreeMap;

/// Operators, with the sign under which the element is hidden. But for the first all are assumed.
pub(super) const OPERATORS: [(&str, &str); 6] =
    [("Gleich", "="), ("Ungleich", "!="), ("Groesser", ">"), ("GroesserGleich", ">="), ("Kleiner", "<"), ("KleinerGleich", "<=")];

/// What of a form hides what.
#[derive(Clone, Debug, Default)]
pub(super) struct Hidings {
    targets: BTreeMap<String, FormElementId>,
    /// Identities in the file of what is hidden, each with the condition under which it is shown, and the line.
    conditions: Vec<(String, String, usize)>,
}

impl Reading<'_> {
    /// That an element of the form is called so in the file.
    pub(super) fn note_target(&mut self, id: &str, element: FormElementId) {
        if !id.is_empty() {
            self.library.hiding.targets.entry(id.to_owned()).or_insert(element);
        }
    }

    /// Notes what a widget hides, whose value conditions call `words`, and how it is called itself.
    pub(super) fn note_hiding(&mut self, widget: &Element<'_>, element: FormElementId, words: &str, kind: FieldKind) {
        self.note_target(&text(widget, "Id"), element);
        for action in widget.all("AktionAusblenden") {
            let is_shown = |name: &str| matches!(name, "ReferenzId" | "Vergleichswert" | "Operator");
            self.account_for(action, None, is_shown, |_| false);
            let (operator, value) = (text(action, "Operator"), text(action, "Vergleichswert"));
            let Some((_, sign)) = OPERATORS.iter().find(|(name, _)| name.eq_ignore_ascii_case(&operator.replace('ö', "oe"))) else {
                self.say(action, None, Remark::Operator(operator));
                continue;
            };
            let value = literal::feel(kind, &value).unwrap_or_else(|| Value::from(value.as_str()).to_feel());
            self.library.hiding.conditions.push((text(action, "ReferenzId"), shown_when(words, sign, &value), action.position.line));
        }
    }

    /// Gives the elements of a form that was read the conditions under which they are shown.
    pub(super) fn hide(&mut self, elements: Vec<&mut FormElement>) {
        let Hidings { targets, conditions } = std::mem::take(&mut self.library.hiding);
        let mut found: BTreeMap<FormElementId, Vec<String>> = BTreeMap::new();
        for (reference, condition, line) in conditions {
            if let Some(target) = targets.get(&reference) {
                found.entry(*target).or_default().push(condition);
            } else {
                let what = What::CiventoData(Remark::NothingToHide(reference.clone()));
                self.notes.push(Note::new(&reference, "", what).line(line));
            }
        }
        elements.into_iter().for_each(|element| give(element, &found));
    }
}

/// The condition under which something is shown that is hidden while `words sign value` holds. It is never null.
fn shown_when(words: &str, sign: &str, value: &str) -> String {
    match sign {
        "=" => format!("{words} != {value}"),
        "!=" => format!("{words} = {value}"),
        _ => format!("not(({words} {sign} {value}) = true)"),
    }
}

/// As deep as forms nest, which is bounded where they are read.
fn give(element: &mut FormElement, found: &BTreeMap<FormElementId, Vec<String>>) {
    if let Some(conditions) = found.get(&element.id).filter(|_| element.visible_when != "false") {
        element.visible_when = conditions.join(" and ");
    }
    if let ElementKind::Group(group) = &mut element.kind {
        group.elements.iter_mut().for_each(|inner| give(inner, found));
    }
}
