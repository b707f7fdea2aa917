//! The shared parts, driven by pointer and keys.

use super::*;
use crate::drawing::ThemeName;
use crate::view::theme::{Theme, install_fonts};
use egui::{Key, Modifiers, Ui};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

fn panel<S: 'static>(state: S, mut draw: impl FnMut(&mut Ui, &Theme, &mut S) + 'static) -> Harness<'static, S> {
    let theme = Theme::named(ThemeName::Light);
    let mut is_first = true;
    let mut harness = Harness::builder().with_size([480.0, 360.0]).with_context_setup(install_fonts).build_ui_state(
        move |ui, state: &mut S| {
            if std::mem::take(&mut is_first) {
                theme.apply(ui.ctx());
            }
            draw(ui, &theme, state);
        },
        state,
    );
    harness.run();
    harness
}

#[test]
fn a_section_folds_and_remembers_it() {
    let mut harness = panel((), |ui, theme, ()| {
        Section::new("law", "Rechtsgrundlagen").count(2).ui(ui, theme, |ui| ui.label("KAG"));
    });
    harness.get_by_label("KAG");
    harness.get_by_label("Rechtsgrundlagen").click();
    harness.run();
    assert!(harness.query_by_label("KAG").is_none());
    harness.get_by_label("Rechtsgrundlagen").click();
    harness.run();
    harness.get_by_label("KAG");
}

#[test]
fn a_choice_answers_only_with_another_value() {
    let mut harness = panel((1, 0), |ui, _, (value, answers)| {
        if let Some(chosen) = choice(ui, "kind", "Art", value, &[(1, "Antrag"), (2, "Anzeige")]) {
            *value = chosen;
            *answers += 1;
        }
    });
    for (text, expected) in [("Antrag", (1, 0)), ("Anzeige", (2, 1))] {
        harness.get_by_label("Art").click();
        harness.run();
        harness.get_by_role_and_label(egui::Role::Button, text).click();
        harness.run();
        assert_eq!(*harness.state(), expected, "{text}");
    }
}

#[test]
fn a_segmented_row_has_one_chosen_part() {
    let mut harness = panel('a', |ui, theme, value| {
        let parts = [Segment::word('a', "Eins"), Segment::word('b', "Zwei")];
        *value = segmented(ui, theme, value, &parts, false).unwrap_or(*value);
    });
    harness.get_by_role_and_label(egui::Role::Tab, "Zwei").click();
    harness.run();
    assert_eq!(*harness.state(), 'b');
}

/// A dialog whose answers are gathered.
fn asking(is_enabled: bool) -> Harness<'static, Vec<&'static str>> {
    panel(Vec::new(), move |ui, theme, answers| {
        let buttons = [
            DialogButton::new(Weight::Primary, "Speichern", "save").enabled(is_enabled),
            DialogButton::new(Weight::Danger, "Verwerfen", "discard"),
            DialogButton::new(Weight::Secondary, "Abbrechen", "cancel"),
        ];
        answers.extend(dialog(ui.ctx(), theme, "Frage", &buttons, |ui| {
            ui.label("Wirklich?");
        }));
    })
}

#[test]
fn a_dialog_answers_to_enter_escape_and_its_buttons() {
    let mut harness = asking(true);
    harness.key_press(Key::Enter);
    harness.run();
    harness.key_press(Key::Escape);
    harness.run();
    harness.get_by_label("Verwerfen").click();
    harness.run();
    assert_eq!(*harness.state(), ["save", "cancel", "discard"]);
}

#[test]
fn enter_does_not_press_a_button_that_is_not_to_be_used() {
    let mut harness = asking(false);
    harness.key_press_modifiers(Modifiers::NONE, Key::Enter);
    harness.run();
    assert!(harness.state().is_empty());
}

#[test]
fn an_icon_button_is_named_and_large_enough() {
    let mut harness = panel(0, |ui, theme, clicks| {
        if IconButton::new(crate::view::icons::Icon::Undo, "Rückgängig").ui(ui, theme).clicked() {
            *clicks += 1;
        }
        IconButton::new(crate::view::icons::Icon::Close, "Schließen").tiny().ui(ui, theme);
    });
    let rect = harness.get_by_label("Rückgängig").rect();
    assert!(rect.width() >= 28.0 && rect.height() >= 28.0, "{rect}");
    let rect = harness.get_by_label("Schließen").rect();
    assert!(rect.width() >= 24.0 && rect.height() >= 24.0, "{rect}");
    harness.get_by_label("Rückgängig").click();
    harness.run();
    assert_eq!(*harness.state(), 1);
}
