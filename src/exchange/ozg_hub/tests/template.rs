//! The project template of the OZG-Hub and the skeleton of service-bw.

use super::*;
use crate::exchange::What;
use crate::model::{FieldKind, NodeKind, RoleKind, SourceFormat, Subject};

#[test]
fn the_template_comes_in_with_all_that_it_says_of_its_steps() {
    let document = imported(&folder("template")).document;
    let step = |key: &str| document.nodes.values().find(|node| node.key == key).unwrap();
    assert_eq!(document.nodes.len(), 26);
    assert_eq!(document.forms.len(), 3);
    assert_eq!(document.main().unwrap().key, "customerNameProcessNameAllCamelCase");
    let form = |key: &str| step(key).details.form.and_then(|form| document.forms.get(form)).map(|form| form.key.as_str());
    assert_eq!(form("applicantForm"), Some("CustomerName_ProcessName_ApplicantForm"));
    // Its own id is another than the step asks for; the file is named so.
    assert_eq!(form("vorschaltseite"), Some("CustomerName_ProcessName_PreliminaryForm"));
    assert_eq!(form("finalPage"), None);
    let service = |key: &str| step(key).details.service.as_ref().map(|service| service.service.as_str());
    assert_eq!(service("payment"), Some("ePayment"));
    assert_eq!(service("finalPage"), Some("hinweisseite"));
    assert_eq!(service("showOnceAfterFitConnectError"), Some("hinweisseite"));
    assert_eq!(service("createPdf"), Some("dokumentErzeugen"));
    assert_eq!(service("transferToFitConnect"), Some("fitConnect"));
    assert_eq!(service("sendMessageToApplicant"), Some("postfach"));
    assert_eq!(document.role_of(step("summaryForm").id).map(|role| role.kind), Some(RoleKind::Applicant));
    assert_eq!(step("init").details.note, "");
    assert!(matches!(&step("init").kind, NodeKind::ScriptTask(set) if set.is_empty()));
}

