//! Conditions and validators that speak of fields that are not in the form.

use super::forms::{FormFile, fields};
use super::{Finding, Flaw};
use std::collections::BTreeSet;

/// All references to fields that are not there, wherever in the form they stand.
pub(super) fn findings(forms: &[FormFile<'_>]) -> Vec<Finding> {
    let mut found = Vec::new();
    for form in forms {
        let Ok(json) = &form.json else { continue };
        let known: BTreeSet<(String, String)> =
            form.groups().flat_map(|group| fields(group).map(|field| (group.text("id"), field.text("id")))).collect();
        let mut open = vec![json];
        while let Some(value) = open.pop() {
            open.extend(value.items());
            for member in value.members() {
                open.push(&member.value);
                let (group, field) = (member.value.text("groupId"), member.value.text("fieldId"));
                let is_key = matches!(member.key.as_str(), "conditionFieldKey" | "sourceFieldKey");
                if is_key && !known.contains(&(group.clone(), field.clone())) {
                    let line = form.line(&member.value);
                    found.push(Finding { file: form.path.to_owned(), line, flaw: Flaw::Dangling(format!("{group}:{field}")) });
                }
            }
        }
    }
    found
}
