//! The process class and the process of a document, as drafts.

use super::super::profile::code_of_role;
use super::super::standard::{
    ACTIVITY_GROUP, FORM_OF_ACTION, GOAL, KIND_OF_PROCEDURE, LEVEL, METHOD, MIME_TYPE, PURPOSE, ROLE, written_version,
};
use super::drafts::Prefix;
use crate::exchange::xml::Draft;
use crate::model::{Document, FimProfile, FlowNode, NodeId, Process, RoleKind};
use std::collections::BTreeMap;

/// The version of the reference activity groups that is written where a message says none.
const GROUP_VERSION: &str = "1.00";
/// The code of FIM in the list of ways to model.
const FIM_METHOD: &str = "10";
/// The code of archives in the list of kinds of files.
const ZIP: &str = "1";

/// What of a document goes into a message, and under which ids.
pub(super) struct Parts<'a> {
    pub document: &'a Document,
    pub main: &'a Process,
    pub prefix: &'a Prefix,
    /// The ids of the steps in the model.
    pub ids: &'a BTreeMap<NodeId, String>,
    /// The model's name and the packed model itself; empty if it stays as it is.
    pub file: &'a str,
    pub packed: &'a str,
    /// How far it is worked out; `None` if that stays as it is.
    pub state: Option<&'a Draft>,
}

impl Parts<'_> {
    /// The process class of the catalogue.
    pub fn class(&self) -> Draft {
        let (main, x, fim) = (self.main, self.prefix, self.profile());
        let mut inside = self.head();
        inside.push(x.text("definition", &main.description));
        inside.extend(main.legal_bases.iter().map(|law| x.law(law)));
        let codes = [
            x.some_code("zwecksetzung", &PURPOSE, &fim.purpose),
            x.some_code("operativesZiel", &GOAL, &fim.goal),
            x.some_code("handlungsform", &FORM_OF_ACTION, &fim.form_of_action),
            x.some_code("verfahrensart", &KIND_OF_PROCEDURE, &fim.kind_of_procedure),
        ];
        inside.extend(codes.into_iter().flatten());
        inside.push(x.text("fachlichFreigebendeStelle", &fim.released_by));
        inside.push(x.text("schlagwort", &main.keywords.join("|")));
        inside.extend(self.state.cloned());
        x.with("prozessklasse", inside)
    }

    /// The process of the library.
    pub fn process(&self) -> Draft {
        let x = self.prefix;
        let mut inside = self.head();
        inside.push(x.text("fachlichFreigebendeStelle", &self.profile().released_by));
        inside.push(x.text("schlagwort", &self.main.keywords.join("|")));
        inside.push(self.steckbrief());
        let method = |local: &str| {
            let code = x.code("code", &METHOD, FIM_METHOD);
            x.with(local, vec![code, x.text("freitext", "FIM")])
        };
        let groups = self.document.nodes.values().filter_map(|node| self.group(node)).collect();
        let structure = vec![method("modellierungsmethode"), x.with("strukturbeschreibungFIM", groups)];
        inside.push(x.with("prozessstrukturbeschreibung", structure));
        let file = vec![
            x.text("dateiname", self.file),
            method("modellierungsmethode"),
            x.code("mimeType", &MIME_TYPE, ZIP),
            x.text("inhalt", self.packed),
        ];
        inside.push(x.with("prozessmodell", vec![x.with("prozessmodelldatei", file)]));
        inside.extend(self.state.cloned());
        x.with("prozess", inside)
    }

    fn head(&self) -> Vec<Draft> {
        let (main, x) = (self.main, self.prefix);
        let version = written_version(&main.version);
        vec![x.text("id", &main.leistungsschluessel), x.text("version", &version), x.text("name", &main.name)]
    }

    fn profile(&self) -> FimProfile {
        self.main.fim.clone().unwrap_or_default()
    }

    fn steckbrief(&self) -> Draft {
        let (x, fim) = (self.prefix, self.profile());
        let mut inside = vec![x.occasion("ausloeser", &fim.trigger), x.occasion("ergebnis", &fim.result)];
        let roles = self.document.roles.values().filter(|role| role.kind != RoleKind::System);
        inside.extend(roles.map(|role| {
            let code = code_of_role(role.kind).map(|code| x.code("rolle", &ROLE, code));
            x.with("prozessteilnehmer", std::iter::once(x.text("name", &role.name)).chain(code).collect())
        }));
        inside.extend(x.some_code("detaillierungsstufe", &LEVEL, &fim.level));
        x.with("prozesssteckbrief", inside)
    }

    /// The activity group of a step; `None` if it has no number.
    fn group(&self, node: &FlowNode) -> Option<Draft> {
        let x = self.prefix;
        let fim = node.details.fim.as_ref()?;
        let number = fim.activity_group?;
        let mut inside = vec![
            x.code("referenzaktivitaetengruppeTyp", &ACTIVITY_GROUP, &number.to_string()),
            x.text("referenzaktivitaetengruppeVersion", GROUP_VERSION),
            x.text("id", &fim.id),
            x.text("subProzessID", self.ids.get(&node.id).map_or("", String::as_str)),
            x.text("name", &node.name),
            x.text("beschreibung", &fim.description),
        ];
        inside.extend(node.details.legal_bases.iter().map(|law| x.law(law)));
        inside.extend(x.rest_of_group(fim));
        Some(x.with("aktivitaetengruppe", inside))
    }
}

