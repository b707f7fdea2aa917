//! Opening and saving.

use super::*;
use crate::view::dialogs::Dialog;
use crate::view::shell::Answer;

fn open(harness: &mut Harness<'_, App>, path: &Path) {
    let context = harness.ctx.clone();
    harness.state_mut().open(&context, path.to_owned());
    settle(harness);
}

#[test]
fn what_is_saved_is_opened_again() {
    let home = Home::new();
    let mut harness = home.start_with_procedure();
    rename(&mut harness, "Hund anmelden");
    save_to(&mut harness, &home.path("hund"));
    assert!(!is_changed(&harness));
    let saved = document(&harness);
    let path = home.path("hund.dienstweg.ron");
    assert_eq!(harness.state().settings.recent, std::slice::from_ref(&path));
    let mut again = home.start();
    open(&mut again, &path);
    assert_eq!(document(&again), saved);
    open(&mut again, &path);
    assert_eq!(again.state().workspaces.len(), 1, "an open file is shown, not opened twice");
}

#[test]
fn saving_where_nothing_can_be_written_loses_nothing() {
    let home = Home::new();
    let mut harness = home.start_with_procedure();
    rename(&mut harness, "Hund anmelden");
    save_to(&mut harness, &home.path("no folder/hund.dienstweg.ron"));
    assert_eq!(failures(&harness).len(), 1);
    assert!(failures(&harness)[0].contains("gibt es nicht"), "{:?}", failures(&harness));
    assert!(is_changed(&harness));
    assert_eq!(name(&harness), "Hund anmelden");
}

/// Set in the process in which no file can become longer than 8 blocks: there writing fails halfway, as on a full disk.
#[cfg(unix)]
const IS_FULL: &str = "DIENSTWEG_TEST_DISK_IS_FULL";

#[cfg(unix)]
#[test]
fn a_full_disk_loses_neither_the_file_nor_the_document() {
    let home = Home::new();
    let mut harness = home.start_with_procedure();
    let path = home.path("hund.dienstweg.ron");
    if std::env::var_os(IS_FULL).is_some() {
        save_to(&mut harness, &path);
        assert!(failures(&harness).is_empty(), "{:?}", failures(&harness));
        let before = std::fs::read(&path).unwrap();
        let long = "Hund anmelden ".repeat(700);
        rename(&mut harness, &long);
        assert_eq!(name(&harness), long);
        press(&mut harness, egui::Modifiers::COMMAND, egui::Key::S);
        assert_eq!(failures(&harness).len(), 1);
        assert!(failures(&harness)[0].contains("voll"), "{:?}", failures(&harness));
        assert!(is_changed(&harness));
        assert_eq!(name(&harness), long);
        assert_eq!(std::fs::read(&path).unwrap(), before);
        let left = std::fs::read_dir(path.parent().unwrap()).unwrap().flatten().filter(|entry| entry.path().is_file());
        assert_eq!(left.count(), 1, "no draft is left");
        return;
    }
    let mut shell = std::process::Command::new("sh");
    shell.args(["-c", "trap '' XFSZ; ulimit -f 8; exec \"$0\" \"$@\""]).arg(std::env::current_exe().unwrap());
    shell.args(["--exact", "app::tests::files::a_full_disk_loses_neither_the_file_nor_the_document"]).env(IS_FULL, "1");
    let output = shell.output().unwrap();
    let told = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && told.contains("1 passed"), "{told}");
}

#[test]
fn a_read_only_file_is_not_replaced() {
    let home = Home::new();
    let mut harness = home.start_with_procedure();
    let path = home.path("hund.dienstweg.ron");
    save_to(&mut harness, &path);
    let before = std::fs::read(&path).unwrap();
    let mut permissions = std::fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&path, permissions).unwrap();
    rename(&mut harness, "Hund anmelden");
    press(&mut harness, egui::Modifiers::COMMAND, egui::Key::S);
    assert_eq!(failures(&harness).len(), 1);
    assert_eq!(std::fs::read(&path).unwrap(), before);
    assert!(is_changed(&harness));
}

