//! Caseworkers' forms show everything that the applicant was asked, and nothing of it can be changed there.

use super::forms::FormFile;
use super::{Finding, Flaw};

/// Fields that take no value cannot be changed anyway.
const ONLY_SHOWN: [&str; 9] = ["TEXT", "H1", "H2", "HINTBOX", "PLACEHOLDER", "VIDEO", "IMAGE", "DOWNLOAD", "PDF"];

/// What caseworkers' forms leave out or open. A form is one if it shows the variable that another form writes, and writes another itself.
pub(super) fn findings(forms: &[FormFile<'_>]) -> Vec<Finding> {
    let mut found = Vec::new();
    for form in forms {
        let Some((source, target)) = variables(form).filter(|(source, target)| source != target) else { continue };
        let is_shown = |other: &&FormFile<'_>| {
            other.name.language == form.name.language
                && variables(other).is_some_and(|(_, written)| written == source)
                && other.path != form.path
        };
        let Some(applicant) = forms.iter().find(is_shown).filter(|_| !target.is_empty()) else { continue };
        compare(applicant, form, &mut found);
    }
    found
}

fn variables(form: &FormFile<'_>) -> Option<(String, String)> {
    let json = form.json.as_ref().ok()?;
    let of = |key: &str| json.get(key).map(|pointer| pointer.text("variableName")).unwrap_or_default();
    Some((of("source"), of("target"))).filter(|(source, _)| !source.is_empty())
}

fn compare(applicant: &FormFile<'_>, caseworker: &FormFile<'_>, found: &mut Vec<Finding>) {
    for (group, field) in applicant.fields() {
        let (group, id, kind) = (group.text("id"), field.text("id"), field.text("type"));
        let name = format!("{group}:{id}");
        let own = caseworker.fields().find(|(own, field)| own.text("id") == group && field.text("id") == id).map(|(_, field)| field);
        let (line, flaw) = match own {
            None => (1, Flaw::NotShown(name)),
            Some(own) if own.text("type") != kind => (caseworker.line(own), Flaw::NotShown(name)),
            Some(own) if !own.is_true("disabled") && !ONLY_SHOWN.contains(&kind.as_str()) => (caseworker.line(own), Flaw::Changeable(name)),
            Some(_) => continue,
        };
        found.push(Finding { file: caseworker.path.to_owned(), line, flaw });
    }
}
