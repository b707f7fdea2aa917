//! F6 leads from region to region of the window, and back; menus give the focus back.

use super::*;
use crate::view::Place;

/// Where the focus is.
fn focused(harness: &Harness<'_, App>) -> egui::Pos2 {
    let id = harness.ctx.memory(|memory| memory.focused()).expect("something has the focus");
    harness.ctx.read_response(id).expect("it was drawn").rect.center()
}

fn go(harness: &mut Harness<'_, App>, modifiers: egui::Modifiers) -> egui::Pos2 {
    harness.key_press_modifiers(modifiers, egui::Key::F6);
    settle(harness);
    focused(harness)
}

#[test]
fn f6_goes_round_all_regions_and_shift_f6_back() {
    let home = Home::new();
    let mut harness = home.start();
    harness.state_mut().open_sample(0);
    harness.state_mut().settings.panels.drawer.is_open = true;
    settle(&mut harness);
    let canvas = harness.get_by_role_and_label(egui::Role::Canvas, "Zeichenfläche").rect();
    harness.get_by_role_and_label(egui::Role::Canvas, "Zeichenfläche").focus();
    settle(&mut harness);
    let (forward, back) = (egui::Modifiers::NONE, egui::Modifiers::SHIFT);
    assert!(go(&mut harness, forward).x > canvas.right(), "inspector");
    assert!(go(&mut harness, forward).y > canvas.bottom(), "drawer");
    assert!(go(&mut harness, forward).y < 90.0, "bar at the top");
    let left = go(&mut harness, forward);
    assert!(left.x < canvas.left() && left.y > 90.0, "left column");
    assert_eq!(go(&mut harness, forward), canvas.center(), "canvas");
    assert!(go(&mut harness, back).x < canvas.left(), "left column again");
    assert!(go(&mut harness, back).y < 90.0, "bar at the top again");
    harness.state_mut().go(Place::Deliver);
    settle(&mut harness);
    assert!(go(&mut harness, forward).y > 90.0, "what is hidden is passed over");
    assert!(go(&mut harness, forward).y < 90.0);
}

#[test]
fn a_menu_that_is_left_by_escape_gives_the_focus_back() {
    let home = Home::new();
    let mut harness = home.start_with_procedure();
    // On the canvas, what lost the focus leaves it to the canvas.
    harness.state_mut().go(Place::Forms);
    settle(&mut harness);
    harness.get_by_label("Datei").focus();
    settle(&mut harness);
    let menu = focused(&harness);
    press(&mut harness, egui::Modifiers::NONE, egui::Key::Enter);
    harness.get_by_label("Einlesen …").focus();
    settle(&mut harness);
    assert!(focused(&harness).y > menu.y, "the focus is in the menu");
    press(&mut harness, egui::Modifiers::NONE, egui::Key::Escape);
    assert!(harness.query_by_label("Einlesen …").is_none(), "the menu is closed");
    assert_eq!(focused(&harness), menu);
}
