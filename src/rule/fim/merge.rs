//! Puts together what several sentences say of the same: "if, must" and "if not, must not" are one rule.

use super::demand::Demand;
use super::sentence::Statement;
use super::{Doubt, Proposal, Unread};
use crate::model::Consequence;
use crate::rule::{Comparison, Condition, Junction, Sign, Term};

/// The rules of a text.
pub fn proposals(statements: Vec<Statement>, doubts: &[Doubt]) -> Result<Vec<Proposal>, Unread> {
    let mut found: Vec<Proposal> = Vec::new();
    for (place, statement) in statements.iter().enumerate() {
        let others = || statements.iter().enumerate().filter(move |(other, _)| *other != place).map(|(_, other)| other);
        let denied = statement.when.denied();
        let is_counterpart = |other: &&Statement| Some(&other.when) == denied.as_ref() && is_same(&other.targets, &statement.targets);
        let then = match statement.demand {
            Demand::Required if others().filter(is_counterpart).any(|other| other.demand == Demand::NotAllowed) => {
                Consequence::RequiredElseNotAllowed
            }
            // Said by its counterpart.
            Demand::NotAllowed if others().filter(is_counterpart).any(|other| other.demand == Demand::Required) => continue,
            Demand::Required => Consequence::Required,
            Demand::NotAllowed => Consequence::NotAllowed,
            Demand::AtLeastOne => Consequence::AtLeastOne,
            Demand::ExactlyOne => Consequence::ExactlyOne,
            Demand::PartialDate => Consequence::ValidPartialDate,
            // What may be left undone otherwise adds nothing to the demand before; alone it may hint at one that is not said.
            Demand::Permitted if others().any(|other| is_counterpart(&other)) => continue,
            Demand::Permitted | Demand::OnlyIf => return Err(statement.unused.clone()),
        };
        let proposal =
            Proposal { when: shortened(statement.when.clone()), then, targets: statement.targets.clone(), doubts: doubts.to_vec() };
        if !found.contains(&proposal) {
            found.push(proposal);
        }
    }
    Ok(found)
}

fn is_same(left: &[String], right: &[String]) -> bool {
    left.len() == right.len() && left.iter().all(|id| right.contains(id))
}

/// `a = 1 or a = 2` is "a is one of 1 and 2".
fn shortened(condition: Condition) -> Condition {
    let equal = |term: &Term| match term {
        Term::One(Comparison { path, sign: Sign::Equal, values }) => Some((path.clone(), values.clone())),
        _ => None,
    };
    let terms: Option<Vec<_>> = condition.terms.iter().map(equal).collect();
    match terms {
        Some(terms) if condition.junction == Junction::Any && terms.len() > 1 && terms.iter().all(|(path, _)| *path == terms[0].0) => {
            let path = terms[0].0.clone();
            let values = terms.into_iter().flat_map(|(_, values)| values).collect();
            Condition::one(Comparison { path, sign: Sign::OneOf, values })
        }
        _ => condition,
    }
}
