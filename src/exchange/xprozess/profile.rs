//! What a message says of the process as a whole: its class, its Steckbrief, who takes part.

use super::super::naming::Keys;
use super::super::xdatenfelder::{legal_basis, written_law};
use super::super::xml::Element;
use super::message::Message;
use super::standard::{code, occasion, semantic, text};
use crate::model::{Document, FimProfile, LegalBasis, Origin, Role, RoleId, RoleKind, SourceId, Subject};
use std::collections::BTreeMap;

/// Puts it into the main process.
pub(super) fn apply(document: &mut Document, message: &Message<'_>) {
    let first = |read: &dyn Fn(&Element<'_>) -> String| {
        let texts = [message.process, message.class].into_iter().flatten().map(read);
        texts.into_iter().find(|text| !text.is_empty()).unwrap_or_default()
    };
    let of_class = |local| message.class.map(|class| code(class, local)).unwrap_or_default();
    let profile = message.profile();
    let fim = FimProfile {
        trigger: profile.and_then(|profile| profile.first("ausloeser")).map(occasion).unwrap_or_default(),
        result: profile.and_then(|profile| profile.first("ergebnis")).map(occasion).unwrap_or_default(),
        level: profile.map(|profile| code(profile, "detaillierungsstufe")).unwrap_or_default(),
        form_of_action: of_class("handlungsform"),
        kind_of_procedure: of_class("verfahrensart"),
        purpose: of_class("zwecksetzung"),
        goal: of_class("operativesZiel"),
        released_by: first(&|element| text(element, "fachlichFreigebendeStelle")),
    };
    let legal_bases = message.class.map(laws).unwrap_or_default();
    let description = message.class.map(|class| text(class, "definition")).unwrap_or_default();
    let Some(main) = document.processes.get_mut(document.main_process) else { return };
    main.fim = Some(fim);
    main.legal_bases = legal_bases;
    main.description = description;
    main.leistungsschluessel = first(&|element| text(element, "id"));
    main.keywords = first(&|element| text(element, "schlagwort"))
        .split('|')
        .map(str::trim)
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    let name = first(&|element| text(element, "name"));
    if !name.is_empty() {
        main.name = name;
    }
    if let Some(version) = semantic(&first(&|element| text(element, "version"))) {
        main.version = version;
    }
}

/// The places in the law that an element names (handlungsgrundlage), each as one.
pub(super) fn laws(element: &Element<'_>) -> Vec<LegalBasis> {
    element.all("handlungsgrundlage").map(|law| legal_basis(&text(law, "name"), &text(law, "uri"))).collect()
}

/// What stands in `name` for a place in the law.
pub(super) fn law_name(law: &LegalBasis) -> String {
    written_law(law)
}

/// Makes those who take part roles: those of the same name get their part, the others are new. The number of those that were named.
pub(super) fn participants(document: &mut Document, message: &Message<'_>, source: Option<SourceId>) -> usize {
    let mut count = 0;
    let mut keys = Keys::default();
    let mut known: BTreeMap<String, RoleId> = BTreeMap::new();
    for role in document.roles.values() {
        keys.take_id(&role.key, "rolle");
        known.entry(role.name.clone()).or_insert(role.id);
    }
    for participant in message.participants() {
        let name = text(participant, "name");
        if name.is_empty() {
            continue;
        }
        count += 1;
        let role = *known.entry(name.clone()).or_insert_with(|| {
            let id: RoleId = document.new_id();
            let key = keys.take(&name, "rolle");
            document.roles.insert(id, Role { id, key, name, kind: RoleKind::Caseworker });
            id
        });
        if let Some(role) = document.roles.get_mut(role) {
            role.kind = kind_of_role(&code(participant, "rolle"));
        }
        if let Some(source) = source
            && !document.origins.contains(Subject::Role(role))
        {
            document.origins.insert(Subject::Role(role), Origin { source, id: format!("prozessteilnehmer {count}") });
        }
    }
    count
}

/// Code 1 is who starts the process, 2 who mainly works; the others take part.
fn kind_of_role(code: &str) -> RoleKind {
    match code {
        "1" => RoleKind::Applicant,
        "2" => RoleKind::Caseworker,
        _ => RoleKind::OtherAuthority,
    }
}

/// The code of the part that a role has; the others are not known.
pub(super) fn code_of_role(kind: RoleKind) -> Option<&'static str> {
    match kind {
        RoleKind::Applicant => Some("1"),
        RoleKind::Caseworker => Some("2"),
        RoleKind::OtherAuthority | RoleKind::System => None,
    }
}
