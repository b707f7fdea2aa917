//! Out again: unchanged to the letter, with one change only that, and what a message can carry of a procedure drawn here.

use super::super::{Exported, Remark, export};
use super::facts::differences;
use super::{PROCESS, SCHEMA, bytes, group, imported, imported_text, message, model, packed, remarks, step, try_import};
use crate::exchange::What;
use crate::model::*;

fn now() -> jiff::Timestamp {
    "2026-11-22T10:00:00Z".parse().unwrap()
}

fn written(document: &Document) -> (String, Exported) {
    let exported = export(document, now());
    (String::from_utf8(exported.bytes.clone()).unwrap(), exported)
}

fn real() -> String {
    String::from_utf8(bytes(PROCESS)).unwrap()
}

/// The real process with this change, and what that changes in its file apart from the head.
#[track_caller]
fn changed(change: impl FnOnce(&mut Document)) -> (Vec<String>, Exported) {
    let mut document = imported(&[PROCESS]).document;
    change(&mut document);
    let (text, exported) = written(&document);
    let found: Vec<String> = differences(&real(), &text).into_iter().filter(|fact| !fact.contains("/nachrichtenkopf[1]/")).collect();
    (found, exported)
}

fn node<'d>(document: &'d mut Document, name: &str) -> &'d mut FlowNode {
    let id = step(document, name).id;
    document.nodes.get_mut(id).unwrap()
}

const PROCESS_AT: &str = "/prozessbibliothek[1]/prozess[1]";
const CLASS_AT: &str = "/prozesskatalog[1]/prozessklasse[1]";
/// "Über Erhebung einer Geldbuße entscheiden".
const FINE_AT: &str = "/prozessbibliothek[1]/prozess[1]/prozessstrukturbeschreibung[1]/strukturbeschreibungFIM[1]/aktivitaetengruppe[_94d87600-bd90-41e3-95c9-9c8e5bea706c]";

#[test]
fn unchanged_it_is_the_same_file() {
    for paths in [vec![PROCESS], vec![PROCESS, SCHEMA]] {
        let (text, exported) = written(&imported(&paths).document);
        assert_eq!(text, real());
        assert!(exported.report.iter().any(|note| note.what == What::Unchanged), "{:?}", exported.report);
    }
}

#[test]
fn a_changed_attribute_changes_only_that() {
    let (found, exported) = changed(|document| {
        node(document, "Über Erhebung einer Geldbuße entscheiden").details.fim.as_mut().unwrap().aids = "Katalog".to_owned()
    });
    let at = format!("{FINE_AT}/spezifischeAttribute[1]/spezifischeAttribute5[1]/hilfsmittel[1]");
    assert_eq!(found, [format!("- {at} = keine"), format!("+ {at} = Katalog")]);
    assert!(exported.report.iter().any(|note| note.what == What::Rewritten && note.at.id == "11"), "{:?}", exported.report);
    assert!(remarks(&exported.report).contains(&Remark::NewMessage));
    assert!(!remarks(&exported.report).contains(&Remark::PackedAnew));
}

#[test]
fn a_changed_name_of_the_process_changes_class_process_and_model() {
    let (found, _) = changed(|document| document.processes.get_mut(document.main_process).unwrap().name = "Neu".to_owned());
    let outside: Vec<&String> = found.iter().filter(|fact| fact.starts_with('+') && !fact.contains("prozessmodell")).collect();
    assert_eq!(outside, [&format!("+ {PROCESS_AT}/name[1] = Neu"), &format!("+ {CLASS_AT}/name[1] = Neu")]);
}

#[test]
fn a_changed_code_of_the_class_changes_only_that() {
    let (found, _) =
        changed(|document| document.processes.get_mut(document.main_process).unwrap().fim.as_mut().unwrap().goal = "999".to_owned());
    let at = format!("{CLASS_AT}/operativesZiel[1]/code[1]");
    assert_eq!(found, [format!("- {at} = 314"), format!("+ {at} = 999")]);
}

#[test]
fn a_new_place_in_the_law_is_an_act() {
    let (found, exported) = changed(|document| {
        let law = LegalBasis { law: "OWiG".to_owned(), paragraph: "§ 47".to_owned(), link: String::new() };
        node(document, "Über Erhebung einer Geldbuße entscheiden").details.legal_bases.push(law);
    });
    assert!(found.iter().all(|fact| fact.starts_with(&format!("+ {FINE_AT}/handlungsgrundlage[2]"))), "{found:#?}");
    assert!(found.contains(&format!("+ {FINE_AT}/handlungsgrundlage[2]/name[1] = § 47 OWiG")));
    assert!(found.contains(&format!("+ {FINE_AT}/handlungsgrundlage[2]/art[1]/code[1] = 104")));
    assert!(remarks(&exported.report).contains(&Remark::WrittenAsAct));
}

