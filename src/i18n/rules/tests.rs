//! Rules as sentences, in both languages.

use super::super::{Language, Texts};
use crate::model::{Consequence, FormRule};
use crate::rule::Frame;
use crate::rule::fim::{Unread, Why};
use crate::rule::tests::sample::Sample;

fn german(rule: impl Fn(&Sample) -> FormRule) -> String {
    sentence(Language::German, rule)
}

fn sentence(language: Language, rule: impl Fn(&Sample) -> FormRule) -> String {
    let sample = Sample::new();
    Texts::new(language).rule(&sample.document, sample.form(), &rule(&sample))
}

/// The clause after "wenn", inside the repeatable group.
fn clause(language: Language, condition: &str) -> String {
    let sample = Sample::new();
    let frame = Frame::of(&sample.document, sample.form(), &[sample.id("chip")]);
    Texts::new(language).condition(&sample.document, &frame, condition)
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn each_consequence_is_a_german_sentence() {
    for (when, then, targets, expected) in [
        (
            "antrag.status = \"001\"",
            Consequence::RequiredElseNotAllowed,
            &["termin"][..],
            "Wenn „Status“ gleich „schwanger“ ist, muss „Termin“ ausgefüllt werden, sonst darf nichts darin stehen.",
        ),
        (
            "antrag.status != \"001\"",
            Consequence::Required,
            &["termin", "adresse"],
            "Wenn „Status“ nicht gleich „schwanger“ ist, müssen „Termin“ und die Feldgruppe „Adresse“ ausgefüllt werden.",
        ),
        ("", Consequence::RequiredElseNotAllowed, &["termin"], "In jedem Fall muss „Termin“ ausgefüllt werden."),
        (
            "antrag.einverstanden",
            Consequence::NotAllowed,
            &["termin"],
            "Wenn „Einverstanden“ mit Ja beantwortet ist, muss „Termin“ leer bleiben.",
        ),
        (
            "antrag.einverstanden = false",
            Consequence::Visible,
            &["termin", "tag"],
            "Wenn „Einverstanden“ mit Nein beantwortet ist, werden „Termin“ und „Tag“ gezeigt, sonst nicht.",
        ),
        (
            "",
            Consequence::AtLeastOne,
            &["tag", "monat", "adresse"],
            "In jedem Fall muss mindestens eine dieser Angaben gemacht werden: „Tag“, „Monat“ oder die Feldgruppe „Adresse“.",
        ),
        (
            "",
            Consequence::ExactlyOne,
            &["adresse", "hunde"],
            "In jedem Fall muss entweder die Feldgruppe „Adresse“ oder die Feldgruppe „Hunde“ ausgefüllt werden, aber nicht beides.",
        ),
        (
            "",
            Consequence::ExactlyOne,
            &["tag", "monat", "jahr"],
            "In jedem Fall muss genau eine dieser Angaben gemacht werden: „Tag“, „Monat“ oder „Jahr“.",
        ),
        (
            "is filled(antrag.tag) and is filled(antrag.monat) and is filled(antrag.jahr)",
            Consequence::ValidPartialDate,
            &["tag", "monat", "jahr"],
            "Wenn „Tag“, „Monat“ und „Jahr“ ausgefüllt sind, müssen „Tag“, „Monat“ und „Jahr“ ein mögliches Datum ergeben (kein Tag ohne Monat, \
             kein Monat ohne Jahr).",
        ),
        (
            "antrag.termin < today()",
            Consequence::Message,
            &["termin", "adresse"],
            "Wenn „Termin“ vor dem heutigen Tag liegt, ist die Angabe bei „Termin“ und der Feldgruppe „Adresse“ nicht zulässig.",
        ),
        ("antrag.jahr > 1", Consequence::Required, &[], "Wenn „Jahr“ größer als 1 ist, ist noch nicht gewählt, wofür das gilt."),
    ] {
        assert_eq!(german(|sample| sample.rule(when, then, targets)), expected);
    }
    let message = |sample: &Sample| FormRule { message: "Bitte prüfen.".to_owned(), ..sample.rule("", Consequence::Message, &["termin"]) };
    assert_eq!(german(message), "In jedem Fall erscheint bei „Termin“ die Meldung „Bitte prüfen.“.");
    let words =
        |sample: &Sample| FormRule { then: None, wording: "Es gilt § 5.".to_owned(), ..sample.rule("", Consequence::Required, &[]) };
    assert_eq!(german(words), "Nur in Worten: Es gilt § 5.");
}

#[test]
fn each_comparison_is_a_german_clause() {
    for (condition, expected) in [
        ("antrag.status in [\"001\", \"002\"]", "„Status“ einer der Werte „schwanger“ oder „stillend“ ist"),
        ("antrag.jahr <= 1990", "„Jahr“ höchstens 1990 ist"),
        ("antrag.jahr >= antrag.monat", "„Jahr“ mindestens der Wert von „Monat“ ist"),
        ("antrag.jahr = antrag.monat", "„Jahr“ gleich dem Wert von „Monat“ ist"),
        ("antrag.termin = @\"2026-02-01\"", "„Termin“ gleich dem 01.02.2026 ist"),
        ("antrag.termin >= @\"2026-02-01\"", "„Termin“ nicht vor dem 01.02.2026 liegt"),
        ("antrag.termin <= antrag.termin", "„Termin“ nicht nach dem Wert von „Termin“ liegt"),
        ("contains(hund.name, \"Rex\")", "„Name“ den Text „Rex“ enthält"),
        ("not(is filled(hund.name))", "„Name“ leer ist"),
        ("is filled(hund.name) or is filled(hund.chip)", "„Name“ oder „Chip“ ausgefüllt ist"),
        ("antrag.einverstanden != true", "„Einverstanden“ nicht mit Ja beantwortet ist"),
        (
            "antrag.jahr > 1990 and (antrag.tag = 1 or antrag.monat = 2)",
            "„Jahr“ größer als 1990 ist und („Tag“ gleich 1 ist oder „Monat“ gleich 2 ist)",
        ),
        ("antrag.jahr + 1 > 2000", "die Bedingung „antrag.jahr + 1 > 2000“ zutrifft"),
        ("unbekannt.feld = 1", "„unbekannt.feld“ gleich 1 ist"),
    ] {
        assert_eq!(clause(Language::German, condition), expected, "{condition}");
    }
}

#[test]
fn english_says_the_same() {
    let rule = |sample: &Sample| sample.rule("antrag.status = \"001\"", Consequence::RequiredElseNotAllowed, &["termin"]);
    assert_eq!(
        sentence(Language::English, rule),
        "If “Status” equals “schwanger”, “Termin” must be filled in, otherwise it must stay empty."
    );
    assert_eq!(clause(Language::English, "is filled(hund.name) and is filled(hund.chip)"), "“Name” and “Chip” are filled in");
}

#[test]
fn a_wording_that_is_not_understood_is_pointed_at() {
    let texts = Texts::new(Language::German);
    let unread = Unread { at: 5..8, why: Why::Ambiguous };
    assert_eq!(texts.unread("Wenn F01 ist", &unread), "„F01“ kann Verschiedenes bedeuten. Wählen Sie die Bedingung und die Folge selbst.");
    assert!(texts.unread("Wenn", &Unread { at: 4..4, why: Why::NotUnderstood }).starts_with("Der Text hört auf"));
}
