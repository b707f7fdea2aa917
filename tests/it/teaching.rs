//! Exercises: the two that ship are solved, mistakes are put in and found again, and the result sheet says what was reached.

use dienstweg::bundle::read_model;
use dienstweg::catalog::samples;
use dienstweg::edit::{Command, Editor, Record};
use dienstweg::i18n::{Language, Texts};
use dienstweg::model::*;
use dienstweg::sim::{Run, run_case};
use dienstweg::teach::{Learning, Sheet, Work};
use std::sync::Arc;

fn sample() -> Arc<Document> {
    let sample = samples().iter().find(|sample| sample.file.starts_with("bewohnerparkausweis")).unwrap();
    Arc::new(read_model(sample.text.as_bytes()).unwrap().document)
}

fn begin(original: &Arc<Document>, name: &str) -> Learning {
    let exercise = original.exercises.values().find(|exercise| exercise.name == name).unwrap();
    Learning::begin(original, exercise.id).unwrap()
}

fn reached(learning: &Learning) -> Vec<bool> {
    learning.goals().map(|(_, reached, _)| reached).collect()
}

/// A play of the test case whose name begins so.
fn play(document: &Document, name: &str) -> Run {
    let case = document.test_cases.values().find(|case| case.name.starts_with(name)).unwrap();
    run_case(document, case).run.unwrap()
}

#[test]
fn the_exercise_of_playing_is_solved_by_three_plays() {
    let original = sample();
    let mut learning = begin(&original, "Drei Ausgänge finden");
    let document = Arc::clone(learning.handed_out());
    assert!(document.test_cases.is_empty() && document.exercises.is_empty(), "the solution is not in the learner's copy");
    let granted = play(&original, "Halter in der Zone");
    let refused = play(&original, "Eigener Stellplatz");
    let unpaid = play(&original, "Zahlung scheitert");
    let mut judge = |runs: &[&Run]| {
        learning.judge(Work { document: &document, runs, is_saved: false });
        reached(&learning)
    };
    assert_eq!(judge(&[]), [false, false, false]);
    assert_eq!(judge(&[&refused]), [false, true, false]);
    assert_eq!(judge(&[&unpaid]), [false, true, true], "a case that was closed has been played all the same");
    let mut unfinished = granted.clone();
    unfinished.back();
    assert_eq!(judge(&[&unfinished]), [false, true, true], "only what has come to its end counts");
    assert_eq!(judge(&[&granted]), [true, true, true]);
    assert!(learning.is_done());
}

#[test]
fn the_exercise_of_repairing_is_solved_by_mending_both_mistakes() {
    let original = sample();
    let mut learning = begin(&original, "Zwei Fehler finden");
    let mut editor = Editor::new(learning.handed_out().as_ref().clone());
    let mut judge = |editor: &Editor| {
        learning.judge(Work { document: editor.document(), runs: &[], is_saved: false });
        reached(&learning)
    };
    assert_eq!(judge(&editor), [false, false, false]);
    let mut way = editor.document().flows.values().find(|flow| flow.key == "w_entscheidung_gebuehrErmitteln").unwrap().clone();
    assert_eq!(way.condition, "bescheid.entscheidung = \"ablehnen\"");
    way.condition = "bescheid.entscheidung=\"erteilen\"".to_owned();
    editor.apply(Command::Put(Record::Flow(way))).unwrap();
    assert_eq!(judge(&editor), [true, false, true], "blanks do not count, and the test case passes again");
    let mut step = editor.document().nodes.values().find(|node| node.key == "antragPruefen").unwrap().clone();
    assert_eq!(step.details.due, None);
    step.details.due = Some(Duration { iso: "P4D".into(), in_working_days: true });
    editor.apply(Command::Put(Record::Node(step.clone()))).unwrap();
    assert_eq!(judge(&editor), [true, false, true], "another time is not the right one");
    step.details.due = Some(Duration { iso: "P5D".into(), in_working_days: true });
    editor.apply(Command::Put(Record::Node(step))).unwrap();
    assert_eq!(judge(&editor), [true, true, true]);
    editor.undo();
    assert_eq!(judge(&editor), [true, false, true], "what is spoilt again is not mended");
}