#[test]
fn a_page_that_is_shown_once_can_get_a_form_and_be_drawn_anew() {
    let mut document = imported(&folder("template")).document;
    let keys = |out: &Exported, step: &str| {
        let text = out.files.iter().find(|(path, _)| path.starts_with("models/")).map(|(_, bytes)| String::from_utf8_lossy(bytes)).unwrap();
        let task = text.split('<').find(|element| element.contains(&format!("id=\"{step}\"")) && element.contains("formKey")).unwrap();
        task.split("formKey=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap().to_owned()
    };
    assert_eq!(keys(&exported(&document), "finalPage"), "showOnce");
    let (page, form) = {
        let key = |key: &str| document.nodes.values().find(|node| node.key == key).unwrap();
        (key("finalPage").id, key("applicantForm").details.form)
    };
    document.nodes.get_mut(page).unwrap().details.form = form;
    let out = exported(&document);
    let written = keys(&out, "finalPage");
    assert!(written.ends_with(":CustomerName_ProcessName_ApplicantForm:v1.0"), "{written}");
    (document.sources, document.origins) = Default::default();
    document.nodes.get_mut(page).unwrap().details.form = None;
    let out = exported(&document);
    assert_eq!(keys(&out, "finalPage"), "showOnce");
    assert!(out.report.iter().all(|note| !matches!(note.what, What::OzgHub(Remark::NoService(_)))), "{:?}", out.report);
}

#[test]
fn what_the_template_asks_to_be_filled_in_has_a_place() {
    let document = imported(&folder("template")).document;
    let settings: Vec<(&str, &str)> = document.settings.values().map(|it| (it.key.as_str(), it.default_value.as_str())).collect();
    assert_eq!(
        settings,
        [
            ("mandant", ""),
            ("transferToFitConnect_serviceName", ""),
            ("transferToFitConnect_serviceIdentifier", ""),
            ("transferToFitConnect_mimeType", ""),
            ("transferToFitConnect_schemaURI", "")
        ]
    );
    let letter = document.document_templates.values().next().unwrap();
    assert_eq!(letter.subject, "TODO_HIER_PROZESSNAME: Antrag eingegangen");
    assert!(letter.body.contains("Vorgangs-ID der Einreichung: {{vorgang.fitConnectCaseId}}"), "{}", letter.body);
    let buttons = document.code_lists.values().find(|list| list.key == "CustomerName_ProcessName_SummaryForm_buttons").unwrap();
    assert_eq!(buttons.entries.iter().map(|entry| entry.code.as_str()).collect::<Vec<_>>(), ["back", "continue"]);
    assert!(buttons.entries[1].label.contains("Anpassen \"Antrag einreichen\""), "{:?}", buttons.entries[1]);
}

#[test]
fn conditions_ask_the_buttons_of_the_form_before_them() {
    let document = imported(&folder("template")).document;
    let condition = |key: &str| document.flows.values().find(|flow| flow.key == key).unwrap().condition.as_str();
    assert_eq!(condition("flow9"), "applicantForm.clickedButton = \"back\"");
    assert_eq!(condition("flow18"), "summaryForm.clickedButton = \"back\"");
    assert_eq!(condition("flow6"), "vorgang.isFormValid = false");
    let field = document.fields.values().find(|field| field.key == "isFormValid").unwrap();
    assert_eq!(field.kind, FieldKind::YesNo);
}

#[test]
fn an_unchanged_template_comes_out_to_the_byte() {
    for name in ["template", "service-bw-skeleton"] {
        let files = folder(name);
        let document = imported(&files).document;
        let mut out = exported(&document).files;
        out.sort();
        assert_eq!(out.len(), files.len(), "{name}");
        for ((path, bytes), (own_path, own)) in out.iter().zip(&files) {
            assert_eq!(path, own_path);
            assert!(bytes == own, "{name}: {path}");
        }
    }
}

#[test]
fn the_report_names_everything_that_is_open_with_file_and_line() {
    let report = imported(&folder("template")).report;
    let flaws: Vec<(&str, usize, &Flaw)> = (report.iter())
        .filter_map(|note| match &note.what {
            What::OzgHub(Remark::Flaw(flaw)) => Some((note.at.file.as_str(), note.at.line?, flaw)),
            _ => None,
        })
        .collect();
    let open = |file: &str| flaws.iter().filter(|(own, _, flaw)| *own == file && matches!(flaw, Flaw::Open(_))).count();
    // 24 lines with TODO in the model and 1 with Replace_me, two in a form.
    let model = std::fs::read_to_string(
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/ozg-hub/template/models/customerNameProcessName.bpmn"),
    )
    .unwrap();
    let lines = model.lines().filter(|line| line.contains("TODO") || line.contains("Replace_me")).count();
    assert_eq!(open("models/customerNameProcessName.bpmn"), lines);
    assert_eq!(open("forms/CustomerName_ProcessName_SummaryForm-v1.0-de.json"), 2);
    let wrong = Flaw::NoForm("MandantId:CustomerName_ProcessName_PreliminaryForm:v1.0".to_owned());
    assert!(flaws.contains(&("models/customerNameProcessName.bpmn", 12, &wrong)), "{flaws:?}");
}

#[test]
fn files_are_kept_under_their_paths() {
    let document = imported(&folder("template")).document;
    let names: Vec<&str> = document.sources.values().map(|source| source.name.as_str()).collect();
    assert!(names.contains(&"config/default.json") && names.contains(&"models/customerNameProcessName.bpmn"), "{names:?}");
    assert!(document.sources.values().all(|source| source.format == SourceFormat::OzgHub));
}

#[test]
fn a_filled_setting_a_button_and_the_client_reach_their_files_alone() {
    let files = folder("template");
    let mut document = imported(&files).document;
    let ids: Vec<_> = document.settings.keys().collect();
    document.settings.get_mut(ids[0]).unwrap().default_value = "\"102\"".to_owned();
    document.settings.get_mut(ids[1]).unwrap().default_value = "\"Hund & Katze\"".to_owned();
    let list = document.code_lists.values().find(|list| list.key.contains("SummaryForm")).unwrap().id;
    document.code_lists.get_mut(list).unwrap().entries[1].label = "Antrag einreichen".to_owned();
    let out = exported(&document);
    let model = text(&out, "models/customerNameProcessName.bpmn");
    assert!(model.contains("<process id=\"m102.customerNameProcessNameAllCamelCase\""));
    assert!(model.contains("bpmnElement=\"m102.customerNameProcessNameAllCamelCase\" id=\"BPMNPlane_m102."));
    assert!(model.contains("activiti:formKey=\"formular:102:CustomerName_ProcessName_PreliminaryForm:v1.0\""));
    assert!(model.contains("<activiti:string>Hund &amp; Katze</activiti:string>"));
    assert!(!model.contains("MANDANTENID") && !model.contains("MandantId"));
    let form = text(&out, "forms/CustomerName_ProcessName_SummaryForm-v1.0-de.json");
    let kept = String::from_utf8(files.iter().find(|(path, _)| path.contains("Summary")).unwrap().1.clone()).unwrap();
    let differing: Vec<&str> = form.lines().filter(|line| !kept.contains(line)).collect();
    assert_eq!(differing, ["  \"id\": \"102:CustomerName_ProcessName_SummaryForm:v1.0\",", "        \"label\": \"Antrag einreichen\","]);
    // The wrong id of the file is mended with it, so that the step finds its form.
    assert!(
        text(&out, "forms/CustomerName_ProcessName_PreliminaryForm-v1.0-de.json")
            .contains("\"102:CustomerName_ProcessName_PreliminaryForm:v1.0\"")
    );
}

#[test]
fn another_platform_signs_in_otherwise_and_sends_otherwise() {
    let document = imported(&folder("template")).document;
    let out = export(&document, Some(Platform::ServiceBw));
    assert!(text(&out, "models/customerNameProcessName.bpmn").contains("servicetask.NachrichtAnMSBWService\""));
    assert!(text(&out, "metadata/customerNameProcessNameAllCamelCase.json").contains("SERVICEKONTO"));
    let document = imported(&folder("service-bw-skeleton")).document;
    let out = export(&document, Some(Platform::OzgHub));
    let metadata = text(&out, "metadata/metadata.json");
    assert!(metadata.contains("\"BUND_ID\"") && metadata.contains("\"MUK\"") && !metadata.contains("SERVICEKONTO"), "{metadata}");
}

#[test]
fn steps_remember_where_they_came_from() {
    let document = imported(&folder("template")).document;
    let step = document.nodes.values().find(|node| node.key == "payment").unwrap();
    assert_eq!(document.origins.get(Subject::Node(step.id)).map(|origin| origin.id.as_str()), Some("payment"));
}

#[test]
fn places_that_the_platform_fills_in_are_no_data_of_the_case() {
    let message = "Siehe {{STARTSEITE}}, {{POSTFACH}}, {{AUFGABENLISTE}} und {{LINK_AUF_AKTUELLEN_PROZESS}}: {{prozessinstanzvariable:stufe}}, ${farbe}";
    let model = format!(
        "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:activiti=\"http://activiti.org/bpmn\"><process id=\"m1.hund\" name=\"Hund\">\
         <startEvent id=\"s\"/><serviceTask id=\"senden\" name=\"Senden\" activiti:class=\"x.NachrichtVersendenService\"><extensionElements>\
         <activiti:field name=\"text\"><activiti:expression>{message}</activiti:expression></activiti:field></extensionElements></serviceTask>\
         <sequenceFlow id=\"f\" sourceRef=\"s\" targetRef=\"senden\"/></process></definitions>"
    );
    let files = vec![("models/hund.bpmn".to_owned(), model.into_bytes())];
    let mut document = imported(&files).document;
    let letter = document.document_templates.values().next().unwrap().clone();
    assert_eq!(
        letter.body,
        "Siehe [STARTSEITE], [POSTFACH], [AUFGABENLISTE] und [LINK_AUF_AKTUELLEN_PROZESS]: {{vorgang.stufe}}, {{vorgang.farbe}}"
    );
    assert_eq!(exported(&document).files, files);
    document.document_templates.get_mut(letter.id).unwrap().body = format!("Neu. {}", letter.body);
    let out = text(&exported(&document), "models/hund.bpmn");
    let wanted = format!("Neu. {}", message.replace("{{prozessinstanzvariable:stufe}}", "${stufe}"));
    assert!(out.contains(&wanted), "{out}");
}

#[test]
fn what_is_shown_is_not_said_to_be_hidden_and_places_name_their_file() {
    let report = imported(&folder("template")).report;
    let hidden = |local: &str| {
        report
            .iter()
            .any(|note| matches!(&note.what, What::Bpmn(crate::exchange::bpmn::Remark::NotShown { name, .. }) if name.ends_with(local)))
    };
    for local in [":formKey", ":assignee", ":class", ":field"] {
        assert!(!hidden(local), "{local}");
    }
    assert!(hidden(":formProperty"), "what is not shown is said");
    assert!(report.iter().all(|note| note.at.line.is_none() || !note.at.file.is_empty()), "a line without a file says nothing");
}
