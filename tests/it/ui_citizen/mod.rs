//! What citizens see: natural inputs, faults, tables, summaries, languages; by pointer and keys through the accessibility tree.

mod languages;

use self::languages::{small, studio};
use crate::raster;
use dienstweg::drawing::ThemeName;
use dienstweg::expr::{Context, DateTime};
use dienstweg::form::{Account, Filling, Plan};
use dienstweg::i18n::{Language, Texts};
use dienstweg::model::{
    AccountAttribute, ChoiceStyle, CodeEntry, CodeList, Consequence, DataField, DataFieldId, DataPath, Demand, Document, ElementKind,
    FieldGroup, FieldKind, Form, FormElement, FormField, FormId, FormRule, HintKind, ObjectType, ObjectTypeId, Page, PageKind, PartDemand,
    Repeat, RepeatLayout,
};
use dienstweg::view::forms::{FillState, Look, fill_ui};
use dienstweg::view::theme::{Theme, install_fonts};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use std::sync::Arc;

/// A document in the making: one object and one form.
struct Sketch {
    document: Document,
    object: ObjectTypeId,
}

impl Sketch {
    fn new() -> Self {
        let mut document = Document::empty("probe", "Probe");
        let object = document.new_id();
        document.objects.insert(object, ObjectType::new(object, "antrag", "Antrag"));
        Self { document, object }
    }

    fn data(&mut self, object: ObjectTypeId, key: &str, name: &str, kind: FieldKind) -> DataFieldId {
        let id = self.document.new_id();
        self.document.fields.insert(id, DataField::new(id, object, key, name, kind));
        self.document.objects.get_mut(object).unwrap().fields.push(id);
        id
    }

    fn element(&mut self, kind: ElementKind) -> FormElement {
        FormElement::new(self.document.new_id(), kind)
    }

    /// A field of the object over the whole width.
    fn field(&mut self, key: &str, name: &str, kind: FieldKind, change: impl FnOnce(&mut FormField)) -> FormElement {
        let data = self.data(self.object, key, name, kind);
        let mut field = FormField::of(DataPath::field(data));
        change(&mut field);
        self.element(ElementKind::Field(field))
    }

    fn codes(&mut self, labels: &[&str]) -> FieldKind {
        let id = self.document.new_id();
        let entries = labels.iter().map(|label| CodeEntry::new(&label.to_lowercase(), label)).collect();
        let (key, name) = ("liste".to_owned(), "Liste".to_owned());
        self.document.code_lists.insert(id, CodeList { id, key, name, version: String::new(), uri: String::new(), entries });
        FieldKind::Choice(id)
    }

    /// A table of goods with their prices.
    fn table(&mut self) -> FormElement {
        let object = self.document.new_id();
        self.document.objects.insert(object, ObjectType::new(object, "ware", "Ware"));
        let list = self.data(self.object, "waren", "Waren", FieldKind::List(object));
        let columns = [("name", "Bezeichnung", FieldKind::Text), ("preis", "Preis", FieldKind::Money)];
        let columns = columns.map(|(key, name, kind)| {
            let data = self.data(object, key, name, kind);
            let field = FormField { is_required: true, ..FormField::of(DataPath(vec![list, data])) };
            self.element(ElementKind::Field(field))
        });
        let repeat = Repeat { list: DataPath::field(list), least: 1, most: Some(3), layout: RepeatLayout::Table };
        let group = FieldGroup { repeat: Some(repeat), ..FieldGroup::new("Ware", columns.to_vec()) };
        self.element(ElementKind::Group(group))
    }

    fn form(mut self, pages: Vec<(&str, Vec<FormElement>)>) -> (Document, FormId) {
        let id: FormId = self.document.new_id();
        let pages = pages.into_iter().map(|(title, elements)| Page { elements, ..Page::new(self.document.new_id(), title) }).collect();
        self.document.forms.insert(id, Form::new(id, "antrag", "Antrag auf Erlaubnis", pages));
        (self.document, id)
    }
}

/// A form on its paper.
struct Filled {
    filling: Filling,
    state: FillState,
    is_sent: bool,
    theme: Theme,
    texts: Texts,
}

