//! Flow nodes, as version 1 writes them.

use super::{
    Text,
    content::{Assignment, LegalBasis},
    process::FimLink,
};
use crate::bundle::convert::{choice, record};

record! {
    FlowNode {
        id: u32,
        key: Text,
        name: Text,
        process: u32,
        parent: Option<u32>,
        lane: Option<u32>,
        kind: NodeKind,
        repetition: Repetition,
        details: StepDetails,
    }

    Duration { iso: Text, in_working_days: bool }

    StepDetails {
        role: Option<u32>,
        form: Option<u32>,
        due: Option<Duration>,
        effort: Text,
        fee: Option<Fee>,
        legal_bases: Vec<LegalBasis>,
        service: Option<ServiceUse>,
        documents: Vec<u32>,
        note: Text,
        work_state: WorkState,
        fim: Option<FimReference>,
    }

    ServiceUse { service: Text, answer: Vec<Assignment> }

    FimReference {
        activity_group: Option<u8>,
        id: Text,
        description: Text,
        data: Vec<FimData>,
        software: Vec<Text>,
        codes: Vec<Text>,
        aids: Text,
        must_cooperate: bool,
    }

    FimData { way: FimWay, name: FimLink, partner: Text }
}

choice! {
    NodeKind {
        StartEvent { trigger: Event, is_interrupting: bool },
        EndEvent(event: Event),
        CatchEvent(event: Event),
        ThrowEvent(event: Event),
        BoundaryEvent { host: u32, trigger: Event, is_interrupting: bool },
        Task,
        UserTask,
        ManualTask,
        ServiceTask,
        ScriptTask(assignments: Vec<Assignment>),
        BusinessRuleTask(table: Option<u32>),
        SendTask { message: Text },
        ReceiveTask { message: Text },
        CallActivity(process: Option<u32>),
        SubProcess { is_event: bool },
        ExclusiveGateway,
        InclusiveGateway,
        ParallelGateway,
        EventBasedGateway,
    }

    Event {
        #[serde(rename = "Plain")] // `None` is an option's in RON.
        None,
        Message(name: Text),
        Timer(timer: Timer),
        Signal(name: Text),
        Error(code: Text),
        Escalation(code: Text),
        Conditional(condition: Text),
        Link(name: Text),
        Terminate,
    }

    Timer {
        Duration(duration: Duration),
        Date(expression: Text),
        Cycle { every: Duration, times: Option<u32> },
    }

    Repetition {
        Once,
        Loop { condition: Text, tests_before: bool, maximum: Option<u32> },
        MultiInstance { is_sequential: bool, collection: Text, element: Text, completion_condition: Text },
    }

    FimWay { Incoming, Outgoing, Received, Provided }

    WorkState { Open, InProgress, ToReview, Done }

    Fee {
        Fixed(cents: i64),
        Computed(expression: Text),
    }
}
