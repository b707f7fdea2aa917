//! Parts of a message as drafts: what both a new message and a kept one are written with.

use super::super::profile::law_name;
use super::super::standard::{KIND_OF_LAW, List, TRANSFER, codes_of, text_of_group};
use crate::exchange::xml::Draft;
use crate::model::{FimData, FimLink, FimReference, FimWay, LegalBasis};

/// The code for "other" in the list of ways to send something (uebermittlungsart), which every released process uses that is known.
const OTHER_TRANSFER: &str = "99";
/// The code of acts in the list of kinds of law (handlungsgrundlagenart).
const ACT: &str = "104";

/// The prefix under which a message knows the namespace of `XProzess`.
#[derive(Clone, Debug)]
pub(super) struct Prefix(pub String);

impl Prefix {
    /// The name of an element.
    pub fn name(&self, local: &str) -> String {
        if self.0.is_empty() { local.to_owned() } else { format!("{}:{local}", self.0) }
    }

    /// An element with a text.
    pub fn text(&self, local: &str, text: &str) -> Draft {
        Draft::text(&self.name(local), text)
    }

    /// An element with others in it.
    pub fn with(&self, local: &str, inside: Vec<Draft>) -> Draft {
        Draft::with(&self.name(local), inside)
    }

    /// An element with a code of a list. The code itself has no namespace.
    pub fn code(&self, local: &str, list: &List, code: &str) -> Draft {
        let inner = Draft::text("code", code);
        let inner = if self.0.is_empty() { inner.attribute("xmlns", "") } else { inner };
        self.with(local, vec![inner]).attribute("listURI", list.0).attribute("listVersionID", list.1)
    }

    /// The same, if there is a code.
    pub fn some_code(&self, local: &str, list: &List, code: &str) -> Option<Draft> {
        (!code.is_empty()).then(|| self.code(local, list, code))
    }

    /// A place in the law.
    pub fn law(&self, law: &LegalBasis) -> Draft {
        let inside = vec![self.text("name", &law_name(law)), self.code("art", &KIND_OF_LAW, ACT), self.text("uri", &law.link)];
        self.with("handlungsgrundlage", inside)
    }

    /// What starts a process, or what it results in.
    pub fn occasion(&self, local: &str, occasion: &FimLink) -> Draft {
        let inside = match occasion {
            FimLink::Form(id) => vec![self.text("formularID", id)],
            FimLink::Process(id) => vec![self.text("prozessID", id)],
            FimLink::Words(text) if text.is_empty() => Vec::new(),
            FimLink::Words(text) => vec![self.text("text", text)],
        };
        self.with(local, inside)
    }

    /// What a group says of its data, software and specific attributes, in the order of the schema.
    pub fn rest_of_group(&self, fim: &FimReference) -> Vec<Draft> {
        let named = |local: &str, way: FimWay| {
            let data: Vec<Draft> = fim.data.iter().filter(|data| data.way == way).map(|data| self.reference(&data.name)).collect();
            (!data.is_empty()).then(|| self.with(local, data))
        };
        let mut rest: Vec<Draft> =
            [named("eingehendeDaten", FimWay::Incoming), named("ausgehendeDaten", FimWay::Outgoing)].into_iter().flatten().collect();
        rest.extend(fim.software.iter().map(|name| self.text("fachverfahren", name)));
        if let Some(number) = fim.activity_group {
            let specific = self.with(&format!("spezifischeAttribute{number}"), self.specific(number, fim));
            rest.push(self.with("spezifischeAttribute", vec![specific]));
        }
        rest
    }

    fn specific(&self, number: u8, fim: &FimReference) -> Vec<Draft> {
        let transfers = |way: FimWay, local: &str, partner: &str| -> Vec<Draft> {
            fim.data.iter().filter(|data| data.way == way).map(|data| self.transfer(data, local, partner)).collect()
        };
        let mut inside = Vec::new();
        if matches!(number, 2 | 7) {
            inside.extend(transfers(FimWay::Provided, "bereitgestellteDaten", "empfaenger"));
        }
        if matches!(number, 1 | 7) {
            inside.extend(transfers(FimWay::Received, "empfangeneDaten", "sender"));
        }
        inside.extend(text_of_group(number).map(|local| self.text(local, &fim.aids)));
        if number == 7 {
            inside.push(self.text("mitwirkungspflicht", if fim.must_cooperate { "true" } else { "false" }));
        }
        if let Some((local, list)) = codes_of(number) {
            inside.extend(fim.codes.iter().map(|code| self.code(local, &list, code)));
        }
        inside
    }

    fn transfer(&self, data: &FimData, local: &str, partner: &str) -> Draft {
        let inside = vec![
            self.with("formularverweis", vec![self.reference(&data.name)]),
            self.code("uebermittlungsart", &TRANSFER, OTHER_TRANSFER),
            self.text(partner, &data.partner),
        ];
        self.with(local, inside)
    }

    fn reference(&self, name: &FimLink) -> Draft {
        match name {
            FimLink::Form(id) => self.with("formularverweis", vec![self.text("formularsteckbriefID", id)]),
            FimLink::Process(text) | FimLink::Words(text) => self.text("textuelleBeschreibung", text),
        }
    }
}