type Paper = Harness<'static, Filled>;

fn paper(document: &Document, form: FormId, width: f32) -> Paper {
    let plan = Arc::new(Plan::of(document, form).unwrap());
    let filling = Filling::new(plan, Context::default(), DateTime::read("2026-11-21T09:00:00").unwrap());
    let (theme, texts) = (Theme::named(ThemeName::Light), Texts::new(Language::German));
    let filled = Filled { filling, state: FillState::default(), is_sent: false, theme, texts };
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
    let mut harness = Harness::builder().with_size([width, 1400.0]).with_context_setup(install_fonts).build_ui_state(draw, filled);
    harness.run();
    harness
}

fn type_into<S>(harness: &mut Harness<'static, S>, label: &str, text: &str) {
    harness.get_by_role_and_label(Role::TextInput, label).focus();
    harness.run();
    harness.event(egui::Event::Text(text.to_owned()));
    harness.run();
}

fn click<S>(harness: &mut Harness<'static, S>, label: &str) {
    harness.get_by_label(label).click();
    harness.run();
}

fn key<S>(harness: &mut Harness<'static, S>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run();
}

fn value(harness: &Paper, label: &str) -> String {
    harness.get_by_role_and_label(Role::TextInput, label).value().unwrap_or_default()
}

fn entries(harness: &Paper) -> Vec<String> {
    harness.state().filling.entries().iter().map(|entry| format!("{}={}", entry.target, entry.value)).collect()
}

/// What has the focus.
fn focused(harness: &Paper) -> String {
    harness.get_by(|node| node.is_focused()).accesskit_node().label().unwrap_or_default()
}

#[test]
fn an_iban_is_grouped_while_it_is_typed_and_checked_when_it_is_left() {
    let mut sketch = Sketch::new();
    let account = sketch.field("konto", "Konto", FieldKind::BankAccount, |field| {
        field.parts = vec![PartDemand { part: "kontoinhaber".to_owned(), demand: Demand::Absent }];
    });
    let (document, form) = sketch.form(vec![("Zahlung", vec![account])]);
    let mut harness = paper(&document, form, 800.0);
    assert!(harness.query_by_label("Konto, Kontoinhaberin oder Kontoinhaber").is_none(), "that part is not asked for");
    for letter in "de893704004405320130".chars() {
        type_into(&mut harness, "Konto, IBAN", &letter.to_string());
    }
    assert_eq!(value(&harness, "Konto, IBAN"), "DE89 3704 0044 0532 0130");
    let fault = "Diese IBAN hat 20 statt 22 Stellen. Bitte prüfen Sie, ob etwas fehlt oder zu viel ist.";
    assert!(harness.query_by_label(fault).is_none(), "not while it is typed for the first time");
    key(&mut harness, Modifiers::NONE, Key::Tab);
    assert!(harness.query_by_label(fault).is_some(), "when it is left");
    type_into(&mut harness, "Konto, IBAN", "00");
    assert!(harness.query_by_label(fault).is_none(), "at once while it is mended");
    assert_eq!(entries(&harness), ["antrag.konto={iban: \"DE89370400440532013000\"}"]);
}

#[test]
fn money_and_dates_are_written_properly_once_they_are_left() {
    let mut sketch = Sketch::new();
    let fields = vec![
        sketch.field("betrag", "Betrag", FieldKind::Money, |_| {}),
        sketch.field("tag", "Tag", FieldKind::Date, |_| {}),
        sketch.field("zeit", "Zeit", FieldKind::Time, |_| {}),
    ];
    let (document, form) = sketch.form(vec![("Seite", fields)]);
    let mut harness = paper(&document, form, 800.0);
    for (label, typed, written) in [("Betrag", "1234,5", "1.234,50"), ("Tag", "1.3.26", "01.03.2026"), ("Zeit", "9 Uhr", "09:00")] {
        type_into(&mut harness, label, typed);
        key(&mut harness, Modifiers::NONE, Key::Tab);
        assert_eq!(value(&harness, label), written);
    }
}

