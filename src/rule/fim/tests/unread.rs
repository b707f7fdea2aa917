//! Texts that must not be read as rules: what they mean is something else, not sure, or nothing.

use super::*;
use proptest::prelude::*;

#[test]
fn texts_that_mean_something_else_are_not_read() {
    for text in [
        // Demands of another kind.
        "Wenn F60000242 befüllt ist, muss F60000233 größer als 1900 sein.",
        "Wenn F60000242 befüllt ist, dann muss F00002408 = ja sein.",
        "F60000233 muss vor F60000232 liegen.",
        "Es müssen mindestens zwei der Felder F60000240, F60000241 oder F60000242 befüllt sein.",
        "Es darf höchstens eines der Felder F60000240, F60000241 befüllt sein.",
        "Es darf nur eines der Felder F60000240 oder F60000241 befüllt sein.",
        "Wenn F60000242 befüllt ist, sollte F00002408 befüllt werden.",
        "Wenn F60000242 befüllt ist, wird F00002408 befüllt.",
        "Wenn F60000242 befüllt ist, muss F00002408 nicht befüllt werden.",
        "Wenn F60000242 befüllt ist, darf F00002408 befüllt werden.",
        "Wenn F60000242 befüllt ist, kann F00002408 nicht befüllt werden.",
        "Wenn F60000242 befüllt ist, muss F00002408 mit ja befüllt werden.",
        // Exceptions and additions.
        "Wenn F60000242 befüllt ist, muss F00002408 befüllt werden, es sei denn F60000240 ist leer.",
        "Wenn F60000242 befüllt ist, muss F00002408 befüllt werden, außer bei Minderjährigen.",
        "Wenn F60000242 befüllt ist, muss F00002408 spätestens nach 14 Tagen befüllt werden.",
        "Wenn F60000242 befüllt ist, muss F00002408 befüllt werden. Hinweis: gilt nur in Bayern.",
        "Wenn F60000242 am Wochenende befüllt wurde, muss F00002408 befüllt werden.",
        "Nur wenn F60000242 befüllt ist, muss F00002408 befüllt werden.",
        // What can be meant two ways.
        "Wenn F60000242 befüllt ist, muss F60000240 oder F60000241 befüllt werden.",
        "Eines der Felder F60000240, F60000241 muss befüllt werden.",
        "Alle Felder F60000240 und F60000241 dürfen nicht befüllt werden.",
        "Wenn nicht alle Felder F60000240, F60000241 befüllt sind, muss F60000242 befüllt werden.",
        "Wenn F00000463 nicht 001 oder 002 ist, muss F00000601 befüllt werden.",
        "Wenn F00000463 = 001 und 002 ist, muss F00000601 befüllt werden.",
        "Wenn F60000240 oder F60000241 nicht befüllt ist, muss F60000242 befüllt werden.",
        "Wenn F60000240 und F60000241 oder F60000242 befüllt ist, muss F00002408 befüllt werden.",
        "Wenn F60000240 befüllt ist und F60000241 befüllt ist oder F60000242 befüllt ist, muss F00002408 befüllt werden.",
        "Es muss entweder F60000240 und F60000241 befüllt werden.",
        "Wenn F60000233 größer als 1900 ist, muss F60000232 befüllt sein, sonst darf F60000232 nicht befüllt sein.",
        "Es müssen mindestens eines der zwei Felder F60000240, F60000241, F60000242 befüllt sein.",
        // What does not agree with the schema.
        "Wenn F99999999 befüllt ist, muss F00002408 befüllt werden.",
        "Wenn F60000242 \"Telefon\" befüllt ist, muss F00002408 befüllt werden.",
        "Wenn das Feld \"Anrede\" befüllt ist, muss F00002408 befüllt werden.",
        "Wenn F00000463 = 001 \"Beamtin\", muss F00000601 befüllt werden.",
        "Wenn F00000463 = \"Selbständige\", muss F00000601 befüllt werden.",
        "Wenn F00000463 \"Sonstiges\" ausgewählt wurde, muss F00000601 befüllt werden.",
        "Wenn das Feld \"Telefon\" (F60000241) befüllt ist, muss F00002408 befüllt werden.",
        "Wenn G60000088 = 001, muss F00000601 befüllt werden.",
        // Dates of which more is demanded.
        "F60000231, F60000232 und F60000233 müssen ein gültiges Datum in der Vergangenheit ergeben.",
        "F60000231, F60000232 und F60000233 müssen ein gültiges Datum ergeben. D.h. es muss z.B. 01.01.2050 verhindert werden.",
        "F60000231, F60000232 und F60000233 müssen ein gültiges Datum ergeben. D.h. das Datum darf nicht in der Zukunft liegen.",
        "F60000231 und F60000233 müssen ein gültiges Datum ergeben.",
        "Wenn F00002408 = ja (false) ist, ist F60000242 anzugeben.",
        // The rule belongs to no field.
        "Dieses Feld muss befüllt werden, wenn F60000242 befüllt ist.",
        // Scraps.
        "Wenn F60000242 befüllt ist",
        "Wenn F60000242, dann muss F00002408 befüllt werden.",
        "F60000242",
        "Sonst darf F60000242 nicht befüllt werden.",
        "Wenn dann muss",
        "muss befüllt werden",
        "Das Feld muss befüllt werden.",
        "",
        " \r\n",
    ] {
        assert!(read(text, &vocabulary()).is_err(), "{text}: {}", meaning(text));
    }
}

