//! A document with every variant of everything, and the files of version 1 that hold it for ever.

mod flow;
mod forms;

use crate::bundle::{Release, ReleaseState, read_model, verify, write_bundle, write_model};
use crate::model::*;

const MODEL: &str = include_str!("../../../../tests/data/v1-complete.dienstweg.ron");
const BUNDLE: &str = include_str!("../../../../tests/data/v1-complete.bundle.ron");

#[test]
fn the_frozen_model_is_read_and_written_for_ever() {
    let model = read_model(MODEL.as_bytes()).unwrap();
    assert_eq!(model.document, document());
    assert_eq!(write_model(&model.document).unwrap(), MODEL);
}

#[test]
fn the_frozen_bundle_is_verified_and_written_for_ever() {
    let verified = verify(BUNDLE.as_bytes()).unwrap();
    assert_eq!(verified.document, document());
    assert_eq!(verified.manifest.release, release());
    assert_eq!(write_bundle(&document(), &release()).unwrap(), BUNDLE);
}

/// Prints a file anew, for a new version of the format only, since those of a released version stay as they are:
/// `cargo test --lib print_model -- --ignored --nocapture | sed -n '/^($/,/^)$/p'`, and the same with `print_bundle`.
#[test]
#[ignore = "prints a frozen file"]
fn print_model() {
    println!("\n{}", write_model(&document()).unwrap());
}

#[test]
#[ignore = "prints a frozen file"]
fn print_bundle() {
    println!("\n{}", write_bundle(&document(), &release()).unwrap());
}

pub(super) fn release() -> Release {
    Release {
        version: "1.4.0".parse().unwrap(),
        state: ReleaseState::Released,
        valid_from: Some(jiff::civil::date(2027, 1, 1)),
        created_with: "Dienstweg 0.1.0".to_owned(),
    }
}

/// Every variant of everything.
pub(super) fn document() -> Document {
    let mut document = Document::empty("hundesteuerAnmeldung", "Hundesteuer: Anmeldung");
    let main = document.main_process;
    let process = document.processes.get_mut(main).unwrap();
    process.version = "1.4.0".to_owned();
    process.description = "Wer einen Hund hält, meldet ihn an.\nZweite Zeile mit \"Anführung\", 'Apostroph' und \\.".to_owned();
    process.kind_of_service = KindOfService::Registration;
    process.leistungsschluessel = "99102019002000".to_owned();
    process.legal_bases = vec![law("KAG"), law("HStS")];
    process.keywords = vec!["Hund".to_owned(), "Steuer".to_owned()];
    process.land = Some(Land::NordrheinWestfalen);
    process.office_hours = Weekday::ALL.map(|weekday| OfficeHours { weekday, from: 450, to: 960 }).to_vec();
    forms::data(&mut document);
    forms::forms(&mut document);
    decision(&mut document);
    content(&mut document);
    flow::participants(&mut document);
    flow::nodes(&mut document);
    flow::connections(&mut document);
    flow::artifacts(&mut document);
    test_cases(&mut document);
    exercises(&mut document);
    document
}

fn law(law: &str) -> LegalBasis {
    LegalBasis { law: law.to_owned(), paragraph: "§ 2 Abs. 1".to_owned(), link: "https://example.org/gesetz".to_owned() }
}

fn set(target: &str, value: &str) -> Assignment {
    Assignment { target: target.to_owned(), value: value.to_owned() }
}

fn text(text: &str) -> String {
    text.to_owned()
}

fn decision(document: &mut Document) {
    for hit_policy in [HitPolicy::Unique, HitPolicy::First, HitPolicy::Any, HitPolicy::Collect] {
        let id: DecisionTableId = document.new_id();
        document.decision_tables.insert(
            id,
            DecisionTable {
                id,
                key: format!("steuersatz{}", id.0),
                name: text("Steuersatz"),
                hit_policy,
                inputs: vec![DecisionInput { name: text("Anzahl"), expression: text("hund.anzahl") }],
                outputs: vec![DecisionOutput { name: text("Satz"), target: text("hund.steuer") }],
                rules: vec![
                    DecisionRule { tests: vec![text("1")], results: vec![text("96.00")], note: text("§ 5") },
                    DecisionRule { tests: vec![text("-")], results: vec![text("120.00")], note: text("") },
                ],
            },
        );
    }
}

