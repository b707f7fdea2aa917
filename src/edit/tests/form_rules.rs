//! Rules of forms, forms that show others, and translations, while what they speak of changes.

use super::fixture::Sample;
use crate::edit::{Command, ContentCommand, Record, Refusal};
use crate::model::*;

fn elements(s: &Sample) -> Vec<FormElementId> {
    s.document().forms.get(s.form).unwrap().pages[0].elements.iter().map(|element| element.id).collect()
}

fn rule(targets: &[FormElementId]) -> FormRule {
    let rule = FormRule::new(FormElementId(0), "Regel");
    FormRule { when: "antrag.name != null".into(), then: Some(Consequence::Required), targets: targets.to_vec(), ..rule }
}

fn add(s: &mut Sample, rule: FormRule) -> Result<FormElementId, Refusal> {
    let made = s.editor.apply(Command::Content(ContentCommand::AddRule { form: s.form, rule }))?;
    let [Subject::FormElement(_, id)] = made.created[..] else { panic!("one rule") };
    Ok(id)
}

fn rules(s: &Sample) -> &[FormRule] {
    &s.document().forms.get(s.form).unwrap().rules
}

#[test]
fn a_rule_is_added_changed_and_removed() {
    let mut s = Sample::new();
    let all = elements(&s);
    let id = add(&mut s, rule(&all[..1])).unwrap();
    assert_eq!(rules(&s), [FormRule { id, ..rule(&all[..1]) }]);
    let mut form = s.document().forms.get(s.form).unwrap().clone();
    form.rules[0].then = Some(Consequence::NotAllowed);
    s.editor.apply(Command::Put(Record::Form(form.clone()))).unwrap();
    assert_eq!(rules(&s)[0].then, Some(Consequence::NotAllowed));
    form.rules[0].id = FormElementId(9_999);
    assert_eq!(s.editor.apply(Command::Put(Record::Form(form))), Err(Refusal::Structure(Subject::Form(s.form))));
    s.editor.apply(Command::Remove(vec![Subject::FormElement(s.form, id)])).unwrap();
    assert!(rules(&s).is_empty());
}

#[test]
fn a_rule_speaks_of_its_own_form_only() {
    let mut s = Sample::new();
    let page = s.page;
    assert_eq!(add(&mut s, rule(&[page])), Err(Refusal::NotThere));
}

#[test]
fn a_rule_forgets_elements_that_go_and_goes_with_the_last() {
    let mut s = Sample::new();
    let all = elements(&s);
    add(&mut s, rule(&all[..2])).unwrap();
    let worded = FormRule { wording: "Wer A angibt, muss B angeben.".into(), ..rule(&all[..1]) };
    add(&mut s, worded).unwrap();
    let remove = |s: &mut Sample, id| s.editor.apply(Command::Remove(vec![Subject::FormElement(s.form, id)])).unwrap();
    remove(&mut s, all[0]);
    let targets = |s: &Sample| rules(s).iter().map(|rule| rule.targets.clone()).collect::<Vec<_>>();
    assert_eq!(targets(&s), [vec![all[1]], vec![]], "what a law says stays, though it is about nothing now");
    remove(&mut s, all[1]);
    assert_eq!(targets(&s), [Vec::new()]);
}

#[test]
fn a_rules_condition_follows_a_renamed_field() {
    let mut s = Sample::new();
    let all = elements(&s);
    add(&mut s, rule(&all[1..2])).unwrap();
    let field = DataField { key: "vorname".into(), ..s.document().fields.get(s.name_field).unwrap().clone() };
    s.editor.apply(Command::Put(Record::DataField(field))).unwrap();
    assert_eq!(rules(&s)[0].when, "antrag.vorname != null");
}

#[test]
fn a_copied_form_has_rules_about_its_own_elements() {
    let mut s = Sample::new();
    let all = elements(&s);
    add(&mut s, rule(&all[..2])).unwrap();
    let made = s.editor.apply(Command::Content(ContentCommand::DuplicateForm { form: s.form })).unwrap();
    let copy = made.created.iter().find_map(|it| if let Subject::Form(form) = it { Some(*form) } else { None }).unwrap();
    let copy = s.document().forms.get(copy).unwrap();
    let own: Vec<FormElementId> = copy.pages[0].elements.iter().map(|element| element.id).collect();
    assert_eq!(copy.rules[0].targets, own[..2]);
    assert!(own.iter().all(|id| !all.contains(id)));
}

#[test]
fn a_form_shows_another_but_never_itself() {
    let mut s = Sample::new();
    let made = s.editor.apply(Command::Content(ContentCommand::AddForm { name: "Prüfung".into(), step: None })).unwrap();
    let Subject::Form(check) = made.created[0] else { panic!("a form") };
    let show = |s: &mut Sample, form: FormId, shown: FormId| {
        let form = s.document().forms.get(form).unwrap().clone();
        s.editor.apply(Command::Put(Record::Form(Form { shows: Some(shown), ..form }))).map(drop)
    };
    let form = s.form;
    assert_eq!(show(&mut s, form, form), Err(Refusal::IntoItself));
    assert_eq!(show(&mut s, check, form), Ok(()));
    assert_eq!(show(&mut s, form, check), Err(Refusal::IntoItself), "not in a circle either");
    s.editor.apply(Command::Remove(vec![Subject::Form(form)])).unwrap();
    assert_eq!(s.document().forms.get(check).unwrap().shows, None);
}

#[test]
fn translations_go_with_what_they_translate() {
    let mut s = Sample::new();
    let made = s.editor.apply(Command::Content(ContentCommand::AddLanguage { tag: "en".into(), name: "English".into() })).unwrap();
    let Subject::Language(id) = made.created[0] else { panic!("a language") };
    let element = elements(&s)[0];
    let mut language = s.document().languages.get(id).unwrap().clone();
    for at in [Subject::Form(s.form), Subject::FormElement(s.form, element)] {
        let translation = Translation { text: "Name".into(), of: "Name".into() };
        language.texts.insert(TextPlace { at, part: TextPart::Name }, translation);
    }
    s.editor.apply(Command::Put(Record::Language(language))).unwrap();
    let places = |s: &Sample| s.document().languages.get(id).unwrap().texts.keys().map(|place| place.at).collect::<Vec<_>>();
    s.editor.apply(Command::Remove(vec![Subject::FormElement(s.form, element)])).unwrap();
    assert_eq!(places(&s), [Subject::Form(s.form)]);
    s.editor.apply(Command::Remove(vec![Subject::Form(s.form)])).unwrap();
    assert!(places(&s).is_empty());
}

#[test]
fn the_tag_of_a_language_is_legal_and_its_own() {
    let mut s = Sample::new();
    let mut add = |tag: &str| {
        let command = ContentCommand::AddLanguage { tag: tag.into(), name: String::new() };
        s.editor.apply(Command::Content(command)).map(|made| made.created[0])
    };
    let english = add("en").unwrap();
    assert!(add("de-x-leicht").is_ok());
    assert_eq!(add("EN"), Err(Refusal::KeyTaken { key: "EN".into(), by: english }));
    for tag in ["", "e n", "-en", "1a", "en--x", "abcdefghi"] {
        assert_eq!(add(tag), Err(Refusal::NotALanguage { tag: tag.into() }));
    }
}
