//! The names of a Bibliothek 2.5, as far as workflows are concerned, and what its elements say.

use super::super::xml::Element;

/// The outermost element.
pub(super) const LIBRARY: &str = "Bibliothek";
/// The version that is read and written.
pub(super) const VERSION: &str = "2.5";
/// A procedure in a library.
pub(super) const PROCEDURE: &str = "Vorgang";

/// What a procedure has beside its data and workflows; it stays in the kept file only.
pub(super) const PROCEDURE_KEPT: [&str; 8] = [
    "Klasse",
    "Belegtext",
    "Authentifizierungsart",
    "EPaymentModus",
    "Zustaendigkeit",
    "FullWidth",
    "KeineSeqNumGenerierung",
    "KeineFachlicheNummerngenerierung",
];

/// What a procedure has that others read.
pub(super) const PROCEDURE_SHOWN: [&str; 4] = ["Name", "Metadatendefinition", "PrimaeresVorgangsmerkmal", "SekundaeresVorgangsmerkmal"];

/// Elements that hold a workflow.
pub(super) const WORKFLOWS: [&str; 4] = ["Erfassungsworkflow", "Vorgangsworkflow", "AbschlussWorkflow", "AdHocWorkflow"];

/// Steps, each with what of it the studio shows, and what stays in the kept file only.
const STEPS: [(&str, &[&str], &[&str]); 15] = [
    ("AntragstellerdatenAnfordern", &[], &["Authentifizierungsart"]),
    (
        "StartseiteAnzeigen",
        &["Titel", "Meldung"],
        &["ProzessName", "IsDatenschutzerklarung", "IsMindestalterbestatigen", "DatenschutzerklarungErsetzen", "initialSichtbareWorter"],
    ),
    ("DokumentAnzeigen", &["Titel", "Meldung", "DynamischesFormular"], &["ProzessName", "ZurAkteHinzufuegen", "Abschlussmeldung"]),
    ("MeldungAnzeigen", &["Titel", "Meldung", "Fehlermeldung"], &["ProzessName", "IsEinverstaendnis"]),
    (
        "AbschlussseiteAnzeigen",
        &["Titel", "Meldung"],
        &[
            "ProzessName",
            "DokumentDownloadregel",
            "DokDownloadRegelAufGespeichrteDokumenteAnwenden",
            "DokumentDownloadregelAuchImHauptvorgangAnwenden",
            "VorgangNeuStarten",
            "ZusammenfassungAllerDokumente",
            "Abschlussmeldung",
        ],
    ),
    ("Entscheidungselement", &["Entscheidungszweig"], &[]),
    ("Schleife", &["Ausdruck", "NameDerZaehlervariable"], &[]),
    ("SequenzielleListe", &[], &[]),
    ("DatenvariableSetzen", &["Ausdruck", "Datenverweis"], &[]),
    ("WorkflowvariableSetzen", &["Wert", "Workflowvariable"], &[]),
    ("BefehlAusfuehren", &["Befehl"], &[]),
    ("AufgabeAktivieren", &TASKS, &[]),
    ("VorgangsstatusSetzen", &["Status"], &[]),
    ("EreignisAusloesen", &["NameDesEreignisses"], &[]),
    ("AlleWeiterenWorkflowsBeenden", &[], &[]),
];

/// The step that links a case with another one.
pub(super) const LINK: &str = "VerknuepfungZumHauptvorgangHinzufuegen";
const LINK_KEPT: [&str; 4] = ["Kriterium", "Vorgangsart", "Suchtyp", "Pruefausdruck"];

/// What a step of kind `AufgabeAktivieren` holds one of.
pub(super) const TASKS: [&str; 4] =
    ["ProzessAnhaltenSystemaufgabe", "VorgangLoeschenSystemaufgabe", "EreignisseAusloesenSystemaufgabe", "VorgangErzeugenSystemaufgabe"];

/// What every system task has that the studio shows.
const TASK_SHOWN: [&str; 5] = ["Name", "Beschreibung", "Standardfaelligkeit", "Zustaendigkeit", "Ausfuehrungsbedingung"];
/// What system tasks have that stays in the kept file only.
const TASK_KEPT: [&str; 20] = [
    "AusfuherungNurInZustaendigerOeErlaubt",
    "FachdatenLoeschen",
    "MarkCasefileAsDeleted",
    "NachrichtenLoeschen",
    "RegelnDokumenteLoeschen",
    "RemoveFromBPerson",
    "VerlaufLoeschen",
    "DokumenteWeiterleitenRegel",
    "Ereignis",
    "MitAktuellemVorgang",
    "MitHauptvorgang",
    "MitUntervorgaengen",
    "Nachgelagert",
    "Werteliste",
    "AntragsdokumentErstellen",
    "Antragsteller",
    "Type",
    "Vorgangsart",
    "Werteuebergaben",
    "ZustaendigkeitDesNeuenVorgangs",
];

/// What may stand in any step.
const ANYWHERE: [&str; 3] = ["Active", "Comment", "Expanded"];

/// What becomes of a child of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// It is in the model.
    Shown,
    /// It is known, but stays in the kept file only.
    Kept,
    /// Nobody knows it.
    Unknown,
}

/// Whether it is a step of a workflow.
pub(super) fn is_step(name: &str) -> bool {
    name == LINK || STEPS.iter().any(|(step, ..)| *step == name)
}

/// How many workflows, steps, fields and objects there are in an element.
pub(super) fn parts(root: &Element<'_>) -> usize {
    let is_part = |name: &str| is_step(name) || WORKFLOWS.contains(&name) || matches!(name, "Metadatenfeld" | "Metadatenliste" | "Objekt");
    let (mut found, mut open) = (0, vec![root]);
    while let Some(element) = open.pop() {
        found += usize::from(is_part(element.name.local));
        open.extend(element.elements());
    }
    found
}

