//! Rules: name and words at each place, and those that are gone.

use super::super::super::{Note, What};
use super::super::standard::{Block, Rule, text_in};
use super::pairs::Side;
use super::writer::Writer;
use crate::model::{Form, FormRule, SourceFormat};
use std::collections::BTreeMap;

/// Rules by FIM id and by how many before have the same.
type Numbered<'f> = BTreeMap<(&'f str, usize), &'f FormRule>;

impl<'t> Writer<'t> {
    /// All rules of the schema and of what is in it.
    pub fn rules(&mut self, schema: Block<'t>, old: &Side<'_>, new: &Side<'_>) {
        let (before, now) = (numbered(old.form), numbered(new.form));
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        let mut found = Vec::new();
        gather(schema, &mut found);
        for rule in found {
            let id = rule.id();
            let count = counts.entry(id.clone()).or_default();
            *count += 1;
            let key = (id.as_str(), *count);
            match (before.get(&key), now.get(&key)) {
                (Some(old), Some(new)) => self.rule(rule, old, new),
                (Some(_), None) => {
                    self.edits.remove(rule.0);
                    self.say(Block(rule.0), What::Removed);
                }
                _ => {}
            }
        }
        let own = |form: &Form| form.rules.iter().filter(|rule| rule.fim_id.is_empty()).count();
        let more = own(new.form).saturating_sub(own(old.form));
        if more > 0 {
            self.notes.push(Note::new(&schema.id(), &schema.name(), What::RulesWithoutNumber(more)));
        }
    }

    fn rule(&mut self, rule: Rule<'t>, old: &FormRule, new: &FormRule) {
        if old.name != new.name {
            self.set(Block(rule.0), "name", &new.name);
        }
        if old.wording != new.wording {
            let is_two = self.format == SourceFormat::Xdatenfelder2 && text_in(rule.0, Rule::WORDING_3).is_empty();
            self.set(Block(rule.0), if is_two { Rule::WORDING_2 } else { Rule::WORDING_3 }, &new.wording);
        }
    }
}

fn numbered(form: &Form) -> Numbered<'_> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut found = Numbered::new();
    for rule in form.rules.iter().filter(|rule| !rule.fim_id.is_empty()) {
        let count = counts.entry(&rule.fim_id).or_default();
        *count += 1;
        found.insert((&rule.fim_id, *count), rule);
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
