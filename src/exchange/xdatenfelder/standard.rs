//! The elements of XDatenfelder 2.0 and 3.0.0 by their meaning: both versions answer the same questions.

use super::super::Unfit;
use super::super::xml::Element;
use crate::model::SourceFormat;

const NAMESPACE: &str = "urn:xoev-de:fim:standard:xdatenfelder_";

/// Which version of the standard the outermost element belongs to.
pub fn version(root: &Element<'_>) -> Result<SourceFormat, Unfit> {
    match root.name.namespace.strip_prefix(NAMESPACE) {
        Some("2") => Ok(SourceFormat::Xdatenfelder2),
        Some("3.0.0") => Ok(SourceFormat::Xdatenfelder3),
        Some(_) => Err(Unfit::Version(root.name.namespace.to_string())),
        None => Err(Unfit::Foreign(root.name.qualified())),
    }
}

/// A building block: schema (Stammdatenschema), group (Datenfeldgruppe) or field (Datenfeld).
#[derive(Clone, Copy, Debug)]
pub(super) struct Block<'a>(pub &'a Element<'a>);

/// A place in a schema or group (Struktur): what stands there and how often.
#[derive(Clone, Copy, Debug)]
pub(super) struct Position<'a> {
    /// The element `struktur`.
    pub element: &'a Element<'a>,
    /// What stands there.
    pub block: Block<'a>,
}

/// How often something stands at a place (`anzahl`): `1:1`, `0:*`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cardinality {
    pub least: u32,
    pub most: Option<u32>,
}

/// A rule (Regel).
#[derive(Clone, Copy, Debug)]
pub(super) struct Rule<'a>(pub &'a Element<'a>);

/// A code list to which a field refers.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct ListReference {
    /// FIM id (`C00000020`), or empty.
    pub id: String,
    pub uri: String,
    pub version: String,
    pub version_uri: String,
}

/// The schema or group of a message.
pub(super) fn schema<'a>(root: &'a Element<'a>) -> Result<Block<'a>, Unfit> {
    let found = root.elements().find(|element| matches!(element.name.local, "stammdatenschema" | "datenfeldgruppe"));
    found.map(Block).ok_or(Unfit::NoSchema)
}

/// The ids of a message's schema and of the Dokumentsteckbrief to which it belongs; the second is empty if the file does not say it.
pub(in crate::exchange) fn schema_ids(root: &Element<'_>) -> Option<(String, String)> {
    let schema = schema(root).ok()?;
    let profile = schema.0.first("dokumentsteckbrief");
    Some((schema.id(), profile.map(|profile| text_in(profile.first("identifikation").unwrap_or(profile), "id")).unwrap_or_default()))
}

/// The text of an element in this one, without blanks around it; empty if there is none.
pub(super) fn text_in(element: &Element<'_>, name: &str) -> String {
    element.first(name).map(|it| it.text().trim().to_owned()).unwrap_or_default()
}

/// The code in an element in this one: `<feldart><code>input</code></feldart>`.
fn code_in(element: &Element<'_>, name: &str) -> String {
    element.first(name).map(|it| text_in(it, "code")).unwrap_or_default()
}

impl<'a> Block<'a> {
    pub fn id(self) -> String {
        self.0.first("identifikation").map(|it| text_in(it, "id")).unwrap_or_default()
    }

    pub fn version(self) -> String {
        self.0.first("identifikation").map(|it| text_in(it, "version")).unwrap_or_default()
    }

    pub fn text(self, name: &str) -> String {
        text_in(self.0, name)
    }

    /// Name for those who model.
    pub fn name(self) -> String {
        self.text("name")
    }

    /// Name for those who fill in, if another.
    pub fn label(self) -> String {
        Some(self.text("bezeichnungEingabe")).filter(|label| *label != self.name()).unwrap_or_default()
    }

    /// What people read on the form.
    pub fn title(self) -> String {
        Some(self.label()).filter(|label| !label.is_empty()).unwrap_or_else(|| self.name())
    }

    /// What it is: the definition, and a description behind it.
    pub fn description(self) -> String {
        let parts = [self.text("definition"), self.text("beschreibung")];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
    }

    pub fn is_field(self) -> bool {
        self.0.name.local == "datenfeld"
    }

