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
