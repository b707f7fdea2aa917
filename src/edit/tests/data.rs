//! Fields that move from object to object: paths of forms, expressions and letters follow, or the move is refused.

use super::fixture::{Sample, content, make};
use crate::edit::*;
use crate::model::*;

/// `antrag` with `nummer`, `halter: Object(person)` and `hunde: List(hund)`; `person` with `name`, `akte: Object(mappe)`; `mappe` with
/// `zeichen`; `hund` with `rasse`; a form that shows `antrag.halter.name` and, in its group, `antrag.hunde.rasse`.
struct Model {
    editor: Editor,
    form: FormId,
}

fn model() -> Model {
    let mut editor = Editor::new(Document::empty("p", "P"));
    let mut object = |name: &str| match content(&mut editor, ContentCommand::AddObjectType { name: name.into() })[0] {
        Subject::ObjectType(id) => id,
        _ => panic!(),
    };
    let [antrag, person, hund, mappe] = ["Antrag", "Person", "Hund", "Mappe"].map(&mut object);
    for (object, name, kind) in [
        (antrag, "Nummer", FieldKind::Text),
        (antrag, "Halter", FieldKind::Object(person)),
        (antrag, "Hunde", FieldKind::List(hund)),
        (person, "Name", FieldKind::Text),
        (person, "Akte", FieldKind::Object(mappe)),
        (mappe, "Zeichen", FieldKind::Text),
        (hund, "Rasse", FieldKind::Text),
    ] {
        content(&mut editor, ContentCommand::AddDataField { object, name: name.into(), kind });
    }
    let made = content(&mut editor, ContentCommand::AddForm { name: "F".into(), step: None });
    let (Subject::Form(form), Subject::FormElement(_, container)) = (made[0], made[1]) else { panic!() };
    let path = |text: &str| editor.document().find_path(text).unwrap();
    let shown = |text: &str| FormElement::new(FormElementId(0), ElementKind::Field(FormField::of(path(text))));
    let repeat = Some(Repeat { list: path("antrag.hunde"), least: 0, most: None, layout: RepeatLayout::Cards });
    let group = FieldGroup { repeat, ..FieldGroup::new("Hunde", vec![shown("antrag.hunde.rasse")]) };
    let elements = [shown("antrag.halter.name"), FormElement::new(FormElementId(0), ElementKind::Group(group))];
    for element in elements {
        let place = FormPlace { form, container, index: usize::MAX };
        content(&mut editor, ContentCommand::AddElement { place, element });
    }
    Model { editor, form }
}

impl Model {
    fn field(&self, path: &str) -> DataFieldId {
        self.editor.document().find_path(path).unwrap().last().unwrap()
    }

    fn object(&self, key: &str) -> ObjectTypeId {
        self.editor.document().objects.values().find(|it| it.key == key).unwrap().id
    }

    fn shift(&mut self, field: &str, object: &str, index: usize) -> Result<Committed, Refusal> {
        let (field, object) = (self.field(field), self.object(object));
        self.editor.apply(Command::Content(ContentCommand::MoveDataField { field, object, index }))
    }

    fn letter(&mut self, body: &str) {
        content(&mut self.editor, ContentCommand::AddDocumentTemplate { name: "Bescheid".into() });
        let mut letter = self.editor.document().document_templates.values().next().unwrap().clone();
        letter.body = body.into();
        make(&mut self.editor, Command::Put(Record::DocumentTemplate(letter)));
    }

    /// The paths that the form shows.
    fn shown(&self) -> Vec<String> {
        let document = self.editor.document();
        document.forms.get(self.form).unwrap().fields().map(|(_, field)| document.path_text(&field.data).unwrap()).collect()
    }

    fn keys(&self, object: &str) -> Vec<String> {
        let document = self.editor.document();
        document.fields_of(document.objects.get(self.object(object)).unwrap()).map(|field| field.key.clone()).collect()
    }
}

#[test]
fn fields_change_places_within_their_object() {
    let mut model = model();
    for (field, index, order) in [
        ("antrag.nummer", 2, ["halter", "nummer", "hunde"]),
        ("antrag.hunde", 0, ["hunde", "halter", "nummer"]),
        ("antrag.hunde", usize::MAX, ["halter", "nummer", "hunde"]),
        ("antrag.nummer", 1, ["halter", "nummer", "hunde"]),
    ] {
        model.shift(field, "antrag", index).unwrap();
        assert_eq!(model.keys("antrag"), order, "{field} to {index}");
    }
}

