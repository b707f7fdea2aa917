//! Rules across fields as schemas.

use super::Demanded;
use super::condition::Terms;
use super::node::{all, any, exactly_one, not, present};
use super::outline::{Around, Item, ItemKind};
use super::writing::Writer;
use crate::model::{Consequence, FieldKind, FormElementId, FormRule, Subject};
use serde_json::{Value as Json, json};

impl Writer<'_> {
    /// Says a rule, or notes that it cannot be said.
    pub(super) fn rule(&mut self, rule: &FormRule) {
        // A condition that cannot be read has no effect in the form either.
        let is_readable = rule.when.trim().is_empty() || crate::expr::parse(&rule.when, self.names()).is_ok();
        let Some(then) = rule.then.filter(|_| is_readable) else { return };
        let is_said = match then {
            Consequence::Visible => true,
            Consequence::AtLeastOne | Consequence::ExactlyOne => self.one_of_several(rule, then),
            Consequence::ValidPartialDate => self.partial_date(rule),
            _ => rule.targets.iter().map(|target| self.single(rule, then, *target)).filter(|is_said| !is_said).count() == 0,
        };
        if !is_said {
            self.leave(Subject::FormElement(self.form_id(), rule.id), Demanded::Rule, &rule.when);
        }
    }

    /// A rule about one of its targets alone. Answers whether it could be said.
    fn single(&mut self, rule: &FormRule, then: Consequence, target: FormElementId) -> bool {
        let Some(item) = self.item(target) else { return true };
        let around = item.around.clone();
        let Some(open) = self.open_terms(target) else { return true };
        let holds = self.conditions().holds(&rule.when, &around);
        let filled = self.filled(target, around.lists.len());
        let mut is_said = !holds.is_partial;
        let mut demand = |writer: &mut Self, when: &Terms, then: Json| {
            is_said &= !when.is_partial;
            if !when.is_partial {
                writer.demand(&around, when, then);
            }
        };
        match then {
            Consequence::NotAllowed => demand(self, &holds, not(filled)),
            Consequence::Message => demand(self, &holds.and(&open), json!(false)),
            Consequence::RequiredElseNotAllowed => {
                demand(self, &holds.and(&open), filled.clone());
                match holds.at_one_level() {
                    Some((level, schema)) if !holds.is_partial => {
                        demand(self, &Terms { terms: vec![(level, not(schema))], is_partial: false }, not(filled));
                    }
                    _ if holds.terms.is_empty() && !holds.is_partial => {}
                    _ => is_said = false,
                }
            }
            _ => demand(self, &holds.and(&open), filled),
        }
        is_said
    }

    fn one_of_several(&mut self, rule: &FormRule, then: Consequence) -> bool {
        let around = self.common(&rule.targets);
        let level = around.lists.len();
        let holds = self.conditions().holds(&rule.when, &around);
        let Some(open) = self.open_among(&rule.targets, level) else { return false };
        if open == Json::Bool(false) {
            return true;
        }
        let ways: Vec<Json> = rule.targets.iter().map(|target| self.filled(*target, level)).collect();
        let demanded = if then == Consequence::ExactlyOne { exactly_one(ways) } else { any(ways) };
        let when = holds.and(&Terms { terms: vec![(level, open)], is_partial: false });
        if !when.is_partial {
            self.demand(&around, &when, demanded);
        }
        !when.is_partial
    }

    /// When something can be filled in there, apart from what hides it; `None` if never: it only shows values.
    pub(super) fn open_terms(&self, target: FormElementId) -> Option<Terms> {
        let item = self.item(target)?;
        match &item.kind {
            ItemKind::Field { field, .. } => (!field.is_read_only).then(|| item.shown.clone()),
            ItemKind::List { most: None, .. } => Some(item.shown.clone()),
            ItemKind::List { keys, most: Some(most), members, .. } => {
                // A full list takes no more entries: then it depends on those that are there.
                let has_room = not(present(keys, json!({ "type": "array", "minItems": most })));
                open_group(item, self.open_among(members, item.around.lists.len()).map(|open| any(vec![has_room, open])))
            }
            ItemKind::Group { members } => open_group(item, self.open_among(members, item.around.lists.len())),
        }
    }

    /// When one of several can be filled in, as a schema of that level: always or never where it does not depend on anything; `None`
    /// where that cannot be said.
    pub(super) fn open_among(&self, targets: &[FormElementId], level: usize) -> Option<Json> {
        let ways = targets.iter().filter_map(|target| self.open_terms(*target).map(|terms| self.open_at(*target, &terms, level)));
        let ways: Vec<Option<Json>> = ways.collect();
        if ways.contains(&Some(Json::Bool(true))) {
            return Some(Json::Bool(true));
        }
        ways.into_iter().collect::<Option<Vec<_>>>().map(any)
    }

    /// These terms of an element as a schema of that level. What lies deeper in lists can be filled in only where there is an entry.
    fn open_at(&self, target: FormElementId, terms: &Terms, level: usize) -> Option<Json> {
        let entry = self.item(target).map_or(Json::Bool(false), |item| in_some_entry(item, level, json!(true)));
        match terms.at_one_level() {
            _ if terms.is_partial => None,
            _ if terms.terms.is_empty() => Some(entry),
            Some((at, schema)) if at == level => Some(all(vec![schema, entry])),
            _ => None,
        }
    }

    /// What being filled in means for an element, as a schema of that level.
    pub(super) fn filled(&self, target: FormElementId, level: usize) -> Json {
        let Some(item) = self.item(target) else { return Json::Bool(false) };
        match &item.kind {
            ItemKind::Field { keys, is_box, .. } => {
                in_some_entry(item, level, present(keys, if *is_box { json!({ "const": true }) } else { json!(true) }))
            }
            ItemKind::Group { members } | ItemKind::List { members, .. } => {
                let is_own = |member: &FormElementId| !matches!(self.item(*member).map(|item| &item.kind), Some(ItemKind::Field { field, data, .. }) if field.is_read_only || is_shown_only(data.kind));
                any(members.iter().copied().filter(is_own).map(|member| self.filled(member, level)).collect())
            }
        }
    }

    /// The entries that several elements share.
    pub(super) fn common(&self, targets: &[FormElementId]) -> Around {
        let mut arounds = targets.iter().filter_map(|target| self.item(*target)).map(|item| &item.around);
        let first = arounds.next().cloned().unwrap_or_default();
        arounds.fold(first, |shared, around| {
            let count = shared.lists.iter().zip(&around.lists).take_while(|(left, right)| left == right).count();
            Around { lists: shared.lists[..count].to_vec(), names: shared.names[..count].to_vec() }
        })
    }
}

/// When a group can be filled in, by when one of those in it can.
fn open_group(item: &Item<'_>, among: Option<Json>) -> Option<Terms> {
    match among {
        Some(Json::Bool(false)) => None,
        Some(Json::Bool(true)) => Some(item.shown.clone()),
        Some(open) => Some(item.shown.and(&Terms { terms: vec![(item.around.lists.len(), open)], is_partial: false })),
        None => Some(Terms::unsaid()),
    }
}

/// Nested objects and lists as fields show what is there.
pub(super) fn is_shown_only(kind: FieldKind) -> bool {
    matches!(kind, FieldKind::Object(_) | FieldKind::List(_))
}

fn in_some_entry(item: &Item<'_>, level: usize, inner: Json) -> Json {
    let deeper = item.around.lists.get(level..).unwrap_or_default();
    deeper.iter().rfold(inner, |inner, keys| present(keys, json!({ "type": "array", "contains": inner })))
}
