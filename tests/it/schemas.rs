//! A real schema taken up by hand, changed with the editor's commands, and written again.

use dienstweg::edit::{Command, ContentCommand, Editor};
use dienstweg::exchange::{File, What, import, xdatenfelder};
use dienstweg::model::{DataField, Document, FormId, Subject};
use std::fs;
use std::path::Path;

fn real() -> (Vec<u8>, Document) {
    let bytes = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/fim/S00000094V1.0_xdf2.xml")).unwrap();
    let document = import(&[File { name: "S00000094V1.0_xdf2.xml", bytes: &bytes }]).unwrap().document;
    (bytes, document)
}

fn take_up(editor: &mut Editor, other: &Document) -> FormId {
    let done = editor.apply(Command::Content(ContentCommand::TakeUp(Box::new(other.clone())))).unwrap();
    done.created.iter().find_map(|subject| if let Subject::Form(form) = subject { Some(*form) } else { None }).unwrap()
}

fn written(editor: &Editor, form: FormId) -> (Vec<u8>, Vec<What>) {
    let exported = xdatenfelder::export(editor.document(), form).unwrap();
    (exported.bytes, exported.report.into_iter().map(|note| note.what).collect())
}

/// The first field of that FIM id that has a number from `least` on.
fn field<'d>(editor: &'d Editor, fim_id: &str, least: u32) -> &'d DataField {
    editor.document().fields.values().find(|field| field.fim_id == fim_id && field.id.0 >= least).unwrap()
}

#[test]
fn the_same_schema_taken_up_twice_is_two_forms_that_do_not_mix() {
    let (bytes, schema) = real();
    let mut editor = Editor::new(Document::empty("verfahren", "Verfahren"));
    let first = take_up(&mut editor, &schema);
    let behind = editor.document().next_id;
    let second = take_up(&mut editor, &schema);
    for form in [first, second] {
        assert_eq!(written(&editor, form), (bytes.clone(), vec![What::Unchanged]));
    }
    let mut renamed = field(&editor, "F00000467", behind).clone();
    "Anderer Termin".clone_into(&mut renamed.name);
    editor.apply(Command::Put(dienstweg::edit::Record::DataField(renamed))).unwrap();
    assert_eq!(written(&editor, first).1, [What::Unchanged]);
    let (changed, said) = written(&editor, second);
    assert_eq!(said, [What::Rewritten]);
    assert!(String::from_utf8(changed).unwrap().contains("<xdf:name>Anderer Termin</xdf:name>"));
}

#[test]
fn a_field_that_is_moved_in_the_data_is_moved_in_the_file() {
    let (_, schema) = real();
    let mut editor = Editor::new(Document::empty("verfahren", "Verfahren"));
    let form = take_up(&mut editor, &schema);
    let (date, target) = (field(&editor, "F00000467", 0).clone(), field(&editor, "F60000319", 0).object);
    editor.apply(Command::Content(ContentCommand::MoveDataField { field: date.id, object: target, index: 1 })).unwrap();
    let (bytes, said) = written(&editor, form);
    assert!(said.contains(&What::Moved), "{said:?}");
    let again = import(&[File { name: "a.xml", bytes: &bytes }]).unwrap().document;
    let moved = again.fields.values().find(|field| field.fim_id == "F00000467").unwrap();
    let object = again.objects.get(moved.object).unwrap();
    // The form, whose order the file has, still asks for it behind the other fields of the group.
    assert_eq!((object.fim_id.as_str(), object.fields.last()), ("G00000253", Some(&moved.id)));
    assert_eq!((moved.name.as_str(), &moved.legal_bases), (date.name.as_str(), &date.legal_bases));
}
