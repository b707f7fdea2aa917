//! The copy that the learner works on.

use crate::edit::{Command, Editor, Record, Refusal};
use crate::model::{Document, Exercise, Hidden, Mistake, Reached, Subject};
use std::sync::Arc;

/// The document for the learner: with the prepared mistakes, without exercises, and without test cases if they are hidden.
/// Refused if a mistake can no longer be put in, for instance because a decision table lost the row.
pub fn begin(original: &Document, exercise: &Exercise) -> Result<Arc<Document>, Refusal> {
    let mut editor = Editor::new(original.clone());
    for goal in &exercise.goals {
        if let Reached::Mended(mistake) = &goal.reached_when {
            let command = wrong(editor.document(), mistake).ok_or(Refusal::NotThere)?;
            editor.apply(command)?;
        }
    }
    let exercises = original.exercises.keys().map(Subject::Exercise);
    let cases = original.test_cases.keys().filter(|_| exercise.hides.contains(&Hidden::TestCases)).map(Subject::TestCase);
    let unseen: Vec<Subject> = exercises.chain(cases).filter(|subject| editor.document().has(*subject)).collect();
    if !unseen.is_empty() {
        editor.apply(Command::Remove(unseen))?;
    }
    Ok(Arc::clone(editor.document()))
}

/// The change that makes the mistake; `None` if there is no place for it.
fn wrong(document: &Document, mistake: &Mistake) -> Option<Command> {
    let record = match mistake {
        Mistake::Condition { flow, condition } => {
            let mut flow = document.flows.get(*flow)?.clone();
            flow.condition.clone_from(condition);
            Record::Flow(flow)
        }
        Mistake::Due { node, due } => {
            let mut node = document.nodes.get(*node)?.clone();
            node.details.due.clone_from(due);
            Record::Node(node)
        }
        Mistake::Result { table, rule, output, result } => {
            let mut table = document.decision_tables.get(*table)?.clone();
            let cell = table.rules.get_mut(*rule as usize)?.results.get_mut(*output as usize)?;
            cell.clone_from(result);
            Record::DecisionTable(table)
        }
        Mistake::Missing(node) => return document.nodes.contains(*node).then(|| Command::Remove(vec![Subject::Node(*node)])),
    };
    Some(Command::Put(record))
}