#[test]
fn a_changed_flow_packs_the_model_anew() {
    let (found, exported) = changed(|document| node(document, "Anzeige empfangen").name = "Anzeige annehmen".to_owned());
    let group =
        "/prozessstrukturbeschreibung[1]/strukturbeschreibungFIM[1]/aktivitaetengruppe[_c44a10cf-0b69-481b-b36c-69a0f7641161]/name[1]";
    let (inside, outside): (Vec<_>, Vec<_>) = found.into_iter().partition(|fact| fact.contains("/prozessmodell[1]/"));
    assert_eq!(outside, [format!("- {PROCESS_AT}{group} = Anzeige empfangen"), format!("+ {PROCESS_AT}{group} = Anzeige annehmen")]);
    let names: Vec<&str> = inside.iter().filter_map(|fact| fact.rsplit_once("@name = ")).map(|(_, name)| name).collect();
    assert_eq!((inside.len(), names), (2, vec!["Anzeige empfangen", "Anzeige annehmen"]), "{inside:#?}");
    assert!(remarks(&exported.report).contains(&Remark::PackedAnew));
    assert_eq!(remarks(&exported.report).iter().filter(|remark| **remark == Remark::OldPicture).count(), 2);
    // The same again gives the same bytes.
    let mut document = imported(&[PROCESS]).document;
    node(&mut document, "Anzeige empfangen").name = "Anzeige annehmen".to_owned();
    assert_eq!(written(&document).0, written(&document).0);
}

#[test]
fn a_step_that_goes_takes_its_group_along() {
    let (found, _) = changed(|document| {
        let id = step(document, "Erhebung der Geldbuße veranlassen").id;
        let flows: Vec<FlowId> = document.flows.values().filter(|flow| flow.from == id || flow.to == id).map(|flow| flow.id).collect();
        let messages: Vec<MessageFlowId> =
            document.message_flows.values().filter(|flow| [flow.from, flow.to].contains(&Subject::Node(id))).map(|flow| flow.id).collect();
        for flow in flows {
            document.flows.remove(flow);
            document.diagram.edges.remove(Subject::Flow(flow));
            document.origins.remove(Subject::Flow(flow));
        }
        for flow in messages {
            document.message_flows.remove(flow);
            document.diagram.edges.remove(Subject::MessageFlow(flow));
            document.origins.remove(Subject::MessageFlow(flow));
        }
        document.nodes.remove(id);
        document.diagram.shapes.remove(Subject::Node(id));
        document.origins.remove(Subject::Node(id));
    });
    let groups = "aktivitaetengruppe[_8d7df6f8-49b7-4ae0-997c-022d68640330]";
    let outside: Vec<&String> = found.iter().filter(|fact| !fact.contains("/prozessmodell[1]/")).collect();
    assert!(!outside.is_empty() && outside.iter().all(|fact| fact.starts_with('-') && fact.contains(groups)), "{outside:#?}");
}

#[test]
fn other_files_of_the_archive_stay() {
    use super::super::archive::{Packed, pack, unpack};
    let files = [("modell.bpmn", model(&[("a", "Eins")])), ("bild.svg", "<svg/>".to_owned())];
    let archive = pack(&files.map(|(name, text)| Packed { name: name.to_owned(), bytes: text.into_bytes() })).unwrap();
    let mut document = imported_text(&message("", &group(1, "01", "a", "Eins", ""), &archive)).document;
    node(&mut document, "Eins").name = "Zwei".to_owned();
    let text = written(&document).0;
    let inside = text.split_once("<x:inhalt>").unwrap().1.split_once('<').unwrap().0;
    let names: Vec<String> = unpack(inside).unwrap().into_iter().map(|file| file.name).collect();
    assert_eq!(names, ["modell.bpmn", "bild.svg"]);
}

