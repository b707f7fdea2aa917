//! Small messages, each made for one question.

use super::super::Remark;
use super::{bytes, group, imported_text, message, model, packed, remarks, step, try_import};
use crate::exchange::Unfit;
use crate::model::{FimLink, Subject};

#[test]
fn a_group_without_id_goes_to_the_step_of_its_name() {
    let groups = group(1, "01", "", "Empfangen", "") + &group(2, "02", "nirgends", "Antworten", "");
    let imported = imported_text(&message("", &groups, &packed(&[("a", "Empfangen"), ("b", "Prüfen")])));
    assert_eq!(step(&imported.document, "Empfangen").details.fim.as_ref().unwrap().id, "01");
    assert!(remarks(&imported.report).contains(&Remark::GroupWithoutStep));
}

#[test]
fn a_model_without_picture_runs_downwards() {
    let document = imported_text(&message("", "", &packed(&[("a", "Eins"), ("b", "Zwei")]))).document;
    let at = |name| document.diagram.shapes.get(Subject::Node(step(&document, name).id)).unwrap().bounds;
    assert!(at("Eins").bottom() < at("Zwei").y);
    assert!((at("Eins").x - at("Zwei").x).abs() < 1e-9);
}

#[test]
fn a_model_that_is_not_packed_is_read_too() {
    use base64::Engine;
    let plain = base64::engine::general_purpose::STANDARD.encode(model(&[("a", "Eins")]));
    step(&imported_text(&message("", "", &plain)).document, "Eins");
}

#[test]
fn without_model_the_steps_follow_their_numbers() {
    let groups = group(2, "02", "b", "Zwei", "") + &group(1, "01", "a", "Eins", "");
    let imported = imported_text(&message("<x:ausloeser><x:text>Anruf</x:text></x:ausloeser>", &groups, ""));
    assert!(remarks(&imported.report).contains(&Remark::NoModel));
    let document = &imported.document;
    let (one, two) = (step(document, "Eins"), step(document, "Zwei"));
    assert!(document.flows.values().any(|flow| (flow.from, flow.to) == (one.id, two.id)));
    assert_eq!(document.main().unwrap().fim.as_ref().unwrap().trigger, FimLink::Words("Anruf".to_owned()));
    assert_eq!(document.main().unwrap().version, "2.1.0");
}

#[test]
fn a_schema_that_does_not_trigger_the_process_is_not_tied_to_it() {
    let text = message("<x:ausloeser><x:formularID>D99</x:formularID></x:ausloeser>", "", &packed(&[("a", "Eins")]));
    let imported = try_import(&[("p.xml", text.into_bytes()), ("s.xml", bytes(super::SCHEMA))]).unwrap();
    assert_eq!(step(&imported.document, "Eins").details.form, None);
    assert!(remarks(&imported.report).contains(&Remark::NotLinked { trigger: "D99".to_owned() }));
}

#[test]
fn messages_with_the_catalogue_only_are_read() {
    let text = "<x:prozesskatalog.export.0103 xmlns:x=\"http://www.regierung-mv.de/xprozess/2\"><x:prozesskatalog><x:prozessklasse>\
                <x:id>99001001001000</x:id><x:version>1</x:version><x:name>Antrag</x:name><x:definition>Was es ist</x:definition>\
                </x:prozessklasse></x:prozesskatalog></x:prozesskatalog.export.0103>";
    let document = imported_text(text).document;
    let main = document.main().unwrap();
    assert_eq!((main.name.as_str(), main.description.as_str(), main.version.as_str()), ("Antrag", "Was es ist", "1.0.0"));
}

#[test]
fn other_versions_and_empty_messages_are_refused() {
    let unfit = |text: &str| try_import(&[("a.xml", text.as_bytes().to_vec())]).unwrap_err().unfit;
    let other = "http://www.regierung-mv.de/xprozess/1";
    assert_eq!(unfit(&format!("<x:a xmlns:x=\"{other}\"/>")), Unfit::XprozessVersion(other.to_owned()));
    assert_eq!(unfit("<x:alleInhalte.anfrage.0301 xmlns:x=\"http://www.regierung-mv.de/xprozess/2\"/>"), Unfit::NoProcess);
}

#[test]
fn two_processes_at_once_are_refused() {
    let text = message("", "", &packed(&[("a", "Eins")])).into_bytes();
    let error = try_import(&[("a.xml", text.clone()), ("b.xml", text)]).unwrap_err();
    assert_eq!((error.file.as_str(), error.unfit), ("b.xml", Unfit::SecondProcess));
}

#[test]
fn where_class_and_process_differ_the_process_counts() {
    let class =
        "<x:prozesskatalog><x:prozessklasse><x:id>99001001001000</x:id><x:name>Anders</x:name></x:prozessklasse></x:prozesskatalog>";
    let text = message("", "", &packed(&[("a", "Eins")])).replace("<x:prozessbibliothek>", &format!("{class}<x:prozessbibliothek>"));
    let imported = imported_text(&text);
    assert_eq!(imported.document.main().unwrap().name, "Antrag bearbeiten");
    assert!(remarks(&imported.report).contains(&Remark::OtherInClass("name", "Anders".to_owned())));
}
