//! Scripts that are kept and not run: what they set, what their doubles answer, and what nobody sets.

use super::*;
use crate::exchange::What;
use crate::model::{NodeKind, Subject};

/// A project with this flow and these scripts.
fn project(flow: &str, scripts: &[(&str, &str)]) -> Imported {
    let model = format!(
        "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:activiti=\"http://activiti.org/bpmn\">\
         <process id=\"m1.hund\" name=\"Hund\" isExecutable=\"true\">\n<startEvent id=\"start\"/>{flow}</process></definitions>"
    );
    let mut files = vec![("models/hund.bpmn".to_owned(), model.into_bytes())];
    files.extend(scripts.iter().map(|(task, text)| (format!("scripts/hund/{task}.groovy"), text.as_bytes().to_vec())));
    imported(&files)
}

/// start → `pruefen` → gateway: back to `pruefen` or to the end, by these conditions.
fn checked(back: &str, onward: &str) -> String {
    format!(
        "<scriptTask id=\"pruefen\" scriptFormat=\"groovy\"><script>// leer</script></scriptTask><exclusiveGateway id=\"g\"/><endEvent id=\"ende\"/>\
         <sequenceFlow id=\"f1\" sourceRef=\"start\" targetRef=\"pruefen\"/><sequenceFlow id=\"f2\" sourceRef=\"pruefen\" targetRef=\"g\"/>\
         <sequenceFlow id=\"f3\" sourceRef=\"g\" targetRef=\"pruefen\"><conditionExpression>${{{back}}}</conditionExpression></sequenceFlow>\n\
         <sequenceFlow id=\"f4\" sourceRef=\"g\" targetRef=\"ende\"><conditionExpression>${{{onward}}}</conditionExpression></sequenceFlow>"
    )
}

/// What the double of a step answers: target and value.
fn answer(document: &Document, id: &str) -> Vec<(String, String)> {
    let node = document.nodes.values().find(|node| node.key == id).unwrap();
    let service = node.details.service.as_ref();
    service.iter().flat_map(|service| &service.answer).map(|it| (it.target.clone(), it.value.clone())).collect()
}

fn pair(target: &str, value: &str) -> (String, String) {
    (target.to_owned(), value.to_owned())
}

fn remarks(imported: &Imported) -> Vec<(&Remark, Option<usize>)> {
    imported
        .report
        .iter()
        .filter_map(|note| if let What::OzgHub(remark) = &note.what { Some((remark, note.at.line)) } else { None })
        .collect()
}

#[test]
fn a_double_gives_what_the_gateway_behind_the_script_leads_on_with() {
    let groovy =
        "api.setVariable(\"gueltig\", false)\nif (alles(gut)) api.setVariable('gueltig', true)\napi.setVariable(\"hinweis\", bauen())";
    let document = project(&checked("gueltig == false", "gueltig == true"), &[("pruefen", groovy)]).document;
    assert_eq!(answer(&document, "pruefen"), [pair("vorgang.gueltig", "true"), pair("vorgang.hinweis", "\"Beispiel\"")]);
    let document = project(&checked("stufe &lt; 3", "stufe >= 3"), &[("pruefen", "api.setVariable(\"stufe\", 1 + schon())")]).document;
    assert_eq!(answer(&document, "pruefen"), [pair("vorgang.stufe", "3")]);
    let document = project(&checked("art == 'neu'", "art != 'neu'"), &[("pruefen", "if (x) api.setVariable(\"art\", \"alt\")")]).document;
    assert_eq!(answer(&document, "pruefen"), [pair("vorgang.art", "\"alt\"")]);
}

#[test]
fn a_script_that_is_not_there_sets_what_conditions_behind_it_ask() {
    let imported = project(&checked("gueltig == false", "gueltig == true"), &[]);
    assert_eq!(answer(&imported.document, "pruefen"), [pair("vorgang.gueltig", "true")]);
    let missing = Remark::ScriptMissing { path: "scripts/hund/pruefen.groovy".to_owned(), sets: "gueltig".to_owned() };
    assert!(remarks(&imported).iter().any(|(remark, line)| **remark == missing && line.is_some()), "{:?}", imported.report);
}

#[test]
fn a_script_in_the_model_is_read_too() {
    let flow = checked("gueltig == false", "gueltig == true").replace("// leer", "execution.setVariable(\"gueltig\", pruefe())");
    let imported = project(&flow, &[]);
    assert_eq!(answer(&imported.document, "pruefen"), [pair("vorgang.gueltig", "true")]);
    let kept = Remark::ScriptKept { path: String::new(), sets: "gueltig".to_owned() };
    assert!(remarks(&imported).iter().any(|(remark, _)| **remark == kept), "{:?}", imported.report);
    // It stands in no other place, so it must stay there.
    let out = exported(&imported.document);
    assert!(text(&out, "models/hund.bpmn").contains("execution.setVariable(\"gueltig\", pruefe())"));
}

#[test]
fn what_nobody_sets_is_said_with_its_place() {
    let flow = "<exclusiveGateway id=\"g\"/><endEvent id=\"a\"/><endEvent id=\"b\"/><sequenceFlow id=\"f1\" sourceRef=\"start\" targetRef=\"g\"/>\n\
        <sequenceFlow id=\"f2\" sourceRef=\"g\" targetRef=\"a\"><conditionExpression>${farbe == 'rot'}</conditionExpression></sequenceFlow>\
        <sequenceFlow id=\"f3\" sourceRef=\"g\" targetRef=\"b\"/>";
    let imported = project(flow, &[]);
    let note = imported.report.iter().find(|note| note.what == What::OzgHub(Remark::NobodySets("farbe".to_owned()))).unwrap();
    assert_eq!((note.at.line, note.at.id.as_str(), note.at.file.as_str()), (Some(3), "f2", "models/hund.bpmn"));
    assert!(matches!(note.at.subject, Some(Subject::Flow(_))));
    // Where a script sets it, nothing is said.
    let imported = project(&checked("gueltig == false", "gueltig == true"), &[]);
    assert!(!remarks(&imported).iter().any(|(remark, _)| matches!(remark, Remark::NobodySets(_))));
}

