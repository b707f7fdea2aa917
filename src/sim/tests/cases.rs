//! Test cases: run, compared, recorded.

use super::{Play, document};
use crate::model::{Document, Expectation, TestCase, TestCaseId, TestStep};
use crate::sim::{Difference, FormRefusal, Found, record, run_case};

const TEXT: &str = "
    start s
    user a
    script b v.g = v.n * 2
    service p ePayment v.j = true
    on p fehler error:
    catch t timer:P3D
    end e
    end f
    s > a > b > p > t > e
    fehler > f
    letter b Gebühr {{v.g}}
";

fn node(document: &Document, key: &str) -> crate::model::NodeId {
    document.nodes.values().find(|node| node.key == key).unwrap().id
}

fn played(steps: &[&str]) -> (Play, TestCase) {
    let mut play = Play::new(TEXT);
    for step in steps {
        play.step(step).unwrap();
    }
    let case = record(&play.run, TestCaseId(1), "Fall");
    (play, case)
}

#[test]
fn a_play_becomes_a_test_case_that_passes() {
    for steps in [&["start s", "do a v.n = 6", "answer p", "deadline"][..], &["start s", "do a v.n = 6", "fail p Netz"]] {
        let (play, case) = played(steps);
        let result = run_case(&play.document, &case);
        assert_eq!(result.first_difference, None);
        assert_eq!(result.trace(), play.run.trace());
        assert!(case.expectations.contains(&Expectation::Holds("v.g = 12".to_owned())));
    }
    let (_, case) = played(&["start s", "do a v.n = 6", "answer p", "deadline"]);
    assert_eq!(case.steps.last(), Some(&TestStep::Wait { duration: "P3D".to_owned() }));
}

#[test]
fn services_answer_by_themselves_unless_the_case_answers_for_them() {
    let (play, mut case) = played(&["start s", "do a v.n = 6", "answer p", "deadline"]);

    case.steps.retain(|step| !matches!(step, TestStep::Answer { .. }));
    assert!(run_case(&play.document, &case).passed());
    let fails = TestStep::Fail { node: node(&play.document, "p"), nth: 0, error: "Netz".to_owned() };
    case.steps.insert(2, fails);
    case.steps.truncate(3);
    let Some(Difference::Expectation { place: 0, found: Found::Ends { reached, .. } }) = run_case(&play.document, &case).first_difference
    else {
        panic!()
    };
    assert_eq!(reached, [node(&play.document, "f")]);
}

#[test]
fn the_first_difference_is_told_with_what_came_out() {
    let (play, mut case) = played(&["start s", "do a v.n = 6", "answer p", "deadline"]);

    case.expectations = vec![Expectation::Ended(node(&play.document, "e")), Expectation::Holds("v.g > 100".to_owned())];
    let Some(Difference::Expectation { place: 1, found: Found::Value { value, used } }) = run_case(&play.document, &case).first_difference
    else {
        panic!()
    };
    assert_eq!((value, used.len()), (false.into(), 1));
    case.steps.remove(1);
    assert!(matches!(run_case(&play.document, &case).first_difference, Some(Difference::Step { place: 1, .. })));
    case.begins_at = "gestern".to_owned();
    assert_eq!(run_case(&play.document, &case).first_difference, Some(Difference::BeginsAt("gestern".to_owned())));
}

/// A case that begins at `s` and enters this at `a`.
fn entered(document: &Document, entries: &str) -> TestCase {
    let entries = super::notation::assignments(entries);
    TestCase {
        id: TestCaseId(1),
        name: String::new(),
        description: String::new(),
        process: document.main_process,
        begins_at: "2026-03-02".to_owned(),
        steps: vec![
            TestStep::Start { node: node(document, "s"), entries: Vec::new() },
            TestStep::Complete { node: node(document, "a"), nth: 0, entries },
        ],
        expectations: Vec::new(),
    }
}

#[test]
fn a_form_takes_what_it_asks_for_and_nothing_else() {
    let document =
        document("start s\n user a\n end e\n s > a > e\n form a v.n required; v.t when v.n > 10; v.g prefill 5; v.j; v.person; v.liste");
    let difference = |entries: &str| run_case(&document, &entered(&document, entries)).first_difference;
    let not_asked = |difference: Option<Difference>, path: &str| matches!(difference, Some(Difference::Form { place: 1, refusal: FormRefusal::NotAsked { target, .. } }) if target == path);
    assert_eq!(difference("v.n = 20; v.t = \"x\"; v.person.vorname = \"Ada\"; v.person.nachname = \"Muster\""), None);
    assert!(not_asked(difference("v.n = 5; v.t = \"x\""), "v.t"), "hidden");
    assert!(not_asked(difference("v.n = 5; v.d = today()"), "v.d"), "not in the form");
    let Some(Difference::Form { refusal: FormRefusal::Findings { findings, .. }, .. }) = difference("v.j = true") else { panic!() };
    assert_eq!(findings[0].fault, crate::form::Fault::Missing);
    assert!(matches!(difference("v.n = \"x\""), Some(Difference::Form { .. } | Difference::Step { .. })));
    let run = run_case(&document, &entered(&document, "v.n = 5")).run.unwrap();
    assert_eq!(run.scene(None).look_up("v.g"), Some(5.into()), "prefilled");
    assert_eq!(run.scene(None).look_up("v.j"), Some(false.into()), "left unticked");
}

