//! Random forms with fields of all kinds, conditions and rules, filled in at random, well and badly.

use super::{Judge, begin};
use crate::form::{ElementState, Filling, Inside, Place};
use crate::model::{
    CodeEntry, CodeList, CodeListId, Consequence, Constraints, DataField, DataFieldId, DataPath, Demand, Document, ElementKind, FieldGroup,
    FieldKind, FieldRule, Form, FormElement, FormElementId, FormField, FormId, FormRule, ObjectType, ObjectTypeId, Page, PartDemand,
    Repeat, RepeatLayout,
};
use proptest::prelude::*;

/// Numbers that follow from a seed (xorshift).
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % sides as u64) as usize
    }

    pub fn pick<'a, T>(&mut self, among: &'a [T]) -> &'a T {
        &among[self.roll(among.len())]
    }

    pub fn one_in(&mut self, sides: usize) -> bool {
        self.roll(sides) == 0
    }
}

struct Maker {
    dice: Dice,
    document: Document,
    codes: CodeListId,
    /// Case fields that conditions may look at, with their path.
    known: Vec<(String, FieldKind)>,
}

impl Maker {
    fn object(&mut self, key: &str) -> ObjectTypeId {
        let id = self.document.new_id();
        self.document.objects.insert(id, ObjectType::new(id, key, key));
        id
    }

    fn data(&mut self, object: ObjectTypeId, key: &str, kind: FieldKind, constraints: Constraints) -> DataFieldId {
        let id = self.document.new_id();
        self.document.fields.insert(id, DataField { constraints, ..DataField::new(id, object, key, key, kind) });
        self.document.objects.get_mut(object).unwrap().fields.push(id);
        id
    }

    fn kind(&mut self) -> FieldKind {
        let kinds = [
            FieldKind::Text,
            FieldKind::LongText,
            FieldKind::WholeNumber,
            FieldKind::Decimal,
            FieldKind::Money,
            FieldKind::Date,
            FieldKind::Time,
            FieldKind::DateTime,
            FieldKind::YesNo,
            FieldKind::Choice(self.codes),
            FieldKind::MultipleChoice(self.codes),
            FieldKind::File,
            FieldKind::Person,
            FieldKind::Address,
            FieldKind::BankAccount,
            FieldKind::Email,
            FieldKind::Phone,
        ];
        *self.dice.pick(&kinds)
    }

    fn constraints(&mut self, kind: FieldKind) -> Constraints {
        let mut limits = Constraints::default();
        match kind {
            FieldKind::Text | FieldKind::LongText => {
                limits.min_length = self.dice.one_in(3).then_some(2);
                limits.max_length = self.dice.one_in(3).then_some(5);
                limits.pattern = (*self.dice.pick(&["", "", "", r"[a-zäöü]+", r"\d{2}|x+"])).to_owned();
            }
            FieldKind::WholeNumber | FieldKind::Decimal | FieldKind::Money => {
                limits.minimum = (*self.dice.pick(&["", "", "0", "-1.5", "antrag.f0"])).to_owned();
                limits.maximum = (*self.dice.pick(&["", "", "10", "12.5"])).to_owned();
            }
            FieldKind::Date => {
                limits.minimum = (*self.dice.pick(&["", "", "@\"2024-02-29\"", "today()", "date(\"2020-01-01\")"])).to_owned();
                limits.maximum = (*self.dice.pick(&["", "@\"2026-11-21\""])).to_owned();
            }
            FieldKind::Time => limits.maximum = (*self.dice.pick(&["", "@\"16:30:00\""])).to_owned(),
            FieldKind::DateTime => limits.minimum = (*self.dice.pick(&["", "@\"2024-02-29T12:00:00\""])).to_owned(),
            FieldKind::MultipleChoice(_) => {
                limits.min_items = self.dice.one_in(2).then_some(2);
                limits.max_items = self.dice.one_in(2).then_some(2);
            }
            FieldKind::File => {
                limits.file_kinds = if self.dice.one_in(2) { vec!["pdf".to_owned(), "jpg".to_owned()] } else { Vec::new() };
                limits.max_file_size = self.dice.one_in(2).then_some(1000);
            }
            _ => {}
        }
        limits
    }