#[test]
fn a_file_that_another_program_changed_is_asked_about() {
    let home = Home::new();
    let mut harness = home.start_with_procedure();
    let path = home.path("hund.dienstweg.ron");
    save_to(&mut harness, &path);
    rename(&mut harness, "Hund anmelden");
    std::fs::write(&path, "something else").unwrap();
    press(&mut harness, egui::Modifiers::COMMAND, egui::Key::S);
    assert!(matches!(harness.state().dialog, Some(Dialog::Replace { was_changed: true, .. })));
    click(&mut harness, "Abbrechen");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "something else");
    press(&mut harness, egui::Modifiers::COMMAND, egui::Key::S);
    click(&mut harness, "Überschreiben");
    assert!(!is_changed(&harness));
    let mut again = home.start();
    open(&mut again, &path);
    assert_eq!(name(&again), "Hund anmelden");
}

#[test]
fn another_file_is_not_replaced_without_asking() {
    let home = Home::new();
    let mut harness = home.start_with_procedure();
    let path = home.path("da.dienstweg.ron");
    std::fs::write(&path, "precious").unwrap();
    save_to(&mut harness, &home.path("da"));
    assert!(matches!(harness.state().dialog, Some(Dialog::Replace { was_changed: false, .. })));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "precious");
}

#[test]
fn two_tabs_never_share_a_file() {
    let home = Home::new();
    let mut harness = home.start_with_procedure();
    let path = home.path("hund.dienstweg.ron");
    save_to(&mut harness, &path);
    harness.state_mut().add_workspace(super::super::Workspace::of_name("Zweites"));
    settle(&mut harness);
    save_to(&mut harness, &path);
    assert_eq!(failures(&harness).len(), 1);
    assert_eq!(harness.state().workspace().unwrap().path, None);
}

#[test]
fn bad_files_get_a_sentence_and_the_open_document_stays() {
    let home = Home::new();
    let mut harness = home.start_with_procedure();
    let cases =
        [("leer.dienstweg.ron", ""), ("fremd.dienstweg.ron", "<?xml version=\"1.0\"?><a/>"), ("halb.dienstweg.ron", "(format: \"dien")];
    for (index, (file, content)) in cases.into_iter().enumerate() {
        std::fs::write(home.path(file), content).unwrap();
        open(&mut harness, &home.path(file));
        assert_eq!(failures(&harness).len(), index + 1, "{:?}", failures(&harness));
        assert!(failures(&harness)[index].contains(file));
    }
    open(&mut harness, &home.path("none.dienstweg.ron"));
    assert_eq!(failures(&harness).len(), 4);
    assert_eq!(name(&harness), "Hundesteuer anmelden");
    assert_eq!(harness.state().workspaces.len(), 1);
}

#[test]
fn a_recent_file_that_is_gone_is_marked_and_can_be_forgotten() {
    let home = Home::new();
    let mut harness = home.start_with_procedure();
    let path = home.path("hund.dienstweg.ron");
    save_to(&mut harness, &path);
    std::fs::remove_file(&path).unwrap();
    let mut again = home.start();
    again.get_by_label("hund.dienstweg.ron, nicht mehr vorhanden");
    click(&mut again, "hund.dienstweg.ron aus der Liste nehmen");
    assert!(again.state().settings.recent.is_empty());
}

#[test]
fn without_a_dialog_of_the_system_a_path_can_be_typed() {
    let home = Home::new();
    let mut harness = home.start_with_procedure();
    let number = harness.state().workspace().unwrap().number;
    harness.state_mut().ask_for_path(super::super::errands::Errand::SaveAs { number, then: super::super::errands::Then::Stay });
    settle(&mut harness);
    let context = harness.ctx.clone();
    harness.state_mut().answer(&context, Answer::Paths(vec![home.folder.path().to_owned()]));
    settle(&mut harness);
    let Some(Dialog::Path(entry)) = &harness.state().dialog else { panic!("the dialog goes into the folder") };
    assert!(entry.folders.contains(&"config".to_owned()));
    assert_eq!(entry.name, "hundesteuerAnmelden.dienstweg.ron");
    harness.get_all_by_label("Speichern").last().unwrap().click();
    settle(&mut harness);
    assert!(home.path("hundesteuerAnmelden.dienstweg.ron").exists());
}
