//! A process that keeps FIM's conventions, and each way to break one of them.

use super::check;
use crate::check::Problem;
use crate::model::*;

/// A process with one step of each known group, everything filled in.
fn good() -> Document {
    let mut document = Document::empty("anzeige", "Anzeige bearbeiten");
    let main = document.main_process;
    let law = LegalBasis { law: "MuSchG".to_owned(), paragraph: "§ 27".to_owned(), link: String::new() };
    if let Some(process) = document.processes.get_mut(main) {
        process.leistungsschluessel = "99006028261000".to_owned();
        process.legal_bases = vec![law.clone()];
        let code = || "101".to_owned();
        process.fim = Some(FimProfile {
            trigger: FimLink::Form("D00000094".to_owned()),
            result: FimLink::Words("Vermerk".to_owned()),
            level: code(),
            form_of_action: code(),
            kind_of_procedure: code(),
            purpose: code(),
            goal: code(),
            released_by: String::new(),
        });
    }
    for kind in [RoleKind::Applicant, RoleKind::Caseworker] {
        let id: RoleId = document.new_id();
        document.roles.insert(id, Role { id, key: format!("r{}", id.0), name: "Stelle".to_owned(), kind });
    }
    add(&mut document, NodeKind::StartEvent { trigger: Event::Message("Anzeige".to_owned()), is_interrupting: true });
    for number in 1..=8_u8 {
        let id = add(&mut document, NodeKind::SubProcess { is_event: false });
        let node = document.nodes.get_mut(id).unwrap();
        let data = |way| FimData { way, name: FimLink::Words("Anzeige".to_owned()), partner: "Arbeitgeber".to_owned() };
        node.details.legal_bases = vec![law.clone()];
        node.details.fim = Some(FimReference {
            activity_group: Some(number),
            id: format!("{number:02}"),
            data: vec![data(FimWay::Received), data(FimWay::Provided)],
            codes: vec!["1".to_owned()],
            aids: "keine".to_owned(),
            ..FimReference::default()
        });
    }
    for kind in [NodeKind::ExclusiveGateway, NodeKind::ParallelGateway, NodeKind::CallActivity(None), NodeKind::EndEvent(Event::None)] {
        add(&mut document, kind);
    }
    document
}

fn add(document: &mut Document, kind: NodeKind) -> NodeId {
    let id: NodeId = document.new_id();
    let (key, process) = (format!("k{}", id.0), document.main_process);
    let (repetition, details) = (Repetition::Once, StepDetails::default());
    document
        .nodes
        .insert(id, FlowNode { id, key, name: "Knoten".to_owned(), process, parent: None, lane: None, kind, repetition, details });
    id
}

fn problems(document: &Document) -> Vec<Problem> {
    let mut found = Vec::new();
    check(document, &mut found);
    found
}

fn kinds(document: &Document) -> Vec<&'static str> {
    problems(document).into_iter().map(|problem| problem.kind).collect()
}

/// The good process with a change says this.
#[track_caller]
fn broken(change: impl FnOnce(&mut Document), kinds_wanted: &[&str]) {
    let mut document = good();
    change(&mut document);
    assert_eq!(kinds(&document), kinds_wanted);
}

fn process(document: &mut Document) -> &mut Process {
    document.processes.get_mut(document.main_process).unwrap()
}

fn profile(document: &mut Document) -> &mut FimProfile {
    process(document).fim.as_mut().unwrap()
}

/// The step of that group.
fn step(document: &mut Document, number: u8) -> &mut FlowNode {
    let is_it = |node: &&FlowNode| node.details.fim.as_ref().is_some_and(|fim| fim.activity_group == Some(number));
    let id = document.nodes.values().find(is_it).unwrap().id;
    document.nodes.get_mut(id).unwrap()
}

fn fim(document: &mut Document, number: u8) -> &mut FimReference {
    step(document, number).details.fim.as_mut().unwrap()
}

#[test]
fn a_process_that_keeps_them_has_nothing_to_mend() {
    assert_eq!(kinds(&good()), [""; 0]);
}

#[test]
fn nobody_else_is_asked() {
    let mut document = good();
    process(&mut document).fim = None;
    add(&mut document, NodeKind::UserTask);
    assert_eq!(kinds(&document), [""; 0]);
}

