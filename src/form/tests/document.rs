//! A small notation for documents with one form, so that tests say only what they are about.

use super::super::{Fault, Filling, Inside, Place, Plan};
use crate::expr::{Context, DateTime, Names, Value, parse};
use crate::model::{
    CodeEntry, CodeList, CodeListId, Consequence, Constraints, DataField, DataFieldId, DataPath, Document, ElementKind, FieldGroup,
    FieldKind, FieldRule, Form, FormElement, FormElementId, FormField, FormId, FormRule, ObjectType, ObjectTypeId, Page, Repeat,
    RepeatLayout,
};
use std::sync::Arc;

/// A document whose form has one page; fields lie in the case object `antrag`.
pub struct Sketch {
    pub document: Document,
    pub form: FormId,
    pub page: FormElementId,
    antrag: ObjectTypeId,
}

impl Sketch {
    pub fn new() -> Self {
        let mut document = Document::empty("probe", "Probe");
        let (form, page): (FormId, FormElementId) = (document.new_id(), document.new_id());
        let blank = Page::new(page, "Seite");
        let form_of = Form::new(form, "formular", "Formular", vec![blank]);
        document.forms.insert(form, form_of);
        let antrag = object(&mut document, "antrag");
        Self { document, form, page, antrag }
    }

    /// A field of the form with its data field, changed as the test needs.
    pub fn field(&mut self, key: &str, kind: FieldKind, change: impl FnOnce(&mut FormElement, &mut FormField, &mut Constraints)) -> Place {
        let element = self.element(self.antrag, &[], key, kind, change);
        let id = element.id;
        self.page(|page| page.elements.push(element));
        Place::of(id)
    }

    /// A field with nothing special.
    pub fn plain(&mut self, key: &str, kind: FieldKind) -> Place {
        self.field(key, kind, |_, _, _| {})
    }

    /// A code list with these codes; labels in capitals.
    pub fn codes(&mut self, codes: &[&str]) -> CodeListId {
        let id = self.document.new_id();
        let entries = codes.iter().map(|code| CodeEntry::new(code, &code.to_uppercase())).collect();
        let list = CodeList { id, key: "liste".to_owned(), name: String::new(), version: "1".to_owned(), uri: String::new(), entries };
        self.document.code_lists.insert(id, list);
        id
    }

    /// A repeatable group of `antrag.hunde`, objects `hund`, with these fields.
    pub fn dogs(
        &mut self,
        least: u32,
        most: Option<u32>,
        fields: &[(&str, FieldKind)],
        mut change: impl FnMut(&str, &mut FormElement, &mut FormField),
    ) -> (Place, Vec<FormElementId>) {
        let dog = object(&mut self.document, "hund");
        let list = data_field(&mut self.document, self.antrag, "hunde", FieldKind::List(dog), Constraints::default());
        let make =
            |(key, kind): &(&str, FieldKind)| self.element(dog, &[list], key, *kind, |element, field, _| change(key, element, field));
        let elements: Vec<FormElement> = fields.iter().map(make).collect();
        let ids = elements.iter().map(|element| element.id).collect();
        let repeat = Some(Repeat { list: DataPath::field(list), least, most, layout: RepeatLayout::Cards });
        let id = self.document.new_id();
        let kind = ElementKind::Group(FieldGroup { repeat, ..FieldGroup::new("Hunde", elements) });
        self.page(|page| page.elements.push(FormElement::new(id, kind)));
        (Place::of(id), ids)
    }

    fn element(
        &mut self,
        object: ObjectTypeId,
        list: &[DataFieldId],
        key: &str,
        kind: FieldKind,
        change: impl FnOnce(&mut FormElement, &mut FormField, &mut Constraints),
    ) -> FormElement {
        let id = self.document.new_id();
        let mut constraints = Constraints::default();
        let mut field = FormField::of(DataPath(Vec::new()));
        let mut element = FormElement { width: 6, ..FormElement::new(id, ElementKind::Heading(String::new())) };
        change(&mut element, &mut field, &mut constraints);
        let data = data_field(&mut self.document, object, key, kind, constraints);
        field.data = DataPath([list, &[data]].concat());
        element.kind = ElementKind::Field(field);
        element
    }

