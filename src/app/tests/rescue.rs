//! What was not saved outlives a crash.

use super::*;
use std::time::{Duration, Instant};

/// Lets the quiet time after the last edit pass, and the copies be written, as if the studio then broke.
fn break_down(mut harness: Harness<'_, App>) {
    let long_ago = Instant::now().checked_sub(Duration::from_secs(10)).unwrap();
    for workspace in &mut harness.state_mut().workspaces {
        if let Some((_, since)) = &mut workspace.seen {
            *since = long_ago;
        }
    }
    settle(&mut harness);
    harness.state_mut().rescue.finish();
}

#[test]
fn a_document_that_was_never_saved_is_offered_and_brought_back() {
    let home = Home::new();
    let mut harness = home.start_with_procedure();
    rename(&mut harness, "Hund anmelden");
    let lost = document(&harness);
    break_down(harness);
    let mut again = home.start();
    again.get_by_label_contains("Hund anmelden – Stand vom");
    click(&mut again, "Wiederherstellen");
    assert_eq!(document(&again), lost);
    assert!(is_changed(&again));
    assert_eq!(again.state().workspace().unwrap().path, None);
    break_down(again);
    let third = home.start();
    third.get_by_label_contains("Hund anmelden – Stand vom");
}

#[test]
fn a_saved_document_comes_back_with_its_file() {
    let home = Home::new();
    let mut harness = home.start_with_procedure();
    let path = home.path("hund.dienstweg.ron");
    save_to(&mut harness, &path);
    rename(&mut harness, "Hund anmelden");
    break_down(harness);
    let mut again = home.start();
    click(&mut again, "Wiederherstellen");
    assert_eq!(again.state().workspace().unwrap().path.as_deref(), Some(path.as_path()));
    press(&mut again, egui::Modifiers::COMMAND, egui::Key::S);
    assert!(again.state().dialog.is_none(), "nobody else has changed the file");
    assert!(!is_changed(&again));
}

#[test]
fn what_is_discarded_is_not_offered_again() {
    let home = Home::new();
    let mut harness = home.start_with_procedure();
    rename(&mut harness, "Hund anmelden");
    break_down(harness);
    let mut again = home.start();
    click(&mut again, "Später entscheiden");
    drop(again);
    let mut third = home.start();
    click(&mut third, "Verwerfen");
    assert!(third.state().workspaces.is_empty());
    drop(third);
    assert!(home.start().state().dialog.is_none());
}

#[test]
fn saving_and_a_clean_end_leave_nothing_to_offer() {
    let home = Home::new();
    let mut harness = home.start_with_procedure();
    rename(&mut harness, "Hund anmelden");
    save_to(&mut harness, &home.path("hund"));
    break_down(harness);
    assert!(home.start().state().dialog.is_none(), "it was saved");
    let mut harness = home.start_with_procedure();
    rename(&mut harness, "Katze anmelden");
    settle(&mut harness);
    harness.state_mut().end();
    assert!(home.start().state().dialog.is_none(), "the user let it go");
}

#[test]
fn a_copy_waits_for_quiet() {
    let home = Home::new();
    let mut harness = home.start_with_procedure();
    rename(&mut harness, "Hund anmelden");
    assert!(harness.state().workspace().unwrap().kept.is_none());
}

/// The steps of the shown document as the list names them, and how many are done.
fn steps(harness: &Harness<'_, App>) -> (Vec<crate::edit::CommandName>, usize) {
    let history = harness.state().workspace().unwrap().editor.history();
    (history.steps().map(|step| step.name).collect(), history.position())
}

/// Every document of the history, by going through it.
fn all_documents(harness: &Harness<'_, App>) -> Vec<Document> {
    let mut editor = harness.state().workspace().unwrap().editor.clone();
    let count = editor.history().steps().len();
    (0..=count).map(|place| (editor.jump_to(place), Document::clone(editor.document())).1).collect()
}

/// The only file below the home's data whose name ends so.
fn file_ending(home: &Home, ending: &str) -> std::path::PathBuf {
    let mut open = vec![home.paths().data];
    let mut found = Vec::new();
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
            } else if path.to_string_lossy().ends_with(ending) {
                found.push(path);
            }
        }
    }
    assert_eq!(found.len(), 1, "{found:?}");
    found.swap_remove(0)
}

#[test]
fn the_steps_come_back_and_can_be_gone_through() {
    let home = Home::new();
    let mut harness = home.start_with_procedure();
    for name in ["Eins", "Zwei", "Drei"] {
        rename(&mut harness, name);
    }
    press(&mut harness, egui::Modifiers::COMMAND, egui::Key::Z);
    let (before, documents) = (steps(&harness), all_documents(&harness));
    assert_eq!((before.0.len(), before.1), (3, 2));
    break_down(harness);
    let mut again = home.start();
    click(&mut again, "Wiederherstellen");
    assert!(failures(&again).is_empty());
    assert_eq!((steps(&again), all_documents(&again)), (before, documents));
    assert_eq!(name(&again), "Zwei");
    press(&mut again, egui::Modifiers::COMMAND, egui::Key::Y);
    assert_eq!(name(&again), "Drei");
    for expected in ["Zwei", "Eins", "Hundesteuer anmelden", "Hundesteuer anmelden"] {
        press(&mut again, egui::Modifiers::COMMAND, egui::Key::Z);
        assert_eq!(name(&again), expected);
    }
    break_down(again);
    let mut third = home.start();
    click(&mut third, "Wiederherstellen");
    assert_eq!((steps(&third).0.len(), steps(&third).1, name(&third)), (3, 0, "Hundesteuer anmelden".to_owned()));
}