fn content(document: &mut Document) {
    let id: DocumentTemplateId = document.new_id();
    let body = text("Guten Tag,\n\nIhre Steuer: {{hund.steuer}}.\tEnde\u{7f}");
    let (key, name, subject) = (text("bescheid"), text("Hundesteuerbescheid"), text("Bescheid {{hund.name}}"));
    document.document_templates.insert(id, DocumentTemplate { id, key, name, subject, body });
    for is_required in [true, false] {
        let id: SettingId = document.new_id();
        let setting = Setting {
            id,
            key: format!("kasse{}", id.0),
            name: text("Kasse"),
            description: text("Wohin gezahlt wird"),
            kind: FieldKind::BankAccount,
            default_value: text("null"),
            is_required,
        };
        document.settings.insert(id, setting);
    }
}

fn test_cases(document: &mut Document) {
    let node = document.nodes.keys().next().unwrap();
    let entries = || vec![set("hund.name", "\"Bello\""), set("hund.anzahl", "2")];
    let id: TestCaseId = document.new_id();
    let case = TestCase {
        id,
        name: text("Zweithund wird höher besteuert"),
        description: text("§ 5"),
        process: document.main_process,
        begins_at: text("2026-03-02T09:00:00"),
        steps: vec![
            TestStep::Start { node, entries: entries() },
            TestStep::Complete { node, nth: 1, entries: entries() },
            TestStep::Answer { node, nth: 0, entries: entries() },
            TestStep::Fail { node, nth: 2, error: text("E1") },
            TestStep::Trigger { node, nth: 0, entries: vec![] },
            TestStep::Wait { duration: text("P14D") },
            TestStep::Silent { node },
            TestStep::Choose { node, flow: document.flows.keys().next().unwrap() },
        ],
        expectations: vec![
            Expectation::Ended(node),
            Expectation::Visited(node),
            Expectation::NotVisited(node),
            Expectation::VisitedTimes { node, times: 2 },
            Expectation::DoneBy { node, role: document.roles.keys().next().unwrap() },
            Expectation::Holds(text("hund.steuer = 120")),
            Expectation::Wrote(document.document_templates.keys().next().unwrap()),
        ],
    };
    document.test_cases.insert(id, case);
}

fn exercises(document: &mut Document) {
    let node = document.nodes.keys().next().unwrap();
    let due = Duration { iso: text("P1M"), in_working_days: true };
    let result = Mistake::Result { table: document.decision_tables.keys().next().unwrap(), rule: 1, output: 0, result: text("12") };
    let mut reached = vec![
        Reached::Played(Expectation::Ended(node)),
        Reached::Passes(document.test_cases.keys().next().unwrap()),
        Reached::Mended(Mistake::Condition { flow: document.flows.keys().next().unwrap(), condition: text("true") }),
        Reached::Mended(Mistake::Due { node, due: None }),
        Reached::Mended(Mistake::Due { node, due: Some(due) }),
        Reached::Mended(result),
        Reached::Mended(Mistake::Missing(node)),
    ];
    reached.extend(Deed::ALL.map(Reached::Done));
    let hints = || vec![text("Sehen Sie auf die Frist."), text("Es sind 14 Tage.")];
    let goals = reached.into_iter().map(|reached_when| Goal { text: text("Die Frist stimmt"), reached_when, hints: hints() }).collect();
    let id: ExerciseId = document.new_id();
    let exercise = Exercise { id, name: text("Fehler finden"), task: text("**Zwei** Fehler"), hides: Hidden::ALL.to_vec(), goals };
    document.exercises.insert(id, exercise);
}
