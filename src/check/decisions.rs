//! Decision tables: whole rows, used somewhere.

use super::{Aspect, Problem};
use crate::model::{Document, NodeKind, Subject};

pub(super) fn check(document: &Document, found: &mut Vec<Problem>) {
    for table in document.decision_tables.values() {
        let at = Subject::DecisionTable(table.id);
        if table.rules.is_empty() || table.outputs.is_empty() {
            found.push(Problem::error("check-decision-empty", at));
        }
        let is_whole = |tests: usize, results: usize| tests == table.inputs.len() && results == table.outputs.len();
        if table.rules.iter().any(|rule| !is_whole(rule.tests.len(), rule.results.len())) {
            found.push(Problem::error("check-decision-columns", at).about(Aspect::Decision));
        }
        if !document.nodes.values().any(|node| node.kind == NodeKind::BusinessRuleTask(Some(table.id))) {
            found.push(Problem::warning("check-decision-unused", at));
        }
    }
}
