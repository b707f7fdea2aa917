//! Forms: filling one in and designing one, through the accessibility tree with real pointer and keys.

use crate::desk::{Desk, window};
use crate::raster;
use dienstweg::drawing::ThemeName;
use dienstweg::expr::{Context, DateTime};
use dienstweg::form::{Filling, Plan};
use dienstweg::i18n::{Language, Texts};
use dienstweg::model::{
    CodeEntry, CodeList, DataField, DataFieldId, DataPath, Document, ElementKind, FieldGroup, FieldKind, Form, FormElement, FormField,
    FormId, FormRule, HintKind, ObjectType, ObjectTypeId, Page, Repeat, RepeatLayout, Subject,
};
use dienstweg::view::forms::{self, FillState, FormsState, Look, fill_ui};
use dienstweg::view::inspector::{self, InspectorState};
use dienstweg::view::theme::{Theme, install_fonts};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use std::sync::Arc;

/// A document with a form that has a field of every kind.
fn sketch() -> (Document, FormId) {
    let mut document = Document::empty("hundesteuer", "Hundesteuer");
    let form: FormId = document.new_id();
    let (owner, dog) = (object(&mut document, "antrag", "Antrag"), object(&mut document, "hund", "Hund"));
    let list = document.new_id();
    let entries = ["Dackel", "Pudel", "Mischling"].map(|label| CodeEntry::new(&label.to_lowercase(), label));
    let codes = CodeList {
        id: list,
        key: "rassen".to_owned(),
        name: "Rassen".to_owned(),
        version: "1".to_owned(),
        uri: String::new(),
        entries: entries.to_vec(),
    };
    document.code_lists.insert(list, codes);
    let hint =
        ElementKind::Hint { kind: HintKind::Information, text: "Bitte halten Sie den Steuerbescheid des Vorjahres bereit.".to_owned() };
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
    let repeat = Some(Repeat { list: DataPath::field(dogs), least: 1, most: Some(3), layout: RepeatLayout::Cards });
    let group = FieldGroup { repeat, ..FieldGroup::new("Weiterer Hund", inner) };
    second.push(element(&mut document, 12, ElementKind::Group(group)));
    let pages = [("Person", first), ("Hund", second)];
    let pages = pages.map(|(title, elements)| Page { elements, ..Page::new(document.new_id(), title) });
    let description = "Hunde sind binnen zwei Wochen anzumelden.".to_owned();
    let made = Form { description, ..Form::new(form, "anmeldung", "Anmeldung zur Hundesteuer", pages.to_vec()) };
    document.forms.insert(form, made);
    (document, form)
}

fn object(document: &mut Document, key: &str, name: &str) -> ObjectTypeId {
    let id = document.new_id();
    document.objects.insert(id, ObjectType::new(id, key, name));
    id
}

fn data_field(document: &mut Document, object: ObjectTypeId, key: &str, name: &str, kind: FieldKind) -> DataFieldId {
    let id = document.new_id();
    document.fields.insert(id, DataField::new(id, object, key, name, kind));
    document.objects.get_mut(object).unwrap().fields.push(id);
    id
}

fn element(document: &mut Document, width: u8, kind: ElementKind) -> FormElement {
    FormElement { width, ..FormElement::new(document.new_id(), kind) }
}

