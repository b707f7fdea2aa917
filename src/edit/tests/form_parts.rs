//! Parts of forms are copied within and between forms and documents; forms are made over others.

use super::fixture::content;
use crate::edit::*;
use crate::model::*;

/// What a caseworker's form has of its own.
pub fn derivation() -> Derivation {
    let text = str::to_owned;
    Derivation {
        name: text("Prüfung"),
        page: text("Entscheidung"),
        decision: text("Entscheidung"),
        outcomes: vec![text("Stattgeben"), text("Ablehnen")],
        comment: text("Anmerkung"),
    }
}

/// An editor over a document with a form with a text field and a repeatable group with one field.
fn editor() -> (Editor, FormId) {
    let mut editor = Editor::new(Document::empty("probe", "Probe"));
    let made = content(&mut editor, ContentCommand::AddForm { name: "Antrag".into(), step: None });
    let [Subject::Form(form), Subject::FormElement(_, page)] = made[..] else { panic!("{made:?}") };
    let place = FormPlace { form, container: page, index: usize::MAX };
    content(&mut editor, ContentCommand::AddField { place, label: "Name".into(), kind: NewFieldKind::Simple(FieldKind::Text) });
    content(&mut editor, ContentCommand::AddField { place, label: "Kinder".into(), kind: NewFieldKind::List });
    let group = editor.document().forms.get(form).unwrap().elements()[1].id;
    let place = FormPlace { container: group, ..place };
    content(&mut editor, ContentCommand::AddField { place, label: "Vorname".into(), kind: NewFieldKind::Choice(None) });
    (editor, form)
}

fn elements(editor: &Editor, form: FormId) -> Vec<FormElement> {
    editor.document().forms.get(form).unwrap().elements().into_iter().cloned().collect()
}

fn paths(editor: &Editor, form: FormId) -> Vec<String> {
    let document = editor.document();
    document.forms.get(form).unwrap().fields().map(|(_, field)| document.path_text(&field.data).unwrap()).collect()
}

fn paste(editor: &mut Editor, fragment: FormFragment, form: FormId) -> Vec<Subject> {
    let container = editor.document().forms.get(form).unwrap().pages[0].id;
    content(editor, ContentCommand::PasteInForm { fragment, place: Some(FormPlace { form, container, index: usize::MAX }) })
}

/// Gives a group another title, as the inspector does.
fn rename_group(editor: &mut Editor, form: FormId, at: usize, title: &str) {
    let id = elements(editor, form)[at].id;
    let mut changed = editor.document().forms.get(form).unwrap().clone();
    let ElementKind::Group(group) = &mut changed.element_mut(id).unwrap().kind else { panic!("no group") };
    group.title = title.to_owned();
    editor.apply(Command::Put(Record::Form(changed))).unwrap();
}

#[test]
fn a_new_repeatable_group_names_its_data_as_long_as_nothing_is_in_it() {
    let (mut editor, form) = editor();
    let page = editor.document().forms.get(form).unwrap().pages[0].id;
    let place = FormPlace { form, container: page, index: usize::MAX };
    content(&mut editor, ContentCommand::AddField { place, label: "Wiederholbare Gruppe".into(), kind: NewFieldKind::List });
    rename_group(&mut editor, form, 3, "Hunde");
    let list = editor.document().find_path("antrag.hunde").unwrap().last().unwrap();
    let object = editor.document().fields.get(list).unwrap().kind.object().unwrap();
    assert_eq!(editor.document().objects.get(object).unwrap().key, "hunde");
    let group = elements(&editor, form)[3].id;
    let place = FormPlace { container: group, ..place };
    content(&mut editor, ContentCommand::AddField { place, label: "Rasse".into(), kind: NewFieldKind::Simple(FieldKind::Text) });
    rename_group(&mut editor, form, 3, "Tiere");
    assert!(editor.document().find_path("antrag.hunde").is_some(), "expressions may speak of it");
    editor.undo();
    editor.undo();
    editor.undo();
    assert!(editor.document().find_path("antrag.wiederholbareGruppe").is_some(), "one step");
}

#[test]
fn a_copy_in_the_same_form_asks_for_new_data_of_the_same_kind() {
    let (mut editor, form) = editor();
    let all: Vec<Subject> = elements(&editor, form).iter().take(2).map(|element| Subject::FormElement(form, element.id)).collect();
    let fragment = copy_of_forms(editor.document(), &all).unwrap();
    paste(&mut editor, fragment, form);
    assert_eq!(paths(&editor, form), ["antrag.name", "antrag.kinder.vorname", "antrag.name2", "antrag.kinder2.vorname"]);
    let lists: Vec<FieldKind> = ["antrag.kinder", "antrag.kinder2"]
        .map(|path| editor.document().fields.get(editor.document().find_path(path).unwrap().last().unwrap()).unwrap().kind)
        .to_vec();
    assert_eq!(lists[0], lists[1], "both lists hold the same objects");
}

