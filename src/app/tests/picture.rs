//! A picture of the flow is saved from the menu, with what was chosen in the dialog.

use super::*;
use crate::view::dialogs::{Dialog, PictureQuestion};
use egui::Role;

fn choose(harness: &mut Harness<'_, App>, segment: &str) {
    harness.get_by_role_and_label(Role::Tab, segment).click();
    settle(harness);
}

/// Goes on to the place, and saves there.
fn save(harness: &mut Harness<'_, App>) {
    click(harness, "Speichern unter …");
    harness.get_all_by_role_and_label(Role::Button, "Speichern").last().unwrap().click();
    settle(harness);
    assert_eq!(failures(harness), Vec::<String>::new());
}

fn studio(home: &Home) -> Harness<'static, App> {
    let mut harness = home.start_with_procedure();
    save_to(&mut harness, &home.path("hund.dienstweg.ron"));
    harness
}

fn file(home: &Home, ending: &str) -> Vec<u8> {
    let found = |entry: std::io::Result<std::fs::DirEntry>| {
        Some(entry.unwrap().path()).filter(|path| path.extension().is_some_and(|end| end == ending))
    };
    let path = std::fs::read_dir(home.folder.path()).unwrap().find_map(found).expect("a picture was written");
    std::fs::read(path).unwrap()
}

#[test]
fn the_flow_is_saved_as_svg_from_the_menu() {
    let home = Home::new();
    let mut harness = studio(&home);
    click(&mut harness, "Datei");
    click(&mut harness, "Als Bild speichern …");
    let Some(Dialog::Picture(PictureQuestion { wish, .. })) = &harness.state().dialog else { panic!("what it should be like is asked") };
    assert!(!wish.is_png && !wish.is_dark && !wish.has_notes && !wish.is_selection);
    save(&mut harness);
    let text = String::from_utf8(file(&home, "svg")).unwrap();
    assert!(text.contains("<title id=\"title\">Hundesteuer anmelden</title>"), "{text}");
}

#[test]
fn a_dark_png_of_the_selection_is_saved_by_keys() {
    let home = Home::new();
    let mut harness = studio(&home);
    let start = document(&harness).nodes.keys().next().map(crate::model::Subject::Node).unwrap();
    harness.state_mut().workspace_mut().unwrap().selection = crate::view::Selection::only(start);
    press(&mut harness, egui::Modifiers::COMMAND, egui::Key::K);
    harness.event(egui::Event::Text("Als Bild speichern".to_owned()));
    settle(&mut harness);
    press(&mut harness, egui::Modifiers::NONE, egui::Key::Enter);
    choose(&mut harness, "PNG");
    choose(&mut harness, "3-fach");
    choose(&mut harness, "Nur die Auswahl");
    choose(&mut harness, "Dunkel");
    save(&mut harness);
    let bytes = file(&home, "png");
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    reader.next_frame(&mut pixels).unwrap();
    // An event of 36 points, perhaps with its name below, a margin of 16 all round, three times as fine.
    assert_eq!(reader.info().width % 3, 0);
    assert!(reader.info().width >= 3 * (36 + 32) && reader.info().width < 3 * 200, "{}", reader.info().width);
    assert!(pixels[0] < 60, "the ground is dark");
}
