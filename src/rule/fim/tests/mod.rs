//! The reader of rule texts: the twelve real ones, other wordings, and texts that must not be read.

mod unread;

use super::*;

/// Fields and groups of the real schema S00000094, and a few more for other wordings.
fn vocabulary() -> Vocabulary {
    let codes =
        |codes: &[(&str, &str)]| Holds::Codes(codes.iter().map(|(code, label)| ((*code).to_owned(), (*label).to_owned())).collect());
    let mut vocabulary = Vocabulary::default();
    let mut add = |id: &str, name: &str, holds: Holds| vocabulary.insert(id, Element { names: vec![name.to_owned()], holds });
    add(
        "F00000463",
        "Beschäftigungsverhältnis Frau",
        codes(&[("001", "Arbeitnehmerin"), ("002", "Beamtin"), ("003", "Studentin"), ("999", "Sonstiges Beschäftigungsverhältnis")]),
    );
    add("F00000601", "Beschäftigungsverhältnis Frau Sonstiges", Holds::Text);
    add("F00000462", "Status Frau (schwanger, stillend)", codes(&[("001", "ist schwanger"), ("002", "hat geboren / ist stillend")]));
    add("F00000467", "Voraussichtlicher Entbindungstermin", Holds::Other);
    add("F00000468", "Entbindungstermin", Holds::Other);
    add("F60000263", "Abfrage Anschrift Inland oder Ausland", codes(&[("001", "in Deutschland"), ("002", "außerhalb von Deutschland")]));
    add("G60000088", "Anschrift Inland", Holds::Elements);
    add("G60000091", "Anschrift Ausland", Holds::Elements);
    add("G60000086", "Anschrift Inland Straßenanschrift", Holds::Elements);
    add("G60000087", "Anschrift Inland Postfachanschrift", Holds::Elements);
    add("F00002483", "E-Mail Personalangelegenheit", Holds::Text);
    add("F60000242", "E-Mail", Holds::Text);
    add("F00002408", "Einverständnis E-Mail", Holds::Truth);
    add("F60000240", "Telefon", Holds::Text);
    add("F60000241", "Telefax", Holds::Text);
    add("F60000231", "Tag (ohne Monat und Jahr)", Holds::Number);
    add("F60000232", "Monat", Holds::Number);
    add("F60000233", "Jahr", Holds::Number);
    vocabulary
}

