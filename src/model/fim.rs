//! What FIM's building block "Prozesse" says of a process and of its steps (`XProzess` 2.0).

/// That a process follows FIM, and what FIM says of it as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct FimProfile {
    /// What starts it (Auslöser).
    pub trigger: FimLink,
    /// What it results in (Ergebnis).
    pub result: FimLink,
    /// Code of how closely it is described (Detaillierungsstufe), `101` to `105`, or empty.
    pub level: String,
    /// Code of the form in which the authority acts (Handlungsform), or empty.
    pub form_of_action: String,
    /// Code of the kind of procedure (Verfahrensart), or empty.
    pub kind_of_procedure: String,
    /// Code of what the law wants with it (Zwecksetzung), or empty.
    pub purpose: String,
    /// Code of what it achieves (operatives Ziel), or empty.
    pub goal: String,
    /// Who releases it for its content (fachlich freigebende Stelle), or empty.
    pub released_by: String,
}

/// What FIM refers to: what starts a process, what it results in, data of a step.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FimLink {
    /// A form, by the id of its Dokumentsteckbrief: `D00000094`.
    Form(String),
    /// Another process, by its Leistungsschlüssel.
    Process(String),
    /// Something else, in words; empty says nothing.
    Words(String),
}

impl Default for FimLink {
    fn default() -> Self {
        Self::Words(String::new())
    }
}

impl FimLink {
    /// The id or the words.
    pub fn text(&self) -> &str {
        match self {
            Self::Form(text) | Self::Process(text) | Self::Words(text) => text,
        }
    }
}

/// What FIM says of a step: its activity group (Aktivitätengruppe).
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct FimReference {
    /// Number of the Referenzaktivitätengruppe, 1 to 8.
    pub activity_group: Option<u8>,
    /// Identity inside the FIM process: `03`, or empty.
    pub id: String,
    /// What is done, in words.
    pub description: String,
    /// Data that come in and go out.
    pub data: Vec<FimData>,
    /// Specialist software that is used (Fachverfahren), by name.
    pub software: Vec<String>,
    /// Codes of the list that the group has: 3 formellePruefung, 5 entscheidungsart, 6 bearbeitungsart, 7 beteiligungsform.
    pub codes: Vec<String>,
    /// Groups 4 and 5: what helps to decide (Hilfsmittel); group 8: its description. Otherwise empty.
    pub aids: String,
    /// Group 7: whether the other side has to cooperate (Mitwirkungspflicht).
    pub must_cooperate: bool,
}

/// Data of a step.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct FimData {
    /// Which way they go.
    pub way: FimWay,
    /// What they are.
    pub name: FimLink,
    /// Who sends or gets them, or empty.
    pub partner: String,
}

/// Which way data go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum FimWay {
    /// Into the step (eingehendeDaten).
    #[default]
    Incoming,
    /// Out of the step (ausgehendeDaten).
    Outgoing,
    /// From somebody, as groups 1 and 7 say it (empfangeneDaten).
    Received,
    /// To somebody, as groups 2 and 7 say it (bereitgestellteDaten).
    Provided,
}