fn shown(document: &mut Document, path: Vec<DataFieldId>, width: u8, is_required: bool) -> FormElement {
    let field = FormField { is_required, ..FormField::of(DataPath(path)) };
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
        let look = Look::new(&filled.texts, &filled.theme);
        egui::CentralPanel::default().show(ui, |ui| {
            egui::ScrollArea::vertical().show(ui, |ui| {
                look.paper(ui).show(ui, |ui| {
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

/// The place of forms with an editor behind it.
struct Studio {
    desk: Desk,
    state: FormsState,
    inspector: InspectorState,
}

impl Studio {
    fn form(&self) -> &Form {
        self.desk.editor.shown().forms.values().next().unwrap()
    }

    fn labels(&self) -> Vec<String> {
        let form = self.form();
        let name = |element: &FormElement| self.desk.editor.shown().name_of(Subject::FormElement(form.id, element.id)).unwrap().to_owned();
        form.elements().into_iter().map(name).collect()
    }
}

fn draw_studio(ui: &mut egui::Ui, Studio { desk, state, inspector }: &mut Studio) {
    inspector.focus = desk.focus.take().or(inspector.focus);
    desk.draw(ui, |ui, context, actions| {
        let side = |panel: egui::Panel| panel.default_size(260.0).frame(egui::Frame::new().fill(context.theme.panel).inner_margin(12));
        side(egui::Panel::right("inspector")).show(ui, |ui| {
            inspector::ui(ui, context, inspector, context.document.main_process, actions);
        });
        side(egui::Panel::left("list")).show(ui, |ui| forms::list_ui(ui, context, state, actions));
        egui::CentralPanel::no_frame().frame(egui::Frame::new().fill(context.theme.canvas)).show(ui, |ui| {
            forms::ui(ui, context, state, actions);
        });
    });
}

fn studio(document: Document, size: [f32; 2], scale: f32, theme: ThemeName) -> Harness<'static, Studio> {
    let studio = Studio { desk: Desk::new(document, theme), state: FormsState::default(), inspector: InspectorState::default() };
    window(studio, size, scale, draw_studio)
}

/// Adds a field by the menu of kinds.
fn add_field(harness: &mut Harness<'static, Studio>, kind: &str) {
    harness.get_all_by_label("Feld hinzufügen").next().unwrap().click();
    harness.run();
    harness.get_by_label(kind).click();
    harness.run();
}

/// Types into the field that has the focus; what is selected in it is replaced.
fn type_into_focus(harness: &mut Harness<'static, Studio>, text: &str) {
    harness.event(egui::Event::Text(text.to_owned()));
    harness.run();
}

#[test]
fn that_a_rule_stays_in_words_is_remembered_until_it_is_asked_for_again() {
    let (mut document, form) = sketch();
    let rule = FormRule { wording: "Es gilt § 5 der Satzung.".to_owned(), ..FormRule::new(document.new_id(), "Satzung") };
    document.forms.get_mut(form).unwrap().rules.push(rule);
    let mut harness = studio(document, [1280.0, 720.0], 1.0, ThemeName::Light);
    harness.get_by_label("Regeln (1)").click();
    harness.run();
    harness.get_by_label("Nur als Text behalten: Satzung").click();
    harness.run();
    assert!(harness.state().form().rules[0].stays_words);
    assert!(harness.query_by_label("Nur als Text behalten: Satzung").is_none(), "nobody is asked any more");
    harness.get_by_label("Doch festlegen: Satzung").click();
    harness.run();
    assert!(harness.state().form().rules[0].is_open());
    harness.get_by_label("Nur als Text behalten: Satzung");
}

#[test]
fn a_form_with_three_fields_is_made_and_tried() {
    let mut harness = studio(Document::empty("probe", "Probe"), [1280.0, 720.0], 1.0, ThemeName::Light);
    harness.get_all_by_label("Formular anlegen").last().unwrap().click();
    harness.run();
    type_into_focus(&mut harness, "Anmeldung");
    assert_eq!(harness.state().form().name, "Anmeldung");
    for kind in ["Text", "Datum", "Betrag in Euro"] {
        add_field(&mut harness, kind);
    }
    assert_eq!(harness.state().labels(), ["Text", "Datum", "Betrag in Euro"]);
    type_into_focus(&mut harness, "Bisherige Steuer");
    assert_eq!(harness.state().labels()[2], "Bisherige Steuer");
    let keys: Vec<String> = harness.state().desk.editor.shown().fields.values().map(|field| field.key.clone()).collect();
    assert_eq!(keys, ["text", "datum", "bisherigeSteuer"]);
    harness.get_by_role_and_label(Role::CheckBox, "Pflichtfeld").click();
    harness.run();
    let is_required: Vec<bool> = harness.state().form().fields().map(|(_, field)| field.is_required).collect();
    assert_eq!(is_required, [true, true, false]);
    harness.get_by_label("Vorschau").click();
    harness.run();
    harness.get_by_label("Absenden").click();
    harness.run();
    assert!(harness.query_by_label("Bitte prüfen Sie 2 Angaben.").is_some());
    harness.get_by_role_and_label(Role::TextInput, "Text").type_text("Bello");
    harness.get_by_role_and_label(Role::TextInput, "Datum").focus();
    harness.run();
    harness.get_by_role_and_label(Role::TextInput, "Datum").type_text("31.02.2026");
    harness.run();
    harness.get_by_label("Absenden").click();
    harness.run();
    assert!(harness.query_all_by_label_contains("Diesen Tag gibt es im Kalender nicht").next().is_some());
    harness.get_by_role_and_label(Role::TextInput, "Datum").focus();
    harness.run();
    harness.key_combination_modifiers(Modifiers::COMMAND, &[Key::A]);
    harness.get_by_role_and_label(Role::TextInput, "Datum").type_text("28.2.26");
    harness.run();
    harness.get_by_label("Absenden").click();
    harness.run();
    assert!(harness.query_by_label("Alles ausgefüllt").is_some());
    assert!(harness.query_by_label("28.02.2026").is_some());
}

#[test]
fn an_element_is_selected_moved_and_deleted_by_keys() {
    let (document, _) = sketch();
    let mut harness = studio(document, [1280.0, 1200.0], 1.0, ThemeName::Light);
    harness.get_by_label("„E-Mail-Adresse“").click();
    harness.run();
    let before = harness.state().labels();
    let at = before.iter().position(|label| label == "E-Mail-Adresse").unwrap();
    harness.key_combination_modifiers(Modifiers::ALT, &[Key::ArrowUp]);
    harness.run();
    assert_eq!(harness.state().labels()[at - 1], "E-Mail-Adresse");
    harness.key_press(Key::Delete);
    harness.run();
    assert_eq!(harness.state().labels().len(), before.len() - 1);
    harness.state_mut().desk.editor.undo();
    harness.state_mut().desk.editor.undo();
    assert_eq!(harness.state().labels(), before);
}

#[test]
fn an_element_is_dragged_behind_another() {
    let (document, _) = sketch();
    let mut harness = studio(document, [1280.0, 1200.0], 1.0, ThemeName::Light);
    let from = harness.get_by_label("„E-Mail-Adresse“").rect().center();
    let to = harness.get_by_label("„Telefon“").rect().right_center() - egui::vec2(20.0, 0.0);
    harness.drag_at(from);
    harness.run();
    harness.hover_at(from + egui::vec2(20.0, 0.0));
    harness.run();
    harness.hover_at(to);
    harness.run();
    harness.drop_at(to);
    harness.run();
    let labels = harness.state().labels();
    let at = |label: &str| labels.iter().position(|own| own == label).unwrap();
    assert_eq!(at("Telefon") + 1, at("E-Mail-Adresse"));
    assert!(harness.state().desk.editor.can_undo());
}

#[test]
fn the_right_edge_is_pulled_to_a_width() {
    let (document, _) = sketch();
    let mut harness = studio(document, [1280.0, 1200.0], 1.0, ThemeName::Light);
    harness.get_by_label("„E-Mail-Adresse“").click();
    harness.run();
    let edge = harness.get_by_label("„E-Mail-Adresse“").rect();
    let handle = edge.right_center() + egui::vec2(8.0, 0.0);
    harness.drag_at(handle);
    harness.run();
    harness.hover_at(handle - egui::vec2(edge.width() / 3.0, 0.0));
    harness.run();
    harness.drop_at(handle - egui::vec2(edge.width() / 3.0, 0.0));
    harness.run();
    let widths: Vec<u8> = harness.state().form().elements().into_iter().map(|element| element.width).collect();
    assert_eq!(widths[3], 4, "{widths:?}");
    harness.state_mut().desk.editor.undo();
    assert_eq!(harness.state().form().elements()[3].width, 6);
}

#[test]
fn yes_no_dates_entries_and_codes_are_filled_in() {
    let mut harness = harness([800.0, 1400.0], 1.0, ThemeName::Light);
    for (label, text) in [
        ("Halterin oder Halter, Vorname", "Bo"),
        ("Halterin oder Halter, Nachname", "Beispiel"),
        ("Anschrift, Straße", "Kirchgasse"),
        ("Anschrift, Postleitzahl", "6518"),
        ("Anschrift, Ort", "Wiesbaden"),
    ] {
        harness.get_by_label(label).focus();
        harness.run();
        harness.get_by_label(label).type_text(text);
        harness.run();
    }
    harness.get_by_label("Weiter").click();
    harness.run();
    let fault = "Bitte geben Sie eine Postleitzahl mit fünf Ziffern ein.";
    assert!(harness.query_by_label(fault).is_some());
    harness.key_press(Key::End);
    harness.get_by_label("Anschrift, Postleitzahl").type_text("5");
    harness.run();
    assert!(harness.query_by_label(fault).is_none());
    harness.get_by_label("Weiter").click();
    harness.run();
    harness.get_by_label("Kalender: Gehalten seit").click();
    harness.run();
    harness.get_by_label("03.11.2026").click();
    harness.run();
    harness.get_by_label("Dackel").click();
    harness.get_by_label("Nein").click();
    harness.run();
    harness.get_by_label("Weiterer Hund hinzufügen").click();
    harness.run();
    for (number, name) in ["Rex", "Lux"].into_iter().enumerate() {
        harness.get_all_by_role_and_label(Role::TextInput, "Name").nth(number).unwrap().focus();
        harness.run();
        harness.get_all_by_role_and_label(Role::TextInput, "Name").nth(number).unwrap().type_text(name);
        harness.run();
    }
    harness.get_by_label("Absenden").click();
    harness.run();
    assert!(harness.state().is_sent, "{:?}", harness.state().filling.validate());
    let entries: Vec<String> = harness.state().filling.entries().iter().map(|entry| format!("{}={}", entry.target, entry.value)).collect();
    assert!(entries.contains(&"antrag.seit=@\"2026-11-03\"".to_owned()), "{entries:?}");
    assert!(entries.contains(&"antrag.hunde=[{name: \"Rex\"}, {name: \"Lux\"}]".to_owned()), "{entries:?}");
    assert!(entries.contains(&"antrag.gefaehrlich=false".to_owned()), "{entries:?}");
}

#[test]
#[ignore = "makes pictures for looking at: cargo test --test it pictures_for -- --ignored"]
fn pictures_for_looking_at() {
    let (document, _) = sketch();
    for (name, size, scale, theme) in [
        ("light", [1280.0, 720.0], 1.0, ThemeName::Light),
        ("dark", [1280.0, 720.0], 1.0, ThemeName::Dark),
        ("large", [853.0, 480.0], 1.5, ThemeName::Light),
    ] {
        let mut harness = studio(document.clone(), size, scale, theme);
        raster::shot(&harness, folder().join(format!("forms-place-{name}-plain.png")));
        harness.get_by_label("„E-Mail-Adresse“").click();
        harness.run();
        raster::shot(&harness, folder().join(format!("forms-place-{name}.png")));
        harness.get_all_by_label("Feld hinzufügen").next().unwrap().click();
        harness.run();
        raster::shot(&harness, folder().join(format!("forms-palette-{name}.png")));
    }
    let mut harness = studio(document, [1280.0, 720.0], 1.0, ThemeName::Light);
    harness.get_by_label("Vorschau").click();
    harness.run();
    raster::shot(&harness, folder().join("forms-preview.png"));
    let empty = studio(Document::empty("probe", "Probe"), [1280.0, 720.0], 1.0, ThemeName::Light);
    raster::shot(&empty, folder().join("forms-empty.png"));
}

fn folder() -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("forms")
}