/// A procedure that was drawn here: everything that a message can carry is there again.
#[test]
fn a_new_message_gives_back_what_it_can_carry() {
    let groups = group(5, "01", "a", "Entscheiden", "") + &group(7, "02", "b", "Beteiligen", "");
    let mut document =
        imported_text(&message("", &groups, &packed(&[("a", "Entscheiden"), ("b", "Beteiligen"), ("c", "Ohne Gruppe")]))).document;
    document.sources = Table::default();
    document.origins = Table::default();
    let law = LegalBasis { law: "MuSchG".to_owned(), paragraph: "§ 27 (1)".to_owned(), link: "https://example.org".to_owned() };
    let role: RoleId = document.new_id();
    document
        .roles
        .insert(role, Role { id: role, key: "arbeitgeber".to_owned(), name: "Arbeitgeber".to_owned(), kind: RoleKind::Applicant });
    let main = document.processes.get_mut(document.main_process).unwrap();
    main.description = "Was\nes ist".to_owned();
    main.keywords = vec!["Eins".to_owned(), "Zwei".to_owned()];
    main.legal_bases = vec![law.clone()];
    main.fim = Some(FimProfile {
        trigger: FimLink::Process("99001001001001".to_owned()),
        result: FimLink::Words("Bescheid".to_owned()),
        level: "101".to_owned(),
        form_of_action: "310".to_owned(),
        kind_of_procedure: "501".to_owned(),
        purpose: "6".to_owned(),
        goal: "314".to_owned(),
        released_by: "Ministerium".to_owned(),
    });
    let data = |way, name, partner: &str| FimData { way, name, partner: partner.to_owned() };
    let part = node(&mut document, "Beteiligen");
    part.details.legal_bases = vec![law];
    part.details.fim = Some(FimReference {
        activity_group: Some(7),
        id: "02".to_owned(),
        description: "Die andere Stelle & ihre <Meinung>".to_owned(),
        data: vec![
            data(FimWay::Incoming, FimLink::Form("D1".to_owned()), ""),
            data(FimWay::Outgoing, FimLink::Words("Brief".to_owned()), ""),
            data(FimWay::Received, FimLink::Form("D2".to_owned()), "Amt"),
            data(FimWay::Provided, FimLink::Words("Anfrage".to_owned()), "Amt"),
        ],
        software: vec!["Register".to_owned()],
        codes: vec!["3".to_owned()],
        aids: String::new(),
        must_cooperate: true,
    });
    let (text, exported) = written(&document);
    let again = try_import(&[("a.xml", text.clone().into_bytes())]).unwrap().document;
    let (old, new) = (document.main().unwrap(), again.main().unwrap());
    let facts = |main: &Process| {
        let Process { name, version, description, leistungsschluessel, legal_bases, keywords, fim, .. } = main.clone();
        (name, version, description, leistungsschluessel, legal_bases, keywords, fim)
    };
    assert_eq!(facts(old), facts(new));
    for name in ["Entscheiden", "Beteiligen"] {
        let facts = |document: &Document| (step(document, name).details.fim.clone(), step(document, name).details.legal_bases.clone());
        assert_eq!(facts(&document), facts(&again), "{name}");
    }
    assert!(again.roles.values().any(|role| role.name == "Arbeitgeber" && role.kind == RoleKind::Applicant));
    assert_eq!((again.nodes.len(), again.flows.len()), (document.nodes.len(), document.flows.len()));
    assert!(remarks(&exported.report).contains(&Remark::StepWithoutGroup));
    assert_eq!(written(&document).0, text);
    // What was read back is written again as it is.
    assert_eq!(written(&again).0, text);
}

#[test]
fn an_empty_document_is_written_too() {
    let (text, _) = written(&Document::empty("leer", "Leer"));
    assert_eq!(try_import(&[("a.xml", text.into_bytes())]).unwrap().document.main().unwrap().name, "Leer");
}

#[test]
fn what_the_packed_model_leaves_out_is_said() {
    use crate::exchange::bpmn::{Missing, Remark as InModel};
    let left = |document: &Document| {
        let of = |what: &What| match what {
            What::Bpmn(InModel::NoPlace { what, count }) => Some((*what, *count)),
            _ => None,
        };
        export(document, now()).report.iter().filter_map(|note| of(&note.what)).collect::<Vec<_>>()
    };
    assert_eq!(left(&imported(&[PROCESS]).document), []);
    let mut document = imported(&[PROCESS, SCHEMA]).document;
    let (fields, lists) = (document.fields.len(), document.code_lists.len());
    assert_eq!(left(&document), [(Missing::Data, fields), (Missing::CodeLists, lists)]);
    let id: SettingId = document.new_id();
    let (key, name, description, default_value) = ("satz".to_owned(), "Satz".to_owned(), String::new(), String::new());
    document.settings.insert(id, Setting { id, key, name, description, kind: FieldKind::Decimal, default_value, is_required: false });
    assert_eq!(left(&document), [(Missing::Data, fields), (Missing::CodeLists, lists), (Missing::Settings, 1)]);
    // The same in a message that is written anew.
    document.sources = Table::default();
    document.origins = Table::default();
    assert_eq!(left(&document), [(Missing::Data, fields), (Missing::CodeLists, lists), (Missing::Settings, 1)]);
}