#[test]
fn a_standstill_is_a_difference() {
    let document = document("start s\n user a\n xor x\n end e\n end f\n s > a > x\n x > e [v.n > 1]\n x > f [v.n < 1]");
    let entry = crate::model::Assignment { target: "v.n".to_owned(), value: "1".to_owned() };
    let case = TestCase {
        id: TestCaseId(1),
        name: String::new(),
        description: String::new(),
        process: document.main_process,
        begins_at: "2026-03-02".to_owned(),
        steps: vec![
            TestStep::Start { node: node(&document, "s"), entries: Vec::new() },
            TestStep::Complete { node: node(&document, "a"), nth: 0, entries: vec![entry] },
        ],
        expectations: Vec::new(),
    };
    let Some(Difference::Stuck { place: 1, node: at, .. }) = run_case(&document, &case).first_difference else { panic!() };
    assert_eq!(at, node(&document, "x"));
}

#[test]
fn any_play_becomes_a_test_case() {
    let ways = "start s\n user a\n xor x\n end e\n end f\n s > a > x\n x > e [v.n > 1]\n x > f [v.n < 1]";
    let runs = "start s\n user a\n user b\n end e\n s > a > b > e\n repeat a each 3 as i";
    let answers = "start s\n service a ePayment v.j = true\n end e\n s > a > e\n repeat a each 2 as i";
    let plays: [(&str, &[&str]); 5] = [
        (ways, &["start s", "do a", "choose x x-e"]),
        (ways, &["start s", "choose x x-f", "do a v.n = 7"]),
        (ways, &["start s v.n = 2", "do a"]),
        (runs, &["start s", "do a#2 v.n = 3", "do a#3 v.n = 2", "do a v.n = 1", "do b"]),
        (answers, &["start s", "answer a#2 v.n = 8", "answer a v.n = 9"]),
    ];
    for (text, steps) in plays {
        let mut play = Play::new(text);
        steps.iter().for_each(|step| drop(play.step(step).unwrap()));
        let case = record(&play.run, TestCaseId(1), "");
        let result = run_case(&play.document, &case);
        assert_eq!(result.first_difference, None, "{steps:?}");
        assert_eq!(result.trace(), play.run.trace(), "{steps:?}");
    }
}

#[test]
fn a_run_that_does_not_wait_is_a_difference() {
    let mut play = Play::new("start s\n user a\n end e\n s > a > e\n repeat a each 2 as i");
    for step in ["start s", "do a#2", "do a"] {
        play.step(step).unwrap();
    }
    let mut case = record(&play.run, TestCaseId(1), "");
    assert!(matches!(case.steps[1], TestStep::Complete { nth: 1, .. }));
    case.steps.remove(2);
    case.steps.push(TestStep::Complete { node: node(&play.document, "a"), nth: 1, entries: Vec::new() });
    assert!(matches!(run_case(&play.document, &case).first_difference, Some(Difference::Step { place: 2, .. })));
}

#[test]
fn who_had_to_act_and_how_often_is_compared() {
    let mut document = document("start s\n user a\n user b\n end e\n s > a > b > e\n repeat b each 2 as i");
    let role = |document: &mut Document, name: &str| {
        let id: crate::model::RoleId = document.new_id();
        document
            .roles
            .insert(id, crate::model::Role { id, key: name.to_owned(), name: name.to_owned(), kind: crate::model::RoleKind::Caseworker });
        id
    };
    let (office, citizen) = (role(&mut document, "amt"), role(&mut document, "buerger"));
    let (a, b) = (node(&document, "a"), node(&document, "b"));
    document.nodes.get_mut(a).unwrap().details.role = Some(office);
    let program = std::sync::Arc::new(crate::sim::Program::compile(&document, document.main_process).unwrap());
    let mut run = crate::sim::Run::start(program, "2026-03-02T09:00:00".parse().unwrap());
    for step in [crate::sim::Step::Start { node: node(&document, "s"), entries: Vec::new() }, complete(a), complete(b), complete(b)] {
        run.fire(step).unwrap();
    }
    let mut case = record(&run, TestCaseId(1), "");
    assert_eq!(
        case.expectations,
        [Expectation::Ended(node(&document, "e")), Expectation::DoneBy { node: a, role: office }, Expectation::Visited(b)]
    );
    assert!(run_case(&document, &case).passed());
    document.nodes.get_mut(a).unwrap().details.role = Some(citizen);
    let found = |document: &Document, case: &TestCase| match run_case(document, case).first_difference {
        Some(Difference::Expectation { found, .. }) => found,
        other => panic!("{other:?}"),
    };
    assert_eq!(found(&document, &case), Found::Role { node: a, role: Some(citizen) });
    case.expectations = vec![Expectation::VisitedTimes { node: a, times: 1 }, Expectation::VisitedTimes { node: a, times: 2 }];
    assert_eq!(found(&document, &case), Found::Visited { node: a, times: 1 });
}

fn complete(node: crate::model::NodeId) -> crate::sim::Step {
    crate::sim::Step::Complete { at: node.into(), entries: Vec::new() }
}

#[test]
fn a_play_is_carried_over_to_the_edited_document() {
    let (play, _) = played(&["start s", "do a v.n = 6", "answer p"]);
    let mut edited = play.document.clone();
    edited.nodes.get_mut(node(&edited, "b")).unwrap().name = "anders".to_owned();
    let program = crate::sim::Program::compile(&edited, edited.main_process).unwrap();
    let (run, refused) = play.run.carried_over(program.into());
    assert_eq!((run.state(), refused), (play.run.state(), None));
    let flow = edited.flows.values().find(|flow| flow.key == "b-p").unwrap().id;
    edited.flows.remove(flow);
    let program = crate::sim::Program::compile(&edited, edited.main_process).unwrap();
    let (run, refused) = play.run.carried_over(program.into());
    assert_eq!((run.history().len(), refused.unwrap().0), (2, 2));
}
