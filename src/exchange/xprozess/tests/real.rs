//! FIM's released process 99006028261000 and its schema, held against the table of the report on it (looked up in the file by hand).

use super::super::Remark;
use super::{PROCESS, SCHEMA, imported, remarks, step};
use crate::exchange::Weight;
use crate::model::{FimData, FimLink, FimProfile, FimWay, LegalBasis, Orientation, RoleKind, SourceFormat, Subject};

/// Number, group, step, places in the law.
const STEPS: [(&str, u8, &str, &[&str]); 12] = [
    ("01", 1, "Anzeige empfangen", &["§ 27 (1)"]),
    ("02", 3, "Zuständigkeit prüfen", &["§ 3"]),
    ("03", 3, "Anzeige formell prüfen", &["§ 27 (1)"]),
    ("04", 4, "Anzeige fachlich prüfen", &["§ 27 (2)", "§ 29 (3)"]),
    ("05", 4, "Notwendigkeit von Überwachungsmaßnahmen prüfen", &["§ 29 (3)"]),
    ("06", 2, "Auf zuständige Behörde hinweisen", &["§ 25"]),
    ("07", 7, "Korrektur anfordern", &["§ 27 (1) - (4)"]),
    ("08", 2, "Anzeige zurückweisen", &["§ 27"]),
    ("09", 7, "Zusätzliche Informationen einholen", &["§ 27 (2) - (4)", "§ 29 (3)", "§ 5"]),
    ("10", 2, "Überwachungsmaßnahmen einleiten", &["§ 29"]),
    ("11", 5, "Über Erhebung einer Geldbuße entscheiden", &["§ 32"]),
    ("12", 2, "Erhebung der Geldbuße veranlassen", &["§ 32"]),
];

#[test]
fn every_activity_group_stands_at_its_step() {
    let document = imported(&[PROCESS]).document;
    for (id, group, name, laws) in STEPS {
        let node = step(&document, name);
        let fim = node.details.fim.as_ref().unwrap();
        assert_eq!((fim.id.as_str(), fim.activity_group), (id, Some(group)), "{name}");
        let found: Vec<&str> = node.details.legal_bases.iter().map(|law| law.paragraph.as_str()).collect();
        assert_eq!(found, laws, "{name}");
    }
    assert_eq!(document.nodes.values().filter(|node| node.details.fim.is_some()).count(), STEPS.len());
}

#[test]
fn specific_attributes_follow_the_number_of_the_group() {
    let document = imported(&[PROCESS]).document;
    let fim = |name| step(&document, name).details.fim.clone().unwrap();
    assert_eq!(fim("Zuständigkeit prüfen").codes, ["1", "2"]);
    assert_eq!(fim("Anzeige fachlich prüfen").aids, "keine");
    let fine = fim("Über Erhebung einer Geldbuße entscheiden");
    assert_eq!(
        (fine.codes, fine.aids.as_str(), fine.description.as_str()),
        (vec!["2".to_owned()], "keine", "Geldbuße bis zu fünftausend Euro")
    );
    let correction = fim("Korrektur anfordern");
    assert_eq!((correction.codes, correction.must_cooperate), (vec!["3".to_owned()], true));
    let form = "Benachrichtigung über die Beschäftigung einer schwangeren oder stillenden Frau";
    let data = [
        FimData { way: FimWay::Received, name: FimLink::Form(form.to_owned()), partner: "Arbeitgeber".to_owned() },
        FimData {
            way: FimWay::Provided,
            name: FimLink::Words("Korrekturanforderung".to_owned()),
            partner: "Aufsichtsbehörde / Bundesministerium der Verteidigung".to_owned(),
        },
    ];
    assert_eq!(correction.data, data);
    let received = fim("Anzeige empfangen");
    let ways: Vec<FimWay> = received.data.iter().map(|data| data.way).collect();
    assert_eq!(ways, [FimWay::Incoming, FimWay::Received]);
    assert_eq!(received.data[0].name, FimLink::Form(form.to_owned()));
}

