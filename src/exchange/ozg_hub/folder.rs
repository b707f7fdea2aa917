//! The files of a project folder: what each is, by its path.

/// What a file of a project is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// A model of the flow.
    Model,
    /// A form.
    Form(FormName),
    /// The Groovy of a script task.
    Script {
        /// The process, without the number of its client.
        process: String,
        /// The id of the script task.
        task: String,
    },
    /// Definitions of parameters.
    Parameters,
    /// Something else.
    Other,
}

/// The parts of the name of a form's file: `Stadt_Antrag-v1.0-de.json`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct FormName {
    /// Name of the form.
    pub name: String,
    /// Its version: `1.0`.
    pub version: String,
    /// Its language: `de`.
    pub language: String,
}

/// Whether files with these paths are a project.
pub(super) fn is_project<'a>(paths: impl Iterator<Item = &'a str> + Clone) -> bool {
    let root = root(paths.clone());
    let is_of_project = |path: &str| role(path) != Role::Other || path == "config/project.json" || path.starts_with("metadata/");
    paths.filter_map(|path| path.strip_prefix(root)).any(is_of_project)
}

/// The folders before the project's own, with `/` at the end; empty if there are none.
pub(super) fn root<'a>(paths: impl Iterator<Item = &'a str> + Clone) -> &'a str {
    let within = |folder: &str| {
        let found = paths
            .clone()
            .filter_map(|path| path.find(folder).filter(|at| *at == 0 || path.as_bytes().get(at - 1) == Some(&b'/')).map(|at| (path, at)));
        found.min_by_key(|(_, at)| *at).and_then(|(path, at)| path.get(..at))
    };
    within("models/").or_else(|| within("forms/")).or_else(|| within("config/")).unwrap_or_default()
}

/// Whether a name ends so, in letters of either case.
fn ends_with(name: &str, ending: &str) -> bool {
    name.to_ascii_lowercase().ends_with(ending)
}

/// What a file is, by its path in the project.
pub(super) fn role(path: &str) -> Role {
    let Some((folder, rest)) = path.split_once('/') else { return Role::Other };
    match folder {
        "models" if ends_with(rest, ".bpmn") || ends_with(rest, ".bpmn20.xml") => Role::Model,
        "forms" => form_name(rest).map_or(Role::Other, Role::Form),
        "scripts" => match (rest.split_once('/'), rest.strip_suffix(".groovy")) {
            (Some((process, _)), Some(whole)) if process != "commons" => {
                let task = whole.rsplit('/').next().unwrap_or_default();
                Role::Script { process: process.to_owned(), task: task.to_owned() }
            }
            _ => Role::Other,
        },
        "parameterdefinitions" if ends_with(rest, ".json") => Role::Parameters,
        _ => Role::Other,
    }
}

/// The parts of the name of a form's file.
pub(super) fn form_name(file: &str) -> Option<FormName> {
    let file = file.rsplit('/').next().unwrap_or(file).strip_suffix(".json")?;
    let parts = file.rsplit_once('-').and_then(|(rest, language)| {
        let (name, version) = rest.rsplit_once("-v")?;
        let is_tag = (2..=3).contains(&language.len()) && language.bytes().all(|sign| sign.is_ascii_lowercase());
        is_tag.then(|| FormName { name: name.to_owned(), version: version.to_owned(), language: language.to_owned() })
    });
    Some(parts.unwrap_or_else(|| FormName { name: file.to_owned(), version: "1.0".to_owned(), language: "de".to_owned() }))
}

/// Whether a path stays within the folder that it is put in.
pub(super) fn is_within(path: &str) -> bool {
    let is_plain = |part: &str| !part.is_empty() && part != "." && part != ".." && !part.contains(['\\', ':', '\0']);
    path.split('/').all(is_plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_known_by_their_paths() {
        assert_eq!(role("models/antrag.bpmn20.xml"), Role::Model);
        let name = FormName { name: "Stadt_Antrag".to_owned(), version: "1.0".to_owned(), language: "de".to_owned() };
        assert_eq!(role("forms/Stadt_Antrag-v1.0-de.json"), Role::Form(name));
        assert_eq!(role("scripts/antrag/init.groovy"), Role::Script { process: "antrag".to_owned(), task: "init".to_owned() });
        assert_eq!(role("scripts/commons/serviceportal/Forms.groovy"), Role::Other);
        assert_eq!(role("README.md"), Role::Other);
    }

    #[test]
    fn folders_around_the_project_are_passed_over() {
        let paths = ["vorlage/README.md", "vorlage/models/a.bpmn", "vorlage/forms/b-v1.0-de.json"];
        assert_eq!(root(paths.into_iter()), "vorlage/");
        assert!(is_project(paths.into_iter()));
        assert!(!is_project(["a.xml", "b.csv"].into_iter()));
    }

    #[test]
    fn paths_that_lead_out_are_known() {
        for path in ["../a", "/etc/a", "a/../../b", "a//b", "C:/a", "a\\..\\b", ""] {
            assert!(!is_within(path), "{path}");
        }
        assert!(is_within("forms/a-v1.0-de.json"));
    }
}