    /// A comparison of a known field, or of one of the entry; seldom something that no schema can say.
    fn comparison(&mut self, entry: &[(String, FieldKind)]) -> String {
        let all: Vec<(String, FieldKind)> = self.known.iter().chain(entry).cloned().collect();
        if self.dice.one_in(60) {
            return "count([1]) = 1".to_owned();
        }
        let (path, kind) = self.dice.pick(&all).clone();
        let general = [format!("is filled({path})"), format!("not(is filled({path}))")];
        let mut ways: Vec<String> = general.to_vec();
        let signs = |values: &[&str]| {
            values
                .iter()
                .flat_map(|value| ["=", "!=", "<", "<=", ">", ">="].map(|sign| format!("{path} {sign} {value}")))
                .collect::<Vec<_>>()
        };
        match kind {
            FieldKind::Text => ways.extend([format!("{path} = \"ab\""), format!("{path} != \"ab\""), format!("contains({path}, \"b\")")]),
            FieldKind::WholeNumber | FieldKind::Decimal | FieldKind::Money => ways.extend(signs(&["0", "5", "9.99"])),
            FieldKind::Date => ways.extend(signs(&["@\"2024-02-29\"", "@\"2026-11-21\""])),
            FieldKind::Time => ways.extend(signs(&["@\"16:30:00\""])),
            FieldKind::YesNo => ways.extend([format!("{path} = true"), format!("{path} = false")]),
            FieldKind::Choice(_) => ways.extend(["= \"a\"", "!= \"b\"", "in [\"a\", \"c\"]"].map(|test| format!("{path} {test}"))),
            FieldKind::MultipleChoice(_) => ways.push(format!("list contains({path}, \"b\")")),
            FieldKind::Address => ways.push(format!("{path}.ort = \"Ort\"")),
            _ => {}
        }
        self.dice.pick(&ways).clone()
    }

    fn condition(&mut self, entry: &[(String, FieldKind)]) -> String {
        let [a, b, c] = [0; 3].map(|_: usize| self.comparison(entry));
        let ways = [
            a.clone(),
            a.clone(),
            format!("{a} and {b}"),
            format!("{a} or {b}"),
            format!("{a} and ({b} or {c})"),
            format!("({a} and {b}) or {c}"),
        ];
        self.dice.pick(&ways).clone()
    }

    fn seldom(&mut self, sides: usize, entry: &[(String, FieldKind)]) -> String {
        let has_some = !self.known.is_empty() && self.dice.one_in(sides);
        if has_some { self.condition(entry) } else { String::new() }
    }

    /// A condition over the first fields only, so that no condition hangs on itself.
    fn over_first(&mut self, count: usize, sides: usize) -> String {
        let rest = self.known.split_off(count);
        let condition = self.seldom(sides, &[]);
        self.known.extend(rest);
        condition
    }

    fn field(&mut self, object: ObjectTypeId, list: &[DataFieldId], key: &str, entry: &[(String, FieldKind)]) -> (FormElement, FieldKind) {
        let kind = self.kind();
        let constraints = self.constraints(kind);
        let data = self.data(object, key, kind, constraints);
        let mut field = FormField::of(DataPath([list, &[data]].concat()));
        field.is_required = self.dice.one_in(4);
        field.required_when = self.seldom(6, entry);
        field.is_read_only = self.dice.one_in(15);
        if !self.known.is_empty() && self.dice.one_in(8) {
            field.rules = vec![FieldRule { condition: self.condition(entry), message: String::new() }];
        }
        for part in kind.parts() {
            let demand = *self.dice.pick(&[None, None, Some(Demand::Optional), Some(Demand::Required), Some(Demand::Absent)]);
            field.parts.extend(demand.filter(|_| kind != FieldKind::File).map(|demand| PartDemand { part: (*part).to_owned(), demand }));
        }
        let visible_when = self.seldom(6, entry);
        (FormElement { visible_when, ..FormElement::new(self.document.new_id(), ElementKind::Field(field)) }, kind)
    }

    /// A form of two pages, a group, a list and rules.
    fn form(mut self) -> (Document, FormId) {
        let antrag = self.object("antrag");
        let mut elements = Vec::new();
        for number in 0..8 {
            let key = format!("f{number}");
            let (element, kind) = self.field(antrag, &[], &key, &[]);
            self.known.push((format!("antrag.{key}"), kind));
            elements.push(element);
        }
        let inside: Vec<FormElement> = elements.drain(3..6).collect();
        let group = FormElement {
            visible_when: self.over_first(3, 3),
            ..FormElement::new(self.document.new_id(), ElementKind::Group(FieldGroup::new("Gruppe", inside)))
        };
        elements.insert(1, group);
        let list = self.list(antrag);
        elements.push(list);
        let second = elements.split_off(3);
        let (first_page, second_page): (FormElementId, FormElementId) = (self.document.new_id(), self.document.new_id());
        let visible_when = self.over_first(2, 4);
        let pages = vec![
            Page { elements, ..Page::new(first_page, "Eins") },
            Page { elements: second, visible_when, ..Page::new(second_page, "Zwei") },
        ];
        let id = self.document.new_id();
        let mut form = Form::new(id, "formular", "Formular", pages);
        for _ in 0..self.dice.roll(4) {
            let rule = self.rule(&form);
            form.rules.push(rule);
        }
        self.document.forms.insert(id, form);
        (self.document, id)
    }

