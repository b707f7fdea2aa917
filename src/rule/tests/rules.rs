//! Rules as one expression, frames, and meanings of wordings, on a small form.

use super::super::*;
use crate::expr::{Context, Environment, Names, parse};
use crate::model::{
    CodeEntry, CodeList, Consequence, DataField, DataPath, Document, ElementKind, FieldGroup, FieldKind, Form, FormElement, FormElementId,
    FormField, FormId, FormRule, ObjectType, ObjectTypeId, Page, Repeat, RepeatLayout,
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
        let codes = CodeList { id: list, key: "status".to_owned(), name: "Status".to_owned(), version: String::new(), uri: String::new(), entries };
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

    fn data(&mut self, object: ObjectTypeId, key: &str, name: &str, kind: FieldKind, fim: &str) -> crate::model::DataFieldId {
        let id = self.document.new_id();
        self.document.fields.insert(id, DataField { fim_id: fim.to_owned(), ..DataField::new(id, object, key, name, kind) });
        self.document.objects.get_mut(object).unwrap().fields.push(id);
        id
    }

    fn field(
        &mut self,
        object: ObjectTypeId,
        way: &[crate::model::DataFieldId],
        key: &str,
        name: &str,
        kind: FieldKind,
        fim: &str,
    ) -> FormElement {
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

    fn feel(&self, rule: &FormRule) -> String {
        feel(rule, self.form(), &self.document).unwrap()
    }

    /// Whether the rule is kept over a case in FEEL.
    fn keeps(&self, rule: &FormRule, case: &str) -> bool {
        let scope = parse(case, &Names::new()).unwrap().evaluate(&Context::default(), &Environment::default()).value;
        let text = self.feel(rule);
        let tree = parse(&text, &crate::scope::names(&self.document)).unwrap_or_else(|error| panic!("{text}: {error:?}"));
        let value = tree.evaluate(scope.as_context().unwrap(), &Environment::default()).value;
        value.as_boolean().unwrap_or_else(|| panic!("{text} over {case} is {value}"))
    }

    fn check(&self, rule: &FormRule, kept: &[&str], broken: &[&str]) {
        kept.iter().for_each(|case| assert!(self.keeps(rule, case), "{} over {case}", self.feel(rule)));
        broken.iter().for_each(|case| assert!(!self.keeps(rule, case), "{} over {case}", self.feel(rule)));
    }
}

fn object(document: &mut Document, key: &str, fim: &str) -> ObjectTypeId {
    let id = document.new_id();
    document.objects.insert(id, ObjectType { fim_id: fim.to_owned(), ..ObjectType::new(id, key, key) });
    id
}

#[test]
fn required_else_not_allowed_is_an_if() {
    let sample = Sample::new();
    let rule = sample.rule("antrag.status = \"001\"", Consequence::RequiredElseNotAllowed, &["termin"]);
    assert_eq!(sample.feel(&rule), "(if antrag.status = \"001\" then is filled(antrag.termin) else not(is filled(antrag.termin)))");
    sample.check(
        &rule,
        &["{antrag: {status: \"001\", termin: @\"2026-12-01\"}}", "{antrag: {status: \"002\"}}", "{antrag: {}}"],
        &["{antrag: {status: \"001\"}}", "{antrag: {termin: @\"2026-12-01\"}}"],
    );
}

#[test]
fn each_consequence_is_kept_or_broken() {
    let sample = Sample::new();
    let filled = "{antrag: {status: \"001\", termin: @\"2026-12-01\"}}";
    let rule = |then, targets: &[&str]| sample.rule("antrag.status = \"001\"", then, targets);
    sample.check(&rule(Consequence::Required, &["termin"]), &[filled, "{antrag: {}}"], &["{antrag: {status: \"001\"}}"]);
    sample.check(&rule(Consequence::NotAllowed, &["termin"]), &["{antrag: {status: \"001\"}}", "{antrag: {}}"], &[filled]);
    sample.check(&rule(Consequence::Message, &["termin"]), &["{antrag: {}}"], &[filled]);
    let always = |then, targets: &[&str]| sample.rule("", then, targets);
    let ort = "{antrag: {adresse: {ort: \"Mainz\"}}}";
    let both = "{antrag: {adresse: {ort: \"Mainz\"}, termin: @\"2026-12-01\"}}";
    sample.check(&always(Consequence::AtLeastOne, &["termin", "adresse"]), &[ort, both], &["{antrag: {adresse: {ort: \" \"}}}", "{antrag: {}}"]);
    sample.check(&always(Consequence::ExactlyOne, &["termin", "adresse"]), &[ort], &[both, "{antrag: {}}"]);
    sample.check(&always(Consequence::Required, &["adresse"]), &[ort], &["{antrag: {adresse: {}}}"]);
    sample.check(
        &always(Consequence::Required, &["hunde"]),
        &["{antrag: {hunde: [{name: null}, {name: \"Rex\"}]}}"],
        &["{antrag: {hunde: [{name: null}]}}", "{antrag: {hunde: []}}", "{antrag: {}}"],
    );
}

#[test]
fn a_date_may_be_known_in_part() {
    let sample = Sample::new();
    sample.check(
        &sample.rule("", Consequence::ValidPartialDate, &["tag", "monat", "jahr"]),
        &[
            "{antrag: {}}",
            "{antrag: {jahr: 1990}}",
            "{antrag: {monat: 12, jahr: 1990}}",
            "{antrag: {tag: 29, monat: 2, jahr: 2024}}",
        ],
        &[
            "{antrag: {tag: 30, monat: 2, jahr: 2019}}",
            "{antrag: {tag: 31, monat: 11, jahr: 1968}}",
            "{antrag: {tag: 29, monat: 2, jahr: 2023}}",
            "{antrag: {monat: 13, jahr: 1990}}",
            "{antrag: {tag: 1, jahr: 1990}}",
            "{antrag: {monat: 1}}",
        ],
    );
}

#[test]
fn what_is_not_shown_is_not_asked_for() {
    let mut sample = Sample::new();
    let (form, termin) = (sample.form, sample.id("termin"));
    sample.document.forms.get_mut(form).unwrap().element_mut(termin).unwrap().visible_when = "antrag.einverstanden".to_owned();
    let required = sample.rule("", Consequence::Required, &["termin"]);
    sample.check(&required, &["{antrag: {}}", "{antrag: {einverstanden: false}}"], &["{antrag: {einverstanden: true}}"]);
    let one = sample.rule("", Consequence::AtLeastOne, &["termin"]);
    sample.check(&one, &["{antrag: {}}"], &["{antrag: {einverstanden: true}}"]);
}

#[test]
fn a_box_that_is_not_ticked_is_not_filled_in() {
    let mut sample = Sample::new();
    let one = sample.rule("", Consequence::AtLeastOne, &["einverstanden", "termin"]);
    sample.check(&one, &["{antrag: {einverstanden: true}}"], &["{antrag: {einverstanden: false}}"]);
    let demands = sample.rule("", Consequence::Required, &["einverstanden"]);
    let form = sample.form;
    sample.document.forms.get_mut(form).unwrap().rules.push(demands.clone());
    sample.check(&demands, &["{antrag: {einverstanden: false}}"], &["{antrag: {}}"]);
}

#[test]
fn inside_a_repeatable_group_the_entry_is_meant() {
    let sample = Sample::new();
    let rule = sample.rule("is filled(hund.name)", Consequence::Required, &["chip"]);
    assert_eq!(sample.feel(&rule), "(if is filled(hund.name) then is filled(hund.chip) else true)");
    let frame = Frame::of(&sample.document, sample.form(), &[sample.id("chip")]);
    let paths: Vec<String> = frame.asked().into_iter().map(|asked| asked.path).collect();
    assert!(paths.contains(&"hund.name".to_owned()) && paths.contains(&"antrag.status".to_owned()), "{paths:?}");
    let outside = Frame::of(&sample.document, sample.form(), &[sample.id("chip"), sample.id("termin")]);
    assert!(outside.asked().iter().all(|asked| !asked.path.starts_with("hund")));
    assert_eq!(frame.name("hund.name"), Some(("Name".to_owned(), None)));
    assert_eq!(frame.kind("antrag.termin"), Some(FieldKind::Date));
}

#[test]
fn what_cannot_be_broken_has_no_expression() {
    let sample = Sample::new();
    let none = |rule: &FormRule| feel(rule, sample.form(), &sample.document);
    assert_eq!(none(&FormRule { then: None, ..sample.rule("", Consequence::Required, &["termin"]) }), None);
    assert_eq!(none(&sample.rule("antrag.einverstanden", Consequence::Visible, &["termin"])), None);
    assert_eq!(none(&sample.rule("antrag.", Consequence::Required, &["termin"])), None);
    assert_eq!(none(&sample.rule("", Consequence::Required, &[])), None);
}

#[test]
fn a_wording_gets_its_meaning_on_the_form() {
    let sample = Sample::new();
    let meaning = |wording: &str| {
        let rule = FormRule { wording: wording.to_owned(), ..FormRule::new(9999.into(), "Regel") };
        propose(&sample.document, sample.form(), &rule).map(|found| {
            let one = |meaning: &Meaning| (meaning.when.clone(), meaning.then, meaning.targets.clone());
            found.iter().map(one).collect::<Vec<_>>()
        })
    };
    let id = |key: &str| sample.id(key);
    assert_eq!(
        meaning("Wenn F00000001 \"Status\" = 001 \"schwanger\", dann muss F00000002 befüllt werden."),
        Ok(vec![("antrag.status = \"001\"".to_owned(), Consequence::Required, vec![id("termin")])])
    );
    assert_eq!(
        meaning("Wenn G00000002 nicht befüllt ist, dann darf F00000002 nicht befüllt werden."),
        Ok(vec![(
            "not(is filled(antrag.adresse.ort)) and not(is filled(antrag.adresse.strasse))".to_owned(),
            Consequence::NotAllowed,
            vec![id("termin")]
        )])
    );
    assert_eq!(
        meaning("Es muss entweder G00000002 oder F00000002 befüllt werden."),
        Ok(vec![(String::new(), Consequence::ExactlyOne, vec![id("adresse"), id("termin")])])
    );
    assert_eq!(
        meaning("Wenn F00000009 befüllt ist, muss F00000010 befüllt sein."),
        Ok(vec![("is filled(hund.name)".to_owned(), Consequence::Required, vec![id("chip")])])
    );
    // From outside the entries of a list cannot be told apart.
    let unread = meaning("Wenn F00000009 befüllt ist, muss F00000002 befüllt sein.").unwrap_err();
    assert_eq!((unread.at, unread.why), (5..14, fim::Why::Ambiguous));
}
