//! Taking up another document's data and forms.

use super::fixture::Sample;
use crate::edit::*;
use crate::model::*;

/// A document with a case object `antrag`, a list of `kind` in it, a form over both, and a code list.
fn other() -> Document {
    let mut document = Document::empty("import", "Import");
    let [antrag, kind] = ["antrag", "kind"].map(|key| {
        let id: ObjectTypeId = document.new_id();
        document.objects.insert(id, ObjectType::new(id, key, key));
        id
    });
    let list: CodeListId = document.new_id();
    let entries = vec![CodeEntry::new("1", "eins")];
    let codes = CodeList { id: list, key: "liste".into(), name: "Liste".into(), version: "1".into(), uri: "urn:x".into(), entries };
    document.code_lists.insert(list, codes);
    let fields = [(antrag, "wahl", FieldKind::Choice(list)), (antrag, "kinder", FieldKind::List(kind)), (kind, "name", FieldKind::Text)];
    let [choice, children, name] = fields.map(|(object, key, kind)| {
        let id: DataFieldId = document.new_id();
        document.fields.insert(id, DataField::new(id, object, key, key, kind));
        document.objects.get_mut(object).unwrap().fields.push(id);
        id
    });
    let mut field = |path: &[DataFieldId], required_when: &str| {
        let kind = FormField { required_when: required_when.into(), ..FormField::of(DataPath(path.to_vec())) };
        FormElement::new(document.new_id(), ElementKind::Field(kind))
    };
    let first = field(&[choice], "");
    let inner = field(&[children, name], "antrag.wahl = \"1\" and kind.name = null");
    let mut group = FieldGroup::new("Kinder", vec![inner]);
    group.repeat = Some(Repeat { list: DataPath::field(children), least: 0, most: None, layout: RepeatLayout::Table });
    let group = FormElement::new(document.new_id(), ElementKind::Group(group));
    let target = first.id;
    let mut page = Page::new(document.new_id(), "Seite");
    page.elements = vec![first, group];
    let id: FormId = document.new_id();
    let mut form = Form::new(id, "formular", "Formular", vec![page]);
    let rule = FormRule { when: "is filled(antrag.kinder)".into(), targets: vec![target], ..FormRule::new(document.new_id(), "Regel") };
    form.rules.push(rule);
    let source: SourceId = document.new_id();
    let text = "<a/>".to_owned();
    document.sources.insert(
        source,
        Source { id: source, key: "s1".into(), name: "a.xml".into(), format: SourceFormat::Xdatenfelder2, text, given: Default::default() },
    );
    form.source = Some(source);
    document.forms.insert(id, form);
    document
}

fn take_up(editor: &mut Editor, other: &Document) -> Committed {
    editor.apply(Command::Content(ContentCommand::TakeUp(Box::new(other.clone())))).unwrap()
}

#[test]
fn an_empty_procedure_gets_everything_as_it_is() {
    let other = other();
    assert_eq!(violations(&other), []);
    let mut editor = Editor::new(Document::empty("leer", "Leer"));
    let committed = take_up(&mut editor, &other);
    let document = editor.document();
    assert_eq!(violations(document), []);
    assert_eq!(committed.name, CommandName::TakeUp);
    let form = document.forms.values().next().unwrap();
    assert_eq!(committed.about, Some(Subject::Form(form.id)));
    assert_eq!(document.path_text(&form.fields().last().unwrap().1.data).unwrap(), "antrag.kinder.name");
    assert_eq!(form.rules[0].targets, [form.pages[0].elements[0].id]);
    assert_eq!(document.sources.get(form.source.unwrap()).unwrap().text, "<a/>");
    assert_eq!(editor.undo(), Some(CommandName::TakeUp));
    assert!(editor.document().forms.is_empty() && editor.document().objects.is_empty());
}

#[test]
fn keys_that_are_taken_get_a_number_in_expressions_too() {
    let other = other();
    let mut editor = Editor::new(Document::empty("leer", "Leer"));
    take_up(&mut editor, &other);
    take_up(&mut editor, &other);
    let document = editor.document();
    assert_eq!(violations(document), []);
    let keys: Vec<&str> = document.objects.values().map(|object| object.key.as_str()).collect();
    assert_eq!(keys, ["antrag", "kind", "antrag2", "kind2"]);
    let form = document.forms.values().last().unwrap();
    assert_eq!(form.key, "formular2");
    assert_eq!(form.rules[0].when, "is filled(antrag2.kinder)");
    assert_eq!(form.fields().last().unwrap().1.required_when, "antrag2.wahl = \"1\" and kind2.name = null");
    assert_eq!(document.code_lists.len(), 1, "the same list is not doubled");
    assert_eq!(document.sources.values().map(|source| source.key.as_str()).collect::<Vec<_>>(), ["s1", "s12"]);
}

#[test]
fn a_list_of_another_version_is_a_list_of_its_own() {
    let mut editor = Editor::new(Document::empty("leer", "Leer"));
    take_up(&mut editor, &other());
    let mut newer = other();
    let list = newer.code_lists.keys().next().unwrap();
    newer.code_lists.get_mut(list).unwrap().version = "2".into();
    take_up(&mut editor, &newer);
    assert_eq!(editor.document().code_lists.len(), 2);
}

#[test]
fn nothing_and_what_is_not_sound_are_refused() {
    let sample = Sample::new();
    let refused = |other: Document| sample.editor.try_command(&Command::Content(ContentCommand::TakeUp(Box::new(other)))).unwrap_err();
    assert_eq!(refused(Document::empty("leer", "Leer")), Refusal::NothingToDo);
    let mut broken = other();
    let list = broken.code_lists.keys().next().unwrap();
    broken.code_lists.remove(list);
    assert_eq!(refused(broken), Refusal::NotThere);
}
