//! What things are called: kinds of elements, events, fields and roles, and how an element is named in a sentence.

use super::{Language, Texts};
use crate::catalog;
use crate::model::{
    ArtifactKind, Document, ElementKind, Event, FieldKind, FimReference, FlowNode, HitPolicy, KindOfService, NodeKind, RoleKind, Subject,
    Weekday, WorkState,
};

impl Texts {
    /// An element as a sentence names it: its name in quotes, or "ein Schritt ohne Namen".
    pub fn name_of(&self, document: &Document, subject: Subject) -> String {
        let name = document.name_of(subject).unwrap_or_default().trim();
        if name.is_empty() {
            self.with("word-unnamed", &[("kind", self.kind_of(document, subject).into())])
        } else {
            self.with("word-quoted", &[("name", shortened(name).as_str().into())])
        }
    }

    /// The activity group of FIM to which a step belongs, with the number of the step; `None` if it has none.
    pub fn activity_group(&self, fim: &FimReference) -> Option<String> {
        let number = fim.activity_group?;
        let name = catalog::ACTIVITY_GROUPS.iter().find(|(other, _)| *other == number).and_then(|(_, name)| *name);
        let group = name.map_or_else(|| number.to_string(), |name| format!("{number} {name}"));
        let key = if fim.id.is_empty() { "word-activity-group" } else { "word-activity-group-step" };
        Some(self.with(key, &[("group", (&group).into()), ("id", (&fim.id).into())]))
    }

    /// What kind of element it is, in one or two words.
    pub fn kind_of(&self, document: &Document, subject: Subject) -> &str {
        self.get(match subject {
            Subject::Process(_) => "word-process",
            Subject::Role(_) => "word-role",
            Subject::Pool(_) => "word-pool",
            Subject::Lane(_) => "word-lane",
            Subject::Node(node) => return document.nodes.get(node).map_or("", |node| self.node_kind(&node.kind)),
            Subject::Flow(_) => "word-flow",
            Subject::MessageFlow(_) => "word-message-flow",
            Subject::Artifact(artifact) => match document.artifacts.get(artifact).map(|artifact| &artifact.kind) {
                Some(ArtifactKind::DataObject { is_store: true, .. }) => "word-data-store",
                Some(ArtifactKind::DataObject { .. }) => "word-data-object",
                Some(ArtifactKind::Group { .. }) => "word-group",
                _ => "word-annotation",
            },
            Subject::Association(_) => "word-association",
            Subject::ObjectType(_) => "word-object",
            Subject::DataField(_) => "word-field",
            Subject::CodeList(_) => "word-code-list",
            Subject::Form(_) => "word-form",
            Subject::FormElement(form, element) => {
                let form = document.forms.get(form);
                if form.is_some_and(|form| form.rules.iter().any(|rule| rule.id == element)) {
                    return self.get("word-rule");
                }
                let element = form.and_then(|form| form.elements().into_iter().find(|candidate| candidate.id == element));
                match element.map(|element| &element.kind) {
                    None => "word-page",
                    Some(ElementKind::Field(_)) => "word-field",
                    Some(ElementKind::Group(_)) => "word-field-group",
                    Some(ElementKind::Heading(_)) => "word-heading",
                    Some(ElementKind::StaticText(_)) => "word-static-text",
                    Some(ElementKind::Hint { .. }) => "word-hint",
                }
            }
            Subject::DecisionTable(_) => "word-decision-table",
            Subject::DocumentTemplate(_) => "word-letter",
            Subject::Setting(_) => "word-setting",
            Subject::TestCase(_) => "word-test-case",
            Subject::Exercise(_) => "word-exercise",
            Subject::Language(_) => "word-language",
            Subject::Source(_) => "word-source",
        })
    }

    /// What kind of flow node it is.
    pub fn node_kind(&self, kind: &NodeKind) -> &str {
        self.get(match kind {
            NodeKind::StartEvent { trigger, .. } => return self.start_event(trigger),
            NodeKind::EndEvent(Event::Message(_)) => "word-end-message",
            NodeKind::EndEvent(Event::Error(_)) => "word-end-error",
            NodeKind::EndEvent(Event::Terminate) => "word-end-terminate",
            NodeKind::EndEvent(Event::Signal(_)) => "word-end-signal",
            NodeKind::EndEvent(Event::Escalation(_)) => "word-end-escalation",
            NodeKind::EndEvent(_) => "word-end",
            NodeKind::CatchEvent(event) | NodeKind::BoundaryEvent { trigger: event, .. } => return self.catching(event),
            NodeKind::ThrowEvent(event) => return self.throwing(event),
            NodeKind::Task => "word-task",
            NodeKind::UserTask => "word-user-task",
            NodeKind::ManualTask => "word-manual-task",
            NodeKind::ServiceTask => "word-service-task",
            NodeKind::ScriptTask(_) => "word-script-task",
            NodeKind::BusinessRuleTask(_) => "word-business-rule-task",
            NodeKind::SendTask { .. } => "word-send-task",
            NodeKind::ReceiveTask { .. } => "word-receive-task",
            NodeKind::CallActivity(_) => "word-call-activity",
            NodeKind::SubProcess { is_event: true } => "word-event-sub-process",
            NodeKind::SubProcess { is_event: false } => "word-sub-process",
            NodeKind::ExclusiveGateway => "word-exclusive-gateway",
            NodeKind::InclusiveGateway => "word-inclusive-gateway",
            NodeKind::ParallelGateway => "word-parallel-gateway",
            NodeKind::EventBasedGateway => "word-event-gateway",
        })
    }