#[test]
fn class_and_profile_are_the_process() {
    let document = imported(&[PROCESS]).document;
    let main = document.main().unwrap();
    assert_eq!(main.name, "Anzeige zur Beschäftigung einer schwangeren oder stillenden Frau bearbeiten");
    assert_eq!((main.leistungsschluessel.as_str(), main.version.as_str()), ("99006028261000", "1.0.0"));
    assert!(main.description.starts_with("Eine Frau im Sinne des Mutterschutzgesetzes ist jede Person,"));
    assert_eq!(main.keywords, ["Beschäftigungsverbot", "Mutter", "Mutterschaft", "Mutterschutz", "Schwangerschaft", "Stillzeit"]);
    let law = |paragraph: &str, law: &str, link: &str| LegalBasis { law: law.into(), paragraph: paragraph.into(), link: link.into() };
    let expected = [
        law("§ 27", "MuSchG", "https://www.gesetze-im-internet.de/muschg_2018/__27.html"),
        law("§ 29", "MuSchG", "https://www.gesetze-im-internet.de/muschg_2018/__29.html"),
        law("§ 5", "ArbSchG", "http://www.gesetze-im-internet.de/arbschg/__5.html"),
    ];
    assert_eq!(main.legal_bases, expected);
    let profile = FimProfile {
        trigger: FimLink::Form("D00000094".to_owned()),
        result: FimLink::default(),
        level: "101".to_owned(),
        form_of_action: "310".to_owned(),
        kind_of_procedure: "501".to_owned(),
        purpose: "6".to_owned(),
        goal: "314".to_owned(),
        released_by: "Bundesministerium für Familie, Senioren, Frauen und Jugend (BMFSFJ)".to_owned(),
    };
    assert_eq!(main.fim, Some(profile));
    let roles: Vec<(&str, RoleKind)> = document.roles.values().map(|role| (role.name.as_str(), role.kind)).collect();
    let expected = [
        ("Aufsichtsbehörde / Bundesministerium der Verteidigung", RoleKind::Caseworker),
        ("Arbeitgeber", RoleKind::Applicant),
        ("Bundesministerium der Verteidigung (BMVg)", RoleKind::Caseworker),
    ];
    assert_eq!(roles, expected);
}

#[test]
fn the_flow_is_that_of_the_model_and_runs_downwards() {
    let document = imported(&[PROCESS]).document;
    assert_eq!((document.nodes.len(), document.flows.len(), document.message_flows.len()), (33, 33, 9));
    assert!(document.pools.values().all(|pool| pool.orientation == Orientation::Vertical));
    let closed = |name| document.diagram.shapes.get(Subject::Node(step(&document, name).id)).unwrap();
    assert!(!closed("Anzeige empfangen").is_expanded);
    let formats: Vec<SourceFormat> = document.sources.values().map(|source| source.format).collect();
    assert!(formats.contains(&SourceFormat::Xprozess), "{formats:?}");
}

#[test]
fn process_and_schema_are_one_document_with_the_form_at_its_step() {
    for paths in [[PROCESS, SCHEMA], [SCHEMA, PROCESS]] {
        let imported = imported(&paths);
        let document = &imported.document;
        let form = document.forms.keys().next().unwrap();
        let step = step(document, "Anzeige empfangen");
        assert_eq!(step.details.form, Some(form));
        let linked = Remark::Linked { trigger: "D00000094".to_owned(), step: "Anzeige empfangen".to_owned() };
        let note = imported.report.iter().find(|note| note.what == crate::exchange::What::Xprozess(linked.clone())).unwrap();
        assert_eq!((note.at.subject, note.at.id.as_str()), (Some(Subject::Node(step.id)), "S00000094"));
        assert!(document.fields.len() > 40 && document.nodes.len() == 33);
    }
}

#[test]
fn what_stays_in_the_file_only_is_said() {
    let imported = imported(&[PROCESS]);
    let mut kept: Vec<String> = Vec::new();
    for note in imported.report.iter().filter(|note| note.what.weight() == Weight::Kept) {
        if let crate::exchange::What::Xprozess(Remark::Kept(part)) = &note.what {
            assert!(note.at.line.is_some(), "{part}");
            kept.push(part.clone());
        }
    }
    kept.sort();
    let expected = [
        "art",
        "beschreibungsdatei",
        "bezeichnung",
        "bezeichnung",
        "klassifikation",
        "klassifikation",
        "merkmal",
        "referenzaktivitaetengruppeVersion",
        "uebermittlungsart",
        "uebermittlungsart",
        "verwaltungspolitischeKodierung",
        "visualisierungsdatei",
        "zustandsangaben",
        "zustandsangaben",
    ];
    assert_eq!(kept, expected);
    assert!(remarks(&imported.report).contains(&Remark::Groups(12)));
    assert!(remarks(&imported.report).contains(&Remark::Participants(3)));
}
