//! Proposals for small processes whose branches are known, and for the samples.

use super::super::coverage::{Covered, Group, Survey, Target};
use super::super::tests::notation::document;
use super::{Proposal, Reason, propose};
use crate::model::Document;
use crate::sim::run_case;

fn proposed(document: &Document) -> Proposal {
    let begins_at = "2026-03-02T09:00:00".parse().unwrap();
    propose(document, document.main_process, begins_at, &Covered::default(), None, &|_| true).unwrap().unwrap()
}

/// How many of a kind are covered, and all.
fn count(proposal: &Proposal, group: Group) -> (usize, usize) {
    proposal.survey.count(group, &proposal.covered)
}

#[track_caller]
fn all_ways(text: &str) -> Proposal {
    let document = document(text);
    let proposal = proposed(&document);
    let open: Vec<_> = proposal.open.iter().filter(|(target, _)| matches!(target, Target::Way(_) | Target::Step(_))).collect();
    assert!(open.is_empty(), "{open:?}");
    for case in &proposal.cases {
        assert_eq!(run_case(&document, &case.case).first_difference, None, "{}", case.case.name);
    }
    proposal
}

#[test]
fn both_ways_of_a_condition_are_found_with_its_boundary() {
    let proposal =
        all_ways("start s\n user a\n xor x\n end e\n end f\n s > a > x\n x > e [v.n > 100]\n x > f default\n form a v.n required");
    assert_eq!(proposal.cases.len(), 2);
    assert_eq!(count(&proposal, Group::Boundaries), (2, 2), "100 and 100.01");
}

#[test]
fn conditions_about_several_fields_are_solved_together() {
    all_ways(
        "start s\n user a\n xor x\n xor y\n end e\n end f\n end g\n s > a > x\n x > y [v.n > 10 and v.c = \"rot\"]\n x > e default\n
         y > f [v.j and v.m <= 3]\n y > g default\n form a v.n; v.c; v.j; v.m",
    );
}

#[test]
fn values_entered_early_decide_late() {
    all_ways(
        "start s\n user a\n user b\n user c\n xor x\n end e\n end f\n s > a > b > c > x\n x > e [v.t = \"neu\"]\n x > f default\n
         form a v.t required\n form b v.n required\n form c v.m required",
    );
}

#[test]
fn what_scripts_compute_is_reached_through_what_they_compute_from() {
    all_ways(
        "start s\n user a\n script b v.g = v.n * 2\n xor x\n end e\n end f\n s > a > b > x\n x > e [v.g > 200]\n x > f default\n form a v.n required",
    );
}

#[test]
fn services_fail_timers_pass_messages_come() {
    all_ways(
        "start s\n user a\n service p ePayment v.j = true\n on p fehler error:\n on p frist timer:P14D\n catch m message:Antwort\n xor x\n
         end e\n end f\n end g\n end h\n s > a > p > x\n x > m [v.j]\n x > h default\n m > e\n fehler > f\n frist > g",
    );
}

#[test]
fn repeated_steps_and_sub_processes_are_gone_through() {
    all_ways(
        "start s\n user a\n sub p {\n start i\n user b\n end j\n i > b > j\n }\n on p frist timer:P3D\n and t\n user c\n user d\n and w\n end e\n end f\n
         s > a > p > t\n t > c > w\n t > d > w\n w > e\n frist > f\n repeat a each 3 as i sequential",
    );
}

#[test]
fn free_choices_are_made_by_hand() {
    let proposal = all_ways("start s\n user a\n xor x\n end e\n end f\n s > a > x\n x > e\n x > f");
    assert_eq!(proposal.cases.len(), 2);
}

#[test]
fn what_no_value_reaches_is_said() {
    let document = document(
        "start s\n user a\n xor x\n end e\n end f\n end g\n s > a > x\n x > e [v.n > 10]\n x > f [v.n > 20]\n x > g default\n form a v.n required",
    );
    let proposal = proposed(&document);
    let way = |key: &str| Target::Way(document.flows.values().find(|flow| flow.key == key).unwrap().id);
    let reason = |target: &Target| proposal.open.iter().find(|(open, _)| open == target).map(|(_, reason)| reason.clone());
    assert_eq!(reason(&way("x-f")), Some(Reason::NoValue));
    assert_eq!((reason(&way("x-e")), reason(&way("x-g"))), (None, None));
}

/// Forty decisions one behind the other, each with a way to an end of its own.
fn long() -> Document {
    let mut text = String::from("start s\n user a\n end e\n");
    let mut ways = String::from(" s > a > x0\n");
    for number in 0..40 {
        text = format!("{text} xor x{number}\n user b{number}\n end e{number}\n");
        let next = if number == 39 { "e".to_owned() } else { format!("x{}", number + 1) };
        ways = format!("{ways} x{number} > b{number} > e{number}\n x{number} > {next}\n");
    }
    document(&(text + &ways))
}