    fn start_event(&self, trigger: &Event) -> &str {
        self.get(match trigger {
            Event::Message(_) => "word-start-message",
            Event::Timer(_) => "word-start-timer",
            Event::Signal(_) => "word-start-signal",
            Event::Conditional(_) => "word-start-conditional",
            Event::Error(_) => "word-start-error",
            Event::Escalation(_) => "word-start-escalation",
            Event::None | Event::Link(_) | Event::Terminate => "word-start",
        })
    }

    fn catching(&self, event: &Event) -> &str {
        self.get(match event {
            Event::Message(_) => "word-catch-message",
            Event::Timer(_) => "word-catch-timer",
            Event::Signal(_) => "word-catch-signal",
            Event::Error(_) => "word-catch-error",
            Event::Escalation(_) => "word-catch-escalation",
            Event::Conditional(_) => "word-catch-conditional",
            Event::Link(_) => "word-catch-link",
            Event::None | Event::Terminate => "word-event",
        })
    }

    fn throwing(&self, event: &Event) -> &str {
        self.get(match event {
            Event::Message(_) => "word-throw-message",
            Event::Signal(_) => "word-throw-signal",
            Event::Escalation(_) => "word-throw-escalation",
            Event::Link(_) => "word-throw-link",
            _ => "word-event",
        })
    }

    /// What kind of value a field takes.
    pub fn field_kind(&self, kind: FieldKind) -> &str {
        self.get(match kind {
            FieldKind::Text => "word-kind-text",
            FieldKind::LongText => "word-kind-long-text",
            FieldKind::WholeNumber => "word-kind-whole-number",
            FieldKind::Decimal => "word-kind-decimal",
            FieldKind::Money => "word-kind-money",
            FieldKind::Date => "word-kind-date",
            FieldKind::Time => "word-kind-time",
            FieldKind::DateTime => "word-kind-date-time",
            FieldKind::YesNo => "word-kind-yes-no",
            FieldKind::Choice(_) => "word-kind-choice",
            FieldKind::MultipleChoice(_) => "word-kind-multiple-choice",
            FieldKind::File => "word-kind-file",
            FieldKind::Person => "word-kind-person",
            FieldKind::Address => "word-kind-address",
            FieldKind::BankAccount => "word-kind-bank-account",
            FieldKind::Email => "word-kind-email",
            FieldKind::Phone => "word-kind-phone",
            FieldKind::Object(_) => "word-kind-object",
            FieldKind::List(_) => "word-kind-list",
        })
    }

    /// What kind of actor a role is.
    pub fn role_kind(&self, kind: RoleKind) -> &str {
        self.get(match kind {
            RoleKind::Applicant => "word-role-applicant",
            RoleKind::Caseworker => "word-role-caseworker",
            RoleKind::OtherAuthority => "word-role-other-authority",
            RoleKind::System => "word-role-system",
        })
    }

    /// How far the work on a step of the model has come.
    pub fn work_state(&self, state: WorkState) -> &str {
        self.get(match state {
            WorkState::Open => "word-work-open",
            WorkState::InProgress => "word-work-in-progress",
            WorkState::ToReview => "word-work-to-review",
            WorkState::Done => "word-work-done",
        })
    }

    /// What kind of service a procedure gives.
    pub fn kind_of_service(&self, kind: KindOfService) -> &str {
        self.get(match kind {
            KindOfService::Application => "word-service-application",
            KindOfService::Notification => "word-service-notification",
            KindOfService::Registration => "word-service-registration",
            KindOfService::Information => "word-service-information",
            KindOfService::Objection => "word-service-objection",
            KindOfService::ExOfficio => "word-service-ex-officio",
        })
    }

    /// A day of the week.
    pub fn weekday(&self, day: Weekday) -> &str {
        self.get(match day {
            Weekday::Monday => "word-monday",
            Weekday::Tuesday => "word-tuesday",
            Weekday::Wednesday => "word-wednesday",
            Weekday::Thursday => "word-thursday",
            Weekday::Friday => "word-friday",
            Weekday::Saturday => "word-saturday",
            Weekday::Sunday => "word-sunday",
        })
    }

    /// Which of the matching rules of a decision table counts.
    pub fn hit_policy(&self, policy: HitPolicy) -> &str {
        self.get(match policy {
            HitPolicy::Unique => "word-hit-unique",
            HitPolicy::First => "word-hit-first",
            HitPolicy::Any => "word-hit-any",
            HitPolicy::Collect => "word-hit-collect",
        })
    }

    /// What an error of a base service is called; its code if no service knows it.
    pub fn error_name<'a>(&self, code: &'a str) -> &'a str {
        let known = catalog::services().iter().flat_map(|service| &service.errors).find(|error| error.code == code);
        known.map_or(code, |error| if self.language() == Language::German { &error.german } else { &error.english })
    }

    /// A node as lists and the screen reader name it: kind and name.
    pub fn node_title(&self, node: &FlowNode) -> String {
        let kind = self.node_kind(&node.kind);
        if node.name.trim().is_empty() { kind.to_owned() } else { format!("{kind}: {}", node.name) }
    }
}

/// At most 60 characters, so that a sentence stays a sentence.
fn shortened(name: &str) -> String {
    let line = name.lines().next().unwrap_or_default();
    match line.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line.to_owned(),
    }
}