/// Elements whose children are steps.
pub(super) fn holds_steps(name: &str) -> bool {
    matches!(name, "Startelement" | "Entscheidungszweig" | "Schleife" | "SequenzielleListe")
}

/// What becomes of `child` in `parent`; both are elements of a workflow.
pub(super) fn fate(parent: &str, child: &str) -> Fate {
    let of = |shown: &[&str], kept: &[&str]| match child {
        _ if shown.contains(&child) => Fate::Shown,
        _ if kept.contains(&child) => Fate::Kept,
        _ => Fate::Unknown,
    };
    let is_step_like = is_step(parent) || holds_steps(parent);
    if is_step_like && ANYWHERE.contains(&child) || holds_steps(parent) && is_step(child) {
        return Fate::Shown;
    }
    if let Some((_, shown, kept)) = STEPS.iter().find(|(step, ..)| *step == parent) {
        return of(shown, kept);
    }
    match parent {
        _ if parent == LINK => of(&[], &LINK_KEPT),
        _ if TASKS.contains(&parent) => of(&TASK_SHOWN, &TASK_KEPT),
        "Erfassungsworkflow" | "Vorgangsworkflow" | "AbschlussWorkflow" => of(&["Workflowdefinition", "Startelement"], &[]),
        "AdHocWorkflow" => {
            of(&["Workflowdefinition", "Startelement", "Ausfuehrungsbedingung", "Beschreibung", "Typ", "Aufrufparameter"], &[])
        }
        "Workflowdefinition" => of(&["Startelement"], &[]),
        "Entscheidungszweig" | "Befehl" | "Standardfaelligkeit" | "Ausdruck" => of(&["Ausdruck"], &[]),
        // A list of a kind that nobody knows.
        _ if is_step(child) || ANYWHERE.contains(&child) => Fate::Shown,
        _ => Fate::Unknown,
    }
}

/// The text in an element of that name, without blanks around it; empty if there is none.
pub(super) fn text_of(element: &Element<'_>, name: &str) -> String {
    element.first(name).map(|it| it.text().trim().to_owned()).unwrap_or_default()
}

/// The text that people read: of the attribute `Standard`, else of the element itself.
pub(super) fn words_of(element: &Element<'_>, name: &str) -> String {
    element.first(name).map(|it| it.attribute("Standard").map_or_else(|| it.text().trim().to_owned(), str::to_owned)).unwrap_or_default()
}

/// The expression in an element of that name; files put it into an `Ausdruck` of its own, or directly.
pub(super) fn expression_of(element: &Element<'_>, name: &str) -> String {
    let mut at = element.first(name);
    let mut text = String::new();
    // As deep as the file nests, which the reader bounds.
    while let Some(here) = at {
        here.text().trim().clone_into(&mut text);
        at = here.first("Ausdruck");
    }
    text
}

/// Whether a step is switched on; it is unless the file says otherwise.
pub(super) fn is_active(element: &Element<'_>) -> bool {
    truth(&text_of(element, "Active")) != Some(false)
}

/// A truth of the file.
pub(super) fn truth(word: &str) -> Option<bool> {
    match word.trim().to_lowercase().as_str() {
        "true" | "wahr" | "ja" | "1" => Some(true),
        "false" | "falsch" | "nein" | "0" => Some(false),
        _ => None,
    }
}

/// Whether a text says yes.
pub(super) fn is_true(text: &str) -> bool {
    truth(text) == Some(true)
}

/// Whether a condition says "always" instead of being an expression: it is empty, "yes", or a single word of the platform such as `Immer`.
pub(super) fn is_no_condition(text: &str) -> bool {
    let is_word = text.starts_with(char::is_uppercase) && text.chars().all(char::is_alphabetic);
    text.is_empty() || is_true(text) || is_word
}

/// The identity in the file, or empty.
pub(super) fn id_of<'a>(element: &'a Element<'_>) -> &'a str {
    element.attribute("Id").unwrap_or_default().trim()
}

/// Where an element stands among those in another one; steps stand together, in the order of the flow.
pub(super) fn rank(parent: &str, child: &str) -> usize {
    const PROCEDURE_ORDER: [&str; 16] = [
        "Name",
        "Klasse",
        "Belegtext",
        "Authentifizierungsart",
        "EPaymentModus",
        "Zustaendigkeit",
        "FullWidth",
        "KeineSeqNumGenerierung",
        "KeineFachlicheNummerngenerierung",
        "Metadatendefinition",
        "PrimaeresVorgangsmerkmal",
        "SekundaeresVorgangsmerkmal",
        "Erfassungsworkflow",
        "Vorgangsworkflow",
        "AdHocWorkflow",
        "AbschlussWorkflow",
    ];
    let place = |order: &[&str]| order.iter().position(|name| *name == child).unwrap_or(order.len());
    match (parent, child) {
        (PROCEDURE, _) => place(&PROCEDURE_ORDER),
        ("AdHocWorkflow", _) => place(&["Aufrufparameter", "Ausfuehrungsbedingung", "Beschreibung", "Typ", "Workflowdefinition"]),
        _ if TASKS.contains(&parent) => place(&TASK_SHOWN),
        _ if !is_step(parent) && !holds_steps(parent) && parent != "Entscheidungselement" => 0,
        (_, "Comment") => 0,
        (_, "Active") => 1,
        ("Schleife" | "Entscheidungszweig", "Ausdruck") => 2,
        (_, "NameDerZaehlervariable") => 4,
        (_, "Expanded") => 5,
        _ => 3,
    }
}
