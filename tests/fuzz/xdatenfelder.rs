//! Any schema of XDatenfelder is imported or refused; unchanged it gives the same bytes, and what is written after a change can be read again.
#![no_main]

use dienstweg::edit::{Command, Editor, Record};
use dienstweg::exchange::Target;
use dienstweg::model::{DataField, Document, Form, SourceFormat, violations};
use dienstweg_fuzz::{is_kept, stands_again, taken_one, unchanged, written};
use libfuzzer_sys::fuzz_target;

const NAME: &str = "a.xml";

fuzz_target!(|bytes: &[u8]| {
    let Some(imported) = taken_one(NAME, bytes) else { return };
    let document = &imported.document;
    let Some(form) = document.forms.values().next() else { return };
    if is_kept(document, SourceFormat::Xdatenfelder2) || is_kept(document, SourceFormat::Xdatenfelder3) {
        let target = Target::Xdatenfelder(form.id, None);
        unchanged(&imported, target, bytes);
        let _ = written(document, Target::JsonSchema(form.id));
        if let Some(changed) = changed(document, form, bytes.len()) {
            stands_again(&changed, target, NAME);
        }
    }
});

/// The form or one of its fields has another name.
fn changed(document: &Document, form: &Form, choice: usize) -> Option<Document> {
    let field = document.fields.values().nth(choice / 2 % document.fields.len().max(1));
    let command = match (choice % 2, field) {
        (0, Some(field)) => Command::Put(Record::DataField(DataField { name: "Ä & <neu>".to_owned(), ..field.clone() })),
        _ => Command::Put(Record::Form(Form { name: "Ä & <neu>".to_owned(), ..form.clone() })),
    };
    let mut editor = Editor::new(document.clone());
    editor.apply(command).ok()?;
    assert_eq!(violations(editor.document()), []);
    Some(Document::clone(editor.document()))
}