    fn list(&mut self, antrag: ObjectTypeId) -> FormElement {
        let dog = self.object("hund");
        let limits = Constraints { max_items: self.dice.one_in(3).then_some(1), ..Constraints::default() };
        let list = self.data(antrag, "hunde", FieldKind::List(dog), limits);
        let mut entry: Vec<(String, FieldKind)> = Vec::new();
        let mut elements = Vec::new();
        for key in ["x", "y", "z"] {
            let (element, kind) = self.field(dog, &[list], key, &entry.clone());
            entry.push((format!("hund.{key}"), kind));
            elements.push(element);
        }
        let repeat =
            Some(Repeat { list: DataPath::field(list), least: self.dice.roll(2) as u32, most: Some(2), layout: RepeatLayout::Cards });
        let kind = ElementKind::Group(FieldGroup { repeat, ..FieldGroup::new("Hunde", elements) });
        FormElement { visible_when: self.seldom(4, &[]), ..FormElement::new(self.document.new_id(), kind) }
    }

    fn rule(&mut self, form: &Form) -> FormRule {
        let ids: Vec<FormElementId> =
            form.elements().iter().map(|element| element.id).chain(form.pages.iter().map(|page| page.id)).collect();
        let consequences = [
            Consequence::Required,
            Consequence::RequiredElseNotAllowed,
            Consequence::NotAllowed,
            Consequence::Visible,
            Consequence::AtLeastOne,
            Consequence::ExactlyOne,
            Consequence::Message,
        ];
        let then = *self.dice.pick(&consequences);
        let is_visible = then == Consequence::Visible;
        let when = if is_visible { self.over_first(1, 1) } else { self.seldom(2, &[]) };
        // What the condition of a rule about visibility looks at is not itself hidden by it.
        let first = form.pages.first().and_then(|page| page.elements.first()).map(|element| element.id);
        let is_free = |id: &FormElementId| !is_visible || (Some(*id) != first && form.pages.first().is_none_or(|page| page.id != *id));
        let ids: Vec<FormElementId> = ids.into_iter().filter(is_free).collect();
        let targets = (0..=self.dice.roll(3)).map(|_| *self.dice.pick(&ids)).collect::<std::collections::BTreeSet<_>>();
        FormRule { when, then: Some(then), targets: targets.into_iter().collect(), ..FormRule::new(self.document.new_id(), "Regel") }
    }
}

fn make(seed: u64) -> (Document, FormId) {
    let mut document = Document::empty("probe", "Probe");
    let codes = document.new_id();
    let entries = ["a", "b", "c"].map(|code| CodeEntry::new(code, code)).to_vec();
    let list =
        CodeList { id: codes, key: "liste".to_owned(), name: "Liste".to_owned(), version: "1".to_owned(), uri: String::new(), entries };
    document.code_lists.insert(codes, list);
    Maker { dice: Dice(seed | 1), document, codes, known: Vec::new() }.form()
}

/// Texts for a simple kind, good ones first.
fn texts(kind: FieldKind) -> &'static [&'static str] {
    match kind {
        FieldKind::WholeNumber => &["5", "0", "10", "-1", "11", "1,5", "x"],
        FieldKind::Decimal => &["5", "9,99", "-1,5", "12,5", "12,51", "-1,51", "x"],
        FieldKind::Money => &["5", "9,99", "10,00", "12,50", "10,01", "12,345", "x"],
        FieldKind::Date => &["29.02.2024", "21.11.2026", "28.02.2024", "22.11.2026", "1.1.2020", "30.02.2024", "x"],
        FieldKind::Time => &["16:30", "08:00", "16:30:01", "24:00"],
        FieldKind::DateTime => &["29.02.2024 12:00", "21.11.2026 9:00", "29.02.2024 11:59:59", "x"],
        FieldKind::YesNo => &["ja", "nein", "ja", "x"],
        FieldKind::Choice(_) => &["a", "b", "c", "d"],
        FieldKind::MultipleChoice(_) => &["a", "a\nb", "b\nc", "a\nb\nc", "a\nx"],
        FieldKind::Email => &["a@b.de", "vor.nach@amt.example.org", "ä@bürger.example", "a@b", "a..b@c.de", "a@b.1", "a@-b.de"],
        FieldKind::Phone => &["0611 353-0", "+49 (0)611 3530", "1101", "110", "06+11 353", "1234567890123456", "(0)123"],
        _ => &["ab", "abc", "12", "xx", "a", "abcdef", "äöü", "A b"],
    }
}