#[test]
fn forms_expressions_and_letters_follow_a_field() {
    let mut model = model();
    model.letter("{{antrag.halter.name}} {{if antrag.halter.name = null then 1 else 2}}");
    model.shift("antrag.halter.name", "mappe", 0).unwrap();
    assert_eq!(model.shown(), ["antrag.halter.akte.name", "antrag.hunde.rasse"]);
    let letter = model.editor.document().document_templates.values().next().unwrap();
    assert_eq!(letter.body, "{{antrag.halter.akte.name}} {{if antrag.halter.akte.name = null then 1 else 2}}");
    model.shift("antrag.halter.akte.name", "antrag", 1).unwrap();
    assert_eq!(model.shown()[0], "antrag.name");
    assert_eq!(model.keys("antrag"), ["nummer", "name", "halter", "hunde"]);
    assert_eq!(violations(model.editor.document()), []);
}

#[test]
fn what_cannot_follow_is_refused() {
    let mut model = model();
    assert_eq!(model.shift("antrag.hunde.rasse", "antrag", 0), Err(Refusal::OutOfItsList));
    assert_eq!(model.shift("antrag.halter", "mappe", 0), Err(Refusal::ObjectInItself));
    let (object, name) = (model.object("antrag"), "Name".to_owned());
    content(&mut model.editor, ContentCommand::AddDataField { object, name, kind: FieldKind::Text });
    let by = Subject::DataField(model.field("antrag.halter.name"));
    assert_eq!(model.shift("antrag.name", "person", 0), Err(Refusal::KeyTaken { key: "name".into(), by }));
    model.letter("{{count(antrag.halter[name = \"a\"])}}");
    assert_eq!(model.shift("antrag.halter.name", "mappe", 0), Err(Refusal::PathNotFollowed));
    // Now the person stands in two places.
    let kind = FieldKind::Object(model.object("person"));
    content(&mut model.editor, ContentCommand::AddDataField { object, name: "Vertreter".into(), kind });
    assert_eq!(model.shift("antrag.halter.name", "mappe", 0), Err(Refusal::SharedObject));
}

#[test]
fn an_unused_field_goes_anywhere() {
    let mut model = model();
    let object = model.object("hund");
    content(&mut model.editor, ContentCommand::AddDataField { object, name: "Chip".into(), kind: FieldKind::Text });
    model.shift("antrag.hunde.chip", "person", 0).unwrap();
    assert_eq!(model.keys("person"), ["chip", "name", "akte"]);
}

#[test]
fn copies_stand_behind_and_share_what_they_hold() {
    let mut model = model();
    let halter = Subject::DataField(model.field("antrag.halter"));
    content(&mut model.editor, ContentCommand::DuplicateData { subject: halter });
    assert_eq!(model.keys("antrag"), ["nummer", "halter", "halter2", "hunde"]);
    assert_eq!(model.field("antrag.halter2.name"), model.field("antrag.halter.name"));
    let person = Subject::ObjectType(model.object("person"));
    content(&mut model.editor, ContentCommand::DuplicateData { subject: person });
    assert_eq!(model.keys("personKopie"), ["name", "akte"]);
}

#[test]
fn a_nested_object_is_made_with_its_field() {
    let mut model = model();
    let object = model.object("hund");
    let made = content(&mut model.editor, ContentCommand::AddNestedObject { object, name: "Impfung".into(), is_list: true });
    let field = model.field("antrag.hunde.impfung");
    assert_eq!(made[1], Subject::DataField(field));
    assert_eq!(model.editor.document().fields.get(field).unwrap().kind, FieldKind::List(model.object("impfung")));
}

#[test]
fn a_ready_code_list_gets_a_key_of_its_own() {
    let mut sample = Sample::new();
    let list = sample.document().code_lists.get(sample.list).unwrap().clone();
    let newer = CodeList { version: "2".into(), ..list.clone() };
    let Subject::CodeList(made) = content(&mut sample.editor, ContentCommand::AddReadyCodeList(newer))[0] else { panic!() };
    let made = sample.document().code_lists.get(made).unwrap();
    assert_eq!((made.version.as_str(), &made.entries, made.key == list.key), ("2", &list.entries, false));
}