#[test]
fn a_choice_of_many_is_searched_by_keys_and_by_pointer() {
    let mut sketch = Sketch::new();
    let many: Vec<String> = (1..=20).map(|number| format!("Gemeinde {number}")).collect();
    let mut labels: Vec<&str> = many.iter().map(String::as_str).collect();
    labels.extend(["Wiesbaden", "Bad Wildbad"]);
    let kind = sketch.codes(&labels);
    let field = sketch.field("ort", "Ort", kind, |_| {});
    let (document, form) = sketch.form(vec![("Seite", vec![field])]);
    let mut harness = paper(&document, form, 800.0);
    type_into(&mut harness, "Ort", "bad");
    key(&mut harness, Modifiers::NONE, Key::ArrowDown);
    key(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(entries(&harness), ["antrag.ort=\"wiesbaden\""], "the second one that was found");
    assert_eq!(value(&harness, "Ort"), "Wiesbaden");
    harness.get_by_role_and_label(Role::TextInput, "Ort").focus();
    harness.run();
    key(&mut harness, Modifiers::COMMAND, Key::A);
    harness.event(egui::Event::Text("wild".to_owned()));
    harness.run();
    harness.get_by_role_and_label(Role::ListBoxOption, "Bad Wildbad").click();
    harness.run();
    assert_eq!(entries(&harness), ["antrag.ort=\"bad wildbad\""]);
}

#[test]
fn a_choice_is_offered_as_wanted() {
    let mut sketch = Sketch::new();
    let kind = sketch.codes(&["Eins", "Zwei"]);
    let list = sketch.field("a", "Als Liste", kind, |field| field.choice_style = ChoiceStyle::List);
    let radio = sketch.field("b", "Als Knöpfe", kind, |_| {});
    let (document, form) = sketch.form(vec![("Seite", vec![list, radio])]);
    let mut harness = paper(&document, form, 800.0);
    harness.get_by_role_and_label(Role::RadioButton, "Zwei").click();
    harness.run();
    harness.get_by_role_and_label(Role::ComboBox, "Als Liste").click();
    harness.run();
    harness.get_by_role_and_label(Role::Button, "Eins").click();
    harness.run();
    assert_eq!(entries(&harness), ["antrag.a=\"eins\"", "antrag.b=\"zwei\""]);
}

#[test]
fn a_row_is_added_by_enter_and_taken_out_by_its_button() {
    let mut sketch = Sketch::new();
    let table = sketch.table();
    let (document, form) = sketch.form(vec![("Waren", vec![table])]);
    let mut harness = paper(&document, form, 800.0);
    type_into(&mut harness, "Bezeichnung (1. Eintrag)", "Brot");
    type_into(&mut harness, "Preis (1. Eintrag)", "2,5");
    key(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(focused(&harness), "Bezeichnung (2. Eintrag)", "the new row is ready for typing");
    harness.event(egui::Event::Text("Salz".to_owned()));
    harness.run();
    type_into(&mut harness, "Preis (2. Eintrag)", "1");
    assert_eq!(entries(&harness), ["antrag.waren=[{name: \"Brot\", preis: 2.5}, {name: \"Salz\", preis: 1}]"]);
    click(&mut harness, "Zeile 1 entfernen");
    assert_eq!(entries(&harness), ["antrag.waren=[{name: \"Salz\", preis: 1}]"]);
    assert!(harness.query_by_label("Zeile 1 entfernen").is_none(), "one row must stay");
    let (narrow, wide) = (paper(&document, form, 380.0), paper(&document, form, 800.0));
    assert!(narrow.query_by_label("Ware 1").is_some(), "a card where a table has no room");
    assert!(wide.query_by_label("Ware 1").is_none());
}

#[test]
fn faults_are_summed_up_and_each_line_leads_to_its_field() {
    let mut sketch = Sketch::new();
    let name = sketch.field("name", "Name", FieldKind::Text, |field| field.is_required = true);
    let phone = sketch.field("telefon", "Telefon", FieldKind::Phone, |_| {});
    let mail = sketch.field("mail", "E-Mail", FieldKind::Email, |_| {});
    let rule = FormRule {
        then: Some(Consequence::AtLeastOne),
        targets: vec![phone.id, mail.id],
        ..FormRule::new(sketch.document.new_id(), "Erreichbar")
    };
    let (mut document, form) = sketch.form(vec![("Person", vec![name, phone, mail])]);
    document.forms.get_mut(form).unwrap().rules.push(rule);
    let mut harness = paper(&document, form, 800.0);
    click(&mut harness, "Absenden");
    assert!(harness.query_by_role_and_label(Role::Alert, "Bitte prüfen Sie 3 Angaben.").is_some(), "said by the screen reader");
    assert_eq!(focused(&harness), "Name", "the first fault has the focus");
    let link = harness
        .query_all_by_role(Role::Link)
        .find(|link| link.accesskit_node().label().unwrap_or_default().starts_with("E-Mail:"))
        .unwrap();
    link.click();
    harness.run();
    assert_eq!(focused(&harness), "E-Mail");
    harness.event(egui::Event::Text("bo@example.org".to_owned()));
    harness.run();
    assert!(harness.query_by_role_and_label(Role::Alert, "Bitte prüfen Sie eine Angabe.").is_some(), "it shrinks while one mends");
    type_into(&mut harness, "Name", "Bo");
    click(&mut harness, "Absenden");
    assert!(harness.state().is_sent);
}

#[test]
fn a_summary_leads_back_to_a_field_and_returns() {
    let mut sketch = Sketch::new();
    let name = sketch.field("name", "Name", FieldKind::Text, |field| field.is_required = true);
    let town = sketch.field("ort", "Ort", FieldKind::Text, |_| {});
    let (mut document, form) = sketch.form(vec![("Person", vec![name]), ("Ort", vec![town]), ("Prüfen", Vec::new())]);
    document.forms.get_mut(form).unwrap().pages[2].kind = PageKind::Summary;
    let mut harness = paper(&document, form, 800.0);
    type_into(&mut harness, "Name", "Bo");
    click(&mut harness, "Weiter");
    click(&mut harness, "Weiter");
    assert!(harness.query_by_role_and_label(Role::ProgressIndicator, "Schritt 3 von 3: Prüfen").is_some());
    assert!(harness.query_by_label("Bo").is_some() && harness.query_by_label("keine Angabe").is_some());
    click(&mut harness, "Ändern: Name");
    assert_eq!(focused(&harness), "Name");
    harness.event(egui::Event::Text(" Beispiel".to_owned()));
    harness.run();
    click(&mut harness, "Zurück zur Zusammenfassung");
    assert!(harness.query_by_label("Bo Beispiel").is_some());
    click(&mut harness, "Absenden");
    assert!(harness.state().is_sent);
}

#[test]
fn files_of_wrong_kinds_and_sizes_are_tried_and_refused() {
    let mut sketch = Sketch::new();
    let file = sketch.field("nachweis", "Nachweis", FieldKind::File, |_| {});
    let (mut document, form) = sketch.form(vec![("Seite", vec![file])]);
    let data = document.fields.values().next().unwrap().id;
    let limits = &mut document.fields.get_mut(data).unwrap().constraints;
    (limits.file_kinds, limits.max_file_size) = (vec!["pdf".to_owned(), "jpg".to_owned()], Some(4 << 20));
    let mut harness = paper(&document, form, 800.0);
    assert!(harness.query_by_label("Erlaubt: PDF, JPG, höchstens 4\u{a0}MB").is_some());
    for (offer, is_good) in [("Zu große Datei", false), ("Datei falscher Art", false), ("Passende Datei", true)] {
        let button = if offer == "Zu große Datei" { "Nachweis: Datei auswählen" } else { "Nachweis: Andere Datei auswählen" };
        click(&mut harness, button);
        harness.get_by_label_contains(offer).click();
        harness.run();
        assert_eq!(harness.state().filling.validate().is_empty(), is_good, "{offer}");
    }
    click(&mut harness, "Datei entfernen");
    assert!(entries(&harness).is_empty());
}

#[test]
fn what_the_account_gives_is_marked() {
    let mut sketch = Sketch::new();
    let name = sketch.field("name", "Nachname", FieldKind::Text, |field| field.account = Some(AccountAttribute::FamilyName));
    let (document, form) = sketch.form(vec![("Seite", vec![name])]);
    let mut harness = paper(&document, form, 800.0);
    assert!(harness.query_by_label("Aus Ihrem Nutzerkonto übernommen").is_none());
    harness.state_mut().filling.sign_in(Account::specimen());
    harness.run();
    assert!(harness.query_by_label("Aus Ihrem Nutzerkonto übernommen").is_some());
    type_into(&mut harness, "Nachname", "!");
    assert!(harness.query_by_label("Aus Ihrem Nutzerkonto übernommen").is_none(), "it was changed by hand");
}

#[test]
fn widths_follow_the_screen() {
    let mut sketch = Sketch::new();
    let mut fields = [("a", "Eins"), ("b", "Zwei")].map(|(key, name)| sketch.field(key, name, FieldKind::Text, |_| {}));
    for field in &mut fields {
        (field.width, field.width_medium, field.width_narrow) = (4, Some(12), Some(6));
    }
    let (document, form) = sketch.form(vec![("Seite", fields.to_vec())]);
    for (width, is_beside, share) in [(900.0, true, 0.31), (620.0, false, 1.0), (400.0, true, 0.48)] {
        let harness = paper(&document, form, width);
        let [one, two] = ["Eins", "Zwei"].map(|label| harness.get_by_role_and_label(Role::TextInput, label).rect());
        assert_eq!((one.top() - two.top()).abs() < 1.0, is_beside, "{width}");
        let found = one.width() / (width - if width < 460.0 { 48.0 } else { 80.0 });
        assert!((found - share).abs() < 0.04, "{width}: {found}");
    }
}

/// A form with something of everything.
fn full() -> (Document, FormId) {
    let mut sketch = Sketch::new();
    let text =
        "Lesen Sie bitte das [Merkblatt](https://example.org/merkblatt). **Wichtig** ist:\n\n- der Ausweis\n- die *Meldung* des Ortes";
    let hint = sketch.element(ElementKind::Hint { kind: HintKind::Warning, text: text.to_owned() });
    let codes = sketch.codes(&["Frisch", "Gefroren", "Getrocknet"]);
    let FieldKind::Choice(list) = codes else { unreachable!() };
    let mut elements = vec![hint];
    elements.push(sketch.field("person", "Antragstellende Person", FieldKind::Person, |field| {
        field.is_required = true;
        field.account = Some(AccountAttribute::Person);
    }));
    elements.push(sketch.table());
    elements.push(sketch.field("art", "Art der Waren", codes, |field| field.is_required = true));
    elements.push(sketch.field("arten", "Weitere Arten", FieldKind::MultipleChoice(list), |_| {}));
    elements.push(sketch.field("nachweis", "Nachweis", FieldKind::File, |_| {}));
    elements.push(sketch.field("stand", "Aktenzeichen", FieldKind::Text, |field| field.is_read_only = true));
    sketch.form(vec![("Angaben", elements), ("Prüfen", Vec::new())])
}

#[test]
#[ignore = "makes pictures for looking at: cargo test --test it ui_citizen -- --ignored"]
fn pictures_for_looking_at() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("citizen");
    let (mut document, form) = full();
    document.forms.get_mut(form).unwrap().pages[1].kind = PageKind::Summary;
    for width in [800.0, 600.0, 380.0] {
        let mut harness = paper(&document, form, width);
        raster::shot(&harness, folder.join(format!("plain-{width}.png")));
        click(&mut harness, "Weiter");
        raster::shot(&harness, folder.join(format!("faults-{width}.png")));
    }
    let mut harness = studio(small(), [1280.0, 720.0], ThemeName::Light);
    click(&mut harness, "Sprache hinzufügen");
    raster::shot(&harness, folder.join("languages-add.png"));
    click(&mut harness, "Englisch");
    type_into(&mut harness, "Übersetzung von: Nachname", "Family name");
    raster::shot(&harness, folder.join("languages.png"));
}
