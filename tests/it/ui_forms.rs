//! Forms: filling one in and designing one, through the accessibility tree with real pointer and keys.

use crate::raster;
use dienstweg::expr::{Context, DateTime};
use dienstweg::form::{Filling, Plan};
use dienstweg::i18n::{Language, Texts};
use dienstweg::model::{
    CodeEntry, CodeList, Constraints, DataField, DataFieldId, DataPath, Document, ElementKind, FieldGroup, FieldKind, Form, FormElement,
    FormField, FormId, HintKind, ObjectType, ObjectTypeId, Page, Repeat,
};
use dienstweg::view::forms::{FillState, Look, fill_ui};
use dienstweg::view::theme::{Theme, ThemeName, install_fonts};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use std::sync::Arc;

/// A document with a form that has a field of every kind.
fn sketch() -> (Document, FormId) {
    let mut document = Document::empty("hundesteuer", "Hundesteuer");
    let form: FormId = document.new_id();
    let (owner, dog) = (object(&mut document, "antrag", "Antrag"), object(&mut document, "hund", "Hund"));
    let list = document.new_id();
    let entries = ["Dackel", "Pudel", "Mischling"].map(|label| CodeEntry { code: label.to_lowercase(), label: label.to_owned() });
    let codes =
        CodeList { id: list, key: "rassen".to_owned(), name: "Rassen".to_owned(), version: "1".to_owned(), uri: String::new(), entries: entries.to_vec() };
    document.code_lists.insert(list, codes);
    let hint = ElementKind::Hint { kind: HintKind::Information, text: "Bitte halten Sie den Steuerbescheid des Vorjahres bereit.".to_owned() };
    let mut first = vec![element(&mut document, 12, hint)];
    for (key, label, kind, width, is_required) in [
        ("halter", "Halterin oder Halter", FieldKind::Person, 12, true),
        ("anschrift", "Anschrift", FieldKind::Address, 12, true),
        ("mail", "E-Mail-Adresse", FieldKind::Email, 6, false),
        ("telefon", "Telefon", FieldKind::Phone, 6, false),
    ] {
        let field = data_field(&mut document, owner, key, label, kind);
        first.push(shown(&mut document, vec![field], width, is_required));
    }
    let mut second = vec![element(&mut document, 12, ElementKind::Heading("Der Hund".to_owned()))];
    for (key, label, kind, width, is_required) in [
        ("seit", "Gehalten seit", FieldKind::Date, 4, true),
        ("betrag", "Bisherige Steuer", FieldKind::Money, 4, false),
        ("rasse", "Rasse", FieldKind::Choice(list), 4, true),
        ("gefaehrlich", "Gilt der Hund als gefährlich?", FieldKind::YesNo, 6, true),
        ("nachweis", "Nachweis der Haftpflichtversicherung", FieldKind::File, 6, false),
        ("konto", "Bankverbindung", FieldKind::BankAccount, 12, false),
        ("einverstanden", "Ich bin mit der Abbuchung einverstanden.", FieldKind::YesNo, 12, false),
    ] {
        let field = data_field(&mut document, owner, key, label, kind);
        second.push(shown(&mut document, vec![field], width, is_required));
    }
    let dogs = data_field(&mut document, owner, "hunde", "Weitere Hunde", FieldKind::List(dog));
    let name = data_field(&mut document, dog, "name", "Name", FieldKind::Text);
    let inner = vec![shown(&mut document, vec![dogs, name], 6, true)];
    let repeat = Some(Repeat { list: DataPath::field(dogs), least: 1, most: Some(3) });
    let group = FieldGroup { title: "Weiterer Hund".to_owned(), repeat, elements: inner };
    second.push(element(&mut document, 12, ElementKind::Group(group)));
    let pages = [("Person", first), ("Hund", second)];
    let pages = pages.map(|(title, elements)| Page { id: document.new_id(), title: title.to_owned(), visible_when: String::new(), elements });
    let description = "Hunde sind binnen zwei Wochen anzumelden.".to_owned();
    let made = Form { id: form, key: "anmeldung".to_owned(), name: "Anmeldung zur Hundesteuer".to_owned(), description, pages: pages.to_vec() };
    document.forms.insert(form, made);
    (document, form)
}

fn object(document: &mut Document, key: &str, name: &str) -> ObjectTypeId {
    let id = document.new_id();
    let made = ObjectType { id, key: key.to_owned(), name: name.to_owned(), description: String::new(), fields: Vec::new(), fim_id: String::new() };
    document.objects.insert(id, made);
    id
}

fn data_field(document: &mut Document, object: ObjectTypeId, key: &str, name: &str, kind: FieldKind) -> DataFieldId {
    let id = document.new_id();
    let (key, name, description, fim_id) = (key.to_owned(), name.to_owned(), String::new(), String::new());
    let (constraints, legal_bases) = (Constraints::default(), Vec::new());
    let field = DataField { id, object, key, name, description, kind, constraints, is_personal: false, legal_bases, fim_id };
    document.fields.insert(id, field);
    document.objects.get_mut(object).unwrap().fields.push(id);
    id
}

fn element(document: &mut Document, width: u8, kind: ElementKind) -> FormElement {
    FormElement { id: document.new_id(), width, visible_when: String::new(), kind }
}

fn shown(document: &mut Document, path: Vec<DataFieldId>, width: u8, is_required: bool) -> FormElement {
    let field = FormField {
        data: DataPath(path),
        label: String::new(),
        help: String::new(),
        is_required,
        required_when: String::new(),
        is_read_only: false,
        prefill: String::new(),
        rules: Vec::new(),
    };
    element(document, width, ElementKind::Field(field))
}

/// A form on its paper.
struct Filled {
    filling: Filling,
    state: FillState,
    is_sent: bool,
    theme: Theme,
    texts: Texts,
}

fn harness(size: [f32; 2], scale: f32, theme: ThemeName) -> Harness<'static, Filled> {
    let (document, form) = sketch();
    let plan = Arc::new(Plan::of(&document, form).unwrap());
    let filling = Filling::new(plan, Context::default(), DateTime::read("2026-11-21T09:00:00").unwrap());
    let filled =
        Filled { filling, state: FillState::default(), is_sent: false, theme: Theme::named(theme), texts: Texts::new(Language::German) };
    let draw = |ui: &mut egui::Ui, filled: &mut Filled| {
        filled.theme.apply(ui.ctx());
        let look = Look { texts: &filled.texts, theme: &filled.theme };
        egui::CentralPanel::default().show(ui, |ui| {
            egui::ScrollArea::vertical().show(ui, |ui| {
                look.paper().show(ui, |ui| {
                    filled.is_sent |= fill_ui(ui, look, &mut filled.filling, &mut filled.state, "Absenden");
                });
            });
        });
    };
    let mut harness =
        Harness::builder().with_size(size).with_pixels_per_point(scale).with_context_setup(install_fonts).build_ui_state(draw, filled);
    harness.run();
    harness
}

#[test]
fn look() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
    let mut harness = harness([800.0, 900.0], 1.0, ThemeName::Light);
    raster::shot(&harness, folder.join("forms-page-1.png"));
    harness.get_by_label("Weiter").click();
    harness.run();
    raster::shot(&harness, folder.join("forms-faults.png"));
}
