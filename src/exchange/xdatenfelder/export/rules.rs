//! Rules: name and words at each place, and those that are gone.

use super::super::super::What;
use super::super::standard::{Block, Rule, text_in};
use super::pairs::Side;
use super::writer::Writer;
use crate::model::{Form, FormElementId, FormRule, SourceFormat};
use std::collections::BTreeMap;

/// What became of a rule of the file.
pub(super) enum Became {
    Gone,
    /// Name and words, where they are others now.
    Other(Option<String>, Option<String>),
}

impl<'t> Writer<'t> {
    /// Finds out what became of the rules of the schema and of all that is in it.
    pub fn compare_rules(&mut self, schema: Block<'t>, old: &Side<'_>, new: &Side<'_>) {
        let mut found = Vec::new();
        gather(schema, &mut found);
        let imported = old.form.rules.iter().filter(|rule| !rule.fim_id.is_empty());
        let twins = twins(old.form, new.form);
        // The import makes them in this order. Those without number are left as they are.
        for (rule, old) in found.into_iter().filter(|rule| !rule.id().is_empty()).zip(imported) {
            let became = match twins.get(&old.id) {
                None => Became::Gone,
                Some(new) => {
                    let other = |old: &str, new: &str| (old != new).then(|| new.to_owned());
                    Became::Other(other(&old.name, &new.name), other(&old.wording, &new.wording))
                }
            };
            self.became.insert(rule.0.place.start, became);
        }
        let own = |form: &Form| form.rules.iter().filter(|rule| rule.fim_id.is_empty()).count();
        let more = own(new.form).saturating_sub(own(old.form));
        if more > 0 {
            self.say(schema, What::RulesWithoutNumber(more));
        }
    }

    /// Writes what became of the rules of a block.
    pub fn rules(&mut self, block: Block<'t>) {
        for rule in block.rules() {
            match self.became.remove(&rule.0.place.start) {
                None => {}
                Some(Became::Gone) => {
                    self.edits.remove(rule.0);
                    self.say(Block(rule.0), What::Removed);
                }
                Some(Became::Other(name, wording)) => {
                    let is_two = self.format == SourceFormat::Xdatenfelder2 && text_in(rule.0, Rule::WORDING_3).is_empty();
                    let words = if is_two { Rule::WORDING_2 } else { Rule::WORDING_3 };
                    name.into_iter().for_each(|name| self.set(Block(rule.0), "name", &name));
                    wording.into_iter().for_each(|wording| self.set(Block(rule.0), words, &wording));
                }
            }
        }
    }
}

/// The rules of the form by those that an import of the file makes. Identities all move by the same when an import is taken up; in a
/// copied form they are others, and there rules of the same number are told apart by their order.
fn twins<'f>(old: &Form, new: &'f Form) -> BTreeMap<FormElementId, &'f FormRule> {
    let by_identity = |rule: &FormRule| {
        let id = FormElementId(rule.id.0.wrapping_sub(old.id.0).wrapping_add(new.id.0));
        Some((rule.id, new.rules.iter().find(|other| other.id == id && other.fim_id == rule.fim_id)?))
    };
    let found: BTreeMap<_, _> = old.rules.iter().filter(|rule| !rule.fim_id.is_empty()).filter_map(by_identity).collect();
    if !found.is_empty() {
        return found;
    }
    let numbered = numbered(new);
    self::numbered(old).into_iter().filter_map(|(number, rule)| Some((rule.id, *numbered.get(&number)?))).collect()
}

/// Rules by FIM id and by how many before have the same.
fn numbered(form: &Form) -> BTreeMap<(&str, usize), &FormRule> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut found = BTreeMap::new();
    for rule in form.rules.iter().filter(|rule| !rule.fim_id.is_empty()) {
        let count = counts.entry(&rule.fim_id).or_default();
        *count += 1;
        found.insert((rule.fim_id.as_str(), *count), rule);
    }
    found
}

/// Rules in the order in which an import makes them: those of what is inside come before those of the block.
fn gather<'t>(block: Block<'t>, found: &mut Vec<Rule<'t>>) {
    for position in block.positions() {
        gather(position.block, found);
    }
    found.extend(block.rules());
}
