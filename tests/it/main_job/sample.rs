//! A sample in the window.

use super::studio::Studio;
use egui::accesskit::Role;

#[test]
fn all_test_cases_of_a_sample_pass_in_the_window() {
    let mut studio = Studio::start();
    let mutterschutz = dienstweg::catalog::samples().iter().find(|sample| sample.file.starts_with("mutterschutz")).unwrap();
    let document = dienstweg::bundle::read_model(mutterschutz.text.as_bytes()).unwrap().document;
    studio.click(&document.main().unwrap().name);
    assert_eq!(*studio.document(), document);
    studio.click_role(Role::Tab, "Durchspielen");
    studio.click("Alle ausführen");
    assert!(studio.shows("6 von 6 bestanden"));
    studio.click_role(Role::Tab, "Prüfen & Ausliefern");
    studio.click("Alle ausführen");
    assert!(studio.shows("6 von 6 bestanden"));
}