#[test]
fn the_process_says_what_it_is() {
    broken(|document| process(document).leistungsschluessel.clear(), &["check-fim-key"]);
    broken(|document| process(document).legal_bases.clear(), &["check-fim-process-law"]);
    broken(|document| profile(document).trigger = FimLink::default(), &["check-fim-trigger"]);
    broken(|document| profile(document).result = FimLink::default(), &["check-fim-result"]);
    broken(|document| profile(document).level.clear(), &["check-fim-level"]);
    broken(|document| profile(document).form_of_action.clear(), &["check-fim-form-of-action"]);
    broken(|document| profile(document).kind_of_procedure.clear(), &["check-fim-kind-of-procedure"]);
    broken(|document| profile(document).purpose.clear(), &["check-fim-purpose"]);
    broken(|document| profile(document).goal.clear(), &["check-fim-goal"]);
    broken(|document| document.roles = Table::default(), &["check-fim-applicant", "check-fim-caseworker"]);
}

#[test]
fn only_fims_elements_are_there() {
    for kind in [NodeKind::Task, NodeKind::UserTask, NodeKind::ServiceTask, NodeKind::ScriptTask(Vec::new())] {
        broken(|document| _ = add(document, kind), &["check-fim-task"]);
    }
    let others = [
        NodeKind::EventBasedGateway,
        NodeKind::SubProcess { is_event: true },
        NodeKind::EndEvent(Event::Error("E".to_owned())),
        NodeKind::CatchEvent(Event::Conditional("true".to_owned())),
    ];
    for kind in others {
        broken(|document| _ = add(document, kind), &["check-fim-element"]);
    }
    let content = |document: &mut Document| {
        let parent = step(document, 4).id;
        let inner = add(document, NodeKind::UserTask);
        document.nodes.get_mut(inner).unwrap().parent = Some(parent);
    };
    broken(content, &["check-fim-content"]);
}

#[test]
fn a_task_is_mended_into_a_group() {
    let mut document = good();
    let id = add(&mut document, NodeKind::UserTask);
    let fix = problems(&document).remove(0).fix.unwrap().command;
    let mut editor = crate::edit::Editor::new(document);
    editor.apply(fix).unwrap();
    assert_eq!(editor.document().nodes.get(id).unwrap().kind, NodeKind::SubProcess { is_event: false });
    assert_eq!(kinds(editor.document()), ["check-fim-group"]);
}

#[test]
fn every_group_has_number_id_and_law() {
    broken(|document| fim(document, 3).activity_group = None, &["check-fim-group"]);
    broken(|document| step(document, 3).details.fim = None, &["check-fim-group"]);
    broken(|document| fim(document, 3).id.clear(), &["check-fim-id"]);
    broken(|document| fim(document, 3).id = "3a".to_owned(), &["check-fim-id"]);
    broken(|document| fim(document, 3).id = "01".to_owned(), &["check-fim-id-twice"]);
    broken(|document| step(document, 3).details.legal_bases.clear(), &["check-fim-law"]);
}

#[test]
fn every_group_has_its_specific_attributes() {
    for (number, kinds) in [
        (1, vec!["check-fim-received"]),
        (2, vec!["check-fim-provided"]),
        (3, vec!["check-fim-formal"]),
        (4, vec!["check-fim-aids"]),
        (5, vec!["check-fim-aids", "check-fim-decision"]),
        (6, vec!["check-fim-work"]),
        (7, vec!["check-fim-received", "check-fim-provided", "check-fim-participation"]),
        (8, vec!["check-fim-description"]),
    ] {
        let empty = |document: &mut Document| {
            let fim = fim(document, number);
            *fim = FimReference { activity_group: Some(number), id: fim.id.clone(), ..FimReference::default() };
        };
        broken(empty, &kinds);
    }
}

#[test]
fn a_process_that_runs_to_the_right_can_be_turned() {
    let pool = |document: &mut Document| {
        let id: PoolId = document.new_id();
        let process = Some(document.main_process);
        let pool = Pool { id, key: "amt".to_owned(), name: "Amt".to_owned(), process, role: None, orientation: Orientation::Horizontal };
        document.pools.insert(id, pool);
    };
    broken(pool, &["check-fim-direction"]);
}

#[test]
fn a_group_need_not_have_a_flow_in_it() {
    let kinds = |document: &Document| crate::check::check(document).iter().filter(|problem| problem.kind == "check-empty-scope").count();
    let mut document = good();
    assert_eq!(kinds(&document), 0);
    step(&mut document, 4).details.fim = None;
    assert_eq!(kinds(&document), 1);
}