fn part_texts(key: &str) -> &'static [&'static str] {
    match key {
        "geburtsdatum" => &["", "29.02.2000", "29.02.2001"],
        "plz" => &["65185", "01067", "", "00123", "1234", "SW1A"],
        "land" => &["", "", "Deutschland", "de", "Wien"],
        "iban" => &["DE89 3704 0044 0532 0130 00", "NO9386011117947", "SA0380000000608010167519", "", "DE89", "12345"],
        "name" => &["a.pdf", "b.JPG", "", "c.exe", "pdf"],
        "groesse" => &["1000", "", "1001", "1,5"],
        "hausnummer" | "anrede" => &["", "1"],
        _ => &["Ort", "Ort", "x", ""],
    }
}

/// Fills in what is visible, one field after the other, so that what becomes visible is asked too.
fn fill_in(filling: &mut Filling, dice: &mut Dice, carelessness: usize) {
    for _ in 0..3 {
        let mut places = Vec::new();
        filling.pages().iter().for_each(|page| collect(&page.elements, &mut places));
        for place in places {
            let inside = filling.element(&place).map(|element| (element.is_visible, element.inside.clone()));
            match inside {
                Some((_, Inside::Repeat(_))) if dice.one_in(2) => {
                    filling.add_entry(&place);
                }
                Some((true, Inside::Field(field))) if !dice.one_in(carelessness) => {
                    let parts = field.plan.kind.parts();
                    if parts.is_empty() {
                        let texts = texts(field.plan.kind);
                        let count = if dice.one_in(carelessness) { texts.len() } else { 3 };
                        filling.type_text(&place, 0, texts[dice.roll(count)]);
                    }
                    for (part, key) in parts.iter().enumerate() {
                        let texts = part_texts(key);
                        let count = if dice.one_in(carelessness) { texts.len() } else { 2 };
                        filling.type_text(&place, part, texts[dice.roll(count)]);
                    }
                }
                _ => {}
            }
        }
    }
}

pub fn collect(elements: &[ElementState], places: &mut Vec<Place>) {
    for element in elements {
        places.push(element.place.clone());
        match &element.inside {
            Inside::Group { elements, .. } => collect(elements, places),
            Inside::Repeat(repeat) => repeat.entries.iter().for_each(|entry| collect(&entry.elements, places)),
            _ => {}
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn forms_and_their_schemas_judge_alike(seed in any::<u64>()) {
        compare(seed);
    }
}

fn compare(seed: u64) {
    let (document, form) = make(seed);
    let judge = Judge::of(&document, form);
    let mut dice = Dice(seed.rotate_left(7) | 1);
    for carelessness in [2, 3, 5, 8, 12, 20, 40, 40, 40, 40] {
        let mut filling = begin(&document, form);
        judge.compare(&filling);
        fill_in(&mut filling, &mut dice, carelessness);
        judge.compare(&filling);
    }
}

/// Seeds that once brought up a difference.
#[test]
fn differences_that_were_found_stay_mended() {
    for seed in [10_936_781_281_052_135_085, 328_067_173_492_642_442, 1_133_199_115_439_822_016] {
        compare(seed);
    }
}

/// The test above says something only if both kinds of forms come up, and most schemas say everything.
#[test]
fn random_forms_are_good_and_bad() {
    let (mut good, mut bad, mut complete) = (0, 0, 0);
    for seed in 0..60_u64 {
        let (document, form) = make(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        let judge = Judge::of(&document, form);
        complete += usize::from(judge.says_all);
        let mut dice = Dice(seed * 7919 + 1);
        for _ in 0..10 {
            let mut filling = begin(&document, form);
            fill_in(&mut filling, &mut dice, 40);
            if judge.compare(&filling) { good += 1 } else { bad += 1 }
        }
    }
    assert!(good > 60 && bad > 60 && complete > 20, "{good} good, {bad} bad, {complete} of 60 schemas say everything");
}