/// What a text means: `when → consequence targets`, one for each rule; or `why: the words at which it failed`.
fn meaning(text: &str) -> String {
    match read(text, &vocabulary()) {
        Ok(found) => {
            let one = |proposal: &Proposal| format!("{} → {:?} {}", proposal.when.to_feel(), proposal.then, proposal.targets.join(" "));
            found.iter().map(one).collect::<Vec<_>>().join("; ").trim_start().to_owned()
        }
        Err(unread) => format!("{:?}: {}", unread.why, &text[unread.at]),
    }
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn the_twelve_real_rules_are_read() {
    for (rule, text, expected) in [
        (
            "R00000849",
            "Wenn Feld F00000463 \"Beschäftigungsverhältnis Frau\" =  009 \"Sonstiges\", dann muss das Feld F00000601 \"Beschäftigungsverhältnis Frau Sonstiges\" befüllt werden. \r\nWenn Feld F00000463 \"Beschäftigungsverhältnis Frau\" <> 009 \"Sonstiges\", dann darf das Feld F00000601 \"Beschäftigungsverhältnis Frau Sonstiges\" nicht befüllt werden. ",
            "F00000463 = \"009\" → RequiredElseNotAllowed F00000601",
        ),
        (
            "R60000019",
            "Es muss entweder Feldgruppe G60000086 \"Anschrift Inland Straßenanschrift\" oder Feldgruppe G60000087 \"Anschrift Inland Postfachanschrift\" befüllt werden.",
            "→ ExactlyOne G60000086 G60000087",
        ),
        (
            "R00001224",
            "Wenn das Feld F00002483 \"E-Mail Personalangelegenheit\" befüllt wurde, dann muss das Feld \"F00002408 \"Einverständnis E-Mail\" befüllt sein.\r\nWenn das Feld F00002483 \"E-Mail Personalangelegenheit\" nicht befüllt wurde, dann darf das Feld \"F00002408 \"Einverständnis E-Mail\" nicht befüllt sein.\r\n",
            "is filled(F00002483) → RequiredElseNotAllowed F00002408",
        ),
        (
            "R00001223",
            "Es muss mindestens eines der Felder F60000240 \"Telefon\", F60000241 \"Telefax\" oder F00002483 \"E-Mail Personalangelegenheit\" befüllt sein.",
            "→ AtLeastOne F60000240 F60000241 F00002483",
        ),
        (
            "R00001166",
            "Wenn das Feld F60000242 \"E-Mail\" befüllt wurde, dann muss das Feld \"F00002408 \"Einverständnis E-Mail\" befüllt sein.\r\nWenn das Feld F60000242 \"E-Mail\" nicht befüllt wurde, dann darf das Feld \"F00002408 \"Einverständnis E-Mail\" nicht befüllt sein.\r\n",
            "is filled(F60000242) → RequiredElseNotAllowed F00002408",
        ),
        (
            "R00001165",
            "Es muss mindestens eines der Felder F60000240 \"Telefon\", F60000241 \"Telefax\" oder F60000242 \"E-Mail\" befüllt sein.",
            "→ AtLeastOne F60000240 F60000241 F60000242",
        ),
        (
            "R00000044",
            "Wenn Feld F00000462 \"Status Frau (schwanger, stillend)\" = 002 \"stillend\", dann muss das Feld F00000468 \"Entbindungstermin\" befüllt werden. Wenn Feld F00000462 \"Status Frau (schwanger, stillend)\" <>002 \"stillend\", dann darf das Feld F00000468 \"Entbindungstermin\" nicht befüllt werden.",
            "F00000462 = \"002\" → RequiredElseNotAllowed F00000468",
        ),
        (
            "R00000042",
            "Wenn Feld F00000462 \"Status Frau (schwanger, stillend)\" = 001 \"schwanger\", dann muss das Feld F00000467 \"Voraussichtlicher Entbindungstermin\" befüllt werden. Wenn Feld F00000462 \"Status Frau (schwanger, stillend)\" <> 001 \"schwanger\", dann darf das Feld F00000467 \"Voraussichtlicher Entbindungstermin\" nicht befüllt werden. ",
            "F00000462 = \"001\" → RequiredElseNotAllowed F00000467",
        ),
        (
            "R60000023",
            "Wenn F60000231 \"Tag (ohne Monat und Jahr)\" nicht leer, dann darf F60000232 \"Monat\" nicht leer sein.",
            "is filled(F60000231) → Required F60000232",
        ),
        (
            "R60000024",
            "Wenn alle drei Felder F60000231 \"Tag (ohne Monat und Jahr)\", F60000232 \"Monat\" und F60000233 \"Jahr\" befüllt sind, muss die Validität des sich ergebenden Kalenderdatums sichergestellt werden. D.h. es muss z.B. 30.02.2019 oder der 31.11.1968 verhindert werden, da diese keine korrekten Datumsangaben sind.",
            "is filled(F60000231) and is filled(F60000232) and is filled(F60000233) → ValidPartialDate F60000231 F60000232 F60000233",
        ),
        (
            "R60000021",
            "Wenn das Feld F60000263 \"Abfrage Anschrift Inland oder Ausland\" = 002 \"außerhalb von Deutschland\", dann muss die Feldgruppe G60000091 \"Anschrift Ausland\" befüllt sein. \r\nWenn das Feld F60000263 \"Abfrage Anschrift Inland oder Ausland\" <> 002 \"außerhalb von Deutschland\", dann darf die Feldgruppe G60000091 \"Anschrift Ausland\" nicht befüllt sein.",
            "F60000263 = \"002\" → RequiredElseNotAllowed G60000091",
        ),
        (
            "R60000020",
            "Wenn das Feld F60000263 \"Abfrage Anschrift Inland oder Ausland\" = 001 \"in Deutschland\", dann muss die Feldgruppe G60000088 \"Anschrift Inland\" befüllt sein. Wenn das Feld F60000263 \"Abfrage Anschrift Inland oder Ausland\" <> 001 \"in Deutschland\", dann darf die Feldgruppe G60000088 \"Anschrift Inland\" nicht befüllt sein. ",
            "F60000263 = \"001\" → RequiredElseNotAllowed G60000088",
        ),
    ] {
        assert_eq!(meaning(text), expected, "{rule}");
    }
}

#[test]
fn a_code_that_the_list_has_not_is_taken_at_its_word_and_doubted() {
    let text = "Wenn Feld F00000463 \"Beschäftigungsverhältnis Frau\" = 009 \"Sonstiges\", dann muss das Feld F00000601 befüllt werden.";
    let doubt = Doubt::Code { id: "F00000463".to_owned(), code: "009".to_owned(), meant: Some("999".to_owned()) };
    assert_eq!(read(text, &vocabulary()).unwrap()[0].doubts, [doubt]);
}

#[test]
fn names_and_labels_that_differ_are_doubted() {
    let doubts = |text| read(text, &vocabulary()).unwrap()[0].doubts.clone();
    assert_eq!(doubts("Wenn F00000462 = 001 \"schwanger\", dann muss F00000467 befüllt werden."), []);
    let text = "Wenn F00000462 \"Lage der Frau\" = 001 \"guter Hoffnung\", dann muss F00000467 befüllt werden.";
    let name = Doubt::Name { id: "F00000462".to_owned(), said: "Lage der Frau".to_owned() };
    assert_eq!(doubts(text), [name, Doubt::Label { code: "001".to_owned(), said: "guter Hoffnung".to_owned() }]);
}

fn same(expected: &str, texts: &[&str]) {
    for text in texts {
        assert_eq!(meaning(text), expected, "{text}");
    }
}

#[test]
fn code_rules_in_other_words() {
    same(
        "F00000463 = \"999\" → Required F00000601",
        &[
            "Wenn F00000463 = 999, dann muss F00000601 befüllt werden.",
            "Wenn F00000463 = \"999\" ist, muss F00000601 ausgefüllt sein",
            "Falls das Feld F00000463 den Wert 999 hat, ist das Feld F00000601 auszufüllen.",
            "Falls das Feld \"Beschäftigungsverhältnis Frau\" (F00000463) den Wert 999 (Sonstiges) hat, so ist das Feld F00000601 anzugeben.",
            "Wenn im Feld F00000463 der Wert \"Sonstiges Beschäftigungsverhältnis\" ausgewählt wurde, dann ist F00000601 ein Pflichtfeld.",
            "Wenn im Feld F00000463 Sonstiges Beschäftigungsverhältnis ausgewählt wurde, dann ist F00000601 Pflichtfeld.",
            "Wurde im Feld F00000463 der Code 999 „Sonstiges Beschäftigungsverhältnis“ gewählt, muss das Feld F00000601 „Beschäftigungsverhältnis Frau Sonstiges“ angegeben werden.",
            "Ist F00000463 gleich 999, so darf F00000601 nicht leer bleiben.",
            "WENN F00000463 V1.0 CODE = 999 DANN MUSS F00000601 BEFÜLLT SEIN",
            "Wenn F00000463 = 999: F00000601 muss befüllt werden.",
            "Wenn F00000463 = 999 ist F00000601 anzugeben.",
            "Wenn der Code des Feldes F00000463 999 ist, dann müssen in F00000601 Angaben gemacht werden.",
            "Wenn F00000463 mit dem Code 999 befüllt ist, dann F00000601 Pflichtfeld.",
            "Das Feld F00000601 muss befüllt werden, wenn das Feld F00000463 = 999 \"Sonstiges\" ist.",
            "F00000601 ist zu befüllen, sofern F00000463 den Code \"999\" enthält.",
            "Wenn F00000463V1.0 \"Beschäftigungsverhältnis Frau\"=\"999 - Sonstiges Beschäftigungsverhältnis\" dann muss F00000601V1.2 \"Beschäftigungsverhältnis Frau Sonstiges\" befüllt werden",
            "Wenn Feld F00000463 Beschäftigungsverhältnis Frau = 999 Sonstiges Beschäftigungsverhältnis, dann muss Feld F00000601 Beschäftigungsverhältnis Frau Sonstiges befüllt werden.",
            "Wenn Feld F00000463 \"Beschäftigungsverhältnis Frau = 999 \"Sonstiges\", dann muss das Feld F00000601 \"Beschäftigungsverhältnis Frau Sonstiges befüllt werden.",
            "Wenn Feld F00000463 (Beschäftigungsverhältnis Frau) == 999: \"Sonstiges\", dann muss das Feld F00000601: Beschäftigungsverhältnis Frau Sonstiges befüllt werden.",
        ],
    );
    same(
        "F00000463 = \"999\" → RequiredElseNotAllowed F00000601",
        &[
            "Wenn F00000463 = 999, dann muss F00000601 befüllt werden, sonst darf es nicht befüllt werden.",
            "Wenn F00000463 = 999, dann muss F00000601 befüllt werden. Andernfalls darf das Feld F00000601 nicht befüllt werden.",
            "Wenn F00000463 = 999, dann muss F00000601 befüllt werden. Ansonsten muss das Feld leer bleiben.",
            "Wenn F00000463 = 999, dann muss F00000601 befüllt werden; wenn nicht, bleibt F00000601 leer.",
            "Wenn F00000463 ungleich 999 ist, darf F00000601 nicht befüllt sein. Wenn F00000463 = 999, muss F00000601 befüllt sein.",
            "Wenn F00000463 nicht den Wert 999 hat, darf F00000601 nicht befüllt sein. Wenn F00000463 den Wert 999 hat, muss F00000601 befüllt sein.",
            "Wenn F00000463 = 999, dann muss F00000601 befüllt werden\nWenn F00000463 ≠ 999, dann darf F00000601 keinen Wert enthalten",
        ],
    );
    same("F00000463 != \"999\" → NotAllowed F00000601", &["Das Feld F00000601 darf nur befüllt werden, wenn F00000463 = 999."]);
    same(
        "F00000463 = \"999\" → Required F00000601",
        &[
            "Wenn F00000463 = 999, muss F00000601 befüllt werden, sonst kann es leer bleiben.",
            "Wenn F00000463 = 999, muss F00000601 befüllt werden. Wenn F00000463 <> 999, muss F00000601 nicht befüllt werden.",
        ],
    );
}

#[test]
fn several_codes_and_conditions() {
    same(
        "F00000463 in [\"001\", \"002\"] → RequiredElseNotAllowed F00000601",
        &[
            "Wenn F00000463 = 001 oder 002, dann muss F00000601 befüllt werden. Wenn F00000463 <> 001 und 002, dann darf F00000601 nicht befüllt werden.",
            "Wenn F00000463 = 001 \"Arbeitnehmerin\" oder = 002 \"Beamtin\", muss F00000601 befüllt werden, sonst darf F00000601 nicht befüllt werden.",
            "Wenn F00000463 = 001 oder F00000463 = 002, muss F00000601 befüllt werden. Wenn F00000463 weder 001 noch 002 ist, darf F00000601 nicht befüllt werden.",
        ],
    );
    same(
        "F00000462 = \"001\" and is filled(F00000468) → Required F00000467",
        &["Wenn F00000462 = 001 und F00000468 befüllt ist, dann muss F00000467 befüllt werden."],
    );
    same(
        "F00002408 = true → Required F60000242",
        &[
            "Wenn F00002408 = ja, dann muss F60000242 befüllt werden.",
            "Wenn das Feld F00002408 \"Einverständnis E-Mail\" = \"true\" ist, dann muss F60000242 befüllt werden.",
            "Wurde F00002408 mit \"Ja\" beantwortet, ist F60000242 anzugeben.",
            "Wenn F00002408 = \"ja\" (true) ist, ist F60000242 anzugeben.",
        ],
    );
    // A value where a name could stand.
    same("F60000242 = \"abc\" → Required F00002408", &["Wenn in F60000242 \"abc\" eingetragen wurde, muss F00002408 befüllt werden."]);
    same("F60000233 > 1900 → Required F60000232", &["Wenn F60000233 größer als 1900 ist, muss F60000232 befüllt sein."]);
    same(
        "F00000462 = \"001\" → Required F00000467; F00000462 = \"002\" → Required F00000468",
        &["Wenn F00000462 = 001, muss F00000467 befüllt werden. Wenn F00000462 = 002, muss F00000468 befüllt werden."],
    );
    same(
        "F00000462 = \"001\" → Required F00000467; F00000462 = \"001\" → NotAllowed F00000468",
        &["Wenn F00000462 = 001, muss F00000467 befüllt werden und F00000468 darf nicht befüllt werden."],
    );
}

#[test]
fn filled_rules_in_other_words() {
    same(
        "is filled(F60000242) → Required F00002408",
        &[
            "Ist das Feld F60000242 befüllt, so muss auch das Feld F00002408 befüllt werden.",
            "Wenn F60000242 ausgefüllt ist, dann ist F00002408 ebenfalls auszufüllen.",
            "Sofern in Feld F60000242 „E-Mail“ ein Wert eingetragen wurde, ist F00002408 verpflichtend anzugeben.",
            "Das Feld F00002408 ist verpflichtend, wenn F60000242 angegeben wurde.",
            "Wenn das Feld \"E-Mail\" befüllt ist, muss das Feld \"Einverständnis E-Mail\" befüllt sein.",
        ],
    );
    same(
        "not(is filled(F60000242)) → NotAllowed F00002408",
        &[
            "Wenn in F60000242 kein Wert eingetragen ist, darf F00002408 nicht befüllt werden.",
            "Wenn F60000242 leer ist, darf F00002408 nicht befüllt sein.",
            "Wenn F60000242 nicht angegeben wurde, ist F00002408 leer zu lassen.",
        ],
    );
    same(
        "is filled(F60000240) and is filled(F60000241) → Required F60000242 F00002408",
        &["Wenn F60000240 und F60000241 befüllt sind, müssen F60000242 und F00002408 befüllt werden."],
    );
    same(
        "is filled(F60000240) or is filled(F60000241) → Required G60000088",
        &[
            "Wenn F60000240 oder F60000241 befüllt ist, muss G60000088 befüllt sein.",
            "Wenn mindestens eines der Felder F60000240, F60000241 befüllt ist, muss die Gruppe G60000088 befüllt sein.",
        ],
    );
    same(
        "not(is filled(F60000240)) and not(is filled(F60000241)) → Required F60000242",
        &[
            "Wenn weder F60000240 noch F60000241 befüllt sind, muss F60000242 befüllt sein.",
            "Wenn keines der Felder F60000240 und F60000241 befüllt ist, muss F60000242 befüllt sein.",
            "Wenn die beiden Felder F60000240 und F60000241 leer sind, muss F60000242 befüllt sein.",
        ],
    );
}

#[test]
fn lists_in_other_words() {
    same(
        "→ AtLeastOne F60000240 F60000241 F60000242",
        &[
            "Mindestens eines der Felder F60000240, F60000241, F60000242 muss befüllt werden.",
            "Es ist mindestens eine der folgenden Angaben F60000240 \"Telefon\", F60000241 \"Telefax\" und F60000242 \"E-Mail\" anzugeben.",
            "Es muss wenigstens eines von F60000240, F60000241 oder F60000242 ausgefüllt sein.",
            "Es muss mindestens eines der folgenden Felder befüllt sein: F60000240 Telefon, F60000241 Telefax oder F60000242 E-Mail",
            "Es muss mindestens eines der drei Felder befüllt sein:\n- F60000240 \"Telefon\"\n- F60000241 \"Telefax\"\n- F60000242 \"E-Mail\"",
        ],
    );
    same(
        "→ AtLeastOne F60000240 F60000241",
        &["Es müssen F60000240 und/oder F60000241 befüllt werden.", "F60000240 und F60000241 dürfen nicht beide leer sein."],
    );
    same("→ Required G60000088", &["Es muss mindestens ein Feld der Feldgruppe G60000088 \"Anschrift Inland\" befüllt sein."]);
    same(
        "→ ExactlyOne G60000086 G60000087",
        &[
            "Entweder G60000086 oder G60000087 muss befüllt werden.",
            "Entweder G60000086 oder G60000087, aber nicht beide, müssen befüllt sein.",
            "Es muss entweder G60000086 oder G60000087 befüllt werden, aber nicht beides.",
            "Es ist genau eine der Gruppen G60000086 und G60000087 zu befüllen.",
            "Es muss entweder die Feldgruppe G60000086 \"Anschrift Inland Straßenanschrift\" oder die Feldgruppe G60000087 befüllt sein",
        ],
    );
}

#[test]
fn this_field_is_that_to_which_the_rule_belongs() {
    let meaning = |place: &str, text: &str| {
        let mut vocabulary = vocabulary();
        vocabulary.set_place(place);
        let one = |proposal: &Proposal| (proposal.when.to_feel(), proposal.then, proposal.targets.join(" "));
        read(text, &vocabulary).ok().map(|found| found.iter().map(one).collect::<Vec<_>>())
    };
    let required = |when: &str, target: &str| Some(vec![(when.to_owned(), Consequence::Required, target.to_owned())]);
    let filled = "is filled(F60000242)";
    assert_eq!(meaning("F00002408", "Dieses Feld muss befüllt werden, wenn F60000242 befüllt ist."), required(filled, "F00002408"));
    assert_eq!(meaning("G60000088", "Mindestens ein Feld dieser Feldgruppe muss befüllt sein."), required("", "G60000088"));
    assert_eq!(meaning("G60000088", "Es muss mindestens eines der Felder dieser Gruppe befüllt sein."), required("", "G60000088"));
    assert_eq!(meaning("G60000088", "Dieses Feld muss befüllt werden, wenn F60000242 befüllt ist."), None);
    let text = "Wenn F60000242 befüllt ist, muss F00002408 befüllt werden, sonst darf dieses Feld nicht befüllt werden.";
    let expected = (filled.to_owned(), Consequence::RequiredElseNotAllowed, "F00002408".to_owned());
    assert_eq!(meaning("F60000240", text), Some(vec![expected]));
}

#[test]
fn dates_in_other_words() {
    same(
        "→ ValidPartialDate F60000231 F60000232 F60000233",
        &[
            "Die Felder F60000233 \"Jahr\", F60000232 \"Monat\" und F60000231 müssen ein gültiges Datum ergeben.",
            "F60000231, F60000232 und F60000233 müssen zusammen ein gültiges Kalenderdatum bilden.",
        ],
    );
}
