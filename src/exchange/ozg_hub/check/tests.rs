//! The checks, each with a project that has exactly one flaw, and with one that has none.

use super::*;

const MODEL: &str = r#"<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:activiti="http://activiti.org/bpmn">
<process id="m102.hund">
<userTask id="antrag" activiti:formKey="formular:102:Hund:v1.0"/>
</process>
</definitions>"#;

/// A form with two fields, the second shown when the first is filled in.
fn form(id: &str, asked: &str) -> String {
    format!(
        r#"{{
  "id": "{id}", "title": "Hund", "source": {{"variableName": "hund"}}, "target": {{"variableName": "hund"}},
  "sections": [{{"title": "", "fieldGroups": [{{"id": "g", "title": "Hund", "rows": [
    {{"fields": [{{"id": "a", "label": "Name", "type": "STRING"}}]}},
    {{"fields": [{{"id": "b", "label": "Rasse", "type": "STRING", "helptext": "Laut Impfpass", "displayConditions": [
      {{"@type": "ShowOnFilledFieldCondition", "conditionFieldKey": {{"groupId": "g", "groupIndex": 0, "fieldId": "{asked}"}}}}]}}]}}
  ]}}]}}]
}}"#
    )
}

fn found(files: &[(&str, &str)]) -> Vec<(usize, Flaw)> {
    findings(files).into_iter().map(|finding| (finding.line, finding.flaw)).collect()
}

#[test]
fn a_good_project_has_no_flaw() {
    let form = form("102:Hund:v1.0", "a");
    assert_eq!(findings(&[("models/hund.bpmn", MODEL), ("forms/Hund-v1.0-de.json", &form)]), []);
}

#[test]
fn marks_that_were_left_are_found_in_every_file() {
    let text = "Methode: todos\n/* TODO Preis eintragen */\nname = Replace_me_now\nTODOS TODO\n";
    let lines: Vec<usize> = found(&[("scripts/hund/init.groovy", text)]).into_iter().map(|(line, _)| line).collect();
    assert_eq!(lines, [2, 3, 4]);
    assert_eq!(found(&[("README.md", "alles gut, mastodont")]), []);
}

#[test]
fn wrong_ids_are_found() {
    let model = MODEL.replace("m102.hund", "mMANDANT.hund").replace("id=\"antrag\"", "id=\"antrag-prüfen\"");
    let form = form("102:Hund:v1.0", "a").replace("\"id\": \"b\"", "\"id\": \"rasse-straße\"");
    let flaws = found(&[("models/hund.bpmn", &model), ("forms/Hund-v1.0-de.json", &form)]);
    let wrong = |id: &str| Flaw::WrongId(id.to_owned());
    assert_eq!(flaws, [(5, wrong("rasse-straße")), (2, wrong("mMANDANT.hund")), (3, wrong("antrag-prüfen"))]);
}

#[test]
fn a_form_that_is_asked_for_must_be_there() {
    let form = form("102:Katze:v1.0", "a");
    let flaws = found(&[("models/hund.bpmn", MODEL), ("forms/Katze-v1.0-de.json", &form)]);
    assert_eq!(flaws, [(3, Flaw::NoForm("102:Hund:v1.0".to_owned()))]);
}

#[test]
fn conditions_must_speak_of_fields_that_are_there() {
    let form = form("102:Hund:v1.0", "weg");
    assert_eq!(found(&[("forms/Hund-v1.0-de.json", &form)]), [(6, Flaw::Dangling("g:weg".to_owned()))]);
}

#[test]
fn translations_must_be_whole_and_made_alike() {
    let german = form("102:Hund:v1.0", "a");
    let english = german
        .replace("102:Hund:v1.0", "102:Hund_en:v1.0")
        .replace("\"Name\"", "\"\"")
        .replace("\"label\": \"Rasse\"", "\"label\": \"Breed\"");
    let files = |english: &str| found(&[("forms/Hund-v1.0-de.json", &german), ("forms/Hund-v1.0-en.json", english)]);
    assert_eq!(files(&english), [(4, Flaw::Untranslated("Name".to_owned()))]);
    let other = english.replace("\"label\": \"\"", "\"label\": \"Name\"").replace("\"id\": \"b\"", "\"id\": \"c\"");
    let path = "sections[0].fieldGroups[0].rows[1].fields[0].id";
    assert_eq!(files(&other), [(5, Flaw::OtherwiseMade(path.to_owned()))]);
    let same = german.replace("\"Hund\"", "\"Dog\"");
    assert_eq!(files(&same), [(2, Flaw::SameId("102:Hund:v1.0".to_owned()))]);
}

#[test]
fn caseworkers_see_what_applicants_were_asked() {
    let applicant = form("102:Hund:v1.0", "a");
    let office = applicant
        .replace("102:Hund:v1.0", "102:Amt:v1.0")
        .replace("\"target\": {\"variableName\": \"hund\"}", "\"target\": {\"variableName\": \"amt\"}");
    let disabled = office.replace("\"type\": \"STRING\"", "\"type\": \"STRING\", \"disabled\": true");
    let files = |office: &str| found(&[("forms/Hund-v1.0-de.json", &applicant), ("forms/Amt-v1.0-de.json", office)]);
    assert_eq!(files(&disabled), []);
    assert_eq!(files(&office), [(4, Flaw::Changeable("g:a".to_owned())), (5, Flaw::Changeable("g:b".to_owned()))]);
    let less = disabled.replace("{\"fields\": [{\"id\": \"a\", \"label\": \"Name\", \"type\": \"STRING\", \"disabled\": true}]},", "");
    let flaws: Vec<Flaw> = files(&less).into_iter().map(|(_, flaw)| flaw).collect();
    assert_eq!(flaws, [Flaw::NotShown("g:a".to_owned()), Flaw::Dangling("g:a".to_owned())]);
}

#[test]
fn what_is_no_json_is_said_with_its_line() {
    assert_eq!(found(&[("forms/Hund-v1.0-de.json", "{\n\"id\": }")]), [(2, Flaw::NoJson)]);
}