    /// Moves elements of the page into a group at its end.
    pub fn group(&mut self, title: &str, members: &[&Place]) -> Place {
        let id = self.document.new_id();
        self.page(|page| {
            let is_member = |element: &FormElement| members.iter().any(|member| member.element == element.id);
            let (inside, outside) = page.elements.drain(..).partition(is_member);
            page.elements = outside;
            page.elements.push(FormElement::new(id, ElementKind::Group(FieldGroup::new(title, inside))));
        });
        Place::of(id)
    }

    /// A rule of the form.
    pub fn rule(&mut self, then: Consequence, when: &str, targets: &[FormElementId]) -> &mut FormRule {
        let id = self.document.new_id();
        let rule = FormRule { when: when.to_owned(), then: Some(then), targets: targets.to_vec(), ..FormRule::new(id, "Regel") };
        let rules = &mut self.document.forms.get_mut(self.form).unwrap().rules;
        rules.push(rule);
        rules.last_mut().unwrap()
    }

    /// Another form with one empty page, before which the pages of a form stand.
    pub fn form_over(&mut self, shown: FormId, page_title: &str) -> (FormId, FormElementId) {
        let (form, page): (FormId, FormElementId) = (self.document.new_id(), self.document.new_id());
        let over = Form { shows: Some(shown), ..Form::new(form, "darueber", "Prüfung", vec![Page::new(page, page_title)]) };
        self.document.forms.insert(form, over);
        (form, page)
    }

    pub fn page(&mut self, change: impl FnOnce(&mut Page)) {
        change(&mut self.document.forms.get_mut(self.form).unwrap().pages[0]);
    }

    pub fn plan(&self) -> Arc<Plan> {
        Arc::new(Plan::of(&self.document, self.form).unwrap())
    }

    /// Begins to fill in over an empty case, on the day 2026-11-21.
    pub fn fill(&self) -> Filling {
        self.fill_over("{}")
    }

    /// Begins to fill in over a case in FEEL.
    pub fn fill_over(&self, case: &str) -> Filling {
        Filling::new(self.plan(), feel(case).as_context().unwrap().clone(), now())
    }
}

pub fn now() -> DateTime {
    DateTime::read("2026-11-21T09:00:00").unwrap()
}

/// The value of a FEEL expression without names.
pub fn feel(text: &str) -> Value {
    parse(text, &Names::new()).unwrap().evaluate(&Context::default(), &crate::expr::Environment::default()).value
}

pub fn rule(condition: &str, message: &str) -> FieldRule {
    FieldRule { condition: condition.to_owned(), message: message.to_owned() }
}

/// The faults of one field with their parts.
pub fn faults(filling: &Filling, place: &Place) -> Vec<(usize, Fault)> {
    filling.validate().into_iter().filter(|finding| finding.place == *place).map(|finding| (finding.part, finding.fault)).collect()
}

/// What the form gives to the case, as `path = feel`.
pub fn entries(filling: &Filling) -> Vec<String> {
    filling.entries().iter().map(|entry| format!("{} = {}", entry.target, entry.value)).collect()
}

pub fn is_visible(filling: &Filling, place: &Place) -> bool {
    filling.element(place).unwrap().is_visible
}

/// The texts in a field's inputs.
pub fn texts(filling: &Filling, place: &Place) -> Vec<String> {
    match &filling.element(place).unwrap().inside {
        Inside::Field(field) => field.texts.clone(),
        _ => panic!("no field"),
    }
}

fn object(document: &mut Document, key: &str) -> ObjectTypeId {
    let id = document.new_id();
    document.objects.insert(id, ObjectType::new(id, key, &key.to_uppercase()));
    id
}

fn data_field(document: &mut Document, object: ObjectTypeId, key: &str, kind: FieldKind, constraints: Constraints) -> DataFieldId {
    let id = document.new_id();
    let field = DataField { constraints, ..DataField::new(id, object, key, &key.to_uppercase(), kind) };
    document.fields.insert(id, field);
    document.objects.get_mut(object).unwrap().fields.push(id);
    id
}
