//! Words that mean the same in rule texts, and words that mean nothing there.

/// Begin a condition.
pub const IF: [&str; 6] = ["wenn", "falls", "sofern", "soweit", "insofern", "insoweit"];
/// Begin what follows where the condition before does not hold.
pub const ELSE: [&str; 4] = ["sonst", "ansonsten", "andernfalls", "anderenfalls"];
/// Begin what follows from a condition.
pub const THEN: [&str; 2] = ["dann", "so"];
/// Join.
pub const AND: [&str; 2] = ["und", "sowie"];
/// Join where one suffices.
pub const OR: [&str; 1] = ["oder"];

/// A verb that begins a sentence whose first half is a condition: "Ist das Feld … befüllt, so muss …".
pub const OPENING_VERBS: [&str; 14] = [
    "ist",
    "sind",
    "wurde",
    "wurden",
    "wird",
    "werden",
    "hat",
    "haben",
    "enthält",
    "enthalten",
    "bleibt",
    "bleiben",
    "entspricht",
    "lautet",
];

pub const MUST: [&str; 3] = ["muss", "müssen", "muß"];
pub const MAY: [&str; 2] = ["darf", "dürfen"];
pub const CAN: [&str; 2] = ["kann", "können"];
pub const IS: [&str; 4] = ["ist", "sind", "wird", "werden"];
/// What stands behind a participle: "befüllt werden", "leer bleiben".
pub const BE: [&str; 5] = ["sein", "werden", "worden", "bleiben", "gelassen"];
/// Participles of giving a value.
pub const FILLED: [&str; 13] = [
    "befüllt",
    "gefüllt",
    "ausgefüllt",
    "angegeben",
    "eingegeben",
    "eingetragen",
    "erfasst",
    "belegt",
    "vorhanden",
    "befuellt",
    "ausgefuellt",
    "beantwortet",
    "gemacht",
];
/// The same as what is to be done: "ist auszufüllen", "zu befüllen".
pub const TO_FILL: [&str; 8] = ["auszufüllen", "anzugeben", "einzutragen", "einzugeben", "befüllen", "erfassen", "beantworten", "füllen"];
/// Verbs of a condition that only hold its parts together.
pub const AUXILIARY: [&str; 9] = ["ist", "sind", "wurde", "wurden", "wird", "werden", "worden", "war", "sein"];

/// Say nothing about the meaning of a demand.
pub const FILLERS: [&str; 13] =
    ["es", "dann", "so", "auch", "ebenfalls", "zwingend", "unbedingt", "zusätzlich", "jeweils", "stets", "immer", "zudem", "außerdem"];
/// Say nothing about the meaning of a condition.
pub const CONDITION_FILLERS: [&str; 4] = ["es", "auch", "jeweils", "bereits"];

/// Words besides [`NOUNS`] that lead to an element: "in dem Feld", "der Wert des Feldes".
pub const LEADING: [&str; 41] = [
    "in",
    "im",
    "bei",
    "beim",
    "für",
    "unter",
    "von",
    "vom",
    "der",
    "die",
    "das",
    "dem",
    "den",
    "des",
    "dieser",
    "dieses",
    "diesen",
    "folgende",
    "folgenden",
    "folgendes",
    "nachfolgende",
    "nachfolgenden",
    "nachfolgendes",
    "nachstehende",
    "nachstehenden",
    "genannten",
    "aufgeführten",
    "jeweilige",
    "jeweiligen",
    "wert",
    "werte",
    "inhalt",
    "angabe",
    "angaben",
    "eingabe",
    "auswahl",
    "frage",
    "abschnitte",
    "abschnitts",
    "code",
    "ausprägung",
];
/// Nouns after which a name in quotation marks is that of an element.
pub const NOUNS: [&str; 30] = [
    "feld",
    "felder",
    "feldern",
    "feldes",
    "felds",
    "datenfeld",
    "datenfelder",
    "datenfeldern",
    "datenfeldes",
    "eingabefeld",
    "eingabefelder",
    "eingabefeldes",
    "auswahlfeld",
    "auswahlfelder",
    "auswahlfeldes",
    "textfeld",
    "textfelder",
    "datumsfeld",
    "formularfeld",
    "formularfelder",
    "element",
    "elemente",
    "elementen",
    "gruppe",
    "gruppen",
    "feldgruppe",
    "feldgruppen",
    "datenfeldgruppe",
    "datenfeldgruppen",
    "abschnitt",
];
/// Nouns for a group.
pub const GROUPS: [&str; 7] = ["gruppe", "gruppen", "feldgruppe", "feldgruppen", "datenfeldgruppe", "datenfeldgruppen", "abschnitt"];
/// Point to the element to which a rule belongs: "dieses Feld".
pub const THIS: [&str; 5] = ["diese", "dieser", "dieses", "diesem", "diesen"];
/// "one" in all its endings.
pub const ONE: [&str; 6] = ["ein", "eins", "eine", "eines", "einer", "einem"];
pub const NONE: [&str; 5] = ["keines", "keins", "keine", "keiner", "kein"];
pub const ALL: [&str; 6] = ["alle", "allen", "aller", "sämtliche", "beide", "beiden"];
pub const AT_LEAST: [&str; 4] = ["mindestens", "wenigstens", "zumindest", "zumindestens"];
pub const EXACTLY: [&str; 2] = ["genau", "exakt"];
/// Counts that may be told with a list of elements.
pub const COUNTS: [(&str, usize); 10] = [
    ("beide", 2),
    ("beiden", 2),
    ("zwei", 2),
    ("drei", 3),
    ("vier", 4),
    ("fünf", 5),
    ("sechs", 6),
    ("sieben", 7),
    ("acht", 8),
    ("neun", 9),
];

/// Stand between a field and its value: "den Wert", "der Code".
pub const BEFORE_VALUE: [&str; 17] = [
    "der",
    "den",
    "dem",
    "die",
    "das",
    "wert",
    "werte",
    "code",
    "codes",
    "codewert",
    "schlüssel",
    "eintrag",
    "option",
    "auswahl",
    "angabe",
    "antwort",
    "ausprägung",
];
/// Truth in words.
pub const TRUTHS: [(&str, bool); 8] = [
    ("ja", true),
    ("true", true),
    ("wahr", true),
    ("zutreffend", true),
    ("nein", false),
    ("false", false),
    ("falsch", false),
    ("unzutreffend", false),
];