#[test]
fn what_a_service_gives_back_is_its_answer() {
    let flow = "<serviceTask id=\"senden\" activiti:class=\"x.FitConnectSubmissionService\"><extensionElements><activiti:field name=\"target\">\
        <activiti:string>ergebnis</activiti:string></activiti:field></extensionElements></serviceTask><exclusiveGateway id=\"g\"/><endEvent id=\"a\"/><endEvent id=\"b\"/>\
        <sequenceFlow id=\"f1\" sourceRef=\"start\" targetRef=\"senden\"/><sequenceFlow id=\"f2\" sourceRef=\"senden\" targetRef=\"g\"/>\
        <sequenceFlow id=\"f3\" sourceRef=\"g\" targetRef=\"a\"><conditionExpression>${ergebnis == 'ok'}</conditionExpression></sequenceFlow>\
        <sequenceFlow id=\"f4\" sourceRef=\"g\" targetRef=\"b\"/>";
    let document = project(flow, &[]).document;
    assert_eq!(answer(&document, "senden"), [pair("vorgang.ergebnis", "\"ok\"")]);
    let node = document.nodes.values().find(|node| node.key == "senden").unwrap();
    assert_eq!(node.details.service.as_ref().unwrap().service, "fitConnect");
}

#[test]
fn a_script_that_only_sets_plain_values_is_run() {
    let document = project(&checked("gueltig == false", "gueltig == true"), &[("pruefen", "api.setVariable(\"gueltig\", true)")]).document;
    let node = document.nodes.values().find(|node| node.key == "pruefen").unwrap();
    assert!(matches!(&node.kind, NodeKind::ScriptTask(set) if set.len() == 1));
    assert_eq!(node.details.service, None);
}

#[test]
fn fields_of_forms_that_a_script_fills_are_its_outputs() {
    let form = r#"{"id":"1:Stadt_Antrag:v1.0","title":"Antrag","sections":[{"title":"a","fieldGroups":[{"id":"person","title":"",
        "rows":[{"fields":[{"id":"alter","label":"Alter","type":"EURO_BETRAG","width":12}]}]}]}],"target":{"service":"prozess","variableName":"antrag"}}"#;
    let model = project(&checked("gueltig == false", "gueltig == true"), &[]);
    let mut files: Vec<(String, Vec<u8>)> =
        model.document.sources.values().map(|source| (source.name.clone(), source.text.clone().into_bytes())).collect();
    files.push(("forms/Stadt_Antrag-v1.0-de.json".to_owned(), form.as_bytes().to_vec()));
    let groovy = "def antrag = api.getVariable(\"antrag\")\nantrag.fields.get(\"person:0:alter\").value = rechnen()\n\
        api.setVariable(\"antrag\", antrag)\napi.setVariable(\"gueltig\", gut())";
    files.push(("scripts/hund/pruefen.groovy".to_owned(), groovy.as_bytes().to_vec()));
    let document = imported(&files).document;
    assert_eq!(answer(&document, "pruefen"), [pair("antrag.alter", "1"), pair("vorgang.gueltig", "true")]);
}

#[test]
fn another_answer_of_a_double_outlives_the_project() {
    let mut document =
        project(&checked("gueltig == false", "gueltig == true"), &[("pruefen", "api.setVariable(\"gueltig\", gut())")]).document;
    let node = document.nodes.values().find(|node| node.key == "pruefen").unwrap().id;
    let answer_of = &mut document.nodes.get_mut(node).unwrap().details.service.as_mut().unwrap().answer;
    "false".clone_into(&mut answer_of[0].value);
    let out = exported(&document);
    let again = imported(&out.files).document;
    assert_eq!(answer(&again, "pruefen"), [pair("vorgang.gueltig", "false")]);
    assert!(text(&out, "scripts/hund/pruefen.groovy").contains("gut()"));
}

#[test]
fn a_missing_script_is_said_on_the_way_out_too() {
    let missing = |imported: &Imported| {
        let out = exported(&imported.document);
        out.report
            .iter()
            .any(|note| matches!(&note.what, What::OzgHub(Remark::ScriptMissing { path, .. }) if path == "scripts/hund/pruefen.groovy"))
    };
    assert!(missing(&project(&checked("gueltig == false", "gueltig == true"), &[])));
    assert!(!missing(&project(&checked("gueltig == false", "gueltig == true"), &[("pruefen", "api.setVariable(\"gueltig\", gut())")])));
}

#[test]
fn a_script_in_the_model_beside_its_file_stays_as_it_is() {
    let model = "<definitions xmlns:activiti=\"http://activiti.org/bpmn\"><process id=\"m1.a\" name=\"A\">\
         <startEvent id=\"s\" activiti:formKey=\"formular:1:Stadt_A:v1.0\"/><sequenceFlow id=\"f\" sourceRef=\"s\" targetRef=\"t\"/>\
         <scriptTask id=\"t\" scriptFormat=\"groovy\"><script>execution.setVariable(\"a\", \"b\")</script></scriptTask></process></definitions>";
    let script = "execution.setVariable(\"a\",\"b\")";
    let files = [("models/a.bpmn", model), ("scripts/a/t.groovy", script)].map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()));
    assert_eq!(export(&imported(&files).document, None).files, files);
}
