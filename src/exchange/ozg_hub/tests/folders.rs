//! Project folders that are not as they should be: damaged, doubled, unused, missing, empty. Each has its sentence, and nothing is lost.

use super::*;
use crate::exchange::{ImportError, Note, Unfit, What};
use crate::model::Subject;

const FORM: &str = r#"{"id":"1:Stadt_Antrag:v1.0","title":"Antrag","sections":[{"title":"a","fieldGroups":[{"id":"g","title":"",
    "rows":[{"fields":[{"id":"name","label":"Name","type":"STRING","width":12}]}]}]}]}"#;

fn model(id: &str, form: &str) -> String {
    format!(
        "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:activiti=\"http://activiti.org/bpmn\">\
         <process id=\"{id}\" name=\"Hund\" isExecutable=\"true\"><startEvent id=\"s\"/>\n<userTask id=\"angaben\" name=\"Angaben\" \
         activiti:formKey=\"formular:{form}\"/><endEvent id=\"e\"/><sequenceFlow id=\"f1\" sourceRef=\"s\" targetRef=\"angaben\"/>\
         <sequenceFlow id=\"f2\" sourceRef=\"angaben\" targetRef=\"e\"/></process></definitions>"
    )
}

fn files(given: &[(&str, &str)]) -> Vec<(String, Vec<u8>)> {
    given.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect()
}

fn refused(given: &[(&str, &str)]) -> ImportError {
    let files: Vec<File<'_>> = given.iter().map(|(name, text)| File { name, bytes: text.as_bytes() }).collect();
    import(&files).unwrap_err()
}

fn said(imported: &Imported, is_it: impl Fn(&Remark) -> bool) -> Vec<&Note> {
    imported.report.iter().filter(|note| matches!(&note.what, What::OzgHub(remark) if is_it(remark))).collect()
}

/// What goes out unchanged is what came in.
fn nothing_is_lost(given: &[(String, Vec<u8>)], imported: &Imported) {
    let mut out = exported(&imported.document).files;
    out.sort();
    let mut given = given.to_vec();
    given.sort();
    assert_eq!(out, given);
}

#[test]
fn a_damaged_model_beside_a_good_one_stays_and_is_said() {
    let good = model("m1.hund", "1:Stadt_Antrag:v1.0");
    let damaged = "<definitions>\n<process id=\"m1.katze\">";
    // By its name the damaged one comes first.
    let files = files(&[("models/a.bpmn", damaged), ("models/b.bpmn", &good), ("forms/Stadt_Antrag-v1.0-de.json", FORM)]);
    let imported = imported(&files);
    assert_eq!(imported.document.nodes.len(), 3);
    let found = said(&imported, |remark| matches!(remark, Remark::Damaged(Unfit::Xml(_))));
    assert_eq!(found.iter().map(|note| note.at.file.as_str()).collect::<Vec<_>>(), ["models/a.bpmn"]);
    assert_eq!(said(&imported, |remark| *remark == Remark::OtherModel).len(), 0, "it is damaged, not another");
    nothing_is_lost(&files, &imported);
    // A change reaches the good one.
    let mut document = imported.document;
    let step = document.nodes.values().find(|node| node.key == "angaben").unwrap().id;
    document.nodes.get_mut(step).unwrap().name = "Angaben zum Hund".to_owned();
    let out = exported(&document);
    assert!(text(&out, "models/b.bpmn").contains("name=\"Angaben zum Hund\""));
    assert_eq!(text(&out, "models/a.bpmn"), damaged);
}

#[test]
fn a_model_in_an_encoding_that_nobody_knows_stays() {
    let odd = "<?xml version=\"1.0\" encoding=\"U-8TF\"?><definitions/>";
    let files = files(&[("models/a.bpmn", odd), ("forms/Stadt_Antrag-v1.0-de.json", FORM)]);
    let imported = imported(&files);
    assert_eq!(said(&imported, |remark| matches!(remark, Remark::Damaged(Unfit::Xml(_)))).len(), 1);
    nothing_is_lost(&files, &imported);
}

#[test]
fn damaged_models_alone_are_refused_and_beside_forms_said() {
    let error = refused(&[("models/a.bpmn", "<definitions>"), ("config/project.json", "{}")]);
    assert!(error.file == "models/a.bpmn" && matches!(error.unfit, Unfit::Xml(_)), "{error:?}");
    let files = files(&[("models/a.bpmn", "<definitions>"), ("forms/Stadt_Antrag-v1.0-de.json", FORM)]);
    let imported = imported(&files);
    assert_eq!((imported.document.forms.len(), imported.document.nodes.len()), (1, 0));
    assert_eq!(said(&imported, |remark| matches!(remark, Remark::Damaged(_))).len(), 1);
    nothing_is_lost(&files, &imported);
}