#[test]
fn what_was_cut_is_pasted_with_its_data_and_into_another_form_with_the_same_data() {
    let (mut editor, form) = editor();
    let first = elements(&editor, form)[0].id;
    let fragment = copy_of_forms(editor.document(), &[Subject::FormElement(form, first)]).unwrap();
    editor.apply(Command::Remove(vec![Subject::FormElement(form, first)])).unwrap();
    paste(&mut editor, fragment.clone(), form);
    assert_eq!(paths(&editor, form), ["antrag.kinder.vorname", "antrag.name"]);
    let made = content(&mut editor, ContentCommand::AddForm { name: "Anlage".into(), step: None });
    let Subject::Form(other) = made[0] else { panic!("{made:?}") };
    paste(&mut editor, fragment, other);
    assert_eq!(paths(&editor, other), ["antrag.name"]);
}

#[test]
fn a_field_pasted_into_a_list_asks_for_data_of_its_entries() {
    let (mut editor, form) = editor();
    let all = elements(&editor, form);
    let fragment = copy_of_forms(editor.document(), &[Subject::FormElement(form, all[0].id)]).unwrap();
    let place = FormPlace { form, container: all[1].id, index: 0 };
    content(&mut editor, ContentCommand::PasteInForm { fragment, place: Some(place) });
    assert_eq!(paths(&editor, form), ["antrag.name", "antrag.kinder.name", "antrag.kinder.vorname"]);
}

#[test]
fn a_form_of_another_document_brings_its_data_lists_and_rules() {
    let (mut editor, form) = editor();
    let targets = vec![elements(&editor, form)[0].id];
    let rule = FormRule { targets, then: Some(Consequence::NotAllowed), ..FormRule::new(FormElementId(0), "Kein Name") };
    content(&mut editor, ContentCommand::AddRule { form, rule });
    let fragment = copy_of_forms(editor.document(), &[Subject::Form(form)]).unwrap();
    let mut other = Editor::new(Document::empty("andere", "Andere"));
    let made = content(&mut other, ContentCommand::PasteInForm { fragment, place: None });
    let Some(Subject::Form(copy)) = made.iter().find(|made| matches!(made, Subject::Form(_))).copied() else { panic!("{made:?}") };
    assert_eq!(paths(&other, copy), ["antrag.name", "antrag.kinder.vorname"]);
    let list = other.document().code_lists.values().next().unwrap();
    assert_eq!(list.entries, editor.document().code_lists.values().next().unwrap().entries);
    let form = other.document().forms.get(copy).unwrap();
    assert_eq!(form.rules[0].targets, [form.elements()[0].id]);
}

#[test]
fn a_rule_comes_along_only_with_all_that_it_speaks_of() {
    let (mut editor, form) = editor();
    let all = elements(&editor, form);
    let rule = FormRule { targets: vec![all[0].id, all[1].id], ..FormRule::new(FormElementId(0), "Beide") };
    content(&mut editor, ContentCommand::AddRule { form, rule });
    let subject = |at: usize| Subject::FormElement(form, all[at].id);
    assert_eq!(copy_of_forms(editor.document(), &[subject(0)]).unwrap().rules, []);
    assert_eq!(copy_of_forms(editor.document(), &[subject(0), subject(1)]).unwrap().rules.len(), 1);
}

#[test]
fn a_form_over_another_shows_it_and_asks_for_the_decision() {
    let (mut editor, form) = editor();
    let made = content(&mut editor, ContentCommand::DeriveForm { form, wanted: derivation() });
    let Some(Subject::Form(derived)) = made.iter().find(|made| matches!(made, Subject::Form(_))).copied() else { panic!("{made:?}") };
    let document = editor.document();
    let derived = document.forms.get(derived).unwrap();
    assert_eq!(derived.shows, Some(form));
    assert_eq!(derived.pages[0].title, "Entscheidung");
    let is_required: Vec<bool> = derived.fields().map(|(_, field)| field.is_required).collect();
    assert_eq!(is_required, [true, false]);
    let list = document.code_lists.values().last().unwrap();
    let codes: Vec<(&str, &str)> = list.entries.iter().map(|entry| (entry.code.as_str(), entry.label.as_str())).collect();
    assert_eq!(codes, [("stattgeben", "Stattgeben"), ("ablehnen", "Ablehnen")]);
    content(&mut editor, ContentCommand::AddSummary { form, title: "Zusammenfassung".into() });
    assert_eq!(editor.document().forms.get(form).unwrap().pages[1].kind, PageKind::Summary);
}
