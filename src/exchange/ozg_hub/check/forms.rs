//! The forms of a project, read for the checks.

use super::super::folder::{self, FormName, Role};
use super::super::json::{Json, line_of, read};

/// A form with its file.
pub(super) struct FormFile<'a> {
    pub path: &'a str,
    pub text: &'a str,
    pub name: FormName,
    /// The place at fault where it is no JSON.
    pub json: Result<Json, usize>,
}

impl FormFile<'_> {
    /// The line of a value.
    pub fn line(&self, json: &Json) -> usize {
        line_of(self.text, json.place.start)
    }

    /// Its groups, of all sections.
    pub fn groups(&self) -> impl Iterator<Item = &Json> {
        let sections = self.json.as_ref().map_or(&[][..], |json| json.list("sections"));
        sections.iter().flat_map(|section| section.list("fieldGroups"))
    }

    /// Its fields with their groups.
    pub fn fields(&self) -> impl Iterator<Item = (&Json, &Json)> {
        self.groups().flat_map(|group| fields(group).map(move |field| (group, field)))
    }
}

/// The fields of a group.
pub(super) fn fields(group: &Json) -> impl Iterator<Item = &Json> {
    group.list("rows").iter().flat_map(|row| row.list("fields"))
}

/// The forms among the files; filled-in forms are none.
pub(super) fn forms<'a>(files: &[(&'a str, &'a str)]) -> Vec<FormFile<'a>> {
    let form = |(path, text): &(&'a str, &'a str)| {
        let Role::Form(name) = folder::role(path) else { return None };
        let json = read(text);
        let is_form = json.as_ref().map_or(true, |json| json.get("formId").is_none());
        is_form.then_some(FormFile { path, text, name, json })
    };
    files.iter().filter_map(form).collect()
}
