//! What BPMN has no words for, as extension elements of the studio's own namespace.
//!
//! | element | stands in | says |
//! |---|---|---|
//! | `procedure` | the main process, and others that have something to say | version, kind of service, Leistungsschlüssel, Land, law, words, office hours |
//! | `role` | the main process | a role: `key`, `name`, `kind` |
//! | `step` | flow nodes | who, by when, how long, fee, law, service, letters, FIM, state of work, values that a script sets |

use super::super::super::xml::{Draft, Element};
use super::super::standard::OWN;
use super::super::words;
use super::writer::Writer;
use crate::model::{
    Assignment, Fee, FimLink, FimProfile, FimReference, FlowNode, KindOfService, LegalBasis, NodeKind, Process, ProcessId, Role, RoleId,
    Subject, WorkState,
};
use std::collections::BTreeSet;

impl Writer<'_> {
    /// What is said about a process.
    pub fn procedure(&self, process: &Process, kept: Option<&Element<'_>>) -> Option<Draft> {
        let own = |local| self.prefixes.own(local);
        let is_main = process.id == self.document.main_process;
        let mut inside: Vec<Draft> = process.legal_bases.iter().map(|basis| self.legal_basis(basis)).collect();
        inside.extend(process.keywords.iter().map(|word| Draft::text(&own("keyword"), word)));
        inside.extend(process.office_hours.iter().map(|hours| {
            let draft = Draft::with(&own("officeHours"), Vec::new()).attribute("weekday", words::weekday(hours.weekday));
            draft.attribute("from", &hours.from.to_string()).attribute("to", &hours.to.to_string())
        }));
        inside.extend(process.fim.as_ref().map(|fim| self.fim_profile(fim)));
        let said = [
            ("version", Some(process.version.as_str()).filter(|version| *version != USUAL_VERSION && !version.is_empty())),
            (
                "kindOfService",
                Some(words::kind_of_service(process.kind_of_service)).filter(|_| process.kind_of_service != KindOfService::default()),
            ),
            ("leistungsschluessel", Some(process.leistungsschluessel.as_str()).filter(|key| !key.is_empty())),
            ("land", process.land.map(words::land)),
            ("main", Some("true").filter(|_| is_main && self.document.processes.len() > 1 && self.kept.root.is_none())),
        ];
        let mut extensions = Vec::new();
        if !inside.is_empty() || said.iter().any(|(_, value)| value.is_some()) {
            let draft = Draft::with(&own("procedure"), inside);
            extensions.push(
                said.iter()
                    .filter_map(|(name, value)| Some((name, (*value)?)))
                    .fold(draft, |draft, (name, value)| draft.attribute(name, value)),
            );
        }
        if is_main {
            extensions.extend(self.declared_roles(process.id).into_iter().map(|role| {
                let draft = Draft::with(&own("role"), Vec::new()).attribute("key", &role.key).attribute("name", &role.name);
                draft.attribute("kind", words::role_kind(role.kind))
            }));
        }
        self.extensions(kept, extensions)
    }

    /// The roles that are declared: in a kept file those that are there, and those that pools and lanes do not say by their names.
    fn declared_roles(&self, process: ProcessId) -> Vec<&Role> {
        let document = self.document;
        let roles = document.roles.values();
        if self.kept.root.is_none() {
            return roles.collect();
        }
        let kept = self.kept.element(&self.id(Subject::Process(process))).and_then(|element| element.first("extensionElements"));
        let there = kept.into_iter().flat_map(Element::elements).filter(|it| it.is(OWN, "role"));
        let there: BTreeSet<&str> = there.filter_map(|it| it.attribute("key")).collect();
        let named = || document.pools.values().map(|it| (&it.name, it.role)).chain(document.lanes.values().map(|it| (&it.name, it.role)));
        let names: BTreeSet<&String> = named().map(|(name, _)| name).collect();
        let is_renamed = |(name, role): &(&String, RoleId)| document.roles.get(*role).is_some_and(|role| role.name != **name);
        let of_others = named().filter_map(|(name, role)| Some((name, role?))).filter(is_renamed).map(|(_, role)| role);
        let needed: BTreeSet<RoleId> = of_others.chain(document.nodes.values().filter_map(|node| node.details.role)).collect();
        roles.filter(|role| there.contains(&*role.key) || !names.contains(&role.name) || needed.contains(&role.id)).collect()
    }

    /// Where the file has extension elements already, those of the studio stand among them.
    fn extensions(&self, kept: Option<&Element<'_>>, inside: Vec<Draft>) -> Option<Draft> {
        let is_there = kept.is_some_and(|element| element.first("extensionElements").is_some());
        (is_there || !inside.is_empty()).then(|| Draft::with(&self.prefixes.bpmn("extensionElements"), inside))
    }

    fn legal_basis(&self, basis: &LegalBasis) -> Draft {
        let draft = Draft::with(&self.prefixes.own("legalBasis"), Vec::new());
        let said = [("law", &basis.law), ("paragraph", &basis.paragraph), ("link", &basis.link)];
        said.into_iter().filter(|(_, value)| !value.is_empty()).fold(draft, |draft, (name, value)| draft.attribute(name, value))
    }

    fn assignment(&self, local: &str, assignment: &Assignment) -> Draft {
        Draft::with(&self.prefixes.own(local), Vec::new()).attribute("target", &assignment.target).attribute("value", &assignment.value)
    }

    /// What FIM says of a process.
    fn fim_profile(&self, fim: &FimProfile) -> Draft {
        let links = [("trigger", &fim.trigger), ("result", &fim.result)].into_iter().filter(|(_, link)| !link.text().is_empty());
        let draft = Draft::with(&self.prefixes.own("fim"), links.map(|(local, link)| self.fim_link(local, link)).collect());
        let said = [
            ("level", &fim.level),
            ("formOfAction", &fim.form_of_action),
            ("kindOfProcedure", &fim.kind_of_procedure),
            ("purpose", &fim.purpose),
            ("goal", &fim.goal),
            ("releasedBy", &fim.released_by),
        ];
        said.into_iter().filter(|(_, value)| !value.is_empty()).fold(draft, |draft, (name, value)| draft.attribute(name, value))
    }

    fn fim_link(&self, local: &str, link: &FimLink) -> Draft {
        let kind = match link {
            FimLink::Form(_) => "form",
            FimLink::Process(_) => "process",
            FimLink::Words(_) => "words",
        };
        Draft::text(&self.prefixes.own(local), link.text()).attribute("kind", kind)
    }

    /// What FIM says of a step. Its id is no id of the file.
    fn fim_step(&self, fim: &FimReference) -> Draft {
        let own = |local| self.prefixes.own(local);
        let mut inside: Vec<Draft> = Vec::new();
        inside.extend(fim.data.iter().map(|data| {
            let draft = self.fim_link("data", &data.name).attribute("way", words::fim_way(data.way));
            if data.partner.is_empty() { draft } else { draft.attribute("partner", &data.partner) }
        }));
        inside.extend(fim.software.iter().map(|name| Draft::text(&own("software"), name)));
        inside.extend(fim.codes.iter().map(|code| Draft::text(&own("code"), code)));
        let said = [
            ("activityGroup", fim.activity_group.map(|group| group.to_string()).unwrap_or_default()),
            ("number", fim.id.clone()),
            ("description", fim.description.clone()),
            ("aids", fim.aids.clone()),
            ("mustCooperate", if fim.must_cooperate { "true".to_owned() } else { String::new() }),
        ];
        let draft = Draft::with(&own("fim"), inside);
        said.iter().filter(|(_, value)| !value.is_empty()).fold(draft, |draft, (name, value)| draft.attribute(name, value))
    }

    /// What the administration says about a step.
    pub fn step(&self, node: &FlowNode, kept: Option<&Element<'_>>) -> Option<Draft> {
        let details = &node.details;
        let own = |local| self.prefixes.own(local);
        let document = self.document;
        let mut said: Vec<(&str, String)> = Vec::new();
        said.extend(details.role.and_then(|role| document.roles.get(role)).map(|role| ("role", role.key.clone())));
        said.extend(details.form.and_then(|form| document.forms.get(form)).map(|form| ("form", form.key.clone())));
        if let Some(due) = &details.due {
            said.push(("due", due.iso.clone()));
            said.extend(due.in_working_days.then(|| ("dueInWorkingDays", "true".to_owned())));
        }
        said.extend((!details.effort.is_empty()).then(|| ("effort", details.effort.clone())));
        said.extend((details.work_state != WorkState::Open).then(|| ("workState", words::work_state(details.work_state).to_owned())));
        if let NodeKind::BusinessRuleTask(Some(table)) = node.kind {
            said.extend(document.decision_tables.get(table).map(|table| ("decisionTable", table.key.clone())));
        }
        let inside = self.step_parts(node);
        let is_empty = inside.is_empty() && said.is_empty();
        let draft = Draft::with(&own("step"), inside);
        let step = said.iter().fold(draft, |draft, (name, value)| draft.attribute(name, value));
        self.extensions(kept, if is_empty { Vec::new() } else { vec![step] })
    }

    fn step_parts(&self, node: &FlowNode) -> Vec<Draft> {
        let details = &node.details;
        let element = |local: &str| Draft::with(&self.prefixes.own(local), Vec::new());
        let mut inside: Vec<Draft> = Vec::new();
        inside.extend(details.fee.as_ref().map(|fee| match fee {
            Fee::Fixed(amount) => element("fee").attribute("cents", &amount.cents.to_string()),
            Fee::Computed(formula) => element("fee").attribute("formula", formula),
        }));
        inside.extend(details.legal_bases.iter().map(|basis| self.legal_basis(basis)));
        inside.extend(details.service.as_ref().map(|service| {
            let answers = service.answer.iter().map(|answer| self.assignment("answer", answer)).collect();
            Draft::with(&self.prefixes.own("service"), answers).attribute("key", &service.service)
        }));
        let letters = details.documents.iter().filter_map(|letter| self.document.document_templates.get(*letter));
        inside.extend(letters.map(|letter| element("document").attribute("key", &letter.key)));
        inside.extend(details.fim.as_ref().map(|fim| self.fim_step(fim)));
        if let NodeKind::ScriptTask(assignments) = &node.kind
            && !self.is_script_kept(node)
        {
            inside.extend(assignments.iter().map(|assignment| self.assignment("set", assignment)));
        }
        inside
    }
}

/// The version of a process that says none.
const USUAL_VERSION: &str = "0.1.0";
