//! Parts of persons and addresses: what civento calls them, and what they are here.

use crate::model::FieldKind;

/// Parts of composite kinds by the names that references use; assumed but for the widgets' own words.
const NAMES: [(&str, &str); 22] = [
    ("anrede", "anrede"),
    ("vorname", "vorname"),
    ("vornamen", "vorname"),
    ("firstname", "vorname"),
    ("nachname", "nachname"),
    ("name", "nachname"),
    ("familienname", "nachname"),
    ("lastname", "nachname"),
    ("geburtsdatum", "geburtsdatum"),
    ("strasse", "strasse"),
    ("straße", "strasse"),
    ("hausnummer", "hausnummer"),
    ("hausnr", "hausnummer"),
    ("plz", "plz"),
    ("postleitzahl", "plz"),
    ("ort", "ort"),
    ("stadt", "ort"),
    ("land", "land"),
    ("iban", "iban"),
    ("kontoinhaber", "kontoinhaber"),
    ("groesse", "groesse"),
    ("dateiname", "name"),
];

/// The key of a part by a name in the file.
pub(super) fn key_of(kind: FieldKind, name: &str) -> Option<&'static str> {
    let name = name.to_lowercase();
    let keys = NAMES.iter().filter(|(known, _)| *known == name).map(|(_, key)| *key);
    keys.chain(kind.parts().iter().copied().filter(|part| *part == name)).find(|key| kind.parts().contains(key))
}

/// What a `Personendatensatz` can show besides what a person here has.
pub(super) struct Beside {
    /// The element that says how it is shown.
    pub element: &'static str,
    /// What stands behind the person's name in the name of the field, and behind its reference.
    pub name: &'static str,
    /// What people read.
    pub title: &'static str,
    /// The kind of value.
    pub kind: FieldKind,
}

/// All of them, in the order of the widget.
pub(super) const BESIDE: [Beside; 8] = [
    Beside { element: "DarstellungGeschlecht", name: "Geschlecht", title: "Geschlecht", kind: FieldKind::Text },
    Beside { element: "DarstellungTelefonnummer", name: "Telefonnummer", title: "Telefon", kind: FieldKind::Phone },
    Beside { element: "DarstellungEmail", name: "Email", title: "E-Mail", kind: FieldKind::Email },
    Beside { element: "DarstellungGeburtsname", name: "Geburtsname", title: "Geburtsname", kind: FieldKind::Text },
    Beside { element: "DarstellungGeburtsort", name: "Geburtsort", title: "Geburtsort", kind: FieldKind::Text },
    Beside { element: "DarstellungAdressdaten", name: "Adresse", title: "Anschrift", kind: FieldKind::Address },
    Beside { element: "DarstellungNationalitaet", name: "Nationalitaet", title: "Staatsangehörigkeit", kind: FieldKind::Text },
    Beside { element: "darstellungBankdaten", name: "Bankdaten", title: "Bankverbindung", kind: FieldKind::BankAccount },
];

/// Elements of a `Personendatensatz` with the parts of a person about which they speak.
pub(super) const OF_PERSON: [(&str, &[&str]); 3] =
    [("DarstellungAnrede", &["anrede"]), ("DarstellungName", &["vorname", "nachname"]), ("DarstellungGeburtsdatum", &["geburtsdatum"])];

/// Patterns that stand for kinds of texts which the format does not have.
pub(super) const PATTERNS: [(FieldKind, &str); 4] = [
    (FieldKind::Email, r"[^@\s]+@[^@\s]+\.[^@\s]+"),
    (FieldKind::Phone, r"\+?[0-9 ()/.\-]{3,}"),
    (FieldKind::Time, r"([01][0-9]|2[0-3]):[0-5][0-9]"),
    (FieldKind::BankAccount, r"[A-Z]{2}[0-9]{2}[A-Z0-9 ]{11,42}"),
];
