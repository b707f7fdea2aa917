//! The Land and the office hours of a procedure, chosen in the window, move what is due while a case is played.

use super::playing::begin;
use super::studio::Studio;
use dienstweg::model::{Document, Duration, Land, OfficeHours, Weekday};
use egui::accesskit::Role;

/// The dog tax, whose first step is due after a year of working days: in each year Fronleichnam falls on a Thursday.
fn dog_tax() -> Document {
    let sample = dienstweg::catalog::samples().iter().find(|sample| sample.file.starts_with("hundesteuer")).unwrap();
    let mut document = dienstweg::bundle::read_model(sample.text.as_bytes()).unwrap().document;
    let step = document.nodes.values().find(|node| node.name == "Hund anmelden").unwrap().id;
    document.nodes.get_mut(step).unwrap().details.due = Some(Duration { iso: "P300D".to_owned(), in_working_days: true });
    document
}

/// What the desk says of the first step.
fn due(studio: &Studio) -> String {
    let labels = [Role::Button, Role::Label].map(|role| studio.labels(role)).concat();
    labels.into_iter().find(|label| label.contains("fällig ")).unwrap_or_else(|| panic!("nothing is due"))
}

#[test]
fn the_land_that_is_chosen_moves_the_due_date_of_a_case() {
    let mut studio = Studio::start_with(&dog_tax());
    begin(&mut studio);
    let before = due(&studio);
    studio.click_role(Role::Tab, "Ablauf");
    studio.scroll_to("Bundesland (für Feiertage)");
    studio.choose("Bundesland (für Feiertage)", "Bayern");
    assert_eq!(studio.document().main().unwrap().land, Some(Land::Bayern));
    studio.click_role(Role::Tab, "Durchspielen");
    assert_eq!(due(&studio), before, "the case goes on as it began");
    studio.click("Mit dem neuen Stand weiterspielen");
    assert_ne!(due(&studio), before, "Fronleichnam lies within the year");
}

#[test]
fn office_hours_are_said_in_rows() {
    let mut studio = Studio::start_with(&dog_tax());
    studio.scroll_to("Bürozeit hinzufügen");
    studio.click("Montag bis Freitag, 9 bis 17 Uhr");
    let hours = |studio: &Studio| studio.document().main().unwrap().office_hours.clone();
    let expected = |weekday| OfficeHours { weekday, from: 540, to: 1020 };
    assert_eq!(hours(&studio), Weekday::ALL.map(expected)[..5]);
    let (day, end) = (studio.place_of_role(Role::ComboBox, "Wochentag"), studio.place_of("Bis"));
    let column = studio.place_of_role(Role::ComboBox, "Bundesland (für Feiertage)");
    assert!(day.left() >= column.left() && end.right() + 28.0 <= column.right(), "a row stays within its column");
    studio.scroll_to("Bürozeit hinzufügen");
    studio.click("Bürozeit hinzufügen");
    assert_eq!(hours(&studio).last(), Some(&expected(Weekday::Saturday)));
    begin(&mut studio);
    assert!(due(&studio).ends_with("09:00") || due(&studio).contains(", 09:00"));
}
