//! What the form of a step makes of the entries of a test case: the same as of what a person types.

use super::data;
use super::path::{Part, Path};
use super::run::Run;
use super::step::Spot;
use crate::expr::Value;
use crate::form::{Filling, Finding, Plan};
use crate::model::{Assignment, Document, FormId};
use std::sync::Arc;

/// Why a form does not take what a test case enters.
#[derive(Clone, Debug, PartialEq)]
pub enum FormRefusal {
    /// The form finds fault with it.
    Findings {
        /// The form.
        form: FormId,
        /// Faults in reading order; at least one.
        findings: Vec<Finding>,
    },
    /// The form does not ask for it: it has no such field, or the field is hidden or read-only.
    NotAsked {
        /// The form.
        form: FormId,
        /// Path of the entry.
        target: String,
    },
}

/// The entries that the form at a step gives when these are typed in: they, prefilled values, and boxes left unticked.
/// Entries that cannot be written at all, or that belong to one run of a repeated step, stay as they are; writing them tells more.
pub(super) fn filled_in(document: &Document, run: &Run, spot: Spot, entries: &[Assignment]) -> Result<Vec<Assignment>, FormRefusal> {
    let plan = run.form_at(spot).and_then(|form| Some((form, Plan::of(document, form)?)));
    let Some(((form, plan), now)) = plan.zip(run.state().feel_now()) else { return Ok(entries.to_vec()) };
    let before = run.state().data();
    let mut typed = before.clone();
    let mut paths = Vec::new();
    let mut others = Vec::new();
    for entry in entries {
        match run.scratch(&typed, entry) {
            Some((path, data)) => {
                typed = data;
                paths.push((outside_lists(&path), entry));
            }
            None => others.push(entry.clone()),
        }
    }
    let mut filling = Filling::new(Arc::new(plan), before.clone(), now);
    for (path, entry) in &paths {
        let value = data::read(&typed, path).unwrap_or_default();
        if !filling.put_path(&path.to_string(), &value) {
            return Err(FormRefusal::NotAsked { form, target: entry.target.clone() });
        }
    }
    let value = |data: &crate::expr::Context, path: &Path| data::read(data, path).unwrap_or(Value::Null);
    let ignored = paths.iter().find(|(path, _)| {
        let old = value(before, path);
        value(&typed, path) != old && value(filling.data(), path) == old
    });
    let findings = filling.validate();
    match ignored {
        _ if !findings.is_empty() => Err(FormRefusal::Findings { form, findings }),
        Some((_, entry)) => Err(FormRefusal::NotAsked { form, target: entry.target.clone() }),
        None => Ok([filling.entries(), others].concat()),
    }
}

/// The path as far as it leads to a list: forms fill in lists as a whole.
fn outside_lists(path: &Path) -> Path {
    let parts = path.parts.iter().take_while(|part| matches!(part, Part::Field(_)));
    Path { root: Arc::clone(&path.root), parts: parts.cloned().collect() }
}
