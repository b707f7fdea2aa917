//! The real schema S00000094 with its rules confirmed: form and JSON Schema judge the same filled-in forms alike.

use super::random::{Dice, collect};
use super::{Judge, begin};
use crate::exchange::{File, import};
use crate::form::{FieldState, Filling, Finding, Inside, Place};
use crate::model::{Document, FieldKind, FormId, FormRule};
use crate::rule::propose;

const FILES: [(&str, &[u8]); 5] = [
    ("S00000094.xml", include_bytes!("../../../../tests/data/fim/S00000094V1.0_xdf2.xml")),
    ("C00000020.xml", include_bytes!("../../../../tests/data/fim/C00000020_genericode.xml")),
    ("C00000021.xml", include_bytes!("../../../../tests/data/fim/C00000021_genericode.xml")),
    ("C60000006.xml", include_bytes!("../../../../tests/data/fim/C60000006_genericode.xml")),
    ("C60000020.xml", include_bytes!("../../../../tests/data/fim/C60000020_genericode.xml")),
];

/// The imported form with every rule that can be read confirmed, and how many those are.
fn confirmed() -> (Document, FormId, usize) {
    let files = FILES.map(|(name, bytes)| File { name, bytes });
    let mut document = import(&files).unwrap().document;
    let form = document.forms.values().next().unwrap().clone();
    let mut rules: Vec<FormRule> = Vec::new();
    let mut count = 0;
    for rule in &form.rules {
        let Ok(meanings) = propose(&document, &form, rule) else { continue };
        count += 1;
        for meaning in meanings {
            rules.push(FormRule { id: document.new_id(), ..meaning.of(rule) });
        }
    }
    document.forms.get_mut(form.id).unwrap().rules = rules;
    (document, form.id, count)
}

/// Texts that may go into a field, most of them good.
fn candidates(field: &FieldState) -> Vec<String> {
    let own = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    match field.plan.kind {
        FieldKind::Choice(_) => field.plan.codes.iter().map(|entry| entry.code.clone()).chain(["x".to_owned()]).collect(),
        FieldKind::YesNo => own(&["ja", "nein"]),
        FieldKind::Date => own(&["29.02.2024", "21.11.2026", "30.02.2024"]),
        FieldKind::WholeNumber | FieldKind::Decimal | FieldKind::Money => own(&["1", "2", "12", "29", "31", "2023", "2024", "1,5"]),
        FieldKind::Email => own(&["a@b.de", "a@b"]),
        FieldKind::Phone => own(&["0611 353-0", "12"]),
        _ => own(&["Ort", "65185", "1", "02", "29", "2023", "2024", "0611 353-0", "a@b.de", "x"]),
    }
}

/// Fills in or empties a field at fault, or any if none is.
fn change(filling: &mut Filling, dice: &mut Dice, findings: &[Finding]) {
    let mut places: Vec<Place> = Vec::new();
    filling.pages().iter().for_each(|page| collect(&page.elements, &mut places));
    let place = if findings.is_empty() || dice.one_in(6) { dice.pick(&places).clone() } else { dice.pick(findings).place.clone() };
    let Some(element) = filling.element(&place).cloned() else { return };
    match element.inside {
        Inside::Field(field) => {
            let text = if dice.one_in(3) { String::new() } else { dice.pick(&candidates(&field)).clone() };
            filling.type_text(&place, dice.roll(field.texts.len()), &text);
        }
        Inside::Group { elements, .. } => {
            let mut inner = Vec::new();
            collect(&elements, &mut inner);
            if !inner.is_empty() {
                let place = dice.pick(&inner).clone();
                filling.type_text(&place, 0, if dice.one_in(2) { "Ort" } else { "" });
            }
        }
        Inside::Repeat(_) => drop(Some(filling.add_entry(&place))),
        _ => {}
    }
}

#[test]
fn the_real_form_and_its_schema_judge_alike() {
    let (document, form, count) = confirmed();
    assert!(count >= 11, "{count} rules were read");
    let judge = Judge::of(&document, form);
    let (mut good, mut bad) = (0, 0);
    for seed in 1..=8 {
        let mut dice = Dice(0x9E37_79B9_7F4A_7C15_u64.wrapping_mul(seed));
        let mut filling = begin(&document, form);
        for _ in 0..250 {
            if judge.compare(&filling) {
                good += 1
            } else {
                bad += 1
            }
            let findings = filling.validate();
            change(&mut filling, &mut dice, &findings);
        }
    }
    assert!(good > 20 && bad > 20, "{good} good, {bad} bad");
    assert!(judge.says_all, "{:#?}", super::export(&document, form).map(|export| export.unsaid));
}
