//! Project folders of the OZG-Hub, which are also those of service-bw and Amt24: a model of the flow (BPMN 2.0 with the attributes of
//! Activiti 5), forms in JSON, scripts in Groovy, definitions of parameters, metadata.
//!
//! # What becomes what
//!
//! - The model is read by [`bpmn`](super::bpmn); here what Activiti says of its steps is added: `formKey` is the form or service of a step,
//!   `assignee` its role, the class of a service task its base service. The client in the id of the process, and parameters of services that
//!   somebody has to decide, are settings; the message of a service is a letter.
//! - A form's variable is an object of the data, its fields are the fields; a field with a variable of its own is a field of the case object
//!   `vorgang`, as are variables that only conditions speak of. Sections are pages, groups groups, buttons a choice at the end of the form.
//! - Scripts stay as they are. What only sets variables to plain values is understood, and written anew when it is changed. Of others it is
//!   read what they set, and a double ([`ServiceUse::SCRIPT`](crate::model::ServiceUse::SCRIPT)) sets it in their place when the procedure is
//!   played, first with the values with which gateways behind lead to the end. A script that is not there sets what is asked behind it.
//! - Forms in other languages are translations of the German form of the same name.
//!
//! # How it goes out again
//!
//! Every file is kept. [`export()`] makes each file from the document that a fresh import gives (before) and from the present one (after),
//! and carries only the difference into the kept text; so an unchanged project comes out to the byte. Without kept files it writes a new
//! project. What an authority still has to decide, and what was left to be filled in, weighs as "still to do" in both reports.
//! [`findings`] says what stands in the way of deploying one, and needs nothing but the files.

mod check;
mod export;
mod folder;
mod ids;
mod import;
mod json;
mod remark;
#[cfg(test)]
mod tests;

use super::{File, ImportError, Imported};
pub use check::{Finding, Flaw, findings};
pub use export::{Exported, Platform, export};
pub use remark::Remark;

/// Whether these files are a project folder, or a form of one.
pub(super) fn is_project(files: &[File<'_>]) -> bool {
    folder::is_project(files.iter().map(|file| file.name)) || lone_form(files).is_some()
}

/// Makes a document of a project folder. The names of the files are their paths in it.
///
/// # Errors
/// The model of the flow cannot be read.
pub(super) fn import(files: &[File<'_>]) -> Result<Imported, ImportError> {
    match lone_form(files) {
        Some((path, bytes)) => import::import(&[File { name: &path, bytes }]),
        None => import::import(files),
    }
}

/// A single file that is a form, with the path that it has in a project.
fn lone_form<'a>(files: &[File<'a>]) -> Option<(String, &'a [u8])> {
    let [file] = files else { return None };
    let is_named = file.name.to_ascii_lowercase().ends_with(".json") && !file.name.contains('/');
    let text = std::str::from_utf8(file.bytes).ok().filter(|_| is_named)?;
    let json = json::read(text).ok()?;
    let is_form = json.get("sections").is_some() || json.get("formId").is_some();
    is_form.then(|| (format!("forms/{}", file.name), file.bytes))
}
