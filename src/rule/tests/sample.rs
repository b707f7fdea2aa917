//! A small document with a form, for tests of rules here and in the rooms above.

use crate::model::{
    CodeEntry, CodeList, Consequence, DataField, DataFieldId, DataPath, Document, ElementKind, FieldGroup, FieldKind, Form, FormElement,
    FormElementId, FormField, FormId, FormRule, ObjectType, ObjectTypeId, Page, Repeat, RepeatLayout,
};

/// A document with a form: `antrag.status` (codes 001, 002), `antrag.termin`, `antrag.einverstanden`, group of `antrag.adresse` with `ort`
/// and `strasse`, `tag`, `monat`, `jahr`, and a repeatable group `antrag.hunde` of `hund` with `name` and `chip`.
pub struct Sample {
    pub document: Document,
    pub form: FormId,
    elements: Vec<(String, FormElementId)>,
}

impl Sample {
    pub fn new() -> Self {
        let mut document = Document::empty("probe", "Probe");
        let list = document.new_id();
        let entries = vec![CodeEntry::new("001", "schwanger"), CodeEntry::new("002", "stillend")];
        let codes =
            CodeList { id: list, key: "status".to_owned(), name: "Status".to_owned(), version: String::new(), uri: String::new(), entries };
        document.code_lists.insert(list, codes);
        let [antrag, adresse, hund] =
            [("antrag", ""), ("adresse", "G00000002"), ("hund", "G00000003")].map(|(key, fim)| object(&mut document, key, fim));
        let mut sample = Self { document, form: 0.into(), elements: Vec::new() };
        let mut page = vec![
            sample.field(antrag, &[], "status", "Status", FieldKind::Choice(list), "F00000001"),
            sample.field(antrag, &[], "termin", "Termin", FieldKind::Date, "F00000002"),
            sample.field(antrag, &[], "einverstanden", "Einverstanden", FieldKind::YesNo, "F00000003"),
        ];
        let into = sample.data(antrag, "adresse", "Adresse", FieldKind::Object(adresse), "");
        let address = vec![
            sample.field(adresse, &[into], "ort", "Ort", FieldKind::Text, "F00000004"),
            sample.field(adresse, &[into], "strasse", "Straße", FieldKind::Text, "F00000005"),
        ];
        page.push(sample.element("adresse", ElementKind::Group(FieldGroup::new("Adresse", address))));
        for (key, name, fim) in [("tag", "Tag", "F00000006"), ("monat", "Monat", "F00000007"), ("jahr", "Jahr", "F00000008")] {
            page.push(sample.field(antrag, &[], key, name, FieldKind::WholeNumber, fim));
        }
        let dogs = sample.data(antrag, "hunde", "Hunde", FieldKind::List(hund), "");
        let fields = vec![
            sample.field(hund, &[dogs], "name", "Name", FieldKind::Text, "F00000009"),
            sample.field(hund, &[dogs], "chip", "Chip", FieldKind::Text, "F00000010"),
        ];
        let repeat = Repeat { list: DataPath::field(dogs), least: 0, most: None, layout: RepeatLayout::Cards };
        let group = FieldGroup { repeat: Some(repeat), ..FieldGroup::new("Hunde", fields) };
        page.push(sample.element("hunde", ElementKind::Group(group)));
        let (form, first) = (sample.document.new_id(), sample.document.new_id());
        let first = Page { elements: page, ..Page::new(first, "Seite") };
        sample.form = form;
        sample.document.forms.insert(form, Form::new(form, "formular", "Formular", vec![first]));
        sample
    }

    fn data(&mut self, object: ObjectTypeId, key: &str, name: &str, kind: FieldKind, fim: &str) -> DataFieldId {
        let id = self.document.new_id();
        self.document.fields.insert(id, DataField { fim_id: fim.to_owned(), ..DataField::new(id, object, key, name, kind) });
        self.document.objects.get_mut(object).unwrap().fields.push(id);
        id
    }

    fn field(&mut self, object: ObjectTypeId, way: &[DataFieldId], key: &str, name: &str, kind: FieldKind, fim: &str) -> FormElement {
        let data = self.data(object, key, name, kind, fim);
        let path = DataPath([way, &[data]].concat());
        self.element(key, ElementKind::Field(FormField::of(path)))
    }

    fn element(&mut self, key: &str, kind: ElementKind) -> FormElement {
        let id = self.document.new_id();
        self.elements.push((key.to_owned(), id));
        FormElement::new(id, kind)
    }

    pub fn id(&self, key: &str) -> FormElementId {
        self.elements.iter().find(|(own, _)| own == key).unwrap().1
    }

    pub fn form(&self) -> &Form {
        self.document.forms.get(self.form).unwrap()
    }

    pub fn rule(&self, when: &str, then: Consequence, targets: &[&str]) -> FormRule {
        let targets = targets.iter().map(|key| self.id(key)).collect();
        FormRule { when: when.to_owned(), then: Some(then), targets, ..FormRule::new(9999.into(), "Regel") }
    }
}

fn object(document: &mut Document, key: &str, fim: &str) -> ObjectTypeId {
    let id = document.new_id();
    document.objects.insert(id, ObjectType { fim_id: fim.to_owned(), ..ObjectType::new(id, key, key) });
    id
}