#[test]
fn when_the_effort_is_used_up_what_was_not_searched_for_is_named() {
    let document = long();
    let begins_at = "2026-03-02T09:00:00".parse().unwrap();
    let with = |effort| {
        super::with_effort(&document, document.main_process, begins_at, (&Covered::default(), None), &|_| true, effort).unwrap().unwrap()
    };
    let open = |proposal: &Proposal| proposal.open.iter().map(|(target, reason)| (target.clone(), reason.clone())).collect::<Vec<_>>();
    let few = with(5_000);
    assert!(!few.cases.is_empty(), "what was found until then is proposed");
    assert!(few.untried > 10 && few.open.len() >= few.untried, "{:?}", few.open);
    assert_eq!(open(&with(5_000)), open(&few), "the same effort gives the same");
    let enough = with(super::MOST_EFFORT);
    assert_eq!((enough.untried, open(&enough)), (0, Vec::new()));
    let none = with(0);
    assert!(none.cases.is_empty() && none.untried > 100);
    assert!(open(&none).iter().any(|(_, reason)| *reason == Reason::NotTried), "{:?}", none.open);
}

#[test]
fn rows_of_tables_are_reached() {
    let proposal = all_ways(
        "table t first: v.n, v.j -> v.g\n rule t: < 10 | true -> 1\n rule t: < 10 | - -> 2\n rule t: >= 10 | - -> 3\n start s\n user a\n decide d t\n end e\n s > a > d > e\n form a v.n required; v.j",
    );
    assert_eq!(count(&proposal, Group::Rows), (3, 3));
}

#[test]
fn one_row_alone_is_proposed_for() {
    let document = document(
        "table t first: v.n -> v.g\n rule t: < 10 -> 1\n rule t: > 20 -> 2\n rule t: - -> 3\n start s\n user a\n decide d t\n end e\n
         s > a > d > e\n form a v.n required",
    );
    let table = document.decision_tables.keys().next().unwrap();
    let wanted = Target::Row { table, row: 1 };
    let begins_at = "2026-03-02T09:00:00".parse().unwrap();
    let proposal = propose(&document, document.main_process, begins_at, &Covered::default(), Some(&wanted), &|_| true).unwrap().unwrap();
    assert_eq!((proposal.cases.len(), proposal.open.len()), (1, 0));
    assert!(proposal.cases[0].covers.contains(&wanted));
}

#[test]
fn what_is_inside_of_steps_is_found_at_them() {
    let document = document(
        "table t first: v.n -> v.g\n rule t: < 10 -> 1\n rule t: - -> 3\n start s\n user a\n decide d t\n xor x\n end e\n end f\n
         s > a > d > x\n x > e [v.m > 5]\n x > f default\n form a v.n required; v.m",
    );
    let survey = Survey::of(&document, document.main_process);
    let inside = |group: Group| {
        let targets = survey.targets().iter().filter(move |target| target.group() == group);
        let nodes = targets.flat_map(|target| survey.nodes_at(&document, target));
        nodes.map(|node| document.nodes.get(node).unwrap().key.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(inside(Group::Rows), ["d", "d"]);
    assert_eq!(inside(Group::Boundaries), ["x", "x", "d", "d"], "at the gateway 5 and just above, at the table 10 and just below");
}

#[test]
fn a_detour_that_skips_its_check_is_told() {
    let document = document(
        "start s\n user pruefen\n xor x\n user korrigieren\n xor m\n user weiter\n end e\n s > pruefen > x\n x > korrigieren [v.j]\n x > m default\n
         korrigieren > m\n m > weiter > e",
    );
    let proposal = proposed(&document);
    let key = |node| document.nodes.get(node).unwrap().key.clone();
    let skipped: Vec<String> = proposal
        .cases
        .iter()
        .flat_map(|case| &case.skipped)
        .map(|skipped| format!("{} {} {}", key(skipped.check), key(skipped.after), key(skipped.then)))
        .collect();
    assert_eq!(skipped, ["pruefen korrigieren weiter"]);
}

#[test]
fn the_same_is_proposed_each_time_and_nothing_twice() {
    let document =
        document("start s\n user a\n xor x\n end e\n end f\n s > a > x\n x > e [v.n > 100]\n x > f default\n form a v.n required");
    let first = proposed(&document);
    assert_eq!(first.cases, proposed(&document).cases);
    let mut kept = document.clone();
    for case in &first.cases {
        let id: crate::model::TestCaseId = kept.new_id();
        kept.test_cases.insert(id, crate::model::TestCase { id, ..case.case.clone() });
    }
    let survey = Survey::of(&kept, kept.main_process);
    let before = survey.of_cases(&kept, kept.main_process);
    let again = propose(&kept, kept.main_process, "2026-03-02T09:00:00".parse().unwrap(), &before, None, &|_| true).unwrap().unwrap();
    assert_eq!(again.cases, []);
    assert!(
        propose(&kept, kept.main_process, "2026-03-02T09:00:00".parse().unwrap(), &Covered::default(), None, &|_| false).unwrap().is_none()
    );
}
