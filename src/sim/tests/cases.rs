//! Test cases: run, compared, recorded.

use super::{Play, document};
use crate::model::{Document, Expectation, TestCase, TestCaseId, TestStep};
use crate::sim::{Difference, FormRefusal, Found, RecordRefusal, record, run_case};

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

fn played(steps: &[&str]) -> (Play, Result<TestCase, RecordRefusal>) {
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
        let case = case.unwrap();
        let result = run_case(&play.document, &case);
        assert_eq!(result.first_difference, None);
        assert_eq!(result.trace(), play.run.trace());
        assert!(case.expectations.contains(&Expectation::Holds("v.g = 12".to_owned())));
    }
    let (_, case) = played(&["start s", "do a v.n = 6", "answer p", "deadline"]);
    assert_eq!(case.unwrap().steps.last(), Some(&TestStep::Wait { duration: "P3D".to_owned() }));
}

#[test]
fn services_answer_by_themselves_unless_the_case_answers_for_them() {
    let (play, case) = played(&["start s", "do a v.n = 6", "answer p", "deadline"]);
    let mut case = case.unwrap();
    case.steps.retain(|step| !matches!(step, TestStep::Answer { .. }));
    assert!(run_case(&play.document, &case).passed());
    let fails = TestStep::Fail { node: node(&play.document, "p"), error: "Netz".to_owned() };
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
    let (play, case) = played(&["start s", "do a v.n = 6", "answer p", "deadline"]);
    let mut case = case.unwrap();
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
        steps: vec![TestStep::Start { node: node(document, "s") }, TestStep::Complete { node: node(document, "a"), entries }],
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
            TestStep::Start { node: node(&document, "s") },
            TestStep::Complete { node: node(&document, "a"), entries: vec![entry] },
        ],
        expectations: Vec::new(),
    };
    let Some(Difference::Stuck { place: 1, node: at, .. }) = run_case(&document, &case).first_difference else { panic!() };
    assert_eq!(at, node(&document, "x"));
}

#[test]
fn what_a_test_case_cannot_say_is_not_recorded() {
    let mut play = Play::new("start s\n xor x\n end e\n end f\n s > x\n x > e [v.n > 1]\n x > f [v.n < 1]");
    play.step("start s").unwrap();
    play.step("choose x x-e").unwrap();
    assert_eq!(record(&play.run, TestCaseId(1), ""), Err(RecordRefusal::ChosenByHand(play.node("x"))));
    let mut play = Play::new("start s\n user a\n end e\n s > a > e\n repeat a each 2 as i");
    play.step("start s").unwrap();
    play.step("do a#2").unwrap();
    assert_eq!(record(&play.run, TestCaseId(1), ""), Err(RecordRefusal::OutOfOrder(play.node("a"))));
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