#[test]
fn two_models_of_the_same_id_are_said() {
    let text = model("m1.hund", "1:Stadt_Antrag:v1.0");
    let files = files(&[("models/a.bpmn", &text), ("models/b.bpmn", &text), ("forms/Stadt_Antrag-v1.0-de.json", FORM)]);
    let imported = imported(&files);
    let same = said(&imported, |remark| *remark == Remark::Flaw(Flaw::SameProcess("m1.hund".to_owned())));
    assert_eq!(same.iter().map(|note| (note.at.file.as_str(), note.at.line)).collect::<Vec<_>>(), [("models/b.bpmn", Some(1))]);
    assert_eq!(said(&imported, |remark| *remark == Remark::OtherModel).len(), 1);
    nothing_is_lost(&files, &imported);
    let mut document = imported.document;
    let step = document.nodes.values().find(|node| node.key == "angaben").unwrap().id;
    document.nodes.get_mut(step).unwrap().name = "Neu".to_owned();
    let out = exported(&document);
    assert!(text_of(&out, "models/a.bpmn").contains("name=\"Neu\"") && text_of(&out, "models/b.bpmn") == text);
}

fn text_of(exported: &Exported, path: &str) -> String {
    text(exported, path)
}

#[test]
fn two_processes_of_one_model_come_in_and_play() {
    let first = model("m1.hund", "1:Stadt_Antrag:v1.0");
    let second = "<process id=\"m1.katze\" name=\"Katze\"><startEvent id=\"s2\"/><endEvent id=\"e2\"/><sequenceFlow id=\"f9\" sourceRef=\"s2\" targetRef=\"e2\"/></process>";
    let both = first.replace("</definitions>", &format!("{second}</definitions>"));
    let files = files(&[("models/a.bpmn", &both), ("forms/Stadt_Antrag-v1.0-de.json", FORM)]);
    let imported = imported(&files);
    let names: Vec<&str> = imported.document.processes.values().map(|process| process.name.as_str()).collect();
    assert_eq!(names, ["Hund", "Katze"]);
    assert_eq!(imported.document.main().unwrap().key, "hund");
    nothing_is_lost(&files, &imported);
}

#[test]
fn forms_that_nobody_uses_that_are_missing_and_that_are_only_foreign_are_said() {
    let other = FORM.replace("Stadt_Antrag", "Stadt_Anderes");
    let files = files(&[
        ("models/a.bpmn", &model("m1.hund", "1:Stadt_Fehlt:v1.0")),
        ("forms/Stadt_Antrag-v1.0-de.json", FORM),
        ("forms/Stadt_Anderes-v1.0-en.json", &other),
    ]);
    let imported = imported(&files);
    let unused = said(&imported, |remark| *remark == Remark::UnusedForm);
    assert_eq!(unused.len(), 2);
    assert!(unused.iter().all(|note| matches!(note.at.subject, Some(Subject::Form(_)))));
    let missing = said(&imported, |remark| *remark == Remark::Flaw(Flaw::NoForm("1:Stadt_Fehlt:v1.0".to_owned())));
    let step = imported.document.nodes.values().find(|node| node.key == "angaben").unwrap().id;
    assert_eq!(missing.iter().map(|note| (note.at.line, note.at.subject)).collect::<Vec<_>>(), [(Some(2), Some(Subject::Node(step)))]);
    let foreign = said(&imported, |remark| *remark == Remark::NoGerman("en".to_owned()));
    assert_eq!(foreign.iter().map(|note| note.at.file.as_str()).collect::<Vec<_>>(), ["forms/Stadt_Anderes-v1.0-en.json"]);
    nothing_is_lost(&files, &imported);
}

#[test]
fn a_form_that_a_model_beside_the_shown_one_uses_is_not_called_unused() {
    let other = FORM.replace("Stadt_Antrag", "Stadt_Anderes");
    let imported = imported(&files(&[
        ("models/a.bpmn", &model("m1.hund", "1:Stadt_Antrag:v1.0")),
        ("models/b.bpmn", &model("m1.katze", "1:Stadt_Anderes:v1.0")),
        ("forms/Stadt_Antrag-v1.0-de.json", FORM),
        ("forms/Stadt_Anderes-v1.0-de.json", &other),
    ]));
    assert_eq!(said(&imported, |remark| *remark == Remark::UnusedForm).len(), 0);
}

#[test]
fn folders_without_a_project_are_refused_in_words() {
    assert_eq!(import(&[]).unwrap_err().unfit, Unfit::Nothing);
    assert_eq!(refused(&[("bild.png", "\u{1}"), ("daten.json", "{}")]).unfit, Unfit::NoProject);
    assert_eq!(refused(&[("daten.json", "{}")]).unfit, Unfit::ForeignJson);
}

#[test]
fn a_form_that_is_no_json_stays_and_is_said() {
    let files =
        files(&[("models/a.bpmn", &model("m1.hund", "1:Stadt_Antrag:v1.0")), ("forms/Stadt_Antrag-v1.0-de.json", "{\n \"id\": \n}")]);
    let imported = imported(&files);
    let found = said(&imported, |remark| matches!(remark, Remark::NoJson | Remark::Flaw(Flaw::NoJson)));
    assert_eq!(found.iter().map(|note| note.at.line).collect::<Vec<_>>(), [Some(3)]);
    nothing_is_lost(&files, &imported);
}

#[test]
fn a_filled_in_form_among_the_forms_stays_as_it_is() {
    let values = r#"{"formId": "1:antrag:v1.0", "fields": {"g:0:name": {"value": "Amt", "validationMessages": [], "valid": true}}}"#;
    let given = files(&[("forms/Stadt_A-v1.0-de.json", values)]);
    let imported = imported(&given);
    assert_eq!(imported.document.forms.len(), 1);
    nothing_is_lost(&given, &imported);
}