#[test]
fn what_was_saved_once_stays_reached_while_one_goes_on() {
    let mut learning = with_goal(Reached::Done(Deed::Saved));
    let document = Arc::clone(learning.handed_out());
    let mut judge = |is_saved| {
        learning.judge(Work { document: &document, runs: &[], is_saved });
        learning.is_done()
    };
    assert!(!judge(false));
    assert!(judge(true));
    assert!(judge(false), "a change after saving takes nothing back");
}

/// An exercise with one goal, in a copy of the sample.
fn with_goal(reached_when: Reached) -> Learning {
    let mut document = sample().as_ref().clone();
    let id: ExerciseId = document.new_id();
    let goal = Goal { text: "Ziel".into(), reached_when, hints: vec!["Erstens".into(), "Zweitens".into()] };
    document.exercises.insert(id, Exercise { id, name: "Eins".into(), task: String::new(), hides: Vec::new(), goals: vec![goal] });
    Learning::begin(&Arc::new(document), id).unwrap()
}

fn is_reached(learning: &mut Learning, document: &Arc<Document>) -> bool {
    learning.judge(Work { document, runs: &[], is_saved: false });
    learning.is_done()
}

#[test]
fn a_wrong_result_and_a_missing_event_are_put_in_and_mended() {
    let original = sample();
    let table = original.decision_tables.keys().next().unwrap();
    let mut learning = with_goal(Reached::Mended(Mistake::Result { table, rule: 2, output: 0, result: "1".into() }));
    let handed_out = Arc::clone(learning.handed_out());
    assert_eq!(handed_out.decision_tables.get(table).unwrap().rules[2].results, ["1"]);
    assert!(!is_reached(&mut learning, &handed_out));
    let mut editor = Editor::new(handed_out.as_ref().clone());
    editor.apply(Command::Put(Record::DecisionTable(original.decision_tables.get(table).unwrap().clone()))).unwrap();
    assert!(is_reached(&mut learning, editor.document()));

    let timer = original.nodes.values().find(|node| node.key == "nichtBezahlt").unwrap();
    let mut learning = with_goal(Reached::Mended(Mistake::Missing(timer.id)));
    let mut mended = learning.handed_out().as_ref().clone();
    assert!(!mended.nodes.contains(timer.id));
    assert!(!is_reached(&mut learning, &Arc::new(mended.clone())));
    let id: NodeId = mended.new_id();
    mended.nodes.insert(id, FlowNode { id, name: "Frist".into(), ..timer.clone() });
    assert!(is_reached(&mut learning, &Arc::new(mended)), "another event of the same kind at the same step does");
}

#[test]
fn hints_come_one_by_one_and_stand_on_the_sheet() {
    let mut learning = with_goal(Reached::Done(Deed::Saved));
    let shown = |learning: &Learning| learning.goals().next().unwrap().2.to_vec();
    assert!(shown(&learning).is_empty());
    for hints in [vec!["Erstens"], vec!["Erstens", "Zweitens"], vec!["Erstens", "Zweitens"]] {
        learning.show_hint(0);
        assert_eq!(shown(&learning), hints);
    }
    let document = Arc::clone(learning.handed_out());
    learning.judge(Work { document: &document, runs: &[], is_saved: true });
    let sheet = Sheet::of(&learning, "  ", (2026, 3, 2));
    assert_eq!((sheet.learner.as_ref(), sheet.reached()), (None, 1));
    let text = Texts::new(Language::German).result_sheet(&sheet);
    assert_eq!(
        text,
        "Ergebnis einer Übung\n\nVerfahren: Bewohnerparkausweis beantragen\nÜbung: Eins\nDatum: 02.03.2026\n\n\
         Erreicht: 1 von 1 Zielen\n[x] Ziel (mit 2 Hinweisen)\n"
    );
    let named = Texts::new(Language::English).result_sheet(&Sheet::of(&learning, "Kim", (2026, 3, 2)));
    assert!(named.contains("Name: Kim\n"), "{named}");
}

#[test]
fn a_mistake_without_a_place_is_refused() {
    let mut document = sample().as_ref().clone();
    let table = document.decision_tables.keys().next().unwrap();
    let id: ExerciseId = document.new_id();
    let reached_when = Reached::Mended(Mistake::Result { table, rule: 99, output: 0, result: "1".into() });
    let goals = vec![Goal { text: "Ziel".into(), reached_when, hints: Vec::new() }];
    document.exercises.insert(id, Exercise { id, name: "Eins".into(), task: String::new(), hides: Vec::new(), goals });
    assert!(Learning::begin(&Arc::new(document), id).is_err());
}
