//! Colours by role and by state of work, chosen with the pointer, with a legend.

use super::sketch::procedure;
use super::{Desk, Window, window_of};
use crate::raster;
use dienstweg::drawing::ThemeName;
use dienstweg::drawing::colouring::Colouring;
use dienstweg::edit::Editor;
use dienstweg::model::{NodeId, WorkState};
use dienstweg::view::theme::Theme;
use egui_kittest::kittest::Queryable;

fn choose(window: &mut Window, label: &str) {
    window.get_by_label("Farben").click();
    window.run();
    window.get_by_label(label).click();
    window.run();
    window.key_press(egui::Key::Escape);
    window.run();
}

fn set_state(desk: &mut Desk, number: usize, state: WorkState) {
    let steps: Vec<NodeId> = desk.document().nodes.values().filter(|node| node.kind.is_activity()).map(|node| node.id).collect();
    let mut document = desk.document().clone();
    document.nodes.get_mut(steps[number]).unwrap().details.work_state = state;
    desk.editor = Editor::new(document);
}

fn desk_with_states() -> Desk {
    let mut desk = Desk::new(procedure());
    for (number, state) in [WorkState::Done, WorkState::Done, WorkState::ToReview, WorkState::InProgress].into_iter().enumerate() {
        set_state(&mut desk, number, state);
    }
    desk
}

#[test]
fn the_legend_says_how_far_the_work_has_come() {
    let mut window = window_of(desk_with_states(), [1280.0, 720.0]);
    assert!(window.query_by_label("Legende").is_none());
    choose(&mut window, "Nach Bearbeitungsstand");
    assert_eq!(window.state().state.colouring, Colouring::WorkState);
    for row in ["In Arbeit (1)", "Zu prüfen (1)", "Fertig (2)"] {
        window.get_by_label(row);
    }
    set_state(window.state_mut(), 2, WorkState::Done);
    window.run();
    window.get_by_label("Fertig (3)");
    choose(&mut window, "Keine");
    assert!(window.query_by_label("Fertig (3)").is_none());
}

#[test]
fn the_legend_names_the_roles_on_the_canvas() {
    let mut window = window_of(Desk::new(procedure()), [1280.0, 720.0]);
    choose(&mut window, "Nach Zuständigkeit");
    let document = window.state().document().clone();
    let used =
        document.roles.values().filter(|role| document.nodes.keys().any(|node| document.role_of(node).is_some_and(|of| of.id == role.id)));
    let mut count = 0;
    for role in used {
        assert!(window.query_all_by_label(&role.name).next().is_some(), "{} is not in the legend", role.name);
        count += 1;
    }
    assert!(count > 1);
}

#[test]
fn a_press_on_the_legend_does_not_reach_the_canvas() {
    let mut window = window_of(desk_with_states(), [1280.0, 720.0]);
    choose(&mut window, "Nach Bearbeitungsstand");
    let selection = window.state().selection.clone();
    let place = window.get_by_label("Fertig (2)").rect().center();
    super::click(&mut window, place);
    assert_eq!(window.state().selection, selection);
}

#[test]
fn the_same_picture_in_each_colouring_and_theme() {
    for (theme, name) in [(ThemeName::Light, "light"), (ThemeName::Dark, "dark"), (ThemeName::HighContrast, "contrast")] {
        for (label, colouring) in [("Nach Zuständigkeit", "role"), ("Nach Bearbeitungsstand", "work"), ("Keine", "none")] {
            let mut desk = desk_with_states();
            desk.theme = Theme::named(theme);
            let mut window = window_of(desk, [1280.0, 720.0]);
            choose(&mut window, label);
            raster::shot(&window, std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("colours-{colouring}-{name}.png")));
        }
    }
}
