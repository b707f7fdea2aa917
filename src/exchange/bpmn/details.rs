//! What the studio itself wrote into a file in its own namespace: steps, processes, roles.

use super::super::What;
use super::super::xml::Element;
use super::reading::Reading;
use super::remark::Remark;
use super::standard::OWN;
use super::words;
use crate::model::{
    Assignment, Duration, Fee, FimData, FimLink, FimProfile, FimReference, LegalBasis, Money, NodeId, NodeKind, OfficeHours, ProcessId,
    Role, RoleId, ServiceUse, StepDetails, WorkState,
};

/// The value of an attribute of the studio.
pub(super) fn own<'a>(element: &'a Element<'_>, local: &str) -> Option<&'a str> {
    element.attributes.iter().find(|it| it.name.local == local && &*it.name.namespace == OWN).map(|it| it.value.as_ref())
}

/// The extension elements of the studio at an element.
fn extensions<'a>(element: &'a Element<'a>, local: &'a str) -> impl Iterator<Item = &'a Element<'a>> {
    element.first("extensionElements").into_iter().flat_map(Element::elements).filter(move |inner| inner.is(OWN, local))
}

fn text(element: &Element<'_>, attribute: &str) -> String {
    element.attribute(attribute).unwrap_or_default().to_owned()
}

fn legal_bases(element: &Element<'_>) -> Vec<LegalBasis> {
    let basis =
        |inner: &Element<'_>| LegalBasis { law: text(inner, "law"), paragraph: text(inner, "paragraph"), link: text(inner, "link") };
    element.all("legalBasis").map(basis).collect()
}

fn assignments(element: &Element<'_>, local: &str) -> Vec<Assignment> {
    element.all(local).map(|inner| Assignment { target: text(inner, "target"), value: text(inner, "value") }).collect()
}

impl<'a> Reading<'a> {
    /// The roles that a process declares.
    pub fn declared_roles(&mut self, element: &'a Element<'a>) {
        for role in extensions(element, "role") {
            let id: RoleId = self.document.new_id();
            let key = self.key("rolle", role.attribute("key").unwrap_or_default());
            let kind = role.attribute("kind").and_then(words::role_kind_of).unwrap_or_default();
            self.document.roles.insert(id, Role { id, key, name: text(role, "name"), kind });
        }
    }

    /// The role of a pool or lane: the one that the studio wrote down, else the one of that name.
    pub fn role_at(&mut self, element: &Element<'_>, name: &str) -> Option<RoleId> {
        match own(element, "role") {
            Some(key) => self.role_of_key(key),
            None => self.role(name),
        }
    }

    fn role_of_key(&self, key: &str) -> Option<RoleId> {
        self.document.roles.values().find(|role| role.key == key).map(|role| role.id)
    }

    /// What the studio said about a process.
    pub fn procedure(&mut self, element: &'a Element<'a>, process: ProcessId) {
        let Some(said) = extensions(element, "procedure").next() else { return };
        if said.attribute("main") == Some("true") {
            self.main = Some(process);
        }
        let Some(process) = self.document.processes.get_mut(process) else { return };
        if let Some(version) = said.attribute("version") {
            version.clone_into(&mut process.version);
        }
        process.kind_of_service = said.attribute("kindOfService").and_then(words::kind_of_service_of).unwrap_or_default();
        process.leistungsschluessel = text(said, "leistungsschluessel");
        process.land = said.attribute("land").and_then(words::land_of);
        process.legal_bases = legal_bases(said);
        process.keywords = said.all("keyword").map(|word| word.text().into_owned()).collect();
        let minute = |hours: &Element<'_>, attribute| hours.attribute(attribute)?.parse().ok();
        let hours = |hours: &Element<'_>| {
            let weekday = hours.attribute("weekday").and_then(words::weekday_of)?;
            Some(OfficeHours { weekday, from: minute(hours, "from")?, to: minute(hours, "to")? })
        };
        process.fim = said.first("fim").map(fim_profile);
        process.office_hours = said.all("officeHours").filter_map(hours).collect();
    }

    /// What the studio said about a step.
    pub fn step(&mut self, element: &'a Element<'a>, node: NodeId) {
        let Some(said) = extensions(element, "step").next() else { return };
        let role = said.attribute("role").and_then(|key| self.role_of_key(key));
        let due = said
            .attribute("due")
            .map(|iso| Duration { iso: iso.to_owned(), in_working_days: said.attribute("dueInWorkingDays") == Some("true") });
        let references = ["form", "decisionTable"]
            .iter()
            .filter_map(|it| said.attribute(it))
            .chain(said.all("document").filter_map(|it| it.attribute("key")));
        let missing: Vec<String> = references.map(str::to_owned).collect();
        for name in missing {
            self.say(element, What::Bpmn(Remark::NotInFile(name)));
        }
        let Some(node) = self.document.nodes.get_mut(node) else { return };
        let note = std::mem::take(&mut node.details.note);
        node.details = StepDetails {
            role,
            due,
            note,
            effort: text(said, "effort"),
            fee: said.first("fee").and_then(fee),
            legal_bases: legal_bases(said),
            service: said
                .first("service")
                .map(|service| ServiceUse { service: text(service, "key"), answer: assignments(service, "answer") }),
            work_state: said.attribute("workState").and_then(words::work_state_of).unwrap_or(WorkState::Open),
            fim: said.first("fim").map(fim_step),
            form: None,
            documents: Vec::new(),
        };
        if let NodeKind::ScriptTask(set) = &mut node.kind
            && said.first("set").is_some()
        {
            *set = assignments(said, "set");
        }
    }
}

fn fim_link(element: &Element<'_>) -> FimLink {
    let text = element.text().into_owned();
    match element.attribute("kind") {
        Some("form") => FimLink::Form(text),
        Some("process") => FimLink::Process(text),
        _ => FimLink::Words(text),
    }
}

fn fim_profile(element: &Element<'_>) -> FimProfile {
    let link = |local: &str| element.first(local).map(fim_link).unwrap_or_default();
    FimProfile {
        trigger: link("trigger"),
        result: link("result"),
        level: text(element, "level"),
        form_of_action: text(element, "formOfAction"),
        kind_of_procedure: text(element, "kindOfProcedure"),
        purpose: text(element, "purpose"),
        goal: text(element, "goal"),
        released_by: text(element, "releasedBy"),
    }
}

fn fim_step(element: &Element<'_>) -> FimReference {
    let texts = |local| element.all(local).map(|inner| inner.text().into_owned()).collect();
    let data = |inner: &Element<'_>| {
        let way = inner.attribute("way").and_then(words::fim_way_of).unwrap_or_default();
        FimData { way, name: fim_link(inner), partner: text(inner, "partner") }
    };
    FimReference {
        activity_group: element.attribute("activityGroup").and_then(|group| group.parse().ok()).filter(|group| (1..=8).contains(group)),
        id: text(element, "number"),
        description: text(element, "description"),
        data: element.all("data").map(data).collect(),
        software: texts("software"),
        codes: texts("code"),
        aids: text(element, "aids"),
        must_cooperate: element.attribute("mustCooperate") == Some("true"),
    }
}

fn fee(element: &Element<'_>) -> Option<Fee> {
    match element.attribute("formula") {
        Some(formula) => Some(Fee::Computed(formula.to_owned())),
        None => Some(Fee::Fixed(Money { cents: element.attribute("cents")?.trim().parse().ok()? })),
    }
}