#[test]
fn what_was_brought_back_and_saved_is_not_offered_again() {
    let home = Home::new();
    let mut harness = home.start_with_procedure();
    rename(&mut harness, "Hund anmelden");
    break_down(harness);
    let mut again = home.start();
    click(&mut again, "Wiederherstellen");
    save_to(&mut again, &home.path("hund.dienstweg.ron"));
    again.state_mut().end();
    drop(again);
    assert!(home.start().state().dialog.is_none());
}

#[test]
fn however_the_steps_are_damaged_the_document_comes_back() {
    let home = Home::new();
    let mut harness = home.start_with_procedure();
    for name in ["Eins", "Zwei", "Drei"] {
        rename(&mut harness, name);
    }
    let (before, lost) = (steps(&harness), document(&harness));
    break_down(harness);
    let file = file_ending(&home, ".dienstweg.history");
    let whole = std::fs::read(&file).unwrap();
    let read = |file: &Path| crate::app::files::history_of(file, &lost);
    for end in (0..whole.len()).step_by(whole.len() / 300) {
        std::fs::write(&file, &whole[..end]).unwrap();
        // Behind the last step, only the line that names the place can be missing.
        if let Some(history) = read(&file) {
            assert_eq!((history.steps().len(), history.current().as_ref()), (3, &lost), "{end}");
        }
        let mut altered = whole.clone();
        altered[end] ^= 4;
        std::fs::write(&file, altered).unwrap();
        assert!(read(&file).is_none_or(|history| **history.current() == lost), "{end}");
    }
    std::fs::write(&file, &whole[..whole.len() / 2]).unwrap();
    let mut again = home.start();
    click(&mut again, "Wiederherstellen");
    assert_eq!((document(&again), steps(&again)), (lost.clone(), (Vec::new(), 0)));
    assert!(failures(&again)[0].contains("Seine früheren Schritte"), "{:?}", failures(&again));
    break_down(again);
    // What was brought back has a history of its own again.
    let mut third = home.start();
    click(&mut third, "Wiederherstellen");
    assert_eq!((document(&third), failures(&third)), (lost, Vec::new()));
    assert_eq!(before.1, 3);
}

#[test]
fn a_saved_document_is_opened_with_its_steps_unless_others_have_changed_it() {
    let home = Home::new();
    let mut harness = home.start_with_procedure();
    let path = home.path("hund.dienstweg.ron");
    rename(&mut harness, "Eins");
    save_to(&mut harness, &path);
    rename(&mut harness, "Zwei");
    press(&mut harness, egui::Modifiers::COMMAND, egui::Key::S);
    let before = steps(&harness);
    harness.state_mut().end();
    drop(harness);
    file_ending(&home, ".history");
    let open = |home: &Home| {
        let mut harness = home.start();
        let context = harness.ctx.clone();
        harness.state_mut().open(&context, path.clone());
        settle(&mut harness);
        harness
    };
    let mut again = open(&home);
    assert_eq!((steps(&again), is_changed(&again)), (before, false));
    press(&mut again, egui::Modifiers::COMMAND, egui::Key::Z);
    assert_eq!((name(&again).as_str(), is_changed(&again)), ("Eins", true));
    press(&mut again, egui::Modifiers::COMMAND, egui::Key::Y);
    assert!(!is_changed(&again));
    drop(again);
    let text = std::fs::read_to_string(&path).unwrap().replace("Zwei", "Drei");
    std::fs::write(&path, text).unwrap();
    let other = open(&home);
    assert_eq!((steps(&other), name(&other).as_str()), ((Vec::new(), 0), "Drei"));
}

#[test]
fn what_is_being_typed_is_a_step_after_a_crash() {
    let home = Home::new();
    let mut harness = home.start_with_procedure();
    rename(&mut harness, "Eins");
    let mut process = document(&harness).main().unwrap().clone();
    process.name = "Halb getip".to_owned();
    let command = Command::Put(Record::Process(process));
    harness.state_mut().workspace_mut().unwrap().editor.preview(crate::edit::Holder(7), command).unwrap();
    let history = harness.state().workspace().unwrap().editor.history_as_shown();
    harness.state_mut().rescue.keep(1, history, None);
    harness.state_mut().rescue.finish();
    drop(harness);
    let mut again = home.start();
    click(&mut again, "Wiederherstellen");
    assert_eq!((name(&again).as_str(), steps(&again).1), ("Halb getip", 2));
    press(&mut again, egui::Modifiers::COMMAND, egui::Key::Z);
    assert_eq!(name(&again), "Eins");
}