#[test]
fn what_is_not_understood_is_pointed_at() {
    for (text, fault) in [
        ("Wenn F99999999 befüllt ist, muss F00002408 befüllt werden.", "UnknownElement: F99999999"),
        ("Wenn F60000242 \"Telefon\" befüllt ist, muss F00002408 befüllt werden.", "NameOfAnother: Telefon\""),
        ("Wenn F60000242 befüllt ist, sollte F00002408 befüllt werden.", "NotUnderstood: sollte"),
        ("Wenn F60000242 befüllt ist, muss F60000240 oder F60000241 befüllt werden.", "Ambiguous: muss"),
        ("Wenn F60000242 befüllt ist, darf F00002408 befüllt werden.", "NoDemand: darf"),
        ("", "Empty: "),
    ] {
        assert_eq!(meaning(text), fault, "{text}");
    }
}

proptest! {
    /// Whatever the words, reading ends with an answer, and a fault lies within the text.
    #[test]
    fn random_words_never_panic(words in prop::collection::vec(prop::sample::select(WORDS.to_vec()), 0..30), glue in prop::sample::select(vec![" ", "", "\n"])) {
        let text = words.join(glue);
        if let Err(unread) = read(&text, &vocabulary()) {
            prop_assert!(text.get(unread.at.clone()).is_some(), "{:?} in {text}", unread.at);
        }
    }

    #[test]
    fn random_signs_never_panic(text in "\\PC{0,60}") {
        if let Err(unread) = read(&text, &vocabulary()) {
            prop_assert!(text.get(unread.at.clone()).is_some(), "{:?} in {text}", unread.at);
        }
    }
}

const WORDS: [&str; 64] = [
    "Wenn",
    "dann",
    "muss",
    "müssen",
    "darf",
    "nicht",
    "befüllt",
    "werden",
    "sein",
    "leer",
    "das",
    "Feld",
    "Felder",
    "der",
    "Feldgruppe",
    "F00000463",
    "F00000601",
    "F60000240",
    "G60000086",
    "F60000231",
    "F60000232",
    "F60000233",
    "\"Telefon\"",
    "\"",
    "„",
    "“",
    "'",
    "=",
    "<>",
    "009",
    "001",
    "999",
    "oder",
    "und",
    "entweder",
    "mindestens",
    "eines",
    "sonst",
    "es",
    ",",
    ".",
    ":",
    ";",
    "-",
    "(",
    ")",
    "alle",
    "drei",
    "keines",
    "weder",
    "noch",
    "wenn",
    "ist",
    "\"Sonstiges\"",
    "Sonstiges",
    "ja",
    "Code",
    "Datum",
    "gültiges",
    "30.02.2019",
    "D.h.",
    "z.B.",
    "nur",
    "und/oder",
];