    /// Whether it is a text to read, not a field to fill in.
    pub fn is_text(self) -> bool {
        self.is_field() && self.field_kind() == "label"
    }

    /// The references to law (Bezug) of the block itself.
    pub fn references(self) -> impl Iterator<Item = &'a Element<'a>> {
        self.0.all("bezug")
    }

    pub fn rules(self) -> impl Iterator<Item = Rule<'a>> {
        self.0.all("regel").map(Rule)
    }

    pub fn positions(self) -> impl Iterator<Item = Position<'a>> {
        self.0.all("struktur").filter_map(|element| {
            let inside = element.first("enthaelt")?.elements();
            let block = inside.into_iter().find(|it| matches!(it.name.local, "datenfeld" | "datenfeldgruppe")).map(Block)?;
            Some(Position { element, block })
        })
    }

    /// Feldart: `input`, `select`, `label`, `hidden`, `locked`.
    pub fn field_kind(self) -> String {
        code_in(self.0, "feldart")
    }

    /// Datentyp.
    pub fn value_kind(self) -> String {
        code_in(self.0, "datentyp")
    }

    /// Vorbefüllung (3.0.0): whether the value should come from an account, and whether it must.
    pub fn prefill(self) -> Option<bool> {
        match code_in(self.0, "vorbefuellung").as_str() {
            "optional" => Some(false),
            "verpflichtend" => Some(true),
            _ => None,
        }
    }

    /// The code list to which it refers: as genericode with its names in 2.0, alone in 3.0.0.
    pub fn list(self) -> Option<ListReference> {
        let reference = self.0.first("codelisteReferenz")?;
        let names = reference.first("genericodeIdentification").unwrap_or(reference);
        let id = reference.first("identifikation").map(|it| text_in(it, "id")).unwrap_or_default();
        let (uri, version) = (text_in(names, "canonicalIdentification"), text_in(names, "version"));
        let found = ListReference { id, uri, version, version_uri: text_in(names, "canonicalVersionUri") };
        (found != ListReference::default()).then_some(found)
    }

    /// Codes that stand in the field itself (3.0.0).
    pub fn values(self) -> impl Iterator<Item = &'a Element<'a>> {
        self.0.first("werte").into_iter().flat_map(|values| values.all("wert"))
    }
}

impl Position<'_> {
    /// How often; what was written if it cannot be read.
    pub fn cardinality(self) -> Result<Cardinality, String> {
        let text = text_in(self.element, "anzahl");
        Cardinality::read(&text).ok_or(text)
    }
}

impl Cardinality {
    pub const OPTIONAL: Self = Self { least: 0, most: Some(1) };
    pub const ONCE: Self = Self { least: 1, most: Some(1) };

    pub fn read(text: &str) -> Option<Self> {
        let (least, most) = text.split_once(':')?;
        let least = least.trim().parse().ok()?;
        let most = match most.trim() {
            "*" => None,
            number => Some(number.parse().ok().filter(|most| *most >= least && *most > 0)?),
        };
        Some(Self { least, most })
    }

    pub fn is_list(self) -> bool {
        self.most != Some(1)
    }
}

impl std::fmt::Display for Cardinality {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.most {
            Some(most) => write!(out, "{}:{most}", self.least),
            None => write!(out, "{}:*", self.least),
        }
    }
}

impl Rule<'_> {
    pub fn id(self) -> String {
        Block(self.0).id()
    }

    /// Its name, or its id where it has none.
    pub fn name(self) -> String {
        Some(text_in(self.0, "name")).filter(|name| !name.is_empty()).unwrap_or_else(|| self.id())
    }

    /// What it says, in German: Definition (2.0), Freitextregel (3.0.0).
    pub fn wording(self) -> String {
        [Self::WORDING_3, Self::WORDING_2].iter().map(|name| text_in(self.0, name)).find(|text| !text.is_empty()).unwrap_or_default()
    }

    pub const WORDING_2: &'static str = "definition";
    pub const WORDING_3: &'static str = "freitextRegel";

    /// Whether it has a script that does something: editors leave an empty function behind.
    pub fn has_script(self) -> bool {
        let script: String = [text_in(self.0, "script"), text_in(self.0, "skript")].concat();
        let bare: String = script.chars().filter(|sign| !sign.is_whitespace()).collect();
        !bare.is_empty() && bare != "functionscript(){}"
    }
}