/// What stands in which order in an element (`XProzess` 2.0).
const ORDERS: &[(&str, &[&str])] = &[
    (
        "prozessklasse",
        &[
            "id",
            "version",
            "uebergeordneteProzessklasseID",
            "abgeloesteProzessklasse",
            "name",
            "bezeichnung",
            "definition",
            "handlungsgrundlage",
            "zwecksetzung",
            "operativesZiel",
            "handlungsform",
            "verfahrensart",
            "fachlichFreigebendeStelle",
            "merkmal",
            "klassifikation",
            "schlagwort",
            "zustandsangaben",
        ],
    ),
    (
        "prozess",
        &[
            "id",
            "version",
            "name",
            "bezeichnung",
            "fachlichFreigebendeStelle",
            "klassifikation",
            "schlagwort",
            "prozesssteckbrief",
            "prozessstrukturbeschreibung",
            "prozessmodell",
            "zustandsangaben",
        ],
    ),
    (
        "prozesssteckbrief",
        &[
            "definition",
            "beschreibung",
            "ausloeser",
            "ergebnis",
            "prozessteilnehmer",
            "handlungsgrundlage",
            "detaillierungsstufe",
            "verwaltungspolitischeKodierung",
            "zielvorgaben",
            "merkmal",
        ],
    ),
    (
        "aktivitaetengruppe",
        &[
            "referenzaktivitaetengruppeTyp",
            "referenzaktivitaetengruppeVersion",
            "id",
            "subProzessID",
            "name",
            "beschreibung",
            "handlungsgrundlage",
            "eingehendeDaten",
            "ausgehendeDaten",
            "fachverfahren",
            "spezifischeAttribute",
        ],
    ),
    ("prozessteilnehmer", &["name", "rolle"]),
    ("handlungsgrundlage", &["name", "art", "uri"]),
    ("empfangeneDaten", &["formularverweis", "uebermittlungsart", "sender", "empfaenger"]),
    ("bereitgestellteDaten", &["formularverweis", "uebermittlungsart", "sender", "empfaenger"]),
    ("spezifischeAttribute5", &["hilfsmittel", "entscheidungsart"]),
    ("spezifischeAttribute7", &["bereitgestellteDaten", "empfangeneDaten", "mitwirkungspflicht", "beteiligungsform"]),
    ("prozessmodell", &["prozessmodelldatei", "visualisierungsdatei", "beschreibungsdatei"]),
];

/// The place of an element among those of the same parent.
pub(super) fn rank(parent: &str, local: &str) -> usize {
    let order = ORDERS.iter().find(|(name, _)| *name == parent).map_or(&[][..], |(_, order)| *order);
    order.iter().position(|name| *name == local).unwrap_or(order.len())
}
