//! `export --to json-schema`: what data a form yields, for other programs.

use super::{Verdict, exchange, file, output::Output};
use crate::exchange::json_schema::export;
use crate::model::{Document, FormId};
use crate::storage;
use serde_json::json;
use std::path::Path;

/// Writes the schema, and says what it could not say.
pub(super) fn run(output: &Output<'_>, path: &Path, out: &Path, wanted: Option<&str>) -> Verdict {
    let document = match file::document(output, path) {
        Ok(document) => document,
        Err(verdict) => return verdict,
    };
    let form = match chosen(output, &document, wanted) {
        Ok(form) => form,
        Err(sentence) => {
            output.fault(&sentence);
            return Verdict::CouldNot;
        }
    };
    let Some(exported) = export(&document, form) else { return Verdict::CouldNot };
    if let Err(error) = storage::write_whole(out, format!("{:#}\n", exported.schema).as_bytes()) {
        return file::system_fault(output, "cli-fault-write", out, &error);
    }
    let unsaid: Vec<String> = exported.unsaid.iter().map(|unsaid| output.texts.unsaid(&document, unsaid)).collect();
    if !unsaid.is_empty() {
        output.line(output.texts.get("cli-schema-unsaid"));
        unsaid.iter().for_each(|sentence| output.line(&format!("  {sentence}")));
    }
    let name = out.display().to_string();
    output.line(&output.texts.with("cli-schema-written", &[("file", (&name).into())]));
    output.json(&json!({ "file": name, "unsaid": unsaid }));
    Verdict::Good
}

/// The form of that name; without a name the only one.
fn chosen(output: &Output<'_>, document: &Document, wanted: Option<&str>) -> Result<FormId, String> {
    let mut all = document.forms.values();
    match (wanted, all.next(), all.next()) {
        (None, Some(only), None) => Ok(only.id),
        (None, ..) => {
            let names: Vec<&str> = document.forms.values().map(|form| form.name.as_str()).collect();
            Err(output.texts.with("cli-which-form", &[("names", names.join(", ").as_str().into())]))
        }
        _ => exchange::form(output, document, wanted),
    }
}
