//! Names of elements, and words in them, as a Bibliothek 2.5 writes them.

pub(super) use super::super::standard::truth;

/// Widgets that a field can have.
pub(super) const WIDGETS: [&str; 9] =
    ["Textfeld", "Auswahlfeld", "JaNeinFeld", "Zahlenfeld", "Datumsfeld", "Personendatensatz", "Adressdatensatz", "Anlagen", "Liste"];

/// What every widget may have and the studio shows.
pub(super) const SHOWN: [&str; 7] =
    ["Darstellung", "Titel", "FeldlaengeDesktopInProzent", "FeldlaengeTabletInProzent", "FeldlaengeMobilInProzent", "Hilfetext", "Id"];

/// What a widget of that name has besides, and the studio shows.
pub(super) fn shown(widget: &str) -> &'static [&'static str] {
    match widget {
        "Textfeld" => &["Vorbelegung", "AnzahlZeilen", "MaxAnzahlZeichen", "RegulaererAusdruck"],
        "Auswahlfeld" => &["Werteliste", "Darstellungsart", "Vorbelegung"],
        "JaNeinFeld" => &["AktionAusblenden", "Vorbelegung"],
        "Zahlenfeld" => &["Von", "Bis", "Vorbelegung"],
        "Datumsfeld" => {
            &["vorbelegungHeute", "PruefungDarfNichtInDerVergangenheitLiegen", "PruefungDarfNichtInDerZukunftLiegen", "Vorbelegung"]
        }
        "Personendatensatz" => &[
            "DarstellungASDatenUerbernahme",
            "DarstellungAnrede",
            "DarstellungName",
            "DarstellungGeschlecht",
            "DarstellungTelefonnummer",
            "DarstellungEmail",
            "DarstellungGeburtsname",
            "DarstellungGeburtsort",
            "DarstellungGeburtsdatum",
            "DarstellungAdressdaten",
            "DarstellungNationalitaet",
            "darstellungBankdaten",
        ],
        "Adressdatensatz" => &["LandAnzeigen"],
        "Anlagen" => &["FileCountLimit", "DateiUpload"],
        _ => &[],
    }
}

/// Whether a widget of that name is known to have this besides, which stays in the file.
pub(super) fn is_kept(widget: &str, name: &str) -> bool {
    let own: &[&str] = match widget {
        "Textfeld" => &["IsPasswort"],
        "Auswahlfeld" => &["Ausrichtung", "Wertelisteeingabe"],
        "Datumsfeld" => &["WithDatePicker"],
        "Personendatensatz" => &["Art", "DarstellungLand", "darstellungPrimaereKontaktadresse"],
        "Adressdatensatz" => &["Adressraumeinschraenkung"],
        "Liste" => &["EintragTitel", "ShowId"],
        _ => &[],
    };
    name == "Zeilenumbruch" || own.contains(&name)
}

/// What `Darstellung` says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Look {
    /// Shown, and may stay empty.
    #[default]
    Shown,
    /// Must be filled in.
    Required,
    /// Not shown.
    Hidden,
    /// Shown, not to be changed.
    ReadOnly,
}

impl Look {
    /// The look of that word.
    pub fn of(word: &str) -> Option<Self> {
        Some(match word.trim().to_lowercase().as_str() {
            "" | "sichtbar" => Self::Shown,
            "pflichtfeld" => Self::Required,
            "nichtsichtbar" => Self::Hidden,
            "schreibgeschuetzt" | "schreibgeschützt" => Self::ReadOnly,
            _ => return None,
        })
    }

    /// Its word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Shown => "Sichtbar",
            Self::Required => "Pflichtfeld",
            Self::Hidden => "NichtSichtbar",
            Self::ReadOnly => "Schreibgeschuetzt",
        }
    }
}
